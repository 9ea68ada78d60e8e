"""Which plan a command goes by, and that everything it says names that plan."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.commands.test_commands import Run, data, thidua
from tests.repository.places import ROOT
from tests.word.support import text
from thidua_cli.choosing import choose_plan
from thidua_cli.errors import UsageError
from thidua_cli.plan.loading import builtin_plan_path, shipped_plan
from thidua_cli.reports.word import template_bytes

__all__ = ["data", "thidua"]
BESIDE = "tệp criteria.yaml cạnh số liệu"


def plan(folder: Path, title: str) -> Path:
    """The built-in plan under another title, as a folder's ``criteria.yaml``."""
    folder.mkdir(parents=True, exist_ok=True)
    written = builtin_plan_path().read_text(encoding="utf-8")
    path = folder / "criteria.yaml"
    path.write_text(written.replace("title: Phong trào thi đua chuyên đề", f"title: {title}", 1), encoding="utf-8")
    return path


def strings(book: Path) -> str:
    """The texts of a workbook's cells."""
    with zipfile.ZipFile(book) as archive:
        return archive.read("xl/sharedStrings.xml").decode()


@pytest.fixture
def year(tmp_path: Path, data: Path) -> Path:
    """A folder with a plan of its own beside the data."""
    plan(tmp_path / "nam", "Phong trào của phường")
    return Path(shutil.move(data, tmp_path / "nam" / data.name))


@pytest.mark.parametrize(
    "words", [["score"], ["check"], ["explain", "--unit", "An Lộc"], ["what-if", "--set", "tc3=60"]]
)
@pytest.mark.parametrize("whole", [True, False])
def test_the_plan_beside_the_data_is_used_and_said(thidua: Run, year: Path, words: list[str], *, whole: bool) -> None:
    """A plan in the folder given, or in that of the workbook given, rules; the first line says so."""
    status, out, _ = thidua(words[0], year.parent if whole else year, *words[1:])
    head = " ".join(out.split())[:200]
    assert (0, True, True) == (status, head.startswith("Kế hoạch năm 2021: Phong trào của phường"), BESIDE in head)


def test_every_report_names_the_plan(thidua: Run, year: Path, tmp_path: Path) -> None:
    """Page, workbook, report and result name the plan and where it came from; no path of this machine is in it."""
    thidua("score", year)
    out = tmp_path / "ket-qua"
    known = json.loads((out / "result.json").read_bytes())["plan"]
    assert "criteria.yaml" == known["file"]
    assert "(tệp criteria.yaml)" in (out / "xep-hang.html").read_text(encoding="utf-8")
    assert "(tệp criteria.yaml)" in strings(out / "xep-hang.xlsx")
    assert "(tệp criteria.yaml)" in text((out / "bao-cao.docx").read_bytes())
    assert str(tmp_path) not in (out / "result.json").read_text(encoding="utf-8")


def test_two_plans_are_not_chosen_between(thidua: Run, year: Path, tmp_path: Path) -> None:
    """Another plan in the working folder is wrong usage that names both and --plan; --plan always rules."""
    plan(tmp_path, "Phong trào khác")
    status, _, err = thidua("score", year)
    assert (2, True, True) == (status, str(year.parent / "criteria.yaml") in err, "--plan" in err)
    status, out, _ = thidua("score", year, "--plan", "criteria.yaml")
    assert (0, True) == (status, "Phong trào khác" in out)


@pytest.mark.parametrize("name", ["criteria-2027.yaml", "ke-hoach.yml"])
def test_two_plans_in_one_folder_are_not_chosen_between(thidua: Run, year: Path, name: str) -> None:
    """Another plan under any name in the folder given is wrong usage that names both; a copy of the same is not."""
    (year.parent / name).write_bytes((year.parent / "criteria.yaml").read_bytes())
    assert 0 == thidua("score", year.parent)[0]
    (year.parent / name).write_bytes(builtin_plan_path().read_bytes())
    status, _, err = thidua("score", year.parent)
    assert (2, True, True) == (status, str(year.parent / "criteria.yaml") in err, str(year.parent / name) in err)
    assert 0 == thidua("score", year.parent, "--plan", year.parent / name)[0]


