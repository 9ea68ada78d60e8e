"""A worksheet's cells from its bytes: rows, references, styles and values told in bulk, a megabyte at a time.

Between ``<sheetData>`` and ``</sheetData>`` exactly this is understood, without anything in between::

    <row r="5" …> <c r="A5" s="1" t="s"><v>12</v></c> <c r="B5" s="1"/> … </row>

with attributes ``s`` (a number) and ``t`` (``s``, ``n`` or ``b``) in any order after ``r``. A row's number is read
once; that each of its cells names the same row is a comparison of bytes.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.wordwise import (
    WORD,
    NotPlain,
    Positions,
    Text,
    Words,
    masks,
    require,
    starts_with,
    whole_numbers,
)

Ints = npt.NDArray[np.int64]

NUMBER_WIDTH = 32
"""The longest number, in characters: 17 digits, signs, point and exponent need 24."""
_ROW_REST = re.compile(rb'(?: [A-Za-z]\w*(?::\w+)?="[^"<&]*")*/?>')
_ROW_HIDDEN = re.compile(rb' hidden="(?:1|true|on)"')
_LETTERS = np.full(256, -1, np.int32)
_LETTERS[65:91] = np.arange(26)
_QUOTE, _SLASH, _GREATER = b'"/>'
_ORD = {name: ord(name) for name in "srnbcv"}


class Cells:
    """What the cells of one worksheet hold, row by row, as numbers.

    Per column a list of (first row, codes): a code from 0 is a shared string's index, -1 an empty cell, and -2-k the
    ``k``-th of ``numbers``. ``styles`` has a style for each of these, -1 for a truth value. ``rows`` and ``columns``
    bound what holds a value, ``box`` what is there at all; ``hidden`` are hidden rows (0-based).
    """

    def __init__(self) -> None:
        self.parts: dict[int, list[tuple[int, npt.NDArray[np.int32]]]] = {}
        self.numbers: list[npt.NDArray[np.float64]] = []
        self.styles: list[npt.NDArray[np.int16]] = []
        self.count = self.n_numbers = 0
        self.rows = self.columns = 0
        self.box = (0, 0)
        self.hidden: set[int] = set()

    def take(self, data: bytes) -> None:
        """Take whole rows, in order; raises :class:`NotPlain`, after which nothing of these rows was taken."""
        text = Text(data)
        tags = np.flatnonzero(text.bytes[: len(data)] == ord("<"))
        kind = text.bytes[tags + 1]
        at_row, at_cell = np.flatnonzero(kind == _ORD["r"]), np.flatnonzero(kind == _ORD["c"])
        require(len(at_row) and at_row[0] == 0 and tags[0] == 0, "not a row")
        numbers, rest = _row_numbers(text, tags[at_row])
        require(np.diff(numbers, prepend=self.box[0]) > 0, "rows out of order")
        per_row = np.diff(np.searchsorted(at_cell, np.append(at_row, len(tags))))
        row_of = np.repeat(np.arange(len(at_row)), per_row)
        hidden = self._row_tags(text, tags, at_row, rest, numbers, per_row)
        column, ends = _references(text, tags[at_cell], text.words(tags[at_row] + 8), rest - tags[at_row] - 8, row_of)
        rising = np.diff(column) > 0
        require(rising | (np.diff(row_of) > 0), "cells out of order")
        style, letter, ends, closed = _attributes(text, ends)
        _structure(text, tags, at_cell, ends, closed, per_row, at_row)
        valued = np.flatnonzero(~closed)
        first = tags[at_cell[valued] + 1] + 3
        codes, number, numbered = self._values(text, first, tags[at_cell[valued] + 2], letter[valued], style[valued])
        self._keep(codes, numbers[row_of[valued]] - 1, column[valued])
        self.numbers.append(number)
        self.styles.append(numbered)
        self.n_numbers += len(number)
        self.count += len(at_cell)
        self.box = (int(numbers[-1]), max(self.box[1], int(column.max(initial=-1)) + 1))
        self.hidden.update(hidden)

    def _row_tags(
        self, text: Text, tags: Positions, at_row: Positions, rest: Positions, numbers: Ints, per_row: Ints
    ) -> list[int]:
        """Check what stands behind the numbers of the rows, and how rows end; the hidden ones of them."""
        begin = tags[at_row + 1] if at_row[-1] + 1 < len(tags) else np.append(tags[at_row[:-1] + 1], len(text.data))
        hidden = _hidden_rows(text, numbers, rest, begin)
        closed = text.bytes[begin - 2] == _SLASH
        last = np.append(at_row[1:], len(tags)) - 1
        ends = tags[last]
        following = np.append(tags[at_row[1:]], len(text.data))
        whole = starts_with(text.words(ends), b"</row>") & (ends + 6 == following)
        empty = closed & (last == at_row) & (per_row == 0)
        require(np.where(closed, empty, whole), "a row's end")
        require((per_row > 0) | closed | (last == at_row + 1), "what stands in a row")
        return hidden

    def _values(
        self, text: Text, starts: Positions, ends: Positions, letter: Words, style: npt.NDArray[np.int16]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64], npt.NDArray[np.int16]]:
        """Per value its code, and the numbers among them with their styles."""
        value, whole = whole_numbers(text, starts, ends)
        is_text, is_truth = letter == _ORD["s"], letter == _ORD["b"]
        require(whole | ~(is_text | is_truth), "an index or a truth value")
        require(~is_truth | ((value <= 1) & (ends - starts == 1)), "a truth value")
        rest = np.flatnonzero(~is_text)
        number = value[rest].astype(np.float64)
        hard = np.flatnonzero(~whole[rest])
        number[hard] = _floats(text, starts[rest[hard]], ends[rest[hard]])
        codes = value.astype(np.int32)
        codes[rest] = -2 - self.n_numbers - np.arange(len(rest), dtype=np.int32)
        return codes, number, np.where(is_truth, np.int16(-1), style)[rest]

    def _keep(self, codes: npt.NDArray[np.int32], rows: Ints, columns: npt.NDArray[np.int32]) -> None:
        if not len(codes):
            return
        first, last = int(rows[0]), int(rows[-1])
        used, slot = np.unique(columns, return_inverse=True)
        table = np.full((len(used), last - first + 1), -1, np.int32)
        table[slot, rows - first] = codes
        for column, part in zip(used.tolist(), table, strict=True):
            self.parts.setdefault(column, []).append((first, part))
        self.rows, self.columns = last + 1, max(self.columns, int(used[-1]) + 1)


def _hidden_rows(text: Text, numbers: Ints, starts: Positions, ends: Positions) -> list[int]:
    """Check what row tags say after the number; the hidden rows (0-based). In large sheets most rows say the same."""
    lengths = ends - starts
    if lengths.max() <= 64 and lengths.max() == lengths.min():
        said = text.rows(starts, lengths, 64)
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


def _references(
    text: Text, at: Positions, row_word: Words, row_length: Positions, row_of: Positions
) -> tuple[npt.NDArray[np.int32], Positions]:
    """The cells' columns (0 is A), and where each cell tag goes on behind its reference, which must name its row."""
    words = text.words(at)
    require(starts_with(words, b'<c r="'), "a cell without a reference")
    first = _LETTERS[(words >> np.uint64(48)) & np.uint64(0xFF)]
    second = _LETTERS[words >> np.uint64(56)]
    two = second >= 0
    column, letters = first, np.ones(len(at), np.intp)
    if two.any():
        third = np.where(two, _LETTERS[text.bytes[at + 8]], -1)
        column = np.where(two, (first + 1) * 26 + second, first)
        column = np.where(third >= 0, (column + 1) * 26 + third, column)
        letters += two
        letters += third >= 0
    require(first >= 0, "a cell's reference")
    length = row_length[row_of]
    start = at + 6 + letters
    require((text.words(start) ^ row_word[row_of]) & masks(length) == 0, "a cell of another row")
    return column, start + length


