"""Whether a list of dossiers holds all of them, or by its title, sheet or file name only the late, the running ones.

A list of some dossiers is evidence of those and never a denominator (contract, section 2.1). A title that names every
way a dossier may end ("đúng hạn, quá hạn") or where it may stand ("đã và đang giải quyết") names a whole list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.names import stem
from thidua_cli.intake.layout.row_words import is_note
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.tables import Kind
from thidua_cli.text.phrases import spoken
from thidua_cli.text.vietnamese import fold

_SETS = (frozenset({"late", "on_time"}), frozenset({"running", "returned"}))
"""States that together are all dossiers."""


def partial_of(kind: Kind, titles: Sequence[Title], sheet: str, file: str) -> tuple[str, Reading | None]:
    """Which dossiers alone a list holds, empty where it holds all; with the reading that says what named them."""
    if kind is not Kind.DOSSIERS:
        return "", None
    for title in titles:
        if which := _which(title.text):
            return which, _named(which, title.text, title.cell)
        if _states(title.text):
            return "", None
    for name in (sheet, stem(file)):
        if which := _which(re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z0-9])", " ", name)):
            return which, _named(which, name, "")
    return "", None


def _named(which: str, text: str, cell: str) -> Reading:
    return Reading("partial_named", which, params={"text": text}, cell=cell)


def _states(text: str) -> set[str]:
    spaced = re.sub(r"[_\-.]+", " ", text)
    words = fold(spaced)
    if is_note(text) or not WORDS.within("list.of_dossiers", words):
        return set()
    return {name for name in WORDS.data["partial"] if WORDS.within(f"partial.{name}", spoken(spaced))}


def _which(text: str) -> str:
    """The one state that a line says of every dossier; empty where it says none, all, or what is done with them."""
    words = fold(re.sub(r"[_\-.]+", " ", text))
    states = _states(text)
    if WORDS.within("list.soon_due", words):
        return "running"
    if not states or "late_reception" in states:
        return "late_reception" if states else ""
    if (
        WORDS.within("list.both", words)
        or any(whole <= states for whole in _SETS)
        or (WORDS.within("list.whole", words) and states <= {"returned", "on_time"})
    ):
        return ""
    if {"late", "running"} <= states:
        return "overdue"
    return next(name for name in ("late", "running", "extended", "sent_back", "on_time", "returned") if name in states)
