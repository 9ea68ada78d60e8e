"""What people decided or gave before: the council's decisions and earlier awards, each from a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.evidence.lists import place_of, text_at
from thidua_cli.evidence.model import CouncilEntry, EarlierAward, Person, Place
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.plan.model import CouncilDecision, Plan
from thidua_cli.text.vietnamese import fold, key

_INCLUDE = ("dua vao", "bo sung", "khen thuong", "de nghi khen", "chon", "dong y", "them")
_EXCLUDE = ("loai", "khong khen", "khong xet", "khong de nghi", "khong dong y", "khong chon", "rut")


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

    A decision that is unclear, lacks author or reason, or means no unit, is a finding and none.
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
                text = " ".join(filter(None, (text_at(table, name, position) for name in ("achievement", "award"))))
                result.earlier.append(
                    EarlierAward(
                        register.units[unit].id,
                        text_at(table, "name", position) or None,
                        text,
                        text_at(table, "year", position),
                        text_at(table, "number", position),
                        place_of(table, position, text[:120]),
                    )
                )
    return result


def unmatched(entry: CouncilEntry, persons: Sequence[Person]) -> Finding | None:
    """The finding about a decision on a person whom no table puts forward; None where there is such a person."""
    if entry.individual is None or any(
        person.unit == entry.unit and key(person.name) == key(entry.individual) for person in persons
    ):
        return None
    where = (entry.place.file, entry.place.sheet, "", entry.unit)
    return Finding("unmatched_decision", {"name": entry.individual, "reason": entry.reason}, *where)


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
    said = text_at(table, "decision", position)
    words = fold(said)
    author, reason = text_at(table, "author", position), text_at(table, "reason", position)
    excludes = words.startswith(_EXCLUDE)
    includes = words.startswith(_INCLUDE) and not excludes
    if not (excludes or includes) or not author or not reason:
        where = (table.receipt.file, table.receipt.sheet, table.cell("decision", position), unit)
        result.findings.append(Finding("unclear_decision", {"value": said or "(để trống)"}, *where))
        return
    name = text_at(table, "name", position) or None
    entry = CouncilEntry(unit, name, includes, author, reason, place_of(table, position, said[:120]))
    result.decisions.append(entry)


def _drop_contradictions(result: CouncilEvidence) -> None:
    """Two decisions on one unit or person that say opposite things: neither is applied, and both are named."""
    said: dict[tuple[str, str], set[bool]] = {}
    for entry in result.decisions:
        said.setdefault(_whom(entry), set()).add(entry.include)
    for entry in [entry for entry in result.decisions if len(said[_whom(entry)]) > 1]:
        result.decisions.remove(entry)
        words = "Đưa vào" if entry.include else "Loại"
        params = {"value": f"{words} ({entry.author}) – trái với một quyết định khác"}
        result.findings.append(
            Finding("unclear_decision", params, entry.place.file, entry.place.sheet, unit=entry.unit)
        )


def _whom(entry: CouncilEntry) -> tuple[str, str]:
    return entry.unit, key(entry.individual or "")
