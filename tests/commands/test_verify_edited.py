"""``verify`` after an input or the plan was edited: what is another now, and how to score again and compare."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.test_commands import Run, thidua
from tests.repository.places import ROOT

__all__ = ["thidua"]


@pytest.fixture
def year(thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scored year of several files in the working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "samples" / "nhieu-tap", "so lieu")
    assert 0 == thidua("score", "so lieu", "--format", "json")[0]
    return tmp_path / "so lieu"


def edit(path: Path, sheet: str, cell: str, value: float | str | None) -> None:
    """One cell written anew, as somebody does in a spreadsheet program."""
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def printed(said: str) -> list[list[str]]:
    """The words of the commands in lines of their own."""
    return [shlex.split(line)[1:] for line in said.splitlines() if re.match(r"\s+thidua ", line)]


@pytest.mark.parametrize("named", [["so lieu"], []])
def test_an_edited_input_is_said_with_unit_criterion_figure_and_cell(thidua: Run, year: Path, named: list[str]) -> None:
    """Status 1: file, unit, criterion, both figures and the cell or row; the commands printed work as they stand."""
    edit(year / "so-lieu-khac.xlsx", "Chỉ số CCHC", "E5", 70)
    edit(year / "mot-cua-xa-phuong.xlsx", "Danh sách", "J8", "30/01/2021 08:41")
    status, out, err = thidua("verify", "ket-qua/result.json", *named)
    said = " ".join(out.split())
    assert (1, "") == (status, err)
    assert "Đã sửa sau khi chấm: mot-cua-xa-phuong.xlsx, so-lieu-khac.xlsx." in said
    assert re.search(r"Phường An Lộc, TC4 [^≠]*\[so-lieu-khac\.xlsx, trang Chỉ số CCHC, ô E5\]: 89.75 → 70", said)
    assert re.search(r"Phường An Lộc, TC2 [^≠]*mot-cua-xa-phuong\.xlsx, trang Danh sách, dòng 8", said)
    before = Path("ket-qua/result.json").read_bytes()
    score, diff = printed(out)
    assert (["score", "so lieu"], 0, 0) == (score[:2], thidua(*score)[0], thidua(*diff)[0])
    assert before == Path("ket-qua/result.json").read_bytes()


def test_an_edited_input_is_told_to_programs_too(thidua: Run, year: Path) -> None:
    """``--json`` lists the files, and what differs without their hashes."""
    edit(year / "so-lieu-khac.xlsx", "Chỉ số CCHC", "E5", 70)
    status, out, _ = thidua("verify", "ket-qua/result.json", "--json")
    told = json.loads(out)
    assert (1, False, ["so-lieu-khac.xlsx"]) == (status, told["holds"], told["edited"])
    assert [] == [one for one in told["differences"] if one["place"].startswith("inputs")]


def test_an_input_saved_again_without_another_figure_is_said_too(thidua: Run, year: Path) -> None:
    """Nothing differs but the file: it is named, nobody moved, and the status is that of a difference."""
    edit(year / "so-lieu-khac.xlsx", "Chỉ số CCHC", "F5", None)
    status, out, _ = thidua("verify", "ket-qua/result.json")
    assert (1, True, True) == (status, "so-lieu-khac.xlsx" in out, "Không có gì thay đổi" in out)


def test_an_edited_input_beside_a_lost_one_gives_no_result(thidua: Run, year: Path) -> None:
    """Status 3: what is lost and what was edited are told apart."""
    edit(year / "so-lieu-khac.xlsx", "Chỉ số CCHC", "E5", 70)
    (year / "bieu-06a.xlsx").unlink()
    status, out, err = thidua("verify", "ket-qua/result.json")
    assert (3, "") == (status, out)
    assert "bieu-06a.xlsx. Đã sửa sau khi chấm: so-lieu-khac.xlsx." in " ".join(err.split())


def test_an_edited_input_that_cannot_be_read_is_said_to_be_edited(thidua: Run, year: Path) -> None:
    """Status 3 with both: that it was edited, and why it cannot be read."""
    (year / "so-lieu-khac.xlsx").write_text("hỏng", encoding="utf-8")
    status, _, err = thidua("verify", "ket-qua/result.json")
    said = " ".join(err.split())
    assert (3, True, True) == (status, "Đã sửa sau khi chấm: so-lieu-khac.xlsx." in said, "Không đọc được" in said)


def test_an_edited_plan_is_said_with_the_way_to_compare(thidua: Run, year: Path) -> None:
    """Under another plan nothing is claimed (status 3); the commands printed show which clause moved whom."""
    plan = year / "criteria.yaml"
    text = (ROOT / "criteria.yaml").read_text(encoding="utf-8")
    plan.write_text(text.replace("theme: Thành phố", "theme: Toàn thành phố"), encoding="utf-8")
    assert 0 == thidua("score", "so lieu", "--format", "json")[0]
    plan.write_text(text.replace("par_index >= 80", "par_index >= 89"), encoding="utf-8")
    status, out, err = thidua("verify", "ket-qua/result.json", "so lieu")
    assert (3, "", True) == (status, out, "sửa sau khi chấm" in " ".join(err.split()))
    score, diff = printed(err)
    assert 0 == thidua(*score)[0]
    assert "≥ 80 → ≥ 89" in " ".join(thidua(*diff)[1].split())


def test_the_way_to_compare_keeps_plan_day_and_systems(thidua: Run, year: Path) -> None:
    """What the run was told stands in the command, so that only the data differ; another plan there is passed by."""
    more = ("--as-of", "30/11/2021", "--system", "so theo doi ngoai phan mem.csv=logbook")
    assert 0 == thidua("score", "so lieu", "--format", "json", *more)[0]
    text = (ROOT / "criteria.yaml").read_text(encoding="utf-8")
    (year / "criteria.yaml").write_text(text.replace("par_index >= 80", "par_index >= 89"), encoding="utf-8")
    edit(year / "so-lieu-khac.xlsx", "Chỉ số CCHC", "E5", 79)
    score, diff = printed(thidua("verify", "ket-qua/result.json", "so lieu")[1])
    assert 0 == thidua(*score)[0]
    said = " ".join(thidua(*diff)[1].split())
    assert "Số liệu khác nhau, kế hoạch như nhau." in said
    assert ("Tính đến" in said, "89.75/1 → 79/1" in said) == (False, True)


def test_a_renamed_input_is_found_by_its_hash(thidua: Run, year: Path) -> None:
    """A file under another name is still what was scored: nothing differs, and nothing is missing."""
    (year / "so-lieu-khac.xlsx").rename(year / "doi-ten.xlsx")
    assert 0 == thidua("verify", "ket-qua/result.json", "so lieu")[0]
