"""Whom to commend: quotas that cut nobody at a tie, council decisions, reward money, a reason for every case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from thidua_cli.evidence.model import CouncilEntry, EarlierAward, Evidence
from thidua_cli.judging import words
from thidua_cli.judging.individuals import PersonStanding
from thidua_cli.judging.standings import Standing, standing_key
from thidua_cli.plan.model import Award, Plan
from thidua_cli.plan.money import base_salary_at, reward_vnd
from thidua_cli.records import record
from thidua_cli.text.language import Message, joined
from thidua_cli.text.vietnamese import key, person_sort_key

Rounding = Literal["down", "up", "half_up"]


PersonId = tuple[str, str, int]
"""A person put forward: unit, name, source row (two of one name stand in two rows)."""


@record
class ProposedAward:
    """One commendation proposed (or put before the council), with the reason in words."""

    award: Award
    unit: Standing
    person: PersonStanding | None
    reward: int | None
    council_review: bool
    reason: Message
    places_left: int | None = None
    """For who is tied at the quota: how many awards are left for those tied."""
    decided: bool = False
    """Whether a decision puts them in, whatever their figures are."""


@record
class Excluded:
    """A unit or person not proposed, with the reason in words."""

    unit: Standing
    person: PersonStanding | None
    reason: Message
    decided: bool = False
    """Whether a decision or an earlier award keeps them out, whatever their figures are."""


@record
class Proposals:
    """All proposals and exclusions, and the cases for the council.

    ``council`` gives, by the id of a unit, what the council must decide about it, one sentence each; ``open_persons``
    are the persons who could still be proposed once what is not known of them is (by unit, name and source row).
    """

    proposed: tuple[ProposedAward, ...]
    excluded: tuple[Excluded, ...]
    council: Mapping[str, Sequence[Message]]
    open_persons: frozenset[PersonId] = frozenset()


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


def persons_limit(plan: Plan, put_forward: int) -> int | None:
    """How many of the persons put forward may be commended; None for no limit."""
    awards = plan.awards
    quota, rounding = awards.individual_quota, awards.individual_quota_rounding
    return places(quota, rounding, put_forward, percent=awards.individual_quota_percent)


@record
class _Case:
    """One award in the making: what it pays, who decided or got what before, where proposals are collected."""

    award: Award
    money: int | None
    plan: Plan
    evidence: Evidence
    proposed: list[ProposedAward]
    excluded: list[Excluded]
    council: dict[str, list[Message]]
    open_persons: set[PersonId]

    def decision(self, unit: Standing, person: PersonStanding | None) -> CouncilEntry | None:
        """What a person decided about a unit or a person: in the plan, or on the council's own sheet."""
        return next((entry for entry in self.decisions(unit, person) if entry.include is not None), None)

    def decisions(self, unit: Standing, person: PersonStanding | None) -> Iterator[CouncilEntry]:
        """Every entry about a unit or a person, the unclear ones too."""
        name = None if person is None else key(person.person.name)
        for entry in self.evidence.decisions:
            named = None if entry.individual is None else key(entry.individual)
            if entry.unit == unit.unit.id and named == name:
                yield entry

    def earlier(self, unit: Standing, person: PersonStanding | None, *, surely: bool) -> EarlierAward | None:
        """An award for this movement that they already have, or may have: none is given twice for one achievement."""
        name = None if person is None else key(person.person.name)
        for award in self.evidence.earlier_awards:
            named = None if award.individual is None else key(award.individual)
            fits = award.for_movement is True if surely else award.for_movement is None
            if award.unit == unit.unit.id and named == name and fits:
                return award
        return None

    def doubts(self, unit: Standing, person: PersonStanding | None) -> list[Message]:
        """What the council must look at although nothing failed, one sentence each; nothing is decided about it yet."""
        found = [words.decision_unclear(entry) for entry in self.decisions(unit, person)]
        if (award := self.earlier(unit, person, surely=False)) is not None:
            found.append(words.may_have_had_before(award))
        if person is None and self.quotas_apply and not self.known_group(unit.unit.group):
            found.append(words.UNKNOWN_GROUP)
        return found

    @property
    def quotas_apply(self) -> bool:
        """Whether any group has a quota, so that a unit of no known group could escape it."""
        return any(group.quota is not None for group in self.plan.groups)

    def known_group(self, name: str) -> bool:
        """Whether the plan has a group of this name."""
        return any(group.name == name for group in self.plan.groups)

    def settled(self, unit: Standing, person: PersonStanding | None) -> bool:
        """Whether a decision or an earlier award settles the case; it is then among the proposals or exclusions."""
        said = self.decision(unit, person)
        if said is not None and said.include:
            award = ProposedAward(self.award, unit, person, self.money, False, words.forced(said), decided=True)  # noqa: FBT003
            self.proposed.append(award)
        elif said is not None:
            self.excluded.append(Excluded(unit, person, words.barred(said), decided=True))
        elif (before := self.earlier(unit, person, surely=True)) is not None:
            self.excluded.append(Excluded(unit, person, words.had_before(before), decided=True))
        else:
            return False
        return True

    def ask(self, unit: Standing, questions: Sequence[Message]) -> None:
        """Put a unit before the council."""
        if questions:
            self.council[unit.unit.id] = list(dict.fromkeys([*self.council.get(unit.unit.id, ()), *questions]))

    def propose(
        self, unit: Standing, person: PersonStanding | None, reason: Message, *, review: bool, left: int | None = None
    ) -> None:
        """Add a proposal; ``left`` awards are left where the unit or person is tied at the quota."""
        self.proposed.append(ProposedAward(self.award, unit, person, self.money, review, reason, left))


