"""Looks through a worksheet's XML while it is inflated.

It tells the true used box before any reader allocates it, and the facts that calamine does not hand out (hidden rows
and columns, error cells, formulas without a stored value).

It looks at bytes with numpy and never builds a tree. What it does not know it says: ``odd`` sheets have cells in a form
that office programs do not write, their box is unknown, and they are read in a child process.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.sheet import CellValue, ExcelError

Positions = npt.NDArray[np.intp]
Words = npt.NDArray[np.uint64]

MAX_TAG_GAP = 4 * 1024 * 1024
"""Bytes between one ``<`` and the next: a cell has at most 32,767 characters, each at most 8 bytes of XML."""
_PAD = b"\x00" * 32
_NOTED = 100_000
"""Error cells and formulas kept per sheet; more than these are not worth their memory."""

_ROW_TAG = re.compile(rb"<row\b[^>]*>")
_MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Za-z]{1,3}\d{1,7}):([A-Za-z]{1,3}\d{1,7})"')
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true|on)["']""")
_ERROR = re.compile(rb'<c r="([A-Za-z]{1,3}\d{1,7})"[^>]*?\bt="e"[^>]*>(?:(?!</c>).)*?<v>([^<]{1,40})</v>', re.DOTALL)
_LAST_MOMENT = re.compile(
    rb'<c r="([A-Za-z]{1,3}\d{1,7})"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>\d{1,7}\.99999999\d*</v>'
)
_TEXT_CELL = re.compile(rb'<c [^>]*\bt="(?:str|inlineStr)"')
_ODD_TAG = re.compile(rb"<(?:c[\s/>]|[^\s<>/:]{1,64}:(?:c|row)[\s/>])")
_NUMBER = re.compile(rb"""\b(r|min|max)\s*=\s*["'](\d{1,7})["']""")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3}\d{1,7})["']""")
_A1 = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")

_LESS_THAN, _SLASH, _NINE = 60, 47, 57
_INSIDE_CELLS = (b"<f>", b"<f ", b"<f/", b"<t>", b"<t ", b"<t/", b"<v/", b"<v ")
_LETTER = np.full(256, -100, np.int32)
_LETTER[65:91] = _LETTER[97:123] = np.arange(26)


def parse_a1(reference: str) -> tuple[int, int] | None:
    """0-based (row, column) of an address such as ``B17``; None where it is none."""
    found = _A1.fullmatch(reference)
    if found is None or int(found.group(2)) == 0:
        return None
    column = 0
    for letter in found.group(1).upper():
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)) - 1, column - 1


