"""Tasks of the reform plan: assigned, completed and open per unit, from rows (one task each) or from two counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice, product

import numpy as np

from thidua_cli.evidence.lists import ListEvidence, listed_count
from thidua_cli.evidence.model import Count, Origin, Place, UndecidedCase, origins_of, sum_of
from thidua_cli.evidence.numbers import Figure, read_column
from thidua_cli.evidence.periods import combine, conflict_of
from thidua_cli.evidence.places import finding_at, place_of, raw_at, said_at, text_at, unknown_answer
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.same_rows import grouped, repeated, settle, speaks_until, subject
from thidua_cli.evidence.shared_units import possible, resolve_all
from thidua_cli.evidence.statistics import conflict, differs
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.answers import TaskResult, parse_task_result
from thidua_cli.intake.periods import Period, periods_in
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import DAY, State, parse_counts, parse_dates
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import Param, t

ASSIGNED, COMPLETED, OPEN = "tasks_assigned", "tasks_completed", "tasks_open"
TASK_WORDS = {"kind": t("the list of tasks")}
_TASK_PARTS = {
    "part_name": t("Tasks completed"),
    "whole_name": t("tasks assigned"),
}
_UNDECIDED = frozenset({frozenset({COMPLETED}), frozenset({OPEN})})


@record
class _Task:
    """One row for one unit: the task is ``COMPLETED`` or ``OPEN``, or neither, with what is wrong then."""

    table: Table
    position: int
    unit: int
    said: str | None
    note: Finding | None = None
    shared: bool = False
    """Whether its row is several units': beside a unit's own row of the same words it is another task."""

    @property
    def place(self) -> Place:
        return place_of(self.table, self.position, said_at(self.table, "task", self.position)[:120])


def gather_tasks(tables: Sequence[Table], register: Register, plan: Plan, wanted: Period) -> ListEvidence:
    """Tasks assigned and completed per unit. ``wanted`` is the part of the plan's period that is judged."""
    result = ListEvidence()
    counted: dict[int, list[dict[str, Count]]] = defaultdict(list)
    by_period: dict[int, dict[Period | None, list[dict[str, Count]]]] = defaultdict(lambda: defaultdict(list))
    tasks: list[_Task] = []
    for table in tables:
        if "assigned" in table.columns:
            units, notes = resolve_units(table, register)
            _task_counts(table, units.tolist(), register, plan, by_period, result)
        else:
            rows, notes = resolve_all(table, register, groups=True)
            tasks += _read(table, rows, register, plan, result.findings)
            _of_unknown_units(table, rows, register, result)
        result.findings += notes
    _of_the_period(by_period, tables, register, (wanted, Period(plan.period_start, plan.period_end)), counted, result)
    for unit, counts in _listed(tasks, plan, result).items():
        counted[unit].append(counts)
    for unit, candidates in counted.items():
        distinct = {tuple(count.value for count in candidate.values()) for candidate in candidates}
        if len(distinct) == 1:
            result.counts[unit] = candidates[0]
            continue
        origins = origins_of(count for candidate in candidates for count in candidate.values())
        result.counts[unit] = {name: Count(None, "conflicting", origins) for name in (ASSIGNED, COMPLETED, OPEN)}
        values = "; ".join(sorted(f"{c[COMPLETED].value}/{c[ASSIGNED].value}" for c in candidates))
        result.findings.append(conflict(candidates[0].values(), register.units[unit].id, values, TASK_WORDS))
    return result


def _read(
    table: Table, units: Sequence[tuple[int, ...]], register: Register, plan: Plan, findings: list[Finding]
) -> list[_Task]:
    """The tasks of a list; what turned out not to be the unit's task is left out, and said."""
    tasks: list[_Task] = []
    apart = np.zeros(len(table.rows), dtype=np.bool_)
    for position, owners in enumerate(units):
        said = parse_task_result(raw_at(table, "result", position))
        if said is TaskResult.NOT_APPLICABLE:
            apart[position] = bool(owners)
            continue
        made = [_task(table, position, unit, said, register, plan) for unit in owners]
        tasks += [replace(task, shared=len(owners) > 1) for task in made]
    if np.any(apart):
        first = min(text_at(table, "task", position) for position in np.flatnonzero(apart).tolist())
        findings.append(finding_at("task_not_applicable", {"name": first}, table, "result", apart))
    return tasks


