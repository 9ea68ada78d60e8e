"""Columns in the making: whatever way values go into arrays, the same cells come out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.intake.long_values import LongValues, ValuesInMaking
from thidua_cli.intake.opening import cells
from thidua_cli.intake.opening.cells import ColumnStore, settled, tidy, with_cells
from thidua_cli.intake.opening.fast import grid
from thidua_cli.intake.opening.fast import texts as fast_texts
from thidua_cli.intake.opening.fast.grid import Grid
from thidua_cli.intake.sheet import CellValue, Column, ExcelError, error_or_text
from thidua_cli.intake.wordwise import Text

VALUES: list[CellValue] = [
    "a", "Hồ sơ", "", None, 0, 1, -3, 2**53, 2**70, 0.5, -1.25, 1e300, date(2021, 1, 5), date(1900, 2, 1),
    datetime(2021, 1, 5, 8, 30), datetime(2021, 1, 5), datetime(2021, 1, 5, 8, 30, 0, 1), datetime(1899, 12, 31, 5),
    datetime(2021, 1, 5, 8, 30, tzinfo=UTC), time(9), timedelta(hours=30), ExcelError("#REF!"), "#REF!",
]  # fmt: skip


def shown(values: Sequence[CellValue]) -> list[tuple[type, CellValue]]:
    """Values with their kinds, for 1 equals True and 1.0."""
    return [(type(value), value) for value in values]


@given(st.lists(st.sampled_from(VALUES), max_size=30), st.integers(1, 7))
def test_values_in_arrays_are_the_values(values: list[CellValue], at_once: int) -> None:
    """Each value taken has a code, and the code gives the same value of the same kind; what is empty has none."""
    making = ValuesInMaking()
    for start in range(0, len(values), at_once):
        making.take(values[start : start + at_once], tidy)
    made, table = making.finish()
    read = [None if code < 0 else made[code] for code in table.tolist()]
    assert shown([value if value != "" else None for value in values]) == shown(read)


def test_no_number_is_an_error_cell() -> None:
    """The bits of no number are an error in a long column as in a short one."""
    making = ValuesInMaking()
    making.take([math.inf, math.nan, 1.5], tidy)
    made, table = making.finish()
    assert [ExcelError("#NUM!"), ExcelError("#NUM!"), 1.5] == [made[code] for code in table.tolist()]
    assert isinstance(made[int(table[0])], ExcelError)


@given(st.lists(st.lists(st.sampled_from(VALUES[:-2]), max_size=3), max_size=40), st.integers(0, 3))
def test_a_long_column_has_the_same_cells(rows: list[list[CellValue]], long: int) -> None:
    """A column whose values leave their dictionary again and again reads as one whose values never do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "BATCH", 4)
        read = []
        for most in (long, 10**6):
            patch.setattr(cells, "LONG", most)
            store = ColumnStore()
            store.extend(rows)
            read.append([shown([column.at(i) for i in range(len(rows))]) for column in store.columns()])
    assert read[0] == read[1]


def test_cells_are_set_in_a_long_column() -> None:
    """An error cell or an emptied one changes that cell alone, however the column keeps its values."""
    making = ValuesInMaking()
    making.take(["a", "b", 1.5], tidy)
    values, table = making.finish()
    (column,) = with_cells([Column(0, table, values)], 4, {(1, 0): ExcelError("#N/A"), (2, 0): None})
    assert ["a", "#N/A", None, None] == [column.at(i) for i in range(4)]
    assert isinstance(column.values, LongValues)
    assert isinstance(column.at(1), ExcelError)


PIECES = st.lists(
    st.lists(st.sampled_from(["", "a", "ab", "Phường An Lộc", "x" * 20, "#N/A", "#9"]), max_size=9), max_size=6
)


def read_back(pieces: list[list[str]]) -> Column:
    """A column of these texts, which come piece by piece among other bytes."""
    cells_of, row = Grid(), 0
    for piece in pieces:
        encoded = [text.encode() for text in piece]
        data = b"|".join([b"", *encoded, b""])
        lengths = np.array([len(text) for text in encoded], np.intp)
        starts = 1 + np.cumsum(lengths + 1) - lengths - 1
        column = np.zeros(len(piece), np.intp)
        cells_of.keep(
            cells_of.text_codes(Text(data), starts, lengths, column), np.arange(row, row + len(piece)), column
        )
        row += len(piece)
    return cells_of.settled(row, settled)[0] if row else Column(0, np.empty(0, np.int32), ())


@given(PIECES, st.integers(0, 3), st.integers(0, 4))
def test_texts_as_bytes_are_the_texts(pieces: list[list[str]], long: int, few: int) -> None:
    """Few texts or very many, known again or copied as they come: each row has its text, and errors stay errors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast_texts, "LONG", long)
        patch.setattr(grid, "LONG", long)
        patch.setattr(fast_texts, "_FEW", few)
        column = read_back(pieces)
    expected = [error_or_text(text) or None for piece in pieces for text in piece]
    assert shown(expected) == shown([column.at(i) for i in range(len(column))])


@given(PIECES)
def test_a_hash_decides_nothing(pieces: list[list[str]]) -> None:
    """Where all texts have the same hash, they are told apart all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast_texts, "_hashed", lambda rows: np.zeros(len(rows), np.uint64))
        column = read_back(pieces)
    assert [text or None for piece in pieces for text in piece] == [column.at(i) for i in range(len(column))]
