"""Criteria: how many units met each one, did not, could not be judged, or were not concerned."""

from __future__ import annotations

from collections import Counter

from thidua_cli.reports import wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import FILLS, SIZE, SMALL, Canvas
from thidua_cli.reports.charts.layout import Head, Row, draw, verdict_legend
from thidua_cli.reports.charts.lettering import text_width, wrap
from thidua_cli.result import Result
from thidua_cli.result_plan import CriterionInfo

_LABEL = 226.0
_LEFT = 236.0
_RIGHT = 516.0
_BAR = 18.0


def criteria_chart(result: Result) -> Chart:
    """One row per criterion of the plan: all units, divided by verdict, with their numbers."""
    criteria = result.plan.criteria
    counts = [_counts(result, criterion.id) for criterion in criteria]
    rows = [
        Row(wrap(_label(criterion, result), SIZE, _LABEL), [_note(count)])
        for criterion, count in zip(criteria, counts, strict=True)
    ]
    head = Head(
        key=("tieu-chi",),
        title="Số đơn vị theo kết quả từng tiêu chí",
        alt=_alt(result, counts),
        legend=verdict_legend(*FILLS),
    )

    def row(canvas: Canvas, index: int, middle: float) -> None:
        canvas.text(_LABEL, middle, rows[index].label, anchor="end")
        _stack(canvas, counts[index], max(len(result.units), 1), middle)
        canvas.text(_RIGHT + 8, middle, rows[index].note)

    return draw(head, rows, lambda canvas, top, bottom: canvas.line(_LEFT, top, _LEFT, bottom), row, None)[0]


def _stack(canvas: Canvas, count: Counter[str], total: int, middle: float) -> None:
    x = _LEFT
    for verdict in FILLS:
        if not count[verdict]:
            continue
        width = count[verdict] / total * (_RIGHT - _LEFT)
        canvas.bar(x, middle - _BAR / 2, width, _BAR, verdict)
        number = str(count[verdict])
        room = text_width(number, SMALL)
        if width > room + 4:
            # A plain ground under the number: it must stay legible on every pattern, also in print.
            canvas.plate(x + width / 2, middle, min(room + 8, width - 2), _BAR - 4)
            canvas.text(x + width / 2, middle, [number], anchor="middle", size=SMALL)
        x += width


def _counts(result: Result, criterion_id: str) -> Counter[str]:
    return Counter(
        criterion.verdict for unit in result.units for criterion in unit.criteria if criterion.id == criterion_id
    )


def _applicable(count: Counter[str]) -> int:
    return sum(count.values()) - count["not_applicable"]


def _note(count: Counter[str]) -> str:
    return f"{count['met']}/{_applicable(count)} đơn vị đạt"


def _label(criterion: CriterionInfo, result: Result) -> str:
    return f"{wording.criterion_name(criterion.id, result)}. {criterion.short_title or criterion.title}"


def _alt(result: Result, counts: list[Counter[str]]) -> str:
    parts = [
        f"{wording.criterion_name(criterion.id, result)}: {count['met']} đạt, {count['not_met']} không đạt, "
        f"{count['no_data']} chưa đủ số liệu, {count['not_applicable']} không áp dụng"
        for criterion, count in zip(result.plan.criteria, counts, strict=True)
    ]
    return f"Biểu đồ thanh chồng: {len(result.units)} đơn vị chia theo kết quả từng tiêu chí. " + "; ".join(parts) + "."
