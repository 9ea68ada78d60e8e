"""The columns of a table at its data rows: merged cells spread, parts beside their whole, blanks filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from thidua_cli.intake.decisions.columns import JOINED, Choice
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.sheet import Codes, Column, ExcelError
from thidua_cli.intake.tables import Kind

PART = "+"
"""Parts of a field stand beside it as ``late+1``, ``late+2``: evidence adds them up."""


def columns_at(
    grid: Grid, found: Recognition, kinds: RowKinds, choice: Choice, inherited: Mapping[int, int]
) -> dict[str, Column]:
    """The mapped columns at the data rows, every vertical merge filled from its first cell."""
    columns = {name: _column(grid, column, kinds) for name, column in sorted(found.fields.items())}
    for name in columns:
        if found.kind is Kind.PAR_INDEX and name in _SCORES:
            columns[name] = _in_points(grid, columns[name], kinds)
    for name, more in choice.added.items():
        if name in JOINED:
            columns[name] = _joined([columns[name], *(_column(grid, column, kinds) for column in more)])
            continue
        for number, column in enumerate(more, 1):
            columns[f"{name}{PART}{number}"] = _column(grid, column, kinds)
    for name, more in choice.filling.items():
        if name in columns:
            for column in more:
                columns[name] = _filled(columns[name], _column(grid, column, kinds))
    if inherited and "unit" in columns:
        columns["unit"] = _inherit(columns["unit"], kinds, inherited)
    return columns


_SCORES = frozenset("score score_self score_appraised score_final".split())


def _in_points(grid: Grid, column: Column, kinds: RowKinds) -> Column:
    """A column of scores with its percentages in points of 100: a cell shown as 86,5% is 86,5 (contract, 2.1, numbers)."""
    shown = [place for place, row in enumerate(kinds.data) if (int(row), column.index) in grid.sheet.percent]
    codes: Codes = np.array(column.codes, dtype=np.int32)
    values = list(column.values)
    for place in shown:
        value = column.at(place)
        if isinstance(value, (int, float)):
            codes[place] = len(values)
            values.append(float(Decimal(format(value, ".15g")) * 100))
    return Column(column.index, codes, values) if shown else column


def _column(grid: Grid, index: int, kinds: RowKinds) -> Column:
    column = _uncalculated(grid, grid.sheet.columns[index])
    return Column(column.index, _spread(grid, column, kinds)[kinds.data], column.values)


def _uncalculated(grid: Grid, column: Column) -> Column:
    """A column with formulas without a value marked: an empty cell of a form says 0, these say nothing."""
    rows = [row for row, index in grid.sheet.formulas_without_value if index == column.index and row < len(column)]
    if not rows:
        return column
    codes: Codes = np.array(column.codes, dtype=np.int32)
    codes[rows] = len(column.values)
    return Column(column.index, codes, (*column.values, ExcelError("=")))


def _filled(column: Column, other: Column) -> Column:
    """The column with its blanks filled from another."""
    blank = column.codes < 0
    codes = np.where(blank & (other.codes >= 0), other.codes + len(column.values), column.codes).astype(np.int32)
    return Column(column.index, codes, [*column.values, *other.values])


def _joined(columns: Sequence[Column]) -> Column:
    """One column with what each of several says: an author and the co-authors are all authors."""
    texts = [
        "; ".join(str(value) for column in columns if (value := column.at(place)) is not None)
        for place in range(len(columns[0]))
    ]
    values = sorted(set(texts) - {""})
    number = {text: index for index, text in enumerate(values)} | {"": -1}
    return Column(columns[0].index, np.array([number[text] for text in texts], dtype=np.int32), values)


def _inherit(column: Column, kinds: RowKinds, inherited: Mapping[int, int]) -> Column:
    position = {int(row): place for place, row in enumerate(kinds.data)}
    codes: Codes = np.array(column.codes, dtype=np.int32)
    for row, source in inherited.items():
        if row in position and source in position:
            codes[position[row]] = column.codes[position[source]]
    return Column(column.index, codes, column.values)


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
