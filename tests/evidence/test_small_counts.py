"""Tasks, the index and initiatives counted by the sentences of the contract, on any figures."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tables import PLAN, Row, codes, evidence, finding, table
from thidua_cli.evidence.model import Count
from thidua_cli.intake.tables import Kind, Table
from thidua_cli.plan.model import Plan

LOC, UNIT, OTHER = "phuong-an-loc", "Phường An Lộc", "Phường An Bình A"
FIGURES = st.one_of(st.none(), st.integers(0, 3))


def with_settings(**changes: object) -> Plan:
    """The built-in plan with some settings changed."""
    return dataclasses.replace(PLAN, settings=dataclasses.replace(PLAN.settings, **changes))  # type: ignore[arg-type]


def of(made: Table, *names: str, plan: Plan = PLAN) -> list[Count]:
    """Some counts of the unit."""
    counts = evidence(made, plan=plan).facts[LOC].counts
    return [counts[name] for name in names]


TASKS = ("tasks_assigned", "tasks_completed", "tasks_open")


@settings(deadline=None, max_examples=80)
@given(
    FIGURES,
    st.dictionaries(st.sampled_from(["completed", "completed_in_time", "completed_late"]), FIGURES),
    st.booleans(),
)
def test_counts_of_tasks_are_whole_or_unknown(assigned: int | None, done: dict[str, int | None], late: bool) -> None:
    """Assigned, completed and what is left of them; what is blank beside a figure, or more than all, is not known."""
    if not done or set(done) == {"completed_late"}:
        return
    plan = with_settings(late_tasks="completed" if late else "not_completed")
    made = table(Kind.TASKS, [{"unit": UNIT, "assigned": assigned, **done}], fields=["unit", "assigned", *done])
    if "completed" in done:
        parts = [done["completed"]]
    else:
        parts = [done["completed_in_time"], *([done["completed_late"]] if late and "completed_late" in done else [])]
    known = [part for part in parts if part is not None]
    completed = sum(known) if known else None
    found = of(made, *TASKS, plan=plan)
    values, reasons = {one.value for one in found}, {one.reason for one in found}
    if assigned is None and completed is None:
        assert ({None}, {"no_row"}) == (values, reasons)
    elif assigned is None or completed is None or completed > assigned:
        assert ({None}, {"unreadable"}) == (values, reasons)
        more = assigned is not None and completed is not None
        assert more == ("impossible_count" in codes(evidence(made, plan=plan)))
    else:
        assert [assigned, completed, assigned - completed] == [one.value for one in found]
        assert {1} == {origin.rows for one in found for origin in one.origins}
        letters = {cell[0] for one in found for origin in one.origins for cell in origin.cells}
        assert "B" in letters
        assert 1 + len(parts) == len(letters)


RESULTS = {"Hoàn thành": "completed", "Chưa hoàn thành": "open", "Hoàn thành trễ hạn": "late", "Không áp dụng": "none"}


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from([UNIT, OTHER]), st.sampled_from(sorted(RESULTS))), min_size=1, max_size=6),
    st.booleans(),
)
def test_tasks_of_a_list_are_counted_one_by_one(rows: list[tuple[str, str]], late: bool) -> None:
    """Each row is a task, completed or open; one that does not apply is none, one done late as the plan says."""
    made = table(
        Kind.TASKS,
        [{"unit": unit, "task": f"Nhiệm vụ {'abcdef'[n]}", "result": said} for n, (unit, said) in enumerate(rows)],
    )
    plan = with_settings(late_tasks="completed" if late else "not_completed")
    mine = [RESULTS[said] for unit, said in rows if unit == UNIT and RESULTS[said] != "none"]
    done = [said for said in mine if said == "completed" or (said == "late" and late)]
    found = of(made, *TASKS, plan=plan)
    if mine:
        assert [len(mine), len(done), len(mine) - len(done)] == [one.value for one in found]
        assert [one.value for one in found] == [one.total for one in found]
    else:
        assert {None} == {one.value for one in found}
    left_out = [said for _, said in rows if RESULTS[said] == "none"]
    assert bool(left_out) == ("task_not_applicable" in codes(evidence(made, plan=plan)))


SCORES = st.one_of(st.none(), st.integers(2, 120))
COLUMNS = ("score_final", "score", "score_appraised", "score_self")


@settings(deadline=None, max_examples=80)
@given(st.fixed_dictionaries(dict.fromkeys(COLUMNS, SCORES)), st.sampled_from([None, 50, 100, 120]))
def test_the_first_score_that_is_filled_counts(row: dict[str, int | None], most: int | None) -> None:
    """Final before bare before appraised before the unit's own, as its share of the greatest that is possible."""
    made = table(Kind.PAR_INDEX, [{"unit": UNIT, **row, "score_max": most}], fields=["unit", *COLUMNS, "score_max"])
    found = evidence(made)
    (count,) = (found.facts[LOC].counts[name] for name in ("par_index",))
    filled = [(name, row[name]) for name in COLUMNS if row[name] is not None]
    if not filled:
        assert (None, "no_row") == (count.value, count.reason)
        return
    (name, score), greatest = filled[0], most or 100
    assert score is not None
    if score > greatest:
        assert (None, "unreadable") == (count.value, count.reason)
        return
    assert Fraction(score * 100, greatest) == count.value
    assert (name == "score_self") == ("self_score_used" in codes(found))
    assert 1 == count.total
    assert [(1, (f"{'BCDE'[COLUMNS.index(name)]}2",))] == [(origin.rows, origin.cells) for origin in count.origins]
    assert (greatest != 100) == any(
        one.code == "index_rescaled" and one.cell[0] == "BCDE"[COLUMNS.index(name)] for one in found.findings
    )


