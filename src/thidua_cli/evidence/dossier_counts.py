"""Counts of dossiers per unit and per officer, with the rows behind them and the findings about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import NO_DATE, days, known
from thidua_cli.evidence.dossiers import (
    LOGBOOK,
    ONE_STOP,
    PUBLIC,
    Dossiers,
    Marks,
    Mask,
    alternatives,
    mark,
    merge,
)
from thidua_cli.evidence.model import MAX_ROWS_LISTED, Count, Origin, Place, UndecidedCase
from thidua_cli.evidence.names_of_persons import Named, Same, same_persons
from thidua_cli.evidence.places import finding_at
from thidua_cli.evidence.rows import UNKNOWN, collect
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import first_in_order
from thidua_cli.intake.tables import System, Table
from thidua_cli.plan.model import Plan

LISTED = ("late", "not_on_software", "not_online_34")
"""Counts whose rows are listed, since they may stand against a unit."""
TIMED = ("early", "on_time", "late")


@dataclass(slots=True)
class DossierEvidence:
    """What the dossier tables say: per unit (index into the register) counts and open cases, and who is covered."""

    counts: dict[int, dict[str, Count]] = field(default_factory=dict)
    undecided: dict[int, list[UndecidedCase]] = field(default_factory=dict)
    undecided_in_logbook: dict[int, list[UndecidedCase]] = field(default_factory=dict)
    seen: frozenset[int] = frozenset()
    in_one_stop: frozenset[int] = frozenset()
    in_logbook: frozenset[int] = frozenset()
    covered_by_other: frozenset[int] = frozenset()
    has_one_stop: bool = False
    officers: Mapping[tuple[int, str], dict[str, Count]] = field(default_factory=dict)
    officer_undecided: Mapping[tuple[int, str], list[UndecidedCase]] = field(default_factory=dict)
    names_officers: frozenset[int] = frozenset()
    officers_unsure: Mapping[tuple[int, str], frozenset[str]] = field(default_factory=dict)
    """Per person the officers' names that may or may not mean them."""
    findings: list[Finding] = field(default_factory=list)


def gather_dossiers(
    tables: Sequence[Table], register: Register, plan: Plan, as_of: date, wanted: frozenset[tuple[int, str]]
) -> DossierEvidence:
    """Count the dossiers of all tables; ``wanted`` are the (unit, person key) pairs to be counted on their own."""
    if not tables:
        return DossierEvidence()
    rows = collect(tables, register, plan)
    dossiers = merge(rows, plan)
    marks = mark(dossiers, plan, as_of)
    result = DossierEvidence(findings=rows.findings)
    result.has_one_stop = any(table.receipt.system is System.ONE_STOP for table in tables)
    result.seen = frozenset(np.unique(rows.unit[rows.unit >= 0]).tolist())
    result.in_one_stop, result.in_logbook = (
        frozenset(np.unique(rows.unit[(rows.unit >= 0) & (rows.system == system)]).tolist())
        for system in (ONE_STOP, LOGBOOK)
    )
    result.covered_by_other = _covered(tables, dossiers, register)
    _count(result, dossiers, marks, register)
    _without_channel(result, dossiers, marks)
    same = _officers_meant(dossiers, wanted)
    _open_cases(result, dossiers, marks, plan, same)
    _count_officers(result, dossiers, marks, register, wanted, same)
    result.findings += _date_findings(dossiers, marks, register) + _level_findings(dossiers, register)
    result.findings += _software_findings(result, dossiers, marks, register)
    return result


def _covered(tables: Sequence[Table], d: Dossiers, register: Register) -> frozenset[int]:
    """Units that a table of another system covers: a list of several units covers all, a unit's own list that unit."""
    covered: set[int] = set()
    for number, table in enumerate(tables):
        if table.receipt.system is System.ONE_STOP:
            continue
        named = set(d.rows.unit[d.rows.table == number].tolist()) - {-1}
        if len(named) > 1:
            return frozenset(range(len(register.units)))
        covered |= named
    return frozenset(covered)


_NONE = Count(Fraction(0))


