"""The columns of a table at its data rows: merged names and dates spread, parts beside their whole, blanks filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from thidua_cli.intake.decisions.columns import JOINED, Choice
from thidua_cli.intake.decisions.counted import COUNTED
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
    """The mapped columns at the data rows, every vertical merge of names or dates filled from its first cell."""
    counts = COUNTED.get(found.kind, frozenset())
    unit = _column(grid, found.fields["unit"], kinds) if "unit" in found.fields else None

    def made(name: str, column: int) -> Column:
        return _counts(grid, column, kinds, unit) if name in counts else _column(grid, column, kinds)

    columns = {name: made(name, column) for name, column in sorted(found.fields.items())}
    if found.kind is Kind.PAR_INDEX:
        columns |= {name: _in_points(grid, columns[name], kinds) for name in _SCORES & columns.keys()}
    for name, more in choice.added.items():
        if name in JOINED:
            columns[name] = _joined([columns[name], *(made(name, column) for column in more)])
            continue
        for number, column in enumerate(more, 1):
            columns[f"{name}{PART}{number}"] = made(name, column)
    for name, column in ((name, column) for name, more in choice.filling.items() for column in more):
        if name in columns:
            columns[name] = _filled(columns[name], made(name, column))
    if inherited and "unit" in columns:
        # Rows 1.1, 1.2 under a row that names their unit: what stands in its column is their field.
        columns.setdefault("field", columns["unit"])
        columns["unit"] = _inherit(columns["unit"], kinds, inherited)
    return columns


_SCORES = frozenset("score score_self score_appraised score_final".split())


def _in_points(grid: Grid, column: Column, kinds: RowKinds) -> Column:
    """A column of scores with its percentages in points of 100: a cell shown as 86,5% is 86,5 (contract, 2.1)."""
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


def _counts(grid: Grid, index: int, kinds: RowKinds, unit: Column | None) -> Column:
    """A column of counts. A merged one belongs to its rows together: it stands in the first and is added up once.

    Over rows of several units nobody can tell what each has: then it says nothing of any of them.
    """
    column = _uncalculated(grid, grid.sheet.columns[index])
    codes: Codes = np.array(column.codes[kinds.data], dtype=np.int32)
    values = list(column.values)
    for top, _, bottom, _ in _merges(grid, index, kinds) if unit is not None else ():
        inside = np.flatnonzero((kinds.data >= top) & (kinds.data <= bottom))
        if unit is not None and len({unit.at(int(place)) for place in inside}) > 1:
            codes[inside] = len(values)
            values.append(ExcelError("="))
    return Column(column.index, codes, values)


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
    merges = _merges(grid, column.index, kinds)
    if not merges:
        return column.codes
    codes: Codes = np.array(column.codes, dtype=np.int32)
    for top, _, bottom, _ in merges:
        codes[top : bottom + 1] = codes[top]
    return codes


def _merges(grid: Grid, index: int, kinds: RowKinds) -> list[tuple[int, int, int, int]]:
    """The vertical merges of one column among the data rows."""
    if not len(kinds.data):
        return []
    merges = grid.merges_in(int(kinds.data[0]), int(kinds.data[-1]))
    return [merge for merge in merges if merge[1] == index and merge[2] > merge[0]]
