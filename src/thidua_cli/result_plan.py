"""The plan as a result carries it: identity first, then all that reports say about criteria, awards and documents."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from thidua_cli.result_base import ResultStruct, html_table
from thidua_cli.result_values import Day, Limit, Operator, Ratio, Whole, Year
from thidua_cli.text.glossary import word


class RequirementInfo(ResultStruct, frozen=True, kw_only=True):
    """One comparison of a criterion, as the plan declares it; ``threshold`` in percent points if ``percent``."""

    measure: str
    operator: Operator
    threshold: Ratio
    percent: bool


class CriterionInfo(ResultStruct, frozen=True, kw_only=True):
    """One criterion of the plan: its words, weight and requirements."""

    id: str
    title: str
    short_title: str
    citation: str
    weight: Ratio
    applies_to: str
    requirements: list[RequirementInfo]


class PersonCriterionInfo(ResultStruct, frozen=True, kw_only=True):
    """One criterion for persons: the classifications that meet it (``accepted``), or its ``requirement``."""

    id: str
    title: str
    citation: str
    kind: str
    accepted: list[str] = msgspec.field(default_factory=list)
    requirement: RequirementInfo | None = None


class MeasureInfo(ResultStruct, frozen=True, kw_only=True):
    """One measure of the plan: its words, and the counts it is made of."""

    id: str
    name: str
    short_name: str
    kind: Literal["ratio", "value"]
    unit: str
    numerator: list[str]
    denominator: list[str]
    shortfall: str


class GroupInfo(ResultStruct, frozen=True, kw_only=True):
    """One emulation group; ``quota``: how many units may be commended, in digits (empty: no limit)."""

    id: str
    name: str
    quota: Limit


class AwardInfo(ResultStruct, frozen=True, kw_only=True):
    """One form of commendation with its reward and where that comes from."""

    id: str
    name: str
    recipient: Literal["unit", "individual"]
    authority: str
    reward_vnd: Whole | None
    base_salary_vnd: Whole | None
    multiple: Ratio
    source: str


class SignatoryInfo(ResultStruct, frozen=True, kw_only=True):
    """Who signs: prefix (``KT.`` …), title, name (blank where open)."""

    title: str
    name: str
    prefix: str


class CouncilMember(ResultStruct, frozen=True, kw_only=True):
    """A member of the council; either may be blank."""

    name: str
    role: str


class CouncilInfo(ResultStruct, frozen=True, kw_only=True):
    """The emulation council: members, quorum and pass rate as exact fractions (``"2/3"``)."""

    name: str
    members: list[CouncilMember]
    quorum: Ratio
    pass_rate: Ratio
    pass_base: Literal["total", "present"]
    note: str
    symbol: str = "HĐTĐKT"
    meets: Literal["before_proposal", "after_proposal"] = "before_proposal"


class DocumentsInfo(ResultStruct, frozen=True, kw_only=True):
    """What the Word files need beside the figures: all from the plan, empty where a person fills it in."""

    place: str
    superior: str
    office: str
    authority: str
    chairman: str
    office_symbol: str
    legal_bases: dict[str, list[str]]
    signatories: dict[str, SignatoryInfo]
    recipients: dict[str, list[str]]
    fund: str
    launch: str
    participants: str
    council: CouncilInfo
    document_year: Annotated[int, msgspec.Meta(ge=0, le=9999)]
    authority_symbol: str = "UBND"
    plan: str = ""
    addressees: dict[str, list[str]] = msgspec.field(default_factory=dict)
    steering: str = ""
    proposer: str = ""
    payer: str = ""
    executors: list[str] = msgspec.field(default_factory=list)


class DecisionInfo(ResultStruct, frozen=True, kw_only=True):
    """A unit or person whom a decision puts among the proposals, or keeps out: who decided, and why."""

    decision: Literal["include", "exclude"]
    unit: str
    individual: str | None
    author: str
    reason: str


class TaughtInfo(ResultStruct, frozen=True, kw_only=True):
    """Words of local systems that the plan teaches: by field, status class, unit, file; names of the achievement."""

    headers: dict[str, list[str]] = msgspec.field(default_factory=dict)
    statuses: dict[str, list[str]] = msgspec.field(default_factory=dict)
    units: dict[str, list[str]] = msgspec.field(default_factory=dict)
    systems: dict[str, str] = msgspec.field(default_factory=dict)
    achievements: list[str] = msgspec.field(default_factory=list)


class PlanInfo(ResultStruct, frozen=True, kw_only=True):
    """The plan that was applied: identity first, then all that reports say about it."""

    id: str
    year: Year
    title: str
    sha256: str
    theme: str
    issuer: str
    period_start: Day
    period_end: Day
    criteria: list[CriterionInfo]
    individual_criteria: list[PersonCriterionInfo]
    measures: list[MeasureInfo]
    counts: dict[str, str]
    counts_en: dict[str, str] = msgspec.field(default_factory=dict)
    settings: dict[str, str]
    settings_words: list[str]
    standings: list[str]
    groups: list[GroupInfo]
    awards: list[AwardInfo]
    documents: DocumentsInfo
    individual_quota: Limit = ""
    file: str = ""
    """The bare name of its file; empty for the built-in plan."""
    max_leader_share: Ratio | None = None
    """The largest share of leaders among the persons proposed, in percent points; null where there is no limit."""
    women_first: bool = False
    decisions: list[DecisionInfo] = msgspec.field(default_factory=list)
    proposal_words: list[str] = msgspec.field(default_factory=list)
    """How persons and units equal at a limit are treated, leaders and decisions included, a sentence each."""
    taught: TaughtInfo = msgspec.field(default_factory=TaughtInfo)
    taught_words: list[str] = msgspec.field(default_factory=list)

    def _repr_html_(self) -> str:
        """The criteria with their requirements, for a notebook."""
        rows = [
            (info.id, info.title, "; ".join(_words(one) for one in info.requirements), info.weight)
            for info in self.criteria
        ]
        return html_table(f"{self.title} ({self.id})", ["", word("criterion"), word("requirement"), "×"], rows)


def _words(requirement: RequirementInfo) -> str:
    sign = " %" if requirement.percent else ""
    return f"{requirement.measure} {requirement.operator} {requirement.threshold}{sign}"
