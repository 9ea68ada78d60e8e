"""Findings about single dossiers, one for each unit and table, at the first of their cells."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from thidua_cli.evidence.dates import NO_DATE, known, on_earlier_day
from thidua_cli.evidence.dossiers import ONE_STOP, PUBLIC, Dossiers, Marks, Mask, Places
from thidua_cli.evidence.places import finding_at
from thidua_cli.evidence.rows import CHANNELS
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import first_in_order
from thidua_cli.text.language import Param, t

NOT_ONLINE = tuple(CHANNELS.index(word) for word in ("direct", "post"))


def dossier_findings(d: Dossiers, marks: Marks, silent: Mask, register: Register) -> list[Finding]:
    """Everything that is said about the dossiers of units; ``silent`` are those of which nothing says how they came."""
    return [
        *_date_findings(d, marks, register),
        *_level_findings(d, register),
        *_filing_findings(d, silent, register),
    ]


def per_unit_findings(
    d: Dossiers,
    mask: Mask,
    code: str,
    field_name: str,
    register: Register,
    *,
    at: Places | None = None,
    **params: Param,
) -> list[Finding]:
    """One finding per unit and table for some dossiers, with how many there are; ``at`` are the rows meant (ruling)."""
    findings = []
    rows_of = d.ruling if at is None else at
    picked = np.flatnonzero(mask & (d.unit >= 0))
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, unit, table in zip(
        picked.tolist(), d.unit[picked].tolist(), d.rows.table[rows_of[picked]].tolist(), strict=True
    ):
        groups[unit, table].append(index)
    for (unit, number), indexes in groups.items():
        table = d.rows.tables[number]
        rows = np.zeros(len(table.rows), dtype=np.bool_)
        rows[d.rows.positions(rows_of[indexes])] = True
        example = indexes[first_in_order(d.rows.codes, np.array(indexes), 1)[0]]
        named = {"code": d.rows.place(int(d.ruling[example])).code, **params}
        findings.append(finding_at(code, named, table, field_name, rows, register.units[unit].id))
    return findings


def _date_findings(d: Dossiers, marks: Marks, register: Register) -> list[Finding]:
    ended = marks.resolved & known(d.end)
    before = ended & on_earlier_day(d.end, d.received)
    return [
        *per_unit_findings(d, ended & (d.due == NO_DATE), "missing_due_date", "due", register),
        *per_unit_findings(d, marks.resolved & (d.end == NO_DATE), "missing_end_date", "ended", register),
        *per_unit_findings(d, marks.accepted & (d.received == NO_DATE), "missing_received_date", "received", register),
        *per_unit_findings(d, marks.accepted & d.impossible_due, "due_before_received", "due", register),
        *per_unit_findings(d, before, "end_before_received", "ended", register),
        *per_unit_findings(d, marks.torn, "status_contradicts_end", "status", register),
    ]


def _level_findings(d: Dossiers, register: Register) -> list[Finding]:
    one, public = (d.rows.level[d.row_in[s]] for s in (ONE_STOP, PUBLIC))
    both = d.in_system(ONE_STOP) & d.in_system(PUBLIC) & (one > 0) & (public > 0)
    differ = both & ((one <= 2) != (public <= 2))
    low = d.online & np.isin(d.level, (1, 2)) & ~differ
    return [
        *per_unit_findings(
            d,
            differ,
            "level_contradiction",
            "level",
            register,
            detail=t("the two systems say different levels, the public service system rules"),
        ),
        *per_unit_findings(
            d,
            low,
            "level_contradiction",
            "level",
            register,
            detail=t("filed online but said to be of level 1 or 2, not counted as level 3 or 4"),
        ),
    ]


def _filing_findings(d: Dossiers, silent: Mask, register: Register) -> list[Finding]:
    listed = d.in_system(PUBLIC)
    denied = listed & np.isin(d.rows.channel[d.row_in[PUBLIC]], NOT_ONLINE)
    return [
        *per_unit_findings(d, denied, "portal_says_direct", "channel", register, at=d.row_in[PUBLIC]),
        *per_unit_findings(d, silent, "blank_channel", "channel", register),
    ]
