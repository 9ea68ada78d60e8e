"""A ward's folder with the figures of its first quarter: what they are, what may be typed, what is never lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.test_commands import Run, thidua
from tests.starting.test_leading import letter, one_line

__all__ = ["thidua"]
QUARTER = Path(__file__).parents[1] / "cases" / "first-hour" / "ward-2026-q1.xlsx"
AS_OF = ("--as-of", "31/03/2026")


@pytest.fixture
def ward(thidua: Run) -> Path:
    """The folder of a ward's year, the export of the first quarter in it."""
    assert 0 == thidua("init", "nam-2026", "--year", "2026", "--place", "Phường Hồng Ngự")[0]
    shutil.copy(QUARTER, "nam-2026/so-lieu")
    return Path("nam-2026")


def test_a_part_of_the_year_is_called_a_part(thidua: Run, ward: Path, tmp_path: Path) -> None:
    """Nobody is sent for the plan of another year: the closing day can be typed, and the letter says what is there."""
    told = one_line(thidua("check", ward)[1])
    assert ("mới là một phần của năm 2026" in told, "criteria.yaml của năm ấy" in told) == (True, False)
    assert f"check {ward} --as-of 31/03/2026" in told
    said = letter(thidua, ward, tmp_path / "n")
    assert ("là của quý I năm 2026" in said, "số liệu của kỳ khác" in said) == (True, False)


def test_figures_up_to_the_closing_day_are_whole(thidua: Run, ward: Path) -> None:
    """Closed on the quarter's last day, nothing in the folder is of another period."""
    found = json.loads(thidua("score", ward, *AS_OF, "--json", "--skip-unreadable")[1])
    assert not {"other_period", "period_conflict"} & {one["code"] for one in found["findings"]}
    assert {"met", "not_met"} & {one["verdict"] for unit in found["units"] for one in unit["criteria"]}


def test_what_the_plan_does_not_judge_is_not_asked_for(thidua: Run, ward: Path) -> None:
    """No criterion rests on tasks or on the software share: no warning and no paper speaks of them."""
    found = json.loads(thidua("score", ward, *AS_OF, "--json", "--skip-unreadable")[1])
    said = [(one["code"], one["severity"]) for one in found["findings"]]
    assert ("not_judged", "info") in said
    assert "software_share_unverified" not in dict(said)
    assert not [one for one in found["findings"] if one["severity"] != "info" and "nhiệm vụ" in one["message"]]


def test_a_column_that_is_there_is_not_called_missing(thidua: Run, ward: Path) -> None:
    """A sheet of scores that may be of anything lacks a title, and not the column of scores that it has."""
    told = one_line(thidua("check", ward)[1])
    assert "nhưng thiếu: tiêu đề nói rõ là điểm Chỉ số cải cách hành chính" in told


def test_a_result_without_verdicts_does_not_replace_one_with_them(thidua: Run, ward: Path) -> None:
    """Left without its closing day the quarter judges nothing: the good result stands until somebody says otherwise."""
    score = ("score", ward, "--skip-unreadable", "--format", "json", "--out", "sv")
    assert 0 == thidua(*score, *AS_OF)[0]
    good = Path("sv/result.json").read_bytes()
    status, _, err = thidua(*score)
    assert (3, True, good) == (
        status,
        "31/03/2026" in err and "--overwrite" in err,
        Path("sv/result.json").read_bytes(),
    )
    for again in (["--overwrite"], []):  # then no verdict is there any more
        assert 0 == thidua(*score, *again)[0]
