"""From rows to dossiers to counts: one dossier per code, the one-stop software ruling (contract, section 3).

Counting is done on arrays; only the few dossiers that could not be read where it matters are looked at one by one
(:mod:`thidua_cli.evidence.open_rows`), to say in which ways each may fall.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import BAD_DATE, DAY, NO_DATE, day_number, known, on_earlier_day
from thidua_cli.evidence.duplicates import without_duplicates
from thidua_cli.evidence.rows import ABSENT, CHANNELS, STATUSES, SYSTEMS, UNKNOWN, Ints, Rows
from thidua_cli.intake.statuses import Status
from thidua_cli.intake.tables import System
from thidua_cli.plan.model import Plan
from thidua_cli.records import record

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int32]
ONE_STOP, PUBLIC, LOGBOOK, UNSAID = (
    SYSTEMS.index(s) for s in (System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK, None)
)
ONLINE = CHANNELS.index("online")
WAITING = (Status.PROCESSING, Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT)
NOT_RECEIVED = (Status.NOT_ACCEPTED, Status.AWAITING_RECEIPT)


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
    ruling: Places
    row_in: tuple[Places, ...]
    unit: npt.NDArray[np.int32]
    received: Ints
    due: Ints
    end: Ints
    status: npt.NDArray[np.int8]
    online: Mask
    channel_unknown: Mask
    level: npt.NDArray[np.int8]
    officer: npt.NDArray[np.int32]
    impossible_due: Mask
    """Dossiers due before they came in: one of the two days is wrong, and so ``due`` is not known."""

    def __len__(self) -> int:
        return len(self.ruling)

    def in_system(self, system: int) -> Mask:
        """Which dossiers stand in a table of a system."""
        return self.row_in[system] >= 0

    def only_in(self, system: int) -> Mask:
        """Which dossiers no other system holds."""
        alone = self.in_system(system)
        for other in range(len(SYSTEMS)):
            if other != system:
                alone &= ~self.in_system(other)
        return alone


def merge(rows: Rows, plan: Plan) -> Dossiers:
    """One dossier per code. Adds a ``duplicate_dossier`` finding for each row that another one outweighs."""
    rows.status = np.where(
        rows.inferred_status,
        np.where(rows.end == NO_DATE, _OPEN, _ENDED),
        rows.status,
    )
    keep = without_duplicates(rows, plan)
    size = int(rows.code.max(initial=-1)) + 1
    one, public, logbook, unsaid = (_standing(rows, keep, system, size) for system in range(len(SYSTEMS)))
    ruling = one
    for other in (public, logbook, unsaid):
        ruling = ruling if bool((ruling >= 0).all()) else np.where(ruling >= 0, ruling, other)
    level = rows.level[ruling]
    if bool((public >= 0).any()):
        level = np.where((public >= 0) & (rows.level[public] != ABSENT), rows.level[public], level)
    online, channel_unknown = _filing(rows, ruling, public, logbook)
    # One list without any dossier twice is its dossiers, row by row: nothing of it is copied.
    same = size == len(rows.code) and bool((ruling[1:] > ruling[:-1]).all())
    at = slice(None) if same else ruling
    received, due = rows.received[at], rows.due[at]
    impossible = on_earlier_day(due, received)
    return Dossiers(
        rows=rows,
        ruling=ruling,
        row_in=(one, public, logbook, unsaid),
        unit=rows.unit[ruling],
        received=received,
        due=np.where(impossible, BAD_DATE, due) if bool(impossible.any()) else due,
        end=rows.end[at],
        status=rows.status[at],
        online=online,
        channel_unknown=channel_unknown,
        level=level,
        officer=rows.officer[at],
        impossible_due=impossible,
    )


_OPEN, _ENDED = (np.int8(STATUSES.index(status)) for status in (Status.PROCESSING, Status.RESOLVED))


def _standing(rows: Rows, keep: Ints, system: int, size: int) -> Places:
    """Per dossier the row of those to keep that stands for it in a system, -1 where none does."""
    chosen = keep[rows.system[keep] == system]
    if not len(chosen):
        return np.broadcast_to(np.int32(-1), size)
    of_code = np.full(size, -1, dtype=np.int32)
    of_code[rows.code[chosen]] = chosen
    return of_code


def _filing(rows: Rows, ruling: Places, public: Places, logbook: Places) -> tuple[Mask, Mask]:
    """Which dossiers were filed online, and of which it is not known.

    To stand in the portal's list is to be filed online, unless the portal's own word for the dossier says otherwise.
    """
    listed = public >= 0
    word = np.where(listed, rows.channel[public], np.int8(ABSENT))
    said = rows.channel[ruling]
    elsewhere = (logbook >= 0) & (rows.channel[logbook] == ONLINE)
    online = np.where(listed, (word == ONLINE) | (word == ABSENT), (said == ONLINE) | elsewhere)
    unknown = np.where(listed, word == UNKNOWN, (said == UNKNOWN) & ~elsewhere)
    return online, unknown


@record
class Marks:
    """Per dossier, decided as far as it can be: to which counts it belongs. ``care`` marks those that stay open.

    ``torn`` are dossiers whose status says that they wait, and whose end says that they do not.
    """

    masks: dict[str, Mask]
    accepted: Mask
    resolved: Mask
    torn: Mask
    care: Mask


def resolved_statuses(plan: Plan) -> tuple[Status, ...]:
    """The statuses of dossiers that are timed."""
    refused = plan.settings.refused_with_result == "timed"
    return (Status.RESOLVED, *((Status.REFUSED_WITH_RESULT,) if refused else ()))


def mark(dossiers: Dossiers, plan: Plan) -> Marks:
    """Which named counts each dossier belongs to, for all that can be read, on the last day of the plan's period."""
    first, after = day_number(plan.period_start) * DAY, (day_number(plan.period_end) + 1) * DAY
    d = dossiers
    resolved = status_mask(d.status, *resolved_statuses(plan))
    unknown = d.status == UNKNOWN
    accepted = ~status_mask(d.status, *NOT_RECEIVED) & ~unknown
    received = accepted & (d.received >= first) & (d.received < after)
    ended_in = resolved & (d.end >= first) & (d.end < after)
    waiting = status_mask(d.status, *WAITING)
    torn = waiting & known(d.end) & (d.end < after)
    open_ = accepted & ((waiting & ~torn) | (d.end >= after))
    open_ &= known(d.received) & (d.received < after)
    masks = {
        **_receipts(d, received),
        **_timings(d, ended_in, plan),
        "pending": open_,
        "pending_overdue": open_ & known(d.due) & (d.due < after - DAY),
    }
    masks |= _partial(d, masks)
    no_day = ~known(d.received) & (accepted | unknown)
    # Without any end there is nothing to time under a status that is not known; a resolved one lacks its end.
    no_end = (resolved & ~known(d.end)) | (accepted & ~waiting & (d.end == BAD_DATE))
    bad_due = (ended_in | open_) & (d.due == BAD_DATE)
    if plan.settings.no_due_date == "undecided":
        bad_due |= ended_in & (d.due == NO_DATE)
    return Marks(masks, accepted, resolved, torn, unknown | torn | no_day | no_end | bad_due | _open_line(d, received))


