"""One word of the Word templates: its name, meaning and kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "flag", "list", "picture"]
KIND_NAMES: Mapping[str, str] = {
    "text": "chữ",
    "flag": "có/không",
    "list": "danh sách",
    "picture": "hình",
}


@dataclass(frozen=True, slots=True)
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


def flag(name: str, meaning: str) -> Word:
    """A word that is true or not."""
    return Word(name, meaning, kind="flag")


def list_of(name: str, item: str, meaning: str, *fields: Word, example: str = "") -> Word:
    """A list; ``item`` is the name of one item, ``fields`` its words."""
    return Word(name, meaning, example, "list", fields, item)


NUMBER = Word("stt", "số thứ tự", "1")
