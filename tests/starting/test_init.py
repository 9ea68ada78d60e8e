"""A new year's folder: of its year and place throughout, and blank tables that lead whoever fills them in."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.commands.test_commands import Run, thidua
from thidua_cli.errors import UsageError
from thidua_cli.intake.forms import CHOICES_SHEET
from thidua_cli.intake.opening.own import own_kind
from thidua_cli.plan.loading import builtin_plan_path, load_plan_text, shipped_plan
from thidua_cli.reports.owing import owing
from thidua_cli.result_file import load
from thidua_cli.starting import NewYear, new_year

__all__ = ["thidua"]
WARD = "Phường An Bình"


def made(year: int | None = None, place: str | None = None) -> NewYear:
    """The folder made from the built-in plan."""
    return new_year(builtin_plan_path().read_text(encoding="utf-8"), "criteria.yaml", year=year, place=place)


def book(folder: NewYear, name: str) -> Workbook:
    """One of its blank tables."""
    return load_workbook(io.BytesIO(folder.files[f"so-lieu/{name}.xlsx"]))


def offered(workbook: Workbook) -> dict[str, list[str]]:
    """What the drop-down of each column offers, by its head, as a spreadsheet program reads it."""
    page: Worksheet = workbook.worksheets[0]
    found = {}
    for rule in page.data_validations.dataValidation:
        sheet, area = str(rule.formula1).lstrip("=").rsplit("!", 1)
        assert sheet.strip("'") == CHOICES_SHEET
        head = str(page.cell(4, next(iter(rule.sqref.ranges)).min_col).value)
        cells = [row[0].value for row in workbook[CHOICES_SHEET][area.replace("$", "")]]
        found[head] = [str(value) for value in cells if value]
    return found


def test_drop_downs_offer_whole_names() -> None:
    """Names with commas are one choice each; every column that an answer is chosen in has its list."""
    assert ["Xã, phường", "Phòng, ban"] == offered(book(made(), "don-vi"))["Khối thi đua"]
    units = offered(book(made(), "nhiem-vu"))["Đơn vị"]
    assert ("Phường An Lạc" in units, "Phòng Tài chính - Kế hoạch" in units, "Phường An Bình" in units) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize("name", sorted(name for name in made().files if name.endswith(".xlsx")))
def test_every_head_has_a_note_and_every_cell_its_border(name: str) -> None:
    """Each head says what to write; cells to fill in have borders and rows are as high as their text."""
    page = load_workbook(io.BytesIO(made().files[name])).worksheets[0]
    heads = [cell for cell in page[4] if cell.value]
    assert [] == [cell.value for cell in heads[1:] if cell.comment is None]
    assert all(page.cell(row, cell.column).border.bottom.style for cell in heads for row in (5, 6, 40))
    tall = [page.row_dimensions[row].height or 0 for row in range(5, page.max_row + 1)]
    assert min(tall) >= 18


def test_days_are_days() -> None:
    """The columns of days are formatted as days of this country."""
    assert {"dd/mm/yyyy"} == {
        cell.number_format for cell in book(made(), "so-theo-doi-ngoai-phan-mem").worksheets[0][6][3:6]
    }


def test_plan_and_blanks_are_of_the_year_and_place() -> None:
    """Nothing of the year and the place before stays in what is judged by or printed; the plan holds together."""
    folder = made(2026, WARD)
    text = folder.files["criteria.yaml"].decode()
    plan = load_plan_text(text, "criteria.yaml")
    said = text[: text.index("\nbase_salary:")] + text[text.index("\ndocuments:") : text.index("\nvocabulary:")]
    assert (2026, 2027, "An Bình") == (plan.year, plan.documents.document_year, plan.documents.place)
    assert [] == [word for word in ("2021", "Hồng Ngự", "thành phố", "Đồng Tháp", "26/11/2003") if word in said]
    assert () == plan.vocabulary.units
    assert "NĂM 2026" in str(book(folder, "nhiem-vu").worksheets[0]["A1"].value)
    assert "Ủy ban nhân dân phường An Bình" in plan.issuer


def test_another_year_of_the_same_place_keeps_its_units() -> None:
    """Only the year moves where no place is named; units of the period stay."""
    plan = load_plan_text(made(2022).files["criteria.yaml"].decode(), "criteria.yaml")
    assert (2022, "01/01/2022") == (plan.year, f"{plan.period_start:%d/%m/%Y}")
    assert len(plan.vocabulary.units) > 19


def test_dates_of_the_law_stay_from_year_to_year() -> None:
    """A year inside a date or a document's number never moves, the law in force does, and a person is told of both."""
    before = made(2024, WARD).files["criteria.yaml"].decode()
    before = before.replace('steering: ""', "steering: Giai đoạn 2024 - 2030, kể từ ngày 05 tháng 02 năm 2024")
    first = new_year(before, "criteria.yaml", year=2025)
    second = new_year(first.files["criteria.yaml"].decode(), "criteria.yaml", year=2026)
    texts = [before, *(folder.files["criteria.yaml"].decode() for folder in (first, second))]
    law, old, new = "ngày 15/6/2022", "98/2023/NĐ-CP ngày 31/12/2023", "152/2025/NĐ-CP ngày 14/6/2025"
    assert [(True, False), (False, True), (False, True)] == [(old in text, new in text) for text in texts]
    assert all(law in text and "Giai đoạn 2024 - 2030, kể từ ngày 05 tháng 02 năm 2024" in text for text in texts)
    plan = load_plan_text(texts[2], "criteria.yaml")
    assert ("2026-01-01", "2026-12-31", "2026-12-31", 2027) == (
        *map(str, (plan.period_start, plan.period_end, plan.awards.money_date)),
        plan.documents.document_year,
    )
    assert any(f"Nghị định số {old} thành Nghị định số {new}" in line.text() for line in first.to_decide)
    kept = next(line.text() for line in second.to_decide if "giữ nguyên" in line.text())
    assert [] == [words for words in (new, law, "2024 - 2030", "05 tháng 02 năm 2024") if words not in kept]


