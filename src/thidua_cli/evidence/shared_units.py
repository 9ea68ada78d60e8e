"""Rows that belong to several units at once: a task or an initiative whose cell names them all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_cli.evidence.places import raw_at
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.text.vietnamese import clean

_BETWEEN = re.compile(r"(\s*[;,\n\r+&/]+\s*|\s+và\s+)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s*")
_MOST = 30
"""A cell names no more units than this."""


def units_in(register: Register, text: str) -> tuple[int, ...]:
    """The units that a cell names: one, or several if the whole means none and every part means exactly one."""
    whole = register.find(clean(text))
    if whole:
        return whole if len(whole) == 1 else ()
    pieces = _BETWEEN.split(text)
    if not 1 < len(pieces) < 2 * _MOST:
        return ()
    # "Phòng Nội vụ và Văn phòng HĐND và UBND": what stands between two separators may itself be part of a name.
    found: list[int] = []
    start = 0
    while start < len(pieces):
        hits: tuple[int, ...] = ()
        end = start
        for end in range(len(pieces), start, -2):
            part = _ITEM.sub("", clean("".join(pieces[start:end])))
            hits = register.find(part) if part else ()
            if len(hits) == 1:
                break
        if len(hits) != 1:
            return ()
        found += hits
        start = end + 1
    return tuple(dict.fromkeys(found))


def resolve_all(table: Table, register: Register, beside: str = "") -> tuple[list[tuple[int, ...]], list[Finding]]:
    """Per row the units that it names (none where that is not known), with the findings about names that mean none.

    ``beside`` is a field that may name the unit where the table has no column for it ("Nguyễn Văn A - Phường An Lộc" in
    a column of authors and where they work): what stands in the row goes before what stands above the table.
    """
    units, findings = resolve_units(table, register)
    rows: list[tuple[int, ...]] = [(unit,) if unit >= 0 else () for unit in units.tolist()]
    if "unit" in table.columns:
        column = table.columns["unit"]
        several = {code: units_in(register, str(value)) for code, value in enumerate(column.values)}
        solved = {clean(str(column.values[code])) for code, found in several.items() if len(found) > 1}
        rows = [row or several.get(code, ()) for row, code in zip(rows, column.codes.tolist(), strict=True)]
        findings = [note for note in findings if clean(str(note.params.get("name", ""))) not in solved]
    elif beside in table.columns:
        named = [_named_beside(register, raw_at(table, beside, position)) for position in range(len(rows))]
        if any(named):
            # A row that names none is then the unit's above the table only if no other row names one.
            rows = named
            findings = [] if all(named) else findings
    return rows, findings


def _named_beside(register: Register, text: str) -> tuple[int, ...]:
    parts: Sequence[str] = re.split(r"[,;(\n)]|\s[-–—]\s", text)
    hits = (register.find(clean(part)) for part in parts if " " in clean(part))
    return tuple(dict.fromkeys(hit[0] for hit in hits if len(hit) == 1))
