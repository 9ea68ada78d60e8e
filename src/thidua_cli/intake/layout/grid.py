"""One sheet seen as text: header cells with merges spread, and rows told by the distinct values of their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.codes import distinct
from thidua_cli.intake.layout import counts, headers
from thidua_cli.intake.layout.spans import bare_words, is_period
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.sheet import CellValue, Column, Sheet

Mask = npt.NDArray[np.bool_]
Merge = tuple[int, int, int, int]

TOP = 100
"""Rows at the top of a sheet whose cells are looked at one by one, whatever the columns hold."""
FEW = 1500
"""Columns with at most this many distinct texts are searched whole; of others only the top and sparse rows."""


class Grid:
    """A sheet with what layout asks of it; everything over all rows is computed from distinct values, in numpy."""

    def __init__(self, sheet: Sheet, taught: frozenset[str] = frozenset(), file: str = "") -> None:
        self.sheet = sheet
        self.file = file
        self.said_by = sheet.own_name or sheet.name
        """The sheet's own name, for what it says of the table; it is said nowhere."""
        self.headings: dict[int, str] = {}
        """What stands above a row, by row; kept here because every reading of a header asks for it."""
        self.taught = taught
        self._present: dict[int, Mask] = {}
        self._merges = np.array(sheet.merged, dtype=np.int64).reshape(-1, 4)

    @cached_property
    def filled(self) -> npt.NDArray[np.int32]:
        """Per row how many cells hold something."""
        return self.filled_in(range(len(self.sheet.columns)))

    def filled_in(self, columns: Sequence[int]) -> npt.NDArray[np.int32]:
        """Per row how many of these columns' cells hold something."""
        total = np.zeros(self.sheet.n_rows, dtype=np.int32)
        for index in columns:
            total += self.present(index)
        return total

    def present(self, index: int) -> Mask:
        """Per row whether the cell in this column holds more than white space; found once, and not to be changed."""
        if index not in self._present:
            self._present[index] = self._holds(self.sheet.columns[index])
            self._present[index].setflags(write=False)
        return self._present[index]

    @staticmethod
    def _holds(column: Column) -> Mask:
        mask = column.codes >= 0
        if len(column.values) <= FEW:
            blank = [code for code, value in enumerate(column.values) if isinstance(value, str) and not value.strip()]
            for code in blank:
                mask &= column.codes != code
        return mask

    def matching(self, index: int, test: Callable[[str], bool], within: Mask | None = None) -> Mask:
        """Rows whose text in this column passes the test; each distinct text is tested once.

        In a column of very many texts only those in ``within`` (sparse rows) and at the top are tested.
        """
        column = self.sheet.columns[index]
        flags = np.zeros(len(column.values) + 1, dtype=np.bool_)
        for code in self._codes(column, within):
            value = column.values[code]
            flags[code] = isinstance(value, str) and test(value)
        return self._marked(column, flags)

    def matching_values(self, index: int, test: Callable[[CellValue], bool], within: Mask) -> Mask:
        """Like :meth:`matching` for values of any type: a column of row numbers has as many as rows."""
        column = self.sheet.columns[index]
        flags = np.zeros(len(column.values) + 1, dtype=np.bool_)
        for code in self._codes(column, within):
            flags[code] = test(column.values[code])
        return self._marked(column, flags)

    @staticmethod
    def _marked(column: Column, flags: Mask) -> Mask:
        """Rows whose value has a flag; as a rule no value has one, and then the rows need not be looked at."""
        if not flags.any():
            return np.zeros(len(column.codes), dtype=np.bool_)
        mask: Mask = flags.take(column.codes, mode="wrap")
        return mask

    def _codes(self, column: Column, within: Mask | None) -> Sequence[int]:
        if len(column.values) <= FEW:
            return range(len(column.values))
        near = distinct(column.codes[:TOP])
        if within is not None:
            near = distinct(np.concatenate([near, column.codes[within]]))
        return [int(code) for code in near if code >= 0]

    def hits_in(self, columns: Sequence[int]) -> npt.NDArray[np.int32]:
        """Per row how many of these columns' cells are header words of any kind."""
        total = np.zeros(self.sheet.n_rows, dtype=np.int32)
        for index in columns:
            total += self.matching(index, self.is_header_word)
        return total

    def is_header_word(self, text: str) -> bool:
        """Whether a text is a header word of any kind, or one that the plan taught."""
        if len(text) > 160:
            return False
        words = header_words(text)
        if not words or words[0].isdigit():
            return False
        if words in self.taught or headers.is_ordinal(words) or counts.known_part(text) or is_period(text):
            return True
        words = " ".join(bare_words((text,)))
        return any(headers.ranks(kind, words) for kind in headers.fields())

    def merges_in(self, first: int, last: int) -> list[Merge]:
        """Merged ranges that touch these rows."""
        if not len(self._merges):
            return []
        touching = self._merges[(self._merges[:, 0] <= last) & (self._merges[:, 2] >= first)]
        return [(int(a), int(b), int(c), int(d)) for a, b, c, d in touching]

    def text(self, row: int, index: int) -> str:
        """The text of one cell, stripped; numbers and dates give nothing."""
        value = self.sheet.columns[index].at(row)
        return value.strip() if isinstance(value, str) else ""

    def value(self, row: int, index: int) -> CellValue:
        """The value of one cell; white space is nothing."""
        value = self.sheet.columns[index].at(row)
        return None if isinstance(value, str) and not value.strip() else value

    def sample(self, index: int, first: int, last: int, size: int = 200) -> list[CellValue]:
        """The first values of a column between two rows (at most ``size``)."""
        codes = self.sheet.columns[index].codes[first : last + 1]
        values = self.sheet.columns[index].values
        return [values[int(code)] for code in codes[codes >= 0][:size]]