def test_a_plan_with_line_ends_of_windows_moves_whole() -> None:
    """What Notepad saved moves like any other plan, and keeps its line ends."""
    text = builtin_plan_path().read_text(encoding="utf-8")
    folder = new_year(text.replace("\n", "\r\n"), "criteria.yaml", year=2026, place=WARD)
    assert made(2026, WARD).files["criteria.yaml"] == folder.files["criteria.yaml"].replace(b"\r\n", b"\n")
    assert folder.files["criteria.yaml"].count(b"\r\n") == folder.files["criteria.yaml"].count(b"\n")


@pytest.mark.parametrize(
    ("place", "same"), [("Phường Hồng Ngự", False), ("Thành phố Hồng Ngự", True), ("Hồng Ngự", True)]
)
def test_a_ward_with_the_name_of_a_city_is_another_place(place: str, same: bool) -> None:
    """Units, and the province, stay for the same kind of place alone."""
    text = made(2026, place).files["criteria.yaml"].decode()
    units = load_plan_text(text, "criteria.yaml").vocabulary.units
    assert (same, same) == (bool(units), "Ủy ban nhân dân tỉnh Đồng Tháp" in text)


def test_a_file_to_drop_workbooks_on_lies_in_the_folder(thidua: Run, tmp_path: Path) -> None:
    """The file for Windows is written, named on the screen, and the same wherever this is no Windows."""
    _, out, _ = thidua("init", tmp_path / "a", "--year", "2026", "--place", WARD)
    thidua("init", tmp_path / "b" / "c", "-q")
    written = [(folder / "thidua.bat").read_bytes() for folder in (tmp_path / "a", tmp_path / "b" / "c")]
    assert (True, True) == (str(tmp_path / "a" / "thidua.bat") in out, b"score --open so-lieu\r\n" in written[0])
    assert os.name == "nt" or written[0] == written[1]


def test_without_year_and_place_the_plan_is_the_same() -> None:
    """The plan that is given is copied byte for byte where nothing is to be moved."""
    assert builtin_plan_path().read_bytes() == made().files["criteria.yaml"]


def test_a_place_cannot_break_the_plan() -> None:
    """A place with signs that mean something in a plan is wrong usage."""
    with pytest.raises(UsageError, match="An: Bình"):
        made(2026, "Phường An: Bình #1")


