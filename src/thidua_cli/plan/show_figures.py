"""Numbers and shares of a plan in words, with the marks of each language."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from thidua_cli.text.language import Message, joined, verbatim


def number_words(value: Fraction, *, percent: bool = False) -> Message:
    """An exact number: 99/100 in percent is "99 %", 165/2 is "82,5" (English: "82.5"), 1/3 stays "1/3"."""
    shown = value * 100 if percent else value
    places, rest = 0, shown.denominator
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    if rest != 1:
        return verbatim(str(shown))
    whole = shown * 10**places
    digits = str(whole.numerator).zfill(places + 1)
    figure = verbatim(Decimal(f"{digits[:-places]}.{digits[-places:]}" if places else digits))
    return joined([figure, " %"], "") if percent else figure


def share_words(share: Fraction) -> Message:
    """A share as rules of procedure say it: 2/3, 1/2, 3/4, else in percent (7/10 is "70 %")."""
    return verbatim(str(share)) if share.denominator <= 4 else number_words(share, percent=True)
