"""Dates of a column, once per distinct value: real dates, Excel serials, text day first, with or without time.

A million distinct text dates are common (one per dossier, with the minute), so the fixed-width forms are taken apart
with numpy over the bytes of all of them at once; only what is left goes through :mod:`values_date_text` one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import LongValues, StoredTexts, milliseconds
from thidua_cli.intake.sheet import CellValue, ExcelError
from thidua_cli.intake.values_date_text import parse_date_text
from thidua_cli.records import record

Seconds = npt.NDArray[np.int64]
"""Seconds since 1970-01-01 00:00:00, local time of the data."""
Flags = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]

DAY = 86_400
FIRST_YEAR, LAST_YEAR = 1990, 2100
NO_DATE = int(np.iinfo(np.int64).min)
"""Where there is no date; as ``datetime64`` it is NaT."""


class State(IntEnum):
    """What reading a value gave: a value, a blank ("-", "NULL", nothing), or something that cannot be read."""

    OK = 0
    BLANK = 1
    UNREADABLE = 2


@record
class Dates:
    """The distinct values of one column as dates, aligned with the values.

    ``seconds`` are exact to the second (fractions dropped), :data:`NO_DATE` where ``state`` is not OK; ``is_text``
    marks values that were text in the file, whatever came of them.
    """

    seconds: Seconds
    state: npt.NDArray[np.uint8]
    is_text: Flags

    @property
    def days(self) -> Seconds:
        """Days since 1970-01-01; meaningless where ``state`` is not OK."""
        return self.seconds // DAY


def parse_dates(values: Sequence[CellValue], *, date1904: bool = False) -> Dates:
    """Dates of distinct cell values; years outside 1990 to 2100 and impossible dates (31/02) are UNREADABLE.

    Text is read day first; a year first is ISO. Numbers are Excel serials, of the 1904 system where ``date1904`` says
    so.
    """
    if isinstance(values, LongValues):
        return _parse_long(values, date1904=date1904)
    n = len(values)
    seconds = np.full(n, NO_DATE, dtype=np.int64)
    state = np.full(n, State.UNREADABLE, dtype=np.uint8)
    is_text = np.zeros(n, dtype=np.bool_)
    kinds = set(map(type, values))
    for kind in kinds:
        at = np.arange(n) if len(kinds) == 1 else np.array([i for i, v in enumerate(values) if type(v) is kind])
        chosen = values if len(kinds) == 1 else [values[i] for i in at.tolist()]
        is_text[at] = issubclass(kind, str) and not issubclass(kind, ExcelError)
        seconds[at], state[at] = _of_one_kind(kind, chosen, date1904=date1904)
    return _within(seconds, state, is_text)


def _parse_long(values: LongValues, *, date1904: bool) -> Dates:
    """The same without an object for each value: texts, numbers, dates and the rest are arrays already."""
    ok = np.full(len(values.dates), State.OK, dtype=np.uint8)
    rest = parse_dates(values.rest, date1904=date1904)
    parts = [
        _texts(values.texts),
        _numbers(values.numbers, date1904=date1904),
        (milliseconds(values.dates) // 1000, ok),
        (rest.seconds, rest.state),
    ]
    seconds, state = (np.concatenate(column) for column in zip(*parts, strict=True))
    is_text = np.zeros(len(values), dtype=np.bool_)
    is_text[: len(values.texts)] = True
    is_text[len(values) - len(values.rest) :] = rest.is_text
    return _within(seconds, state, is_text)


def _within(seconds: Seconds, state: npt.NDArray[np.uint8], is_text: Flags) -> Dates:
    outside = (state == State.OK) & ((seconds < _SPAN[0]) | (seconds >= _SPAN[1]))
    state[outside] = State.UNREADABLE
    seconds[state != State.OK] = NO_DATE
    return Dates(seconds, state, is_text)


def _of_one_kind(kind: type, values: Sequence[Any], *, date1904: bool) -> tuple[Seconds, npt.NDArray[np.uint8]]:
    if issubclass(kind, str) and not issubclass(kind, ExcelError):
        return _texts(values)
    if issubclass(kind, date):
        return _real(kind, values), np.full(len(values), State.OK, dtype=np.uint8)
    if kind in (int, float):
        return _numbers(values, date1904=date1904)
    state = State.BLANK if kind is type(None) else State.UNREADABLE
    return np.full(len(values), NO_DATE, dtype=np.int64), np.full(len(values), state, dtype=np.uint8)


def day_numbers(year: Seconds, month: Seconds, day: Seconds) -> tuple[Seconds, Flags]:
    """Days since 1970 and whether such a day exists in the years that are read."""
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    fine = (year >= FIRST_YEAR) & (year <= LAST_YEAR) & (month >= 1) & (month <= 12) & (day >= 1)
    safe = np.where(fine, month, 1)
    fine &= day <= _LENGTHS[safe] + (leap & (safe == 2))
    months = np.where(fine, (year - 1970) * 12 + safe - 1, 0)
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + day - 1, fine


_LENGTHS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], dtype=np.int64)
_SPAN = tuple((date(year, 1, 1) - date(1970, 1, 1)).days * DAY for year in (FIRST_YEAR, LAST_YEAR + 1))


def _real(kind: type, values: Sequence[Any]) -> Seconds:
    """Seconds of dates or datetimes; rounded to the millisecond first: some readers make 16:59:59.999999 of 17:00."""
    if not issubclass(kind, datetime):
        return np.array([(value - _EPOCH.date()).days * DAY for value in values], dtype=np.int64)
    naive = [value.replace(tzinfo=None) for value in values] if any(value.tzinfo for value in values) else values
    passed = np.array([(value - _EPOCH).total_seconds() for value in naive], dtype=np.float64)
    return np.rint(passed * 1000).astype(np.int64) // 1000


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the data's own local time, which is Vietnam's


def _numbers(
    values: Sequence[Any] | npt.NDArray[np.float64], *, date1904: bool
) -> tuple[Seconds, npt.NDArray[np.uint8]]:
    """Numbers are serials, or 20211205 and 20211205103000 as some systems write dates."""
    seconds, state = _serials(np.clip(_doubles(values), -1.0, 1e15), date1904=date1904)
    for i in np.flatnonzero(state != State.OK).tolist():
        if 1e7 < values[i] < 1e14 and values[i] == int(values[i]):
            read = parse_date_text(str(int(values[i])))
            if isinstance(read, datetime):
                seconds[i], state[i] = _since_epoch(read), State.OK
    return seconds, state


def _doubles(values: Sequence[Any] | npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Numbers as doubles; whole numbers may be beyond what a double can hold."""
    if isinstance(values, np.ndarray):
        return values
    return np.array([float(max(min(value, 1e15), -1.0)) for value in values])


