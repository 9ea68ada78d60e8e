"""The charts of the Word files: the same drawings as on the page, drawn only when a template embeds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from thidua_cli.reports.totals import measure_of
from thidua_cli.reports.word.facts import Picture
from thidua_cli.result import MeasureResult, Result, UnitResult

if TYPE_CHECKING:
    from thidua_cli.reports.charts import Chart

Charts = Mapping[str, bytes] | Callable[[str, str], Sequence[Picture]] | None
_WIDTH_MM = 160.0
_UNITS_SHOWN = 20
_SCALE = 1.5
"""Pixels to a chart unit: 152 to the inch."""
_PAGE_HEIGHT = 780.0
"""Chart units (40 to a centimetre) that fit on a page under a heading and over a caption."""


def chart_source(result: Result, charts: Charts) -> Callable[[str, str], Sequence[Picture]]:
    """One function ``(kind, key)`` for whatever way the caller gives charts; None means those of the reports."""
    if charts is None:
        return partial(_drawn, result)
    if callable(charts):
        return charts
    given = charts

    def find(kind: str, key: str) -> Sequence[Picture]:
        png = given.get(f"{kind}:{key}" if key else kind)
        return [Picture(key or kind, f"Biểu đồ: {key or kind}", _WIDTH_MM, lambda: png)] if png else []

    return find


def _drawn(result: Result, kind: str, key: str) -> Sequence[Picture]:
    from thidua_cli.reports import charts

    if not result.units:
        return []
    if kind == "overview":
        return [_picture(charts.criteria_chart(result))]
    if kind == "group":
        members = [unit for unit in result.units if unit.group == key]
        return [_picture(one) for one in charts.standing_charts(result, key, _PAGE_HEIGHT)] if _ranked(members) else []
    return [_picture(one) for one in _thresholds(result, key)]


def _thresholds(result: Result, criterion: str) -> list[Chart]:
    """Distance to the threshold, for each requirement and group where it says something and the group fits a page."""
    from thidua_cli.reports.charts import threshold_charts

    needs = next((info.requirements for info in result.plan.criteria if info.id == criterion), [])
    made: list[Chart] = []
    for need in needs:
        for group in dict.fromkeys(unit.group for unit in result.units):
            units = [unit for unit in result.units if unit.group == group]
            judged = [one for unit in units if (one := measure_of(unit, need.measure, criterion))]
            if len(units) <= _UNITS_SHOWN and _tells(judged):
                made += threshold_charts(result, need.measure, group, _PAGE_HEIGHT)
    return made


def _tells(judged: Sequence[MeasureResult]) -> bool:
    """Whether bars say more than the sentence above them: somebody missed it, and not all have the same value."""
    missed = [one for one in judged if one.verdict == "not_met" and one.value is not None]
    return bool(missed) and len({one.value for one in judged}) > 1


def _ranked(units: Sequence[UnitResult]) -> bool:
    """Whether a chart of scores says more than the table beside it: they differ, and the group fits a page."""
    return len(units) <= _UNITS_SHOWN and len({unit.score for unit in units}) > 1


def _picture(chart: Chart) -> Picture:
    return Picture(chart.title, chart.alt, _WIDTH_MM * chart.width / 640, partial(chart.png, _SCALE))
