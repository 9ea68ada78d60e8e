"""Sheets made by hand: what a reader would hand to layout, without a file in between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import CellValue, Column, Sheet, SourceFile

_CELL = re.compile(r"([A-Z]+)(\d+)")


def cell_place(address: str) -> tuple[int, int]:
    """The 0-based row and column of an A1 address."""
    match = _CELL.fullmatch(address)
    assert match is not None, address
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def range_place(address: str) -> tuple[int, int, int, int]:
    """The 0-based corners of a range: "A6:B8" is (5, 0, 7, 1)."""
    first, _, last = address.partition(":")
    return (*cell_place(first), *cell_place(last or first))


def column(index: int, cells: Sequence[CellValue]) -> Column:
    """One column, dictionary-encoded; None and "" are empty."""
    known: dict[tuple[type, CellValue], int] = {}
    codes = [
        -1 if cell is None or cell == "" else known.setdefault((type(cell), cell), len(known))  # a number is no text
        for cell in cells
    ]
    return Column(index, np.array(codes, dtype=np.int32), [value for _, value in known])


def sheet(
    rows: Sequence[Sequence[CellValue]],
    *,
    merges: Iterable[str] = (),
    name: str = "Sheet1",
    hidden: bool = False,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    formulas_without_value: Iterable[str] = (),
    percent: Iterable[str] = (),
    struck: Iterable[str] = (),
) -> Sheet:
    """A sheet of these rows from cell A1 on; ``merges`` and all that are cells are A1 addresses."""
    width = max((len(row) for row in rows), default=0)
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    return Sheet(
        name=name,
        n_rows=len(rows),
        columns=[column(index, [row[index] for row in padded]) for index in range(width)],
        merged=[range_place(merge) for merge in merges],
        hidden=hidden,
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(hidden_columns),
        formulas_without_value=[cell_place(address) for address in formulas_without_value],
        percent=Places.of(map(cell_place, percent)),
        struck=Places.of(map(cell_place, struck)),
    )


def source(*sheets: Sheet, name: str = "tep.xlsx") -> SourceFile:
    """A file of these sheets."""
    return SourceFile(name=name, sha256="0" * 64, sheets=sheets, engine="hand")
