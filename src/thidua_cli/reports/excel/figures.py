"""The sheets of counts and figures: counts as values; numerators, values, verdicts and shortfalls as live formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Never

from thidua_cli.reports import wording
from thidua_cli.reports.excel.book import COUNTS, FIGURES, Book
from thidua_cli.reports.excel.criteria import Thresholds
from thidua_cli.reports.excel.formulas import Cells, Figure
from thidua_cli.reports.excel.page import HEAD, Cell, Column, Page, cell_number
from thidua_cli.result import CriterionResult, MeasureResult, Result, UnitResult
from thidua_cli.result_inputs import Source
from thidua_cli.result_plan import MeasureInfo

_COLUMNS: Sequence[Column[Never]] = (
    Column("Khối thi đua", 12),
    Column("Đơn vị", 27, "strong"),
    Column("Tiêu chí", 7, "mark"),
    Column("Chỉ tiêu", 21),
    Column("Tử số", 9, "number"),
    Column("Mẫu số", 9, "number"),
    Column("Giá trị", 10, "number"),
    Column("So sánh", 7, "centre"),
    Column("Mức yêu cầu", 8, "number"),
    Column("Kết quả", 16, "centre"),
    Column("Còn thiếu", 8, "integer"),
    Column("Mức đạt", 12, "number"),
    Column("Dòng chưa xác định", 8, "integer"),
    Column("Kết luận không theo số đếm", 16, "centre"),
    Column("Lý do", 20),
    Column("Nguồn số liệu", 40),
    Column("Mã đơn vị", 20, "faint"),
    Column("Khóa", 34, "faint"),
)
_HEAD = 3
VERDICT, LABEL, UNIT, KEY, VALUE, ATTAINMENT = "J", "C", "Q", "R", "G", "L"


@dataclass(frozen=True, slots=True)
class Figures:
    """Where the figures stand: the range of rows, and what each criterion's formulas yield exactly."""

    first: int
    last: int
    attainments: Mapping[tuple[str, str], Fraction | None]

    def column(self, letter: str) -> str:
        """One column of the table as an absolute range."""
        return f"'{FIGURES}'!${letter}${self.first}:${letter}${self.last}"


def write_counts(book: Book, result: Result) -> dict[tuple[str, str], str]:
    """Fill the sheet of counts, a row per unit; returns the absolute address of each (unit, count)."""
    page = book.pages[COUNTS]
    present = {name for unit in result.units for m in _measures(unit) for name in m.counts}
    names = [name for name in result.plan.counts if name in present]
    names += sorted(present - set(names))
    page.head("Số đếm của từng đơn vị", "Số liệu gốc của mọi công thức; ô trống là chưa có số liệu.")
    counts = {
        unit.id: {name: value for m in _measures(unit) for name, value in m.counts.items() if value is not None}
        for unit in result.units
    }

    def count(unit: UnitResult, name: str) -> Cell:
        return cell_number(counts[unit.id][name]) if name in counts[unit.id] else None

    columns: list[Column[UnitResult]] = [
        Column("Khối thi đua", 15, of=lambda unit: unit.group),
        Column("Đơn vị", 34, "strong", lambda unit: unit.name),
        *(Column(_capital(result.plan.counts.get(n, n)), 16, "number", partial(count, name=n)) for n in names),
        Column("Mã đơn vị", 20, "faint", lambda unit: unit.id),
    ]
    page.table(columns, result.units, frozen=2, parted=lambda unit: unit.group, aside=1)
    return {
        (unit.id, name): f"'{COUNTS}'!${column_letters(column)}${row + 1}"
        for row, unit in enumerate(result.units, HEAD + 1)
        for column, name in enumerate(names, 2)
        if name in counts[unit.id]
    }


def write_figures(book: Book, result: Result, thresholds: Thresholds, counts: Mapping[tuple[str, str], str]) -> Figures:
    """Fill the sheet of figures, a row per unit and requirement, sorted as the standings are."""
    page = book.pages[FIGURES]
    page.head(
        "Số liệu và kết quả theo từng chỉ tiêu",
        "Tử số, giá trị, kết quả, số còn thiếu là công thức tính từ trang Số đếm và mức yêu cầu ở trang Tiêu chí; so "
        "sánh bằng số nguyên, không dùng tỷ lệ đã làm tròn.",
    )
    page.columns(_HEAD, _COLUMNS)
    writer = _FigureWriter(page, result, thresholds, counts)
    attainments: dict[tuple[str, str], Fraction | None] = {}
    row, group = _HEAD + 1, ""
    for unit in result.units:
        for criterion in unit.criteria:
            shares: list[Fraction] = []
            for measure in criterion.measures:
                page.first = row > _HEAD + 1 and unit.group != group
                group = unit.group
                share = writer.write(row, unit, criterion, measure)
                shares += [] if share is None else [share]
                row += 1
            attainments[unit.id, criterion.id] = min(shares, default=None)
    page.first = False
    words = {wording.verdict_word(verdict): verdict for verdict in wording.VERDICT_SYMBOLS}
    page.colour((_HEAD + 1, 9, row - 1, 9), words)
    page.finish(_HEAD, row - 1, len(_COLUMNS) - 3, frozen=2)
    return Figures(_HEAD + 2, max(row, _HEAD + 2), attainments)


