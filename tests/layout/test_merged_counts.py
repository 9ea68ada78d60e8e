"""A figure merged over several rows belongs to them together."""

from __future__ import annotations

from tests.layout.conftest import Reader, values
from tests.support.sheets import sheet
from thidua_cli.intake.periods import periods_in
from thidua_cli.intake.sheet import CellValue, ExcelError

HEAD: list[CellValue] = ["STT", "Đơn vị", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn"]
ROWS: list[list[CellValue]] = [
    ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT TTHC TẠI BỘ PHẬN MỘT CỬA NĂM 2021"],
    HEAD,
    [1, "Phường An Lộc", "Hộ tịch", 300, 100, 0],
    [None, None, "Đất đai", None, 100, 0],
    [None, None, "Chứng thực", None, 99, 1],
    [2, "Phường An Thạnh", "Hộ tịch", 100, 50, 0],
    [None, None, "Đất đai", None, 50, 0],
]
UNITS = ("A3:A5", "B3:B5", "A6:A7", "B6:B7")


def test_a_merged_count_is_added_up_once(read: Reader) -> None:
    """The name is every row's, the figure is not."""
    (table,), _, _ = read(sheet(ROWS, merges=(*UNITS, "D3:D5", "D6:D7")))
    assert values(table, "received_total") == [300, None, None, 100, None]
    assert values(table, "unit") == ["Phường An Lộc"] * 3 + ["Phường An Thạnh"] * 2


def test_a_count_merged_over_two_units_says_nothing_of_either(read: Reader) -> None:
    """Neither the first unit has all of it nor the second none."""
    (table,), _, _ = read(sheet(ROWS, merges=(*UNITS, "D5:D6")))
    received = values(table, "received_total")
    assert [isinstance(value, ExcelError) for value in received] == [False, False, True, True, False]


def test_a_place_that_folds_to_a_month_is_none() -> None:
    """The word "Thắng" is no "tháng"; both spellings of a month and of a quarter stay."""
    assert periods_in("Quyết Thắng 1", 2021) == ()
    assert [str(p) for p in periods_in("thang 1", 2021)] == ["2021-01"]
    assert [str(p) for p in periods_in("Tháng 1", 2021)] == ["2021-01"]
    assert periods_in("Bản Quỳ 1", 2021) == ()
