"""The one place that decides which words of an input may be said: in a message, a result, a log, a mapping file.

A cell may hold anything, whatever stands above it: in a row that slipped by one column an applicant's telephone stands
under "Trạng thái". So a word is quoted only if it looks like what its column is about (:func:`quoted`); text that a
report is made of (the title of an initiative, a position) loses what is personal in it (:func:`masked`); the name of a
sheet that carries somebody's data gives way to its number (:func:`sheet_name`). What is withheld is named by its cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from thidua_cli.text.data import data_beside
from thidua_cli.text.language import Message, Param
from thidua_cli.text.vietnamese import clean, fold, key

WITHHELD = "…"
"""What stands in place of a word that is not quoted."""
LONGEST = 80
"""Longer words are not quoted to their end."""

_DAY = (
    r"(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?:\d{4}|\d{2})"
    r"|\d{4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{1,2}|\d{1,2}[/\-]\d{4})"
)
_CLOCK = r"\d{1,2}\s?[:hg]\s?\d{0,2}(?::\d{2}(?:\.\d+)?)?(?:\s?(?:AM|PM|SA|CH|Z))?"
_DATE = re.compile(
    rf"(?:{_CLOCK}[\sT,]+)?{_DAY}(?:[\sT,]+{_CLOCK})?|(?:ngày\s)?\d{{1,2}}\stháng\s\d{{1,2}}(?:\snăm\s\d{{2,4}})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[+\-–]?(?!0\d{3})\d{1,7}(?:[.,\s]\d{1,3}){0,2}\s?(?:%|đ|điểm|hồ sơ|hs|vụ|việc|nhiệm vụ|ngày)?\s?[?*]*",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    rf"(?<!\d)(?:{_DAY}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|\d{{1,2}}:\d{{2}}(?::\d{{2}})?|(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}){2,}(?![\d.,]?\d)"
)
"""Days, hours, years and sums of money: figures that nobody is told by."""
_CONTACT = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<!\w)\+?\(?\d(?:[\s.\-()]{0,3}\d){6,}(?!\w)|\d{7,}")
"""Seven digits and more, however they are set apart: a telephone, an identity number, an account."""
_MIXED = re.compile(r"(?=\w*\d{4})(?=\w*[^\W\d_])\w{6,}")
"""Letters and many digits in one word: a passport, a number plate, a card."""
_CAPITAL = "A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ"
_LANE = (
    r"(?i:số nhà|nhà số|đường|phố|ngõ|ngách|hẻm|kiệt|ấp|khóm|thôn|buôn|tổ|tổ dân phố|khu phố|kp|quốc lộ|hương lộ"
    r"|so nha|duong|ap|khom|thon|hem|to dan pho|khu pho)"
)
_AT = r"\d+\w?(?:/\d+\w?)*"
_ADDRESS = re.compile(
    r"(?i:\b(?:số nhà|nhà số|so nha|địa chỉ\s*:|thường trú|tạm trú)(?!\w))"
    rf"|\b(?i:số|so)\s+{_AT},?\s+{_LANE}\b|^(?i:số|so)\s+{_AT}\s*,?\s+[{_CAPITAL}][^\W\d_]*\s"
    rf"|^{_AT}\s*,?\s+{_LANE}\b"
    rf"|\b{_LANE}\s+[\d{_CAPITAL}][^,;\-]*\s?[,;\-]|[,;\-]\s?{_LANE}\s+[\d{_CAPITAL}]"
    rf"|\b(?i:đường|hẻm|ngõ)\s+(?:\d|[{_CAPITAL}][^\W{_CAPITAL}\d_])"
)
_BEGINS_ADDRESS = re.compile(rf"(?i:số|so)?\s*\d|{_LANE}\s")
_ADDRESS_WORDS, _NAME_WORDS = 15, 5
"""An address or a name of more words is a sentence about something."""
_HOUSE = re.compile(r"\d+\w?(?:[/\-]\d+\w?)*\s*,?\s+(?=\D)")
_WORDS = {name: frozenset(words.split()) for name, words in data_beside(__file__).items()}
_FAMILIES, _COMMON, _PLAIN = (_WORDS[f"families{kind}"] for kind in ("", "_common", "_plain"))
_HONORIFIC = re.compile(r"^(?:ông|bà|anh|chị|em|cô|chú|cụ)\s+(?=\S+\s)", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?i:\b(?:họ tên|họ và tên|người nộp|chủ hộ)\s*:\s*\S)|\b(?i:ông|bà|anh|chị)\s+[{_CAPITAL}][^\W{_CAPITAL}\d_]"
)
_SOMEBODY = re.compile(rf"\b((?i:ông|bà|anh|chị))(?:\s+[{_CAPITAL}][^\W\d_]*){{2,5}}")
_LIVES_AT = re.compile(
    rf"(?<!\w)\d{{1,3}}[A-Za-z]?(?:/\d+)*\s+(?i:{'|'.join(sorted(_COMMON))})(?:\s+[{_CAPITAL}][^\W\d_]*)+"
)
_OFFICIAL = _WORDS["official"] - _FAMILIES
_OFFICIAL_PLAIN = frozenset(map(fold, _OFFICIAL)) - _PLAIN
_COMMUNE = re.compile(
    r"(?:(?:ubnd|ủy ban nhân dân)\s+)?(?:phường|xã|thị trấn|p\.|x\.|tt\.|p|x|tt)\s+(?=\S)", re.IGNORECASE
)


@lru_cache(maxsize=1 << 14)
def names_a_person(text: str) -> bool:
    """Whether a text is, or begins with, somebody's name: a family name and given names, or an honorific and a name."""
    words = re.sub(r"[^\w\s'’]", " ", _HONORIFIC.sub("", clean(text))).split()[:5]
    if _NAMED.search(text):
        return True
    if len(words) < 2 or any(c.isdigit() for word in words[:2] for c in word):
        return False
    first, second = key(words[0]), key(words[1])
    if len(words) > 2 and second in ("thị", "thi", "văn", "van") and not _official(words[0]):
        return first in _FAMILIES or fold(first) in _PLAIN or second in ("thị", "thi")
    if (first not in _FAMILIES and first not in _PLAIN) or any(map(_official, words[1:])):
        return False
    if first in _COMMON or first in _PLAIN:
        return words[1][0].isupper() or len(words) > 2
    return len(words) > 2 and all(word[0].isupper() for word in words[:3])


