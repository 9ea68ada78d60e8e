"""How wide a text will be, without a font at hand: the advance widths that Arial and Liberation Sans share."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FIRST = 32
_ASCII = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_OTHER = {"đ": 556, "Đ": 722, "ơ": 656, "Ơ": 857, "ư": 669, "Ư": 854, "–": 556, "“": 333, "”": 333, "’": 222, "·": 333}
_WIDEST = 1000


@lru_cache(maxsize=1024)
def _advance(char: str) -> int:
    """Advance width of one composed character in thousandths of the font size; a letter's marks add nothing."""
    if "\u0300" <= char <= "\u036f":
        return 0
    decomposed = unicodedata.normalize("NFD", char)
    horned = decomposed[0] + "\u031b" if "\u031b" in decomposed else decomposed[0]
    base = unicodedata.normalize("NFC", horned)
    code = ord(base[0]) - _FIRST
    return _OTHER.get(base) or (_ASCII[code] if 0 <= code < len(_ASCII) else _WIDEST)


def text_width(text: str, size: float) -> float:
    """Width of ``text`` in the units of ``size``."""
    return sum(map(_advance, unicodedata.normalize("NFC", text))) * size / 1000


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines no wider than ``width``, broken at spaces, or inside a word that is wider by itself; nothing is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if text_width(candidate, size) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, width)
        lines.extend(full)
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, size: float, width: float) -> list[str]:
    pieces, piece = [], ""
    for char in word:
        if piece and text_width(piece + char, size) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]
