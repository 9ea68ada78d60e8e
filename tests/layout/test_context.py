from __future__ import annotations

import pytest

from tests.layout.conftest import Reader
from tests.layout.lists import BY_UNIT, Row, dossier_by_unit, dossiers
from tests.support.sheets import sheet
from thidua_cli.intake.tables import System
from thidua_cli.plan.model import Vocabulary

ONE_STOP, PUBLIC, LOGBOOK = System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK


@pytest.mark.parametrize(
    ("title", "name", "file", "system", "source"),
    [
        ("DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ", "Sheet1", "a.xlsx", ONE_STOP, "title"),
        ("CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN TỈNH ĐỒNG THÁP", "Một cửa", "mot-cua.xlsx", PUBLIC, "title"),
        ("SỔ THEO DÕI HỒ SƠ TIẾP NHẬN NGOÀI PHẦN MỀM MỘT CỬA", "Dịch vụ công", "dvc.xlsx", LOGBOOK, "title"),
        ("Hồ sơ tại bộ phận một cửa, nộp qua dịch vụ công", "Sheet1", "a.xlsx", ONE_STOP, "title"),
        ("Danh sách hồ sơ", "DVC", "mot cua.xlsx", PUBLIC, "sheet"),
        ("Danh sách hồ sơ", "Ngoai phan mem", "a.xlsx", LOGBOOK, "sheet"),
        ("Danh sách hồ sơ", "Sheet1", "so theo doi mot cua.csv", ONE_STOP, "file"),
        ("Danh sách hồ sơ", "Sheet1", "so theo doi viet tay.csv", LOGBOOK, "file"),
        ("SỔ THEO DÕI HỒ SƠ", "Sheet1", "dvc.csv", PUBLIC, "file"),
        ("SỔ THEO DÕI HỒ SƠ", "Sheet1", "a.xlsx", ONE_STOP, "assumed"),
        ("Danh sách hồ sơ", "Sheet1", "mot-cua_2021.xlsx", ONE_STOP, "file"),
        ("Danh sách hồ sơ", "Sheet1", "dvc-export.xls", PUBLIC, "file"),
        ("Danh sách hồ sơ", "Sheet1", "xuat.xlsx", ONE_STOP, "assumed"),
    ],
)
def test_the_system_is_read_from_title_then_sheet_then_file(
    title: str, name: str, file: str, system: System, source: str, read: Reader
) -> None:
    """Title lines before the sheet's and the file's name; in each, logbook before one stop before public service."""
    (table,), findings, _ = read(sheet([[title], [], *dossiers(1)], name=name), name=file)
    assert (system, source) == (table.receipt.system, table.receipt.system_from)
    assert (source == "assumed") == ("system_assumed" in {finding.code for finding in findings})


def test_a_title_that_names_both_systems_is_said(read: Reader) -> None:
    """The word "một cửa" rules where "dịch vụ công" stands in the same title, and a finding says that both do."""
    for title, said in (("Bộ phận một cửa: hồ sơ dịch vụ công", True), ("Hồ sơ bộ phận một cửa", False)):
        (table,), findings, _ = read(sheet([[title], *dossiers(1)]))
        assert ONE_STOP == table.receipt.system
        assert said == ("system_both_named" in {finding.code for finding in findings})


def test_a_register_without_codes_of_a_system_is_of_none(read: Reader) -> None:
    """The words "sổ theo dõi" say nothing: with a system's codes the list is the one-stop software's, else nobody's."""
    title: Row = ["SỔ THEO DÕI HỒ SƠ"]
    own = dossiers(3)
    for number, row in enumerate(own[1:], 1):
        row[1] = number
    for rows, system, code in ((dossiers(3), ONE_STOP, "system_assumed"), (own, None, "system_unknown")):
        (table,), findings, _ = read(sheet([title, *rows]))
        assert (system, [code]) == (table.receipt.system, [finding.code for finding in findings])


def test_a_column_header_names_no_system(read: Reader) -> None:
    """The head "Mã hồ sơ một cửa" says nothing about where the table comes from."""
    rows = dossiers(1)
    rows[0][1] = "Mã hồ sơ một cửa"
    (table,), _, _ = read(sheet(rows))
    assert "assumed" == table.receipt.system_from


@pytest.mark.parametrize("key", ["tep.xlsx", "TEP.xlsx", "*.xlsx"])
def test_a_stated_system_comes_before_all_else(key: str, read: Reader) -> None:
    """The plan may say a file's system, the option says it over the plan."""
    made = sheet([["SỔ THEO DÕI"], *dossiers(1)], name="Một cửa")
    vocabulary = Vocabulary(systems={key: "public_service"})
    (table,), _, _ = read(made, vocabulary=vocabulary)
    assert (PUBLIC, "option") == (table.receipt.system, table.receipt.system_from)
    (table,), _, _ = read(made, vocabulary=vocabulary, systems={key: ONE_STOP})
    assert ONE_STOP == table.receipt.system


def test_kinds_without_a_system_have_none(read: Reader) -> None:
    """Only dossiers and statistics come from a system."""
    rows: list[Row] = [["Phần mềm một cửa"], ["Đơn vị", "Khối thi đua"], ["Phòng Y tế", "Phòng, ban"]]
    (table,), findings, _ = read(sheet(rows))
    assert (None, "") == (table.receipt.system, table.receipt.system_from)
    assert [] == findings


