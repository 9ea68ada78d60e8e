"""From sheets as read to tables as understood: the whole way for one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thidua_cli.findings import Finding
from thidua_cli.intake.layout.checks import check_rows
from thidua_cli.intake.layout.context import Title, names_system, system_of, title_lines, unit_of
from thidua_cli.intake.layout.data import columns_at, group_units
from thidua_cli.intake.layout.find import Place, find_tables
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import is_personal
from thidua_cli.intake.layout.labels import field_words, kind_words, shape_words
from thidua_cli.intake.layout.recognise import CLEARLY, Recognition, taught_words
from thidua_cli.intake.layout.remarks import formulas_without_value, hidden_data
from thidua_cli.intake.layout.rows import sort_rows
from thidua_cli.intake.layout.shifts import shifted
from thidua_cli.intake.layout.totals import check_totals
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.sheet import SourceFile, cell_name, column_letter
from thidua_cli.intake.tables import Kind, Receipt, System, Table, UnrecognisedSheet
from thidua_cli.plan.model import Vocabulary

_UNIT_OUTSIDE = frozenset({Kind.DOSSIERS, Kind.STATISTICS, Kind.TASKS, Kind.INITIATIVES, Kind.INDIVIDUALS})
"""Kinds whose unit may stand in the title lines, the sheet's name or the file's name."""

_RUNNING = frozenset({"stt", "tt", "so tt", "so thu tu", "no"})
"""Heads of running numbers: nothing to teach."""

Understood = tuple[list[Table], list[Finding], list[UnrecognisedSheet]]


def understand(file: SourceFile, *, vocabulary: Vocabulary, systems: Mapping[str, System] | None = None) -> Understood:
    """Every table of a file with its receipt, what was found wrong, and the sheets that hold no known table.

    ``systems`` are systems stated by option (file name or glob to system); they come before the plan's own
    (``vocabulary.systems``), and both before what titles and names say. Columns with personal data, and all that the
    program does not know, are left behind here. Raises nothing: what cannot be used is a finding.
    """
    given = {**vocabulary.systems, **{name: str(system) for name, system in (systems or {}).items()}}
    taught = taught_words(vocabulary)
    tables: list[Table] = []
    findings: list[Finding] = []
    unrecognised: list[UnrecognisedSheet] = []
    for sheet in file.sheets:
        grid = Grid(sheet, frozenset(words for _, words in taught), file.name)
        places, nearest = find_tables(grid, taught)
        for place in places:
            reading = _Reading(grid, place, places[0], file.name, given)
            table, notes = reading.table()
            findings += notes
            if table is not None:
                tables.append(table)
            elif missing := reading.missing():
                unrecognised.append(_remark(file.name, sheet.name, place.found, missing))
        clear = nearest is not None and bool(nearest.missing) and nearest.score >= CLEARLY
        if clear or (not places and bool(grid.filled.any())):
            finding, remark = _unrecognised(file.name, sheet.name, nearest, clear=clear)
            findings.append(finding)
            unrecognised.append(remark)
    return tables, findings, unrecognised


def _unrecognised(
    file: str, sheet: str, nearest: Recognition | None, *, clear: bool
) -> tuple[Finding, UnrecognisedSheet]:
    """The finding for a header that was not good enough: plainly of its kind but for a column, or not even that."""
    if nearest is not None and clear:
        remark = _remark(file, sheet, nearest, nearest.missing)
        return _missing_column(file, sheet, nearest, nearest.missing), remark
    near = nearest if nearest is not None and nearest.score >= 3 else None
    kind = near.kind if near else None
    missing = near.missing if near else ()
    header = near.block.range() if near else ""
    kind_vi, kind_en = kind_words(kind)
    missing_vi, missing_en = field_words(missing) if missing else ("dòng tiêu đề cột quen thuộc", "a known header")
    params = {"nearest_vi": kind_vi, "nearest_en": kind_en, "missing_vi": missing_vi, "missing_en": missing_en}
    finding = Finding("unrecognised_sheet", params, file, sheet, header)
    return finding, UnrecognisedSheet(file, sheet, kind, missing, header, _heads(near) if near else ())


def _heads(found: Recognition) -> tuple[str, ...]:
    """The words of a header that mean nothing yet, column by column; personal columns are none of them."""
    known = set(found.fields.values())
    unknown = [path for column, path in sorted(found.block.paths.items()) if column not in known]
    said = [(path, header_words(path[-1])) for path in unknown]
    return tuple(" > ".join(path) for path, words in said if not is_personal(words) and words not in _RUNNING)


def _remark(file: str, sheet: str, found: Recognition, missing: tuple[str, ...]) -> UnrecognisedSheet:
    return UnrecognisedSheet(file, sheet, found.kind, missing, found.block.range(), _heads(found))


def _missing_column(file: str, sheet: str, found: Recognition, missing: Sequence[str]) -> Finding:
    kind_vi, kind_en = kind_words(found.kind)
    column_vi, column_en = field_words(missing)
    params = {"kind_vi": kind_vi, "kind_en": kind_en, "column_vi": column_vi, "column_en": column_en}
    return Finding("missing_column", params, file, sheet, found.block.range())


def _titles(grid: Grid, place: Place) -> list[Title]:
    """The title lines of a place; beside another table those over its own columns, if there are any."""
    columns = place.found.block.columns
    titles = title_lines(grid, place.top, place.found.block.first - 1)
    own = [title for title in titles if columns[0] - 1 <= title.column <= columns[-1]]
    return own if place.beside and own else titles


class _Reading:
    """One place on a sheet on its way to a table."""

    def __init__(self, grid: Grid, place: Place, first: Place, file: str, given: Mapping[str, str]) -> None:
        self.grid = grid
        self.found = place.found
        self.file = file
        self.sheet = grid.sheet.name
        titles = _titles(grid, place)
        heading = [*titles, *(() if names_system(titles) else _titles(grid, first))]
        self.system, self.system_from = system_of(self.found.kind, heading, self.sheet, file, given)
        self.kinds = sort_rows(grid, self.found, place.last)
        self._drop_empty_unit()
        self.units = group_units(grid, self.found, self.kinds)
        self.unit, self.unit_cell = self._unit(titles)
        self.title = " ".join(title.text for title in titles)

    def _drop_empty_unit(self) -> None:
        """A unit column in which nothing stands says no more than none: the title lines may."""
        column = self.found.fields.get("unit")
        data = self.kinds.data
        if column is not None and len(data) and not bool(self.grid.present(column)[data].any()):
            fields = {name: place for name, place in self.found.fields.items() if name != "unit"}
            self.found = replace(self.found, fields=fields)

    def _unit(self, titles: Sequence[Title]) -> tuple[str | None, str]:
        if "unit" in self.found.fields or self.units is not None or self.found.kind not in _UNIT_OUTSIDE:
            return None, ""
        return unit_of(titles, self.sheet, self.file)

    def table(self) -> tuple[Table | None, list[Finding]]:
        """The table with what is to be said about it, or None and why it cannot be used."""
        found, grid, kinds = self.found, self.grid, self.kinds
        missing = self.missing()
        if missing:
            return None, [_missing_column(self.file, self.sheet, found, missing)]
        wrong = shifted(grid, found, kinds.data)
        if wrong is not None:
            return None, [self._shifted(*wrong)]
        findings = check_rows(grid, found, kinds, self.file) + check_totals(grid, found, kinds, self.file)
        findings += hidden_data(grid, found, kinds, self.file)
        findings += formulas_without_value(grid, found, kinds, self.file)
        if self.system_from == "assumed":
            findings.append(Finding("system_assumed", {"file": self.file}, self.file, self.sheet, found.block.range()))
        columns = columns_at(grid, found, kinds)
        if self.units is not None:
            columns["unit"] = self.units
        receipt = Receipt(
            self.file,
            self.sheet,
            found.kind,
            self.system,
            found.block.range(),
            len(kinds.data),
            self.system_from,
            {name: column_letter(columns[name].index) for name in sorted(columns)},
        )
        date1904 = grid.sheet.date1904
        return Table(receipt, columns, kinds.data, self.unit, self.unit_cell, date1904, self.title), findings

    def missing(self) -> tuple[str, ...]:
        """What only the whole sheet can tell to be missing: the unit, and what a one-stop list must say."""
        has = self.found.fields.__contains__
        missing = []
        if not has("unit") and self.unit is None and self.units is None:
            missing.append("unit")
        if self.found.kind is Kind.DOSSIERS and self.system is not System.LOGBOOK and not has("code"):
            # Without codes a system's dossiers can neither be matched nor told from their copies.
            missing.append("code")
        if self.found.kind is Kind.DOSSIERS and self.system is System.ONE_STOP:
            # It rules on dates (contract, section 3): without them "no due date" would be said of every dossier.
            missing += [name for name in ("received", "due") if not has(name)]
            if not has("ended") and not has("returned"):
                missing.append("ended_or_returned")
        return tuple(missing)

    def _shifted(self, column: int, shape: str) -> Finding:
        path = self.found.block.paths[column]
        seen_vi, seen_en = shape_words(shape)
        row = int(self.kinds.data[0]) if len(self.kinds.data) else self.found.block.last + 1
        params: dict[str, str | int] = {"column": path[-1], "seen_vi": seen_vi, "seen_en": seen_en}
        return Finding("shifted_columns", params, self.file, self.sheet, cell_name(row, column))
