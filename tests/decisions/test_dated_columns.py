"""Columns of periods beside others: what is dated and what is not never mix, and parts add up only where they may."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Decided, Row, decide
from thidua_cli.intake.layout.counts import count_field

LOC, A = "Phường An Lộc", "Phường An Bình A"
TITLE: Row = ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT TTHC TẠI BỘ PHẬN MỘT CỬA NĂM 2021"]
RESOLVED = ("Đã giải quyết đúng hạn", "Đã giải quyết quá hạn")


def form(*heads: str, row: tuple[int, ...]) -> Decided:
    """A form of two units under some heads and the usual ones of what was resolved."""
    rows: list[Row] = [TITLE, ["STT", "Đơn vị", *heads, *RESOLVED]]
    return decide([*rows, [1, LOC, *row, 390, 4], [2, A, *row, 300, 40]])


def test_halves_beside_a_years_figure_are_its_parts() -> None:
    """What was received is of the year, what was filed online is given by halves: each is counted once."""
    heads = ("Tiếp nhận", "Tiếp nhận trực tuyến 6 tháng đầu năm", "Tiếp nhận trực tuyến 6 tháng cuối năm")
    found = form(*heads, row=(1000, 300, 200))
    assert [2, 3, 4] == found.places("received_total", "received_online", "received_online+1")
    assert "2021" == str(found.table.receipt.period)


def test_stocks_of_parts_do_not_add_up() -> None:
    """What came before is in every quarter's total: four of them are no year, and nothing is counted four times."""
    heads = tuple(f"Tiếp nhận quý {quarter}" for quarter in ("I", "II", "III", "IV"))
    found = form(*heads, "Tiếp nhận trực tuyến", row=(100, 100, 100, 100, 150))
    assert [None, 6] == found.places("received_total", "received_online")


def test_a_half_given_twice_is_no_part_of_a_sum() -> None:
    """Two columns of the first half and one of the second: none of them is chosen to make up the year."""
    heads = (
        "Tiếp nhận",
        "Tiếp nhận trực tuyến 6 tháng đầu năm",
        "Trực tuyến tiếp nhận 6 tháng đầu năm",
        "Tiếp nhận trực tuyến 6 tháng cuối năm",
    )
    assert [None] == form(*heads, row=(1000, 300, 200, 100)).places("received_online")


def test_a_column_without_a_period_is_of_the_tables_own() -> None:
    """Beside a result of the fourth quarter the one that names no period is the year's, and it is read."""
    title: Row = ["KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2021"]
    heads: Row = ["STT", "Đơn vị", "Nhiệm vụ", "Kết quả thực hiện", "Kết quả thực hiện quý IV"]
    rows: list[Row] = [
        [1, LOC, "Rà soát", "Chưa hoàn thành", "Hoàn thành"],
        [2, A, "Niêm yết", "Hoàn thành", "Hoàn thành"],
    ]
    found = decide([title, heads, *rows])
    assert [3] == found.places("result")


def test_what_was_left_of_a_year_is_no_count_of_that_year() -> None:
    """Under the head "Tồn năm 2020 chuyển sang" stands what a table of 2021 carried over."""
    found = form("Tổng số tiếp nhận năm 2021", "Tồn năm 2020 chuyển sang", row=(1000, 200))
    assert ([2, 3], "2021") == (found.places("received_total", "carried_over"), str(found.table.receipt.period))


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (("Đã giải quyết", "Đúng"), "on_time"),
        (("Đã giải quyết", "Dừng"), None),
        (("Da giai quyet", "Dung"), "on_time"),
        (("Đã giải quyết", "Quá"), "late"),
        (("Tiếp nhận", "Trực tuyến"), "received_online"),
        (("Tiếp nhận", "Không trực tuyến"), None),
        (("Tiếp nhận", "Kỳ trước chuyển sang"), "carried_over"),
        (("Tiếp nhận", "Số chuyển sang"), "carried_over"),
        (("Tiếp nhận", "Chuyển qua bưu chính"), "received_post"),
    ],
)
def test_one_word_more_or_another_accent_is_another_count(path: tuple[str, ...], field: str | None) -> None:
    """A denial, an accent or what something was passed on to changes what a column counts."""
    assert field == count_field(path)


def test_columns_of_authors_and_of_posts_are_read_together() -> None:
    """A co-author is an author, and who is deputy chairman by one column is no less so by another."""
    heads: Row = ["STT", "Đơn vị", "Tên sáng kiến", "Tác giả", "Đồng tác giả", "Kết quả công nhận"]
    ideas = decide([heads, [1, LOC, "Mô hình A", "Nguyễn Văn An", "Trần Thị Bình", "Công nhận"]])
    assert ["Nguyễn Văn An; Trần Thị Bình"] == ideas.values("author")
    heads = ["STT", "Họ và tên", "Chức vụ", "Chức danh", "Đơn vị", "Xếp loại"]
    person: Row = [1, "Nguyễn Văn An", "Chuyên viên", "Phó Chủ tịch UBND", LOC, "Hoàn thành tốt nhiệm vụ"]
    assert ["Chuyên viên; Phó Chủ tịch UBND"] == decide([heads, person]).values("position")
