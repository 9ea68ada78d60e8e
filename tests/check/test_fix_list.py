from __future__ import annotations

import hashlib
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.check.conftest import Check
from tests.findings.cases import FILE, HEADS, ONE_STOP, REGISTER, dossier, dossiers, one_stop
from tests.support import workbooks
from tests.support.programs import office_program
from thidua_cli.fixlist.formats import FILLS
from thidua_cli.fixlist.pages import printable

RED, YELLOW = (f"FF{FILLS[severity].lstrip('#')}" for severity in list(FILLS)[:2])
APPLICANT, PHONE = "Võ Văn Mẫu", "0912 345 678"


def listed(thidua: Check, data: Path, *words: str) -> Any:
    """The list of things to mend for some data, opened by another library than the one that wrote it."""
    status, _, err = thidua("check", data, "--fix-list", "can-sua.xlsx", *words)
    assert (0, "") == (status, err)
    return openpyxl.load_workbook("can-sua.xlsx")


def with_applicants(folder: Path) -> Path:
    """A list with the applicants' names and phone numbers, and a day that never was."""
    rows = [[*HEADS, "Chủ hồ sơ", "Số điện thoại", "Ghi chú"]]
    rows += [[*dossier(n), APPLICANT, PHONE, f"Gọi {APPLICANT}"] for n in (1, 2, 3)]
    rows.append([*dossier(4, ended="31/02/2021"), APPLICANT, PHONE, None])
    return workbooks.xlsx(folder / FILE, {"Danh mục đơn vị": REGISTER, ONE_STOP: [["DANH SÁCH MỘT CỬA"], [], *rows]})


