"""From sheets as read to tables as understood: the whole way for one file, decision by decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.accounts import account_of
from thidua_cli.intake.decisions.checks import check_rows
from thidua_cli.intake.decisions.columns import Choice, choose
from thidua_cli.intake.decisions.data import columns_at
from thidua_cli.intake.decisions.identities import settle
from thidua_cli.intake.decisions.partial import partial_of
from thidua_cli.intake.decisions.periods import period_of
from thidua_cli.intake.decisions.proofs import Proven, prove
from thidua_cli.intake.decisions.remarks import (
    formulas_without_value,
    hidden_data,
    rows_left_out,
    struck_through,
)
from thidua_cli.intake.decisions.rows import NAMING, RowKinds, sort_rows
from thidua_cli.intake.decisions.sections import by_section
from thidua_cli.intake.decisions.shifts import shifted
from thidua_cli.intake.decisions.systems import SaidSystem, named_in, names_system, system_of
from thidua_cli.intake.decisions.totals import check_totals
from thidua_cli.intake.decisions.whose import GROUPED, SaidUnit, outside_unit, unit_of, unknown_column
from thidua_cli.intake.labels import kind_words, shape_words
from thidua_cli.intake.layout.find import Place, find_tables
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import CLEARLY, Recognition, taught_words
from thidua_cli.intake.layout.row_words import is_note
from thidua_cli.intake.layout.titles import Title, title_lines
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.periods import Period
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import SourceFile, cell_name, column_letter
from thidua_cli.intake.tables import Kind, Receipt, System, Table, UnrecognisedSheet, Withheld
from thidua_cli.intake.unrecognised import missing_column, remark, unrecognised
from thidua_cli.plan.model import Vocabulary

Understood = tuple[list[Table], list[Finding], list[UnrecognisedSheet], list[Withheld]]

_DECISIVE: Mapping[Kind, frozenset[str]] = {
    Kind.DOSSIERS: frozenset("code unit received due ended returned status".split()),
    Kind.PAR_INDEX: frozenset({"unit"}),
    Kind.STATISTICS: frozenset({"unit"}),
    Kind.TASKS: frozenset("unit result assigned completed".split()),
    Kind.INITIATIVES: frozenset("unit recognised".split()),
    Kind.INDIVIDUALS: frozenset("unit name classification".split()),
    Kind.UNITS: frozenset({"unit"}),
    Kind.COUNCIL_DECISIONS: frozenset("unit name decision".split()),
    Kind.EARLIER_AWARDS: frozenset("unit name year".split()),
}
"""Fields without which nothing of a table may be judged: where they cannot be told, it is not used."""


def understand(
    file: SourceFile, *, vocabulary: Vocabulary, period: Period, systems: Mapping[str, System] | None = None
) -> Understood:
    """Every table of a file with its receipt, what was found wrong, sheets that hold no known table, tables not used.

    ``period`` is the plan's. ``systems`` are systems stated by option (file name or glob to system); they come before
    the plan's own (``vocabulary.systems``), and both before what titles and names say. Columns with personal data, and
    all that the program does not know, are left behind here. Raises nothing: what cannot be used is a finding.
    """
    given = {**vocabulary.systems, **{name: str(system) for name, system in (systems or {}).items()}}
    taught = taught_words(vocabulary)
    tables: list[Table] = []
    findings: list[Finding] = []
    nothing: list[UnrecognisedSheet] = []
    withheld: list[Withheld] = []

    def says_part(found: Recognition, titles: Sequence[Title]) -> object:
        unit = SaidUnit() if "unit" in found.fields else outside_unit(titles, "", "")
        named = named_in(" ".join(all_words(title.text) for title in titles))
        said = (unit.name, tuple(named), period_of(titles, "", "", period).period)
        return said if any(said) else ()

    for sheet in file.sheets:
        grid = Grid(sheet, frozenset(words for _, words in taught), file.name)
        places, nearest = find_tables(grid, taught, says_part)
        for number, place in enumerate(places):
            last = number + 1 == len(places)
            for outcome in _Reading(grid, place, places[0], file.name, given, period, last=last).outcomes():
                findings += outcome.findings
                tables += outcome.tables
                withheld += [outcome.withheld] if outcome.withheld is not None else []
                if outcome.missing:
                    nothing.append(remark(file.name, sheet.name, place.found, outcome.missing))
        clear = nearest is not None and bool(nearest.missing) and nearest.score >= CLEARLY
        if clear or (not places and bool(grid.filled.any())):
            finding, said = unrecognised(file.name, sheet.name, nearest, clear=clear)
            findings.append(finding)
            nothing.append(said)
    return tables, findings, nothing, withheld


def _titles(grid: Grid, place: Place) -> list[Title]:
    """The title lines of a place; beside another table those over its own columns, if there are any."""
    columns = place.found.block.columns
    titles = title_lines(grid, place.top, place.found.block.first - 1)
    titles = [title for title in titles if not is_note(title.text)]
    own = [title for title in titles if columns[0] - 1 <= title.column <= columns[-1]]
    return own if place.beside and own else titles


class _Outcome:
    """What came of one table: the table (or its sections), or why it is not used; findings either way."""

    def __init__(self, tables: Sequence[Table], findings: list[Finding], missing: tuple[str, ...] = ()) -> None:
        self.tables = tables
        self.findings = findings
        self.missing = missing
        self.withheld: Withheld | None = None


class _Reading:
    """One place on a sheet on its way to a table, or to one for each period that its columns cover."""

    def __init__(
        self, grid: Grid, place: Place, first: Place, file: str, given: Mapping[str, str], period: Period, *, last: bool
    ) -> None:
        self.grid = grid
        self.place = place
        self.found = place.found
        self.file = file
        self.sheet = grid.sheet.name
        self.given = given
        self.period = period
        self.last = last
        self.dated = True
        self.titles = _titles(grid, place)
        self.heading = [*self.titles, *(() if names_system(self.titles) else _titles(grid, first))]

    def outcomes(self) -> Iterator[_Outcome]:
        """The tables of this place."""
        several = {n for n, columns in self.found.options.items() if len(columns) > 1 and n not in NAMING}
        settled = {name: column for name, column in self.found.fields.items() if name not in several}
        rows = sort_rows(self.grid, replace(self.found, fields=settled), self.place.last)
        said = period_of(self.titles, self.sheet, self.file, self.period)
        self.dated = said.dated
        choices = choose(self.grid, self.found, rows.data, said.period, self.period, self.file)
        for number, choice in enumerate(choices):
            readings = [said.reading] if said.reading is not None and choice.period is None else []
            yield self._outcome(choice, choice.period or said.period, readings, first=number == 0)

    def _outcome(self, choice: Choice, period: Period | None, readings: list[Reading], *, first: bool) -> _Outcome:
        """One table, under one choice of its columns."""
        findings = list(choice.findings)
        found = self._without_empty_unit(replace(self.found, fields=dict(choice.fields)))
        kinds = sort_rows(self.grid, found, self.place.last)
        system = system_of(self.grid, found, kinds.data, self.heading, self.file, self.given)
        settled = settle(self.grid, found, kinds, self.file)
        found = settled.found
        unit = unit_of(self.grid, found, kinds, self.titles, self.file)
        proven = prove(self.grid, found, kinds, unit.name or "")
        kinds = proven.kinds
        if unit.column is not None and proven.readings:
            unit = unit_of(self.grid, found, kinds, self.titles, self.file)
        partial, named = partial_of(found.kind, self.titles, self.sheet, self.file)
        missing = self._missing(found, system, unit, choice, partial)
        if missing:
            return _Outcome((), [*findings, missing_column(self.file, self.sheet, found, missing)], missing)
        wrong = shifted(self.grid, found, kinds.data)
        if wrong is not None:
            return _Outcome((), [*findings, self._shifted(found, int(kinds.data[0]) if len(kinds.data) else 0, *wrong)])
        if choice.open & _DECISIVE.get(found.kind, frozenset()):
            return self._withheld(found, system, findings)
        if unit.unknown is not None:
            findings.append(unknown_column(self.grid, found, unit.unknown, self.file))
            return self._withheld(found, system, findings)
        checked, broken = check_rows(self.grid, found, kinds, self.file)
        if first:
            findings += [*hidden_data(self.grid, found, kinds, self.file), *system.findings]
        findings += [*settled.findings, *checked, *check_totals(self.grid, found, kinds, self.file)]
        findings += formulas_without_value(self.grid, found, kinds, self.file)
        findings += struck_through(self.grid, found, kinds, self.file)
        findings += rows_left_out(self.grid, found, kinds, self.file)
        if not len(kinds.data):
            findings.append(self._empty(found))
        extra = (*choice.readings, *settled.readings, *proven.readings, *system.readings, unit.reading, named)
        readings += [reading for reading in extra if reading is not None]
        table = self._table(found, choice, proven, unit, system, period, partial, tuple(readings))
        shares = frozenset(name for name, column in found.fields.items() if self._is_share(found, kinds, column))
        table = replace(table, broken=broken, open=choice.open | settled.open, shares=shares)
        return _Outcome(by_section(self.grid, found, kinds, table), findings)

    def _is_share(self, found: Recognition, kinds: RowKinds, column: int) -> bool:
        """Whether a column of scores says that it is a percentage, in its head or by how its cells are shown."""
        if found.kind is not Kind.PAR_INDEX:
            return False
        shown = set(self.grid.sheet.percent.in_column(column).tolist())
        return any("%" in part for part in found.block.paths[column]) or bool(shown & set(kinds.data.tolist()))

    def _table(
        self,
        found: Recognition,
        choice: Choice,
        proven: Proven,
        unit: SaidUnit,
        system: SaidSystem,
        period: Period | None,
        partial: str,
        readings: tuple[Reading, ...],
    ) -> Table:
        kinds = proven.kinds
        columns = columns_at(self.grid, found, kinds, choice, proven.inherited or {})
        if unit.column is not None:
            columns["unit"] = unit.column
        last = self.grid.sheet.n_rows - 1 if self.last else self.place.last
        receipt = Receipt(
            self.file,
            self.sheet,
            found.kind,
            system.system,
            found.block.range(),
            len(kinds.data),
            system.source,
            {name: column_letter(columns[name].index) for name in sorted(columns)},
            period,
            self.dated,
            partial,
            account_of(self.grid, found, kinds, choice, last),
            readings,
        )
        position = {int(row): place for place, row in enumerate(kinds.data)}
        doubtful = frozenset(position[row] for row in proven.doubtful if row in position)
        everything = bool(set(proven.doubtful) - position.keys())
        return Table(
            receipt,
            columns,
            kinds.data,
            unit.name,
            unit.cell,
            self.grid.sheet.date1904,
            " ".join(title.text for title in self.titles),
            doubtful=doubtful,
            doubtful_whole=everything,
        )

    def _without_empty_unit(self, found: Recognition) -> Recognition:
        """A unit column in which nothing stands says no more than none: the title lines may."""
        column = found.fields.get("unit")
        data = sort_rows(self.grid, found, self.place.last).data if column is not None else np.zeros(0)
        if column is not None and len(data) and not bool(self.grid.present(column)[data].any()):
            return replace(found, fields={name: place for name, place in found.fields.items() if name != "unit"})
        return found

    def _missing(
        self, found: Recognition, system: SaidSystem, unit: SaidUnit, choice: Choice, partial: str
    ) -> tuple[str, ...]:
        """What only the whole sheet can tell to be missing: the unit, and what a one-stop list must say."""
        has = {*found.fields, *choice.open}.__contains__
        missing = []
        if not has("unit") and not unit.said and unit.unknown is None and found.kind in GROUPED:
            missing.append("unit")
        if found.kind is Kind.DOSSIERS and system.system is not System.LOGBOOK and not has("code"):
            # Without codes a system's dossiers can neither be matched nor told from their copies.
            missing += ["code"] if system.system is not None else []
        if found.kind is Kind.DOSSIERS and system.system is System.ONE_STOP:
            # It rules on dates (contract, section 3): without them "no due date" would be said of every dossier.
            needed = ("due",) if partial else ("received", "due")
            missing += [name for name in needed if not has(name)]
            if not has("ended") and not has("returned"):
                missing.append("ended_or_returned")
        return tuple(missing)

    def _withheld(self, found: Recognition, system: SaidSystem, findings: list[Finding]) -> _Outcome:
        outcome = _Outcome((), findings)
        outcome.withheld = Withheld(self.file, self.sheet, found.kind, system.system)
        return outcome

    def _empty(self, found: Recognition) -> Finding:
        vietnamese, english = kind_words(found.kind)
        params: dict[str, str | int] = {"kind_vi": vietnamese, "kind_en": english}
        return Finding("empty_table", params, self.file, self.sheet, found.block.range())

    def _shifted(self, found: Recognition, row: int, column: int, shape: str) -> Finding:
        path = found.block.paths[column]
        seen_vi, seen_en = shape_words(shape)
        params: dict[str, str | int] = {"column": path[-1], "seen_vi": seen_vi, "seen_en": seen_en}
        return Finding("shifted_columns", params, self.file, self.sheet, cell_name(row or found.block.last + 1, column))