def _of_unknown_units(
    table: Table, owners: Sequence[tuple[int, ...]], register: Register, result: ListEvidence
) -> None:
    """Tasks of which nothing says whose they are: each of the units that may have them has them or not."""
    single = [own[0] if own else -1 for own in owners]
    for position, candidates in possible(table, register, single).items():
        said = parse_task_result(raw_at(table, "result", position))
        if said is TaskResult.NOT_APPLICABLE:
            continue
        ways = {OPEN} if said is TaskResult.OPEN else {OPEN, COMPLETED}
        ways = {COMPLETED} if said is TaskResult.COMPLETED else ways
        place = place_of(table, position, text_at(table, "task", position)[:120])
        case = UndecidedCase(frozenset({frozenset[str](), *(frozenset({ASSIGNED, way}) for way in ways)}), place)
        for unit in candidates:
            result.undecided.setdefault(unit, []).append(case)


def _task(table: Table, position: int, unit: int, said: TaskResult | None, register: Register, plan: Plan) -> _Task:
    unit_id = register.units[unit].id
    if said is None:
        return _Task(table, position, unit, None, unknown_answer(table, "result", position, "task", unit_id))
    if said is TaskResult.OPEN:
        return _Task(table, position, unit, OPEN)
    if plan.settings.late_tasks == "completed":
        return _Task(table, position, unit, COMPLETED)
    if said is TaskResult.COMPLETED_LATE:
        return _Task(table, position, unit, OPEN)
    days = {name: _day(table, name, position, plan) for name in ("due", "finished")}
    for name, day in days.items():
        if day is None:
            return _Task(table, position, unit, None, _unreadable(table, name, position, unit_id))
    late = bool(days["due"] and days["finished"] and days["finished"] > days["due"])
    return _Task(table, position, unit, OPEN if late else COMPLETED)


def _day(table: Table, name: str, position: int, plan: Plan) -> int | None:
    """A day since 1970; 0 where none is given (a word such as "Thường xuyên" is none), None where it cannot be read.

    A month, quarter or year ("Quý III/2021") lasts to its last day.
    """
    column = table.columns.get(name)
    value: CellValue = column.at(position) if column is not None else None
    dates = parse_dates([value], date1904=table.date1904)
    if dates.state[0] == State.OK:
        return int(dates.seconds[0]) // DAY
    if dates.state[0] == State.BLANK or not any(letter.isdigit() or letter in "IVX" for letter in str(value)):
        return 0
    periods = periods_in(str(value), plan.year)
    return (periods[0].last.toordinal() - _EPOCH) if len(periods) == 1 else None


_EPOCH = 719163
"""The ordinal of 1 January 1970."""
_HEADS = {"due": "Thời hạn hoàn thành", "finished": "Ngày hoàn thành"}


def _unreadable(table: Table, name: str, position: int, unit: str) -> Finding:
    params: Mapping[str, Param] = {"value": text_at(table, name, position), "column": _HEADS[name], "count": 1}
    return Finding("unreadable_date", params, table.receipt.file, table.receipt.sheet, table.cell(name, position), unit)


