"""Rows of figures proven to be totals or details, and those that only look like it."""

from __future__ import annotations

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
