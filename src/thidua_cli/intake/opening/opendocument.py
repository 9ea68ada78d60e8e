"""OpenDocument spreadsheets: ``content.xml`` of an ``.ods``, or a flat ``.fods``.

The Rust reader knows them too; ``docs/decisions/readers.md`` says what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.fast.markup import MarkupRows, by_halves
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.opening.markup import MarkupFeed, events, local, whole_number
from thidua_cli.intake.opening.opendocument_rows import ROW, ROW_END, day_or_moment, plain_rows, says_namespaces
from thidua_cli.intake.opening.opendocument_text import paragraphs
from thidua_cli.intake.opening.sparse import SparseSheet
from thidua_cli.intake.sheet import CellValue, ExcelError, Sheet, error_or_text
from thidua_cli.intake.wordwise import require
from thidua_cli.progress import come_to

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_MOST = 10_000_000
_PIECE = 1 << 20
_DURATION = re.compile(r"PT(\d{1,7})H(\d{1,7})M(\d{1,7})(?:[.,]\d+)?S")
_UNSEEN = ("collapse", "filter")
_SHOWN_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|[^\W\d]{2,8}:5\d\d")
"""An error as LibreOffice shows it, in the cell of a number: ``#DIV/0!``, ``Err:502`` (``Lỗi:502`` in Vietnamese)."""


