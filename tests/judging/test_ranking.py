"""Scores, keys and ranks of units, in one result and over many, from the contract's sentences written anew."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.judging.made import COMMUNES, OFFICES, placed
from tests.support.results import make_result
from tests.support.tables import PLAN
from thidua_cli.evidence.model import Count, Evidence, Unit, UnitFacts
from thidua_cli.judging.combining import candidates, combined_key, exact_score, exact_value, rank_together
from thidua_cli.judging.examples import judge_counts
from thidua_cli.judging.standings import Standing, better, deciders, rank, ranking_key, score, standing_key
from thidua_cli.plan.model import Plan, Requirement
from thidua_cli.result import UnitResult
from thidua_cli.text.glossary import words

Figures = dict[str, int | None]
FIGURES = st.fixed_dictionaries(
    {
        "received": st.sampled_from([0, 4, None]),
        "on_software": st.sampled_from([3, 4]),
        "online_34": st.sampled_from([1, 2, 3, None]),
        "early": st.sampled_from([0, 100]),
        "on_time": st.just(0),
        "late": st.sampled_from([0, 2]),
        "tasks_assigned": st.just(2),
        "tasks_completed": st.sampled_from([1, 2]),
        "par_index": st.sampled_from([70, 80, 90, None]),
        "initiatives_recognised": st.sampled_from([0, 1]),
    }
)
UNITS = st.lists(st.tuples(FIGURES, st.sampled_from([COMMUNES, OFFICES]), st.booleans()), min_size=1, max_size=5)
GREATEST: dict[str, tuple[str, ...]] = {
    "par_index": ("par_index",),
    "online_34": ("online_34", "received"),
    "on_time": ("early+on_time", "early+on_time+late"),
}


def judged(made: Sequence[tuple[Figures, str, bool]]) -> list[Standing]:
    """The standings of some units, called by letters from the last to the first."""
    units = [
        Unit(f"u{number}", f"Đơn vị {'GEDCBA'[number]}", group, assessed)
        for number, (_, group, assessed) in enumerate(made)
    ]
    counts = [
        {
            name: Count(
                None if (value := figures.get(name)) is None else Fraction(value),
                None if value is not None else "no_row",
            )
            for name in words("count")
        }
        for figures, _, _ in made
    ]
    facts = {unit.id: UnitFacts(counted) for unit, counted in zip(units, counts, strict=True)}
    return rank(Evidence(units, facts, (), (), ()), PLAN)


def by_the_contract(standing: Standing) -> list[Fraction]:
    """What ranks a unit: everything met, share of criteria met, score, then three measures, a missing one last."""
    applying = [one for one in standing.criteria if one.verdict != "not_applicable"]
    met = [one for one in applying if one.verdict == "met"]
    weights = sum(one.criterion.weight for one in applying)
    points = sum((one.criterion.weight * (one.attainment or 0) for one in applying), Fraction(0))
    values = {one.measure.id: one for criterion in standing.criteria for one in criterion.measures}
    measured = [
        Fraction(-1) if values[name].verdict == "no_data" or (value := values[name].value) is None else value
        for name in ("par_index", "online_34", "on_time")
    ]
    whole = Fraction(int(bool(applying) and len(met) == len(applying)))
    share = Fraction(len(met), len(applying)) if applying else Fraction(0)
    return [whole, share, 100 * points / weights if weights else Fraction(0), *measured]


@given(UNITS)
def test_ranks_are_those_of_the_contract(made: list[tuple[Figures, str, bool]]) -> None:
    """Rank and tie count who stands above and beside within the group; what decided is the first difference."""
    found = judged(made)
    assert len(made) == len(found)
    names = ["all_met", "criteria_share", "score", "par_index", "online_34", "on_time"]
    assert names == list(PLAN.standings)
    for group in (COMMUNES, OFFICES):
        members = [one for one in found if one.unit.group == group]
        keys = [by_the_contract(one) for one in members]
        assert keys == sorted(keys, reverse=True)
        for one, key in zip(members, keys, strict=True):
            assert 1 + sum(other > key for other in keys) == one.rank
            assert (keys.count(key) > 1) == one.tied
            assert key[2] == one.score == score(one.criteria)
            others = sorted({tuple(other) for other in keys}, reverse=True)
            at = others.index(tuple(key))
            beside = others[at - 1] if at else others[min(1, len(others) - 1)]
            differing = [name for name, a, b in zip(names, key, beside, strict=True) if a != b]
            assert (differing[0] if differing else None) == one.decided_by
        equal = [one.unit.name for one in members if one.rank == 1]
        assert equal == sorted(equal)


def test_groups_stand_in_the_order_in_which_units_come() -> None:
    """The first unit's group comes first, whole."""
    made: list[tuple[Figures, str, bool]] = [({}, OFFICES, True), ({}, COMMUNES, True), ({}, OFFICES, True)]
    assert [OFFICES, OFFICES, COMMUNES] == [one.unit.group for one in judged(made)]


