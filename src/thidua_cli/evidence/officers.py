"""Counts of the dossiers that name one officer, for the persons put forward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from thidua_cli.evidence.coverage import Coverage
from thidua_cli.evidence.dossiers import ONE_STOP, Dossiers, Marks
from thidua_cli.evidence.model import Alternatives, Count, UndecidedCase
from thidua_cli.evidence.origins import origins
from thidua_cli.evidence.rows import UNKNOWN

TIMED = ("early", "on_time", "late")
Wanted = frozenset[tuple[int, str]]
"""(Unit, person key) pairs whose own dossiers are asked for."""


@dataclass(slots=True)
class OfficerEvidence:
    """Per (unit, person key) the timed dossiers; ``named`` are the units whose lists name officers, or have no case."""

    counts: dict[tuple[int, str], dict[str, Count]] = field(default_factory=dict)
    undecided: Mapping[tuple[int, str], list[UndecidedCase]] = field(default_factory=dict)
    named: frozenset[int] = frozenset()

    def withhold(self, units: frozenset[int], reason: str) -> None:
        """Nothing is known of the officers of some units: a list of some dossiers alone says nothing of their share."""
        for who, counts in self.counts.items():
            if who[0] in units:
                self.counts[who] = {name: replace(count, value=None, reason=reason) for name, count in counts.items()}


def count_officers(d: Dossiers, marks: Marks, coverage: Coverage, wanted: Wanted, units: int) -> OfficerEvidence:
    """The dossiers of each officer wanted, as the one-stop software's lists name them in their unit."""
    found = OfficerEvidence()
    named = (d.rows.system == ONE_STOP) & (d.rows.officer != UNKNOWN)
    if np.any(named):
        # A unit without any one-stop row has no case that could name an officer, which is known well enough.
        listed = frozenset(np.unique(d.rows.unit[named]).tolist())
        in_lists = coverage.of("whole", ONE_STOP) | coverage.of("partial", ONE_STOP)
        found.named = listed | (frozenset(range(units)) - in_lists)
    ids = {name: number for number, name in enumerate(d.rows.officers)}
    of_officer: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for unit, name in wanted:
        if name in ids:
            of_officer[ids[name]].append((unit, name))
        found.counts[unit, name] = {kind: Count(Fraction(0)) for kind in TIMED}
    tables = len(d.rows.tables)
    for officer, pairs in of_officer.items():
        theirs = (d.officer == officer) & d.in_system(ONE_STOP)
        for unit, name in pairs:
            for kind in TIMED:
                chosen = theirs & (d.unit == unit) & marks.masks[kind]
                per_table = np.bincount(d.rows.table[d.ruling[chosen]], minlength=tables)
                total = int(per_table.sum())
                found.counts[unit, name][kind] = Count(Fraction(total), origins=origins(d, per_table), total=total)
    found.withhold(coverage.of("partial", ONE_STOP), "partial")
    return found


def officer_case(
    d: Dossiers, index: int, unit: int, case: UndecidedCase, ways: Alternatives, wanted: Wanted
) -> tuple[tuple[int, str], UndecidedCase] | None:
    """An open dossier as a case of its officer, where that is asked for and its timing is open."""
    officer = int(d.officer[index])
    if officer < 0 or d.row_in[ONE_STOP][index] < 0:
        return None
    who = (unit, d.rows.officers[officer])
    timed = frozenset(way & frozenset(TIMED) for way in ways)
    if who not in wanted or len(timed) < 2:
        return None
    return who, UndecidedCase(timed, case.place, case.counted & frozenset(TIMED))
