"""From the plan to what a result says about it: words, thresholds, quotas and amounts, for every report."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from thidua_cli import result_plan as plans
from thidua_cli.judging.proposals import persons_limit, places, reward
from thidua_cli.judging.standings import Standing
from thidua_cli.plan.loading import file_of
from thidua_cli.plan.model import Documents, Group, Plan, Requirement
from thidua_cli.plan.money import base_salary_at
from thidua_cli.plan.show import settings_words
from thidua_cli.plan.show_awards import proposal_words
from thidua_cli.plan.show_words import taught_words
from thidua_cli.result_base import filled
from thidua_cli.text.figures import exact_text
from thidua_cli.text.glossary import words


def threshold_text(requirement: Requirement) -> str:
    """A threshold as the result has it: percent points where it is a share."""
    return exact_text(requirement.threshold * 100 if requirement.percent else requirement.threshold)


def plan_info(plan: Plan, standings: Sequence[Standing], persons: int) -> plans.PlanInfo:
    """All that reports say about the plan that was applied; ``persons`` were put forward (a quota may be a share)."""
    limit, awards = persons_limit(plan, persons), plan.awards
    share = awards.max_leader_share
    return filled(
        plans.PlanInfo,
        plan,
        criteria=[
            filled(
                plans.CriterionInfo,
                c,
                short_title=c.short_title or c.title,
                weight=exact_text(c.weight),
                requirements=[_requirement(q) for q in c.requirements],
            )
            for c in plan.criteria
        ],
        individual_criteria=[
            filled(plans.PersonCriterionInfo, c, requirement=_requirement(c.requirement) if c.requirement else None)
            for c in plan.individual_criteria
        ],
        measures=[filled(plans.MeasureInfo, m, short_name=m.short_name or m.name) for m in plan.measures.values()],
        counts=dict(words("count")),
        settings=_settings(plan),
        settings_words=settings_words(plan),
        groups=[_group(g, standings) for g in plan.groups],
        awards=_awards(plan),
        documents=_documents(plan.documents),
        individual_quota="" if limit is None else str(limit),
        file=file_of(plan),
        max_leader_share=None if share is None else exact_text(share * 100),
        women_first=awards.women_first,
        decisions=[filled(plans.DecisionInfo, one) for one in awards.decisions],
        proposal_words=proposal_words(plan),
        taught=_taught(plan),
        taught_words=taught_words(plan),
    )


def _taught(plan: Plan) -> plans.TaughtInfo:
    known = plan.vocabulary
    return plans.TaughtInfo(
        headers={name: list(words) for name, words in known.headers.items() if words},
        statuses={name: list(words) for name, words in known.statuses.items() if words},
        units={unit.name: list(unit.aliases) for unit in known.units if unit.aliases},
        systems=dict(known.systems),
        achievements=list(plan.awards.achievement_words),
    )


def _requirement(q: Requirement) -> plans.RequirementInfo:
    return filled(plans.RequirementInfo, q, threshold=threshold_text(q))


def _settings(plan: Plan) -> dict[str, str]:
    settings = plan.settings
    return {
        name: ", ".join(value) if isinstance(value := getattr(settings, name), tuple) else str(value)
        for name in settings.__dataclass_fields__
    }


def _group(group: Group, standings: Sequence[Standing]) -> plans.GroupInfo:
    members = sum(1 for standing in standings if standing.unit.group == group.name)
    limit = places(group.quota, group.quota_rounding, members, percent=group.quota_percent)
    return plans.GroupInfo(id=group.id, name=group.name, quota="" if limit is None else str(limit))


def _awards(plan: Plan) -> list[plans.AwardInfo]:
    base = base_salary_at(plan, plan.awards.money_date)
    return [
        filled(
            plans.AwardInfo,
            form,
            reward_vnd=reward(form, plan),
            base_salary_vnd=None if base is None else int(base.value),
            multiple=exact_text(form.base_salary_multiple),
        )
        for form in plan.awards.forms
    ]


def _documents(d: Documents) -> plans.DocumentsInfo:
    council = d.council
    return filled(
        plans.DocumentsInfo,
        d,
        signatories={name: filled(plans.SignatoryInfo, signer) for name, signer in d.signatories.items()},
        council=filled(
            plans.CouncilInfo,
            council,
            members=[plans.CouncilMember(name=name, role=role) for name, role in council.members],
            quorum=_ratio(council.quorum),
            pass_rate=_ratio(council.pass_rate),
        ),
    )


def _ratio(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"
