"""What lines above a table say of its unit, its system and its rows, and what only looks as if they did."""

from __future__ import annotations

import pytest

from tests.layout.conftest import Reader
from tests.support.sheets import sheet
from thidua_cli.evidence.same_rows import subject
from thidua_cli.intake.decisions.partial import partial_of
from thidua_cli.intake.decisions.whose import outside_unit
from thidua_cli.intake.layout.names import unit_within
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import Kind


def said(*lines: str) -> str | None:
    """The unit that title lines name."""
    return outside_unit([Title(line, f"A{row}") for row, line in enumerate(lines, 1)], "Sheet1", "tep.xlsx").name


@pytest.mark.parametrize(
    "line", ["Đơn vị: hồ sơ", "(Đơn vị: Hồ sơ)", "Đơn vị: %", "Đơn vị: Triệu đồng", "Don vi: ho so", "Đơn vị: lượt xe"]
)
def test_a_unit_of_measure_is_no_unit(line: str) -> None:
    """The issuer above stays the unit."""
    assert said("UBND PHƯỜNG AN LỘC", "BÁO CÁO NĂM 2021", line) == "UBND PHƯỜNG AN LỘC"


def test_a_named_unit_goes_before_other_labels() -> None:
    """Of two lines the one that names a unit by its kind; a bare name alone is taken as before."""
    assert said("Đơn vị: Tổ số 1", "Đơn vị báo cáo: Phường An Lộc") == "Phường An Lộc"
    assert said("Đơn vị: An Lộc") == "An Lộc"


def test_a_title_with_several_units_names_none() -> None:
    """Neither the first nor the issuer: whose rows these are must be said by the rows."""
    assert said("UBND PHƯỜNG AN LỘC", "BÁO CÁO NĂM 2021 CỦA PHƯỜNG AN THẠNH VÀ PHƯỜNG AN LỘC") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("DANH SÁCH HỒ SƠ ĐĂNG KÝ HỢP TÁC XÃ KIỂU MỚI NĂM 2021", ""),
        ("Danh sách công chức xã tham mưu năm 2021", ""),
        ("Báo cáo của UBND phường An Lộc năm 2021", "UBND phường An Lộc"),
        ("BÁO CÁO CỦA XÃ TÂN HỘI NĂM 2021", "XÃ TÂN HỘI"),
        ("Báo cáo của phường An Lộc và phường An Lộc năm 2021", "phường An Lộc"),
    ],
)
def test_a_commune_in_a_line_has_a_name(line: str, name: str) -> None:
    """A word that ends in "xã", or small letters after it, name no commune."""
    assert unit_within(line) == name


HEAD: list[CellValue] = [
    "STT",
    "Mã hồ sơ",
    "Đơn vị",
    "Ngày tiếp nhận",
    "Ngày hẹn trả",
    "Ngày kết thúc xử lý",
    "Trạng thái",
]


def rows(first: int, count: int) -> list[list[CellValue]]:
    """Some dossiers of one unit."""
    dates = ["01/03/2021", "10/03/2021", "09/03/2021", "Đã trả kết quả"]
    codes = [f"000.21.14.H29-210301-{first + number}" for number in range(count)]
    return [[number, code, "Phường An Lộc", *dates] for number, code in enumerate(codes, 1)]


@pytest.mark.parametrize("upper", [("A. ", "B. "), ("", ""), ("1. ", "2. ")])
@pytest.mark.parametrize("lower", ["I. ", ""])
def test_a_systems_section_holds_its_groups(upper: tuple[str, str], lower: str, read: Reader) -> None:
    """Groups below "Hồ sơ ngoài phần mềm" are of it too; the next section of its level is not."""
    one, two = (f"{number}{text}" for number, text in zip(upper, ("trên phần mềm", "ngoài phần mềm"), strict=True))
    body: list[list[CellValue]] = [[one], [f"{lower}Hộ tịch"], *rows(1001, 3)]
    body += [[two], [f"{lower}Hộ tịch"], *rows(1020, 4)]
    tables, _, _ = read(sheet([["DANH SÁCH HỒ SƠ MỘT CỬA NĂM 2021"], HEAD, *body]))
    assert {str(table.receipt.system): len(table.rows) for table in tables} == {"one_stop": 3, "logbook": 4}


def test_a_number_of_the_texts_own_is_no_numbering() -> None:
    """A number that is the text's own tells two tasks apart; numbering does not."""
    assert subject("02 cuộc kiểm tra") != subject("03 cuộc kiểm tra")
    assert subject("2. Ban hành kế hoạch") == subject("1.1 Ban hành kế hoạch") == subject("Ban hành kế hoạch")


@pytest.mark.parametrize(
    ("title", "which"),
    [
        ("Danh sách hồ sơ tiếp nhận trẻ em", ""),
        ("Danh sách hồ sơ theo quy trình rút gọn", ""),
        ("Danh sách hồ sơ tiếp nhận trễ", "late_reception"),
        ("Danh sách hồ sơ trễ hạn", "late"),
        ("DANH SACH HO SO TRE HAN", "late"),
        ("Danh sách hồ sơ rút", "sent_back"),
        ("Danh sách hồ sơ bị trả lại", "sent_back"),
    ],
)
def test_words_of_a_part_are_read_with_their_accents(title: str, which: str) -> None:
    """No "trễ" is in "trẻ em", and what is "rút gọn" is not withdrawn."""
    assert partial_of(Kind.DOSSIERS, [Title(title, "A1")], "Sheet1", "tep.xlsx")[0] == which
