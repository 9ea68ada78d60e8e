"""Standing: one bar of score per unit of a group, in the order of the standing."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import SIZE, Canvas
from thidua_cli.reports.charts.layout import BAR, PAGE_HEIGHT, Head, Row, draw, group_units
from thidua_cli.reports.charts.lettering import wrap
from thidua_cli.result import Result, UnitResult

_LABEL = 226.0
_LEFT = 236.0
_RIGHT = 500.0


def standing_chart(result: Result, group: str) -> Chart:
    """Scores (0 to 100) of the units of ``group``, best first; its height grows with the number of units."""
    return _charts(result, group, None)[0]


def standing_charts(result: Result, group: str, max_height: float = PAGE_HEIGHT) -> list[Chart]:
    """The same in parts no higher than ``max_height`` units, for pages."""
    return _charts(result, group, max_height)


def _charts(result: Result, group: str, page: float | None) -> list[Chart]:
    units = group_units(result, group)
    rows = [Row(wrap(f"{unit.rank}. {unit.name}", SIZE, _LABEL), [_note(unit)]) for unit in units]
    head = Head(
        key=("xep-hang", group),
        title=f"Điểm tổng hợp và thứ hạng, khối {group}",
        alt=_alt(group, units),
        legend=[("met", "Đạt tất cả tiêu chí"), ("not_met", "Không đạt đủ tiêu chí")],
    )

    def row(canvas: Canvas, index: int, middle: float) -> None:
        unit = units[index]
        canvas.text(_LABEL, middle, rows[index].label, anchor="end")
        end = _LEFT + float(_score(unit)) / 100 * (_RIGHT - _LEFT)
        if end > _LEFT:
            canvas.bar(_LEFT, middle - BAR / 2, end - _LEFT, BAR, "met" if unit.all_met else "not_met")
        canvas.text(_RIGHT + 8, middle, rows[index].note)

    def frame(canvas: Canvas, top: float, bottom: float) -> None:
        canvas.line(_LEFT, top, _LEFT, bottom)
        canvas.line(_RIGHT, top, _RIGHT, bottom, dashed=True)

    return draw(head, rows, frame, row, page)


def _note(unit: UnitResult) -> str:
    return f"{wording.score_text(unit)} ({unit.criteria_met}/{unit.criteria_applicable} tiêu chí)"


def _score(unit: UnitResult) -> Fraction:
    try:
        return min(max(Fraction(unit.score), Fraction(0)), Fraction(100))
    except ValueError:
        return Fraction(0)


def _alt(group: str, units: list[UnitResult]) -> str:
    if not units:
        return f"Khối {group} không có đơn vị nào."
    met = sum(unit.all_met for unit in units)
    first = [unit for unit in units if unit.rank == units[0].rank]
    names = ", ".join(unit.name for unit in first[:5]) + (f" và {len(first) - 5} đơn vị khác" if len(first) > 5 else "")
    ends = f"Đứng đầu: {names} ({wording.score_text(first[0])} điểm)."
    if len(units) > len(first):
        ends += f" Cuối bảng: {units[-1].name} ({wording.score_text(units[-1])} điểm)."
    return (
        f"Biểu đồ thanh ngang: điểm tổng hợp trên thang 100 của {len(units)} đơn vị khối {group}, xếp theo thứ hạng; "
        f"{met} đơn vị đạt tất cả tiêu chí. {ends}"
    )
