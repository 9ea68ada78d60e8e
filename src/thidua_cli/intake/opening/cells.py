"""Rows to columns: dictionary-encodes cells as they come, with as little Python per cell as there can be."""

from __future__ import annotations

import math
import operator
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count, islice, zip_longest
from typing import Any

import numpy as np

from thidua_cli.intake.sheet import CellValue, Codes, Column, ExcelError

BATCH = 1024
"""Rows encoded at a time: enough to spread the cost, few enough that their Python objects stay few."""


class ColumnStore:
    """Collects rows and gives back dictionary-encoded columns.

    Rows of unequal length are padded with empty cells; None and the empty string are empty cells. ``first`` is the
    0-based sheet column of a row's first cell: columns before it come out empty.
    """

    def __init__(self, first: int = 0) -> None:
        self._first = first
        self._index: list[dict[Any, int]] = []
        self._codes: list[list[Codes]] = []
        self._rows = 0

    @property
    def n_rows(self) -> int:
        """Rows taken so far."""
        return self._rows

    @property
    def width(self) -> int:
        """Columns so far, counted from A."""
        return self._first + len(self._index)

    def extend(self, rows: Iterable[Sequence[CellValue]]) -> None:
        """Take rows in sheet order."""
        iterator = iter(rows)
        while batch := list(islice(iterator, BATCH)):
            columns = _transposed(batch)
            for _ in range(len(self._index), len(columns)):
                self._index.append(_new_index({"": -1, None: -1}))
                self._codes.append([np.full(self._rows, -1, np.int32)] if self._rows else [])
            for position, cells in enumerate(columns):
                codes, self._index[position] = _encode(cells, self._index[position])
                self._codes[position].append(codes)
            for position in range(len(columns), len(self._index)):
                self._codes[position].append(np.full(len(batch), -1, np.int32))
            self._rows += len(batch)

    def prepend_empty(self, rows: int) -> None:
        """Put empty rows before all others."""
        for parts in self._codes:
            parts.insert(0, np.full(rows, -1, np.int32))
        self._rows += rows

    def columns(self) -> list[Column]:
        """The columns from A to the last one seen; text in NFC, booleans as text, whole numbers as int."""
        empty = np.full(self._rows, -1, np.int32)
        result = [Column(i, empty, ()) for i in range(self._first)]
        for position, index in enumerate(self._index):
            parts = self._codes[position]
            codes = np.concatenate(parts) if parts else empty
            values = list(islice(index, 2, None))
            result.append(_settled(Column(self._first + position, codes, values)))
        return result


def _transposed(batch: list[Sequence[CellValue]]) -> list[tuple[CellValue, ...]]:
    try:
        return list(zip(*batch, strict=True))
    except ValueError:
        return list(zip_longest(*batch, fillvalue=""))


def _new_index(known: dict[Any, int]) -> dict[Any, int]:
    """A dictionary that numbers each new value by itself: all of it runs in C, which is the point."""
    return defaultdict(count(len(known) - 2).__next__, known)


def _encode(cells: tuple[Any, ...], index: dict[Any, int]) -> tuple[Codes, dict[Any, int]]:
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


def _settled(column: Column) -> Column:
    """The column with every value tidied; the two commonest kinds of column need no Python per value."""
    kinds = set(map(type, column.values))
    if kinds == {str} and all(map(str.isascii, column.values)):  # type: ignore[arg-type]
        return Column(column.index, column.codes, tuple(column.values))
    return recoded(column, tidy)


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


def _compacted(column: Column) -> Column:
    """The column without values that no row has, the rest in order of first appearance."""
    used, first = np.unique(column.codes, return_index=True)
    kept = [int(used[i]) for i in np.argsort(first) if used[i] >= 0]
    table = np.full(len(column.values) + 1, -1, np.int32)
    table[kept] = np.arange(len(kept), dtype=np.int32)
    return Column(column.index, table[column.codes], tuple(column.values[code] for code in kept))
