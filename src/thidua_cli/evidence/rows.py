"""Dossier tables of all systems as one set of arrays: each distinct value judged once, each row only indexed.

The arrays of :class:`Rows` have one entry per row of every dossier table; what a value means (a day, a status, a unit)
was found once per distinct value of a column and is spread over the rows by its codes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import NO_DATE, TableDates, table_dates
from thidua_cli.evidence.dossier_codes import Scope, code_columns, identify
from thidua_cli.evidence.model import Place
from thidua_cli.evidence.places import finding_at, said_code, spread
from thidua_cli.evidence.units import Register
from thidua_cli.findings import EMPTY, Finding
from thidua_cli.intake.codes import distinct
from thidua_cli.intake.people import person_key
from thidua_cli.intake.sheet import CellValue, Column
from thidua_cli.intake.statuses import Status, parse_status
from thidua_cli.intake.tables import System, Table
from thidua_cli.intake.values import normalise_codes
from thidua_cli.intake.vocabulary import blank_is_no, parse_channels, parse_level
from thidua_cli.plan.model import Plan
from thidua_cli.text.language import Message, Param, t

Ints = npt.NDArray[np.int64]
Ids = npt.NDArray[np.int64] | npt.NDArray[np.int32]
Small = npt.NDArray[np.int8]

SYSTEMS = (System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK, None)
"""In the order in which they rule on a dossier's dates and status; None is a table that does not say its system."""

STATUSES = tuple(Status)
UNKNOWN = -2
ABSENT = -1
"""Codes of what stands in a cell: ``UNKNOWN`` text that is not understood, ``ABSENT`` nothing (or no such column)."""
CHANNELS = ("online", "direct", "post")


@dataclass(slots=True)
class Rows:
    """Every row of every dossier table.

    See the module's note. Dates are seconds since 1970, ``NO_DATE`` where blank, ``BAD_DATE`` where unreadable.
    """

    tables: Sequence[Table]
    starts: Ints
    """Per table its first row here."""
    table: npt.NDArray[np.int32]
    system: Small
    code: npt.NDArray[np.int32]
    codes: Sequence[str]
    unit: npt.NDArray[np.int32]
    received: Ints
    due: Ints
    end: Ints
    """Processing ended, else returned; or the return alone (:func:`end_of`)."""
    status: Small
    inferred_status: npt.NDArray[np.bool_]
    channel: Small
    level: Small
    officer: npt.NDArray[np.int32]
    damaged: npt.NDArray[np.bool_]
    officers: Sequence[str]
    findings: list[Finding]

    def positions(self, rows: Ids) -> Ints:
        """Where some rows stand among their table's."""
        return rows - self.starts[self.table[rows]]

    def places(self, rows: Ids) -> list[Place]:
        """Where some rows stand, each with its dossier code."""
        found = zip(self.table[rows].tolist(), self.positions(rows).tolist(), self.code[rows].tolist(), strict=True)
        return [
            Place(
                said_code(self.codes[code]) if code < len(self.codes) else "",
                self.tables[table].receipt.file,
                self.tables[table].receipt.sheet,
                int(self.tables[table].rows[position]) + 1,
            )
            for table, position, code in found
        ]

    def place(self, row: int) -> Place:
        """Where one row stands, with its dossier code."""
        return self.places(np.array([row]))[0]

    def findings_at(self, code: str, field: str, mask: npt.NDArray[np.bool_], **params: str) -> list[Finding]:
        """One finding for each table that has some rows, at the cells of a field."""
        findings = []
        chosen = np.flatnonzero(mask)
        for number in distinct(self.table[chosen]).tolist():
            table = self.tables[number]
            of_table = np.zeros(len(table.rows), dtype=np.bool_)
            of_table[self.positions(chosen[self.table[chosen] == number])] = True
            findings.append(finding_at(code, params, table, field, of_table))
        return findings

    def cell(self, row: int, field: str) -> str:
        """The address of one field of one row; empty where its table has no such column."""
        number = int(self.table[row])
        table = self.tables[number]
        return table.cell(field, row - int(self.starts[number])) if field in table.columns else ""


def used_values(column: Column) -> npt.NDArray[np.int64]:
    """How often each distinct value of a column stands in the table's data rows."""
    return np.bincount(column.codes[column.codes >= 0], minlength=len(column.values)).astype(np.int64)


