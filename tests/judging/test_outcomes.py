"""The verdicts that undecided rows allow, held against every reading tried one by one."""

from __future__ import annotations

import dataclasses
from collections import Counter
from fractions import Fraction
from itertools import product
from operator import eq, ge, gt, le, lt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.tables import PLAN
from thidua_cli.evidence.model import Count, Place, UndecidedCase, UnitFacts
from thidua_cli.judging.outcomes import MAX_BITS, MAX_STEPS, Options, _either, extremes, holds, outcomes
from thidua_cli.judging.verdicts import judge_requirement
from thidua_cli.plan.model import Measure, Operator, Plan, Requirement

SHARE = Measure("m", "M", "ratio", ("early",), ("early", "late"))
ONE_MORE = frozenset({frozenset({"early"}), frozenset({"late"})})
"""A case that adds to both figures of a share, or to the whole alone: of one in one, nothing is known any more."""
OPERATORS = st.sampled_from(["=", ">=", ">", "<=", "<"])
PARTS = st.tuples(st.integers(0, 2), st.integers(0, 3))
CASES = st.lists(st.frozensets(PARTS, min_size=1, max_size=4), max_size=5)
THRESHOLDS = st.sampled_from([Fraction(n, d) for n, d in ((0, 1), (1, 3), (1, 2), (2, 3), (99, 100), (1, 1), (3, 2))])


def one_by_one(
    over: int, under: int, cases: list[Options], operator: Operator, threshold: Fraction
) -> tuple[bool, set[bool]]:
    """Every reading tried: whether one has no case, and the answers of the others."""
    none, some = False, set()
    for reading in product(*cases):
        n, d = over + sum(part[0] for part in reading), under + sum(part[1] for part in reading)
        if d:
            some.add(holds(Fraction(n) / d, operator, threshold))
        else:
            none = True
    return none, some


UNDER = st.sampled_from([0, 0, 1, 4])
"""Of the decided cases; none of them is where most may go wrong."""


BESIDE = frozenset({(0, 0), (0, 1), (1, 1)})
"""A case that reaches half of the cases only by being none."""


@settings(max_examples=300)
@given(st.integers(0, 4), UNDER, CASES, st.one_of(st.just("="), OPERATORS), THRESHOLDS)
@example(0, 0, [BESIDE], "=", Fraction(1, 2))
@example(0, 0, [BESIDE, frozenset({(1, 1), (1, 2)})], "=", Fraction(1, 2))
@example(0, 0, [BESIDE, frozenset({(0, 0), (2, 2)})], "=", Fraction(1, 2))
@example(0, 0, [frozenset({(0, 0), (1, 1), (0, 3)})] * 2, "=", Fraction(1, 2))
@example(0, 0, [frozenset({(0, 0), (1, 1)}), frozenset({(0, 0), (0, 1), (3, 3)})], "<", Fraction(1, 2))
@example(0, 0, [frozenset({(0, 0), (2, 2)}), frozenset({(0, 0), (0, 1)})], "=", Fraction(1, 2))
def test_every_reading_and_no_other_is_answered(
    over: int, under: int, cases: list[Options], operator: Operator, threshold: Fraction
) -> None:
    """The answers are those of all readings tried one by one, with and without any case in the denominator."""
    found = outcomes((Fraction(over), Fraction(under)), cases, operator, threshold)
    assert one_by_one(over, under, cases, operator, threshold) == (found.none, set(found.some))


NAMES = ("early", "on_time", "late", "received")
WAYS = st.frozensets(st.frozensets(st.sampled_from(NAMES), max_size=3), min_size=1, max_size=4)
OPEN = st.lists(st.tuples(WAYS, st.frozensets(st.sampled_from(NAMES), max_size=2)), max_size=4)
MEASURES = st.sampled_from(
    [
        SHARE,
        Measure("m", "M", "ratio", ("early", "on_time"), ("early", "on_time", "late")),
        Measure("m", "M", "ratio", ("on_time", "early"), ("received",)),
        Measure("m", "M", "value", ("early", "late")),
    ]
)
COMPARED = {"=": eq, ">=": ge, ">": gt, "<=": le, "<": lt}


