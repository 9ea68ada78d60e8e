"""Which units the lists of each system cover: whole lists, lists of some dossiers alone, and who says how they filed.

A list covers the units that it names. A list of only the late (running, returned …) dossiers covers none: it is
evidence of the dossiers in it and never a denominator (contract, section 2.1).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dossiers import LOGBOOK, ONE_STOP, PUBLIC, UNSAID, Dossiers, Mask
from thidua_cli.evidence.rows import ABSENT, SYSTEMS
from thidua_cli.findings import Finding
from thidua_cli.records import record
from thidua_cli.text.glossary import called


@record
class Coverage:
    """Per system whether a whole list names each unit (``whole``), or only lists of some dossiers do (``partial``).

    ``portal`` are the units that a whole list of the portal covers, also by the codes it shares with other lists;
    ``channel`` those of which some row says how it was filed. ``unsaid`` are units with dossiers that stand in no table
    but one that does not say its system.
    """

    whole: npt.NDArray[np.bool_]
    partial: npt.NDArray[np.bool_]
    portal: Mask
    channel: Mask
    unsaid: Mask
    aside: npt.NDArray[np.int32]
    """Per dossier its unit where nothing but a list of some dossiers has it, else -1."""

    def of(self, coverage: str, *systems: int) -> frozenset[int]:
        """The units that lists of some systems (of all, if none is said) cover: ``whole`` or ``partial``."""
        chosen: npt.NDArray[np.bool_] = getattr(self, coverage)
        rows = chosen[list(systems)] if systems else chosen
        return as_set(np.asarray(rows.any(axis=0), dtype=np.bool_))


def as_set(mask: Mask) -> frozenset[int]:
    """Some units as a set."""
    return frozenset(np.flatnonzero(mask).tolist())


def cover(d: Dossiers, units: int) -> Coverage:
    """Who is covered. Takes dossiers that only partial lists have out of the counts (``d.unit`` is then -1)."""
    rows = d.rows
    part_table = np.asarray([bool(table.receipt.partial) for table in rows.tables], dtype=np.bool_)
    part = part_table[rows.table] if part_table.any() else np.zeros(len(rows.table), dtype=np.bool_)
    whole = np.stack([_named(rows.unit[(rows.system == s) & ~part], units) for s in range(len(SYSTEMS))])
    only = np.zeros_like(part)
    if part_table.any():
        # A portal's late dossiers beside a whole list of the software are dossiers like all others of that list.
        settled = whole[rows.system, rows.unit] | ((rows.system == PUBLIC) & whole[ONE_STOP, rows.unit])
        only = part & (rows.unit >= 0) & ~settled
    partial = np.stack([_named(rows.unit[(rows.system == s) & only], units) for s in range(len(SYSTEMS))])
    aside = _set_aside(d, only)
    portal = whole[PUBLIC] | _named(d.unit[_whole_in_portal(d, part)], units)
    return Coverage(
        whole=whole,
        partial=partial,
        portal=portal,
        channel=_named(rows.unit[(rows.channel != ABSENT) & (rows.system != PUBLIC)], units),
        unsaid=_named(d.unit[d.only_in(UNSAID)], units),
        aside=aside,
    )


def _named(unit: npt.NDArray[np.int32], units: int) -> Mask:
    found: Mask = np.bincount(unit[unit >= 0], minlength=units) > 0
    return found


def _whole_in_portal(d: Dossiers, part: Mask) -> Mask:
    listed = d.in_system(PUBLIC)
    if part.any():
        listed &= ~part[d.row_in[PUBLIC]]
    return listed


def _set_aside(d: Dossiers, only: Mask) -> npt.NDArray[np.int32]:
    aside = np.full(len(d), -1, dtype=np.int32)
    if only.any():
        lone = np.ones(len(d), dtype=np.bool_)
        lone[d.rows.code[~only]] = False
        aside[lone] = d.unit[lone]
        d.unit[lone] = -1
    return aside


def settle_silent(d: Dossiers, coverage: Coverage) -> Mask:
    """Mark as not known how those were filed whose table does not say it, where nothing else does; gives them.

    A unit that the portal's list covers filed online what stands there. What only a logbook holds was not filed online.
    Units of which no row says anything are left as they are: nothing is known of them at all.
    """
    silent: Mask = (d.rows.channel[d.ruling] == ABSENT) & ~d.online & ~d.in_system(PUBLIC) & ~d.only_in(LOGBOOK)
    asked = coverage.channel & ~coverage.portal
    silent &= (d.unit >= 0) & asked[d.unit]
    d.channel_unknown |= silent
    return silent


def partial_findings(d: Dossiers) -> list[Finding]:
    """One finding for each list of some dossiers alone."""
    findings = []
    for table in d.rows.tables:
        if table.receipt.partial:
            where = (table.receipt.file, table.receipt.sheet, table.receipt.header.partition(":")[0])
            findings.append(Finding("partial_list", {"which": called("partial", table.receipt.partial)}, *where))
    return findings


def covered_by_other(coverage: Coverage) -> frozenset[int]:
    """Units that a whole list of another system than the one-stop software names: these alone are verified by it."""
    return as_set(coverage.portal | coverage.whole[LOGBOOK])
