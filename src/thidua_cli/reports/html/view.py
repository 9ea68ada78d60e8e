"""What the page's templates ask for beyond the result itself: groups, orders, sums, evidence by table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.cases import cases, met_but_excluded, outright, person_outcomes, sums
from thidua_cli.reports.charts import Chart, criteria_chart, standing_charts, threshold_charts
from thidua_cli.reports.ranks import (
    FOR_COUNCIL,
    PROPOSED,
    conclusions,
    exclusion_text,
    outcomes,
    rank_reason,
    rank_reasons,
)
from thidua_cli.reports.remembering import once
from thidua_cli.result import (
    CriterionResult,
    FindingInfo,
    IndividualResult,
    MeasureResult,
    PersonCriterionResult,
    Proposal,
    Result,
    UnitResult,
)
from thidua_cli.result_inputs import RowRef
from thidua_cli.result_plan import MeasureInfo
from thidua_cli.text.vietnamese import person_sort_key, sort_key

__all__ = ["conclusions", "exclusion_text", "outcomes", "person_outcomes", "rank_reason", "rank_reasons"]

_Verdict = TypeVar("_Verdict", CriterionResult, PersonCriterionResult)

CHART_UNITS = 60
"""A group with more units gets no distance charts: each unit's own bars say the same, on the same scale."""
_PAGE = 800.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """The parts of one chart: for a wide screen and paper, and for a phone."""

    wide: Sequence[Chart]
    narrow: Sequence[Chart]


@dataclass(frozen=True, slots=True)
class GroupView:
    """One emulation group: its units in their standing, its quota in words, its charts."""

    number: int
    name: str
    quota: str
    units: Sequence[UnitResult]
    standing: Drawn
    distances: Sequence[tuple[MeasureInfo, Drawn]]


@dataclass(frozen=True, slots=True)
class AwardView:
    """One form of commendation: proposals without those that the council must decide, and their sum in dong."""

    name: str
    recipient: str
    source: str
    proposals: Sequence[Proposal]
    total: int
    without_amount: int


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of the overview, what must be known with it, and where on the page it comes from."""

    label: str
    value: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CouncilCase:
    """One case for the council: a unit, or a person with position and unit; no amount where nothing is proposed yet."""

    person: str | None
    position: str
    unit: str
    reward_vnd: int | None
    reason: str


def groups(result: Result) -> list[GroupView]:
    """The plan's groups that have units, in the plan's order; a group unknown to the plan comes last."""
    quotas = {group.name: group.quota for group in result.plan.groups}
    names = list(dict.fromkeys([*quotas, *(unit.group for unit in result.units)]))
    by_name = {name: sorted((u for u in result.units if u.group == name), key=lambda u: u.rank) for name in names}
    filled = [name for name in names if by_name[name]]
    return [
        GroupView(
            number=number,
            name=name,
            quota=quotas.get(name, ""),
            units=by_name[name],
            standing=Drawn(*(standing_charts(result, name, _PAGE, narrow=narrow) for narrow in (False, True))),
            distances=_distances(result, name) if len(by_name[name]) <= CHART_UNITS else [],
        )
        for number, name in enumerate(filled, 1)
    ]


def _distances(result: Result, group: str) -> list[tuple[MeasureInfo, Drawn]]:
    judged = dict.fromkeys(one.measure for criterion in result.plan.criteria for one in criterion.requirements)
    infos = wording.measures(result)
    return [
        (infos[name], Drawn(*(threshold_charts(result, name, group, _PAGE, narrow=narrow) for narrow in (False, True))))
        for name in judged
        if name in infos
    ]


def overview_chart(result: Result) -> Drawn:
    """How many units met each criterion."""
    return Drawn(*([criteria_chart(result, narrow=narrow)] for narrow in (False, True)))


def tie_breaker_measures(result: Result) -> list[MeasureInfo]:
    """The measures that decide the standing, in their order."""
    infos = wording.measures(result)
    return [infos[name] for name in result.plan.standings if name in infos]


def by_id(verdicts: Sequence[_Verdict]) -> dict[str, _Verdict]:
    """A unit's or person's verdicts by criterion, so that a table's columns never depend on their order."""
    return {verdict.id: verdict for verdict in verdicts}


def unit_measures(unit: UnitResult) -> dict[str, MeasureResult]:
    """A unit's judged requirements by measure."""
    return {measure.id: measure for criterion in unit.criteria for measure in criterion.measures}


def awards(result: Result) -> list[AwardView]:
    """Proposals by form of commendation, in the plan's order; empty forms are left out."""
    made = []
    for award in result.plan.awards:
        own = [one for one in outright(result) if one.award == award.id]
        if own:
            total = sum(one.reward_vnd or 0 for one in own)
            open_ = sum(one.reward_vnd is None for one in own)
            made.append(AwardView(award.name, award.recipient, award.source, own, total, open_))
    return made


