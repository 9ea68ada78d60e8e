"""Standing: one bar of score per unit of a group, in the order of the standing."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import SIZE, WIDTH, Canvas
from thidua_cli.reports.charts.layout import BAR, PAGE_HEIGHT, Head, Row, Shape, draw, group_units
from thidua_cli.reports.charts.lettering import wrap
from thidua_cli.result import Result, UnitResult

WIDE = Shape(WIDTH, label=226, left=236, right=500, at=508, note=132)
NARROW = Shape(340, label=300, left=1, right=204, at=212, note=128, stacked=True)


def standing_chart(result: Result, group: str) -> Chart:
    """Scores (0 to 100) of the units of ``group``, best first; its height grows with the number of units."""
    return _charts(result, group, None, WIDE)[0]


def standing_charts(
    result: Result, group: str, max_height: float = PAGE_HEIGHT, *, narrow: bool = False
) -> list[Chart]:
    """The same in parts no higher than ``max_height`` units, for pages; ``narrow``: for the width of a phone."""
    return _charts(result, group, max_height, NARROW if narrow else WIDE)


def _charts(result: Result, group: str, page: float | None, shape: Shape) -> list[Chart]:
    units = group_units(result, group)
    rows = [Row(wrap(f"{unit.rank}. {unit.name}", SIZE, shape.label), [_note(unit)]) for unit in units]
    states = {"met", "not_met", *map(prospects.unit_state, units)}
    head = Head(
        key=("xep-hang", group),
        title=f"Điểm tổng hợp và thứ hạng, khối {group}",
        alt=_alt(group, units),
        legend=[(state, prospects.UNIT_STATES[state]) for state in ("met", "not_met", "no_data") if state in states],
        shape=shape,
    )

    def row(canvas: Canvas, index: int, middle: float) -> None:
        unit = units[index]
        length = float(_score(unit)) / 100 * (shape.right - shape.left)
        if length > 0:
            canvas.bar(shape.left, middle - BAR / 2, length, BAR, prospects.unit_state(unit))
        canvas.text(shape.at, middle, rows[index].note)

    def frame(canvas: Canvas, top: float, bottom: float) -> None:
        if not shape.stacked:
            canvas.line(shape.left, top, shape.left, bottom)
            canvas.line(shape.right, top, shape.right, bottom, dashed=True)

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