def test_what_is_still_to_decide_is_listed(thidua: Run, tmp_path: Path) -> None:
    """The list stands in the folder and on standard output: thresholds, groups, units, money, bases that are blank."""
    status, out, _ = thidua("init", tmp_path / "n", "--year", "2026", "--place", WARD, "--plan", "thanh-pho-2021")
    page = (tmp_path / "n" / "viec-can-quyet.txt").read_text(encoding="utf-8-sig")
    assert 0 == status
    for words in ("TC3, trọng số 20", "Chưa có đơn vị nào", "2.530.000", "Căn cứ pháp lý", "toàn trình", "Chỉ số CCHC"):
        assert words in page
        assert words in " ".join(out.split())
    assert ("không có Phòng Nội vụ" in page, "--plan phuong-2026" in page) == (True, True)


@pytest.mark.parametrize("place", [WARD, "Xã Tân Hội", "Đặc khu Phú Quốc"])
def test_a_ward_of_2026_begins_with_the_plan_for_wards(thidua: Run, tmp_path: Path, place: str) -> None:
    """Its own offices and villages are the groups, nothing is of a city or of levels, no index is asked about; said."""
    status, out, err = thidua("init", tmp_path / "n", "--year", "2026", "--place", place)
    text = (tmp_path / "n" / "criteria.yaml").read_text(encoding="utf-8")
    plan = load_plan_text(text, "criteria.yaml")
    villages = "Ấp" if place.startswith("Xã") else "Khóm"
    assert (0, ["Phòng chuyên môn", villages]) == (status, [group.name for group in plan.groups])
    assert [] == [word for word in ("ành phố", "Nội vụ", "PNV", "mức độ 3", "Hồng Ngự") if word in text]
    assert ("Chỉ số CCHC" in out, "không có Phòng Nội vụ" in out) == (False, False)
    heads = [cell.value for cell in load_workbook(tmp_path / "n" / "so-lieu" / "don-vi.xlsx").worksheets[0][4]]
    assert ["STT", "Đơn vị", "Khối thi đua", "Tên gọi khác"] == heads
    assert ("phuong-2026" in err, "--plan thanh-pho-2021" in err) == (True, True)
    assert place.rsplit(maxsplit=1)[-1] in plan.issuer


@pytest.mark.parametrize(
    ("written", "place", "issuer"),
    [
        ("P. An Bình", "An Bình", "phường An Bình, tỉnh …"),
        ("P.An Bình", "An Bình", "phường An Bình, tỉnh …"),
        ("UBND xã Tân Hội, tỉnh Tây Ninh", "Tân Hội", "xã Tân Hội, tỉnh Tây Ninh"),
        ("Uỷ ban nhân dân phường Xuân Hòa, TP. Hồ Chí Minh", "Xuân Hòa", "phường Xuân Hòa, TP. Hồ Chí Minh"),
        ("TP Cao Lãnh", "Cao Lãnh", "thành phố Cao Lãnh, tỉnh …"),
        ("X. Thường Phước", "Thường Phước", "xã Thường Phước, tỉnh …"),
        ("Xuân Hòa", "Xuân Hòa", "Xuân Hòa, tỉnh …"),
    ],
)
def test_a_place_is_understood_as_people_write_it(
    thidua: Run, tmp_path: Path, written: str, place: str, issuer: str
) -> None:
    """Short for its kind, with its committee or its province: each goes where it belongs, and again it is the same."""
    assert 0 == thidua("init", tmp_path / "n", "--year", "2026", "--place", written, "-q")[0]
    plan = load_plan_text((tmp_path / "n" / "criteria.yaml").read_text(encoding="utf-8"), "criteria.yaml")
    assert (place, f"Ủy ban nhân dân {issuer}") == (plan.documents.place, plan.issuer)
    assert issuer.startswith(("phường", "xã")) == (plan.groups[0].name == "Phòng chuyên môn")
    again = thidua("init", tmp_path / "n", "--year", "2026", "--place", written.casefold())[2]
    assert "chưa được điền" in " ".join(again.split())  # the same place: only its register is missing