def tiles(result: Result) -> list[Tile]:
    """The overview: how many were judged, met everything and are proposed, the money, and what to look at."""
    proposed, units = sums(result), result.units
    out = met_but_excluded(result)
    persons = sum(one.individual is not None for one in out)
    made = [
        Tile(
            "Đơn vị đạt tất cả tiêu chí",
            f"{sum(unit.all_met for unit in units)}/{len(units)}",
            "#xep-hang",
            _left_out(len(out) - persons, "tập thể"),
        ),
        Tile(
            "Cá nhân đủ điều kiện",
            f"{sum(person.eligible for person in result.individuals)}/{len(result.individuals)}",
            "#ca-nhan",
            _left_out(persons, "cá nhân"),
        ),
        Tile("Đề nghị khen thưởng", f"{proposed.units} tập thể, {proposed.persons} cá nhân", "#de-nghi"),
        Tile("Tiền thưởng đề nghị", f"{wording.money(proposed.reward)} đồng", "#de-nghi"),
    ]
    if proposed.cases:
        made += [
            Tile("Trình Hội đồng xem xét", f"{proposed.cases} trường hợp", "#hoi-dong"),
            Tile(
                "Tiền thưởng sau khi Hội đồng xem xét",
                wording.money_range(proposed.reward, proposed.most_reward),
                "#hoi-dong",
            ),
        ]
    noted = [f"{n} {wording.severity_word(s).lower()}" for s, n in severities(result.findings).items() if s != "info"]
    return [*made, Tile("Lưu ý về số liệu", ", ".join(noted) or "không có lỗi, cảnh báo", "#luu-y")]


def _left_out(number: int, whom: str) -> str:
    return f"trong đó {number} {whom} không được đề nghị" if number else ""


def council_cases(result: Result) -> list[CouncilCase]:
    """What is put before the council: proposals under review, then units and persons that are not proposed yet."""
    return [
        CouncilCase(
            one.individual, one.position, one.unit, one.proposal.reward_vnd if one.proposal else None, one.reason
        )
        for one in cases(result)
    ]


def outcome_order(unit: UnitResult, outcome: str) -> int:
    """What sorts outcomes: proposed, before the council, everything met, the rest."""
    return {PROPOSED: 0, FOR_COUNCIL: 1}.get(outcome, 2 if unit.all_met else 3)


def finding_kinds(result: Result) -> list[str]:
    """The names of the kinds of findings that there are, by the Vietnamese alphabet."""
    return sorted({finding.name for finding in result.findings}, key=sort_key)


def rows_by_table(rows: Iterable[RowRef]) -> list[tuple[str, str, list[RowRef]]]:
    """Rows under their file and sheet, so that neither is repeated on every line."""
    ordered = sorted(rows, key=lambda row: (row.file, row.sheet))
    return [(file, sheet, list(own)) for (file, sheet), own in groupby(ordered, key=lambda row: (row.file, row.sheet))]


def header_ranges(result: Result) -> dict[tuple[str, str], str]:
    """The header range of every table that was read, by file and sheet."""
    made: dict[tuple[str, str], str] = {}
    for file in result.inputs:
        for sheet in file.sheets:
            key = (file.file, sheet.sheet)
            made[key] = f"{made[key]}; {sheet.header}" if key in made else sheet.header
    return made


@once
def findings_by_unit(result: Result) -> Mapping[str, Sequence[FindingInfo]]:
    """The findings that are about a unit, or about rows of it, under its id."""
    made: dict[str, list[FindingInfo]] = {}
    for finding in result.findings:
        for unit in prospects.finding_units(finding):
            made.setdefault(unit, []).append(finding)
    return made


def unit_order(result: Result) -> dict[str, int]:
    """The place of each unit in the Vietnamese alphabet, for sorting without a script that knows it."""
    return {unit.id: place for place, unit in enumerate(sorted(result.units, key=lambda unit: sort_key(unit.name)))}


def person_order(people: Sequence[IndividualResult]) -> dict[int, int]:
    """The place of each person (by position in the list) by given name, then family name."""
    ordered = sorted(range(len(people)), key=lambda number: person_sort_key(people[number].name))
    return {number: place for place, number in enumerate(ordered)}


def severities(findings: Iterable[FindingInfo]) -> Mapping[str, int]:
    """How many findings of each severity, the gravest first."""
    count = Counter[str](finding.severity for finding in findings)
    return {severity: count[severity] for severity in wording.SEVERITIES if count[severity]}
