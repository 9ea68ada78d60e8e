"""Rows that belong to several units at once: a task or an initiative whose cell names them all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_cli.evidence.places import raw_at
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.layout.names import is_kind_alone
from thidua_cli.intake.tables import Table
from thidua_cli.text.vietnamese import clean, fold

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


def of_group(register: Register, text: str) -> tuple[int, ...]:
    """The units of the emulation group that a cell names ("UBND các xã, phường"), or all of them ("Các đơn vị")."""
    words = () if is_kind_alone(text) else _name_of_group(text)
    if words in _EVERYBODY:
        return tuple(range(len(register.units)))
    groups = {unit.group for unit in register.units if words and words == _name_of_group(unit.group)}
    return tuple(number for number, unit in enumerate(register.units) if unit.group in groups)


def _name_of_group(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold(name).split() if word not in _NO_NAME)


_NO_NAME = frozenset("cac va ubnd uy ban nhan dan khoi thi dua cum tat ca toan bo".split())
_EVERYBODY = frozenset({("don", "vi"), ("co", "quan", "don", "vi"), ("phong", "ban", "xa", "phuong"), ("thanh", "pho")})


def possible(table: Table, register: Register, units: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Rows (positions) without a known unit, each with the units whose it may be.

    An empty cell may be any unit's that the table names, a name of several may be each of these. A name that means none
    is a unit's that is not judged, or is the misspelt one of the unit most like it of which the table has no other row.
    """
    column = table.columns.get("unit")
    if column is None or min(units, default=0) >= 0:
        return {}
    named = tuple(sorted({unit for unit in units if unit >= 0}))
    unknown = [(place, code) for place, code in enumerate(column.codes.tolist()) if units[place] < 0]
    meant = {code: _meant(register, str(column.values[code]), named) for _, code in unknown if code >= 0} | {-1: named}
    rows = ((place, meant[code]) for place, code in unknown)
    return {place: candidates for place, candidates in rows if candidates}


def _meant(register: Register, name: str, named: tuple[int, ...]) -> tuple[int, ...]:
    near = None if (hits := register.find(name)) else register.near(name)
    return hits if near is None or near in named else (near,)


def resolve_all(
    table: Table, register: Register, beside: str = "", *, groups: bool = False
) -> tuple[list[tuple[int, ...]], list[Finding]]:
    """Per row the units that it names (none where that is not known), with the findings about names that mean none.

    With ``groups`` a group's name means all its units (a task of "UBND các xã, phường" is each one's).
    ``beside`` is a field that may name the unit where the table has no column for it ("Nguyễn Văn A - Phường An Lộc" in
    a column of authors and where they work): what stands in the row goes before what stands above the table.
    """
    units, findings = resolve_units(table, register)
    rows: list[tuple[int, ...]] = [(unit,) if unit >= 0 else () for unit in units.tolist()]
    if "unit" in table.columns:
        column = table.columns["unit"]
        texts = {code: str(value) for code, value in enumerate(column.values)}
        several = {
            code: units_in(register, text) or (of_group(register, text) if groups else ())
            for code, text in texts.items()
        }
        solved = {
            table.cell("unit", row) for row, code in enumerate(column.codes.tolist()) if len(several.get(code, ())) > 1
        }
        rows = [row or several.get(code, ()) for row, code in zip(rows, column.codes.tolist(), strict=True)]
        findings = [note for note in findings if note.cell not in solved]
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
