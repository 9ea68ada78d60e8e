"""Exact figures as text: rounded for display alone, and never across a threshold."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

DISPLAY_DECIMALS = 2
SCORE_DECIMALS = 4


def decimal_text(value: Fraction, decimals: int, barriers: tuple[Fraction, ...] = ()) -> str:
    """A fraction with so many decimals, half rounded up, unless that would cross a barrier (a threshold).

    Then it is cut off on the side where the exact value lies. 9899/100 stays "98.99" and never reads "99.0".
    """
    rounded = _quantised(value, decimals, ROUND_HALF_UP)
    for barrier in barriers:
        if value < barrier <= Fraction(rounded):
            return str(_quantised(value, decimals, ROUND_FLOOR))
        if Fraction(rounded) <= barrier < value:
            return str(_quantised(value, decimals, ROUND_CEILING))
    return str(rounded)


def _quantised(value: Fraction, decimals: int, rounding: str) -> Decimal:
    scaled = value * 10**decimals
    floor = scaled.numerator // scaled.denominator
    rest = scaled - floor
    if rounding == ROUND_CEILING:
        up = rest > 0
    elif rounding == ROUND_FLOOR:
        up = False
    else:
        up = rest >= Fraction(1, 2)
    return Decimal(floor + up).scaleb(-decimals)


def percent_text(value: Fraction, threshold: Fraction | None = None) -> str:
    """A share (1 is 100 %) in percent points with two decimals; 100 only where it is all, 0 only where it is none."""
    barriers = (Fraction(100), Fraction(0), *(() if threshold is None else (threshold * 100,)))
    return decimal_text(value * 100, DISPLAY_DECIMALS, barriers)


def exact_text(value: Fraction) -> str:
    """A fraction without loss: "88", "82.5", or "1/3" where no finite decimal says it."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    text = format(Decimal(value.numerator) / Decimal(value.denominator), "f")
    return text if Fraction(text) == value else f"{value.numerator}/{value.denominator}"


def exact(value: Fraction) -> int | str:
    """A whole number as such, anything else as exact text (contract, section 4)."""
    return value.numerator if value.denominator == 1 else exact_text(value)


def score_text(score: Fraction) -> str:
    """A score of 0 to 100 with four decimals; 100 only where it is exactly 100."""
    return decimal_text(score, SCORE_DECIMALS, (Fraction(100),))
