"""Numbers, shares and days of a plan in words, with the marks of each language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from thidua_cli.records import record
from thidua_cli.text.language import Message, joined, verbatim
from thidua_cli.text.numbers import format_decimal


@record
class _Figure(Message):
    """An exact decimal, with the marks of its language."""

    def text(self, lang: str = "vi") -> str:
        """The digits as given, thousands grouped."""
        return f"{Decimal(self.source):,f}" if lang == "en" else format_decimal(self.source)


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
    figure = _Figure(f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return joined([figure, " %"], "") if percent else figure


def share_words(share: Fraction) -> Message:
    """A share as rules of procedure say it: 2/3, 1/2, 3/4, else in percent (7/10 is "70 %")."""
    return verbatim(str(share)) if share.denominator <= 4 else number_words(share, percent=True)


def day_words(day: date) -> str:
    """A day with its month and year."""
    return f"{day:%d/%m/%Y}"
