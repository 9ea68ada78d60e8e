"""The nearest known word to a misspelt one, as a question: likeness only suggests, it never decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from thidua_cli.text.language import Message, t

_NUMBER = re.compile("[0-9]+")
_LIKELY, _LIKELY_SHORT, _SHORT = 0.72, 0.6, 4
"""How alike a slip of the pen leaves a word, and a short one, in which two letters changed places are half of it."""
_MOST, _MOST_NEAR = 5_000, 3
"""Names of a folder that are compared; words that are asked for where they are equally near."""


def nearest(word: str, known: Iterable[str], cutoff: float | None = None) -> list[str]:
    """The known words that a misspelt one most likely means, marks and case aside: several only if equally near.

    Of words that differ in a number alone (tc9, tc5; 2021, 2022) none is nearer than another, unless its digits are the
    same in another order.
    """
    from difflib import SequenceMatcher, get_close_matches  # only on mistakes

    from thidua_cli.text.vietnamese import fold

    meant = fold(word)
    folded: dict[str, list[str]] = {}
    for item in dict.fromkeys(known):
        alike = folded.setdefault(fold(item), [])
        alike += [] if any(map(str.isascii, (*alike, item))) and alike else [item]  # an id and the name it was made of
    others = [item for item in folded if not _other_number(item, meant)]
    likely = (_LIKELY if len(meant) > _SHORT else _LIKELY_SHORT) if cutoff is None else cutoff
    near = get_close_matches(meant, others, n=_MOST_NEAR, cutoff=likely)
    shares = [SequenceMatcher(None, one, meant).ratio() for one in near]
    matches = [one for one in others if one in near and shares[near.index(one)] == shares[0]]
    return [item for one in matches for item in folded[one]][:_MOST_NEAR]


def same_id(word: str, ids: Sequence[str]) -> str | None:
    """The id that a word stands for: written otherwise (“TC 2” is tc2), or by its number alone (2; else its place)."""
    from thidua_cli.text.vietnamese import fold

    said = fold(word).replace(" ", "").removeprefix("tieuchi")
    numbers = ["".join(_NUMBER.findall(name)) or str(place) for place, name in enumerate(ids, 1)]
    hits = [name for name in ids if fold(name).replace(" ", "") == said]
    hits = hits or [name for name, number in zip(ids, numbers, strict=True) if number == said]
    return hits[0] if len(hits) == 1 else None


def _other_number(one: str, other: str) -> bool:
    digits = [sorted("".join(_NUMBER.findall(word))) for word in (one, other)]
    return digits[0] != digits[1] and _NUMBER.sub("", one) == _NUMBER.sub("", other)


def did_you_mean(near: Sequence[str]) -> Message | str:
    """The question that follows a sentence about a word that is not known; nothing where nothing is near."""
    return t(" Did you mean “{near}”?", near="” / “".join(near)) if near else ""


def nearest_file(path: Path) -> list[str]:
    """What is there and is called nearly as a path that leads nowhere, with the folder before it."""
    from itertools import islice

    try:
        names = sorted(found.name for found in islice(path.parent.iterdir(), _MOST) if not found.name.startswith("~$"))
    except OSError:
        return []
    return [str(path.parent / near) for near in nearest(path.name, names, cutoff=0.6)]
