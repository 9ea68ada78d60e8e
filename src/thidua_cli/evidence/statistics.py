"""Counts that units report themselves (form 06 and its kin): a row, or rows by field, to named counts.

Carried-over dossiers are left out of ``received``; printed percentages are never read; a merged column "sớm hạn và
đúng hạn" is taken whole (contract, section 3). A dash is 0, and so is an empty cell beside filled ones, as the
forms are filled in (domain 8.3); a row without any figure says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from thidua_cli.evidence.model import Count, Origin
from thidua_cli.evidence.numbers import Figure, read_column
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import FIELDS, Kind, System, Table
from thidua_cli.intake.values import parse_counts

MERGED = frozenset({"early", "on_time"})
_NUMBERS = sorted(FIELDS[Kind.STATISTICS] - {"unit", "field"})
KIND_WORDS = {"kind_vi": "biểu tổng hợp", "kind_en": "the statistics"}


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """What one unit reports of one system: named counts, and those that the form gives only together."""

    counts: dict[str, Count]
    merged: dict[frozenset[str], Count] = field(default_factory=dict)


@dataclass(slots=True)
class StatisticsEvidence:
    """Per (unit, system) what the forms say; ``systems`` are those that any form speaks of."""

    rows: dict[tuple[int, System], StatisticsRow] = field(default_factory=dict)
    systems: frozenset[System] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    def get(self, unit: int, system: System) -> StatisticsRow | None:
        """The unit's figures from one system, None where no form has them."""
        return self.rows.get((unit, system))


def gather_statistics(tables: Sequence[Table], register: Register) -> StatisticsEvidence:
    """Read every statistics table.

    Several rows of one unit are one if they agree: a form may be spread over sheets, some columns in each. Those that
    contradict each other are none (``conflicting_rows``).
    """
    result = StatisticsEvidence(systems=frozenset(t.receipt.system or System.ONE_STOP for t in tables))
    found: dict[tuple[int, System], list[dict[str, Count]]] = defaultdict(list)
    for table in tables:
        for unit, columns in _table_rows(table, register, result.findings):
            found[unit, table.receipt.system or System.ONE_STOP].append(columns)
    for (unit, system), parts in sorted(found.items()):
        rows = [_named(columns) for columns in parts]
        disputed = _disputed(rows)
        if not disputed:
            figures = {name: count for columns in reversed(parts) for name, count in columns.items()}
            row = _named(figures)
            result.findings += _impossible(row, figures, register.units[unit].id)
            result.rows[unit, system] = _without_impossible(row)
            continue
        result.rows[unit, system] = StatisticsRow(
            {
                name: Count(None, "conflicting", _origins(row.counts.get(name) for row in rows))
                for name in sorted({name for row in rows for name in row.counts})
            }
        )
        result.findings.append(conflict(rows[0].counts.values(), register.units[unit].id, disputed, KIND_WORDS))
    return result


def _disputed(rows: Sequence[StatisticsRow]) -> str:
    """The figures of the first count of which the rows say different things; empty where they agree.

    Early and on time are compared together as well, for a form may give them only so.
    """
    said: dict[str, set[Fraction | None]] = defaultdict(set)
    for row in rows:
        for name, count in row.counts.items():
            if count.reason != "merged":
                said[name].add(count.value)
        if MERGED in row.merged:
            said["early_or_on_time"].add(row.merged[MERGED].value)
        elif row.counts.keys() >= MERGED:
            early, on_time = (row.counts[name].value for name in sorted(MERGED))
            said["early_or_on_time"].add(None if early is None or on_time is None else early + on_time)
    values = next((values for values in said.values() if len(values) > 1), set())
    return "; ".join(sorted("?" if value is None else str(value) for value in values))


def conflict(counts: Iterable[Count], unit: str, values: str, kind_words: dict[str, str]) -> Finding:
    """The finding for a unit that has several differing rows, at the first of them."""
    origin = next((o for count in counts for o in count.origins), Origin("", "", 0))
    cell = origin.cells[0] if origin.cells else ""
    return Finding("conflicting_rows", {**kind_words, "values": values}, origin.file, origin.sheet, cell, unit)


def _origins(counts: Iterable[Count | None]) -> tuple[Origin, ...]:
    return tuple(sorted({origin for count in counts if count is not None for origin in count.origins}))


def _table_rows(table: Table, register: Register, findings: list[Finding]) -> list[tuple[int, dict[str, Count]]]:
    """One entry per unit of a table; rows are added up where the table is by field (lĩnh vực) or a unit's own."""
    units, notes = resolve_units(table, register)
    findings += notes
    heads = {name: f"{letter}" for name, letter in table.receipt.fields.items()}
    columns = {name: read_column(table, name, parse_counts, findings, heads, dash_is_zero=True) for name in _NUMBERS}
    filled = {name: figures for name, figures in columns.items() if figures is not None}
    by_field = "field" in table.columns or "unit" not in table.columns
    groups: dict[int, list[int]] = defaultdict(list)
    for position, unit in enumerate(units.tolist()):
        if unit >= 0 and not all(figures[position].blank for figures in filled.values()):
            groups[unit].append(position)
    return [
        (unit, {name: _total(table, [column[p] for p in part]) for name, column in filled.items()})
        for unit, positions in groups.items()
        for part in ([positions] if by_field else [[position] for position in positions])
    ]


