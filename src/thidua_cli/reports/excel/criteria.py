"""The sheet of criteria: the plan's words, and the weights and thresholds that the formulas of other sheets read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Never

from thidua_cli.reports import wording
from thidua_cli.reports.excel.book import CRITERIA, Book
from thidua_cli.reports.excel.page import Column, Page, cell_number
from thidua_cli.result import Result
from thidua_cli.result_plan import AwardInfo, CriterionInfo, RequirementInfo
from thidua_cli.text.plan_line import line_of

_COLUMNS: Sequence[Column[Never]] = (
    Column("Tiêu chí", 10, "mark"),
    Column("Tên gọi", 26, "strong"),
    Column("Nguyên văn trong kế hoạch", 58),
    Column("Áp dụng cho", 22),
    Column("Trọng số", 10, "number"),
    Column("Chỉ tiêu", 44),
    Column("So sánh", 9, "centre"),
    Column("Mức yêu cầu", 10, "number"),
)
_HEAD = 3
_WEIGHT, _THRESHOLD = "E", "H"
_APPLIES = {"all": "Mọi đơn vị", "assessed": "Đơn vị được Thành phố đánh giá"}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where weights (by criterion) and thresholds (by criterion and measure) stand, as absolute addresses."""

    weights: Mapping[str, str]
    thresholds: Mapping[tuple[str, str], str]


def write_criteria(book: Book, result: Result) -> Thresholds:
    """Fill the sheet; a row is one requirement of one criterion. Returns the addresses for formulas."""
    page = book.pages[CRITERIA]
    page.head("Tiêu chí, trọng số và mức yêu cầu", f"{result.plan.title} ({result.plan.issuer})")
    page.columns(_HEAD, _COLUMNS)
    names = {info.id: info.name for info in result.plan.measures}
    weights: dict[str, str] = {}
    thresholds: dict[tuple[str, str], str] = {}
    row = _HEAD + 1
    for criterion in result.plan.criteria:
        for number, requirement in enumerate(criterion.requirements):
            _criterion_cells(page, row, criterion, weighted=not number)
            _requirement_cells(page, row, requirement, names.get(requirement.measure, requirement.measure))
            weights.setdefault(criterion.id, f"'{CRITERIA}'!${_WEIGHT}${row + 1}")
            thresholds[criterion.id, requirement.measure] = f"'{CRITERIA}'!${_THRESHOLD}${row + 1}"
            row += 1
    last = _write_words(page, row + 1, result)
    page.finish(_HEAD, last, len(_COLUMNS) - 1, filtered=False)
    return Thresholds(weights, thresholds)


def _criterion_cells(page: Page, row: int, criterion: CriterionInfo, *, weighted: bool) -> None:
    page.text(row, 0, wording.criterion_label(criterion.id), "mark")
    page.text(row, 1, criterion.short_title or criterion.title, "strong")
    page.text(row, 2, criterion.citation)
    page.text(row, 3, _APPLIES.get(criterion.applies_to, criterion.applies_to))
    if weighted:
        page.number(row, 4, cell_number(criterion.weight), "number")
    else:
        page.blank(row, 4)


def _requirement_cells(page: Page, row: int, requirement: RequirementInfo, name: str) -> None:
    page.text(row, 5, name)
    page.text(row, 6, wording.operator_symbol(requirement.operator), "centre")
    style = "percent" if requirement.percent else "number"
    page.number(row, 7, cell_number(requirement.threshold), style)


def _write_words(page: Page, row: int, result: Result) -> int:
    """What else was decided: settings, order of standings, quotas, forms of commendation, criteria for persons."""
    plan = result.plan
    order = [wording.tie_breaker_word(one, result) for one in plan.standings]
    awards = [_award_text(award) for award in plan.awards]
    used = {name for info in plan.measures for name in [*info.numerator, *info.denominator]}
    sections = [
        ("Cách tính", list(plan.settings_words)),
        ("Thứ tự xếp hạng trong mỗi khối", [f"{n}. {words}" for n, words in enumerate(order, 1)]),
        ("Số lượng được xét", [f"{group.name}: {group.quota or 'không giới hạn'}" for group in plan.groups]),
        ("Người đứng ngang nhau, lãnh đạo, quyết định riêng", list(plan.proposal_words)),
        ("Hình thức khen thưởng", awards),
        ("Tiêu chí đối với cá nhân", [f"{c.id.upper()}. {c.citation or c.title}" for c in plan.individual_criteria]),
        ("Từ ngữ kế hoạch dạy thêm", list(plan.taught_words)),
        ("Các số đếm", [words for name, words in plan.counts.items() if name in used]),
        (
            "Tệp kế hoạch",
            [
                line_of(plan),
                f"{plan.id}; mã kiểm tra (SHA-256): {plan.sha256}",
                f"Tính đến ngày {wording.date_text(result.as_of)}",
            ],
        ),
    ]
    for title, lines in sections:
        if not lines:
            continue
        page.plain(row, title, "section")
        for offset, line in enumerate(lines, 1):
            page.plain(row + offset, line, "plain")
        row += len(lines) + 2
    return row - 2


def _award_text(award: AwardInfo) -> str:
    recipient = "tập thể" if award.recipient == "unit" else "cá nhân"
    text = f"{award.name} ({recipient}): {wording.money(award.reward_vnd)} đồng"
    return f"{text} – {award.source}" if award.source else text
