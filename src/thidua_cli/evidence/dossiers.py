"""From rows to dossiers to counts: one dossier per code, the one-stop software ruling (contract, section 3).

Counting is done on arrays; only the few dossiers that could not be read where it matters are looked at one by one, to
say in which ways each may fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import BAD_DATE, DAY, NO_DATE, days, known
from thidua_cli.evidence.duplicates import report_duplicates
from thidua_cli.evidence.rows import ABSENT, CHANNELS, STATUSES, SYSTEMS, UNKNOWN, Ints, Rows
from thidua_cli.intake.tables import System
from thidua_cli.intake.vocabulary import Status
from thidua_cli.plan.model import Plan

Mask = npt.NDArray[np.bool_]
ONE_STOP, PUBLIC, LOGBOOK = (SYSTEMS.index(s) for s in (System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK))
ONLINE = CHANNELS.index("online")
_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Calendar days since 1970."""
    return (day - _EPOCH).days


def status_mask(status: npt.NDArray[np.int8], *members: Status) -> Mask:
    """Where the status is one of some classes."""
    chosen = np.zeros(256, dtype=np.bool_)
    chosen[[STATUSES.index(member) for member in members]] = True
    found: Mask = chosen[status.view(np.uint8)]
    return found


@dataclass(slots=True)
class Dossiers:
    """One entry per dossier. ``ruling`` is the row whose dates and status count; dates as in :class:`Rows`.

    ``end`` is the day processing ended, else the day the result was returned (or as the plan sets it). ``row_in`` gives
    per system the row that stands for the dossier there, -1 where it is absent.
    """

    rows: Rows
    ruling: Ints
    row_in: tuple[Ints, Ints, Ints]
    unit: npt.NDArray[np.int32]
    received: Ints
    due: Ints
    end: Ints
    status: npt.NDArray[np.int8]
    online: Mask
    channel_unknown: Mask
    level: npt.NDArray[np.int8]
    officer: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.ruling)

    def in_system(self, system: int) -> Mask:
        """Which dossiers stand in a table of a system."""
        return self.row_in[system] >= 0

    def only_in_logbook(self) -> Mask:
        """Which dossiers no other system holds."""
        return self.in_system(LOGBOOK) & ~self.in_system(ONE_STOP) & ~self.in_system(PUBLIC)


def end_of(rows: Rows, plan: Plan) -> Ints:
    """The end of each row: processing ended, else returned; or the return alone."""
    if plan.settings.end_date == "returned":
        return rows.returned
    return np.where(rows.ended != NO_DATE, rows.ended, rows.returned)


def merge(rows: Rows, plan: Plan) -> Dossiers:
    """One dossier per code. Adds a ``duplicate_dossier`` finding for each row that another one outweighs."""
    end = end_of(rows, plan).copy()  # duplicates change it, and it may be a column of the rows themselves
    status = np.where(
        rows.inferred_status,
        np.where(end == NO_DATE, STATUSES.index(Status.PROCESSING), STATUSES.index(Status.RESOLVED)),
        rows.status,
    ).astype(np.int8)
    size = int(rows.code.max()) + 1 if len(rows.code) else 0
    keep = _without_duplicates(rows, end, status)
    row_in = []
    for system in range(len(SYSTEMS)):
        chosen = keep[rows.system[keep] == system]
        of_code = np.full(size, -1, dtype=np.int64)
        of_code[rows.code[chosen]] = chosen
        row_in.append(of_code)
    one, public, logbook = row_in
    ruling = np.where(one >= 0, one, np.where(public >= 0, public, logbook))
    level = np.where((public >= 0) & (rows.level[public] != ABSENT), rows.level[public], rows.level[ruling])
    channel = rows.channel[ruling]
    elsewhere = (logbook >= 0) & (rows.channel[logbook] == ONLINE)
    return Dossiers(
        rows=rows,
        ruling=ruling,
        row_in=(one, public, logbook),
        unit=rows.unit[ruling],
        received=rows.received[ruling],
        due=rows.due[ruling],
        end=end[ruling],
        status=status[ruling],
        online=(public >= 0) | (channel == ONLINE) | elsewhere,
        channel_unknown=(public < 0) & (channel == UNKNOWN),
        level=level.astype(np.int8),
        officer=rows.officer[ruling],
    )


