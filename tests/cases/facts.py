"""What a case asks of a result, and whether it holds.

A fact about a verdict holds with the right value or, unless it is strict, with ``no_data``. Any fact holds too where
one of the findings named in ``or_finding`` is there ("any": other than what every small input has). So a case is
honest if the program is right or says that it is not sure; a strict one only if it is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

import msgspec

from thidua_cli.text.vietnamese import key

AMBIENT = frozenset({"missing_unit_data", "software_share_unverified", "system_assumed"})
"""Findings that every small input has: they say nothing about a case."""


class Fact(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One thing that must be so; which fields are set says what it speaks of."""

    unit: str = ""
    measure: str = ""
    verdict: str | list[str] = ""
    value: list[int | str] | None = None
    against: int = 0
    rank: int | None = None
    tied: bool | None = None
    person: str = ""
    eligible: bool | None = None
    leader: bool | None = None
    proposed: list[str] | None = None
    not_proposed: list[str] | None = None
    finding: str = ""
    finding_any: list[str] = []
    or_finding: list[str] = []
    matter: str = ""
    no_unit: str = ""
    rows_accounted: bool = False
    kind: str = ""
    rows: int = 0
    strict: bool | None = None


class Case(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"of_class": "class"}):
    """One input with its facts; ``why`` is the sentence that decides them, ``trait`` what the input is like."""

    name: str
    trait: str
    files: list[str]
    facts: list[Fact]
    refusal_ok: bool
    why: str
    of_class: str = ""
    strict: bool = False
    args: list[str] = []
    command: str = "score"


class Measure(msgspec.Struct, frozen=True):
    """What a result says of one measure."""

    id: str
    verdict: str
    numerator: int | str | None
    denominator: int | str | None
    against: list[object]


class Criterion(msgspec.Struct, frozen=True):
    """One criterion's measures."""

    measures: list[Measure]


class Unit(msgspec.Struct, frozen=True):
    """What a result says of one unit; a combined standing has no criteria."""

    id: str
    name: str
    rank: int | None = None
    tied: bool = False
    criteria: list[Criterion] = []

    def measure(self, name: str) -> Measure:
        """The measure of this name."""
        return next(one for criterion in self.criteria for one in criterion.measures if one.id == name)


class Person(msgspec.Struct, frozen=True):
    """What a result says of one person."""

    name: str
    unit: str
    eligible: bool
    leader: bool


class Proposal(msgspec.Struct, frozen=True):
    """Who is proposed, and whether the council decides."""

    unit: str
    individual: str | None
    council_review: bool


class Said(msgspec.Struct, frozen=True):
    """A finding."""

    code: str
    message: str


class Sheet(msgspec.Struct, frozen=True):
    """A table that was read."""

    sheet: str
    kind: str
    system: str | None
    rows: int
    period: str | None
    partial: bool


class Input(msgspec.Struct, frozen=True):
    """A file and its tables."""

    file: str
    sheets: list[Sheet]


class Answer(msgspec.Struct, frozen=True):
    """What the program answered: the part of ``result.json`` or ``tong-hop.json`` that facts speak of."""

    units: list[Unit]
    individuals: list[Person] = []
    proposals: list[Proposal] = []
    findings: list[Said] = []
    inputs: list[Input] = []

    def name(self, unit: str) -> str:
        """The name of a unit by its id, as it is compared."""
        return next((same(one.name) for one in self.units if one.id == unit), same(unit))

    def says(self, codes: Iterable[str], matter: str) -> bool:
        """Whether a finding of these codes is there whose message speaks of the matter."""
        wanted = set(codes)
        return any(
            (one.code in wanted or ("any" in wanted and one.code not in AMBIENT))
            and re.search(same(matter), same(one.message))
            for one in self.findings
        )


def same(text: str) -> str:
    """Text as it is compared: case and white space left aside."""
    return " ".join(key(text).split())


