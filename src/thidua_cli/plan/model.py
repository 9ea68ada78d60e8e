"""What is judged and how: the plan (``criteria.yaml``) as frozen data. Touches no file, no clock, no locale.

Numbers are exact (:class:`fractions.Fraction`); a threshold of 99 % is ``Fraction(99, 100)`` with ``percent=True``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from fractions import Fraction
from typing import Literal

from thidua_cli.records import record
from thidua_cli.text.plan_line import Origin

Operator = Literal[">=", ">", "=", "<=", "<"]
AppliesTo = Literal["all", "assessed"]


@record
class Settings:
    """How cases are counted: every choice that the source text leaves open (contract, section 3)."""

    compare: Literal["day", "time"] = "day"
    """Due and end compared by calendar day or by time."""
    end_date: Literal["processed", "returned"] = "processed"
    """Which end counts: processing ended, else returned (``processed``); or the return alone (``returned``)."""
    no_due_date: Literal["exclude", "on_time", "undecided"] = "exclude"
    """What a resolved dossier without a due date is."""
    zero_cases: Literal["not_applicable", "met", "not_met"] = "not_applicable"
    """The verdict on a ratio whose denominator is 0 (always reason ``no_cases``)."""
    software_evidence: Literal["finding", "required"] = "finding"
    """Whether a software share that no other source covers is judged with a finding, or is ``no_data``."""
    late_tasks: Literal["completed", "not_completed"] = "completed"
    """Whether a task completed after its due day counts as completed."""
    refused_with_result: Literal["timed", "untimed"] = "timed"
    """Whether dossiers refused with a reasoned result are resolved and timed."""
    extended_due_date: Literal["ignore", "use"] = "ignore"
    """Whether an extended due date (ngày gia hạn) replaces the due date."""
    par_index_columns: tuple[str, ...] = ("final", "appraised", "self")
    """Which score of the PAR index counts, first one present wins."""


@record
class Measure:
    """A figure of a unit, declared from named counts.

    ``ratio``: sum of ``numerator`` counts over sum of ``denominator`` counts; ``value``: the sum of ``numerator`` (its
    ``denominator`` is empty and reads as 1). ``against`` names the count whose rows stand against the unit.
    """

    id: str
    name: str
    kind: Literal["ratio", "value"]
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    against: str | None = None
    unit: str = ""
    """What one case is called in a sentence (“hồ sơ”, “nhiệm vụ”, “điểm”)."""
    shortfall: str = ""
    """How a shortfall reads; ``{n}`` is the number of cases (“cần bớt {n} hồ sơ quá hạn”). Empty: none can be said."""
    short_name: str = ""
    """A few words for table heads."""


@record
class Requirement:
    """One comparison of a criterion: measure, operator, exact threshold."""

    measure: str
    operator: Operator
    threshold: Fraction
    percent: bool


@record
class Criterion:
    """One criterion with the plan's own sentence (``citation``), weight and whom it applies to."""

    id: str
    title: str
    citation: str
    weight: Fraction
    requirements: tuple[Requirement, ...]
    applies_to: AppliesTo = "all"
    short_title: str = ""


@record
class PersonCriterion:
    """A criterion for persons: by classification, by a ratio over the dossiers they handled, or by initiatives."""

    id: str
    title: str
    citation: str
    kind: Literal["classification", "dossiers", "initiatives"]
    accepted: tuple[str, ...] = ()
    """``classification``: the classifications that meet it."""
    requirement: Requirement | None = None
    """``dossiers``: the measure (of the officer's own timed dossiers), ``initiatives``: the least number."""


@record
class Group:
    """An emulation group (khối thi đua); ``quota`` of awards: a number, a share (``percent``), or none."""

    id: str
    name: str
    quota: Fraction | None = None
    quota_percent: bool = False
    quota_rounding: Literal["down", "up", "half_up"] = "down"


@record
class Award:
    """One form of commendation: to whom, in which words, and the reward as a multiple of the base salary."""

    id: str
    name: str
    recipient: Literal["unit", "individual"]
    authority: str
    base_salary_multiple: Fraction
    """Of the base salary at ``Awards.money_date``; for a collective already the doubled multiple."""
    round_up_to: int
    """Dong; the reward is rounded up to a multiple of this. Order of rounding: see ``rounding``."""
    rounding: Literal["after", "before_doubling"] = "after"
    """``after``: multiply, then round up; ``before_doubling``: round the individual reward up, then double it."""
    source: str = ""


@record
class CouncilDecision:
    """A forced entry or an exclusion that a person decided: with author and reason."""

    decision: Literal["include", "exclude"]
    unit: str
    individual: str | None
    author: str
    reason: str


@record
class Awards:
    """Everything about proposals: forms, quota for persons, dates of money, council decisions."""

    forms: tuple[Award, ...]
    money_date: date
    """The base salary at the date of the decision; the plan says which date is assumed."""
    individual_quota: Fraction | None = None
    individual_quota_percent: bool = False
    individual_quota_rounding: Literal["down", "up", "half_up"] = "down"
    max_leader_share: Fraction | None = None
    """The largest share of leaders among the persons proposed (None: only reported)."""
    women_first: bool = False
    """Whether a tie at the quota of persons is settled for women (NĐ 91/2017, Điều 3)."""
    achievement_words: tuple[str, ...] = ()
    """How lists of earlier awards name this movement's achievement; none is given twice for one achievement."""
    decisions: tuple[CouncilDecision, ...] = ()