def _without_duplicates(rows: Rows, end: Ints, status: npt.NDArray[np.int8]) -> Ints:
    """The rows that count.

    Of each code in each system the one with the later end. Changes ``end`` to ``BAD_DATE`` for a winner whose rivals
    have an end that cannot be read: it is then not known which ended later, nor whose ``status`` counts.
    """
    slot = rows.code * len(SYSTEMS) + rows.system
    many = np.bincount(slot, minlength=1)[slot] > 1 if len(slot) else np.zeros(0, dtype=np.bool_)
    single = np.flatnonzero(~many)
    if len(single) == len(slot):
        return single
    again = np.flatnonzero(many)
    files = np.asarray([_file_rank(rows)[t] for t in rows.table[again]], dtype=np.int64)
    content = (end, rows.due, rows.received, status, rows.unit, rows.channel, rows.level)
    order = again[np.lexsort((rows.position[again], files, *(item[again] for item in reversed(content)), slot[again]))]
    last = np.append(slot[order][1:] != slot[order][:-1], True)
    winners = order[last]
    group = np.cumsum(np.append(False, last[:-1]))
    doubtful = np.zeros(len(winners), dtype=np.bool_)
    np.logical_or.at(doubtful, group, end[order] == BAD_DATE)
    end[winners[doubtful]] = BAD_DATE
    # Nor is it known then whose status counts, where the rivals differ in it.
    same = np.ones(len(winners), dtype=np.bool_)
    np.logical_and.at(same, group, status[order] == status[winners[group]])
    status[winners[doubtful & ~same]] = UNKNOWN
    report_duplicates(rows, order[~last], winners[group[~last]], np.bincount(group)[group[~last]], end)
    return np.sort(np.concatenate([single, winners]))


def _file_rank(rows: Rows) -> list[int]:
    names = [(table.receipt.file, table.receipt.sheet, table.receipt.header) for table in rows.tables]
    ranked = sorted(range(len(names)), key=lambda i: names[i])
    rank = [0] * len(names)
    for position, table in enumerate(ranked):
        rank[table] = position
    return rank


@dataclass(frozen=True, slots=True)
class Marks:
    """Per dossier, decided as far as it can be: to which counts it belongs. ``care`` marks those that stay open."""

    masks: dict[str, Mask]
    accepted: Mask
    resolved: Mask
    care: Mask


def mark(dossiers: Dossiers, plan: Plan, as_of: date) -> Marks:
    """Which named counts each dossier belongs to, for all that can be read (contract, section 3)."""
    settings = plan.settings
    first, last = day_number(plan.period_start), day_number(plan.period_end)
    d = dossiers
    resolved = status_mask(d.status, Status.RESOLVED)
    if settings.refused_with_result == "timed":
        resolved |= status_mask(d.status, Status.REFUSED_WITH_RESULT)
    unknown = d.status == UNKNOWN
    accepted = ~status_mask(d.status, Status.NOT_ACCEPTED, Status.AWAITING_RECEIPT) & ~unknown
    received_day, due_day, end_day = days(d.received), days(d.due), days(d.end)
    received = accepted & known(d.received) & (received_day >= first) & (received_day <= last)
    ended_in = resolved & known(d.end) & (end_day >= first) & (end_day <= last)
    timed = ended_in & known(d.due)
    left, right = (end_day, due_day) if settings.compare == "day" else _compared(d.end, d.due, plan)
    on_software = received & d.in_system(ONE_STOP)
    online = d.online & ~np.isin(d.level, (1, 2)) & (d.level != UNKNOWN)
    on_time = timed & (left == right) if settings.compare == "day" else np.zeros_like(timed)
    early = timed & (left < right) if settings.compare == "day" else timed & (left <= right)
    late = timed & (left > right)
    if settings.no_due_date == "on_time":
        on_time = on_time | (ended_in & (d.due == NO_DATE))
    waiting = status_mask(d.status, Status.PROCESSING, Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT)
    waiting |= resolved & known(d.end) & (end_day > day_number(as_of))
    open_ = accepted & waiting & known(d.received) & (received_day <= day_number(as_of))
    masks = {
        "received": received,
        "on_software": on_software,
        "not_on_software": received & ~on_software,
        "online_34": received & online & ~d.channel_unknown,
        "not_online_34": received & ~online & ~d.channel_unknown & ~(d.online & (d.level == UNKNOWN)),
        "early": early,
        "on_time": on_time,
        "late": late,
        "pending": open_,
        "pending_overdue": open_ & known(d.due) & (due_day < day_number(as_of)),
    }
    masks |= _partial(d, masks)
    no_day = ~known(d.received) & (accepted | unknown)
    # Without any end there is nothing to time under a status that is not known; a resolved one lacks its end.
    no_end = resolved & ~known(d.end)
    bad_due = ended_in & (d.due == BAD_DATE)
    if settings.no_due_date == "undecided":
        bad_due |= ended_in & (d.due == NO_DATE)
    doubtful_line = received & (d.channel_unknown | (d.online & (d.level == UNKNOWN)))
    return Marks(masks, accepted, resolved, unknown | no_day | no_end | bad_due | doubtful_line)


