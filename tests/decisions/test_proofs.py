"""Rows of figures proven by arithmetic: a total under any label if it adds up, else left out and said."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Decided, Row, decide
from tests.support.sheets import sheet

LOC, A, B = "Phường An Lộc", "Phường An Bình A", "Phường An Bình B"
COUNTS = ("Đã giải quyết trước hạn", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn")
UNITS: Row = ("STT", "Đơn vị", *COUNTS)
FIELDS: Row = ("STT", "Lĩnh vực", *COUNTS)
BOTH: Row = ("Đơn vị", "Lĩnh vực", *COUNTS)
TITLE: Row = ("Đơn vị báo cáo: UBND phường An Lộc",)


def by_field(*rows: Row) -> Decided:
    """A form of one unit by field."""
    return decide([TITLE, [], FIELDS, *rows])


@pytest.mark.parametrize("label", ["Cộng Hộ tịch, Chứng thực", "Tổng các lĩnh vực tư pháp", "Lũy kế đến nay"])
def test_what_opens_like_a_total_is_one_if_it_adds_up(label: str) -> None:
    """A label that opens with a word for totals is a total where its figures are the sum of its neighbours."""
    found = by_field(
        [1, "Hộ tịch", 7, 1, 0], [2, "Chứng thực", 5, 2, 1], [None, label, 12, 3, 1], [3, "Đất đai", 4, 4, 0]
    )
    assert ([3, 4, 6], []) == (found.table.rows.tolist(), found.codes)
    assert 1 == found.table.receipt.account.rows["total"]


def test_a_total_that_adds_up_nothing_is_left_out_and_said() -> None:
    """Where its figures are no sum of any neighbours nothing says what the row is: the unit's figures are doubtful."""
    found = by_field([1, "Hộ tịch", 7, 1, 0], [2, "Chứng thực", 5, 2, 1], [None, "Cộng Hộ tịch", 99, 3, 1])
    assert ([3, 4], ["row_left_out"]) == (found.table.rows.tolist(), found.codes)
    assert "A6" == found.findings[-1].cell
    assert found.table.doubtful_whole


@pytest.mark.parametrize("name", ["Công an phường An Lộc", "Trung tâm Phục vụ hành chính công", "Tổ công nghệ số"])
def test_units_that_begin_like_totals_are_units(name: str) -> None:
    """A word that only begins like a total, or that names a unit, is none."""
    found = decide([UNITS, [1, LOC, 7, 1, 0], [2, name, 5, 2, 1], [3, A, 4, 4, 0]])
    assert [LOC, name, A] == found.values("unit")


@pytest.mark.parametrize("place", [0, 3])
def test_a_units_own_total_is_not_counted_beside_its_parts(place: int) -> None:
    """A row without a field, above or below the fields that it sums, is the unit's own total."""
    rows: list[Row] = [[LOC, "Hộ tịch", 7, 1, 0], [LOC, "Chứng thực", 5, 2, 1], [LOC, "Đất đai", 4, 4, 0]]
    own: Row = [LOC, None, 16, 7, 1]
    found = decide([BOTH, *rows[:place], own, *rows[place:], [A, "Hộ tịch", 9, 9, 9]])
    assert ([7, 5, 4, 9], ["rows_own_total"]) == (found.values("early"), found.rules)


def test_an_own_total_that_does_not_add_up_makes_its_unit_doubtful() -> None:
    """A row that stands out and is no sum of the others: which of them count is not known, for this unit alone."""
    rows: list[Row] = [[LOC, None, 99, 7, 1], [LOC, "Hộ tịch", 7, 1, 0], [LOC, "Chứng thực", 5, 2, 1]]
    found = decide([BOTH, *rows, [A, "Hộ tịch", 9, 9, 9], [A, "Chứng thực", 1, 1, 1]])
    doubtful = {str(found.values("unit")[position]) for position in found.table.doubtful}
    assert ({LOC}, False) == (doubtful, found.table.doubtful_whole)


def test_rows_of_periods_are_left_to_the_periods() -> None:
    """A quarter below its months is no total to be taken out: which periods stand for the year is decided with them."""
    rows: list[Row] = [[LOC, f"Tháng {n}", 7, 1, 0] for n in (1, 2, 3)]
    found = decide([["Đơn vị", "Tháng", *COUNTS], *rows, [LOC, "Quý I", 21, 3, 0]])
    assert ([7, 7, 7, 21], []) == (found.values("early"), found.rules)


def test_details_below_a_unit_are_its_own() -> None:
    """Rows of levels below a unit that add up to it are not counted again; rows that do not stay data."""
    fits = decide([UNITS, [1, LOC, 9, 3, 1], [None, "Mức độ 3", 4, 1, 0], [None, "Mức độ 4", 5, 2, 1], [2, A, 4, 4, 0]])
    assert ([LOC, A], ["rows_details"]) == (fits.values("unit"), fits.rules)
    other = decide(
        [UNITS, [1, LOC, 9, 3, 1], [None, "Mức độ 3", 4, 1, 0], [None, "Mức độ 4", 9, 2, 1], [2, A, 4, 4, 0]]
    )
    assert [LOC, "Mức độ 3", "Mức độ 4", A] == other.values("unit")


