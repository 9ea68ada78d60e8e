"""Small pieces of Vietnamese prose: numbers of units and persons, lists of names."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.reports import wording


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
