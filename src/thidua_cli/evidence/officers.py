"""Counts of the dossiers that name one officer, for the persons put forward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from thidua_cli.evidence.coverage import Coverage
from thidua_cli.evidence.dossiers import ONE_STOP, Dossiers, Marks
from thidua_cli.evidence.model import Alternatives, Count, UndecidedCase
from thidua_cli.evidence.names_of_persons import Named, Same, same_persons
from thidua_cli.evidence.origins import first_places, origins
from thidua_cli.evidence.rows import UNKNOWN
from thidua_cli.intake.codes import distinct
from thidua_cli.text.reasons import Reason

TIMED = ("early", "on_time", "late")
Wanted = frozenset[tuple[int, str]]
"""(Unit, person key) pairs whose own dossiers are asked for."""


@dataclass(slots=True)
class OfficerEvidence:
    """Per (unit, person key) the timed dossiers; ``named`` are the units whose lists name officers, or have no case.

    ``unsure`` are per person the officers' names that may or may not mean them.
    """

    counts: dict[tuple[int, str], dict[str, Count]] = field(default_factory=dict)
    undecided: Mapping[tuple[int, str], list[UndecidedCase]] = field(default_factory=dict)
    named: frozenset[int] = frozenset()
    unsure: Mapping[Named, frozenset[str]] = field(default_factory=dict)

    def reopen(self, cases: Mapping[tuple[int, str], list[UndecidedCase]]) -> None:
        """Add cases that may be of some persons."""
        self.undecided = {
            person: [*self.undecided.get(person, ()), *cases.get(person, ())] for person in {**self.undecided, **cases}
        }

    def withhold(self, units: frozenset[int], reason: Reason) -> None:
        """Nothing is known of the officers of some units: a list of some dossiers alone says nothing of their share."""
        for who, counts in self.counts.items():
            if who[0] in units:
                self.counts[who] = {name: replace(count, value=None, reason=reason) for name, count in counts.items()}


def officers_meant(d: Dossiers, wanted: Wanted) -> Same:
    """Whom of the persons wanted each officer named in each unit means."""
    if not wanted or not d.rows.officers:
        return same_persons((), ())
    here = np.flatnonzero((d.officer >= 0) & (d.unit >= 0) & d.in_system(ONE_STOP))
    pairs = distinct(d.unit[here].astype(np.int64) * len(d.rows.officers) + d.officer[here])
    named = (divmod(pair, len(d.rows.officers)) for pair in pairs.tolist())
    return same_persons(wanted, [(unit, d.rows.officers[officer]) for unit, officer in named])


def count_officers(
    d: Dossiers, marks: Marks, coverage: Coverage, wanted: Wanted, same: Same, units: int
) -> OfficerEvidence:
    """The dossiers of each officer wanted, as the one-stop software's lists name them in their unit."""
    found = OfficerEvidence(unsure=same.unsure)
    named = (d.rows.system == ONE_STOP) & (d.rows.officer != UNKNOWN)
    if np.any(named):
        # A unit without any one-stop row has no case that could name an officer, which is known well enough.
        listed = frozenset(distinct(d.rows.unit[named]).tolist())
        in_lists = coverage.of("whole", ONE_STOP) | coverage.of("partial", ONE_STOP)
        found.named = listed | (frozenset(range(units)) - in_lists)
    ids = {name: number for number, name in enumerate(d.rows.officers)}
    of_person: dict[Named, list[int]] = defaultdict(list)
    for (_, officer), persons in same.sure.items():
        for person in persons:
            of_person[person].append(ids[officer])
    found.counts = {person: {kind: Count(Fraction(0)) for kind in TIMED} for person in wanted}
    tables = len(d.rows.tables)
    for person, officers in of_person.items():
        theirs = np.isin(d.officer, officers) & d.in_system(ONE_STOP) & (d.unit == person[0])
        for kind in TIMED:
            chosen = theirs & marks.masks[kind]
            per_table = np.bincount(d.rows.table[d.ruling[chosen]], minlength=tables)
            total = int(per_table.sum())
            places = first_places(d, np.flatnonzero(chosen)) if kind == "late" else ()
            found.counts[person][kind] = Count(Fraction(total), None, origins(d, per_table), places, total)
    found.withhold(coverage.of("partial", ONE_STOP), "partial")
    return found


def officer_cases(
    d: Dossiers, index: int, unit: int, case: UndecidedCase, ways: Alternatives, same: Same
) -> Iterator[tuple[Named, UndecidedCase]]:
    """An open dossier as a case of the persons whom its officer means, where its timing is open."""
    officer = int(d.officer[index])
    if officer < 0 or d.row_in[ONE_STOP][index] < 0:
        return
    timed = frozenset(way & frozenset(TIMED) for way in ways)
    if len(timed) > 1:
        for person in same.sure.get((unit, d.rows.officers[officer]), ()):
            yield person, UndecidedCase(timed, case.place, case.counted & frozenset(TIMED))
