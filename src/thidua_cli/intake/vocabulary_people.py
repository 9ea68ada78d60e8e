"""What a table of persons says: names, gender, and whether a position leads a unit."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from thidua_cli.text.vietnamese import clean, fold, key

_COMMITTEE = (
    r"(?: (?:thuong truc|tt|phu trach))?"
    r"(?: (?:ubnd|uy ban nhan dan|ub nhan dan|ub nd)(?: .*)?"
    r"| (?:uy ban|ub)(?: (?:phuong|xa|thi tran|thi xa|thanh pho|tp)(?: .*)?)?"
    r"| (?:phuong|xa|thi tran|thi xa|thanh pho|tp|huyen|p|x)(?: .*)?)?"
)
_LEADER = re.compile(
    r"(?:(?:quyen|q|phu trach) )?(?:"
    rf"(?:(?:pho|p) )?(?:chu tich|ct){_COMMITTEE}|pct{_COMMITTEE}"
    r"|(?:(?:pho|p) )?(?:truong phong|thu truong|nguoi dung dau)(?: .*)?"
    r"|p?tp|pho phong(?: .*)?"
    r"|(?:(?:pho|p) )?chanh (?:van phong|vp|thanh tra)(?: .*)?|p?cvp(?: .*)?|pho (?:van phong|vp)(?: .*)?"
    r"|(?:(?:pho|p) )?giam doc(?: .*)?"
    r"|lanh dao(?: (?:phong|co quan|don vi|ubnd|uy ban nhan dan|van phong)(?: .*)?)?"
    r")|phu trach (?:phong|van phong|co quan|don vi)(?: .*)?"
)
# One person may hold several posts; "Phó Chủ tịch HĐND và UBND" stays whole, "Bí thư và Chủ tịch UBND" does not.
_POSTS = re.compile(r"[,;/()\n+]| [-–—] |\bkiêm\b|\bvà (?=(?:phó |quyền )?(?:chủ tịch|trưởng|chánh|giám đốc))")


@lru_cache(maxsize=1 << 12)
def is_leader_position(text: str) -> bool:
    """Whether the position is chairman or deputy of a People's Committee, or head or deputy head of an agency.

    Chairmen of associations, unions and councils, heads of teams and sections, and staff of a leader's office are none.
    """
    posts = (fold(post) for post in _POSTS.split(key(text)))
    return any(_LEADER.fullmatch(post) is not None for post in posts)


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
