"""What is said about a table that was read all the same: hidden parts, formulas without a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from thidua_cli.findings import MAX_CELLS, Finding
from thidua_cli.intake.answers import reports_none, says_none
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import cell_name, column_letter
from thidua_cli.intake.tables import Kind
from thidua_cli.text.glossary import called, columns_called
from thidua_cli.text.language import Param, t


def cannot_be_told(
    grid: Grid, found: Recognition, name: str, columns: Sequence[int], file: str
) -> tuple[Finding, Reading]:
    """Several columns may be one field and nothing tells them apart: the finding and the reading that say so."""
    heads = tuple(" > ".join(found.block.paths[column]) for column in columns)
    cells = tuple(cell_name(found.block.last, column) for column in columns)
    params: dict[str, Param] = {
        "number": len(columns),
        "column": columns_called([name]),
        "heads": "; ".join(f"“{head}”" for head in heads),
    }
    finding = Finding("ambiguous_column", params, file, grid.sheet.name, cells[0], cells=cells)
    return finding, Reading("column_open", "", heads, cell=cells[0])


def hidden_data(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """Hidden sheets, rows and columns are read like any other; one finding says so for each."""
    sheet = grid.sheet
    findings = []
    if sheet.hidden:
        params: dict[str, Param] = {"what": t("This sheet is")}
        findings.append(Finding("hidden_data", params, file, sheet.name, found.block.range()))
    rows = kinds.data[np.isin(kinds.data, np.fromiter(sheet.hidden_rows, np.int64, len(sheet.hidden_rows)))]
    if len(rows):
        count = len(rows)
        params = {"what": t("{count:row is|rows are}", count=count)}
        cell = cell_name(int(rows[0]), found.block.columns[0])
        findings.append(Finding("hidden_data", params, file, sheet.name, cell, count=count))
    columns = sorted(set(found.fields.values()) & sheet.hidden_columns)
    if columns:
        letters = ", ".join(column_letter(column) for column in columns)
        one, many = t("Column {letters} is", letters=letters), t("Columns {letters} are", letters=letters)
        params = {"what": one if len(columns) == 1 else many}
        cell = cell_name(found.block.last, columns[0])
        findings.append(Finding("hidden_data", params, file, sheet.name, cell, count=len(columns)))
    return findings


def remarks_on(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """What is said of single rows and cells of a table that is used."""
    at = grid, found, kinds, file
    return [*_formulas_without_value(*at), *_struck_through(*at), *_rows_left_out(*at), *_rows_shifted(*at)]


def _formulas_without_value(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """One finding for the formulas without a stored value that stand in a used column of a data row."""
    used, data = set(found.fields.values()), set(kinds.data.tolist()) if grid.sheet.formulas_without_value else set()
    cells = sorted((row, column) for row, column in grid.sheet.formulas_without_value if column in used and row in data)
    if not cells:
        return []
    names = tuple(cell_name(*cell) for cell in cells[:MAX_CELLS])
    place = (file, grid.sheet.name, names[0])
    return [Finding("formula_without_value", {"count": len(cells)}, *place, count=len(cells), cells=names)]


def _rows_left_out(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """One finding for the rows with figures that are neither data nor anything that is known."""
    if not len(kinds.left_out):
        return []
    column = found.block.columns[0]
    cells = tuple(cell_name(int(row), column) for row in kinds.left_out[:MAX_CELLS])
    params: dict[str, Param] = {
        "count": len(kinds.left_out),
        "why": t("they read like totals, but their figures are no sum of any rows"),
    }
    place = (file, grid.sheet.name, cells[0])
    return [Finding("row_left_out", params, *place, count=len(kinds.left_out), cells=cells)]


def _rows_shifted(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """One finding for the rows whose cells stand under the wrong heads; only where they stand is said of them."""
    if not len(kinds.shifted):
        return []
    cells = tuple(cell_name(int(row), found.block.columns[0]) for row in kinds.shifted[:MAX_CELLS])
    count = len(kinds.shifted)
    return [Finding("shifted_row", {"count": count}, file, grid.sheet.name, cells[0], count=count, cells=cells)]


def _struck_through(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """One finding for the data rows of which a cell that is read is struck through: they may be meant as deleted."""
    struck = grid.sheet.struck
    if not struck:
        return []
    first: dict[int, int] = {}
    for column in sorted(set(found.fields.values())):
        for row in struck.in_column(column).tolist():
            first.setdefault(int(row), column)
    rows = kinds.data[np.isin(kinds.data, np.fromiter(first, np.int64, len(first)))]
    names = tuple(cell_name(int(row), first[int(row)]) for row in rows)
    if not names:
        return []
    place = (file, grid.sheet.name, names[0])
    return [Finding("struck_through", {"count": len(names)}, *place, count=len(names), cells=names[:MAX_CELLS])]


def empty(grid: Grid, found: Recognition, file: str) -> Finding:
    """The finding about a table that has a header and no row."""
    params = {"kind": called("kind", found.kind)}
    return Finding("empty_table", params, file, grid.sheet.name, found.block.range())


def says_nothing(grid: Grid, found: Recognition, kinds: RowKinds) -> bool:
    """Whether somebody wrote below the header that there is nothing to report ("Không có"), and nothing beside it."""
    for row in [*kinds.groups.tolist(), *kinds.notes.tolist()]:
        said = [text for column in found.block.columns if (text := grid.text(row, column).strip())]
        if any(map(_says_none, said)) and all(text.isdigit() or _says_none(text) for text in said):
            return True
    return False


def _says_none(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and says_none(text)


_MAY_SAY_NONE = frozenset({Kind.DOSSIERS, Kind.TASKS, Kind.INITIATIVES})
_MOST_CELLS = 4
"""A running number, the unit and "Không có" once or twice: what has more cells is looked at no further."""


def without_confirmations(grid: Grid, found: Recognition, kinds: RowKinds) -> RowKinds:
    """The rows without those in which a unit says that it has nothing to report: its name, and "Không có" beside it."""
    unit = found.fields.get("unit")
    if unit is None or found.kind not in _MAY_SAY_NONE:
        return kinds
    rows = np.concatenate([kinds.data, kinds.groups, kinds.notes])
    few = np.sort(rows[grid.filled[rows] <= _MOST_CELLS]).tolist()
    none = np.array([row for row in few if _confirms(grid, found, unit, row)], np.int64)
    if not len(none):
        return kinds
    data, groups = (some[~np.isin(some, none)] for some in (kinds.data, kinds.groups))
    return replace(kinds, data=data, groups=groups, notes=np.union1d(kinds.notes, none), none=none)


def _confirms(grid: Grid, found: Recognition, unit: int, row: int) -> bool:
    said = {column: text for column in found.block.columns if (text := grid.text(row, column).strip())}
    named = said.pop(unit, "")
    told = [text for text in said.values() if not text.isdigit()]
    if found.kind is Kind.TASKS and len(told) == 1 and said.get(found.fields.get("result", -1)) == told[0]:
        return False  # beside a task that is not named it may say what came of it
    return bool(named and told) and all(map(reports_none, told))


def nothing(grid: Grid, found: Recognition, file: str) -> Finding:
    """The finding about a table in which somebody wrote that there is nothing to report."""
    params = {"kind": called("kind", found.kind)}
    return Finding("nothing_reported", params, file, grid.sheet.name, found.block.range())


def columns_shifted(grid: Grid, found: Recognition, file: str, row: int, column: int, shape: str) -> Finding:
    """The finding about a table whose columns stand under the wrong heads, at a cell that shows it."""
    params: dict[str, Param] = {"column": found.block.paths[column][-1], "seen": called("shape", shape)}
    return Finding("shifted_columns", params, file, grid.sheet.name, cell_name(row or found.block.last + 1, column))
