"""The words of the findings' catalogue: severity, what is wrong, and what to do next.

Only words stand here; :mod:`thidua_cli.findings` makes kinds of them. Codes are part of the contract (section 4) and of
``result.json``: they are added, never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts import dossiers, figures, files, lists, readings, tables, units
from thidua_cli.finding_texts.names import COMMANDS, NAMES
from thidua_cli.finding_texts.text import EMPTY, Instead, Text
from thidua_cli.text.language import Message

__all__ = ["COMMANDS", "EMPTY", "GROUPS", "NAMES", "TEXTS", "Instead", "Text"]

GROUPS: Mapping[Message, Mapping[str, Text]] = {
    part.TITLE: part.TEXTS for part in (files, tables, readings, units, dossiers, figures, lists)
}
"""The words by subject, under the subject's name: the order of the documentation."""

TEXTS: Mapping[str, Text] = {code: text for texts in GROUPS.values() for code, text in texts.items()}
"""The words of every kind of finding by its code."""
