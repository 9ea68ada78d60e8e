"""Ranks over many results: from their exact figures, as within one (contract, section 3: standings)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from thidua_cli.combined import CombinedUnit
from thidua_cli.judging.standings import Key, better
from thidua_cli.plan.model import Plan
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
    """A measure's value without rounding; None where there is none."""
    if measure.numerator is None or not measure.denominator:
        return None
    return Fraction(measure.numerator) / measure.denominator


def combined_key(unit: UnitResult, plan: Plan) -> Key:
    """What ranks a unit among those of all parts, greatest first (the same order as within one result)."""
    values = {measure.id: exact_value(measure) for criterion in unit.criteria for measure in criterion.measures}
    key: list[tuple[int, Fraction]] = []
    for name in plan.standings:
        if name == "all_met":
            key.append((1, Fraction(unit.all_met)))
        elif name == "criteria_share":
            applicable = unit.criteria_applicable
            key.append((1, Fraction(unit.criteria_met, applicable) if applicable else Fraction(0)))
        elif name == "score":
            key.append((1, exact_score(unit, plan)))
        else:
            value = values.get(name)
            key.append((0, Fraction(0)) if value is None else (1, better(value, name, plan)))
    return tuple(key)


def rank_together(results: Mapping[str, Result], plan: Plan) -> list[CombinedUnit]:
    """Every unit of every part (by part's name), ranked within its group over all parts; equals share a rank."""
    groups: dict[str, list[tuple[Key, str, UnitResult]]] = {}
    order = {group.name: position for position, group in enumerate(plan.groups)}
    for part, result in results.items():
        for unit in result.units:
            groups.setdefault(unit.group, []).append((combined_key(unit, plan), part, unit))
    ranked = []
    for name in sorted(groups, key=lambda group: (order.get(group, len(order)), sort_key(group))):
        ranked += _ranked(groups[name])
    return ranked


def _ranked(members: Sequence[tuple[Key, str, UnitResult]]) -> list[CombinedUnit]:
    placed = sorted(members, key=lambda item: (sort_key(item[2].name), sort_key(item[1])))
    placed.sort(key=lambda item: item[0], reverse=True)
    first: dict[Key, int] = {}
    number: dict[Key, int] = {}
    for position, (key, _, _) in enumerate(placed, 1):
        first.setdefault(key, position)
        number[key] = number.get(key, 0) + 1
    return [_unit(part, unit, first[key], tied=number[key] > 1) for key, part, unit in placed]


def _unit(part: str, unit: UnitResult, rank: int, *, tied: bool) -> CombinedUnit:
    verdicts: dict[str, Verdict] = {criterion.id: criterion.verdict for criterion in unit.criteria}
    return CombinedUnit(
        part=part,
        id=unit.id,
        name=unit.name,
        group=unit.group,
        rank=rank,
        tied=tied,
        part_rank=unit.rank,
        score=unit.score,
        all_met=unit.all_met,
        criteria_met=unit.criteria_met,
        criteria_applicable=unit.criteria_applicable,
        council_review=unit.council_review,
        verdicts=verdicts,
        values={measure.id: measure.value for criterion in unit.criteria for measure in criterion.measures},
    )
