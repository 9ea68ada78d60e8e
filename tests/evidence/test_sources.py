"""Which source rules where forms, lists and systems speak of one unit (contract, section 3)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.tables import codes, counts, dossier, dossiers, evidence, finding, table
from thidua_cli.intake.tables import Kind, System, Table


def form(figures: Mapping[str, int], file: str = "bieu.xlsx", system: System = System.ONE_STOP) -> Table:
    """One row of a form: what An Lộc reports of one system."""
    return table(Kind.STATISTICS, [{"unit": "Phường An Lộc", **figures}], file=file, system=system)


def test_an_unreadable_row_of_the_logbook_stays_open_beside_a_form() -> None:
    """The logbook is added to a unit's form, and so are the rows of it that may fall in several ways."""
    log = dossiers([dossier(1, status="Đang bay"), dossier(2)], System.LOGBOOK)
    found = evidence(form({"received_new": 100, "early": 99, "on_time": 0, "late": 1}), log)
    assert (101, 100) == (counts(found)["received"], counts(found)["early"])
    (case,) = found.facts["phuong-an-loc"].undecided
    assert ("logbook.xlsx", 2) == (case.place.file, case.place.row)


def test_a_list_of_the_logbook_rules_over_the_logbooks_form() -> None:
    """Where the logbook is there row by row, its form is not added, even if no row of the list counts."""
    lists = [dossiers([dossier(1)]), dossiers([dossier(2, received="20/12/2020", ended=None)], System.LOGBOOK)]
    found = evidence(*lists, form({"received_new": 5}, system=System.LOGBOOK))
    assert 1 == counts(found)["received"]


def test_a_form_spread_over_sheets_is_one() -> None:
    """Receipts on one sheet and results on another make one row; they contradict nothing."""
    receipts = form({"received_new": 100, "received_online": 60}, "a.xlsx")
    found = evidence(receipts, form({"early": 90, "on_time": 8, "late": 2}, "b.xlsx"))
    names = ("received", "online_34", "not_online_34", "early", "late")
    assert (100, 60, 40, 90, 2) == tuple(counts(found)[name] for name in names)
    assert "conflicting_rows" not in codes(found)


ONE = {"received_new": 100, "early_or_on_time": 99, "late": 1}


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"received_new": 100, "early_or_on_time": 90}, "90; 99"),
        ({"received_new": 100, "early": 50, "on_time": 40}, "90; 99"),
        ({"received_new": 100, "late": 2}, "1; 2"),
    ],
)
def test_forms_that_contradict_each_other_say_nothing(other: Mapping[str, int], said: str) -> None:
    """Two rows of one unit that differ in one figure, merged or not, are none, whichever file comes first."""
    for first, second in ((ONE, other), (other, ONE)):
        found = evidence(form(first, "a.xlsx"), form(second, "b.xlsx"))
        assert said == finding(found, "conflicting_rows").params["values"]
        assert (None, None) == (counts(found)["received"], counts(found)["late"])
        assert {} == found.facts["phuong-an-loc"].merged


@pytest.mark.parametrize(
    ("units", "covered"),
    [
        (["Phường An Lộc"], {"phuong-an-loc"}),
        (["Phường An Lộc", "Phòng Tư pháp"], {"phuong-an-loc", "phong-tu-phap"}),
    ],
)
def test_a_list_of_another_system_speaks_for_the_units_it_names_alone(units: list[str], covered: set[str]) -> None:
    """A logbook verifies the share on the software of no other unit than those whose dossiers stand in it."""
    log = dossiers([dossier(n, unit=unit) for n, unit in enumerate(units, 10)], System.LOGBOOK)
    found = evidence(dossiers([dossier(1), dossier(2, unit="Phường An Bình A")]), log)
    assert covered == {unit for unit, facts in found.facts.items() if facts.other_system}
    unverified = {item.unit for item in found.findings if item.code == "software_share_unverified"}
    assert {"phuong-an-binh-a"} - covered == unverified
