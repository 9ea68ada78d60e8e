"""Persons put forward, judged by the criteria that can be a person's (contract, section 3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from thidua_cli.evidence.model import Evidence, Origin, Person, Place, UnitFacts
from thidua_cli.judging.standings import Standing
from thidua_cli.judging.verdicts import Verdict, judge_requirement
from thidua_cli.plan.model import PersonCriterion, Plan
from thidua_cli.records import record
from thidua_cli.text.reasons import Reason


@record
class PersonVerdict:
    """One criterion judged for one person; counts only where it is a ratio."""

    criterion: PersonCriterion
    verdict: Verdict
    reason: Reason | None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    origins: tuple[Origin, ...] = ()
    against: tuple[Place, ...] = ()
    against_total: int = 0


@record
class PersonStanding:
    """One person judged: eligible if every criterion that applies is met, and for who leads (or may) the unit's too."""

    person: Person
    criteria: tuple[PersonVerdict, ...]
    unit_all_met: bool

    @property
    def eligible(self) -> bool:
        """Whether the person can be proposed."""
        applying = [c for c in self.criteria if c.verdict != "not_applicable"]
        own = bool(applying) and all(c.verdict == "met" for c in applying)
        return own and (self.unit_all_met or self.person.leader is False)


def judge_persons(evidence: Evidence, standings: Sequence[Standing], plan: Plan) -> list[PersonStanding]:
    """Every person judged, in the evidence's order."""
    all_met = {standing.unit.id: standing.all_met for standing in standings}
    judged = []
    for person in evidence.persons:
        criteria = tuple(_JUDGES[c.kind](person, c, plan) for c in plan.individual_criteria)
        judged.append(PersonStanding(person, criteria, all_met.get(person.unit, False)))
    return judged


def _classification(person: Person, criterion: PersonCriterion, _: Plan) -> PersonVerdict:
    if person.classification is None:
        reason: Reason = "unreadable" if person.classification_text else "no_row"
        return PersonVerdict(criterion, "no_data", reason)
    return PersonVerdict(criterion, "met" if person.classification in criterion.accepted else "not_met", None)


def _dossiers(person: Person, criterion: PersonCriterion, plan: Plan) -> PersonVerdict:
    """Their own timed dossiers, as a unit's are judged; not applicable where none is timed."""
    if person.timed is None or criterion.requirement is None:
        return PersonVerdict(criterion, "no_data", "no_officers")
    if person.ambiguous:
        return PersonVerdict(criterion, "no_data", "ambiguous_person")
    facts = UnitFacts(person.timed, person.undecided)
    judged = judge_requirement(criterion.requirement, facts, plan)
    verdict: Verdict = "not_applicable" if judged.reason == "no_cases" else judged.verdict
    return PersonVerdict(
        criterion,
        verdict,
        judged.reason,
        judged.numerator,
        judged.denominator,
        judged.origins,
        judged.against,
        judged.against_total,
    )


def _initiatives(person: Person, criterion: PersonCriterion, _: Plan) -> PersonVerdict:
    """A recognised initiative: named in their own row, or theirs in the list of initiatives."""
    if person.own_initiative:
        return PersonVerdict(criterion, "met", None)
    if person.ambiguous:
        return PersonVerdict(criterion, "no_data", "ambiguous_person")
    if person.authored:
        return PersonVerdict(criterion, "met", None)
    if person.authored is None:
        return PersonVerdict(criterion, "no_data", "undecided")
    if person.own_initiative is None and not person.initiatives_listed:
        return PersonVerdict(criterion, "no_data", "no_table")
    return PersonVerdict(criterion, "not_met", None)


_JUDGES: Mapping[str, Callable[[Person, PersonCriterion, Plan], PersonVerdict]] = {
    "classification": _classification,
    "dossiers": _dossiers,
    "initiatives": _initiatives,
}
