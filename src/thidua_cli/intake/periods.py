"""Periods: which days figures cover, as titles, heads, sheets and files say it ("Quý I/2021", "6 tháng đầu năm").

A date of signing, the number of a decision and the dates of a law are no periods: they are taken out first.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from thidua_cli.text.language import Message, t, tc
from thidua_cli.text.numbers import from_roman
from thidua_cli.text.vietnamese import fold, key

QUARTERS = (tc("quarter", "1"), tc("quarter", "2"), tc("quarter", "3"), tc("quarter", "4"))


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Calendar days, both ends included."""

    first: date
    last: date

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Period:
        """Whole months of one year."""
        return cls(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))

    @classmethod
    def of_year(cls, year: int) -> Period:
        """A whole year."""
        return cls.months(year, 1, 12)

    def holds(self, other: Period) -> bool:
        """Whether every day of another period is one of this."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def _whole_months(self) -> tuple[int, int] | None:
        whole = self.first.day == 1 and (self.last + timedelta(days=1)).day == 1
        return (self.first.month, self.last.month) if whole and self.first.year == self.last.year else None

    def __str__(self) -> str:
        """The short form of ``result.json``: 2021, 2021-H1, 2021-Q1, 2021-03, else both days."""
        span, year = self._whole_months(), self.first.year
        if span is None:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if span == (1, 12):
            return str(year)
        if span in ((1, 6), (7, 12)):
            return f"{year}-H{1 if span[0] == 1 else 2}"
        if span[0] % 3 == 1 and span[1] == span[0] + 2:
            return f"{year}-Q{span[1] // 3}"
        return f"{year}-{span[0]:02}" if span[0] == span[1] else f"{self.first.isoformat()}/{self.last.isoformat()}"

    def words(self) -> Message:
        """The period as a sentence names it."""
        span, year = self._whole_months(), str(self.first.year)
        if span == (1, 12):
            return tc("period", "{year}", year=year)
        if span is not None and span[0] == span[1]:
            return t("month {month} of {year}", month=span[0], year=year)
        if span is not None and span[0] % 3 == 1 and span[1] == span[0] + 2:
            return t("quarter {quarter} of {year}", quarter=QUARTERS[span[1] // 3 - 1], year=year)
        if span is not None and span[0] == 1:
            return t("the first {months} months of {year}", months=span[1], year=year)
        return t("{first} to {last}", first=self.first, last=self.last)


_DATE = r"(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_SHORT_DATE = r"(?:\d{1,2}\s*[/.\-]\s*\d{1,2}(?:\s*[/.\-]\s*\d{4})?|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
_DAY = r"(?:(?:hết\s+)?(?:ngày|ngay)\s*:?\s*)?"
_RANGE = re.compile(rf"(?:từ|tu)?\s*{_DAY}(?P<first>{_SHORT_DATE})\s*(?:đến|den|tới|-|–|—)\s*{_DAY}(?P<last>{_DATE})")
_YEARS = r"\b(?P<from>(?:19|20)\d\d)\s*(?:[-–—]|đến(?:\s+năm)?|den(?:\s+nam)?)\s*(?P<to>20\d\d)\b"
_SEVERAL_YEARS = re.compile(_YEARS)
_PLANNED = r"(?:kế hoạch|ke hoach|chương trình|chuong trinh|đề án|de an|chiến lược|nghị quyết|nhiệm kỳ|nhiem ky)\b"
"""What is named by the years that it is for; its own figures may be of any of them."""
_UNTIL = re.compile(
    r"\b(?:số liệu|so lieu|tính|tinh|cập nhật|cap nhat|chốt|chot|thống kê|thong ke|lũy kế|luy ke"
    r"|từ đầu năm|tu dau nam)"
    rf"\b(?:\s+[^\W\d]+){{0,5}}?\s+(?:đến|tới|den|toi)\s+(?:hết\s+|het\s+)?"
    rf"(?:\d{{1,2}}\s*(?:h|giờ|:)\s*\d{{0,2}}\s*,?\s*)?{_DAY}(?P<until>{_SHORT_DATE})"
)
"""Figures of the year so far: "số liệu tính đến ngày 30/11/2021"."""
_NO_PERIOD = re.compile(
    rf"(?:quyết định|kế hoạch|thông tư|nghị định|nghị quyết|công văn|văn bản|tờ trình|chỉ thị|luật|thông báo|báo cáo)"
    rf"\s+số\s*:?\s*[\d…._ ]*\S*(?:\s+(?:ngày\s+)?(?:{_DATE}|năm\s+\d{{4}}))?"
    rf"|\d*\s*/\s*\d{{4}}\s*/\s*[^\W\d]+\S*|\b[^\W\d]+\s*/\s*\d{{4}}\s*/\s*\S*"
    rf"|(?:ngày\s+)?{_DATE}|ngày\s*[….\s]*tháng\s*[….\s\d]*năm\s*[….\d]*"
    rf"|{_PLANNED}[^.;()]*?{_YEARS}"
)
YEAR = r"(?:20[12]\d|203\d)"
"""A year that figures may be of."""
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMERAL = r"(?:iii|ii|iv|i|[1-4])"
_QUARTER = re.compile(rf"\b(?:quy ?)({_NUMERAL}(?: (?:va |den |quy )*{_NUMERAL})*)\b")
_MONTHS = re.compile(
    r"\b(\d{1,2}|sau|chin|ba|mot|muoi hai) thang(?: (?P<which>dau nam|cuoi nam|dau|cuoi))?\b(?! \d{1,2}\b)"
)
_MONTH_RANGE = re.compile(r"\b(?:tu )?thang (\d{1,2})(?: (?:nam )?20\d\d)? (?:den|toi) (?:het )?thang (\d{1,2})\b")
_MONTH = re.compile(r"\bthang ?(0?[1-9]|1[0-2])\b")
_SHORT = re.compile(
    rf"\s*(?:(?P<kind>[tq])\s?(?P<number>0?[1-9]|1[0-2])|(?P<first>[2-9]|1[0-2])\s?t)"
    rf"(?:\s?[./\-]?\s?(?P<year>{YEAR}))?\s*",
    re.IGNORECASE,
)
"""A name that is nothing but "T3", "Q1" or "6T": sheets are called so; a file called so may be anything."""
_OTHER_WORD = re.compile(r"\bth[àảãạăằắẳẵặâầấẩẫậ]ng(?![^\W\d_])|\bqu[ỳỷỹỵ](?![^\W\d_])")
"""What folds to "thang" or "quy" and is another word: "Quyết Thắng 1" is a place, no January."""
_OTHERWISE = (
    (re.compile(rf"\bt ?(0?[1-9]|1[0-2]) (?={YEAR}\b)"), r"thang \1 "),
    (re.compile(rf"\bq ?({_NUMERAL}) (?={YEAR}\b)"), r"quy \1 "),
    (re.compile(rf"\b(\d{{1,2}})t ?(?={YEAR}\b)"), r"\1 thang "),
    (re.compile(r"\bnua (?:nam )?(dau|cuoi)(?: nam)?\b"), r"6 thang \1 nam"),
    (re.compile(r"\b(?:hai|2) quy (dau|cuoi)(?: nam)?\b"), r"6 thang \1 nam"),
    (re.compile(r"\bquy (?:dau|dau tien)(?: nam)?\b"), "quy 1"),
    (re.compile(r"\bquy cuoi(?: nam)?\b"), "quy 4"),
    (re.compile(r"\b(?:ban nien|giua nam|so ket (?:6 thang )?giua nam)\b"), "6 thang dau nam"),
    (re.compile(r"\bthang (0?[1-9]|1[0-2]) (?:den |toi )?thang (0?[1-9]|1[0-2])\b"), r"thang \1 den thang \2"),
)
"""Periods cut short beside their year ("T12/2021", "Q.III-2021", "6T/2021") or said in other words, as they are usually
said; two months beside each other had a dash between them.
"""
_SAID_YEAR = re.compile(rf"\b{YEAR}\b")
_MONTHS_DASHED = re.compile(r"\b(?:tháng|thang)\s+(\d{1,2})\s*[-–—]\s*(\d{1,2})(?!\d)")
"""Months 1 to 6 as "tháng 01-06/2021", which is no date."""
_DAYS = re.compile(r"\b([1-9]\d{1,2}) ngay (?:dem )?(dau|cuoi) nam\b")
_WORD_NUMBERS = {"mot": 1, "ba": 3, "sau": 6, "chin": 9, "muoi hai": 12}


def years_in(text: str) -> list[int]:
    """The years that a text names, in its order."""
    return [int(year) for year in _ANY_YEAR.findall(text)]


def short_period(name: str, year: int) -> Period | None:
    """The period of a sheet called "T3", "Q1", "T3.2021" or "6T"; None for any other name."""
    match = _SHORT.fullmatch(name)
    if match is None:
        return None
    number, own = int(match["number"] or match["first"]), int(match["year"] or year)
    if match["first"]:
        return Period.months(own, 1, number)
    if match["kind"].lower() == "t":
        return Period.months(own, number, number)
    return Period.months(own, 3 * number - 2, 3 * number) if number <= 4 else None


@lru_cache(maxsize=4096)
def periods_in(text: str, year: int) -> tuple[Period, ...]:
    """The distinct periods that a text names, in its order; parts of a year that names none are of ``year``."""
    line = _MONTHS_DASHED.sub(r"tháng \1 đến tháng \2 ", key(text.replace("_", " ")))
    ranges = (_between(match["first"], match["last"]) for match in _RANGE.finditer(line))
    found = [period for period in ranges if period is not None]
    line = _NO_PERIOD.sub(" . ", _UNTIL.sub(" . ", left := _RANGE.sub(" . ", line)))
    several = [Period(date(int(m["from"]), 1, 1), date(int(m["to"]), 12, 31)) for m in _SEVERAL_YEARS.finditer(line)]
    rest = fold(_OTHER_WORD.sub(".", _SEVERAL_YEARS.sub(" . ", line)))
    for pattern, written_out in _OTHERWISE:
        rest = pattern.sub(written_out, rest)
    years = [int(match[0]) for match in _SAID_YEAR.finditer(rest)]
    parts = _parts(rest, years[0] if years else year)
    if len(set(years)) > 1:
        parts = _parts_by_year(rest)
    parts += [_days(match, years[0] if years else year) for match in _DAYS.finditer(rest)]
    if not parts:
        parts = [Period.of_year(said) for said in years]
    if not parts and not found and re.search(r"\bca nam\b", rest):
        parts = [Period.of_year(year)]
    if not found:
        found = _so_far(left, years[0] if years else None)
    parts += [period for period in several if period.first <= period.last]
    # A title names its period in words and in days: "Năm 2021 (từ ngày 01/01/2021 đến ngày 30/6/2021)".
    return tuple(dict.fromkeys(found or parts))


def _days(match: re.Match[str], year: int) -> Period:
    """The first or last days of a year ("180 ngày đầu năm")."""
    whole, days = Period.of_year(year), timedelta(days=min(int(match[1]), 365) - 1)
    return Period(whole.first, whole.first + days) if match[2] == "dau" else Period(whole.last - days, whole.last)


def _so_far(line: str, year: int | None) -> list[Period]:
    """The year up to the day that a text says its figures reach to; a day of another year says nothing."""
    found = []
    for match in _UNTIL.finditer(line):
        day, month, *said = (int(number) for number in re.findall(r"\d+", match["until"]))
        own = said[0] if said else year
        if own is not None and own == (year or own):
            try:
                found.append(Period(date(own, 1, 1), date(own, month, day)))
            except ValueError:
                continue
    return found


def _between(first: str, last: str) -> Period | None:
    end = [int(number) for number in re.findall(r"\d+", last)]
    start = [int(number) for number in re.findall(r"\d+", first)]
    if len(start) == 2:
        start.append(end[2])
    try:
        period = Period(date(start[2], start[1], start[0]), date(end[2], end[1], end[0]))
    except ValueError:
        return None
    return period if period.first <= period.last else None


def _parts(words: str, year: int) -> list[Period]:
    """Quarters, halves and months of one year; what a wider phrase has said is not said again by its parts."""
    found: list[Period] = []

    def take(first: int, last: int) -> str:
        if 1 <= first <= last <= 12:
            found.append(Period.months(year, first, last))
        return " . "

    def quarters(match: re.Match[str]) -> str:
        numbers = [from_roman(n.upper()) or int(n) for n in re.findall(_NUMERAL, match[1])]
        joined = "den" in match[1] or numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if joined:
            return take(3 * min(numbers) - 2, 3 * max(numbers))
        for number in numbers:
            take(3 * number - 2, 3 * number)
        return " . "

    def several(match: re.Match[str]) -> str:
        number = _WORD_NUMBERS.get(match[1]) or int(match[1])
        if not 1 <= number <= 12:
            return match[0]
        return take(13 - number, 12) if (match["which"] or "").startswith("cuoi") else take(1, number)

    words = _QUARTER.sub(quarters, words)
    words = _MONTH_RANGE.sub(lambda match: take(int(match[1]), int(match[2])), words)
    words = _MONTHS.sub(several, words)
    _MONTH.sub(lambda match: take(int(match[1]), int(match[1])), words)
    return found


def _parts_by_year(words: str) -> list[Period]:
    """Parts of several years, each by the year that follows it: "Quý I/2020 – Quý I/2021"."""
    found: list[Period] = []
    start = 0
    for match in _SAID_YEAR.finditer(words):
        found += _parts(words[start : match.end()], int(match[0])) or [Period.of_year(int(match[0]))]
        start = match.end()
    return found


def narrowest(periods: Iterable[Period]) -> Period | None:
    """Of periods that lie within each other the smallest; None where there is none, or two that do not."""
    best: Period | None = None
    for period in periods:
        if best is None or best.holds(period):
            best = period
        elif not period.holds(best):
            return None
    return best


_MOST_WAYS = 200
"""Halves, quarters and months of one year make 25 of them."""


def tilings(periods: Sequence[Period], whole: Period) -> list[tuple[Period, ...]]:
    """Every way in which some of the periods make up exactly ``whole``, each day once."""
    found: list[tuple[Period, ...]] = []

    def extend(chosen: tuple[Period, ...], day: date) -> None:
        if len(found) >= _MOST_WAYS:
            return
        for period in sorted(set(periods), reverse=True):
            if period.first == day and period.last <= whole.last:
                if period.last == whole.last:
                    found.append((*chosen, period))
                else:
                    extend((*chosen, period), period.last + timedelta(days=1))

    extend((), whole.first)
    return found
