from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from tests.layout import field_layouts as layouts
from tests.layout import forms
from tests.layout.conftest import Reader, values
from tests.layout.forms import Form
from tests.layout.printed import Head, printed
from thidua_cli.intake.periods import Period
from thidua_cli.intake.tables import Kind, System

YEAR = Period.of_year(2021)
FILE = "TITLE 15_1_2022 8_30.xls"
"""As the product calls its files and browsers save them: the day and hour of the export."""


def statistics_fields(**letters: str) -> Mapping[str, str]:
    """Fields of a form of units, whose names stand in column B."""
    return {"unit": "B", **letters}


@dataclass(frozen=True)
class Expected:
    """What a layout must be read as."""

    make: Callable[[], Form]
    kind: Kind
    fields: Mapping[str, str]
    system: tuple[System, str] = (System.ONE_STOP, "assumed")
    period: Period | None = YEAR
    partial: str = ""
    rows: int = 3
    findings: set[str] = field(default_factory=lambda: {"system_assumed"})


PROGRESS = statistics_fields(
    received_total="C",
    carried_over="D",
    received_new="E",
    received_online="F",
    received_direct="G",
    received_post="H",
    done_total="I",
    early="J",
    on_time="K",
    late="L",
    pending_total="M",
    pending_in_time="N",
    pending_overdue="O",
)
QUARTERLY = {
    "received_total": "C",
    "received_online": "D",
    "received_direct": "E",
    "carried_over": "F",
    "done_total": "G",
    "early": "H",
    "on_time": "I",
    "late": "J",
    "pending_total": "K",
    "pending_in_time": "L",
    "pending_overdue": "M",
}
BY_FIELD = {
    "received_total": "C",
    "carried_over": "D",
    "received_direct": "E",
    "received_online": "F",
    "received_post": "G",
    "early": "H",
    "on_time": "I",
    "late": "J",
    "pending_in_time": "L",
    "pending_overdue": "M",
    "withdrawn": "O",
}


def _shifted(fields: Mapping[str, str], by: int) -> Mapping[str, str]:
    """The same fields so many columns to the right."""
    return {name: chr(ord(letter) + by) for name, letter in fields.items()}