def _total(table: Table, figures: Sequence[Figure]) -> Count:
    origin = Origin(table.receipt.file, table.receipt.sheet, len(figures), tuple(f.cell for f in figures))
    if any(figure.value is None and not figure.blank for figure in figures):
        return Count(None, "unreadable", (origin,))
    return Count(sum((f.value for f in figures if f.value is not None), Fraction(0)), origins=(origin,))


def _sum(*counts: Count | None) -> Count | None:
    """The sum of those that stand in the form; None where none does, unknown where one cannot be read."""
    present = [count for count in counts if count is not None]
    if not present:
        return None
    origins: dict[tuple[str, str], Origin] = {}
    for origin in (o for count in present for o in count.origins):
        before = origins.get((origin.file, origin.sheet))
        cells = (*before.cells, *origin.cells) if before else origin.cells
        origins[origin.file, origin.sheet] = Origin(origin.file, origin.sheet, origin.rows, cells)
    where = tuple(sorted(origins.values()))
    if any(count.value is None for count in present):
        return Count(None, "unreadable", where)
    return Count(sum((count.value or Fraction(0) for count in present), Fraction(0)), origins=where)


def _minus(left: Count, right: Count) -> Count:
    joined = _sum(left, right)
    if joined is None or left.value is None or right.value is None:
        return Count(None, "unreadable", joined.origins if joined else ())
    return Count(left.value - right.value, origins=joined.origins)


def _named(f: dict[str, Count]) -> StatisticsRow:
    """The form's columns as named counts (contract, section 3)."""
    counts: dict[str, Count] = {}
    received = _received(f)
    if received is not None:
        counts["received"] = received
    levels = [f.get("received_online_full"), f.get("received_online_partial")]
    online = _sum(*levels) if any(level is not None for level in levels) else f.get("received_online")
    if online is not None:
        counts["online_34"] = online
        if received is not None:
            counts["not_online_34"] = _minus(received, online)
    for name, source in (
        ("early", "early"),
        ("on_time", "on_time"),
        ("late", "late"),
        ("pending", "pending_total"),
        ("pending_overdue", "pending_overdue"),
    ):
        if source in f:
            counts[name] = f[source]
    merged = {}
    if "late" not in counts and (late := _sum(f.get("late_apologised"), f.get("late_not_apologised"))) is not None:
        counts["late"] = late
    if "early_or_on_time" in f and not counts.keys() >= MERGED:
        merged[MERGED] = f["early_or_on_time"]
        counts.update({name: Count(None, "merged", f["early_or_on_time"].origins) for name in MERGED - counts.keys()})
    return StatisticsRow(counts, merged)


_PARTS = {
    "part_vi": "Số hồ sơ trực tuyến",
    "whole_vi": "số hồ sơ tiếp nhận trong kỳ",
    "part_en": "Dossiers filed online",
    "whole_en": "dossiers received in the period",
}
_CARRIED = {
    "part_vi": "Số hồ sơ kỳ trước chuyển sang",
    "whole_vi": "tổng số hồ sơ tiếp nhận",
    "part_en": "Dossiers carried over",
    "whole_en": "all dossiers received",
}


def _negative(count: Count | None) -> bool:
    return count is not None and count.value is not None and count.value < 0


def _impossible(row: StatisticsRow, figures: dict[str, Count], unit: str) -> list[Finding]:
    """Where a part is greater than its whole, which no count can be."""
    pairs = []
    if _negative(row.counts.get("not_online_34")):
        pairs.append((row.counts["online_34"], row.counts["received"], _PARTS))
    if _negative(row.counts.get("received")):
        pairs.append((figures["carried_over"], figures["received_total"], _CARRIED))
    found = []
    for part, whole, words in pairs:
        origin = part.origins[0]
        params = {"part": str(part.value), "whole": str(whole.value), **words}
        found.append(Finding("impossible_count", params, origin.file, origin.sheet, origin.cells[0], unit))
    return found


def _without_impossible(row: StatisticsRow) -> StatisticsRow:
    """The row without the figures that cannot be: they are unknown, not negative."""
    bad = {"received", "online_34", "not_online_34"}
    if not any(_negative(row.counts.get(name)) for name in bad):
        return row
    counts = {n: Count(None, "unreadable", c.origins) if n in bad else c for n, c in row.counts.items()}
    return StatisticsRow(counts, row.merged)


def _received(f: dict[str, Count]) -> Count | None:
    if "received_new" in f:
        return f["received_new"]
    online = f.get("received_online") or _sum(
        f.get("received_online_full"), f.get("received_online_partial"), f.get("received_online_other")
    )
    in_person = _sum(f.get("received_direct"), f.get("received_post"), f.get("received_one_stop"))
    if online is not None and in_person is not None:
        return _sum(online, in_person)
    total, carried = f.get("received_total"), f.get("carried_over")
    if total is not None and carried is not None:
        return _minus(total, carried)
    return total
