"""Persons put forward: what their row says, what the lists of dossiers and initiatives say under their name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_cli.evidence.dossier_counts import DossierEvidence
from thidua_cli.evidence.lists import place_of, text_at
from thidua_cli.evidence.model import Initiative, Person
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import parse_yes_no
from thidua_cli.intake.vocabulary import (
    leads,
    parse_classification,
    parse_gender,
    parse_recognition,
    person_key,
)
from thidua_cli.text.vietnamese import fold, person_sort_key

_NO_INITIATIVE = re.compile(r"k?|0|(?:khong|chua) co(?: sang kien| giai phap| mo hinh)*(?: nao| duoc cong nhan)*")
"""Beside what :func:`parse_recognition` takes for a no: cells that say there is none."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of a persons table."""

    table: Table
    position: int
    unit: int
    key: str


def read_entries(tables: Sequence[Table], register: Register, findings: list[Finding]) -> list[_Entry]:
    """The rows of the persons tables whose unit is known."""
    entries = []
    for table in tables:
        units, notes = resolve_units(table, register)
        findings += notes
        for position, unit in enumerate(units.tolist()):
            name = person_key(text_at(table, "name", position))
            if unit >= 0 and name:
                entries.append(_Entry(table, position, unit, name))
    return entries


def wanted_officers(entries: Sequence[_Entry]) -> frozenset[tuple[int, str]]:
    """The (unit, person key) pairs whose own dossiers are asked for."""
    return frozenset((entry.unit, entry.key) for entry in entries)


def gather_persons(
    entries: Sequence[_Entry],
    register: Register,
    dossiers: DossierEvidence,
    initiatives: Sequence[Initiative],
    findings: list[Finding],
    *,
    has_initiatives: bool,
) -> list[Person]:
    """Everything known about each person. Two of one name in a unit: ``ambiguous_person``, both are marked."""
    namesakes = Counter((entry.unit, entry.key) for entry in entries)
    authored: dict[tuple[str, str], bool | None] = {}
    for initiative in initiatives:
        for author in initiative.authors:
            who = (initiative.unit, person_key(author))
            authored[who] = _better(authored[who], initiative.recognised) if who in authored else initiative.recognised
    persons = []
    for entry in entries:
        person = _person(
            entry,
            register,
            dossiers,
            authored,
            findings,
            has_initiatives=has_initiatives,
            namesakes=namesakes[entry.unit, entry.key],
        )
        persons.append(person)
    return sorted(persons, key=lambda p: (p.unit, person_sort_key(p.name), p.position, p.place))


def _better(*recognised: bool | None) -> bool | None:
    """Recognised if one is; else not known if one is not known."""
    if any(recognised):
        return True
    return None if None in recognised else False


def _person(
    entry: _Entry,
    register: Register,
    dossiers: DossierEvidence,
    authored: Mapping[tuple[str, str], bool | None],
    findings: list[Finding],
    *,
    has_initiatives: bool,
    namesakes: int,
) -> Person:
    table, position = entry.table, entry.position
    name, unit = text_at(table, "name", position), register.units[entry.unit]
    classification = text_at(table, "classification", position)
    said = parse_classification(classification) if classification else None
    if classification and said is None:
        findings.append(_unreadable(table, position, "classification", "Mức độ hoàn thành nhiệm vụ", unit.id))
    job = text_at(table, "position", position)
    if namesakes > 1:
        where = (table.receipt.file, table.receipt.sheet, table.cell("name", position), unit.id)
        findings.append(Finding("ambiguous_person", {"name": name, "count": namesakes}, *where))
    return Person(
        name=name,
        unit=unit.id,
        position=job,
        leader=leads(job) or _said_leader(table, position, unit.id, findings),
        gender=parse_gender(text_at(table, "gender", position)) or "",
        classification=said,
        classification_text=classification,
        own_initiative=_own_initiative(table, position),
        authored=authored.get((unit.id, entry.key), False),
        initiatives_listed=has_initiatives,
        ambiguous=namesakes > 1,
        place=place_of(table, position, name),
        timed=dossiers.officers.get((entry.unit, entry.key)) if entry.unit in dossiers.names_officers else None,
        undecided=tuple(dossiers.officer_undecided.get((entry.unit, entry.key), ())),
    )


def _said_leader(table: Table, position: int, unit: str, findings: list[Finding]) -> bool:
    text = text_at(table, "leader", position)
    answer = parse_yes_no(text) if text else False
    if answer is None:
        findings.append(_unreadable(table, position, "leader", "Lãnh đạo", unit))
    return bool(answer)


def _own_initiative(table: Table, position: int) -> bool | None:
    if "initiative" not in table.columns:
        return None
    text = text_at(table, "initiative", position)
    return not _NO_INITIATIVE.fullmatch(fold(text)) and parse_recognition(text) is not False


def _unreadable(table: Table, position: int, field: str, head: str, unit: str) -> Finding:
    where = (table.receipt.file, table.receipt.sheet, table.cell(field, position), unit)
    return Finding("unknown_answer", {"value": text_at(table, field, position)[:60], "column": head}, *where)
