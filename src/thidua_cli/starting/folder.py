"""Every file of a new year's folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_cli.calling import typed
from thidua_cli.checking import check
from thidua_cli.choosing import DATA_FOLDER
from thidua_cli.errors import DataError, UsageError
from thidua_cli.evidence.periods import TIMELESS
from thidua_cli.intake.opening.inputs import TEMPLATES, TO_DECIDE
from thidua_cli.pipeline import ReadOptions
from thidua_cli.plan.loading import FILE_NAME, load_plan_text
from thidua_cli.plan.model import Plan
from thidua_cli.progress import Progress
from thidua_cli.reports.documents import TEMPLATED
from thidua_cli.reports.word.render import template_bytes
from thidua_cli.starting.blanks import blanks
from thidua_cli.starting.book import workbook
from thidua_cli.starting.deciding import to_decide
from thidua_cli.starting.rewriting import plan_of_year
from thidua_cli.text.language import Message, t

_LAST = (
    "Sửa xong, mở cửa sổ lệnh trong thư mục này: thidua plan check criteria.yaml (tìm lỗi), rồi thidua plan show "
    "criteria.yaml (đọc lại bằng lời)."
)


@dataclass(frozen=True, slots=True)
class NewYear:
    """The files by their path in the folder (forward slashes), and what a person must still decide."""

    files: Mapping[str, bytes]
    to_decide: Sequence[Message]
    plan: Plan


def new_year(plan_text: str, plan_name: str, *, year: int | None = None, place: str | None = None) -> NewYear:
    """A folder made from a plan, moved to a year and a place where they are given. Raises PlanError, UsageError."""
    before = load_plan_text(plan_text, plan_name)
    text = plan_of_year(plan_text, before, year or before.year, place)
    plan = load_plan_text(text, FILE_NAME)
    moved = plan.year != before.year or place is not None
    decide = to_decide(plan, text, moved_from=plan_text if moved else None)
    files = {FILE_NAME: text.encode(), TO_DECIDE: _page([*(one.text() for one in decide), _LAST], plan.title)}
    for blank in blanks(plan):
        files[f"{DATA_FOLDER}/{blank.file}"] = workbook(blank, plan)
    for document in TEMPLATED:
        files[f"{TEMPLATES}/{document}.docx"] = template_bytes(document)[0]
    return NewYear(files, decide, plan)


def refuse_other_years(folder: Path, plan: Plan, progress: Progress) -> list[str]:
    """The names of the tables that a folder holds already, which a plan put there will judge.

    Raises UsageError where all of them that name their time are of another year.
    """
    try:
        found = check([folder], plan, options=ReadOptions(skip_unreadable=True), progress=progress)
    except DataError:  # nothing to read
        return []
    other = [finding for finding in found.findings if finding.code == "other_period"]
    dated = {
        (table.receipt.file, table.receipt.sheet)
        for table in found.tables
        if table.receipt.period and len(table.rows) and table.kind not in TIMELESS
    }
    years = sorted({day[:4] for finding in other for day in finding.period.split("/") if day})
    if years and dated <= {(one.file, one.sheet) for one in other} and str(plan.year) not in years:
        said = t(
            "{folder} holds data of {years}: a plan of {year} there would judge them.",
            folder=folder,
            years=", ".join(years),
            year=str(plan.year),
        )
        command = typed("init", str(folder), "--year", years[0])
        raise UsageError(
            said, hint=t("Choose another folder, or make it one of {year}: {command}", year=years[0], command=command)
        )
    return [file.name for file in found.files]


def _page(lines: Sequence[str], title: str) -> bytes:
    """The list as a file that every editor on Windows reads: UTF-8 with its mark, line ends of its own."""
    head = [f"VIỆC CẦN QUYẾT ĐỊNH TRƯỚC KHI CHẤM: {title}", ""]
    return "\r\n".join([*head, *(f"[ ] {number}. {line}" for number, line in enumerate(lines, 1)), ""]).encode(
        "utf-8-sig"
    )
