"""Answers in cells: yes and no, how a task ended, whether an initiative was recognised, how a person was classified."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from thidua_cli.text.vietnamese import clean, fold, key


def folded_text(value: object) -> str:
    """The value as folded text; 3.0 is "3", None the empty text."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else fold(str(value))


_ASSESSED = (
    r"(?:(?:thuoc )?(?:dien|doi tuong) )?(?:duoc )?(?:cham diem|danh gia)(?: chi so(?: cchc| cai cach hanh chinh)?)?"
)
_YES = re.compile(rf"x|v|co|yes|y|true|dung|1|dat|da dat|da|duoc|roi|(?:co |da )?{_ASSESSED}|(?:co )?ap dung")
_NO = re.compile(
    r"khong|no|n|false|sai|0|khong dat|chua dat|chua|khong co|chua co|khong duoc|khong ap dung"
    rf"|(?:khong|chua) {_ASSESSED}"
)
_TICKS = frozenset("✓✔☑✅√×")
_CROSSES = frozenset("✗✘☐❌")


def parse_yes_no(value: object) -> bool | None:
    """Yes or no: Có/Không, X, ✓, 1/0, TRUE/FALSE, Đạt/Không đạt, Được đánh giá/Không đánh giá …; None where unknown.

    An empty cell is no answer (None); what it means in its column is for the caller to say.
    """
    text = clean(str(value)) if isinstance(value, str) else ""
    if text in _TICKS:
        return True
    if text in _CROSSES:
        return False
    folded = folded_text(value)
    if _YES.fullmatch(folded):
        return True
    return False if _NO.fullmatch(folded) else None


class TaskResult(StrEnum):
    """How a task of the reform plan ended."""

    COMPLETED = "completed"
    COMPLETED_LATE = "completed_late"
    OPEN = "open"


_TASK = r"(?: (?:nhiem vu|cong viec|chi tieu|ke hoach|muc tieu))*"
_IN_TIME = (
    r"(?: (?:dung|truoc|som|trong|vuot|dam bao) (?:thoi )?(?:han|tien do|ke hoach|quy dinh|yeu cau|chi tieu|muc))*"
)
_PAST = (
    r"(?:nhung )?(?:bi )?(?:(?:tre|muon|cham|qua|sau)(?: so voi)?(?: thoi)?(?: han| tien do| ke hoach)|cham|tre|muon)"
    r"(?: \d+ (?:ngay|tuan|thang))?"
)
_ENDED = rf"(?:da )?(?:hoan thanh|hoan tat)(?: tot| xuat sac| day du)?{_TASK}(?: 100)?"
_TASK_RESULTS: Sequence[tuple[TaskResult, re.Pattern[str]]] = (
    (
        TaskResult.COMPLETED_LATE,
        re.compile(rf"(?:{_ENDED}|da thuc hien(?: xong)?) {_PAST}|(?:hoan thanh )?tre han hoan thanh"),
    ),
    (
        TaskResult.COMPLETED,
        re.compile(
            rf"{_ENDED}{_IN_TIME}|(?:da )?(?:xong|dat)(?: 100)?"
            rf"|da (?:thuc hien|trien khai)(?: xong| day du| hoan thanh)?{_IN_TIME}"
        ),
    ),
    (
        TaskResult.OPEN,
        re.compile(
            rf"(?:chua|khong) (?:duoc )?(?:hoan thanh|hoan tat|thuc hien|trien khai|dat|xong)(?: xong)?{_TASK}"
            rf"(?: {_PAST}| dung han)?"
            rf"|dang (?:duoc )?(?:thuc hien|trien khai|xu ly|tien hanh|lam|hoan thien|hoan thanh){_TASK}"
            rf"(?: {_PAST}| trong han| con han)?"
            r"|hoan thanh mot phan|thuc hien mot phan|chua den han|chua toi han|chua"
        ),
    ),
)
_PERCENT = re.compile(r"(?:(?:đã )?(?:hoàn thành|đạt|thực hiện) ?(?:được )?)?(\d{1,3}(?:[.,]\d+)?) ?%")


