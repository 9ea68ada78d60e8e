"""Whose figures a table holds where no column says it plainly."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Decided, Row, decide

LOC, A = "Phường An Lộc", "Phường An Bình A"
HEAD: Row = ("STT", "Nhiệm vụ", "Kết quả thực hiện")
BODY: list[Row] = [[1, "Rà soát", "Hoàn thành"], [2, "Niêm yết", "Hoàn thành"]]


def of(*titles: Row, name: str = "Sheet1", file: str = "a.xlsx") -> tuple[str | None, list[str]]:
    """The unit of a list without units under some titles, and the rule that found it."""
    found = decide([*titles, HEAD, *BODY], name=name, file=file)
    return (found.table.unit_context, found.rules) if found.tables else (None, found.codes)


@pytest.mark.parametrize(
    ("titles", "name", "file", "unit", "rule"),
    [
        ([["Đơn vị báo cáo: UBND phường An Lộc"]], "Sheet1", "a.xlsx", "UBND phường An Lộc", "unit_label"),
        ([["DANH SÁCH NHIỆM VỤ CỦA UBND PHƯỜNG AN LỘC"]], "Sheet1", "a.xlsx", "UBND PHƯỜNG AN LỘC", "unit_heading"),
        ([["KẾT QUẢ NHIỆM VỤ"], [LOC]], "Sheet1", "a.xlsx", LOC, "unit_line"),
        ([["UBND PHƯỜNG AN LỘC"], ["KẾT QUẢ NHIỆM VỤ"]], "Sheet1", "a.xlsx", "UBND PHƯỜNG AN LỘC", "unit_issuer"),
        ([["KẾT QUẢ NHIỆM VỤ"]], LOC, "a.xlsx", LOC, "unit_sheet"),
        ([["KẾT QUẢ NHIỆM VỤ"]], "Sheet1", "nhiem-vu Phường An Lộc.xlsx", LOC, "unit_file"),
        ([["KẾT QUẢ NHIỆM VỤ"]], "Sheet1", "Phường An Lộc/nhiem-vu.xlsx", LOC, "unit_file"),
        # The name of a sheet rules over the office that issued the list, a label over both.
        ([["UBND PHƯỜNG AN LỘC"], ["KẾT QUẢ"]], A, "a.xlsx", A, "unit_sheet"),
        ([["UBND PHƯỜNG AN LỘC"], ["Đơn vị: Phòng Y tế"]], A, "a.xlsx", "Phòng Y tế", "unit_label"),
    ],
)
def test_what_says_the_unit(titles: list[Row], name: str, file: str, unit: str, rule: str) -> None:
    """A label, the list's heading, a line below it, the sheet, the issuing office, the file: in this order."""
    assert (unit, [rule]) == of(*titles, name=name, file=file)


@pytest.mark.parametrize(
    "titles",
    [
        [["Kính gửi: UBND phường An Lộc"]],
        [["Nơi nhận: Phòng Nội vụ"]],
        [["Đơn vị nhận báo cáo: UBND phường An Lộc"]],
        [["Đơn vị tính: hồ sơ"]],
        [["UBND THÀNH PHỐ HỒNG NGỰ"]],
        [["Kính gửi:"], ["- UBND phường An Lộc"], ["- Phòng Y tế"]],
    ],
)
def test_an_addressee_is_never_the_unit(titles: list[Row]) -> None:
    """Who receives a report, what it counts in, and the city above are no units: the table is refused."""
    assert (None, ["missing_column"]) == of(*titles)


def units_in(head: str, *cells: str, titles: Row = ("Đơn vị báo cáo: Phòng Tư pháp",)) -> Decided:
    """A list of tasks with a further column, under a line that names a unit."""
    rows: list[Row] = [titles, [], ["STT", "Nhiệm vụ", head, "Kết quả thực hiện"]]
    rows += [[n, f"Nhiệm vụ {n}", cell, "Hoàn thành"] for n, cell in enumerate(cells, 1)]
    return decide(rows)


def test_units_under_an_unknown_head_withhold_the_table() -> None:
    """A column of units whose head does not say so rules out the line above, and nothing is used."""
    found = units_in("Nơi làm", LOC, A)
    assert ([], ["unit_column_unknown"], 1) == (list(found.tables), found.codes, len(found.withheld))


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Nơi làm", ("trụ sở", "trụ sở")),
        ("Nơi làm", ("Phòng Tư pháp", "Phòng Tư pháp")),
        ("Địa chỉ người nộp", (LOC, A)),
        ("Ghi chú", (LOC, A)),
    ],
)
def test_other_columns_do_not_withhold_it(head: str, cells: tuple[str, str]) -> None:
    """Places that are no units, the unit itself again, addresses and notes leave the line above in force."""
    assert "Phòng Tư pháp" == units_in(head, *cells).table.unit_context


def test_units_within_cells_of_persons() -> None:
    """Where a head speaks of units and every cell names one, they are taken out of the cells."""
    rows: list[Row] = [["STT", "Tên sáng kiến", "Tác giả, đơn vị công tác", "Kết quả công nhận"]]
    rows += [[1, "Mã QR", f"Lê An, {LOC}", "Công nhận"], [2, "Zalo", f"Võ Bình ({A})", "Công nhận"]]
    found = decide(rows)
    assert ([LOC, A], ["unit_within_cells"]) == (found.values("unit"), found.rules)


def test_group_rows_that_name_units() -> None:
    """Each row is of the unit in the group row above; a group row that names none of them ends the one before."""
    rows: list[Row] = [HEAD, ["I", "UBND phường An Lộc"], BODY[0], ["II", "Các phòng, ban"], BODY[1]]
    found = decide(rows)
    assert (["UBND phường An Lộc", "Các phòng, ban"], ["unit_groups"]) == (found.values("unit"), found.rules)


def test_group_rows_of_fields_leave_the_title_in_force() -> None:
    """Group rows that name no unit at all are groups and no more."""
    rows: list[Row] = [
        ["Đơn vị: Phòng Y tế"],
        HEAD,
        ["I", "Cải cách thể chế"],
        BODY[0],
        ["II", "Hiện đại hóa"],
        BODY[1],
    ]
    assert "Phòng Y tế" == decide(rows).table.unit_context
