"""What each unit still owes: ``nhac-nop.docx`` (a letter with one list for all, a page per unit), ``nhac-nop.xlsx``.

Addressee, number, day, deadline and signature stay blank for a person to fill in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from thidua_cli.progress import Progress, Step, silent
from thidua_cli.reports import wording
from thidua_cli.reports.documents import LETTER
from thidua_cli.reports.excel.book import Book
from thidua_cli.reports.excel.page import Column
from thidua_cli.reports.owing import Owed, UnitOwes, owed_by_units
from thidua_cli.result import Result, UnitResult
from thidua_cli.text.plan_line import line_of

WORD_FILE, EXCEL_FILE = f"{LETTER}.docx", f"{LETTER}.xlsx"
_SHEET = "Còn thiếu"


def reminders(result: Result, templates: Path | None = None, progress: Progress = silent) -> Mapping[str, bytes]:
    """Both files; nothing where no unit owes anything. ``templates`` is a folder of the office's own templates."""
    units = owed_by_units(result)
    if not units:
        return {}
    from thidua_cli.reports.word.render import render_docx

    progress(Step("writing", WORD_FILE, 1, 2))
    letters = render_docx(result, LETTER, templates=templates, charts={})
    progress(Step("writing", EXCEL_FILE, 2, 2))
    return {WORD_FILE: letters, EXCEL_FILE: _xlsx(result, units)}


def _xlsx(result: Result, units: Sequence[UnitOwes]) -> bytes:
    plan = result.plan
    book = Book(title=_title(result), author=plan.issuer, year=plan.year, kind=LETTER, sheets=[_SHEET])
    page = book.pages[_SHEET]
    page.head(_title(result), f"{line_of(plan)} Tính đến ngày {wording.date_text(result.as_of)}.")
    columns: list[Column[tuple[UnitResult, Owed]]] = [
        Column("STT", 6, "centre"),
        Column("Đơn vị", 30, of=lambda one: one[0].name),
        Column("Khối thi đua", 16, of=lambda one: one[0].group),
        Column("Nội dung cần bổ sung", 46, of=lambda one: one[1].what.text()),
        Column("Tiêu chí", 12, of=lambda one: ", ".join(one[1].criteria)),
        Column("Tình trạng", 50, of=lambda one: one[1].why.text()),
        Column("Ngày nộp", 14, of=lambda _: None),
    ]
    page.table(columns, ((one.unit, owed) for one in units for owed in one.owed), frozen=2)
    return book.close()


def _title(result: Result) -> str:
    return f"Số liệu các đơn vị còn phải bổ sung – {result.plan.title}"
