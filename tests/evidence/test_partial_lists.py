"""Lists of only the late (running, returned …) dossiers: evidence of those, never a denominator (contract, 2.1)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.tables import Row, codes, counts, dossier, dossiers, evidence, finding, table
from thidua_cli.evidence.dossier_facts import DOSSIER_COUNTS
from thidua_cli.evidence.model import Evidence
from thidua_cli.intake.tables import Kind, System, Table, Withheld

LOC, A = "phuong-an-loc", "phuong-an-binh-a"
LATE = [dossier(n, ended="12/03/2021") for n in (1, 2)]


def form(figures: Mapping[str, int], system: System = System.ONE_STOP) -> Table:
    """What An Lộc reports of one system."""
    return table(Kind.STATISTICS, [{"unit": "Phường An Lộc", **figures}], file="bieu.xlsx", system=system)


def reasons(found: Evidence, unit: str = LOC) -> set[str | None]:
    """Why a unit's counts of dossiers are not known; None stands for one that is."""
    return {found.facts[unit].counts[name].reason for name in DOSSIER_COUNTS}


@pytest.mark.parametrize("which", ["late", "overdue", "running", "returned", "on_time", "extended", "sent_back"])
def test_a_partial_list_alone_gives_no_share(which: str) -> None:
    """Of a unit with nothing but a list of some dossiers no count is known, and one finding says what the list is."""
    found = evidence(dossiers(LATE, partial=which))
    assert {"partial"} == reasons(found)
    assert {None} == {counts(found)[name] for name in DOSSIER_COUNTS}
    assert "mẫu số" in finding(found, "partial_list").message()


def test_its_rows_are_shown_all_the_same() -> None:
    """The late dossiers that are known stand against the unit, although the share is not known."""
    late = evidence(dossiers(LATE, partial="late")).facts[LOC].counts["late"]
    assert (None, 2, ["000.01.41.H20-210301-0001", "000.01.41.H20-210301-0002"]) == (
        late.value,
        late.total,
        [place.code for place in late.places],
    )


def test_who_is_not_in_a_partial_list_has_no_list_at_all() -> None:
    """A unit that a list of late dossiers does not name has no data; it is not a unit without cases."""
    found = evidence(dossiers(LATE, partial="late"))
    assert {"no_table"} == reasons(found, A)


def test_a_partial_list_that_cannot_be_used_leaves_the_unseen_open() -> None:
    """Beside a whole list it may name units that this one lacks: they are not without cases; who is listed is known."""
    unused = Withheld("cham.xlsx", "Sheet1", Kind.DOSSIERS, System.ONE_STOP, partial=True)
    found = evidence(dossiers([dossier(n) for n in range(1, 11)]), withheld=[unused])
    assert {"table_not_used"} == reasons(found, A)
    assert (10, 10) == (counts(found)["received"], counts(found)["early"])


def test_beside_a_whole_list_its_rows_join() -> None:
    """A late list that repeats two dossiers of the whole list changes nothing; a third one is one more dossier."""
    whole = dossiers([*LATE, *[dossier(n) for n in range(3, 11)]], file="a.xlsx")
    more = dossiers([*LATE, dossier(11, ended="12/03/2021")], partial="late", file="b.xlsx")
    found = evidence(whole, more)
    assert (11, 11, 8, 3) == tuple(counts(found)[n] for n in ("received", "on_software", "early", "late"))


def test_each_unit_by_its_own_list() -> None:
    """One unit sends its whole list, the other its late dossiers: the first is judged, the second is not."""
    other: list[Row] = [dossier(n, unit="Phường An Bình A", ended="12/03/2021") for n in (21, 22)]
    found = evidence(dossiers([dossier(1), dossier(2)], file="a.xlsx"), dossiers(other, partial="late", file="b.xlsx"))
    assert (2, None) == (counts(found)["received"], counts(found, A)["received"])
    assert "partial" == found.facts[A].counts["received"].reason


def test_two_partial_lists_are_no_whole() -> None:
    """A list of those on time and one of those late make no whole: what runs, or was returned, stands in neither."""
    lists = [dossiers([dossier(3)], partial="on_time", file="a.xlsx"), dossiers(LATE, partial="late", file="b.xlsx")]
    assert {"partial"} == reasons(evidence(*lists))


