"""The cells of a table as evidence gets them: merges spread, percentages in points, formulas and blanks told apart."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Row, decide
from tests.layout.lists import dossiers
from tests.support.sheets import sheet
from thidua_cli.intake.sheet import ExcelError

LOC, A = "Phường An Lộc", "Phường An Bình A"
INDEX: list[Row] = [["Đơn vị", "Chỉ số CCHC", "Xếp hạng"], [LOC, 0.865, 1], [A, 0.79, 2]]


def test_cells_shown_as_percentages_are_points() -> None:
    """A score stored as 0.865 and shown as 86,5% is 86.5; one that is not shown so stays what it is."""
    shown = decide(sheet(INDEX, percent=["B2"]))
    assert [86.5, 0.79] == shown.values("score")
    assert frozenset({"score"}) == shown.table.shares
    assert ([0.865, 0.79], frozenset()) == (decide(INDEX).values("score"), decide(INDEX).table.shares)


def test_a_head_with_a_percent_sign_says_it_too() -> None:
    """Scores under a head with % are shares of 100 as they stand."""
    rows: list[Row] = [["Đơn vị", "Chỉ số CCHC (%)"], [LOC, 86.5], [A, 79]]
    found = decide(rows)
    assert ([86.5, 79], frozenset({"score"})) == (found.values("score"), found.table.shares)


def test_a_cell_merged_over_rows_counts_for_each() -> None:
    """Every row of a vertical merge has the value of its first cell, whatever stale values lie below."""
    rows: list[Row] = [["Đơn vị", "Nhiệm vụ", "Kết quả thực hiện"], [LOC, "a", "Hoàn thành"], [A, "b", "Hoàn thành"]]
    assert [LOC, LOC] == decide(sheet(rows, merges=["A2:A3"])).values("unit")
    assert [LOC, A] == decide(rows).values("unit")


def test_a_formula_without_a_value_is_no_blank() -> None:
    """An uncalculated cell is an error where an empty one of a form would say 0, and the finding says how many."""
    rows: list[Row] = [["Đơn vị", "Đã giải quyết trước hạn", "Đã giải quyết quá hạn"], [LOC, 7, None], [A, None, 1]]
    found = decide(sheet(rows, name="Một cửa", formulas_without_value=["B3"]))
    assert ([7, ExcelError("=")], ["formula_without_value"]) == (found.values("early"), found.codes)
    assert isinstance(found.values("early")[1], ExcelError)


@pytest.mark.parametrize(("struck", "cells"), [(["B3", "C3", "D4"], ("B3", "D4")), (["A1", "H2"], ())])
def test_rows_struck_through_are_read_and_said(struck: list[str], cells: tuple[str, ...]) -> None:
    """One finding for the rows with a struck cell that is read; heads and columns that are not read do not count."""
    found = decide(sheet([[*row, "x"] for row in dossiers(3)], name="Một cửa", struck=struck))
    assert 3 == len(found.table.rows)
    assert ([cells] if cells else []) == [f.cells for f in found.findings if f.code == "struck_through"]


def test_columns_say_what_they_were_taken_for() -> None:
    """The account names every column: read, number, personal, note, share, not used, not known."""
    rows: list[Row] = [
        [
            "STT",
            "Đơn vị",
            "Nhiệm vụ",
            "Kết quả tự đánh giá",
            "Kết quả thẩm định",
            "Điện thoại",
            "Ghi chú",
            "Tỷ lệ",
            "Màu",
        ],
        [1, LOC, "a", "Hoàn thành", "Hoàn thành", "0", "x", "9%", "đỏ"],
        [2, A, "b", "Hoàn thành", "Chưa hoàn thành", "0", "x", "9%", "đỏ"],
    ]
    uses = {use.head: use.use for use in decide(rows).table.receipt.account.columns}
    expected = {
        "STT": "ordinal",
        "Đơn vị": "unit",
        "Nhiệm vụ": "task",
        "Kết quả tự đánh giá": "unused",
        "Kết quả thẩm định": "result",
        "Điện thoại": "personal",
        "Ghi chú": "note",
        "Tỷ lệ": "percent",
        "Màu": None,
    }
    assert expected == uses
