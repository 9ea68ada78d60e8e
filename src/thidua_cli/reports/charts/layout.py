"""What the charts have in common: rows that grow with their names, a legend, and parts that fit a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.charts.chart import Chart
from thidua_cli.reports.charts.drawing import LINE, SMALL, Canvas, ident
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
class Shape:
    """Where the columns of a chart stand: the label beside the bar, or (``stacked``, for a phone) above it.

    ``label`` is the room for a label, ``left`` and ``right`` the bar's, ``at`` where the note begins and ``note`` its
    room.
    """

    width: int
    label: float
    left: float
    right: float
    at: float
    note: float
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a chart: its label and its note, both in lines."""

    label: list[str]
    note: list[str]

    def height(self, shape: Shape) -> float:
        """Height in units, as the longer of label and note asks, or both where one stands above the other."""
        lines = max(len(self.label), len(self.note), 1)
        if shape.stacked:
            return (len(self.label) + max(len(self.note), 1)) * LINE + 2 * _PADDING
        return lines * LINE + _PADDING

    def middles(self, shape: Shape, top: float) -> tuple[float, float]:
        """The heights on which the label, and bar and note, are centred in a row that begins at ``top``."""
        if not shape.stacked:
            middle = top + self.height(shape) / 2
            return middle, middle
        label = len(self.label) * LINE
        return top + _PADDING / 2 + label / 2, top + _PADDING + label + max(len(self.note), 1) * LINE / 2


@dataclass(frozen=True, slots=True)
class Head:
    """What every part of a chart repeats above its rows: its key, title, description, legend, shape, extra height."""

    key: tuple[str, ...]
    title: str
    alt: str
    legend: Sequence[tuple[str, str]]
    shape: Shape
    extra: float = 0.0


Drawer = Callable[[Canvas, int, float], None]
"""Draws the row of this number, centred on this height."""
Frame = Callable[[Canvas, float, float], None]
"""Draws what stands behind the rows, between these heights."""


def draw(head: Head, rows: Sequence[Row], frame: Frame, drawer: Drawer, page: float | None) -> list[Chart]:
    """The chart in as many parts as ``page`` (units of height; None: no limit) asks, never none."""
    shape, legend = head.shape, _legend_lines(head)
    room = None if page is None else page - head.extra - legend * _LEGEND - _FOOT
    parts = _parts([row.height(shape) for row in rows], room)
    charts = []
    for number, (first, last) in enumerate(parts, 1):
        mark = f" (phần {number}/{len(parts)})" if len(parts) > 1 else ""
        key = [*head.key, *([str(number)] if mark else []), *(["hep"] if shape.stacked else [])]
        canvas = Canvas(ident(*key), shape.width)
        _legend(canvas, head)
        top = legend * _LEGEND + head.extra
        height = top + sum(row.height(shape) for row in rows[first:last])
        frame(canvas, top, height)
        for index in range(first, last):
            label, middle = rows[index].middles(shape, top)
            side: tuple[float, str] = (1, "start") if shape.stacked else (shape.label, "end")
            canvas.text(side[0], label, rows[index].label, anchor=side[1])
            drawer(canvas, index, middle)
            top += rows[index].height(shape)
        title = head.title + mark
        height += _FOOT
        charts.append(Chart(title, head.alt, canvas.svg(height, title, head.alt), shape.width, round(height)))
    return charts


def _parts(heights: Sequence[float], room: float | None) -> list[tuple[int, int]]:
    """Runs of rows, as even as the room allows: a last part with two rows on it would look like a mistake."""
    if room is None:
        return [(0, len(heights))]
    most = int(room)
    count = len(_fill(heights, most))
    # More room never makes more parts, so the least room that still makes as few is found by halving.
    return _fill(heights, bisect_left(range(most), -count, key=lambda less: -len(_fill(heights, less))))


def _fill(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    parts, first, used = [], 0, 0.0
    for index, height in enumerate(heights):
        if index > first and used + height > room + 0.01:
            parts.append((first, index))
            first, used = index, 0.0
        used += height
    return [*parts, (first, len(heights))]


def _legend(canvas: Canvas, head: Head) -> None:
    for line, x, fill, words in _legend_places(head):
        canvas.bar(x, line * _LEGEND + 4, _SWATCH, 11, fill)
        canvas.text(x + _SWATCH + 5, line * _LEGEND + 9.5, [words], size=SMALL)


def _legend_places(head: Head) -> list[tuple[int, float, str, str]]:
    """Line and place of each entry of the legend: it goes on in the next line where the chart is narrow."""
    found: list[tuple[int, float, str, str]] = []
    line, x = 0, 1.0
    for fill, words in head.legend:
        width = _SWATCH + 5 + text_width(words, SMALL)
        if found and x + width > head.shape.width:
            line, x = line + 1, 1.0
        found.append((line, x, fill, words))
        x += width + 16
    return found


def _legend_lines(head: Head) -> int:
    return max((line + 1 for line, *_ in _legend_places(head)), default=1)


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
