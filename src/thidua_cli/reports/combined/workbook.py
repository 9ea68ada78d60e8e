"""``tong-hop.xlsx``: the combined standing for people who check in Excel. Text never becomes a formula."""

from __future__ import annotations

from functools import partial

from thidua_cli.combined import CombinedCriterion, CombinedMeasure, CombinedPart, CombinedResult, CombinedUnit
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.combined.words import NOT_RANKED, combined_title, judged, shape_word, standing_words
from thidua_cli.reports.excel.book import Book
from thidua_cli.reports.excel.formulas import score_number, share_formula
from thidua_cli.reports.excel.page import HEAD, Cell, Column, Formula, Page, cell_number
from thidua_cli.reports.ranks import combined_reasons, rank_reason
from thidua_cli.text.plan_line import line_of

STANDINGS, PARTS, CRITERIA, TROUBLE = "Xếp hạng chung", "Các phần", "Tiêu chí", "Cần xem lại"


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
    met, reasons = 5 + len(combined.criteria), combined_reasons(combined)
    columns: list[Column[CombinedUnit]] = [
        Column("Khối thi đua", 14, of=lambda unit: unit.group),
        Column("Hạng", 13, of=lambda unit: (unit.rank, "tied" if unit.tied else "rank")),
        Column("Đơn vị", 32, "strong", lambda unit: unit.name),
        Column("Phần", 28, of=lambda unit: unit.part),
        Column("Hạng trong phần", 9, "centre", lambda unit: unit.part_rank),
        *(Column(_head(one), 11.5, "mark", partial(_sign, criterion=one.id)) for one in combined.criteria),
        Column("Số tiêu chí đạt", 8, "integer", lambda unit: unit.criteria_met),
        Column("Số tiêu chí áp dụng", 8, "integer", lambda unit: unit.criteria_applicable),
        Column("Điểm", 11, "score", score_number),
        *(Column(one.short_name or one.name, 12, of=partial(_value, measure=one)) for one in measures),
        Column("Căn cứ thứ hạng", 26, of=lambda unit: rank_reason(unit, reasons.get((unit.part, unit.id)))),
        Column("Trình Hội đồng xem xét", 12, "centre", lambda unit: "Có" if unit.council_review else ""),
        Column("Mã đơn vị", 22, "faint", lambda unit: unit.id),
    ]
    last = page.table(columns, combined.units, frozen=3, parted=lambda unit: unit.group)
    signs = {wording.verdict_symbol(verdict): verdict for verdict in wording.VERDICT_SYMBOLS}
    page.colour((HEAD + 1, 5, last, met - 1), signs)
    page.bars((HEAD + 1, met + 2, last, met + 2), maximum=100)


def _head(criterion: CombinedCriterion) -> str:
    return f"{wording.criterion_label(criterion.id)}\n{criterion.short_title or criterion.title}"


def _sign(unit: CombinedUnit, criterion: str) -> str:
    return wording.verdict_symbol(unit.verdicts.get(criterion, "not_applicable"))


def _value(unit: CombinedUnit, measure: CombinedMeasure) -> tuple[Cell, str]:
    value = unit.values.get(measure.id)
    return None if value is None else cell_number(value), "percent" if measure.percent else "number"


def _share(part: int, whole: int, columns: tuple[str, str]) -> Formula:
    """The share of two counts beside it, as a formula."""
    shown = wording.share_text(part, whole).rstrip("%").replace(",", ".")
    cells = (f"{letter}{{row}}" for letter in columns)
    return Formula(share_formula(*cells), cell_number(shown) if shown else "")


def _write_parts(page: Page, combined: CombinedResult) -> None:
    page.head(
        "Các phần số liệu",
        "Tỷ lệ là công thức trên số đơn vị; đề nghị khen thưởng và tiền thưởng do từng phần lập.",
    )
    if combined.shared:
        page.plain(2, f"Số liệu dùng chung cho mọi phần: {', '.join(combined.shared)}.", "note")
    columns: list[Column[CombinedPart]] = [
        Column("Phần", 34, "strong", lambda part: part.name),
        Column("Là", 18, of=lambda part: shape_word(part.shape)),
        Column("Đơn vị", 9, "integer", lambda part: part.units),
        Column("Đạt tất cả tiêu chí", 10, "integer", lambda part: part.all_met),
        Column("Tỷ lệ đạt tất cả", 11, "percent", lambda part: _share(part.all_met, part.units, ("D", "C"))),
        *(
            Column(f"{_head(one)}\n(đạt/áp dụng)", 13, "centre", partial(_met_of, criterion=one.id))
            for one in combined.criteria
        ),
        Column("Trình Hội đồng", 9, "integer", lambda part: part.council_review),
        Column("Đề nghị khen thưởng", 10, "integer", lambda part: part.proposals),
        Column("Tiền thưởng (đồng)", 14, "integer", lambda part: part.reward_vnd),
        Column("Nhiều nhất, tùy Hội đồng (đồng)", 14, "integer", lambda part: part.reward_most),
        Column("Tệp", 7, "integer", lambda part: part.files),
        Column("Dòng số liệu", 12, "integer", lambda part: part.rows),
        Column("Lỗi số liệu", 8, "integer", lambda part: part.errors),
        Column("Cảnh báo", 8, "integer", lambda part: part.warnings),
        Column("Thư mục kết quả", 28, "faint", lambda part: part.folder or ""),
    ]
    last = page.table(columns, combined.done, frozen=1)
    page.bars((HEAD + 1, 4, last, 4), maximum=100)


def _met_of(part: CombinedPart, criterion: str) -> str:
    return f"{part.met.get(criterion, 0)}/{part.applicable.get(criterion, 0)}"


def _write_criteria(page: Page, combined: CombinedResult) -> None:
    page.head("Kết quả theo tiêu chí", "Số đơn vị đạt trên số đơn vị mà tiêu chí áp dụng, chung mọi phần.")
    known = judged(combined)

    def share(one: CombinedCriterion) -> tuple[Cell, str]:
        if one.applicable and not known["", one.id]:
            return prospects.NOT_KNOWN, "text"
        return _share(one.met, one.applicable, ("C", "D")), "percent"

    columns: list[Column[CombinedCriterion]] = [
        Column("Tiêu chí", 9, "mark", lambda one: wording.criterion_label(one.id)),
        Column("Nội dung", 90, of=lambda one: one.title),
        Column("Đơn vị đạt", 11, "integer", lambda one: one.met),
        Column("Đơn vị áp dụng", 11, "integer", lambda one: one.applicable),
        Column("Tỷ lệ đạt", 11, of=share),
    ]
    page.table(columns, combined.criteria)


def _write_trouble(page: Page, combined: CombinedResult) -> None:
    page.head("Cần xem lại", "Phần không chấm được kèm lý do, và những điều chỉ thấy được khi so các phần với nhau.")
    rows = [(part.name, part.error or "") for part in combined.failed]
    rows += [(", ".join(warning.parts), warning.message) for warning in combined.warnings]
    columns: list[Column[tuple[str, str]]] = [
        Column("Phần", 40, "strong", lambda one: one[0]),
        Column("Nội dung", 100, of=lambda one: one[1]),
    ]
    page.table(columns, rows, nothing="Không có.")
