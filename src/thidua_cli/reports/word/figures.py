"""Small pieces of Vietnamese that the Word files need: numbers in prose, places, rows, lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.result import RowRef, Source

_ROWS_SHOWN = 8


def count(number: int) -> str:
    """A number of collectives, persons or units in a sentence: “05”, “12”, “1.234” (below 10 with a leading 0)."""
    return f"{number:02d}" if 0 < number < 10 else wording.decimal_text(number)


def upper_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with a small first letter."""
    return text[:1].lower() + text[1:]


def listed(names: Sequence[str]) -> str:
    """“A, B và C”; empty for none."""
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def some(names: Sequence[str], most: int, what: str) -> str:
    """Up to ``most`` names, then how many more there are: “A, B và 05 đơn vị khác”."""
    if len(names) <= most + 1:
        return listed(names)
    return f"{', '.join(names[:most])} và {count(len(names) - most)} {what} khác"


def multiple(fraction: str) -> str:
    """A multiple of the base salary: “0,6” for ``3/5``; what is no finite decimal stays a fraction."""
    try:
        value = Fraction(fraction)
    except (ValueError, ZeroDivisionError):
        return fraction
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return fraction
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return wording.decimal_text(text)


def sources(places: Iterable[Source]) -> str:
    """“mot-cua.xlsx, trang Sheet1 (1.240 dòng)”, joined by “; ”."""
    parts = []
    for place in places:
        cell = place.cells[0] if len(place.cells) == 1 else None
        rows = "" if cell else f" ({wording.decimal_text(place.rows)} dòng)"
        parts.append(wording.place_text(place.file, place.sheet, cell) + rows)
    return "; ".join(parts)


def rows(against: Sequence[RowRef], total: int) -> str:
    """“dòng 17, 18, 40 và 12 dòng khác”: the first rows that stand against a unit; empty for none."""
    if not total:
        return ""
    numbers = [str(one.row) for one in against[:_ROWS_SHOWN]]
    rest = total - len(numbers)
    return "dòng " + ", ".join(numbers) + (f" và {wording.decimal_text(rest)} dòng khác" if rest else "")