def test_data_of_two_years_have_no_plan_in_common(tmp_path: Path) -> None:
    """Two folders of data with two plans, also within one folder given, are wrong usage."""
    for name in ("mot", "hai"):
        plan(tmp_path / "chung" / name, name)
        (tmp_path / "chung" / name / "a.xlsx").touch()
    with pytest.raises(UsageError, match="mot"):
        choose_plan(None, [tmp_path / "chung" / "mot", tmp_path / "chung" / "hai" / "a.xlsx"])
    with pytest.raises(UsageError, match="hai"):
        choose_plan(None, [tmp_path / "chung"])


def test_a_copy_of_the_built_in_plan_in_the_working_folder_is_nobodys_choice(year: Path, tmp_path: Path) -> None:
    """Where the working folder's plan is the built-in one, the one beside the data rules."""
    shutil.copy(builtin_plan_path(), tmp_path / "criteria.yaml")
    assert ("data", year.parent) == (choose_plan(None, [year]).origin, choose_plan(None, [year]).folder)


def test_the_data_folder_of_a_year_has_its_plan_beside_it(tmp_path: Path) -> None:
    """``so-lieu`` and the workbooks in it go by the plan of the year's folder; other folders do not look upwards."""
    path = plan(tmp_path / "2021", "Phong trào")
    for name in ("so-lieu", "khac"):
        (tmp_path / "2021" / name).mkdir()
        (tmp_path / "2021" / name / "a.xlsx").touch()
    found = [choose_plan(None, [tmp_path / "2021" / name]).path for name in ("so-lieu", "so-lieu/a.xlsx", "khac")]
    assert [path.resolve()] * 2 == [one.resolve() for one in found[:2] if one is not None]
    assert found[2] is None or found[2].resolve() != path.resolve()


def test_a_plan_is_no_table(thidua: Run, year: Path) -> None:
    """Neither check nor score calls the plan a file that holds no table; given as data it is told how to be given."""
    for command in ("check", "score"):
        _, out, err = thidua(command, year.parent)
        assert "Không phải tệp bảng" not in out + err
        assert "criteria.yaml: " not in out + err
    status, _, err = thidua("score", year.parent / "criteria.yaml")
    assert (2, True) == (status, "--plan criteria.yaml" in err)


