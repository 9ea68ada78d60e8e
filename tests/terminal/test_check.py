from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema
import pytest

from tests.repository.places import ROOT
from thidua_cli.reports.terminal import (
    CheckFile,
    CheckFinding,
    CheckReport,
    CheckSheet,
    check_json,
    check_schema,
    render_check,
)
from thidua_cli.text.wrapping import display_width

DOSSIERS = CheckSheet(
    sheet="Sheet1",
    kind="dossiers",
    system="one_stop",
    system_from="title",
    header="A5:L6",
    rows=12345,
    fields={"code": "B", "unit": "C", "due": "F"},
)
DATE = CheckFinding(
    code="unreadable_date",
    severity="error",
    message="Không đọc được ngày “31/02/2021” trong cột “Ngày hẹn trả” (2 ô).",
    hint="Nhập lại theo dạng ngày/tháng/năm, ví dụ 05/12/2021.",
    sheet="Sheet1",
    cell="F97",
    unit="Phường An Lộc",
    count=2,
)
UNKNOWN = CheckFinding(
    code="unrecognised_sheet", severity="warning", message="Không nhận ra.", hint="Sửa tên cột.", sheet="Ghi chú"
)
HIDDEN = CheckFinding(
    code="formula_without_value", severity="error", message="Công thức.", hint="", sheet="Ẩn", cell="A1"
)
GENERAL = CheckFinding(code="missing_unit_data", severity="info", message="Thiếu đơn vị.", hint="")
REPORT = CheckReport(
    files=[
        CheckFile("mot-cua.xlsx", "ab" * 32, [DOSSIERS, CheckSheet("Ghi chú")], [DATE, UNKNOWN, HIDDEN]),
        CheckFile("trong.csv", "cd" * 32),
    ],
    findings=[GENERAL],
)


def squeezed(text: str) -> str:
    """The text with its lines joined."""
    return " ".join(text.split())


def test_a_sheet_says_what_it_was_taken_for_and_why() -> None:
    """Kind, system and what said so, header and rows stand on the sheet's line."""
    expected = (
        "✓ Trang Sheet1: danh sách hồ sơ, phần mềm một cửa điện tử (theo dòng tiêu đề), tiêu đề A5:L6, 12.345 dòng"
    )
    assert expected in squeezed(render_check(REPORT))


def test_columns_name_their_fields() -> None:
    """Which column gave which field is said in words."""
    assert "cột: B Mã hồ sơ; C Đơn vị; F Ngày hẹn trả" in squeezed(render_check(REPORT))


def test_unrecognised_sheets_are_said() -> None:
    """A sheet without a known table has its line too, and what a finding says of it is not said twice."""
    assert "? Trang Ghi chú: ! Không nhận ra. → Sửa tên cột." in squeezed(render_check(REPORT))
    unsaid = CheckReport([CheckFile("a.xlsx", "0" * 64, [CheckSheet("Ghi chú")])])
    assert "? Trang Ghi chú: không nhận ra bảng nào" in squeezed(render_check(unsaid))


def test_findings_stand_under_their_sheet_with_cell_and_hint() -> None:
    """A finding says cell, how many, unit, what is wrong and what to do."""
    text = squeezed(render_check(REPORT))
    assert "✗ [ô F97 và 1 ô khác, Phường An Lộc] Không đọc được ngày “31/02/2021”" in text
    assert "→ Nhập lại theo dạng ngày/tháng/năm" in text


def test_findings_elsewhere_in_a_file_name_their_sheet() -> None:
    """A finding on a sheet that gave no table is not lost."""
    assert "? Trang Ẩn: ✗ [ô A1] Công thức." in squeezed(render_check(REPORT))


def test_files_without_sheets_and_general_findings() -> None:
    """An empty file says so, and findings of no file come last."""
    text = squeezed(render_check(REPORT))
    assert "trong.csv không có trang nào" in text
    assert text.endswith("Chung cho mọi tệp i Thiếu đơn vị. Lưu ý: 2 lỗi, 1 cảnh báo, 1 thông tin")


def test_nothing_found_is_said() -> None:
    """Without findings the last line says so."""
    assert render_check(CheckReport()).endswith("Lưu ý: không có")


def _many(count: int) -> CheckReport:
    """A report with so many findings of one kind on one sheet, in cells from F3 on."""
    made = [replace(DATE, cell=f"F{n}", message=f"Sai {n}.", count=1) for n in range(count + 2, 2, -1)]
    return CheckReport([CheckFile("a.xlsx", "", [CheckSheet("S")], made)])


