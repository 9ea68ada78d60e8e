"""Numbers of a column: counts and scores, with thousand and decimal marks decided by the whole column.

"1.234" is one thousand two hundred and thirty-four in one export and a little more than one in another. Cells that
leave no choice ("1.234.567", "12,5") say what the marks mean; where a cell can still be read two ways it is unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Generic, TypeVar

from thidua_cli.intake.sheet import CellValue, ExcelError
from thidua_cli.intake.values_dates import State
from thidua_cli.records import record
from thidua_cli.text.vietnamese import clean

Number = TypeVar("Number", int, Decimal)


@record
class Reading(Generic[Number]):
    """One value read as a number: ``value`` is 0 for a BLANK ("-", "NULL", nothing) and None where UNREADABLE."""

    value: Number | None
    state: State


_BLANK = re.compile(r"[\-–—_.… ]*|null|none|n/a|nan|trống", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9]{1,15}")
_GROUPS = re.compile(r"[0-9]{1,3}(?:(?P<mark>[.,  '])[0-9]{3})(?:(?P=mark)[0-9]{3})*")
_SINGLE = re.compile(r"(?P<whole>[0-9]{1,15})(?P<mark>[.,])(?P<part>[0-9]{1,15})")
_BOTH = re.compile(r"[0-9]{1,3}(?:(?P<group>[.,  '])[0-9]{3})+(?P<mark>[.,])(?P<part>[0-9]{1,15})")
_UNIT = re.compile(r"\s*(?:điểm|đ|%|/\s?100(?:\s?điểm)?)$", re.IGNORECASE)


def is_blank(value: CellValue) -> bool:
    """Whether a cell says nothing: empty, dashes, dots, NULL."""
    return value is None or (isinstance(value, str) and _BLANK.fullmatch(clean(value)) is not None)


@record
class _Marks:
    """What the cells that leave no choice say: the marks seen before a fraction and between thousands."""

    decimal: frozenset[str]
    group: frozenset[str]
    undecided: frozenset[str]
    """Marks of cells such as "1.234", which can be either."""


def _marks(texts: Sequence[str]) -> _Marks:
    decimal, group, undecided = set(), set(), set()
    for text in texts:
        both, groups, single = _BOTH.fullmatch(text), _GROUPS.fullmatch(text), _SINGLE.fullmatch(text)
        if both and both["group"] != both["mark"]:
            decimal.add(both["mark"])
            group.add(both["group"])
        elif groups and (text.count(groups["mark"]) > 1 or groups["mark"] not in ".,"):
            group.add(groups["mark"])
        elif groups and not text.startswith("0"):
            undecided.add(groups["mark"])
        elif single:
            decimal.add(single["mark"])
    return _Marks(frozenset(decimal), frozenset(group), frozenset(undecided))


def _exact(text: str, mark: str) -> Decimal:
    """The number with ``mark`` before its fraction ("" for none); every other sign in it stands between thousands."""
    whole, _, part = text.partition(mark) if mark else (text, "", "")
    return Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{part or '0'}")


def _decimal(text: str, marks: _Marks, *, whole_numbers: bool) -> Decimal | None:
    """The exact number in a text by the column's marks, None where it is none or could be two."""
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    both = _BOTH.fullmatch(text)
    if both and both["group"] != both["mark"]:
        return _exact(text, both["mark"])
    groups = _GROUPS.fullmatch(text)
    if groups and (text.count(groups["mark"]) > 1 or groups["mark"] not in ".,"):
        return _exact(text, "")
    single = _SINGLE.fullmatch(text)
    if single is None:
        return None
    mark = single["mark"]
    if groups is None or text.startswith("0"):
        return None if mark in marks.group else _exact(text, mark)
    reading = _either(mark, marks, whole_numbers=whole_numbers)
    return None if reading is None else _exact(text, mark if reading == "decimal" else "")


def _either(mark: str, marks: _Marks, *, whole_numbers: bool) -> str | None:
    """What the mark in a cell such as "1.234" is here: "decimal", "group", or None where it cannot be told."""
    if mark in marks.decimal:
        return None if mark in marks.group else "decimal"
    if mark in marks.group:
        return "group"
    if marks.undecided - marks.decimal - marks.group >= {".", ","}:
        return None
    if whole_numbers:
        return "group"
    # Scores with three decimals and nothing beside them: a score of tens of thousands does not exist. But where the
    # other mark is known to be decimal, this one may stand between thousands.
    return None if marks.decimal else "decimal"


def _texts(values: Sequence[CellValue]) -> list[str]:
    return [clean(value) for value in values if isinstance(value, str) and not isinstance(value, ExcelError)]


def parse_counts(values: Sequence[CellValue]) -> list[Reading[int]]:
    """Whole numbers of one column, from its distinct values.

    Thousand dots or commas are decided by the column; a fraction is allowed only where it is nothing but zeros.
    Unreadable are negative numbers, percentages, words, error cells, and numbers that are not whole: a 1.234 stored as
    a number may be a thousand dot that was lost, and is neither 1 nor 1234.
    """
    marks = _marks(_texts(values))
    return [_count(value, marks) for value in values]


def _count(value: CellValue, marks: _Marks) -> Reading[int]:
    if is_blank(value):
        return Reading(0, State.BLANK)
    number: Decimal | None = None
    if isinstance(value, str) and not isinstance(value, ExcelError):
        number = _decimal(clean(value), marks, whole_numbers=True)
    elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
        number = Decimal(value)
    if number is None or number < 0 or number != number.to_integral_value():
        return Reading(None, State.UNREADABLE)
    return Reading(int(number), State.OK)


def parse_decimals(values: Sequence[CellValue]) -> list[Reading[Decimal]]:
    """Exact decimals of one column (scores), from its distinct values: "80,5", "80.5", "91,4 điểm", "85,2/100", 83.99.

    A float is read by its 15 significant digits, which is what a person saw and typed: 79.99000000000001 is 79.99. One
    that no text could say in 15 digits before or after the mark is unreadable.
    A percent sign is dropped: an index of 85,32% is 85,32 of 100 points.
    """
    bare = [_UNIT.sub("", clean(value)) if isinstance(value, str) else "" for value in values]
    marks = _marks([text.removeprefix("-") for text in bare])
    return [_score(value, text, marks) for value, text in zip(values, bare, strict=True)]


def _score(value: CellValue, bare: str, marks: _Marks) -> Reading[Decimal]:
    if is_blank(value):
        return Reading(Decimal(0), State.BLANK)
    number: Decimal | None = None
    if isinstance(value, str) and not isinstance(value, ExcelError):
        number = _decimal(bare.removeprefix("-"), marks, whole_numbers=False)
        number = -number if number is not None and bare.startswith("-") else number
    elif isinstance(value, int | float) and not isinstance(value, bool) and (not value or 1e-15 < abs(value) < 1e15):
        number = Decimal(format(value, ".15g"))
    return Reading(None, State.UNREADABLE) if number is None else Reading(_plain(number), State.OK)


def _plain(number: Decimal) -> Decimal:
    """Without trailing zeros and exponent, so that equal numbers print alike."""
    short = number.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
