"""One date as people and systems write it in text: the slow way, for what the fixed forms leave over."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Literal

from thidua_cli.text.vietnamese import clean

_BLANK = re.compile(
    r"[\W_]*|null|none|n/a|na|nan|nat|trống|\(trống\)|không có|chưa có"
    r"|0000[-/]00[-/]00(?: 00:00(?::00)?)?|00/00/0000(?: 00:00(?::00)?)?"
    # the least date of .NET and of spreadsheets: what an empty field becomes on its way through such a system
    r"|0?1/0?1/(?:0001|1900)(?: (?:0?0:00(?::00)?|12:00:00 am|12:00:00 sa))?|(?:0001|1900)-01-01(?:[ t]00:00(?::00)?)?"
)
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DATE = (
    r"(?:(?:thứ \w+|chủ nhật)[,\s]+)?(?:ngày\s*:?\s*)?(?:"
    r"(?P<d1>\d{1,2})\s?(?P<mark>[/\-.])\s?(?P<m1>\d{1,2})\s?(?P=mark)\s?(?P<y1>\d{4}|\d{2})"
    r"|(?P<y2>\d{4})(?P<mark2>[/\-.])(?P<m2>\d{1,2})(?P=mark2)(?P<d2>\d{1,2})"
    r"|(?P<d3>\d{1,2})\s*(?:tháng|thg)\s*(?P<m3>\d{1,2})\s*[,/\-]?\s*(?:năm\s*)?(?P<y3>\d{4})"
    r"|(?P<d4>\d{1,2})[\s\-/](?P<m4>[a-z]{3})[a-z]*[\s\-/,]+(?P<y4>\d{4}|\d{2})"
    r")"
)
_TIME = (
    r"(?:lúc\s*)?(?P<hour>\d{1,2})\s?(?::|h|giờ|g)\s?(?:(?P<minute>\d{1,2})(?:\s?(?:phút|p|'))?"
    r"(?:[:\s]\s?(?P<second>\d{1,2})(?:[.,]\d{1,9})?(?:\s?(?:giây|s))?)?)?"
    r"\s?(?P<half>sa|ch|am|pm)?"
)
_ZONE = r"(?P<zone>z|[+\-]\d{2}:?\d{2})?"
_FORMS = (
    re.compile(rf"{_DATE}(?:[\s,;t\-]+{_TIME}{_ZONE})?"),
    re.compile(rf"{_TIME}[\s,;\-]+{_DATE}"),
)
_COMPACT = re.compile(r"(?P<date>\d{8})(?P<time>\d{6}|\d{4})?")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_LOCAL = timedelta(hours=7)


def parse_date_text(text: str) -> datetime | Literal[""] | None:
    """The date in a text, ``""`` where it stands for nothing ("-", "NULL", 01/01/0001), None where it is unreadable.

    Day first; two-digit years are 1970 to 2069; a time zone is turned into Vietnam's; a compact form is yyyymmdd or
    ddmmyyyy, of which only one can be a date of our years. Fractions of a second are dropped.
    """
    plain = clean(text).casefold()
    if _BLANK.fullmatch(plain):
        return ""
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match:
            return _built(match.groupdict())
    compact = _COMPACT.fullmatch(plain)
    if compact:
        return _compact(compact["date"], compact["time"] or "")
    if _SERIAL.fullmatch(plain):
        milliseconds = round(float(plain.replace(",", ".")) * 86_400_000)
        return datetime(1899, 12, 30) + timedelta(seconds=milliseconds // 1000)  # noqa: DTZ001 - the data's local time
    return None


def _built(parts: dict[str, str | None]) -> datetime | None:
    form = next(n for n in "1234" if parts[f"d{n}"])
    month_text = parts[f"m{form}"] or ""
    month = _MONTHS.get(month_text) if form == "4" else int(month_text)
    year = int(parts[f"y{form}"] or 0)
    if year < 100:
        year += 1900 if year >= 70 else 2000
    hour = _hour(int(parts["hour"] or 0), parts["half"])
    if month is None or hour is None:
        return None
    try:
        day, minute, second = (int(parts[name] or 0) for name in (f"d{form}", "minute", "second"))
        when = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the data's local time
        return when + _shift(parts.get("zone"))
    except (ValueError, OverflowError):
        return None


def _hour(hour: int, half: str | None) -> int | None:
    """The hour of 24: SA and AM before noon, CH and PM after; 14:30 CH is simply half past two."""
    if half in ("sa", "am"):
        return None if hour > 12 else hour % 12
    return hour + 12 if half and hour < 12 else hour


def _shift(zone: str | None) -> timedelta:
    if not zone:
        return timedelta(0)
    if zone == "z":
        return _LOCAL
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return _LOCAL - (offset if zone[0] == "+" else -offset)


def _compact(day: str, clock: str) -> datetime | None:
    for form in ("%Y%m%d", "%d%m%Y"):
        try:
            when = datetime.strptime(day + clock.ljust(6, "0"), form + "%H%M%S")  # noqa: DTZ007 - the data's local time
        except ValueError:
            continue
        if 1990 <= when.year <= 2100:
            return when
    return None
