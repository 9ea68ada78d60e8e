"""Pending dossiers: counted as of a day, listed, and open where a row cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.tables import PLAN, Row, codes, counts, dossier, dossiers, evidence
from thidua_cli.errors import UsageError
from thidua_cli.pipeline import closing_day
from thidua_cli.plan.model import Measure

LOC = "phuong-an-loc"
OPEN: dict[str, str | None] = {"status": "Đang xử lý", "ended": None}
JUNE = date(2021, 6, 30)


def names(rows: list[Row]) -> list[set[frozenset[str]]]:
    """The ways of each open row, of its pending counts alone."""
    pending = {"pending", "pending_overdue"}
    return [{way & pending for way in case.alternatives} for case in evidence(dossiers(rows)).facts[LOC].undecided]


def test_pending_dossiers_are_listed() -> None:
    """Rows are listed of the count that a measure says to stand against the unit, pending or overdue, not of others."""
    table = dossiers([dossier(n, **OPEN) for n in (1, 2)] + [dossier(3, **OPEN, due="10/01/2022")])
    for against, listed in (("pending", (3, 0)), ("pending_overdue", (0, 2))):
        measure = Measure("open", "Hồ sơ tồn", "value", (against,), against=against)
        facts = evidence(table, plan=replace(PLAN, measures={"open": measure})).facts[LOC]
        both = [facts.counts[name] for name in ("pending", "pending_overdue")]
        assert [count.value for count in both] == [3, 2]
        assert tuple(len(count.places) for count in both) == listed


@pytest.mark.parametrize(
    ("changed", "ways"),
    [
        ({"status": "Đang bay", "ended": None}, [{frozenset(), frozenset({"pending", "pending_overdue"})}]),
        ({"status": "Đang bay", "ended": None, "due": "10/01/2022"}, [{frozenset(), frozenset({"pending"})}]),
        ({**OPEN, "due": "31/02/2021"}, [{frozenset(), frozenset({"pending_overdue"})}]),
        ({**OPEN, "received": "hôm qua"}, [{frozenset(), frozenset({"pending", "pending_overdue"})}]),
        ({"ended": "xx"}, [{frozenset(), frozenset({"pending", "pending_overdue"})}]),
        (OPEN, []),
    ],
)
def test_unread_rows_are_open_for_pending_too(changed: dict[str, str | None], ways: list[set[frozenset[str]]]) -> None:
    """A status, due day, receipt or end that cannot be read leaves open whether the dossier is pending, or overdue."""
    assert ways == names([dossier(1, **changed)])


def test_late_and_pending_exclude_each_other() -> None:
    """No way of an open row has it ended in the period and pending on its last day."""
    rows = [dossier(1, ended="xx"), dossier(2, status="Đang bay"), dossier(3, status="Đang xử lý")]
    for case in evidence(dossiers(rows)).facts[LOC].undecided:
        assert not [way for way in case.alternatives if {"pending"} < way and way & {"early", "on_time", "late"}]


def test_a_status_against_an_end_is_undecided() -> None:
    """The status says it runs, the end says it is done: open between the two, and said."""
    found = evidence(dossiers([dossier(1, status="Đang xử lý", ended="12/03/2021")]))
    assert (0, 0) == (counts(found)["pending"], counts(found)["late"])
    (case,) = found.facts[LOC].undecided
    assert {frozenset({"late"}), frozenset({"pending", "pending_overdue"})} == set(case.alternatives)
    assert "status_contradicts_end" in codes(found)


def test_an_earlier_day_ends_the_period() -> None:
    """As of 30 June: what came or ended later has not, and what ended later is pending, withdrawn ones too."""
    rows = [
        dossier(1),
        dossier(2, received="20/06/2021", due="25/06/2021", ended="05/07/2021"),
        dossier(3, received="20/06/2021", due="10/07/2021", ended="05/07/2021", status="Công dân yêu cầu rút hồ sơ"),
        dossier(4, received="01/07/2021", due="10/07/2021", ended="05/07/2021"),
    ]
    found = counts(evidence(dossiers(rows), as_of=JUNE))
    names = ("received", "on_software", "early", "late", "pending", "pending_overdue")
    assert (3, 3, 1, 0, 2, 1) == tuple(found[name] for name in names)


def test_a_day_outside_the_period_is_wrong_usage() -> None:
    """The day lies within the plan's period, both ends included, or the command says so."""
    first, last = PLAN.period_start, PLAN.period_end
    assert [last, first, last, JUNE] == [closing_day(PLAN, day) for day in (None, first, last, JUNE)]
    for day in (date(2020, 12, 31), date(2022, 1, 1)):
        with pytest.raises(UsageError, match="ngoài kỳ"):
            closing_day(PLAN, day)