def _attributes(text: Text, at: Positions) -> tuple[npt.NDArray[np.int16], Words, Positions, npt.NDArray[np.bool_]]:
    """Styles, type letters, where the tags end, and which have no content (``<c …/>``); attributes in any order."""
    at = at.copy()
    style, letter = np.full(len(at), -1, np.int16), np.zeros(len(at), np.uint8)
    closed = np.zeros(len(at), np.bool_)
    left = np.arange(len(at))
    for _ in range(3):
        words = text.words(at[left])
        end = starts_with(words, b">")
        empty = starts_with(words, b"/>")
        typed = starts_with(words, b' t="') & ((words >> np.uint64(40)) & np.uint64(0xFF) == _QUOTE)
        styled = starts_with(words, b' s="')
        require(end | empty | (typed & (letter[left] == 0)) | (styled & (style[left] < 0)), "a cell's attributes")
        closed[left[empty]] = True
        at[left] += np.where(end, 1, np.where(empty, 2, 6))
        letter[left[typed]] = (words[typed] >> np.uint64(32)) & np.uint64(0xFF)
        with_style = left[styled]
        if len(with_style):
            style[with_style], at[with_style] = _style(text, at[with_style] - 6)
        left = left[typed | styled]
        if not len(left):
            break
    require(not len(left), "a cell's attributes")
    require(np.isin(letter, (0, _ORD["s"], _ORD["n"], _ORD["b"])), "a cell's type")
    return np.maximum(style, 0), letter.astype(np.uint64), at, closed


