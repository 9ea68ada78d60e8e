"""The cells of a sheet as they are scanned, column by column as numbers; at the end its columns of distinct values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.codes import used
from thidua_cli.intake.long_values import LongValues, StoredTexts, TextStore
from thidua_cli.intake.opening.cells import LONG, Settle, recoded
from thidua_cli.intake.opening.fast.texts import ColumnTexts
from thidua_cli.intake.sheet import Codes, Column
from thidua_cli.intake.wordwise import Positions, Text, require

Ints = npt.NDArray[np.int64]
Kinds = npt.NDArray[np.uint8]
Part = tuple[int, Codes]
"""A first row (0-based) and the codes from there on."""
NUMBER, DATE, TRUTH, OTHER = range(4)
"""What a number of a cell may mean."""
NO_TEXTS = TextStore(bytes(64), *(np.empty(0, np.int32),) * 2)
_MERGED = 64


class Grid:
    """What the cells of one sheet hold.

    Per column a list of (first row, codes): a code from 0 is a text of that column (or, where it has no ``texts`` of
    its own, a shared string's index), -1 an empty cell, and -2-k the ``k``-th of ``numbers``; ``styles`` has a style
    for each number. ``rows`` and ``columns`` bound what was kept.
    """

    def __init__(self, *, escaped: bool = False) -> None:
        self.parts: dict[int, list[Part]] = {}
        self.numbers: list[npt.NDArray[np.float64]] = []
        self.styles: list[npt.NDArray[np.int16]] = []
        self.texts: dict[int, ColumnTexts] = {}
        self.rows = self.columns = self.n_numbers = 0
        self._escaped = escaped

    def text_codes(self, text: Text, starts: Positions, lengths: Positions, column: npt.NDArray[np.integer]) -> Codes:
        """The codes of some texts, which count anew in each column."""
        codes, width = np.empty(len(starts), np.int32), int(column.max(initial=-1)) + 1
        even = width > 0 and len(column) % width == 0 and (column.reshape(-1, width) == np.arange(width)).all()
        for index in np.flatnonzero(np.bincount(column)).tolist():
            found = slice(index, None, width) if even else np.flatnonzero(column == index)
            texts = self.texts.setdefault(index, ColumnTexts(escaped=self._escaped))
            codes[found] = texts.numbered(text, starts[found], lengths[found])
        return codes

    def number_codes(self, numbers: npt.NDArray[np.float64], styles: npt.NDArray[np.int16]) -> Codes:
        """The codes of some numbers, which are kept with their styles."""
        self.numbers.append(numbers)
        self.styles.append(styles)
        self.n_numbers += len(numbers)
        return len(numbers) - self.n_numbers - 2 - np.arange(len(numbers), dtype=np.int32)

    def keep(self, codes: Codes, rows: Ints, columns: npt.NDArray[np.integer]) -> None:
        """Keep the codes of cells, row by row."""
        if not len(codes):
            return
        first, last = int(rows[0]), int(rows[-1])
        used = np.flatnonzero(np.bincount(columns))
        slot = np.zeros(int(used[-1]) + 1, np.intp)
        slot[used] = np.arange(len(used))
        height = last - first + 1
        table = np.full(len(used) * height, -1, np.int32)
        table[(slot * height - first)[columns] + rows] = codes
        for column, part in zip(used.tolist(), table.reshape(-1, height), strict=True):
            self.keep_part(column, first, part)

    def keep_part(self, column: int, first: int, codes: Codes) -> None:
        """Keep codes of one column, from a row on."""
        parts = self.parts.setdefault(column, [])
        parts.append((first, codes))
        self.rows, self.columns = max(self.rows, first + len(codes)), max(self.columns, column + 1)
        if len(parts) % _MERGED == 0:
            # Very many small arrays would hold on to the memory between them.
            parts[-_MERGED:] = [(parts[-_MERGED][0], joined(parts[-_MERGED:], parts[-_MERGED][0], first + len(codes)))]

    def settled(self, n_rows: int, settle: Settle) -> list[Column]:
        """All columns, where styles are kinds already; ``settle`` gives a distinct value its settled form."""
        numbers, kinds = moved(self.numbers, np.dtype(np.float64)), moved(self.styles, np.dtype(np.uint8))
        return [self.column(i, n_rows, numbers, kinds, settle) for i in range(self.columns)]

    def column(
        self,
        index: int,
        n_rows: int,
        numbers: npt.NDArray[np.float64],
        kind: Kinds,
        settle: Settle,
        shared: TextStore | None = None,
    ) -> Column:
        """One column with its distinct values; ``kind`` says what each number is.

        What it is made of is let go of, for a million rows are many megabytes.
        """
        raw = joined(self.parts.pop(index, ()), 0, n_rows)
        own = self.texts.pop(index, None)
        store = own.store() if own is not None else shared or NO_TEXTS
        codes, ids = _texts(raw, store)
        at = np.flatnonzero(raw < -1).astype(np.int32)
        which = -2 - raw[at]
        del raw
        kinds = kind[which]
        found, count = [], len(ids)
        for wanted in (NUMBER, DATE, TRUTH):
            chosen = kinds == wanted
            every = bool(chosen.all())
            distinct, inverse = _distinct(numbers[which if every else which[chosen]])
            inverse += np.int32(count)
            codes[at if every else at[chosen]] = inverse
            count += len(distinct)
            found.append(distinct)
        truths = tuple("TRUE" if value else "FALSE" for value in found[2].tolist())
        values = LongValues(StoredTexts(store, ids), found[0], found[1], truths)
        if count > LONG:
            return Column(index, codes, values) if shared is not None else _with_errors(index, codes, values, settle)
        # Few enough to be plain Python values, and to be told apart as text: a writer may store one string twice.
        return recoded(Column(index, codes, tuple(values)), settle) if count else Column(index, codes, ())


def joined(parts: Sequence[Part], first: int, stop: int) -> Codes:
    """One column's codes from the row ``first`` to before ``stop``; -1 where no part has a row."""
    codes = np.full(stop - first, -1, np.int32)
    for start, part in parts:
        codes[start - first : start - first + len(part)] = part
    return codes


def moved(parts: list[npt.NDArray[Any]], kind: np.dtype[Any]) -> npt.NDArray[Any]:
    """One array of all parts, each of which goes as soon as it is copied."""
    whole = np.empty(sum(map(len, parts)), kind)
    stop = len(whole)
    while parts:
        part = parts.pop()
        stop -= len(part)
        whole[stop : stop + len(part)] = part
    return whole


def _texts(raw: Codes, store: TextStore) -> tuple[Codes, npt.NDArray[np.intp]]:
    """Codes of the texts among raw cells (-1 for the others) and which strings these are; empty ones are no cells."""
    require(int(raw.max(initial=-1)) < len(store), "a shared string that is not there")
    found = np.maximum(raw, -1)
    ids = used(found, len(store))
    ids = ids[store.lengths[ids] > 0]
    table = np.full(len(store) + 1, -1, np.int32)
    table[ids] = np.arange(len(ids), dtype=np.int32)
    return table[found], ids


def _with_errors(index: int, codes: Codes, values: LongValues, settle: Settle) -> Column:
    """A long column whose format says errors as text: what looks like one is looked at by itself."""
    store, ids = values.texts.store, values.texts.ids
    is_marked = np.frombuffer(store.data, np.uint8)[store.starts[ids]] == ord("#")
    if not is_marked.any():
        return Column(index, codes, values)
    marked = np.flatnonzero(is_marked)
    table = np.empty(len(values) + 1, np.int32)
    table[np.concatenate([np.flatnonzero(~is_marked), np.arange(len(ids), len(values)), marked])] = np.arange(
        len(values)
    )
    table[-1] = -1
    rest = (*values.rest, *(settle(values.texts[i]) for i in marked.tolist()))
    texts = StoredTexts(store, ids[~is_marked])
    return Column(index, table[codes], LongValues(texts, values.numbers, values.dates, rest))


def _distinct(numbers: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], Codes]:
    """The distinct numbers, and the place of each number among them; whole numbers and minutes need no sorting."""
    if len(numbers) > LONG:
        for scale in (1, _MINUTES):
            low, high = (float(np.rint(edge * scale)) for edge in (numbers.min(), numbers.max()))
            if high - low < _MOST_STEPS:
                steps = numbers * scale
                np.rint(steps, out=steps)
                steps -= low
                step = steps.astype(np.int32)
                one = np.full(int(high - low) + 1, np.nan)
                one[step] = numbers
                if (np.take(one, step, out=steps) == numbers).all():
                    used = ~np.isnan(one)
                    return one[used], (np.cumsum(used, dtype=np.int32) - 1)[step]
    distinct, inverse = np.unique(numbers, return_inverse=True)
    return distinct, inverse.astype(np.int32)


_MINUTES, _MOST_STEPS = 1440, 4_000_000
