"""Verdicts, units and persons made by hand, for what is decided about them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from fractions import Fraction

from tests.support.tables import PLAN
from thidua_cli.evidence.model import CouncilEntry, EarlierAward, Evidence, Person, Place, Unit
from thidua_cli.judging.individuals import PersonStanding, PersonVerdict
from thidua_cli.judging.standings import Standing
from thidua_cli.judging.verdicts import CriterionVerdict, MeasureVerdict, Verdict
from thidua_cli.plan.model import Criterion, Group, Plan
from thidua_cli.text.language import Message
from thidua_cli.text.reasons import Reason

PLACE = Place("", "f.xlsx", "S", 2)
COMMUNES, OFFICES = (group.name for group in PLAN.groups[:2])


def verdict_on(criterion: Criterion, verdict: Verdict, reason: Reason | None = None) -> CriterionVerdict:
    """A verdict on a criterion, with the same on each of its requirements, which has its threshold as value."""
    measures = tuple(
        MeasureVerdict(
            requirement=requirement,
            measure=PLAN.measures[requirement.measure],
            verdict=verdict,
            reason=reason,
            numerator=requirement.threshold,
            denominator=Fraction(1),
            undecided=0,
            attainment=None,
            shortfall=None,
            counts=(),
            origins=(),
            against=(),
            against_total=0,
            undecided_places=(),
        )
        for requirement in criterion.requirements
    )
    return CriterionVerdict(criterion, verdict, reason, None, measures)


def placed(
    name: str,
    verdicts: Sequence[Verdict] = ("met",),
    *,
    score: int = 100,
    group: str = COMMUNES,
    no_cases: bool = False,
    rank: int = 1,
    tied: bool = False,
) -> Standing:
    """A unit with verdicts on the plan's first criteria; the others do not apply (``no_cases``: for want of any)."""
    reason: Reason = "no_cases" if no_cases else "not_assessed"
    said = [*verdicts, *["not_applicable"] * (len(PLAN.criteria) - len(verdicts))]
    criteria = tuple(
        verdict_on(criterion, verdict, reason if verdict == "not_applicable" else None)  # type: ignore[arg-type]
        for criterion, verdict in zip(PLAN.criteria, said, strict=True)
    )
    return Standing(Unit(name.lower(), name, group, assessed=True), criteria, Fraction(score), rank, tied)


def put_forward(
    name: str,
    unit: Standing,
    verdicts: Sequence[Verdict] = ("met", "met", "met"),
    *,
    leader: bool | None = False,
    row: int = 2,
    reason: Reason | None = None,
    **more: object,
) -> PersonStanding:
    """A person with verdicts on the plan's criteria for persons."""
    given: dict[str, object] = {
        "position": "",
        "gender": "",
        "classification": None,
        "classification_text": "",
        "own_initiative": None,
        "authored": False,
        "initiatives_listed": True,
        "ambiguous": False,
    }
    place = dataclasses.replace(PLACE, row=row)
    person = Person(name=name, unit=unit.unit.id, leader=leader, place=place, **{**given, **more})  # type: ignore[arg-type]
    criteria = tuple(
        PersonVerdict(criterion, verdict, reason)
        for criterion, verdict in zip(PLAN.individual_criteria, verdicts, strict=True)
    )
    return PersonStanding(person, criteria, unit.all_met)


def known(
    standings: Iterable[Standing] = (),
    decisions: Sequence[CouncilEntry] = (),
    earlier: Sequence[EarlierAward] = (),
    persons: Sequence[Person] = (),
) -> Evidence:
    """Evidence of some units, without a figure."""
    return Evidence(tuple(s.unit for s in standings), {}, persons, (), (), decisions, earlier)


def decided(unit: str, include: bool | None, person: str | None = None, reason: str = "vì việc riêng") -> CouncilEntry:
    """A decision of the council on a unit or a person."""
    return CouncilEntry(unit, person, include, "Hội đồng", reason, PLACE)


def had(unit: str, *, surely: bool, person: str | None = None, year: str = "2021", number: str = "") -> EarlierAward:
    """An award that a unit or person has already, surely or perhaps for this movement."""
    return EarlierAward(unit, person, "Phong trào CCHC", year, number, PLACE, True if surely else None)


def with_rules(*, quota: int | None = None, **awards: object) -> Plan:
    """The built-in plan with a quota for each of its two groups, and some rules on awards changed."""
    limit = None if quota is None else Fraction(quota)
    groups = (Group("1", COMMUNES, limit), Group("2", OFFICES, limit))
    return dataclasses.replace(PLAN, groups=groups, awards=dataclasses.replace(PLAN.awards, **awards))  # type: ignore[arg-type]


def english(messages: Iterable[Message]) -> list[str]:
    """Sentences in English."""
    return [message.text("en") for message in messages]
