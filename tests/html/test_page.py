from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from msgspec.structs import replace

from tests.html.outline import Outline
from tests.support.result_plan import WARDS
from tests.support.results import make_result
from thidua_cli.findings import CATALOGUE
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.html import distance, render_html, view
from thidua_cli.reports.html.anchors import Anchors
from thidua_cli.reports.ranks import exclusion_text, outcomes, rank_reasons
from thidua_cli.result import MeasureResult, Result
from thidua_cli.result_inputs import RowRef

_PATH = os.pathsep.join(filter(None, sys.path))

RESULTS = {
    "19 units": make_result(),
    "nobody eligible": make_result(nobody_eligible=True),
    "hostile": make_result(hostile=True),
    "long names": make_result(units=25, long_names=True),
    "one unit": make_result(units=1, persons=1),
    "nothing": make_result(units=0, persons=0),
}


def _page(result: Result) -> Outline:
    return Outline(render_html(result).decode("utf-8"))


def _measures(result: Result) -> list[MeasureResult]:
    return [one for unit in result.units for criterion in unit.criteria for one in criterion.measures]


def _on_time(result: Result) -> MeasureResult:
    return next(one for one in _measures(result) if one.id == "on_time" and one.value is not None)


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", RESULTS)
def test_every_link_leads_somewhere_on_the_page(name: str) -> None:
    """Every link names an id of the page, and no id stands twice."""
    page = _page(RESULTS[name])
    assert len(page.ids) == len(set(page.ids))
    assert [] == [link for link in page.links if not link.startswith("#") or link[1:] not in page.ids]


@pytest.mark.parametrize("name", RESULTS)
def test_page_loads_nothing_and_carries_no_inline_code(name: str) -> None:
    """Nothing is loaded but an empty icon; there is one script, and no handler or style in any tag."""
    page = _page(RESULTS[name])
    assert ["data:,"] == page.loads
    assert 1 == page.scripts
    assert [] == page.handlers


@pytest.mark.parametrize("name", RESULTS)
def test_headings_and_tables_can_be_navigated(name: str) -> None:
    """Heading levels never skip one, every table has a caption, every head cell says what it heads."""
    page = _page(RESULTS[name])
    assert [1, 2] == page.levels[:2]
    assert [] == [pair for pair in zip(page.levels, page.levels[1:], strict=False) if pair[1] > pair[0] + 1]
    assert [] == [table for table in page.tables if not table.caption.strip() or table.unscoped]


@pytest.mark.parametrize("name", RESULTS)
def test_everything_of_the_result_stands_on_the_page(name: str) -> None:
    """Units, persons, reasons, findings, rows, inputs and settings all appear, as text."""
    result = RESULTS[name]
    text = _page(result).text
    rows = [row for one in _measures(result) for row in (*one.against, *one.undecided_rows)]
    wanted = [
        *(unit.name for unit in result.units),
        *(reason for unit in result.units for reason in unit.council_reasons),
        *(words for person in result.individuals for words in (person.name, person.position, *person.reasons)),
        *(one.reason for one in result.proposals),
        *(exclusion_text(one, result) for one in result.exclusions),
        *(words for one in result.findings for words in (one.message, one.hint, one.name)),
        *(f"{row.code} – dòng {row.row}" for row in rows),
        *(one.title for one in result.initiatives),
        *(words for file in result.inputs for words in (file.file, file.sha256)),
        *(sheet.header for file in result.inputs for sheet in file.sheets),
        *result.plan.settings_words,
        *(criterion.citation for criterion in result.plan.criteria),
        result.plan.title,
        result.plan.sha256,
    ]
    assert [] == [words for words in wanted if _flat(words) not in text]


@pytest.mark.parametrize("name", RESULTS)
def test_figures_are_those_of_the_shared_wording(name: str) -> None:
    """Counts, shares, thresholds, shortfalls, scores and money read as in every other file."""
    result = RESULTS[name]
    text = _page(result).text
    infos = wording.measures(result)
    wanted = [
        *(wording.ratio_text(one, infos[one.id]) for one in _measures(result)),
        *(wording.threshold_text(one) for one in _measures(result)),
        *(wording.shortfall_text(one, infos[one.id]) for one in _measures(result)),
        *(f"{wording.score_text(unit)} điểm" for unit in result.units),
        *(wording.money(one.reward_vnd) for one in result.proposals),
    ]
    assert [] == [words for words in wanted if words not in text]


