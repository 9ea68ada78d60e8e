"""Vietnamese text made comparable: one spelling, one key, one alphabet.

What looks the same on paper can differ in memory: composed and decomposed letters, the tone mark on either vowel
(hoà/hòa), the look-alikes Đ/Ð/Ɖ, invisible characters. :func:`clean` makes one spelling of them, :func:`key` compares
names, :func:`fold` finds words whatever their diacritics, :func:`sort_key` puts lists in Vietnamese order.

``vi-textmatch`` knows the same tone rule, but leaves Ð, soft hyphens and most invisible characters as they are, breaks
its own NFC where marks are stacked, and loads its comparison engine on import: the fifteen pairs stand here instead.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SortKey = tuple[object, ...]

_INVISIBLE = (
    0x00AD,
    0x034F,
    0x061C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
)
_CHARACTERS = {
    **dict.fromkeys(_INVISIBLE),
    0x00D0: "Đ",  # Ð, Icelandic eth: what many fonts and keyboards give for Đ; NFKC leaves it alone
    0x0189: "Đ",  # Ɖ, African D
    0x00F0: "đ",
    0x0256: "đ",
}
_MARKS = r"\u0300-\u036f"

_TONED = {"oa": "òóỏõọ", "oe": "òóỏõọ", "uy": "ùúủũụ"}
_SECOND = {"oa": "àáảãạ", "oe": "èéẻẽẹ", "uy": "ỳýỷỹỵ"}


def _tone_pairs() -> dict[str, str]:
    pairs = {}
    for pair, firsts in _TONED.items():
        for first, second in zip(firsts, _SECOND[pair], strict=True):
            for old_first, new_first in ((pair[0], first), (pair[0].upper(), first.upper())):
                pairs[old_first + second] = new_first + pair[1]
                pairs[old_first + second.upper()] = new_first + pair[1].upper()
    return pairs


_TONE_PAIRS = _tone_pairs()
# Only an open syllable has two spellings: a letter after the pair (hoàn, huỳnh, suýt) closes it, and the u of "qu"
# belongs to the consonant (quý). A combining mark after the pair means stacked marks, which are left as they are.
_TONE = re.compile(
    rf"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_]|[{_MARKS}])",
)

_FOLD = {**dict.fromkeys(range(0x0300, 0x0370)), ord("đ"): "d"}
_NOT_WORD = re.compile(r"[\W_]+")


def _tone(match: re.Match[str]) -> str:
    return _TONE_PAIRS[match[0]]


def clean(s: str) -> str:
    """One spelling of a text: NFC, nothing invisible, white space collapsed, Ð to Đ, tone marks as in hòa, thủy.

    Case and diacritics stay; ``clean`` of a cleaned text is the text itself.
    """
    if not s.isascii():
        s = _TONE.sub(_tone, unicodedata.normalize("NFC", s.translate(_CHARACTERS)))
    return " ".join(s.split())


@lru_cache(maxsize=1 << 16)
def key(s: str) -> str:
    """The text for comparing names: cleaned, without case; diacritics still tell Hòa from Hoa."""
    folded = clean(s).casefold()
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


@lru_cache(maxsize=1 << 16)
def fold(s: str) -> str:
    """The text for searching: lower case, no diacritics (đ is d), every run of punctuation one space."""
    text = unicodedata.normalize("NFD", key(s)).translate(_FOLD)
    return _NOT_WORD.sub(" ", text).strip()


def slug(s: str) -> str:
    """A name for files and identifiers: "Phường An Lạc" is ``phuong-an-lac``; empty if nothing Latin is in it."""
    return "-".join(re.findall("[a-z0-9]+", fold(s)))


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


@lru_cache(maxsize=1 << 12)
def _letter(character: str) -> tuple[int, int]:
    """Place in the alphabet and tone (ngang, huyền, hỏi, ngã, sắc, nặng) of one letter."""
    marks = unicodedata.normalize("NFD", character)
    tone = next((_TONE_RANK[mark] for mark in marks if mark in _TONE_RANK), 0)
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONE_RANK))
    rank = _LETTER_RANK.get(base)
    if rank is None:
        rank = _LETTER_RANK.get(base[:1], 1000 + ord(base[0]) if base else 0)
    return rank, tone


def _token(text: str) -> tuple[object, ...]:
    if text[0].isdecimal():
        digits = text.lstrip("0")
        return (0, (len(digits), digits), ())
    letters = [_letter(character) for character in text]
    return (1, tuple(rank for rank, _ in letters), tuple(tone for _, tone in letters))


@lru_cache(maxsize=1 << 14)
def sort_key(s: str) -> SortKey:
    """Key for Vietnamese order, syllable by syllable: letters (a ă â b c d đ …), then tone; numbers by their value.

    Texts that differ only in case or punctuation still have one fixed order.
    """
    return (tuple(_token(token) for token in _TOKEN.findall(key(s))), key(s), s)


def person_sort_key(name: str) -> SortKey:
    """Key for lists of persons: given name (the last word), then family name and middle names."""
    words = clean(name).split(" ")
    return (sort_key(words[-1]), sort_key(" ".join(words[:-1])))
