"""Which column is read where several may be: by period, by words, by cells; else none, and that is said."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Row, decide
from tests.support.sheets import sheet
from thidua_cli.intake.sheet import Sheet

LOC, A = "Phường An Lộc", "Phường An Bình A"
INDEX = ("STT", "Đơn vị")


def index(*heads: str, rows: tuple[Row, Row]) -> list[Row]:
    """A table of index scores of two units under some heads."""
    return [[*INDEX, *heads], [1, LOC, *rows[0]], [2, A, *rows[1]]]


def test_the_plans_period_before_others() -> None:
    """Of the scores of 2020 and 2021 the plan's are read, wherever they stand."""
    for heads, place in (
        (("Chỉ số CCHC năm 2020", "Chỉ số CCHC năm 2021"), 3),
        (("Chỉ số CCHC năm 2021", "Chỉ số CCHC năm 2020"), 2),
    ):
        found = decide(index(*heads, rows=([70, 80], [71, 81])))
        assert ([place], ["column_period"]) == (found.places("score"), found.rules)


def test_scores_of_another_year_alone_are_of_that_year() -> None:
    """Where the heads name only another year, that is the table's period and no choice."""
    found = decide(index("Chỉ số CCHC năm 2020", "Xếp hạng", rows=([70, 1], [71, 2])))
    assert "2020" == str(found.table.receipt.period)


def test_final_before_appraised_before_self() -> None:
    """Scores of the same words are told apart by who gave them: fields of their own, whatever their order."""
    found = decide(index("Điểm tự chấm", "Điểm chính thức", "Điểm thẩm định", rows=([9, 8, 7], [6, 5, 4])))
    assert [2, 3, 4] == found.places("score_self", "score_final", "score_appraised")


@pytest.mark.parametrize(
    ("heads", "place"),
    [
        (("Kết quả tự đánh giá", "Kết quả thẩm định"), 4),
        (("Kết quả thẩm định", "Kết quả tự đánh giá"), 3),
        (("Kết quả thẩm định", "Kết quả chính thức"), 4),
    ],
)
def test_results_go_by_who_gave_them(heads: tuple[str, str], place: int) -> None:
    """Of two columns of results the final one is read, else the appraised one, never what the unit says of itself."""
    rows: list[Row] = [["STT", "Đơn vị", "Nhiệm vụ", *heads]]
    rows += [[1, LOC, "Rà soát", "Hoàn thành", "Chưa hoàn thành"], [2, A, "Niêm yết", "Chưa hoàn thành", "Hoàn thành"]]
    found = decide(rows)
    assert ([place], True) == (found.places("result"), "column_qualifier" in found.rules)


def test_columns_that_hold_the_same_are_one() -> None:
    """Two columns of one head with the same cells are no question; one cell that differs is."""
    heads = ("Điểm thẩm định", "Điểm thẩm định")
    same = decide(index(*heads, rows=([80, 80], [90, 90])))
    other = decide(index(*heads, rows=([80, 80], [90, 91])))
    assert ([2], ["column_same"], []) == (same.places("score_appraised"), same.rules, same.codes)
    assert ([None], ["column_open"], ["ambiguous_column"]) == (
        other.places("score_appraised"),
        other.rules,
        other.codes,
    )
    assert frozenset({"score_appraised"}) == other.table.open


HEADS_OF_LATE = ["A1:A3", "B1:B3", "C1:F1", "C2:C3", "D2:D3", "E2:F2"]


def late(*heads: str) -> Sheet:
    """A form that splits what was late under two heads."""
    rows: list[Row] = [["STT", "Đơn vị", "Đã giải quyết", None, None, None]]
    rows += [[None, None, "Trước hạn", "Đúng hạn", "Quá hạn", None], [None, None, None, None, *heads]]
    return sheet([*rows, [1, LOC, 50, 40, 5, 2], [2, A, 9, 9, 1, 0]], merges=HEADS_OF_LATE, name="Một cửa")


def test_parts_of_a_count_add_up_where_there_is_no_whole() -> None:
    """Late for two reasons is late, both added up; beside a whole the parts are only looked at."""
    parts = decide(late("Nguyên nhân khách quan", "Nguyên nhân chủ quan"))
    whole = decide(late("Tổng số", "Nguyên nhân chủ quan"))
    assert ([4, 5], ["column_parts"]) == (parts.places("late", "late+1"), parts.rules)
    assert ([4, None], []) == (whole.places("late", "late+1"), whole.rules)


def test_the_whole_before_its_parts() -> None:
    """A column whose words say that it is the whole is read, not the parts beside it."""
    heads = ("Số nhiệm vụ được giao theo kế hoạch", "Tổng số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành")
    found = decide([[*INDEX, *heads], [1, LOC, 4, 10, 9], [2, A, 3, 5, 5]])
    assert ([3], ["column_whole"]) == (found.places("assigned"), found.rules)


