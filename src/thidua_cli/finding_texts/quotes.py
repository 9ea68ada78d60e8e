"""What each parameter of a finding quotes of an input, so that one rule decides whether it may be said.

The kinds are those of :mod:`thidua_cli.text.quoting`. A parameter that is not named here is the program's own word.
"""

from __future__ import annotations

from collections.abc import Mapping

_USUAL: Mapping[str, str] = {
    "code": "code",
    "column": "head",
    "head": "head",
    "heads": "head",
    "left": "head",
    "choice": "head",
    "why": "head",
    "name": "unit",
    "unit": "unit",
    "other": "unit",
    "value": "word",
    "said": "word",
    "stated": "number",
    "reason": "title",
}
"""By the name of the parameter."""

_OF_CODE: Mapping[tuple[str, str], str] = {
    ("ambiguous_person", "name"): "person",
    ("duplicate_row", "name"): "title",
    ("earlier_award_unclear", "name"): "person",
    ("earlier_award_unclear", "value"): "title",
    ("duplicate_input", "other"): "",  # a file's name
    ("task_not_applicable", "name"): "title",
    ("unknown_group", "name"): "word",
    ("unmatched_decision", "name"): "person",
    ("unreadable_date", "value"): "date",
    ("unreadable_number", "value"): "number",
}
"""What the same name means in one kind of finding."""

OWN = frozenset(
    "candidates nearest known year encoding columns file kind score share most values days part whole computed right "
    "difference periods top base other suggestion".split()
)
"""Words and figures that the program made or settled itself: names in its register, files, columns' letters, sums."""


def quotes(code: str, parameter: str) -> str:
    """The kind of word that a parameter quotes; empty where it quotes none."""
    return _OF_CODE.get((code, parameter), _USUAL.get(parameter, ""))
