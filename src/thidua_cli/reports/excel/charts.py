"""Native charts: score per unit, and the distance to the threshold per measure, for each group.

Their data stands on the same sheet, right of the printed area; figures are looked up by key, so that sorting the other
sheets changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from thidua_cli.reports import wording
from thidua_cli.reports.excel.book import CHARTS, Book
from thidua_cli.reports.excel.figures import KEY, VALUE, Figures, column_letters, key, measure_head
from thidua_cli.reports.excel.formulas import score_number
from thidua_cli.reports.excel.page import Page
from thidua_cli.reports.excel.styles import DECIMAL, FONT
from thidua_cli.reports.shortening import short_names
from thidua_cli.result import MeasureResult, Result, UnitResult

_DATA = 30
"""First column of the data (the charts stand left of it)."""
_WIDTH, _ROW = 620, 20
"""Pixels: width of one chart, height of one row of the sheet."""
_BLUE, _GREEN, _ORANGE = "#2F6DA8", "#2E8B57", "#C8501E"
_PER_ROW = 2
_NAME = 40
"""Letters of a unit's name in a chart."""
_UNITS = 32
"""Units in one chart: more would not fit a printed page."""
_LAST_PRINTED, _SCALE, _PAGE_ROWS = 19, 76, 43
"""The last printed column, the printed size in percent, and the rows that a page then holds."""


@dataclass(frozen=True, slots=True)
class _Series:
    """One column of data for a chart: what it is called, where its names and numbers stand."""

    title: str
    names: int
    numbers: tuple[int, ...]


def write_charts(book: Book, result: Result, figures: Figures) -> None:
    """Fill the sheet: per group one chart of scores and one per measure that anyone in the group has a figure of."""
    page = book.pages[CHARTS]
    page.head("Biểu đồ", "Điểm của từng đơn vị và khoảng cách tới mức yêu cầu của từng chỉ tiêu, theo khối thi đua.")
    layout, line = _Layout(), 2
    for group in dict.fromkeys(unit.group for unit in result.units):
        units = [unit for unit in result.units if unit.group == group]
        series = _write_data(page, line, group, units, result, figures)
        for start, stop in _spans(len(units)):
            part = units[start:stop]
            span = f" (đơn vị thứ {start + 1} đến {stop})" if len(units) > _UNITS else ""
            page.plain(layout.section(len(part)), group + span, "section")
            for one in series:
                row, x = layout.place()
                first = line + 1 + start
                chart = _chart(book, one, first, first + len(part) - 1, layout.height)
                options = {"x_offset": x, "y_offset": 4, "object_position": 2, "description": _description(one)}
                page.sheet.insert_chart(row, 0, chart, options)
            layout.close()
        line += len(units) + 3
    page.print(layout.row, _LAST_PRINTED, layout.breaks, scale=_SCALE)
    page.sheet.set_column(_DATA, _DATA + 40, 14)


