from __future__ import annotations

import numpy as np

from tests.layout.conftest import Reader
from tests.layout.lists import DOSSIERS, Row, dossiers
from tests.support.sheets import column, sheet
from thidua_cli.intake.layout import headers
from thidua_cli.intake.sheet import Column, Sheet
from thidua_cli.intake.tables import Kind


def test_texts_as_long_as_a_cell_can_hold_are_no_headers(read: Reader) -> None:
    """Words repeated over a whole cell are not held against the phrases one by one."""
    long = "cách làm hay phòng ban " * 1400
    tables, _, _ = read(sheet([[long[:32767], long[:32767], "Đơn vị"], *dossiers(2)], name="Một cửa"))
    assert [Kind.DOSSIERS] == [table.kind for table in tables]


def test_header_words_everywhere_end_in_one_finding(read: Reader) -> None:
    """A sheet of nothing but header words is given up after a bounded search."""
    heads = ["Trực tuyến", "Tác giả", "Giới tính", "Khối", "Mức độ"] * 10
    tables, findings, _ = read(sheet([heads] * 200))
    assert [] == tables
    assert ["unrecognised_sheet"] == [finding.code for finding in findings]


def test_far_columns_are_not_searched(read: Reader) -> None:
    """A table in the first columns is found whatever stands thousands of columns to the right."""
    made = sheet(dossiers(2), name="Một cửa")
    empty = np.full(made.n_rows, -1, dtype=np.int32)
    blank = [Column(index, empty, []) for index in range(len(made.columns), 16383)]
    far = column(16383, [None, "x", None])
    tables, _, _ = read(Sheet(made.name, made.n_rows, [*made.columns, *blank, far]))
    assert [2] == [table.receipt.rows for table in tables]


def test_a_sheet_that_is_one_merged_cell_is_no_table(read: Reader) -> None:
    """Merged ranges larger than any header are no header."""
    made = sheet([*dossiers(2)], merges=["A1:XFD1048576"])
    tables, findings, _ = read(made)
    assert [] == tables
    assert ["unrecognised_sheet"] == [finding.code for finding in findings]


def test_a_list_of_one_header_without_rows_is_an_empty_table(read: Reader) -> None:
    """A blank input workbook is a table of no rows, which is said and no error."""
    rows: list[Row] = [["Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"]]
    tables, findings, _ = read(sheet(rows), sheet([list(DOSSIERS)], name="Một cửa"))
    assert [(Kind.TASKS, 0), (Kind.DOSSIERS, 0)] == [(table.kind, table.receipt.rows) for table in tables]
    said = [(finding.code, finding.severity, finding.cell) for finding in findings]
    assert [("empty_table", "warning", "A1:C1"), ("empty_table", "warning", "A1:G1")] == said


def test_phrases_are_only_held_against_short_texts() -> None:
    """The limit on a header's length is what keeps the phrases fast."""
    assert {} == headers.ranks(Kind.INITIATIVES, "cach lam hay " * 20)
