"""Which clauses of the plan differ between two results, and whose verdicts they turned (``diff``, ``what-if``).

Added and removed clauses are changes too: what a plan does not have is empty on its side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from thidua_cli.reports import wording
from thidua_cli.result import Result
from thidua_cli.result_plan import (
    AwardInfo,
    CriterionInfo,
    DecisionInfo,
    MeasureInfo,
    PersonCriterionInfo,
    PlanInfo,
    RequirementInfo,
)
from thidua_cli.text.language import Lang, t

Clause = Literal[
    "criterion",
    "requirement",
    "weight",
    "applies_to",
    "accepted",
    "measure",
    "period",
    "quota",
    "setting",
    "standings",
    "award",
    "reward",
    "leaders",
    "women_first",
    "decision",
    "taught",
]
Info = TypeVar("Info", CriterionInfo, PersonCriterionInfo, MeasureInfo, AwardInfo)


_EITHER = {True: t("women first"), False: t("put before the council")}
_DECISIONS = {"include": t("put in {who}"), "exclude": t("leave out {who}")}


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One clause of the plan that differs; a value is empty where that plan has no such clause.

    ``criterion`` and ``measure`` are ids, ``name`` is what else is changed (a group, a setting, an award), in words.
    ``units`` are the ids of those whose verdict on the criterion differs, ``persons`` the persons (unit, name).
    """

    clause: Clause
    criterion: str
    measure: str
    name: str
    before: str
    after: str
    units: tuple[str, ...] = ()
    persons: tuple[tuple[str, str], ...] = ()


def plan_changes(old: Result, new: Result, lang: Lang = "vi") -> tuple[PlanChange, ...]:
    """Every clause that decides verdicts, ranks, numbers of awards or money and differs, in the plan's order."""
    return (*_criteria(old, new), *_persons(old, new), *_measures(old, new, lang), *_others(old.plan, new.plan, lang))


def _both(old: Sequence[Info], new: Sequence[Info]) -> Iterator[tuple[str, Info | None, Info | None]]:
    """Every entry by its id, in the newer plan's order; None where a plan has none of that id."""
    left: dict[str, Info] = {info.id: info for info in old}
    right: dict[str, Info] = {info.id: info for info in new}
    return ((name, left.get(name), right.get(name)) for name in dict.fromkeys((*right, *left)))


def _criteria(old: Result, new: Result) -> Iterator[PlanChange]:
    for name, before, after in _both(old.plan.criteria, new.plan.criteria):
        turned = _turned(old, new, name)
        if before is None or after is None:
            yield PlanChange("criterion", name, "", "", _title(before), _title(after), turned)
            continue
        yield from _requirements(before, after, turned)
        if before.weight != after.weight:
            weights = [wording.decimal_text(info.weight) for info in (before, after)]
            yield PlanChange("weight", name, "", "", weights[0], weights[1])
        if before.applies_to != after.applies_to:
            yield PlanChange("applies_to", name, "", "", before.applies_to, after.applies_to, turned)


def _title(info: CriterionInfo | None) -> str:
    return "" if info is None else info.short_title or info.title


def _requirements(old: CriterionInfo, new: CriterionInfo, turned: tuple[str, ...]) -> Iterator[PlanChange]:
    left, right = ({one.measure: one for one in info.requirements} for info in (old, new))
    for measure in dict.fromkeys((*right, *left)):
        before, after = _limit(left.get(measure)), _limit(right.get(measure))
        if before != after:
            yield PlanChange("requirement", old.id, measure, "", before, after, turned)


def _persons(old: Result, new: Result) -> Iterator[PlanChange]:
    for name, before, after in _both(old.plan.individual_criteria, new.plan.individual_criteria):
        turned = _persons_turned(old, new, name)
        if before is None or after is None or before.kind != after.kind:
            values = ["" if info is None else f"{info.title} ({info.kind})" for info in (before, after)]
            yield PlanChange("criterion", name, "", "", values[0], values[1], persons=turned)
            continue
        if set(before.accepted) != set(after.accepted):
            classes = [", ".join(info.accepted) for info in (before, after)]
            yield PlanChange("accepted", name, "", "", classes[0], classes[1], persons=turned)
        one, other = before.requirement, after.requirement
        if one is None or other is None or one == other:  # results of a time before it stood there have none
            continue
        if one.measure == other.measure:
            yield PlanChange("requirement", name, one.measure, "", _limit(one), _limit(other), persons=turned)
        else:
            yield PlanChange("requirement", name, one.measure, "", _limit(one), "", persons=turned)
            yield PlanChange("requirement", name, other.measure, "", "", _limit(other), persons=turned)


def _persons_turned(old: Result, new: Result, criterion: str) -> tuple[tuple[str, str], ...]:
    before, after = (
        {
            (person.unit, person.name, person.position): next(
                (one.verdict for one in person.criteria if one.id == criterion), ""
            )
            for person in result.individuals
        }
        for result in (old, new)
    )
    return tuple(who[:2] for who, verdict in after.items() if who in before and before[who] != verdict)


