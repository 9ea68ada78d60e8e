"""From judgements to ``result.json``'s structs: the one place where exact values become the result's texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from string import ascii_uppercase
from typing import cast

from thidua_cli import __version__
from thidua_cli import result as r
from thidua_cli.assembly_plan import plan_info, threshold_text
from thidua_cli.evidence.model import Evidence, Origin, Place
from thidua_cli.findings import Finding, Severity
from thidua_cli.intake.reading import Account
from thidua_cli.intake.tables import Intake, Kind, Table
from thidua_cli.judging import words
from thidua_cli.judging.individuals import PersonStanding, PersonVerdict
from thidua_cli.judging.proposals import Proposals
from thidua_cli.judging.standings import Standing
from thidua_cli.judging.verdicts import CriterionVerdict, MeasureVerdict, Outlook
from thidua_cli.plan.model import Plan, Requirement
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
    findings = sorted(evidence.findings, key=Finding.sort_key)
    told = _open_cells(findings, standings)
    names = {unit.id: unit.name for unit in evidence.units}
    kept = {(t.receipt.file, t.receipt.sheet) for t in intake.tables if t.kind in _OF_THE_OFFICE}
    return r.Result(
        schema=r.SCHEMA,
        plan=plan_info(plan, standings, len(persons)),
        as_of=as_of.isoformat(),
        inputs=_inputs(intake),
        units=[_unit(standing, proposals, told) for standing in standings],
        individuals=[_person(person, names, proposals) for person in persons],
        proposals=[
            r.Proposal(
                award=p.award.id,
                unit=p.unit.unit.id,
                individual=p.person.person.name if p.person else None,
                reward_vnd=p.reward,
                council_review=p.council_review,
                reason=p.reason.text(),
                reason_en=p.reason.text("en"),
                position=p.person.person.position if p.person else None,
                source_row=p.person.person.place.row if p.person else None,
                places_left=p.places_left,
            )
            for p in proposals.proposed
        ],
        findings=[_finding(finding, kept) for finding in findings],
        exclusions=[
            r.Exclusion(
                unit=e.unit.unit.id,
                individual=e.person.person.name if e.person else None,
                reason=e.reason.text(),
                reason_en=e.reason.text("en"),
                source_row=e.person.person.place.row if e.person else None,
                decided=e.decided,
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


_Told = Mapping[tuple[str, str, int], list[r.OpenCell]]
"""The cells that are not understood, by file, sheet and row."""


def _open_cells(findings: Sequence[Finding], standings: Sequence[Standing]) -> _Told:
    """What findings say of the rows that leave some verdict open."""
    told: dict[tuple[str, str, int], list[r.OpenCell]] = {
        (place.file, place.sheet, place.row): []
        for standing in standings
        for criterion in standing.criteria
        for measure in criterion.measures
        for place in measure.undecided_places
    }
    for finding in findings if told else ():
        for cell in finding.cells or (finding.cell,):
            row = cell.lstrip(ascii_uppercase)
            place = finding.file, finding.sheet, int(row) if row.isdecimal() else 0
            if place in told and finding.severity is not Severity.INFO:
                told[place].append(_open_cell(cell, finding))
    return told


def _open_cell(cell: str, finding: Finding) -> r.OpenCell:
    return r.OpenCell(
        cell=cell,
        message=finding.message(),
        hint=finding.hint(),
        message_en=finding.message("en"),
        hint_en=finding.hint("en"),
    )


def _unit(standing: Standing, proposals: Proposals, told: _Told) -> r.UnitResult:
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
        council_reasons=[reason.text() for reason in reasons],
        council_reasons_en=[reason.text("en") for reason in reasons],
        assessed=standing.unit.assessed,
        decided_by=standing.decided_by,
        criteria=[_criterion(criterion, told) for criterion in standing.criteria],
    )


def _criterion(verdict: CriterionVerdict, told: _Told) -> r.CriterionResult:
    return r.CriterionResult(
        id=verdict.criterion.id,
        verdict=verdict.verdict,
        reason=verdict.reason,
        attainment=None if verdict.attainment is None else exact_text(verdict.attainment),
        measures=[_measure(measure, told) for measure in verdict.measures],
    )


def _measure(m: MeasureVerdict, told: _Told) -> r.MeasureResult:
    return r.MeasureResult(
        id=m.measure.id,
        verdict=m.verdict,
        reason=m.reason,
        numerator=None if m.numerator is None else exact(m.numerator),
        denominator=None if m.denominator is None else int(m.denominator),
        undecided=m.undecided,
        value=_value(m.value, m.requirement),
        operator=m.requirement.operator,
        threshold=threshold_text(m.requirement),
        percent=m.requirement.percent,
        shortfall=m.shortfall,
        counts={name: None if value is None else exact(value) for name, value in m.counts},
        sources=[_source(origin) for origin in m.origins],
        against=[_row(place) for place in m.against],
        against_total=m.against_total,
        undecided_rows=[
            r.OpenRow(
                code=place.code,
                file=place.file,
                sheet=place.sheet,
                row=place.row,
                cells=list(told.get((place.file, place.sheet, place.row), ())),
            )
            for place in m.undecided_places
        ],
        worst=_outlook(m.worst, m.requirement),
        best=_outlook(m.best, m.requirement),
    )


def _value(value: Fraction | None, requirement: Requirement) -> str | None:
    if value is None:
        return None
    return percent_text(value, requirement.threshold) if requirement.percent else exact_text(value)


def _outlook(outlook: Outlook | None, requirement: Requirement) -> r.Outlook | None:
    if outlook is None:
        return None
    over, under = outlook.numerator, outlook.denominator
    return r.Outlook(
        verdict=outlook.verdict,
        numerator=exact(over),
        denominator=int(under),
        value=_value(over / under if under else None, requirement),
    )


def _source(origin: Origin) -> r.Source:
    return r.Source(file=origin.file, sheet=origin.sheet, rows=origin.rows, cells=list(origin.cells))


def _row(place: Place) -> r.RowRef:
    return r.RowRef(code=place.code, file=place.file, sheet=place.sheet, row=place.row)


def _person(standing: PersonStanding, names: dict[str, str], proposals: Proposals) -> r.IndividualResult:
    person, reasons = standing.person, words.person_reasons(standing, names[standing.person.unit])
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
        reasons=[reason.text() for reason in reasons],
        reasons_en=[reason.text("en") for reason in reasons],
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
        against=[_row(place) for place in verdict.against],
        against_total=verdict.against_total,
    )


_OF_THE_OFFICE = (Kind.UNITS, Kind.COUNCIL_DECISIONS, Kind.EARLIER_AWARDS)
"""Tables that the office keeps itself."""


def _finding(finding: Finding, kept: Collection[tuple[str, str]]) -> r.FindingInfo:
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
        hint_en=finding.hint("en"),
        count=finding.count,
        name=finding.name(),
        name_en=finding.name("en"),
        command=finding.command(),
        units=list(finding.units),
        period=finding.period or None,
        mended_by="office" if (finding.file, finding.sheet) in kept else finding.kind.mended_by,
    )