def propose(
    standings: Sequence[Standing], persons: Sequence[PersonStanding], evidence: Evidence, plan: Plan
) -> Proposals:
    """The proposals for units (in standing order) and for persons (by unit's standing, then name)."""
    proposed: list[ProposedAward] = []
    excluded: list[Excluded] = []
    council: dict[str, list[Message]] = {}
    open_persons: set[PersonId] = set()
    for award in plan.awards.forms:
        case = _Case(award, reward(award, plan), plan, evidence, proposed, excluded, council, open_persons)
        if award.recipient == "unit":
            for group in dict.fromkeys(standing.unit.group for standing in standings):
                members = [standing for standing in standings if standing.unit.group == group]
                _propose_units(case, members, group)
        else:
            _propose_persons(case, standings, persons)
    return Proposals(tuple(proposed), tuple(excluded), council, frozenset(open_persons))


def _propose_units(case: _Case, members: Sequence[Standing], group_name: str) -> None:
    """One group's proposals, and its cases for the council (contract, section 3).

    A case is a unit that could still be proposed: tied at the quota; within it, but without cases to judge; or not yet
    known, if nothing failed and something is met. Whoever else is not proposed has the reason in the exclusions.
    """
    plan, before = case.plan, len(case.proposed)
    open_units = [standing for standing in members if not case.settled(standing, None)]
    forced = len(case.proposed) - before
    group = next((g for g in plan.groups if g.name == group_name), None)
    limit = places(group.quota, group.quota_rounding, len(members), percent=group.quota_percent) if group else None
    left = None if limit is None else max(0, limit - forced)
    keys = [standing_key(s, plan) for s in open_units if s.all_met]
    for standing in open_units:
        if not standing.all_met:
            if standing.open and left != 0:
                case.ask(standing, words.council_reasons(standing, None))
            else:
                case.excluded.append(Excluded(standing, None, words.not_all_met(standing)))
            continue
        own = standing_key(standing, plan)
        tie = None
        if left is not None and limit is not None:
            better, equal = keys.index(own), keys.count(own)
            if better >= left:
                case.excluded.append(Excluded(standing, None, words.past_quota(standing, limit, group_name)))
                continue
            tie = words.Tie(limit, equal, left - better) if better + equal > left else None
        doubts = case.doubts(standing, None)
        questions = [*words.council_reasons(standing, tie), *doubts]
        case.ask(standing, questions)
        reason = joined([words.unit_reason(standing, tie), *doubts], " ")
        case.propose(standing, None, reason, review=bool(questions), left=None if tie is None else tie.left)


