"""Phrases as people write them, matched whole against words: what the files of words (``*.toml``) are made of.

A phrase is words with a few signs. ``[…]`` may be missing, ``(a|b)`` is one of several, ``{name}`` stands for one of
the phrases of that name in ``[parts]``; ``]*`` may be repeated, ``)+`` stands at least once. ``*`` is any words, ``?``
any one word, ``#`` a number other than nothing, ``@`` a digit, ``~`` the rest of a word, ``…`` any words that do not
turn the meaning
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any

from thidua_cli.text.data import data_beside
from thidua_cli.text.vietnamese import key

_NOT_WORD = re.compile(r"[\W_]+")
_BETWEEN = {
    "]*": ")*",
    ")+": ")+",
    "!(": "(?!",
    "&(": "(?=",
    "[": "(?:",
    "]": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "*": "(?:.* )?",
    "…": "…",
}
"""What signs between words mean; the longer ones first."""
_WITHIN = {"?": r"\S+", "~": r"\S*", "@": r"\d", "#": r"0*[1-9]\d*"}
"""What signs that are words, or parts of a word, mean."""
_STEPS = [
    *((sign, f" {chr(0xE000 + i)} ", f"{chr(0xE000 + i)} ", made) for i, (sign, made) in enumerate(_BETWEEN.items())),
    *((sign, chr(0xE100 + i), chr(0xE100 + i), made) for i, (sign, made) in enumerate(_WITHIN.items())),
    ("}", "}", "} ", "}"),
]
_MARKS = {**dict.fromkeys(range(0x0300, 0x0370)), ord("đ"): "d"}


def unaccented(text: str) -> str:
    """A text in small letters without its accents, and otherwise as it is."""
    return unicodedata.normalize("NFD", text).translate(_MARKS)


def _expression(phrase: str) -> str:
    """A phrase as an expression over words that each end in a space; ``{name}`` and ``…`` are left."""
    for sign, mark, _, _ in _STEPS:
        phrase = phrase.replace(sign, mark)
    phrase = " ".join(phrase.split()) + " "
    for _, _, mark, made in _STEPS:
        phrase = phrase.replace(mark, made)
    return phrase


@lru_cache(maxsize=1 << 14)
def spoken(text: str) -> str:
    """The words of a text in lower case with their accents, punctuation as one space: ``fold`` with them."""
    return _NOT_WORD.sub(" ", key(text)).strip()


def has_accents(text: str) -> bool:
    """Whether a text has a letter beyond plain ASCII; dashes and quotation marks are none."""
    return not spoken(text).isascii()


class Parts(dict[str, str]):
    """What ``{name}`` stands for, as expressions made when they are first asked for."""

    def __init__(self, said: Mapping[str, str]) -> None:
        self._said = said

    def __missing__(self, name: str) -> str:
        self[name] = made = f"(?:{_expression(self._said[name]).format_map(self)})"
        return made


class Phrases:
    """Phrases with one meaning; made into an expression, and compiled, when words are first held against them."""

    def __init__(self, phrases: str | Iterable[str], parts: Parts, gap: str = "") -> None:
        self._phrases = [phrases] if isinstance(phrases, str) else phrases
        self._parts, self._gap = parts, gap

    def whole(self, words: str) -> bool:
        """Whether some words (with one space between them) are one of the phrases."""
        bare = words.isascii() or _plain(words)
        return (self._bare if bare else self._accented).fullmatch(words + " ") is not None

    def within(self, words: str) -> bool:
        """Whether one of the phrases stands somewhere among some words."""
        return (self._bare_within if _plain(words) else self._accented_within).search(f"{words} ") is not None

    def among(self, words: str) -> Iterator[re.Match[str]]:
        """The phrases that stand among some words, one behind another; each match ends behind its last space."""
        return (self._bare_within if _plain(words) else self._accented_within).finditer(f"{words} ")

    def between(self, words: str) -> str:
        """What is left of some words without the phrases that they begin and end with."""
        return self._ends.sub("", f"{words} ").strip()

    @cached_property
    def expression(self) -> str:
        """The phrases as an expression over words that each end in a space."""
        return _expression("|".join(self._phrases)).format_map(self._parts).replace("…", self._gap)

    @cached_property
    def _accented(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        return re.compile(unaccented(self.expression))

    @cached_property
    def _accented_within(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S)(?:{self.expression})")

    @cached_property
    def _bare_within(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S)(?:{unaccented(self.expression)})")

    @cached_property
    def _ends(self) -> re.Pattern[str]:
        bare = unaccented(self.expression)
        return re.compile(rf"^(?:{bare})+|(?<!\S)(?:{bare})+$")


def _plain(words: str) -> bool:
    return words.isascii() or unaccented(words) == words


_read = cache(data_beside)


class Book:
    """A file of words, read when it is first asked: phrases by name, or by name within a table."""

    def __init__(self, module: str, name: str, spelling: Callable[[str], str] = str) -> None:
        self._from = (module, name, spelling)
        self._made: dict[str, Phrases] = {}
        self._tables: dict[str, list[tuple[str, Phrases]]] = {}

    @property
    def data(self) -> Mapping[str, Any]:
        """All that the file says."""
        return _read(*self._from)

    @cached_property
    def parts(self) -> Parts:
        """What ``{name}`` stands for."""
        return Parts(self.data.get("parts", {}))

    def __getitem__(self, name: str) -> Phrases:
        """The phrases of a name; ``table.name`` is one in a table."""
        made = self._made.get(name)
        if made is None:
            said: Any = self.data
            for step in name.split("."):
                said = said[step]
            made = self._made[name] = Phrases(said, self.parts)
        return made

    def whole(self, name: str, words: str) -> bool:
        """Whether words are one of the phrases of a name."""
        return self[name].whole(words)

    def within(self, name: str, words: str) -> bool:
        """Whether one of the phrases of a name stands among words."""
        return self[name].within(words)

    def first(self, table: str, words: str) -> str | None:
        """The first name in a table of which words are a phrase; None where they are none."""
        for name, phrases in self._table(table):
            if phrases.whole(words):
                return name
        return None

    def every(self, table: str, words: str) -> list[str]:
        """The names in a table of which words are a phrase."""
        return [name for name, phrases in self._table(table) if phrases.whole(words)]

    def _table(self, table: str) -> list[tuple[str, Phrases]]:
        if table not in self._tables:
            self._tables[table] = [(name, self[f"{table}.{name}"]) for name in self.data[table]]
        return self._tables[table]
