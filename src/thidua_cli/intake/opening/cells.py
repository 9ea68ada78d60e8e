"""Rows to columns: dictionary-encodes cells as they come, with as little Python per cell as there can be."""

from __future__ import annotations

import math
import operator
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count, islice, zip_longest
from typing import Any, cast

import numpy as np

from thidua_cli.intake.long_values import LongValues, ValuesInMaking
from thidua_cli.intake.sheet import CellValue, Codes, Column, ExcelError, error_or_text

BATCH = 1024
"""Rows encoded at a time: enough to spread the cost, few enough that their Python objects stay few."""
LONG = 20_000
"""A column with more distinct values than this keeps them as arrays."""
Settle = Callable[[Any], CellValue]


class ColumnStore:
    """Collects rows and gives back dictionary-encoded columns.

    Rows of unequal length are padded with empty cells; None and the empty string are empty cells. ``first`` is the
    0-based sheet column of a row's first cell: columns before it come out empty. ``settle`` gives each distinct value
    its settled form (:func:`tidy` by itself).
    """

    def __init__(self, first: int = 0, settle: Settle | None = None) -> None:
        self._first = first
        self._settle = settle or tidy
        self._plain = settle is None
        self._columns: list[_Column] = []
        self._rows = 0

    @property
    def n_rows(self) -> int:
        """Rows taken so far."""
        return self._rows

    @property
    def width(self) -> int:
        """Columns so far, counted from A."""
        return self._first + len(self._columns)

    def extend(self, rows: Iterable[Sequence[CellValue]]) -> None:
        """Take rows in sheet order."""
        iterator = iter(rows)
        while batch := list(islice(iterator, BATCH)):
            self.extend_columns(_transposed(batch), len(batch))

    def extend_columns(self, columns: Sequence[Sequence[Any]], rows: int) -> None:
        """Take so many rows column by column."""
        for _ in range(len(self._columns), len(columns)):
            self._columns.append(_Column(self._settle, self._rows, plain=self._plain))
        for column, cells in zip(self._columns, columns, strict=False):
            column.take(cells)
        for column in self._columns[len(columns) :]:
            column.skip(rows)
        self._rows += rows

    def prepend_empty(self, rows: int) -> None:
        """Put empty rows before all others."""
        for column in self._columns:
            column.codes.insert(0, np.full(rows, -1, np.int32))
        self._rows += rows

    def columns(self) -> list[Column]:
        """The columns from A to the last one seen; text in NFC, booleans as text, whole numbers as int.

        The store is empty afterwards: a million rows are not kept twice.
        """
        empty = np.full(self._rows, -1, np.int32)
        result = [Column(i, empty, ()) for i in range(self._first)]
        while self._columns:
            column = self._columns.pop(0)
            result.append(column.finish(len(result)))
        return result


class _Column:
    """One column in the making: values by number in a dictionary; very many of them leave it for arrays."""

    def __init__(self, settle: Settle, rows: int, *, plain: bool) -> None:
        self.codes: list[Codes] = [np.full(rows, -1, np.int32)] if rows else []
        self._settle = settle
        self._plain = plain
        self._index = _new_index({"": -1, None: -1})
        self._made: ValuesInMaking | None = None
        self._left = self._since = 0

    def take(self, cells: Sequence[Any]) -> None:
        """The column's cells of the next rows."""
        codes, self._index = _encode(cells, self._index)
        if self._left:
            codes[codes >= 0] += self._left
        self.codes.append(codes)
        self._since += len(cells)
        if len(self._index) > LONG and len(self._index) * 4 > self._since:
            self._let_go()

    def skip(self, rows: int) -> None:
        """Empty cells."""
        self.codes.append(np.full(rows, -1, np.int32))

    def _let_go(self) -> None:
        """Hand the values on: a column that hardly ever repeats itself would fill its dictionary for nothing."""
        self._made = self._made or ValuesInMaking()
        values = self._distinct()
        # Texts are tidied when they are asked for, and most of what else there is needs no tidying.
        self._made.take(values if self._plain else list(map(self._settle, values)), tidy)
        self._left += len(values)
        self._index, self._since = _new_index({"": -1, None: -1}), 0

    def _distinct(self) -> list[CellValue]:
        return list(islice(self._index, 2, None))

    def finish(self, index: int) -> Column:
        """The column under its number."""
        if self._made is None and len(self._index) - 2 <= LONG:
            return _settled(Column(index, self._joined(), self._distinct()), self._settle, plain=self._plain)
        self._let_go()
        values, table = self._made.finish()  # type: ignore[union-attr]
        return Column(index, np.append(table, np.int32(-1))[self._joined()], values)

    def _joined(self) -> Codes:
        codes = np.concatenate(self.codes) if self.codes else np.empty(0, np.int32)
        self.codes = []
        return codes


def _transposed(batch: list[Sequence[CellValue]]) -> list[tuple[CellValue, ...]]:
    try:
        return list(zip(*batch, strict=True))
    except ValueError:
        return list(zip_longest(*batch, fillvalue=""))


def _new_index(known: dict[Any, int]) -> dict[Any, int]:
    """A dictionary that numbers each new value by itself: all of it runs in C, which is the point."""
    return defaultdict(count(len(known) - 2).__next__, known)


