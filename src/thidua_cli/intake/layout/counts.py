"""The words of aggregate reports: a count is known by its head ("đã giải quyết") and its own word ("Quá hạn").

Layouts of domain.md 1.1 and 1.4: form 06a of both circulars, Hanoi's 12 columns, OpenCPS's 20 and 24, e-PAR, Bkav.
Percentages are never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from thidua_cli.intake.layout.headers import MAX_WORDS, UNIT_PATTERNS, is_note, is_ordinal
from thidua_cli.intake.layout.spans import bare_words
from thidua_cli.intake.layout.words import all_words, header_words
from thidua_cli.text.accents import accent_pattern

_UNIT = re.compile("|".join((*UNIT_PATTERNS, ".*don vi (?:tiep nhan va )?giai quyet thu tuc hanh chinh")))
_FIELD = re.compile(
    "(?:ten )?linh vuc.*|cong viec giai quyet.*|linh vuc cong viec.*|(?:ten )?(?:nhom )?thu tuc(?: hanh chinh)?"
    "|(?:thang|quy|ky|thoi gian|ky bao cao|thoi ky)(?: (?:quy|nam|bao cao))*"
)
_PERCENT = re.compile(r"\b(?:ty le|phan tram)\b")
_ELSEWHERE = re.compile(
    r"\bthanh toan\b|\b(?:thu )?(?:le )?phi\b|\bso hoa\b|\bhai long\b|\bphieu\b|\bsao y\b|\bchu ky so\b|\btai khoan\b"
    r"|\bphan anh\b|\bkien nghi\b|\bdiem\b|\bnhan ket qua\b|\btra ket qua (?:truc tuyen|qua|tai nha)\b|\bvneid\b"
)
"""What is counted of dossiers, but is neither filing nor handling: payment, digitising, satisfaction, the way of return."""
_PROCEDURES = re.compile(r"(?:tong )?so (?:luong )?(?:thu tuc hanh chinh|thu tuc|dich vu cong)\b(?!.*\bho so\b).*")
"""Counts of procedures or services, not of dossiers."""
_LATE_RECEPTION = re.compile(r"(?:cham|tre|qua han) (?:duoc )?tiep nhan|tiep nhan (?:bi )?(?:cham|tre|qua han)")

# The head nearest to the column that says which stage it counts. Order matters: "kết quả nhận giải quyết" (OpenCPS)
# holds the resolved ones, "nhận giải quyết" the received ones; "chưa xử lý" is open, "đã xử lý" done.
_STAGES: Sequence[tuple[str, re.Pattern[str]]] = (
    (
        "other",
        re.compile(
            r"tam dung|dung xu ly|bo sung dieu kien|cho tiep nhan|tu choi tiep nhan|khong (?:duoc )?tiep nhan"
            r"|khong nhan|nghia vu tai chinh|\bnvtc\b"
        ),
    ),
    ("returning", re.compile(r"^(?:tinh hinh )?tra ket qua$|da tra$|chua tra$")),
    (
        "pending",
        re.compile(
            r"\b(?:dang|chua) (?:duoc )?(?:tiep nhan )?(?:giai quyet|xu ly|thu ly|thuc hien)\b(?! nvtc| nghia vu)"
            r"|\bdang trong qua trinh\b|\bton (?:cuoi|cuoi ky)\b|\b(?:con|hien) ton\b|\bchua co ket qua\b"
        ),
    ),
    (
        "done",
        re.compile(
            r"\bda (?:duoc )?(?:giai quyet|xu ly|thu ly xong|hoan thanh|tra|co ket qua)\b|ket qua nhan giai quyet"
            r"|\b(?:giai quyet|xu ly) xong\b"
            r"|^(?:ket qua |tinh hinh |so |ho so )*(?:giai quyet|xu ly)(?: ho so| thu tuc hanh chinh)*$"
        ),
    ),
    (
        "received",
        re.compile(
            r"\b(?:tiep nhan|nhan giai quyet|phai giai quyet|nhan trong ky"
            r"|moi nhan|nhan moi|ho so nhan|da nhan|dau vao)\b"
        ),
    ),
)
_TOTAL = r"(?:(?:tong so|tong cong|tong|cong)(?: ho so| luong)*|so (?:luong )?ho so|so luong)"


def _leaves(pairs: Mapping[str, str]) -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple((name, re.compile(pattern)) for name, pattern in pairs.items())


_CARRIED = (
    r".*(?:ky truoc|thang truoc|quy truoc|nam truoc|ton truoc|ton dau|dau ky|ton cu|ton dong ky).*|ton"
    r"|.*\bchuyen (?:qua|sang)(?: (?:ky|nam|quy|thang) (?:nay|sau)| tu .*)?"
)
_SAID = r"(?!.*\b(?:khong|chua|ngoai)\b)"
"""What a head denies is not what it counts: "Không trực tuyến"."""
_LEVEL = r"\b(?:muc do|muc|cap do)"

_RECEIVED = _leaves(
    {
        "carried_over": _CARRIED,
        "received_online_34": rf"{_SAID}.*{_LEVEL} 3 (?:va |hoac )?(?:{_LEVEL} )?4.*",
        "received_online_full": rf"{_SAID}(?:.*{_LEVEL} 4.*|.*toan trinh.*)",
        "received_online_partial": rf"{_SAID}(?:.*{_LEVEL} 3.*|.*mot phan.*)",
        "received_online_low": rf".*{_LEVEL} [12].*|.*cung cap thong tin.*",
        "received_online_other": r".*truc tuyen.*hinh thuc khac.*|hinh thuc khac",
        "received_direct": rf"{_SAID}.*truc tiep.*",
        "received_online": rf"{_SAID}.*(?:truc tuyen|qua mang|online|dich vu cong).*",
        "received_post": r".*buu chinh.*|.*buu dien.*",
        "received_one_stop": r"(?:.*trong ky )?(?:tai |qua )?(?:bo phan )?mot cua(?: dien tu)?",
    }
)
_CHANNEL = r"(?:so |luong |ho so |nop |gui |tong |trong do )*"
_ONLINE = _CHANNEL + r"(?:dich vu cong )?(?:truc tuyen|qua mang)?(?: o| dich vu cong)?"
_FLAT = _leaves(
    {
        "carried_over": _CARRIED,
        "received_online_34": _ONLINE + rf" ?{_LEVEL} 3 (?:va |hoac )?(?:{_LEVEL} )?4",
        "received_online_full": _ONLINE + rf" ?{_LEVEL} 4|" + _ONLINE + " toan trinh",
        "received_online_partial": _ONLINE + rf" ?{_LEVEL} 3|" + _ONLINE + " mot phan",
        "received_online_low": _ONLINE + rf" ?{_LEVEL} [12]",
        "received_online": _CHANNEL + r"(?:dich vu cong )?(?:truc tuyen|qua mang)",
        "received_direct": _CHANNEL + r"truc tiep",
        "received_post": _CHANNEL + r"(?:qua )?(?:dich vu )?(?:buu chinh(?: cong ich)?|buu dien)",
    }
)
"""Columns under no head of their own."""
_DONE = _leaves(
    {
        "refused": r".*(?:tu choi|tra lai|khong giai quyet|khong du dieu kien).*",
        "early_or_on_time": r".*(?:dung|truoc|som)(?: h[ae]n)?(?: va| hoac)? (?:dung|truoc|som) h[ae]n.*"
        r"|.*khong qua h[ae]n.*",
        "early": r".*(?:truoc|som)(?: thoi)? h[ae]n.*|som|truoc",
        "on_time": r".*(?:dung|trong)(?: thoi)? h[ae]n.*|dung",
        "late_apologised": r".*qua han.*da (?:co )?(?:thu )?xin loi.*",
        "late_not_apologised": r".*qua han.*chua (?:co )?(?:thu )?xin loi.*",
        "late": r".*(?:qua|tre|cham|muon)(?: thoi)? h[ae]n.*|tre|cham|muon|qua",
    }
)
_BARE = frozenset("som truoc dung tre cham muon qua".split())
_BARE_SAID = accent_pattern(r"\b(?:sớm|trước|đúng|trễ|chậm|muộn|quá)\b")
"""Words that say early, on time or late by themselves; one letter's accent more or less is another word ("Dừng")."""
_PENDING = _leaves(
    {
        "paused": r".*(?:bo sung|tam dung).*",
        "pending_in_time": r".*(?:trong|con|chua den|chua qua|dung|trong thoi)(?: thoi)? h[ae]n.*",
        "pending_overdue": r".*(?:qua|tre|cham)(?: thoi)? h[ae]n.*",
    }
)
_WITHDRAWN = re.compile(r".*\b(?:rut)\b.*")
_PAUSED = re.compile(r".*(?:tam dung|cho bo sung|phai bo sung|bo sung dieu kien).*")
_REFUSED = re.compile(r".*(?:tu choi giai quyet|bi tu choi).*")


