"""Verdicts on requirements and criteria: exact, and the same whichever way an unreadable row may fall, or no verdict.

Which verdicts the readings of undecided rows allow is worked out in :mod:`thidua_cli.judging.outcomes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from thidua_cli.evidence.model import (
    MAX_ROWS_LISTED,
    Alternatives,
    Count,
    Origin,
    Place,
    UndecidedCase,
    Unit,
    UnitFacts,
)
from thidua_cli.judging.outcomes import Options, Part, extremes, holds, outcomes
from thidua_cli.plan.model import Criterion, Measure, Plan, Requirement
from thidua_cli.records import record
from thidua_cli.text.reasons import Reason

Verdict = Literal["met", "not_met", "no_data", "not_applicable"]


@record
class Outlook:
    """What a requirement comes to under one reading of the rows that are open."""

    verdict: Verdict
    numerator: Fraction
    denominator: Fraction


@record
class MeasureVerdict:
    """One requirement judged. ``numerator``/``denominator`` are the decided cases; ``undecided`` how many are open.

    ``attainment`` is min(1, value / threshold), 0 without data, None where it does not apply. Where open rows leave the
    verdict open, ``worst`` and ``best`` are what they can make of it.
    """

    requirement: Requirement
    measure: Measure
    verdict: Verdict
    reason: Reason | None
    numerator: Fraction | None
    denominator: Fraction | None
    undecided: int
    attainment: Fraction | None
    shortfall: int | None
    counts: tuple[tuple[str, Fraction | None], ...]
    origins: tuple[Origin, ...]
    against: tuple[Place, ...]
    against_total: int
    undecided_places: tuple[Place, ...]
    worst: Outlook | None = None
    best: Outlook | None = None

    @property
    def value(self) -> Fraction | None:
        """Numerator over denominator, None where either is unknown or the denominator is 0."""
        if self.numerator is None or not self.denominator:
            return None
        return self.numerator / self.denominator


@record
class CriterionVerdict:
    """One criterion judged for one unit."""

    criterion: Criterion
    verdict: Verdict
    reason: Reason | None
    attainment: Fraction | None
    measures: tuple[MeasureVerdict, ...]


def total(facts: UnitFacts, names: Sequence[str]) -> Count:
    """The sum of some named counts of a unit; a merged count stands for the names that a form gives only together."""
    left = list(names)
    parts: list[Count] = []
    for merged, count in facts.merged.items():
        if merged <= set(left) and any(facts.counts[name].reason == "merged" for name in merged):
            left = [name for name in left if name not in merged]
            parts.append(count)
    parts += [facts.counts[name] for name in left]
    origins: dict[tuple[str, str], Origin] = {}
    for origin in (o for part in parts for o in part.origins):
        before = origins.get((origin.file, origin.sheet))
        rows, cells = (before.rows, before.cells) if before else (0, ())
        # Figures of one form stand in one row, however many of them are added; rows of a list are added up.
        rows = max(rows, origin.rows) if origin.cells else rows + origin.rows
        cells = tuple(dict.fromkeys((*cells, *origin.cells)))
        origins[origin.file, origin.sheet] = Origin(origin.file, origin.sheet, rows, cells)
    where = tuple(sorted(origins.values()))
    missing = next((part for part in parts if part.value is None), None)
    if missing is not None:
        return Count(None, missing.reason, where)
    return Count(sum((p.value for p in parts if p.value is not None), Fraction(0)), origins=where)


def judge_requirement(requirement: Requirement, facts: UnitFacts, plan: Plan) -> MeasureVerdict:
    """One requirement on one unit's facts."""
    measure = plan.measures[requirement.measure]
    numerator = total(facts, measure.numerator)
    denominator = total(facts, measure.denominator) if measure.kind == "ratio" else Count(Fraction(1))
    cases, settled = _open_cases(facts.undecided, measure)
    places = [case.place for case, _ in cases]
    if numerator.value is None or denominator.value is None:
        reason = numerator.reason or denominator.reason or "unreadable"
        return _result(requirement, measure, facts, "no_data", reason, None, None, places)
    over, under = numerator.value + settled[0], denominator.value + settled[1]
    kinds = [kind for _, kind in cases]
    start = over - sum(kind.shown[0] for kind in kinds), under - sum(kind.shown[1] for kind in kinds)
    verdict, said = _decide(requirement, start, kinds, plan)
    if _lacks_evidence(measure, facts, plan) and verdict in ("met", "not_met"):
        verdict, said = "no_data", "no_evidence"
    judged = _result(requirement, measure, facts, verdict, said, over, under, places)
    if said == "undecided":
        worst, best = _outlooks(requirement, start, kinds, plan)
        judged = replace(judged, worst=worst, best=best)
    return judged


