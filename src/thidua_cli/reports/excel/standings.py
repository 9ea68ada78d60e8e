"""The first sheet: standings per group, a sign per criterion, score, what is missing. Signs and scores are formulas."""

from __future__ import annotations

from fractions import Fraction
from typing import Never

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.excel.book import FIGURES, STANDINGS, Book
from thidua_cli.reports.excel.criteria import Thresholds
from thidua_cli.reports.excel.figures import (
    ATTAINMENT,
    KEY,
    LABEL,
    UNIT,
    VERDICT,
    Figures,
    column_letters,
    key,
)
from thidua_cli.reports.excel.formulas import rounding, score_formula, score_number
from thidua_cli.reports.excel.page import Column, Page, cell_number
from thidua_cli.reports.ranks import conclusions, rank_reason, rank_reasons
from thidua_cli.result import CriterionResult, Result, UnitResult
from thidua_cli.text.plan_line import line_of

_HEAD = 4
_NOTE = (
    "Bấm “xem” để tới số liệu của đơn vị. Hạng đã được xét bằng phân số chính xác; dấu và điểm là công thức, tính lại "
    "khi số đếm, trọng số hoặc mức yêu cầu thay đổi."
)
_GROUP, _RANK, _NAME, _LINK, _FIRST = 0, 1, 2, 3, 4


def write_standings(book: Book, result: Result, thresholds: Thresholds, figures: Figures) -> None:
    """Fill the sheet; the attainments that the score is made of stand at its right, outside the printed area."""
    _Standings(book, result, thresholds, figures).write()