class _FigureWriter:
    """Writes one row of the sheet of figures."""

    def __init__(
        self, page: Page, result: Result, thresholds: Thresholds, counts: Mapping[tuple[str, str], str]
    ) -> None:
        self._page = page
        self._infos = wording.measures(result)
        self._zero = result.plan.settings.get("zero_cases", "not_applicable")
        self._plan = {(c.id, r.measure): (r.threshold, r.percent) for c in result.plan.criteria for r in c.requirements}
        self._thresholds = thresholds
        self._counts = counts

    def write(self, row: int, unit: UnitResult, criterion: CriterionResult, measure: MeasureResult) -> Fraction | None:
        """Write the row; returns the attainment that its formula yields (None: does not apply)."""
        page, info, figure = self._page, self._infos.get(measure.id), Figure(measure, self._zero)
        line = row + 1
        at = Cells(f"$E{line}", f"$F{line}", f"$I{line}", f"$J{line}", f"$N{line}")
        page.text(row, 0, unit.group)
        page.text(row, 1, unit.name, "strong")
        page.text(row, 2, wording.criterion_label(criterion.id), "mark")
        page.text(row, 3, measure_head(info) if info else measure.id)
        self._counted(row, 4, unit.id, info.numerator if info else [], measure.numerator, measure)
        self._counted(row, 5, unit.id, info.denominator if info else [], measure.denominator, measure)
        self._value(row, figure, at)
        page.text(row, 7, wording.operator_symbol(measure.operator), "centre")
        self._threshold(row, criterion.id, measure)
        page.formula(row, 9, figure.verdict(at), wording.verdict_word(measure.verdict), "centre")
        self._shortfall(row, figure, at)
        formula, share = figure.attainment(at)
        page.formula(row, 11, formula, "" if share is None else float(share))
        self._remarks(row, unit, criterion, measure, figure.state())
        return share

    def _counted(
        self,
        row: int,
        column: int,
        unit: str,
        names: Sequence[str],
        value: int | str | None,
        measure: MeasureResult,
    ) -> None:
        if value is None:
            self._page.blank(row, column, "number")
            return
        known = [measure.counts.get(name) for name in names]
        total = sum((Fraction(count) for count in known if count is not None), Fraction(0))
        shown = cell_number(value)
        if names and None not in known and total == Fraction(value):
            self._page.formula(row, column, "+".join(self._counts[unit, name] for name in names), shown, "number")
        else:
            self._page.number(row, column, shown, "number")

    def _value(self, row: int, figure: Figure, at: Cells) -> None:
        measure, style = figure.measure, "percent" if figure.measure.percent else "number"
        formula = figure.value(at)
        if formula is not None and measure.value is not None:
            self._page.formula(row, 6, formula, cell_number(measure.value), style)
        elif measure.value is not None:
            self._page.number(row, 6, cell_number(measure.value), style)
        else:
            self._page.blank(row, 6, style)

    def _threshold(self, row: int, criterion: str, measure: MeasureResult) -> None:
        style, number = "percent" if measure.percent else "number", cell_number(measure.threshold)
        if self._plan.get((criterion, measure.id)) == (measure.threshold, measure.percent):
            self._page.formula(row, 8, self._thresholds.thresholds[criterion, measure.id], number, style)
        else:
            self._page.number(row, 8, number, style)

    def _shortfall(self, row: int, figure: Figure, at: Cells) -> None:
        formula, shortfall = figure.shortfall(at), figure.measure.shortfall
        if formula is not None and shortfall is not None:
            self._page.formula(row, 10, formula, shortfall, "integer")
        elif shortfall is not None:
            self._page.number(row, 10, shortfall, "integer")
        else:
            self._page.blank(row, 10, "integer")

    def _remarks(
        self, row: int, unit: UnitResult, criterion: CriterionResult, measure: MeasureResult, state: str
    ) -> None:
        page = self._page
        page.number(row, 12, measure.undecided, "integer")
        page.text(row, 13, state, "centre")
        page.text(row, 14, _capital(wording.reason_text(measure.reason)))
        page.text(row, 15, "; ".join(source_text(source) for source in measure.sources))
        page.text(row, 16, unit.id, "faint")
        page.text(row, 17, key(unit.id, criterion.id, measure.id), "faint")


def key(unit: str, criterion: str, measure: str) -> str:
    """What names one figure across sheets, wherever sorting has put it."""
    return f"{unit}|{criterion}|{measure}"


def source_text(source: Source) -> str:
    """“mot-cua.xlsx, trang Sheet1: 1.240 dòng”, with the cells of single figures."""
    cells = f" (ô {', '.join(source.cells[:5])}{' …' if len(source.cells) > 5 else ''})" if source.cells else ""
    return f"{wording.place_text(source.file, source.sheet)}: {wording.decimal_text(source.rows)} dòng{cells}"


def column_letters(column: int) -> str:
    """“A” for 0, “AA” for 26."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def _measures(unit: UnitResult) -> list[MeasureResult]:
    return [measure for criterion in unit.criteria for measure in criterion.measures]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def measure_head(info: MeasureInfo) -> str:
    """A measure's words for a narrow head."""
    return info.short_name or info.name
