"""The days, hours and settings on which a count turns, and what is said where nothing is known."""

from __future__ import annotations

import dataclasses

import pytest

from tests.support.tables import PLAN, Row, codes, counts, dossier, dossiers, evidence, finding, register, table
from thidua_cli.evidence.lists import listed_count
from thidua_cli.evidence.model import Place
from thidua_cli.intake.tables import Kind
from thidua_cli.plan.model import Plan

LOC, UNIT, OTHER = "phuong-an-loc", "Phường An Lộc", "Phường An Bình A"


def rules(**changes: object) -> Plan:
    """The built-in plan with some settings changed."""
    return dataclasses.replace(PLAN, settings=dataclasses.replace(PLAN.settings, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("due", "overdue"), [("30/12/2021", 1), ("30/12/2021 23:59", 1), ("31/12/2021", 0), ("01/01/2022", 0), (None, 0)]
)
def test_overdue_is_due_before_the_last_day(due: str | None, overdue: int) -> None:
    """What is due on the last day itself is not yet overdue, at whatever hour."""
    found = counts(evidence(dossiers([dossier(1, due=due, ended=None, status="Đang xử lý")])))
    assert (1, overdue) == (found["pending"], found["pending_overdue"])


@pytest.mark.parametrize(
    ("due", "ended", "count"),
    [
        ("10/03/2021", "10/03/2021 23:59:59", "early"),
        ("10/03/2021", "11/03/2021 00:00:00", "late"),
        ("10/03/2021 17:00", "10/03/2021 17:00", "early"),
        ("10/03/2021 17:00", "10/03/2021 16:59", "early"),
        ("10/03/2021 17:00", "10/03/2021 17:01", "late"),
    ],
)
def test_by_time_the_hour_counts(due: str, ended: str, count: str) -> None:
    """A due day without an hour lasts to its last second; until the very minute it is early, and then late."""
    found = counts(evidence(dossiers([dossier(1, due=due, ended=ended)]), plan=rules(compare="time")))
    assert {count} == {name for name in ("early", "on_time", "late") if found[name]}


@pytest.mark.parametrize(
    ("use", "extended", "count"),
    [("use", "20/03/2021", "early"), ("use", None, "late"), ("ignore", "20/03/2021", "late")],
)
def test_an_extended_due_day_counts_where_the_plan_says_so(use: str, extended: str | None, count: str) -> None:
    """Where a row has one, and the plan lets it replace the due day."""
    rows = [dossier(1, ended="12/03/2021", due_extended=extended), dossier(2, due_extended="20/03/2021")]
    found = counts(evidence(dossiers(rows), plan=rules(extended_due_date=use)))
    assert {count: 1 if count == "late" else 2} == {count: found[count]}


@pytest.mark.parametrize(("end", "count"), [("processed", "early"), ("returned", "late")])
def test_which_end_counts_is_a_setting(end: str, count: str) -> None:
    """The day processing ended, or the return alone."""
    found = counts(evidence(dossiers([dossier(1, returned="20/03/2021")]), plan=rules(end_date=end)))
    assert {count} == {name for name in ("early", "on_time", "late") if found[name]}


def test_no_due_day_may_be_undecided() -> None:
    """Where the plan says so a resolved dossier without a due day may be early, on time or late."""
    found = evidence(dossiers([dossier(1, due=None), dossier(2)]), plan=rules(no_due_date="undecided"))
    (case,) = found.facts[LOC].undecided
    timed = {name for way in case.alternatives for name in way} & {"early", "on_time", "late"}
    assert {"early", "on_time", "late"} == timed


def test_the_day_of_filing_stands_in_for_a_blank_receipt() -> None:
    """A portal's list may leave the day received blank, or have no such column at all."""
    rows = [
        dossier(1, received=None, submitted="01/03/2021"),
        dossier(2, received="01/02/2022", submitted="01/03/2021"),
    ]
    assert 1 == counts(evidence(dossiers(rows)))["received"]
    bare = [{k: v for k, v in dossier(1, submitted="01/03/2021").items() if k != "received"}]
    assert 1 == counts(evidence(dossiers(bare)))["received"]


@pytest.mark.parametrize(
    ("days", "far"), [("08/03/2021", False), ("09/03/2021", True), ("22/02/2021", False), ("21/02/2021", True)]
)
def test_a_code_of_quite_another_day_is_said(days: str, far: bool) -> None:
    """A week either way is usual between the day in a code and the day received."""
    rows = [dossier(1, received=days, due=None, ended="09/03/2021"), dossier(2)]
    found = evidence(dossiers(rows))
    assert far == ("code_date_mismatch" in codes(found))
    if far:
        said = finding(found, "code_date_mismatch")
        assert (1, 7, "C2") == (said.count or 1, said.params["days"], said.cell)


def test_without_a_table_nothing_is_known() -> None:
    """Of tasks, index and initiatives, and of dossiers; with a list of others, there is no row for the unit."""
    facts = evidence().facts[LOC].counts
    assert {"no_table"} == {count.reason for count in facts.values()}
    tables = [
        table(Kind.TASKS, [{"unit": OTHER, "assigned": 1, "completed": 1}]),
        table(Kind.PAR_INDEX, [{"unit": OTHER, "score_final": "80"}]),
        table(Kind.INITIATIVES, [{"unit": OTHER, "title": "Mô hình", "recognised": "Công nhận"}]),
    ]
    other = evidence(*tables).facts[LOC].counts
    assert ["no_row", "no_row", None] == [
        other[name].reason for name in ("tasks_open", "par_index", "initiatives_recognised")
    ]
    assert 0 == other["initiatives_recognised"].value


def test_some_units_alone() -> None:
    """Everything that is about them stays, in order, and what is about nobody in particular; the rest goes."""
    rows: list[Row] = [
        {"name": name, "unit": unit, "classification": "Hoàn thành tốt nhiệm vụ", "position": "Chuyên viên"}
        for name, unit in (("Lê Văn Sáu", UNIT), ("Trần Thị Bảy", OTHER))
    ]
    ideas = [{"unit": unit, "title": f"Mô hình {unit}", "recognised": "Công nhận"} for unit in (UNIT, OTHER)]
    barred = [{"unit": unit, "decision": "Loại", "author": "Hội đồng", "reason": "x"} for unit in (UNIT, OTHER)]
    awards = [{"unit": unit, "achievement": "Cải cách hành chính", "year": "2022"} for unit in (UNIT, OTHER)]
    whole = evidence(
        dossiers([dossier(1)]),
        table(Kind.INDIVIDUALS, rows),
        table(Kind.INITIATIVES, ideas),
        table(Kind.COUNCIL_DECISIONS, barred),
        table(Kind.EARLIER_AWARDS, awards),
    )
    part = whole.only(frozenset([LOC]))
    assert [[LOC]] * 5 == [
        [unit.id for unit in part.units],
        [person.unit for person in part.persons],
        [one.unit for one in part.initiatives],
        [one.unit for one in part.decisions],
        [one.unit for one in part.earlier_awards],
    ]
    assert {one.unit for one in part.findings} <= {LOC, ""}
    assert [one for one in whole.findings if one.unit == LOC] == [one for one in part.findings if one.unit == LOC]
    assert len(part.findings) < len(whole.findings)


def test_listed_rows_are_in_order_with_their_tables() -> None:
    """Rows by code, each table once with how many of its rows."""
    places = [Place("b", "z.xlsx", "S", 2), Place("a", "y.xlsx", "S", 9), Place("c", "y.xlsx", "S", 3)]
    found = listed_count(places)
    assert {3} == {found.value, found.total}
    assert ["a", "b", "c"] == [place.code for place in found.places]
    assert [("y.xlsx", 2), ("z.xlsx", 1)] == [(origin.file, origin.rows) for origin in found.origins]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"gender": "Nữ"}, ("female", "Hoàn thành tốt nhiệm vụ")),
        ({"gender": "Nam"}, ("male", "Hoàn thành tốt nhiệm vụ")),
        ({"gender": "?"}, ("", "Hoàn thành tốt nhiệm vụ")),
        ({"classification": ""}, ("", None)),
        ({"classification": "Rất tốt"}, ("", None)),
        ({"classification": "Hoàn thành xuất sắc nhiệm vụ"}, ("", "Hoàn thành xuất sắc nhiệm vụ")),
    ],
)
def test_what_a_row_says_of_a_person(row: Row, expected: tuple[str, str | None]) -> None:
    """Gender and classification in the words of the field, and nothing where they say nothing known."""
    base: Row = {
        "name": "Lê Văn Sáu",
        "unit": UNIT,
        "position": "Chuyên viên",
        "classification": "Hoàn thành tốt nhiệm vụ",
    }
    (person,) = evidence(table(Kind.INDIVIDUALS, [{**base, **row}])).persons
    assert expected == (person.gender, person.classification)


def test_names_are_shown_as_the_register_writes_them() -> None:
    """Capitals of a register are kept, whatever the lists write."""
    rows = [{"unit": "XÃ TÂN HỘI", "group": "Xã, phường"}, {"unit": "Phòng Tư pháp", "group": "Phòng, ban"}]
    found = evidence(register(rows), dossiers([dossier(1, unit="xã tân hội")]))
    assert {"xa-tan-hoi", "phong-tu-phap"} == {unit.id for unit in found.units}
    assert 1 == counts(found, "xa-tan-hoi")["received"]
