"""Counts that units report themselves (form 06 and its kin): a row, or rows by field, to named counts.

Carried-over dossiers are left out of ``received``; printed percentages are never read; a merged column "sớm hạn và
đúng hạn" is taken whole (contract, section 3). A dash is 0, and so is an empty cell beside filled ones, as the
forms are filled in (domain 8.3); a row without any figure says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thidua_cli.evidence.form_counts import MERGED, StatisticsRow, impossible, named, without_impossible
from thidua_cli.evidence.model import Count, Origin, origins_of, sum_of
from thidua_cli.evidence.numbers import Figure, read_column
from thidua_cli.evidence.periods import combine, conflict_of
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period, periods_in
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import FIELDS, Kind, System, Table
from thidua_cli.intake.values import parse_counts
from thidua_cli.records import record
from thidua_cli.text.language import Message, Param, t
from thidua_cli.text.reasons import Reason
from thidua_cli.text.vietnamese import key

_COUNTED = FIELDS[Kind.STATISTICS] - {"unit", "field"}
KIND_WORDS = {"kind": t("the statistics")}


@dataclass(slots=True)
class StatisticsEvidence:
    """Per (unit, system) what the forms say; ``systems`` are those that any form speaks of."""

    rows: dict[tuple[int, System], StatisticsRow] = field(default_factory=dict)
    systems: frozenset[System] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    def get(self, unit: int, system: System) -> StatisticsRow | None:
        """The unit's figures from one system, None where no form has them."""
        return self.rows.get((unit, system))