@pytest.mark.parametrize(
    ("rows", "value", "reason"),
    [
        (["85", "85"], 85, None),
        (["85", "86"], None, "conflicting"),
        (["85", "x"], None, "unreadable"),
        (["0,5"], 50, None),
        (["0,5", "1"], None, "conflicting"),
        (["1"], 100, None),
        (["101"], None, "unreadable"),
        (["100"], 100, None),
        (["0"], 0, None),
        (["-0,5"], Fraction(-1, 2), None),
    ],
)
def test_scores_of_one_unit_must_agree(rows: list[str], value: int | Fraction | None, reason: str | None) -> None:
    """Two rows of one unit are one if they say the same; shares of one are points of a hundred."""
    made = table(Kind.PAR_INDEX, [{"unit": UNIT, "score_final": said} for said in rows])
    (count,) = of(made, "par_index")
    assert (value, reason) == (count.value, count.reason)
    assert len(rows) >= len(count.origins) > 0


def test_a_share_that_says_something_else_leaves_the_score_unclear() -> None:
    """A printed share a tenth of a point from its score is its rounding; further away the scale is not known."""
    for share, clear in (("85,1%", True), ("85,2", False), ("0,85", True), ("84,9", True), ("84,8", False)):
        made = table(
            Kind.PAR_INDEX, [{"unit": UNIT, "score_final": "85", "share": share}, {"unit": OTHER, "score_final": "90"}]
        )
        (count,) = of(made, "par_index")
        assert (85 if clear else None) == count.value
        if not clear:
            said = finding(evidence(made), "index_scale_unclear")
            assert ("B2", 1, "ambiguous_column") == (said.cell, said.count, count.reason)


RECOGNISED = {"Công nhận": True, "Không công nhận": False, "Chưa công nhận": False}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from([UNIT, OTHER]), st.sampled_from(sorted(RECOGNISED))), min_size=1, max_size=6))
def test_recognised_initiatives_are_counted(rows: list[tuple[str, str]]) -> None:
    """Each initiative that is recognised counts for its unit; where the list has rows, a unit without any has none."""
    given_rows: list[Row] = [
        {"unit": unit, "title": f"Mô hình {'abcdef'[n]}", "recognised": said} for n, (unit, said) in enumerate(rows)
    ]
    found = evidence(table(Kind.INITIATIVES, given_rows))
    for unit, name in ((LOC, UNIT), ("phuong-an-binh-a", OTHER), ("phuong-an-binh-b", "")):
        count = found.facts[unit].counts["initiatives_recognised"]
        assert sum(own == name and RECOGNISED[said] for own, said in rows) == count.value
        assert [place.row for place in count.places] == [
            n for n, (own, said) in enumerate(rows, 2) if own == name and RECOGNISED[said]
        ]
    assert [said for _, said in rows] == [
        next(text for text, sure in RECOGNISED.items() if sure is one.recognised and text == rows[n][1])
        for n, one in enumerate(sorted(found.initiatives, key=lambda one: one.place.row))
    ]
