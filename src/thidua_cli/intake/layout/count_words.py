"""The words of aggregate reports: heads that say a stage, and what stands below each.

Layouts of domain.md 1.1 and 1.4: form 06a of both circulars, Hanoi's 12 columns, OpenCPS's 20 and 24, e-PAR, Bkav.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from thidua_cli.intake.layout.list_words import UNIT_PATTERNS
from thidua_cli.text.accents import accent_pattern

UNIT = re.compile("|".join((*UNIT_PATTERNS, ".*don vi (?:tiep nhan va )?giai quyet thu tuc hanh chinh")))
FIELD = re.compile(
    "(?:ten )?linh vuc.*|cong viec giai quyet.*|linh vuc cong viec.*|(?:ten )?(?:nhom )?thu tuc(?: hanh chinh)?"
    "|(?:thang|quy|ky|thoi gian|ky bao cao|thoi ky)(?: (?:quy|nam|bao cao))*"
)
PERCENT = re.compile(r"\b(?:ty le|phan tram)\b")
ELSEWHERE = re.compile(
    r"\bthanh toan\b|\b(?:thu )?(?:le )?phi\b|\bso hoa\b|\bhai long\b|\bphieu\b|\bsao y\b|\bchu ky so\b|\btai khoan\b"
    r"|\bphan anh\b|\bkien nghi\b|\bdiem\b|\bnhan ket qua\b|\btra ket qua (?:truc tuyen|qua|tai nha)\b|\bvneid\b"
)
"""What is counted of dossiers, but is neither filing nor handling: payment, digitising, satisfaction, returning."""
PROCEDURES = re.compile(r"(?:tong )?so (?:luong )?(?:thu tuc hanh chinh|thu tuc|dich vu cong)\b(?!.*\bho so\b).*")
"""Counts of procedures or services, not of dossiers."""
LATE_RECEPTION = re.compile(r"\b(?:cham|tre|qua han) (?:duoc )?tiep nhan|tiep nhan (?:bi )?(?:cham|tre|qua han)\b")

# The head nearest to the column that says which stage it counts. Order matters: "kết quả nhận giải quyết" (OpenCPS)
# holds the resolved ones, "nhận giải quyết" the received ones; "chưa xử lý" is open, "đã xử lý" done.
STAGES: Sequence[tuple[str, re.Pattern[str]]] = (
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
TOTAL = r"(?:(?:tong so|tong cong|tong|cong)(?: ho so| luong)*|so (?:luong )?ho so|so luong)"


def _leaves(pairs: Mapping[str, str]) -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple((name, re.compile(pattern)) for name, pattern in pairs.items())


CARRIED = (
    r".*(?:ky truoc|thang truoc|quy truoc|nam truoc|ton truoc|ton dau|dau ky|ton cu|ton dong ky).*|ton"
    r"|.*\bchuyen (?:qua|sang)(?: (?:ky|nam|quy|thang) (?:nay|sau)| tu .*)?"
)
SAID = r"(?!.*\b(?:khong|chua|ngoai)\b)"
"""What a head denies is not what it counts: "Không trực tuyến"."""
LEVEL = r"\b(?:muc do|muc|cap do)"

RECEIVED = _leaves(
    {
        "carried_over": CARRIED,
        "received_online_34": rf"{SAID}.*{LEVEL} 3 (?:va |hoac )?(?:{LEVEL} )?4.*",
        "received_online_full": rf"{SAID}(?:.*{LEVEL} 4.*|.*toan trinh.*)",
        "received_online_partial": rf"{SAID}(?:.*{LEVEL} 3.*|.*mot phan.*)",
        "received_online_low": rf".*{LEVEL} [12].*|.*cung cap thong tin.*",
        "received_online_other": r".*truc tuyen.*hinh thuc khac.*|hinh thuc khac",
        "received_direct": rf"{SAID}.*truc tiep.*",
        "received_online": rf"{SAID}.*(?:truc tuyen|qua mang|online|dich vu cong).*",
        "received_post": r".*buu chinh.*|.*buu dien.*",
        "received_one_stop": r"(?:.*trong ky )?(?:tai |qua )?(?:bo phan )?mot cua(?: dien tu)?",
    }
)
CHANNEL = r"(?:so |luong |ho so |nop |gui |tong |trong do )*"
ONLINE = CHANNEL + r"(?:dich vu cong )?(?:truc tuyen|qua mang)?(?: o| dich vu cong)?"
FLAT = _leaves(
    {
        "carried_over": CARRIED,
        "received_online_34": ONLINE + rf" ?{LEVEL} 3 (?:va |hoac )?(?:{LEVEL} )?4",
        "received_online_full": ONLINE + rf" ?{LEVEL} 4|" + ONLINE + " toan trinh",
        "received_online_partial": ONLINE + rf" ?{LEVEL} 3|" + ONLINE + " mot phan",
        "received_online_low": ONLINE + rf" ?{LEVEL} [12]",
        "received_online": CHANNEL + r"(?:dich vu cong )?(?:truc tuyen|qua mang)",
        "received_direct": CHANNEL + r"truc tiep",
        "received_post": CHANNEL + r"(?:qua )?(?:dich vu )?(?:buu chinh(?: cong ich)?|buu dien)",
    }
)
"""Columns under no head of their own."""
DONE = _leaves(
    {
        "refused": r".*(?:tu choi|tra lai|khong giai quyet|khong du dieu kien).*",
        "early_or_on_time": r".*(?:dung|truoc|som)(?: h[ae]n)?(?: va| hoac)? (?:dung|truoc|som) h[ae]n.*"
        r"|.*(?:khong|chua)(?: bi| de)? (?:qua|tre|cham|muon)(?: thoi)?(?: h[ae]n)?\b.*"
        r"|.*(?:dung|trong)(?: thoi)? h[ae]n (?:bao gom|gom|ke|tinh)(?: ca)? (?:ho so )?(?:som|truoc)\b.*",
        "early": rf"{SAID}.*(?:truoc|som)(?: thoi)? h[ae]n.*|som|truoc",
        "on_time": rf"{SAID}.*(?:dung|trong)(?: thoi)? h[ae]n.*|dung",
        "late_apologised": r".*qua han.*da (?:co )?(?:thu )?xin loi.*",
        "late_not_apologised": r".*qua han.*chua (?:co )?(?:thu )?xin loi.*",
        "late": r".*(?:qua|tre|cham|muon)(?: thoi)? h[ae]n.*|tre|cham|muon|qua",
    }
)
BARE = frozenset("som truoc dung tre cham muon qua".split())
BARE_SAID = accent_pattern(r"\b(?:sớm|trước|đúng|trễ|chậm|muộn|quá)\b")
"""Words that say early, on time or late by themselves; one letter's accent more or less is another word ("Dừng")."""
PENDING = _leaves(
    {
        "paused": r".*(?:bo sung|tam dung).*",
        "pending_in_time": r".*(?:trong|con|chua den|chua qua|dung|trong thoi)(?: thoi)? h[ae]n.*",
        "pending_overdue": r".*(?:qua|tre|cham)(?: thoi)? h[ae]n.*",
    }
)
_SOFTWARE = r"(?:phan mem|he thong)\b.*"
OFF_SOFTWARE = re.compile(
    r".*\b(?:ngoai|(?:khong|chua) (?:duoc )?"
    r"(?:qua|tren|co tren|cap nhat|nhap|dua|thuc hien|tiep nhan|xu ly|giai quyet)"
    rf"(?: vao| tren| len| qua)?) {_SOFTWARE}|(?:.* )?(?:viet tay|thu cong)"
)
ON_SOFTWARE = re.compile(rf"{SAID}.*\b(?:tren|qua|bang|trong|vao) {_SOFTWARE}")
"""Received on the one-stop software, or handled beside it."""
WITHDRAWN = re.compile(r".*\b(?:rut)\b.*")
PAUSED = re.compile(r".*(?:tam dung|cho bo sung|phai bo sung|bo sung dieu kien).*")
REFUSED = re.compile(r".*(?:tu choi giai quyet|bi tu choi).*")