def gather_statistics(tables: Sequence[Table], register: Register, wanted: Period) -> StatisticsEvidence:
    """Read every statistics table for one period.

    Several rows of one unit are one if they agree: a form may be spread over sheets, some columns in each. Those that
    contradict each other are none (``conflicting_rows``). Rows of parts of the period add up if they tile it.
    """
    result = StatisticsEvidence(systems=frozenset(t.receipt.system or System.ONE_STOP for t in tables))
    found: dict[tuple[int, System], dict[Period | None, list[_Part]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        for part in _table_rows(table, register, wanted, result.findings):
            found[part.unit, table.receipt.system or System.ONE_STOP][part.period].append(part)
    said: set[tuple[str, str, str]] = set()
    for (unit, system), by_period in sorted(found.items(), key=lambda item: item[0]):
        combined = combine(by_period, wanted)
        if combined.reason:
            first = min((part for parts in by_period.values() for part in parts), key=_Part.place)
            result.rows[unit, system] = _unknown(by_period, combined.reason)
            if first.place() not in said:
                said.add(first.place())
                result.findings.append(conflict_of(first.table, by_period, wanted))
            continue
        used = {period for way in (combined.parts, *combined.others) for period in way}
        rows = {period: _one(by_period[period], unit, register, result) for period in sorted(used, key=str)}
        sums = [_added([rows[period] for period in way]) for way in combined.others]
        if combined.parts[0] in (wanted, None):
            ruling = _agreed([rows[period] for period in combined.parts], unit, register, result)
            if sums and (differing := _disputed([_known(row) for row in (ruling, *sums)])):
                result.findings.append(differs(ruling.counts.values(), register.units[unit].id, differing))
        else:
            sums.insert(0, _added([rows[period] for period in combined.parts]))
            ruling = _agreed([_known(row) for row in sums] if len(sums) > 1 else sums, unit, register, result)
        result.rows[unit, system] = ruling
    return result


def _known(row: StatisticsRow) -> StatisticsRow:
    """What a row says, without what it says nothing of."""
    counts = {name: count for name, count in row.counts.items() if count.value is not None or count.reason == "merged"}
    return StatisticsRow(counts, row.merged)


@record
class _Part:
    """The figures of one unit in one table, and the period that they cover."""

    unit: int
    period: Period | None
    figures: dict[str, Count]
    table: Table

    def place(self) -> tuple[str, str, str]:
        """Where the table stands."""
        return self.table.receipt.file, self.table.receipt.sheet, self.table.receipt.header


def _unknown(by_period: Mapping[Period | None, Sequence[_Part]], reason: Reason) -> StatisticsRow:
    """Every count that the forms speak of, none of them known."""
    rows = [named(part.figures) for parts in by_period.values() for part in parts]
    names = sorted({name for row in rows for name in row.counts})
    return StatisticsRow({n: Count(None, reason, origins_of(row.counts.get(n) for row in rows)) for n in names})


def _one(parts: Sequence[_Part], unit: int, register: Register, result: StatisticsEvidence) -> StatisticsRow:
    """The row of one unit for one period: all its parts together if they agree."""
    rows = [named(part.figures) for part in parts]
    if twice := _twice(parts):
        result.findings.append(conflict(rows[0].counts.values(), register.units[unit].id, twice, KIND_WORDS))
        return StatisticsRow(
            {name: Count(None, "conflicting", count.origins) for name, count in rows[0].counts.items()}
        )
    if not _disputed(rows):
        figures = {name: count for part in reversed(parts) for name, count in part.figures.items()}
        row = named(figures)
        result.findings += impossible(row, figures, register.units[unit].id)
        return without_impossible(row)
    return _agreed(rows, unit, register, result)


def _twice(parts: Sequence[_Part]) -> str:
    """The figures that one table gives a unit in several rows alike: a copied row, or two parts of equal size."""
    seen: set[tuple[tuple[str, str, str], tuple[tuple[str, Fraction | None], ...]]] = set()
    for part in parts:
        said = (part.place(), tuple((name, count.value) for name, count in sorted(part.figures.items())))
        if said in seen and any(value for _, value in said[1]):
            return "; ".join(str(value) for _, value in said[1] if value is not None)
        seen.add(said)
    return ""


def _agreed(rows: Sequence[StatisticsRow], unit: int, register: Register, result: StatisticsEvidence) -> StatisticsRow:
    """The one row that all rows say; where they differ every count is unknown, and that is said."""
    disputed = _disputed(rows)
    if not disputed:
        counts = {name: count for row in reversed(rows) for name, count in row.counts.items()}
        return StatisticsRow(counts, {names: count for row in rows for names, count in row.merged.items()})
    result.findings.append(conflict(rows[0].counts.values(), register.units[unit].id, disputed, KIND_WORDS))
    names = sorted({name for row in rows for name in row.counts})
    return StatisticsRow({n: Count(None, "conflicting", origins_of(row.counts.get(n) for row in rows)) for n in names})


def _added(rows: Sequence[StatisticsRow]) -> StatisticsRow:
    """Parts of a period added up; a count that one of them lacks is unknown, and so is what runs on between them."""
    names = sorted({name for row in rows for name in row.counts})
    counts = {}
    for name in names:
        parts = [row.counts.get(name) or Count(None, "no_column") for row in rows]
        counts[name] = parts[-1] if name.startswith("pending") else sum_of(parts)
    merged = {}
    for group in {group for row in rows for group in row.merged}:
        if all(group in row.merged for row in rows):
            merged[group] = sum_of([row.merged[group] for row in rows])
    return StatisticsRow(counts, merged)


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


def conflict(counts: Iterable[Count], unit: str, values: Param, kind_words: Mapping[str, Message]) -> Finding:
    """The finding for a unit that has several differing rows, at the first of them."""
    params: dict[str, Param] = {**kind_words, "values": values}
    return _at_first("conflicting_rows", params, counts, unit)


def differs(counts: Iterable[Count], unit: str, values: str) -> Finding:
    """The finding for a unit whose report of the whole period is not the sum of those of its parts."""
    return _at_first("period_sums", {"values": values}, counts, unit)


def _at_first(code: str, params: Mapping[str, Param], counts: Iterable[Count], unit: str) -> Finding:
    origin = next((o for count in counts for o in count.origins), Origin("", "", 0))
    return Finding(code, params, origin.file, origin.sheet, (origin.cells or ("",))[0], unit)


def _table_rows(table: Table, register: Register, wanted: Period, findings: list[Finding]) -> list[_Part]:
    """One part per unit of a table, and per period where its rows are months, quarters or halves.

    Rows are added up where the table is by field (lĩnh vực) or a unit's own.
    """
    units, notes = resolve_units(table, register)
    findings += notes
    heads = {name: f"{letter}" for name, letter in table.receipt.fields.items()}
    names = [name for name in table.columns if name.partition("+")[0] in _COUNTED]
    columns = {
        name: read_column(table, name, parse_counts, findings, heads, dash_is_zero=True) for name in sorted(names)
    }
    filled = {name: figures for name, figures in columns.items() if figures is not None}
    shifted = [register.named(row.units) for row in table.shifted]
    doubtful = {int(units[position]) for position in table.doubtful} | {unit for named in shifted for unit in named}
    doubted = table.doubtful_whole or not all(shifted)
    by_field = "field" in table.columns or "unit" not in table.columns
    periods = _row_periods(table, wanted)
    groups: dict[tuple[int, Period | None], list[int]] = defaultdict(list)
    for position, unit in enumerate(units.tolist()):
        if unit >= 0 and not all(figures[position].blank for figures in filled.values()):
            groups[unit, periods[position] if periods else table.receipt.period].append(position)
    for unit in sorted(doubtful - {unit for unit, _ in groups}):
        groups[unit, table.receipt.period] = []  # named by a shifted row alone
    return [
        _Part(unit, period, _figures(table, filled, part, doubted=doubted or unit in doubtful), table)
        for (unit, period), positions in groups.items()
        for part in ([positions] if by_field or not positions else [[position] for position in positions])
    ]


def _row_periods(table: Table, wanted: Period) -> list[Period | None]:
    """The period of each row of a form whose rows are periods; empty where they are fields or units."""
    column = table.columns.get("field") if "field" in table.columns else None
    if column is None or not len(table.rows):
        return []
    own = table.receipt.period
    year = (own or wanted).first.year
    letter = table.receipt.fields.get("field", "")
    heads = [use.head for use in table.receipt.account.columns if use.cell.rstrip("0123456789") == letter]
    unit = next((word for word in ("tháng", "quý") if heads and key(heads[0]).startswith(word)), "")
    said = [_period_of_row(value, unit, year) for value in column.values]
    used = {int(code) for code in column.codes}
    if -1 in used or not all(len(said[code]) == 1 for code in used):
        return []
    return [said[int(code)][0] for code in column.codes]


def _period_of_row(value: CellValue, unit: str, year: int) -> tuple[Period, ...]:
    """The periods that the label of a row names; below "Tháng" or "Quý" its number alone does."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    bare = unit and (text.isdigit() or key(text) in ("i", "ii", "iii", "iv"))
    return periods_in(f"{unit} {text}" if bare else text, year)


def _figures(
    table: Table, columns: Mapping[str, Sequence[Figure]], positions: Sequence[int], *, doubted: bool
) -> dict[str, Count]:
    """The counts of some rows together; parts of a count are added to it."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for name, figures in columns.items():
        found[name.partition("+")[0]] += [_sound(table, name, figures[p], p) for p in positions]
    counts = {name: _total(table, figures, len(positions)) for name, figures in found.items()}
    for name in table.open & _COUNTED:
        counts[name] = Count(None, "ambiguous_column")
    if doubted:
        return {name: Count(None, "row_left_out", count.origins) for name, count in counts.items()}
    return counts


def _sound(table: Table, name: str, figure: Figure, position: int) -> Figure:
    """The figure, or none where the form's own sums deny it."""
    cell = (int(table.rows[position]), table.columns[name].index)
    return replace(figure, value=None, blank=False, denied=True) if cell in table.broken else figure


def _total(table: Table, figures: Sequence[Figure], rows: int) -> Count:
    origin = Origin(table.receipt.file, table.receipt.sheet, rows, tuple(f.cell for f in figures))
    if any(figure.denied for figure in figures):
        return Count(None, "identity", (origin,))
    if any(figure.value is None and not figure.blank for figure in figures):
        return Count(None, "unreadable", (origin,))
    return Count(sum((f.value for f in figures if f.value is not None), Fraction(0)), origins=(origin,))
