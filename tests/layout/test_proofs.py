"""Rows of figures proven to be totals or details, and those that only look like it."""

from __future__ import annotations

import time

from tests.layout.conftest import Reader, values
from tests.layout.forms import Row
from tests.support.sheets import sheet
from thidua_cli.findings import Finding
from thidua_cli.intake.sheet import Sheet

TITLE: Row = ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT TTHC TẠI BỘ PHẬN MỘT CỬA NĂM 2021"]
FIGURES: Row = ["Tiếp nhận", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn"]


def by_unit(*rows: Row) -> Sheet:
    """A form with one row for each unit."""
    return sheet([TITLE, ["STT", "Đơn vị", *FIGURES], *rows])


def by_field(*rows: Row, unit: str = "") -> Sheet:
    """A form with one row for each field, of one unit or under rows that name units."""
    return sheet([[unit], TITLE, ["STT", "Lĩnh vực", *FIGURES], *rows])


def said(findings: list[Finding]) -> list[str]:
    """The codes of the findings, each once."""
    return sorted({finding.code for finding in findings})


def test_a_total_of_nothing_under_a_group_moves_no_row_to_another_unit(read: Reader) -> None:
    """Rows that leave the data without a word leave the units of the other rows where they were."""
    (table,), _, _ = read(
        by_field(
            ["I", "Phường An Lộc"],
            [1, "Hộ tịch", 100, 99, 1],
            ["", "Cộng hộ tịch lưu động", 0, 0, 0],
            ["II", "Phường An Thạnh"],
            [1, "Hộ tịch", 100, 10, 90],
        )
    )
    assert ["Phường An Lộc", "Phường An Thạnh"] == values(table, "unit")
    assert [1, 90] == values(table, "late")


def test_units_by_bare_names_are_no_details_of_a_numbered_unit(read: Reader) -> None:
    """Rows with a number of their own are units, also where their figures happen to add up to the row above."""
    (table,), findings, _ = read(
        by_unit([1, "Phường An Lộc", 200, 200, 0], [2, "Tân Hội", 120, 120, 0], [3, "Bình Hòa", 80, 80, 0])
    )
    assert ["Phường An Lộc", "Tân Hội", "Bình Hòa"] == values(table, "unit")
    assert [] == said(findings)


def test_unnumbered_levels_of_one_unit_are_details_that_no_total_is_held_against(read: Reader) -> None:
    """Levels below their unit's row are its parts, also of a unit whose name says no word for what it is."""
    for unit in ("Phường An Lộc", "An Lộc"):
        (table,), findings, _ = read(
            by_unit(
                [1, unit, 20, 20, 0],
                ["", "Mức độ 3", 10, 10, 0],
                ["", "Mức độ 4", 10, 10, 0],
                [2, "An Thạnh", 30, 30, 0],
            )
        )
        assert [unit, "An Thạnh"] == values(table, "unit")
        assert 2 == table.receipt.account.rows["group"]
        assert [] == said(findings)


def test_names_under_one_unit_only_are_no_details_where_nothing_is_numbered(read: Reader) -> None:
    """Without numbers only names that recur under several units are details."""
    head: Row = ["Đơn vị", *FIGURES]
    bare: list[Row] = [["Phường An Lộc", 200, 200, 0], ["Tân Hội", 120, 120, 0], ["Bình Hòa", 80, 80, 0]]
    (table,), _, _ = read(sheet([TITLE, head, *bare]))
    assert ["Phường An Lộc", "Tân Hội", "Bình Hòa"] == values(table, "unit")
    levels: list[Row] = [["Mức độ 3", 15, 15, 0], ["Mức độ 4", 15, 15, 0]]
    units: list[Row] = [["Phường An Lộc", 30, 30, 0], *levels, ["Phường An Thạnh", 30, 30, 0], *levels]
    (table,), findings, _ = read(sheet([TITLE, head, *units]))
    assert ["Phường An Lộc", "Phường An Thạnh"] == values(table, "unit")
    assert [] == said(findings)


def test_one_row_of_equal_figures_is_no_detail(read: Reader) -> None:
    """A unit numbered by a letter does not swallow the one unit below it."""
    (table,), _, _ = read(
        by_unit(
            ["I", "Khối xã"],
            [1, "Phường An Lộc", 100, 99, 1],
            ["A", "Phường An Thạnh", 100, 50, 50],
            ["2", "Tân Hội", 100, 50, 50],
        )
    )
    assert ["Phường An Lộc", "Phường An Thạnh", "Tân Hội"] == values(table, "unit")


def test_units_without_any_word_for_what_they_are(read: Reader) -> None:
    """A form in which no name begins like a unit's is read all the same."""
    (table,), _, _ = read(by_unit([1, "An Lộc", 100, 100, 0], [2, "An Thạnh", 50, 20, 30]))
    assert ["An Lộc", "An Thạnh"] == values(table, "unit")


def test_a_numbered_field_that_happens_to_equal_the_others_is_counted(read: Reader) -> None:
    """A row is a total only if its words say so or it stands out; equal sums alone are no proof."""
    fields: list[Row] = [[number, name, 1, 1, 0] for number, name in enumerate(("Hộ tịch", "Đất đai", "Xây dựng"), 1)]
    (table,), _, _ = read(by_field(*fields, [4, "Chứng thực", 3, 3, 0], unit="UBND PHƯỜNG AN LỘC"))
    assert [1, 1, 1, 3] == values(table, "received_total")
    assert frozenset() == table.doubtful


def test_the_one_row_without_a_number_that_equals_the_others_is_in_doubt(read: Reader) -> None:
    """Nothing says whether it is a total or a field: the unit is not judged by these figures."""
    fields: list[Row] = [[number, name, 1, 1, 0] for number, name in enumerate(("Hộ tịch", "Đất đai", "Xây dựng"), 1)]
    other: Row = ["", "Hồ sơ", 3, 3, 0]
    for rows in ([*fields, other], [other, *fields]):
        (table,), _, _ = read(by_field(*rows, unit="UBND PHƯỜNG AN LỘC"))
        assert 4 == len(table.rows)
        assert table.doubtful


def test_long_forms_are_proven_in_time_that_grows_with_their_rows(read: Reader) -> None:
    """Thousands of fields of one unit, and hundreds of totals in them, take no time to speak of."""
    fields: list[Row] = [[number, f"Thủ tục {number}", 10, 9, 1] for number in range(1, 3001)]
    groups: list[Row] = []
    for place in range(0, 3000, 10):
        groups += [*fields[place : place + 10], ["", f"Cộng Hộ tịch số {place}", 100, 90, 10]]
    for rows in (fields, groups):
        started = time.perf_counter()
        (table,), _, _ = read(by_field(*rows, unit="UBND PHƯỜNG AN LỘC"))
        assert 3000 == len(table.rows)
        assert time.perf_counter() - started < 8


def test_a_total_of_a_part_that_nothing_adds_up_to_leaves_its_unit_in_doubt(read: Reader) -> None:
    """Such a row may be a field of its own: it is left out, said, and the unit it stands in is not judged."""
    (table,), findings, _ = read(
        by_field(
            ["I", "Phường An Lộc"],
            [1, "Hộ tịch", 100, 99, 1],
            [2, "Đất đai", 100, 99, 1],
            ["", "Cộng nhóm đất đai khác", 7, 6, 1],
            ["II", "Phường An Thạnh"],
            [1, "Hộ tịch", 100, 10, 90],
            [2, "Đất đai", 50, 10, 40],
            ["", "Cộng nhóm hộ tịch, đất đai", 150, 20, 130],
        )
    )
    assert ["Phường An Lộc", "Phường An Lộc", "Phường An Thạnh", "Phường An Thạnh"] == values(table, "unit")
    assert ["row_left_out"] == said(findings)
    assert {"Phường An Lộc"} == {values(table, "unit")[place] for place in table.doubtful}
    assert not table.doubtful_whole


def test_a_unit_with_figures_below_a_signature_is_data(read: Reader) -> None:
    """Rows added below the signatures say whose they are and what came of it; names of who signs do not."""
    signed: list[Row] = [["", "Người lập biểu", "Chủ tịch"], ["", "Lê Thị Hòa", "Võ An"]]
    form: list[Row] = [TITLE, ["STT", "Đơn vị", "Đúng hạn", "Quá hạn"], [1, "Phường An Lộc", 100, 0]]
    (table,), _, _ = read(sheet([*form, *signed, ["", "Phường An Thạnh", 10, 90]]))
    assert ["Phường An Lộc", "Phường An Thạnh"] == values(table, "unit")
    index: list[Row] = [["CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"], ["STT", "Đơn vị", "Điểm thẩm định", "Ghi chú"]]
    scores: list[Row] = [[1, "Phường An Lộc", 90], *signed, ["", "Xã Tân Hội", 70], ["4a", "Xã Bình Hòa", "71,5"]]
    (table,), _, _ = read(sheet([*index, *scores]))
    assert ["Phường An Lộc", "Xã Tân Hội", "Xã Bình Hòa"] == values(table, "unit")


def test_sub_rows_of_a_unit_without_figures_are_its_figures(read: Reader) -> None:
    """Rows 1.1, 1.2 detail a row 1 that has figures; where it only names its unit, they are the unit's, by field."""
    rows: list[Row] = [
        [1, "Phường An Lộc"],
        ["1.1", "Hộ tịch", 100, 100, 0],
        ["1.2", "Chứng thực", 50, 20, 30],
        [2, "Phường An Thạnh"],
        ["2.1", "Hộ tịch", 100, 100, 0],
    ]
    for form in (by_unit(*rows), by_field(*rows)):
        (table,), findings, _ = read(form)
        figures = zip(values(table, "unit"), values(table, "field"), values(table, "late"), strict=True)
        assert [
            ("Phường An Lộc", "Hộ tịch", 0),
            ("Phường An Lộc", "Chứng thực", 30),
            ("Phường An Thạnh", "Hộ tịch", 0),
        ] == [row for row in figures if row[2] is not None]
        assert [] == said(findings)


def test_a_commune_called_like_an_average_is_a_unit(read: Reader) -> None:
    """A numbered row is an average only if it stands below all the others and its figures are their means."""
    index: list[Row] = [["CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"], ["STT", "Đơn vị", "Điểm thẩm định"]]
    tasks: list[Row] = [
        ["NHIỆM VỤ CCHC NĂM 2021"],
        ["STT", "Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành"],
    ]
    for form in (
        by_unit([1, "Tài Văn", 100, 100, 0], [2, "Trung Bình", 50, 20, 30]),
        sheet([*index, [1, "Tài Văn", 90], [2, "Trung Bình", 70]]),
        sheet([*tasks, [1, "Tài Văn", 5, 3], [2, "Trung Bình", 5, 5]]),
    ):
        (table,), _, _ = read(form)
        assert ["Tài Văn", "Trung Bình"] == values(table, "unit")
    (table,), _, _ = read(sheet([*index, [1, "Tài Văn", 90], [2, "Trung Bình", 70], [3, "Trung bình", 80]]))
    assert ["Tài Văn", "Trung Bình"] == values(table, "unit")
    (table,), _, _ = read(sheet([*index, [1, "Tài Văn", 90], [2, "Đại Ân", 75], [3, "Trung bình", 82.5]]))
    assert ["Tài Văn", "Đại Ân"] == values(table, "unit")
