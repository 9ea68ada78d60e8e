"""The result of a run (``result.json``, contract section 4): the only thing that reports and other programs see.

Field order is key order. Everything that a report prints stands here, so that ``thidua report`` needs neither data nor
plan. Figures that must stay exact are whole numbers or strings (``"82.5"``, ``"245/248"``); nothing here is a float.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from thidua_cli.result_base import VERDICT_SYMBOLS, ResultStruct, html_table
from thidua_cli.result_inputs import InputInfo, OpenRow, RowRef, Source
from thidua_cli.result_plan import PlanInfo
from thidua_cli.result_values import Count, Day, Decimal, Exact, Operator, Ratio, Whole
from thidua_cli.text.glossary import word
from thidua_cli.text.plain import published, schema_of

SCHEMA = "thidua-result/1"

Verdict = Literal["met", "not_met", "no_data", "not_applicable"]


class Outlook(ResultStruct, frozen=True, kw_only=True):
    """What a requirement comes to under one reading of the open rows; ``value`` is null without any case."""

    verdict: Verdict
    numerator: Exact
    denominator: Whole
    value: Ratio | None


class MeasureResult(ResultStruct, frozen=True, kw_only=True):
    """One requirement judged: exact counts, the value for display, threshold, shortfall in cases, rows.

    Where open rows leave the verdict open, ``worst`` and ``best`` are what they can make of it; else null.
    """

    id: str
    verdict: Verdict
    reason: str | None
    numerator: Exact | None
    denominator: Whole | None
    undecided: Count
    value: Ratio | None
    operator: Operator
    threshold: Ratio
    percent: bool
    shortfall: Count | None
    counts: dict[str, Exact | None]
    sources: list[Source]
    against: list[RowRef]
    against_total: Count
    undecided_rows: list[OpenRow]
    worst: Outlook | None = None
    best: Outlook | None = None


class CriterionResult(ResultStruct, frozen=True, kw_only=True):
    """One criterion judged for one unit; ``attainment`` is the exact fraction that enters the score."""

    id: str
    verdict: Verdict
    reason: str | None
    attainment: Ratio | None
    measures: list[MeasureResult]


class UnitResult(ResultStruct, frozen=True, kw_only=True):
    """One unit: its standing and its verdicts. ``council_reasons`` are sentences, one per reason.

    ``decided_by`` is the tie-breaker that sets it apart from the next rank; null where its group has one rank.
    """

    id: str
    name: str
    group: str
    rank: Count
    tied: bool
    score: Decimal
    all_met: bool
    criteria_met: Count
    criteria_applicable: Count
    council_review: bool
    council_reasons: list[str]
    council_reasons_en: list[str] = msgspec.field(default_factory=list)
    assessed: bool
    decided_by: str | None = None
    criteria: list[CriterionResult]

    def _repr_html_(self) -> str:
        """The verdicts of the unit with their figures, for a notebook."""
        head = [word("criterion"), word("measure"), "", "", word("threshold")]
        rows = [
            (
                criterion.id,
                measure.id,
                VERDICT_SYMBOLS[measure.verdict],
                measure.value if measure.value is None or not measure.percent else f"{measure.value} %",
                f"{measure.operator} {measure.threshold}{' %' if measure.percent else ''}",
            )
            for criterion in self.criteria
            for measure in criterion.measures
        ]
        return html_table(f"{self.name} ({self.group}, {word('rank').lower()} {self.rank})", head, rows)


class PersonCriterionResult(ResultStruct, frozen=True, kw_only=True):
    """One criterion judged for one person; counts are null where it is not a ratio.

    ``against`` are at most 100 of the ``against_total`` rows that speak against the person.
    """

    id: str
    verdict: Verdict
    reason: str | None
    numerator: Whole | None
    denominator: Whole | None
    value: Decimal | None
    sources: list[Source]
    against: list[RowRef] = msgspec.field(default_factory=list)
    against_total: Count = 0


class IndividualResult(ResultStruct, frozen=True, kw_only=True):
    """One person put forward; ``council_review``: not eligible as far as is known, but could be. ``reasons``: why."""

    name: str
    unit: str
    position: str
    eligible: bool
    criteria: list[PersonCriterionResult]
    leader: bool
    gender: str
    classification: str
    reasons: list[str]
    reasons_en: list[str] = msgspec.field(default_factory=list)
    source: RowRef
    council_review: bool = False
    initiative: str = ""


class Proposal(ResultStruct, frozen=True, kw_only=True):
    """One commendation proposed, or a case put before the council (``council_review``), with its reason in words."""

    award: str
    unit: str
    individual: str | None
    reward_vnd: Whole | None
    council_review: bool
    reason: str
    reason_en: str = ""
    position: str | None
    source_row: Count | None
    places_left: Count | None = None
    """Awards left for those tied at the quota, of whom this is one (of this award and, for units, group); else null."""
    decided: bool = False
    """Whether a decision puts them in, whatever their figures are; no question is then left for the council."""


class Exclusion(ResultStruct, frozen=True, kw_only=True):
    """A unit or person not proposed, with the reason in words.

    ``decided``: a decision or an earlier award keeps them out, whatever their figures are.
    """

    unit: str
    individual: str | None
    reason: str
    reason_en: str = ""
    source_row: Count | None = None
    decided: bool = False


class InitiativeInfo(ResultStruct, frozen=True, kw_only=True):
    """One initiative of a unit; ``recognised`` and ``rollout`` (chosen for it) are null where nothing says so."""

    unit: str
    title: str
    author: str
    effect: str
    recognised: bool | None
    source: RowRef
    scope: str = ""
    rollout: bool | None = None
    implementer: str = ""


class FindingInfo(ResultStruct, frozen=True, kw_only=True):
    """One finding of the catalogue, with its Vietnamese and English text.

    ``name`` says in a few words what kind it is; ``command`` is what to type, where that does what is said.
    ``unit`` is the one that it is about; where it is about rows of several, ``units`` names them, at most 100.
    """

    code: str
    severity: Literal["error", "warning", "info"]
    message: str
    file: str | None
    sheet: str | None
    cell: str | None
    unit: str | None
    hint: str
    message_en: str
    hint_en: str = ""
    count: Count
    name: str = ""
    name_en: str = ""
    command: str = ""
    units: list[str] = msgspec.field(default_factory=list)
    period: str | None = None
    """The period of figures that are of another one than the plan's, as ``sheets`` name it (2020, 2021-Q1 …)."""
    mended_by: Literal["unit", "office"] = "unit"
    """Who mends it: the unit whose rows it is about, or the office that judges (plan, register, decisions)."""