@pytest.mark.parametrize(
    ("verdicts", "met", "applicable", "all_met", "failed", "is_open"),
    [
        (("met", "met"), 2, 2, True, False, False),
        (("met", "not_applicable"), 1, 1, True, False, False),
        (("not_applicable",), 0, 0, False, False, False),
        (("no_data",), 0, 1, False, False, False),
        (("met", "no_data"), 1, 2, False, False, True),
        (("met", "no_data", "not_met"), 1, 3, False, True, False),
        (("not_met", "met"), 1, 2, False, True, False),
    ],
)
def test_what_a_unit_has_met(
    verdicts: tuple[str, ...], met: int, applicable: int, all_met: bool, failed: bool, is_open: bool
) -> None:
    """Everything is met where something applies; open is a unit that failed nothing, met something, and lacks data."""
    unit = placed("U", verdicts)  # type: ignore[arg-type]
    assert (met, applicable, all_met) == (unit.met, unit.applicable, unit.all_met)
    assert (failed, is_open) == (unit.failed, unit.open)


def test_a_measure_with_an_upper_limit_ranks_the_other_way() -> None:
    """Where less is asked less is better; of other measures, and of limits on other measures, more is."""
    (first, *rest) = PLAN.criteria
    limit = dataclasses.replace(first, requirements=(Requirement("late_share", "<=", Fraction(1, 20), percent=True),))
    strict = dataclasses.replace(first, requirements=(Requirement("late_share", "<", Fraction(1, 20), percent=True),))
    for criterion in (limit, strict):
        plan = dataclasses.replace(PLAN, criteria=(criterion, *rest), standings=("score", "late_share", "par_index"))
        assert Fraction(-2) == better(Fraction(2), "late_share", plan)
        assert Fraction(2) == better(Fraction(2), "par_index", plan)
        key = ranking_key(plan, all_met=True, share=Fraction(1), score=Fraction(7), values={"late_share": Fraction(2)})
        assert ((1, Fraction(7)), (1, Fraction(-2)), (0, Fraction(0))) == key


def test_a_value_that_is_not_known_comes_after_zero() -> None:
    """A missing measure ranks below the least that there is."""
    plan = dataclasses.replace(PLAN, standings=("par_index",))
    none, zero = (
        ranking_key(plan, all_met=True, share=Fraction(1), score=Fraction(1), values={"par_index": value})
        for value in (None, Fraction(0))
    )
    assert none < zero
    assert {zero: "par_index", none: "par_index"} == deciders([zero, none], plan.standings)
    assert {} == deciders([zero, zero], plan.standings)


def test_what_has_no_verdict_ranks_nobody() -> None:
    """A share that open rows could change, or that nothing proves, is missing in the standings."""
    key = dict(zip(PLAN.standings, standing_key(placed("U", ("met", "met", "no_data")), PLAN), strict=True))
    assert (0, Fraction(0)) == key["online_34"]
    assert (1, Fraction(99, 100)) == key["on_time"]


def test_counts_that_are_not_given_have_no_data() -> None:
    """The examples inside a plan give some counts; verdicts come by criterion and by measure."""
    given_ = {"tasks_assigned": Fraction(4), "tasks_completed": Fraction(4)}
    assert {"tc1": "met", "task_completion": "met", "tc5": "no_data"}.items() <= judge_counts(
        PLAN, given_, assessed=True
    ).items()
    assert ("no_data", "not_applicable") == tuple(judge_counts(PLAN, {}, assessed=is_)["tc4"] for is_ in (True, False))
    settings = dataclasses.replace(PLAN.settings, software_evidence="required")
    strict = dataclasses.replace(PLAN, settings=settings)
    shares = {"on_software": Fraction(1), "received": Fraction(1)}
    assert "met" == judge_counts(strict, shares, assessed=True)["on_software"]


