"""The words that a Word template may use: the one vocabulary of all of them, with meaning and example (``words.toml``).

``check`` holds templates against it, ``guide`` prints it as ``docs/templates.md``, and a test holds the context that
fills the templates against it, so that none of the three can drift from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from thidua_cli.records import record
from thidua_cli.text.data import data_beside

Kind = Literal["text", "flag", "list", "picture"]
KIND_NAMES: Mapping[Kind, str] = {"text": "chữ", "flag": "có/không", "list": "danh sách", "picture": "hình"}
LOOP = ("index", "first", "last", "length")
"""What ``loop`` offers inside a list."""
_NAME = re.compile(r"(?P<name>\w+)(?:(?P<flag>\?)|(?P<picture>#)|\[(?P<list>\w+)\])?")


@record
class Word:
    """One word: its name, what it stands for (Vietnamese), an example, and for a list the words of each item.

    A list without ``fields`` is a list of plain text. ``item`` is the name that the built-in templates give an item.
    """

    name: str
    meaning: str
    example: str = ""
    kind: Kind = "text"
    fields: tuple[Word, ...] = ()
    item: str = ""


@cache
def sections() -> Mapping[str, tuple[Word, ...]]:
    """The words by subject."""
    file = data_beside(__file__)
    return {title: tuple(_words(entries, file["shared"])) for title, entries in file["words"].items()}


def template_words() -> Mapping[str, Word]:
    """Every word of the templates by name."""
    return {word.name: word for words in sections().values() for word in words}


def _words(entries: Mapping[str, Any], shared: Mapping[str, Mapping[str, Any]]) -> Iterator[Word]:
    """The words of one level; what stands below a list has the list's name before it."""
    for key, entry in entries.items():
        found = _NAME.fullmatch(key)
        if found is None:
            continue
        below = {name.removeprefix(f"{key}."): part for name, part in entries.items() if name.startswith(f"{key}.")}
        more = isinstance(entry, dict)
        meaning, *example = [entry["meaning"]] if more else [entry] if isinstance(entry, str) else entry
        for group in reversed(entry["shared"]) if more else ():
            below = {**shared[group], **below}
        kind: Any = found.lastgroup if found.lastgroup != "name" else "text"
        yield Word(found["name"], meaning, "".join(example), kind, tuple(_words(below, shared)), found["list"] or "")
