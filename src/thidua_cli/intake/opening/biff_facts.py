"""What an ``.xls`` workbook says of its sheets that the Rust reader does not hand out.

Fonts of text cells (which tell TCVN3 and its capitals from Unicode), struck and percent cells, hidden rows and columns,
error cells, formulas that nobody calculated, and the date system, from the records of [MS-XLS] and, of Excel 5 and 95,
of its forerunner. Runs in the child process that also runs the reader; where a file does not keep to the format, the
facts are simply fewer.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import LongValues
from thidua_cli.intake.opening.biff import (
    BIFF5,
    BIFF8,
    BOF,
    BROKEN,
    FORMAT,
    XF,
    Records,
    error_of,
    records,
    sheet_records,
)
from thidua_cli.intake.opening.cells import recoded, tidy
from thidua_cli.intake.opening.engine_errors import PasswordNeededError
from thidua_cli.intake.opening.facts import SheetFacts
from thidua_cli.intake.opening.number_formats import PERCENT_IDS, is_percent
from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import CellValue, Sheet
from thidua_cli.intake.wordwise import PAD

_FORMULA, _DATEMODE, _FONT, _COLINFO, _BOUNDSHEET, _RSTRING, _RECALCID = 0x06, 0x22, 0x31, 0x7D, 0x85, 0xD6, 0x1C1
_FILEPASS = 0x2F
_MULRK, _LABELSST, _NUMBER, _LABEL, _BOOLERR, _ROW, _RK = 0xBD, 0xFD, 0x203, 0x204, 0x205, 0x208, 0x27E
_OLD_FORMULAS = frozenset((0x206, 0x406))
"""Records of Excel 3 and 4, which some programs still write into later workbooks; the Rust reader skips them."""
_TEXT_CELLS = frozenset((_LABELSST, _LABEL, _RSTRING, _FORMULA))
_CELLS = _TEXT_CELLS | _OLD_FORMULAS | {_NUMBER, _RK, _BOOLERR}
_COMPUTED = _OLD_FORMULAS | {_FORMULA, _BOOLERR}
_LEAST = {_NUMBER: 14, _ROW: 13, **dict.fromkeys(_CELLS - {_NUMBER}, 6)}
"""Bytes that a record of a kind has at least."""
_LAST_MOMENT = 1 - 0.5 / 86_400_000
_STRUCK_FONT, _CALCULATE_ON_LOAD = 0x08, 0x03
_NO_RESULTS = (b"\x00\x00\x00\x00\x00\x00\x00\x00", b"\x03\x00\x00\x00\x00\x00\xff\xff")
"""What stands for the result of a formula that nobody calculated: the number 0, or "empty" (xlwt)."""


@dataclass(slots=True)
class Globals:
    """The workbook's own records: where its sheets begin, the fonts and formats of its cells."""

    sheets: list[int] = field(default_factory=list)
    about: list[tuple[str, int, int]] = field(default_factory=list)
    """Each sheet's name, whether it is hidden, and of what kind it is (0 is a worksheet)."""
    fonts: list[tuple[str, bool]] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    cell_formats: list[tuple[int, int]] = field(default_factory=list)
    date1904: bool = False
    version: int = BIFF8
    history: int = 0
    calculated: bool = False

    def is_percent(self, number: int) -> bool:
        """Whether a number format shows a percentage: the workbook's own of that number, or the built-in one."""
        return is_percent(self.formats[number]) if number in self.formats else number in PERCENT_IDS

    def font_of(self, cell_format: int) -> tuple[str, bool]:
        """The font's name for a cell format, and whether it is struck through.

        The list of fonts has no number 4, for reasons of 1993.
        """
        number = self.cell_formats[cell_format][0]
        number -= number > 4
        return self.fonts[number] if number < len(self.fonts) else ("", False)


@dataclass(slots=True)
class Noted:
    """Cell formats of which a sheet's cells are to be noted."""

    old: dict[int, str]
    struck: frozenset[int]
    percent: frozenset[int]

    @property
    def any(self) -> bool:
        """Whether there is anything to note."""
        return bool(self.old or self.struck or self.percent)

    @classmethod
    def of(cls, book: Globals) -> Noted:
        """Those of a workbook."""
        numbers = range(len(book.cell_formats))
        return cls(
            {i: book.font_of(i)[0] for i in numbers if is_old_font(book.font_of(i)[0])},
            frozenset(i for i in numbers if book.font_of(i)[1]),
            frozenset(i for i in numbers if book.is_percent(book.cell_formats[i][1])),
        )


