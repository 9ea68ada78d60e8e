"""Periods in the heads of columns: a path of heads without its periods, and the period that its columns cover.

"Năm 2021 > Điểm" is a score, of 2021; "Lũy kế từ đầu năm > Quá hạn" is late, of the year so far; "Cùng kỳ năm trước" is
another year's. A "Trong kỳ" or "Kỳ trước" *below* a head is none of these: form 06 calls counts so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_cli.intake.layout.words import COLUMNS, all_words, header_words
from thidua_cli.intake.periods import YEAR, Period, periods_in
from thidua_cli.records import record
from thidua_cli.text.vietnamese import fold

Path = tuple[str, ...]

_PHRASE = re.compile(
    r"\b(?:(?:trong|cua|tinh|tinh den|den|het|giai doan|ky) )?(?:"
    rf"(?:ca )?nam {YEAR}|(?:quy|q) ?(?:iii|ii|iv|i|[1-4])(?: (?:nam )?{YEAR})?"
    rf"|(?:\d{{1,2}}|sau|chin|ba) thang(?: dau nam| cuoi nam| dau| cuoi)?(?: (?:nam )?{YEAR})?"
    rf"|(?:thang|t) ?(?:0?[1-9]|1[0-2])(?: (?:nam )?{YEAR})?|{YEAR}|ca nam)\b"
)
_CUMULATIVE_WORDS = re.compile(r"\b(?:so )?(?:luy ke|cong don)\b")


@record
class Span:
    """What a head says of its period: ``stated`` (in full), or relative to the report's own period."""

    kind: str
    """``stated``, ``this``, ``part`` (less than the period so far), ``cumulative`` or ``previous``."""
    text: str

    def period(self, own: Period | None, wanted: Period) -> Period | None:
        """The days meant, ``own`` being the period that the report itself names; None where it cannot be told."""
        if self.kind == "stated":
            found = periods_in(self.text, (own or wanted).first.year)
            return found[0] if len(found) == 1 else None
        if self.kind == "this":
            return own or wanted
        if self.kind == "cumulative":
            return Period(wanted.first, own.last if own is not None else wanted.last)
        if self.kind == "previous":
            return Period.of_year(wanted.first.year - 1)
        return own if own is not None and own != wanted else None


def _relative(text: str) -> Span | None:
    """The span of a whole head over others that names a period only in relation to the report's."""
    kind = COLUMNS.first("spans", fold(text))
    return None if kind is None else Span(kind, text)


@lru_cache(maxsize=8192)
def span_of(path: Path) -> Span | None:
    """The period that a column's heads name; None where they name none."""
    for part in path:
        if len(periods_in(part, 2000)) == 1 and _PHRASE.search(all_words(part)):
            if COLUMNS.whole("spans.previous", fold(part)):
                return Span("previous", part)
            return Span("stated", part)
    if len(path) > 1 and (found := _relative(path[0])) is not None:
        return found
    leaf = fold(path[-1])
    if COLUMNS.whole("spans.cumulative", leaf) and len(path) > 1:
        return Span("cumulative", path[-1])
    return Span("previous", path[-1]) if "cung ky" in leaf else None


@lru_cache(maxsize=8192)
def bare_words(path: Path) -> tuple[str, ...]:
    """The words of each head of a path without the periods in them; a head that is nothing but a period is left out."""
    span = span_of(path)
    words = []
    for depth, part in enumerate(path):
        own = header_words(part)
        if span is not None and span.kind != "stated" and part == span.text and (depth == 0 or len(path) > 1):
            continue
        rest = " ".join(_CUMULATIVE_WORDS.sub(" ", _PHRASE.sub(" ", own)).split()) if span is not None else own
        if rest:
            words.append(rest)
    return tuple(words) or (header_words(path[-1]),)


def is_period(text: str) -> bool:
    """Whether a head says nothing but a period ("Năm 2021", "Quý I", "Lũy kế từ đầu năm")."""
    words = header_words(text)
    stated = bool(words) and not _PHRASE.sub("", words).strip()
    return stated or _relative(text) is not None
