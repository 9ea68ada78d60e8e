"""Which clauses of the plan differ between two results, and whose verdicts they turned (``diff``, ``what-if``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thidua_cli.reports import wording
from thidua_cli.result import Result
from thidua_cli.result_plan import CriterionInfo, PlanInfo, RequirementInfo

Clause = Literal["criterion", "requirement", "weight", "applies_to", "quota", "setting", "standings", "reward"]


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One clause of the plan that differs; a value is empty where that plan has no such clause.

    ``criterion`` and ``measure`` are ids, ``name`` is what else is changed (a group, a setting, an award), in words.
    ``units`` are the ids of those whose verdict on the criterion differs.
    """

    clause: Clause
    criterion: str
    measure: str
    name: str
    before: str
    after: str
    units: tuple[str, ...] = ()


def plan_changes(old: Result, new: Result) -> tuple[PlanChange, ...]:
    """Every clause that decides verdicts, ranks, numbers of awards or money and differs, in the plan's order."""
    return (*_criteria(old, new), *_others(old.plan, new.plan))


def _criteria(old: Result, new: Result) -> Iterator[PlanChange]:
    left, right = ({info.id: info for info in result.plan.criteria} for result in (old, new))
    for name in dict.fromkeys((*right, *left)):
        turned = _turned(old, new, name)
        before, after = left.get(name), right.get(name)
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


def _others(old: PlanInfo, new: PlanInfo) -> Iterator[PlanChange]:
    left, right = ({group.name: group.quota for group in plan.groups} for plan in (old, new))
    for name in dict.fromkeys((*right, *left)):
        if left.get(name) != right.get(name):
            yield PlanChange("quota", "", "", name, left.get(name, ""), right.get(name, ""))
    if old.individual_quota != new.individual_quota:
        yield PlanChange("quota", "", "", "", old.individual_quota, new.individual_quota)
    yield from _settings(old, new)
    if old.standings != new.standings:
        yield PlanChange("standings", "", "", "", ", ".join(old.standings), ", ".join(new.standings))
    awards = {award.id: award for award in old.awards}
    for award in new.awards:
        before = awards.get(award.id)
        if before is not None and before.reward_vnd != award.reward_vnd:
            amounts = [wording.money(one.reward_vnd) for one in (before, award)]
            yield PlanChange("reward", "", "", award.name, amounts[0], amounts[1])


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