def _since_epoch(when: datetime) -> int:
    return (when - _EPOCH) // _SECOND


def _serials(serials: npt.NDArray[np.float64], *, date1904: bool) -> tuple[Seconds, npt.NDArray[np.uint8]]:
    """Seconds of Excel's day numbers, which are doubles: rounded to the millisecond before fractions are dropped."""
    days = serials + (1462 if date1904 else 0)
    sane = (days >= 32_000) & (days < 74_000)  # a little more than 1990 to 2100; NaN compares false
    millis = np.rint(np.where(sane, days, 0) * 86_400_000).astype(np.int64)
    seconds = millis // 1000 - 25_569 * DAY
    return seconds, np.where(sane, State.OK, State.UNREADABLE).astype(np.uint8)


# A digit alone before or after a separator: 5/1/2021 8:05 becomes 05/01/2021 08:05, for all texts in one pass.
_SHORT = re.compile(r"(?<![\d:.])(\d)(?=[/\-.:]\d)|(?<=[/\-.])(\d)(?=[/\-.])")


def _texts(values: Sequence[str]) -> tuple[Seconds, npt.NDArray[np.uint8]]:
    seconds, done = _fixed_width(values)
    state = np.where(done, State.OK, State.UNREADABLE).astype(np.uint8)
    left = np.flatnonzero(~done)
    if len(left) > 1000:
        joined = "\n".join([values[i].strip() for i in left.tolist()])
        padded = _SHORT.sub(lambda match: "0" + match[0], joined).split("\n")
        if len(padded) == len(left):
            seconds[left], again = _fixed_width(padded)
            state[left[again]] = State.OK
            left = left[~again]
    for i in left.tolist():
        read = parse_date_text(values[i])
        state[i] = State.BLANK if read == "" else State.UNREADABLE if read is None else State.OK
        if isinstance(read, datetime):
            seconds[i] = _since_epoch(read)
    return seconds, state


