"""A year's folder under way: what is no gap, what is still owed, and what is said first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.test_commands import SAMPLE, Run, thidua
from tests.starting.test_init import EXPORT, UNITS, WHOLE, filled, year

__all__ = ["thidua", "year"]
LOG = "so-theo-doi-ngoai-phan-mem"
WITHOUT_LOG = {name: rows for name, rows in WHOLE.items() if name != LOG}


def one_line(text: str) -> str:
    """A screen's text without its line ends."""
    return " ".join(text.split())


def export(folder: Path) -> None:
    """The one-stop export beside the blanks."""
    (folder / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")


def letter(thidua: Run, folder: Path, out: Path) -> str:
    """All that the letter of reminders says."""
    import docx

    assert 0 == thidua("remind", folder, "--out", out, "-q")[0]
    document = docx.Document(str(out / "nhac-nop.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("said", ["", "Không có"])
def test_an_empty_logbook_is_no_gap_beside_the_export(thidua: Run, year: Path, tmp_path: Path, said: str) -> None:
    """Left blank, or with “Không có” in it: the export covers the units, the folder is scored, nothing is asked for."""
    filled(year, {**WITHOUT_LOG, LOG: [[said]] if said else []})
    export(year)
    assert 0 == thidua("score", year)[0]
    assert "Không thiếu gì" in thidua("remind", year, "--out", tmp_path / "n")[1]
    told = one_line(thidua("check", year)[1])
    assert bool(said) == ("ghi là không phát sinh" in told)


def test_an_empty_logbook_alone_is_a_gap(thidua: Run, year: Path) -> None:
    """Without any list of dossiers the blank logbook proves nothing."""
    filled(year, WITHOUT_LOG)
    assert 3 == thidua("score", year)[0]


def test_a_blank_beside_written_answers_is_not_filled_in(thidua: Run, year: Path) -> None:
    """Whether a unit is assessed is never guessed from an empty cell beside “Có” and “Không”."""
    filled(year, WHOLE)
    export(year)
    path = year / "so-lieu" / "don-vi.xlsx"
    workbook = load_workbook(path)
    workbook.worksheets[0]["D6"], workbook.worksheets[0]["D7"] = "Không", None
    workbook.save(path)
    status, _, err = thidua("score", year)
    said = one_line(err)
    assert (3, True, True) == (status, "Chỉ số CCHC hay không" in said, "chưa điền" in said)


def test_data_of_another_year_have_no_standing(thidua: Run, year: Path) -> None:
    """The first sentence says both years and the way out; nobody is asked to change the titles, nothing is met."""
    for path in (year / "so-lieu").glob("*.xlsx"):
        workbook = load_workbook(path)
        page = workbook.worksheets[0]
        page["A1"] = str(page["A1"].value).replace("2021", "2027")
        workbook.save(path)
    filled(year, WITHOUT_LOG)
    (year / "so-lieu" / "mot-cua.csv").write_text(
        EXPORT.replace("/2021", "/2027").replace("MỘT CỬA", "MỘT CỬA NĂM 2027"), encoding="utf-8"
    )
    status, out, _ = thidua("score", year)
    said = one_line(out)
    assert (0, True) == (status, said.startswith("Số liệu có ghi kỳ là của năm 2027, kế hoạch của năm 2021"))
    assert ("criteria.yaml của năm 2027" in said, "--plan" in said, "tiêu đề" in said) == (True, True, False)


def test_undated_tables_beside_another_years_are_judged_with_a_word_first(thidua: Run) -> None:
    """Where undated tables can be judged, the first line of the screen says what is of another year."""
    case = Path(__file__).parents[1] / "cases" / "first-hour" / "data-of-2022-under-plan-2021.xlsx"
    status, out, _ = thidua("score", case)
    assert (0, True) == (status, one_line(out).startswith("Số liệu có ghi kỳ là của năm 2022, kế hoạch của năm 2021"))


@pytest.mark.parametrize(
    ("book", "cell", "said", "office"),
    [
        ("don-vi", "C6", "Khối lạ", "Khối thi đua không có trong kế hoạch (1)"),
        ("don-vi", "D6", "Có lẽ", "Câu trả lời không hiểu được (1)"),
        ("nhiem-vu", "D6", "Gần như xong", ""),
    ],
)
def test_no_unit_is_asked_to_mend_what_is_the_offices(
    thidua: Run, year: Path, tmp_path: Path, book: str, cell: str, said: str, office: str
) -> None:
    """A mistake in the register is told to who judges, not to the unit; one in a unit's own rows is in its letter."""
    filled(year, {**WHOLE, "nhiem-vu": WHOLE["nhiem-vu"][:1]})
    export(year)
    path = year / "so-lieu" / f"{book}.xlsx"
    workbook = load_workbook(path)
    workbook.worksheets[0][cell] = said
    workbook.save(path)
    told = one_line(thidua("remind", year, "--out", tmp_path / "n")[2])
    assert (bool(office), True) == ("Cơ quan chấm tự sửa" in told, office in told)
    assert (not office) == (said in letter(thidua, year, tmp_path / "n"))


def test_where_the_office_alone_must_mend_nothing_is_called_whole(thidua: Run, year: Path, tmp_path: Path) -> None:
    """Without a unit that owes anything no letter is written, and a register to mend is not called whole."""
    filled(year, WHOLE)
    export(year)
    path = year / "so-lieu" / "don-vi.xlsx"
    workbook = load_workbook(path)
    workbook.worksheets[0]["C6"] = "Khối lạ"
    workbook.save(path)
    _, out, err = thidua("remind", year, "--out", tmp_path / "n", "-q")
    assert ("Không thiếu gì" in out, "Cơ quan chấm tự sửa" in err) == (False, True)
    assert not (tmp_path / "n").exists()


@pytest.mark.parametrize("words", [[], ["--format", "docx"]])
def test_data_of_another_year_do_not_replace_a_good_result(thidua: Run, tmp_path: Path, words: list[str]) -> None:
    """What was made of data of the right year stands until somebody says otherwise; a folder of its own takes all."""
    case = Path(__file__).parents[1] / "cases" / "first-hour" / "data-of-2022-under-plan-2021.xlsx"
    thidua("score", SAMPLE, "--out", "kq", "--format", "json,docx")
    good = {path.name: path.read_bytes() for path in Path("kq").iterdir()}
    status, _, err = thidua("score", case, "--out", "kq", *words)
    assert (3, True) == (status, "năm 2022" in err and "--overwrite" in err)
    assert good == {path.name: path.read_bytes() for path in Path("kq").iterdir()}
    for again in (["--overwrite"], []):  # then nothing good is there any more
        assert 0 == thidua("score", case, "--out", "kq", "--format", "json", *again)[0]
    (tmp_path / "cac-phan").mkdir()
    (tmp_path / "cac-phan" / "mot.xlsx").write_bytes(SAMPLE.read_bytes())
    batch = ("batch", "cac-phan", "--jobs", "1", "--format", "json", "--out", "chung")
    assert 0 == thidua(*batch)[0]
    (tmp_path / "cac-phan" / "mot.xlsx").write_bytes(case.read_bytes())
    assert (3, True) == (thidua(*batch)[0], "Phường An Lộc" in Path("chung/mot/result.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["Criteria.yml", "criteria-2027.yaml", "criteria (1).yaml", "ke-hoach.yml"])
def test_a_plan_under_a_near_name_is_not_passed_over(thidua: Run, year: Path, name: str) -> None:
    """It is wrong usage that names the file and the option; with the option it is taken."""
    (year / "criteria.yaml").rename(year / name)
    status, _, err = thidua("score", year)
    assert (2, True, True) == (status, name in err, "--plan" in err)
    assert 3 == thidua("score", year, "--plan", year / name)[0]


def test_other_yaml_is_no_plan(thidua: Run, year: Path) -> None:
    """A file that is only called like a plan is passed over."""
    (year / "criteria.yaml").unlink()
    (year / "criteria-ghi-chu.yaml").write_text("ghi chú: không phải kế hoạch\n", encoding="utf-8")
    assert 3 == thidua("score", year)[0]


@pytest.mark.parametrize("said", ["Đang xét", "Chưa xét", "Chờ Hội đồng xét"])
def test_what_is_under_review_is_said(thidua: Run, year: Path, said: str) -> None:
    """An initiative that is not decided yet counts as not recognised so far, and a finding says so."""
    filled(year, {**WHOLE, "sang-kien": [[UNITS[0], "Mô hình A", "Lê Văn Mẫu", said], WHOLE["sang-kien"][1]]})
    export(year)
    told = one_line(thidua("check", year)[1])
    assert f"chưa xét xong (“{said}”)" in told


def test_an_untouched_register_is_said_to_be_blank(thidua: Run, tmp_path: Path) -> None:
    """Score and remind of a folder without units say that it is not filled in, and what to do next."""
    folder = tmp_path / "moi"
    thidua("init", folder, "-q", "--year", "2026", "--place", "Phường An Bình")
    for command in ("score", "remind"):
        status, _, err = thidua(command, folder)
        assert (3, True, True) == (status, "Chưa điền" in err, "don-vi.xlsx" in err)
        assert re.search(r"thidua\S* check", err)


def test_check_of_a_blank_folder_begins_with_what_is_missing(thidua: Run, year: Path) -> None:
    """The list of what is missing stands first, and each blank form takes one line."""
    _, out, _ = thidua("check", year)
    said = one_line(out)
    assert said.index("Chưa điền xong") < said.index("nhiem-vu.xlsx (")
    assert "tiêu đề A4" not in said.split("don-vi.xlsx")[0]
    assert len(out.splitlines()) < 60


def test_one_bad_cell_is_asked_for_by_its_place(thidua: Run, year: Path, tmp_path: Path) -> None:
    """The letter asks for the cell, not for the list; it counts as check does, and no year is written beforehand."""
    rows = [list(row) for row in WHOLE[LOG]]
    rows[0][4] = "32/03/2021"
    filled(year, {**WHOLE, LOG: rows})
    export(year)
    said = letter(thidua, year, tmp_path / "n")
    assert f"Sửa ô F6, trang “{LOG}”, tệp so-lieu/{LOG}.xlsx" in said
    assert ("danh sách hồ sơ hoặc biểu tổng hợp" in said, "năm 2022" in said, "tháng      năm      " in said) == (
        False,
        False,
        True,
    )
    assert "Còn 01 trong 02 đơn vị" in said
    assert "Còn phải sửa hoặc xác nhận: 1 đơn vị" in one_line(thidua("check", year)[1])


def test_a_provisional_standing_says_so_first(thidua: Run, year: Path) -> None:
    """With --skip-unreadable the first line names who owes what; a whole folder has no such line."""
    filled(year, {**WHOLE, "nhiem-vu": WHOLE["nhiem-vu"][:1]})
    export(year)
    _, out, _ = thidua("score", year, "--skip-unreadable")
    assert out.startswith("XẾP HẠNG TẠM: 1 đơn vị (Phòng Y tế)")
    assert "nhiem-vu.xlsx" in out.split("\n\n")[0].replace("\n", " ")
    filled(year, WHOLE)
    assert "XẾP HẠNG TẠM" not in thidua("score", year, "--skip-unreadable")[1]


def test_what_was_deleted_comes_back(thidua: Run, year: Path) -> None:
    """A Word template, or the plan itself, is made again by the same command; what is there stays to the byte."""
    filled(year, WHOLE)
    template, plan = year / "mau-word" / "danh-sach.docx", year / "criteria.yaml"
    template.unlink()
    assert "danh-sach.docx" in thidua("init", year)[1]
    kept = {path: path.read_bytes() for path in year.rglob("*") if path.is_file() and path != plan}
    plan.unlink()
    status, _, err = thidua("init", year)
    assert (0, True, True, True) == (status, template.is_file(), plan.is_file(), "don-vi.xlsx" in err)
    assert kept == {path: path.read_bytes() for path in kept}