def _propose_persons(case: _Case, standings: Sequence[Standing], persons: Sequence[PersonStanding]) -> None:
    units = {standing.unit.id: (order, standing) for order, standing in enumerate(standings)}
    ordered = sorted(persons, key=lambda p: (units[p.person.unit][0], person_sort_key(p.person.name), p.person.place))
    before = len(case.proposed)
    chosen: list[PersonStanding] = []
    for person in ordered:
        standing = units[person.person.unit][1]
        if case.settled(standing, person):
            continue
        if person.eligible:
            chosen.append(person)
        elif _could_be_eligible(person, standing):
            case.open_persons.add((person.person.unit, person.person.name, person.person.place.row))
        else:
            case.excluded.append(Excluded(standing, person, words.not_eligible(person, standing)))
    forced = [proposal.person for proposal in case.proposed[before:] if proposal.person is not None]
    notes = _crowding(chosen, forced, len(persons), case.plan)
    crowded_leaders = _too_many_leaders([*forced, *chosen], case.plan)
    for person in chosen:
        standing = units[person.person.unit][1]
        note = notes.get(id(person))
        if note is not None and not note.review:
            case.excluded.append(Excluded(standing, person, note.text))
            continue
        extra = [*case.doubts(standing, person), *([note.text] if note is not None else [])]
        extra += [crowded_leaders] if crowded_leaders and person.person.leader else []
        reason = joined([words.person_reason(person), *extra], " ")
        case.propose(standing, person, reason, review=bool(extra), left=None if note is None else note.left)


def _could_be_eligible(person: PersonStanding, unit: Standing) -> bool:
    """Nothing failed, something is met, and only what is not known stands between the person and a proposal.

    A leader needs a unit that meets all its criteria, or one of which that is not settled.
    """
    verdicts = {criterion.verdict for criterion in person.criteria}
    own = "not_met" not in verdicts and "met" in verdicts
    return own and (not person.person.leader or unit.all_met or unit.open)


@record
class _Note:
    """What the quota of persons says about one of them: before the council for the places left, or left out."""

    text: Message
    review: bool
    left: int | None = None


def _crowding(
    chosen: Sequence[PersonStanding], forced: Sequence[PersonStanding], put_forward: int, plan: Plan
) -> dict[int, _Note]:
    """Past the quota all are tied, for nothing ranks persons: the council chooses, or women come first (a setting)."""
    limit = persons_limit(plan, put_forward)
    if limit is None or len(chosen) + len(forced) <= limit:
        return {}
    left = max(0, limit - len(forced))
    women = [person for person in chosen if person.person.gender == "female"]
    if not left:
        return {id(person): _Note(words.persons_quota_taken(limit), review=False) for person in chosen}
    if not plan.awards.women_first:
        return _tied(chosen, limit, left)
    rest = [person for person in chosen if person.person.gender != "female"]
    if len(women) < left:
        return _tied(rest, limit, left - len(women))
    out = _Note(words.women_came_first(limit), review=False)
    return (_tied(women, limit, left) if len(women) > left else {}) | {id(person): out for person in rest}


def _tied(persons: Sequence[PersonStanding], limit: int, left: int) -> dict[int, _Note]:
    """All of them before the council, for the places left."""
    note = _Note(words.persons_past_quota(words.Tie(limit, len(persons), left)), review=True, left=left)
    return {id(person): note for person in persons}


def _too_many_leaders(persons: Sequence[PersonStanding], plan: Plan) -> Message | None:
    """The council's question where leaders take more of the persons' awards than the plan allows."""
    most = plan.awards.max_leader_share
    leaders = sum(1 for person in persons if person.person.leader)
    if most is None or not persons or Fraction(leaders, len(persons)) <= most:
        return None
    return words.too_many_leaders(leaders, len(persons), most)
