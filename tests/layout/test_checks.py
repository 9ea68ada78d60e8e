from __future__ import annotations

from dataclasses import replace

import pytest

from tests.layout import forms
from tests.layout.conftest import Reader
from tests.layout.lists import DOSSIERS, Row, dossiers
from tests.support.sheets import cell_place, sheet
from thidua_cli.intake.sheet import CellValue, Sheet


def changed(form: forms.Form, address: str, value: CellValue) -> Sheet:
    """The form with one cell changed."""
    row, column = cell_place(address)
    at = row - len(form.titles) - len(form.heads)
    body = [list(cells) for cells in form.body]
    body[at] += [""] * (column + 1 - len(body[at]))
    body[at][column] = value
    return replace(form, body=body).sheet()


def told(made: Sheet, read: Reader) -> list[tuple[str, str, object]]:
    """Codes, cells and differences of what is found in one sheet."""
    _, findings, _ = read(made)
    return [(f.code, f.cell, f.params.get("difference", "")) for f in findings if f.code != "system_assumed"]


def test_the_forms_own_equations_are_checked_on_every_row(read: Reader) -> None:
    """(8) of the second unit is 3 too high: (7)=(8)+(9)+(10) fails there, and so does the total."""
    assert [("sum_mismatch", "G12:J12", "-3"), ("total_mismatch", "H15", "-3")] == told(
        changed(forms.form_06a(), "H12", 23), read
    )


def test_received_against_resolved_and_open_is_a_warning(read: Reader) -> None:
    """(3)=(7)+(11) is broken by withdrawn and waiting dossiers in real systems: it warns, no more."""
    form = forms.form_06a()
    body = [list(row) for row in form.body]
    body[2][10:12] = [9, 7]
    body[-1][10:12] = [19, 17]
    _, findings, _ = read(replace(form, body=body).sheet())
    assert [("balance_mismatch", "warning", "+1")] == [(f.code, f.severity, f.params["difference"]) for f in findings]


@pytest.mark.parametrize(
    ("form", "cell", "value", "expected"),
    [
        (forms.hanoi, "D5", 29, ("sum_mismatch", "C5:F5", "-1")),
        (forms.opencps_20, "F6", 40, ("sum_mismatch", "E6:G6", "+5")),
        (forms.opencps_20, "D6", 6, ("sum_mismatch", "C6:E6", "-1")),
        (forms.opencps_20, "P6", 9, ("sum_mismatch", "O6:Q6", "-3")),
        (forms.epar, "E6", 31, None),
        (forms.epar, "E7", 31, ("sum_mismatch", "D7:G7", "-1")),
        (forms.bkav, "H4", 80, None),
    ],
)
def test_sums_that_a_layout_implies(
    form: object, cell: str, value: int, expected: tuple[str, str, str] | None, read: Reader
) -> None:
    """Forms that print no equations are checked by those their columns imply."""
    found = told(changed(form(), cell, value), read)  # type: ignore[operator]
    assert expected is None or expected in found


def test_totals_of_groups_and_of_all(read: Reader) -> None:
    """A group row with figures is checked against its own rows, the last total against all."""
    form = forms.form_06a()
    body = [list(row) for row in form.body]
    body[1] += [150, 70, 75, 5, 130, 80, 48, 2, 20, 18, 2]
    body[4] += [30, 10, 15, 5, 30, 10, 19, 1, 0, 0, 0]
    assert [] == told(replace(form, body=body).sheet(), read)
    body[1][9] = 3
    assert [("total_mismatch", "J10", "+1")] == told(replace(form, body=body).sheet(), read)


def test_a_subtotal_is_checked_against_its_part(read: Reader) -> None:
    """A row "Cộng khối …" adds up the rows since the subtotal before it."""
    form = forms.hanoi()
    subtotal = ["", "Cộng khối phường", *(a + b for a, b in zip(form.body[0][2:], form.body[1][2:], strict=True))]  # type: ignore[operator]
    body = [*form.body[:2], subtotal, form.body[2]]
    assert [] == told(replace(form, body=body).sheet(), read)
    subtotal[11] = 9
    assert [("total_mismatch", "L6", "+7")] == told(replace(form, body=body).sheet(), read)


