"""Rows of cells written to files with the same bytes every time: no clock, no machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

import xlsxwriter
from tables_2021 import Cell, Row
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MADE = datetime(2022, 1, 10, 8, 0)  # noqa: DTZ001 - a workbook knows no time zone
"""When the exports say they were made."""


@dataclass(frozen=True)
class Block:
    """One sheet: title lines, header rows, data rows, closing lines, column widths, merged ranges."""

    name: str
    titles: Sequence[str]
    header: Sequence[Row]
    rows: Sequence[Row]
    closing: Sequence[Row] = ()
    widths: Mapping[int, float] = field(default_factory=dict)
    merges: Sequence[tuple[int, int, int, int]] = ()
    """Ranges within the header: first row and column, last row and column, counted from the header's first cell."""


def write_workbook(path: Path, blocks: Sequence[Block]) -> None:
    """Write an .xlsx with one sheet per block."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy hh:mm"})
    book.set_properties({"title": "Số liệu hư cấu năm 2021", "author": "thidua", "created": MADE})
    for block in blocks:
        _write_sheet(book, block)
    book.close()


def _write_sheet(book: xlsxwriter.Workbook, block: Block) -> None:
    sheet = book.add_worksheet(block.name)
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
    lined = book.add_format({"border": 1})
    dated = book.add_format({"border": 1, "num_format": "dd/mm/yyyy hh:mm"})
    for number, line in enumerate(block.titles):
        sheet.write_string(number, 0, line, bold)
    top = len(block.titles) + 1
    start = top + len(block.header)
    _write_rows(sheet, top, block.header, head, head)
    for first_row, first, last_row, last in block.merges:
        heading = block.header[first_row][first]
        sheet.merge_range(top + first_row, first, top + last_row, last, heading, head)
    _write_rows(sheet, start, block.rows, lined, dated)
    _write_rows(sheet, start + len(block.rows), block.closing, None, None)
    for column, width in {0: 6, **block.widths}.items():
        sheet.set_column(column, column, width)
    sheet.freeze_panes(start, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_rows(sheet: Worksheet, top: int, rows: Sequence[Row], plain: Format | None, dated: Format | None) -> None:
    for number, row in enumerate(rows, top):
        for column, cell in enumerate(row):
            if cell is not None or plain is not None:
                sheet.write(number, column, cell, dated if isinstance(cell, datetime) else plain)


def write_html_table(path: Path, titles: Sequence[str], rows: Sequence[Row]) -> None:
    """Write an HTML table: some systems give it a spreadsheet's name."""
    width = len(rows[0])
    lines = ["<html><head><meta charset='utf-8'></head><body>", "<table border='1' id='tableToExcel'>"]
    lines += [f"<tr><td colspan='{width}' align='center'><b>{escape(title)}</b></td></tr>" for title in titles]
    for number, row in enumerate(rows):
        tag = "td" if number else "th"
        lines.append("<tr>" + "".join(f"<{tag}>{_text(cell)}</{tag}>" for cell in row) + "</tr>")
    path.write_bytes("\n".join([*lines, "</table></body></html>", ""]).encode())


def _text(cell: Cell) -> str:
    return "" if cell is None else escape(str(cell))


def write_csv(path: Path, rows: Sequence[Row]) -> None:
    """Write a CSV as Excel does in Vietnam: byte order mark, semicolons, Windows line ends."""
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_bytes(("\ufeff" + "\r\n".join([*lines, ""])).encode())
