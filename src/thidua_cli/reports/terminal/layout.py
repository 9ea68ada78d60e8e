"""Text on a screen of so many columns: widths, padding, wrapping, names that stay distinguishable, colour."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"
_CODES = {"good": "32", "bad": "31;1", "warn": "33", "dim": "2", "bold": "1", "head": "36;1"}
_MARKS = ("Mn", "Me")
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Screen:
    """How to write: the width in columns, and whether colour may be used."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, style: str) -> str:
        """The text in a style (good, bad, warn, dim, bold, head), or as it is without colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text

    def wrap(self, text: str, *, first: str = "", rest: str | None = None) -> list[str]:
        """Lines no wider than the screen; ``first`` begins the first line, ``rest`` (else blanks) the others."""
        indent = " " * display_width(first) if rest is None else rest
        lines, line = [], first
        empty = True
        for word in clean(text).split():
            for piece in _pieces(word, max(8, self.width - display_width(indent))):
                space = "" if empty else " "
                if not empty and display_width(line) + display_width(space + piece) > self.width:
                    lines.append(line)
                    line, space = indent, ""
                line += space + piece
                empty = False
        return [*lines, line]


def clean(text: str) -> str:
    """The text in one line without control, format or surrogate characters: nothing in a name steers a terminal."""
    kept = (" " if unicodedata.category(c) in _INVISIBLE else c for c in unicodedata.normalize("NFC", text))
    return " ".join("".join(kept).split())


def display_width(text: str) -> int:
    """Columns that a text takes: marks that combine with the letter before take none."""
    return sum(unicodedata.category(c) not in _MARKS for c in text)


def pad(text: str, width: int) -> str:
    """The text with blanks to its right, up to ``width`` columns."""
    return text + " " * (width - display_width(text))


def pad_left(text: str, width: int) -> str:
    """The text with blanks to its left, up to ``width`` columns."""
    return " " * (width - display_width(text)) + text


def centre(text: str, width: int) -> str:
    """The text in the middle of ``width`` columns."""
    left = (width - display_width(text)) // 2
    return pad(" " * left + text, width)


def short_names(names: Iterable[str], width: int) -> dict[str, str]:
    """Each name in at most ``width`` columns, cut in the middle; names that would read the same stay whole.

    “Phường An Bình A” and “Phường An Bình B” keep their ends and therefore differ.
    """
    whole = list(dict.fromkeys(names))
    cleaned = {name: clean(name) for name in whole}
    best: dict[str, str] = {}
    for share in (0.6, 0.4, 0.8, 0.2):
        shown = {name: _cut(cleaned[name], width, share) for name in whole}
        counts = Counter(shown.values())
        unique = {name: text for name, text in shown.items() if counts[text] == 1}
        if len(unique) == len(whole):
            return unique
        best = unique if len(unique) > len(best) else best
    return {name: best.get(name, cleaned[name]) for name in whole}


def table_widths(available: int, labels: Sequence[str]) -> list[int]:
    """The width of each narrow column: its label and a blank on each side, or one blank where space is short."""
    wide = [max(display_width(label), 1) + 2 for label in labels]
    return wide if sum(wide) <= available else [width - 1 for width in wide]


def _cut(text: str, width: int, share: float) -> str:
    letters = _letters(text)
    if len(letters) <= width:
        return text
    head = max(1, int((width - 1) * share))
    tail = max(0, width - 1 - head)
    return "".join(letters[:head]).rstrip() + ELLIPSIS + "".join(letters[len(letters) - tail :]).lstrip()


def _letters(text: str) -> list[str]:
    letters: list[str] = []
    for char in text:
        if letters and unicodedata.category(char) in _MARKS:
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _pieces(word: str, width: int) -> list[str]:
    letters = _letters(word)
    return ["".join(letters[start : start + width]) for start in range(0, len(letters), width)]