def test_task_totals_are_checked(read: Reader) -> None:
    """Counts of tasks are added up as those of dossiers."""
    rows: list[Row] = [
        ["Tên đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ (%)"],
        ["Phường An Lộc", 6, 5, 83],
        ["Phòng Y tế", 4, 4, "100%"],
        ["Tổng cộng", 11, 9, ""],
    ]
    assert [("total_mismatch", "B4", "+1")] == told(sheet(rows), read)


@pytest.mark.parametrize(
    ("printed", "fits"), [(83, True), ("83,3%", True), (0.8333, True), ("84", True), (50, False), ("38%", False)]
)
def test_printed_percentages_are_only_checked(printed: CellValue, fits: bool, read: Reader) -> None:
    """A printed share may be rounded or cut to whole points, but not belong to other counts."""
    rows: list[Row] = [
        ["Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ"],
        ["Phòng Y tế", 6, 5, printed],
    ]
    assert ([] if fits else [("percent_mismatch", "D2", "")]) == told(sheet(rows), read)


@pytest.mark.parametrize(("stated", "expected"), [("3 hồ sơ", []), ("4 hồ sơ", [("total_mismatch", "C5", "+1")])])
def test_a_list_that_states_its_length(stated: str, expected: list[tuple[str, str, str]], read: Reader) -> None:
    """The line "Tổng cộng: 4 hồ sơ" under three rows says that one is lost."""
    assert expected == told(sheet([*dossiers(3), ["", "Tổng cộng:", stated]], name="Một cửa"), read)


def test_unreadable_cells_leave_a_sum_open(read: Reader) -> None:
    """What cannot be read is a finding of its own, not a sum that fails."""
    assert [] == told(changed(forms.form_06a(), "H12", "hai mươi"), read)


def shifted_list() -> list[Row]:
    """More heads than cells (domain 8.2): the field "Lĩnh vực" is missing from every row."""
    head: Row = [
        "STT",
        "Mã hồ sơ",
        "Thủ tục",
        "Lĩnh vực",
        "Đơn vị",
        "Ngày tiếp nhận",
        "Ngày hẹn trả",
        "Ngày trả",
        "Trạng thái",
    ]
    rows: list[Row] = [
        [n, f"000.05.41.H20-210201-{n:04d}", "Chứng thực", "P. An Lộc", *["01/02/2021"] * 3, "Xong"]
        for n in range(1, 6)
    ]
    return [head, *rows]


def test_shifted_columns_are_refused(read: Reader) -> None:
    """A table whose cells do not fit their heads is not used, and the finding says which column holds what."""
    tables, findings, _ = read(sheet(shifted_list(), name="Một cửa"))
    assert [] == tables
    assert [("shifted_columns", "E2")] == [(f.code, f.cell) for f in findings]


def test_codes_under_a_date_head_are_refused(read: Reader) -> None:
    """A due column that holds dossier codes is never taken for dates."""
    rows = dossiers(2)
    for row in rows[1:]:
        row[1], row[4] = row[4], row[1]
    tables, findings, _ = read(sheet(rows, name="Một cửa"))
    assert [] == tables
    assert ["shifted_columns"] == [finding.code for finding in findings]


def test_a_few_bad_cells_are_no_shift(read: Reader) -> None:
    """Words in some cells of a date column stay for the reader of dates to name."""
    rows = dossiers(5)
    rows[1][4] = rows[2][4] = "chưa rõ"
    tables, _, _ = read(sheet(rows, name="Một cửa"))
    assert [5] == [table.receipt.rows for table in tables]
    assert DOSSIERS == rows[0]
