"""One dossier per code, counted by the contract's words (section 3)."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from tests.support.tables import END, PLAN, codes, counts, dossier, dossiers, evidence, finding, table
from thidua_cli.evidence.gather import gather
from thidua_cli.intake.tables import Kind, System
from thidua_cli.plan.model import Plan


def with_settings(**settings: object) -> Plan:
    """The built-in plan with some settings changed."""
    return dataclasses.replace(PLAN, settings=dataclasses.replace(PLAN.settings, **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ended", "count"),
    [
        ("09/03/2021 23:59", "early"),
        ("10/03/2021 00:01", "on_time"),
        ("10/03/2021 23:59", "on_time"),
        ("11/03/2021 00:01", "late"),
    ],
)
def test_days_are_compared_not_hours(ended: str, count: str) -> None:
    """A dossier ended on its due day is on time whatever the hour; the day before is early, the day after late."""
    found = counts(evidence(dossiers([dossier(1, ended=ended)])))
    assert {count: 1, **dict.fromkeys({"early", "on_time", "late"} - {count}, 0)} == {
        name: found[name] for name in ("early", "on_time", "late")
    }


def test_comparing_by_time_is_a_setting() -> None:
    """By time, an hour past the due hour is late; a due day without an hour lasts until midnight."""
    rows = [dossier(1, ended="10/03/2021 18:00"), dossier(2, due="10/03/2021", ended="10/03/2021 18:00")]
    found = counts(evidence(dossiers(rows), plan=with_settings(compare="time")))
    assert (1, 1) == (found["late"], found["early"])


def test_the_return_day_ends_a_dossier_only_without_a_processing_day() -> None:
    """The day processing ended rules; the day of return stands in where it is blank."""
    rows = [
        dossier(1, ended="10/03/2021", returned="20/03/2021"),
        dossier(2, ended=None, returned="20/03/2021"),
    ]
    found = counts(evidence(dossiers(rows)))
    assert (1, 1) == (found["on_time"], found["late"])


def test_the_end_decides_the_period_of_timing_and_receipt_that_of_receiving() -> None:
    """Carried-over dossiers are timed in the year they end, and not received in it."""
    rows = [
        dossier(1, received="20/12/2020", due="05/01/2021", ended="04/01/2021"),
        dossier(2, received="20/12/2021", due="05/01/2022", ended="04/01/2022"),
    ]
    found = counts(evidence(dossiers(rows)))
    assert (1, 1, 0, 0) == (found["received"], found["early"], found["on_time"], found["late"])


@pytest.mark.parametrize(
    ("status", "received", "timed"),
    [
        ("Đã xử lý xong", 1, 1),
        ("Từ chối giải quyết", 1, 1),
        ("Công dân yêu cầu rút hồ sơ", 1, 0),
        ("Dừng xử lý", 1, 0),
        ("Không được tiếp nhận", 0, 0),
        ("Mới đăng ký", 0, 0),
        ("Đang xử lý", 1, 0),
    ],
)
def test_statuses_decide_what_is_received_and_what_is_timed(status: str, received: int, timed: int) -> None:
    """Refused at the door is not received; withdrawn and stopped are never timed; a reasoned refusal is."""
    found = counts(evidence(dossiers([dossier(1, status=status)])))
    assert (received, timed) == (found["received"], found["early"])


def test_the_later_end_counts_among_rows_of_one_code() -> None:
    """Of two rows of one code in one system the later end counts, and the other row is a finding at its cell."""
    found = evidence(dossiers([dossier(1, ended="12/03/2021"), dossier(1), dossier(2)]))
    assert (1, 1, 2) == (counts(found)["early"], counts(found)["late"], counts(found)["received"])
    assert ("A3", 2) == (finding(found, "duplicate_dossier").cell, finding(found, "duplicate_dossier").params["count"])


def test_codes_are_compared_after_normalising() -> None:
    """Spaces, case and odd dashes do not make another dossier."""
    found = counts(evidence(dossiers([dossier(1), dossier(1, code=" 000.01.41.h20–210301-0001\u00a0")])))
    assert 1 == found["received"]


def test_one_stop_rules_on_dates_and_public_service_on_filing() -> None:
    """The same code in two systems is one dossier: late by the one-stop list, online by the other."""
    found = counts(
        evidence(
            dossiers([dossier(1, ended="12/03/2021")]),
            dossiers([dossier(1, level="Mức độ 4", channel=None)], System.PUBLIC_SERVICE),
        )
    )
    assert (1, 1, 1, 1, 0) == tuple(found[n] for n in ("received", "on_software", "online_34", "late", "early"))


@pytest.mark.parametrize(("level", "online"), [("Mức độ 3", 1), ("4", 1), ("Mức độ 2", 0), (None, 1), (1, 0)])
def test_online_counts_unless_the_level_says_one_or_two(level: str | int | None, online: int) -> None:
    """Filed online counts as level 3 or 4 except where the level says 1 or 2."""
    row = dossier(1, channel="Trực tuyến", level=level)
    assert online == counts(evidence(dossiers([row])))["online_34"]


def test_a_dossier_outside_the_software_is_received_but_not_on_it() -> None:
    """The logbook's dossiers count as received, stand against the unit, and are named in a finding."""
    found = evidence(dossiers([dossier(1)]), dossiers([dossier(2)], System.LOGBOOK))
    assert (2, 1, 1) == tuple(counts(found)[n] for n in ("received", "on_software", "not_on_software"))
    assert "000.01.41.H20-210301-0002" == found.facts["phuong-an-loc"].counts["not_on_software"].places[0].code
    assert "phuong-an-loc" == finding(found, "not_on_software").unit


