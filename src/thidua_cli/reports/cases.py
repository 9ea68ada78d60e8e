"""What is proposed and what the council decides, counted once: every report has its cases and sums from here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_cli.reports.remembering import once
from thidua_cli.result import Exclusion, IndividualResult, Proposal, Result
from thidua_cli.result_plan import AwardInfo


@dataclass(frozen=True, slots=True)
class Case:
    """A unit (by id) or a person of it that could still be proposed, and why the council must look.

    ``proposal`` is None for whom something is not known; ``places_left`` is set for who is tied at a quota.
    """

    unit: str
    individual: str | None
    position: str
    source_row: int | None
    reason: str
    proposal: Proposal | None = None
    reason_en: str = ""

    @property
    def places_left(self) -> int | None:
        """How many awards are left for those tied, of whom this is one; None where it is not tied."""
        return None if self.proposal is None else self.proposal.places_left


@once
def cases(result: Result) -> Sequence[Case]:
    """All cases for the council: proposals under review, then units, then persons of whom something is not known."""
    found = [
        Case(one.unit, one.individual, one.position or "", one.source_row, one.reason, one, reason_en=one.reason_en)
        for one in result.proposals
        if one.council_review
    ]
    units = {one.unit for one in result.proposals if one.individual is None}
    found += [
        Case(unit.id, None, "", None, " ".join(unit.council_reasons), reason_en=" ".join(unit.council_reasons_en))
        for unit in result.units
        if unit.council_review and unit.id not in units
    ]
    persons = {(one.unit, one.individual, one.source_row) for one in result.proposals}
    found += [
        Case(
            one.unit, one.name, one.position, one.source.row, " ".join(one.reasons), reason_en=" ".join(one.reasons_en)
        )
        for one in result.individuals
        if one.council_review and (one.unit, one.name, one.source.row) not in persons
    ]
    return found


@once
def outright(result: Result) -> Sequence[Proposal]:
    """What is proposed without a question left."""
    return [one for one in result.proposals if not one.council_review]


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts and rewards in dong: what is proposed outright, the cases, and the most that they can add.

    No more can be added than the quotas leave places for, however many are tied. Rewards are None where the amount of
    one of them is not known.
    """

    units: int
    persons: int
    reward: int | None
    cases: int
    more_units: int
    more_persons: int
    more_reward: int | None

    @property
    def number(self) -> int:
        """How many are proposed outright."""
        return self.units + self.persons

    @property
    def most_reward(self) -> int | None:
        """The reward if the council agrees to as many cases as the quotas allow."""
        return None if self.reward is None or self.more_reward is None else self.reward + self.more_reward


@once
def sums(result: Result) -> Sums:
    """The sums of a result."""
    clear, open_ = outright(result), cases(result)
    more = [(award, sum(_most(award, result, open_))) for award in result.plan.awards]
    units = [one for one in clear if one.individual is None]
    return Sums(
        units=len(units),
        persons=len(clear) - len(units),
        reward=total(clear),
        cases=len(open_),
        more_units=sum(number for award, number in more if award.recipient == "unit"),
        more_persons=sum(number for award, number in more if award.recipient == "individual"),
        more_reward=_reward([(award, number) for award, number in more if number]),
    )


def total(proposals: Sequence[Proposal]) -> int | None:
    """The sum of rewards in dong; None where one of them is not known."""
    amounts = [one.reward_vnd for one in proposals]
    return None if None in amounts else sum(amount or 0 for amount in amounts)


def _reward(more: Sequence[tuple[AwardInfo, int]]) -> int | None:
    if any(award.reward_vnd is None for award, _ in more):
        return None
    return sum((award.reward_vnd or 0) * number for award, number in more)


def _most(award: AwardInfo, result: Result, open_: Sequence[Case]) -> Iterator[int]:
    """Per group (for persons: once) how many of the cases can get this award within the quota."""
    groups = {unit.id: unit.group for unit in result.units}
    persons = award.recipient == "individual"
    quotas = {group.name: group.quota for group in result.plan.groups}
    mine = [
        one
        for one in open_
        if (one.individual is not None) is persons and (one.proposal is None or one.proposal.award == award.id)
    ]
    clear = [one for one in outright(result) if one.award == award.id]
    for group in [None] if persons else dict.fromkeys(groups.get(one.unit) for one in mine):
        number = sum(group is None or groups.get(one.unit) == group for one in mine)
        quota = result.plan.individual_quota if persons else quotas.get(group or "", "")
        taken = sum(group is None or groups.get(one.unit) == group for one in clear)
        yield min(number, max(0, int(quota) - taken)) if quota else number


@once
def persons_of(result: Result) -> Mapping[tuple[str, str, int], IndividualResult]:
    """The persons put forward by unit, name and row."""
    return {(one.unit, one.name, one.source.row): one for one in result.individuals}


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    """What comes of a person: ``state`` for sorting out (proposed, council, excluded, no), the same in words, why."""

    state: str
    words: str
    reasons: tuple[str, ...]


_PERSON_WORDS = {
    "proposed": "Đề nghị khen thưởng",
    "council": "Trình Hội đồng xem xét",
    "excluded": "Đủ điều kiện, không đề nghị",
    "no": "Không đủ điều kiện",
}


@once
def person_outcomes(result: Result) -> Mapping[tuple[str, str, int], PersonOutcome]:
    """What comes of each person put forward, with every reason that there is for it."""
    proposed = {(one.unit, one.individual, one.source_row): one for one in result.proposals}
    excluded = {(one.unit, one.individual, one.source_row): one for one in result.exclusions}
    made = {}
    for who, person in persons_of(result).items():
        reasons = list(person.reasons)
        proposal, out = proposed.get(who), excluded.get(who)
        if proposal is not None:
            state = "council" if proposal.council_review else "proposed"
            reasons += [proposal.reason] if proposal.council_review or proposal.decided else []
        elif out is not None and (out.decided or person.eligible):
            state = "excluded" if person.eligible else "no"
            reasons.append(f"Không đề nghị. {out.reason}")
        else:
            state = "council" if person.council_review else "no"
        made[who] = PersonOutcome(state, _PERSON_WORDS[state], tuple(reasons))
    return made


@once
def recognised(result: Result) -> Mapping[tuple[str, str], Sequence[str]]:
    """The titles of recognised initiatives by unit and author."""
    made: dict[tuple[str, str], list[str]] = {}
    for initiative in result.initiatives:
        if initiative.recognised:
            made.setdefault((initiative.unit, initiative.author), []).append(initiative.title)
    return made


@once
def met_but_excluded(result: Result) -> Sequence[Exclusion]:
    """Units that met everything, and eligible persons, that are not proposed all the same."""
    units = {unit.id for unit in result.units if unit.all_met}
    persons = {who for who, one in persons_of(result).items() if one.eligible}
    return [
        one
        for one in result.exclusions
        if (one.unit in units if one.individual is None else (one.unit, one.individual, one.source_row) in persons)
    ]
