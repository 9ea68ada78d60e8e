"""What the status of a dossier says, whatever words a system puts around it.

A status is known when the whole text is understood: a core ("đã trả kết quả"), what may stand beside it ("cho công
dân"), and a remark on the deadline ("quá hạn"). Anything else is ``None``, never a guess: "Chưa giải quyết" holds the
core "giải quyết" and says the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from thidua_cli.text.vietnamese import fold, key


class Status(StrEnum):
    """Where a dossier stands (the classes behind the ten codes of the national public service portal)."""

    RESOLVED = "resolved"
    """Processing ended with a result, handed over or waiting to be fetched (codes 9, 10)."""
    REFUSED_WITH_RESULT = "refused_with_result"
    """Từ chối giải quyết: refused with a reasoned answer, which is a result."""
    WITHDRAWN = "withdrawn"
    """The citizen took it back (code 7)."""
    STOPPED = "stopped"
    """Stopped, paused, or sent back without a result (code 8): received, never timed."""
    PROCESSING = "processing"
    """Received and open (codes 2, 4)."""
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    """Open, waiting for papers from the citizen (code 5)."""
    AWAITING_PAYMENT = "awaiting_payment"
    """Open, waiting for a tax, fee or charge (code 6)."""
    NOT_ACCEPTED = "not_accepted"
    """Refused at the door (code 3)."""
    AWAITING_RECEIPT = "awaiting_receipt"
    """Filed, nobody has received it yet (code 1)."""


_CODES = {
    1: Status.AWAITING_RECEIPT,
    2: Status.PROCESSING,
    3: Status.NOT_ACCEPTED,
    4: Status.PROCESSING,
    5: Status.AWAITING_SUPPLEMENT,
    6: Status.AWAITING_PAYMENT,
    7: Status.WITHDRAWN,
    8: Status.STOPPED,
    9: Status.RESOLVED,
    10: Status.RESOLVED,
}
"""Status codes of the national public service portal."""


def _one(words: str) -> str:
    """A pattern for one of several phrases, which are separated by commas."""
    return "(?:" + "|".join(phrase.strip() for phrase in words.split(",")) + ")"


# Remarks that say nothing about the state: how it stands to the deadline, to whom and how it was handed over.
_SPAN = r"(?: (?:la |hon )?\d+(?: \d+)? (?:ngay(?: lam viec)?|gio|phut|thang|tuan))*"
_DEADLINE = (
    _one(
        "som, truoc, dung, qua, tre, trong, con, khong, den, toi, chua den, chua toi, chua qua,"
        "sap den, sap toi, sap qua"
    )
    + rf" (?:thoi )?han{_SPAN}"
)
_DEADLINE_END = re.compile(rf"(?: (?:va )?{_DEADLINE})+$")
_DEADLINE_START = re.compile(rf"^(?:{_DEADLINE} )+")
_PERSON = _one(
    "cong dan, to chuc, doanh nghiep, ca nhan, nguoi dan, nguoi nop(?: ho so)?, nguoi yeu cau, nguoi lam thu tuc,"
    "chu ho so, khach hang"
)
_TO_PERSON = rf"(?: (?:cho |toi |den )?{_PERSON}(?: (?:va |hoac )?{_PERSON})*)?"
_BY_WAY = (
    "(?: "
    + _one(
        "truc tiep, truc tuyen, ban giay, ban dien tu, dien tu, (?:qua )?buu chinh(?: cong ich)?, qua buu dien,"
        "qua mang, tai (?:bo phan )?(?:mot|1) cua, tai quay, tai trung tam"
    )
    + ")?"
)
_FILE = r"(?: ho so| hs| thu tuc| tthc)?"
_RESULT = rf"ket qua(?: (?:giai quyet|xu ly|thuc hien))?{_FILE}"
_HANDLE = _one("xu ly, giai quyet, thu ly, thuc hien, tham dinh")
_RETURN = rf"tra {_RESULT}{_TO_PERSON}{_BY_WAY}{_TO_PERSON}"
_ENDED = rf"da (?:xu ly|giai quyet|hoan thanh(?: xu ly)?|co {_RESULT})(?: xong)?"
_LATER_STAGE = _one(
    "xu ly, giai quyet, thu ly, thuc hien, tham dinh, tham tra, ky, ky so, ky duyet, trinh ky, duyet, phe duyet,"
    "phan cong, phan cong xu ly, phan cong thu ly, chuyen xu ly, xac minh, kiem tra, lay y kien, y kien, ban hanh,"
    "dong dau, van thu, lien thong, ket qua lien thong, lanh dao (?:ky|duyet|phe duyet|ky duyet)"
)
_STAGE = _one("xem xet, trinh ky, trinh duyet, ky duyet, phe duyet, xac minh, kiem tra, luan chuyen, lay y kien")
_ASKED = _one("cho, yeu cau, can, phai, de nghi, thong bao, tam dung, tam dung cho, cho yeu cau")
_PAPERS = _one("them, ho so, hs, giay to, thong tin, dieu kien, thanh phan, hoan thien, va hoan thien, lai")

_PATTERNS: Sequence[tuple[Status, Sequence[str]]] = (
    (
        Status.RESOLVED,
        (
            rf"(?:da |da duoc )?(?:hoan thanh|hoan tat|ket thuc)(?: viec)?(?: {_HANDLE})?{_FILE}",
            rf"(?:da |da duoc )(?:xu ly|giai quyet)(?: xong)?{_FILE}(?: xong)?",
            "(?:da )?(?:xu ly|giai quyet) xong|da xong|da thuc hien xong",
            rf"(?:da )?co {_RESULT}|da (?:ban hanh|cap) {_RESULT}",
            rf"(?:da )?{_RETURN}|da tra{_TO_PERSON}{_BY_WAY}",
            rf"da (?:giao|phat|gui|chuyen) {_RESULT}{_TO_PERSON}{_BY_WAY}",
            rf"(?:{_PERSON} )?da nhan {_RESULT}",
            rf"(?:dang )?cho {_RETURN}",
            rf"(?:dang )?cho (?:{_PERSON} )?(?:den )?(?:nhan|lay|giao|phat) {_RESULT}",
            rf"{_ENDED} (?:va )?(?:cho|chua|dang cho|da) (?:tra|nhan)(?: {_RESULT})?{_TO_PERSON}",
        ),
    ),
    (
        Status.REFUSED_WITH_RESULT,
        (
            rf"(?:da |bi )?tu choi (?:giai quyet|xu ly){_FILE}",
            rf"khong (?:duoc )?giai quyet{_FILE}",
            "(?:da )?thong bao (?:tu choi|khong) giai quyet",
            "(?:da )?tra ket qua tu choi(?: giai quyet)?",
        ),
    ),
    (
        Status.WITHDRAWN,
        (
            rf"(?:{_PERSON} )?(?:(?:da|xin|yeu cau|de nghi|duoc|tu|da xin|da yeu cau) )?rut{_FILE}",
            rf"rut{_FILE} (?:khong giai quyet|theo yeu cau)(?: cua)?{_TO_PERSON}",
        ),
    ),
    (
        Status.STOPPED,
        (
            rf"(?:da |bi |tam |da tam )?dung {_HANDLE}{_FILE}|da dung|tam dung|da tam dung",
            rf"(?:da |bi )?tra lai{_FILE}{_TO_PERSON}",
        ),
    ),
    (
        Status.PROCESSING,
        (
            rf"dang (?:duoc )?(?:{_HANDLE}|{_STAGE}){_FILE}",
            rf"(?:dang )?cho {_LATER_STAGE}{_FILE}",
            rf"(?:da |moi |duoc |da duoc |vua )tiep nhan{_FILE}|tiep nhan|(?:moi|da) nhan(?: ho so| hs)",
            rf"chua (?:duoc )?(?:xu ly|giai quyet|hoan thanh|thuc hien)(?: xong)?{_FILE}|chua xong|chua co {_RESULT}",
            "(?:da )?tiep nhan (?:va )?(?:dang|cho) (?:xu ly|giai quyet|thu ly)",
        ),
    ),
    (
        Status.AWAITING_SUPPLEMENT,
        (rf"(?:(?:dang |da |duoc |bi )?{_ASKED} (?:{_PERSON} )?)?bo sung(?: {_PAPERS})*",),
    ),
    (
        Status.AWAITING_PAYMENT,
        (
            rf"(?:dang |cho |yeu cau |dang cho )?(?:{_PERSON} )?(?:thuc hien |hoan thanh )?(?:nghia vu tai chinh|nvtc)",
            rf"(?:dang )?(?:cho |yeu cau )(?:{_PERSON} )?(?:nop|dong|thanh toan)(?: (?:phi|le phi|thue|tien|va))*",
        ),
    ),
    (
        Status.NOT_ACCEPTED,
        (rf"(?:da |bi )?(?:khong|tu choi) (?:duoc )?(?:tiep nhan|nhan){_FILE}|khong du dieu kien tiep nhan",),
    ),
    (
        Status.AWAITING_RECEIPT,
        (
            rf"(?:dang )?(?:cho|chua) (?:duoc )?(?:xac nhan )?tiep nhan{_FILE}{_BY_WAY}",
            "moi (?:dang ky|nop|gui)(?: ho so| hs)?(?: truc tuyen)?|da bo sung cho tiep nhan(?: lai)?",
        ),
    ),
)
_KNOWN = [(status, re.compile("|".join(f"(?:{pattern})" for pattern in patterns))) for status, patterns in _PATTERNS]
_SHORT = {"kq": "ket qua", "gq": "giai quyet", "xl": "xu ly", "bs": "bo sung"}
_LEADING = re.compile(r"^(?:(?:trang thai|tinh trang) )?(?:\d{1,2} )?(?:(?:cac )?(?:ho so|hs) )?")


def parse_status(value: object, taught: Mapping[str, Sequence[str]] | None = None) -> Status | None:
    """The class of a dossier's status, or None where the text is not understood with certainty.

    ``taught`` maps classes (the values of :class:`Status`) to texts of a local system and rules over what is built in.
    Numbers 1 to 10 are the codes of the national portal. "Trả lại hồ sơ" is ``STOPPED``: the citizen got the papers
    back and no result. "Từ chối" alone is unknown, because it may be said at the door or after examination.
    """
    text = _text(value)
    if taught:
        wanted = key(text)
        for name, texts in taught.items():
            if any(key(known) == wanted for known in texts):
                return Status(name)
    return _status(text)


@lru_cache(maxsize=1 << 12)
def _status(text: str) -> Status | None:
    folded = " ".join(_SHORT.get(word, word) for word in fold(text).split())
    if folded.isdecimal():
        return _CODES.get(int(folded)) if len(folded) <= 2 else None
    if re.fullmatch(r"\d{1,2} 0", folded) and re.fullmatch(r"\s*\d+[.,]0\s*", text):
        return _CODES.get(int(folded[:-2]))
    for core in _cores(folded):
        found = {status for status, pattern in _KNOWN if pattern.fullmatch(core)}
        if len(found) == 1:
            (status,) = found
            # Without diacritics "dừng" (stopped) and "đúng" (right) are one word.
            return None if status is Status.STOPPED and re.search(r"đúng (?!(?:thời )?hạn)", key(text)) else status
    return None


def _cores(folded: str) -> list[str]:
    core = _DEADLINE_START.sub("", _DEADLINE_END.sub("", folded))
    return [core, _LEADING.sub("", core)]


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
