"""SpreadsheetML 2003 ("XML Spreadsheet"), which some systems hand out under an ``.xls`` name."""

from __future__ import annotations

from datetime import date, datetime
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.opening.markup import events, local, whole_number
from thidua_cli.intake.opening.number_formats import is_percent
from thidua_cli.intake.opening.sparse import SparseSheet
from thidua_cli.intake.sheet import CellValue, ExcelError, Sheet

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST = 10_000_000


def read_spreadsheetml(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The worksheets of an XML Spreadsheet; raises :class:`UnreadableFileError`."""
    sheets: list[Sheet] = []
    reader: _Reader | None = None
    styles = _Styles()
    for event, element in events(name, data):
        tag = local(element)
        if event == "start":
            if tag == "Worksheet" and reader is None:
                title = element.get(f"{_SS}Name", f"Sheet{len(sheets) + 1}")
                reader = _Reader(SparseSheet(title, name, limits), limits, styles)
        elif reader is not None and tag == "Worksheet":
            sheets.append(reader.sheet.finish())
            reader = None
            element.clear()
            if len(sheets) > limits.sheets:
                raise refusals.too_many_sheets(name, limits.sheets)
        elif reader is not None:
            reader.end(tag, element)
        elif tag == "Style":
            styles.take(element)
    return sheets


class _Styles:
    """Which cell styles strike through, or show a number as a percentage; one is like its parent where it is silent."""

    def __init__(self) -> None:
        self.struck: set[str | None] = set()
        self.percent: set[str | None] = set()

    def take(self, element: ET.Element) -> None:
        """A style is whole."""
        key, parent = element.get(f"{_SS}ID"), element.get(f"{_SS}Parent")
        said = {local(child): child for child in element}
        struck = said["Font"].get(f"{_SS}StrikeThrough") if "Font" in said else None
        shown = said["NumberFormat"].get(f"{_SS}Format") if "NumberFormat" in said else None
        if struck == "1" or (struck is None and parent in self.struck):
            self.struck.add(key)
        if (parent in self.percent) if shown is None else (shown == "Percent" or is_percent(shown)):
            self.percent.add(key)


class _Reader:
    """Takes the rows and columns of one worksheet; both count from the last one where they give no index."""

    def __init__(self, sheet: SparseSheet, limits: Limits, styles: _Styles) -> None:
        self.sheet = sheet
        self._limits = limits
        self._styles = styles
        self._column_styles: dict[int, str] = {}
        self._row = self._column = 0

    def end(self, tag: str, element: ET.Element) -> None:
        """A row, a column or the sheet's visibility is whole."""
        if tag == "Row":
            self._row = whole_number(element.get(f"{_SS}Index"), self._row + 1, _MOST)
            self._take_row(element, self._row - 1)
            self._row += whole_number(element.get(f"{_SS}Span"), 0, _MOST)
            element.clear()
        elif tag == "Column":
            most = self._limits.columns
            first = whole_number(element.get(f"{_SS}Index"), self._column + 1, most)
            self._column = first + whole_number(element.get(f"{_SS}Span"), 0, most)
            columns = range(first - 1, self._column)
            if element.get(f"{_SS}Hidden") == "1":
                self.sheet.hidden_columns.update(columns)
            if (style := element.get(f"{_SS}StyleID")) in self._styles.struck | self._styles.percent:
                self._column_styles.update(dict.fromkeys(columns, style or ""))
        elif tag == "Visible" and element.text in ("SheetHidden", "SheetVeryHidden"):
            self.sheet.hidden = True

    def _take_row(self, element: ET.Element, row: int) -> None:
        sheet = self.sheet
        cells: list[CellValue] = []
        if element.get(f"{_SS}Hidden") == "1":
            sheet.hidden_rows.add(row)
        for cell in element:
            if local(cell) != "Cell":
                continue
            column = whole_number(cell.get(f"{_SS}Index"), len(cells) + 1, _MOST) - 1
            across = whole_number(cell.get(f"{_SS}MergeAcross"), 0, _MOST)
            down = whole_number(cell.get(f"{_SS}MergeDown"), 0, _MOST)
            sheet.check(1, column + across + 1)
            cells.extend([None] * (column - len(cells)))
            value = _value(next((child for child in cell if local(child) == "Data"), None))
            if value is None and cell.get(f"{_SS}Formula"):
                sheet.without_value.append((row, len(cells)))
            if across or down:
                sheet.merged.append((row, column, row + down, column + across))
            style = cell.get(f"{_SS}StyleID") or element.get(f"{_SS}StyleID") or self._column_styles.get(column)
            self._note(style, value, row, len(cells))
            cells.append(value)
            cells.extend([None] * across)
        sheet.add_row(row, cells)

    def _note(self, style: str | None, value: CellValue, row: int, column: int) -> None:
        if style in self._styles.struck and value is not None:
            self.sheet.struck.append((row, column))
        if style in self._styles.percent and isinstance(value, float):
            self.sheet.percent.append((row, column))


def _value(data: ET.Element | None) -> CellValue:
    if data is None:
        return None
    text = "".join(data.itertext())
    kind = data.get(f"{_SS}Type")
    if kind == "Number":
        return _number(text)
    if kind == "DateTime":
        return _date(text)
    if kind == "Boolean":
        return "TRUE" if text.strip() in ("1", "true") else "FALSE"
    return ExcelError(text) if kind == "Error" else text


def _number(text: str) -> CellValue:
    try:
        return float(text) if len(text) < 400 else text
    except ValueError:
        return text


def _date(text: str) -> CellValue:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return text
    whole = moment.time() == datetime.min.time()
    return date(moment.year, moment.month, moment.day) if whole else moment.replace(tzinfo=None)
