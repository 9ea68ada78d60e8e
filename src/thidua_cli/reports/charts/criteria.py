"""Criteria: how many units met each one, did not, could not be judged, or were not concerned."""

from __future__ import annotations

from collections import Counter

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import FILLS, SIZE, SMALL, WIDTH, Canvas
from thidua_cli.reports.charts.layout import Head, Row, Shape, draw, verdict_legend
from thidua_cli.reports.charts.lettering import text_width, wrap
from thidua_cli.result import Result
from thidua_cli.result_plan import CriterionInfo

WIDE = Shape(WIDTH, label=226, left=236, right=516, at=524, note=116)
NARROW = Shape(340, label=300, left=1, right=224, at=232, note=108, stacked=True)
_BAR = 18.0


def criteria_chart(result: Result, *, narrow: bool = False) -> Chart:
    """One row per criterion of the plan: all units, divided by verdict; ``narrow``: for the width of a phone."""
    shape = NARROW if narrow else WIDE
    criteria = result.plan.criteria
    counts = [_counts(result, criterion.id) for criterion in criteria]
    rows = [
        Row(wrap(_label(criterion, result), SIZE, shape.label), [_note(count)])
        for criterion, count in zip(criteria, counts, strict=True)
    ]
    head = Head(
        key=("tieu-chi",),
        title="Số đơn vị theo kết quả từng tiêu chí",
        alt=_alt(result, counts),
        legend=verdict_legend(*FILLS),
        shape=shape,
    )

    def row(canvas: Canvas, index: int, middle: float) -> None:
        _stack(canvas, counts[index], shape, max(len(result.units), 1), middle)
        canvas.text(shape.at, middle, rows[index].note)

    def frame(canvas: Canvas, top: float, bottom: float) -> None:
        if not shape.stacked:
            canvas.line(shape.left, top, shape.left, bottom)

    return draw(head, rows, frame, row, None)[0]


def _stack(canvas: Canvas, count: Counter[str], shape: Shape, total: int, middle: float) -> None:
    x = shape.left
    for verdict in FILLS:
        if not count[verdict]:
            continue
        width = count[verdict] / total * (shape.right - shape.left)
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
    if _applicable(count) and not count["met"] + count["not_met"]:
        return prospects.NOT_KNOWN
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