@record
class DatedValue:
    """A value that law changes: valid from a date, with unit and source."""

    valid_from: date
    value: Fraction
    unit: str
    source: str


@record
class Signatory:
    """Who signs a document: lines of authority (“TM.”, “KT.” …) and the name, blank where it is left open."""

    title: str
    name: str = ""
    prefix: str = ""


@record
class Council:
    """The emulation council: members (blank lines where unknown), quorum and pass rate."""

    name: str
    members: tuple[tuple[str, str], ...] = ()
    """(name, role in the council)"""
    quorum: Fraction = Fraction(2, 3)
    pass_rate: Fraction = Fraction(1, 2)
    pass_base: Literal["total", "present"] = "total"
    note: str = ""
    """For those who prepare the meeting; it stands in no document."""
    symbol: str = "HĐTĐKT"
    meets: Literal["before_proposal", "after_proposal"] = "before_proposal"
    """Whether its minutes precede the proposal to the chairman (and then are among its bases)."""


@record
class Documents:
    """What the Word files need beside the result: offices, place, legal bases, signatories, recipients."""

    place: str
    superior: str
    """UBND thành phố Hồng Ngự, as the heads of documents write the superior body."""
    office: str
    """Phòng Nội vụ."""
    authority: str
    """Ủy ban nhân dân thành phố Hồng Ngự, in full."""
    chairman: str
    """Chủ tịch Ủy ban nhân dân thành phố Hồng Ngự."""
    office_symbol: str = "PNV"
    legal_bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By document id (``to-trinh``, ``quyet-dinh`` …, ``default``): one basis a line, without the closing mark."""
    signatories: Mapping[str, Signatory] = field(default_factory=dict)
    recipients: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fund: str = "Quỹ thi đua, khen thưởng"
    launch: str = ""
    """How the movement was launched, a paragraph of the plan's own words."""
    participants: str = ""
    council: Council = field(default_factory=lambda: Council("Hội đồng Thi đua - Khen thưởng"))
    document_year: int = 0
    """The year on the documents' date lines (usually the plan's year + 1)."""
    authority_symbol: str = "UBND"
    plan: str = ""
    """The plan of the movement as documents cite it in full; ``{plan}`` in the launch stands for it."""
    addressees: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kính gửi, by document id."""
    steering: str = ""
    """How the movement was steered and made known, in the office's own words."""
    proposer: str = ""
    payer: str = ""
    executors: tuple[str, ...] = ()


@record
class KnownUnit:
    """A unit's name that the plan knows, with its other names and, for renamed units, the dates it was in force."""

    name: str
    aliases: tuple[str, ...] = ()
    group: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""


@record
class Vocabulary:
    """Words of local systems, taught in the plan: header words, statuses, unit names, systems of files."""

    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """``kind.field`` (or just ``field``) to header words."""
    statuses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Status class (see ``intake.statuses.Status``) to texts."""
    units: tuple[KnownUnit, ...] = ()
    systems: Mapping[str, str] = field(default_factory=dict)
    """File name (or glob) to system."""


TieBreaker = str
"""``all_met``, ``criteria_share``, ``score``, or the id of a measure (larger is better, missing last)."""


@record
class Example:
    """An example inside the plan: counts given, verdicts expected (``thidua plan test``)."""

    name: str
    counts: Mapping[str, str]
    expected: Mapping[str, str]
    assessed: bool = True


@record
class Plan:
    """One emulation movement: identity, criteria, settings, standings, awards, documents, vocabulary."""

    id: str
    title: str
    theme: str
    year: int
    issuer: str
    period_start: date
    period_end: date
    settings: Settings
    measures: Mapping[str, Measure]
    criteria: tuple[Criterion, ...]
    individual_criteria: tuple[PersonCriterion, ...]
    groups: tuple[Group, ...]
    standings: tuple[TieBreaker, ...]
    awards: Awards
    base_salary: tuple[DatedValue, ...]
    documents: Documents
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    examples: tuple[Example, ...] = ()
    sha256: str = ""
    source: str = ""
    """The plan file's display name, for messages."""
    origin: Origin = ""
    """Where that file was found."""
    settings_notes: Sequence[str] = ()

    @property
    def counts(self) -> frozenset[str]:
        """The counts of a unit that a criterion or the order of standings rests on."""
        names = {*self.standings, *(one.measure for criterion in self.criteria for one in criterion.requirements)}
        used = [measure for name, measure in self.measures.items() if name in names]
        return frozenset(count for one in used for count in (*one.numerator, *one.denominator))

    def __repr__(self) -> str:
        """One line: which plan, of what it consists."""
        criteria = ", ".join([*(one.id for one in self.criteria), *(one.id for one in self.individual_criteria)])
        return f"<Plan {self.id} of {self.year}: {criteria}; {len(self.measures)} measures, {len(self.groups)} groups>"
