"""From judgements to ``result.json``'s structs: the one place where exact values become the result's texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from string import ascii_uppercase

from thidua_cli import __version__
from thidua_cli import result as r
from thidua_cli import result_inputs as places
from thidua_cli.assembly_plan import plan_info, threshold_text
from thidua_cli.evidence.model import Evidence, Place
from thidua_cli.findings import Finding, Severity
from thidua_cli.intake.tables import Intake, Kind, Table
from thidua_cli.judging import words
from thidua_cli.judging.individuals import PersonStanding, PersonVerdict
from thidua_cli.judging.proposals import Proposals, ProposedAward
from thidua_cli.judging.standings import Standing
from thidua_cli.judging.verdicts import CriterionVerdict, MeasureVerdict, Outlook
from thidua_cli.plan.model import Plan, Requirement
from thidua_cli.result_base import filled
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
        proposals=list(map(_proposal, proposals.proposed)),
        findings=[_finding(finding, kept) for finding in findings],
        exclusions=[filled(r.Exclusion, one, unit=one.unit.unit.id, **_whom(one.person)) for one in proposals.excluded],
        initiatives=[
            filled(r.InitiativeInfo, one, author=one.author_text, source=_row(one.place))
            for one in evidence.initiatives
        ],
        program=r.ProgramInfo(name="thidua", version=__version__),
    )


def _proposal(proposed: ProposedAward) -> r.Proposal:
    position = proposed.person.person.position if proposed.person else None
    return filled(
        r.Proposal,
        proposed,
        award=proposed.award.id,
        unit=proposed.unit.unit.id,
        **_whom(proposed.person),
        position=position,
        reward_vnd=proposed.reward,
    )


def _whom(standing: PersonStanding | None) -> dict[str, object]:
    """The person among several of one name: by the row that puts them forward."""
    person = standing.person if standing else None
    return {"individual": person and person.name, "source_row": person and person.place.row}


def _inputs(intake: Intake) -> list[places.InputInfo]:
    by_file: dict[str, list[Table]] = {file.name: [] for file in intake.files}
    for table in intake.tables:
        by_file[table.receipt.file].append(table)
    return [
        filled(
            places.InputInfo,
            file,
            file=file.name,
            sheets=[_sheet(table) for table in sorted(by_file[file.name], key=_place)],
        )
        for file in sorted(intake.files, key=lambda file: file.name)
    ]


def _place(table: Table) -> tuple[str, str]:
    return table.receipt.sheet, table.receipt.header


def _sheet(table: Table) -> places.SheetInfo:
    receipt, account = table.receipt, table.receipt.account
    return filled(
        places.SheetInfo,
        receipt,
        kind=table.kind,
        period=None if receipt.period is None else str(receipt.period),
        partial=bool(receipt.partial),
        account=filled(
            places.AccountInfo,
            account,
            columns=[filled(places.ColumnInfo, column) for column in account.columns],
            first_row=account.first,
            last_row=account.last,
        ),
        readings=[
            places.ReadingInfo(rule=one.rule, choice=one.choice, why=one.sentence(), cell=one.cell or None)
            for one in receipt.readings
        ],
    )


_Told = Mapping[tuple[str, str, int], list[places.OpenCell]]
"""The cells that are not understood, by file, sheet and row."""


def _open_cells(findings: Sequence[Finding], standings: Sequence[Standing]) -> _Told:
    """What findings say of the rows that leave some verdict open."""
    told: dict[tuple[str, str, int], list[places.OpenCell]] = {
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


def _open_cell(cell: str, finding: Finding) -> places.OpenCell:
    return filled(places.OpenCell, finding, cell=cell, message=finding.sentence, hint=finding.remedy)


def _unit(standing: Standing, proposals: Proposals, told: _Told) -> r.UnitResult:
    reasons = proposals.council.get(standing.unit.id, ())
    return filled(
        r.UnitResult,
        standing,
        **{name: getattr(standing.unit, name) for name in ("id", "name", "group", "assessed")},
        score=score_text(standing.score),
        criteria_met=standing.met,
        criteria_applicable=standing.applicable,
        council_review=bool(reasons),
        council_reasons=reasons,
        criteria=[_criterion(criterion, told) for criterion in standing.criteria],
    )


def _criterion(verdict: CriterionVerdict, told: _Told) -> r.CriterionResult:
    return filled(
        r.CriterionResult,
        verdict,
        id=verdict.criterion.id,
        attainment=None if verdict.attainment is None else exact_text(verdict.attainment),
        measures=[_measure(measure, told) for measure in verdict.measures],
    )


def _measure(m: MeasureVerdict, told: _Told) -> r.MeasureResult:
    return filled(
        r.MeasureResult,
        m,
        id=m.measure.id,
        numerator=None if m.numerator is None else exact(m.numerator),
        denominator=None if m.denominator is None else int(m.denominator),
        value=_value(m.value, m.requirement),
        operator=m.requirement.operator,
        threshold=threshold_text(m.requirement),
        percent=m.requirement.percent,
        counts={name: None if value is None else exact(value) for name, value in m.counts},
        sources=[filled(places.Source, origin) for origin in m.origins],
        against=[_row(place) for place in m.against],
        undecided_rows=[
            filled(places.OpenRow, place, cells=told.get((place.file, place.sheet, place.row), ()))
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


def _row(place: Place) -> places.RowRef:
    return places.RowRef(code=place.code, file=place.file, sheet=place.sheet, row=place.row)


def _person(standing: PersonStanding, names: dict[str, str], proposals: Proposals) -> r.IndividualResult:
    person = standing.person
    return filled(
        r.IndividualResult,
        person,
        eligible=standing.eligible,
        criteria=[_person_criterion(criterion) for criterion in standing.criteria],
        leader=bool(person.leader),
        classification=person.classification or person.classification_text,
        reasons=words.person_reasons(standing, names[person.unit]),
        source=_row(person.place),
        council_review=(person.unit, person.name, person.place.row) in proposals.open_persons,
    )


def _person_criterion(verdict: PersonVerdict) -> r.PersonCriterionResult:
    over, under = verdict.numerator, verdict.denominator
    requirement = verdict.criterion.requirement
    value = (
        percent_text(over / under, requirement.threshold if requirement else None)
        if over is not None and under
        else None
    )
    return filled(
        r.PersonCriterionResult,
        verdict,
        id=verdict.criterion.id,
        numerator=None if over is None else int(over),
        denominator=None if under is None else int(under),
        value=value,
        sources=[filled(places.Source, origin) for origin in verdict.origins],
        against=[_row(place) for place in verdict.against],
    )


_OF_THE_OFFICE = (Kind.UNITS, Kind.COUNCIL_DECISIONS, Kind.EARLIER_AWARDS)
"""Tables that the office keeps itself."""


def _finding(finding: Finding, kept: Collection[tuple[str, str]]) -> r.FindingInfo:
    unsaid = {name: getattr(finding, name) or None for name in ("file", "sheet", "cell", "unit", "period")}
    return filled(
        r.FindingInfo,
        finding,
        **unsaid,
        message=finding.sentence,
        hint=finding.remedy,
        name=finding.kind.name,
        command=finding.command(),
        mended_by="office" if (finding.file, finding.sheet) in kept else finding.kind.mended_by,
    )
