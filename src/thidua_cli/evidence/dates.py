"""The dates of a dossier table: every distinct value parsed once, swapped months settled by the dossier codes.

Excel with another locale reads 05/12 as 12 May and leaves 25/12 as text: a column then mixes real dates (day up to 12)
with text. The day in the dossier code tells for the date received; what it tells there holds for the other date columns
of the same export. Where it tells nothing, both readings stay possible and the row is undecided.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.places import finding_at, spread
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import CellValue, Column
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import (
    DAY,
    NO_DATE,
    Dates,
    DateTypes,
    State,
    code_dates,
    mixed_date_types,
    normalise_codes,
    parse_dates,
)
from thidua_cli.records import record
from thidua_cli.text.language import Param, t

__all__ = [
    "BAD_DATE",
    "DAY",
    "NO_DATE",
    "TableDates",
    "day_number",
    "days",
    "known",
    "on_earlier_day",
    "own_period",
    "table_dates",
]

Ints = npt.NDArray[np.int64]

BAD_DATE = NO_DATE + 1
"""Where a date stands but is not known; ``NO_DATE`` is where none stands."""
CODE_TOLERANCE = 7
"""Days that may lie between the date in a code (filed or entered) and the date received."""
_EPOCH = date(1970, 1, 1)
_SAMPLE = 64
"""So many values usually show that a list has to do with the plan's year."""
_HEADS = {
    "received": "Ngày tiếp nhận",
    "due": "Ngày hẹn trả",
    "due_extended": "Ngày gia hạn",
    "ended": "Ngày kết thúc xử lý",
    "returned": "Ngày trả kết quả",
    "submitted": "Ngày nộp",
}


@record
class TableDates:
    """Per data row of one table its dates in seconds since 1970 (``NO_DATE`` blank, ``BAD_DATE`` not known)."""

    received: Ints
    due: Ints
    due_extended: Ints | None
    ended: Ints
    returned: Ints
    findings: list[Finding]


@record
class _Parsed:
    column: Column
    dates: Dates
    types: DateTypes


def day_number(day: date) -> int:
    """Calendar days since 1970."""
    return (day - _EPOCH).days


def known(seconds: Ints) -> npt.NDArray[np.bool_]:
    """Which entries are real dates."""
    return seconds > BAD_DATE


def days(seconds: Ints) -> Ints:
    """Calendar days since 1970; entries that are no dates stay what they are."""
    number = seconds // DAY
    np.copyto(number, seconds, where=~known(seconds))
    return number


def on_earlier_day(first: Ints, second: Ints) -> npt.NDArray[np.bool_]:
    """Where both dates are known and the first lies on an earlier day."""
    earlier = known(first) & (first < second)
    at = np.flatnonzero(earlier)
    earlier[at] = first[at] // DAY < second[at] // DAY
    return earlier


def table_dates(table: Table, codes: Sequence[str] | None = None) -> TableDates:
    """Parse and settle every date column of a dossier table; ``codes`` are its codes if already normalised."""
    findings: list[Finding] = []
    parsed = {name: _parse(table, name, findings) for name in _HEADS if name in table.columns}
    code_days = _CodeDays(table, codes)
    verdict = _swap_verdict(code_days, parsed.get("received") or parsed.get("submitted"))
    result = {name: _settled(table, name, item, verdict, code_days, findings) for name, item in parsed.items()}
    nothing = np.broadcast_to(np.int64(NO_DATE), len(table.rows))  # takes no room, and is not to be changed
    received = result.get("received")
    if received is None:
        received = result.get("submitted", nothing)
    elif "submitted" in result:
        # A list of the public service system may leave the day of receipt blank where filing was receipt.
        received = np.where(received == NO_DATE, result["submitted"], received)
    findings += _far_from_codes(table, received, code_days)
    return TableDates(
        received,
        result.get("due", nothing),
        result.get("due_extended"),
        result.get("ended", nothing),
        result.get("returned", nothing),
        findings,
    )


def own_period(table: Table, wanted: Period) -> Period | None:
    """The days received of a list of dossiers none of which has to do with a period: all came and ended outside it."""
    column = table.columns.get("received")
    if column is None or "submitted" in table.columns or _some_in(column.values[:_SAMPLE], wanted, table):
        return None
    dates = table_dates(table)
    came, ended = days(dates.received), days(np.maximum(dates.ended, dates.returned))
    first, last = day_number(wanted.first), day_number(wanted.last)
    before = known(came) & (came < first) & known(ended) & (ended < first)
    if not len(came) or not np.all(before | (came > last)):
        return None
    return Period(_EPOCH + timedelta(int(came.min())), _EPOCH + timedelta(int(came.max())))


def _some_in(values: Sequence[CellValue], wanted: Period, table: Table) -> bool:
    seconds = parse_dates(values, date1904=table.date1904).seconds // DAY
    return bool(np.any((seconds >= day_number(wanted.first)) & (seconds <= day_number(wanted.last))))


