"""What the charts have in common: rows that grow with their names, a legend, and parts that fit a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import LINE, SMALL, WIDTH, Canvas, ident
from thidua_cli.reports.charts.lettering import text_width
from thidua_cli.result import MeasureResult, Result, UnitResult

PAGE_HEIGHT = 880
"""Units that fit on one portrait page under a caption: 22 cm where the chart is 16 cm wide."""

BAR = 13.0
_PADDING = 7.0
_LEGEND = 26.0
_SWATCH = 14.0
_FOOT = 4.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a chart: its label and its note, both in lines."""

    label: list[str]
    note: list[str]

    @property
    def height(self) -> float:
        """Height in units, as the longer of label and note asks."""
        return max(len(self.label), len(self.note), 1) * LINE + _PADDING


@dataclass(frozen=True, slots=True)
class Head:
    """What every part of a chart repeats above its rows: its key, title, description, legend and extra height."""

    key: tuple[str, ...]
    title: str
    alt: str
    legend: Sequence[tuple[str, str]]
    extra: float = 0.0


Drawer = Callable[[Canvas, int, float], None]
"""Draws the row of this number, centred on this height."""
Frame = Callable[[Canvas, float, float], None]
"""Draws what stands behind the rows, between these heights."""


def draw(head: Head, rows: Sequence[Row], frame: Frame, drawer: Drawer, page: float | None) -> list[Chart]:
    """The chart in as many parts as ``page`` (units of height; None: no limit) asks, never none."""
    parts = _parts(rows, head.extra, page)
    charts = []
    for number, (first, last) in enumerate(parts, 1):
        mark = f" (phần {number}/{len(parts)})" if len(parts) > 1 else ""
        canvas = Canvas(ident(*head.key, *([str(number)] if mark else [])))
        _legend(canvas, head.legend)
        top = _LEGEND + head.extra
        height = top + sum(row.height for row in rows[first:last])
        frame(canvas, top, height)
        for index in range(first, last):
            drawer(canvas, index, top + rows[index].height / 2)
            top += rows[index].height
        title = head.title + mark
        height += _FOOT
        charts.append(Chart(title, head.alt, canvas.svg(height, title, head.alt), WIDTH, round(height)))
    return charts


def _parts(rows: Sequence[Row], extra: float, page: float | None) -> list[tuple[int, int]]:
    """Runs of rows, as even as the page allows: a last part with two rows on it would look like a mistake."""
    if page is None:
        return [(0, len(rows))]
    most = int(page - _LEGEND - extra - _FOOT)
    count = len(_fill(rows, most))
    # More room never makes more parts, so the least room that still makes as few is found by halving.
    return _fill(rows, bisect_left(range(most), -count, key=lambda room: -len(_fill(rows, room))))


def _fill(rows: Sequence[Row], room: float) -> list[tuple[int, int]]:
    parts, first, used = [], 0, 0.0
    for index, row in enumerate(rows):
        if index > first and used + row.height > room + 0.01:
            parts.append((first, index))
            first, used = index, 0.0
        used += row.height
    return [*parts, (first, len(rows))]


def _legend(canvas: Canvas, entries: Sequence[tuple[str, str]]) -> None:
    x = 1.0
    for fill, words in entries:
        canvas.bar(x, 4, _SWATCH, 11, fill)
        canvas.text(x + _SWATCH + 5, 9.5, [words], size=SMALL)
        x += _SWATCH + 5 + text_width(words, SMALL) + 16


def exact_value(measure: MeasureResult) -> Fraction | None:
    """The measure's value as it is compared with its threshold: percent points where it is a share."""
    try:
        if measure.numerator is not None and measure.denominator:
            value = Fraction(str(measure.numerator)) / measure.denominator
            return value * 100 if measure.percent else value
        return None if measure.value is None else Fraction(measure.value)
    except ValueError:
        return None


def group_units(result: Result, group: str) -> list[UnitResult]:
    """The units of a group in their standing; among equals the result's own order stays."""
    return sorted((unit for unit in result.units if unit.group == group), key=lambda unit: unit.rank)


def verdict_legend(*verdicts: str) -> list[tuple[str, str]]:
    """Legend entries in the verdicts' own words."""
    return [(verdict, wording.verdict_word(verdict)) for verdict in verdicts]
