"""Dossiers that could not be read where it matters: every way in which one may fall, over all that is not known of it.

A way is one set of counts, so that what excludes each other (late, and still pending) never stands in one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from thidua_cli.evidence.dates import BAD_DATE, DAY, NO_DATE, day_number
from thidua_cli.evidence.dossiers import (
    NOT_RECEIVED,
    ONE_STOP,
    WAITING,
    Dossiers,
    Marks,
    on_time_between,
    resolved_statuses,
)
from thidua_cli.evidence.model import Alternatives
from thidua_cli.evidence.rows import STATUSES, UNKNOWN
from thidua_cli.plan.model import Plan

Class = Literal["not_received", "waiting", "untimed", "timed"]
Receipt = Literal["in", "before", "after"]
"""Received in the period, before it, or after its last day."""
End = Literal["early", "on_time", "late", "none", "after"]
"""How it ended: in the period, in a way that no count is about, or after the period's last day."""
_TIMED: tuple[End, ...] = ("early", "on_time", "late")


def readings(d: Dossiers, marks: Marks, index: int, plan: Plan) -> Alternatives:
    """The ways in which one dossier may fall: sets of counts."""
    return _ways(
        _classes(d, marks, index, plan),
        _receipts(int(d.received[index]), plan),
        _ends(d, index, plan),
        _overdue(int(d.due[index]), plan),
        "on_software" if d.row_in[ONE_STOP][index] >= 0 else "not_on_software",
        _lines(d, index),
    )


def any_way(software: str) -> Alternatives:
    """Every way in which a row of which nothing is known may fall, in a list of the software or beside it."""
    ends: tuple[End, ...] = (*_TIMED, "none", "after")
    classes: tuple[Class, ...] = ("not_received", "waiting", "untimed", "timed")
    receipts: tuple[Receipt, ...] = ("in", "before", "after")
    return _ways(classes, receipts, ends, (True, False), software, ("online_34", "not_online_34"))


@lru_cache(maxsize=1024)
def _ways(
    classes: tuple[Class, ...],
    receipts: tuple[Receipt, ...],
    ends: tuple[End, ...],
    overdue: tuple[bool, ...],
    software: str,
    lines: tuple[str, ...],
) -> Alternatives:
    found: set[frozenset[str]] = set()
    for kind in classes:
        if kind == "not_received":
            found.add(frozenset())
            continue
        for receipt in receipts:
            known = [frozenset({"received", software, line}) for line in lines] if receipt == "in" else [frozenset()]
            for outcome in _outcomes(kind, receipt, ends, overdue):
                found |= {base | outcome for base in known}
    return frozenset(found)


def _outcomes(kind: Class, receipt: Receipt, ends: tuple[End, ...], overdue: tuple[bool, ...]) -> set[frozenset[str]]:
    """What a received dossier adds beside its receipt: how it was timed, or that it is pending."""
    nothing: frozenset[str] = frozenset()
    pending = {frozenset({"pending", "pending_overdue"} if late else {"pending"}) for late in overdue}
    if receipt == "after":
        pending = {nothing}
    if kind == "waiting":
        return pending
    found: set[frozenset[str]] = set()
    for end in ends:
        if end == "after":
            found |= pending
        else:
            found.add(frozenset({end}) if kind == "timed" and end != "none" else nothing)
    return found


def _classes(d: Dossiers, marks: Marks, index: int, plan: Plan) -> tuple[Class, ...]:
    if marks.torn[index]:
        return ("waiting", "timed")
    code = int(d.status[index])
    if code == UNKNOWN:
        # Without any end there is nothing to time.
        return ("not_received", "waiting", "untimed") + (() if int(d.end[index]) == NO_DATE else ("timed",))
    status = STATUSES[code]
    if status in NOT_RECEIVED:
        return ("not_received",)
    if status in WAITING:
        # A status that waits waits, unless the end says otherwise (then it is torn, or ended after the period).
        return ("waiting",)
    return ("timed",) if status in resolved_statuses(plan) else ("untimed",)


def _receipts(received: int, plan: Plan) -> tuple[Receipt, ...]:
    if received <= BAD_DATE:
        return ("in", "before", "after")
    day = received // DAY
    if day < day_number(plan.period_start):
        return ("before",)
    return ("in",) if day <= day_number(plan.period_end) else ("after",)


def _ends(d: Dossiers, index: int, plan: Plan) -> tuple[End, ...]:
    end, due = int(d.end[index]), int(d.due[index])
    if end <= BAD_DATE:
        timed = tuple(dict.fromkeys(_timings(d, index, plan)))
        # Of a dossier that is not resolved an end that does not stand there is none.
        return (*timed, "none", "after") if end == BAD_DATE or _resolved(d, index, plan) else ("none",)
    day = end // DAY
    if day > day_number(plan.period_end):
        return ("after",)
    if day < day_number(plan.period_start):
        return ("none",)
    if due <= BAD_DATE:
        return _timings(d, index, plan)
    one = slice(index, index + 1)
    first, last = (int(side[0]) for side in on_time_between(d.due[one], plan))
    if int(d.end[index]) > last:
        return ("late",)
    return ("early",) if int(d.end[index]) < first else ("on_time",)


def _resolved(d: Dossiers, index: int, plan: Plan) -> bool:
    code = int(d.status[index])
    return code >= 0 and STATUSES[code] in resolved_statuses(plan)


def _timings(d: Dossiers, index: int, plan: Plan) -> tuple[End, ...]:
    """How an end in the period may stand to a due day that is not known, or where the end itself is not."""
    if int(d.due[index]) == NO_DATE and plan.settings.no_due_date != "undecided":
        return ("on_time",) if plan.settings.no_due_date == "on_time" else ("none",)
    return _TIMED


def _overdue(due: int, plan: Plan) -> tuple[bool, ...]:
    if due == BAD_DATE:
        return (True, False)
    return (due != NO_DATE and due // DAY < day_number(plan.period_end),)


def _lines(d: Dossiers, index: int) -> tuple[str, ...]:
    level = int(d.level[index])
    if level in (1, 2):
        return ("not_online_34",)
    if d.channel_unknown[index] or (d.online[index] and level == UNKNOWN):
        return ("online_34", "not_online_34")
    return ("online_34",) if d.online[index] else ("not_online_34",)
