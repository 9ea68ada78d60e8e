"""Whom to commend: quotas that cut nobody at a tie, council decisions, reward money, a reason for every case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from thidua_cli.judging import words
from thidua_cli.judging.individuals import PersonStanding
from thidua_cli.judging.standings import Standing, standing_key
from thidua_cli.plan.model import Award, Awards, CouncilDecision, Plan
from thidua_cli.plan.money import base_salary_at, reward_vnd
from thidua_cli.text.vietnamese import key, person_sort_key

Rounding = Literal["down", "up", "half_up"]


@dataclass(frozen=True, slots=True)
class ProposedAward:
    """One commendation proposed (or put before the council), with the reason in words."""

    award: Award
    unit: Standing
    person: PersonStanding | None
    reward: int | None
    council_review: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """A unit or person not proposed, with the reason in words."""

    unit: Standing
    person: PersonStanding | None
    reason: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """All proposals and exclusions; ``at_quota`` gives the quota for the ids of units whose tie straddles it."""

    proposed: tuple[ProposedAward, ...]
    excluded: tuple[Excluded, ...]
    at_quota: Mapping[str, int]


def reward(award: Award, plan: Plan) -> int | None:
    """The reward in dong at the date that the plan assumes; None where no base salary is known for it."""
    base = base_salary_at(plan, plan.awards.money_date)
    return None if base is None else reward_vnd(award, base.value)


def places(quota: Fraction | None, rounding: Rounding, size: int, *, percent: bool) -> int | None:
    """How many awards a quota allows among ``size``; None for no limit."""
    if quota is None:
        return None
    exact = quota * size if percent else quota
    if rounding == "up":
        return ceil(exact)
    return floor(exact) if rounding == "down" else floor(exact + Fraction(1, 2))


def propose(standings: Sequence[Standing], persons: Sequence[PersonStanding], plan: Plan) -> Proposals:
    """The proposals for units (in standing order) and for persons (by unit's standing, then name)."""
    proposed: list[ProposedAward] = []
    excluded: list[Excluded] = []
    at_quota: dict[str, int] = {}
    for award in plan.awards.forms:
        if award.recipient == "unit":
            for group in dict.fromkeys(standing.unit.group for standing in standings):
                members = [standing for standing in standings if standing.unit.group == group]
                _propose_units(award, members, group, plan, proposed, excluded, at_quota)
        else:
            _propose_persons(award, standings, persons, plan, proposed, excluded)
    return Proposals(tuple(proposed), tuple(excluded), at_quota)


def _decision(awards: Awards, unit: Standing, person: PersonStanding | None) -> CouncilDecision | None:
    for decision in awards.decisions:
        if key(decision.unit) not in (key(unit.unit.name), key(unit.unit.id)):
            continue
        name = person.person.name if person is not None else None
        if (decision.individual is None) == (name is None) and key(decision.individual or "") == key(name or ""):
            return decision
    return None


def _propose_units(
    award: Award,
    members: Sequence[Standing],
    group_name: str,
    plan: Plan,
    proposed: list[ProposedAward],
    excluded: list[Excluded],
    at_quota: dict[str, int],
) -> None:
    forced = {s.unit.id: d for s in members if (d := _decision(plan.awards, s, None)) is not None}
    eligible = [s for s in members if s.all_met and s.unit.id not in forced]
    group = next((g for g in plan.groups if g.name == group_name), None)
    limit = places(group.quota, group.quota_rounding, len(members), percent=group.quota_percent) if group else None
    if limit is not None:
        limit = max(0, limit - sum(1 for d in forced.values() if d.decision == "include"))
    keys = [standing_key(s, plan) for s in eligible]
    money = reward(award, plan)
    for standing in members:
        decision = forced.get(standing.unit.id)
        if decision is not None and decision.decision == "include":
            reason = words.forced(decision)
            proposed.append(ProposedAward(award, standing, None, money, bool(standing.no_cases), reason))
        elif decision is not None:
            excluded.append(Excluded(standing, None, words.barred(decision)))
        elif not standing.all_met:
            excluded.append(Excluded(standing, None, words.not_all_met(standing)))
        else:
            position = keys.index(standing_key(standing, plan))
            last = len(keys) - keys[::-1].index(keys[position])
            if limit is not None and position >= limit:
                excluded.append(Excluded(standing, None, words.past_quota(standing, limit, group_name)))
                continue
            if limit is not None and last > limit:
                at_quota[standing.unit.id] = limit
            review = standing.unit.id in at_quota or bool(standing.no_cases)
            reason = words.unit_reason(standing, at_quota.get(standing.unit.id))
            proposed.append(ProposedAward(award, standing, None, money, review, reason))


def _propose_persons(
    award: Award,
    standings: Sequence[Standing],
    persons: Sequence[PersonStanding],
    plan: Plan,
    proposed: list[ProposedAward],
    excluded: list[Excluded],
) -> None:
    units = {standing.unit.id: (order, standing) for order, standing in enumerate(standings)}
    ordered = sorted(persons, key=lambda p: (units[p.person.unit][0], person_sort_key(p.person.name), p.person.place))
    chosen: list[tuple[PersonStanding, str, bool]] = []
    for person in ordered:
        standing = units[person.person.unit][1]
        decision = _decision(plan.awards, standing, person)
        if decision is not None and decision.decision == "include":
            chosen.append((person, words.forced(decision), False))
        elif decision is not None:
            excluded.append(Excluded(standing, person, words.barred(decision)))
        elif not person.eligible:
            excluded.append(Excluded(standing, person, words.not_eligible(person, standing)))
        else:
            chosen.append((person, words.person_reason(person), True))
    awards = plan.awards
    limit = places(
        awards.individual_quota, awards.individual_quota_rounding, len(persons), percent=awards.individual_quota_percent
    )
    # Nothing ranks persons against each other: past the quota all are tied, and the council chooses.
    crowded = limit is not None and len(chosen) > limit
    for person, reason, by_criteria in chosen:
        standing = units[person.person.unit][1]
        review = crowded and by_criteria
        text = f"{reason} {words.persons_past_quota(limit or 0, len(chosen))}" if review else reason
        proposed.append(ProposedAward(award, standing, person, reward(award, plan), review, text))
