"""What stands around a table: its title lines, the system they name, and the unit a sheet or file belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.row_words import is_group
from thidua_cli.intake.layout.words import all_words, one_line
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.tables import Kind, System
from thidua_cli.text.vietnamese import clean, fold, key

_SYSTEMS = (
    (System.LOGBOOK, re.compile(r"\bso theo doi\b|\bngoai phan mem\b|\bsotheodoi\b|\bngoaiphanmem\b")),
    (System.PUBLIC_SERVICE, re.compile(r"\bdich vu cong\b|\bdichvucong\b")),
    (System.ONE_STOP, re.compile(r"\bmot cua\b|\bmotcua\b")),
)
_FORM_OF_ONE_STOP = re.compile(r"\bhe thong (?:thong tin )?mot cua\b")
_NO_UNIT = re.compile(r"don vi (?:tinh|nhan bao cao|nhan|gui)\b.*")
_UNIT_LABEL = re.compile(
    r"(?:ten )?(?:don vi|co quan|co quan don vi)(?: bao cao| thuc hien| giai quyet| gui bao cao| lap)?"
)
_UNIT_NAME = re.compile(
    r"(?:(?:ubnd|uy ban nhan dan) )?(?:phuong|xa|thi tran|p|x|tt) \S.*|(?:phong|van phong|vp|thanh tra|trung tam"
    r"|chi cuc) \S.*"
)
_SUPERIOR = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)? ?(?:thanh pho|tp|tinh|huyen|thi xa|quan|tx)\b.*"
)
_SENTENCE = re.compile(r"\b(?:ngày|tháng|năm|báo cáo|danh sách|biểu|từ ngày|kết quả|tình hình)\b")
_OUTSIDE = re.compile(
    r"\b(?:sheet|trang tinh|trang|bang|bieu so|bieu|mau so|mau|du lieu|data|export|xuat|danh sach|thong ke"
    r"|tong hop|bao cao|ho so"
    r"|giai quyet|thu tuc hanh chinh|tinh hinh|ket qua|mot cua dien tu|mot cua|motcua|dich vu cong truc tuyen"
    r"|dich vu cong|dichvucong"
    r"|so theo doi|ngoai phan mem|phan mem|tren|he thong|nhiem vu|cai cach hanh chinh|chi so|sang kien|don vi"
    r"|danh muc|ca nhan|de nghi|dvc|ds|hs|tthc"
    r"|chi tiet|ket xuat|toan bo|tat ca|phu luc|theo doi|kiem soat|ban ke|tong|theo|ngay|quy|thang|nam|ky|va|cua"
    r"|so lieu|khac|truc tuyen|muc do|copy|ban sao|moi|final|new|cuoi|file|tep|input|output|book|ii|iii|iv|i|vi"
    r"|vpcp|kstt|\d+[a-z]?)\b"
)


@dataclass(frozen=True, slots=True)
class Title:
    """One line above a table: its text and cell, and what stands right of it in the same row."""

    text: str
    cell: str
    beside: str = ""
    column: int = 0


def title_lines(grid: Grid, first: int, last: int) -> list[Title]:
    """The text lines between two rows (inclusive), cells with several lines split."""
    lines: list[Title] = []
    for row in range(max(first, last - 60, 0), last + 1):
        if not grid.filled[row]:
            continue
        texts = [(column, grid.text(row, column)) for column in range(len(grid.sheet.columns))]
        held = [(column, text) for column, text in texts if text]
        for position, (column, text) in enumerate(held):
            beside = held[position + 1][1] if position + 1 < len(held) else ""
            cell, right = cell_name(row, column), one_line(beside)
            lines += [Title(one_line(line), cell, right, column) for line in text.splitlines() if line.strip()]
    return lines


def system_of(
    kind: Kind, titles: Sequence[Title], sheet: str, file: str, given: Mapping[str, str]
) -> tuple[System | None, str]:
    """The system a table comes from, and what said so (title, sheet, file, option, assumed)."""
    if kind not in (Kind.DOSSIERS, Kind.STATISTICS):
        return None, ""
    stated = _stated(file, given)
    if stated is not None:
        return stated, "option"
    heading = " ".join(all_words(title.text) for title in titles)
    if kind is Kind.STATISTICS and _FORM_OF_ONE_STOP.search(heading):
        return System.ONE_STOP, "title"
    for source, text in (("title", heading), ("sheet", all_words(sheet)), ("file", all_words(_stem(file)))):
        for system, pattern in _SYSTEMS:
            if pattern.search(text):
                return system, source
    return System.ONE_STOP, "assumed"


def names_system(titles: Sequence[Title]) -> bool:
    """Whether title lines say which system a table comes from."""
    heading = " ".join(all_words(title.text) for title in titles)
    return any(pattern.search(heading) for _, pattern in _SYSTEMS)


def _stated(file: str, given: Mapping[str, str]) -> System | None:
    """A file's system as the option or the plan says it; whole names before patterns, case left aside."""
    names = {clean(file).casefold(), clean(file.replace("\\", "/").rsplit("/", 1)[-1]).casefold()}
    for name, system in given.items():
        if clean(name.replace("\\", "/")).casefold() in names:
            return System(system)
    for name, system in given.items():
        if any(fnmatch(known, clean(name).casefold()) for known in names):
            return System(system)
    return None


