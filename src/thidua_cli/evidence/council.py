"""What people decided or gave before: the council's decisions and earlier awards, each from a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.evidence.lists import place_of, text_at
from thidua_cli.evidence.model import CouncilEntry, EarlierAward
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.text.vietnamese import fold

_INCLUDE = ("dua vao", "bo sung", "khen thuong", "de nghi khen", "chon", "dong y", "them")
_EXCLUDE = ("loai", "khong khen", "khong xet", "khong de nghi", "khong dong y", "khong chon", "rut")


@dataclass(slots=True)
class CouncilEvidence:
    """Decisions and earlier awards, with what could not be read of them."""

    decisions: list[CouncilEntry]
    earlier: list[EarlierAward]
    findings: list[Finding]


def gather_council(decisions: Sequence[Table], earlier: Sequence[Table], register: Register) -> CouncilEvidence:
    """Read both kinds of sheets; a decision that is unclear, or lacks author or reason, is a finding and none."""
    result = CouncilEvidence([], [], [])
    for table in decisions:
        units, notes = resolve_units(table, register)
        result.findings += notes
        for position, unit in enumerate(units.tolist()):
            if unit >= 0:
                _decision(table, position, register.units[unit].id, result)
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
