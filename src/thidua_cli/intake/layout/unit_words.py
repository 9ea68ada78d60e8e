"""Whether words are the name of a unit: a commune, an office; not a city above it, a group of units, or a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_cli.intake.layout.row_words import is_group
from thidua_cli.text.accents import accent_pattern
from thidua_cli.text.vietnamese import clean, fold, key

_UNIT_NAME = accent_pattern(
    r"(?:(?:ubnd|ủy ban nhân dân) )?(?:phường|xã|thị trấn|p|x|tt) \S.*"
    r"|(?:phòng|văn phòng|vp|thanh tra|trung tâm|chi cục|công an|kho bạc|trạm y tế|hạt kiểm lâm) \S.*|thanh tra"
)
_WITH_ACCENTS = re.compile(r"(?:sở|ban quản lý|trường|trạm|đội|khóm|ấp|chi nhánh|hạt|tòa án|viện)\s+\S.*")
_NO_UNIT = accent_pattern(
    r"(?:phòng (?:chống|cháy|ngừa|bệnh)|phong trào|xã hội|thanh tra (?:kiểm tra|giải quyết|công vụ)|văn phòng phẩm)\b.*"
)
"""What begins like a unit's name and is a task, a field or a thing."""
SUPERIOR = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)? ?(?:thanh pho|tp|tinh|huyen|thi xa|quan|tx)\b.*"
)
_SENTENCE = re.compile(r"\b(?:ngày|tháng|năm|báo cáo|danh sách|biểu|từ ngày|kết quả|tình hình)\b")


@lru_cache(maxsize=16384)
def looks_like_unit(text: str) -> bool:
    """Whether a text is a unit's name and nothing else."""
    words, accented = fold(text), key(text)
    if len(words.split()) > 12 or is_group(text) or _NO_UNIT.fullmatch(text) or _SENTENCE.search(accented):
        return False
    named = _UNIT_NAME.fullmatch(text) or _WITH_ACCENTS.fullmatch(accented)
    return bool(named) and not SUPERIOR.fullmatch(words)


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