def _official(word: str) -> bool:
    return key(word) in _OFFICIAL or (word.isascii() and fold(word) in _OFFICIAL_PLAIN)


def _named_like(words: Sequence[str]) -> bool:
    """Whether words are written as names are (each with a capital and small letters), and none is an office's word."""
    capital = all(len(word) > 1 and word[0].isupper() and not word.isupper() for word in words)
    return 2 <= len(words) <= 5 and capital and not any(map(_official, words))


def reaches_somebody(text: str) -> bool:
    """Whether somebody can be reached or told by a number, an account or an address in a text."""
    bare = _HARMLESS.sub(" ", text)
    return any(pattern.search(text) for pattern in (_CONTACT, _ADDRESS)) or any(
        pattern.search(bare) for pattern in (_LONG_NUMBER, _MIXED)
    )


@lru_cache(maxsize=1 << 14)
def personal(text: str) -> bool:
    """Whether a text carries somebody's data: a telephone, an identity number, an address, an e-mail, a name."""
    house = _HOUSE.match(text)
    lives = house is not None and (names_a_person(rest := text[house.end() :]) or _named_like(rest.split()[:5]))
    return reaches_somebody(text) or lives or names_a_person(text)


def _is_word(text: str) -> bool:
    """A status, a channel, a level, an answer, a classification, a position, a group: short, nobody's data."""
    return len(text.split()) <= 15 and not personal(text)


