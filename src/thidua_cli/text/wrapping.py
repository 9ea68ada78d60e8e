"""Lines no wider than the screen, the one rule for all that is said: paths and commands stay whole, however long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from thidua_cli.text.language import Message, Param

HELD = "\ue000"
"""Stands for a blank at which no line is broken, until the text is shown."""
_MARKS = ("Mn", "Me")
_COLOUR = re.compile("\x1b\\[[0-9;]{0,8}m")
_HANG = re.compile(r"\s*(?:(?:\[ \]|\d+[.)]|[-*•·→←↳✓✗!?i◆≠+])\s+)?")
_COPIED = re.compile(r"[./\\_=@]|^--")
"""What a word holds that somebody may copy: a path, an address, an id, an option."""


def display_width(text: str) -> int:
    """Columns that a text takes: marks that combine with the letter before take none, East Asian letters two."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def letters_of(text: str) -> list[str]:
    """The letters of a text, each with the marks that combine with it."""
    letters: list[str] = []
    for char in text:
        if letters and unicodedata.category(char) in _MARKS:
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def whole_paths(message: Message, lang: str) -> str:
    """The text of a message, no blank in its paths being one at which a line may be broken."""
    return replace(message, params=_held(message.params)).text(lang)


def _held(params: Mapping[str, Param]) -> dict[str, Param]:
    return {name: _whole(value) for name, value in params.items()}


def _whole(value: Param) -> Param:
    if isinstance(value, Message):
        return replace(value, params=_held(value.params))
    return str(value).replace(" ", HELD) if isinstance(value, PurePath) else value


def wrapped(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most so many columns; ``first`` begins the first line, ``rest`` (else blanks) the others.

    A word too long for a line is cut, unless it is one to copy.
    """
    indent = " " * display_width(first) if rest is None else rest
    lines, line, empty = [], first, True
    for word in text.split():
        for piece in _pieces(word, max(8, width - display_width(indent))):
            space = "" if empty else " "
            if not empty and _shown_width(line + space + piece) > width:
                lines.append(line)
                line, space = indent, ""
            line += space + piece
            empty = False
    return [one.replace(HELD, " ") for one in (*lines, line)]


def fitted(line: str, width: int) -> list[str]:
    """A line as it is where it fits, else wrapped below its own beginning: its indent, a bullet, a number."""
    if _shown_width(line) <= width:
        return [line.replace(HELD, " ")]
    hang = _HANG.match(line)
    first = hang[0] if hang is not None else ""
    return wrapped(line[len(first) :], width, first=first)


def _shown_width(text: str) -> int:
    return display_width(_COLOUR.sub("", text))


def _pieces(word: str, width: int) -> list[str]:
    if display_width(word) <= width or HELD in word or _COPIED.search(word) or "\x1b" in word:
        return [word]
    letters = letters_of(word)
    return ["".join(letters[start : start + width]) for start in range(0, len(letters), width)]