def test_report_uses_the_templates_of_the_year(thidua: Run, year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The office's templates beside the plan are used by score, and by report from any working folder."""
    folder = year.parent / "mau-word"
    folder.mkdir()
    (folder / "to-trinh.docx").write_bytes(template_bytes("to-trinh")[0])
    out = year.parent / "ket-qua"
    _, _, err = thidua("score", year, "--out", out)
    assert "mau-word" in err
    monkeypatch.chdir(folder)
    _, out_again, err = thidua("report", out / "result.json", "--format", "docx")
    assert ("mau-word" in err, out_again.startswith("Kế hoạch năm 2021")) == (True, True)


@pytest.mark.parametrize("closed", [False, True])
def test_templates_that_cannot_be_looked_for_stop_the_run(
    thidua: Run, year: Path, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    """A file called mau-word, or a folder of that name that cannot be opened, is told and nothing is written."""
    place = year.parent / "mau-word"
    listdir = os.listdir

    def refused(folder: Path) -> list[str]:
        if Path(folder).name == "mau-word":
            raise PermissionError(13, "Permission denied", str(folder))
        return listdir(folder)

    if closed:
        place.mkdir()
        monkeypatch.setattr(os, "listdir", refused)
    else:
        place.write_bytes(b"")
    out = year.parent / "ket-qua"
    status, _, err = thidua("score", year, "--out", out)
    assert (2, True, False) == (status, f"{place}" in err, out.exists())
    assert "--templates" in err


def test_a_result_is_verified_by_the_plan_that_it_was_made_by(thidua: Run, year: Path) -> None:
    """``verify`` finds the plan beside the data, and where a plan lay is no figure."""
    out = year.parent / "ket-qua"
    thidua("score", year, "--out", out)
    status, said, _ = thidua("verify", out / "result.json", year)
    assert (0, True) == (status, "Phong trào của phường" in said)


def test_a_result_does_not_depend_on_how_its_plan_was_found(thidua: Run, year: Path, tmp_path: Path) -> None:
    """The same plan beside the data, or named by --plan, gives the same bytes of every file."""
    thidua("score", year, "--out", tmp_path / "a")
    thidua("score", year, "--out", tmp_path / "b", "--plan", year.parent / "criteria.yaml")
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(names) > 5
    assert [] == [
        name for name in names if (tmp_path / "a" / name).read_bytes() != (tmp_path / "b" / name).read_bytes()
    ]


@pytest.mark.parametrize("command", ["score", "check", "batch", "remind", "what-if"])
@pytest.mark.parametrize("day", ["2020-12-31", "2022-01-01"])
def test_a_closing_day_outside_the_period_is_wrong_usage(thidua: Run, data: Path, command: str, day: str) -> None:
    """Every command that closes the figures refuses a day before or after the plan's period."""
    more = ["--set", "tc3=60"] if command == "what-if" else []
    status, _, err = thidua(command, data.parent if command == "batch" else data, "--as-of", day, *more)
    assert (2, True) == (status, "nằm ngoài" in err)


def test_verify_looks_for_the_plan_beside_the_data_that_it_finds(
    thidua: Run, year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without DATA, from the working folder, the plan lies where the inputs are found; no other plan is taken."""
    monkeypatch.chdir(year.parent.parent)
    thidua("score", year, "--out", "ra/ket-qua")
    status, said, _ = thidua("verify", "ra/ket-qua/result.json")
    assert (0, True) == (status, "Phong trào của phường" in said)
    (year.parent / "criteria.yaml").unlink()
    status, said, err = thidua("verify", "ra/ket-qua/result.json")
    assert (3, "", True) == (status, said, "không thấy kế hoạch" in err.casefold())


@pytest.mark.parametrize("word", ["nam", "nam/criteria.yaml"])
def test_plan_check_names_the_plan_as_it_was_given(
    thidua: Run, year: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    """The file that was checked stands with its folder, so that nobody checks another one."""
    monkeypatch.chdir(year.parent.parent)
    _, said, _ = thidua("plan", "check", word)
    assert f"{Path('nam/criteria.yaml')}: hợp lệ" in said


def test_plans_that_come_with_the_program_have_names(
    thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--plan takes them in any case, verify finds them again, a file so called rules; other names are told them."""
    monkeypatch.chdir(tmp_path)
    ward = ROOT / "tests" / "cases" / "first-hour" / "ward-2026-q1.xlsx"
    assert 0 == thidua("score", ward, "--plan", "Phuong-2026", "--as-of", "31/03/2026", "--format", "json")[0]
    assert 0 == thidua("verify", "ket-qua/result.json", ward)[0]
    status, _, err = thidua("score", ward, "--plan", "phuong-2025")
    assert (4, True) == (status, "phuong-2026" in err)
    assert "năm 2021" in thidua("plan", "show", "thanh-pho-2021")[1]
    own = shipped_plan("phuong-2026").read_text(encoding="utf-8").replace("năm 2026\n", "của tôi\n")
    Path("phuong-2026").write_text(own, encoding="utf-8")
    assert "của tôi" in thidua("plan", "show", "phuong-2026")[1]


@pytest.mark.parametrize(("option", "other"), [("--plan", "--mapping"), ("--mapping", "--plan")])
def test_a_plan_and_a_mapping_file_that_changed_places(thidua: Run, data: Path, option: str, other: str) -> None:
    """The file is called what it is, and the option that takes it is named; no list of missing keys."""
    words = data.with_name("words.yaml")
    words.write_text("vocabulary:\n  statuses: {}\n", encoding="utf-8")
    status, _, err = thidua("score", data, option, words if option == "--plan" else builtin_plan_path())
    assert (4, True, 2) == (status, other in err, len(err.strip().splitlines()))
