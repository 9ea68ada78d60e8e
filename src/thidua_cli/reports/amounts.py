"""Numbers, sums of money and days as every report writes them, with the marks of each language."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache

from thidua_cli.result_values import Exact
from thidua_cli.text import figures
from thidua_cli.text.language import Lang, t, verbatim

MARKS = str.maketrans(",.", ".,")
"""From English marks to Vietnamese ones."""


@lru_cache(maxsize=1 << 14)
def decimal_text(value: Exact | None, lang: Lang = "vi") -> str:
    """A whole number or decimal string with thousands dot and decimal comma (in English the reverse); empty for None.

    ``1234567`` is “1.234.567”, ``"98.79"`` is “98,79”, ``"100.00"`` is “100”: zeros at the end go, digits are never
    rounded. What is no number stays as it is.
    """
    if value is None:
        return ""
    whole, _, fraction = str(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if not digits.isdecimal() or (fraction and not fraction.isdecimal()):
        return str(value)
    fraction = fraction.rstrip("0")
    figure = f"{sign}{int(digits):,}" + (f".{fraction}" if fraction else "")
    return figure if lang == "en" else figure.translate(MARKS)


def share_text(part: int | Fraction, whole: int | Fraction) -> str:
    """How much of a whole: “66,67%”, rounded as every figure of the result is; 100% only where it is all.

    Empty for a share of nothing.
    """
    return decimal_text(figures.percent_text(Fraction(part) / Fraction(whole))) + "%" if whole else ""


def money(amount: int | None, lang: Lang = "vi") -> str:
    """Dong with thousands dots: “900.000”; “…” where no amount is known (a person fills it in)."""
    return "…" if amount is None else decimal_text(amount, lang)


def money_range(least: int | None, most: int | None, lang: Lang = "vi") -> str:
    """“từ 900.000 đến 2.700.000 đồng”; one sum where they are equal, “…” for one that is not known."""
    low, high = money(least, lang), money(most, lang)
    said = t("{sum} dong", sum=low) if low == high else t("{least} to {most} dong", least=low, most=high)
    return said.text(lang)


def money_words(amount: int) -> str:
    """The amount in words, capital first: “Chín trăm nghìn đồng”."""
    from thidua_cli.text.numbers import amount_in_words

    words = amount_in_words(amount)
    return f"{words[:1].upper()}{words[1:]} đồng"


def date_text(iso: str, lang: Lang = "vi") -> str:
    """“31/12/2021” for ``2021-12-31``, which English keeps; what is no date stays as it is."""
    try:
        return verbatim(date.fromisoformat(iso)).text(lang)
    except ValueError:
        return iso


def date_words(iso: str) -> str:
    """“ngày 05 tháng 02 năm 2022”: days below 10 and months 1 and 2 with a leading 0 (Decree 30/2020)."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
