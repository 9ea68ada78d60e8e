"""What a table of persons says: names, gender, and whether a position leads a unit."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from thidua_cli.text.vietnamese import clean, fold, key

def parse_gender(value: object) -> Literal["female", "male"] | None:
    """``female`` or ``male``, None where the text says neither."""
    folded = fold(str(value))
    if folded in ("nu", "ba", "female", "f", "gioi nu", "nu gioi"):
        return "female"
    return "male" if folded in ("nam", "ong", "male", "m", "gioi nam", "nam gioi") else None


_HONORIFIC = re.compile(
    r"^(?:\d{1,3}\s*[.)]\s*)?(?:[-–•*]\s*)?"
    r"(?:(?:ông\s*[/,(]?\s*bà\)?|ông|bà|đ\s*/\s*c|đ\.c|đồng chí)\s*[:.]?\s+)*",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """The cleaned name without list number and honorifics; a name that is nothing else stays."""
    text = clean(name)
    bare = _HONORIFIC.sub("", text)
    return bare if " " in bare else text


def person_key(name: str) -> str:
    """The name for comparing persons: one spelling, without case, Ông/Bà/Đồng chí left out; diacritics still count."""
    return key(_bare(name))


_BOTH_HONORIFICS = re.compile(r"ông\s*/\s*bà", re.IGNORECASE)
# A remark with a digit stays: a code or year is what tells two persons of one name apart.
_ASIDE = re.compile(r"\([^()\d]*\)|\[[^\[\]\d]*\]")
_BETWEEN = re.compile(r"[,;\n\r&+]| [-–—] |(?<![đĐ])/(?![cC]\b)|\s(?:và|cùng|với)\s", re.IGNORECASE)
_HEADING = re.compile(r"^(?:(?:nhóm |đồng |các )?tác giả|chủ nhiệm|(?:người )?thực hiện)\s*:?\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:['’.\- ]+[^\W\d_]+){1,7}\.?(?: ?[(\[]?[\w.\-]*\d[\w.\-]*[)\]]?)?")
# With diacritics: Trương, Đoàn, Tô and Phó are family names too.
_NO_PERSON = re.compile(
    r"(?:công chức|chuyên viên|viên chức|cán bộ|bí thư|chủ tịch|trưởng|tổ trưởng|kế toán|nhân viên"
    r"|phó (?:chủ tịch|trưởng|phòng"
    r"|bí thư|giám đốc|chánh|ban)|chánh|giám đốc|phòng|ubnd|ủy ban|văn phòng|tập thể|(?:các )?cộng sự|bộ phận"
    r"|đoàn thanh niên|nhóm)\b"
)


def split_authors(text: str) -> list[str]:
    """The persons that a cell names, in its order; honorifics, positions, offices and remarks in brackets left out."""
    unified = _ASIDE.sub(" ", _BOTH_HONORIFICS.sub("ông", unicodedata.normalize("NFC", text)))
    names = (_bare(_HEADING.sub("", clean(part))) for part in _BETWEEN.split(unified))
    return list(dict.fromkeys(name for name in names if _NAME.fullmatch(name) and not _NO_PERSON.match(key(name))))
