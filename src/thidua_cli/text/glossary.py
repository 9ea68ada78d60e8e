"""What the program calls each thing, once, everywhere that staff read: ``glossary.toml``.

Screen, page, workbook, documents, help and the Vietnamese README keep to it; ``tests/text/test_glossary.py`` looks for
the other words in all of them. Words that are read in users' tables are no part of it: those stand in ``intake``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from thidua_cli.text.data import data_beside
from thidua_cli.text.language import Message, joined, verbatim

UNKNOWN_GROUP = "Chưa rõ khối"
"""Where units stand whose group the plan does not have: they are judged and shown, but no quota can be applied."""


class Term(NamedTuple):
    """One thing: its word in lower case, its English word, and a pattern of what it is never called."""

    vi: str
    en: str
    never: str = ""


@cache
def _file() -> dict[str, Any]:
    return data_beside(__file__)


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its English key."""
    return {key: Term(**entry) for key, entry in _file()["term"].items()}


@cache
def words(section: str) -> Mapping[str, Message]:
    """What the codes of one kind are called: ``words("kind")["tasks"]``. Sections are those of the file."""
    return {key: Message(text, {}, section) for key, text in _file()[section].items()}


def sections() -> list[str]:
    """The kinds of codes that have words."""
    return [name for name in _file() if name != "term"]


def called(section: str, key: str) -> Message:
    """What one code is called; a code that has no word yet stands for itself."""
    return words(section).get(key) or verbatim(key)


def columns_called(fields: Iterable[str]) -> Message:
    """What the columns are called that some fields of a table stand in, or that one of several will do for."""
    return joined(words("fields").get(name) or called("field", name) for name in fields)


def word(key: str, lang: str = "vi") -> str:
    """The word for a thing, with a capital: for heads, titles and labels."""
    term = terms()[key].en if lang == "en" else terms()[key].vi
    return term[:1].upper() + term[1:]
