"""The examples inside a plan."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from thidua_cli.plan.examples import Difference, run_examples
from thidua_cli.plan.loading import load_plan
from thidua_cli.plan.model import Measure, Plan, Requirement


class _PlainJudge:
    """The contract's rules for one unit, written anew: what the plan's examples are held against here."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __call__(self, counts: Mapping[str, Fraction], assessed: bool) -> Mapping[str, str]:
        """Verdicts by measure and by criterion."""
        verdicts: dict[str, str] = {}
        for criterion in self.plan.criteria:
            parts = [self._requirement(requirement, counts) for requirement in criterion.requirements]
            verdicts |= {r.measure: part for r, part in zip(criterion.requirements, parts, strict=True)}
            applying = [part for part in parts if part != "not_applicable"]
            worst = next((word for word in ("not_met", "no_data") if word in applying), "met")
            out = criterion.applies_to == "assessed" and not assessed
            verdicts[criterion.id] = "not_applicable" if out or not applying else worst
        return verdicts

    def _requirement(self, requirement: Requirement, counts: Mapping[str, Fraction]) -> str:
        measure: Measure = self.plan.measures[requirement.measure]
        if not {*measure.numerator, *measure.denominator} <= counts.keys():
            return "no_data"
        above = sum((counts[name] for name in measure.numerator), Fraction())
        below = sum((counts[name] for name in measure.denominator), Fraction()) if measure.denominator else Fraction(1)
        if not below:
            return "not_applicable"
        value = above / below
        good = value == requirement.threshold if requirement.operator == "=" else value >= requirement.threshold
        return "met" if good else "not_met"


def test_the_builtin_examples_hold_by_the_contracts_rules() -> None:
    """Every example of the 2021 plan comes out as it says, also where a figure stands on its threshold."""
    plan = load_plan()
    outcomes = run_examples(plan, _PlainJudge(plan))
    assert [example.name for example in plan.examples] == [outcome.name for outcome in outcomes]
    assert [] == [outcome for outcome in outcomes if not outcome.passed]


def test_a_verdict_that_differs_is_named_with_both_sides() -> None:
    """An example that does not hold names the criterion, what was expected and what came out."""
    plan = load_plan()
    outcome = run_examples(plan, lambda _counts, _assessed: {"tc1": "not_met"})[0]
    assert not outcome.passed
    assert Difference("tc1", "met", "not_met") == outcome.differences[0]
    assert Difference("tc2", "met", "") == outcome.differences[1]


def test_the_judge_gets_exact_counts_and_the_assessed_flag() -> None:
    """79.99 arrives as 7999/100, and the example of a unit that is not assessed says so."""
    seen: list[tuple[Mapping[str, Fraction], bool]] = []

    def judge(counts: Mapping[str, Fraction], assessed: bool) -> Mapping[str, str]:
        seen.append((counts, assessed))
        return {}

    run_examples(load_plan(), judge)
    assert Fraction(7999, 100) in [counts.get("par_index") for counts, _ in seen]
    assert [False] == [assessed for _, assessed in seen if not assessed]
