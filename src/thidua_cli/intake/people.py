"""Names of persons: one key for each however it is written, and the several names of one cell."""

from __future__ import annotations

import re
import unicodedata

from thidua_cli.text.vietnamese import clean, key

_LIST_NUMBER = re.compile(r"^(?:\d{1,3}\s*[.)]\s*)?(?:[-–•*]\s*)?")
_TITLE = re.compile(
    r"^(?:(?:ông\s*[/,(]?\s*bà\)?|ông|bà|anh|chị|cô|đ\s*/\s*c|đ\.c|đc|đồng chí|thầy)\s*[:.]?\s+"
    r"|(?:pgs|gs|th\.?s|thạc s[ĩỹ]|t\.?s|tiến s[ĩỹ]|bs|bác s[ĩỹ]|ks|kỹ sư|cn|cử nhân|ls|ds|bscki{1,2}|cki{1,2}|cv|cc)"
    r"\s*\.\s*"
    r"|(?:th\.?s|thạc s[ĩỹ]|t\.?s|bs|ks|pgs|gs|cn)\s+|[^\W\d_][\w ]{1,28}:\s*)",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """The cleaned name without list number and titles; a name that is nothing else stays."""
    text = clean(name)
    bare = _LIST_NUMBER.sub("", text)
    while (match := _TITLE.match(bare)) and " " in (rest := bare[match.end() :]):
        bare = rest
    return bare if " " in bare else text


_LOGIN = re.compile(r"[a-z][a-z0-9]*(?:[._@\-][a-z0-9._@\-]*)?\d*|[a-z0-9._\-]+@\S+", re.ASCII)
_BRACKETS = re.compile(r"\s*[(\[<]([^()\[\]<>]*)[)\]>]\s*")
_SUFFIX = re.compile(r"(?<=[^\W\d_])\s*[_@]\s*[\w.\-@]+$|(?<=\w)\.[a-z][a-z0-9.]+$")
_NOTE = re.compile(r"\s*[,;\n]\s*|\s+[-–—]\s*|\s*[-–—]\s+|\s*/\s*(?=\w{3})")


def person_key(name: str) -> str:
    """The name for comparing persons: one spelling, without case, titles, notes and logins; diacritics still count.

    A note stands in brackets or behind a dash or comma ("… - Công chức Tư pháp"). A number in brackets stays, for a
    year or code is what tells two persons of one name apart. Of two names in one cell none is left out.
    """
    given = unicodedata.normalize("NFC", name)
    text = _BRACKETS.sub(_bracket, given).strip()
    if _is_login(text) and (inside := _BRACKETS.search(given)):
        text = inside[1]
    parts = [_bare(_SUFFIX.sub("", part)) for part in _NOTE.split(text) if part and not _is_login(part)]
    names = [part for part in parts if _NAME.fullmatch(part) and not _NO_PERSON.match(key(part)) and _capital(part)]
    if len(names) > 1 and not all(_capital(part) for part in parts):
        names = names[:1]
    return key(", ".join(names) if names else _bare(text))


def _bracket(match: re.Match[str]) -> str:
    inside = match[1].strip()
    return f" ({inside}) " if any(c.isdigit() for c in inside) and not _is_login(inside) else " "


def _is_login(part: str) -> bool:
    """Whether a part is a name of an account: "tranvanan.hn", "an.tv", "antv2"; a bare word or number is none."""
    text = part.strip()
    return bool(_LOGIN.fullmatch(text)) and (any(c in "._@" for c in text) or text.isalnum()) and not text.isdigit()


def _capital(name: str) -> bool:
    """Whether every word begins as names do; a text in small letters throughout counts as one typed so."""
    words = name.split()
    return name == name.lower() or all(not word[0].isalpha() or word[0].isupper() for word in words)


_BOTH_HONORIFICS = re.compile(r"ông\s*/\s*bà", re.IGNORECASE)
# A remark with a digit stays: a code or year is what tells two persons of one name apart.
_ASIDE = re.compile(r"\([^()\d]*\)|\[[^\[\]\d]*\]")
_BETWEEN = re.compile(r"[,;\n\r&+]| [-–—] |(?<![đĐ])/(?![cC]\b)|\s(?:và|cùng|với)\s", re.IGNORECASE)
_HEADING = re.compile(r"^(?:(?:nhóm |đồng |các )?tác giả|chủ nhiệm|(?:người )?thực hiện)\s*:?\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:['’.\- ]+[^\W\d_]+){1,7}\.?(?: ?[(\[]?[\w.\-]*\d[\w.\-]*[)\]]?)?")
# With diacritics: Trương, Đoàn, Tô and Phó are family names too.
_NO_PERSON = re.compile(
    r"(?:công chức|chuyên viên|viên chức|cán bộ|bí thư|chủ tịch|trưởng|tổ trưởng|kế toán|nhân viên|cc|cv|pct|ptp"
    r"|phó (?:chủ tịch|trưởng|phòng|bí thư|giám đốc|chánh|ban)|chánh|giám đốc|(?:các )?cộng sự|nhóm"
    r"|phòng|ubnd|ủy ban|văn phòng|tập thể|phường|xã|thị trấn|thành phố|tp|đơn vị|hội|trạm|đảng ủy|đoàn thanh niên"
    r"|bộ phận|một cửa|tư pháp|địa chính|thống kê)\b"
)


def split_authors(text: str) -> list[str]:
    """The persons that a cell names, in its order; honorifics, positions, offices and remarks in brackets left out."""
    unified = _ASIDE.sub(" ", _BOTH_HONORIFICS.sub("ông", unicodedata.normalize("NFC", text)))
    names = (_bare(_HEADING.sub("", clean(part))) for part in _BETWEEN.split(unified))
    return list(dict.fromkeys(name for name in names if _NAME.fullmatch(name) and not _NO_PERSON.match(key(name))))