def _measures(old: Result, new: Result, lang: Lang) -> Iterator[PlanChange]:
    """How figures are made: the counts above and below the line, in words."""
    for name, before, after in _both(old.plan.measures, new.plan.measures):
        told = [_made_of(info, wording.count_words(result, lang)) for info, result in ((before, old), (after, new))]
        if told[0] != told[1]:
            asking = [info.id for info in new.plan.criteria if name in {one.measure for one in info.requirements}]
            turned = dict.fromkeys(unit for criterion in asking for unit in _turned(old, new, criterion))
            yield PlanChange("measure", "", name, "", told[0], told[1], tuple(turned))


def _made_of(info: MeasureInfo | None, words: Mapping[str, str]) -> str:
    if info is None:
        return ""
    return " / ".join(
        " + ".join(sorted(words.get(name, name) for name in names))
        for names in (info.numerator, info.denominator)
        if names
    )


def _limit(requirement: RequirementInfo | None) -> str:
    if requirement is None:
        return ""
    sign = wording.operator_symbol(requirement.operator)
    return f"{sign} {wording.decimal_text(requirement.threshold)}{'%' if requirement.percent else ''}"


def _turned(old: Result, new: Result, criterion: str) -> tuple[str, ...]:
    before, after = (
        {unit.id: next((c.verdict for c in unit.criteria if c.id == criterion), "") for unit in result.units}
        for result in (old, new)
    )
    return tuple(unit for unit, verdict in after.items() if unit in before and before[unit] != verdict)


def _others(old: PlanInfo, new: PlanInfo, lang: Lang) -> Iterator[PlanChange]:
    if (old.period_start, old.period_end) != (new.period_start, new.period_end):
        days = [f"{wording.date_text(one.period_start)} – {wording.date_text(one.period_end)}" for one in (old, new)]
        yield PlanChange("period", "", "", "", days[0], days[1])
    left, right = ({group.name: group.quota for group in plan.groups} for plan in (old, new))
    for name in dict.fromkeys((*right, *left)):
        if left.get(name) != right.get(name):
            yield PlanChange("quota", "", "", name, left.get(name, ""), right.get(name, ""))
    if old.individual_quota != new.individual_quota:
        yield PlanChange("quota", "", "", "", old.individual_quota, new.individual_quota)
    yield from _settings(old, new)
    if old.standings != new.standings:
        yield PlanChange("standings", "", "", "", ", ".join(old.standings), ", ".join(new.standings))
    for _, before, after in _both(old.awards, new.awards):
        yield from _award(before, after)
    if old.proposal_words and new.proposal_words:  # results of a time before they stood there have none
        yield from _proposing(old, new, lang)


def _proposing(old: PlanInfo, new: PlanInfo, lang: Lang) -> Iterator[PlanChange]:
    """What else decides who is proposed, and the words that a plan teaches: what is gone first, then what came."""
    shares = [f"≤ {wording.decimal_text(one.max_leader_share)}%" if one.max_leader_share else "" for one in (old, new)]
    if shares[0] != shares[1]:
        yield PlanChange("leaders", "", "", "", shares[0], shares[1])
    if old.women_first != new.women_first:
        before, after = (_EITHER[one.women_first].text(lang) for one in (old, new))
        yield PlanChange("women_first", "", "", "", before, after)
    for one in old.decisions:
        if one not in new.decisions:
            yield PlanChange("decision", "", "", _decided(one, lang), f"{one.author}: {one.reason}", "")
    for one in new.decisions:
        if one not in old.decisions:
            yield PlanChange("decision", "", "", _decided(one, lang), "", f"{one.author}: {one.reason}")
    yield from (PlanChange("taught", "", "", "", said, "") for said in old.taught_words if said not in new.taught_words)
    yield from (PlanChange("taught", "", "", "", "", said) for said in new.taught_words if said not in old.taught_words)


def _decided(one: DecisionInfo, lang: Lang) -> str:
    who = f"{one.individual}, {one.unit}" if one.individual else one.unit
    return replace(_DECISIONS[one.decision], params={"who": who}).text(lang)


def _award(before: AwardInfo | None, after: AwardInfo | None) -> Iterator[PlanChange]:
    named = ["" if one is None else f"{one.name} ({one.id}, {one.recipient})" for one in (before, after)]
    if before is None or after is None or before.recipient != after.recipient:
        yield PlanChange("award", "", "", "", named[0], named[1])
    elif before.reward_vnd != after.reward_vnd:
        amounts = [wording.money(one.reward_vnd) for one in (before, after)]
        yield PlanChange("reward", "", "", after.name, amounts[0], amounts[1])


def _settings(old: PlanInfo, new: PlanInfo) -> Iterator[PlanChange]:
    """How things are counted: the sentence of each setting that differs, else its value."""
    differ = [name for name in dict.fromkeys((*new.settings, *old.settings)) if _of(old, name) != _of(new, name)]
    gone = [words for words in old.settings_words if words not in new.settings_words]
    come = [words for words in new.settings_words if words not in old.settings_words]
    said = len(differ) == len(gone) == len(come)
    for number, name in enumerate(differ):
        values = (gone[number], come[number]) if said else (_of(old, name), _of(new, name))
        yield PlanChange("setting", "", "", name, *values)


def _of(plan: PlanInfo, setting: str) -> str:
    return plan.settings.get(setting, "")
