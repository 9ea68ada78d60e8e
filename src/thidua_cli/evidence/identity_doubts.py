"""Rows of which it is in doubt whose or which dossier they are: one code under two units, codes that lost digits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from thidua_cli.evidence.dates import days
from thidua_cli.evidence.dossiers import ONE_STOP, PUBLIC, Dossiers, Mask
from thidua_cli.evidence.model import Alternatives, UndecidedCase
from thidua_cli.evidence.places import finding_at
from thidua_cli.evidence.rows import Ints
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import distinct

Readings = Callable[[int], Alternatives]
"""The ways in which one dossier may fall."""
NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class Doubts:
    """Contested dossiers with the units that claim each; and per dossier whose code lost digits what it may repeat.

    ``unmatched`` are units whose damaged codes would have to be matched with those of another system: nothing that
    rests on which dossier is which is known of them.
    """

    contested: Mapping[int, Sequence[int]] = field(default_factory=dict)
    repeated: Sequence[int] = ()
    unmatched: frozenset[int] = frozenset()
    findings: list[Finding] = field(default_factory=list)


def find_doubts(d: Dossiers, register: Register) -> Doubts:
    """Look for both; takes contested dossiers out of the counts (``d.unit`` is then -1)."""
    contested, findings = _contested(d, register)
    if not d.rows.damaged.any():
        return Doubts(contested, findings=findings)
    return Doubts(contested, _repeated(d), _unmatched(d), findings)


def _contested(d: Dossiers, register: Register) -> tuple[dict[int, list[int]], list[Finding]]:
    """One code under several units is an error. Where the software and the portal differ, the software rules."""
    rows = d.rows
    ruling = d.unit[rows.code]
    other = (rows.unit >= 0) & (ruling >= 0) & (rows.unit != ruling)
    if not other.any():
        return {}, []
    of_portal = other & (rows.system == PUBLIC) & d.in_system(ONE_STOP)[rows.code]
    findings = _claims(d, of_portal, "portal_names_other_unit", register)
    claimed = distinct(rows.code[other & ~of_portal])
    if not len(claimed):
        return {}, findings
    among = np.flatnonzero(np.isin(rows.code, claimed) & (rows.unit >= 0))
    units: dict[int, set[int]] = defaultdict(set)
    for code, unit in zip(rows.code[among].tolist(), rows.unit[among].tolist(), strict=True):
        units[code].add(unit)
    findings += _claims(d, other & ~of_portal, "code_in_two_units", register)
    d.unit[claimed] = -1
    return {code: sorted(claims) for code, claims in units.items()}, findings


def _claims(d: Dossiers, rows: Mask, code: str, register: Register) -> list[Finding]:
    """One finding for each table with rows that name another unit than the row that rules, with an example."""
    findings = []
    chosen = np.flatnonzero(rows)
    for number in distinct(d.rows.table[chosen]).tolist():
        table = d.rows.tables[number]
        of_table = chosen[d.rows.table[chosen] == number]
        first = min(of_table.tolist(), key=d.rows.place)
        mask = np.zeros(len(table.rows), dtype=np.bool_)
        mask[d.rows.positions(of_table)] = True
        other = int(d.rows.unit[d.ruling[d.rows.code[first]]])
        names = (register.units[int(d.rows.unit[first])].name, register.units[other].name)
        params = {"code": d.rows.place(first).code, "unit": names[0], "other": names[1]}
        findings.append(finding_at(code, params, table, "unit" if "unit" in table.columns else "code", mask))
    return findings


def _repeated(d: Dossiers) -> list[int]:
    """Dossiers that may be another row's again: alike in what is left of the code, in unit, system and day of receipt.

    The one with the latest end of those alike is a dossier in any case, each of the others may be one or not.
    """
    rows = d.rows
    groups: dict[tuple[str, int, int, int], list[int]] = defaultdict(list)
    damaged = np.flatnonzero(rows.damaged)
    received = days(rows.received[damaged]).tolist()
    for row, day in zip(damaged.tolist(), received, strict=True):
        groups[rows.place(row).code, int(rows.unit[row]), int(rows.system[row]), int(day)].append(int(rows.code[row]))
    found = []
    for members in groups.values():
        first = max(members, key=lambda index: (int(d.end[index]), *_reversed(d, index)))
        found += [index for index in members if index != first]
    return found


def _reversed(d: Dossiers, index: int) -> tuple[int, ...]:
    """An order among equals that no order of files changes."""
    return (int(d.due[index]), int(d.status[index]), -int(d.rows.positions(d.ruling[[index]])[0]))


def _unmatched(d: Dossiers) -> frozenset[int]:
    """Units with damaged codes in one system and dossiers in another that they might be."""
    rows = d.rows
    found: set[int] = set()
    system: Ints = rows.system.astype(np.int64)
    for unit in distinct(rows.unit[rows.damaged & (rows.unit >= 0)]).tolist():
        of_unit = rows.unit == unit
        if len(distinct(system[of_unit])) > 1:
            found.add(unit)
    return frozenset(found)


def doubtful_cases(d: Dossiers, doubts: Doubts, ways: Readings) -> list[tuple[int, int, UndecidedCase]]:
    """Dossier, unit and case of each: contested ones may be any claimant's; repeated ones may be none at all.

    What the counts show already of a repeated one is the case's ``counted``: the rows stand apart.
    """
    cases = []
    for index, units in doubts.contested.items():
        place = d.rows.place(int(d.ruling[index]))
        cases += [(index, unit, UndecidedCase(ways(index) | {NOTHING}, place)) for unit in units]
    for index in doubts.repeated:
        options = ways(index)
        if int(d.unit[index]) >= 0:
            case = UndecidedCase(
                options | {NOTHING}, d.rows.place(int(d.ruling[index])), frozenset.intersection(*options)
            )
            cases.append((index, int(d.unit[index]), case))
    return cases
