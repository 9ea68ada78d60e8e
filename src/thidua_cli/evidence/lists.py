"""The small tables: tasks of the reform plan, the PAR index, initiatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from thidua_cli.evidence.model import MAX_ROWS_LISTED, Count, Initiative, Origin, Place, UndecidedCase
from thidua_cli.evidence.numbers import Figure, read_column
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.statistics import conflict
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import parse_counts, parse_decimals
from thidua_cli.intake.vocabulary import TaskResult, parse_recognition, parse_task_result, split_authors
from thidua_cli.plan.model import Plan
from thidua_cli.text.numbers import format_decimal
from thidua_cli.text.vietnamese import clean, sort_key

ASSIGNED, COMPLETED, OPEN = "tasks_assigned", "tasks_completed", "tasks_open"
_TASK_PARTS = {
    "part_vi": "Số nhiệm vụ hoàn thành",
    "whole_vi": "số nhiệm vụ được giao",
    "part_en": "Tasks completed",
    "whole_en": "tasks assigned",
}
TASK_WORDS = {"kind_vi": "bảng nhiệm vụ cải cách hành chính", "kind_en": "the list of tasks"}
INDEX_WORDS = {"kind_vi": "bảng Chỉ số cải cách hành chính", "kind_en": "the PAR index"}


@dataclass(slots=True)
class ListEvidence:
    """Counts and open cases per unit (index into the register) from one kind of table."""

    counts: dict[int, dict[str, Count]] = field(default_factory=dict)
    undecided: dict[int, list[UndecidedCase]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def text_at(table: Table, name: str, position: int) -> str:
    """A field's text in one data row, cleaned; empty where the cell or the column is missing."""
    column = table.columns.get(name)
    value = column.at(position) if column is not None else None
    return clean(str(value)) if value is not None else ""


def place_of(table: Table, position: int, code: str) -> Place:
    """Where a data row stands."""
    return Place(code, table.receipt.file, table.receipt.sheet, int(table.rows[position]) + 1)


def _unknown_answer(table: Table, name: str, position: int, head: str, unit: str) -> Finding:
    value = text_at(table, name, position) or "(để trống)"
    cell = table.cell(name, position)
    return Finding(
        "unknown_answer", {"value": value[:60], "column": head}, table.receipt.file, table.receipt.sheet, cell, unit
    )