def _spans(count: int) -> list[tuple[int, int]]:
    """Units from and to of each chart: as few charts as fit, of about one size."""
    charts = -(-count // _UNITS)
    edges = [count * number // charts for number in range(charts + 1)]
    return list(pairwise(edges))


class _Layout:
    """Where the charts go: two beside each other, a new page where a row of charts would be cut."""

    def __init__(self) -> None:
        self.row = 3
        self.breaks: list[int] = []
        self.height = 0
        self._page_top = 0
        self._beside = 0

    def section(self, units: int) -> int:
        """Begin a section for charts of so many units; returns the row of its heading."""
        self.height = max(200, 84 + 21 * units)
        self._keep(1 + self._rows())
        self.row += 1
        self._beside = 0
        return self.row - 1

    def place(self) -> tuple[int, int]:
        """Row and horizontal offset of the next chart."""
        if self._beside == _PER_ROW:
            self.close()
        if not self._beside:
            self._keep(self._rows())
        self._beside += 1
        return self.row, 5 + (self._beside - 1) * (_WIDTH + 15)

    def close(self) -> None:
        """End a row of charts."""
        self.row += self._rows() if self._beside else 0
        self._beside = 0

    def _rows(self) -> int:
        return self.height // _ROW + 1

    def _keep(self, rows: int) -> None:
        if self.row + rows - self._page_top > _PAGE_ROWS and self.row > self._page_top + 3:
            self.breaks.append(self.row)
            self._page_top = self.row


def _description(series: _Series) -> str:
    return f"Biểu đồ thanh: {series.title}. Số liệu ở bên phải, từ cột {column_letters(_DATA)}."


def _write_data(
    page: Page, line: int, group: str, units: list[UnitResult], result: Result, figures: Figures
) -> list[_Series]:
    """Write the group's data below a head at ``line``; returns what there is to draw."""
    page.plain(line, f"Dữ liệu biểu đồ: {group}", "faint", _DATA)
    page.plain(line, "Điểm", "faint", _DATA + 1)
    names = short_names((unit.name for unit in units), _NAME)
    for row, unit in enumerate(units, line + 1):
        page.text(row, _DATA, names[unit.name], "faint")
        page.number(row, _DATA + 1, score_number(unit), "faint")
    series = [_Series(f"Điểm – {group}", _DATA, (_DATA + 1,))]
    column = _DATA + 2
    for criterion in result.plan.criteria:
        for requirement in criterion.requirements:
            info = wording.measures(result).get(requirement.measure)
            found = [_measure(unit, criterion.id, requirement.measure) for unit in units]
            if info is None or not any(m is not None and m.value is not None for m in found):
                continue
            limit = f"{wording.operator_symbol(requirement.operator)} {wording.decimal_text(requirement.threshold)}"
            limit += "%" if requirement.percent else ""
            axis = "điểm phần trăm" if requirement.percent else info.unit or "đơn vị đo"
            title = f"{measure_head(info)} so với mức yêu cầu {limit} ({axis})"
            for offset, words in enumerate((measure_head(info), "trên mức yêu cầu", "dưới mức yêu cầu", "lề")):
                page.plain(line, words, "faint", column + offset)
            for row, (unit, measure) in enumerate(zip(units, found, strict=True), line + 1):
                found_at = key(unit.id, criterion.id, requirement.measure)
                _distance(page, (row, column), names[unit.name], measure, figures, found_at)
            _margins(page, line + 1, len(units), column, found)
            series.append(_Series(title, column, (column + 1, column + 2, column + 3)))
            column += 4
    return series


def _measure(unit: UnitResult, criterion: str, measure: str) -> MeasureResult | None:
    return next((m for c in unit.criteria if c.id == criterion for m in c.measures if m.id == measure), None)


def _distance(
    page: Page, at: tuple[int, int], unit: str, measure: MeasureResult | None, figures: Figures, found_at: str
) -> None:
    """The unit's label (which says why a bar is missing) and its distance, split by side of the threshold."""
    row, column = at
    if measure is None or measure.value is None:
        why = wording.verdict_word(measure.verdict if measure else "not_applicable").lower()
        page.text(row, column, f"{unit} ({why})", "faint")
        page.number(row, column + 1, 0, "faint")
        page.number(row, column + 2, 0, "faint")
        return
    distance = Fraction(measure.value) - Fraction(measure.threshold)
    page.text(row, column, unit if distance else f"{unit} (đúng mức yêu cầu)", "faint")
    found = f'INDEX({figures.column(VALUE)},MATCH("{found_at}",{figures.column(KEY)},0))'
    limit = found.replace(f"${VALUE}$", "$I$")
    raw = f"ROUND({found}-{limit},6)"
    up, down = max(distance, Fraction(0)), min(distance, Fraction(0))
    page.formula(row, column + 1, f"MAX(0,{raw})", float(up), "faint")
    page.formula(row, column + 2, f"MIN(0,{raw})", float(down), "faint")


def _margins(page: Page, first: int, count: int, column: int, found: list[MeasureResult | None]) -> None:
    """An unseen bar on each side, a quarter longer than the longest, keeps the labels clear of names and edges."""
    distances = [Fraction(m.value) - Fraction(m.threshold) if m and m.value is not None else Fraction(0) for m in found]
    for start, stop in _spans(count):
        part = distances[start:stop]
        top, bottom = first + start + 1, first + start + len(part)
        up, down = (f"${c}${top}:${c}${bottom}" for c in (column_letters(column + 1), column_letters(column + 2)))
        longest, lowest = max(*part, Fraction(0)), min(*part, Fraction(0))
        if len(part) == 1:
            page.formula(
                top - 1, column + 3, f"1.25*(MAX({up})+MIN({down}))", float(5 * (longest + lowest) / 4), "faint"
            )
        else:
            page.formula(top - 1, column + 3, f"1.25*MAX({up})", float(5 * longest / 4), "faint")
            page.formula(top, column + 3, f"1.25*MIN({down})", float(5 * lowest / 4), "faint")


def _chart(book: Book, series: _Series, first: int, last: int, height: int) -> object:
    chart = book.workbook.add_chart({"type": "bar"})
    scores = len(series.numbers) == 1
    colours = (_BLUE,) if scores else (_GREEN, _ORANGE, "")
    label = f"{DECIMAL}0.00;;" if scores else f"{DECIMAL}+General;{DECIMAL}-General;"
    font = {"name": FONT, "size": 9, "bold": False}
    for column, colour in zip(series.numbers, colours, strict=True):
        shown = {"value": True, "num_format": label, "position": "outside_end", "font": font}
        chart.add_series(
            {
                "categories": [CHARTS, first, series.names, last, series.names],
                "values": [CHARTS, first, column, last, column],
                "gap": 45,
                "overlap": 100,
                **({"fill": {"color": colour}, "data_labels": shown} if colour else {"fill": {"none": True}}),
            }
        )
    chart.set_title({"name": series.title, "name_font": {"name": FONT, "size": 12}, "overlay": False})
    chart.set_y_axis(
        {"reverse": True, "num_font": font, "interval_unit": 1, "label_position": "low", "line": {"color": "#808080"}}
    )
    chart.set_x_axis(
        {
            "num_font": font,
            "num_format": f"{DECIMAL}General",
            "label_position": "high",
            "major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}},
            **({"min": 0, "max": 115, "major_unit": 20} if scores else {}),
        }
    )
    chart.set_legend({"none": True})
    chart.set_size({"width": _WIDTH, "height": height})
    return chart
