"""Group rows as names of units: which level names them, and which groups are topics under a title's unit."""

from __future__ import annotations

import pytest

from tests.layout.conftest import Reader, values
from tests.support.sheets import sheet
from thidua_cli.intake.layout.names import looks_like_unit
from thidua_cli.intake.sheet import CellValue

HEAD: list[CellValue] = ["STT", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn"]
TITLE = "BÁO CÁO TÌNH HÌNH GIẢI QUYẾT TTHC TẠI BỘ PHẬN MỘT CỬA NĂM 2021"


def _lines(title: str) -> list[list[CellValue]]:
    return [[line] for line in title.split("\n")]


def grouped(*groups: tuple[str, str], title: str = TITLE) -> list[list[CellValue]]:
    """A form with one row of figures under each group row."""
    rows: list[list[CellValue]] = [*_lines(title), HEAD]
    for place, (number, text) in enumerate(groups):
        rows += [[number, text], [1, f"Lĩnh vực {place}", 100, 99, 1]]
    return rows


def test_a_group_of_a_units_level_is_a_unit_of_its_own(read: Reader) -> None:
    """A name without its kind beside one that has it never goes on with the unit before."""
    (table,), _, _ = read(sheet(grouped(("I", "Phường An Lộc"), ("II", "An Thạnh"))))
    assert values(table, "unit") == ["Phường An Lộc", "An Thạnh"]


def test_a_deeper_group_goes_on_with_its_unit(read: Reader) -> None:
    """Fields under a unit are no units, whichever numbering is the upper one."""
    groups = [("I", "Phường An Lộc"), ("A", "Hộ tịch"), ("B", "Đất đai"), ("II", "Phường An Thạnh"), ("A", "Hộ tịch")]
    (table,), _, _ = read(sheet(grouped(*groups)))
    assert values(table, "unit") == ["Phường An Lộc"] * 3 + ["Phường An Thạnh"] * 2


TASKS = "UBND PHƯỜNG AN LỘC\nKẾT QUẢ THỰC HIỆN NHIỆM VỤ CCHC NĂM 2021"


def tasks(*topics: str) -> list[list[CellValue]]:
    """A list of tasks with one task under each topic."""
    rows: list[list[CellValue]] = [*_lines(TASKS), ["STT", "Nhiệm vụ", "Kết quả thực hiện"]]
    for place, topic in enumerate(topics):
        rows += [["I" * (place + 1), topic], [1, f"Ban hành văn bản thứ {place}", "Hoàn thành"]]
    return rows


def test_topics_under_a_titles_unit_are_no_units(read: Reader) -> None:
    """One topic that begins like an office does not make the others units."""
    (table,), _, _ = read(sheet(tasks("Cải cách thể chế", "Trung tâm dữ liệu", "Hiện đại hóa")))
    assert "unit" not in table.columns
    assert table.unit_context == "UBND PHƯỜNG AN LỘC"


def test_half_topics_half_offices_are_not_used(read: Reader) -> None:
    """Nobody can tell whether such groups are units: it is said, and the table is left alone."""
    tables, findings, _ = read(sheet(tasks("Cải cách thể chế", "Trung tâm dữ liệu, phòng họp không giấy")))
    assert not tables
    assert "unit_column_unknown" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Phường An Lộc", True),
        ("PHUONG AN LOC", True),
        ("P. An Lộc", True),
        ("Uỷ ban nhân dân xã Tân Hội", True),
        ("Phương án sắp xếp tổ chức", False),
        ("Phương tiện giao thông", False),
        ("Phong trào thi đua", False),
        ("Xa lộ An Bình", False),
    ],
)
def test_a_units_kind_is_read_with_its_accents(text: str, unit: bool) -> None:
    """A text with accents says "phường" only with its own ones."""
    assert looks_like_unit(text) is unit
