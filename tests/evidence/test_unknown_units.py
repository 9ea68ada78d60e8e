"""Rows that do not say whose they are: open for every unit that may have them, and due days that cannot be."""

from __future__ import annotations

import pytest

from tests.support.tables import codes, counts, dossier, dossiers, evidence, table
from thidua_cli.evidence.model import Alternatives
from thidua_cli.intake.tables import Kind

LOC, A = "phuong-an-loc", "phuong-an-binh-a"
NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("said", "ways"),
    [
        ("Hoàn thành", {NONE, frozenset({"tasks_assigned", "tasks_completed"})}),
        ("Chưa hoàn thành", {NONE, frozenset({"tasks_assigned", "tasks_open"})}),
        ("Không áp dụng", set()),
    ],
)
def test_a_task_without_a_unit_is_each_ones_or_not(said: str, ways: Alternatives) -> None:
    """Its result is known, only whose it is is not: a completed task harms nobody."""
    rows = [{"task": "Rà soát", "unit": "Phường An Lộc", "result": "Hoàn thành"}, {"task": "Niêm yết", "result": said}]
    found = evidence(table(Kind.TASKS, [{"unit": None, **row} for row in rows]))
    cases = [case.alternatives for case in found.facts[LOC].undecided]
    assert ([ways] if ways else []) == [set(case) for case in cases]
    assert [] == list(found.facts[A].undecided)


@pytest.mark.parametrize(
    ("named", "open_units"), [((), {LOC}), (("Phường An Lộc",), set()), (("Phường An Bình A",), {LOC})]
)
def test_rows_under_a_name_nearly_a_units_keep_it_open(named: tuple[str, ...], open_units: set[str]) -> None:
    """An initiative of "Phường An Lọc" may be An Lộc's where the list has no row of An Lộc's own: not none at all."""
    rows = [{"unit": unit, "title": f"Mô hình {unit}", "recognised": "Công nhận"} for unit in ("Phường An Lọc", *named)]
    found = evidence(table(Kind.INITIATIVES, rows))
    assert open_units == {unit for unit, facts in found.facts.items() if facts.undecided}


@pytest.mark.parametrize("name", ["Phòng", "Phường", "UBND"])
def test_a_task_of_a_mere_kind_of_unit_is_nobodys(name: str) -> None:
    """A cell "Phòng" is no unit and no group of them, though a group's name begins so: the finding says it."""
    found = evidence(table(Kind.TASKS, [{"unit": name, "task": "Rà soát", "result": "Hoàn thành"}]))
    assert "unknown_unit" in codes(found)
    assert all(
        "tasks_assigned" not in facts.counts or not facts.counts["tasks_assigned"].value
        for facts in found.facts.values()
    )


@pytest.mark.parametrize(("received", "said"), [("10/03/2021 08:00", False), ("11/03/2021 08:00", True)])
def test_only_a_day_after_the_due_one_makes_it_impossible(received: str, said: bool) -> None:
    """A dossier due on the day it came in is timed; one due before is not."""
    found = evidence(dossiers([dossier(1, received=received, ended="11/03/2021 10:00")]))
    assert said == ("due_before_received" in codes(found))
    assert (0 if said else 1) == counts(found)["late"]
    assert said == bool(found.facts[LOC].undecided)
