"""What comes of each unit and person, and what open rows can make of it: real results in every state."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from tests.excel.books import read_book
from tests.support.results import make_result
from tests.support.tables import PLAN, dossier, dossiers, register
from tests.word.situations import situation
from thidua_cli.findings import CATALOGUE, Finding
from thidua_cli.intake.tables import Intake, IntakeFile
from thidua_cli.pipeline import judge
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.cases import person_outcomes, persons_of
from thidua_cli.reports.charts import criteria_chart, standing_chart
from thidua_cli.reports.excel import render_xlsx
from thidua_cli.reports.html import render_html
from thidua_cli.reports.html.view import tiles
from thidua_cli.reports.ranks import EQUAL, conclusions, exclusion_text, outcomes, rank_reason, rank_reasons
from thidua_cli.reports.word.awards import Awards
from thidua_cli.result import MeasureResult, Result, UnitResult

STATES = ("several", "tied", "excluded", "nobody", "undecided", "no data")


def _measure(unit: UnitResult, name: str) -> MeasureResult:
    return next(one for criterion in unit.criteria for one in criterion.measures if one.id == name)


def test_a_decision_that_puts_somebody_in_is_told_with_its_reason() -> None:
    """The unit is proposed, and lists, request, page and workbook say who decided that and why."""
    found = make_result()
    said = "Đưa vào theo quyết định của Hội đồng: thành tích đột xuất"
    first = next(one for one in found.proposals if one.individual is None)
    rest = [one for one in found.proposals if one is not first]
    decided = replace(first, decided=True, council_review=False, reason=said)
    result = replace(found, proposals=[decided, *rest])
    assert f"Đề nghị khen thưởng. {said}." == conclusions(result)[first.unit]
    awards = Awards(result)
    row = next(row for row in awards.collectives() if row["ten"] == wording.units(result)[first.unit].name)
    assert str(row["thanh_tich"]).endswith(f"{said}.")
    assert f"{row['ten']} ({said[0].lower()}{said[1:]})" in awards.request(wording.units(result)[first.unit].group, "")


def test_a_person_of_a_lower_level_is_told_both_levels() -> None:
    """The level that a person has and the one that the plan accepts, not the criterion's title, which says another."""
    reasons = [reason for person in situation("nobody").individuals for reason in person.reasons]
    said = "Xếp loại “Hoàn thành tốt nhiệm vụ”; kế hoạch yêu cầu “Hoàn thành xuất sắc nhiệm vụ”."
    assert said in reasons
    assert [] == [reason for reason in reasons if reason.startswith("Không đạt: Hoàn thành tốt")]


def test_whom_a_decision_keeps_out_is_told_so_everywhere() -> None:
    """Eligible persons and units that met everything, taken off by the council: reason, tile and page say it."""
    result = situation("excluded")
    found = person_outcomes(result)
    for who, person in persons_of(result).items():
        if person.eligible:
            assert "excluded" == found[who].state
            assert "Loại theo quyết định của Hội đồng" in found[who].reasons[-1]
    met = [unit for unit in result.units if unit.all_met]
    assert [] == [unit.id for unit in met if "Loại theo quyết định" not in conclusions(result)[unit.id]]
    assert [] == [unit.id for unit in met if "Loại theo quyết định" not in outcomes(result)[unit.id]]
    notes = [tile.note for tile in tiles(result)]
    assert f"trong đó {len(met)} tập thể không được đề nghị" in notes


@pytest.mark.parametrize("state", STATES)
def test_every_unit_and_person_has_a_conclusion(state: str) -> None:
    """Nobody is left without a word on what comes of it, on the page as in the workbook."""
    result = situation(state)
    page, book = render_html(result).decode(), read_book(render_xlsx(result))
    said = conclusions(result)
    assert {unit.id for unit in result.units} == {unit for unit, text in said.items() if text.endswith(".")}
    flat = re.sub(r"\s+", " ", page)
    assert len(result.units) == flat.count("<b>Kết quả xét:</b>")
    assert set(persons_of(result)) == set(person_outcomes(result))
    words = {one.words for one in person_outcomes(result).values()}
    assert words <= {str(cell) for row in book["Cá nhân"] for cell in row}


