"""What the columns of a form (form 06 and its kin) count, by the names that criteria use (contract, section 3)."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction

from thidua_cli.evidence.model import Count, Origin
from thidua_cli.findings import Finding
from thidua_cli.records import record
from thidua_cli.text.language import Param, t

MERGED = frozenset({"early", "on_time"})


@record
class StatisticsRow:
    """What one unit reports of one system: named counts, and those that the form gives only together."""

    counts: dict[str, Count]
    merged: dict[frozenset[str], Count] = field(default_factory=dict)


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


def named(f: dict[str, Count]) -> StatisticsRow:
    """The form's columns as named counts (contract, section 3)."""
    counts: dict[str, Count] = {}
    received = _received(f)
    if received is not None:
        counts["received"] = received
    online = _online(f)
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
    off = f.get("received_off_software")
    if off is not None and off.value != 0:
        on = f.get("received_on_software") or Count(None, off.reason or "ambiguous_column", off.origins)
        counts |= {"on_software": on, "not_on_software": off}
    merged = {}
    if "late" not in counts and (late := _sum(f.get("late_apologised"), f.get("late_not_apologised"))) is not None:
        counts["late"] = late
    if not counts.keys() & {"early", "on_time"} and "early_or_on_time" not in f and {"done_total", "late"} <= f.keys():
        # What was resolved and not late was early or on time.
        f = {**f, "early_or_on_time": _minus(f["done_total"], f["late"])}
    if "early_or_on_time" in f and not counts.keys() >= MERGED:
        merged[MERGED] = f["early_or_on_time"]
        counts.update({name: Count(None, "merged", f["early_or_on_time"].origins) for name in MERGED - counts.keys()})
    return StatisticsRow(counts, merged)


_PARTS = {
    "part_name": t("Dossiers filed online"),
    "whole_name": t("dossiers received in the period"),
}
_CARRIED = {
    "part_name": t("Dossiers carried over"),
    "whole_name": t("all dossiers received"),
}


def _negative(count: Count | None) -> bool:
    return count is not None and count.value is not None and count.value < 0


def impossible(row: StatisticsRow, figures: dict[str, Count], unit: str) -> list[Finding]:
    """Where a part is greater than its whole, which no count can be."""
    pairs = []
    if _negative(row.counts.get("not_online_34")):
        pairs.append((row.counts["online_34"], row.counts["received"], _PARTS))
    if _negative(row.counts.get("received")):
        pairs.append((figures["carried_over"], figures["received_total"], _CARRIED))
    found = []
    for part, whole, words in pairs:
        origin = part.origins[0]
        params: dict[str, Param] = {"part": str(part.value), "whole": str(whole.value), **words}
        found.append(Finding("impossible_count", params, origin.file, origin.sheet, origin.cells[0], unit))
    return found


def without_impossible(row: StatisticsRow) -> StatisticsRow:
    """The row without the figures that cannot be: they are unknown, not negative."""
    bad = {"received", "online_34", "not_online_34"}
    if not any(_negative(row.counts.get(name)) for name in bad):
        return row
    counts = {n: Count(None, "unreadable", c.origins) if n in bad else c for n, c in row.counts.items()}
    return StatisticsRow(counts, row.merged)


_HIGH = ("received_online_full", "received_online_partial", "received_online_34")
_LEVELS = (*_HIGH, "received_online_low", "received_online_other")


def _online(f: dict[str, Count]) -> Count | None:
    """Filed online at levels 3 and 4: the columns of these levels, else the online ones less levels 1 and 2."""
    high = _sum(*(f.get(name) for name in _HIGH))
    if high is not None:
        return high
    online, low = f.get("received_online"), f.get("received_online_low")
    return _minus(online, low) if online is not None and low is not None else online


def _received(f: dict[str, Count]) -> Count | None:
    if "received_new" in f:
        return f["received_new"]
    online = f.get("received_online") or _sum(*(f.get(name) for name in _LEVELS))
    if online is None and not {"received_total", "received_direct", "received_one_stop"} & f.keys():
        return _sum(f.get("received_on_software"), f.get("received_off_software"))
    in_person = _sum(f.get("received_direct"), f.get("received_post"), f.get("received_one_stop"))
    total, carried = f.get("received_total"), f.get("carried_over")
    if online is not None and in_person is not None and (total is None or carried is not None):
        return _sum(online, in_person)
    if total is not None and carried is not None:
        return _minus(total, carried)
    return total if total is not None or online is None or in_person is None else _sum(online, in_person)
