"""What the rows below a header are: data wherever they say whose they are and what came of it."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Row, decide
from thidua_cli.intake.layout.row_words import is_average, is_total, opens_total

LOC, A = "Phường An Lộc", "Phường An Bình A"
TASKS: Row = ("STT", "Nhiệm vụ", "Đơn vị", "Kết quả thực hiện")
COUNTED: Row = ("STT", "Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành")


@pytest.mark.parametrize(
    ("text", "opens", "total"),
    [
        ("Cộng", True, True),
        ("Tổng cộng:", True, True),
        ("TC", True, True),
        ("Lũy kế", True, True),
        ("II. Tổng số", True, True),
        ("Cộng khối xã, phường", True, True),
        ("Cộng quý I", True, True),
        ("Tổng lĩnh vực Đất đai", True, True),
        ("Toàn thành phố", True, True),
        ("tong cong", True, True),
        ("Cộng Hộ tịch", True, False),
        ("Công khai thủ tục", False, False),
        ("Công sở văn minh", False, False),
        ("Cổng thông tin điện tử", False, False),
        ("Nguồn nhân lực", False, False),
        ("Tổng hợp báo cáo quý IV", False, False),
        ("Tổng rà soát thủ tục", False, False),
        ("Cộng tác viên", False, False),
        ("Cộng đồng số", False, False),
        ("Tổng đài 1022", False, False),
        ("Trung bình", False, False),
        ("cong khai", False, False),
    ],
)
def test_a_total_says_so_as_a_word_of_its_own(text: str, opens: bool, total: bool) -> None:
    """Accents are kept where the text has them, and words that only begin so are none."""
    assert (opens, total) == (opens_total(text), is_total(text))


@pytest.mark.parametrize(
    ("text", "average"),
    [
        ("Trung bình", True),
        ("Bình quân chung", True),
        ("Điểm trung bình khối", True),
        ("Trung tâm", False),
        ("Bình Thạnh", False),
    ],
)
def test_a_mean_says_so(text: str, average: bool) -> None:
    """A row of means is named by its word."""
    assert average is is_average(text)


@pytest.mark.parametrize("number", ["I", "A", "1.1", "a)", "-", None])
@pytest.mark.parametrize("label", ["Công khai thủ tục", "Tổng kết công tác", "Trung bình 6 tháng một lần tự kiểm tra"])
def test_a_task_with_unit_and_result_is_data_whatever_it_looks_like(number: str | None, label: str) -> None:
    """Neither its number nor its first words make a row with a unit and a result anything else."""
    found = decide([TASKS, [1, "Rà soát", LOC, "Hoàn thành"], [number, label, A, "Chưa hoàn thành"]])
    assert ([1, 2], []) == (found.table.rows.tolist(), found.codes)


def test_a_group_of_tasks_has_no_unit_and_no_result() -> None:
    """A row with a Roman number and words alone heads others."""
    rows: list[Row] = [
        ["I", "CẢI CÁCH THỂ CHẾ", None, None],
        [1, "Rà soát", LOC, "Hoàn thành"],
        [2, "x", A, "Hoàn thành"],
    ]
    found = decide([TASKS, *rows])
    assert ([2, 3], 1) == (found.table.rows.tolist(), found.table.receipt.account.rows["group"])


def test_totals_groups_means_notes_and_blanks_are_counted_by_class() -> None:
    """Every class of row stands in the account, and they add up."""
    rows: list[Row] = [
        COUNTED,
        ["(1)", "(2)", "(3)", "(4)"],
        ["I", "Khối xã, phường", 12, 10],
        [1, LOC, 5, 5],
        [2, A, 7, 5],
    ]
    rows += [COUNTED, [3, "Phường An Bình B", 2, 2], [], [None, "Tổng cộng", 14, 12], [None, "Bình quân", 4, 4]]
    rows += [[], [None, None, "NGƯỜI LẬP BIỂU"]]
    account = decide(rows).table.receipt.account
    expected = {"data": 3, "total": 2, "group": 1, "index": 1, "header": 1, "note": 1, "empty": 2}
    assert (expected, 2, 12) == (account.rows, account.first, account.last)


def test_lines_that_hold_units_alone_are_not_filled_in() -> None:
    """Numbered lines with names and nothing else are a form not yet filled in; one filled line makes them data."""
    blank = decide([TASKS, [1, "Rà soát", LOC, None], [2, "Niêm yết", A, None]])
    begun = decide([TASKS, [1, "Rà soát", LOC, "Hoàn thành"], [2, "Niêm yết", A, None]])
    assert ([], ["empty_table"]) == (blank.table.rows.tolist(), blank.codes)
    assert ([1, 2], []) == (begun.table.rows.tolist(), begun.codes)


def test_a_register_may_hold_nothing_but_names() -> None:
    """Units in the one filled column of a register are data."""
    rows: list[Row] = [["STT", "Tên đơn vị", "Khối thi đua"], [1, LOC, None], [2, A, None]]
    assert [1, 2] == decide(rows).table.rows.tolist()


def test_rows_below_a_signature_are_no_data_unless_they_stand() -> None:
    """Names under a signature are notes; a full row below it is still a row of the table."""
    rows: list[Row] = [TASKS, [1, "Rà soát", LOC, "Hoàn thành"], [], [None, None, None, "NGƯỜI LẬP BIỂU"]]
    rows += [[None, None, None, "Lê Thị Hòa"], [2, "Niêm yết", A, "Chưa hoàn thành"]]
    assert [1, 5] == decide(rows).table.rows.tolist()
