"""Rows of plain cells in markup, scanned as bytes: of a page, or of an OpenDocument sheet.

A piece of a table has many tags in few *forms*. The first of each form is explained by its format; where the others
stand is found by comparing bytes, and a table says which may follow which. What no form explains, or stands where no
text may, raises :class:`NotPlain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.opening.fast.decimals import decimals
from thidua_cli.intake.opening.fast.grid import DATE, NUMBER, Grid
from thidua_cli.intake.opening.fast.texts import Marks, cleaned, joined_texts
from thidua_cli.intake.wordwise import WORD, NotPlain, Positions, Text, require, starts_with, whole_numbers

ROW, ROW_END, CELL, EMPTY, CELL_END, TEXT, TEXT_END, TD, TD_END, TH, TH_END = KINDS = range(11)
"""What a tag may be. A cell is a ``CELL``, which may have a ``TEXT``, an ``EMPTY`` one, or has its text itself."""
_IS_CELL, _IS_TEXT = (np.isin(KINDS, kinds) for kinds in ((CELL, EMPTY, TD, TH), (TEXT, TD, TH)))
_WIDTH = len(KINDS)
_MOST_FORMS, _MOST_CELLS = 64, 4_000_000
SHORT = 1 << 16
"""Rows of no more bytes are parsed if they are not plain."""
_BLANKS, _SPACE = b" \t\r\n\f", ord(" ")
_DATE, _MOMENT = b"2021-01-05", b"2021-01-05T08:30:00"
_EPOCH, _FIRST_DAY = 25_569, 61
"""Excel's numbers of 1 January 1970, and of 1 March 1900."""

Check = Callable[[int, int], None]
"""Is told the rows and the greatest width so far."""


class Form(NamedTuple):
    """One way of writing a tag: what it is and its bytes; where a value stands in it, those before and behind that."""

    kind: int
    head: bytes
    tail: bytes = b""
    value: int = -1
    """``NUMBER`` or ``DATE``, where it has one."""
    times: int = 1
    """For how many cells it stands."""


class MarkupRows:
    """Takes runs of whole rows into a grid.

    ``explain`` gives the form of a tag or raises :class:`NotPlain`; ``clean`` makes a text of bytes that are more than
    words and single spaces; ``follows`` are kinds of tags that may stand one behind the other.
    """

    def __init__(
        self, explain: Callable[[bytes], Form], clean: Callable[[bytes], bytes], follows: Iterable[tuple[int, int]]
    ) -> None:
        self._explain = explain
        self._clean = clean
        self._follows = np.zeros(_WIDTH * _WIDTH, np.bool_)
        self._follows[[before * _WIDTH + kind for before, kind in follows]] = True
        self._forms: list[Form] = []
        self._order: list[int] = []

    def take(self, data: bytes, first: int, grid: Grid, check: Check) -> int:
        """Take rows, the first of which is number ``first``; how many they are. Where it raises, none was taken."""
        text = Text(data.strip(_BLANKS))
        at, inner, ends, form, kinds = self._tags(text)
        cells, rows = np.flatnonzero(_IS_CELL[kinds]), np.flatnonzero(kinds == ROW)
        before = np.searchsorted(cells, rows)
        row = np.repeat(np.arange(first, first + len(rows)), np.diff(before, append=len(cells)))
        times = np.array([known.times for known in self._forms])
        several = times.max() > 1
        upto = np.append(0, np.cumsum(times[form[cells]])) if several else np.arange(len(cells) + 1)
        column = upto[:-1] - upto[before][row - first]
        if several:
            meant = np.array([known.times if known.tail or known.kind != EMPTY else 0 for known in self._forms])
            cells, row, column = _repeated(cells, row, column, meant[form[cells]])
        check(first + len(rows), int(column.max(initial=-1)) + 1)
        within = cells + ~_IS_TEXT[kinds[cells]]  # a row ends behind the last one
        starts, stops = inner[within], ends[within]
        lengths = np.where(_IS_TEXT[kinds[within]], stops - starts, 0)
        value = np.array([known.value for known in self._forms], np.int16)[form[cells]]
        tails = np.array([len(known.tail) for known in self._forms])
        numbers = []
        for kind, read in ((NUMBER, _numbers), (DATE, _days)):
            chosen = np.flatnonzero(value == kind)
            require(kind != NUMBER or not _may_be_error(text, starts[chosen], lengths[chosen]), "an error")
            found = read(text, inner[cells[chosen]], ends[cells[chosen]] - tails[form[cells[chosen]]])
            numbers.append((chosen, found))
        lengths[value >= 0] = 0
        odd = _odd(text, at)[within] | (text.bytes[starts] == _SPACE) | (text.bytes[stops - 1] == _SPACE)
        text, starts, lengths = cleaned(text, starts, lengths, odd & (lengths > 0), self._clean)
        codes = grid.text_codes(text, starts, lengths, column)
        for chosen, found in numbers:
            codes[chosen] = grid.number_codes(found, value[chosen])
        grid.keep(codes, row, column)
        return len(rows)

    def _tags(self, text: Text) -> tuple[Positions, Positions, Positions, npt.NDArray[np.int8], npt.NDArray[np.uint8]]:
        """Where the tags begin and end, where the next ones begin, their forms, and of what kinds they are."""
        at = np.flatnonzero(text.bytes[: len(text.data)] == ord("<"))
        require(len(at) and at[0] == 0, "what stands before the rows")
        ends = np.append(at[1:], len(text.data))
        form = self._told(text, at, ends)
        kinds = np.array([known.kind for known in self._forms], np.uint8)[form]
        require(kinds[0] == ROW and kinds[-1] == ROW_END, "not whole rows")
        require(np.take(self._follows, kinds[:-1] * _WIDTH + kinds[1:]), "what stands in a row")
        inner = at + np.array([len(known.head) for known in self._forms])[form]
        closed = np.array([not _IS_TEXT[known.kind] and known.value < 0 for known in self._forms])[form]
        between = np.flatnonzero((inner < ends) & closed)
        blank = joined_texts(text, inner[between], ends[between] - inner[between])
        require(not blank.translate(None, _BLANKS), "text between cells")
        return at, inner, ends, form, kinds

    def _told(self, text: Text, at: Positions, ends: Positions) -> npt.NDArray[np.int8]:
        """The form of each tag, by its number; looked for in the order in which they were common until now."""
        told, words, sizes = np.full(len(at), -1, np.int8), text.words(at), ends - at
        order = self._order
        while True:
            for begin, numbers in groupby(order, lambda number: self._forms[number].head[:WORD]):
                left = np.flatnonzero(starts_with(words, begin))
                left = left[told[left] < 0]
                for number in numbers:
                    fits = self._fits(self._forms[number], text, at[left], sizes[left])
                    told[left[fits]] = number
                    left = left[~fits]
            untold = int(told.argmin())
            if told[untold] >= 0:
                times = np.bincount(told, minlength=len(self._forms)).tolist()
                common = sorted(range(len(times)), key=lambda number: (self._forms[number].head[:WORD], -times[number]))
                self._order = common
                return told
            require(len(self._forms) < _MOST_FORMS, "many forms of tags")
            start, stop = int(at[untold]), int(ends[untold])
            order = [len(self._forms)]
            self._forms.append(self._explain(text.data[start : text.data.rfind(b">", start, stop) + 1]))

    @staticmethod
    def _fits(form: Form, text: Text, at: Positions, sizes: Positions) -> Marks:
        """Which tags, that begin as it does, are of a form."""
        fits: Marks = sizes >= len(form.head) + len(form.tail)
        for piece, place in ((form.head, at), (form.tail, at + sizes - len(form.tail))):
            if len(piece) > (WORD if piece is form.head else 0):
                fits[fits] = text.has(place[fits], piece)
        return fits


