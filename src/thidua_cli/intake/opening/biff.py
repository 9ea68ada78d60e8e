"""What an ``.xls`` workbook says of its sheets that the Rust reader does not hand out.

Fonts of text cells (which tell TCVN3 and its capitals from Unicode), hidden rows and columns, error cells, and the date
system, from the records of [MS-XLS]. Runs in the child process that also runs the reader; where a file does not keep to
the format, the facts are simply fewer.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO

from thidua_cli.intake.opening.cells import recoded, tidy
from thidua_cli.intake.opening.engines import PasswordNeededError, SheetFacts
from thidua_cli.intake.sheet import CellValue, ExcelError, Sheet

_EOF, _FORMULA, _DATEMODE, _FONT, _COLINFO, _BOUNDSHEET, _RSTRING, _XF = 0x0A, 0x06, 0x22, 0x31, 0x7D, 0x85, 0xD6, 0xE0
_FILEPASS = 0x2F
_LABELSST, _LABEL, _BOOLERR, _ROW, _BOF = 0xFD, 0x204, 0x205, 0x208, 0x809
_TEXT_CELLS = frozenset((_LABELSST, _LABEL, _RSTRING, _FORMULA))
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_OLD_FORMULAS = frozenset((0x206, 0x406))
"""Records of Excel 3 and 4, which some programs still write into later workbooks; the Rust reader skips them."""
_BIFF8 = 0x600
_RECORDS = 20_000_000
_BROKEN = (OSError, struct.error, IndexError, ValueError, TypeError, AttributeError, RecursionError, OverflowError)
"""What the container's library and the records' unpacking end in where bytes are not what they should be."""
WORKBOOK_STREAMS = ("Workbook", "Book")
"""Where Excel 97 and later, and Excel 5 and 95, keep their records."""


@dataclass(slots=True)
class _Globals:
    """The workbook's own records: where its sheets begin, the font of each cell format."""

    sheets: list[tuple[str, int]] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    formats: list[int] = field(default_factory=list)
    date1904: bool = False
    version: int = _BIFF8

    def font_of(self, cell_format: int) -> str:
        """The font's name for a cell format; the list of fonts has no number 4, for reasons of 1993."""
        if cell_format >= len(self.formats):
            return ""
        number = self.formats[cell_format]
        number -= number > 4
        return self.fonts[number] if number < len(self.fonts) else ""


def xls_facts(data: bytes) -> tuple[dict[str, SheetFacts], bool]:
    """Facts by sheet name, and whether days count from 1904. Empty for what is no BIFF8 workbook.

    Raises :class:`PasswordNeededError` for an encrypted one.
    """
    try:
        stream = _workbook_stream(data)
        book = _globals(stream)
        if book.version != _BIFF8:
            return {}, book.date1904
        return {name: _sheet(stream, start, book) for name, start in book.sheets}, book.date1904
    except _BROKEN:
        return {}, False


def _workbook_stream(data: bytes) -> bytes:
    import olefile

    with olefile.OleFileIO(BytesIO(data)) as container:
        stream = next((s for s in WORKBOOK_STREAMS if container.exists(s)), None)
        content: bytes = container.openstream(stream).read() if stream else b""
        return content


def root_streams(data: bytes) -> frozenset[str]:
    """The names of the streams at the top of an OLE container, in lower case; empty for a broken one.

    An embedded document has its own streams further down, so that looking for their names in the bytes is not enough.
    """
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            return frozenset(path[0].lower() for path in container.listdir() if len(path) == 1)
    except _BROKEN:
        return frozenset()


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Records from a position to the end of their substream."""
    position = start
    for _ in range(_RECORDS):
        if position + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + length]
        if kind == _EOF:
            return
        position += 4 + length


def _globals(stream: bytes) -> _Globals:
    book = _Globals()
    for kind, body in _records(stream, 0):
        if kind == _BOF:
            book.version = struct.unpack_from("<H", body)[0]
        elif kind == _FILEPASS:
            raise PasswordNeededError
        elif kind == _DATEMODE:
            book.date1904 = body[:1] == b"\x01"
        elif book.version != _BIFF8:
            continue
        elif kind == _FONT:
            book.fonts.append(_short_text(body, 14))
        elif kind == _XF:
            book.formats.append(struct.unpack_from("<H", body)[0])
        elif kind == _BOUNDSHEET:
            book.sheets.append((_short_text(body, 6), struct.unpack_from("<I", body)[0]))
    return book


def _short_text(body: bytes, at: int) -> str:
    """A text with a one-byte length and a byte that says whether its characters have one byte or two."""
    length, wide = body[at], body[at + 1] & 1
    raw = body[at + 2 : at + 2 + length * (1 + wide)]
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")


def _sheet(stream: bytes, start: int, book: _Globals) -> SheetFacts:
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    errors: dict[tuple[int, int], CellValue] = {}
    fonts: dict[tuple[int, int], str] = {}
    old = {i: book.font_of(i) for i in range(len(book.formats)) if is_old_font(book.font_of(i))}
    for kind, body in _records(stream, start):
        if kind in _TEXT_CELLS and old:
            row, column, cell_format = struct.unpack_from("<HHH", body)
            if cell_format in old:
                fonts[row, column] = old[cell_format]
        if kind == _ROW and body[12] & 0x20:
            hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLINFO and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            hidden_columns.update(range(first, min(last, 255) + 1))
        elif kind == _BOOLERR and body[7]:
            errors[struct.unpack_from("<HH", body)] = _error(body[6])
        elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
            errors[struct.unpack_from("<HH", body)] = _error(body[8])
        elif kind in _OLD_FORMULAS:
            value = _old_formula(body)
            if value is not None:
                errors[struct.unpack_from("<HH", body)] = value
    return SheetFacts(frozenset(hidden_rows), frozenset(hidden_columns), errors=errors, fonts=fonts)


def _old_formula(body: bytes) -> CellValue:
    """The stored number or error of an old formula record; None for a text, which stands in a record of its own."""
    if body[12:14] == b"\xff\xff":
        return _error(body[8]) if body[6] == 2 else None
    number: float = struct.unpack_from("<d", body, 6)[0]
    return tidy(number)


def _error(code: int) -> ExcelError:
    return ExcelError(_ERRORS.get(code, "#N/A"))


def with_whole_letters(sheet: Sheet) -> Sheet:
    """The sheet with texts mended whose two-byte letters the reader took for single bytes (a zero after each)."""
    if not any(isinstance(v, str) and "\0" in v for column in sheet.columns for v in column.values):
        return sheet
    return replace(sheet, columns=tuple(recoded(column, _whole_letters) for column in sheet.columns))


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