def _count(result: DossierEvidence, d: Dossiers, marks: Marks, register: Register) -> None:
    units, tables = len(register.units), len(d.rows.tables)
    have_unit = d.unit >= 0
    slot = d.unit.astype(np.int64) * tables + d.rows.table[d.ruling]
    public_slot = d.unit.astype(np.int64) * tables + d.rows.table[d.row_in[PUBLIC]]
    for name, mask in marks.masks.items():
        chosen = mask & have_unit
        per_table = np.bincount(slot[chosen], minlength=units * tables).reshape(units, tables)
        total = per_table.sum(axis=1)
        if name == "online_34":
            # What says "filed online" is the public service system's own row, even where the one-stop row rules.
            also = chosen & (d.row_in[PUBLIC] >= 0) & (d.row_in[ONE_STOP] >= 0)
            per_table = per_table + np.bincount(public_slot[also], minlength=units * tables).reshape(units, tables)
        places = _places(d, chosen, units) if name in LISTED else {}
        # In a batch most units of a shared register have no row in the part at hand.
        present = set(np.flatnonzero(per_table.any(axis=1)).tolist())
        for unit in range(units):
            result.counts.setdefault(unit, {})[name] = _NONE
            if unit in present:
                result.counts[unit][name] = Count(
                    Fraction(int(total[unit])),
                    origins=_origins(d, per_table[unit]),
                    places=places.get(unit, ()),
                    total=int(total[unit]),
                )


def _origins(d: Dossiers, per_table: npt.NDArray[np.int64]) -> tuple[Origin, ...]:
    found = (
        Origin(d.rows.tables[t].receipt.file, d.rows.tables[t].receipt.sheet, int(per_table[t]))
        for t in np.flatnonzero(per_table).tolist()
    )
    return tuple(sorted(found))


def _places(d: Dossiers, chosen: Mask, units: int) -> dict[int, tuple[Place, ...]]:
    """Per unit the first rows by dossier code (not by row, so that the order of rows does not matter)."""
    picked = np.flatnonzero(chosen)
    # A stable sort of 16-bit numbers is a single pass; there are fewer units than that.
    order = np.argsort(d.unit[picked].astype(np.int16 if units < 2**15 else np.int32), kind="stable")
    picked = picked[order]
    bounds = np.searchsorted(d.unit[picked], np.arange(units + 1))
    result = {}
    for unit in np.flatnonzero(np.diff(bounds)).tolist():
        part = picked[bounds[unit] : bounds[unit + 1]]
        first = part[first_in_order(d.rows.codes, part, MAX_ROWS_LISTED)]
        result[unit] = tuple(sorted(d.rows.place(int(d.ruling[i])) for i in first.tolist()))
    return result


def _without_channel(result: DossierEvidence, d: Dossiers, marks: Marks) -> None:
    """Nothing says how a unit's dossiers were filed: no list of the public service system, and no such column.

    Then the share filed online is not known, rather than nothing.
    """
    if any(table.receipt.system is System.PUBLIC_SERVICE for table in d.rows.tables):
        return
    silent = np.asarray(["channel" not in table.columns for table in d.rows.tables], dtype=np.bool_)
    received = marks.masks["received"] & silent[d.rows.table[d.ruling]] & (d.unit >= 0)
    for unit in np.unique(d.unit[received]).tolist():
        for name in ("online_34", "not_online_34"):
            result.counts[unit][name] = Count(None, "no_column", result.counts[unit][name].origins)


def _open_cases(result: DossierEvidence, d: Dossiers, marks: Marks, plan: Plan, same: Same) -> None:
    """Look one by one at the dossiers that stay open: what all their readings share is counted already."""
    only_log = d.only_in_logbook()
    officer_cases: dict[tuple[int, str], list[UndecidedCase]] = defaultdict(list)
    for index in np.flatnonzero(marks.care & (d.unit >= 0)).tolist():
        ways = alternatives(d, marks, index, plan)
        shared = frozenset.intersection(*ways)
        unit, place = int(d.unit[index]), d.rows.place(int(d.ruling[index]))
        rest = frozenset(way - shared for way in ways)
        if len(rest) > 1:
            case = UndecidedCase(rest, place)
            result.undecided.setdefault(unit, []).append(case)
            if only_log[index]:
                result.undecided_in_logbook.setdefault(unit, []).append(case)
        who = _officer_of(d, index)
        timed = frozenset(way & frozenset(TIMED) for way in ways)
        for person in same.sure.get((unit, who), ()) if who is not None and len(timed) > 1 else ():
            officer_cases[person].append(UndecidedCase(timed, place))
    for cases in (*result.undecided.values(), *result.undecided_in_logbook.values()):
        cases.sort(key=lambda case: case.place)
    result.officer_undecided = dict(officer_cases)


def _officer_of(d: Dossiers, index: int) -> str | None:
    officer = int(d.officer[index])
    if officer < 0 or d.row_in[ONE_STOP][index] < 0:
        return None
    return d.rows.officers[officer]


