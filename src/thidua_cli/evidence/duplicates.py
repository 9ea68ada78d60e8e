"""One code several times in one system: which row counts, and what is said of the others.

The row with the later end counts; a state without an end does not outweigh an end. Of several rows with the same end,
or with none, the latest export's counts; where that cannot be told, what they differ in is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import BAD_DATE, day_number, days, known
from thidua_cli.evidence.exports import export_ranks
from thidua_cli.evidence.rows import STATUSES, SYSTEMS, UNKNOWN, Ints, Rows
from thidua_cli.findings import Finding
from thidua_cli.intake.statuses import Status
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import Message, t

_NOT_RECEIVED = (Status.NOT_ACCEPTED, Status.AWAITING_RECEIPT)
_WAITING = (Status.PROCESSING, Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT)
_KINDS = {**dict.fromkeys(_NOT_RECEIVED, 1), **dict.fromkeys(_WAITING, 2), Status.RESOLVED: 3}
_STATUS_MEANS = np.array([_KINDS.get(status, 4 + number) for number, status in enumerate(STATUSES)] + [0, 0])
"""Statuses that mean the same for every count have one number; the last two places are those of codes below zero."""
MAX_LISTED = 100
"""So many are said one by one; the rest is one finding for each table."""


def without_duplicates(rows: Rows, plan: Plan) -> Ints:
    """The rows that count, one for each code in each system.

    Changes what ``rows`` hold of a row that counts where a rival could as well have counted instead: its end, status
    and all else in which the two differ are then not known.
    """
    if int(rows.code.max(initial=-1)) + 1 == len(rows.code):
        return np.arange(len(rows.code))  # every dossier has a number, and some row
    slot = rows.code.astype(np.int64) * len(SYSTEMS) + rows.system
    many = np.bincount(slot, minlength=1)[slot] > 1 if len(slot) else np.zeros(0, dtype=np.bool_)
    single = np.flatnonzero(~many)
    if len(single) == len(slot):
        return single
    again = np.flatnonzero(many)
    exports, files = (
        _export_of(rows, again, plan),
        np.asarray(_file_rank(rows), dtype=np.int64)[rows.table[again]],
    )
    content = (rows.end, exports, rows.due, rows.received, rows.status, rows.unit, rows.channel, rows.level)
    keys = [item[again] if len(item) == len(slot) else item for item in content]
    order = np.lexsort((rows.positions(again), files, *reversed(keys), slot[again]))
    exports, order = exports[order], again[order]
    last = np.append(slot[order][1:] != slot[order][:-1], [True])
    winners = order[last]
    group = np.cumsum(np.append([False], last[:-1]))
    _settle(rows, _Rivals(order, winners[group], group, exports, exports[last][group]), plan)
    report_duplicates(rows, order[~last], winners[group[~last]], np.bincount(group)[group[~last]])
    return np.sort(np.concatenate([single, winners]))


def _export_of(rows: Rows, again: Ints, plan: Plan) -> Ints:
    """Per row how late its export is among those that hold rows of one code."""
    numbers, which = np.unique(rows.table[again], return_inverse=True)
    if len(numbers) == 1:
        return np.zeros(len(again), dtype=np.int64)
    tables = [rows.tables[number] for number in numbers.tolist()]
    moments = []
    for number in numbers.tolist():
        part = rows.table == number
        moments.append(np.concatenate([rows.received[part], rows.end[part]]))
    ranks: Ints = export_ranks(tables, moments, plan.year)[which.reshape(-1)]
    return ranks


def _file_rank(rows: Rows) -> list[int]:
    names = [(table.receipt.file, table.receipt.sheet, table.receipt.header) for table in rows.tables]
    ranked = sorted(range(len(names)), key=lambda i: names[i])
    rank = [0] * len(names)
    for position, table in enumerate(ranked):
        rank[table] = position
    return rank


@record
class _Rivals:
    """Rows of codes that stand several times: each with its winner, its group, and how late both exports are."""

    row: Ints
    winner: Ints
    group: Ints
    export: Ints
    winners_export: Ints


def _settle(rows: Rows, rivals: _Rivals, plan: Plan) -> None:
    """Make unknown what cannot be told: an end that a rival's unreadable end may outweigh, and what equals differ in.

    Two rows differ in a thing only where it could change a count: two days of receipt in the period do not.
    """
    end, status = rows.end, rows.status
    unread = np.zeros(int(rivals.group[-1]) + 1, dtype=np.bool_)
    np.logical_or.at(unread, rivals.group, end[rivals.row] == BAD_DATE)
    equal = (end[rivals.row] == end[rivals.winner]) & (rivals.export == rivals.winners_export)
    rival = equal | unread[rivals.group]
    row, winner = rivals.row[rival], rivals.winner[rival]
    first, last = day_number(plan.period_start), day_number(plan.period_end)

    def differs(meaning: Callable[[Ints], npt.NDArray[np.generic]]) -> Ints:
        changed: Ints = winner[meaning(row) != meaning(winner)]
        return changed

    def side_of_due(at: Ints) -> Ints:
        sides: Ints = np.sign(days(end[at]) - days(rows.due[at])) * 2 + (days(rows.due[at]) < last)
        np.copyto(sides, rows.due[at], where=~known(rows.due[at]))
        return sides

    # Everything is compared before anything is changed.
    statuses = differs(lambda at: _STATUS_MEANS[status[at]])
    levels = differs(lambda at: np.where(np.isin(rows.level[at], (1, 2)), 1, np.minimum(rows.level[at], 0)))
    channels = differs(lambda at: np.minimum(rows.channel[at], 1))
    dues = differs(side_of_due)
    receipts = differs(lambda at: np.searchsorted([first, last + 1], days(rows.received[at]), side="right"))
    status[statuses] = UNKNOWN
    rows.level[levels] = UNKNOWN
    rows.channel[channels] = UNKNOWN
    rows.due[dues] = BAD_DATE
    rows.received[receipts] = BAD_DATE
    end[rivals.winner[unread[rivals.group]]] = BAD_DATE


def report_duplicates(rows: Rows, losers: Ints, winners: Ints, counts: Ints) -> None:
    """Add the findings about rows that do not count (``losers``): which row does, and how many there are."""
    listed = sorted(
        zip(losers.tolist(), winners.tolist(), counts.tolist(), strict=True), key=lambda x: rows.place(x[0])
    )
    for loser, winner, count in listed[:MAX_LISTED]:
        place = rows.place(loser)
        rows.findings.append(
            Finding(
                "duplicate_dossier",
                {"code": place.code, "count": count, **_kept(int(rows.end[winner]))},
                place.file,
                place.sheet,
                rows.cell(loser, "code"),
            )
        )
    rest = np.zeros(len(rows.code), dtype=np.bool_)
    rest[[loser for loser, _, _ in listed[MAX_LISTED:]]] = True
    rows.findings += rows.findings_at("more_duplicates", "code", rest)


def _kept(seconds: int) -> dict[str, Message]:
    """What is said of the row that counts: when it ended."""
    if seconds <= BAD_DATE:
        return {"kept": t("no end date that can be read")}
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return {"kept": t("ended {moment}", moment=moment)}
