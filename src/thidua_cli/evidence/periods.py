"""Which tables are evidence for the plan's period, unit by unit (contract, section 2.1, periods).

A table of another year or period is none. Lists are whole where their periods cover the plan's; the index is that
of the plan's year. Statistics and counts of tasks are combined with their figures (:func:`combine`): the report of the
whole period rules, else parts that tile it exactly add up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from typing import TypeVar

from thidua_cli.evidence.dates import own_period
from thidua_cli.evidence.units import Register, unit_texts
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period, tilings
from thidua_cli.intake.tables import Kind, System, Table, Withheld
from thidua_cli.records import record
from thidua_cli.text.language import Message, Param, joined, t
from thidua_cli.text.reasons import Reason

_LISTS = frozenset({Kind.DOSSIERS, Kind.INITIATIVES, Kind.TASKS})
TIMELESS = frozenset({Kind.UNITS, Kind.COUNCIL_DECISIONS, Kind.EARLIER_AWARDS})
Source = tuple[Kind, System | None]
Part = TypeVar("Part")


@record
class Admission:
    """The tables that are evidence, why some units have none of a kind (by reason code), and what is said."""

    tables: tuple[Table, ...]
    barred: Mapping[Source, Mapping[int, Reason]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    def why_not(self, kind: Kind, unit: int, system: System | None = None) -> Reason | None:
        """Why nothing of a kind is known of a unit: its tables are of another period, empty, or could not be used."""
        mine = [table for table in self.withheld if table.kind is kind and table.system in (system, None)]
        if any(not table.partial for table in mine):
            return "table_not_used"
        return self.barred.get((kind, system), {}).get(unit)

    @property
    def unused_parts(self) -> bool:
        """Whether a list of some dossiers could not be used: it may name units of which no other list speaks."""
        return any(table.partial for table in self.withheld)


def admit(
    tables: Sequence[Table], register: Register, plan: Period, as_of: Period, withheld: Sequence[Withheld] = ()
) -> Admission:
    """Sort the tables out. ``as_of`` is the part of the plan's period that is judged; an index is that of ``plan``."""
    findings: list[Finding] = []
    kept: list[Table] = []
    barred: dict[Source, dict[int, Reason]] = {}
    by_source: dict[Source, list[Table]] = {}
    for table in (_dated(table, as_of) for table in tables):
        if table.kind in TIMELESS:
            kept += [table] if len(table.rows) else []
        else:
            by_source.setdefault((table.kind, table.receipt.system), []).append(table)
    for source, members in by_source.items():
        used = [table for table in members if len(table.rows) and _is_of(table, as_of, plan)]
        kept += used
        findings += [
            other_period(table, table.receipt.period or as_of, as_of)
            for table in members
            if len(table.rows) and table not in used
        ]
        barred[source] = _uncovered(members, used, register, as_of, findings)
    kept.sort(key=lambda t: (t.receipt.file, t.receipt.sheet, t.receipt.header, str(t.receipt.period)))
    return Admission(tuple(kept), barred, tuple(findings), tuple(withheld))


def _dated(table: Table, wanted: Period) -> Table:
    """A list of dossiers that names no period, all of whose dossiers came and ended outside the wanted one."""
    if table.kind is not Kind.DOSSIERS or table.receipt.period is not None or not len(table.rows):
        return table
    period = own_period(table, wanted)
    return table if period is None else replace(table, receipt=replace(table.receipt, period=period, dated=True))


def _is_of(table: Table, wanted: Period, plan: Period) -> bool:
    """Whether a table may say anything of the period; the index is given for a year, or for the part judged."""
    period = table.receipt.period
    if period is None:
        return True
    if table.kind is Kind.PAR_INDEX:
        return period in (wanted, plan)
    return period.meets(wanted)


def _uncovered(
    members: Sequence[Table], used: Sequence[Table], register: Register, wanted: Period, findings: list[Finding]
) -> dict[int, Reason]:
    """The units whose tables of one kind do not cover the period, or hold no row yet."""
    covering: dict[int, list[Table]] = {}
    for table in (table for table in members if not table.nothing):
        for unit in _units(table, register):
            covering.setdefault(unit, []).append(table)
    reasons: dict[int, Reason] = {}
    said: set[tuple[str, ...]] = set()
    for unit, theirs in covering.items():
        mine = [table for table in theirs if table in used]
        if not mine:
            reasons[unit] = "other_period" if any(len(table.rows) for table in theirs) else "empty_table"
        elif mine[0].kind in _LISTS and not _is_counted(mine[0]) and not covers(_periods(mine), wanted):
            bars = mine[0].kind is not Kind.DOSSIERS or any(table.receipt.dated for table in mine)
            if bars:
                reasons[unit] = "other_period"
            key = tuple(sorted(f"{table.receipt.file}|{table.receipt.sheet}" for table in mine))
            if key not in said:
                said.add(key)
                findings.extend(_not_whole(mine, wanted) if bars else [_undated(mine, wanted)])
    return reasons