_SECOND = timedelta(seconds=1)


def _fixed_width(values: Sequence[str]) -> tuple[Seconds, Flags]:
    """Texts of exactly 10, 16 or 19 ASCII characters in the usual forms; everything else is left undone."""
    seconds, done = np.zeros(len(values), dtype=np.int64), np.zeros(len(values), dtype=np.bool_)
    if isinstance(values, StoredTexts):
        lengths = values.lengths
    else:
        lengths = np.fromiter(map(len, values), dtype=np.int64, count=len(values))
    for width in (10, 16, 19):
        at = np.flatnonzero(lengths == width)
        if not len(at):
            continue
        seconds[at], done[at] = _read_rows(_bytes_of(values, at, width))
    return seconds, done


def _bytes_of(values: Sequence[str], at: npt.NDArray[np.intp], width: int) -> Bytes:
    if isinstance(values, StoredTexts):
        return values.rows(at, 24)[:, :width]
    joined = "".join(values if len(at) == len(values) else [values[i] for i in at.tolist()])
    return np.frombuffer(joined.encode("latin-1", "replace"), dtype=np.uint8).reshape(-1, width)


def _read_rows(raw: Bytes) -> tuple[Seconds, Flags]:
    """Rows of bytes as ``dd/mm/yyyy`` or ``yyyy-mm-dd``, then a space or T and ``HH:MM[:SS]``; or the time first."""
    width = raw.shape[1]
    seconds, done = np.zeros(len(raw), dtype=np.int64), np.zeros(len(raw), dtype=np.bool_)
    clock = slice(11, width) if width > 10 else None
    _read_form(raw, seconds, done, 0, clock, iso=False)
    if not done.all():
        _read_form(raw, seconds, done, 0, clock, iso=True)
    if clock and not done.all():
        _read_form(raw, seconds, done, width - 10, slice(0, width - 11), iso=False)
    return seconds, done


def _read_form(raw: Bytes, seconds: Seconds, done: Flags, start: int, clock: slice | None, *, iso: bool) -> None:
    day, month, year = (8, 5, 0) if iso else (0, 3, 6)
    first, second = (4, 7) if iso else (2, 5)
    text = raw[:, start : start + 10]
    mark = text[:, first]
    fine = np.isin(mark, _DATE_MARKS) & (mark == text[:, second])
    y, y_fine = digits_at(text, year, 4)
    m, m_fine = digits_at(text, month, 2)
    d, d_fine = digits_at(text, day, 2)
    days, exists = day_numbers(y, m, d)
    fine &= y_fine & m_fine & d_fine & exists
    total = days * DAY
    if clock is not None:
        gap = raw[:, 10] if start == 0 else raw[:, start - 1]
        of_day, clock_fine = _clock(raw[:, clock])
        fine &= clock_fine & ((gap == 0x20) | (gap == 0x54))
        total = total + of_day
    fine &= ~done
    seconds[fine] = total[fine]
    done |= fine


_DATE_MARKS = np.frombuffer(b"/-.", dtype=np.uint8)


def _clock(text: Bytes) -> tuple[Seconds, Flags]:
    hour, fine = digits_at(text, 0, 2)
    minute, minute_fine = digits_at(text, 3, 2)
    fine = fine & minute_fine & (text[:, 2] == 0x3A) & (hour < 24) & (minute < 60)
    total = hour * 3600 + minute * 60
    if text.shape[1] == 8:
        second, second_fine = digits_at(text, 6, 2)
        fine = fine & second_fine & (text[:, 5] == 0x3A) & (second < 60)
        total = total + second
    return total, fine


def digits_at(text: Bytes, start: int, digits: int) -> tuple[Seconds, Flags]:
    """The number in some columns of rows of bytes, and whether these are digits."""
    number = np.zeros(len(text), dtype=np.int64)
    fine = np.ones(len(text), dtype=np.bool_)
    for column in range(start, start + digits):
        digit = text[:, column] - np.uint8(0x30)
        fine &= digit <= 9
        number *= 10
        number += digit
    return number, fine
