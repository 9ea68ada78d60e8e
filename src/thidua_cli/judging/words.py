"""The sentences that judging gives with its decisions: why proposed, why not, why it is for the council."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from thidua_cli.evidence.model import CouncilEntry, EarlierAward
from thidua_cli.judging.individuals import PersonStanding, PersonVerdict
from thidua_cli.judging.standings import Standing
from thidua_cli.records import record
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Message, joined, t


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _titles(standing: Standing, verdict: str) -> str:
    criteria = [c for c in standing.criteria if c.verdict == verdict]
    return _quoted(c.criterion.short_title or c.criterion.title for c in criteria)


@record
class Tie:
    """Equals at a quota: the quota, how many are tied, how many awards are left for them."""

    limit: int
    tied: int
    left: int


def unit_reason(standing: Standing, tie: Tie | None) -> Message:
    """Why a unit is proposed, and what the council must look at."""
    known: dict[str, int | str] = {"met": standing.met, "all": standing.applicable, "rank": standing.rank}
    known["group"] = standing.unit.group
    said = (
        t("Meets {met} of {all} criteria that apply, shared rank {rank} of {group}.", **known)
        if standing.tied
        else t("Meets {met} of {all} criteria that apply, rank {rank} of {group}.", **known)
    )
    return joined([said, *council_reasons(standing, tie)], " ")


def council_reasons(standing: Standing, tie: Tie | None) -> list[Message]:
    """What the council must decide about a unit, one sentence each."""
    reasons = []
    if standing.no_cases:
        names = _quoted(dict.fromkeys(m.measure.short_name or m.measure.name for m in standing.no_cases))
        reasons.append(t("The data have no dossiers to judge {names} by; for the council to consider.", names=names))
    if standing.open:
        said = t(
            "Not enough data to judge {criteria}, no criterion is failed; for the council to consider.",
            criteria=_titles(standing, "no_data"),
        )
        reasons.append(said)
    if tie is not None:
        said = t(
            "Tied at the quota ({limit:unit|units}): {tied:unit is|units are} equal, {left:place is|places are} "
            "left; for the council to choose.",
            limit=tie.limit,
            tied=tie.tied,
            left=tie.left,
        )
        reasons.append(said)
    return reasons


def not_all_met(standing: Standing) -> Message:
    """Why a unit is not proposed: the criteria it did not meet, and those that could not be judged."""
    if not standing.applicable:
        return t("No criterion applies.")
    missed, unknown = _titles(standing, "not_met"), _titles(standing, "no_data")
    if not unknown:
        return t("Not met: {missed}.", missed=missed)
    if not missed:
        return t("Not enough data: {unknown}.", unknown=unknown)
    return t("Not met: {missed}; not enough data: {unknown}.", missed=missed, unknown=unknown)


def past_quota(standing: Standing, limit: int, group: str) -> Message:
    """Why a unit that met everything is not proposed."""
    return t(
        "Meets every criterion, but at rank {rank}, beyond the quota of {limit:unit|units} of {group}.",
        rank=standing.rank,
        limit=limit,
        group=group,
    )


def forced(decision: CouncilEntry) -> Message:
    """A forced entry, with its author and reason."""
    return t("Put in by decision of {author}: {reason}", author=decision.author, reason=decision.reason)


def barred(decision: CouncilEntry) -> Message:
    """An exclusion, with its author and reason."""
    return t("Left out by decision of {author}: {reason}", author=decision.author, reason=decision.reason)


def had_before(award: EarlierAward) -> Message:
    """An award for the same achievement that was given before."""
    number = t(" (decision no. {number})", number=award.number) if award.number else ""
    return t("Commended before for the same achievement{number}: {what}.", number=number, what=award.achievement)


def decision_unclear(entry: CouncilEntry) -> Message:
    """What a council's sheet says that decides nothing."""
    said = entry.reason or t("left blank")
    return t("The council's decision is unclear (“{said}”); for the council to consider.", said=said)