@record
class _Kind:
    """What one kind of open case adds to numerator and denominator: by each reading, and what they show already."""

    options: Options
    shown: Part


def _open_cases(
    undecided: Sequence[UndecidedCase], measure: Measure
) -> tuple[list[tuple[UndecidedCase, _Kind]], tuple[int, int]]:
    """The cases that are open for a measure, and what the others add to its figures.

    A case may be open between counts that this measure adds up (early or on time): it is decided here. Very many cases
    are of very few kinds, each of which is looked at once.
    """
    kinds: dict[tuple[Alternatives, frozenset[str]], _Kind] = {}
    cases, over, under = [], 0, 0
    for case in undecided:
        which = (case.alternatives, case.counted)
        kind = kinds.get(which)
        if kind is None:
            options = frozenset(_part(way, measure) for way in case.alternatives)
            kind = kinds[which] = _Kind(options, _part(case.counted, measure))
        if len(kind.options) > 1:
            cases.append((case, kind))
        else:
            ((adds_over, adds_under),) = kind.options
            over, under = over + adds_over - kind.shown[0], under + adds_under - kind.shown[1]
    return cases, (over, under)


def _lacks_evidence(measure: Measure, facts: UnitFacts, plan: Plan) -> bool:
    """A share on the software that no other source covers proves nothing, where the plan asks for evidence."""
    return (
        plan.settings.software_evidence == "required"
        and "on_software" in measure.numerator
        and "received" in measure.denominator
        and not facts.other_system
    )


def _part(way: frozenset[str], measure: Measure) -> tuple[int, int]:
    """What one reading of one case adds to numerator and denominator."""
    return sum(name in way for name in measure.numerator), sum(name in way for name in measure.denominator)


def _decide(
    requirement: Requirement, start: tuple[Fraction, Fraction], cases: Sequence[_Kind], plan: Plan
) -> tuple[Verdict, Reason | None]:
    """The verdict that every reading gives, else none."""
    found = outcomes(start, [case.options for case in cases], requirement.operator, requirement.threshold)
    verdicts: set[Verdict] = {"met" if answer else "not_met" for answer in found.some}
    if found.none:
        verdicts.add(plan.settings.zero_cases)
    if len(verdicts) > 1:
        return "no_data", "undecided"
    return verdicts.pop(), None if found.some else "no_cases"


def _outlooks(
    requirement: Requirement, start: tuple[Fraction, Fraction], cases: Sequence[_Kind], plan: Plan
) -> tuple[Outlook, Outlook]:
    """The least and the most favourable reading of the open cases; above an upper limit more is worse."""
    ends = extremes(start, [case.options for case in cases], requirement.threshold)
    low, high = (
        Outlook(
            ("met" if holds(top / bottom, requirement.operator, requirement.threshold) else "not_met")
            if bottom
            else plan.settings.zero_cases,
            top,
            bottom,
        )
        for top, bottom in ends
    )
    return (high, low) if requirement.operator in ("<=", "<") else (low, high)


def _result(
    requirement: Requirement,
    measure: Measure,
    facts: UnitFacts,
    verdict: Verdict,
    reason: Reason | None,
    over: Fraction | None,
    under: Fraction | None,
    open_places: Sequence[Place],
) -> MeasureVerdict:
    names = tuple(dict.fromkeys((*measure.numerator, *measure.denominator)))
    shown = [(name, facts.counts[name].value) for name in names]
    for merged, count in facts.merged.items():
        if merged <= set(names):
            shown.append(("early_or_on_time", count.value))
    against = facts.counts.get(measure.against or "")
    return MeasureVerdict(
        requirement=requirement,
        measure=measure,
        verdict=verdict,
        reason=reason,
        numerator=over,
        denominator=under,
        undecided=len(open_places),
        attainment=_attainment(requirement, verdict, over, under),
        shortfall=_shortfall(requirement, measure, verdict, over, under, undecided=bool(open_places)),
        counts=tuple(shown),
        origins=_origins(facts, measure),
        against=against.places[:MAX_ROWS_LISTED] if against else (),
        against_total=_total_against(against) if against else 0,
        undecided_places=tuple(sorted(open_places))[:MAX_ROWS_LISTED],
    )


