"""Counts of dossiers per unit, with the rows behind them, the rows that are open, and the findings about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.coverage import Coverage, as_set, cover, covered_by_other, partial_findings, settle_silent
from thidua_cli.evidence.dossier_findings import dossier_findings, per_unit_findings
from thidua_cli.evidence.dossiers import LOGBOOK, ONE_STOP, PUBLIC, Dossiers, Marks, Mask, mark, merge
from thidua_cli.evidence.identity_doubts import Doubts, doubtful_cases, find_doubts
from thidua_cli.evidence.model import Alternatives, Count, Place, UndecidedCase
from thidua_cli.evidence.names_of_persons import Named, Same
from thidua_cli.evidence.officers import OfficerEvidence, Wanted, count_officers, officer_cases, officers_meant
from thidua_cli.evidence.open_rows import readings
from thidua_cli.evidence.origins import first_places, origins
from thidua_cli.evidence.rows import collect
from thidua_cli.evidence.shared_units import possible
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import distinct
from thidua_cli.intake.tables import Table
from thidua_cli.plan.model import Plan
from thidua_cli.text.reasons import Reason

LISTED = ("late", "not_on_software", "not_online_34", "pending", "pending_overdue")
"""Counts whose rows may be listed: where a measure of the plan says that they stand against a unit."""
OF_FILING = ("online_34", "not_online_34")
OF_SYSTEM = ("on_software", "not_on_software", *OF_FILING)
Counts = dict[str, Count]
Units = npt.NDArray[np.int32]


@dataclass(slots=True)
class DossierEvidence:
    """What the dossier tables say: per unit (index into the register) counts and open cases, and who is covered.

    ``seen`` are the units that any list names, ``in_one_stop`` and ``in_logbook`` those that a whole list of the system
    names, ``partial`` (``partial_logbook``) those of which there are lists of some dossiers alone; ``aside`` counts the
    dossiers in these, as evidence of them and of no others. ``unsaid`` are units with dossiers of no known system.
    """

    counts: dict[int, Counts] = field(default_factory=dict)
    aside: dict[int, Counts] = field(default_factory=dict)
    undecided: dict[int, list[UndecidedCase]] = field(default_factory=dict)
    undecided_in_logbook: dict[int, list[UndecidedCase]] = field(default_factory=dict)
    seen: frozenset[int] = frozenset()
    in_one_stop: frozenset[int] = frozenset()
    in_logbook: frozenset[int] = frozenset()
    partial: frozenset[int] = frozenset()
    partial_logbook: frozenset[int] = frozenset()
    unsaid: frozenset[int] = frozenset()
    covered_by_other: frozenset[int] = frozenset()
    has_lists: bool = False
    has_one_stop: bool = False
    of_officers: OfficerEvidence = field(default_factory=OfficerEvidence)
    findings: list[Finding] = field(default_factory=list)

    @property
    def officers(self) -> Mapping[tuple[int, str], Counts]:
        """Per (unit, person key) the timed dossiers of an officer."""
        return self.of_officers.counts

    @property
    def officer_undecided(self) -> Mapping[tuple[int, str], list[UndecidedCase]]:
        """The same, of the dossiers whose timing is open."""
        return self.of_officers.undecided

    @property
    def officers_unsure(self) -> Mapping[Named, frozenset[str]]:
        """Per person the officers' names that may or may not mean them."""
        return self.of_officers.unsure

    @property
    def names_officers(self) -> frozenset[int]:
        """Units whose lists name officers, or that have no list which could."""
        return self.of_officers.named


