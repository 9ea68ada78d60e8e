"""Delimited text scanned as bytes: what the csv module makes of it, as long as its quotes keep to the rules."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Callable, Iterator

import numpy as np

from thidua_cli.intake.opening.fast.grid import Grid
from thidua_cli.intake.opening.fast.texts import cleaned
from thidua_cli.intake.wordwise import Positions, Text, require
from thidua_cli.progress import come_to

_PIECE = 1 << 20
_MOST_BOX = 4_000_000
"""Cells of one piece, missing ones included."""
_QUOTE, _LINE, _RETURN = ord('"'), ord("\n"), ord("\r")

Check = Callable[[int, int], None]
"""Is told the rows and the greatest width so far."""


class DelimitedRows:
    """The rows of a delimited text; ``widths`` has the number of cells that each is written with.

    :meth:`read` raises :class:`NotPlain` for a quote that neither begins nor ends a cell, line ends of old Macintoshes
    and cells of more than ``longest`` bytes.
    """

    def __init__(self, delimiter: str, longest: int, check: Check) -> None:
        self.grid = Grid()
        self.widths = array("i")
        self._delimiter = ord(delimiter)
        self._longest = longest
        self._check = check
        self._width = 0

    def read(self, data: bytes, encoding: str, skipped: int) -> None:
        """Take all of a text but its first ``skipped`` bytes, counted in UTF-8."""
        carry = b""
        for number, piece in enumerate(_utf8(data, encoding)):
            come_to(number * _PIECE / len(data), len(self.widths))
            text = carry + piece[skipped:]
            skipped = max(skipped - len(piece), 0)
            stop = self._end_of_rows(text)
            require(stop or len(text) < 4 * _PIECE, "a long row")
            if stop:
                self._take(Text(text[:stop]))
            carry = text[stop:]
        if carry:
            self._take(Text(carry + b"\n"))

    def _end_of_rows(self, text: bytes) -> int:
        """Where the last whole row ends, 0 where none does."""
        if b'"' not in text:
            return text.rfind(b"\n") + 1
        bytes_ = np.frombuffer(text, np.uint8)
        lines = np.flatnonzero(bytes_ == _LINE)
        outside = lines[np.searchsorted(np.flatnonzero(bytes_ == _QUOTE), lines) % 2 == 0]
        return int(outside[-1]) + 1 if len(outside) else 0

    def _take(self, text: Text) -> None:
        size = len(text.data)
        bytes_ = text.bytes[:size]
        if b"\r" in text.data:
            require(text.bytes[np.flatnonzero(bytes_ == _RETURN) + 1] == _LINE, "a line end")
        marks = np.flatnonzero((bytes_ == self._delimiter) | (bytes_ == _LINE))
        quotes = np.flatnonzero(bytes_ == _QUOTE) if b'"' in text.data else np.empty(0, np.intp)
        if len(quotes):
            marks = marks[np.searchsorted(quotes, marks) % 2 == 0]
            self._check_quotes(text, quotes)
        is_end = text.bytes[marks] == _LINE
        starts = np.append(0, marks[:-1] + 1)
        lengths = marks - starts
        lengths -= is_end & (text.bytes[marks - 1] == _RETURN) & (lengths > 0)
        last = np.flatnonzero(is_end)
        widths = np.diff(last, prepend=-1)
        written = np.where((widths == 1) & (lengths[last] == 0), 0, widths)  # a blank line has no cell
        column = np.arange(len(marks)) - np.repeat(last - widths + 1, widths)
        if len(quotes):
            quoted = (text.bytes[starts] == _QUOTE) & (lengths > 0)
            odd = quoted & (np.searchsorted(quotes, starts + lengths) - np.searchsorted(quotes, starts) > 2)
            starts, lengths = starts + quoted, lengths - 2 * quoted
            text, starts, lengths = cleaned(text, starts, lengths, odd, _undoubled)
        require(lengths.max(initial=0) <= self._longest, "a long cell")
        self._check_box(written)
        row = np.repeat(np.arange(len(self.widths), len(self.widths) + len(widths)), widths)
        self.grid.keep(self.grid.text_codes(text, starts, lengths, column), row, column)
        self.grid.columns = self._width
        self.widths.frombytes(written.astype(np.intc).tobytes())

    def _check_quotes(self, text: Text, quotes: Positions) -> None:
        """That each quote begins a cell, ends one, or is doubled within one."""
        require(len(quotes) % 2 == 0, "a quote that is not closed")
        opening, closing = quotes[::2], quotes[1::2]
        doubled = np.append(opening[1:] == closing[:-1] + 1, False)
        before, after = text.bytes[opening - 1], text.bytes[closing + 1]
        begins = (before == self._delimiter) | (before == _LINE) | (opening == 0)
        begins[1:] |= doubled[:-1]
        ends = doubled | (after == self._delimiter) | (after == _LINE) | (after == _RETURN)
        require(begins & ends, "a quote within a cell")

    def _check_box(self, written: Positions) -> None:
        width = int(written.max())
        self._width = max(self._width, width)
        self._check(len(self.widths) + len(written), self._width)
        require(len(written) * width <= _MOST_BOX, "a wide row")


def _undoubled(cell: bytes) -> bytes:
    return cell.replace(b'""', b'"')


def _utf8(data: bytes, encoding: str) -> Iterator[bytes]:
    """The text piece by piece in UTF-8, without the zeros that some programs leave in it."""
    decoder = None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)("replace")
    for offset in range(0, len(data), _PIECE):
        piece = data[offset : offset + _PIECE]
        if decoder is not None:
            piece = decoder.decode(piece, offset + _PIECE >= len(data)).encode()
        yield piece.replace(b"\x00", b"")
