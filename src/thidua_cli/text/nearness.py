"""The nearest known word to a misspelt one, as a question: likeness only suggests, it never decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from thidua_cli.text.language import Message, t

_NUMBER = re.compile("[0-9]+")
_LIKELY, _LIKELY_SHORT, _SHORT = 0.72, 0.6, 4
"""How alike a slip of the pen leaves a word, and a short one, in which two letters changed places are half of it."""
_MOST = 5_000
"""Names of a folder that are compared."""


def nearest(word: str, known: Iterable[str], cutoff: float | None = None) -> str | None:
    """The known word that a misspelt one most likely means, marks and case aside; None where nothing is near.

    Of words that differ in a number alone (tc9, tc5; 2021, 2022) none is nearer than another, unless its digits are the
    same in another order.
    """
    from difflib import get_close_matches  # only on mistakes

    from thidua_cli.text.vietnamese import fold

    meant = fold(word)
    folded = {fold(item): item for item in reversed(list(known))}
    others = [item for item in folded if not _other_number(item, meant)]
    likely = (_LIKELY if len(meant) > _SHORT else _LIKELY_SHORT) if cutoff is None else cutoff
    matches = get_close_matches(meant, others, n=1, cutoff=likely)
    return folded[matches[0]] if matches else None


def _other_number(one: str, other: str) -> bool:
    digits = [sorted("".join(_NUMBER.findall(word))) for word in (one, other)]
    return digits[0] != digits[1] and _NUMBER.sub("", one) == _NUMBER.sub("", other)


def did_you_mean(near: str | None) -> Message | str:
    """The question that follows a sentence about a word that is not known; nothing where nothing is near."""
    return t(" Did you mean “{near}”?", near=near) if near else ""


def nearest_file(path: Path) -> str | None:
    """A file or folder that is there and is called nearly as a path that leads nowhere, with the folder before it."""
    from itertools import islice

    try:
        names = sorted(found.name for found in islice(path.parent.iterdir(), _MOST) if not found.name.startswith("~$"))
    except OSError:
        return None
    near = nearest(path.name, names, cutoff=0.6)
    return str(path.parent / near) if near is not None else None
