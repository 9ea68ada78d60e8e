"""Which rows below a header are data: index, group, total, repeated header, signature and note rows told apart.

Every test runs over the distinct values of a column, or over row masks; Python never walks the rows. A row that is
neither clearly data nor clearly anything else stays data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.layout import headers, row_words
from thidua_cli.intake.layout.grid import TOP, Grid, Mask
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import all_words, header_words, one_line
from thidua_cli.intake.tables import Kind

Rows = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]

_NAMING = ("unit", "field", "name", "title", "task", "code")


@dataclass(frozen=True, slots=True)
class RowKinds:
    """The rows below a header, sorted out; all are 0-based sheet rows. ``index`` is the form's own index row or -1."""

    data: Rows
    totals: Rows
    groups: Rows
    index: int = -1


@dataclass(frozen=True, slots=True)
class _Look:
    """What the tests of one table share: masks over all rows of the sheet, and the columns that name a row."""

    grid: Grid
    found: Recognition
    filled: Counts
    few: Mask
    """Rows with so little in them that they may be something else than data."""
    labels: Sequence[int]
    """Columns in which a row says what it is, up to the one that names its unit, dossier or person."""
    naming: int
    ordinal: int | None
    numbered: Mask
    """Rows with an Arabic number, as far as they were looked at: the first ones, and those of few cells."""

    def any(self, columns: Sequence[int], test: Callable[[str], bool]) -> Mask:
        """Rows that pass the test in one of these columns."""
        mask = np.zeros(self.grid.sheet.n_rows, dtype=np.bool_)
        for column in columns:
            mask |= self.grid.matching(column, test, self.few)
        return mask

    def every(self, columns: Sequence[int], test: Callable[[str], bool]) -> Mask:
        """Rows that pass the test in every cell that holds something."""
        passed = np.zeros(self.grid.sheet.n_rows, dtype=np.int32)
        for column in columns:
            passed += self.grid.matching(column, test, self.few)
        whole: Mask = (passed == self.filled) & (self.filled > 0)
        return whole


def sort_rows(grid: Grid, found: Recognition, last: int) -> RowKinds:
    """Sort the rows between a header and ``last`` (inclusive)."""
    look = _look(grid, found)
    rest = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    rest[found.block.last + 1 : last + 1] = True
    rest &= (look.filled > 0) & ~repeated_heads(grid, found)
    index = _index_row(grid, found, rest)
    if index >= 0:
        rest &= ~_same_as(grid, found.block.columns, index)
    totals = rest & look.any(look.labels, row_words.is_total)
    rest &= ~totals & ~look.any(look.labels, row_words.is_average)
    groups = rest & _groups(look, rest)
    rest &= ~groups
    rest &= ~_asides(look, rest) & _keyed(grid, found)
    return RowKinds(np.flatnonzero(rest), np.flatnonzero(totals), np.flatnonzero(groups), index)