class _Standings:
    """Positions of the columns, and the formulas of one row."""

    def __init__(self, book: Book, result: Result, thresholds: Thresholds, figures: Figures) -> None:
        self.page: Page = book.pages[STANDINGS]
        self.result, self.thresholds, self.figures = result, thresholds, figures
        self.criteria = [info.id for info in result.plan.criteria]
        count = len(self.criteria)
        self.met = _FIRST + count
        self.score, self.missing = self.met + 2, self.met + 3
        self.reason, self.outcome, self.unit = self.met + 4, self.met + 5, self.met + 6
        self.share = self.met + 7
        self.rows = _first_rows(result)
        self.decided = {one.unit for one in result.exclusions if one.individual is None and one.decided}
        self.proposed = {one.unit for one in result.proposals if one.individual is None}
        self.reasons, self.outcomes = rank_reasons(result), conclusions(result)

    def write(self) -> None:
        page, plan = self.page, self.result.plan
        page.head(
            f"Xếp hạng – {plan.title}",
            f"{line_of(plan)} Tính đến ngày {wording.date_text(self.result.as_of)}. Dấu: {wording.legend()}.",
        )
        page.plain(2, _NOTE, "note")
        page.columns(_HEAD, self._columns())
        self._weights()
        previous = ""
        for row, unit in enumerate(self.result.units, _HEAD + 1):
            page.first = bool(previous) and previous != unit.group
            previous = unit.group
            self._row(row, unit)
        page.first = False
        last = _HEAD + len(self.result.units)
        signs = {wording.verdict_symbol(verdict): verdict for verdict in wording.VERDICT_SYMBOLS}
        page.colour((_HEAD + 1, _FIRST, last, self.met - 1), signs)
        page.bars((_HEAD + 1, self.score, last, self.score), maximum=100)
        page.finish(_HEAD, last, self.outcome, frozen=_NAME + 1)

    def _columns(self) -> list[Column[Never]]:
        infos = wording.criteria(self.result)
        heads = [f"{wording.criterion_label(c)}\n{infos[c].short_title or infos[c].title}" for c in self.criteria]
        return [
            Column("Khối thi đua", 12),
            Column("Hạng", 13),
            Column("Đơn vị", 30),
            Column("Số liệu", 7),
            *(Column(head, 11.5) for head in heads),
            Column("Số tiêu chí đạt", 8),
            Column("Số tiêu chí áp dụng", 8),
            Column("Điểm", 11),
            Column("Còn thiếu", 40),
            Column("Căn cứ thứ hạng", 24),
            Column("Kết quả xét", 28),
            Column("Mã đơn vị", 20),
            *(Column(f"Mức đạt {wording.criterion_label(c)}", 15) for c in self.criteria),
        ]

    def _weights(self) -> None:
        weights = {info.id: info.weight for info in self.result.plan.criteria}
        self.page.text(_HEAD - 1, self.share - 1, "Trọng số", "faint")
        for offset, criterion in enumerate(self.criteria):
            place = self.thresholds.weights.get(criterion)
            number = cell_number(weights[criterion])
            if place:
                self.page.formula(_HEAD - 1, self.share + offset, place, number, "number")
            else:
                self.page.number(_HEAD - 1, self.share + offset, number, "number")

    def _row(self, row: int, unit: UnitResult) -> None:
        page, line = self.page, row + 1
        page.text(row, _GROUP, unit.group)
        page.number(row, _RANK, unit.rank, "tied" if unit.tied else "rank")
        page.text(row, _NAME, unit.name, "strong")
        if unit.id in self.rows:
            page.link(row, _LINK, f"'{FIGURES}'!A{self.figures.first + self.rows[unit.id]}", "xem")
        else:
            page.blank(row, _LINK)
        judged = {criterion.id: criterion for criterion in unit.criteria}
        for offset, criterion in enumerate(self.criteria):
            self._criterion(row, offset, unit, judged.get(criterion))
        signs = f"{column_letters(_FIRST)}{line}:{column_letters(self.met - 1)}{line}"
        sign = wording.VERDICT_SYMBOLS
        page.formula(row, self.met, f'COUNTIF({signs},"{sign["met"]}")', unit.criteria_met, "integer")
        applying = f'COUNTA({signs})-COUNTIF({signs},"{sign["not_applicable"]}")'
        page.formula(row, self.met + 1, applying, unit.criteria_applicable, "integer")
        self._score(row, unit)
        page.text(row, self.missing, "\n".join(_missing(unit, self.result)))
        page.text(row, self.reason, rank_reason(unit, self.reasons.get(unit.id)))
        page.text(row, self.outcome, self._outcome(unit))
        page.text(row, self.unit, unit.id, "faint")

    def _outcome(self, unit: UnitResult) -> str:
        """What comes of the unit's place; what it lacks stands in a column of its own."""
        if unit.council_review or unit.all_met or unit.id in self.decided or unit.id in self.proposed:
            return "\n".join([self.outcomes[unit.id], *unit.council_reasons])
        return f"Không đề nghị. {prospects.UNIT_STATES[prospects.unit_state(unit)]}."

    def _criterion(self, row: int, offset: int, unit: UnitResult, criterion: CriterionResult | None) -> None:
        page, column, share = self.page, _FIRST + offset, self.share + offset
        if criterion is None:
            page.text(row, column, wording.verdict_symbol("not_applicable"), "mark")
            page.text(row, share, "", "number")
            return
        symbol = wording.verdict_symbol(criterion.verdict)
        if _combined(criterion) == criterion.verdict:
            page.formula(row, column, self._verdict_formula(row, criterion), symbol, "mark")
        else:
            page.text(row, column, symbol, "mark")
        exact = None if criterion.attainment is None else Fraction(criterion.attainment)
        shown: float | str = "" if exact is None else float(exact)
        if self.figures.attainments.get((unit.id, criterion.id)) == exact and criterion.measures:
            page.formula(row, share, self._share_formula(row, column, criterion), shown)
        elif exact is None:
            page.text(row, share, "", "number")
        else:
            page.number(row, share, float(exact))

    def _verdict_formula(self, row: int, criterion: CriterionResult) -> str:
        unit = f"${column_letters(self.unit)}{row + 1}"
        columns = self.figures.column
        label = wording.criterion_label(criterion.id)

        def any_of(verdict: str) -> str:
            word = wording.verdict_word(verdict)
            return f'COUNTIFS({columns(UNIT)},{unit},{columns(LABEL)},"{label}",{columns(VERDICT)},"{word}")>0'

        formula = f'"{wording.verdict_symbol("not_applicable")}"'
        for verdict in ("met", "no_data", "not_met"):
            formula = f'IF({any_of(verdict)},"{wording.verdict_symbol(verdict)}",{formula})'
        return formula

    def _share_formula(self, row: int, column: int, criterion: CriterionResult) -> str:
        unit, columns = f"${column_letters(self.unit)}{row + 1}", self.figures.column
        found = [
            f'INDEX({columns(ATTAINMENT)},MATCH({unit}&"{key("", criterion.id, m.id)}",{columns(KEY)},0))'
            for m in criterion.measures
        ]
        sign = f"{column_letters(column)}{row + 1}"
        return f'IF({sign}="{wording.verdict_symbol("not_applicable")}","",MIN({",".join(found)}))'

    def _score(self, row: int, unit: UnitResult) -> None:
        shown = score_number(unit)
        if rounding(self._exact_score(unit), str(shown), wording.SCORE_DECIMALS) is None:
            self.page.number(row, self.score, shown, "score")
            return
        line, letters = row + 1, [column_letters(self.share + n) for n in range(len(self.criteria))]
        top = "+".join(f"N({c}{line})*{c}${_HEAD}" for c in letters)
        span, weights = f"{letters[0]}{line}:{letters[-1]}{line}", f"{letters[0]}${_HEAD}:{letters[-1]}${_HEAD}"
        exact = f'100*({top})/SUMIF({span},">=0",{weights})'
        self.page.formula(row, self.score, f"IF(COUNT({span})=0,0,{score_formula(exact)})", shown, "score")

    def _exact_score(self, unit: UnitResult) -> Fraction:
        weights = {info.id: Fraction(info.weight) for info in self.result.plan.criteria}
        parts = [
            (weights.get(criterion.id, Fraction(0)), Fraction(criterion.attainment))
            for criterion in unit.criteria
            if criterion.attainment is not None
        ]
        total = sum((weight for weight, _ in parts), Fraction(0))
        return 100 * sum((w * a for w, a in parts), Fraction(0)) / total if total else Fraction(0)


def _combined(criterion: CriterionResult) -> str:
    """The criterion's verdict as the sheet's formula derives it from its requirements."""
    verdicts = [measure.verdict for measure in criterion.measures]
    return next((v for v in ("not_met", "no_data", "met") if v in verdicts), "not_applicable")


def _missing(unit: UnitResult, result: Result) -> list[str]:
    return [f"{wording.criterion_label(m.criterion.id)} – {m.text}" for m in prospects.missed(unit, result)]


def _first_rows(result: Result) -> dict[str, int]:
    """The position of each unit's first row in the sheet of figures."""
    rows: dict[str, int] = {}
    position = 0
    for unit in result.units:
        size = sum(len(criterion.measures) for criterion in unit.criteria)
        if size:
            rows[unit.id] = position
        position += size
    return rows