def test_figure_is_never_rounded_across_its_threshold() -> None:
    """9,899 of 10,000 reads 98,99% and below; the page never says 99% of it."""
    result = make_result(units=1, persons=0)
    near = replace(_on_time(result), numerator=9899, denominator=10000, value="98.99", verdict="not_met", shortfall=1)
    unit = result.units[0]
    criteria = [
        replace(criterion, measures=[near if one.id == "on_time" else one for one in criterion.measures])
        for criterion in unit.criteria
    ]
    text = _page(replace(result, units=[replace(unit, criteria=criteria)])).text
    assert "9.899/10.000 hồ sơ (98,99%)" in text
    assert "thấp hơn 0,01 điểm phần trăm" in text
    assert "cần bớt 1 hồ sơ quá hạn" in text


@pytest.mark.parametrize("name", RESULTS)
def test_same_result_gives_the_same_bytes(name: str) -> None:
    """Rendering twice gives the same bytes, with plain line ends."""
    first = render_html(RESULTS[name])
    assert first == render_html(RESULTS[name])
    assert b"\r" not in first


def test_bytes_do_not_depend_on_the_process() -> None:
    """Another process with another hash seed writes the same page."""
    code = (
        "import hashlib, tests.support.results as r, thidua_cli.reports.html as h;"
        "print(hashlib.sha256(h.render_html(r.make_result(5, 5))).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": _PATH},
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(seen)


def test_long_lists_say_how_many_are_left_out() -> None:
    """Where a hundred rows stand for more, the page says how many there are."""
    result = make_result(units=1, persons=0)
    row = RowRef(code="H-1", file="a.xlsx", sheet="S", row=7)
    unit = result.units[0]
    criteria = [
        replace(
            criterion,
            measures=[replace(one, against=[row] * 100, against_total=1234) for one in criterion.measures],
        )
        for criterion in unit.criteria
    ]
    text = _page(replace(result, units=[replace(unit, criteria=criteria)])).text
    assert "Hồ sơ giải quyết quá hạn: 1.234, dưới đây là 100 trường hợp đầu" in text


def test_council_cases_stay_out_of_the_sum() -> None:
    """A commendation's sum counts what is proposed outright; council cases stand in their own table."""
    result = make_result()
    outright = [one for one in result.proposals if not one.council_review]
    assert sum(one.reward_vnd or 0 for one in outright) == sum(award.total for award in view.awards(result))
    reviewed = [one.reason for one in result.proposals if one.council_review]
    assert reviewed == [case.reason for case in view.council_cases(result)][: len(reviewed)]
    assert {unit.id for unit in result.units if unit.council_review} <= {
        case.unit for case in view.council_cases(result)
    }
    assert wording.money_words(sum(one.reward_vnd or 0 for one in outright if not one.individual)) in _page(result).text


def test_tiles_hold_proposals_and_money() -> None:
    """The overview says who is proposed and for how much, and what the council can make of it within the quota."""
    result = make_result()
    quota = {group.name: "2" for group in result.plan.groups}
    groups = [replace(group, quota=quota[group.name]) for group in result.plan.groups]
    tied = [replace(one, council_review=True) for one in result.proposals if not one.individual]
    people = [one for one in result.proposals if one.individual and not one.council_review]
    limited = replace(result, plan=replace(result.plan, groups=groups), proposals=[*tied, *people])
    tiles = {tile.label: tile.value for tile in view.tiles(limited)}
    sure = 450_000 * len(people)
    assert f"0 tập thể, {len(people)} cá nhân" == tiles["Đề nghị khen thưởng"]
    assert f"{wording.money(sure)} đồng" == tiles["Tiền thưởng đề nghị"]
    assert wording.money_range(sure, sure + 4 * 900_000) == tiles["Tiền thưởng sau khi Hội đồng xem xét"]


