"""What stopped people in their first hour with the program."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.cases.facts import Answer, Measure
from tests.cases.running import HERE
from thidua_cli.checking import check
from thidua_cli.errors import PlanError
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan
from thidua_cli.plan.show import describe

FOLDER = HERE / "first-hour"
UNITS = ["Phòng Y tế", "Phường An Lạc", "Phường An Lộc"]


def answer(name: str) -> Answer:
    """What the program answers to one input."""
    return msgspec.json.decode(score([FOLDER / name], load_plan()).to_json(), type=Answer)


def measures(found: Answer, name: str) -> list[Measure]:
    """One measure of every unit."""
    return [unit.measure(name) for unit in found.units]


def codes(found: Answer) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in found.findings}


def test_a_saved_screen_is_no_data() -> None:
    """The program's own screen output, saved in the folder of data, is left out and said."""
    found = answer("own-screen-output-in-data-folder")
    assert ["so-lieu.xlsx"] == [file.file for file in found.inputs]
    assert UNITS == sorted(unit.name for unit in found.units)
    assert "own_output" in codes(found)


def test_a_blank_sheet_of_initiatives_is_not_filled_in() -> None:
    """A header without rows says nothing yet: no unit has failed for want of an initiative."""
    found = answer("blank-initiatives-sheet-header-only.xlsx")
    assert {"no_data"} == {measure.verdict for measure in measures(found, "initiatives")}
    assert "empty_table" in codes(found)


def test_dossiers_of_another_year_are_no_evidence() -> None:
    """A list whose dates are all of 2022 does not say that 2021 was without cases."""
    found = answer("data-of-2022-under-plan-2021.xlsx")
    for name in ("on_software", "on_time", "online_34"):
        assert {"no_data"} == {measure.verdict for measure in measures(found, name)}
    assert "other_period" in codes(found)


def test_a_quarter_is_no_year() -> None:
    """The form of one quarter is no evidence for the year."""
    found = answer("statistics-form-of-one-quarter-taken-as-year.xlsx")
    for name in ("on_time", "online_34"):
        assert {"no_data"} == {measure.verdict for measure in measures(found, name)}
    assert "other_period" in codes(found)


def test_four_quarters_are_the_year() -> None:
    """The forms of four quarters on four sheets add up."""
    found = answer("statistics-four-quarters-four-sheets.xlsx")
    expected = {"Phòng Y tế": (360, 400), "Phường An Lạc": (366, 406), "Phường An Lộc": (366, 406)}
    for unit in found.units:
        done, received = unit.measure("on_time"), unit.measure("on_software")
        assert expected[unit.name] == (done.numerator, received.denominator)
    assert set() == codes(found) & {"period_conflict", "other_period"}


def test_leaders_go_by_their_abbreviations() -> None:
    """P.TP, Phó TP and Phó GĐ are leaders: no one of them is eligible in a unit that failed a criterion."""
    people = answer("leader-abbreviations-not-seen-as-leaders.xlsx").individuals
    assert [(True, False)] * 4 == [(one.leader, one.eligible) for one in people]


def test_a_note_after_a_name_hides_no_dossier() -> None:
    """The person with a note in brackets is the officer of ten late dossiers."""
    (person,) = score([FOLDER / "person-note-after-name-hides-late-dossiers.xlsx"], load_plan()).individuals
    (judged,) = [criterion for criterion in person.criteria if criterion.id == "i2"]
    assert (False, "not_met", 0, 10) == (person.eligible, judged.verdict, judged.numerator, judged.denominator)


def test_group_rows_notes_and_totals_are_no_units() -> None:
    """A register with group rows, a blank row, a total and a signature has three units, in the groups of its rows."""
    result = score([FOLDER / "register-with-group-rows-notes-total.xlsx"], load_plan())
    expected = {"P. An Lạc": "Xã, phường", "UBND phường An Lộc (đơn vị điểm)": "Xã, phường", "Phòng Y tế": "Phòng, ban"}
    assert expected == {unit.name: unit.group for unit in result.units}


def test_a_threshold_without_percent_is_mended_to_what_was_meant() -> None:
    """``>= 0.8`` of a share is told to be ``>= 80 %``."""
    with pytest.raises(PlanError, match="online_full >= 80 %"):
        load_plan(FOLDER / "plan-threshold-0.8-misleading-example.yaml")


def test_a_measure_with_an_upper_limit_ranks_the_lowest_first() -> None:
    """The plan in words says that less is better where the requirement is an upper limit."""
    said = describe(load_plan(FOLDER / "plan-standings-by-at-most-measure.yaml"))
    assert "Tỷ lệ hồ sơ quá hạn (thấp hơn xếp trước" in said
    assert "Riêng “Tỷ lệ hồ sơ quá hạn”: mức yêu cầu chia cho giá trị" in said


def test_a_plan_beyond_todays_counts_is_told_so() -> None:
    """A ward's plan with bands, deductions and figures that nothing counts is told that they cannot be judged."""
    with pytest.raises(PlanError) as caught:
        load_plan(FOLDER / "plan-ward-2026-as-wanted.yaml")
    said = caught.value.text()
    assert "chưa chấm được điểm theo bậc" in said
    assert "chưa chấm được điểm trừ" in said
    assert "Tiêu chí dựa vào số khác thì chưa chấm được" in said


def test_a_comma_in_the_name_of_a_law_does_not_split_it() -> None:
    """A list in one line splits “Luật Thi đua, Khen thưởng …” at its comma: it is one basis all the same."""
    bases = load_plan(FOLDER / "plan-ward-2026-best-possible.yaml").documents.legal_bases["default"]
    assert ("Căn cứ Luật Thi đua, Khen thưởng ngày 15/6/2022",) == bases


WORKBOOKS = sorted(path for path in FOLDER.iterdir() if path.suffix in ("", ".xlsx"))


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_every_input_is_checked(path: Path) -> None:
    """``check`` reads each of them and knows its tables."""
    assert check([path], load_plan()).tables