def _officers_meant(d: Dossiers, wanted: frozenset[Named]) -> Same:
    """Whom of the persons wanted each officer named in each unit means."""
    if not wanted or not d.rows.officers:
        return same_persons((), ())
    here = np.flatnonzero((d.officer >= 0) & (d.unit >= 0) & d.in_system(ONE_STOP))
    pairs = np.unique(d.unit[here].astype(np.int64) * len(d.rows.officers) + d.officer[here])
    named = (divmod(pair, len(d.rows.officers)) for pair in pairs.tolist())
    return same_persons(wanted, [(unit, d.rows.officers[officer]) for unit, officer in named])


def _count_officers(
    result: DossierEvidence, d: Dossiers, marks: Marks, register: Register, wanted: frozenset[Named], same: Same
) -> None:
    named = (d.rows.system == ONE_STOP) & (d.rows.officer != UNKNOWN)
    if np.any(named):
        # A unit without any one-stop row has no case that could name an officer, which is known well enough.
        listed = np.unique(d.rows.unit[named]).tolist()
        result.names_officers = frozenset(listed) | (frozenset(range(len(register.units))) - result.in_one_stop)
    ids = {name: number for number, name in enumerate(d.rows.officers)}
    of_person: dict[Named, list[int]] = defaultdict(list)
    for (_, officer), persons in same.sure.items():
        for person in persons:
            of_person[person].append(ids[officer])
    found = {person: {kind: Count(Fraction(0)) for kind in TIMED} for person in wanted}
    tables = len(d.rows.tables)
    for person, officers in of_person.items():
        theirs = np.isin(d.officer, officers) & d.in_system(ONE_STOP) & (d.unit == person[0])
        for kind in TIMED:
            chosen = theirs & marks.masks[kind]
            per_table = np.bincount(d.rows.table[d.ruling[chosen]], minlength=tables)
            total = int(per_table.sum())
            found[person][kind] = Count(Fraction(total), origins=_origins(d, per_table), total=total)
    result.officers, result.officers_unsure = found, same.unsure


def _per_unit_findings(
    d: Dossiers, mask: Mask, code: str, field_name: str, register: Register, **params: str
) -> list[Finding]:
    """One finding per unit and table for some dossiers, at the first of their cells, with how many there are."""
    findings = []
    picked = np.flatnonzero(mask & (d.unit >= 0))
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, unit, table in zip(
        picked.tolist(), d.unit[picked].tolist(), d.rows.table[d.ruling[picked]].tolist(), strict=True
    ):
        groups[unit, table].append(index)
    for (unit, number), indexes in groups.items():
        table = d.rows.tables[number]
        rows = np.zeros(len(table.rows), dtype=np.bool_)
        rows[d.rows.position[d.ruling[indexes]]] = True
        example = indexes[first_in_order(d.rows.codes, np.array(indexes), 1)[0]]
        named = {"code": d.rows.place(int(d.ruling[example])).code, **params}
        findings.append(finding_at(code, named, table, field_name, rows, register.units[unit].id))
    return findings


def _date_findings(d: Dossiers, marks: Marks, register: Register) -> list[Finding]:
    ended = marks.resolved & known(d.end)
    before = ended & known(d.received) & (days(d.end) < days(d.received))
    return [
        *_per_unit_findings(d, ended & (d.due == NO_DATE), "missing_due_date", "due", register),
        *_per_unit_findings(d, marks.resolved & (d.end == NO_DATE), "missing_end_date", "ended", register),
        *_per_unit_findings(d, marks.accepted & (d.received == NO_DATE), "missing_received_date", "received", register),
        *_per_unit_findings(d, before, "end_before_received", "ended", register),
    ]


def _level_findings(d: Dossiers, register: Register) -> list[Finding]:
    one, public = (d.rows.level[d.row_in[s]] for s in (ONE_STOP, PUBLIC))
    both = d.in_system(ONE_STOP) & d.in_system(PUBLIC) & (one > 0) & (public > 0)
    differ = both & ((one <= 2) != (public <= 2))
    low = d.online & np.isin(d.level, (1, 2)) & ~differ
    return [
        *_per_unit_findings(
            d,
            differ,
            "level_contradiction",
            "level",
            register,
            detail_vi="hai hệ thống ghi mức độ khác nhau, lấy theo dịch vụ công trực tuyến",
            detail_en="the two systems say different levels, the public service system rules",
        ),
        *_per_unit_findings(
            d,
            low,
            "level_contradiction",
            "level",
            register,
            detail_vi="nộp trực tuyến nhưng ghi mức độ 1 hoặc 2, không tính là mức độ 3, 4",
            detail_en="filed online but said to be of level 1 or 2, not counted as level 3 or 4",
        ),
    ]


def _software_findings(result: DossierEvidence, d: Dossiers, marks: Marks, register: Register) -> list[Finding]:
    if not result.has_one_stop:
        return []
    return _per_unit_findings(d, marks.masks["not_on_software"], "not_on_software", "code", register)