def _encode(cells: Sequence[Any], index: dict[Any, int]) -> tuple[Codes, dict[Any, int]]:
    """Codes of one batch of one column; new values join the index.

    True equals 1 and False 0 to a dictionary, so where a batch with such a number holds booleans it is done again.
    """
    before = len(index)
    codes = np.fromiter(map(index.__getitem__, cells), np.int32, len(cells))
    if (1 in index or 0 in index) and bool in set(map(type, cells)):
        index = _new_index(dict(islice(index.items(), before)))
        cells = tuple(("TRUE" if c else "FALSE") if isinstance(c, bool) else c for c in cells)
        codes = np.fromiter(map(index.__getitem__, cells), np.int32, len(cells))
    return codes, index


def _settled(column: Column, settle: Settle, *, plain: bool) -> Column:
    """The column with every value settled; where that is no more than to tidy, ASCII texts need no look each."""
    if not plain:
        return recoded(column, settle)
    kinds = set(map(type, column.values))
    if kinds == {str} and all(map(str.isascii, column.values)):  # type: ignore[arg-type]
        return Column(column.index, column.codes, tuple(column.values))
    return recoded(column, settle)


def tidy(value: CellValue) -> CellValue:
    """One distinct value in its settled form: NFC text, whole floats as int (1.0 is 1), the rest as it is.

    Old binary workbooks can hold the bits of no number (NaN, infinity): such a cell is an error cell.
    """
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return ExcelError("#NUM!")
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value


def settled(value: CellValue) -> CellValue:
    """The same, and a text that says an error of a spreadsheet is one: in some formats nothing else is left of it."""
    value = tidy(value)
    return error_or_text(value) if isinstance(value, str) else value


def recoded(column: Column, change: Callable[[CellValue], CellValue]) -> Column:
    """The column with ``change`` applied once to each distinct value; values that fall together share a code."""
    changed = [change(v) for v in column.values]
    if all(map(operator.is_, changed, column.values)):
        return Column(column.index, column.codes, tuple(changed))
    index: dict[tuple[type, CellValue], int] = {}
    mapping = [-1 if v in ("", None) else index.setdefault((type(v), v), len(index)) for v in changed]
    if mapping == list(range(len(changed))):
        return Column(column.index, column.codes, tuple(changed))
    table = np.array([*mapping, -1], np.int32)
    return Column(column.index, table[column.codes], tuple(v for _, v in index))


def _lengthened(codes: Codes, n_rows: int) -> Codes:
    return np.concatenate([codes, np.full(n_rows - len(codes), -1, np.int32)]) if len(codes) < n_rows else codes


def with_cells(columns: Sequence[Column], n_rows: int, cells: Mapping[tuple[int, int], CellValue]) -> list[Column]:
    """The columns with some cells set: error cells, which calamine reports as empty, or None for no value."""
    result = [Column(c.index, _lengthened(c.codes, n_rows), c.values) for c in columns]
    by_column: dict[int, dict[int, CellValue]] = {}
    for (row, column), value in cells.items():
        if row < n_rows and (value is not None or column < len(result)):
            by_column.setdefault(column, {})[row] = value
    for position, changes in by_column.items():
        while len(result) <= position:
            result.append(Column(len(result), np.full(n_rows, -1, np.int32), ()))
        old = result[position]
        if isinstance(old.values, LongValues):
            result[position] = _with_some(old, changes)
            continue
        values = list(old.values)
        index = {(type(v), v): i for i, v in enumerate(values)}
        codes = old.codes.copy()
        for row, value in changes.items():
            if value is None:
                codes[row] = -1
                continue
            code = index.setdefault((type(value), value), len(index))
            if code == len(values):
                values.append(value)
            codes[row] = code
        result[position] = _compacted(Column(position, codes, values))
    return result


def merged(columns: Sequence[Column], others: Sequence[Column], n_rows: int) -> list[Column]:
    """The columns of one sheet whose rows were read in two ways: no cell is in both."""
    result = []
    for index in range(max(len(columns), len(others))):
        one, other = (
            Column(index, _lengthened(found[index].codes, n_rows), found[index].values)
            if index < len(found)
            else Column(index, np.full(n_rows, -1, np.int32), ())
            for found in (columns, others)
        )
        if isinstance(one.values, LongValues):
            one, other = other, one
        if isinstance(other.values, LongValues):
            codes = np.where(one.codes >= 0, one.codes + np.int32(len(other.values)), other.codes)
            values: Sequence[CellValue] = replace(other.values, rest=(*other.values.rest, *one.values))
        else:
            known = {(type(value), value): code for code, value in enumerate(one.values)}
            table = [known.setdefault((type(value), value), len(known)) for value in other.values]
            codes = np.where(other.codes >= 0, np.array([*table, -1], np.int32)[other.codes], one.codes)
            values = tuple(value for _, value in known)
        result.append(Column(index, codes, values))
    return result


def _with_some(column: Column, changes: Mapping[int, CellValue]) -> Column:
    """A long column with some cells set: their values go behind all others."""
    values = cast("LongValues", column.values)
    added = [value for value in changes.values() if value is not None]
    codes = column.codes.copy()
    codes[list(changes)] = -1
    codes[[row for row, value in changes.items() if value is not None]] = len(values) + np.arange(len(added))
    return Column(column.index, codes, replace(values, rest=(*values.rest, *added)))


def _compacted(column: Column) -> Column:
    """The column without values that no row has, the rest in order of first appearance."""
    used, first = np.unique(column.codes, return_index=True)
    kept = [int(used[i]) for i in np.argsort(first) if used[i] >= 0]
    table = np.full(len(column.values) + 1, -1, np.int32)
    table[kept] = np.arange(len(kept), dtype=np.int32)
    return Column(column.index, table[column.codes], tuple(column.values[code] for code in kept))
