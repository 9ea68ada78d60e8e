"""Which count a column of an aggregate report holds: known by its head ("đã giải quyết") and its own word ("Quá hạn").

Percentages are never read.
"""

from __future__ import annotations

from functools import lru_cache

from thidua_cli.intake.layout.headers import MAX_WORDS, is_note, is_ordinal, units
from thidua_cli.intake.layout.spans import bare_words
from thidua_cli.intake.layout.words import all_words, header_words
from thidua_cli.text.phrases import Book, spoken

_WORDS = Book(__file__, "counts.toml")


@lru_cache(maxsize=8192)
def count_field(path: tuple[str, ...]) -> str | None:
    """The statistics field that a header path means, or None; ``path`` are the heads from the top, as they stand.

    A head without a stage of its own leaves it to the head above. ``late_alone`` is a "Quá hạn" under no head at all,
    ``total_alone`` a "Tổng số" under none. Periods in the heads are left aside (see :mod:`.spans`).
    """
    words = list(bare_words(path))
    whole = " ".join(words)
    if not whole or len(whole) > 200 or is_percent(path):
        return None
    if is_elsewhere(whole) or any(_WORDS.whole("procedures", part) for part in words):
        return None
    if len(words) == 1 or len(set(words)) == 1:
        if is_ordinal(words[-1]) or is_note(words[-1]):
            return None
        if _WORDS.whole("field", words[-1]):
            return "field"
        if len(words[-1]) <= MAX_WORDS and any(unit.whole(words[-1]) for unit in (*units(), _WORDS["unit"])):
            return "unit"
    if _WORDS.whole("bare", words[-1]) and not _WORDS.within("bare", spoken(path[-1])):
        return None
    stage = next((found for part in reversed(words) if (found := _stage(part))), "")
    return _in_stage(stage, words, all_words(path[-1]) if len(words) > 1 or len(path) == 1 else words[-1])


def is_elsewhere(words: str) -> bool:
    """Whether heads speak of payment, digitising, satisfaction, tasks … and not of filing or handling dossiers."""
    return _WORDS.whole("elsewhere", words)


def part_of(path: tuple[str, ...]) -> str | None:
    """The field of which a column is a part that nobody names ("Quá hạn > Do cơ quan" is part of the late ones)."""
    if len(path) < 2 or count_field(path) is not None or is_percent(path):
        return None
    if is_elsewhere(" ".join(bare_words(path))):
        return None
    above = count_field(path[:-1])
    return above if above in _SPLIT else None


_SPLIT = frozenset("early on_time early_or_on_time late pending_in_time pending_overdue".split())
"""Fields that a form may give in parts only: by cause, by place."""


def _stage(words: str) -> str:
    return _WORDS.first("stage", words) or ""


def _in_stage(stage: str, words: list[str], leaf_full: str) -> str | None:
    """The field of a column under a stage: first what stands outside all stages, then the stage's own words."""
    leaf = words[-1]
    for name, stages in _OUTSIDE.items():
        if stage in stages and _WORDS.whole(name, leaf):
            return name
    by_stage = {"received": _received, "done": _done, "pending": _pending, "": _without_stage}
    return by_stage[stage](words, leaf, leaf_full) if stage in by_stage else None


_OUTSIDE = {
    "withdrawn": ("", "received", "done", "pending", "other", "returning"),
    "refused": ("", "done"),
    "paused": ("", "other"),
    # "Không tiếp nhận trên phần mềm" is a stage of its own by its first words.
    "received_off_software": ("", "received", "other"),
    "received_on_software": ("", "received", "other"),
}
"""What is counted outside all stages, with the stages under which a head may say so."""


def _without_stage(words: list[str], leaf: str, leaf_full: str) -> str | None:
    """A column under no head that says a stage: only resolved dossiers are early, on time or late by themselves."""
    found = _in_brackets(leaf_full) or _WORDS.first("done", leaf)
    if found == "late":
        return "late_alone" if len(words) == 1 else None
    if len(words) == 1 and _is_total(leaf) and leaf.startswith("tong"):
        return "total_alone"
    if len(words) > 1 and _WORDS.whole("level_below", leaf) and (level := _level_under(words)):
        return level
    return found if found and found != "refused" else _WORDS.first("flat", leaf)


def _level_under(words: list[str]) -> str | None:
    """A level below a head that says no stage but filing online ("Hồ sơ trực tuyến > Mức độ 3")."""
    if not any(_WORDS.whole("online", above) for above in words[:-1]):
        return None
    if _is_total(words[-1]):
        return "received_online"
    leaf = f"muc {words[-1]}" if words[-1][0].isdigit() else words[-1]
    return _WORDS.first("received", leaf)


def _pending(words: list[str], leaf: str, leaf_full: str) -> str | None:  # noqa: ARG001 (one shape for all stages)
    return _WORDS.first("pending", leaf) or _total(words, leaf, "pending")


def _received(words: list[str], leaf: str, leaf_full: str) -> str | None:
    found = _WORDS.first("received", leaf) or _WORDS.first("received", leaf_full)
    if found:
        return found
    if len(words) > 2 and _is_total(leaf) and (whole := _WORDS.first("received", words[-2])):
        return whole
    if any(_WORDS.whole("before", word) for word in words):
        return None
    if not (_is_total(leaf) or _stage(leaf) == "received" or _WORDS.whole("in_period", leaf)):
        return None
    return "received_new" if any(_WORDS.whole("new", word) for word in words) else "received_total"


def _done(words: list[str], leaf: str, leaf_full: str) -> str | None:
    return _in_brackets(leaf_full) or _WORDS.first("done", leaf) or _total(words, leaf, "done")


def _in_brackets(leaf_full: str) -> str | None:
    """What stands in brackets and matters: with or without a letter of apology (Hanoi), "gồm cả sớm hạn"."""
    found = _WORDS.first("done", leaf_full)
    return found if found in ("late_apologised", "late_not_apologised", "early_or_on_time") else None


def _is_total(words: str) -> bool:
    return _WORDS.whole("total", words)


def _total(words: list[str], leaf: str, stage: str) -> str | None:
    """The field of a "Tổng số": of the head above it ("Quá hạn > Tổng số" is late), else of the stage as a whole."""
    whole = _is_total(leaf) or bool(_stage(leaf))
    if len(words) > 1 and not whole:
        return None
    for above in reversed(words[:-1]):
        if _stage(above):
            return f"{stage}_total"
        if found := _WORDS.first(stage, above):
            return found
    return f"{stage}_total" if whole else None


@lru_cache(maxsize=8192)
def is_percent(path: tuple[str, ...]) -> bool:
    """Whether a column is a printed percentage (never read, only checked)."""
    return any("%" in part for part in path) or _WORDS.whole("percent", " ".join(header_words(part) for part in path))


def known_part(text: str) -> bool:
    """Whether one header cell by itself is a word of an aggregate report (head or leaf)."""
    words = header_words(text)
    if not words or len(words) > 90:
        return False
    known = count_field((text,)) is not None or _is_total(words) or bool(_stage(words))
    return known or any(_WORDS.first(stage, words) for stage in ("received", "done", "pending"))
