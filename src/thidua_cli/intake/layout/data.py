"""The columns of a table at its data rows: merged cells spread, units taken from group rows."""

from __future__ import annotations

import numpy as np

from thidua_cli.intake.layout import row_words
from thidua_cli.intake.layout.context import looks_like_unit
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.rows import RowKinds
from thidua_cli.intake.layout.words import one_line
from thidua_cli.intake.sheet import Codes, Column, ExcelError
from thidua_cli.intake.tables import Kind

_GROUPED = frozenset({Kind.DOSSIERS, Kind.TASKS, Kind.INITIATIVES, Kind.INDIVIDUALS})


def columns_at(grid: Grid, found: Recognition, kinds: RowKinds) -> dict[str, Column]:
    """The mapped columns at the data rows, every vertical merge filled from its first cell."""
    columns = {}
    for name in sorted(found.fields):
        column = grid.sheet.columns[found.fields[name]]
        if found.kind is Kind.STATISTICS:
            column = _uncalculated(grid, column)
        columns[name] = Column(column.index, _spread(grid, column, kinds)[kinds.data], column.values)
    return columns


def _uncalculated(grid: Grid, column: Column) -> Column:
    """A form's column with formulas without a value marked: an empty cell of a form says 0, these say nothing."""
    rows = [row for row, index in grid.sheet.formulas_without_value if index == column.index and row < len(column)]
    if not rows:
        return column
    codes: Codes = np.array(column.codes, dtype=np.int32)
    codes[rows] = len(column.values)
    return Column(column.index, codes, (*column.values, ExcelError("=")))


def _spread(grid: Grid, column: Column, kinds: RowKinds) -> Codes:
    if not len(kinds.data):
        return column.codes
    merges = [
        merge
        for merge in grid.merges_in(int(kinds.data[0]), int(kinds.data[-1]))
        if merge[1] == column.index and merge[2] > merge[0]
    ]
    if not merges:
        return column.codes
    codes: Codes = np.array(column.codes, dtype=np.int32)
    for top, _, bottom, _ in merges:
        codes[top : bottom + 1] = codes[top]
    return codes


def group_units(grid: Grid, found: Recognition, kinds: RowKinds) -> Column | None:
    """The unit column of a list that names its units in group rows ("I. UBND phường An Lộc"), None where it does not.

    Only if the table has no unit column and every group row above its data names what looks like a unit.
    """
    if "unit" in found.fields or found.kind not in _GROUPED or not len(kinds.groups) or not len(kinds.data):
        return None
    if int(kinds.groups[0]) > int(kinds.data[0]):
        return None
    named = [_label(grid, found, int(row)) for row in kinds.groups]
    if not all(looks_like_unit(text) for text, _ in named):
        return None
    codes = np.searchsorted(kinds.groups, kinds.data).astype(np.int32) - 1
    return Column(named[0][1], codes, [text for text, _ in named])


def _label(grid: Grid, found: Recognition, row: int) -> tuple[str, int]:
    """The words of a group row without its number, and their column."""
    for column in found.block.columns:
        text = one_line(grid.text(row, column))
        if text and not row_words.is_group_number(text):
            return row_words.without_number(text), column
    return "", found.block.columns[0]
