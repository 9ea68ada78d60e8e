"""Initiatives: recognised ones per unit, and whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

import numpy as np

from thidua_cli.evidence.lists import ListEvidence, listed_count
from thidua_cli.evidence.model import Count, Initiative, Place, UndecidedCase
from thidua_cli.evidence.places import finding_at, place_of, raw_at, said_at, text_at, unknown_answer
from thidua_cli.evidence.same_rows import grouped, repeated, settle, speaks_until, subject
from thidua_cli.evidence.shared_units import possible, resolve_all
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.answers import is_pending, parse_recognition, parse_yes_no, says_none, title_recognises
from thidua_cli.intake.people import person_key, split_authors
from thidua_cli.intake.periods import years_in
from thidua_cli.intake.tables import Table
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import t
from thidua_cli.text.vietnamese import sort_key

INITIATIVE_COUNTS = ("initiatives_recognised",)
_UNDECIDED = frozenset({frozenset({"initiatives_recognised"}), frozenset[str]()})


@record
class _Row:
    """One row for one unit, and what is wrong with it where its recognition cannot be read."""

    table: Table
    position: int
    unit: int
    initiative: Initiative
    note: Finding | None


def gather_initiatives(
    tables: Sequence[Table], register: Register, plan: Plan
) -> tuple[ListEvidence, list[Initiative]]:
    """Recognised initiatives per unit. A row whose recognition cannot be read is open, not recognised or not.

    The same initiative in several rows is one; the later state rules.
    """
    result = ListEvidence()
    rows: list[_Row] = []
    for table in tables:
        units, notes = resolve_all(table, register, beside="author")
        result.findings += notes
        wanted = _of_the_year(table, plan, result.findings)
        for position, candidates in possible(table, register, [own[0] if own else -1 for own in units]).items():
            open_ = _row(table, position, candidates[0], register).initiative
            if wanted[position] and open_.recognised is not False and not says_none(raw_at(table, "title", position)):
                for unit in candidates:
                    result.undecided.setdefault(unit, []).append(UndecidedCase(_UNDECIDED, open_.place))
        rows += [
            _row(table, position, unit, register)
            for position, owners in enumerate(units)
            for unit in owners
            if wanted[position] and not says_none(raw_at(table, "title", position))
        ]
    if not any(text_at(table, "title", position) for table in tables for position in range(len(table.rows))):
        return _nothing_yet(tables, register, result), []
    until = {id(row.table): speaks_until(row.table, plan) for row in rows}
    keys: list[tuple[Hashable, str]] = [
        ((row.unit, subject(row.initiative.title)), "; ".join(sorted(map(person_key, row.initiative.authors))))
        for row in rows
    ]
    initiatives: list[Initiative] = []
    recognised: dict[int, list[Place]] = defaultdict(list)
    dropped: list[tuple[Table, int]] = []
    for group in grouped(keys):
        settled = settle(
            [rows[i] for i in group], lambda row: row.initiative.recognised, lambda row: until[id(row.table)]
        )
        one = settled.row.initiative
        one = replace(one, recognised=None) if settled.contradicted else one
        dropped += [(other.table, other.position) for other in settled.others]
        initiatives.append(one)
        if one.recognised:
            recognised[settled.row.unit].append(one.place)
            continue
        result.findings += [settled.row.note] if settled.row.note is not None else []
        if one.recognised is None:
            result.undecided.setdefault(settled.row.unit, []).append(UndecidedCase(_UNDECIDED, one.place))
    result.findings += repeated("title", dropped)
    result.counts = {
        unit: {
            "initiatives_recognised": listed_count(recognised.get(unit, [])),
        }
        for unit in range(len(register.units))
    }
    return result, sorted(initiatives, key=lambda i: (i.unit, sort_key(i.title), i.author_text, i.place))


def _nothing_yet(tables: Sequence[Table], register: Register, result: ListEvidence) -> ListEvidence:
    """Lists in which nothing stands say nothing, and that there are none only if somebody writes so ("Không có")."""
    kinds = {"kind": t("initiatives")}
    for table in tables:
        if len(table.rows):
            result.findings.append(finding_at("empty_table", kinds, table, "title", np.ones(len(table.rows), np.bool_)))
    nothing = {name: Count(None, "empty_table") for name in INITIATIVE_COUNTS}
    return replace(result, counts=dict.fromkeys(range(len(register.units)), nothing), filled=False)


def _of_the_year(table: Table, plan: Plan, findings: list[Finding]) -> list[bool]:
    """Which rows are of the plan's year; those of another are no evidence, and said.

    A column of years says it outright. A decision of recognition may be of the next year, not of one before.
    """
    wanted = np.ones(len(table.rows), np.bool_)
    for field in ("year", "decision", "recognised"):
        years = [_years(text_at(table, field, position)) for position in range(len(table.rows))]
        good = {plan.year} if field == "year" else {plan.year, plan.year + 1}
        other = wanted & np.asarray([bool(said) and not said & good for said in years], np.bool_)
        if np.any(other):
            found = set[int]().union(*(said for said, out in zip(years, other.tolist(), strict=True) if out))
            named = ", ".join(map(str, sorted(found)))
            why = {"why": t("initiatives of {named}", named=named)}
            findings.append(finding_at("row_left_out", why, table, field, other))
        wanted &= ~other
    return wanted.tolist()


def _years(text: str) -> set[int]:
    return set(years_in(text))


def _row(table: Table, position: int, unit: int, register: Register) -> _Row:
    unit_id, title, author = (
        register.units[unit].id,
        said_at(table, "title", position),
        raw_at(table, "author", position),
    )
    # The result of the review says whether it is recognised; the state of its papers only where nothing else does.
    field = next((name for name in ("recognised", "decision", "status") if name in table.columns), None)
    said = title_recognises(table.title) if field is None else parse_recognition(raw_at(table, field, position))
    unread = said is None and field is not None
    note = unknown_answer(table, field, position, "recognised", unit_id) if unread and field is not None else None
    if field is not None and is_pending(raw_at(table, field, position)):
        where = (table.receipt.file, table.receipt.sheet, table.cell(field, position), unit_id)
        note = Finding("recognition_pending", {"value": text_at(table, field, position)}, *where)
    names = tuple(split_authors(author))
    place = place_of(table, position, title[:120])
    made = Initiative(
        unit_id,
        title,
        names,
        said_at(table, "author", position),
        said_at(table, "effect", position),
        said,
        place,
        scope=said_at(table, "scope", position),
        rollout=parse_yes_no(raw_at(table, "rollout", position)) if "rollout" in table.columns else None,
        implementer=said_at(table, "implementer", position),
    )
    return _Row(table, position, unit, made, note)