def test_standings_say_what_decided_and_what_comes_of_it() -> None:
    """Each row carries the tie-breaker that decided it, and what the unit lacks or what it is proposed for."""
    result = make_result()
    text = _page(result).text
    assert [] == [words for words in rank_reasons(result).values() if words not in text]
    assert [] == [words for words in outcomes(result).values() if _flat(words) not in text]
    assert "TC2: cần bớt 1 hồ sơ quá hạn" in text


@pytest.mark.parametrize("name", RESULTS)
def test_no_code_or_command_stands_on_the_page(name: str) -> None:
    """Findings are told by their names; no code of a finding, no option and no command stands in the words."""
    text = _page(RESULTS[name]).text
    assert [] == [code for code in CATALOGUE if re.search(rf"\b{code}\b", text)]
    assert [] == re.findall(r"\bthidua [a-z]+\b|--[a-z]{2,}|\w+\.yaml", text)


@pytest.mark.parametrize(
    ("expected", "value", "threshold", "percent"),
    [
        ("thấp hơn 0,21 điểm phần trăm", "98.79", "99", True),
        ("vượt 2,5 điểm", "82.5", "80", False),
        ("vượt 14 điểm phần trăm", "64", "50", True),
        ("vừa đúng mức yêu cầu", "99.00", "99", True),
        ("", None, "99", True),
        ("", "không rõ", "99", True),
    ],
)
def test_distance_in_words(expected: str, value: str | None, threshold: str, percent: bool) -> None:
    """The distance is the difference of the two figures as printed."""
    measure = replace(_on_time(RESULTS["19 units"]), value=value, threshold=threshold, percent=percent)
    info = wording.measures(RESULTS["19 units"])["par_index"]
    assert expected == prospects.distance_text(measure, info)


def test_bars_share_one_scale_and_keep_their_side() -> None:
    """The bars of one measure start at one place; a hair below the threshold still shows on the left."""
    result = RESULTS["19 units"]
    scales = distance.Scales(result)
    judged = [one for one in _measures(result) if one.id == "on_time" and one.value is not None]
    bars = [bar for bar in map(scales.bar, judged) if bar]
    assert 1 == len({bar.threshold for bar in bars})
    near = scales.bar(replace(judged[0], value="98.9999999", threshold="99"))
    assert near is not None
    assert near.left + near.length == near.threshold
    assert near.left < near.threshold
    assert scales.bar(replace(judged[0], value=None)) is None


def test_anchors_never_meet() -> None:
    """Units whose ids look alike, or have no Latin letter, still get ids of their own."""
    result = RESULTS["19 units"]
    units = [replace(unit, id=id_) for unit, id_ in zip(result.units, ("a b", "a-b", "???", "!", "Đ"), strict=False)]
    anchors = Anchors(replace(result, units=units))
    assert 5 == len({anchors.unit(unit.id) for unit in units})


def test_large_groups_get_no_chart_of_distances() -> None:
    """Above sixty units a group's distances are drawn unit by unit only; the standing is drawn in parts."""
    result = make_result(units=140, persons=0)
    ward = next(group for group in view.groups(result) if group.name == WARDS)
    assert len(ward.units) > view.CHART_UNITS
    assert [] == ward.distances
    assert len(ward.standing.wide) > 1


def test_units_of_a_group_unknown_to_the_plan_are_shown() -> None:
    """A unit whose group the plan does not list still appears, after the plan's groups."""
    result = make_result()
    units = [*result.units[:-1], replace(result.units[-1], group="Khối khác")]
    assert "Khối khác" == view.groups(replace(result, units=units))[-1].name


def test_rendering_loads_no_office_library() -> None:
    """The page needs neither the data stack nor Word, Excel or the rasteriser."""
    heavy = ("pandas", "numpy", "docx", "docxtpl", "openpyxl", "xlsxwriter", "lxml", "resvg_py")
    code = (
        "import sys, tests.support.results as r, thidua_cli.reports.html as h; before = set(sys.modules);"
        f"h.render_html(r.make_result(2, 2)); print([n for n in {heavy} if n in sys.modules and n not in before])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": _PATH},
    )
    assert "[]" == done.stdout.strip()
