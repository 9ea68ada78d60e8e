"""``tong-hop.xlsx``: the combined standing for people who check in Excel. Text never becomes a formula."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.combined import CombinedResult, CombinedUnit
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.combined.words import NOT_RANKED, combined_title, judged, shape_word, standing_words
from thidua_cli.reports.excel.book import Book, Column, Page, cell_number
from thidua_cli.reports.excel.formulas import score_number, share_formula
from thidua_cli.reports.ranks import combined_reasons, rank_reason
from thidua_cli.text.plan_line import line_of

STANDINGS, PARTS, CRITERIA, TROUBLE = "Xếp hạng chung", "Các phần", "Tiêu chí", "Cần xem lại"
_HEAD = 3


def render_combined_xlsx(combined: CombinedResult) -> bytes:
    """The bytes of ``tong-hop.xlsx``: the same combined result gives the same bytes."""
    plan = combined.plan
    sheets = (STANDINGS, PARTS, CRITERIA, TROUBLE)
    book = Book(
        title=f"Xếp hạng chung – {combined_title(combined)}",
        author=plan.issuer,
        year=plan.year,
        kind="tong-hop",
        sheets=sheets,
    )
    _write_standings(book.pages[STANDINGS], combined)
    _write_parts(book.pages[PARTS], combined)
    _write_criteria(book.pages[CRITERIA], combined)
    _write_trouble(book.pages[TROUBLE], combined)
    return book.close()


def _write_standings(page: Page, combined: CombinedResult) -> None:
    page.head(
        f"Xếp hạng chung – {combined_title(combined)}",
        f"Tính đến ngày {wording.date_text(combined.as_of)}. Dấu: {wording.legend()}."
        if combined.one_plan
        else NOT_RANKED.text(),
    )
    used = " ".join(line_of(plan) for plan in combined.plans)
    page.plain(2, f"Thứ tự xét: {'; '.join(standing_words(combined))}. {used}" if combined.one_plan else used, "note")
    known = {measure.id: measure for measure in combined.measures}
    measures = [known[name] for name in combined.standings if name in known]
    columns = [
        Column("Khối thi đua", 14),
        Column("Hạng", 13),
        Column("Đơn vị", 32),
        Column("Phần", 28),
        Column("Hạng trong phần", 9),
        *(_criterion_columns(combined)),
        Column("Số tiêu chí đạt", 8),
        Column("Số tiêu chí áp dụng", 8),
        Column("Điểm", 11),
        *(Column(measure.short_name or measure.name, 12) for measure in measures),
        Column("Căn cứ thứ hạng", 26),
        Column("Trình Hội đồng xem xét", 12),
        Column("Mã đơn vị", 22),
    ]
    page.columns(_HEAD, columns)
    previous, last, reasons = "", _HEAD, combined_reasons(combined)
    for last, unit in enumerate(combined.units, _HEAD + 1):
        page.first = bool(previous) and previous != unit.group
        previous = unit.group
        _unit_row(page, last, unit, combined)
        first = 8 + len(combined.criteria)
        for column, measure in enumerate(measures, first):
            _value(page, last, column, unit.values.get(measure.id), percent=measure.percent)
        page.text(last, first + len(measures), rank_reason(unit, reasons.get((unit.part, unit.id))))
        page.text(last, first + len(measures) + 1, "Có" if unit.council_review else "", "centre")
        page.text(last, first + len(measures) + 2, unit.id, "faint")
    page.first = False
    signs = {wording.verdict_symbol(verdict): verdict for verdict in wording.VERDICT_SYMBOLS}
    page.colour((_HEAD + 1, 5, last, 4 + len(combined.criteria)), signs)
    score = 7 + len(combined.criteria)
    page.bars((_HEAD + 1, score, last, score), maximum=100)
    page.finish(_HEAD, last, len(columns) - 1, frozen=3, filtered=bool(combined.units))


def _criterion_columns(combined: CombinedResult) -> list[Column]:
    return [
        Column(f"{wording.criterion_label(criterion.id)}\n{criterion.short_title or criterion.title}", 11.5)
        for criterion in combined.criteria
    ]


def _unit_row(page: Page, row: int, unit: CombinedUnit, combined: CombinedResult) -> None:
    page.text(row, 0, unit.group)
    page.number(row, 1, unit.rank, "tied" if unit.tied else "rank")
    page.text(row, 2, unit.name, "strong")
    page.text(row, 3, unit.part)
    page.number(row, 4, unit.part_rank, "centre")
    for column, criterion in enumerate(combined.criteria, 5):
        verdict = unit.verdicts.get(criterion.id, "not_applicable")
        page.text(row, column, wording.verdict_symbol(verdict), "mark")
    met = 5 + len(combined.criteria)
    page.number(row, met, unit.criteria_met, "integer")
    page.number(row, met + 1, unit.criteria_applicable, "integer")
    page.number(row, met + 2, score_number(unit), "score")


def _value(page: Page, row: int, column: int, value: str | None, *, percent: bool) -> None:
    if value is None:
        page.blank(row, column)
    else:
        page.number(row, column, cell_number(value), "percent" if percent else "number")


def _share(page: Page, row: int, column: int, counts: tuple[int, int], columns: tuple[str, str]) -> None:
    """The share of two counts beside it, as a formula."""
    shown = wording.share_text(*counts).rstrip("%").replace(",", ".")
    part, whole = (f"{letter}{row + 1}" for letter in columns)
    page.formula(row, column, share_formula(part, whole), cell_number(shown) if shown else "", "percent")


def _write_parts(page: Page, combined: CombinedResult) -> None:
    page.head(
        "Các phần số liệu",
        "Tỷ lệ là công thức trên số đơn vị; đề nghị khen thưởng và tiền thưởng do từng phần lập.",
    )
    if combined.shared:
        page.plain(2, f"Số liệu dùng chung cho mọi phần: {', '.join(combined.shared)}.", "note")
    columns = [
        Column("Phần", 34, "strong"),
        Column("Là", 18),
        Column("Đơn vị", 9),
        Column("Đạt tất cả tiêu chí", 10),
        Column("Tỷ lệ đạt tất cả", 11),
        *(Column(f"{column.title}\n(đạt/áp dụng)", 13) for column in _criterion_columns(combined)),
        Column("Trình Hội đồng", 9),
        Column("Đề nghị khen thưởng", 10),
        Column("Tiền thưởng (đồng)", 14),
        Column("Nhiều nhất, tùy Hội đồng (đồng)", 14),
        Column("Tệp", 7),
        Column("Dòng số liệu", 12),
        Column("Lỗi số liệu", 8),
        Column("Cảnh báo", 8),
        Column("Thư mục kết quả", 28),
    ]
    page.columns(_HEAD, columns)
    last = _HEAD
    for last, part in enumerate(combined.done, _HEAD + 1):
        page.text(last, 0, part.name, "strong")
        page.text(last, 1, shape_word(part.shape))
        page.number(last, 2, part.units, "integer")
        page.number(last, 3, part.all_met, "integer")
        _share(page, last, 4, (part.all_met, part.units), ("D", "C"))
        for column, criterion in enumerate(combined.criteria, 5):
            met, of = part.met.get(criterion.id, 0), part.applicable.get(criterion.id, 0)
            page.text(last, column, f"{met}/{of}", "centre")
        first = 5 + len(combined.criteria)
        figures = (
            part.council_review,
            part.proposals,
            part.reward_vnd,
            part.reward_most,
            part.files,
            part.rows,
            part.errors,
            part.warnings,
        )
        for column, number in enumerate(figures, first):
            page.number(last, column, number, "integer")
        page.text(last, first + len(figures), part.folder or "", "faint")
    page.bars((_HEAD + 1, 4, last, 4), maximum=100)
    page.finish(_HEAD, max(last, _HEAD + 1), len(columns) - 1, frozen=1, filtered=bool(combined.done))


def _write_criteria(page: Page, combined: CombinedResult) -> None:
    page.head("Kết quả theo tiêu chí", "Số đơn vị đạt trên số đơn vị mà tiêu chí áp dụng, chung mọi phần.")
    columns = [
        Column("Tiêu chí", 9, "mark"),
        Column("Nội dung", 90),
        Column("Đơn vị đạt", 11),
        Column("Đơn vị áp dụng", 11),
        Column("Tỷ lệ đạt", 11),
    ]
    page.columns(_HEAD, columns)
    last, known = _HEAD, judged(combined)
    for last, criterion in enumerate(combined.criteria, _HEAD + 1):
        page.text(last, 0, wording.criterion_label(criterion.id), "mark")
        page.text(last, 1, criterion.title)
        page.number(last, 2, criterion.met, "integer")
        page.number(last, 3, criterion.applicable, "integer")
        if criterion.applicable and not known["", criterion.id]:
            page.text(last, 4, prospects.NOT_KNOWN)
        else:
            _share(page, last, 4, (criterion.met, criterion.applicable), ("C", "D"))
    page.finish(_HEAD, max(last, _HEAD + 1), len(columns) - 1)


def _write_trouble(page: Page, combined: CombinedResult) -> None:
    page.head("Cần xem lại", "Phần không chấm được kèm lý do, và những điều chỉ thấy được khi so các phần với nhau.")
    page.columns(_HEAD, [Column("Phần", 40, "strong"), Column("Nội dung", 100)])
    rows: list[tuple[str, str]] = [(part.name, part.error or "") for part in combined.failed]
    rows += [(_listed(warning.parts), warning.message) for warning in combined.warnings]
    last = _HEAD
    for last, (name, text) in enumerate(rows, _HEAD + 1):
        page.text(last, 0, name, "strong")
        page.text(last, 1, text)
    if not rows:
        page.plain(_HEAD + 1, "Không có.", "note")
    page.finish(_HEAD, max(last, _HEAD + 1), 1, filtered=bool(rows))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