READ = [
    Expected(
        layouts.register,
        Kind.DOSSIERS,
        {"code": "B", "procedure": "C", "received": "H", "due": "I", "returned": "J"},
    ),
    Expected(
        layouts.late_done,
        Kind.DOSSIERS,
        {"code": "B", "received": "C", "due": "D", "ended": "E", "unit": "F"},
        partial="late",
        rows=2,
    ),
    Expected(
        layouts.late_running,
        Kind.DOSSIERS,
        {"code": "B", "received": "C", "due": "D", "officer": "E", "unit": "F"},
        partial="overdue",
        rows=2,
    ),
    Expected(
        layouts.late_running_persons,
        Kind.DOSSIERS,
        {"code": "B", "received": "C", "due": "D", "unit": "E"},
        partial="overdue",
    ),
    Expected(
        layouts.progress_766,
        Kind.STATISTICS,
        PROGRESS,
    ),
    Expected(
        layouts.by_unit,
        Kind.STATISTICS,
        statistics_fields(
            received_total="C",
            carried_over="D",
            received_direct="E",
            received_online="F",
            received_post="G",
            done_total="H",
            early="I",
            on_time="J",
            late="K",
            pending_in_time="M",
            pending_overdue="N",
            withdrawn="R",
        ),
        findings={"system_assumed", "reading_chosen"},
    ),
    Expected(
        layouts.details,
        Kind.STATISTICS,
        statistics_fields(early="D", on_time="E", late="F", pending_in_time="H", pending_overdue="I"),
    ),
    Expected(
        layouts.from_portal,
        Kind.STATISTICS,
        statistics_fields(received_total="C", early_or_on_time="D", pending_overdue="F"),
        system=(System.PUBLIC_SERVICE, "title"),
        findings=set(),
    ),
    Expected(
        layouts.by_level,
        Kind.STATISTICS,
        statistics_fields(received_total="C", received_online="D", received_direct="E", received_post="F"),
        findings={"system_assumed", "reading_chosen"},
    ),
    Expected(
        layouts.by_level_with_target,
        Kind.STATISTICS,
        statistics_fields(received_total="C", received_online="D", received_direct="E", received_post="F"),
        findings={"system_assumed", "reading_chosen"},
    ),
    Expected(
        layouts.land_office,
        Kind.DOSSIERS,
        {"code": "B", "procedure": "G", "due": "I", "returned": "J"},
        partial="returned",
    ),
    Expected(
        layouts.quarterly_06a,
        Kind.STATISTICS,
        statistics_fields(**QUARTERLY),
        period=Period.months(2021, 1, 3),
        findings={"system_assumed", "reading_chosen"},
    ),
    Expected(
        layouts.by_field,
        Kind.STATISTICS,
        {"field": "B", **_shifted(BY_FIELD, 0)},
        rows=2,
        findings={"system_assumed", "reading_chosen"},
    ),
    Expected(
        layouts.by_procedure,
        Kind.STATISTICS,
        {"field": "B", **_shifted(BY_FIELD, 1)},
        rows=2,
        findings={"system_assumed", "reading_chosen"},
    ),
    Expected(
        layouts.hanoi_merger,
        Kind.STATISTICS,
        statistics_fields(
            received_total="C",
            received_online_full="D",
            received_online_partial="E",
            received_online_other="F",
            received_direct="G",
            received_post="H",
            carried_over="J",
            done_total="K",
            early_or_on_time="L",
            late_apologised="M",
            late_not_apologised="N",
            pending_total="O",
            pending_in_time="P",
            pending_overdue="Q",
            withdrawn="U",
        ),
    ),
    Expected(layouts.empty_first_column, Kind.STATISTICS, _shifted(PROGRESS, 1)),
    Expected(
        layouts.public_service_centre,
        Kind.STATISTICS,
        {"field": "B", **QUARTERLY},
        rows=2,
    ),
    Expected(
        layouts.parts_of_a_ledger,
        Kind.STATISTICS,
        statistics_fields(
            received_total="C",
            received_new="D",
            carried_over="E",
            done_total="F",
            early="G",
            on_time="H",
            late="I",
            pending_total="K",
        ),
        system=(System.ONE_STOP, "title"),
        findings={"reading_chosen"},
    ),
    Expected(
        layouts.ledger_of_the_period,
        Kind.STATISTICS,
        statistics_fields(carried_over="C", received_new="D", done_total="E", late="F", pending_total="G"),
        system=(System.ONE_STOP, "title"),
        findings=set(),
    ),
]
"""Layouts that are read: kind, columns, system, period, part or whole."""


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "merges lost"])
@pytest.mark.parametrize("expected", READ, ids=lambda expected: expected.make.__name__)
def test_a_layout_of_the_field_is_read_for_what_it_is(expected: Expected, merged: bool, read: Reader) -> None:
    """Kind, columns, system, period and part of each printed layout, with its merged cells or without."""
    (table,), findings, unrecognised = read(expected.make().sheet(merged=merged), name=FILE)
    receipt = table.receipt
    assert (expected.kind, dict(expected.fields)) == (table.kind, dict(receipt.fields))
    assert (expected.system, expected.period) == ((receipt.system, receipt.system_from), receipt.period)
    assert (expected.partial, expected.rows) == (receipt.partial, receipt.rows)
    assert (expected.findings, []) == ({finding.code for finding in findings}, unrecognised)


def _lacking_codes(title: str) -> Callable[[], Form]:
    return lambda: layouts.one_sided(title)


NAMED = [
    (layouts.late_running_counts, "bảng đếm riêng hồ sơ quá hạn"),
    (layouts.online_targets, "báo cáo chỉ tiêu hồ sơ trực tuyến"),
    (layouts.payments, "báo cáo thanh toán trực tuyến"),
    (layouts.digitised, "báo cáo số hóa hồ sơ"),
    (layouts.satisfaction, "kết quả khảo sát sự hài lòng"),
    (layouts.ranking_766, "bảng chấm điểm, xếp hạng"),
    (layouts.detail_766, "bảng chấm điểm, xếp hạng"),
    (layouts.cluster_scores, "bảng chấm điểm, xếp hạng"),
    (layouts.by_status, "thống kê hồ sơ theo trạng thái"),
    (layouts.monthly_slip, "phiếu báo cáo của một đơn vị, mỗi chỉ tiêu một dòng"),
    (_lacking_codes("DANH SÁCH HỒ SƠ CHẬM TIẾP NHẬN"), "danh sách chỉ gồm hồ sơ chậm tiếp nhận"),
    (_lacking_codes("DANH SÁCH HỒ SƠ GIẢI QUYẾT ĐÚNG HẠN"), "danh sách chỉ gồm hồ sơ đúng hạn"),
    (_lacking_codes("DANH SÁCH HỒ SƠ GIẢI QUYẾT QUÁ HẠN"), "danh sách chỉ gồm hồ sơ quá hạn"),
    (layouts.fees, "báo cáo thu phí, lệ phí"),
    (layouts.copies, "báo cáo sao y, chứng thực, ký số"),
    (layouts.day_report, "báo cáo ngày"),
    (layouts.postal, "báo cáo hồ sơ qua bưu chính"),
    (layouts.cross_boundary, "báo cáo tiếp nhận phi địa giới"),
    (layouts.award_import, "danh sách nhập vào phần mềm thi đua, khen thưởng"),
]
"""Layouts that hold nothing to judge by, and what they are called."""


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "merges lost"])
@pytest.mark.parametrize(("make", "what"), NAMED, ids=[what for _, what in NAMED])
def test_a_report_that_is_not_used_is_named_in_words(
    make: Callable[[], Form], what: str, merged: bool, read: Reader
) -> None:
    """Scores, surveys, fees, days and parts without codes are no table of any kind; one finding says what and why."""
    tables, findings, unrecognised = read(make().sheet(merged=merged), name=FILE)
    assert ([], ["known_but_unused"]) == (tables, [finding.code for finding in findings])
    assert f"Trang này có vẻ là {what}: không dùng để chấm, vì " in findings[0].message()
    assert 1 == len(unrecognised)


