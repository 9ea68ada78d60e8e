"""From the plan to what a result says about it: words, thresholds, quotas and amounts, for every report."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from thidua_cli import result_plan as plans
from thidua_cli.judging.proposals import persons_limit, places, reward
from thidua_cli.judging.standings import Standing
from thidua_cli.plan.loading import file_of
from thidua_cli.plan.model import COUNTS, Documents, Group, Plan, Requirement
from thidua_cli.plan.money import base_salary_at
from thidua_cli.plan.show import settings_words
from thidua_cli.plan.show_awards import proposal_words
from thidua_cli.plan.show_words import taught_words
from thidua_cli.text.figures import exact_text


def threshold_text(requirement: Requirement) -> str:
    """A threshold as the result has it: percent points where it is a share."""
    return exact_text(requirement.threshold * 100 if requirement.percent else requirement.threshold)


def plan_info(plan: Plan, standings: Sequence[Standing], persons: int) -> plans.PlanInfo:
    """All that reports say about the plan that was applied; ``persons`` were put forward (a quota may be a share)."""
    limit = persons_limit(plan, persons)
    return plans.PlanInfo(
        id=plan.id,
        year=plan.year,
        title=plan.title,
        sha256=plan.sha256,
        theme=plan.theme,
        issuer=plan.issuer,
        period_start=plan.period_start.isoformat(),
        period_end=plan.period_end.isoformat(),
        criteria=[
            plans.CriterionInfo(
                id=c.id,
                title=c.title,
                short_title=c.short_title or c.title,
                citation=c.citation,
                weight=exact_text(c.weight),
                applies_to=c.applies_to,
                requirements=[_requirement(q) for q in c.requirements],
            )
            for c in plan.criteria
        ],
        individual_criteria=[
            plans.PersonCriterionInfo(
                id=c.id,
                title=c.title,
                citation=c.citation,
                kind=c.kind,
                accepted=list(c.accepted),
                requirement=_requirement(c.requirement) if c.requirement else None,
            )
            for c in plan.individual_criteria
        ],
        measures=[
            plans.MeasureInfo(
                id=m.id,
                name=m.name,
                short_name=m.short_name or m.name,
                kind=m.kind,
                unit=m.unit,
                numerator=list(m.numerator),
                denominator=list(m.denominator),
                shortfall=m.shortfall,
            )
            for m in plan.measures.values()
        ],
        counts={name: words.text() for name, words in COUNTS.items()},
        counts_en={name: words.text("en") for name, words in COUNTS.items()},
        settings=_settings(plan),
        settings_words=list(map(str, settings_words(plan))),
        standings=list(plan.standings),
        groups=[_group(g, standings) for g in plan.groups],
        awards=_awards(plan),
        documents=_documents(plan.documents),
        individual_quota="" if limit is None else str(limit),
        file=file_of(plan),
        max_leader_share=None
        if plan.awards.max_leader_share is None
        else exact_text(plan.awards.max_leader_share * 100),
        women_first=plan.awards.women_first,
        decisions=[
            plans.DecisionInfo(
                decision=one.decision, unit=one.unit, individual=one.individual, author=one.author, reason=one.reason
            )
            for one in plan.awards.decisions
        ],
        proposal_words=list(map(str, proposal_words(plan))),
        taught=_taught(plan),
        taught_words=list(map(str, taught_words(plan))),
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
    return plans.RequirementInfo(measure=q.measure, operator=q.operator, threshold=threshold_text(q), percent=q.percent)


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
        plans.AwardInfo(
            id=a.id,
            name=a.name,
            recipient=a.recipient,
            authority=a.authority,
            reward_vnd=reward(a, plan),
            base_salary_vnd=None if base is None else int(base.value),
            multiple=exact_text(a.base_salary_multiple),
            source=a.source,
        )
        for a in plan.awards.forms
    ]


def _documents(d: Documents) -> plans.DocumentsInfo:
    council = d.council
    return plans.DocumentsInfo(
        place=d.place,
        superior=d.superior,
        office=d.office,
        authority=d.authority,
        chairman=d.chairman,
        office_symbol=d.office_symbol,
        legal_bases={name: list(lines) for name, lines in d.legal_bases.items()},
        signatories={
            name: plans.SignatoryInfo(title=s.title, name=s.name, prefix=s.prefix) for name, s in d.signatories.items()
        },
        recipients={name: list(lines) for name, lines in d.recipients.items()},
        fund=d.fund,
        launch=d.launch,
        participants=d.participants,
        council=plans.CouncilInfo(
            name=council.name,
            members=[plans.CouncilMember(name=name, role=role) for name, role in council.members],
            quorum=_ratio(council.quorum),
            pass_rate=_ratio(council.pass_rate),
            pass_base=council.pass_base,
            note=council.note,
            symbol=council.symbol,
            meets=council.meets,
        ),
        document_year=d.document_year,
        authority_symbol=d.authority_symbol,
        plan=d.plan,
        addressees={name: list(lines) for name, lines in d.addressees.items()},
        steering=d.steering,
        proposer=d.proposer,
        payer=d.payer,
        executors=list(d.executors),
    )


def _ratio(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"
