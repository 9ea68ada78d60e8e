"""The words that tell rows apart: totals, groups, "Trong đó", signatures, notes, index rows."""

from __future__ import annotations

import re

from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.sheet import CellValue
from thidua_cli.text.accents import has_accents
from thidua_cli.text.vietnamese import key

INDEX_CELL = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?\s*(?:=.*)?")
"""A cell of an index row: "(3)", "3", "(a)", "(3)=(4)+(5)+(6)"."""

_TOTAL = re.compile(
    r"(?:i+ |[abc] )?"
    r"(?:tong so|tong cong|tong|cong|tong ket|tong chung|luy ke|cong chung|cong don|toan (?:thanh pho|huyen"
    r"|thi xa|tinh))"
    r"(?: (?:ho so|chung|toan|bo|tat ca|don vi|so|nhiem vu|cac|thanh pho|huyen|thi xa|tinh|cong|cua|\d+))*"
)
_SUBTOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong) (?:khoi|nhom|cum|cap|phan|muc|trang|theo|i+|iv|v|[ab])\b.*"
    r"|cong (?:cac )?(?:xa|phuong|phong|so)\b.*"
)
_AVERAGE = re.compile(
    r"(?:diem |ty le |gia tri )?(?:trung binh|binh quan)(?: (?:chung|cong|cua|cac|toan|don vi|thanh pho))*"
)
_MAXIMUM = re.compile(r"(?:tong )?(?:so )?(?:diem )?(?:toi da|chuan|quy dinh)(?: cua .*)?|(?:thang|khung) diem(?: .*)?")
_WITHIN = re.compile(r"trong do\b.*")
_ROMAN = re.compile(r"[IVXLC]+[.)]?|[A-H][.)]?")
_ARABIC = re.compile(r"\d+[.)]?")
_SUB = re.compile(r"\d+(?:\.\d+)+\.?")
_GROUP = re.compile(
    r"(?:(?:[ivx]+|[a-h]) )?(?:"
    r"(?:khoi|cum|nhom)(?: thi dua)?(?: (?:cac|so|xa|phuong|phong|ban|co quan|don vi|truong|\d+|[ivx]+).*)?"
    r"|(?:cap|uy ban nhan dan|ubnd)(?: cac)? (?:xa phuong|phuong xa|xa|huyen|tinh)(?: phuong| thi tran| xa)*"
    r"|(?:cac )?(?:so ban nganh|so nganh|huyen thi xa thanh pho|xa phuong|phuong xa|xa phuong thi tran|phong ban"
    r"|cac phong)"
    r"(?: (?:chuyen mon|truc thuoc|thanh pho|thi xa|huyen|co quan|don vi|tinh|thuoc|cac|va|ubnd))*"
    r"|cac (?:phong|xa|phuong|co quan|don vi)(?: .*)?|(?:co quan|don vi) (?:chuyen mon|truc thuoc)(?: .*)?"
    r")"
)
_SIGNATURE = re.compile(
    r"(?:nguoi|can bo|chuyen vien|ke toan)? ?(?:lap|tong hop) ?(?:bieu|bang|bao cao|danh sach|so lieu)?"
    r"|nguoi (?:bao cao|kiem tra|ghi so|duyet|ky|phe duyet|kiem soat)"
    r"|(?:tm|kt|tl|tuq|q)\b.*|(?:pho )?(?:chu tich|truong phong|giam doc|chanh van phong|thu truong|truong ban)(?: .*)?"
    r"|xac nhan (?:cua )?.*|.*\bky (?:va )?(?:ghi ro )?(?:ho )?ten.*|.*ky ten dong dau.*|noi nhan.*|thu ky.*"
    r"|da ky|luu vt.*"
)
_DATE_LINE = re.compile(r".*\bngay\b.*\bthang\b.*\bnam\b.*")
_NOTE = re.compile(
    r"(?:ghi chu|luu y|chu thich|nguon|don vi tinh|giai thich|in ngay|ngay in|het|danh sach (?:nay )?gom)\b.*"
    r"|trang \d+.*"
)
_STARRED = re.compile(r"\s*(?:\(?\*+\)?\s*\S|-{3,}|_{3,}|\.{3,}$)")


_TOTAL_WORD = re.compile(
    r"^(?:(?:[ivxlc]+|[a-h]|\d+)[.)]?\s+)?[*\-–+•]?\s*"
    r"(?:tổng số|tổng cộng|tổng|cộng dồn|cộng|lũy kế|tc|t\.c|sum|total"
    r"|toàn (?:thành phố|huyện|thị xã|tỉnh|phường|xã))(?=$|[\s:.(])"
)
_NOT_TOTAL = re.compile(
    r"tổng (?:hợp|kết|đài|công ty|cục|hội|kiểm|rà|duyệt|quan|thể|đội|biên|tham mưu|vệ sinh)\b"
    r"|cộng (?:đồng|tác|hòa|hưởng|sự)\b"
)
"""Words that begin like a total and are a word of their own."""


