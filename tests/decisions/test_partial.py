"""Whether a list of dossiers holds all of them, or some only, by its title, sheet or file name."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Row, decide
from tests.layout.lists import dossiers

NEUTRAL = "DANH SÁCH HỒ SƠ MỘT CỬA"


@pytest.mark.parametrize(
    ("title", "which"),
    [
        ("DANH SÁCH HỒ SƠ QUÁ HẠN", "late"),
        ("Danh sach ho so tre hen", "late"),
        ("Hồ sơ giải quyết chậm năm 2021", "late"),
        ("HỒ SƠ ĐANG GIẢI QUYẾT QUÁ HẠN", "overdue"),
        ("DANH SÁCH HỒ SƠ ĐANG XỬ LÝ", "running"),
        ("Hồ sơ tồn đọng", "running"),
        ("Danh sách hồ sơ sắp đến hạn", "running"),
        ("DANH SÁCH HỒ SƠ ĐÃ TRẢ KẾT QUẢ", "returned"),
        ("Hồ sơ trả kết quả đúng hạn", "on_time"),
        ("DANH SÁCH HỒ SƠ XIN GIA HẠN", "extended"),
        ("Hồ sơ tạm dừng, chờ bổ sung", "sent_back"),
        ("DANH SÁCH HỒ SƠ CHẬM TIẾP NHẬN", "late_reception"),
        # Guards: all of them, or words that speak of something else.
        (NEUTRAL, ""),
        ("DANH SÁCH HỒ SƠ ĐÃ VÀ ĐANG GIẢI QUYẾT", ""),
        ("Hồ sơ đúng hạn, quá hạn", ""),
        ("TÌNH HÌNH TIẾP NHẬN VÀ TRẢ KẾT QUẢ HỒ SƠ", ""),
        ("Danh sách toàn bộ hồ sơ đã giải quyết", ""),
        ("Ghi chú: hồ sơ quá hạn tô màu đỏ", ""),
        ("Bộ phận Tiếp nhận và Trả kết quả", ""),
    ],
)
def test_a_title_says_which_dossiers_a_list_holds(title: str, which: str) -> None:
    """One state that is said of every dossier makes a list partial; both of a pair, or none, leaves it whole."""
    found = decide([[title], *dossiers(3)])
    assert (which, ["partial_named"] if which else []) == (
        found.table.receipt.partial,
        [rule for rule in found.rules if rule.startswith("partial")],
    )


@pytest.mark.parametrize(
    ("name", "file", "which"),
    [
        ("Hồ sơ quá hạn", "a.xlsx", "late"),
        ("Một cửa", "ho_so_qua_han_2021.xlsx", "late"),
        ("Một cửa", "DanhSachHoSoTreHan2021.xlsx", "late"),
        ("Một cửa", "ho so dung han va tre han.xlsx", ""),
        ("TN-TKQ", "mot-cua.xlsx", ""),
    ],
)
def test_names_say_it_where_no_title_does(name: str, file: str, which: str) -> None:
    """Sheet and file names are read like titles, also where words are joined by capitals or underscores."""
    assert which == decide(dossiers(3), name=name, file=file).table.receipt.partial


def test_a_title_of_all_dossiers_rules_over_a_name() -> None:
    """A title that names both states says that the list is whole, whatever its sheet is called."""
    rows: list[Row] = [["DANH SÁCH HỒ SƠ ĐÚNG HẠN VÀ QUÁ HẠN"], *dossiers(3)]
    assert "" == decide(rows, name="Hồ sơ quá hạn").table.receipt.partial


def test_only_lists_of_dossiers_are_partial() -> None:
    """The statistics of late dossiers are counts, and a list of tasks is no list of dossiers."""
    rows: list[Row] = [
        ["NHIỆM VỤ QUÁ HẠN"],
        ["Đơn vị", "Nhiệm vụ", "Kết quả thực hiện"],
        ["Phường An Lộc", "x", "Hoàn thành"],
    ]
    assert "" == decide(rows).table.receipt.partial
