"""What the name of a sheet or file says beside the words that every such name may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_cli.intake.layout.row_words import is_group
from thidua_cli.intake.layout.unit_words import SUPERIOR, looks_like_unit
from thidua_cli.intake.layout.words import one_line
from thidua_cli.text.vietnamese import clean, fold

_EVERYWHERE = re.compile(
    r"\b(?:sheet|trang tinh|trang|bang|bieu so|bieu|mau so|mau|du lieu|data|export|xuat|danh sach|thong ke"
    r"|tong hop|bao cao|ho so"
    r"|giai quyet|thu tuc hanh chinh|tinh hinh|ket qua|mot cua dien tu|mot cua|motcua|dich vu cong truc tuyen"
    r"|dich vu cong|dichvucong|viet tay|thu cong|giay|qua han|tre han|dung han|truoc han|dang xu ly|da tra"
    r"|so theo doi|ngoai phan mem|phan mem|tren|he thong|nhiem vu|cai cach hanh chinh|chi so|sang kien|don vi"
    r"|danh muc|ca nhan|de nghi|dvc|ds|hs|tthc|cchc|chi so cchc"
    r"|chi tiet|ket xuat|toan bo|tat ca|phu luc|theo doi|kiem soat|ban ke|tong|theo|ngay|quy|thang|nam|ky|va|cua"
    r"|so lieu|khac|truc tuyen|muc do|copy|ban sao|moi|final|new|cuoi|dau|ca|file|tep|input|output|book|ii|iii|iv|i|vi"
    r"|vpcp|kstt|[qt]?\d+[a-z]?)\b"
)


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
    folded = fold(rest)
    if len(folded.split()) < 2 or is_group(rest) or SUPERIOR.fullmatch(folded):
        return ""
    return rest


def _kept(words: Sequence[str]) -> list[bool]:
    """Which words of a name are not among those that every sheet's or file's name may hold."""
    folded = [fold(word) for word in words]
    spans: list[tuple[int, int]] = []
    position = 0
    for word in folded:
        spans.append((position, position + len(word)))
        position += len(word) + 1
    line = " ".join(folded)
    taken = [match.span() for match in _EVERYWHERE.finditer(line)]
    return [not any(start <= a and b <= end for start, end in taken) and a < b for a, b in spans]
