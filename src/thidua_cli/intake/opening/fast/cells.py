"""A worksheet's cells from its bytes: rows, references, styles and values told in bulk, a megabyte at a time.

Between ``<sheetData>`` and ``</sheetData>`` exactly this is understood, without anything in between::

    <row r="5" …> <c r="A5" s="1" t="s"><v>12</v></c> <c r="B5" s="1"/> <c r="C5"></c>
                  <c r="D5" t="inlineStr"><is><t>…</t></is></c> … </row>

with attributes ``s`` (a number) and ``t`` (``s``, ``n``, ``b`` or ``inlineStr``) in any order after ``r``. A row's
number is read once; that each of its cells names the same row is a comparison of bytes.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.opening.fast.decimals import decimals
from thidua_cli.intake.opening.fast.grid import Grid, Ints
from thidua_cli.intake.opening.fast.strings import require_plain_text
from thidua_cli.intake.sheet import Codes
from thidua_cli.intake.wordwise import (
    WORD,
    Bytes,
    Positions,
    Text,
    Words,
    masks,
    require,
    starts_with,
    whole_numbers,
    word,
)

_ROW_REST = re.compile(rb'(?: [A-Za-z]\w*(?::\w+)?="[^"<&]*")*/?>')
_ROW_HIDDEN = re.compile(rb' hidden="(?:1|true|on)"')
_LETTERS = np.full(256, -1, np.int32)
_LETTERS[65:91] = np.arange(26)
_ONE_STYLE, _AROUND_STYLE = word(b' s="\0">'), word(b"\xff\xff\xff\xff\0\xff\xff")
_ROW_END, _CELL_END = b"</row>", word(b"</v></c>")
_QUOTE = ord('"')
_KNOWN_TYPE = np.zeros(256, np.bool_)
_KNOWN_TYPE[list(b"snb")] = True
_INLINE = ord("i")
_SPACED, _INLINE_END = b'<is><t xml:space="preserve">', b"</t></is></c>"


class Cells(Grid):
    """What the cells of one worksheet hold; the style of a truth value is -1.

    ``rows`` and ``columns`` bound what holds a value, ``box`` what is there at all; ``hidden`` are hidden rows
    (0-based).
    """

    def __init__(self) -> None:
        super().__init__(escaped=True)
        self._shared = False
        self.count = 0
        self.box = (0, 0)
        self.hidden: set[int] = set()

    def take(self, text: Text, begin: int, stop: int) -> None:
        """Take the whole rows between two positions; sheets come from the first row to the last, piece by piece.

        Raises :class:`NotPlain`, after which nothing of these rows was taken.
        """
        at, is_row, words = _tags(text, begin, stop)
        at_row = at[is_row]
        require(len(at_row) and at_row[0] == begin, "not a row")
        behind_row = np.append(at_row[1:], stop)
        numbers, rest = _row_numbers(text, at_row)
        require(np.diff(numbers, prepend=self.box[0]) > 0, "rows out of order")
        first = np.flatnonzero(is_row)
        per_row = np.diff(first, append=len(at)) - 1
        whole = starts_with(text.words(behind_row - len(_ROW_END)), _ROW_END)
        ends_row = behind_row - np.where(whole, len(_ROW_END), 0)
        inside = np.where(per_row > 0, at[np.minimum(first + 1, len(at) - 1)], ends_row)
        require(
            np.where(whole, text.bytes[inside - 2] != ord("/"), (per_row == 0) & (text.bytes[inside - 2] == ord("/"))),
            "a row's end",
        )
        hidden = _hidden_rows(text, numbers, rest, inside)
        # What follows a cell is the next cell, or the end of its row.
        following = np.append(at[1:], 0)
        following[first + per_row] = ends_row
        is_cell = ~is_row
        at, following = at[is_cell], following[is_cell]
        row_of = np.repeat(np.arange(len(at_row)), per_row)
        column, inner = _references(text, at, words, at_row + WORD, rest - at_row - WORD, per_row)
        require((column[1:] > column[:-1]) | (row_of[1:] > row_of[:-1]), "cells out of order")
        style, letter, inner, closed = _attributes(text, inner)
        paired = starts_with(text.words(inner), b"</c>")
        closed |= paired
        if closed.any():
            require(~closed | (inner + np.where(paired, 4, 0) == following), "what stands in a cell")
            valued = np.flatnonzero(~closed)
            inner, following, column = inner[valued], following[valued], column[valued]
            style, letter, row_of = style[valued], letter[valued], row_of[valued]
        codes = np.empty(len(inner), np.int32)
        inline = np.flatnonzero(letter == _INLINE)
        if len(inline):
            tags = len(whole) + np.count_nonzero(whole) + np.count_nonzero(closed) + np.count_nonzero(paired)
            require_plain_text(text, begin, stop, int(tags + 4 * len(inner) + 2 * len(inline)))
            codes[inline] = self._inline(text, inner[inline], following[inline], column[inline])
        self._values(text, inner, following, letter, style, codes)
        self.keep(codes, numbers[row_of] - 1, column)
        self.count += len(at)
        self.box = (int(numbers[-1]), max(self.box[1], int(column.max(initial=-1)) + 1))
        self.hidden.update(hidden)

    def _values(
        self,
        text: Text,
        inner: Positions,
        following: Positions,
        letter: Bytes,
        style: npt.NDArray[np.int16],
        codes: Codes,
    ) -> None:
        """The codes of all values but inline texts; the numbers among them are kept with their styles."""
        plain = np.flatnonzero(letter != _INLINE)
        if len(plain) < len(inner):
            inner, following, letter, style = inner[plain], following[plain], letter[plain], style[plain]
        starts, ends = inner + 3, following - WORD
        require(starts_with(text.words(inner), b"<v>"), "what stands in a cell")
        require(text.words(ends) == _CELL_END, "a cell's end")
        value, whole = whole_numbers(text, starts, ends)
        is_text, is_truth = letter == ord("s"), letter == ord("b")
        require(whole | ~(is_text | is_truth), "an index or a truth value")
        require(~is_truth | ((value <= 1) & (ends - starts == 1)), "a truth value")
        rest = np.flatnonzero(~is_text)
        self._shared = self._shared or len(rest) < len(letter)
        require(not (self._shared and self.texts), "shared and inline texts")
        number = value[rest].astype(np.float64)
        hard = np.flatnonzero(~whole[rest])
        number[hard] = decimals(text, starts[rest[hard]], ends[rest[hard]])
        coded = value.astype(np.int32)
        coded[rest] = self.number_codes(number, np.where(is_truth, np.int16(-1), style)[rest])
        codes[plain] = coded

    def _inline(self, text: Text, inner: Positions, following: Positions, column: npt.NDArray[np.int32]) -> Codes:
        """The codes of inline texts, which count anew in each column."""
        spaced = [text.words(inner + i) == word(_SPACED[i : i + WORD]) for i in (0, 8, 16, 20)]
        is_spaced = np.logical_and.reduce(spaced)
        require(is_spaced | starts_with(text.words(inner), b"<is><t>"), "an inline text")
        starts, ends = inner + np.where(is_spaced, len(_SPACED), 7), following - len(_INLINE_END)
        require((ends >= starts) & (text.words(ends) == word(_INLINE_END[:WORD])), "an inline text")
        require(text.words(following - WORD) == word(_INLINE_END[-WORD:]), "a cell's end")
        blank = (text.bytes[starts] <= 0x20) | (text.bytes[ends - 1] <= 0x20)
        require(~blank | is_spaced | (ends == starts), "white space that is not kept")
        return self.text_codes(text, starts, ends - starts, column)


def _hidden_rows(text: Text, numbers: Ints, starts: Positions, ends: Positions) -> list[int]:
    """Check what row tags say after the number; the hidden rows (0-based). In large sheets most rows say the same."""
    lengths = ends - starts
    if lengths.max() <= 64 and lengths.max() == lengths.min():
        said = text.rows(starts, lengths, (int(lengths[0]) // WORD + 1) * WORD).view(np.uint64)
        if (said == said[0]).all():
            starts, ends = starts[:1], ends[:1]
    seen: dict[bytes, bool] = {}
    hidden = []
    for row, start, stop in zip(numbers.tolist(), starts.tolist(), ends.tolist(), strict=False):
        attributes = text.data[start:stop]
        if attributes not in seen:
            require(_ROW_REST.fullmatch(attributes), "a row's attributes")
            seen[attributes] = bool(_ROW_HIDDEN.search(attributes))
        if seen[attributes]:
            hidden.append(row - 1)
    return (numbers - 1).tolist() if hidden and len(starts) == 1 else hidden


def _row_numbers(text: Text, at: Positions) -> tuple[Ints, Positions]:
    """The rows' numbers, and where each row tag goes on behind it."""
    require(starts_with(text.words(at), b'<row r="'), "a row without a number")
    digits = text.words(at + WORD)
    length = np.zeros(len(at), np.intp)
    for n in range(7, 0, -1):
        length[(digits >> np.uint64(8 * n)) & np.uint64(0xFF) == _QUOTE] = n
    numbers, fine = whole_numbers(text, at + WORD, at + WORD + length)
    require(fine & (digits & np.uint64(0xFF) != ord("0")), "a row's number")
    return numbers, at + WORD + length + 1