@lru_cache(maxsize=8192)
def count_field(path: tuple[str, ...]) -> str | None:
    """The statistics field that a header path means, or None; ``path`` are the heads from the top, as they stand.

    A head without a stage of its own leaves it to the head above. ``late_alone`` is a "Quá hạn" under no head at all,
    ``total_alone`` a "Tổng số" under none. Periods in the heads are left aside (see :mod:`.spans`).
    """
    words = list(bare_words(path))
    whole = " ".join(words)
    if not whole or len(whole) > 200 or is_percent(path) or "nhiem vu" in whole:
        return None
    if _ELSEWHERE.search(whole) or _LATE_RECEPTION.search(whole) or any(map(_PROCEDURES.fullmatch, words)):
        return None
    if len(words) == 1 or len(set(words)) == 1:
        if is_ordinal(words[-1]) or is_note(words[-1]):
            return None
        if _FIELD.fullmatch(words[-1]):
            return "field"
        if len(words[-1]) <= MAX_WORDS and _UNIT.fullmatch(words[-1]):
            return "unit"
    if words[-1] in _BARE and not _BARE_SAID.search(path[-1]):
        return None
    stage = next((found for part in reversed(words) if (found := _stage(part))), "")
    return _in_stage(stage, words, all_words(path[-1]) if len(words) > 1 or len(path) == 1 else words[-1])


