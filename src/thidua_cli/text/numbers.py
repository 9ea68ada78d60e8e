"""Numbers as Vietnamese documents write them: figures, amounts in words, Roman numerals."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()
_SCALES = ("", " nghìn", " triệu")


def format_int(n: int) -> str:
    """A whole number with dots between thousands: 1234567 is "1.234.567"."""
    return f"{n:,}".replace(",", ".")


def format_decimal(value: str | Decimal | int) -> str:
    """A decimal with comma and thousand dots, its digits as given: "98.79" is "98,79", "1234.50" is "1.234,50".

    Takes the exact text (as ``result.json`` holds it) or a Decimal, never a float; raises ``decimal.InvalidOperation``
    for anything that is no number.
    """
    return f"{Decimal(value):,f}".translate(str.maketrans(",.", ".,"))


def _below_hundred(tens: int, unit: int) -> list[str]:
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if unit == 0:
        return words
    if unit == 1 and tens > 1:
        return [*words, "mốt"]
    if unit == 4 and tens > 1:
        return [*words, "tư"]
    return [*words, "lăm" if unit == 5 else _DIGITS[unit]]


def _below_thousand(n: int, *, full: bool) -> str:
    """Three digits in words; ``full`` says the hundreds even where they are 0, as inside a larger number."""
    hundreds, rest = divmod(n, 100)
    tens, unit = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens:
        words += _below_hundred(tens, unit)
    elif unit:
        words += ["linh", _DIGITS[unit]] if words else [_DIGITS[unit]]
    return " ".join(words)


def _below_billion(n: int, *, full: bool) -> list[str]:
    parts: list[str] = []
    for power in (2, 1, 0):
        group = n // 1000**power % 1000
        if group:
            parts.append(_below_thousand(group, full=full or bool(parts)) + _SCALES[power])
    return parts


def amount_in_words(n: int, *, capital: bool = False) -> str:
    """A whole number in words: 900000 is "chín trăm nghìn", 1005 "một nghìn không trăm linh năm".

    Written with nghìn, triệu, tỷ (a thousand billions is "một nghìn tỷ"), linh, mốt, tư, lăm; a negative one begins
    "âm". ``capital`` begins with a capital letter.
    """
    rest, blocks = abs(n), []
    while rest:
        rest, block = divmod(rest, 10**9)
        blocks.append(block)
    parts: list[str] = []
    for power in range(len(blocks) - 1, -1, -1):
        words = _below_billion(blocks[power], full=bool(parts))
        if words:
            parts.append(" ".join(words) + " tỷ" * power)
    text = " ".join((["âm"] if n < 0 else []) + (parts or [_DIGITS[0]]))
    return text[0].upper() + text[1:] if capital else text


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(n: int) -> str:
    """The Roman numeral of 1 to 3999, for headings and appendices; raises ValueError beyond."""
    if not 1 <= n <= 3999:
        raise ValueError(n)
    numeral = ""
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        numeral += letters * count
    return numeral


def from_roman(numeral: str) -> int | None:
    """The number of a well-formed Roman numeral in capitals (group rows I, II, III …), None for any other text."""
    rest, total = numeral, 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total += value
            rest = rest[len(letters) :]
    return total if not rest and 1 <= total <= 3999 and roman(total) == numeral else None