def _tags(text: Text, begin: int, stop: int) -> tuple[Positions, npt.NDArray[np.bool_], Words]:
    """Where rows and cells begin, which of these are rows, and the first eight bytes of the cells.

    What is no such tag is not in the way: all else is checked to stand where it must.
    """
    # What has a row's or a cell's reference has its r; one comparison finds these letters, and few others.
    letter = np.flatnonzero(text.bytes[begin:stop] == ord("r")) + begin
    words = text.words(np.maximum(letter - 3, 0))
    is_cell, is_row = starts_with(words, b'<c r="'), starts_with(words, b'ow r="')
    kept = is_cell | is_row
    words = words[is_cell]
    is_row = is_row[kept]
    return letter[kept] - np.where(is_row, 5, 3), is_row, words


def _references(
    text: Text, at: Positions, words: Words, row_digits: Positions, row_length: Positions, per_row: Positions
) -> tuple[npt.NDArray[np.int32], Positions]:
    """The cells' columns (0 is A), and where each cell tag goes on behind its reference, which must name its row."""
    letters = (words >> np.uint64(48)).astype(np.uint16).view(np.uint8).reshape(-1, 2)
    column = _LETTERS[letters[:, 0]]
    require(column >= 0, "a cell's reference")
    start = at + 7
    two = letters[:, 1] >= ord("A")
    if two.any():
        second = _LETTERS[letters[:, 1]]
        third = np.where(two, _LETTERS[text.bytes[at + 8]], -1)
        require(~two | (second >= 0), "a cell's reference")
        column = np.where(two, (column + 1) * 26 + second, column)
        column = np.where(third >= 0, (column + 1) * 26 + third, column)
        start += two
        start += third >= 0
    length = np.repeat(row_length, per_row)
    same = text.words(start)
    same ^= np.repeat(text.words(row_digits), per_row)
    same &= np.repeat(masks(row_length), per_row)
    require(not same.any(), "a cell of another row")
    start += length
    return column, start