def test_a_form_without_a_units_name_does_not_fail() -> None:
    """Rows of levels under a head of units, and no unit among them, stay data for the register to refuse."""
    found = decide([UNITS, [1, "Mức độ 3", 9, 3, 1], [2, "Mức độ 4", 4, 1, 0]])
    assert ["Mức độ 3", "Mức độ 4"] == found.values("unit")


def test_group_rows_that_name_units_are_data_with_their_details() -> None:
    """A group row that names a unit and has figures is the unit's if its details add up to it, else a group."""

    def form(hamlet: int) -> Decided:
        rows: list[Row] = [["I", "UBND phường An Lộc", 9, 3, 1], [1, "Hộ tịch", 4, 1, 0], [2, "Đất đai", hamlet, 2, 1]]
        rows += [["II", "UBND phường An Bình A", 4, 4, 0], [1, "Hộ tịch", 3, 3, 0], [2, "Đất đai", 1, 1, 0]]
        return decide([UNITS, *rows])

    assert (["UBND phường An Lộc", "UBND phường An Bình A"], ["rows_details"] * 2) == (
        form(5).values("unit"),
        form(5).rules,
    )
    assert "UBND phường An Lộc" not in form(6).values("unit")


def test_a_unit_left_out_below_its_first_row_is_filled_down_if_a_total_proves_it() -> None:
    """Rows without a unit are those of the unit above where its total sums them all; else that unit is doubtful."""
    rows: list[Row] = [[LOC, "Hộ tịch", 7, 1, 0], [None, "Chứng thực", 5, 2, 1]]
    proven = decide([BOTH, *rows, ["Cộng phường An Lộc", None, 12, 3, 1], [A, "Hộ tịch", 9, 9, 9]])
    assert ([LOC, LOC, A], ["unit_filled_down"]) == (proven.values("unit"), proven.rules)
    for total in ([], [["Cộng phường An Lộc", None, 99, 3, 1]]):
        open_ = decide([BOTH, *rows, *total, [A, "Hộ tịch", 9, 9, 9]])
        assert ([LOC, None, A], {0}) == (open_.values("unit"), set(open_.table.doubtful))


def test_a_field_of_no_unit_is_no_total() -> None:
    """One row that happens to equal another of two is no total where nothing makes it stand out."""
    found = by_field([1, "Hộ tịch", 7, 1, 0], [2, "Chứng thực", 7, 1, 0])
    assert ([7, 7], []) == (found.values("early"), [rule for rule in found.rules if rule.startswith("rows")])


@pytest.mark.parametrize("label", ["Tất cả các lĩnh vực", "Chung toàn đơn vị", "Tổng hợp toàn phường"])
@pytest.mark.parametrize("place", [0, 2])
def test_the_sum_of_all_others_at_the_end_is_the_units_own_total_under_any_words(label: str, place: int) -> None:
    """An unnumbered first or last row that sums several others in several columns is no field beside them."""
    rows: list[Row] = [[1, "Hộ tịch", 40, 10, 2], [2, "Đất đai", 40, 9, 1]]
    found = by_field(*rows[:place], [None, label, 80, 19, 3], *rows[place:])
    assert ([40, 40], ["rows_own_total"]) == (found.values("early"), [r for r in found.rules if r.startswith("rows")])


def test_a_numbered_field_that_happens_to_be_the_sum_is_a_field() -> None:
    """A row with a number of its own in the form is one of the form's rows."""
    found = by_field([1, "Hộ tịch", 40, 10, 2], [2, "Đất đai", 40, 9, 1], [3, "Xây dựng", 80, 19, 3])
    assert [40, 40, 80] == found.values("early")


@pytest.mark.parametrize("merged", [True, False])
def test_a_units_total_above_rows_that_leave_the_unit_out_is_its_row(merged: bool) -> None:
    """A total with the unit's name holds its figures where the rows below, which name no unit, add up to it."""
    rows: list[Row] = [["STT", "Đơn vị", "Lĩnh vực", *COUNTS], [1, LOC, "Tổng", 12, 3, 1]]
    rows += [[None, None, "Hộ tịch", 7, 1, 0], [None, None, "Chứng thực", 5, 2, 1], [2, A, "Tổng", 9, 4, 0]]
    rows += [[None, None, "Hộ tịch", 4, 4, 0], [None, None, "Chứng thực", 5, 0, 0]]
    found = decide(sheet(rows, merges=["B2:B4", "B5:B7"] if merged else (), name="Một cửa"))
    assert ([LOC, A], [12, 9], []) == (found.values("unit"), found.values("early"), found.codes)


def test_one_field_and_a_row_of_the_same_figures_may_be_its_total_or_another_field() -> None:
    """With a single part nothing is added up: both rows stand, and the unit's figures are not judged."""
    found = by_field([1, "Hộ tịch", 40, 10, 2], [None, "Tất cả các lĩnh vực", 40, 10, 2])
    assert ([40, 40], True) == (found.values("early"), bool(found.table.doubtful) or found.table.doubtful_whole)
