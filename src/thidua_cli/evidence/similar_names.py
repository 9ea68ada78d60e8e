"""Names of units so alike that one may be a misspelling of the other: said where no register settles them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from thidua_cli.evidence.names import bare, forms
from thidua_cli.findings import Finding
from thidua_cli.plan.model import Plan
from thidua_cli.text.vietnamese import fold, sort_key


def similar_names(names: Sequence[str], plan: Plan, places: tuple[str, ...]) -> list[Finding]:
    """One finding for each pair that differs in accents, in one letter of a longer word, or in the word for its kind.

    Names that the plan knows are two units however alike; a last word of one letter ("An Bình A") tells units apart.
    """
    known = {form for unit in plan.vocabulary.units for form in forms(unit.name, places)}
    taught = {name for name in names if known.intersection(forms(name, places))}
    plain = {name: bare((forms(name, places) or (name,))[0]) for name in names}
    found = []
    for one, other in combinations(sorted(names, key=sort_key), 2):
        if not {one, other} <= taught and _alike(plain[one], plain[other]):
            found.append(Finding("similar_units", {"name": one, "other": other}))
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two names without the words for their kinds differ by no more than a slip."""
    if one == other:
        return True
    words, others = fold(one).split(), fold(other).split()
    if "".join(words) == "".join(others):
        return True
    if len(words) != len(others):
        return False
    differing = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(differing) == 1 and min(map(len, differing[0])) >= 2 and len(words) > 1 and _one_edit(*differing[0])


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter put in, left out or changed, or two that changed places, makes one word the other."""
    if len(one) > len(other):
        one, other = other, one
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[start:] == other[start + 1 :]
    swapped = one[:start] + one[start : start + 2][::-1] + one[start + 2 :]
    return one[start + 1 :] == other[start + 1 :] or swapped == other