def test_the_column_that_is_the_sum_of_the_others() -> None:
    """Where words do not tell them apart, the column that is the sum of the others in every row is the whole."""
    heads = ("Số nhiệm vụ được giao", "Số nhiệm vụ được giao", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành")
    fits = decide([[*INDEX, *heads], [1, LOC, 4, 10, 6, 9], [2, A, 3, 5, 2, 5]])
    not_quite = decide([[*INDEX, *heads], [1, LOC, 4, 10, 6, 9], [2, A, 3, 6, 2, 5]])
    assert ([3], True) == (fits.places("assigned"), "column_sum" in fits.rules)
    assert ([], 1, ["ambiguous_column"]) == (list(not_quite.tables), len(not_quite.withheld), not_quite.codes)


def dates(*heads: str, cells: tuple[Row, ...]) -> list[Row]:
    """A list of dossiers with two columns of one meaning at its end."""
    usual = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày trả kết quả"]
    rows: list[Row] = [[*usual, *heads]]
    for number, own in enumerate(cells, 1):
        rows.append([f"000.05.41.H20-210201-{number:04d}", LOC, "01/02/2021", "04/02/2021", *own])
    return rows


def test_cells_of_the_kind_that_is_asked_for() -> None:
    """Of two columns of due dates the one that holds dates is read, not the one with numbers of days."""
    found = decide(dates("Ngày hẹn trả", "Ngày hẹn trả", cells=(["7 ngày", "08/02/2021"], ["5 ngày", "09/02/2021"])))
    assert ([5], True) == (found.places("due"), "column_values" in found.rules)


def test_columns_that_fill_each_other_are_read_together() -> None:
    """Two date columns of which each row fills one are one; a row that fills both leaves it open."""
    heads = ("Ngày hẹn trả", "Ngày hẹn trả")
    one = decide(dates(*heads, cells=(["08/02/2021", None], [None, "09/02/2021"])))
    both = decide(dates(*heads, cells=(["08/02/2021", "10/02/2021"], [None, "09/02/2021"])))
    assert (["08/02/2021", "09/02/2021"], True) == (one.values("due"), "column_filling" in one.rules)
    assert ["ambiguous_column"] == both.codes
    assert [] == list(both.tables)
    assert 1 == len(both.withheld)


def test_a_column_without_any_cell_is_no_candidate() -> None:
    """An empty column of the right head gives way to one that is filled."""
    found = decide(index("Điểm thẩm định", "Điểm thẩm định", rows=([None, 80], [None, 90])))
    assert ([3], []) == (found.places("score_appraised"), found.codes)


def test_the_unit_that_handles_before_others() -> None:
    """Of the receiving, the plain and the handling unit the last is read, wherever it stands."""
    rows: list[Row] = [["STT", "Đơn vị tiếp nhận", "Đơn vị chủ trì", "Nhiệm vụ", "Kết quả thực hiện"]]
    rows += [[1, "Phòng Nội vụ", LOC, "Rà soát", "Hoàn thành"], [2, "Phòng Nội vụ", A, "Niêm yết", "Hoàn thành"]]
    found = decide(rows)
    assert ([2], True) == (found.places("unit"), "column_words" in found.rules)


def test_two_plain_units_that_differ_are_not_chosen_between() -> None:
    """Two columns of units of equal rank make the table unusable; where they agree it is used."""
    heads = ("Đơn vị", "Đơn vị", "Nhiệm vụ", "Kết quả thực hiện")
    differ = decide([heads, [LOC, A, "Rà soát", "Hoàn thành"], [A, LOC, "Niêm yết", "Hoàn thành"]])
    agree = decide([heads, [LOC, LOC, "Rà soát", "Hoàn thành"], [A, A, "Niêm yết", "Hoàn thành"]])
    assert ([], 1, ["ambiguous_column"]) == (list(differ.tables), len(differ.withheld), differ.codes)
    assert ([LOC, A], []) == (agree.values("unit"), agree.codes)


def test_free_words_never_leave_a_table_open() -> None:
    """Two columns on which no figure rests are both kept: the second fills the blanks of the first."""
    heads = ("Đơn vị", "Nhiệm vụ", "Nhiệm vụ", "Kết quả thực hiện")
    found = decide([heads, [LOC, "Rà soát", "x", "Hoàn thành"], [A, None, "Niêm yết", "Hoàn thành"]])
    assert (["Rà soát", "Niêm yết"], []) == (found.values("task"), found.codes)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (
            [
                ["STT", "Đơn vị", "Điểm thẩm định", None, None],
                [None, None, "Phần A", "Phần B", "Tổng"],
                [1, LOC, 40, 50, 90],
                [2, A, 30, 45, 75],
            ],
            4,
        ),
        (
            [
                ["STT", "Đơn vị", "Kết quả thực hiện", None, "Nhiệm vụ"],
                [None, None, "Tự đánh giá", "Thẩm định", None],
                [1, LOC, "Hoàn thành", "Chưa hoàn thành", "Rà soát"],
                [2, A, "Hoàn thành", "Hoàn thành", "Niêm yết"],
            ],
            3,
        ),
    ],
)
def test_heads_of_two_rows_without_merges(rows: list[Row], place: int) -> None:
    """Delimited texts know no merged cells: what stands under a head is its part, and the first is not the whole."""
    found = decide(rows)
    assert not found.tables or place in found.places("score_appraised", "result")