def opens_total(text: str) -> bool:
    """Whether a label opens with a word for totals, as a word of its own and with the accents that the text has.

    "Cộng quý I", "Tổng lĩnh vực Đất đai", "Lũy kế"; never "Công an", "Cổng thông tin", "Tổng hợp báo cáo". A text
    without any accent is compared without.
    """
    if len(text) > 120:
        return False
    words = key(text)
    if not has_accents(text):
        return _SHORT.fullmatch(words) is not None or bool(
            _TOTAL.fullmatch(all_words(text)) or _SUBTOTAL.fullmatch(all_words(text))
        )
    return bool(_TOTAL_WORD.match(words)) and not _NOT_TOTAL.match(_TOTAL_START.sub("", words))


_SHORT = re.compile(r"(?:tc|t\.c\.?|sum|total)\s*:?")
_TOTAL_START = re.compile(r"^(?:(?:[ivxlc]+|[a-h]|\d+)[.)]?\s+)?[*\-–+•]?\s*")


def is_total(text: str) -> bool:
    """Whether a label says by itself that its row adds up others: all of them, a group's, a field's or a period's."""
    if not opens_total(text):
        return False
    words = all_words(text)
    plain = _TOTAL.fullmatch(words) or _SUBTOTAL.fullmatch(words) or _SHORT.fullmatch(key(text))
    return bool(plain) or bool(_OF_PART.search(words))


def is_part_total(text: str) -> bool:
    """Whether a total says that it adds up a part: a group, a field, a period; not all there is."""
    return is_total(text) and not (_TOTAL.fullmatch(all_words(text)) or _SHORT.fullmatch(key(text)))


_OF_PART = re.compile(
    r"^(?:(?:[ivxlc]+|[a-h]|\d+) )?(?:tong so|tong cong|tong|cong don|cong|luy ke) "
    r"(?:(?:cac |theo |cua )?(?:linh vuc|thu tuc|quy|thang|ky|nam|ca nam|sau thang"
    r"|\d+ thang|tu|den|don vi|khoi|cum|nhom))\b"
)


def is_average(text: str) -> bool:
    """Whether a label says that its row is the mean of others: neither data nor a sum to check."""
    if len(text) > 120:
        return False
    words = key(text)
    accented = bool(re.match(r"^(?:điểm |tỷ lệ |giá trị )?(?:trung bình|bình quân|tb)\b(?! xã)", words))
    return accented or bool(_AVERAGE.fullmatch(all_words(text)))


def is_bare_average(text: str) -> bool:
    """Whether a label is "Trung bình" and nothing else, which is a commune's name too."""
    return all_words(text) == "trung binh"


def is_everybody(text: str) -> bool:
    """Whether a label means everybody by name ("Toàn thành phố"), which is a total only of figures."""
    return all_words(text).startswith("toan ")


def is_maximum(text: str) -> bool:
    """Whether a label says that its row holds the greatest possible scores ("Điểm tối đa", "Thang điểm")."""
    return bool(_MAXIMUM.fullmatch(all_words(text)))


def is_subtotal(text: str) -> bool:
    """Whether a total says that it adds up one group only ("Cộng khối phường, xã")."""
    return bool(_SUBTOTAL.fullmatch(all_words(text)))


def is_within(text: str) -> bool:
    """Whether a label opens a row of details ("Trong đó: …")."""
    return bool(_WITHIN.fullmatch(all_words(text)))


def is_group(text: str) -> bool:
    """Whether a name is that of a group of units, not of a unit ("Xã, phường, thị trấn")."""
    return len(text) <= 120 and bool(_GROUP.fullmatch(all_words(text)))


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
    if len(text) > 150:
        return False
    words = all_words(text)
    return bool(_SIGNATURE.fullmatch(words)) or bool(_DATE_LINE.fullmatch(words))


def is_note(text: str) -> bool:
    """Whether a cell is a remark below the table."""
    return bool(_STARRED.match(text)) or bool(_NOTE.fullmatch(all_words(text)))


_NUMBERED = re.compile(r"(?:[IVXLC]+|[A-H]|\d+)\s*[.)\-:/]\s*(?=\S)")


def without_number(text: str) -> str:
    """A group's name without the number before it: "II. Phường An Lạc" is "Phường An Lạc"; "P.An Lạc" stays."""
    return _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
