from __future__ import annotations

import os
import struct
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from tests.support.result_plan import ROOMS, WARDS
from tests.support.results import make_result
from thidua_cli.reports import wording
from thidua_cli.reports.charts import (
    Chart,
    criteria_chart,
    standing_chart,
    standing_charts,
    threshold_chart,
    threshold_charts,
)
from thidua_cli.reports.charts.layout import PAGE_HEIGHT
from thidua_cli.reports.charts.lettering import text_width, wrap
from thidua_cli.result import MeasureResult, Result, UnitResult

SVG = "{http://www.w3.org/2000/svg}"


def _charts(result: Result) -> list[Chart]:
    return [
        criteria_chart(result),
        *(standing_chart(result, group) for group in (WARDS, ROOMS)),
        *(threshold_chart(result, measure.id, WARDS) for measure in result.plan.measures),
    ]


def _texts(chart: Chart) -> list[str]:
    return ["".join(node.itertext()) for node in ET.fromstring(chart.svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def _bars(chart: Chart, verdict: str) -> list[tuple[float, float]]:
    """Left edge and width of the bars of a verdict; the first one is the legend's."""
    nodes = [node for node in ET.fromstring(chart.svg).iter(f"{SVG}rect") if node.get("class") == f"c-{verdict}"]  # noqa: S314
    return [(float(node.get("x", "0")), float(node.get("width", "0"))) for node in nodes][1:]


def _with_measure(result: Result, measure: MeasureResult) -> Result:
    """The result with this measure in the first ward."""
    unit = next(unit for unit in result.units if unit.group == WARDS)
    criteria = [
        replace(criterion, measures=[measure if one.id == measure.id else one for one in criterion.measures])
        for criterion in unit.criteria
    ]
    return replace(result, units=[replace(unit, criteria=criteria)])


def _on_time(unit: UnitResult) -> MeasureResult:
    return next(one for criterion in unit.criteria for one in criterion.measures if one.id == "on_time")


def test_standing_shows_every_unit_with_its_figures_in_order() -> None:
    """The standing chart writes each unit's rank, name and score, best first."""
    result = make_result()
    units = sorted((unit for unit in result.units if unit.group == WARDS), key=lambda unit: unit.rank)
    labels = [text for text in _texts(standing_chart(result, WARDS)) if text[:1].isdigit() and ". " in text]
    assert [f"{unit.rank}. {unit.name}" for unit in units] == labels
    joined = "\n".join(_texts(standing_chart(result, WARDS)))
    assert [] == [unit.name for unit in units if f"{wording.score_text(unit)} (" not in joined]


def test_figure_just_below_its_threshold_is_drawn_and_written_below() -> None:
    """9,899 of 10,000 stands left of the 99 % line and is never written as 99 %."""
    result = make_result()
    near = replace(
        _on_time(result.units[0]), numerator=9899, denominator=10000, value="98.99", verdict="not_met", shortfall=1
    )
    chart = threshold_chart(_with_measure(result, near), "on_time", WARDS)
    line = next(node for node in ET.fromstring(chart.svg).iter(f"{SVG}line") if node.get("class") == "c-strong")  # noqa: S314
    ((left, width),) = _bars(chart, "not_met")
    assert float(line.get("x1", "0")) == pytest.approx(left + width)
    assert "98,99%; cần bớt 1 hồ sơ quá hạn" in _texts(chart)


def test_value_on_the_threshold_is_marked_on_the_line() -> None:
    """A value that equals its threshold gets a mark on the line instead of a bar."""
    result = make_result()
    exact = replace(_on_time(result.units[0]), numerator=99, denominator=100, value="99", verdict="met", shortfall=0)
    chart = threshold_chart(_with_measure(result, exact), "on_time", WARDS)
    assert [] == _bars(chart, "met")
    assert 1 == chart.svg.count("<polygon")


def test_criteria_chart_counts_every_unit_once() -> None:
    """Each criterion's bar segments together are as long as all units, and the note counts who met it."""
    result = make_result()
    chart = criteria_chart(result)
    met = sum(
        criterion.verdict == "met" for unit in result.units for criterion in unit.criteria if criterion.id == "tc1"
    )
    assert f"{met}/19 đơn vị đạt" in _texts(chart)
    segments = [width for verdict in wording.VERDICT_SYMBOLS for _, width in _bars(chart, verdict)]
    assert len(result.plan.criteria) * 280 == pytest.approx(sum(segments), abs=2)


def test_many_units_are_split_into_parts_that_fit_a_page() -> None:
    """Sixty units with long names give parts that each fit a page and together hold every unit once."""
    result = make_result(units=120, long_names=True)
    for parts in (standing_charts(result, WARDS), threshold_charts(result, "on_time", WARDS)):
        assert len(parts) > 1
        assert [] == [part.height for part in parts if part.height > PAGE_HEIGHT]
        assert f"(phần 1/{len(parts)})" in parts[0].title
    whole, legend = _texts(standing_chart(result, WARDS)), 3
    parts = standing_charts(result, WARDS)
    assert whole[legend:] == [text for part in parts for text in _texts(part)[legend:]]


def test_no_label_is_wider_than_its_column() -> None:
    """Long names wrap, a single endless word breaks: no line leaves the drawing, nothing is cut."""
    for name in ("Phòng Lao động - Thương binh và Xã hội thành phố Hồng Ngự", "Rấtdài" * 40):
        lines = wrap(name, 13, 200)
        assert [] == [line for line in lines if text_width(line, 13) > 200]
        assert name.replace(" ", "") == "".join(lines).replace(" ", "")


def test_letters_with_marks_are_as_wide_as_their_base() -> None:
    """Composed and decomposed Vietnamese letters are measured alike."""
    assert text_width("Hong", 10) == text_width("Hồng", 10) == text_width("Ho\u0302\u0300ng", 10)
    assert text_width("ư", 10) == text_width("ự", 10) > text_width("u", 10)


def test_ids_differ_between_the_charts_of_one_page() -> None:
    """No two charts of one page share an id, so that no pattern or title is mistaken for another's."""
    ids = [
        node.get("id")
        for chart in _charts(make_result())
        for node in ET.fromstring(chart.svg).iter()  # noqa: S314
        if node.get("id")
    ]
    assert len(ids) == len(set(ids))


def test_every_chart_says_in_words_what_it_shows() -> None:
    """Title and description stand inside the drawing and as attributes of the chart."""
    for chart in _charts(make_result()):
        root = ET.fromstring(chart.svg)  # noqa: S314
        assert chart.title == root.findtext(f"{SVG}title")
        assert chart.alt == root.findtext(f"{SVG}desc")
        assert "img" == root.get("role")
        assert len(chart.alt) < 1000


def test_empty_group_still_gives_a_chart() -> None:
    """A result without units draws empty charts that say so."""
    result = make_result(units=0, persons=0)
    assert "Khối Xã, phường không có đơn vị nào." == standing_chart(result, WARDS).alt
    assert "không có đơn vị nào" in threshold_chart(result, "on_time", WARDS).alt
    assert criteria_chart(result).png(1).startswith(b"\x89PNG")


def test_hostile_names_stay_text() -> None:
    """Markup and control characters in names are text in the drawing, which still parses."""
    result = make_result(hostile=True)
    unit = replace(result.units[0], name="<script>alert(1)</script>\x00\x1b ]]> & đơn vị")
    chart = standing_chart(replace(result, units=[unit]), unit.group)
    assert "<script" not in chart.svg
    assert "1. <script>alert(1)</script> ]]> & đơn vị" == " ".join(_texts(chart)[2:-1])


def test_same_result_gives_the_same_bytes() -> None:
    """Drawing and picture are the same bytes every time, and the picture has the size that was asked for."""
    first, second = standing_chart(make_result(), WARDS), standing_chart(make_result(), WARDS)
    assert first.svg == second.svg
    picture = first.png(2)
    assert picture == second.png(2)
    assert (first.width * 2, first.height * 2) == struct.unpack(">II", picture[16:24])


def test_vietnamese_letters_come_from_the_bundled_font() -> None:
    """A letter with stacked marks is drawn, not replaced by a box: its picture differs from an unknown character's."""
    result = make_result(units=1)
    pictures = {
        name: standing_chart(replace(result, units=[replace(result.units[0], name=name)]), WARDS).png(1)
        for name in ("ự", "ử", "\U000e0fff")
    }
    assert 3 == len(set(pictures.values()))


def test_rasteriser_is_loaded_only_for_pictures() -> None:
    """Importing the charts and drawing SVG loads neither the rasteriser nor any plotting library."""
    heavy = ("resvg_py", "matplotlib", "numpy")
    code = f"import sys, thidua_cli.reports.charts; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert "[]" == done.stdout.strip()
