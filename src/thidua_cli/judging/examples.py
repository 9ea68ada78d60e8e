"""Verdicts on counts alone, for the examples inside a plan (``thidua plan test``)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from thidua_cli.evidence.model import Count, Unit, UnitFacts
from thidua_cli.judging.verdicts import judge_criterion
from thidua_cli.plan.model import Plan
from thidua_cli.text.glossary import words


def judge_counts(plan: Plan, counts: Mapping[str, Fraction], *, assessed: bool) -> Mapping[str, str]:
    """The verdict by criterion id and by measure id; a count that is not given has no data."""
    known = {name: Count(counts[name]) if name in counts else Count(None) for name in words("count")}
    unit = Unit("", "", "", assessed)
    verdicts: dict[str, str] = {}
    for criterion in plan.criteria:
        judged = judge_criterion(criterion, unit, UnitFacts(known, other_system=True), plan)
        verdicts[criterion.id] = judged.verdict
        verdicts |= {measure.measure.id: measure.verdict for measure in judged.measures}
    return verdicts