def _far_from_codes(table: Table, received: Ints, code_days: _CodeDays) -> list[Finding]:
    """Dossiers whose code was given on quite another day than they were received, as the table says."""
    far = known(received) & (code_days.by_row > BAD_DATE)
    far &= np.abs(days(received) - code_days.by_row) > CODE_TOLERANCE
    if not np.any(far):
        return []
    column = table.columns["code"]
    example = min(str(column.at(position)).strip() for position in np.flatnonzero(far).tolist())
    field = "received" if "received" in table.columns else "submitted"
    return [finding_at("code_date_mismatch", {"days": CODE_TOLERANCE, "code": example}, table, field, far)]


def _parse(table: Table, name: str, findings: list[Finding]) -> _Parsed:
    column = table.columns[name]
    dates = parse_dates(column.values, date1904=table.date1904)
    used = np.bincount(column.codes[column.codes >= 0], minlength=len(column.values))
    findings.extend(
        finding_at(
            "unreadable_date",
            {"value": str(column.values[index]), "column": _HEADS[name]},
            table,
            name,
            column.codes == index,
        )
        for index in np.flatnonzero((dates.state == State.UNREADABLE) & (used > 0)).tolist()
    )
    return _Parsed(column, dates, mixed_date_types(dates))


class _CodeDays:
    """The days inside the codes of a table, read at most once and only if they are asked for."""

    def __init__(self, table: Table, codes: Sequence[str] | None) -> None:
        self._table = table
        self._codes = codes

    @cached_property
    def by_row(self) -> Ints:
        """Per data row the day in its code, ``NO_DATE`` where it has none."""
        column = self._table.columns.get("code")
        if column is None:
            return np.full(len(self._table.rows), NO_DATE, dtype=np.int64)
        codes = normalise_codes(column.values) if self._codes is None else self._codes
        return spread(column, code_dates(codes), NO_DATE)


def _swap_verdict(code_days: _CodeDays, received: _Parsed | None) -> str:
    """What the dossier codes say of the suspect dates received: ``swapped``, ``kept``, ``mixed`` or ``silent``."""
    if received is None or not np.any(received.types.swapped != NO_DATE):
        return "silent"
    code_day = code_days.by_row
    as_read = days(spread(received.column, received.dates.seconds, NO_DATE))
    other = days(spread(received.column, received.types.swapped, NO_DATE))
    asked = (other > BAD_DATE) & (code_day > BAD_DATE) & (other != as_read)
    for_swap = int(np.count_nonzero(asked & (code_day == other)))
    for_keep = int(np.count_nonzero(asked & (code_day == as_read)))
    if for_swap and not for_keep:
        return "swapped"
    if for_keep and not for_swap:
        return "kept"
    return "mixed" if for_swap else "silent"


def _settled(
    table: Table, name: str, item: _Parsed, verdict: str, code_days: _CodeDays, findings: list[Finding]
) -> Ints:
    """One column's seconds per row, swapped months settled where they can be."""
    lookup = np.where(item.dates.state == State.OK, item.dates.seconds, BAD_DATE)
    lookup = np.where(item.dates.state == State.BLANK, NO_DATE, lookup)
    seconds = spread(item.column, lookup, NO_DATE)
    own_codes = name in ("received", "submitted")
    all_doubted = verdict == "swapped" or (verdict == "mixed" and own_codes)
    if not all_doubted and not item.types.suspect.any():
        return seconds
    other = spread(item.column, item.types.swapped, NO_DATE)
    doubted = spread(item.column, item.types.suspect.astype(np.int64), 0) > 0
    if all_doubted:
        doubted = np.ones_like(doubted)
    suspect = (other > BAD_DATE) & (other != seconds) & doubted
    count = int(np.count_nonzero(suspect))
    if not count:
        return seconds
    if own_codes:
        code_day = code_days.by_row
        swap = suspect & (code_day == days(other))
        keep = suspect & (code_day == days(seconds))
    else:
        swap = keep = np.zeros(len(seconds), dtype=np.bool_)
    rest = suspect & ~swap & ~keep
    if verdict == "swapped":
        swap, rest = swap | rest, np.zeros_like(rest)
    elif verdict == "kept":
        rest = np.zeros_like(rest)
    seconds = np.where(swap, other, seconds)
    seconds = np.where(rest, BAD_DATE, seconds)
    open_rows = int(np.count_nonzero(rest))
    settled = count - open_rows
    params: dict[str, Param] = {
        "column": _HEADS[name],
        "outcome": t(
            "{settled} settled by the dossier code, {open_rows} not settled", settled=settled, open_rows=open_rows
        ),
    }
    findings.append(finding_at("ambiguous_date", params, table, name, suspect))
    return seconds