def _is_counted(table: Table) -> bool:
    """Whether a table of tasks gives counts, which are combined and not joined."""
    return table.kind is Kind.TASKS and "assigned" in table.columns


def _units(table: Table, register: Register) -> Iterable[int]:
    """The units that a table speaks of: one that names several speaks of all."""
    hits = register.named(unit_texts(table))
    return range(len(register.units)) if len(hits) != 1 else hits


def _periods(tables: Sequence[Table]) -> list[Period | None]:
    return [table.receipt.period for table in tables]


def covers(periods: Iterable[Period | None], wanted: Period) -> bool:
    """Whether periods leave no day of another uncovered; one that is not said is taken for the whole."""
    return _gap(periods, wanted) > wanted.last


def _gap(periods: Iterable[Period | None], wanted: Period) -> date:
    """The first day of a period that others leave uncovered; behind its last day where there is none."""
    day = wanted.first
    for period in sorted((one or wanted for one in periods), key=lambda one: one.first):
        if period.first <= day <= period.last:
            day = period.last + timedelta(days=1)
    return day


def other_period(table: Table, period: Period, wanted: Period) -> Finding:
    """The finding about a table of another period, or of a part of the wanted one."""
    relation, command = t("not of {wanted}", wanted=wanted.words()), ""
    otherwise: Param = ""
    if wanted.holds(period):
        relation = t("only a part of {wanted}", wanted=wanted.words())
        otherwise = t(", or of the periods still missing")
        until, command = _until([period], wanted)
        if command:
            otherwise = t(
                ", or of the periods still missing; to judge up to {day} alone, let that close them", day=until
            )
    elif period.last.year < wanted.first.year or period.first.year > wanted.last.year:
        otherwise = t("; if these are the ones meant, put criteria.yaml of their year beside the data")
    params: dict[str, Param] = {"period": period.words(), "wanted": wanted.words(), "relation": relation}
    place = (table.receipt.file, table.receipt.sheet, table.receipt.header)
    return Finding("other_period", {**params, "otherwise": otherwise, "command": command}, *place, period=str(period))


def _until(periods: Collection[Period], wanted: Period) -> tuple[str, str]:
    """The day up to which periods make up the beginning of another, and what is typed to judge that alone; or none."""
    last = _gap(periods, wanted) - timedelta(days=1)
    if not wanted.first <= last < wanted.last or combine(periods, Period(wanted.first, last)).reason:
        return "", ""
    day = last.strftime("%d/%m/%Y")
    return day, f"thidua check --as-of {day}"


def _not_whole(tables: Sequence[Table], wanted: Period) -> list[Finding]:
    """What is said where the tables of a unit leave days uncovered: each is a part, or the parts do not fit."""
    periods = _periods(tables)
    return [conflict_of(table, periods, wanted) for table in (tables if len({*periods}) == 1 else tables[:1])]


def _undated(tables: Sequence[Table], wanted: Period) -> Finding:
    """Lists of dossiers called "Tháng 3" without a year: each dossier has its dates, and what is missing is said."""
    receipt = tables[0].receipt
    params = {"periods": _named(_periods(tables)), "wanted": wanted.words()}
    return Finding("periods_missing", params, receipt.file, receipt.sheet, receipt.header)


def _named(periods: Iterable[Period | None]) -> Message:
    return joined((period.words() for period in sorted({one for one in periods if one is not None})), "; ")


def conflict_of(table: Table, periods: Iterable[Period | None], wanted: Period) -> Finding:
    """The finding about parts that do not make up the period, at the first of them; one part alone is of another."""
    known = sorted({period for period in periods if period is not None})
    if len(known) == 1:
        return other_period(table, known[0], wanted)
    until, command = _until(known, wanted)
    params: dict[str, Param] = {
        "periods": _named(known),
        "wanted": wanted.words(),
        "otherwise": t("; to judge up to {day} alone, let that close them", day=until) if command else "",
        "command": command,
    }
    return Finding("period_conflict", params, table.receipt.file, table.receipt.sheet, table.receipt.header)


@record
class Combined:
    """Which parts stand for the period: added up where there are several. ``reason`` says why there are none.

    ``others`` are further ways in which the periods make up the whole: their sums must say the same.
    """

    parts: tuple[Period | None, ...] = ()
    reason: Reason | None = None
    others: tuple[tuple[Period, ...], ...] = ()


def combine(periods: Iterable[Period | None], wanted: Period) -> Combined:
    """What of several periods stands for one: itself (or what names no period), else the parts that tile it."""
    known = set(periods)
    parts = [period for period in known if period is not None and period != wanted]
    ways = tuple(sorted(tilings(parts, wanted), key=len, reverse=True))
    whole = tuple(period for period in (wanted, None) if period in known)
    if whole:
        return Combined(whole, others=ways)
    if not ways:
        return Combined(reason="other_period" if len(known) == 1 else "period_conflict")
    return Combined(ways[0], others=ways[1:])
