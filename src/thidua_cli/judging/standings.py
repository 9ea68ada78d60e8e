"""Scores and ranks within each emulation group: exact, ties kept, no order invented among equals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from thidua_cli.evidence.model import Evidence, Unit
from thidua_cli.judging.verdicts import CriterionVerdict, MeasureVerdict, judge_criterion
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.vietnamese import sort_key

Key = tuple[tuple[int, Fraction], ...]


@record
class Standing:
    """One unit's place: verdicts, exact score of 0 to 100, rank in its group (1, 2, 2, 4), and what decided it."""

    unit: Unit
    criteria: tuple[CriterionVerdict, ...]
    score: Fraction
    rank: int = 0
    tied: bool = False
    decided_by: str | None = None

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return sum(1 for criterion in self.criteria if criterion.verdict == "met")

    @property
    def applicable(self) -> int:
        """How many criteria apply."""
        return sum(1 for criterion in self.criteria if criterion.verdict != "not_applicable")

    @property
    def all_met(self) -> bool:
        """Whether every criterion that applies is met (and at least one applies)."""
        return 0 < self.applicable == self.met

    @property
    def failed(self) -> bool:
        """Whether a criterion is not met."""
        return any(criterion.verdict == "not_met" for criterion in self.criteria)

    @property
    def open(self) -> bool:
        """Whether the unit could still meet everything: nothing failed, something met, the rest not known."""
        return not self.failed and 0 < self.met < self.applicable

    @property
    def measures(self) -> tuple[MeasureVerdict, ...]:
        """Every requirement of every criterion."""
        return tuple(measure for criterion in self.criteria for measure in criterion.measures)

    @property
    def no_cases(self) -> tuple[MeasureVerdict, ...]:
        """The requirements for which the unit has no cases: the council decides what they are worth."""
        return tuple(measure for measure in self.measures if measure.reason == "no_cases")


def score(criteria: Sequence[CriterionVerdict]) -> Fraction:
    """100 × Σ weight × attainment / Σ weight over the criteria that apply (contract, section 3); 0 if none applies."""
    applying = [c for c in criteria if c.verdict != "not_applicable"]
    weight = sum((c.criterion.weight for c in applying), Fraction(0))
    if not weight:
        return Fraction(0)
    return 100 * sum((c.criterion.weight * (c.attainment or 0) for c in applying), Fraction(0)) / weight


def standing_key(standing: Standing, plan: Plan) -> Key:
    """What ranks a unit, greatest first."""
    values = {m.measure.id: None if m.verdict == "no_data" else m.value for m in standing.measures}
    share = Fraction(standing.met, standing.applicable) if standing.applicable else Fraction(0)
    return ranking_key(plan, all_met=standing.all_met, share=share, score=standing.score, values=values)


def ranking_key(
    plan: Plan, *, all_met: bool, share: Fraction, score: Fraction, values: Mapping[str, Fraction | None]
) -> Key:
    """The plan's tie-breakers in its order, greatest first; a missing value of a measure comes after every value."""
    fixed = {"all_met": Fraction(all_met), "criteria_share": share, "score": score}
    key: list[tuple[int, Fraction]] = []
    for name in plan.standings:
        value = fixed[name] if name in fixed else values.get(name)
        key.append((0, Fraction(0)) if value is None else (1, better(value, name, plan)))
    return tuple(key)


def better(value: Fraction, measure: str, plan: Plan) -> Fraction:
    """A value such that larger is better: turned around for a measure that has an upper limit."""
    for criterion in plan.criteria:
        for requirement in criterion.requirements:
            if requirement.measure == measure and requirement.operator in ("<", "<="):
                return -value
    return value


def rank(evidence: Evidence, plan: Plan) -> list[Standing]:
    """Every unit judged and ranked: by group in the plan's order, then rank, then Vietnamese alphabet."""
    standings = []
    for unit in evidence.units:
        criteria = tuple(judge_criterion(c, unit, evidence.facts[unit.id], plan) for c in plan.criteria)
        standings.append(Standing(unit, criteria, score(criteria)))
    groups: dict[str, list[Standing]] = {}
    for standing in standings:
        groups.setdefault(standing.unit.group, []).append(standing)
    return [placed for group in groups.values() for placed in _place(group, plan)]


def _place(group: Sequence[Standing], plan: Plan) -> list[Standing]:
    keyed = [(standing_key(standing, plan), standing) for standing in group]
    keyed.sort(key=lambda item: sort_key(item[1].unit.name))
    keyed.sort(key=lambda item: item[0], reverse=True)
    keys = [key for key, _ in keyed]
    decided = deciders(keys, plan.standings)
    return [
        Standing(s.unit, s.criteria, s.score, keys.index(key) + 1, keys.count(key) > 1, decided.get(key))
        for key, s in keyed
    ]


def deciders(keys: Iterable[Key], tie_breakers: Sequence[str]) -> dict[Key, str]:
    """The tie-breaker that sets each key apart from the rank above it (the first rank: from the one below).

    ``keys`` come greatest first; empty where all are equal.
    """
    decided: dict[Key, str] = {}
    for above, below in pairwise(dict.fromkeys(keys)):
        name = next(name for name, one, other in zip(tie_breakers, above, below, strict=True) if one != other)
        decided.setdefault(above, name)
        decided[below] = name
    return decided