def _stem(file: str) -> str:
    return re.sub(r"\.[A-Za-z0-9]{2,5}$", "", file.replace("\\", "/").rsplit("/", 1)[-1])


def unit_of(titles: Sequence[Title], sheet: str, file: str) -> tuple[str | None, str]:
    """The unit that a table without a unit column belongs to, as it stands, and the cell that says so.

    Title lines first ("Đơn vị báo cáo: …", then a line that is a unit's name), then the sheet's, then the file's name,
    then the nearest folder that is called like a unit.
    """
    for title in titles:
        named = _labelled(title)
        if named:
            return named, title.cell
    for title in reversed(titles):
        if looks_like_unit(title.text):
            return title.text, title.cell
    for title in reversed(titles):
        inside = _inside(title.text)
        if inside:
            return inside, title.cell
    for name in (sheet, _stem(file)):
        rest = _name_left(name)
        if rest:
            return rest, ""
    folders = file.replace("\\", "/").split("/")[-2::-1]
    return next((one_line(clean(name)) for name in folders if looks_like_unit(name)), None), ""


def looks_like_unit(text: str) -> bool:
    """Whether a line is a unit's name: a commune or an office, not a city, a group of units or a longer sentence."""
    words = fold(text)
    if len(words.split()) > 12 or is_group(text) or words.startswith("xa hoi") or _SENTENCE.search(key(text)):
        return False
    return bool(_UNIT_NAME.fullmatch(words)) and not _SUPERIOR.fullmatch(words)


def _labelled(title: Title) -> str:
    """X of a line "Đơn vị báo cáo: X" (or X in the next cell)."""
    label, colon, rest = title.text.partition(":")
    if not colon or _NO_UNIT.fullmatch(fold(label)) or not _UNIT_LABEL.fullmatch(fold(label)):
        return ""
    named = rest.strip(" .…_-") or title.beside.strip(" .…_-")
    return "" if _SUPERIOR.fullmatch(fold(named)) or ":" in named else named


_IN_LINE = re.compile(
    r"(?:\b(?:UBND|Ủy ban nhân dân)\s+)?\b(?:phường|xã|thị trấn)\s+(?!hội\b|phường\b)\S[^,;:.()\-–]*", re.IGNORECASE
)
_NAME_ENDS = re.compile(
    r"\s+(?:năm|quý|tháng|từ|trên|tại|trong|kỳ|đến|ngày|giai|theo|về|của|thuộc|thành phố|thị xã|huyện"
    r"|tỉnh)\b.*",
    re.IGNORECASE,
)


def _inside(text: str) -> str:
    """A commune's name within a longer line: "… của UBND phường An Lộc năm 2021"."""
    found = _IN_LINE.search(clean(text))
    if not found:
        return ""
    name = _NAME_ENDS.sub("", found[0]).strip()
    words = fold(name).split()
    return name if 2 <= len(words) <= 8 and not re.search(r"\b(?:thi tran|phuong|xa)$", fold(name)) else ""


def _name_left(name: str) -> str:
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
    if len(folded.split()) < 2 or is_group(rest) or _SUPERIOR.fullmatch(folded):
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
    taken = [match.span() for match in _OUTSIDE.finditer(line)]
    return [not any(start <= a and b <= end for start, end in taken) and a < b for a, b in spans]
