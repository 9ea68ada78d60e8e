"""From judgements to ``result.json``'s structs: the one place where exact values become the result's texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import cast

from thidua_cli import __version__
from thidua_cli import result as r
from thidua_cli import result_plan as plans
from thidua_cli.evidence.model import Evidence, Origin, Place
from thidua_cli.findings import Finding
from thidua_cli.intake.reading import Account
from thidua_cli.intake.tables import Intake, Table
from thidua_cli.judging import words
from thidua_cli.judging.individuals import PersonStanding, PersonVerdict
from thidua_cli.judging.proposals import Proposals, persons_limit, places, reward
from thidua_cli.judging.standings import Standing
from thidua_cli.judging.verdicts import CriterionVerdict, MeasureVerdict
from thidua_cli.plan.model import COUNTS, Documents, Group, Plan, Requirement
from thidua_cli.plan.money import base_salary_at
from thidua_cli.plan.show import settings_words
from thidua_cli.result_values import System
from thidua_cli.text.figures import exact, exact_text, percent_text, score_text


def assemble(
    plan: Plan,
    as_of: date,
    intake: Intake,
    evidence: Evidence,
    standings: Sequence[Standing],
    persons: Sequence[PersonStanding],
    proposals: Proposals,
) -> r.Result:
    """The whole result, in the key order of the contract (section 4)."""
    findings = sorted([*intake.findings, *evidence.findings], key=Finding.sort_key)
    names = {unit.id: unit.name for unit in evidence.units}
    return r.Result(
        schema=r.SCHEMA,
        plan=plan_info(plan, standings, len(persons)),
        as_of=as_of.isoformat(),
        inputs=_inputs(intake),
        units=[_unit(standing, proposals) for standing in standings],
        individuals=[_person(person, names, proposals) for person in persons],
        proposals=[
            r.Proposal(
                award=p.award.id,
                unit=p.unit.unit.id,
                individual=p.person.person.name if p.person else None,
                reward_vnd=p.reward,
                council_review=p.council_review,
                reason=p.reason,
                position=p.person.person.position if p.person else None,
                source_row=p.person.person.place.row if p.person else None,
                places_left=p.places_left,
            )
            for p in proposals.proposed
        ],
        findings=[_finding(finding) for finding in findings],
        exclusions=[
            r.Exclusion(
                unit=e.unit.unit.id,
                individual=e.person.person.name if e.person else None,
                reason=e.reason,
                source_row=e.person.person.place.row if e.person else None,
            )
            for e in proposals.excluded
        ],
        initiatives=[
            r.InitiativeInfo(
                unit=i.unit,
                title=i.title,
                author=i.author_text,
                effect=i.effect,
                recognised=i.recognised,
                source=_row(i.place),
                scope=i.scope,
                rollout=i.rollout,
                implementer=i.implementer,
            )
            for i in evidence.initiatives
        ],
        program=r.ProgramInfo(name="thidua", version=__version__),
    )


def _inputs(intake: Intake) -> list[r.InputInfo]:
    by_file: dict[str, list[Table]] = {file.name: [] for file in intake.files}
    for table in intake.tables:
        by_file[table.receipt.file].append(table)
    return [
        r.InputInfo(
            file=file.name,
            sha256=file.sha256,
            sheets=[
                r.SheetInfo(
                    sheet=t.receipt.sheet,
                    kind=str(t.kind),
                    system=cast("System", str(t.receipt.system)) if t.receipt.system else None,
                    header=t.receipt.header,
                    rows=t.receipt.rows,
                    period=str(t.receipt.period) if t.receipt.period is not None else None,
                    partial=bool(t.receipt.partial),
                    account=_account(t.receipt.account),
                    readings=[
                        r.ReadingInfo(rule=one.rule, choice=one.choice, why=one.sentence(), cell=one.cell or None)
                        for one in t.receipt.readings
                    ],
                    system_from=t.receipt.system_from,
                    fields=dict(t.receipt.fields),
                )
                for t in sorted(by_file[file.name], key=lambda t: (t.receipt.sheet, t.receipt.header))
            ],
            shared=file.shared,
        )
        for file in sorted(intake.files, key=lambda file: file.name)
    ]


def _account(account: Account) -> r.AccountInfo:
    return r.AccountInfo(
        rows=dict(account.rows),
        columns=[r.ColumnInfo(cell=c.cell, head=c.head, use=c.use) for c in account.columns],
        first_row=account.first,
        last_row=account.last,
    )


def _unit(standing: Standing, proposals: Proposals) -> r.UnitResult:
    reasons = list(proposals.council.get(standing.unit.id, ()))
    return r.UnitResult(
        id=standing.unit.id,
        name=standing.unit.name,
        group=standing.unit.group,
        rank=standing.rank,
        tied=standing.tied,
        score=score_text(standing.score),
        all_met=standing.all_met,
        criteria_met=standing.met,
        criteria_applicable=standing.applicable,
        council_review=bool(reasons),
        council_reasons=reasons,
        assessed=standing.unit.assessed,
        decided_by=standing.decided_by,
        criteria=[_criterion(criterion) for criterion in standing.criteria],
    )


def _criterion(verdict: CriterionVerdict) -> r.CriterionResult:
    return r.CriterionResult(
        id=verdict.criterion.id,
        verdict=verdict.verdict,
        reason=verdict.reason,
        attainment=None if verdict.attainment is None else exact_text(verdict.attainment),
        measures=[_measure(measure) for measure in verdict.measures],
    )


def _measure(m: MeasureVerdict) -> r.MeasureResult:
    return r.MeasureResult(
        id=m.measure.id,
        verdict=m.verdict,
        reason=m.reason,
        numerator=None if m.numerator is None else exact(m.numerator),
        denominator=None if m.denominator is None else int(m.denominator),
        undecided=m.undecided,
        value=_value(m),
        operator=m.requirement.operator,
        threshold=_threshold(m.requirement),
        percent=m.requirement.percent,
        shortfall=m.shortfall,
        counts={name: None if value is None else exact(value) for name, value in m.counts},
        sources=[_source(origin) for origin in m.origins],
        against=[_row(place) for place in m.against],
        against_total=m.against_total,
        undecided_rows=[_row(place) for place in m.undecided_places],
    )


def _value(m: MeasureVerdict) -> str | None:
    if m.value is None:
        return None
    return percent_text(m.value, m.requirement.threshold) if m.requirement.percent else exact_text(m.value)


def _threshold(requirement: Requirement) -> str:
    return exact_text(requirement.threshold * 100 if requirement.percent else requirement.threshold)


def _source(origin: Origin) -> r.Source:
    return r.Source(file=origin.file, sheet=origin.sheet, rows=origin.rows, cells=list(origin.cells))


def _row(place: Place) -> r.RowRef:
    return r.RowRef(code=place.code, file=place.file, sheet=place.sheet, row=place.row)


def _person(standing: PersonStanding, names: dict[str, str], proposals: Proposals) -> r.IndividualResult:
    person = standing.person
    review = (person.unit, person.name, person.place.row) in proposals.open_persons
    return r.IndividualResult(
        name=person.name,
        unit=person.unit,
        position=person.position,
        eligible=standing.eligible,
        criteria=[_person_criterion(criterion) for criterion in standing.criteria],
        leader=bool(person.leader),
        gender=person.gender,
        classification=person.classification or person.classification_text,
        reasons=words.person_reasons(standing, names[person.unit]),
        source=_row(person.place),
        council_review=review,
        initiative=person.initiative,
    )


def _person_criterion(verdict: PersonVerdict) -> r.PersonCriterionResult:
    over, under = verdict.numerator, verdict.denominator
    requirement = verdict.criterion.requirement
    value = (
        percent_text(over / under, requirement.threshold if requirement else None)
        if over is not None and under
        else None
    )
    return r.PersonCriterionResult(
        id=verdict.criterion.id,
        verdict=verdict.verdict,
        reason=verdict.reason,
        numerator=None if over is None else int(over),
        denominator=None if under is None else int(under),
        value=value,
        sources=[_source(origin) for origin in verdict.origins],
    )


def _finding(finding: Finding) -> r.FindingInfo:
    return r.FindingInfo(
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message(),
        file=finding.file or None,
        sheet=finding.sheet or None,
        cell=finding.cell or None,
        unit=finding.unit or None,
        hint=finding.hint(),
        message_en=finding.message("en"),
        count=finding.count,
        name=finding.name(),
        command=finding.command(),
    )


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
                requirements=[
                    plans.RequirementInfo(
                        measure=q.measure, operator=q.operator, threshold=_threshold(q), percent=q.percent
                    )
                    for q in c.requirements
                ],
            )
            for c in plan.criteria
        ],
        individual_criteria=[
            plans.PersonCriterionInfo(id=c.id, title=c.title, citation=c.citation, kind=c.kind)
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
        counts=dict(COUNTS),
        settings=_settings(plan),
        settings_words=list(settings_words(plan)),
        standings=list(plan.standings),
        groups=[_group(g, standings) for g in plan.groups],
        awards=_awards(plan),
        documents=_documents(plan.documents),
        individual_quota="" if limit is None else str(limit),
        origin=plan.origin,
        file=plan.source,
    )


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
