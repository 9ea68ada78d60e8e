"""One sheet of the user's again, as far as the program reads it, with its bad cells marked."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from thidua_cli.checking import Checked
from thidua_cli.findings import Finding, Severity
from thidua_cli.fixlist.formats import FILLS, Formats
from thidua_cli.intake.sheet import CellValue, Sheet, cell_name
from thidua_cli.intake.tables import Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
_MAX_NOTE = 2_000
_MEASURED = 200
"""So many cells of a column say how wide it is."""

Notes = Mapping[tuple[int, int], Sequence[Finding]]


def write_page(
    page: Worksheet, formats: Formats, file: str, sheet: Sheet, checked: Checked, lang: str
) -> frozenset[str]:
    """Write what the program reads of a sheet, at its own addresses; gives the addresses that are marked."""
    notes = _notes([f for f in checked.findings if (f.file, f.sheet) == (file, sheet.name)])
    tables = [t for t in checked.tables if (t.receipt.file, t.receipt.sheet) == (file, sheet.name)]
    heads = _head_rows(tables, checked, file, sheet)
    _write_cells(page, formats, sheet, tables, heads, notes)
    for (row, column), findings in notes.items():
        text = "\n\n".join(dict.fromkeys(f"{f.message(lang)}\n→ {f.hint(lang)}" for f in findings))
        size = {"x_scale": 2.8, "y_scale": min(4.0, 0.6 + 0.25 * (len(text) / 45 + text.count("\n")))}
        page.write_comment(row, column, printable(text)[:_MAX_NOTE], {"author": "thidua", "font_size": 10, **size})
    first_data = min((int(table.rows[0]) for table in tables if len(table.rows)), default=len(heads))
    if 0 < first_data <= 30:
        page.freeze_panes(first_data, 0)
        page.repeat_rows(max(heads, default=0) if len(heads) < first_data else 0, first_data - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    return frozenset(cell_name(row, column) for row, column in notes)


def _notes(findings: Sequence[Finding]) -> Notes:
    from xlsxwriter.utility import xl_cell_to_rowcol

    notes: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        for place in finding.cells or ((finding.cell,) if finding.cell else ()):
            notes[xl_cell_to_rowcol(place.split(":", maxsplit=1)[0])].append(finding)
    return notes


def _head_rows(tables: Sequence[Table], checked: Checked, file: str, sheet: Sheet) -> frozenset[int]:
    """Rows that are shown whole: titles and headers, which hold no applicant.

    Of a sheet that gave no table, only the header that was looked at: nothing tells which of its columns are personal.
    """
    from xlsxwriter.utility import xl_cell_to_rowcol

    ranges = [table.receipt.header for table in tables]
    unknown = [u.header for u in checked.unrecognised if (u.file, u.sheet) == (file, sheet.name) and u.header]
    rows: set[int] = set()
    for area in (*ranges, *unknown):
        first, _, last = area.partition(":")
        rows.update(range(xl_cell_to_rowcol(first)[0], xl_cell_to_rowcol(last or first)[0] + 1))
    top = min((int(table.rows[0]) for table in tables if len(table.rows)), default=0)
    return frozenset(rows | set(range(top)))


def _write_cells(
    page: Worksheet, formats: Formats, sheet: Sheet, tables: Sequence[Table], heads: frozenset[int], notes: Notes
) -> None:
    read = {column.index for table in tables for column in table.columns.values()}
    headers = {row for row in heads if row >= min(heads, default=0)}
    for index, column in enumerate(sheet.columns[:16_384]):
        codes = column.codes[:MAX_ROWS].tolist()
        looks = [_look(value) for value in column.values]
        rows = range(len(codes)) if index in read else sorted(row for row in heads if row < len(codes))
        for row in rows:
            findings = notes.get((row, index))
            severity = _worst(findings) if findings else None
            code = codes[row]
            if code >= 0:
                look = "head" if row in headers and sheet.n_rows > 1 and looks[code] == "plain" else looks[code]
                _write(page, formats, (row, index), column.values[code], look, severity)
        page.set_column(
            index, index, _width([column.values[codes[row]] for row in rows[:_MEASURED] if codes[row] >= 0])
        )
    for (row, index), findings in notes.items():
        hidden = index >= len(sheet.columns) or (index not in read and row not in heads)
        if hidden or int(sheet.columns[index].codes[row]) < 0:
            page.write_blank(row, index, None, formats.get("plain", _worst(findings)))


def _worst(findings: Sequence[Finding]) -> Severity:
    return min((finding.severity for finding in findings), key=list(FILLS).index)


def _look(value: CellValue) -> str:
    if isinstance(value, str):
        return "quoted" if value[:1] in ("=", "+", "-", "@") and len(value) > 1 else "plain"
    if isinstance(value, datetime):
        return "moment"
    if isinstance(value, date):
        return "day"
    return "hours" if isinstance(value, time | timedelta) else "plain"


def _write(
    page: Worksheet, formats: Formats, at: tuple[int, int], value: CellValue, look: str, severity: Severity | None
) -> None:
    """A value as it was read; text that looks like a formula stays text."""
    form = formats.get(look, severity)
    if isinstance(value, int | float) and math.isfinite(value) and abs(value) < 1e15:
        page.write_number(*at, value, form)
    elif isinstance(value, time | timedelta) or (isinstance(value, date) and value.year >= 1900):
        page.write_datetime(*at, value, form)
    else:
        page.write_string(*at, printable(str(value)), form)


def printable(text: str) -> str:
    """Text without the characters that a workbook cannot hold."""
    return "".join(c for c in text if c in "\t\n" or ord(c) >= 32)[:MAX_TEXT]


def _width(values: Sequence[CellValue]) -> float:
    """Columns wide enough for most of what stands in them, from 6 to 40 letters."""
    lengths = sorted(16 if isinstance(value, datetime) else len(str(value)) for value in values)
    return min(40, max(6, lengths[len(lengths) * 9 // 10] + 2)) if lengths else 6