@settings(max_examples=300)
@given(
    st.tuples(*[st.integers(0, 3)] * len(NAMES)),
    OPEN,
    MEASURES,
    OPERATORS,
    THRESHOLDS,
    st.sampled_from(["not_applicable", "met", "not_met"]),
)
@example((1, 0, 0, 0), [(ONE_MORE, frozenset())], SHARE, ">=", Fraction(1), "met")
def test_a_verdict_is_that_of_every_reading(
    values: tuple[int, ...],
    cases: list[tuple[frozenset[frozenset[str]], frozenset[str]]],
    measure: Measure,
    operator: Operator,
    threshold: Fraction,
    zero: str,
) -> None:
    """Whatever a measure adds up, and whatever of a case is counted already, all readings give it, or there is none."""
    settings = dataclasses.replace(PLAN.settings, zero_cases=zero)  # type: ignore[arg-type]
    plan: Plan = dataclasses.replace(PLAN, measures={"m": measure}, settings=settings)
    sure = Counter(dict(zip(NAMES, values, strict=True)))
    readings = set()
    for reading in product(*(ways for ways, _ in cases)):
        counted = sure + Counter(name for way in reading for name in way)
        over = sum(counted[name] for name in measure.numerator)
        under = sum(counted[name] for name in measure.denominator) if measure.kind == "ratio" else 1
        met = bool(under) and COMPARED[operator](Fraction(over, under), threshold)
        readings.add(("met" if met else "not_met") if under else zero)
    shown = sure + Counter(name for _, counted in cases for name in counted)
    facts = UnitFacts(
        {name: Count(Fraction(shown[name])) for name in NAMES},
        [UndecidedCase(ways, Place("c", "f", "s", row), counted) for row, (ways, counted) in enumerate(cases)],
    )
    verdict = judge_requirement(Requirement("m", operator, threshold, percent=True), facts, plan).verdict
    assert (readings.pop() if len(readings) == 1 else "no_data") == verdict


@pytest.mark.parametrize(
    ("over", "under", "open_cases", "answers"),
    [
        (0, 2, 9_999, {False}),
        (0, 1, 9_999, {True, False}),
        (1, 3, 0, {False}),
        (1, 2, 1, {False}),
        (1, 3, 1, {True, False}),
        (0, 3, 9999, {True, False}),
        (0, 20_001, 9_999, {False}),
    ],
)
def test_an_exact_share_that_cannot_be_reached_is_not_met(
    over: int, under: int, open_cases: int, answers: set[bool]
) -> None:
    """Half of three is no whole number, so "= 50 %" is missed by every reading; of four it may be met."""
    cases = [frozenset({(0, 1), (1, 1)})] * open_cases
    assert answers == outcomes((Fraction(over), Fraction(under)), cases, "=", Fraction(1, 2)).some


@pytest.mark.parametrize(("beyond", "answers"), [(0, {False}), (1, {True, False})])
def test_too_many_readings_to_try_are_undecided(beyond: int, answers: set[bool]) -> None:
    """Where the sums of very many cases are not worked out one by one, "=" may be met, never missed for sure."""
    cases = [frozenset({(0, 2), (2, 2), (4, 2)})] * (MAX_STEPS + beyond)
    assert answers == outcomes((Fraction(1), Fraction(1)), cases, "=", Fraction(1, 2)).some


@pytest.mark.parametrize(("open_cases", "answers"), [(3, {False}), (9, {True, False})])
def test_too_fine_a_threshold_is_undecided(open_cases: int, answers: set[bool]) -> None:
    """The same where a few cases have very many possible sums: a share that a threshold of many digits misses."""
    threshold = Fraction(500_001, 1_000_000)
    cases = [frozenset({(0, 1), (1, 1)})] * open_cases
    assert answers == outcomes((Fraction(0), Fraction(1)), cases, "=", threshold).some
    assert (MAX_BITS < 1_000_000 * open_cases) == (True in answers)


@given(st.integers(0, 40), st.integers(1, 3))
def test_any_number_of_equal_steps_is_reached(times: int, step: int) -> None:
    """The sums of so many cases that each add a step or nothing are all multiples up to their number."""
    assert sum(1 << step * taken for taken in range(times + 1)) == _either(1, step, times)


@settings(deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), CASES, THRESHOLDS)
def test_the_ends_are_readings_and_none_lies_beyond(
    over: int, under: int, cases: list[Options], threshold: Fraction
) -> None:
    """The least and the most favourable reading are among all readings, and none is further from the threshold."""
    low, high = extremes((Fraction(over), Fraction(under)), cases, threshold)
    tried = [
        (Fraction(over + sum(part[0] for part in reading)), Fraction(under + sum(part[1] for part in reading)))
        for reading in product(*cases)
    ]
    sums = [n - threshold * d for n, d in tried]
    assert low in tried
    assert high in tried
    assert (min(sums), max(sums)) == (low[0] - threshold * low[1], high[0] - threshold * high[1])
