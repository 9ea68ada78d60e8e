"""Which count a column of an aggregate report holds: known by its head ("đã giải quyết") and its own word ("Quá hạn").

Percentages are never read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from thidua_cli.intake.layout.count_words import (
    BARE,
    BARE_SAID,
    DONE,
    ELSEWHERE,
    FIELD,
    FLAT,
    LATE_RECEPTION,
    LEVEL,
    OFF_SOFTWARE,
    ON_SOFTWARE,
    ONLINE,
    PAUSED,
    PENDING,
    PERCENT,
    PROCEDURES,
    RECEIVED,
    REFUSED,
    STAGES,
    TOTAL,
    UNIT,
    WITHDRAWN,
)
from thidua_cli.intake.layout.headers import MAX_WORDS, is_note, is_ordinal
from thidua_cli.intake.layout.spans import bare_words
from thidua_cli.intake.layout.words import all_words, header_words


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
    if ELSEWHERE.search(whole) or LATE_RECEPTION.search(whole) or any(map(PROCEDURES.fullmatch, words)):
        return None
    if len(words) == 1 or len(set(words)) == 1:
        if is_ordinal(words[-1]) or is_note(words[-1]):
            return None
        if FIELD.fullmatch(words[-1]):
            return "field"
        if len(words[-1]) <= MAX_WORDS and UNIT.fullmatch(words[-1]):
            return "unit"
    if words[-1] in BARE and not BARE_SAID.search(path[-1]):
        return None
    stage = next((found for part in reversed(words) if (found := _stage(part))), "")
    return _in_stage(stage, words, all_words(path[-1]) if len(words) > 1 or len(path) == 1 else words[-1])


def is_elsewhere(words: str) -> bool:
    """Whether heads speak of payment, digitising, satisfaction or the return of results, not of filing or handling."""
    return bool(ELSEWHERE.search(words))


def part_of(path: tuple[str, ...]) -> str | None:
    """The field of which a column is a part that nobody names ("Quá hạn > Do cơ quan" is part of the late ones)."""
    if len(path) < 2 or count_field(path) is not None or is_percent(path):
        return None
    words = " ".join(bare_words(path))
    if ELSEWHERE.search(words) or LATE_RECEPTION.search(words) or "nhiem vu" in words:
        return None
    above = count_field(path[:-1])
    return above if above in _SPLIT else None


_SPLIT = frozenset("early on_time early_or_on_time late pending_in_time pending_overdue".split())
"""Fields that a form may give in parts only: by cause, by place."""


def _stage(words: str) -> str:
    return next((name for name, pattern in STAGES if pattern.search(words)), "")


def _first(table: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str | None:
    return next((name for name, pattern in table if pattern.fullmatch(text)), None)


def _in_stage(stage: str, words: list[str], leaf_full: str) -> str | None:
    """The field of a column under a stage: first what stands outside all stages, then the stage's own words."""
    leaf = words[-1]
    if WITHDRAWN.fullmatch(leaf):
        return "withdrawn"
    if stage in ("", "done") and REFUSED.fullmatch(leaf):
        return "refused"
    if stage in ("", "other") and PAUSED.fullmatch(leaf):
        return "paused"
    for name, pattern in (("received_off_software", OFF_SOFTWARE), ("received_on_software", ON_SOFTWARE)):
        # "Không tiếp nhận trên phần mềm" is a stage of its own by its first words.
        if stage in ("", "received", "other") and pattern.fullmatch(leaf):
            return name
    by_stage = {"received": _received, "done": _done, "pending": _pending, "": _without_stage}
    return by_stage[stage](words, leaf, leaf_full) if stage in by_stage else None


def _without_stage(words: list[str], leaf: str, leaf_full: str) -> str | None:
    """A column under no head that says a stage: only resolved dossiers are early, on time or late by themselves."""
    found = _in_brackets(leaf_full) or _first(DONE, leaf)
    if found == "late":
        return "late_alone" if len(words) == 1 else None
    if len(words) == 1 and re.fullmatch(TOTAL, leaf) and leaf.startswith("tong"):
        return "total_alone"
    if len(words) > 1 and _LEVEL_LEAF.fullmatch(leaf) and (level := _level_under(words)):
        return level
    return found if found and found != "refused" else _first(FLAT, leaf)