def read_opendocument(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a document's XML; raises :class:`UnreadableFileError`."""
    reader = _Reader(name, limits)
    reader.follow(events(name, data))
    return reader.sheets


def read_opendocument_in_pieces(name: str, pieces: Iterable[bytes], limits: Limits, size: int) -> list[Sheet]:
    """The same of a document that comes in pieces, in UTF-8; its long runs of plain rows are never elements.

    ``size`` is about that of all pieces, which only progress needs. Raises :class:`NotPlain` where the rest of it is
    too long for this process.
    """
    reader, feed = _Reader(name, limits), MarkupFeed(name)
    carry, taken, fed = b"", 0, 0

    def parse(rows: bytes) -> None:
        nonlocal fed
        if not fed:
            require(_IN_UTF8.match(rows), "the encoding")
            reader.scans = says_namespaces(rows)
        fed += len(rows)
        require(fed <= limits.in_process_bytes, "a document of other cells")
        require(not _DOCUMENT_TYPE.search(rows), "a document type")
        reader.follow(feed.feed(rows))

    for piece in _joined(pieces):
        carry += piece
        taken += len(piece)
        come_to(taken / size, reader.n_rows)
        cut = _end_of_rows(carry, 0, len(carry))
        require(cut or len(carry) <= limits.in_process_bytes, "a long row")
        if cut:
            by_halves(carry[:cut], _end_of_rows, reader.scan, parse)
            carry = carry[cut:]
    parse(carry)
    reader.follow(feed.close())
    return reader.sheets


def _end_of_rows(data: bytes, start: int, stop: int) -> int:
    at = data.rfind(ROW_END, start, stop)
    return start if at < 0 else at + len(ROW_END)


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same in longer pieces, for what is looked at together."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


_DOCUMENT_TYPE = re.compile(rb"!(?:DOCTYPE|ENTITY)")
_IN_UTF8 = re.compile(rb"\s*(?:<\?xml[^>]*(?:encoding=.(?i:utf-8).[^>]*)?\?>)?\s*<(?![?!])")


class _Styles:
    """What the document's styles say: tables that are not shown, cells that are struck through."""

    def __init__(self) -> None:
        self.unseen: set[str] = set()
        self.struck: set[str] = set()
        self._name = ""

    def start(self, element: ET.Element) -> None:
        """A style begins; it is like its parent until it says otherwise."""
        self._name = element.get(f"{_STYLE}name", "")
        if element.get(f"{_STYLE}parent-style-name") in self.struck:
            self.struck.add(self._name)

    def end(self, element: ET.Element) -> None:
        """Some properties of the style are whole."""
        if element.tag == f"{_STYLE}table-properties" and element.get(f"{_TABLE}display") == "false":
            self.unseen.add(self._name)
        elif element.tag == f"{_STYLE}text-properties":
            said = [element.get(f"{_STYLE}text-line-through-{what}") for what in ("style", "type")]
            if any(word not in (None, "none") for word in said):
                self.struck.add(self._name)
            elif "none" in said:
                self.struck.discard(self._name)


class _Reader:
    """Takes the events of a document; ``sheets`` are those that are finished."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self.n_rows = 0
        """Rows taken as text."""
        self.scans = False
        """Whether prefixes mean what they usually do."""
        self._name = name
        self._limits = limits
        self._styles = _Styles()
        self._sheet: SparseSheet | None = None
        self._depth = 0  # a cell may hold a table of its own, which is none of ours
        self._row = self._column = 0
        self._struck_columns: set[int] = set()
        self._between_rows = False
        self._plain: MarkupRows | None = None

    def follow(self, events: Iterable[tuple[str, ET.Element]]) -> None:
        """Take some events."""
        for event, element in events:
            if event == "start":
                self.start(element)
            else:
                self.end(element)

    def scan(self, rows: bytes) -> None:
        """Take whole rows as text; raises :class:`NotPlain` where no rows stand or they are not plain."""
        require(self.scans and self._between_rows and not self._struck_columns and rows.startswith(ROW), "no rows")
        if self._sheet is not None:
            self._plain = self._plain or plain_rows(self._styles.struck)
            rows_taken = self._plain.take(rows, self._row, self._sheet.grid, self._sheet.check)
            self._row += rows_taken
            self.n_rows += rows_taken

    def start(self, element: ET.Element) -> None:
        """A table or a style begins."""
        self._between_rows = False
        if element.tag == f"{_STYLE}style":
            self._styles.start(element)
        elif element.tag == f"{_TABLE}table":
            self._depth += 1
            if self._depth == 1:
                title = element.get(f"{_TABLE}name", f"Sheet{len(self.sheets) + 1}")
                self._sheet = SparseSheet(title, self._name, self._limits)
                self._sheet.hidden = element.get(f"{_TABLE}style-name", "") in self._styles.unseen
                self._row = self._column = 0
                self._struck_columns = set()

    def end(self, element: ET.Element) -> None:
        """A row, a column, a table or a style's properties are whole."""
        tag = element.tag
        self._styles.end(element)
        self._between_rows = tag == f"{_TABLE}table-row" and self._depth == 1
        if tag == f"{_TABLE}table":
            self._depth -= 1
            if self._depth == 0:
                self._finish()
            element.clear()
        elif self._sheet is not None and self._depth == 1:
            if tag == f"{_TABLE}table-row":
                self._row += _Row(element, self._sheet, self._row, self._styles.struck, self._struck_columns).read()
                element.clear()
            elif tag == f"{_TABLE}table-column":
                self._take_column(element, self._sheet)

    def _take_column(self, element: ET.Element, sheet: SparseSheet) -> None:
        most = self._limits.columns
        after = min(self._column + whole_number(element.get(f"{_TABLE}number-columns-repeated"), 1, most), most)
        if element.get(f"{_TABLE}visibility") in _UNSEEN:
            sheet.hidden_columns.update(range(self._column, after))
        if element.get(f"{_TABLE}default-cell-style-name") in self._styles.struck:
            self._struck_columns.update(range(self._column, after))
        self._column = after

    def _finish(self) -> None:
        if self._sheet is not None:
            self.sheets.append(self._sheet.finish())
            self._sheet = None
        if len(self.sheets) > self._limits.sheets:
            raise refusals.too_many_sheets(self._name, self._limits.sheets)


class _Row:
    """One row on its way into its sheet, as often as it is repeated."""

    def __init__(
        self, element: ET.Element, sheet: SparseSheet, row: int, struck: set[str], struck_columns: set[int]
    ) -> None:
        self._element = element
        self._sheet = sheet
        self._row = row
        self._struck = struck
        self._struck_columns = struck_columns
        self._repeated = whole_number(element.get(f"{_TABLE}number-rows-repeated"), 1, _MOST)
        self._cells: list[CellValue] = []

    def read(self) -> int:
        """Add it to its sheet; returns how many rows it stands for."""
        trailing = 0
        for cell in self._element:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            times = whole_number(cell.get(f"{_TABLE}number-columns-repeated"), 1, _MOST)
            value = _value(cell)
            column = len(self._cells) + trailing
            _merge(cell, self._sheet, self._row, column)
            if value is None:
                if cell.get(f"{_TABLE}formula"):
                    self._sheet.without_value.append((self._row, column))
                trailing += times
                continue
            self._sheet.check(1, column + times)
            self._cells.extend([None] * trailing)
            trailing = 0
            self._cells.extend([value] * times)
            self._note(cell, value, column, times)
        return self._finish()

    def _note(self, cell: ET.Element, value: CellValue, column: int, times: int) -> None:
        """What there is to know of a cell beside its value."""
        columns = range(column, column + times)
        style = cell.get(f"{_TABLE}style-name") or self._element.get(f"{_TABLE}default-cell-style-name")
        struck = columns if style in self._struck else () if style else self._struck_columns.intersection(columns)
        is_percent = cell.get(f"{_OFFICE}value-type") == "percentage" and isinstance(value, float)
        if not struck and not is_percent:
            return
        self._sheet.check(self._row + self._repeated, column + times)
        for row in range(self._row, self._row + self._repeated):
            self._sheet.struck.extend((row, c) for c in struck)
            self._sheet.percent.extend((row, c) for c in columns if is_percent)

    def _finish(self) -> int:
        cells, sheet, repeated = self._cells, self._sheet, self._repeated
        if self._element.get(f"{_TABLE}visibility") in _UNSEEN:
            sheet.hidden_rows.update(range(self._row, self._row + (repeated if cells else min(repeated, 100_000))))
        if cells:
            sheet.check(self._row + repeated, len(cells))
            for k in range(repeated):
                sheet.add_row(self._row + k, list(cells))
        return repeated


def _merge(cell: ET.Element, sheet: SparseSheet, row: int, column: int) -> None:
    across = whole_number(cell.get(f"{_TABLE}number-columns-spanned"), 1, _MOST)
    down = whole_number(cell.get(f"{_TABLE}number-rows-spanned"), 1, _MOST)
    if across > 1 or down > 1:
        sheet.merged.append((row, column, row + down - 1, column + across - 1))


def _value(cell: ET.Element) -> CellValue:
    if cell.get(f"{_CALCEXT}value-type") == "error":
        return ExcelError(paragraphs(cell) or "#VALUE!")
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return _number(cell)
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", "")) or _text(cell)
    if kind == "time":
        found = _DURATION.fullmatch(cell.get(f"{_OFFICE}time-value", ""))
        return (
            timedelta(**dict(zip(("hours", "minutes", "seconds"), map(int, found.groups()), strict=True)))
            if found
            else _text(cell)
        )
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value", "").upper() or None
    return cell.get(f"{_OFFICE}string-value") or _text(cell)


def _number(cell: ET.Element) -> CellValue:
    shown = paragraphs(cell)
    if _SHOWN_ERROR.fullmatch(shown):
        return ExcelError(shown)
    try:
        return float(cell.get(f"{_OFFICE}value", ""))
    except ValueError:
        return shown or None


def _date(text: str) -> CellValue:
    try:
        return day_or_moment(text)
    except ValueError:
        return None


def _text(cell: ET.Element) -> CellValue:
    return error_or_text(paragraphs(cell)) or None