@pytest.mark.parametrize(
    "words", [("2025", WARD), ("2026", "Thành phố Hồng Ngự"), ("2026", WARD, "--plan", "thanh-pho-2021")]
)
def test_others_begin_with_the_plan_of_2021(thidua: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Before 2026, for another kind of place or where it is asked for: five criteria, today's words, and told why."""
    year, place, *more = words
    _, _, err = thidua("init", tmp_path / "n", "--year", year, "--place", place, *more)
    plan = load_plan_text((tmp_path / "n" / "criteria.yaml").read_text(encoding="utf-8"), "criteria.yaml")
    assert (5, "") == (len(plan.criteria), err)
    assert [] == [one.name for one in plan.measures.values() if "mức độ" in one.name]
    said = (tmp_path / "n" / "viec-can-quyet.txt").read_text(encoding="utf-8-sig")
    assert (year == "2026") == ("không còn cấp huyện" in said)


def test_a_plan_that_is_there_stays_and_the_rest_is_made_of_it(thidua: Run, tmp_path: Path) -> None:
    """A plan copied into the folder by hand is kept to the byte; what is missing is written, what is there is named."""
    folder = tmp_path / "n"
    (folder / "mau-word").mkdir(parents=True)
    plan, own = folder / "criteria.yaml", folder / "mau-word" / "to-trinh.docx"
    plan.write_bytes(shipped_plan("phuong-2026").read_bytes())
    own.write_bytes(b"PK")
    before = plan.read_bytes()
    status, out, err = thidua("init", folder, "--year", "2026", "--place", "Phường Hồng Ngự")
    assert (0, "", before, b"PK") == (status, err, plan.read_bytes(), own.read_bytes())
    assert ("mau-word/to-trinh.docx" in out, (folder / "thidua.bat").exists()) == (True, True)
    assert {"don-vi.xlsx", "so-theo-doi-ngoai-phan-mem.xlsx"} <= {path.name for path in (folder / "so-lieu").iterdir()}
    assert 2 == thidua("init", folder, "--year", "2027")[0]


def test_data_of_another_year_get_no_plan_beside_them(thidua: Run, tmp_path: Path) -> None:
    """The folder is refused with both years, nothing is written; undated or right data are said to go by the plan."""
    (tmp_path / "cu").mkdir()
    (tmp_path / "cu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    status, _, err = thidua("init", tmp_path / "cu", "--year", "2026", "--place", WARD)
    said = " ".join(err.split())
    assert (2, ["mot-cua.csv"]) == (status, [path.name for path in (tmp_path / "cu").iterdir()])
    assert ("số liệu của năm 2021" in said, "--year 2021" in said) == (True, True)
    status, _, err = thidua("init", tmp_path / "cu", "--year", "2021", "--place", "Hồng Ngự")
    assert (0, True) == (status, "1 tệp số liệu (mot-cua.csv)" in " ".join(err.split()))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("words", [(WARD,), ("Thành phố Hồng Ngự",)])
def test_the_screen_of_init_fits_and_saved_is_no_data(
    thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str
) -> None:
    """No line is wider than 80 columns; what was redirected into the folder of data is known for a screen."""
    monkeypatch.chdir(tmp_path)
    said, saved = "", tmp_path / "n" / "so-lieu" / "man-hinh.txt"
    for _ in range(2):
        _, out, err = thidua("init", "n", "--year", "2026", "--place", *words, "--lang", lang)
        said += out + err
        saved.write_text(out, encoding="utf-8")
        assert own_kind(saved) is not None
        filled(tmp_path / "n", {"don-vi": [["Phường An Lộc", "Xã, phường"]]})
    assert [] == [line for line in said.splitlines() if len(line) > 80]


def filled(folder: Path, rows: Mapping[str, list[list[str | int]]]) -> None:
    """Blank tables filled in below the sample, as a spreadsheet program saves them; the register is not asked about."""
    for name, lines in rows.items():
        path = folder / "so-lieu" / f"{name}.xlsx"
        workbook = load_workbook(path)
        page = workbook.worksheets[0]
        for number, line in enumerate(lines, 6):
            for column, value in enumerate(line, 2):
                page.cell(number, column, value)
        workbook.save(path)


UNITS = ["Phường An Lộc", "Phòng Y tế"]
WHOLE: dict[str, list[list[str | int]]] = {
    "nhiem-vu": [[unit, "Rà soát", "Hoàn thành"] for unit in UNITS],
    "chi-so-cchc": [[unit, 100, 90, 88] for unit in UNITS],
    "sang-kien": [[unit, f"Sáng kiến {unit}", "Lê Văn Mẫu", "Công nhận"] for unit in UNITS],
    "so-theo-doi-ngoai-phan-mem": [
        [str(number), unit, "01/03/2021", "10/03/2021", "09/03/2021", "Đã trả kết quả"]
        for number, unit in enumerate(UNITS, 1)
    ],
}
EXPORT = (
    "DANH SÁCH HỒ SƠ MỘT CỬA\nMã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Trạng thái,Hình thức nộp\n"
    "H20.1-210301-0001,Phường An Lộc,01/03/2021,10/03/2021,09/03/2021,Đã trả kết quả,Trực tuyến mức độ 4\n"
    "H20.2-210301-0002,Phòng Y tế,01/03/2021,10/03/2021,09/03/2021,Đã trả kết quả,Trực tuyến mức độ 4\n"
)


@pytest.fixture
def year(thidua: Run, tmp_path: Path) -> Path:
    """A folder of two units, nothing filled in but the register."""
    folder = tmp_path / "nam"
    thidua("init", folder, "-q")
    for name in ("don-vi", "chi-so-cchc"):
        path = folder / "so-lieu" / f"{name}.xlsx"
        workbook = load_workbook(path)
        page = workbook.worksheets[0]
        page.delete_rows(6, page.max_row)
        if name == "don-vi":
            for row, (unit, group) in enumerate(zip(UNITS, ("Xã, phường", "Phòng, ban"), strict=True), 6):
                for column, value in enumerate((str(row - 5), unit, group, "Có"), 1):
                    page.cell(row, column, value)
        workbook.save(path)
    return folder


def test_an_untouched_folder_has_no_standing(thidua: Run, year: Path, tmp_path: Path) -> None:
    """Score refuses with status 3 and says what is missing; check lists it; nothing is written."""
    status, _, err = thidua("score", year)
    _, out, _ = thidua("check", year)
    assert (3, False) == (status, (tmp_path / "ket-qua").exists())
    for said in (err, out):
        assert "Chưa điền xong: còn 2 đơn vị" in said
        assert "nhiem-vu.xlsx" in said


def test_a_half_filled_folder_has_no_standing_either(thidua: Run, year: Path) -> None:
    """One unit's tasks without the other's: the unit that owes them is named, until the rest is wanted all the same."""
    filled(year, {**WHOLE, "nhiem-vu": WHOLE["nhiem-vu"][:1]})
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    status, _, err = thidua("score", year)
    assert (3, True, False) == (status, "Phòng Y tế" in err, "Phường An Lộc" in err)
    assert 0 == thidua("score", year, "--skip-unreadable")[0]


def test_a_filled_folder_is_scored_and_samples_never_count(thidua: Run, year: Path) -> None:
    """Whole tables give a standing of the two units alone, and no finding of a sample row or a sheet of choices."""
    filled(year, WHOLE)
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    status, out, _ = thidua("score", year)
    assert (0, True) == (status, "2 đơn vị" in out)
    _, said, _ = thidua("check", year)
    assert ("Phường Mẫu" in said, CHOICES_SHEET in said, "Chưa điền xong" in said) == (False, False, False)


def test_a_row_whose_sample_unit_was_overwritten_counts(thidua: Run, year: Path) -> None:
    """Whoever writes a real unit over the sample has filled in a row."""
    filled(year, WHOLE)
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    path = year / "so-lieu" / "nhiem-vu.xlsx"
    workbook = load_workbook(path)
    workbook.worksheets[0]["B5"], workbook.worksheets[0]["D5"] = "Phòng Y tế", "Chưa hoàn thành"
    workbook.save(path)
    _, out, _ = thidua("explain", year, "--unit", "Phòng Y tế", "--criterion", "tc1")
    assert "= 1/2" in out


def test_reminders_say_what_each_unit_owes(thidua: Run, year: Path, tmp_path: Path) -> None:
    """A letter and a table, both marked as own output; nothing is written where nothing is missing."""
    filled(year, {**WHOLE, "nhiem-vu": WHOLE["nhiem-vu"][:1]})
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    assert 0 == thidua("remind", year, "--out", tmp_path / "nhac")[0]
    files = sorted((tmp_path / "nhac").iterdir())
    assert ["nhac-nop.docx", "nhac-nop.xlsx"] == [path.name for path in files]
    assert ["nhac-nop"] * 2 == [own_kind(path) for path in files]
    rows = list(load_workbook(io.BytesIO(files[1].read_bytes())).worksheets[0].iter_rows(min_row=5, values_only=True))
    assert [("Phòng Y tế", "TC1")] == [(row[1], row[4]) for row in rows]
    before = files[0].read_bytes()
    thidua("remind", year, "--out", tmp_path / "nhac")
    assert before == files[0].read_bytes()
    filled(year, WHOLE)
    _, out, _ = thidua("remind", year, "--out", tmp_path / "het")
    assert ("Không thiếu gì" in out, (tmp_path / "het").exists()) == (True, False)


def test_the_letter_of_reminders_is_filled_from_the_offices_template(thidua: Run, year: Path, tmp_path: Path) -> None:
    """``remind`` takes nhac-nop.docx of mau-word beside the plan and says so; a wrong word in it is named."""
    filled(year, {**WHOLE, "nhiem-vu": WHOLE["nhiem-vu"][:1]})
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    own = year / "mau-word" / "nhac-nop.docx"
    document = Document(str(own))
    document.add_paragraph("Điện thoại: {{ so_don_vi_thieu }}")
    document.save(str(own))
    status, _, err = thidua("remind", year, "--out", tmp_path / "nhac")
    texts = [one.text for one in Document(str(tmp_path / "nhac" / "nhac-nop.docx")).paragraphs]
    assert (0, True, True) == (status, "mau-word" in err, "Điện thoại: 01" in texts)
    document.add_paragraph("{{ so_don_vi_thieuu }}")
    document.save(str(own))
    status, _, err = thidua("remind", year, "--out", tmp_path / "khac")
    assert (2, True, False) == (status, "so_don_vi_thieu" in err, (tmp_path / "khac").exists())


def test_what_was_judged_unfilled_is_verified(thidua: Run, year: Path, tmp_path: Path) -> None:
    """A result of a folder that is not filled in yet, made all the same, holds when it is derived again."""
    filled(year, {**WHOLE, "nhiem-vu": WHOLE["nhiem-vu"][:1]})
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    assert 0 == thidua("score", year, "--skip-unreadable", "--out", tmp_path / "kq", "--format", "json")[0]
    assert 0 == thidua("verify", tmp_path / "kq" / "result.json", year)[0]


def test_a_finding_about_several_units_is_owed_by_each(thidua: Run, year: Path, tmp_path: Path) -> None:
    """An error in rows of two units stands in the reminder of both."""
    filled(year, {**WHOLE, "nhiem-vu": [[unit, "Rà soát", "Gần như xong"] for unit in UNITS]})
    thidua("score", year, "--skip-unreadable", "--out", tmp_path / "kq", "--format", "json")
    result = load(tmp_path / "kq" / "result.json")
    ids = [unit.id for unit in result.units]
    shared = replace(result.findings[0], severity="error", unit=None, units=ids, message="Cả hai đơn vị")
    owed = owing(replace(result, findings=[shared]))
    assert [(one, True) for one in ids] == [
        (one.unit.id, any("Cả hai đơn vị" in thing.why.text() for thing in one.owed)) for one in owed
    ]


def test_reports_say_when_their_templates_are_others(thidua: Run, year: Path, tmp_path: Path) -> None:
    """The result knows by hash, without a path, which templates made it; report says which are others now."""
    filled(year, WHOLE)
    (year / "so-lieu" / "mot-cua.csv").write_text(EXPORT, encoding="utf-8")
    own = year / "mau-word" / "to-trinh.docx"
    document = Document(str(own))
    document.add_paragraph("Mẫu của cơ quan")
    document.save(str(own))
    out = tmp_path / "noi-khac" / "sau" / "kq"
    assert 0 == thidua("score", year, "--out", out)[0]
    made_with = load(out / "result.json").templates
    assert hashlib.sha256(own.read_bytes()).hexdigest() == made_with["to-trinh.docx"]
    _, _, other = thidua("report", out / "result.json", "--format", "to-trinh,danh-sach")
    _, _, same = thidua("report", out / "result.json", "--format", "docx", "--templates", year / "mau-word")
    assert ("không phải" in other.casefold(), "to-trinh.docx" in other, "danh-sach.docx" in other) == (
        True,
        True,
        False,
    )
    assert "không phải" not in same.casefold()
