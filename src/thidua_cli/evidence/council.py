"""What people decided or gave before: the council's decisions and earlier awards, each from a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_cli.evidence.model import CouncilEntry, EarlierAward, Place
from thidua_cli.evidence.places import place_of, raw_at, said_at
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import EMPTY, Finding
from thidua_cli.intake.answers import Decision, accepted, parse_decision
from thidua_cli.intake.people import person_key
from thidua_cli.intake.periods import years_in
from thidua_cli.intake.tables import Table
from thidua_cli.plan.model import CouncilDecision, Plan
from thidua_cli.text.language import Message, t
from thidua_cli.text.vietnamese import fold


@dataclass(slots=True)
class CouncilEvidence:
    """Decisions and earlier awards, with what could not be read of them."""

    decisions: list[CouncilEntry]
    earlier: list[EarlierAward]
    findings: list[Finding]


def gather_council(
    decisions: Sequence[Table], earlier: Sequence[Table], register: Register, plan: Plan
) -> CouncilEvidence:
    """The plan's decisions, then those of the sheets, and earlier awards.

    A decision that is unclear, or lacks author or reason, is a finding and a question to the council; one that means no
    unit is a finding alone.
    """
    result = CouncilEvidence([], [], [])
    for said in plan.awards.decisions:
        _planned(said, register, plan, result)
    for table in decisions:
        units, notes = resolve_units(table, register)
        result.findings += notes
        for position, unit in enumerate(units.tolist()):
            if unit >= 0:
                _decision(table, position, register.units[unit].id, result)
    _drop_contradictions(result)
    for table in earlier:
        units, notes = resolve_units(table, register)
        result.findings += notes
        for position, unit in enumerate(units.tolist()):
            if unit >= 0:
                _earlier(table, position, register.units[unit].id, plan, result)
    return result


def _for_this_movement(award: EarlierAward, plan: Plan) -> bool | None:
    """Whether an award was for this movement in the plan's year; None where it may have been.

    The year that its achievement names decides, else the year it was given. The decision on a year is often signed
    early in the next one (domain.md, 4.2): an award of the next year that names none may be for this one.
    """
    said = f" {fold(award.achievement)} "
    if not any(f" {fold(word)} " in said for word in plan.awards.achievement_words):
        return False
    named = years_in(award.achievement)
    given = years_in(f"{award.year} {award.number}")
    if named or plan.year in given:
        return plan.year in (named or given)
    return None if not given or plan.year + 1 in given else False


def _earlier(table: Table, position: int, unit: str, plan: Plan, result: CouncilEvidence) -> None:
    text = " ".join(filter(None, (said_at(table, name, position) for name in ("achievement", "award"))))
    name, year, number = (said_at(table, field, position) for field in ("name", "year", "number"))
    award = EarlierAward(unit, name or None, text, year, number, place_of(table, position, text[:120]))
    award = replace(award, for_movement=_for_this_movement(award, plan))
    result.earlier.append(award)
    if award.for_movement is None:
        field = next(field for field in ("achievement", "award", "unit") if field in table.columns)
        where = (table.receipt.file, table.receipt.sheet, table.cell(field, position), unit)
        params = {"value": text, "said": year or number or EMPTY, "year": str(plan.year), "name": name}
        result.findings.append(Finding("earlier_award_unclear", params, *where))


def _planned(said: CouncilDecision, register: Register, plan: Plan, result: CouncilEvidence) -> None:
    """One decision in the plan: its unit in any spelling that the register knows, or the unit's id."""
    units = [unit for unit in register.units if unit.id == said.unit]
    units = units or [register.units[hit] for hit in register.find(said.unit)]
    if len(units) != 1:
        params = {"name": said.unit, "reason": said.reason}
        result.findings.append(Finding("unmatched_decision", params, plan.source))
        return
    place = Place("", plan.source, "", 0)
    includes = said.decision == "include"
    result.decisions.append(CouncilEntry(units[0].id, said.individual, includes, said.author, said.reason, place))


def _decision(table: Table, position: int, unit: str, result: CouncilEvidence) -> None:
    said = said_at(table, "decision", position)
    decided = parse_decision(raw_at(table, "decision", position))
    author, reason = said_at(table, "author", position), said_at(table, "reason", position)
    name = said_at(table, "name", position) or None
    place = place_of(table, position, said[:120])
    if decided in (None, Decision.AGREE) or not author or not reason:
        where = (table.receipt.file, table.receipt.sheet, table.cell("decision", position), unit)
        result.findings.append(_unclear(said or EMPTY, *where))
        if decided is not Decision.AGREE:  # to whatever they agree, what is proposed stays so
            result.decisions.append(CouncilEntry(unit, name, None, author, said, place))
        return
    if decided is not Decision.KEEP:  # what stays as it is needs nothing done
        result.decisions.append(CouncilEntry(unit, name, decided is Decision.INCLUDE, author, reason, place))


def _unclear(value: str | Message, file: str, sheet: str, cell: str, unit: str) -> Finding:
    return Finding("unclear_decision", {"value": value, **accepted("decision")}, file, sheet, cell, unit)


def _drop_contradictions(result: CouncilEvidence) -> None:
    """Two decisions on one unit or person that say opposite things: neither is applied, and both are named."""
    said: dict[tuple[str, str], set[bool | None]] = {}
    for entry in result.decisions:
        said.setdefault(_whom(entry), set()).add(entry.include)
    for place, entry in enumerate(result.decisions):
        if entry.include is None or len(said[_whom(entry)]) == 1:
            continue
        value = (
            t("Put in ({author}), against another decision", author=entry.author)
            if entry.include
            else t("Left out ({author}), against another decision", author=entry.author)
        )
        result.findings.append(_unclear(value, entry.place.file, entry.place.sheet, "", entry.unit))
        result.decisions[place] = replace(entry, include=None, reason=value)


def _whom(entry: CouncilEntry) -> tuple[str, str]:
    return entry.unit, person_key(entry.individual or "")