def test_a_register_takes_its_unit_from_its_title(read: Reader) -> None:
    """Sổ theo dõi names its unit in the title alone; its codes say that it is on the software."""
    (table,), _, _ = read(layouts.register().sheet())
    assert "UBND PHƯỜNG AN LỘC" == table.unit_context
    assert "system_register" in [reading.rule for reading in table.receipt.readings]


def test_rows_of_levels_are_parts_of_the_unit_above(read: Reader) -> None:
    """Two rows of levels below each unit are its details, proven by their sums, and no totals to check."""
    (table,), findings, _ = read(layouts.by_level().sheet())
    assert list(forms.UNITS) == values(table, "unit")
    assert 6 == table.receipt.account.rows["group"]
    assert "total_mismatch" not in [finding.code for finding in findings]


def test_waiting_dossiers_inside_on_time_are_said(read: Reader) -> None:
    """A head "Đúng hạn (Bao gồm cả hồ sơ chờ bổ sung …)" is taken as it stands, and said."""
    _, findings, _ = read(layouts.quarterly_06a().sheet())
    (chosen,) = [finding for finding in findings if finding.code == "reading_chosen"]
    assert "Bao gồm cả hồ sơ chờ bổ sung và trả lại/xin rút" in chosen.message()


def test_the_overdue_of_earlier_periods_are_not_this_periods(read: Reader) -> None:
    """Of two columns of overdue dossiers that without "Tính lũy kế từ kỳ trước" is the period's."""
    (table,), _, _ = read(layouts.from_portal().sheet())
    assert ["1", "1", "1"] == values(table, "pending_overdue")


def test_the_hour_of_an_export_in_a_files_name_is_no_period(read: Reader) -> None:
    """A file "TITLE 15_1_2022 8_30.xls" was printed in 2022 and says nothing of the days that it covers."""
    form = layouts.progress_766()
    untitled = Form(form.titles[:1], form.heads, form.merges, form.body)
    (table,), _, _ = read(untitled.sheet(), name=FILE)
    assert table.receipt.period is None


def test_a_day_report_is_never_statistics_whatever_it_counts(read: Reader) -> None:
    """A head "Tiếp nhận trong ngày" rules even where late dossiers are counted beside it."""
    heads = [
        "STT",
        "Đơn vị",
        "Tiếp nhận trong ngày",
        "Đã giải quyết đúng hạn trong ngày",
        "Đã giải quyết quá hạn trong ngày",
    ]
    form = printed("TÌNH HÌNH GIẢI QUYẾT HỒ SƠ", heads, [["1", forms.UNITS[0], "10", "8", "0"]])
    tables, findings, _ = read(form.sheet())
    assert ([], ["known_but_unused"]) == (tables, [finding.code for finding in findings])


def test_a_form_of_handling_stays_one_under_a_title_of_payment(read: Reader) -> None:
    """Early, on time and late counts make statistics, though the title speaks of payment too."""
    heads: list[Head] = [*("STT", "Đơn vị"), layouts.DONE, ("Thanh toán", ("Trực tiếp", "Trực tuyến"))]
    body: list[forms.Row] = [["1", forms.UNITS[0], "100", "50", "49", "1", "20", "30"]]
    (table,), _, _ = read(printed("KẾT QUẢ GIẢI QUYẾT VÀ THANH TOÁN TRỰC TUYẾN", heads, body).sheet())
    assert {"unit", "done_total", "early", "on_time", "late"} == set(table.receipt.fields)
