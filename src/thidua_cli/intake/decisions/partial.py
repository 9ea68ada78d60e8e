"""Whether a list of dossiers holds all of them, or by its title, sheet or file name only the late, the running ones.

A list of some dossiers is evidence of those and never a denominator (contract, section 2.1). A title that names every
way a dossier may end ("đúng hạn, quá hạn") or where it may stand ("đã và đang giải quyết") names a whole list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from thidua_cli.intake.layout.names import stem
from thidua_cli.intake.layout.row_words import is_note
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.tables import Kind
from thidua_cli.text.accents import AccentedPattern, accent_pattern
from thidua_cli.text.vietnamese import fold

_STATES: Mapping[str, AccentedPattern] = {
    name: accent_pattern(pattern)
    for name, pattern in {
        "late_reception": (
            r"\b(?:chậm|trễ|quá hạn) (?:được )?tiếp nhận|tiếp nhận (?:chậm|trễ|quá hạn)\b|\bchưa (?:được )?tiếp nhận"
        ),
        "late": (
            r"\b(?:quá|trễ|chậm|muộn) (?:hạn|hẹn|trễ|muộn|thời hạn|thời gian|tiến độ|trả)\b|\bbị (?:trễ|chậm|muộn)\b"
            r"|\b(?:giải quyết|xử lý|trả|kết quả|hồ sơ|hs) (?:chậm|trễ|muộn|kéo dài)\b"
            r"|\bvi phạm (?:thời hạn|thời gian|tiến độ)|\bnợ hạn\b"
        ),
        "on_time": (
            r"\b(?:đúng|trước|sớm|trong) (?:thời )?(?:hạn|hẹn)\b"
            r"|\b(?:đúng|sớm|trước) (?:và|hoặc) (?:đúng|sớm|trước) hạn\b"
            r"|\b(?:hoàn thành|giải quyết|kết quả) sớm\b|\b(?:đạt|đúng|đảm bảo) tiến độ\b"
        ),
        "running": (
            r"\b(?:đang|chưa) (?:được )?(?:giải quyết|xử lý|thụ lý|thực hiện|hoàn thành)\b"
            r"|\b(?:còn|đang|hồ sơ) tồn\b|\btồn đọng\b|\bchưa (?:trả|có kết quả)\b"
        ),
        "returned": r"\bđã (?:được )?(?:trả|giải quyết|xử lý|hoàn thành|có kết quả|kết thúc)\b",
        "extended": r"\b(?:xin )?gia hạn\b|\bxin lỗi\b|\bhẹn lại\b",
        "sent_back": (
            r"\b(?:bị )?(?:trả lại|từ chối|rút(?! (?:gọn|ngắn|kinh nghiệm)))\b|\btạm dừng\b"
            r"|\b(?:chờ|yêu cầu|phải) bổ sung\b"
        ),
    }.items()
}
_BOTH = re.compile(r"\bda (?:va |hoac )?dang\b|\bdang (?:va|hoac) da\b")
_SOON_DUE = re.compile(r"\b(?:sap|gan) (?:den|toi|qua) han\b")
_SETS = (frozenset({"late", "on_time"}), frozenset({"running", "returned"}))
"""States that together are all dossiers."""
_WHOLE = re.compile(
    r"\btoan bo\b|\btat ca\b|\btiep nhan (?:va )?(?:giai quyet|xu ly|tra)\b|\btinh hinh\b|\bso theo doi\b"
)


def partial_of(kind: Kind, titles: Sequence[Title], sheet: str, file: str) -> tuple[str, Reading | None]:
    """Which dossiers alone a list holds, empty where it holds all; with the reading that says what named them."""
    if kind is not Kind.DOSSIERS:
        return "", None
    for title in titles:
        if which := _which(title.text):
            return which, _named(which, title.text, title.cell)
        if _states(title.text):
            return "", None
    for name in (sheet, stem(file)):
        if which := _which(re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z0-9])", " ", name)):
            return which, _named(which, name, "")
    return "", None


def _named(which: str, text: str, cell: str) -> Reading:
    return Reading("partial_named", which, params={"text": text}, cell=cell)


def _states(text: str) -> set[str]:
    spaced = re.sub(r"[_\-.]+", " ", text)
    words = fold(spaced)
    if is_note(text) or not re.search(
        r"\b(?:ho so|hs|danh sach|ds|don vi|thu tuc|tthc|qua han|tre han|phu luc)\b", words
    ):
        return set()
    return {name for name, pattern in _STATES.items() if pattern.search(spaced)}


def _which(text: str) -> str:
    """The one state that a line says of every dossier; empty where it says none, all, or what is done with them."""
    words = fold(re.sub(r"[_\-.]+", " ", text))
    states = _states(text)
    if _SOON_DUE.search(words):
        return "running"
    if not states or "late_reception" in states:
        return "late_reception" if states else ""
    if (
        _BOTH.search(words)
        or any(whole <= states for whole in _SETS)
        or (_WHOLE.search(words) and states <= {"returned", "on_time"})
    ):
        return ""
    if {"late", "running"} <= states:
        return "overdue"
    return next(name for name in ("late", "running", "extended", "sent_back", "on_time", "returned") if name in states)