def test_no_due_date_is_neither_early_nor_late() -> None:
    """A resolved dossier without a due date is left out of timing, with a finding."""
    found = evidence(dossiers([dossier(1, due=None)]))
    assert (1, 0, 0, 0) == tuple(counts(found)[n] for n in ("received", "early", "on_time", "late"))
    assert "missing_due_date" in codes(found)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": "Đang bay"}, "unknown_status"),
        ({"status": None}, "unknown_status"),
        ({"received": "hôm qua"}, "unreadable_date"),
        ({"received": None}, "missing_received_date"),
        ({"due": "31/02/2021"}, "unreadable_date"),
        ({"ended": "xx"}, "unreadable_date"),
        ({"ended": None}, "missing_end_date"),
        ({"channel": "Bồ câu"}, "unknown_channel"),
        ({"channel": "Trực tuyến", "level": "xyz"}, "unknown_level"),
    ],
)
def test_what_cannot_be_read_is_undecided_and_said(change: dict[str, str | None], code: str) -> None:
    """A row that cannot be read where it matters is open, in ways that differ, and a finding names the cell."""
    found = evidence(dossiers([dossier(1, **change), dossier(2)]))
    (case,) = found.facts["phuong-an-loc"].undecided
    assert len(case.alternatives) > 1
    assert ("000.01.41.H20-210301-0001", 2) == (case.place.code, case.place.row)
    assert code in codes(found)


def test_an_unreadable_receipt_leaves_the_timing_decided() -> None:
    """What all readings of an open row share is counted: late stays late whenever it was received."""
    found = evidence(dossiers([dossier(1, received="hôm qua", ended="12/03/2021")]))
    assert (1, 0) == (counts(found)["late"], counts(found)["received"])
    assert frozenset() in found.facts["phuong-an-loc"].undecided[0].alternatives


def test_an_unknown_status_without_an_end_is_not_open_for_timing() -> None:
    """There is nothing to time without an end, so an unknown status leaves early, on time and late alone."""
    found = evidence(dossiers([dossier(1, status="Đang bay", ended=None)]))
    (case,) = found.facts["phuong-an-loc"].undecided
    assert set() == {name for way in case.alternatives for name in way} & {"early", "on_time", "late"}


def test_rivals_with_an_unreadable_end_leave_the_dossier_open() -> None:
    """Where one of two rows has an end that cannot be read, it is not known which ended later."""
    found = evidence(dossiers([dossier(1), dossier(1, ended="xx")]))
    assert 0 == counts(found)["early"]
    assert 1 == len(found.facts["phuong-an-loc"].undecided)


def test_pending_is_what_had_not_ended_by_the_day() -> None:
    """Open dossiers, and those that ended after the day, are pending; overdue if due before it."""
    rows = [
        dossier(1, status="Đang xử lý", ended=None, due="01/06/2021"),
        dossier(2, received="20/06/2021", due="10/07/2021", ended="05/07/2021"),
        dossier(3),
    ]
    found = counts(evidence(dossiers(rows), as_of=date(2021, 6, 30)))
    assert (2, 1) == (found["pending"], found["pending_overdue"])


