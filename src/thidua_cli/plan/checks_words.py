"""The vocabulary and the examples of a plan: names that mean one thing, fields and ids that exist."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from thidua_cli.plan.declaration import Raw
from thidua_cli.plan.shapes import Path, Reading
from thidua_cli.plan.tables import FIELDS
from thidua_cli.text.language import tc


def check_vocabulary(raw: Raw, reading: Reading) -> None:
    """Header fields exist; groups and successors exist; no name belongs to two units at the same time."""
    vocabulary = raw.get("vocabulary") or {}
    fields = sorted({name for names in FIELDS.values() for name in names})
    known = {*fields, *(f"{kind}.{name}" for kind, names in FIELDS.items() for name in names)}
    for header in vocabulary.get("headers") or {}:
        if header not in known:
            kind, _, _ = header.partition(".")
            place = reading.places[("vocabulary", "headers", header)]
            words = [f"{kind}.{name}" for name in sorted(FIELDS[kind])] if kind in FIELDS else [*FIELDS, *fields]
            reading.problems.unknown(place, "unknown_header", header, words)
    _units([(i, row) for i, row in enumerate(vocabulary.get("units") or ()) if isinstance(row, dict)], raw, reading)


def _units(rows: list[tuple[int, dict[str, Any]]], raw: Raw, reading: Reading) -> None:
    groups = [word for row in raw.get("groups") or () if row for word in (row.get("id"), row.get("name")) if word]
    names = {row["name"] for _, row in rows if "name" in row}
    taken: dict[str, list[tuple[dict[str, Any], int]]] = {}
    for index, row in rows:
        path: Path = ("vocabulary", "units", index)
        start, end = row.get("valid_from"), row.get("valid_to")
        if start and end and end < start:
            reading.problems.add(reading.places[(*path, "valid_to")], "dates_reversed", start=start, end=end)
        if row.get("group") and row["group"] not in groups:
            reading.problems.unknown(reading.places[(*path, "group")], "unknown_group", row["group"], groups)
        if row.get("successor") and row["successor"] not in names:
            reading.problems.unknown(reading.places[(*path, "successor")], "unknown_unit", row["successor"], names)
        spoken: list[tuple[Any, Path]] = [(row.get("name"), (*path, "name"))]
        spoken += [(alias, (*path, "aliases", i)) for i, alias in enumerate(row.get("aliases") or ())]
        for name, place in spoken:
            if name:
                _claim(name, row, reading.places[place], taken, reading)


def _claim(
    name: str,
    row: dict[str, Any],
    place: tuple[int, int],
    taken: dict[str, list[tuple[dict[str, Any], int]]],
    reading: Reading,
) -> None:
    owners = taken.setdefault(unicodedata.normalize("NFC", name).casefold(), [])
    for other, line in owners:
        if _overlap(row, other):
            reading.problems.add(place, "alias_taken", value=name, owner=other.get("name", ""), line=str(line))
            return
    owners.append((row, place[0]))


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _from(one) <= _to(other) and _from(other) <= _to(one)


def _from(row: dict[str, Any]) -> date:
    return row.get("valid_from") or date.min


def _to(row: dict[str, Any]) -> date:
    return row.get("valid_to") or date.max


def check_examples(raw: Raw, reading: Reading) -> None:
    """Expected ids are criteria or measures of this plan; example names are unique."""
    criteria = raw.get("criteria") or ()
    ids = [row["id"] for row in criteria if row and "id" in row]
    # Where a criterion's own id is a mistake, every example that names it would only repeat that mistake.
    sound = len(set(ids)) == len(criteria)
    known = [*ids, *(raw.get("measures") or {})]
    seen: dict[str, int] = {}
    for index, row in enumerate(raw.get("examples") or ()):
        if not isinstance(row, dict):
            continue
        path: Path = ("examples", index)
        for word in row.get("expected") or {}:
            if sound and word not in known:
                reading.problems.unknown(reading.places[(*path, "expected", word)], "unknown_expected", word, known)
        name = row.get("name")
        if name in seen:
            reading.problems.add(
                reading.places[(*path, "name")],
                "duplicate",
                value=name,
                what=tc("unique", "example"),
                line=str(seen[name]),
            )
        elif name:
            seen[name] = reading.places[path][0]