def xls_facts(stream: bytes) -> tuple[dict[int, SheetFacts], bool]:
    """Facts by a sheet's place in the workbook, and whether days count from 1904. Empty for what are no such records.

    Raises :class:`PasswordNeededError` for an encrypted one.
    """
    try:
        book = book_globals(stream)
        if book.version not in (BIFF8, BIFF5):
            return {}, book.date1904
        noted = Noted.of(book)
        ends = sorted((*book.sheets, len(stream)))
        sheets = [_SheetReader(noted).read(stream, at, ends[bisect_right(ends, at)]) for at in book.sheets]
    except BROKEN:
        return {}, False
    nobody = not book.calculated and not any(sheet.calculated for sheet in sheets)
    nobody &= book.history == 0 or all(sheet.asks_to_calculate for sheet in sheets)
    return {i: sheet.facts(uncalculated=nobody) for i, sheet in enumerate(sheets)}, book.date1904


def book_globals(stream: bytes) -> Globals:
    """The workbook's own records; raises :class:`PasswordNeededError`."""
    book = Globals()
    for kind, body, _ in records(stream, 0):
        if kind == BOF:
            book.version = struct.unpack_from("<H", body)[0]
            book.history = struct.unpack_from("<I", body, 8)[0] if len(body) >= 12 else 1
        elif kind == _FILEPASS:
            raise PasswordNeededError
        elif kind == _DATEMODE:
            book.date1904 = body[:1] == b"\x01"
        elif kind == _RECALCID:
            book.calculated = struct.unpack_from("<I", body, 4)[0] > 0
        else:
            _take_list(kind, body, book)
    return book


def _take_list(kind: int, body: bytes, book: Globals) -> None:
    if kind == _FONT:
        struck = bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK_FONT)
        book.fonts.append((_text_at(body, 14, book), struck))
    elif kind == FORMAT:
        book.formats[struct.unpack_from("<H", body)[0]] = _text_at(body, 2, book, 2 if book.version == BIFF8 else 1)
    elif kind == XF:
        book.cell_formats.append(struct.unpack_from("<HH", body))
    elif kind == _BOUNDSHEET:
        at, hidden, kind = struct.unpack_from("<IBB", body)
        book.sheets.append(at)
        book.about.append((_text_at(body, 6, book), hidden & 3, kind))