def test_without_a_status_column_the_dates_tell() -> None:
    """A list without statuses: ended means resolved, not ended means open."""
    rows = [{k: v for k, v in dossier(n).items() if k != "status"} for n in (1, 2)]
    rows[1] = {**rows[1], "ended": None}
    found = counts(evidence(dossiers(rows)))
    assert (2, 1, 1) == (found["received"], found["early"], found["pending"])


def test_an_end_before_receipt_is_said() -> None:
    """Two dates that contradict each other are a finding."""
    found = evidence(dossiers([dossier(1, received="20/03/2021", ended="09/03/2021")]))
    assert ("end_before_received", "E2") == (
        finding(found, "end_before_received").code,
        finding(found, "end_before_received").cell,
    )


def test_systems_that_disagree_on_the_level_are_said() -> None:
    """Level 4 here and level 2 there is a contradiction; the public service system rules."""
    found = evidence(
        dossiers([dossier(1, level="Mức độ 4", channel="Trực tuyến")]),
        dossiers([dossier(1, level="Mức độ 2")], System.PUBLIC_SERVICE),
    )
    assert 0 == counts(found)["online_34"]
    assert "level_contradiction" in codes(found)


def test_a_list_without_one_stop_says_nothing_of_the_software() -> None:
    """Without any one-stop table the share on the software is not known, rather than nothing."""
    found = evidence(dossiers([dossier(1)], System.PUBLIC_SERVICE))
    assert (1, None) == (counts(found)["received"], counts(found)["on_software"])


def test_months_swapped_by_a_spreadsheet_are_settled_by_the_code() -> None:
    """Real dates up to the 12th among texts past it: the day in the code says that they were swapped."""
    from datetime import datetime

    rows = [
        dossier(
            1,
            code="000.01.41.H20-210305-0001",
            received=datetime(2021, 5, 3),
            due=datetime(2021, 12, 3),
            ended="20/03/2021",
        ),
        dossier(2, code="000.01.41.H20-210325-0002", received="25/03/2021", due="28/03/2021", ended="27/03/2021"),
    ]
    found = evidence(dossiers(rows))
    assert (2, 1, 1) == tuple(counts(found)[n] for n in ("received", "early", "late"))
    assert "ambiguous_date" in codes(found)


def test_rivals_that_differ_in_status_leave_it_open_too() -> None:
    """Withdrawn in one row, resolved with an unreadable end in the other: neither status is taken for granted."""
    rows = [dossier(1, status="Công dân yêu cầu rút hồ sơ"), dossier(1, ended="xx")]
    (case,) = evidence(dossiers(rows)).facts["phuong-an-loc"].undecided
    assert {"early", "late"} <= {name for way in case.alternatives for name in way}
    assert frozenset() in case.alternatives


def test_a_list_without_officers_says_nothing_of_its_own_units_persons() -> None:
    """Officers named in one unit's list do not make another unit's list, which names none, complete."""
    with_officer = dossiers([dossier(1, officer="Trần Thị Bảy")], file="a.xlsx")
    without = dossiers([dossier(2, unit="Phường An Bình A")], file="b.xlsx")
    people = table(
        Kind.INDIVIDUALS,
        [
            {"name": "Lê Văn Sáu", "unit": "Phường An Lộc", "position": "Công chức"},
            {"name": "Lê Văn Sáu", "unit": "Phường An Bình A", "position": "Công chức"},
            {"name": "Lê Văn Sáu", "unit": "Phường An Bình B", "position": "Công chức"},
        ],
    )
    found = evidence(with_officer, without, people)
    assert {"phuong-an-binh-a": True, "phuong-an-binh-b": False, "phuong-an-loc": False} == {
        person.unit: person.timed is None for person in found.persons
    }


def test_without_any_word_on_filing_the_share_online_is_not_known() -> None:
    """No channel column and no list of the public service system: unknown, not nothing."""
    row = {name: value for name, value in dossier(1).items() if name != "channel"}
    alone = counts(evidence(dossiers([row])))
    beside = counts(evidence(dossiers([row]), dossiers([dossier(2, channel=None)], System.PUBLIC_SERVICE)))
    assert (1, None) == (alone["received"], alone["online_34"])
    assert (2, 1) == (beside["received"], beside["online_34"])


def test_dossiers_of_no_known_unit_are_no_evidence() -> None:
    """A list whose dossiers name no unit, and no register: there is nobody to count for, and nothing breaks."""
    found = gather([dossiers([dossier(1, unit="Bộ phận Một cửa")])], PLAN, END)
    assert () == tuple(found.units)