RESULT = make_result(units=12, persons=0)


def test_a_unit_over_many_results_has_its_exact_figures() -> None:
    """Score and key are worked out of the exact fractions of the result, weighted as the plan weighs."""
    plan = _weighed(PLAN)
    for unit in RESULT.units:
        weights = {criterion.id: criterion.weight for criterion in plan.criteria}
        applying = [one for one in unit.criteria if one.verdict != "not_applicable"]
        whole = sum(weights[one.id] for one in applying)
        exact = sum((weights[one.id] * Fraction(one.attainment or 0) for one in applying), Fraction(0))
        assert 100 * exact / whole == exact_score(unit, plan)
        values = {m.id: exact_value(m) for one in unit.criteria for m in one.measures}
        for one in unit.criteria:
            for measure in one.measures:
                none = measure.verdict == "no_data" or measure.numerator is None or not measure.denominator
                assert (values[measure.id] is None) == none
                assert none or values[measure.id] == Fraction(measure.numerator or 0) / (measure.denominator or 1)
        share = Fraction(unit.criteria_met, unit.criteria_applicable)
        expected = ranking_key(plan, all_met=unit.all_met, share=share, score=exact_score(unit, plan), values=values)
        assert expected == combined_key(unit, plan)


def _weighed(plan: Plan) -> Plan:
    """The plan with a different weight for each criterion."""
    criteria = (dataclasses.replace(one, weight=Fraction(number)) for number, one in enumerate(plan.criteria, 1))
    return dataclasses.replace(plan, criteria=tuple(criteria))


def _nothing_applies(unit: UnitResult) -> UnitResult:
    criteria = [structs.replace(one, verdict="not_applicable", attainment=None) for one in unit.criteria]
    return structs.replace(unit, all_met=False, criteria_met=0, criteria_applicable=0, criteria=criteria)


def test_a_unit_to_which_nothing_applies_has_no_score() -> None:
    """Nothing is divided by no criterion; a criterion that the plan does not have weighs nothing."""
    unit = RESULT.units[0]
    assert 0 == exact_score(_nothing_applies(unit), PLAN)
    assert (1, Fraction(0)) == combined_key(_nothing_applies(unit), PLAN)[1]
    strange = structs.replace(unit.criteria[0], id="x", verdict="met", attainment="1")
    assert exact_score(unit, PLAN) == exact_score(structs.replace(unit, criteria=[*unit.criteria, strange]), PLAN)
    nothing = placed("U", ("not_applicable",))
    assert 0 == score(nothing.criteria)
    assert (1, Fraction(0)) == standing_key(nothing, PLAN)[1]


def test_units_of_many_parts_are_ranked_together() -> None:
    """Groups in the plan's order, then others by name; equals of two parts share a rank, by name, then part."""
    some = structs.replace(RESULT, units=RESULT.units[:4])
    foreign = structs.replace(
        RESULT,
        units=[
            structs.replace(unit, group=group)
            for unit, group in zip(RESULT.units[:2], ("Ă khác", "A khác"), strict=True)
        ],
    )
    members = [*candidates("p2", some, PLAN), *candidates("p1", some, PLAN), *candidates("p3", foreign, PLAN)]
    found = rank_together(members, PLAN)
    order = [group.name for group in PLAN.groups]
    groups = list(dict.fromkeys(unit.group for unit in found))
    assert groups == [*(name for name in order if name in groups), "A khác", "Ă khác"]
    for group in groups:
        keys = {(m.unit.part, m.unit.id): m.key for m in members if m.unit.group == group}
        here = [unit for unit in found if unit.group == group]
        assert len(keys) == len(here)
        for unit in here:
            own = keys[unit.part, unit.id]
            assert 1 + sum(key > own for key in keys.values()) == unit.rank
            assert (list(keys.values()).count(own) > 1) == unit.tied
            assert (unit.decided_by is None) == (len(set(keys.values())) == 1)
        pairs = [(unit.rank, unit.name, unit.part) for unit in here if unit.tied]
        assert pairs == sorted(pairs)
    first = next(unit for unit in found if (unit.part, unit.id) == ("p1", RESULT.units[0].id))
    same = RESULT.units[0]
    assert (same.rank, same.score, same.all_met) == (first.part_rank, first.score, first.all_met)
    assert {one.id: one.verdict for one in same.criteria} == first.verdicts
    assert {m.id: m.value for one in same.criteria for m in one.measures} == first.values
