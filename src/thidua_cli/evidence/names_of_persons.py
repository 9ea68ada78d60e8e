"""Which spellings of names mean the same person of one unit: what is written out settles what is not, or nothing does.

A name typed without accents means the one name of the unit that reads so with them; a name without the year or code in
brackets means the one that has it. Where several would fit, it means none for certain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from thidua_cli.records import record
from thidua_cli.text.vietnamese import fold

Named = tuple[int, str]
"""A unit (index into the register) and the key of a name."""

_NUMBER = re.compile(r"\s*[(\[]?\s*(\w*\d[\w.\-/ ]*)[)\]]?$")
_ACCOUNT = re.compile(r"^([a-z][a-z0-9]*)(?:[._@][\w.@\-]*)?$", re.ASCII)
SEVERAL = re.compile(r"\s*[,;/+&\n]\s*|\s(?:và|cùng)\s")


@record
class Same:
    """Spellings told apart: ``sure`` has per spelling the names it means, ``unsure`` per name what may mean it."""

    sure: Mapping[Named, tuple[Named, ...]]
    unsure: Mapping[Named, frozenset[str]]
    """Per name the spellings that may or may not mean it."""


def same_persons(names: Iterable[Named], spellings: Iterable[Named]) -> Same:
    """Which of some names (of persons put forward) each of other spellings (officers, authors …) in their unit means.

    A cell that names several persons means each of them.
    """
    wanted, asked = set(names), set(spellings)
    by_sound: dict[tuple[int, str], set[str]] = defaultdict(set)
    for unit, name in wanted:
        by_sound[unit, _sound(name)].add(name)
    heard = set(by_sound)
    parts = {(unit, said): [part for part in SEVERAL.split(said) if part] for unit, said in asked}
    for (unit, _), pieces in parts.items():
        for piece in pieces:
            if (unit, _sound(piece)) in heard:
                by_sound[unit, _sound(piece)].add(piece)
    sure: dict[Named, set[Named]] = defaultdict(set)
    unsure: dict[Named, set[str]] = defaultdict(set)
    for (unit, said), pieces in parts.items():
        for piece in pieces:
            known = by_sound.get((unit, _sound(piece)), set())
            meant = _meant(piece, known)
            for name in sorted(wanted_name for wanted_name in known if (unit, wanted_name) in wanted):
                theirs = _meant(name, known)
                if name == piece or (len(meant) == 1 and meant == theirs):
                    sure[unit, said].add((unit, name))
                if (name != piece or len(meant) > 1) and meant & theirs and not len(meant) == len(theirs) == 1:
                    unsure[unit, name].add(piece)
    return Same(
        {spelling: tuple(sorted(found)) for spelling, found in sure.items()},
        {name: frozenset(found) for name, found in unsure.items()},
    )


def _meant(name: str, known: set[str]) -> frozenset[str]:
    """The most complete spellings among the known that a name may stand for."""
    fits = {other for other in known | {name} if _adds(name, other)}
    return frozenset(
        one for one in fits if not any(other != one and _adds(one, other) and not _adds(other, one) for other in fits)
    )


def _adds(name: str, other: str) -> bool:
    """Whether another spelling of one sound says all that a name says: its accents, its number."""
    (base, number), (full, more) = _split(name), _split(other)
    plain = fold(base) == base or bool(_ACCOUNT.match(base))
    return (plain or base == full) and number in ("", more)


def _split(name: str) -> tuple[str, str]:
    match = _NUMBER.search(name)
    return (name, "") if match is None or not match.start() else (name[: match.start()].strip(), match[1])


def _sound(name: str) -> str:
    """What all spellings of one name have in common: its letters without accents, spaces and number."""
    base = _split(name)[0]
    account = _ACCOUNT.match(base)
    return account[1] if account else fold(base).replace(" ", "")
