"""Rows of cells written to files with the same bytes every time: no clock, no machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

import xlsxwriter
from tables_2021 import Cell, Row

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
    for number, line in enumerate(block.titles):
        sheet.write_string(number, 0, line, bold)
    top = len(block.titles) + 1
    for number, row in enumerate([*block.header]):
        for column, cell in enumerate(row):
            sheet.write(top + number, column, cell, head)
    for first_row, first, last_row, last in block.merges:
        sheet.merge_range(
            top + first_row, first, top + last_row, last, block.header[first_row][first], head
        )  # fmt: skip
    start = top + len(block.header)
    for number, row in enumerate([*block.rows, *block.closing]):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(start + number, column, cell)
    for column, width in block.widths.items():
        sheet.set_column(column, column, width)
    if block.rows:
        sheet.freeze_panes(start, 0)


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
