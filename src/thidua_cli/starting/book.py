"""A blank table as a workbook: title, heads with notes, drop-downs, a sample row; the same bytes every time."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from thidua_cli import marks
from thidua_cli.intake.forms import CHOICES_MARK, CHOICES_SHEET, choices_head
from thidua_cli.plan.model import Plan
from thidua_cli.starting.blanks import UNITS, Blank, Head, units_in_period

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 300
"""Rows below the sample that have borders, formats and a drop-down."""
_LINE = 18
"""Height of a line, in points."""
_TITLE, _HINT, _HEAD, _SAMPLE = 0, 1, 3, 4
_FIRST = _SAMPLE + 1
_SPLIT = "Dòng “Ví dụ” chỉ để xem cách ghi, không được tính; giữ lại hay xóa đều được."
_BASE = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
_CELL = {**_BASE, "border": 1, "border_color": "#A6A6A6"}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": "Times New Roman", "font_size": 14, "bold": True},
    "hint": {"font_name": "Times New Roman", "font_size": 11, "italic": True, "font_color": "#595959"},
    "head": {**_CELL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DDEBF7"},
    "sample": {**_CELL, "italic": True, "font_color": "#7F7F7F", "bg_color": "#F2F2F2"},
    "text": {**_CELL, "num_format": "@"},
    "number": {**_CELL, "num_format": "General", "align": "right"},
    "date": {**_CELL, "num_format": "dd/mm/yyyy", "align": "center"},
    "ordinal": {**_CELL, "align": "center"},
    "plain": {**_BASE, "text_wrap": False},
}


@dataclass(slots=True)
class _Form:
    """A workbook in the making: its two sheets and the formats in use."""

    book: Workbook
    page: Worksheet
    choices: Worksheet
    plan: Plan
    formats: dict[str, Format] = field(default_factory=dict)

    def style(self, name: str) -> Format:
        if name not in self.formats:
            self.formats[name] = self.book.add_format(_STYLES[name])
        return self.formats[name]


def workbook(blank: Blank, plan: Plan) -> bytes:
    """The bytes of one blank table, sealed: what somebody filled in and saved is known from it."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    created = datetime(plan.year, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": blank.title, "author": "thidua", "created": created})
    page = book.add_worksheet(blank.file.removesuffix(".xlsx")[:31])
    form = _Form(book, page, book.add_worksheet(CHOICES_SHEET), plan)
    _write_table(form, blank)
    _write_choices(form, blank)
    page.activate()
    book.close()
    return marks.sealed_book(stream.getvalue())


def _write_table(form: _Form, blank: Blank) -> None:
    page = form.page
    page.write_string(_TITLE, 0, blank.title, form.style("title"))
    page.write_string(_HINT, 0, f"Trỏ vào đầu cột để xem cách ghi. {_SPLIT}", form.style("hint"))
    page.write_string(_HEAD, 0, "STT", form.style("head"))
    page.write_blank(_SAMPLE, 0, None, form.style("sample"))
    page.set_column(0, 0, 6)
    page.set_row(_HEAD, 36)
    _set_height(form, _SAMPLE, [head.sample for head in blank.heads], blank.heads)
    for column, head in enumerate(blank.heads, 1):
        page.set_column(column, column, head.width)
        page.write_string(_HEAD, column, head.text, form.style("head"))
        page.write_comment(_HEAD, column, head.note, {"author": "thidua", "x_scale": 1.6, "font_name": "Tahoma"})
        page.write_string(_SAMPLE, column, head.sample, form.style("sample"))
    for offset in range(_rows(blank)):
        _write_row(form, blank, offset)
    page.freeze_panes(_FIRST, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD)
    page.print_area(0, 0, _SAMPLE + max(30, len(blank.rows)), len(blank.heads))


def _rows(blank: Blank) -> int:
    return max(ROWS, len(blank.rows))


def _write_row(form: _Form, blank: Blank, offset: int) -> None:
    row = blank.rows[offset] if offset < len(blank.rows) else ()
    _set_height(form, _FIRST + offset, row, blank.heads)
    if row:
        form.page.write_number(_FIRST + offset, 0, offset + 1, form.style("ordinal"))
    else:
        form.page.write_blank(_FIRST + offset, 0, None, form.style("ordinal"))
    for column, head in enumerate(blank.heads, 1):
        text = row[column - 1] if column <= len(row) else ""
        form.page.write(_FIRST + offset, column, text or None, form.style(head.kind))


def _set_height(form: _Form, row: int, texts: Sequence[str], heads: Sequence[Head]) -> None:
    """A row as high as its longest text takes: not every program fits rows to their text on opening."""
    lines = [len(textwrap.wrap(text, int(head.width * 0.9))) for text, head in zip(texts, heads, strict=False)]
    form.page.set_row(row, _LINE * max([1, *lines]))


def _write_choices(form: _Form, blank: Blank) -> None:
    """The sheet of choices, a column for each head, and the drop-downs that lead there.

    A drop-down that leads to cells may offer names with commas, and more than the 255 letters that fit into its rule.
    """
    page, heads = form.choices, blank.heads
    page.write_string(0, 0, CHOICES_MARK, form.style("hint"))
    for column, head in enumerate((one for one in heads if one.choices), 0):
        units = tuple(head.choices) == (UNITS,)
        values = [unit.name for unit in units_in_period(form.plan)] if units else list(head.choices)
        page.set_column(column, column, 40)
        page.write_string(2, column, choices_head(head.text), form.style("head"))
        for offset, value in enumerate(values, 3):
            page.write_string(offset, column, value, form.style("plain"))
        last = 2 + len(values) + head.more
        letter = chr(ord("A") + column)
        place = 1 + list(heads).index(head)
        rule = {
            "validate": "list",
            "source": f"='{CHOICES_SHEET}'!${letter}$4:${letter}${last + 1}",
            "error_type": "warning" if head.more else "stop",
            "error_title": "Giá trị chưa có trong danh sách",
            "error_message": "Chọn một giá trị trong danh sách (trang “Danh mục chọn”).",
        }
        form.page.data_validation(_SAMPLE, place, _SAMPLE + _rows(blank), place, rule)
