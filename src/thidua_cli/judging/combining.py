"""Ranks over many results: from their exact figures, as within one (contract, section 3: standings)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import structs

from thidua_cli.combined import CombinedUnit
from thidua_cli.judging.standings import Key, deciders, ranking_key
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.result import MeasureResult, Result, UnitResult, Verdict
from thidua_cli.text.vietnamese import sort_key


def exact_score(unit: UnitResult, plan: Plan) -> Fraction:
    """The unit's score without rounding, from the exact attainments that its result carries."""
    weights = {criterion.id: criterion.weight for criterion in plan.criteria}
    applying = [c for c in unit.criteria if c.verdict != "not_applicable" and c.id in weights]
    total = sum((weights[c.id] for c in applying), Fraction(0))
    if not total:
        return Fraction(0)
    return 100 * sum((weights[c.id] * Fraction(c.attainment or 0) for c in applying), Fraction(0)) / total


def exact_value(measure: MeasureResult) -> Fraction | None:
    """A measure's value without rounding; None where there is none, or none that could be judged by."""
    if measure.verdict == "no_data" or measure.numerator is None or not measure.denominator:
        return None
    return Fraction(measure.numerator) / measure.denominator


def combined_key(unit: UnitResult, plan: Plan) -> Key:
    """What ranks a unit among those of all parts, greatest first (the same order as within one result)."""
    values = {measure.id: exact_value(measure) for criterion in unit.criteria for measure in criterion.measures}
    share = Fraction(unit.criteria_met, unit.criteria_applicable) if unit.criteria_applicable else Fraction(0)
    return ranking_key(plan, all_met=unit.all_met, share=share, score=exact_score(unit, plan), values=values)


@record
class Candidate:
    """A unit of one part, with all that decides its place among the units of its group."""

    key: Key
    unit: CombinedUnit


def candidates(part: str, result: Result, plan: Plan) -> list[Candidate]:
    """The units of one part, not yet ranked among those of the others."""
    return [Candidate(combined_key(unit, plan), _unit(part, unit)) for unit in result.units]


def rank_together(members: Iterable[Candidate], plan: Plan) -> list[CombinedUnit]:
    """The units of every part, ranked within their groups; equals share a rank (1, 2, 2, 4) and stand by name."""
    groups: dict[str, list[Candidate]] = {}
    for member in members:
        groups.setdefault(member.unit.group, []).append(member)
    order = {group.name: position for position, group in enumerate(plan.groups)}
    names = sorted(groups, key=lambda group: (order.get(group, len(order)), sort_key(group)))
    return [unit for name in names for unit in _ranked(groups[name], plan)]


def _ranked(members: Sequence[Candidate], plan: Plan) -> list[CombinedUnit]:
    placed = sorted(members, key=lambda member: (sort_key(member.unit.name), sort_key(member.unit.part)))
    placed.sort(key=lambda member: member.key, reverse=True)
    first: dict[Key, int] = {}
    number: Counter[Key] = Counter()
    for position, member in enumerate(placed, 1):
        first.setdefault(member.key, position)
        number[member.key] += 1
    decided = deciders((member.key for member in placed), plan.standings)
    return [
        structs.replace(m.unit, rank=first[m.key], tied=number[m.key] > 1, decided_by=decided.get(m.key))
        for m in placed
    ]


def _unit(part: str, unit: UnitResult) -> CombinedUnit:
    verdicts: dict[str, Verdict] = {criterion.id: criterion.verdict for criterion in unit.criteria}
    return CombinedUnit(
        part=part,
        id=unit.id,
        name=unit.name,
        group=unit.group,
        rank=0,
        tied=False,
        part_rank=unit.rank,
        score=unit.score,
        all_met=unit.all_met,
        criteria_met=unit.criteria_met,
        criteria_applicable=unit.criteria_applicable,
        council_review=unit.council_review,
        verdicts=verdicts,
        values={measure.id: measure.value for criterion in unit.criteria for measure in criterion.measures},
    )