def _attributes(text: Text, at: Positions) -> tuple[npt.NDArray[np.int16], Bytes, Positions, npt.NDArray[np.bool_]]:
    """Styles, type letters, where the tags end, and which have no content (``<c …/>``); attributes in any order."""
    words = text.words(at)
    is_text, is_bare = starts_with(words, b' t="s">'), starts_with(words, b">")
    # A style of one digit and nothing else: as common as the other two.
    digit = (words >> np.uint64(32)).astype(np.uint8) - np.uint8(ord("0"))
    is_styled = (digit <= 9) & (words & _AROUND_STYLE == _ONE_STYLE)
    at = at + np.where(is_text | is_styled, 7, is_bare)
    style, letter = np.where(is_styled, digit, np.int16(-1)), np.where(is_text, np.uint8(ord("s")), np.uint8(0))
    closed = np.zeros(len(at), np.bool_)
    left = np.flatnonzero(~(is_text | is_bare | is_styled))
    words = words[left]
    while len(left):
        end, empty = starts_with(words, b">"), starts_with(words, b"/>")
        inline = words == word(b' t="inli')
        inline[inline] = starts_with(text.words(at[left[inline]] + 8), b'neStr"')
        typed = inline | (starts_with(words, b' t="') & ((words >> np.uint64(40)) & np.uint64(0xFF) == _QUOTE))
        styled = starts_with(words, b' s="')
        require(end | empty | (typed & (letter[left] == 0)) | (styled & (style[left] < 0)), "a cell's attributes")
        closed[left[empty]] = True
        letter[left[typed]] = said = (words[typed] >> np.uint64(32)).astype(np.uint8)
        require(_KNOWN_TYPE[said] | inline[typed], "a cell's type")
        with_style = left[styled]
        style[with_style], behind = _style(text, at[with_style], words[styled])
        at[left] += np.where(end, 1, np.where(empty, 2, np.where(inline, 14, 6)))
        at[with_style] = behind
        left = left[typed | styled]
        words = text.words(at[left])
    return np.maximum(style, 0), letter, at, closed


def _style(text: Text, at: Positions, words: Words) -> tuple[npt.NDArray[np.int16], Positions]:
    """The number in `` s="12"`` (at most three digits), and where the tag goes on."""
    length = np.zeros(len(at), np.intp)
    for n in (3, 2, 1):
        length[(words >> np.uint64(32 + 8 * n)) & np.uint64(0xFF) == _QUOTE] = n
    number, fine = whole_numbers(text, at + 4, at + 4 + length)
    require(fine, "a cell's style")
    return number.astype(np.int16), at + 4 + length + 1