def parse_task_result(value: object) -> TaskResult | None:
    """Whether a task was completed: words, a percentage (100 % is completed, less is open), or yes and no.

    Of bare numbers only 1, 100 and fractions below 1 say enough.
    """
    if isinstance(value, int | float):
        if value in (1, 100):
            return TaskResult.COMPLETED
        return TaskResult.OPEN if 0 <= value < 1 else None
    percent = _PERCENT.fullmatch(key(str(value)))
    if percent:
        share = Decimal(percent[1].replace(",", "."))
        return TaskResult.COMPLETED if share == 100 else TaskResult.OPEN if share < 100 else None
    folded = folded_text(value)
    for result, pattern in _TASK_RESULTS:
        if pattern.fullmatch(folded):
            return result
    answer = parse_yes_no(value)
    return None if answer is None else TaskResult.COMPLETED if answer else TaskResult.OPEN


_NOT_YET = re.compile(
    r"(?:khong|chua) (?:duoc )?(?:cong nhan|xet|xet cong nhan|ap dung|phe duyet|dat)(?: .*)?"
    r"|(?:bi )?tu choi(?: cong nhan)?"
    r"|(?:dang|cho) (?:duoc )?(?:xet|xem xet|xet duyet|xet cong nhan|cong nhan|tham dinh|cho|trinh|de nghi"
    r"|danh gia|phe duyet)(?: .*)?"
    r"|(?:da |moi )?de nghi(?: xet)? cong nhan(?: .*)?|dang trong qua trinh .*"
)
_RECOGNISED = re.compile(r"(?:da |duoc |da duoc |co )?(?:xet )?cong nhan(?: .*)?")
_DECISION = re.compile(
    r"(?:theo |tai |so )*(?:(?:qd|quyet dinh|gcn|giay chung nhan)(?: so)? \d+.*|\d+(?: \d{4})? qd(?: .*)?)"
)
_DOUBT = re.compile(r"\b(?:khong|chua|dang|cho|tu choi|de nghi|thu hoi|huy)\b")


def parse_recognition(value: object) -> bool | None:
    """Whether an initiative was recognised; still under examination is False, the number of a decision is True."""
    folded = folded_text(value)
    if _NOT_YET.fullmatch(folded):
        return False
    if _RECOGNISED.fullmatch(folded) or _DECISION.fullmatch(folded):
        return None if _DOUBT.search(folded) else True
    return parse_yes_no(value)


Classification = Literal[
    "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"
]

_DUTY = r"(?: (?:chuc trach )?(?:nhiem vu|nv)(?: duoc giao)?)?(?: nam \d{4})?"
_GRADE = r"(?:xep loai|xep|loai|muc|muc do)? ?"
_CLASSIFICATIONS: Sequence[tuple[Classification, re.Pattern[str]]] = (
    (
        "Hoàn thành xuất sắc nhiệm vụ",
        re.compile(rf"{_GRADE}(?:(?:hoan thanh|ht) (?:xuat sac|xs){_DUTY}|xuat sac|htxsnv|htxs|hoan thanh xsnv)"),
    ),
    ("Hoàn thành tốt nhiệm vụ", re.compile(rf"{_GRADE}(?:(?:hoan thanh|ht) tot{_DUTY}|httnv|htt)")),
    ("Hoàn thành nhiệm vụ", re.compile(rf"{_GRADE}(?:hoan thanh{_DUTY}(?: nhung con han che ve nang luc)?|htnv|ht)")),
    ("Không hoàn thành nhiệm vụ", re.compile(rf"{_GRADE}(?:(?:khong|chua) hoan thanh{_DUTY}|khtnv|kht|chtnv)")),
)


def parse_classification(value: object) -> Classification | None:
    """The yearly classification of an official as the law words it, from full text or abbreviation (HTXSNV …)."""
    folded = folded_text(value)
    return next((name for name, pattern in _CLASSIFICATIONS if pattern.fullmatch(folded)), None)
