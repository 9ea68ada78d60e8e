from __future__ import annotations

import pytest

from tests.layout import forms
from tests.layout.conftest import Reader, values
from thidua_cli.intake.tables import Kind, System

FIELDS_06A = {
    "unit": "B",
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
FIELDS_2017 = {
    "unit": "B",
    "received_total": "C",
    "received_online": "D",
    "carried_over": "E",
    "received_direct": "F",
    "done_total": "G",
    "early_or_on_time": "H",
    "late": "I",
    "pending_total": "J",
    "pending_in_time": "K",
    "pending_overdue": "L",
}
FIELDS_HANOI = {
    "unit": "B",
    "received_total": "C",
    "received_direct": "D",
    "received_online": "E",
    "received_post": "F",
    "done_total": "G",
    "early_or_on_time": "H",
    "late": "I",
    "pending_total": "J",
    "pending_in_time": "K",
    "pending_overdue": "L",
}
FIELDS_OPENCPS_20 = {
    "unit": "B",
    "received_total": "C",
    "carried_over": "D",
    "received_new": "E",
    "received_one_stop": "F",
    "received_online": "G",
    "done_total": "H",
    "early": "I",
    "on_time": "J",
    "late": "K",
    "refused": "L",
    "pending_total": "O",
    "pending_in_time": "P",
    "pending_overdue": "Q",
    "paused": "R",
    "withdrawn": "S",
}
FIELDS_OPENCPS_24 = {
    "unit": "B",
    "received_total": "C",
    "carried_over": "D",
    "received_new": "E",
    "received_one_stop": "F",
    "received_online": "G",
    "withdrawn": "I",
    "done_total": "J",
    "early": "K",
    "on_time": "L",
    "late": "M",
    "refused": "P",
    "pending_total": "S",
    "pending_in_time": "T",
    "pending_overdue": "U",
    "paused": "V",
}
FIELDS_EPAR = {
    "field": "B",
    "received_total": "C",
    "done_total": "D",
    "early": "E",
    "on_time": "F",
    "late": "G",
    "refused": "H",
    "withdrawn": "I",
    "pending_total": "J",
    "pending_in_time": "K",
    "pending_overdue": "L",
    "paused": "M",
}
FIELDS_BKAV = {
    "unit": "B",
    "carried_over": "C",
    "received_new": "D",
    "pending_in_time": "E",
    "pending_overdue": "F",
    "early_or_on_time": "H",
    "late": "I",
}
FORMS = [
    (forms.form_06a, "A6:M8", FIELDS_06A),
    (forms.form_06a_2017, "A3:M5", FIELDS_2017),
    (forms.hanoi, "A2:L3", FIELDS_HANOI),
    (forms.opencps_20, "A2:T4", FIELDS_OPENCPS_20),
    (forms.opencps_24, "A2:X6", FIELDS_OPENCPS_24),
    (forms.epar, "A4:O5", FIELDS_EPAR),
    (forms.bkav, "A2:J3", FIELDS_BKAV),
]


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "merges lost"])
@pytest.mark.parametrize(("form", "header", "fields"), FORMS, ids=[form.__name__ for form, _, _ in FORMS])
def test_every_aggregate_layout_is_read_by_its_heads(
    form: object, header: str, fields: dict[str, str], merged: bool, read: Reader
) -> None:
    """Each form of domain.md 1 gives its counts by head, with merged cells or after an export lost them."""
    tables, _, unrecognised = read(form().sheet(merged=merged))  # type: ignore[operator]
    assert [] == unrecognised
    assert [Kind.STATISTICS] == [table.kind for table in tables]
    assert header == tables[0].receipt.header
    assert fields == dict(tables[0].receipt.fields)


@pytest.mark.parametrize("form", [f for f, _, _ in FORMS if f is not forms.epar], ids=lambda form: form.__name__)
def test_only_unit_rows_are_data(form: object, read: Reader) -> None:
    """Index, group, total and signature rows are told from the rows of units."""
    (table,), _, _ = read(form().sheet())  # type: ignore[operator]
    assert list(forms.UNITS) == values(table, "unit")


@pytest.mark.parametrize("form", [f for f, _, _ in FORMS], ids=lambda form: form.__name__)
def test_a_form_that_adds_up_gives_no_finding(form: object, read: Reader) -> None:
    """A form without a mistake is read without a word about its figures."""
    _, findings, _ = read(form().sheet())  # type: ignore[operator]
    assert {"system_assumed"} >= {finding.code for finding in findings}


def test_the_report_of_one_unit_by_field_keeps_its_fields_and_names_its_unit(read: Reader) -> None:
    """A report by lĩnh vực takes the unit from "Đơn vị báo cáo:", not from "Đơn vị tính:"."""
    (table,), _, _ = read(forms.epar().sheet())
    assert ["Hộ tịch", "Chứng thực"] == values(table, "field")
    assert ("UBND phường An Lộc", "A2") == (table.unit_context, table.unit_cell)


def test_form_06_names_the_one_stop_system_in_its_title(read: Reader) -> None:
    """The words "Hệ thống thông tin một cửa điện tử" in the title of form 06 says one_stop."""
    (table,), _, _ = read(forms.form_06a().sheet())
    assert (System.ONE_STOP, "title") == (table.receipt.system, table.receipt.system_from)