@dataclass(slots=True)
class SheetScan:
    """Accumulates what one worksheet part says; feed it the inflated bytes in order, then call :meth:`close`.

    ``rows`` and ``columns`` bound the used box (counts, from A1), ``cells`` counts cells that are there;
    ``zero_results`` and ``other_results`` count formulas with the stored value 0 or another one. ``last_moments`` has
    row and column of each number that, were it a date, would be in the last half millisecond of a day.
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    odd: bool = False
    document_type: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    without_value: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    last_moments: array[int] = field(default_factory=lambda: array("i"))
    zero_results: int = 0
    other_results: int = 0
    longest_gap: int = 0
    _carry: bytes = b""
    _first: bool = True
    _prefix: bytes | None = None
    _raw: bytes = b""
    _gap: int = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes. A cell is looked at once it is whole: the last one waits for the next chunk."""
        if self._prefix is None:
            self._prefix = _prefix_of(chunk)
        data = self._carry + (self._without_prefix(chunk) if self._prefix else chunk)
        cut = max(data.rfind(b"<c "), data.rfind(b"<row"))
        if cut <= 0:
            cut = max(data.rfind(b"<"), 0)
        if len(data) - cut > MAX_TAG_GAP:
            self.longest_gap = len(data) - cut
            self.odd = True
            cut = len(data)
        self._carry = data[cut:]
        self._look(data[:cut])

    def _without_prefix(self, chunk: bytes) -> bytes:
        """The chunk as it would be if the namespace were the default one, as the .NET libraries do not write it."""
        raw = self._raw + chunk
        cut = max(raw.rfind(b"<"), 0) if len(raw) - raw.rfind(b"<") < 64 else len(raw)
        self._raw = raw[cut:]
        whole, prefix = raw[:cut], self._prefix or b""
        return whole.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")

    def close(self) -> None:
        """No more bytes come."""
        if self._raw:
            rest, self._raw = self._raw.replace(b"/" + (self._prefix or b""), b"/"), b""
            self._carry += rest.replace(b"<" + (self._prefix or b""), b"<")
        data, self._carry = self._carry, b""
        self._look(data)

    def _look(self, data: bytes) -> None:
        if not data:
            return
        if self._first:
            self._first = False
            self.odd = self.odd or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:64]
        bytes_ = np.frombuffer(data + _PAD, np.uint8)
        opening = bytes_ == _LESS_THAN
        opening[:-1] &= bytes_[1:] != _SLASH
        tags = np.flatnonzero(opening)
        self._measure_gap(data)
        if not len(tags):
            return
        text = _Text(data, np.ndarray(len(data) + 24, np.dtype("<u8"), bytes_, strides=(1,)))
        words = text.words[tags]
        is_cell = (words & _mask(6)) == _word(b'<c r="')
        self._cells(text, tags[is_cell], words[is_cell])
        is_value = (words & _mask(3)) == _word(b"<v>")
        rest = ~(is_cell | is_value)
        self._others(data, tags[rest], words[rest])
        if b"hidden" in data:
            self._rows(data)
        if ((words & _mask(4)) == _word(b"<v>#")).any():
            self._errors(data)
        if b".99999999" in data:
            for place in (parse_a1(found.decode()) for found in _LAST_MOMENT.findall(data)):
                if place:
                    self.last_moments.extend(place)
        formulas = tags[rest][_is_one_of(words[rest], (b"<f>", b"<f ", b"<f/"))]
        if len(formulas):
            empty = tags[rest][_is_one_of(words[rest], (b"<v/", b"<v "))]
            self._formulas(text, tags[is_cell], formulas, tags[is_value], empty)

    def _measure_gap(self, data: bytes) -> None:
        """Only a text longer than several pieces matters, so that it is enough to look where a piece has no tag."""
        last = data.rfind(b"<")
        self._gap = len(data) - last if last >= 0 else self._gap + len(data)
        self.longest_gap = max(self.longest_gap, self._gap)

    def _cells(self, text: _Text, at: Positions, words: Words) -> None:
        """The furthest row and column that any cell's reference names."""
        if not len(at):
            return
        self.cells += len(at)
        first, second = _LETTER[(words >> 48) & 0xFF], (words >> 56).astype(np.uint8)
        if int(second.max()) > _NINE:
            after = _LETTER[second]
            two = after >= 0
            third = _LETTER[text.words[at + 8] & 0xFF]
            three = two & (third >= 0)
            column = np.where(two, (first + 1) * 26 + after, first)
            column = np.where(three, (column + 1) * 26 + third, column)
            row = _greatest(text.words[at + 7 + two + three])
        else:
            column, row = first, _greatest(text.words[at + 7])
        if row is None or int(first.min()) < 0:
            self.odd = True
        self.columns = max(self.columns, int(column.max()) + 1)
        self.rows = max(self.rows, row or 0)

    def _others(self, data: bytes, tags: Positions, words: Words) -> None:
        """Tags that are neither cells nor what stands in them: prefixed names, document types, merged ranges."""
        unusual = (words & _mask(5)) != _word(b"<row ")
        tags, words = tags[unusual], words[unusual]
        tags = tags[~(_is_one_of(words, _INSIDE_CELLS) | _is_one_of(words, (b"<is>",)))]
        if len(tags) > _NOTED:
            self.odd = True
        for position in tags[:_NOTED].tolist():
            head = data[position : position + 80]
            if head.startswith((b"<!D", b"<!E")):
                self.document_type = True
            elif _ODD_TAG.match(head):
                self.odd = True
            elif head.startswith(b"<mergeCell "):
                self._merge(head)
            elif head.startswith(b"<col "):
                self._column(data[position : position + 400])

    def _merge(self, tag: bytes) -> None:
        found = _MERGE.match(tag)
        if found and len(self.merged) < _NOTED:
            start, end = parse_a1(found.group(1).decode()), parse_a1(found.group(2).decode())
            if start and end and start <= end:
                self.merged.append((*start, *end))

    def _column(self, tag: bytes) -> None:
        tag = tag.partition(b">")[0]
        if _HIDDEN.search(tag):
            said = {key: int(value) for key, value in _NUMBER.findall(tag)}
            first, last = said.get(b"min", 0), min(said.get(b"max", 0), 16_384)
            self.hidden_columns.update(range(first - 1, last) if first else ())

    def _rows(self, data: bytes) -> None:
        for tag in _ROW_TAG.findall(data):
            if _HIDDEN.search(tag):
                self.hidden_rows.update(int(value) - 1 for key, value in _NUMBER.findall(tag) if key == b"r")

    def _errors(self, data: bytes) -> None:
        for reference, shown in _ERROR.findall(data):
            place = parse_a1(reference.decode())
            if place and len(self.errors) < _NOTED:
                self.errors[place] = ExcelError(shown.decode("utf-8", "replace"))

    def _formulas(
        self, text: _Text, cells: Positions, formulas: Positions, values: Positions, empty: Positions
    ) -> None:
        """Cells with a formula and no stored value, and how many have the value 0 or another.

        An empty text (``t="str"`` with an empty ``<v>``) is a value; without any ``<v>`` it is none.
        """
        is_empty = ((text.words[values] >> 24) & 0xFF) == _LESS_THAN
        is_zero = _is_one_of(text.words[values], (b"<v>0</v>", b"<v>0.0</"))
        computed = np.searchsorted(cells, formulas, "right") - 1
        valued = np.searchsorted(cells, values, "right") - 1
        marked = {*valued[is_empty].tolist(), *(np.searchsorted(cells, empty, "right") - 1).tolist()}
        self.zero_results += len(np.intersect1d(computed, valued[is_zero]))
        self.other_results += len(np.intersect1d(computed, valued[~(is_zero | is_empty)]))
        for index in np.setdiff1d(computed[computed >= 0], valued[~is_empty]).tolist():
            tag = text.data[cells[index] : cells[index] + 200].partition(b">")[0]
            found = _REFERENCE.search(tag)
            place = parse_a1(found.group(1).decode()) if found else None
            is_text = index in marked and _TEXT_CELL.search(tag)
            if place and not is_text and len(self.without_value) < _NOTED:
                self.without_value.append(place)


