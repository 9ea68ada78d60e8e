"""Persons put forward: what their row says, what the lists of dossiers and initiatives say under their name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from thidua_cli.evidence.council import CouncilEvidence
from thidua_cli.evidence.dossier_counts import DossierEvidence
from thidua_cli.evidence.model import CouncilEntry, EarlierAward, Initiative, Person
from thidua_cli.evidence.names_of_persons import Named, same_persons
from thidua_cli.evidence.places import finding_at, place_of, raw_at, said_at, text_at, unknown_answer
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.same_rows import repeated, settle, speaks_until
from thidua_cli.evidence.units import Register
from thidua_cli.findings import EMPTY, Finding
from thidua_cli.intake.answers import (
    leads,
    own_initiative_title,
    parse_classification,
    parse_leader,
    parse_own_initiative,
)
from thidua_cli.intake.people import person_key
from thidua_cli.intake.periods import years_in
from thidua_cli.intake.tables import Table
from thidua_cli.intake.vocabulary import parse_gender
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import Param
from thidua_cli.text.vietnamese import fold, person_sort_key


@record
class _Entry:
    """One row of a persons table."""

    table: Table
    position: int
    unit: int
    key: str
    namesakes: int = 1

    @property
    def says(self) -> tuple[str, ...]:
        """What the row says of the person, to be held against another row of that name."""
        at = self.table, self.position
        gender = parse_gender(text_at(self.table, "gender", self.position)) or ""
        said = tuple(raw_at(self.table, name, self.position) for name in ("classification", "initiative", "leader"))
        return (fold(text_at(at[0], "position", at[1])), gender, *(fold(text) for text in said))


def read_entries(tables: Sequence[Table], register: Register, plan: Plan, findings: list[Finding]) -> list[_Entry]:
    """The rows of the persons tables whose unit is known, each person once.

    Rows of one name in a unit that say the same are one row twice; of two tables with the same position the later one
    rules. Any others are namesakes.
    """
    entries = []
    for table in tables:
        units, notes = resolve_units(table, register)
        findings += notes
        for position, unit in enumerate(units.tolist()):
            name = person_key(raw_at(table, "name", position))
            if unit >= 0 and name:
                entries.append(_Entry(table, position, unit, name))
    by_name: dict[Named, list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_name[entry.unit, entry.key].append(entry)
    kept: list[_Entry] = []
    for rows in by_name.values():
        persons = _persons_in(rows, plan)
        kept += [replace(entry, namesakes=len(persons)) for entry in persons]
        findings += repeated("name", [(row.table, row.position) for row in rows if row not in persons])
    return sorted(kept, key=_order(entries))


def _order(entries: Sequence[_Entry]) -> Callable[[_Entry], int]:
    """The order of the rows themselves."""
    places = {(id(entry.table), entry.position): number for number, entry in enumerate(entries)}
    return lambda entry: places[id(entry.table), entry.position]


def _persons_in(rows: Sequence[_Entry], plan: Plan) -> list[_Entry]:
    """The distinct persons among rows of one name in one unit."""
    persons: list[list[_Entry]] = []
    for row in sorted(rows, key=lambda row: -sum(map(bool, row.says))):
        same = next((known for known in persons if all(_agree(row, other) for other in known)), None)
        if same is None:
            persons.append([row])
        else:
            same.append(row)
    if (
        len(persons) > 1
        and len({row.says[:2] for row in rows}) == 1
        and len({id(row.table) for row in rows}) == len(rows)
    ):
        settled = settle(rows, lambda row: row.says[2:], lambda row: speaks_until(row.table, plan))
        if not settled.contradicted:
            return [settled.row]
    return [known[0] for known in persons]


def _agree(one: _Entry, other: _Entry) -> bool:
    """Whether two rows may be of one person: in one table they say the same, in another cells may be blank."""
    blank = one.table is not other.table
    return all(a == b or (blank and not (a and b)) for a, b in zip(one.says, other.says, strict=True))


def wanted_officers(entries: Sequence[_Entry]) -> frozenset[Named]:
    """The (unit, person key) pairs whose own dossiers are asked for."""
    return frozenset((entry.unit, entry.key) for entry in entries)


def gather_persons(
    entries: Sequence[_Entry],
    register: Register,
    dossiers: DossierEvidence,
    initiatives: Sequence[Initiative],
    plan: Plan,
    findings: list[Finding],
    *,
    has_initiatives: bool,
) -> list[Person]:
    """Everything known about each person. Two of one name in a unit: ``ambiguous_person``, both are marked."""
    authored = _authored(entries, register, initiatives)
    _say_unclear_positions(entries, findings)
    persons = []
    for entry in entries:
        either = dossiers.officers_unsure.get((entry.unit, entry.key), frozenset())
        person = _person(entry, register, plan, findings, ambiguous=entry.namesakes > 1 or bool(either))
        named = (entry.unit, entry.key)
        persons.append(
            replace(
                person,
                # What the row itself does not say readably is not known, unless the list of initiatives says yes.
                authored=_better(authored.get(named, False), *([None] if _unread(entry) else [])),
                initiatives_listed=has_initiatives,
                timed=dossiers.officers.get(named) if entry.unit in dossiers.names_officers else None,
                undecided=tuple(dossiers.officer_undecided.get(named, ())),
            )
        )
        if person.ambiguous:
            where = (entry.table.receipt.file, entry.table.receipt.sheet, entry.table.cell("name", entry.position))
            params: dict[str, Param] = {"name": person.name, "count": max(entry.namesakes, 1 + len(either))}
            findings.append(Finding("ambiguous_person", params, *where, person.unit))
    return sorted(persons, key=lambda p: (p.unit, person_sort_key(p.name), p.position, p.place))


def _authored(
    entries: Sequence[_Entry], register: Register, initiatives: Sequence[Initiative]
) -> Mapping[Named, bool | None]:
    """Per person whether an initiative of theirs is recognised, as the list of initiatives says."""
    index = {unit.id: number for number, unit in enumerate(register.units)}
    written = [((index[one.unit], person_key(author)), one.recognised) for one in initiatives for author in one.authors]
    same = same_persons(wanted_officers(entries), [who for who, _ in written])
    found: dict[Named, bool | None] = {}
    for spelling, recognised in written:
        for person in same.sure.get(spelling, ()):
            found[person] = _better(found.get(person, False), recognised)
    for person in same.unsure:
        found[person] = _better(found.get(person, False), None)
    return found


def _better(*recognised: bool | None) -> bool | None:
    """Recognised if one is; else not known if one is not known."""
    if any(recognised):
        return True
    return None if None in recognised else False


def _person(entry: _Entry, register: Register, plan: Plan, findings: list[Finding], *, ambiguous: bool) -> Person:
    """What a person's own row says."""
    table, position = entry.table, entry.position
    name, unit = said_at(table, "name", position), register.units[entry.unit]
    classification = said_at(table, "classification", position)
    said = parse_classification(classification) if classification else None
    if classification and said is None:
        findings.append(unknown_answer(table, "classification", position, "classification", unit.id))
    years = set(years_in(f"{_head(table, 'classification')} {classification}"))
    if said is not None and years and plan.year not in years:
        where = (table.receipt.file, table.receipt.sheet, table.cell("classification", position), unit.id)
        params = {"value": classification, "year": str(plan.year)}
        findings.append(Finding("classification_of_another_year", params, *where))
    if _unread(entry):
        findings.append(unknown_answer(table, "initiative", position, "own_initiative", unit.id))
    own = _own_initiative(entry)
    return Person(
        name=name,
        unit=unit.id,
        position=said_at(table, "position", position),
        leader=_leader(entry, unit.id, findings),
        gender=parse_gender(text_at(table, "gender", position)) or "",
        classification=said,
        classification_text=classification,
        own_initiative=own,
        authored=False,
        initiatives_listed=False,
        ambiguous=ambiguous,
        place=place_of(table, position, name),
        initiative=own_initiative_title(text_at(table, "initiative", position)) if own else "",
    )