def _style(text: Text, at: Positions) -> tuple[npt.NDArray[np.int16], Positions]:
    """The number in `` s="12"`` (at most three digits), and where the tag goes on."""
    words = text.words(at)
    length = np.zeros(len(at), np.intp)
    for n in (3, 2, 1):
        length[(words >> np.uint64(32 + 8 * n)) & np.uint64(0xFF) == _QUOTE] = n
    number, fine = whole_numbers(text, at + 4, at + 4 + length)
    require(fine, "a cell's style")
    return number.astype(np.int16), at + 4 + length + 1


def _structure(
    text: Text,
    tags: Positions,
    at_cell: Positions,
    ends: Positions,
    closed: npt.NDArray[np.bool_],
    per_row: Ints,
    at_row: Positions,
) -> None:
    """Check that cells consist of a value and nothing else, and follow each other without anything in between."""
    if not len(at_cell):
        return
    # What follows a cell is the next cell, or the end of its row.
    following = np.append(at_cell[1:], 0)
    filled = per_row > 0
    last_of_row = np.cumsum(per_row)[filled] - 1
    following[last_of_row] = (np.append(at_row[1:], len(tags)) - 1)[filled]
    first_of_row = last_of_row - per_row[filled] + 1
    require(at_cell[first_of_row] == at_row[filled] + 1, "what stands in a row")
    require(following == at_cell + np.where(closed, 1, 4), "what stands in a cell")
    require(tags[at_cell + 1] == ends, "what stands in a cell")
    valued = at_cell[~closed]
    require(starts_with(text.words(tags[valued + 1]), b"<v>"), "what stands in a cell")
    close = tags[valued + 2]
    require(text.words(close) == _CLOSE, "a cell's end")
    require(tags[following[~closed]] == close + WORD, "what follows a cell")


_CLOSE = np.uint64(int.from_bytes(b"</v></c>", "little"))


def _floats(text: Text, starts: Positions, ends: Positions) -> npt.NDArray[np.float64]:
    """Numbers that are more than a few digits, exact to the last bit: as a JSON list, which has their grammar."""
    if not len(starts):
        return np.empty(0)
    import msgspec

    lengths = ends - starts
    require((lengths > 0) & (lengths < NUMBER_WIDTH), "a number's length")
    rows = text.rows(starts, lengths, NUMBER_WIDTH)
    blank = rows == 0
    require(np.count_nonzero(blank) == blank.size - lengths.sum(), "a number")
    rows[blank] = ord(" ")
    rows[:, -1] = ord(",")
    listed = bytearray(rows.tobytes())
    listed[-1] = ord("]")
    try:
        numbers = np.array(msgspec.json.decode(b"[" + listed, type=list[float]), np.float64)
    except msgspec.DecodeError as error:
        raise NotPlain("a number") from error
    require(len(numbers) == len(starts), "a number")
    require(np.isfinite(numbers), "a number")
    return numbers