def texts(book: Any) -> str:
    """Every cell and comment of a workbook, joined."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return "\n".join(f"{c.value} {c.comment.text if c.comment else ''}" for c in cells)


def test_bad_cells_are_coloured_and_commented_at_their_own_addresses(thidua: Check, tmp_path: Path) -> None:
    """What is wrong in F5 is red in F5 of a sheet of the same name, with what to do; others are as they were."""
    sheet = listed(thidua, one_stop(tmp_path, dossier(4, ended="31/02/2021"), dossier(5, due=None)))[ONE_STOP]
    assert ("31/02/2021", RED) == (sheet["F5"].value, sheet["F5"].fill.start_color.rgb)
    assert "Không đọc được ngày “31/02/2021”" in sheet["F5"].comment.text
    assert "→ Nhập lại" in sheet["F5"].comment.text
    assert (None, YELLOW) == (sheet["E6"].value, sheet["E6"].fill.start_color.rgb)
    assert ("Phường An Lộc", None) == (sheet["C5"].value, sheet["C5"].comment)


def test_every_cell_of_a_finding_is_marked(thidua: Check, tmp_path: Path) -> None:
    """A unit misspelt in 120 rows is marked 120 times."""
    rows = [dossier(n, unit="Phường An Lọc") for n in range(4, 124)]
    sheet = listed(thidua, one_stop(tmp_path, *rows))[ONE_STOP]
    assert list(range(5, 125)) == [row for row in range(1, sheet.max_row + 1) if sheet[f"C{row}"].comment]


def test_personal_data_stay_out(thidua: Check, tmp_path: Path) -> None:
    """Columns that are dropped on reading are empty below their heads, and nothing else names an applicant."""
    book = listed(thidua, with_applicants(tmp_path))
    assert ["Chủ hồ sơ", None] == [book[ONE_STOP][f"J{row}"].value for row in (3, 7)]
    assert APPLICANT not in texts(book)
    assert PHONE not in texts(book)


def test_sheets_that_were_not_understood_show_no_more_than_their_header(thidua: Check, tmp_path: Path) -> None:
    """Nothing tells which columns of an unknown list are personal: below its header it stays empty."""
    rows: list[list[object]] = [["STT", "Đơn vị", "Ngày hẹn trả", "Người nộp"]]
    rows += [[n, "Phường An Lộc", "05/03/2021", APPLICANT] for n in range(1, 5)]
    notes: list[list[object]] = [[APPLICANT], [PHONE]]
    book = listed(thidua, one_stop(tmp_path, **{"Hồ sơ": rows, "Sổ tay": notes}))
    assert ["STT", "Đơn vị", "Ngày hẹn trả", "Người nộp"] == [cell.value for cell in book["Hồ sơ"][1]]
    assert APPLICANT not in texts(book)
    assert PHONE not in texts(book)


def test_originals_stay_untouched(thidua: Check, tmp_path: Path) -> None:
    """The input has the same bytes afterwards, and is refused as an output."""
    path = one_stop(tmp_path, dossier(4, ended="31/02/2021"))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    listed(thidua, path)
    status, _, err = thidua("check", path, "--fix-list", path)
    assert 2 == status
    assert "không ghi đè" in err
    assert before == hashlib.sha256(path.read_bytes()).hexdigest()


def test_same_input_same_bytes(thidua: Check, tmp_path: Path) -> None:
    """The list has no clock."""
    path = one_stop(tmp_path, dossier(4, ended="31/02/2021"))
    listed(thidua, path)
    first = Path("can-sua.xlsx").read_bytes()
    listed(thidua, path)
    assert first == Path("can-sua.xlsx").read_bytes()


def test_text_that_looks_like_a_formula_stays_text(thidua: Check, tmp_path: Path) -> None:
    """A status of "=1+1" is no formula in the list, neither on its sheet nor on the front."""
    path = workbooks.csv_file(tmp_path / "mot cua.csv", [HEADS, dossier(1), dossier(2, status="=1+1")])
    book = listed(thidua, path)
    assert ("=1+1", "s") == (book["Sheet1"]["G3"].value, book["Sheet1"]["G3"].data_type)
    assert set("ns") >= {cell.data_type for row in book["Cần sửa"].iter_rows() for cell in row}


@pytest.mark.parametrize("form", ["csv", "html", "xls", "ods", "xml"])
def test_inputs_of_every_form(form: str, thidua: Check, tmp_path: Path) -> None:
    """Text, web pages and old workbooks come back as sheets too, at the same addresses."""
    rows = [HEADS, dossier(1), dossier(2, ended="31/02/2021", received=datetime(2021, 3, 1))]
    writers: dict[str, Any] = {
        "csv": lambda path: workbooks.csv_file(path.with_suffix(".csv"), rows),
        "html": lambda path: workbooks.xls_html(path.with_suffix(".xls"), {"S": rows}),
        "xls": lambda path: workbooks.xls(path.with_suffix(".xls"), {"S": rows}),
        "ods": lambda path: workbooks.ods(path.with_suffix(".ods"), {"S": rows}),
        "xml": lambda path: workbooks.spreadsheetml(path.with_suffix(".xml"), {"S": rows}),
    }
    book = listed(thidua, writers[form](tmp_path / "một cửa"))
    (sheet,) = [sheet for sheet in book if sheet.title != "Cần sửa"]
    assert ("31/02/2021", RED) == (sheet["F3"].value, sheet["F3"].fill.start_color.rgb)


def test_the_front_lists_every_finding_and_its_links_lead_to_the_cells(thidua: Check, tmp_path: Path) -> None:
    """Worst first; each link names a sheet of the book and a cell that is marked there."""
    path = one_stop(tmp_path, dossier(4, ended="31/02/2021"), dossier(5, due=None), **{"Một 'cửa' 2": dossiers()})
    book = listed(thidua, path)
    front = book["Cần sửa"]
    assert ["Mức", "Lưu ý", "Cách sửa", "Đơn vị", "Tệp", "Trang", "Ô", "Số ô, dòng"] == [c.value for c in front[4]]
    words = [front[f"A{row}"].value for row in range(5, front.max_row + 1)]
    assert sorted(words, key=["Lỗi", "Cảnh báo", "Thông tin"].index) == words
    links = [row[6].hyperlink for row in front.iter_rows(min_row=5) if row[6].hyperlink]
    assert links
    for link in links:
        sheet, _, cell = link.location.rpartition("!")
        assert book[sheet.strip("'").replace("''", "'")][cell].comment


def test_nothing_to_mend_is_said(thidua: Check, tmp_path: Path) -> None:
    """A register alone has no finding: the front sheet stands alone and says so."""
    book = listed(thidua, workbooks.xlsx(tmp_path / FILE, {"Danh mục đơn vị": REGISTER}))
    assert ["Cần sửa"] == book.sheetnames
    assert "Không có gì cần sửa." == book["Cần sửa"]["A2"].value


def test_english(thidua: Check, tmp_path: Path) -> None:
    """The list speaks English too."""
    book = listed(thidua, one_stop(tmp_path, dossier(4, ended="31/02/2021")), "--lang", "en")
    assert "List of things to mend" == book["To mend"]["A1"].value
    assert "Unreadable date" in book[ONE_STOP]["F5"].comment.text


def test_sheets_of_one_name_in_several_files(thidua: Check, tmp_path: Path) -> None:
    """Each sheet has a page of its own, named after its file where the name alone would not tell."""
    for name in ("a", "b"):
        workbooks.xlsx(tmp_path / f"{name}.xlsx", {ONE_STOP: dossiers(dossier(4, code=name, ended="31/02/2021"))})
    assert ["Cần sửa", "Một cửa", "b Một cửa"] == listed(thidua, tmp_path).sheetnames


def test_characters_that_a_workbook_cannot_hold() -> None:
    """Control characters are left out and endless texts are cut."""
    assert "ab\tc\n" == printable("a\x00b\x1b\tc\n")
    assert 32_767 == len(printable("x" * 40_000))


@pytest.mark.slow
def test_a_long_list(thidua: Check, tmp_path: Path) -> None:
    """Thirty thousand rows come back whole; of ten thousand cells of one finding the first thousand are marked."""
    rows = [dossier(n, unit="Phường An Lọc" if n % 3 == 0 else "Phường An Lộc") for n in range(30_000)]
    workbooks.csv_file(tmp_path / "mot cua.csv", [HEADS, *rows])
    workbooks.xlsx(tmp_path / "danh muc.xlsx", {"Danh mục đơn vị": REGISTER})
    status, _, _ = thidua("check", tmp_path, "--fix-list", "can-sua.xlsx")
    with zipfile.ZipFile("can-sua.xlsx") as package:
        sheet, notes = package.read("xl/worksheets/sheet2.xml"), package.read("xl/comments1.xml")
    assert (0, 30_001, 1_000) == (status, sheet.count(b"<row "), notes.count(b"<comment "))


@pytest.mark.office
def test_opens_in_libreoffice(thidua: Check, tmp_path: Path) -> None:
    """LibreOffice opens the list, and what it saves again has the front's words, the bad date and its remark."""
    listed(thidua, one_stop(tmp_path, dossier(4, ended="31/02/2021")))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    # Saved as a workbook and not as a page: a page's letters depend on the fonts of the machine.
    words = [office_program(), home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*words, "can-sua.xlsx"], check=True, capture_output=True, timeout=180)
    book = openpyxl.load_workbook(tmp_path / "saved" / "can-sua.xlsx")
    assert "Danh sách cần sửa" == book["Cần sửa"]["A1"].value
    cell = book[ONE_STOP]["F5"]
    assert ("31/02/2021", RED) == (cell.value, cell.fill.start_color.rgb)
    assert "Không đọc được ngày “31/02/2021”" in cell.comment.text
