"""``check --fix-list``: the user's own tables again, bad cells coloured and commented; the originals stay untouched.

Cells stand at their own addresses, so that a comment here is mended there. Columns that the program drops on reading
(applicants' names, addresses, phone numbers, and all it does not know) are left empty: they appear in no output.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.checking import Checked
from thidua_cli.findings import Finding, Severity
from thidua_cli.intake.opening import Limits, list_inputs, open_file
from thidua_cli.intake.sheet import CellValue, Sheet, SourceFile, column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FILLS = {Severity.ERROR: "F8CBAD", Severity.WARNING: "FFE699", Severity.INFO: "DDEBF7"}
_BAD_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
MAX_ROWS = 1_048_576


def fix_list(paths: Sequence[Path], checked: Checked, lang: str = "vi", limits: Limits | None = None) -> bytes:
    """The workbook's bytes. Sheets without a finding are left out; the first sheet lists every finding with a link."""
    import openpyxl

    inputs, _ = list_inputs(paths)
    wanted = {(f.file, f.sheet) for f in checked.findings if f.file}
    known = {file.name for file in checked.files}
    book = openpyxl.Workbook()
    front = book.worksheets[0]
    front.title = "Cần sửa" if lang == "vi" else "To mend"
    titles: dict[tuple[str, str], str] = {}
    for item in inputs:
        if item.name not in known or not any(file == item.name for file, _ in wanted):
            continue
        source, _ = open_file(item.path, item.name, limits or Limits())
        for sheet in source.sheets:
            if (item.name, sheet.name) in wanted:
                titles[item.name, sheet.name] = _copy(book, source, sheet, checked, lang, titles)
    _front(front, checked, titles, lang)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _title(file: str, sheet: str, taken: Iterable[str]) -> str:
    """A sheet name that Excel allows, from file and sheet, unlike the others."""
    used = {name.casefold() for name in taken}
    base = f"{Path(file).stem} {sheet}".translate(_BAD_IN_NAMES).strip()[:31] or "Trang"
    name, number = base, 2
    while name.casefold() in used:
        suffix = f" ({number})"
        name, number = base[: 31 - len(suffix)] + suffix, number + 1
    return name


def _copy(
    book: Any, source: SourceFile, sheet: Sheet, checked: Checked, lang: str, titles: Mapping[tuple[str, str], str]
) -> str:
    page: Worksheet = book.create_sheet(_title(source.name, sheet.name, [*titles.values(), *book.sheetnames]))
    tables = [t for t in checked.tables if (t.receipt.file, t.receipt.sheet) == (source.name, sheet.name)]
    shown = {column.index for table in tables for column in table.columns.values()}
    data_rows = {int(row) for table in tables for row in table.rows}
    first_data = min(data_rows, default=sheet.n_rows)
    for row in range(min(sheet.n_rows, MAX_ROWS)):
        # Title lines and headers hold no applicant; below them only the columns that the program reads are shown.
        visible = range(len(sheet.columns)) if row < first_data else sorted(shown)
        for column in visible:
            value = sheet.columns[column].at(row)
            if value is not None:
                _write(page.cell(row + 1, column + 1), value)
    for merge in sheet.merged:
        if merge[0] < first_data and (merge[2] > merge[0] or merge[3] > merge[1]):
            page.merge_cells(
                start_row=merge[0] + 1, start_column=merge[1] + 1, end_row=merge[2] + 1, end_column=merge[3] + 1
            )
    page.freeze_panes = f"A{min(first_data, 30) + 1}"
    for column in range(len(sheet.columns)):
        page.column_dimensions[column_letter(column)].width = 18
    _mark(page, [f for f in checked.findings if (f.file, f.sheet) == (source.name, sheet.name)], lang)
    return str(page.title)


def _write(cell: Any, value: CellValue) -> None:
    """A value as it was read; text that looks like a formula stays text."""
    cell.value = value if not isinstance(value, str) else _printable(value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
    elif isinstance(value, datetime):
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(value, date | time | timedelta):
        cell.number_format = "dd/mm/yyyy" if isinstance(value, date) else "hh:mm"


def _printable(text: str) -> str:
    """Text without the characters that a workbook cannot hold."""
    return "".join(c for c in text if c in "\t\n" or ord(c) >= 32)[:32_767]


def _mark(page: Worksheet, findings: Sequence[Finding], lang: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    notes: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for place in finding.cells or ((finding.cell,) if finding.cell else ()):
            notes[place.split(":")[0]].append(finding)
    for address, here in notes.items():
        cell: Any = page[address]
        worst = min((f.severity for f in here), key=list(FILLS).index)
        cell.fill = PatternFill("solid", start_color=FILLS[worst], end_color=FILLS[worst])
        text = "\n".join(dict.fromkeys(f"{f.message(lang)} {f.hint(lang)}" for f in here))
        comment = Comment(_printable(text)[:2_000], "thidua")
        comment.width, comment.height = 360, 160
        cell.comment = comment


def _front(page: Worksheet, checked: Checked, titles: Mapping[tuple[str, str], str], lang: str) -> None:
    """Every finding in one list, worst first, with a link to its cell."""
    from openpyxl.styles import Alignment, Font, PatternFill

    heads = {
        "vi": ("Mức", "Phát hiện", "Cách sửa", "Đơn vị", "Tệp", "Trang", "Ô", "Số ô, dòng"),
        "en": ("Severity", "Finding", "What to do", "Unit", "File", "Sheet", "Cell", "Cells, rows"),
    }["en" if lang == "en" else "vi"]
    words = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"} if lang != "en" else {}
    for column, (head, width) in enumerate(zip(heads, (10, 60, 50, 26, 26, 20, 10, 10), strict=True), 1):
        page.cell(1, column, head).font = Font(bold=True)
        page.column_dimensions[column_letter(column - 1)].width = width
    for row, f in enumerate(checked.findings, 2):
        severity = words.get(f.severity, str(f.severity))
        unit = checked.unit_names.get(f.unit, f.unit)
        for column, text in enumerate((severity, f.message(lang), f.hint(lang), unit, f.file, f.sheet, f.cell), 1):
            _write(page.cell(row, column), text)
            page.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
        page.cell(row, 8, f.count)
        page.cell(row, 1).fill = PatternFill("solid", start_color=FILLS[f.severity], end_color=FILLS[f.severity])
        if f.cell and (f.file, f.sheet) in titles:
            target = titles[f.file, f.sheet].replace("'", "''")
            page.cell(row, 7).hyperlink = f"#'{target}'!{f.cell.split(':')[0]}"
            page.cell(row, 7).font = Font(color="0563C1", underline="single")
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:H{len(checked.findings) + 1}"
