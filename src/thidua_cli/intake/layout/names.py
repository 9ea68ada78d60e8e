"""Names of units, in cells, in lines and in what sheets and files are called.

A unit is a commune or an office; not a city above it, a group of units, or a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from thidua_cli.intake.layout import row_words
from thidua_cli.intake.layout.words import one_line
from thidua_cli.text.phrases import Book, has_accents, spoken
from thidua_cli.text.vietnamese import clean, fold

_WORDS = Book(__file__, "names.toml")


def is_superior(text: str) -> bool:
    """Whether a text names an authority above the units: a city, a province, a district."""
    return _WORDS.whole("superior", fold(text))


def is_organisation(text: str) -> bool:
    """Whether a text names a unit or another organisation."""
    return looks_like_unit(text) or _WORDS.whole("organisation", fold(text))


def is_nobody(text: str) -> bool:
    """Whether a text in a column of units is that of no unit: a total, a level, a field, a group, "Không rõ"."""
    aside = row_words.opens_total(text) or row_words.is_average(text) or row_words.is_group(text)
    return aside or is_kind_alone(text) or _WORDS.whole("nobody", fold(text))


def is_kind_alone(text: str) -> bool:
    """Whether a text says what kind of unit is meant, and not which ("Phòng", "UBND xã")."""
    return _WORDS.whole("kind_alone", fold(text))


def is_remark(text: str) -> bool:
    """Whether words in brackets behind a unit's name are no part of it ("đơn vị điểm")."""
    return _WORDS.whole("remark", fold(text))


@lru_cache(maxsize=16384)
def looks_like_unit(text: str) -> bool:
    """Whether a text is a unit's name and nothing else."""
    words, accents = spoken(text), has_accents(text)
    if len(words.split()) > 12 or row_words.is_group(text) or _WORDS.whole("no_unit", words) or is_superior(text):
        return False
    if accents and _WORDS.within("sentence", words):
        return False
    return _WORDS.whole("unit", words) or (accents and _WORDS.whole("unit_with_accents", words))


_IN_LINE = re.compile(
    r"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?(?<!tác )(?<!thị )(?<!cấp )(?<!làng )"
    r"\b(?:phường|xã|thị trấn)\s+(?!hội\b|phường\b)(?P<name>\S)[^,;:.()\-–]*",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"\s+(?:năm|quý|tháng|từ|trên|tại|trong|kỳ|đến|ngày|giai|theo|về|của|thuộc|thành phố|thị xã|huyện"
    r"|tỉnh)\b.*",
    re.IGNORECASE,
)


def unit_within(text: str) -> str:
    """A commune's name within a longer line: "… của UBND phường An Lộc năm 2021"; empty where there is none."""
    return next(iter(_names_within(text)), "")


def names_several(text: str) -> bool:
    """Whether a line names several communes: "của phường An Thạnh và phường An Lộc" is nobody's in particular."""
    return len({fold(_UBND.sub("", name)) for name in _names_within(text)}) > 1


_UBND = re.compile(r"^(?:UBND|Ủy ban nhân dân)\s+", re.IGNORECASE)
_AND_ANOTHER = re.compile(
    r"\s+(?:và|hoặc|với|cùng)\s+(?=(?:(?:UBND|Ủy ban nhân dân)\s+)?(?:phường|xã|thị trấn)\s)", re.IGNORECASE
)


def _names_within(text: str) -> list[str]:
    """The names of communes in a line. A name is proper: in a line with small letters it begins with a capital."""
    line = clean(text)
    names = []
    for piece in _AND_ANOTHER.split(line):
        for found in _IN_LINE.finditer(piece):
            name = _NAME_ENDS.sub("", found[0]).strip()
            words = fold(name).split()
            whole = 2 <= len(words) <= 8 and not re.search(r"\b(?:thi tran|phuong|xa)$", fold(name))
            if whole and (line.isupper() or not found["name"].islower()):
                names.append(name)
    return names


def stem(file: str) -> str:
    """A file's name without folders and ending."""
    return re.sub(r"\.[A-Za-z0-9]{2,5}$", "", file.replace("\\", "/").rsplit("/", 1)[-1])


def name_left(name: str) -> str:
    """What is left of a sheet's or file's name when the words for data, systems and years are taken out."""
    text = one_line(clean(re.sub(r"[_\-.()\[\]]+", " ", name)))
    words = text.split()
    kept = [position for position, keep in enumerate(_kept(words)) if keep]
    rest = " ".join(words[position] for position in kept)
    whole = " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""
    if whole != rest and looks_like_unit(whole):
        # "và" in "Phòng Văn hóa và Thông tin" is the name's own.
        rest = whole
    if len(fold(rest).split()) < 2 or row_words.is_group(rest) or is_superior(rest):
        return ""
    return rest


def _kept(words: Sequence[str]) -> list[bool]:
    """Which words of a name are not among those that every sheet's or file's name may hold."""
    folded = [fold(word) for word in words]
    taken = [match.span() for match in _WORDS["everywhere"].among(" ".join(folded))]
    kept, start = [], 0
    for word in folded:
        end = start + len(word)
        known = any(first <= start and end <= last for first, last in taken) or _NUMBER.fullmatch(word)
        kept.append(not known and bool(word))
        start = end + 1
    return kept


_NUMBER = re.compile(r"[qt]?\d+[a-z]?")
