"""OpenDocument spreadsheets: ``content.xml`` of an ``.ods``, or a flat ``.fods``.

The Rust reader knows them too, but hands out neither merged ranges nor hidden rows, and header blocks need the former.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.opening.markup import events, local, whole_number
from thidua_cli.intake.opening.sparse import SparseSheet
from thidua_cli.intake.sheet import CellValue, ExcelError, Sheet

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST = 10_000_000
_DURATION = re.compile(r"PT(\d{1,7})H(\d{1,7})M(\d{1,7})(?:[.,]\d+)?S")
_UNSEEN = ("collapse", "filter")


def read_opendocument(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a document's XML; raises :class:`UnreadableFileError`."""
    reader = _Reader(name, limits)
    for event, element in events(name, data):
        if event == "start":
            reader.start(element)
        else:
            reader.end(element)
    return reader.sheets


class _Reader:
    """Takes the events of a document; ``sheets`` are those that are finished."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self._name = name
        self._limits = limits
        self._unseen_styles: set[str] = set()
        self._style = ""
        self._sheet: SparseSheet | None = None
        self._depth = 0  # a cell may hold a table of its own, which is none of ours
        self._row = self._column = 0

    def start(self, element: ET.Element) -> None:
        """A table or a style begins."""
        if element.tag == f"{_STYLE}style":
            self._style = element.get(f"{_STYLE}name", "")
        elif element.tag == f"{_TABLE}table":
            self._depth += 1
            if self._depth == 1:
                title = element.get(f"{_TABLE}name", f"Sheet{len(self.sheets) + 1}")
                self._sheet = SparseSheet(title, self._name, self._limits)
                self._sheet.hidden = element.get(f"{_TABLE}style-name", "") in self._unseen_styles
                self._row = self._column = 0

    def end(self, element: ET.Element) -> None:
        """A row, a column, a table or a style's properties are whole."""
        tag = element.tag
        if tag == f"{_STYLE}table-properties" and element.get(f"{_TABLE}display") == "false":
            self._unseen_styles.add(self._style)
        elif tag == f"{_TABLE}table":
            self._depth -= 1
            if self._depth == 0:
                self._finish()
            element.clear()
        elif self._sheet is not None and self._depth == 1:
            if tag == f"{_TABLE}table-row":
                self._row += _row(element, self._sheet, self._row)
                element.clear()
            elif tag == f"{_TABLE}table-column":
                self._take_column(element, self._sheet)

    def _take_column(self, element: ET.Element, sheet: SparseSheet) -> None:
        most = self._limits.columns
        after = min(self._column + whole_number(element.get(f"{_TABLE}number-columns-repeated"), 1, most), most)
        if element.get(f"{_TABLE}visibility") in _UNSEEN:
            sheet.hidden_columns.update(range(self._column, after))
        self._column = after

    def _finish(self) -> None:
        if self._sheet is not None:
            self.sheets.append(self._sheet.finish())
            self._sheet = None
        if len(self.sheets) > self._limits.sheets:
            raise refusals.too_many_sheets(self._name, self._limits.sheets)


def _row(element: ET.Element, sheet: SparseSheet, row: int) -> int:
    """Add one row as often as it is repeated; returns how many rows it stands for."""
    repeated = whole_number(element.get(f"{_TABLE}number-rows-repeated"), 1, _MOST)
    cells: list[CellValue] = []
    trailing = 0
    for cell in element:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        times = whole_number(cell.get(f"{_TABLE}number-columns-repeated"), 1, _MOST)
        value = _value(cell)
        if value is None:
            if cell.get(f"{_TABLE}formula"):
                sheet.without_value.append((row, len(cells) + trailing))
            _merge(cell, sheet, row, len(cells) + trailing)
            trailing += times
            continue
        sheet.check(1, len(cells) + trailing + times)
        cells.extend([None] * trailing)
        trailing = 0
        _merge(cell, sheet, row, len(cells))
        cells.extend([value] * times)
    if element.get(f"{_TABLE}visibility") in _UNSEEN:
        sheet.hidden_rows.update(range(row, row + (repeated if cells else min(repeated, 100_000))))
    if cells:
        sheet.check(row + repeated, len(cells))
        for k in range(repeated):
            sheet.add_row(row + k, list(cells))
    return repeated


def _merge(cell: ET.Element, sheet: SparseSheet, row: int, column: int) -> None:
    across = whole_number(cell.get(f"{_TABLE}number-columns-spanned"), 1, _MOST)
    down = whole_number(cell.get(f"{_TABLE}number-rows-spanned"), 1, _MOST)
    if across > 1 or down > 1:
        sheet.merged.append((row, column, row + down - 1, column + across - 1))


def _value(cell: ET.Element) -> CellValue:
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
    shown = _text(cell)
    if isinstance(shown, str) and shown.startswith("#") and shown.rstrip("!?").isupper():
        return ExcelError(shown)
    try:
        return float(cell.get(f"{_OFFICE}value", ""))
    except ValueError:
        return shown


def _date(text: str) -> CellValue:
    try:
        moment = datetime.fromisoformat(text[:26])
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if "T" in text else date(moment.year, moment.month, moment.day)


def _text(cell: ET.Element) -> CellValue:
    """Paragraphs as lines; comments in the cell are no part of it."""
    lines = [_paragraph(child) for child in cell if child.tag == f"{_TEXT}p"]
    return "\n".join(lines) or None


def _paragraph(element: ET.Element) -> str:
    parts: list[str] = []
    stack: list[ET.Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag == f"{_TEXT}s":
            parts.append(" " * whole_number(node.get(f"{_TEXT}c"), 1, 1_000))
        elif node.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif node.tag == f"{_TEXT}tab":
            parts.append("\t")
        for child in reversed(node):
            stack.extend(filter(None, (child.tail, child)))
        if node.text:
            stack.append(node.text)
    return "".join(parts)