def gather_dossiers(
    tables: Sequence[Table], register: Register, plan: Plan, as_of: date, wanted: Wanted
) -> DossierEvidence:
    """Count the dossiers of all tables; ``wanted`` are the (unit, person key) pairs to be counted on their own."""
    if not tables or not register.units:
        return DossierEvidence()
    # Everything is counted as of that day: the period ends there.
    plan = replace(plan, period_end=min(plan.period_end, as_of))
    units = len(register.units)
    rows = collect(tables, register, plan)
    d = merge(rows, plan)
    doubts = find_doubts(d, register)
    coverage = cover(d, units)
    silent = settle_silent(d, coverage)
    marks = mark(d, plan)
    result = _covered(coverage, tables, rows.findings + partial_findings(d) + doubts.findings)
    shown = {measure.against for measure in plan.measures.values()} & set(LISTED)
    result.counts = _count(d, marks, d.unit, units, tuple(marks.masks), shown)
    if (coverage.aside >= 0).any():
        result.aside = _count(d, marks, coverage.aside, units, LISTED, shown)
    _withhold(result, d, marks, coverage, doubts)
    same = officers_meant(d, wanted)
    result.of_officers = count_officers(d, marks, coverage, wanted, same, units)
    _open_cases(result, d, marks, plan, same, doubts, register)
    received = silent & marks.masks["received"]
    result.findings += dossier_findings(d, marks, received, register)
    if result.has_one_stop:
        off = marks.masks["not_on_software"]
        result.findings += per_unit_findings(d, off, "not_on_software", "code", register)
    return result


def _covered(coverage: Coverage, tables: Sequence[Table], findings: list[Finding]) -> DossierEvidence:
    systems = [table.receipt.system for table in tables if not table.receipt.partial]
    return DossierEvidence(
        seen=coverage.of("whole") | coverage.of("partial"),
        in_one_stop=coverage.of("whole", ONE_STOP),
        in_logbook=coverage.of("whole", LOGBOOK),
        partial=coverage.of("partial"),
        partial_logbook=coverage.of("partial", LOGBOOK),
        unsaid=as_set(coverage.unsaid),
        covered_by_other=covered_by_other(coverage),
        has_lists=bool(systems),
        has_one_stop="one_stop" in systems,
        findings=findings,
    )


_NONE = Count(Fraction(0))


def _count(
    d: Dossiers, marks: Marks, of_unit: Units, units: int, names: Sequence[str], listed: Container[str | None]
) -> dict[int, Counts]:
    """Some counts of every unit, with the rows of those ``listed``; ``of_unit`` says per dossier whose it is here.

    -1 is nobody's.
    """
    result: dict[int, Counts] = {unit: {} for unit in range(units)}
    tables = len(d.rows.tables)
    have_unit = of_unit >= 0
    slot = of_unit * tables + d.rows.table[d.ruling]
    for name in names:
        chosen = marks.masks[name] & have_unit
        per_table = np.bincount(slot[chosen], minlength=units * tables).reshape(units, tables)
        total = per_table.sum(axis=1)
        if name == "online_34":
            # What says "filed online" is the public service system's own row, even where the one-stop row rules.
            also = chosen & (d.row_in[PUBLIC] >= 0) & (d.row_in[ONE_STOP] >= 0)
            slots = of_unit[also] * tables + d.rows.table[d.row_in[PUBLIC][also]]
            per_table = per_table + np.bincount(slots, minlength=units * tables).reshape(units, tables)
        places = _places(d, chosen, of_unit, units) if name in listed else {}
        # In a batch most units of a shared register have no row in the part at hand.
        present = set(np.flatnonzero(per_table.any(axis=1)).tolist())
        for unit in range(units):
            result[unit][name] = _NONE
            if unit in present:
                result[unit][name] = Count(
                    Fraction(int(total[unit])),
                    origins=origins(d, per_table[unit]),
                    places=places.get(unit, ()),
                    total=int(total[unit]),
                )
    return result


def _places(d: Dossiers, chosen: Mask, of_unit: Units, units: int) -> dict[int, tuple[Place, ...]]:
    """Per unit the first rows by dossier code (not by row, so that the order of rows does not matter)."""
    picked = np.flatnonzero(chosen)
    # A stable sort of 16-bit numbers is a single pass; there are fewer units than that.
    order = np.argsort(of_unit[picked].astype(np.int16 if units < 2**15 else np.int32), kind="stable")
    picked = picked[order]
    bounds = np.searchsorted(of_unit[picked], np.arange(units + 1))
    result = {}
    for unit in np.flatnonzero(np.diff(bounds)).tolist():
        result[unit] = first_places(d, picked[bounds[unit] : bounds[unit + 1]])
    return result


