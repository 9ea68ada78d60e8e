"""From sheets as read to tables as understood: the whole way for one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.layout.context import Title, system_of, title_lines, unit_of
from thidua_cli.intake.layout.find import Place, find_tables
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.labels import field_words, kind_words
from thidua_cli.intake.layout.recognise import CLEARLY, Recognition, taught_words
from thidua_cli.intake.layout.rows import RowKinds, sort_rows
from thidua_cli.intake.sheet import Codes, Column, Sheet, SourceFile, column_letter
from thidua_cli.intake.tables import Kind, Receipt, System, Table, UnrecognisedSheet
from thidua_cli.plan.model import Vocabulary

_UNIT_OUTSIDE = frozenset({Kind.DOSSIERS, Kind.STATISTICS, Kind.TASKS, Kind.INITIATIVES, Kind.INDIVIDUALS})
"""Kinds whose unit may stand in the title lines, the sheet's name or the file's name."""

Understood = tuple[list[Table], list[Finding], list[UnrecognisedSheet]]


def understand(
    file: SourceFile, *, vocabulary: Vocabulary, systems: Mapping[str, System] | None = None
) -> Understood:
    """Every table of a file with its receipt, what was found wrong, and the sheets that hold no known table.

    ``systems`` are systems stated by option (file name or glob to system); they come before the plan's own
    (``vocabulary.systems``), and both before what titles and names say. Columns with personal data, and all that the
    program does not know, are left behind here. Raises nothing: what cannot be used is a finding.
    """
    given = {**vocabulary.systems, **{name: str(system) for name, system in (systems or {}).items()}}
    tables: list[Table] = []
    findings: list[Finding] = []
    unrecognised: list[UnrecognisedSheet] = []
    for sheet in file.sheets:
        grid = Grid(sheet, frozenset(words for _, words in taught_words(vocabulary)))
        places, nearest = find_tables(grid, taught_words(vocabulary))
        found = [_table(grid, place, file, given, findings) for place in places]
        tables += [table for table in found if table is not None]
        if not places and bool(grid.filled.any()):
            _say_unrecognised(file, sheet, nearest, findings, unrecognised)
    return tables, findings, unrecognised


def _say_unrecognised(
    file: SourceFile,
    sheet: Sheet,
    nearest: Recognition | None,
    findings: list[Finding],
    unrecognised: list[UnrecognisedSheet],
) -> None:
    if nearest is not None and nearest.missing and nearest.score >= CLEARLY:
        findings.append(_missing_column(file.name, sheet.name, nearest, nearest.missing))
        header = nearest.block.range()
        unrecognised.append(UnrecognisedSheet(file.name, sheet.name, nearest.kind, nearest.missing, header))
        return
    kind = nearest.kind if nearest is not None and nearest.fields else None
    missing = nearest.missing if nearest is not None and kind else ()
    kind_vi, kind_en = kind_words(kind)
    missing_vi, missing_en = field_words(missing) if missing else ("dòng tiêu đề cột quen thuộc", "a known header")
    params = {"nearest_vi": kind_vi, "nearest_en": kind_en, "missing_vi": missing_vi, "missing_en": missing_en}
    header = nearest.block.range() if nearest is not None and kind else ""
    findings.append(Finding("unrecognised_sheet", params, file.name, sheet.name, header))
    unrecognised.append(UnrecognisedSheet(file.name, sheet.name, kind, missing, header))


def _missing_column(file: str, sheet: str, found: Recognition, missing: Sequence[str]) -> Finding:
    kind_vi, kind_en = kind_words(found.kind)
    column_vi, column_en = field_words(missing)
    params = {"kind_vi": kind_vi, "kind_en": kind_en, "column_vi": column_vi, "column_en": column_en}
    return Finding("missing_column", params, file, sheet, found.block.range())


def _table(
    grid: Grid, place: Place, file: SourceFile, given: Mapping[str, str], findings: list[Finding]
) -> Table | None:
    found, sheet = place.found, grid.sheet
    titles = title_lines(grid, place.top, found.block.first - 1)
    system, system_from = system_of(found.kind, titles, sheet.name, file.name, given)
    unit, unit_cell = _unit(found, titles, sheet.name, file.name)
    if "unit" not in found.fields and unit is None:
        findings.append(_missing_column(file.name, sheet.name, found, ("unit",)))
        return None
    kinds = sort_rows(grid, found, place.last)
    if system_from == "assumed":
        findings.append(Finding("system_assumed", {"file": file.name}, file.name, sheet.name, found.block.range()))
    receipt = Receipt(
        file.name,
        sheet.name,
        found.kind,
        system,
        found.block.range(),
        len(kinds.data),
        system_from,
        {name: column_letter(found.fields[name]) for name in sorted(found.fields)},
    )
    return Table(receipt, _columns(grid, found, kinds), kinds.data, unit, unit_cell, sheet.date1904)


def _unit(found: Recognition, titles: Sequence[Title], sheet: str, file: str) -> tuple[str | None, str]:
    if "unit" in found.fields or found.kind not in _UNIT_OUTSIDE:
        return None, ""
    return unit_of(titles, sheet, file)


def _columns(grid: Grid, found: Recognition, kinds: RowKinds) -> dict[str, Column]:
    """The mapped columns at the data rows, merged cells spread over their rows."""
    columns = {}
    for name in sorted(found.fields):
        column = grid.sheet.columns[found.fields[name]]
        codes = _spread(grid, column, kinds)
        columns[name] = Column(column.index, codes[kinds.data], column.values)
    return columns


def _spread(grid: Grid, column: Column, kinds: RowKinds) -> Codes:
    """The column's codes with every vertical merge filled from its first cell."""
    if not len(kinds.data):
        return column.codes
    merges = [
        merge
        for merge in grid.merges_in(int(kinds.data[0]), int(kinds.data[-1]))
        if merge[1] <= column.index <= merge[3] and merge[2] > merge[0]
    ]
    if not merges:
        return column.codes
    codes: Codes = np.array(column.codes, dtype=np.int32)
    for top, left, bottom, _ in merges:
        if left == column.index:
            codes[top : bottom + 1] = codes[top]
    return codes