def _is_code(text: str) -> bool:
    """A dossier's code, or a number of a book: no telephone, identity number, date or words."""
    if not re.fullmatch(r"[\w./\-–()#]{1,40}", text) or not any(c.isdigit() for c in text):
        return False
    telephone = re.fullmatch(r"\(?\+?(?:84|0)[\d.\-()]*", text) and 9 <= sum(c.isdigit() for c in text) <= 11
    return not telephone and not re.fullmatch(r"\d{9}|0\d{11}", text) and not _DATE.fullmatch(text)


def _is_unit(text: str) -> bool:
    """What could be a unit's name. A commune may be called like a person; with a street or village it is an address."""
    commune = _COMMUNE.match(text)
    if commune is not None:
        return len(text.split()) <= 12 and not reaches_somebody(text) and not _NAMED.search(text)
    return len(text.split()) <= 15 and not personal(text)


def _is_head(text: str) -> bool:
    """The head of a column, a title line or the label of a row: nobody's data, and not written as names are."""
    return len(text.split()) <= 60 and not personal(text) and not _named_like(re.findall(r"[^\W\d_]+", text))


def _is_title(text: str) -> bool:
    """The title of a task, an initiative or an award: words of any length by which nobody can be reached."""
    return masked(text) == text


def _is_person(text: str) -> bool:
    """A name in a list of persons put forward: it may be said, but nothing else that stands in its column."""
    return len(text.split()) <= 12 and not reaches_somebody(text)


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "date": lambda text: bool(_DATE.fullmatch(text)),
    "number": lambda text: bool(_NUMBER.fullmatch(text)),
    "word": _is_word,
    "code": _is_code,
    "unit": _is_unit,
    "head": _is_head,
    "title": _is_title,
    "person": _is_person,
}
KINDS = frozenset(_TESTS)
"""What a column may be about if its words are quoted at all; those of personal and unknown columns never are."""


_BETWEEN_HEADS = re.compile(r"[^>;“”=+]+")


def quoted(kind: str, text: str) -> str:
    """The word as it may be said, at most :data:`LONGEST` letters; :data:`WITHHELD` where it is none of this kind.

    Of several heads in one text (joined by ``>``, ``;``, ``=``, ``+`` or in quotation marks) each is looked at.
    """
    if kind == "head":
        return _BETWEEN_HEADS.sub(lambda part: part[0] if _may_be_said(kind, part[0]) else WITHHELD, text)
    return " ".join(text.split())[:LONGEST] if _may_be_said(kind, text) else WITHHELD


def quoted_in(kind: str, value: Param) -> Param:
    """A parameter of a message as it may be said; of a message, the words that it quotes."""
    if isinstance(value, Message):
        return replace(value, params={name: quoted_in(kind, part) for name, part in value.params.items()})
    return quoted(kind, value) if isinstance(value, str) else value


def _may_be_said(kind: str, text: str) -> bool:
    said = clean(text)
    return len(said) <= 1000 and (said in ("", WITHHELD) or _TESTS[kind](said))


def masked(text: str, *, of_person: bool = False) -> str:
    """Text that is reported as it stands, without the telephones, identity numbers, e-mails and links in it.

    Names after "ông", "bà" and the like and houses in a street go out of it too, but where a person is asked for.
    Text that is nothing but an address is withheld, and one that is nothing but a name where none is asked for.
    """
    said, kept = clean(text), list[str]()
    lives = _BEGINS_ADDRESS.match(said) and len(said.split()) <= _ADDRESS_WORDS and _ADDRESS.search(said)
    if lives or (not of_person and len(said.split()) <= _NAME_WORDS and names_a_person(said)):
        return WITHHELD

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return "\x00"

    said = _HARMLESS.sub(keep, _CONTACT.sub(WITHHELD, said))
    said = _LONG_NUMBER.sub(WITHHELD, said)
    if not of_person:
        said = _LIVES_AT.sub(WITHHELD, _SOMEBODY.sub(rf"\1 {WITHHELD}", said))
    return re.sub("\x00", lambda _: kept.pop(0), said)


def sheet_name(name: str, number: int) -> str:
    """What a sheet is called in all that is said: its own name, or "Trang N" where that is somebody's data."""
    return f"Trang {number}" if personal(name) else name