def _withhold(result: DossierEvidence, d: Dossiers, marks: Marks, coverage: Coverage, doubts: Doubts) -> None:
    """What cannot be known of a unit is not known, rather than nothing."""

    def none(units: Sequence[int], names: Sequence[str], reason: Reason) -> None:
        for unit in units:
            for name in names:
                before = result.counts[unit][name]
                result.counts[unit][name] = Count(None, reason, before.origins, before.places, before.total)

    # Of no row of these units anything says how it was filed. What only a logbook holds needs nobody to say it.
    told = coverage.portal | coverage.channel
    received = marks.masks["received"] & (d.unit >= 0)
    received[received] = ~told[d.unit[received]]
    none(distinct(d.unit[received]).tolist(), OF_FILING, "no_channel")
    everything = [name for name in result.counts[0] if ":" not in name] if result.counts else []
    none(sorted(doubts.unmatched), everything, "code_damaged")


@lru_cache(maxsize=1024)
def _not_shared(ways: Alternatives) -> Alternatives:
    """The ways without what all of them share, which is counted already; the same object for the same ways."""
    shared = frozenset.intersection(*ways)
    return frozenset(way - shared for way in ways)


def _unknown_units(d: Dossiers, register: Register) -> dict[int, tuple[int, ...]]:
    """Dossiers whose row does not say whose they are, with the units that may have them."""
    places = np.flatnonzero(d.unit < 0)
    rows = d.ruling[places]
    meant: dict[int, dict[int, tuple[int, ...]]] = {}
    for number in distinct(d.rows.table[rows]).tolist():
        units = d.rows.unit[d.rows.table == number]
        meant[number] = possible(d.rows.tables[number], register, units.tolist())
    found = {}
    where = zip(d.rows.table[rows].tolist(), d.rows.positions(rows).tolist(), strict=True)
    for index, (table, position) in zip(places.tolist(), where, strict=True):
        candidates = meant[table].get(position)
        if candidates:
            found[index] = candidates
    return found


def _open_cases(
    result: DossierEvidence, d: Dossiers, marks: Marks, plan: Plan, same: Same, doubts: Doubts, register: Register
) -> None:
    """Look one by one at the dossiers that stay open: what all their readings share is counted already."""
    only_log = d.only_in(LOGBOOK)
    found: list[tuple[int, int, UndecidedCase]] = []
    repeated = set(doubts.repeated)
    by_officer: dict[Named, list[UndecidedCase]] = defaultdict(list)

    def of_officer(index: int, unit: int, case: UndecidedCase) -> None:
        for person, theirs in officer_cases(d, index, unit, case, case.alternatives, same):
            by_officer[person].append(theirs)

    for index in np.flatnonzero(marks.care & (d.unit >= 0)).tolist():
        if index in repeated:
            continue
        rest = _not_shared(readings(d, marks, index, plan))
        if len(rest) > 1:
            found.append((index, int(d.unit[index]), UndecidedCase(rest, d.rows.place(int(d.ruling[index])))))
    for index, units in _unknown_units(d, register).items():
        ways = readings(d, marks, index, plan) | {frozenset[str]()}
        case = UndecidedCase(ways, d.rows.place(int(d.ruling[index])))
        found += [(index, unit, case) for unit in units if len(ways) > 1]
    found += doubtful_cases(d, doubts, lambda index: readings(d, marks, index, plan))
    for index, unit, case in found:
        result.undecided.setdefault(unit, []).append(case)
        if only_log[index]:
            result.undecided_in_logbook.setdefault(unit, []).append(case)
        of_officer(index, unit, case)
    for cases in (*result.undecided.values(), *result.undecided_in_logbook.values()):
        cases.sort(key=lambda case: case.place)
    result.of_officers.undecided = dict(by_officer)
