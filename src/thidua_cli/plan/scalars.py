"""Single values of a plan: numbers, shares, money, dates, yes and no. Exact from their text, never by a float."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from thidua_cli.plan.nodes import Node, Scalar
from thidua_cli.plan.shapes import Path, Reading, Schema, nearest_key
from thidua_cli.records import record
from thidua_cli.text.language import Param, t


@record
class ScalarShape:
    """A single value read from its text by ``convert``, which returns None for what it refuses.

    ``code`` is the message for refused text, ``example`` fills it; ``pattern`` is the same rule for the schema.
    """

    convert: Callable[[str], Any]
    code: str
    pattern: str
    example: Param = ""
    types: tuple[str, ...] = ("string",)

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """The converted value; a blank one is None."""
        if not isinstance(node, Scalar):
            reading.problems.add(node.place, "not_scalar", key=nearest_key(path))
            return None
        if node.is_null:
            return None
        value = self.convert(node.value.strip())
        if value is None:
            reading.problems.add(node.place, self.code, key=nearest_key(path), value=node.value, example=self.example)
        return value

    def schema(self) -> Schema:
        """The types that YAML editors see, and the pattern of text."""
        types = list(self.types)
        least = {"minimum": 0} if {"number", "integer"} & set(types) else {}
        return {"type": types if len(types) > 1 else types[0], "pattern": self.pattern, **least}


@record
class Amount:
    """A number as the plan writes it: its exact value and whether it was written with ``%`` (99 % is 99/100)."""

    value: Fraction
    percent: bool


_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"


def exact(text: str) -> Fraction | None:
    """The exact value of "82.5" or "82,5"; None for anything else. Never by way of a float."""
    return Fraction(text.replace(",", ".")) if re.fullmatch(_NUMBER, text) else None


def amount(text: str) -> Amount | None:
    """The exact value of "99", "99,5 %" or "20%"."""
    match = re.fullmatch(rf"({_NUMBER})\s*(%?)", text)
    if not match:
        return None
    value = Fraction(match[1].replace(",", "."))
    return Amount(value / 100 if match[2] else value, bool(match[2]))


def _share(text: str) -> Fraction | None:
    match = re.fullmatch(r"([0-9]+)\s*/\s*([0-9]+)", text)
    if match:
        return Fraction(int(match[1]), int(match[2])) if int(match[2]) else None
    found = amount(text)
    return found.value if found else None


def _dong(text: str) -> int | None:
    return int(re.sub(r"[. _]", "", text)) if re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:[. _][0-9]{3})+", text) else None


def _day(text: str) -> date | None:
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    local = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
    parts: Sequence[str] = iso.groups() if iso else local.groups()[::-1] if local else ()
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


_BOOLS = {"true": True, "có": True, "false": False, "không": False}


@record
class _Bool(ScalarShape):
    def schema(self) -> Schema:
        return {"enum": [True, False, *_BOOLS]}


NUMBER = ScalarShape(exact, "bad_number", f"^{_NUMBER}$", "82.5", ("string", "number"))
AMOUNT = ScalarShape(amount, "bad_number", rf"^{_NUMBER}\s*%?$", t("3 or 20 %"), ("string", "number", "null"))
SHARE = ScalarShape(
    _share, "bad_number", rf"^({_NUMBER}\s*%?|[0-9]+\s*/\s*[0-9]+)$", t("2/3 or 70 %"), ("string", "number", "null")
)
DONG = ScalarShape(_dong, "bad_number", r"^[0-9]+$|^[0-9]{1,3}([. _][0-9]{3})+$", "1.490.000", ("string", "number"))
WHOLE = ScalarShape(_whole, "bad_number", "^[0-9]{1,9}$", "2021", ("string", "integer"))
DAY = ScalarShape(
    _day, "bad_date", r"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})$", "", ("string", "null")
)
BOOL = _Bool(lambda text: _BOOLS.get(text.casefold()), "bad_bool", "")