def dishonest(case: Case, answer: Answer) -> list[str]:
    """What of a case does not hold, each with what was got instead."""
    found = []
    for fact in case.facts:
        got = wrong(fact, answer, strict=case.strict if fact.strict is None else fact.strict)
        if got and not (fact.or_finding and answer.says(fact.or_finding, fact.matter)):
            found.append(f"{fact.person or fact.unit} {fact.measure}: got {got}; {case.why}")
    return found


def wrong(fact: Fact, answer: Answer, *, strict: bool) -> str:
    """Empty if the fact holds, else what was got."""
    codes = fact.finding_any or ([fact.finding] if fact.finding else [])
    if codes:
        return "" if answer.says(codes, fact.matter) else f"none of {codes}"
    if fact.rows_accounted:
        return _rows(fact, answer)
    if fact.no_unit:
        return ", ".join(unit.name for unit in answer.units if re.search(fact.no_unit, same(unit.name)))
    if fact.proposed is not None or fact.not_proposed is not None:
        return _proposed(fact, answer, strict=strict)
    if fact.person:
        return _person(fact, answer, strict=strict)
    unit = next((one for one in answer.units if same(one.name) == same(fact.unit)), None)
    if unit is None:
        return "no such unit"
    return _measure(fact, unit.measure(fact.measure), strict=strict) if fact.measure else _place(fact, unit)


def _rows(fact: Fact, answer: Answer) -> str:
    """Every row of a kind of table is read, or something is said."""
    read = sum(sheet.rows for file in answer.inputs for sheet in file.sheets if sheet.kind == fact.kind)
    return "" if read >= fact.rows or answer.says(["any"], fact.matter) else f"{read} rows, no word on the rest"


def _proposed(fact: Fact, answer: Answer, *, strict: bool) -> str:
    """Nobody is proposed for sure who should not be; strictly, everybody is who should."""
    sure = {same(one.individual or answer.name(one.unit)) for one in answer.proposals if not one.council_review}
    if fact.proposed is None:
        bad = sure & {same(who) for who in fact.not_proposed or ()}
    else:
        wanted = {same(who) for who in fact.proposed}
        bad = sure ^ wanted if strict else sure - wanted
    return f"proposed {sorted(sure)}" if bad else ""


def _person(fact: Fact, answer: Answer, *, strict: bool) -> str:
    """A person is eligible and a leader as said; not to be listed at all is fair where nothing is claimed."""
    people = [one for one in answer.individuals if same(one.name) == same(fact.person)]
    here = [one for one in people if not fact.unit or answer.name(one.unit) == same(fact.unit)]
    if not here:
        return "" if not people and not strict and not fact.eligible else "not listed there"
    bad = [f"eligible {one.eligible}" for one in here if fact.eligible not in (None, one.eligible)]
    return ", ".join(bad + [f"leader {one.leader}" for one in here if fact.leader not in (None, one.leader)])


def _place(fact: Fact, unit: Unit) -> str:
    """A unit's place in the standings."""
    right = fact.rank in (None, unit.rank) and fact.tied in (None, unit.tied)
    return "" if right else f"rank {unit.rank}, tied {unit.tied}"


def _measure(fact: Fact, got: Measure, *, strict: bool) -> str:
    """A measure's verdict and figures, and at least so many cases against it."""
    if got.verdict == "no_data" and not strict:
        return ""
    wanted = fact.verdict if isinstance(fact.verdict, list) else [fact.verdict]
    pair = [got.numerator, got.denominator]
    figures = fact.value is None or _numbers(fact.value) == _numbers(pair)
    right = got.verdict in wanted and figures and len(got.against) >= fact.against
    return "" if right else f"{pair[0]}/{pair[1]} {got.verdict}, {len(got.against)} against"


def _numbers(values: Sequence[int | str | None]) -> list[Fraction]:
    return [Fraction(value) for value in values if value is not None]