def test_many_findings_of_a_kind_are_cut_short_and_the_remedy_is_said_once() -> None:
    """The first five by cell, the rest by its first cells and its number; what to do is said once."""
    text = squeezed(render_check(_many(12)))
    assert text.index("✗ [ô F3, Phường An Lộc] Sai 3.") < text.index("[ô F7, Phường An Lộc] Sai 7.")
    assert "Sai 8." not in text
    rest = "… và 7 lưu ý khác cùng loại: ô F8, F9, F10, F11, F12 và 2 ô khác, Phường An Lộc → Nhập lại"
    assert rest in text
    assert 1 == text.count("→ Nhập lại")


def test_a_kind_is_shown_whole_where_only_one_would_be_left_out() -> None:
    """Six findings are all shown: a line that says "one more" is no shorter."""
    assert "cùng loại" not in render_check(_many(6))


def test_other_remedies_of_a_kind_are_said_apart() -> None:
    """Findings of one kind with a remedy each keep it."""
    other = replace(DATE, cell="F3", message="Khác.", hint="Cách khác.")
    text = squeezed(render_check(CheckReport([CheckFile("a.xlsx", "", [CheckSheet("Sheet1")], [DATE, other])])))
    assert "Khác. → Cách khác. ✗" in text
    assert "(2 ô). → Nhập lại" in text


def test_the_worst_stand_first_then_by_cell() -> None:
    """Errors come before warnings, and within them row 9 before row 10, whatever the order of their codes."""
    made = [
        CheckFinding(code, severity, f"{code} {cell}.", "", "S", cell)
        for code, severity, cell in [
            ("z", "info", "A1"),
            ("b", "error", "B10"),
            ("c", "error", "B9"),
            ("a", "warning", "A2"),
        ]
    ]
    text = render_check(CheckReport([CheckFile("a.xlsx", "", [CheckSheet("S")], made)]))
    assert ["c B9", "b B10", "a A2", "z A1"] == re.findall(r"\w [A-Z]+\d+(?=\.)", text)


def test_what_is_true_of_many_units_is_said_once() -> None:
    """A finding without a cell names the units that it is said of, in Vietnamese order."""
    made = [replace(GENERAL, unit=unit) for unit in ("Xã Tân Hội", "Phường Ân Lộc", "Phòng Y tế", "Phường An Lộc")]
    expected = "i [Phòng Y tế, Phường An Lộc, Phường Ân Lộc, Xã Tân Hội] Thiếu đơn vị."
    assert expected in squeezed(render_check(CheckReport([], made)))


def test_all_cells_of_a_finding_are_named_up_to_five() -> None:
    """A finding of many cells names five and counts the rest."""
    made = replace(DATE, cells=[f"F{n}" for n in range(97, 1097)], count=1200)
    text = squeezed(render_check(CheckReport([CheckFile("a.xlsx", "", [CheckSheet("Sheet1")], [made])])))
    assert "[ô F97, F98, F99, F100, F101 và 1.195 ô khác, Phường An Lộc]" in text


def test_english() -> None:
    """The check speaks English too."""
    text = squeezed(render_check(REPORT, lang="en"))
    assert "✓ Sheet Sheet1: list of dossiers, the one-stop software (from the title lines), header A5:L6" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """Long cells and names are wrapped."""
    lines = render_check(REPORT, width=width).split("\n")
    assert [] == [line for line in lines if display_width(line) > width]


def test_colour_only_adds_to_the_text() -> None:
    """With the colours taken out the coloured text is the plain one."""
    coloured = render_check(REPORT, colour=True)
    assert render_check(REPORT) == re.sub(r"\x1b\[[\d;]*m", "", coloured) != coloured


def test_json_follows_its_schema() -> None:
    """What programs get is what docs/check.schema.json says."""
    schema = json.loads((ROOT / "docs" / "check.schema.json").read_bytes())
    assert json.loads(json.dumps(check_schema())) == schema
    jsonschema.validate(json.loads(check_json(REPORT)), schema)


def test_json_holds_everything() -> None:
    """Programs get the same facts, in a fixed order of keys."""
    data = json.loads(check_json(REPORT))
    assert ["schema", "files", "findings"] == list(data)
    assert ("thidua-check/1", "F97") == (data["schema"], data["files"][0]["findings"][0]["cell"])
    assert {"code": "B", "unit": "C", "due": "F"} == data["files"][0]["sheets"][0]["fields"]
    assert check_json(REPORT) == check_json(REPORT)


def test_readings_of_one_kind_are_counted() -> None:
    """Readings that differ in names and numbers alone are shown twice; the rest is counted."""
    said = [f"{n} dòng dưới “Phường {n}” là chi tiết." for n in range(2, 9)]
    sheet = CheckSheet("Biểu", "statistics", readings=["Kỳ số liệu là năm 2021.", *said])
    text = squeezed(render_check(CheckReport([CheckFile("a.xlsx", "0" * 64, [sheet])])))
    assert "· Kỳ số liệu là năm 2021. · 2 dòng dưới “Phường 2” là chi tiết. · 3 dòng" in text
    assert "· … và 5 chỗ khác cũng vậy" in text
    assert "Phường 4" not in text