def may_have_had_before(award: EarlierAward) -> Message:
    """An award that may have been for the same achievement."""
    number = t("decision no. {number}", number=award.number) if award.number else ""
    said = joined(filter(None, (number, award.year)))
    what = joined([award.achievement, " (", said, ")"], "") if said.params else award.achievement
    return t("May have been commended before for the same achievement: {what}; for the council to consider.", what=what)


UNKNOWN_GROUP = t(
    "The unit's group is not in the plan, so that no quota could be applied; for the council to consider."
)
"""Why a unit of no known group goes before the council: no quota can be applied."""


def women_came_first(limit: int) -> Message:
    """Why a man is left out at the quota, where the plan puts women first (NĐ 91/2017, Điều 3)."""
    return t(
        "Eligible, but the quota is {limit:person|persons}, and among equals the plan puts women first.", limit=limit
    )


def too_many_leaders(leaders: int, persons: int, most: Fraction) -> Message:
    """Leaders take a larger share than the plan allows."""
    return t(
        "Leaders are {leaders} of {persons:person|persons} proposed, over the share of {share}; for the council "
        "to consider.",
        leaders=leaders,
        persons=persons,
        share=f"{most.numerator}/{most.denominator}",
    )


def person_reason(person: PersonStanding) -> Message:
    """Why a person is proposed."""
    met = sum(1 for c in person.criteria if c.verdict == "met")
    applying = sum(1 for c in person.criteria if c.verdict != "not_applicable")
    leader = t("; leads a unit that meets every criterion") if person.person.leader else ""
    return t("Meets {met} of {all} criteria that apply to the person{leader}.", met=met, all=applying, leader=leader)


def persons_past_quota(tie: Tie) -> Message:
    """More persons than the quota allows, and nothing that ranks them."""
    return t(
        "The quota is {limit:person|persons}: {tied:person is|persons are} equally eligible, {left:place is|places "
        "are} left; for the council to choose.",
        limit=tie.limit,
        tied=tie.tied,
        left=tie.left,
    )


def persons_quota_taken(limit: int) -> Message:
    """Why an eligible person is left out where decisions of the council have taken every place."""
    return t("Eligible, but the quota of {limit:person|persons} is used up by decisions of the council.", limit=limit)


def person_reasons(person: PersonStanding, unit_name: str) -> list[Message]:
    """Why a person is not eligible, one sentence each."""
    reasons = []
    for criterion in person.criteria:
        title = criterion.criterion.title
        if criterion.criterion.kind == "classification" and criterion.verdict in ("not_met", "no_data"):
            reasons.append(_classification(person, criterion))
        elif criterion.verdict == "not_met":
            reasons.append(t("Not met: {missed}.", missed=title))
        elif criterion.verdict == "no_data":
            reasons.append(t("Not enough data: {criterion} ({why}).", criterion=title, why=_why(criterion)))
    if person.person.leader and not person.unit_all_met:
        reasons.append(t("Is a leader, but {unit} does not meet every criterion.", unit=unit_name))
    if person.person.leader is None and not person.unit_all_met:
        position = person.person.position
        said = t("position “{position}”", position=position) if position else t("no position is written")
        reasons.append(
            t(
                "Not known whether a leader ({said}), and {unit} does not meet every criterion.",
                said=said,
                unit=unit_name,
            )
        )
    if not reasons and not person.eligible:
        reasons.append(t("No criterion applies."))
    return reasons


def _why(verdict: PersonVerdict) -> Message | str:
    return called("reason", verdict.reason or "")


def _classification(person: PersonStanding, verdict: PersonVerdict) -> Message:
    """The level that a person has, and those that the plan accepts: its title may say it in other words."""
    first, *rest = (f"“{level}”" for level in verdict.criterion.accepted)
    wanted: Message | str = first
    for level in rest:
        wanted = t("{words} or {word}", words=wanted, word=level)
    known = person.person.classification
    if known is not None:
        return t("Classified as “{known}”; the plan asks for {wanted}.", known=known, wanted=wanted)
    return t(
        "Not enough data on the classification ({why}); the plan asks for {wanted}.", why=_why(verdict), wanted=wanted
    )


def not_eligible(person: PersonStanding, standing: Standing) -> Message:
    """Why a person is not proposed, in one text."""
    return joined(person_reasons(person, standing.unit.name), " ")