@dataclass(frozen=True, slots=True)
class _Text:
    """Bytes, and for each position the eight bytes from there as one number (the first is the lowest)."""

    data: bytes
    words: Words


def _prefix_of(head: bytes) -> bytes:
    """``b"x:"`` where the worksheet's own namespace has the prefix x, as some .NET libraries write it."""
    found = re.search(rb"<([A-Za-z0-9_]{1,16}:)worksheet[\s>]", head[:4096])
    return found.group(1) if found else b""


def _word(text: bytes) -> np.uint64:
    return np.uint64(int.from_bytes(text, "little"))


def _mask(length: int) -> np.uint64:
    return np.uint64((1 << 8 * length) - 1)


def _is_one_of(words: Words, texts: tuple[bytes, ...]) -> npt.NDArray[np.bool_]:
    """Which words begin with one of some texts of equal length."""
    found = np.zeros(len(words), bool)
    heads = words & _mask(len(texts[0]))
    for text in texts:
        found |= heads == _word(text)
    return found


def _greatest(words: Words) -> int | None:
    """The greatest of the numbers that the words begin with, each ended by a quote; None where one is no such number.

    The byte of a word that equals the quote is found by the classic zero-byte trick. Only the longest numbers can be
    the greatest, and among those the order of their digits is the order of their values.
    """
    zeroed = words ^ np.uint64(0x2222222222222222)
    marks = (zeroed - np.uint64(0x0101010101010101)) & ~zeroed & np.uint64(0x8080808080808080)
    lowest = marks & (~marks + np.uint64(1))
    if int(lowest.min()) < 0x8000:  # no quote within eight bytes, or nothing before it
        return None
    longest = lowest.max()
    length = (int(longest).bit_length() - 1) // 8
    digits = int((words[lowest == longest] & _mask(length)).byteswap().max()).to_bytes(8, "big")[:length]
    return int(digits) if digits.isdigit() else None