_LEVEL_LEAF = re.compile(
    rf"(?:{LEVEL} )?(?:[1-4]|3 (?:va )?(?:{LEVEL} )?4)|(?:(?:dvc|dich vu cong) )?(?:truc tuyen )?"
    r"(?:toan trinh|mot phan|cung cap thong tin)(?: truc tuyen)?|tong so|tong cong|tong|cong"
)


def _level_under(words: list[str]) -> str | None:
    """A level below a head that says no stage but filing online ("Hồ sơ trực tuyến > Mức độ 3")."""
    if not any(re.fullmatch(ONLINE, above) and "truc tuyen" in above for above in words[:-1]):
        return None
    if re.fullmatch(TOTAL, words[-1]):
        return "received_online"
    return _first(RECEIVED, words[-1] if "muc" in words[-1] or not words[-1][0].isdigit() else f"muc {words[-1]}")


def _pending(words: list[str], leaf: str, leaf_full: str) -> str | None:  # noqa: ARG001 (one shape for all stages)
    return _first(PENDING, leaf) or _total(words, leaf, PENDING, "pending_total")


def _received(words: list[str], leaf: str, leaf_full: str) -> str | None:
    found = _first(RECEIVED, leaf) or _first(RECEIVED, leaf_full)
    if found:
        return found
    if len(words) > 2 and re.fullmatch(TOTAL, leaf) and (whole := _first(RECEIVED, words[-2])):
        return whole
    if any(re.search(r"ky truoc", word) for word in words):
        return None
    in_period = any(
        re.search(r"trong (?:ky|nam|quy|thang)|moi tiep nhan|tiep nhan moi|nhan moi|moi nhan|phat sinh", word)
        for word in words
    )
    whole_leaf = (
        re.fullmatch(TOTAL, leaf) or _stage(leaf) == "received" or re.search("trong (?:ky|nam|quy|thang)|moi", leaf)
    )
    if not whole_leaf:
        return None
    return "received_new" if in_period else "received_total"


def _done(words: list[str], leaf: str, leaf_full: str) -> str | None:
    found = _in_brackets(leaf_full) or _first(DONE, leaf)
    if found:
        return found
    return _total(words, leaf, DONE, "done_total")


def _in_brackets(leaf_full: str) -> str | None:
    """What stands in brackets and matters: with or without a letter of apology (Hanoi), "gồm cả sớm hạn"."""
    found = _first(DONE, leaf_full)
    return found if found in ("late_apologised", "late_not_apologised", "early_or_on_time") else None


def _total(words: list[str], leaf: str, table: Sequence[tuple[str, re.Pattern[str]]], total: str) -> str | None:
    """The field of a "Tổng số": of the head above it ("Quá hạn > Tổng số" is late), else of the stage as a whole."""
    if len(words) > 1 and not re.fullmatch(TOTAL, leaf) and not _stage(leaf):
        return None
    for above in reversed(words[:-1]):
        if _stage(above):
            return total
        found = _first(table, above)
        if found:
            return found
    return total if re.fullmatch(TOTAL, leaf) or _stage(leaf) else None


@lru_cache(maxsize=8192)
def is_percent(path: tuple[str, ...]) -> bool:
    """Whether a column is a printed percentage (never read, only checked)."""
    return any("%" in part for part in path) or bool(PERCENT.search(" ".join(header_words(part) for part in path)))


def known_part(text: str) -> bool:
    """Whether one header cell by itself is a word of an aggregate report (head or leaf)."""
    words = header_words(text)
    if not words or len(words) > 90:
        return False
    if count_field((text,)) is not None or re.fullmatch(TOTAL, words):
        return True
    return bool(_stage(words)) or any(_first(table, words) for table in (RECEIVED, DONE, PENDING))