class ProgramInfo(ResultStruct, frozen=True, kw_only=True):
    """Which program made this result."""

    name: str
    version: str


class Result(ResultStruct, frozen=True, kw_only=True):
    """Everything that ``result.json`` holds."""

    schema: str
    plan: PlanInfo
    as_of: Day
    inputs: list[InputInfo]
    units: list[UnitResult]
    individuals: list[IndividualResult]
    proposals: list[Proposal]
    findings: list[FindingInfo]
    exclusions: list[Exclusion]
    initiatives: list[InitiativeInfo]
    program: ProgramInfo
    files: dict[str, str | None] = msgspec.field(default_factory=dict)
    """The files written with this result and their sha256; null for a PDF, which is never the same twice."""
    templates: dict[str, str] = msgspec.field(default_factory=dict)
    """The Word templates that those files were made from, the program's own among them, and their sha256."""

    def __repr__(self) -> str:
        """One line: which plan, whose day, how many of what."""
        met = sum(unit.all_met for unit in self.units)
        return (
            f"<Result of {self.plan.id} as of {self.as_of}: {len(self.units)} units ({met} meet everything), "
            f"{len(self.individuals)} individuals, {len(self.proposals)} proposals, {len(self.findings)} findings>"
        )

    def _repr_html_(self) -> str:
        """The standings, for a notebook."""
        criteria = [info.id for info in self.plan.criteria]
        head = [word("group"), word("rank"), word("unit"), *criteria, word("score")]
        rows = []
        for unit in self.units:
            signs = {criterion.id: VERDICT_SYMBOLS[criterion.verdict] for criterion in unit.criteria}
            rows.append((unit.group, unit.rank, unit.name, *map(signs.get, criteria), unit.score))
        return html_table(f"{self.plan.title} ({self.as_of})", head, rows)

    def to_json(self) -> bytes:
        """The bytes of ``result.json``: UTF-8, two spaces of indent, a final line end."""
        return published(self)

    def unit(self, unit_id: str) -> UnitResult:
        """The unit with this id; raises KeyError if there is none."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)


def json_schema() -> dict[str, object]:
    """The JSON Schema of ``result.json``, published as ``docs/result.schema.json``."""
    return schema_of(Result)