def _listed(tasks: Sequence[_Task], plan: Plan, result: ListEvidence) -> dict[int, dict[str, Count]]:
    """The counts of each unit's list: the same task in several rows is one, the later state rules."""
    until = {id(task.table): speaks_until(task.table, plan) for task in tasks}
    keys: list[tuple[Hashable, str]] = []
    for number, task in enumerate(tasks):
        name = subject(text_at(task.table, "task", task.position))
        keys.append(((task.unit, task.shared, name or number), subject(text_at(task.table, "due", task.position))))
    places: dict[int, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    dropped: list[tuple[Table, int]] = []
    for group in grouped(keys):
        settled = settle([tasks[i] for i in group], lambda task: task.said, lambda task: until[id(task.table)])
        task = settled.row if not settled.contradicted else replace(settled.row, said=None)
        dropped += [(other.table, other.position) for other in settled.others]
        places[task.unit][ASSIGNED].append(task.place)
        if task.said is not None:
            places[task.unit][task.said].append(task.place)
        else:
            result.undecided.setdefault(task.unit, []).append(UndecidedCase(_UNDECIDED, task.place))
            result.findings += [task.note] if task.note is not None else []
    result.findings += repeated("task", dropped)
    return {
        unit: {name: listed_count(found[name]) for name in (ASSIGNED, COMPLETED, OPEN)}
        for unit, found in places.items()
    }


def _of_the_period(
    by_period: Mapping[int, Mapping[Period | None, list[dict[str, Count]]]],
    tables: Sequence[Table],
    register: Register,
    ways: tuple[Period, Period],
    counted: dict[int, list[dict[str, Count]]],
    result: ListEvidence,
) -> None:
    """The counts of a period: as they stand, or the sum of parts that tile it; else they are not known.

    ``ways`` are what is judged and the plan's whole: tasks of the year may be counted as they stand on the closing day.
    """
    said = False
    for unit, parts in by_period.items():
        wanted = next((way for way in ways if not combine(parts, way).reason), ways[0])
        combined = combine(parts, wanted)
        if combined.reason:
            counted[unit] = [{name: Count(None, combined.reason) for name in (ASSIGNED, COMPLETED, OPEN)}]
            if not said:
                table = next(t for t in tables if "assigned" in t.columns)
                result.findings.append(conflict_of(table, parts, wanted))
            said = True
            continue
        sums = [_each_sum([parts[period] for period in way]) for way in combined.others]
        if combined.parts[0] in (wanted, None):
            whole = [counts for period in combined.parts for counts in parts[period]]
            counted[unit] += whole
            values = {_said(counts) for counts in whole + [one for way in sums for one in way]}
            if len(values) > 1 and len({_said(counts) for counts in whole}) == 1:
                result.findings.append(differs(whole[0].values(), register.units[unit].id, "; ".join(sorted(values))))
        else:
            counted[unit] += _each_sum([parts[period] for period in combined.parts])
            counted[unit] += [one for way in sums for one in way]


def _each_sum(parts: Sequence[Sequence[dict[str, Count]]]) -> list[dict[str, Count]]:
    """The sums of parts of a period; more than one where somebody gave a part twice and otherwise."""
    distinct = [list({_said(counts): counts for counts in same}.values()) for same in parts]
    return [
        {name: sum_of([counts[name] for counts in chosen]) for name in (ASSIGNED, COMPLETED, OPEN)}
        for chosen in islice(product(*distinct), 16)
    ]


def _said(counts: Mapping[str, Count]) -> str:
    return f"{counts[COMPLETED].value}/{counts[ASSIGNED].value}"


def _task_counts(
    table: Table,
    units: Sequence[int],
    register: Register,
    plan: Plan,
    by_period: dict[int, dict[Period | None, list[dict[str, Count]]]],
    result: ListEvidence,
) -> None:
    heads = {"assigned": "Số nhiệm vụ được giao", "completed": "Số nhiệm vụ đã hoàn thành"}
    heads |= {"completed_in_time": "Hoàn thành đúng hạn", "completed_late": "Hoàn thành quá hạn"}

    def read(name: str) -> list[Figure]:
        """A column with its parts, row by row."""
        columns = [own for own in sorted(table.columns) if own.partition("+")[0] == name]
        read_ones = [
            read_column(table, own, parse_counts, result.findings, heads, dash_is_zero=True) or [] for own in columns
        ]
        return [_together(parts, all_needed=True) for parts in zip(*read_ones, strict=True)]

    assigned = read("assigned")
    names = [name for name in ("completed",) if name in table.columns] or ["completed_in_time"]
    if names == ["completed_in_time"] and plan.settings.late_tasks == "completed":
        names += [name for name in ("completed_late",) if name in table.columns]
    columns = [read(name) for name in names]
    for unit, given, *parts in zip(units, assigned, *columns, strict=True):
        done = _together(parts)
        if unit < 0 or (given.blank and done.blank):
            continue
        origin = Origin(table.receipt.file, table.receipt.sheet, 1, (given.cell, *(part.cell for part in parts)))
        # An empty cell beside a filled one is no zero here: it would say that nothing was assigned, or nothing done.
        if given.value is None or done.value is None:
            counts = {name: Count(None, "unreadable", (origin,)) for name in (ASSIGNED, COMPLETED, OPEN)}
        elif done.value > given.value:
            params: dict[str, Param] = {"part": str(done.value), "whole": str(given.value), **_TASK_PARTS}
            where = (table.receipt.file, table.receipt.sheet, done.cell, register.units[unit].id)
            result.findings.append(Finding("impossible_count", params, *where))
            counts = {name: Count(None, "unreadable", (origin,)) for name in (ASSIGNED, COMPLETED, OPEN)}
        else:
            values = {ASSIGNED: given.value, COMPLETED: done.value, OPEN: given.value - done.value}
            counts = {name: Count(value, origins=(origin,)) for name, value in values.items()}
        by_period[unit][table.receipt.period].append(counts)


def _together(parts: Sequence[Figure], *, all_needed: bool = False) -> Figure:
    """One figure of several: an empty part is none, what cannot be read leaves the sum unknown.

    Where all are needed an empty part beside others leaves it unknown too.
    """
    known = [part.value for part in parts if part.value is not None]
    unread = any(part.value is None and not part.blank for part in parts)
    short = all_needed and 0 < len(known) < len(parts)
    return Figure(
        None if unread or short or not known else sum(known, Fraction(0)), not known and not unread, parts[0].cell
    )