def _head(table: Table, field: str) -> str:
    """The words above a field's column."""
    return next((column.head for column in table.receipt.account.columns if column.use == field), "")


def _own_initiative(entry: _Entry) -> bool | None:
    if "initiative" not in entry.table.columns:
        return None
    return parse_own_initiative(raw_at(entry.table, "initiative", entry.position))


def _unread(entry: _Entry) -> bool:
    return "initiative" in entry.table.columns and _own_initiative(entry) is None


def _leader(entry: _Entry, unit: str, findings: list[Finding]) -> bool | None:
    """Whether the row says that the person leads, in its own column or by the position; None where it is not clear."""
    table, position = entry.table, entry.position
    text = raw_at(table, "leader", position)
    answer = parse_leader(text) if text.strip() else None
    if text.strip() and answer is None:
        findings.append(unknown_answer(table, "leader", position, "leader", unit))
    by_position = leads(text_at(table, "position", position))
    if answer or by_position:
        return True
    # A mark (x) only for leaders leaves the others blank: a blank beside a known position says nothing more.
    return False if answer is False or (by_position is False and not text.strip()) else None


def _say_unclear_positions(entries: Iterable[_Entry], findings: list[Finding]) -> None:
    """One finding for each position that is not known as leading or not, unless another column of the row says it."""
    unclear: dict[tuple[int, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        text = text_at(entry.table, "position", entry.position)
        said = raw_at(entry.table, "leader", entry.position).strip()
        if leads(text) is None and (not said or parse_leader(said) is None):
            unclear[id(entry.table), text].append(entry)
    for (_, text), rows in unclear.items():
        table = rows[0].table
        mask = np.zeros(len(table.rows), dtype=np.bool_)
        mask[[row.position for row in rows]] = True
        field = "position" if "position" in table.columns else "name"
        findings.append(finding_at("unclear_position", {"value": text or EMPTY}, table, field, mask))


def named_as_listed(
    council: CouncilEvidence, entries: Sequence[_Entry], register: Register, findings: list[Finding]
) -> tuple[list[CouncilEntry], list[EarlierAward]]:
    """Decisions and earlier awards with the names as the list of persons has them; who means nobody in it is said."""
    index = {unit.id: number for number, unit in enumerate(register.units)}
    listed: dict[Named, str] = {
        (entry.unit, entry.key): said_at(entry.table, "name", entry.position) for entry in entries
    }
    said: list[CouncilEntry | EarlierAward] = [*council.decisions, *council.earlier]
    named = {(index[one.unit], person_key(one.individual)) for one in said if one.individual is not None}
    same = same_persons(listed, named)

    def whom(unit: str, individual: str | None) -> str | None:
        if individual is None:
            return None
        meant = same.sure.get((index[unit], person_key(individual)), ())
        return listed[meant[0]] if len(meant) == 1 else individual

    for one in said:
        spelling = None if one.individual is None else (index[one.unit], person_key(one.individual))
        either = sorted({listed[name] for name, by in same.unsure.items() if spelling and spelling[1] in by})
        where = (one.place.file, one.place.sheet, "", one.unit)
        if spelling and either:
            findings.append(Finding("ambiguous_person", {"name": one.individual or "", "count": len(either)}, *where))
        elif spelling and spelling not in same.sure and isinstance(one, CouncilEntry):
            params = {"name": one.individual or "", "reason": one.reason}
            findings.append(Finding("unmatched_decision", params, *where))
    decisions = [replace(entry, individual=whom(entry.unit, entry.individual)) for entry in council.decisions]
    return decisions, [replace(award, individual=whom(award.unit, award.individual)) for award in council.earlier]