def gather_tasks(tables: Sequence[Table], register: Register, plan: Plan) -> ListEvidence:
    """Tasks assigned and completed per unit, from rows (one task each) or from the unit's two counts."""
    result = ListEvidence()
    counted: dict[int, list[dict[str, Count]]] = defaultdict(list)
    listed: dict[int, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        units, notes = resolve_units(table, register)
        result.findings += notes
        if "assigned" in table.columns and "completed" in table.columns:
            _task_counts(table, units.tolist(), register, counted, result)
        else:
            _task_rows(table, units.tolist(), register, plan, listed, result)
    for unit, places in listed.items():
        counted[unit].append({name: _listed_count(places[name]) for name in (ASSIGNED, COMPLETED, OPEN)})
    for unit, candidates in counted.items():
        distinct = {tuple(count.value for count in candidate.values()) for candidate in candidates}
        if len(distinct) == 1:
            result.counts[unit] = candidates[0]
            continue
        origins = tuple(sorted({o for c in candidates for count in c.values() for o in count.origins}))
        result.counts[unit] = {name: Count(None, "conflicting", origins) for name in (ASSIGNED, COMPLETED, OPEN)}
        values = "; ".join(sorted(f"{c[COMPLETED].value}/{c[ASSIGNED].value}" for c in candidates))
        result.findings.append(conflict(candidates[0].values(), register.units[unit].id, values, TASK_WORDS))
    return result


def _listed_count(places: Sequence[Place]) -> Count:
    rows: dict[tuple[str, str], int] = defaultdict(int)
    for place in places:
        rows[place.file, place.sheet] += 1
    origins = tuple(sorted(Origin(file, sheet, number) for (file, sheet), number in rows.items()))
    return Count(
        Fraction(len(places)), origins=origins, places=tuple(sorted(places)[:MAX_ROWS_LISTED]), total=len(places)
    )


def _task_rows(
    table: Table,
    units: Sequence[int],
    register: Register,
    plan: Plan,
    listed: dict[int, dict[str, list[Place]]],
    result: ListEvidence,
) -> None:
    for position, unit in enumerate(units):
        if unit < 0:
            continue
        said = parse_task_result(text_at(table, "result", position))
        place = place_of(table, position, text_at(table, "task", position)[:120])
        listed[unit][ASSIGNED].append(place)
        late_counts = plan.settings.late_tasks == "completed"
        if said is TaskResult.COMPLETED or (said is TaskResult.COMPLETED_LATE and late_counts):
            listed[unit][COMPLETED].append(place)
        elif said is not None:
            listed[unit][OPEN].append(place)
        else:
            unit_id = register.units[unit].id
            result.findings.append(_unknown_answer(table, "result", position, "Kết quả thực hiện", unit_id))
            ways = frozenset({frozenset({COMPLETED}), frozenset({OPEN})})
            result.undecided.setdefault(unit, []).append(UndecidedCase(ways, place))


def _task_counts(
    table: Table,
    units: Sequence[int],
    register: Register,
    counted: dict[int, list[dict[str, Count]]],
    result: ListEvidence,
) -> None:
    heads = {"assigned": "Số nhiệm vụ được giao", "completed": "Số nhiệm vụ đã hoàn thành"}
    assigned = read_column(table, "assigned", parse_counts, result.findings, heads, dash_is_zero=True) or []
    completed = read_column(table, "completed", parse_counts, result.findings, heads, dash_is_zero=True) or []
    for unit, given, done in zip(units, assigned, completed, strict=True):
        if unit < 0 or (given.blank and done.blank):
            continue
        origin = Origin(table.receipt.file, table.receipt.sheet, 1, (given.cell, done.cell))
        # An empty cell beside a filled one is no zero here: it would say that nothing was assigned, or nothing done.
        if given.value is None or done.value is None:
            counts = {name: Count(None, "unreadable", (origin,)) for name in (ASSIGNED, COMPLETED, OPEN)}
        elif done.value > given.value:
            params = {"part": str(done.value), "whole": str(given.value), **_TASK_PARTS}
            where = (table.receipt.file, table.receipt.sheet, done.cell, register.units[unit].id)
            result.findings.append(Finding("impossible_count", params, *where))
            counts = {name: Count(None, "unreadable", (origin,)) for name in (ASSIGNED, COMPLETED, OPEN)}
        else:
            values = {ASSIGNED: given.value, COMPLETED: done.value, OPEN: given.value - done.value}
            counts = {name: Count(value, origins=(origin,)) for name, value in values.items()}
        counted[unit].append(counts)


_SCORE_FIELDS = {"final": "score_final", "bare": "score", "appraised": "score_appraised", "self": "score_self"}
_SCORE_HEADS = {
    "score_final": "Điểm cuối cùng",
    "score": "Điểm",
    "score_appraised": "Điểm thẩm định",
    "score_self": "Điểm tự đánh giá",
}


def gather_index(tables: Sequence[Table], register: Register, plan: Plan) -> ListEvidence:
    """The PAR index per unit: the first of the plan's score columns that is filled (final, appraised, self)."""
    result = ListEvidence()
    found: dict[int, dict[str, list[tuple[Figure, Origin]]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        units, notes = resolve_units(table, register)
        result.findings += notes
        for level, name in _SCORE_FIELDS.items():
            figures = read_column(table, name, parse_decimals, result.findings, _SCORE_HEADS)
            for unit, figure in zip(units.tolist(), figures or [], strict=figures is not None):
                if unit >= 0 and not figure.blank:
                    origin = Origin(table.receipt.file, table.receipt.sheet, 1, (figure.cell,))
                    found[unit][level].append((figure, origin))
    for unit, by_rank in found.items():
        # A column headed "Điểm" alone is the score that counts, unless another says outright that it is the final one.
        order = (
            level
            for name in plan.settings.par_index_columns
            for level in ((name, "bare") if name == "final" else (name,))
        )
        rank = next((level for level in order if by_rank.get(level)), None)
        if rank is not None:
            result.counts[unit] = {"par_index": _score(by_rank[rank], rank, register.units[unit].id, result)}
    return result


def _score(figures: Sequence[tuple[Figure, Origin]], rank: str, unit: str, result: ListEvidence) -> Count:
    origins = tuple(sorted({origin for _, origin in figures}))
    values = {figure.value for figure, _ in figures}
    if None in values:
        return Count(None, "unreadable", origins)
    if len(values) > 1:
        said = "; ".join(_said(value) for value in sorted(value for value in values if value is not None))
        result.findings.append(conflict([Count(None, origins=origins)], unit, said, INDEX_WORDS))
        return Count(None, "conflicting", origins)
    value = values.pop()
    if rank == "self":
        first = origins[0]
        params = {"score": _said(value or Fraction(0))}
        result.findings.append(Finding("self_score_used", params, first.file, first.sheet, first.cells[0], unit))
    return Count(value, origins=origins, total=1)


def _said(value: Fraction) -> str:
    """A score with all its digits: rounded it could read as the threshold that it misses."""
    return format_decimal(Decimal(value.numerator) / value.denominator)


def gather_initiatives(tables: Sequence[Table], register: Register) -> tuple[ListEvidence, list[Initiative]]:
    """Recognised initiatives per unit. A row whose recognition cannot be read is open, not recognised or not."""
    result = ListEvidence()
    initiatives: list[Initiative] = []
    recognised: dict[int, list[Place]] = defaultdict(list)
    for table in tables:
        units, notes = resolve_units(table, register)
        result.findings += notes
        for position, unit in enumerate(units.tolist()):
            title = text_at(table, "title", position)
            if unit < 0 or not title:
                continue
            place = place_of(table, position, title[:120])
            said = parse_recognition(text_at(table, "recognised", position))
            if "recognised" not in table.columns and table.says_recognised:
                said = True
            if said is None:
                if "recognised" in table.columns:
                    unit_id = register.units[unit].id
                    note = _unknown_answer(table, "recognised", position, "Kết quả công nhận", unit_id)
                    result.findings.append(note)
                ways = frozenset({frozenset({"initiatives_recognised"}), frozenset[str]()})
                result.undecided.setdefault(unit, []).append(UndecidedCase(ways, place))
            elif said:
                recognised[unit].append(place)
            author = text_at(table, "author", position)
            initiatives.append(
                Initiative(
                    register.units[unit].id,
                    title,
                    tuple(split_authors(author)),
                    author,
                    text_at(table, "effect", position),
                    said,
                    place,
                )
            )
    result.counts = {
        unit: {"initiatives_recognised": _listed_count(recognised.get(unit, []))} for unit in range(len(register.units))
    }
    return result, sorted(initiatives, key=lambda i: (i.unit, sort_key(i.title), i.author_text, i.place))
