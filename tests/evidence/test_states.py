"""One dossier in several exports: the later end, else the latest export, else not known (contract, section 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import numpy as np
import pytest

from tests.support.tables import Row, codes, counts, dossier, dossiers, evidence
from thidua_cli.evidence.exports import export_ranks
from thidua_cli.evidence.model import Evidence
from thidua_cli.intake.periods import Period
from thidua_cli.intake.tables import Table

LOC = "phuong-an-loc"
NOT_YET: Row = dossier(1, status="Chờ tiếp nhận", ended=None, received="25/11/2021", due="15/01/2022")
RUNNING: Row = dossier(1, status="Đang xử lý", ended=None, received="25/11/2021", due="15/01/2022")


def exports(*rows: Row, names: tuple[str, ...] = ("a.xlsx", "b.xlsx"), titles: tuple[str, ...] = ("", "")) -> Evidence:
    """One row in each of two exports; the same for every order of the files."""
    tables = [dossiers([row], file=name, title=title) for row, name, title in zip(rows, names, titles, strict=True)]
    found = [evidence(*order) for order in permutations(tables)]
    assert all(item.facts == found[0].facts for item in found)
    return found[0]


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("z.xlsx", "a.xlsx"), ("DANH SÁCH HỒ SƠ THÁNG 11", "DANH SÁCH HỒ SƠ THÁNG 12")),
        (("thang 9.xlsx", "thang 10.xlsx"), ("", "")),
        (("ho-so 2021-11-30.xlsx", "ho-so 2021-12-01.xlsx"), ("", "")),
        (("xuat 30.11.2021.xlsx", "xuat 01.12.2021.xlsx"), ("", "")),
        (("a.xlsx", "b.xlsx"), ("Ngày xuất báo cáo: 30/11/2021", "Ngày xuất báo cáo: 31/12/2021")),
        (("Quý I.xlsx", "Quý II.xlsx"), ("", "")),
    ],
)
def test_the_latest_export_says_where_a_dossier_stands(names: tuple[str, str], titles: tuple[str, str]) -> None:
    """Awaiting receipt in one export and in hand in the next is received; the other way round it is not."""
    assert 1 == counts(exports(NOT_YET, RUNNING, names=names, titles=titles))["received"]
    assert 0 == counts(exports(RUNNING, NOT_YET, names=names, titles=titles))["received"]


def test_a_stated_period_orders_exports() -> None:
    """The period that the layout read from a table rules over its file's name."""

    def of(row: Row, first: int, last: int, file: str) -> Table:
        made = dossiers([row], file=file)
        return replace(made, receipt=replace(made.receipt, period=Period.months(2021, first, last)))

    found = evidence(of(NOT_YET, 1, 11, "thang 12.xlsx"), of(RUNNING, 12, 12, "thang 11.xlsx"))
    assert 1 == counts(found)["received"]


def test_what_happened_last_tells_where_no_word_does() -> None:
    """Without any name of a month, the export in which something happened later is the later one."""
    later = dossier(2, received="20/12/2021", due="30/12/2021", ended=None, status="Đang xử lý")
    found = evidence(dossiers([NOT_YET], file="b.xlsx"), dossiers([RUNNING, later], file="a.xlsx"))
    assert (2, []) == (counts(found)["received"], list(found.facts[LOC].undecided))


def test_states_that_nothing_orders_are_undecided() -> None:
    """Two exports of one month, or two rows of one export, that say different things: neither is taken."""
    for found in (exports(NOT_YET, RUNNING), evidence(dossiers([NOT_YET, RUNNING]))):
        (case,) = found.facts[LOC].undecided
        assert 0 == counts(found)["received"]
        assert {frozenset()} < set(case.alternatives)


def test_states_that_say_the_same_are_no_question() -> None:
    """Two ways of being in hand, received on two days of the period, change no count."""
    other = {**RUNNING, "status": "Chờ bổ sung hồ sơ", "received": "24/11/2021"}
    found = exports(RUNNING, other)
    assert (1, 1, ()) == (counts(found)["received"], counts(found)["pending"], tuple(found.facts[LOC].undecided))


def test_a_state_without_an_end_does_not_outweigh_an_end() -> None:
    """Late in October and "running" again in the export of November is late."""
    ended = dossier(1, received="25/09/2021", due="01/10/2021", ended="05/10/2021")
    again = {**ended, "ended": None, "status": "Đang xử lý"}
    found = exports(ended, again, names=("thang 10.xlsx", "thang 11.xlsx"))
    assert (1, 0) == (counts(found)["late"], counts(found)["pending"])


def test_equal_ends_with_two_due_days_are_undecided() -> None:
    """The same end on time by one row and late by the other, which nothing orders, is open for both."""
    found = exports(dossier(1, ended="10/03/2021"), dossier(1, ended="10/03/2021", due="09/03/2021"))
    (case,) = found.facts[LOC].undecided
    assert {"on_time", "late"} <= {name for way in case.alternatives for name in way}
    assert 1 == counts(found)["received"]


def test_the_later_of_two_equal_ends_says_the_due_day() -> None:
    """An extension that the next month's export shows is the state that rules."""
    rows = (dossier(1, ended="10/03/2021", due="09/03/2021"), dossier(1, ended="10/03/2021"))
    found = exports(*rows, names=("thang 3.xlsx", "thang 4.xlsx"))
    assert (1, 0) == (counts(found)["on_time"], counts(found)["late"])


def test_rows_that_lose_are_still_said() -> None:
    """Whatever rules, the other row is a finding."""
    assert "duplicate_dossier" in codes(exports(NOT_YET, RUNNING, names=("thang 11.xlsx", "thang 12.xlsx")))


def test_what_some_exports_do_not_say_orders_none() -> None:
    """Two of three exports name their month: then the days in the rows tell of all three, without a contradiction."""
    tables = [dossiers([dossier(1)], file=name) for name in ("thang 12.xlsx", "thang 1.xlsx", "x.xlsx")]
    days = [np.array([(date(2021, 3, day) - date(1970, 1, 1)).days * 86_400]) for day in (1, 2, 3)]
    assert [0, 1, 2] == export_ranks(tables, days, 2021).tolist()