def _partial(d: Dossiers, masks: dict[str, Mask]) -> dict[str, Mask]:
    """The same counts within one system, for comparing and adding statistics.

    ``one:`` the dossiers that the one-stop software holds, ``log:`` those that only the logbook holds.
    """
    only_log = d.only_in_logbook()
    names = ("received", "early", "on_time", "late")
    part = {f"one:{name}": masks[name] & d.in_system(ONE_STOP) for name in names}
    return part | {f"log:{name}": masks[name] & only_log for name in (*names, "online_34", "not_online_34")}


def _compared(end: Ints, due: Ints, plan: Plan) -> tuple[Ints, Ints]:
    """End and due in the unit in which the plan compares them. By time, a due day without a time ends at midnight."""
    if plan.settings.compare == "day":
        return days(end), days(due)
    return end, np.where(known(due) & (due % DAY == 0), due + DAY - 1, due)


def alternatives(dossiers: Dossiers, marks: Marks, index: int, plan: Plan) -> frozenset[frozenset[str]]:
    """The ways in which one dossier may fall: sets of counts, over everything in its row that is not known."""
    receipts = _receipt_options(dossiers, index, plan)
    timings = _timing_options(dossiers, marks, index, plan)
    return frozenset(receipt | timing for receipt in receipts for timing in timings)


def _receipt_options(d: Dossiers, index: int, plan: Plan) -> set[frozenset[str]]:
    nothing: frozenset[str] = frozenset()
    status, day = int(d.status[index]), int(days(d.received[index : index + 1])[0])
    if status in (STATUSES.index(Status.NOT_ACCEPTED), STATUSES.index(Status.AWAITING_RECEIPT)):
        return {nothing}
    in_period = day_number(plan.period_start) <= day <= day_number(plan.period_end)
    if day > BAD_DATE and not in_period:
        return {nothing}
    software = "on_software" if d.row_in[ONE_STOP][index] >= 0 else "not_on_software"
    lines = {"online_34" if d.online[index] and int(d.level[index]) not in (1, 2) else "not_online_34"}
    if d.channel_unknown[index] or (d.online[index] and int(d.level[index]) == UNKNOWN):
        lines = {"online_34", "not_online_34"}
    options = {frozenset({"received", software, line}) for line in lines}
    return options | {nothing} if status == UNKNOWN or day <= BAD_DATE else options


def _timing_options(d: Dossiers, marks: Marks, index: int, plan: Plan) -> set[frozenset[str]]:
    nothing: frozenset[str] = frozenset()
    decided = {frozenset({name}) for name in ("early", "on_time", "late") if marks.masks[name][index]}
    status, end = int(d.status[index]), int(d.end[index])
    if decided or (not marks.resolved[index] and status != UNKNOWN):
        return decided or {nothing}
    if status == UNKNOWN and end == NO_DATE:
        return {nothing}
    unknown_end = end <= BAD_DATE
    day = end // DAY
    if not unknown_end and not day_number(plan.period_start) <= day <= day_number(plan.period_end):
        return {nothing}
    due = int(d.due[index])
    if due == NO_DATE and plan.settings.no_due_date == "exclude":
        return {nothing}
    if due == NO_DATE and plan.settings.no_due_date == "on_time":
        options = {frozenset({"on_time"})}
    elif due > BAD_DATE and not unknown_end:
        options = {frozenset({_timing(d, index, plan)})}
    else:
        options = {frozenset({name}) for name in ("early", "on_time", "late")}
    return options | {nothing} if unknown_end or status == UNKNOWN else options


def _timing(d: Dossiers, index: int, plan: Plan) -> str:
    """Early, on time or late for one dossier whose end and due day are both known."""
    one = slice(index, index + 1)
    left, right = (int(side[0]) for side in _compared(d.end[one], d.due[one], plan))
    if left > right:
        return "late"
    return "early" if left < right or plan.settings.compare == "time" else "on_time"
