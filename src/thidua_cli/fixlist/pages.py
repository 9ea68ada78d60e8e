"""One sheet of the user's again, as far as the program reads it, with its bad cells marked."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from thidua_cli.checking import Checked
from thidua_cli.findings import Finding, Severity
from thidua_cli.fixlist.formats import FILLS, Formats
from thidua_cli.intake.sheet import CellValue, Sheet, cell_name
from thidua_cli.intake.tables import Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
_MAX_NOTE = 2_000
_CONTROLS = re.compile("[\\x00-\\x08\\x0b-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
_MEASURED = 200
"""So many cells of a column say how wide it is."""

Notes = Mapping[tuple[int, int], Sequence[Finding]]


def write_page(
    page: Worksheet, formats: Formats, file: str, sheet: Sheet, checked: Checked, lang: str
) -> frozenset[str]:
    """Write what the program reads of a sheet, at its own addresses; gives the addresses that are marked."""
    notes = _notes([f for f in checked.findings if (f.file, f.sheet) == (file, sheet.name)])
    tables = [t for t in checked.tables if (t.receipt.file, t.receipt.sheet) == (file, sheet.name)]
    rows = _rows(tables, checked, file, sheet)
    _write_cells(page, formats, sheet, tables, rows, notes)
    for (row, column), findings in notes.items():
        text = "\n\n".join(dict.fromkeys(f"{f.message(lang)}\n→ {f.hint(lang)}" for f in findings))
        size = {"x_scale": 2.8, "y_scale": min(4.0, 0.6 + 0.25 * (len(text) / 45 + text.count("\n")))}
        page.write_comment(row, column, printable(text)[:_MAX_NOTE], {"author": "thidua", "font_size": 10, **size})
    if rows.headers and max(rows.headers) < 30:
        page.freeze_panes(max(rows.headers) + 1, 0)
        page.repeat_rows(min(rows.headers), max(rows.headers))
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


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows that are shown whole: ``titles`` over the first table, and the rows of headers. They hold no applicant.

    Of a sheet that gave no table only the header that was looked at is shown: nothing tells which columns are personal.
    """

    titles: frozenset[int]
    headers: frozenset[int]
    shifted: frozenset[int] = frozenset()
    """Rows whose cells stand under the wrong heads: anything may stand anywhere in them, so nothing is shown."""

    @property
    def whole(self) -> frozenset[int]:
        """Both, for columns that are not read."""
        return self.titles | self.headers


def _rows(tables: Sequence[Table], checked: Checked, file: str, sheet: Sheet) -> _Rows:
    from xlsxwriter.utility import xl_cell_to_rowcol

    unknown = [u.header for u in checked.unrecognised if (u.file, u.sheet) == (file, sheet.name) and u.header]
    headers: set[int] = set()
    for area in (*(table.receipt.header for table in tables), *unknown):
        first, _, last = area.partition(":")
        headers.update(range(xl_cell_to_rowcol(first)[0], xl_cell_to_rowcol(last or first)[0] + 1))
    top = min(headers, default=0) if tables else 0
    shifted = frozenset(row.row for table in tables for row in table.shifted)
    return _Rows(frozenset(range(top)), frozenset(row for row in headers if row < sheet.n_rows), shifted)


def _write_cells(
    page: Worksheet, formats: Formats, sheet: Sheet, tables: Sequence[Table], shown: _Rows, notes: Notes
) -> None:
    read = {column.index for table in tables for column in table.columns.values()}
    top = len(shown.titles)
    for index, column in enumerate(sheet.columns[:16_384]):
        codes = column.codes[:MAX_ROWS].tolist()
        cells = [_storable(value) for value in column.values]
        whole = range(len(codes)) if index in read else sorted(shown.whole)
        rows = [row for row in whole if row not in shown.shifted]
        for row in rows:
            code = codes[row]
            if code >= 0:
                findings = notes.get((row, index))
                severity = _worst(findings) if findings else None
                value, look = cells[code]
                look = "head" if look == "plain" and row in shown.headers else look
                _write(page, row, index, value, formats.get(look, severity))
        measured = [column.values[codes[row]] for row in rows if row >= top and codes[row] >= 0][:_MEASURED]
        page.set_column(index, index, _width(measured))
    for (row, index), findings in notes.items():
        dropped = index >= len(sheet.columns) or (index not in read and row not in shown.whole) or row in shown.shifted
        if dropped or row >= sheet.n_rows or int(sheet.columns[index].codes[row]) < 0:
            page.write_blank(row, index, None, formats.get("plain", _worst(findings)))


def _worst(findings: Sequence[Finding]) -> Severity:
    return min((finding.severity for finding in findings), key=list(FILLS).index)


def _storable(value: CellValue) -> tuple[str | float | datetime | date | time | timedelta, str]:
    """A value as a workbook can hold it, and its look; text that looks like a formula stays text."""
    if isinstance(value, int | float) and math.isfinite(value) and abs(value) < 1e15:
        return value, "plain"
    if isinstance(value, time | timedelta):
        return value, "hours"
    if isinstance(value, date) and value.year >= 1900:
        return value, "moment" if isinstance(value, datetime) else "day"
    text = printable(str(value))
    return text, "quoted" if text[:1] in ("=", "+", "-", "@") and len(text) > 1 else "plain"


def _write(
    page: Worksheet,
    row: int,
    column: int,
    value: str | float | datetime | date | time | timedelta,
    look: Format,
) -> None:
    if isinstance(value, str):
        page.write_string(row, column, value, look)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, look)
    else:
        page.write_datetime(row, column, value, look)


def printable(text: str) -> str:
    """Text without the characters that a workbook cannot hold."""
    return _CONTROLS.sub("", text)[:MAX_TEXT]


def _width(values: Sequence[CellValue]) -> float:
    """Columns wide enough for most of what stands in them, from 6 to 40 letters."""
    lengths = sorted(16 if isinstance(value, datetime) else len(str(value)) for value in values)
    return min(40, max(6, lengths[len(lengths) * 9 // 10] + 2)) if lengths else 6