def below_three(d: Dossiers) -> Mask:
    """Dossiers of level 1 or 2: never filed online at level 3 or 4, whatever the channel."""
    return np.isin(d.level, (1, 2))


def _open_line(d: Dossiers, received: Mask) -> Mask:
    """Received dossiers of which it is not known whether they were filed online at level 3 or 4."""
    open_: Mask = received & ~below_three(d) & (d.channel_unknown | (d.online & (d.level == UNKNOWN)))
    return open_


def _receipts(d: Dossiers, received: Mask) -> dict[str, Mask]:
    on_software = received & d.in_system(ONE_STOP)
    settled = received & ~_open_line(d, received)
    online = d.online & ~below_three(d)
    return {
        "received": received,
        "on_software": on_software,
        "not_on_software": received & ~on_software,
        "online_34": settled & online,
        "not_online_34": settled & ~online,
    }


def _timings(d: Dossiers, ended_in: Mask, plan: Plan) -> dict[str, Mask]:
    timed = ended_in & known(d.due)
    first, last = on_time_between(d.due, plan)
    early, late = timed & (d.end < first), timed & (d.end > last)
    on_time = timed & ~early & ~late
    if plan.settings.no_due_date == "on_time":
        on_time = on_time | (ended_in & (d.due == NO_DATE))
    return {"early": early, "on_time": on_time, "late": late}


def _partial(d: Dossiers, masks: dict[str, Mask]) -> dict[str, Mask]:
    """The same counts within one system, for comparing and adding statistics.

    ``one:`` the dossiers that the one-stop software holds, ``log:`` those that only the logbook holds.
    """
    names = ("received", "early", "on_time", "late")
    part = {f"one:{name}": _among(masks[name], d.in_system(ONE_STOP)) for name in names}
    only_log = d.only_in(LOGBOOK)
    return part | {f"log:{name}": _among(masks[name], only_log) for name in (*names, "online_34", "not_online_34")}


def _among(mask: Mask, part: Mask) -> Mask:
    """A mask within a part of the dossiers; that of all or none of them takes no room."""
    if not part.any():
        return np.broadcast_to(np.False_, len(part))
    return mask if part.all() else mask & part


def on_time_between(due: Ints, plan: Plan) -> tuple[Ints, Ints]:
    """The moments from and to which an end is on time: before them it is early, after them late.

    By day they are those of the due day. By time there are none, and a due day without a time ends at midnight.
    """
    of_day = due % DAY
    if plan.settings.compare == "day":
        return due - of_day, due - of_day + (DAY - 1)
    last = np.where(of_day == 0, due + DAY - 1, due)
    return last + 1, last