def by_unit(*titles: Row) -> list[Row]:
    """A list of two dossiers of one unit under some title lines."""
    return [*titles, list(BY_UNIT), dossier_by_unit(1), dossier_by_unit(2)]


@pytest.mark.parametrize(
    ("titles", "unit", "cell"),
    [
        ([["Đơn vị: UBND phường An Lộc"]], "UBND phường An Lộc", "A1"),
        ([["- Đơn vị báo cáo: Phòng Nội vụ\n- Đơn vị nhận báo cáo: UBND thành phố"]], "Phòng Nội vụ", "A1"),
        ([["", "Đơn vị báo cáo:", "P. An Lạc"]], "P. An Lạc", "B1"),
        ([["UBND THÀNH PHỐ HỒNG NGỰ"], ["UBND PHƯỜNG AN LỘC"], ["DANH SÁCH HỒ SƠ"]], "UBND PHƯỜNG AN LỘC", "A2"),
        ([["UBND THÀNH PHỐ HỒNG NGỰ\nPHÒNG TƯ PHÁP", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], "PHÒNG TƯ PHÁP", "A1"),
        ([["DANH SÁCH HỒ SƠ CỦA UBND XÃ TÂN HỘI NĂM 2021"]], "UBND XÃ TÂN HỘI", "A1"),
        ([["Đơn vị tính: hồ sơ"], ["Xã Bình Thạnh"]], "Xã Bình Thạnh", "A2"),
    ],
)
def test_the_unit_of_a_sheet_from_its_title_lines(titles: list[Row], unit: str, cell: str, read: Reader) -> None:
    """A table without a unit column belongs to the unit that its title lines name."""
    (table,), _, _ = read(sheet(by_unit(*titles), name="Một cửa"))
    assert (unit, cell) == (table.unit_context, table.unit_cell)


@pytest.mark.parametrize(
    ("name", "file", "unit"),
    [
        ("Phường An Lộc", "mot-cua.xlsx", "Phường An Lộc"),
        ("An Bình A", "mot-cua.xlsx", "An Bình A"),
        ("Một cửa - An Lạc", "a.xlsx", "An Lạc"),
        ("P.An Lạc", "mot-cua.xlsx", "P An Lạc"),
        ("Sheet1", "mot-cua-phuong-an-loc-2021.csv", "phuong an loc"),
        ("Danh sách hồ sơ", "So theo doi_Xã Tân Hội.xlsx", "Xã Tân Hội"),
    ],
)
def test_the_unit_of_a_sheet_from_its_own_or_its_files_name(name: str, file: str, unit: str, read: Reader) -> None:
    """Without a title the sheet's name says the unit, else the file's, with the words of all exports taken out."""
    (table,), _, _ = read(sheet(by_unit(["DANH SÁCH HỒ SƠ MỘT CỬA"]), name=name), name=file)
    assert (unit, "") == (table.unit_context, table.unit_cell)


@pytest.mark.parametrize(
    "name", ["Sheet1", "Trang tính1", "Danh sách hồ sơ", "DVC 2021", "Xã, phường", "Thành phố Hồng Ngự"]
)
def test_without_any_unit_a_list_is_refused(name: str, read: Reader) -> None:
    """Names that every export may have are no units."""
    tables, findings, _ = read(sheet(by_unit(["UBND THÀNH PHỐ HỒNG NGỰ"]), name=name), name="mot-cua-2021.xlsx")
    assert [] == tables
    assert ["missing_column"] == [finding.code for finding in findings]


def test_sections_of_several_units_on_one_sheet(read: Reader) -> None:
    """The same header under another unit's title line is a table of its own, of the same system."""
    first = by_unit(["HỒ SƠ MỘT CỬA"], ["Đơn vị: UBND phường An Lộc"])
    second = by_unit(["Đơn vị: UBND phường An Lạc"])
    tables, _, _ = read(sheet([*first, [], *second]))
    assert [("UBND phường An Lộc", 2), ("UBND phường An Lạc", 2)] == [(t.unit_context, t.receipt.rows) for t in tables]
    assert [ONE_STOP, ONE_STOP] == [table.receipt.system for table in tables]


def test_sections_of_several_systems_on_one_sheet(read: Reader) -> None:
    """The same header under a title that names another system is a table of that system."""
    rows: list[Row] = [["HỒ SƠ MỘT CỬA"], *dossiers(2), [], ["HỒ SƠ CỔNG DỊCH VỤ CÔNG"], *dossiers(3)]
    tables, _, _ = read(sheet(rows))
    assert [(ONE_STOP, 2), (PUBLIC, 3)] == [(table.receipt.system, table.receipt.rows) for table in tables]


def test_an_empty_unit_column_says_no_more_than_none(read: Reader) -> None:
    """Where the unit column was left blank throughout, the title lines say whose list it is."""
    rows = dossiers(2)
    for row in rows[1:]:
        row[2] = None
    (table,), _, _ = read(sheet([["Đơn vị: Phòng Y tế"], *rows], name="Một cửa"))
    assert ("Phòng Y tế", False) == (table.unit_context, "unit" in table.columns)