def _look(grid: Grid, found: Recognition) -> _Look:
    columns = found.block.columns
    filled = grid.filled_in(columns)
    few = filled <= max(2, len(columns) // 3)
    named = [found.fields[name] for name in _NAMING if name in found.fields]
    first = min(named, default=columns[0])
    unit = found.fields.get("unit", first)
    limit = unit if first < unit <= first + 2 else first
    labels = [column for column in columns if column <= limit] or columns[:1]
    ordinal = next((c for c in columns if headers.is_ordinal(header_words(found.block.paths[c][-1]))), None)
    nothing = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    near = few.copy()
    near[found.block.last + 1 : found.block.last + TOP] = True
    numbered = nothing if ordinal is None else grid.matching_values(ordinal, row_words.is_arabic, near)
    return _Look(grid, found, filled, few, labels, found.fields.get("unit", first), ordinal, numbered)


def repeated_heads(grid: Grid, found: Recognition) -> Mask:
    """Rows that say again what a row of the header says, in at least three quarters of what they hold."""
    block = found.block
    repeated = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    filled = grid.filled_in(block.columns)
    for row in range(block.first, block.last + 1):
        same = np.zeros(grid.sheet.n_rows, dtype=np.int32)
        heads = 0
        for column in block.columns:
            text = grid.text(row, column)
            if text:
                heads += 1
                same += _says(grid, column, row, all_words(text))
        if heads:
            repeated |= (same * 4 >= filled * 3) & (same * 4 >= heads * 3) & (filled > 0)
    return repeated


def _says(grid: Grid, column: int, row: int, words: str) -> Mask:
    """Rows with the text of one row; in columns too varied to search, to the letter."""
    codes = grid.sheet.columns[column].codes
    alike = grid.matching(column, lambda other: all_words(other) == words)
    same: Mask = alike | (codes == codes[row])
    return same


def _same_as(grid: Grid, columns: Sequence[int], row: int) -> Mask:
    """Rows that hold exactly what one row holds."""
    same = np.ones(grid.sheet.n_rows, dtype=np.bool_)
    for column in columns:
        codes = grid.sheet.columns[column].codes
        same &= codes == codes[row]
    return same


def _index_row(grid: Grid, found: Recognition, rest: Mask) -> int:
    """The row of column numbers under the header: "(1)", "(3)=(4)+(5)+(6)" or bare 1 2 3; -1 if there is none."""
    columns = found.block.columns
    for row in np.flatnonzero(rest[: found.block.last + 5])[:2]:
        held = [text for column in columns if (text := index_text(grid, int(row), column))]
        if len(held) < min(3, len(columns)) or not all(row_words.INDEX_CELL.fullmatch(text) for text in held):
            continue
        bracketed = any("(" in text or "=" in text for text in held)
        numbers = [int(text) for text in held if text.isdigit()]
        rising = len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))
        if bracketed or rising:
            return int(row)
    return -1


def index_text(grid: Grid, row: int, column: int) -> str:
    """One cell of an index row as text; a number 3.0 is "3"."""
    value = grid.value(row, column)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(str(value)) if value is not None else ""


def _groups(look: _Look, rest: Mask) -> Mask:
    """Group rows: Roman numbers or letters beside Arabic ones, one text across the table, group names, "Trong đó"."""
    grid, found = look.grid, look.found
    groups = look.any(look.labels, row_words.is_within)
    groups |= grid.matching(look.naming, row_words.is_group, look.few)
    if look.ordinal is not None and bool((look.numbered & rest).any()):
        groups |= grid.matching(look.ordinal, row_words.is_group_number, look.few)
    if found.kind is Kind.STATISTICS:
        groups |= grid.matching(look.naming, row_words.is_detail, look.few) & ~look.numbered
        groups |= _sub_rows(look, rest)
    if found.kind is not Kind.UNITS or look.ordinal is not None:  # a register may hold nothing but names
        groups |= rest & (look.filled == 1) & look.any(look.labels, bool)
    return groups


def _sub_rows(look: _Look, rest: Mask) -> Mask:
    """Rows 1.1, 1.2 … that detail a row 1: part of its counts already."""
    none = np.zeros(look.grid.sheet.n_rows, dtype=np.bool_)
    if look.ordinal is None:
        return none
    whole = look.grid.matching_values(look.ordinal, row_words.is_whole_number, rest)
    sub = look.grid.matching_values(look.ordinal, row_words.is_sub_number, rest)
    return sub if bool((whole & rest).any()) else none


def _asides(look: _Look, rest: Mask) -> Mask:
    """Notes, signatures and what stands below a signature without being a row of the table."""
    columns = look.found.block.columns
    sparse = look.few & (look.filled <= 4) & ~look.numbered
    signed = rest & sparse & look.every(columns, row_words.is_signature)
    notes = sparse & (look.filled <= 2) & look.any(columns, row_words.is_note)
    alone = sparse & (look.filled == 1) & (len(columns) >= 3)
    if look.found.kind is Kind.UNITS:
        alone &= ~look.grid.present(look.found.fields["unit"])
    asides: Mask = signed | notes | alone
    if bool(signed.any()):
        after = np.zeros(look.grid.sheet.n_rows, dtype=np.bool_)
        after[int(np.flatnonzero(signed)[0]) :] = True
        asides |= after & sparse & (look.filled < max(len(columns), 3))
    return asides


def _keyed(grid: Grid, found: Recognition) -> Mask:
    """Rows that hold anything in a column the program reads."""
    mask = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for column in found.fields.values():
        mask |= grid.present(column)
    return mask