def _text_at(body: bytes, at: int, book: Globals, size: int = 1) -> str:
    """A text behind its length; from Excel 97 on another byte says whether the letters have one byte or two."""
    length, at = int.from_bytes(body[at : at + size], "little"), at + size
    if book.version != BIFF8:
        return body[at : at + length].decode("latin-1")
    wide = body[at] & 1
    return body[at + 1 : at + 1 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


class _SheetReader:
    """Goes through the records of one sheet."""

    def __init__(self, noted: Noted) -> None:
        self.calculated = False
        self.asks_to_calculate = True
        self._noted = noted
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._cells: dict[tuple[int, int], CellValue] = {}
        self._fonts: dict[tuple[int, int], str] = {}
        self._struck: list[tuple[int, int]] = []
        self._percent: list[tuple[int, int]] = []
        self._without_result: list[tuple[int, int]] = []
        self._last_moments: list[tuple[int, int]] = []

    def read(self, stream: bytes, start: int, stop: int) -> _SheetReader:
        """Take all records of the sheet."""
        found = sheet_records(stream, start, stop)
        for kind, least in _LEAST.items():
            if (found.lengths[found.kinds == kind] < least).any():
                raise struct.error(f"a record of kind {kind:#x}")
        if self._noted.any:
            self._formats(stream, found)
        text = np.frombuffer(stream, np.uint8)
        rows = found.at[found.kinds == _ROW]
        hidden = rows[text[rows + 12] & 0x20 != 0]
        self._hidden_rows.update((text[hidden] | text[hidden + 1].astype(np.int64) << 8).tolist())
        floats: npt.NDArray[np.float64] = np.ndarray(len(stream) - 7, "<f8", text, strides=(1,))
        numbers = found.at[found.kinds == _NUMBER]
        with np.errstate(invalid="ignore"):  # the bits of no number
            late = numbers[floats[numbers + 6] % 1 >= _LAST_MOMENT]
        self._last_moments += [struct.unpack_from("<HH", stream, at) for at in late.tolist()]
        for kind, at, length in found.of(_COMPUTED | {_COLINFO}):
            self._value(kind, stream[at : at + length])
        return self

    def _formats(self, stream: bytes, found: Records) -> None:
        """The cell formats of cells, or of runs of cells in one record."""
        text = np.frombuffer(stream, np.uint8)
        wanted = np.zeros(0x10000, np.bool_)
        wanted[[*self._noted.old, *self._noted.struck, *self._noted.percent]] = True
        is_cell = np.isin(found.kinds, list(_CELLS))
        at = found.at[is_cell] + 4
        noted = wanted[text[at] | text[at + 1].astype(np.int64) << 8]
        for kind, place in zip(found.kinds[is_cell][noted].tolist(), (at[noted] - 4).tolist(), strict=True):
            self._note(kind, *struct.unpack_from("<HHH", stream, place))
        for kind, place, length in found.of({_MULRK}):
            row, first = struct.unpack_from("<HH", stream, place)
            for i in range((length - 6) // 6):
                self._note(kind, row, first + i, struct.unpack_from("<H", stream, place + 4 + 6 * i)[0])

    def _value(self, kind: int, body: bytes) -> None:
        if kind == _COLINFO:
            first, last = struct.unpack_from("<HH", body)
            if body[8] & 1:
                self._hidden_columns.update(range(first, min(last, 255) + 1))
        elif kind == _FORMULA:
            self._formula(body)
        elif kind == _BOOLERR:
            if body[7]:
                self._cells[struct.unpack_from("<HH", body)] = error_of(body[6])
        else:
            value = _old_formula(body)
            if value is not None:
                self._cells[struct.unpack_from("<HH", body)] = value

    def _note(self, kind: int, row: int, column: int, cell_format: int) -> None:
        if kind in _TEXT_CELLS and cell_format in self._noted.old:
            self._fonts[row, column] = self._noted.old[cell_format]
        if cell_format in self._noted.struck:
            self._struck.append((row, column))
        if cell_format in self._noted.percent:
            self._percent.append((row, column))

    def _number(self, body: bytes) -> None:
        number: float = struct.unpack_from("<d", body, 6)[0]
        if number % 1 >= _LAST_MOMENT:
            self._last_moments.append(struct.unpack_from("<HH", body))

    def _formula(self, body: bytes) -> None:
        place: tuple[int, int] = struct.unpack_from("<HH", body)
        if body[6:14] in _NO_RESULTS:
            self._without_result.append(place)
            self.asks_to_calculate &= bool(body[14] & _CALCULATE_ON_LOAD)
            return
        self.calculated = True
        if body[12:14] != b"\xff\xff":
            self._number(body)
        elif body[6] == 2:
            self._cells[place] = error_of(body[8])

    def facts(self, *, uncalculated: bool) -> SheetFacts:
        """What was found, where ``uncalculated`` says that nobody calculated the workbook's formulas."""
        return SheetFacts(
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            tuple(self._without_result) if uncalculated else (),
            errors=self._cells,
            fonts=self._fonts,
            percent=Places.of(self._percent),
            struck=Places.of(self._struck),
            last_moments=Places.of(self._last_moments),
        )


def _old_formula(body: bytes) -> CellValue:
    """The stored number or error of an old formula record; None for a text, which stands in a record of its own."""
    if body[12:14] == b"\xff\xff":
        return error_of(body[8]) if body[6] == 2 else None
    number: float = struct.unpack_from("<d", body, 6)[0]
    return tidy(number)


def with_whole_letters(sheet: Sheet) -> Sheet:
    """The sheet with texts mended whose two-byte letters the reader took for single bytes (a zero after each)."""
    torn = [_has_zeros(column.values) for column in sheet.columns]
    if not any(torn):
        return sheet
    columns = (recoded(c, _whole_letters) if is_torn else c for c, is_torn in zip(sheet.columns, torn, strict=True))
    return replace(sheet, columns=tuple(columns))


def _has_zeros(values: Sequence[CellValue]) -> bool:
    if isinstance(values, LongValues):
        return 0 in values.texts.store.data[: -len(PAD)]
    return any(isinstance(value, str) and "\0" in value for value in values)


def _whole_letters(value: CellValue) -> CellValue:
    if not isinstance(value, str) or "\0" not in value:
        return value
    try:
        return tidy(value.encode("latin-1").decode("utf-16-le").replace("\0", ""))
    except UnicodeError:
        return tidy(value.replace("\0", ""))


def is_old_font(name: str) -> bool:
    """Whether a font's name says TCVN3 or VNI."""
    from thidua_cli.text.legacy import font_encoding

    return font_encoding(name) is not None