def is_elsewhere(words: str) -> bool:
    """Whether heads speak of payment, digitising, satisfaction or the return of results, not of filing or handling."""
    return bool(_ELSEWHERE.search(words))


def part_of(path: tuple[str, ...]) -> str | None:
    """The field of which a column is a part that nobody names ("Quá hạn > Do cơ quan" is part of the late ones)."""
    if len(path) < 2 or count_field(path) is not None or is_percent(path):
        return None
    words = " ".join(bare_words(path))
    if _ELSEWHERE.search(words) or _LATE_RECEPTION.search(words) or "nhiem vu" in words:
        return None
    above = count_field(path[:-1])
    return above if above in _SPLIT else None


_SPLIT = frozenset("early on_time early_or_on_time late pending_in_time pending_overdue".split())
"""Fields that a form may give in parts only: by cause, by place."""


def _stage(words: str) -> str:
    return next((name for name, pattern in _STAGES if pattern.search(words)), "")


def _first(table: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str | None:
    return next((name for name, pattern in table if pattern.fullmatch(text)), None)


def _in_stage(stage: str, words: list[str], leaf_full: str) -> str | None:
    """The field of a column under a stage: first what stands outside all stages, then the stage's own words."""
    leaf = words[-1]
    if _WITHDRAWN.fullmatch(leaf):
        return "withdrawn"
    if stage in ("", "done") and _REFUSED.fullmatch(leaf):
        return "refused"
    if stage in ("", "other") and _PAUSED.fullmatch(leaf):
        return "paused"
    by_stage = {"received": _received, "done": _done, "pending": _pending, "": _without_stage}
    return by_stage[stage](words, leaf, leaf_full) if stage in by_stage else None


def _without_stage(words: list[str], leaf: str, leaf_full: str) -> str | None:
    """A column under no head that says a stage: only resolved dossiers are early, on time or late by themselves."""
    found = _in_brackets(leaf_full) or _first(_DONE, leaf)
    if found == "late":
        return "late_alone" if len(words) == 1 else None
    if len(words) == 1 and re.fullmatch(_TOTAL, leaf) and leaf.startswith("tong"):
        return "total_alone"
    if len(words) > 1 and _LEVEL_LEAF.fullmatch(leaf) and (level := _level_under(words)):
        return level
    return found if found and found != "refused" else _first(_FLAT, leaf)


_LEVEL_LEAF = re.compile(
    rf"(?:{_LEVEL} )?(?:[1-4]|3 (?:va )?(?:{_LEVEL} )?4)|toan trinh|mot phan|tong so|tong cong|tong|cong"
)


def _level_under(words: list[str]) -> str | None:
    """A level below a head that says no stage but filing online ("Hồ sơ trực tuyến > Mức độ 3")."""
    if not any(re.fullmatch(_ONLINE, above) and "truc tuyen" in above for above in words[:-1]):
        return None
    if re.fullmatch(_TOTAL, words[-1]):
        return "received_online"
    return _first(_RECEIVED, words[-1] if "muc" in words[-1] or not words[-1][0].isdigit() else f"muc {words[-1]}")


def _pending(words: list[str], leaf: str, leaf_full: str) -> str | None:  # noqa: ARG001 (one shape for all stages)
    return _first(_PENDING, leaf) or _total(words, leaf, _PENDING, "pending_total")


def _received(words: list[str], leaf: str, leaf_full: str) -> str | None:
    found = _first(_RECEIVED, leaf) or _first(_RECEIVED, leaf_full)
    if found:
        return found
    if len(words) > 2 and re.fullmatch(_TOTAL, leaf) and (whole := _first(_RECEIVED, words[-2])):
        return whole
    if any(re.search(r"ky truoc", word) for word in words):
        return None
    in_period = any(
        re.search(r"trong (?:ky|nam|quy|thang)|moi tiep nhan|tiep nhan moi|nhan moi|moi nhan|phat sinh", word)
        for word in words
    )
    whole_leaf = (
        re.fullmatch(_TOTAL, leaf) or _stage(leaf) == "received" or re.search("trong (?:ky|nam|quy|thang)|moi", leaf)
    )
    if not whole_leaf:
        return None
    return "received_new" if in_period else "received_total"


def _done(words: list[str], leaf: str, leaf_full: str) -> str | None:
    found = _in_brackets(leaf_full) or _first(_DONE, leaf)
    if found:
        return found
    return _total(words, leaf, _DONE, "done_total")


def _in_brackets(leaf_full: str) -> str | None:
    """The one distinction that stands in brackets (Hanoi): late with or without a letter of apology."""
    found = _first(_DONE, leaf_full)
    return found if found in ("late_apologised", "late_not_apologised") else None


def _total(words: list[str], leaf: str, table: Sequence[tuple[str, re.Pattern[str]]], total: str) -> str | None:
    """The field of a "Tổng số": of the head above it ("Quá hạn > Tổng số" is late), else of the stage as a whole."""
    if len(words) > 1 and not re.fullmatch(_TOTAL, leaf) and not _stage(leaf):
        return None
    for above in reversed(words[:-1]):
        if _stage(above):
            return total
        found = _first(table, above)
        if found:
            return found
    return total if re.fullmatch(_TOTAL, leaf) or _stage(leaf) else None


@lru_cache(maxsize=8192)
def is_percent(path: tuple[str, ...]) -> bool:
    """Whether a column is a printed percentage (never read, only checked)."""
    return any("%" in part for part in path) or bool(_PERCENT.search(" ".join(header_words(part) for part in path)))


def known_part(text: str) -> bool:
    """Whether one header cell by itself is a word of an aggregate report (head or leaf)."""
    words = header_words(text)
    if not words or len(words) > 90:
        return False
    if count_field((text,)) is not None or re.fullmatch(_TOTAL, words):
        return True
    return bool(_stage(words)) or any(_first(table, words) for table in (_RECEIVED, _DONE, _PENDING))