def judge_values(
    table: Table, field: str, judge: Callable[[Sequence[CellValue]], Sequence[int]], code: str
) -> tuple[Small, list[Finding]]:
    """One code per row for a column of words, and a finding for each distinct text that is not understood."""
    column = table.columns.get(field)
    size = len(table.rows)
    if column is None:
        return np.full(size, ABSENT, dtype=np.int8), []
    counts = used_values(column)
    used = np.flatnonzero(counts).tolist()
    lookup = np.full(len(column.values), UNKNOWN, dtype=np.int8)
    lookup[used] = judge([column.values[index] for index in used])
    findings = [
        finding_at(code, {"value": str(column.values[index])}, table, field, column.codes == index)
        for index in used
        if lookup[index] == UNKNOWN
    ]
    return spread(column, lookup, ABSENT), findings


def resolve_units(table: Table, register: Register) -> tuple[npt.NDArray[np.int32], list[Finding]]:
    """The unit's index per row (-1 where it is not known), with a finding for each spelling that means none or many."""
    size = len(table.rows)
    column = table.columns.get("unit")
    if column is None:
        context = table.unit_context or ""
        hits = register.find(context) if context else ()
        if len(hits) == 1:
            return np.full(size, hits[0], dtype=np.int32), []
        if not size:
            return np.full(0, -1, dtype=np.int32), []
        code, params = _unit_problem(context or table.receipt.sheet, hits, register)
        params["count"] = size
        finding = Finding(code, params, table.receipt.file, table.receipt.sheet, table.unit_cell, count=size)
        return np.full(size, -1, dtype=np.int32), [finding]
    counts = used_values(column)
    lookup = np.full(len(column.values), -1, dtype=np.int32)
    findings = []
    for index in np.flatnonzero(counts).tolist():
        name = str(column.values[index])
        hits = register.find(name)
        if len(hits) == 1:
            lookup[index] = hits[0]
        else:
            problem = _unit_problem(name.strip(), hits, register)
            findings.append(finding_at(*problem, table, "unit", column.codes == index))
    if np.any(column.codes < 0):
        findings.append(finding_at(*_unit_problem(EMPTY, (), register), table, "unit", column.codes < 0))
    return spread(column, lookup, -1), findings


def _unit_problem(name: str | Message, hits: tuple[int, ...], register: Register) -> tuple[str, dict[str, Param]]:
    """Why a spelling gives no unit: the finding's code and parameters."""
    if hits:
        return "ambiguous_unit", {"name": name, "candidates": " / ".join(register.units[hit].name for hit in hits)}
    near = register.near(name) if isinstance(name, str) else None
    close = "" if near is None else register.units[near].name
    suggestion = t(" Nearest: “{close}”.", close=close) if close else ""
    return "unknown_unit", {"name": name, "nearest": close, "suggestion": suggestion}


def collect(tables: Sequence[Table], register: Register, plan: Plan) -> Rows:
    """All dossier tables as one set of arrays, with the findings about their values."""
    findings: list[Finding] = []
    parts: list[dict[str, npt.NDArray[Any]]] = []
    officer_ids: dict[str, int] = {}
    normal = [normalise_codes(t.columns["code"].values) if "code" in t.columns else None for t in tables]
    for number, table in enumerate(tables):
        dates = table_dates(table, normal[number])
        parts.append(_one_table(number, table, register, plan, officer_ids, dates, findings))
    columns, codes = code_columns(tables, normal, findings)
    for part, column in zip(parts, columns, strict=True):
        part["code"], part["damaged"] = column.ids, column.damaged
    joined = parts[0] if len(parts) == 1 else {name: np.concatenate([p[name] for p in parts]) for name in parts[0]}
    book = joined["system"] >= SYSTEMS.index(System.LOGBOOK)
    scope = Scope(joined["unit"], joined["system"], book, joined["received"])
    found = identify(joined["code"], codes, joined["damaged"], scope)
    joined["code"] = found.code
    starts = np.cumsum([0, *(len(table.rows) for table in tables)])[:-1]
    rows = Rows(tables, starts, codes=found.codes, officers=list(officer_ids), findings=findings, **joined)
    findings += rows.findings_at("own_number_again", "code", found.again)
    return rows