def _total_against(count: Count) -> int:
    """How many cases stand against the unit; where the count itself is not known, how many rows are known of."""
    return count.total if count.value is None else int(count.value)


def _origins(facts: UnitFacts, measure: Measure) -> tuple[Origin, ...]:
    """The tables behind a figure: those of the denominator (which holds the numerator), and what only that adds."""
    joined: dict[tuple[str, str], Origin] = {}
    for origin in (*total(facts, measure.denominator).origins, *total(facts, measure.numerator).origins):
        before = joined.get((origin.file, origin.sheet))
        cells = tuple(dict.fromkeys((*before.cells, *origin.cells))) if before else origin.cells
        rows = max(before.rows, origin.rows) if before else origin.rows
        joined[origin.file, origin.sheet] = Origin(origin.file, origin.sheet, rows, cells)
    return tuple(sorted(joined.values()))


def _attainment(
    requirement: Requirement, verdict: Verdict, over: Fraction | None, under: Fraction | None
) -> Fraction | None:
    """min(1, value / threshold), for an upper limit min(1, threshold / value); 0 without data (contract, section 3)."""
    if verdict == "not_applicable":
        return None
    if verdict == "met":
        return Fraction(1)
    if verdict == "no_data" or not over or not under:
        return Fraction(0)
    less, more = sorted((over / under, requirement.threshold))
    return less / more


def _shortfall(
    requirement: Requirement,
    measure: Measure,
    verdict: Verdict,
    over: Fraction | None,
    under: Fraction | None,
    *,
    undecided: bool,
) -> int | None:
    """The least number of cases that would have to fall the other way; None where cases do not say it."""
    if verdict == "met":
        return 0
    if verdict != "not_met" or over is None or not under or undecided or not measure.shortfall:
        return None
    gap = requirement.threshold * under - over
    if requirement.operator == "=":
        return abs(gap.numerator) if gap.denominator == 1 else None
    if requirement.operator in (">=", ">"):
        return ceil(gap) if requirement.operator == ">=" else floor(gap) + 1
    return ceil(-gap) if requirement.operator == "<=" else floor(-gap) + 1


def judge_criterion(criterion: Criterion, unit: Unit, facts: UnitFacts, plan: Plan) -> CriterionVerdict:
    """One criterion.

    ``not_met`` if one requirement is, else ``no_data`` if one has none, else ``met``; requirements that do not apply
    drop out, and if all do the criterion does not apply.
    """
    if criterion.applies_to == "assessed" and not unit.assessed:
        measures = tuple(_not_assessed(requirement, plan) for requirement in criterion.requirements)
        return CriterionVerdict(criterion, "not_applicable", "not_assessed", None, measures)
    measures = tuple(judge_requirement(requirement, facts, plan) for requirement in criterion.requirements)
    verdict, reason = combine([(m.verdict, m.reason) for m in measures])
    parts = [m.attainment for m in measures if m.attainment is not None]
    return CriterionVerdict(criterion, verdict, reason, min(parts, default=None), measures)


def combine(parts: Sequence[tuple[Verdict, Reason | None]]) -> tuple[Verdict, Reason | None]:
    """The verdict on several requirements together, with the reason of the one that decided it."""
    for wanted in ("not_met", "no_data", "met"):
        for verdict, reason in parts:
            if verdict == wanted:
                return verdict, reason
    return "not_applicable", next((reason for _, reason in parts), None)


def _not_assessed(requirement: Requirement, plan: Plan) -> MeasureVerdict:
    measure = plan.measures[requirement.measure]
    return MeasureVerdict(
        requirement, measure, "not_applicable", "not_assessed", None, None, 0, None, None, (), (), (), 0, ()
    )
