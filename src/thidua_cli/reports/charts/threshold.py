"""Distance to a threshold: one bar per unit, growing from the threshold to the value.

The bars start at the threshold, not at zero: what matters between 98,79% and 99% is the side and the distance. The side
is taken from exact fractions, so that no drawing shows 9,899 of 10,000 on the line.
"""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import SIZE, SMALL, WIDTH, Canvas
from thidua_cli.reports.charts.layout import (
    BAR,
    PAGE_HEIGHT,
    Head,
    Row,
    Shape,
    draw,
    exact_value,
    group_units,
    verdict_legend,
)
from thidua_cli.reports.charts.lettering import text_width, wrap
from thidua_cli.result import MeasureResult, Result, UnitResult
from thidua_cli.result_plan import MeasureInfo

WIDE = Shape(WIDTH, label=206, left=220, right=420, at=434, note=204)
NARROW = Shape(340, label=300, left=8, right=128, at=146, note=170, stacked=True)
_LEAST = 3.0
_HEAD = 22.0


def threshold_chart(result: Result, measure_id: str, group: str) -> Chart:
    """The distance of every unit of ``group`` to the threshold of ``measure_id``; its height grows with the units."""
    return _charts(result, measure_id, group, None, WIDE)[0]


def threshold_charts(
    result: Result, measure_id: str, group: str, max_height: float = PAGE_HEIGHT, *, narrow: bool = False
) -> list[Chart]:
    """The same in parts no higher than ``max_height`` units, for pages; ``narrow``: for the width of a phone."""
    return _charts(result, measure_id, group, max_height, NARROW if narrow else WIDE)


def _charts(result: Result, measure_id: str, group: str, page: float | None, shape: Shape) -> list[Chart]:
    info = wording.measures(result).get(measure_id)
    judged = [(unit, measure) for unit in group_units(result, group) if (measure := _measure(unit, measure_id))]
    rows = [
        Row(wrap(unit.name, SIZE, shape.label), wrap(_note(measure, info), SMALL, shape.note))
        for unit, measure in judged
    ]
    name = info.name if info else measure_id
    limit = f"Yêu cầu {wording.threshold_text(judged[0][1])}" if judged else ""
    head = Head(
        key=("nguong", measure_id, group),
        title=f"{name}: khoảng cách tới yêu cầu, khối {group}",
        alt=_alt(name, group, judged),
        legend=verdict_legend("met", "not_met", "no_data"),
        shape=shape,
        extra=_HEAD,
    )
    scale = _Scale.of([measure for _, measure in judged], shape)

    def row(canvas: Canvas, index: int, middle: float) -> None:
        if shape.stacked:
            canvas.line(scale.zero, middle - BAR, scale.zero, middle + BAR, strong=True)
        _bar(canvas, scale, judged[index][1], middle)
        canvas.text(shape.at, middle, rows[index].note, size=SMALL)

    def frame(canvas: Canvas, top: float, bottom: float) -> None:
        half = text_width(limit, SMALL) / 2
        canvas.text(
            min(max(scale.zero, shape.left + half), shape.at + half),
            top - _HEAD / 2 - 2,
            [limit],
            anchor="middle",
            size=SMALL,
        )
        if not shape.stacked:
            # Where labels stand above the bars each bar has its own piece of the line.
            canvas.line(scale.zero, top - 4, scale.zero, bottom, strong=True)

    return draw(head, rows, frame, row, page)


class _Scale:
    """Places on the axis: from the least to the greatest of values and threshold."""

    def __init__(self, least: Fraction, greatest: Fraction, threshold: Fraction, shape: Shape) -> None:
        self._least, self._shape = least, shape
        self._span = (greatest - least) or Fraction(1)
        self.threshold = threshold
        self.zero = self.at(threshold)

    @classmethod
    def of(cls, measures: list[MeasureResult], shape: Shape) -> _Scale:
        """A scale that holds every value of ``measures`` and their threshold."""
        threshold = _threshold(measures[0]) if measures else Fraction(0)
        values = [value for value in map(exact_value, measures) if value is not None]
        return cls(min([*values, threshold]), max([*values, threshold]), threshold, shape)

    def at(self, value: Fraction) -> float:
        """The place of a value on the axis."""
        left, right = self._shape.left, self._shape.right
        return left + float((value - self._least) / self._span) * (right - left)


def _bar(canvas: Canvas, scale: _Scale, measure: MeasureResult, middle: float) -> None:
    value = exact_value(measure)
    if value is None:
        return
    if value == scale.threshold:
        canvas.diamond(scale.zero, middle, BAR / 2, measure.verdict)
        return
    length = max(abs(scale.at(value) - scale.zero), _LEAST)
    left = scale.zero if value > scale.threshold else scale.zero - length
    canvas.bar(left, middle - BAR / 2, length, BAR, measure.verdict)


def _measure(unit: UnitResult, measure_id: str) -> MeasureResult | None:
    found = (measure for criterion in unit.criteria for measure in criterion.measures if measure.id == measure_id)
    return next(found, None)


def _threshold(measure: MeasureResult) -> Fraction:
    try:
        return Fraction(measure.threshold)
    except ValueError:
        return Fraction(0)


def _note(measure: MeasureResult, info: MeasureInfo | None) -> str:
    if measure.verdict in ("no_data", "not_applicable"):
        words = wording.verdict_word(measure.verdict)
        known = f"{wording.figure(measure)}, " if measure.value is not None else ""
        reason = wording.reason_text(measure.reason)
        return f"{known}{words.lower() if known else words}{f' ({reason})' if reason else ''}"
    lack = wording.shortfall_text(measure, info)
    return wording.figure(measure) + (f"; {lack}" if lack else "")


def _alt(name: str, group: str, judged: list[tuple[UnitResult, MeasureResult]]) -> str:
    if not judged:
        return f"{name}: khối {group} không có đơn vị nào để so sánh."
    count = {verdict: sum(measure.verdict == verdict for _, measure in judged) for verdict in ("met", "not_met")}
    short = [f"{unit.name} {wording.figure(measure)}" for unit, measure in judged if measure.verdict == "not_met"]
    listed = "; ".join(short[:10]) + (f" và {len(short) - 10} đơn vị khác" if len(short) > 10 else "")
    return (
        f"Biểu đồ thanh ngang tính từ mức yêu cầu {wording.threshold_text(judged[0][1])}: {name.lower()} của "
        f"{len(judged)} đơn vị khối {group}; {count['met']} đơn vị đạt, {count['not_met']} đơn vị không đạt, "
        f"{len(judged) - count['met'] - count['not_met']} đơn vị không xét hoặc chưa đủ số liệu."
        + (f" Không đạt: {listed}." if listed else "")
    )
