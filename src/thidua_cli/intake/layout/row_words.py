"""The words that tell rows apart: totals, groups, "Trong đó", signatures, notes, index rows."""

from __future__ import annotations

import re

from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.sheet import CellValue
from thidua_cli.text.phrases import Book, has_accents, spoken
from thidua_cli.text.vietnamese import fold

INDEX_CELL = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?\s*(?:=.*)?")
"""A cell of an index row: "(3)", "3", "(a)", "(3)=(4)+(5)+(6)"."""

_WORDS = Book(__file__, "row_words.toml")
_ROMAN = re.compile(r"[IVXLC]+[.)]?|[A-H][.)]?")
_ARABIC = re.compile(r"\d+[.)]?")
_SUB = re.compile(r"\d+(?:\.\d+)+\.?")
_STARRED = re.compile(r"\s*(?:\(?\*+\)?\s*\S|-{3,}|_{3,}|\.{3,}$)")


def opens_total(text: str) -> bool:
    """Whether a label opens with a word for totals, as a word of its own and with the accents that the text has.

    "Cộng quý I", "Tổng lĩnh vực Đất đai", "Lũy kế"; never "Công an", "Cổng thông tin", "Tổng hợp báo cáo". A text
    without any accent is compared without.
    """
    if len(text) > 120:
        return False
    if has_accents(text):
        return _WORDS.whole("opens_total", spoken(text))
    return _is_whole_total(text) or is_subtotal(text)


def _is_whole_total(text: str) -> bool:
    return _WORDS.whole("total", all_words(text)) or _WORDS.whole("short_total", spoken(text))


def is_total(text: str) -> bool:
    """Whether a label says by itself that its row adds up others: all of them, a group's, a field's or a period's."""
    if not opens_total(text):
        return False
    return _is_whole_total(text) or is_subtotal(text) or _WORDS.whole("of_part", all_words(text))


def is_part_total(text: str) -> bool:
    """Whether a total says that it adds up a part: a group, a field, a period; not all there is."""
    return is_total(text) and not _is_whole_total(text)


def is_average(text: str) -> bool:
    """Whether a label says that its row is the mean of others: neither data nor a sum to check."""
    if len(text) > 120:
        return False
    accented = has_accents(text) and _WORDS.whole("opens_average", spoken(text))
    return accented or _WORDS.whole("average", all_words(text))


def is_bare_average(text: str) -> bool:
    """Whether a label is "Trung bình" and nothing else, which is a commune's name too."""
    return all_words(text) == "trung binh"


def is_everybody(text: str) -> bool:
    """Whether a label means everybody by name ("Toàn thành phố"), which is a total only of figures."""
    return all_words(text).startswith("toan ")


def is_maximum(text: str) -> bool:
    """Whether a label says that its row holds the greatest possible scores ("Điểm tối đa", "Thang điểm")."""
    return _WORDS.whole("maximum", all_words(text))


def is_subtotal(text: str) -> bool:
    """Whether a total says that it adds up one group only ("Cộng khối phường, xã")."""
    return _WORDS.whole("subtotal", all_words(text))


def is_within(text: str) -> bool:
    """Whether a label opens a row of details ("Trong đó: …")."""
    return _WORDS.whole("within", all_words(text))


def is_group(text: str) -> bool:
    """Whether a name is that of a group of units, not of a unit ("Xã, phường, thị trấn")."""
    return len(text) <= 120 and _WORDS.whole("group", all_words(text))


def is_group_number(text: str) -> bool:
    """Whether a row number is Roman or a letter, as groups have."""
    return bool(_ROMAN.fullmatch(text.strip()))


def is_detail(text: str) -> bool:
    """Whether a label is set in as a detail of the row above ("- Trực tuyến")."""
    return text.lstrip()[:1] in tuple("-+•–*")


def is_arabic(value: CellValue) -> bool:
    """Whether a row number is an Arabic one: 1, 2, 3."""
    return isinstance(value, (int, float)) or (isinstance(value, str) and bool(_ARABIC.fullmatch(value.strip())))


def is_whole_number(value: CellValue) -> bool:
    """Whether a row number is whole: 1, not 1.1."""
    return is_arabic(value) and not (isinstance(value, float) and not value.is_integer())


def is_sub_number(value: CellValue) -> bool:
    """Whether a row number details another: 1.1."""
    if isinstance(value, str):
        return bool(_SUB.fullmatch(value.strip()))
    return isinstance(value, float) and not value.is_integer()


def is_signature(text: str) -> bool:
    """Whether a cell belongs to a signature block: who signs, or place and date."""
    return len(text) <= 150 and _WORDS.whole("signature", all_words(text))


def is_note(text: str) -> bool:
    """Whether a cell is a remark below the table."""
    return bool(_STARRED.match(text)) or _WORDS.whole("note", all_words(text))


def is_addressee(text: str) -> bool:
    """Whether a line says whom the table is for ("Kính gửi: …")."""
    return _WORDS.whole("addressee", fold(text))


_NUMBERED = re.compile(r"(?:[IVXLC]+|[A-H]|\d+)\s*[.)\-:/]\s*(?=\S)")


def without_number(text: str) -> str:
    """A group's name without the number before it: "II. Phường An Lạc" is "Phường An Lạc"; "P.An Lạc" stays."""
    return _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