def test_who_is_out_by_its_figures_is_told_what_is_lacking() -> None:
    """Each requirement with its figure and shortfall, in cases or, where no case says it, in points."""
    result = make_result()
    told = [exclusion_text(one, result) for one in result.exclusions if one.individual is None]
    assert any("cần bớt 1 hồ sơ quá hạn" in text and "yêu cầu ≥ 99%" in text for text in told)
    info = wording.measures(result)["par_index"]
    short = replace(_measure(result.units[0], "par_index"), verdict="not_met", value="79.75", numerator="79.75")
    assert "còn thiếu 0,25 điểm" == wording.shortfall_text(short, info)
    assert "thấp hơn 0,25 điểm" == prospects.distance_text(short, info)


def test_units_that_nothing_sets_apart_are_told_so_in_every_report() -> None:
    """Page and workbook say in the same words that equals are equal."""
    result = make_result(units=3, persons=0)
    equal = replace(
        result, units=[replace(unit, rank=1, tied=True, decided_by=None, group="Xã, phường") for unit in result.units]
    )
    assert [EQUAL] * 3 == [rank_reason(unit, rank_reasons(equal).get(unit.id)) for unit in equal.units]
    assert 3 == render_html(equal).decode().count(EQUAL)
    assert 3 == [cell for row in read_book(render_xlsx(equal))["Xếp hạng"] for cell in row].count(EQUAL)


def _open_result() -> Result:
    """98 dossiers on time, one late, one whose end cannot be read: 99 percent or 98."""
    rows = [dossier(n) for n in range(1, 99)]
    rows += [dossier(99, ended="20/03/2021"), dossier(100, ended="31/11/2021")]
    tables = [register(), dossiers(rows)]
    files = [IntakeFile(table.receipt.file, "0" * 64) for table in tables]
    return judge(Intake(files, tables, []), PLAN, date(2021, 12, 31))


def test_an_open_row_says_its_cell_what_to_enter_and_what_it_decides() -> None:
    """For each row that is not understood: the cell, the remedy, and the verdict if it counts and if it does not."""
    result = _open_result()
    one = _measure(result.unit("phuong-an-loc"), "on_time")
    (row,) = one.undecided_rows
    assert [row.row] == [int(cell.cell[1:]) for cell in row.cells]
    info = wording.measures(result)["on_time"]
    said = prospects.outlook_text(one, info)
    assert "99/100 hồ sơ (99%), đạt" in said
    assert "98/100 hồ sơ (98%), không đạt" in said
    page = re.sub(r"\s+", " ", render_html(result).decode())
    assert said in page
    assert f"Ô {row.cells[0].cell}: {row.cells[0].message} {row.cells[0].hint}" in page
    assert any(said in str(cell) for line in read_book(render_xlsx(result))["Hồ sơ cần xem"] for cell in line)


def test_a_unit_that_failed_nothing_is_not_shown_as_failing() -> None:
    """Chart and filter have a class of their own for units that lack data; the share of none judged is no 0%."""
    result = situation("undecided")
    lacking = [unit for unit in result.units if prospects.unit_state(unit) == "no_data"]
    assert lacking
    assert "Chưa đủ số liệu để kết luận" in standing_chart(result, lacking[0].group).svg
    assert '<option value="no_data">Chưa đủ số liệu để kết luận</option>' in render_html(result).decode()
    chart = criteria_chart(result).svg
    assert prospects.NOT_KNOWN in chart
    assert not re.search(r">0/[1-9]\d* đơn vị đạt", chart) or any(
        one.verdict == "not_met" for unit in result.units for one in unit.criteria
    )


def test_no_hint_speaks_of_the_tool() -> None:
    """What a unit can do stands in the hint, what the operator can type in the command."""
    assert [] == [
        code
        for code, kind in CATALOGUE.items()
        if re.search(r"từ vựng|--\w|\bthidua\b", Finding(code, kind.example).hint())
    ]