def by_halves(
    rows: bytes, end: Callable[[bytes, int, int], int], scan: Callable[[bytes], None], parse: Callable[[bytes], None]
) -> None:
    """Scan whole rows; where they are not all plain the halves of them, down to a length that is parsed.

    ``end`` tells where the last row between two positions ends, or gives the first of these back.
    """
    try:
        scan(rows)
    except NotPlain:
        middle = end(rows, 0, len(rows) // 2) if len(rows) > SHORT else 0
    else:
        return
    if not middle:
        parse(rows)
        return
    by_halves(rows[:middle], end, scan, parse)
    by_halves(rows[middle:], end, scan, parse)


def _odd(text: Text, at: Positions) -> Marks:
    """Behind which tags there are entities, control characters, or spaces one behind the other."""
    piece = text.bytes[: len(text.data)]
    odd = piece == _SPACE
    odd[:-1] &= odd[1:]
    odd[-1:] = False
    odd |= piece < _SPACE
    odd |= piece == ord("&")
    marks = np.zeros(len(at), np.bool_)
    if odd.any():
        marks[np.searchsorted(at, np.flatnonzero(odd), "right") - 1] = True
    return marks


def _may_be_error(text: Text, starts: Positions, lengths: Positions) -> bool:
    """Whether some text may be an error as LibreOffice shows it in the cell of a number: ``#DIV/0!``, ``Err:502``."""
    ends = np.maximum(starts + lengths, 4)
    numbered = (text.bytes[ends - 4] == ord(":")) & (text.bytes[ends - 3] == ord("5")) & (lengths > 4)
    return bool((numbered | (text.bytes[starts] == ord("#"))).any())


def _numbers(text: Text, starts: Positions, ends: Positions) -> npt.NDArray[np.float64]:
    value, whole = whole_numbers(text, starts, ends)
    numbers = value.astype(np.float64)
    hard = np.flatnonzero(~whole)
    if len(hard):
        numbers[hard] = decimals(text, starts[hard], ends[hard])
    return numbers


def _days(text: Text, starts: Positions, ends: Positions) -> npt.NDArray[np.float64]:
    """Dates, with or without a time of day, as days since Excel's first one."""
    lengths = ends - starts
    days = np.zeros(len(starts))
    for form in (_DATE, _MOMENT):
        at = np.flatnonzero(lengths == len(form))
        for place in (found.start() for found in re.finditer(rb"\D", form)):
            require(text.bytes[starts[at] + place] == form[place], "a date")
        try:
            moments = text.pieces(starts[at], len(form)).astype("M8[s]")
        except ValueError as error:
            raise NotPlain("a date") from error
        days[at] = moments.astype(np.int64) / 86_400 + _EPOCH
    require(days >= _FIRST_DAY, "an old date")
    return days


def _repeated(cells: Positions, row: Positions, column: Positions, times: Positions) -> Iterable[Positions]:
    """The cells as often as each is meant."""
    ends = np.cumsum(times)
    require(ends[-1] <= _MOST_CELLS, "very many cells")
    beside = np.arange(int(times.sum())) - np.repeat(ends - times, times)
    return np.repeat(cells, times), np.repeat(row, times), np.repeat(column, times) + beside
