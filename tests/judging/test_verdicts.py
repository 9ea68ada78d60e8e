"""Verdicts: exact, and the same whichever way an unreadable row may fall, or none."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.tables import PLAN
from thidua_cli.evidence.model import Count, UndecidedCase, Unit, UnitFacts
from thidua_cli.judging.outcomes import holds
from thidua_cli.judging.verdicts import MeasureVerdict, combine, judge_criterion, judge_requirement
from thidua_cli.plan.model import Requirement
from thidua_cli.text.figures import decimal_text, exact_text, percent_text, score_text

UNIT = Unit("u", "U", "Xã, phường", assessed=True)
REQUIREMENTS = {r.measure: r for c in PLAN.criteria for r in c.requirements}


def facts(undecided: tuple[UndecidedCase, ...] = (), **values: int | str | None) -> UnitFacts:
    """A unit's facts from named counts; None is a count that is not known."""
    counts = {
        n: Count(None if v is None else Fraction(v), None if v is not None else "no_row") for n, v in values.items()
    }
    return UnitFacts(counts, undecided)


def judged(measure: str, found: UnitFacts) -> MeasureVerdict:
    """The verdict on one measure under the built-in plan."""
    return judge_requirement(REQUIREMENTS[measure], found, PLAN)


@pytest.mark.parametrize(
    ("early", "on_time", "late", "verdict", "shortfall"),
    [
        (9_899, 0, 101, "not_met", 1),
        (9_900, 0, 100, "met", 0),
        (800, 425, 15, "not_met", 3),
        (99, 0, 1, "met", 0),
        (98, 0, 1, "not_met", 1),
        (0, 0, 0, "not_applicable", None),
    ],
)
def test_99_percent_is_exact(early: int, on_time: int, late: int, verdict: str, shortfall: int | None) -> None:
    """9,899 of 10,000 is not 99 %: nothing is decided by rounding, and the shortfall is in cases."""
    found = judged("on_time", facts(early=early, on_time=on_time, late=late))
    assert (verdict, shortfall) == (found.verdict, found.shortfall)


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 30))
def test_the_shortfall_is_the_least_change_that_meets(early: int, on_time: int, late: int) -> None:
    """With that many fewer late the requirement is met; with one less of them it is not."""
    found = judged("on_time", facts(early=early, on_time=on_time, late=late))
    if found.verdict != "not_met":
        return
    need = found.shortfall
    assert need is not None
    assert "met" == judged("on_time", facts(early=early, on_time=on_time + need, late=late - need)).verdict
    assert "not_met" == judged("on_time", facts(early=early, on_time=on_time + need - 1, late=late - need + 1)).verdict


def test_no_data_is_said_with_its_reason_and_scores_nothing() -> None:
    """A missing count gives no verdict, a reason and an attainment of 0."""
    found = judged("online_34", facts(online_34=None, received=10))
    assert ("no_data", "no_row", Fraction(0)) == (found.verdict, found.reason, found.attainment)


def test_a_criterion_takes_its_least_requirement() -> None:
    """Criterion 2 is as good as the worse of its two requirements, and not met if one is not."""
    criterion = next(c for c in PLAN.criteria if c.id == "tc2")
    found = judge_criterion(criterion, UNIT, facts(on_software=90, received=100, early=98, on_time=1, late=1), PLAN)
    assert ("not_met", Fraction(9, 10)) == (found.verdict, found.attainment)


def test_a_unit_that_is_not_assessed_has_no_index() -> None:
    """Criterion 4 does not apply to a unit that the City does not assess, whatever a table says."""
    criterion = next(c for c in PLAN.criteria if c.id == "tc4")
    found = judge_criterion(criterion, dataclasses.replace(UNIT, assessed=False), facts(par_index="95"), PLAN)
    assert ("not_applicable", "not_assessed", None) == (found.verdict, found.reason, found.measures[0].numerator)


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        (("met", "not_met", "no_data"), "not_met"),
        (("met", "no_data"), "no_data"),
        (("met", "not_applicable"), "met"),
        (("not_applicable", "not_applicable"), "not_applicable"),
    ],
)
def test_verdicts_combine_as_the_contract_says(parts: tuple[str, ...], verdict: str) -> None:
    """Not met beats no data beats met; what does not apply drops out."""
    assert verdict == combine([(part, None) for part in parts])[0]  # type: ignore[misc]


def test_evidence_for_the_software_share_is_a_setting() -> None:
    """Where the plan asks for evidence, a share that no other source covers gives no verdict."""
    plan = dataclasses.replace(PLAN, settings=dataclasses.replace(PLAN.settings, software_evidence="required"))
    found = judge_requirement(REQUIREMENTS["on_software"], facts(on_software=5, received=5), plan)
    assert ("no_data", "no_evidence") == (found.verdict, found.reason)


@pytest.mark.parametrize(
    ("operator", "threshold", "value", "met"),
    [
        (">=", "80", "79.99", False),
        (">", "80", "80", False),
        ("=", "100", "100", True),
        ("<=", "5", "5", True),
        ("<", "5", "5", False),
    ],
)
def test_operators_compare_exactly(operator: str, threshold: str, value: str, met: bool) -> None:
    """Each operator on the threshold itself."""
    requirement = Requirement("par_index", operator, Fraction(threshold), percent=False)  # type: ignore[arg-type]
    assert met == holds(Fraction(value), requirement.operator, requirement.threshold)
    assert ("met" if met else "not_met") == judge_requirement(requirement, facts(par_index=value), PLAN).verdict


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(9899, 10000), "98.99"),
        (Fraction(98_999, 100_000), "98.99"),
        (Fraction(99, 100), "99.00"),
        (Fraction(99_999_999, 100_000_000), "99.99"),
        (Fraction(1, 3), "33.33"),
        (Fraction(1, 100_000_000), "0.01"),
        (Fraction(1), "100.00"),
    ],
)
def test_no_share_is_shown_on_the_other_side_of_its_threshold(value: Fraction, shown: str) -> None:
    """Display rounds, but never across the threshold, nor to 100 % where something is missing."""
    assert shown == percent_text(value, Fraction(99, 100))


@given(st.fractions(0, 100), st.integers(0, 4), st.fractions(0, 100))
def test_shown_and_exact_stand_on_the_same_side(value: Fraction, decimals: int, barrier: Fraction) -> None:
    """Whatever is shown never reaches or passes a barrier that the exact value does not."""
    shown = Fraction(decimal_text(value, decimals, (barrier,)))
    assert (value < barrier) <= (shown < barrier)
    assert (value > barrier) <= (shown > barrier)


def test_exact_figures_lose_nothing() -> None:
    """Whole numbers, decimals and fractions as text; a score has four decimals and is 100 only if it is."""
    assert ("88", "82.5", "1/3") == (exact_text(Fraction(88)), exact_text(Fraction("82.5")), exact_text(Fraction(1, 3)))
    assert ("66.6667", "99.9999") == (score_text(Fraction(200, 3)), score_text(Fraction(99_999_999, 1_000_000)))