def test_beside_a_form_the_form_rules_and_the_rows_are_listed() -> None:
    """The form says how many; the list names the late ones of them."""
    found = evidence(
        form({"received_new": 200, "early": 150, "on_time": 48, "late": 2}), dossiers(LATE, partial="late")
    )
    late = found.facts[LOC].counts["late"]
    assert (200, 150, 48, 2) == tuple(counts(found)[n] for n in ("received", "early", "on_time", "late"))
    assert (2, 2) == (len(late.places), late.total)
    assert "statistics_disagree" not in codes(found)


def test_more_late_dossiers_than_the_form_has_contradict_it() -> None:
    """The form says one late dossier, the list names two: neither is chosen, and the contradiction is said."""
    found = evidence(form({"received_new": 200, "early": 199, "on_time": 0, "late": 1}), dossiers(LATE, partial="late"))
    late = found.facts["phuong-an-loc"].counts["late"]
    assert (None, "conflicting", 2) == (late.value, late.reason, late.total)
    assert "1; 2" == finding(found, "conflicting_rows").params["values"]


@pytest.mark.parametrize(
    ("stated", "whole"),
    [
        ({"received_new": 3, "early": 1, "on_time": 0, "late": 2}, True),
        ({"received_new": 2, "early": 1, "on_time": 0, "late": 2}, True),
        ({"received_new": 4, "early": 1, "on_time": 0, "late": 2}, False),
        ({"early": 2, "on_time": 0, "late": 1}, True),
        ({"early_or_on_time": 90, "late": 10}, False),
    ],
)
def test_a_list_that_covers_less_than_the_form_is_partial(stated: Mapping[str, int], whole: bool) -> None:
    """A list without a word of it is partial where the form counts more received (or, silent on those, resolved)."""
    found = evidence(form(stated), dossiers([*LATE, dossier(3)]))
    assert whole == ("partial_list" not in codes(found))
    assert (2 if whole else stated["late"]) == counts(found)["late"]
    if not whole:
        assert "3 trong" in finding(found, "partial_list").message()


def test_a_row_that_is_not_read_may_be_the_missing_one() -> None:
    """Three rows and one of an unknown status against a form of four: the list may be whole, so it rules."""
    rows = [*LATE, dossier(3), dossier(4, status="Đang bay")]
    found = evidence(form({"received_new": 4, "early": 1, "on_time": 0, "late": 3}), dossiers(rows))
    assert 3 == counts(found)["received"]
    assert "partial_list" not in codes(found)


def test_a_partial_logbook_leaves_the_sum_open() -> None:
    """How many dossiers a logbook holds is not known from its late ones: nothing that adds them up is."""
    whole = dossiers([dossier(n) for n in range(3, 11)])
    found = evidence(whole, dossiers(LATE, System.LOGBOOK, partial="late"))
    assert (None, None, 8) == tuple(counts(found)[name] for name in ("received", "late", "on_software"))
    beside = evidence(form({"received_new": 8, "early": 8}), dossiers(LATE, System.LOGBOOK, partial="late"))
    assert None is counts(beside)["received"]


def test_a_partial_list_of_the_portal_covers_nobody() -> None:
    """Beside a whole list of the software its dossiers are dossiers, but who else filed online is not known."""
    rows = [{name: value for name, value in dossier(n).items() if name != "channel"} for n in range(1, 11)]
    late = dossiers([dossier(1, channel=None, ended="12/03/2021")], System.PUBLIC_SERVICE, partial="late")
    found = evidence(dossiers(rows), late)
    assert (10, 10, None) == tuple(counts(found)[name] for name in ("received", "early", "online_34"))
    assert not found.facts[LOC].other_system


def test_officers_are_not_judged_by_a_part_of_their_dossiers() -> None:
    """A list of late dossiers says nothing of an officer's share on time, by its title or by the form beside it."""
    people = table(Kind.INDIVIDUALS, [{"name": "Trần Thị Bảy", "unit": "Phường An Lộc", "position": "Công chức"}])
    rows = [{**row, "officer": "Trần Thị Bảy"} for row in LATE]
    figures = {"received_new": 100, "early": 98, "on_time": 0, "late": 2}
    for found in (
        evidence(people, dossiers(rows, partial="late")),
        evidence(people, dossiers(rows), form(figures)),
    ):
        (person,) = found.persons
        assert person.timed is not None
        assert {"partial"} == {count.reason for count in person.timed.values()}