def _one_table(
    number: int,
    table: Table,
    register: Register,
    plan: Plan,
    officer_ids: dict[str, int],
    dates: TableDates,
    findings: list[Finding],
) -> dict[str, npt.NDArray[Any]]:
    size = len(table.rows)
    status, inferred, channel, level = _words(table, plan, findings)
    unit, notes = resolve_units(table, register)
    findings += notes
    findings += dates.findings
    return {
        "table": np.broadcast_to(np.int32(number), size),
        "system": np.broadcast_to(np.int8(SYSTEMS.index(table.receipt.system)), size),
        "unit": unit,
        "received": np.require(dates.received, requirements="W"),
        "due": np.require(_due(dates, plan), requirements="W"),
        "end": end_of(dates, plan),
        "status": status,
        "inferred_status": inferred,
        "channel": channel,
        "level": level,
        "officer": _officer_column(table, officer_ids),
    }


def _words(table: Table, plan: Plan, findings: list[Finding]) -> tuple[Small, npt.NDArray[np.bool_], Small, Small]:
    """What the columns of words say per row: status (and whether the dates told it), channel, level."""
    taught = plan.vocabulary.statuses
    status, notes = judge_values(
        table, "status", lambda values: [_index(STATUSES, parse_status(v, taught)) for v in values], "unknown_status"
    )
    findings += notes
    status, inferred = _inferred_status(table, status, findings)
    channel, notes = judge_values(
        table, "channel", lambda values: [_index(CHANNELS, c) for c in parse_channels(values)], "unknown_channel"
    )
    findings += notes
    channel = _ticks(table, channel)
    level, notes = judge_values(
        table, "level", lambda values: [parse_level(v) or UNKNOWN for v in values], "unknown_level"
    )
    findings += notes
    return status, inferred, channel, level


def _index(options: Sequence[object], value: object) -> int:
    return UNKNOWN if value is None else options.index(value)


def _ticks(table: Table, channel: Small) -> Small:
    """In a column of nothing but ticks ("Trực tuyến": x) an empty cell says no; in any other it says nothing."""
    column = table.columns.get("channel")
    if column is None or not blank_is_no([column.values[i] for i in np.flatnonzero(used_values(column)).tolist()[:9]]):
        return channel
    return np.where(channel == ABSENT, np.int8(CHANNELS.index("direct")), channel).astype(np.int8)


def _inferred_status(table: Table, status: Small, findings: list[Finding]) -> tuple[Small, npt.NDArray[np.bool_]]:
    """Without a status column the dates tell (``inferred``); a blank cell in such a column is an unknown status."""
    if "status" not in table.columns:
        return status, np.ones(len(status), dtype=np.bool_)
    blank = status == ABSENT
    if np.any(blank):
        findings.append(finding_at("unknown_status", {"value": EMPTY}, table, "status", blank))
    return np.where(blank, np.int8(UNKNOWN), status).astype(np.int8), np.zeros(len(status), dtype=np.bool_)


def end_of(dates: TableDates, plan: Plan) -> Ints:
    """The end of each row: processing ended, else returned; or the return alone."""
    if plan.settings.end_date == "returned":
        return np.array(dates.returned)
    return np.where(dates.ended != NO_DATE, dates.ended, dates.returned)


def _due(dates: TableDates, plan: Plan) -> Ints:
    if plan.settings.extended_due_date == "use" and dates.due_extended is not None:
        return np.where(dates.due_extended != NO_DATE, dates.due_extended, dates.due)
    return dates.due


def _officer_column(table: Table, officer_ids: dict[str, int]) -> npt.NDArray[np.int32]:
    """Officers' ids per row; -1 where no officer is named, -2 where the table has no such column."""
    column = table.columns.get("officer")
    if column is None:
        return np.full(len(table.rows), UNKNOWN, dtype=np.int32)
    used = (used_values(column) > 0).tolist()
    keys = [person_key(str(value)) if use else "" for value, use in zip(column.values, used, strict=True)]
    lookup = np.asarray([officer_ids.setdefault(k, len(officer_ids)) if k else -1 for k in keys], dtype=np.int32)
    return spread(column, lookup, ABSENT)
