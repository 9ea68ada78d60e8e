from __future__ import annotations

from dataclasses import replace

import pytest

from tests.layout import forms
from tests.layout.conftest import Reader, values
from tests.layout.lists import DOSSIERS, Row, dossier, dossiers
from tests.support.sheets import sheet

POINTS: Row = ["Đơn vị", "Điểm tự đánh giá", "Điểm thẩm định"]


def with_row(form: forms.Form, position: int, *rows: Row) -> forms.Form:
    """The form with some rows put before one of its body rows."""
    body = [list(row) for row in form.body]
    return replace(form, body=[*body[:position], *rows, *body[position:]])


@pytest.mark.parametrize(
    "row",
    [
        ["A", "Cấp huyện"],
        ["I", "Khối phòng, ban"],
        ["", "Xã, phường, thị trấn"],
        ["Huyện, thị xã, thành phố"],
        ["II.", "Sở ban ngành", 130, 60, 60, 10, 120, 117, 3, 10, 8, 2],
        ["", "UBND xã, phường", 130, 60, 60, 10, 120, 117, 3, 10, 8, 2],
        ["", "Trong đó: hồ sơ trực tuyến", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        ["", "- Hộ tịch", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        ["1.1", "Hộ tịch", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        ["", "Cộng khối xã, phường", 180, 88, 80, 12, 160, 157, 3, 20, 18, 2],
        ["Tổng cộng", "", 180, 88, 80, 12, 160, 157, 3, 20, 18, 2],
        ["", "TỔNG SỐ:", 180, 88, 80, 12, 160, 157, 3, 20, 18, 2],
        ["", "Toàn thành phố", 180, 88, 80, 12, 160, 157, 3, 20, 18, 2],
        [],
        ["", "", "", " "],
        [f"({number})" for number in range(1, 13)],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        ["(1)", "(2)", "(3)=(4)+(5)+(6)", "4", "5", "6", "7=8+9", "8", "9", "10=11+12", "11", "12"],
    ],
    ids=lambda row: " ".join(str(cell) for cell in row[:3]) or "blank",
)
def test_rows_that_are_no_unit(row: Row, read: Reader) -> None:
    """Group, detail, total, index and blank rows are never added to the rows of units."""
    (table,), _, _ = read(with_row(forms.hanoi(), 0, row).sheet())
    assert list(forms.UNITS) == values(table, "unit")


def test_units_numbered_in_roman_are_units_where_nothing_is_numbered_otherwise(read: Reader) -> None:
    """Roman numbers mark groups only beside Arabic ones."""
    form = forms.hanoi()
    body = [[roman, *row[1:]] for roman, row in zip(("I", "II", "III"), form.body, strict=True)]
    (table,), _, _ = read(replace(form, body=body).sheet())
    assert list(forms.UNITS) == values(table, "unit")


@pytest.mark.parametrize(
    "tail",
    [
        [[], ["Tổng cộng: 3 hồ sơ"]],
        [[], ["", "Tổng cộng:", "3 hồ sơ"]],
        [
            [],
            ["", "", "", "", "Hồng Ngự, ngày 31 tháng 12 năm 2021"],
            ["", "", "", "", "NGƯỜI LẬP BIỂU"],
            [],
            ["", "", "", "", "Lê Thị Hòa"],
        ],
        [
            ["", "Người lập biểu", "", "", "", "THỦ TRƯỞNG ĐƠN VỊ"],
            ["", "(Ký, ghi rõ họ tên)"],
            [],
            ["", "Lê Thị Hòa", "", "", "", "Võ An"],
        ],
        [["Ghi chú: số liệu lấy đến hết ngày 31/12/2021"]],
        [["(*) Hồ sơ liên thông tính cho đơn vị tiếp nhận"]],
        [["Trang 1/2"]],
    ],
)
def test_what_stands_below_a_list_is_not_data(tail: list[Row], read: Reader) -> None:
    """Totals, place and date, signatures, the names under them, and notes end a table."""
    (table,), findings, _ = read(sheet([*dossiers(3), *tail], name="Một cửa"))
    assert [1, 2, 3] == list(table.rows)
    assert [] == findings


def test_a_narrow_table_keeps_rows_that_look_short(read: Reader) -> None:
    """In a table of two or three columns a row of two cells is a whole row, and its words are no signature."""
    rows: list[Row] = [
        ["Họ và tên", "Chức vụ", "Xếp loại"],
        ["Lê Thị Hòa", "Chủ tịch UBND", ""],
        ["Võ An", "Trưởng phòng", ""],
    ]
    (table,), _, _ = read(sheet(rows, name="Phường An Lộc"))
    assert ["Lê Thị Hòa", "Võ An"] == values(table, "name")


def test_headers_repeated_on_every_page_are_left_out(read: Reader) -> None:
    """The same header again, with its index row and the page's blank line, is no data, whatever its spacing."""
    again: Row = ["stt", "MÃ HỒ SƠ ", "Đơn  vị", *DOSSIERS[3:]]
    rows: list[Row] = [*dossiers(2), [], again, dossier(3), ["Trang 2"], [], again, dossier(4)]
    (table,), _, _ = read(sheet(rows, name="Một cửa"))
    assert [1, 2, 5, 9] == list(table.rows)


def test_repeated_headers_of_several_rows_are_left_out(read: Reader) -> None:
    """A header block of three rows and its index row may come again."""
    form = forms.form_06a()
    body = [*form.body[:3], *form.heads, forms.INDEX_06A, *form.body[3:]]
    (table,), _, _ = read(replace(form, body=body).sheet(merged=False))
    assert list(forms.UNITS) == values(table, "unit")


def test_two_tables_below_each_other(read: Reader) -> None:
    """A second table with its own title and header on the same sheet is read too."""
    rows: list[Row] = [["HỒ SƠ MỘT CỬA"], *dossiers(2), []]
    register: list[Row] = [["DANH MỤC ĐƠN VỊ"], ["STT", "Đơn vị", "Khối thi đua"], [1, "Phòng Y tế", "Phòng, ban"]]
    tables, _, _ = read(sheet([*rows, *register]))
    assert [("A2:G2", 2), ("A7:C7", 1)] == [(table.receipt.header, table.receipt.rows) for table in tables]


def test_two_tables_beside_each_other(read: Reader) -> None:
    """Tables side by side are read apart, with an empty column between them or only a new STT."""
    left: list[Row] = [
        ["STT", "Đơn vị", "Khối thi đua"],
        [1, "Phòng Y tế", "Phòng, ban"],
        [2, "Phường An Lộc", "Xã, phường"],
    ]
    right: list[Row] = [["STT", *POINTS], [1, "Phòng Y tế", 90, "85,5"], [2, "Phường An Lộc", 92, "81"]]
    for gap in ([""], []):
        tables, _, _ = read(sheet([[*a, *gap, *b] for a, b in zip(left, right, strict=True)]))
        assert ["units", "par_index"] == [table.kind for table in tables]
        assert [2, 2] == [table.receipt.rows for table in tables]


def test_tables_beside_each_other_may_start_on_different_rows(read: Reader) -> None:
    """A header may stand beside the data of another table if an empty column parts them."""
    rows: list[Row] = [
        ["STT", "Đơn vị", "Khối thi đua"],
        [1, "Phòng Y tế", "Phòng, ban", "", "STT", *POINTS],
        [2, "Phường An Lộc", "Xã, phường", "", 1, "Phòng Y tế", 90, "85,5"],
        ["", "", "", "", 2, "Phường An Lộc", 92, "81"],
    ]
    tables, _, _ = read(sheet(rows))
    assert [("A1:C1", 2), ("E2:H2", 2)] == [(table.receipt.header, table.receipt.rows) for table in tables]


def test_an_empty_column_inside_a_table_parts_nothing(read: Reader) -> None:
    """Columns left empty by hand neither split a table nor hide its right half."""
    rows = [["", *row[:3], "", *row[3:]] for row in dossiers(2)]
    (table,), _, _ = read(sheet([[], *rows], name="Một cửa"))
    assert ("B2:I2", 2) == (table.receipt.header, table.receipt.rows)


def test_hidden_parts_are_read_and_said(read: Reader) -> None:
    """Hidden sheets, rows and columns are data; each is a finding."""
    made = sheet(dossiers(2), name="Một cửa", hidden=True, hidden_rows=[1], hidden_columns=[3, 9])
    (table,), findings, _ = read(made)
    assert 2 == table.receipt.rows
    assert [("hidden_data", "A1:G1"), ("hidden_data", "A2"), ("hidden_data", "D1")] == [
        (f.code, f.cell) for f in findings
    ]


def test_formulas_without_a_value_count_where_they_matter(read: Reader) -> None:
    """Only formulas in a column that is read and a row of data are a finding: one, with the first cell."""
    made = sheet([*dossiers(2), ["", "Tổng cộng"]], name="Một cửa", formulas_without_value=["E3", "D2", "A2", "E4"])
    _, findings, _ = read(made)
    assert [("formula_without_value", "D2", 2)] == [(f.code, f.cell, f.count) for f in findings]


def test_a_signature_ends_its_own_table_only(read: Reader) -> None:
    """What stands below the signature of one table may be the next table, however narrow."""
    first: list[Row] = [["Đơn vị", "Khối"], ["Phòng Y tế", "Phòng, ban"], [], ["NGƯỜI LẬP BIỂU"], ["Lê Thị Hòa"], []]
    second: list[Row] = [["ĐIỂM CHỈ SỐ"], ["Đơn vị", "Điểm thẩm định"], ["Phòng Y tế", "85,5"], ["Phường An Lộc", "90"]]
    tables, _, _ = read(sheet([*first, *second]))
    assert [("A1:B1", 1), ("A8:B8", 2)] == [(table.receipt.header, table.receipt.rows) for table in tables]


def test_tables_below_each_other_need_no_gap(read: Reader) -> None:
    """A row of nothing but header words opens a new table even right below the last row of another."""
    first: list[Row] = [["Đơn vị", "Khối thi đua", "Tên gọi khác"], ["Phòng Y tế", "Phòng, ban", "PYT"]]
    second: list[Row] = [list(POINTS), ["Phòng Y tế", 90, "85,5"]]
    tables, _, _ = read(sheet([*first, *second]))
    assert ["units", "par_index"] == [table.kind for table in tables]
    assert [1, 1] == [table.receipt.rows for table in tables]


def test_averages_are_neither_data_nor_sums(read: Reader) -> None:
    """A row "Trung bình" below scores or counts is left out and checked against nothing."""
    rows: list[Row] = [["Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành"], ["Phòng Y tế", 6, 6]]
    (table,), findings, _ = read(sheet([*rows, ["Trung bình chung", 99, 99]]))
    assert (["Phòng Y tế"], []) == (values(table, "unit"), findings)


REGISTER: Row = ["STT", "Đơn vị", "Khối thi đua", "Được đánh giá"]


@pytest.mark.parametrize(
    ("rows", "units", "groups"),
    [
        ([[1, "Phòng Y tế", "Phòng, ban"], ["", "Khóm 3"], ["", "Ấp 4"]], ["Phòng Y tế", "Khóm 3", "Ấp 4"], 0),
        ([["", "Khóm 3"], [1, "Phòng Y tế", "Phòng, ban"]], ["Khóm 3", "Phòng Y tế"], 0),
        ([["", "Hội Nông dân"], [1, "Phòng Y tế", "Phòng, ban"]], ["Hội Nông dân", "Phòng Y tế"], 0),
        ([[1, "Phòng Y tế", "Phòng, ban"], ["", "Hội Nông dân"]], ["Phòng Y tế", "Hội Nông dân"], 0),
        ([["", "Đảng, đoàn thể"], [1, "Hội Nông dân", "", "x"]], ["Hội Nông dân"], 1),
        ([["", "Đoàn thể"], [1, "Hội Nông dân", "Đoàn thể"]], ["Hội Nông dân"], 1),
        ([["", "Phòng chuyên môn"], [1, "Phòng Y tế", "", "x"]], ["Phòng Y tế"], 1),
        ([["I", "Phòng Y tế"], [1, "Trạm Y tế An Lộc", "", "x"]], ["Trạm Y tế An Lộc"], 1),
        ([["Khối phòng, ban"], [1, "Phòng Y tế", "", "x"]], ["Phòng Y tế"], 1),
    ],
)
def test_a_name_alone_in_a_register_is_a_unit_unless_it_heads_rows(
    rows: list[Row], units: list[str], groups: int, read: Reader
) -> None:
    """A unit whose other cells are blank stays one; a heading is numbered, called so, or the group of its rows."""
    (table,), _, _ = read(sheet([["DANH MỤC ĐƠN VỊ"], REGISTER, *rows]))
    assert (units, groups) == (values(table, "unit"), table.receipt.account.rows["group"])
