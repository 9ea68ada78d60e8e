"""Answers in cells: what a word for yes, no, partly or not known means in the column where it stands.

One function for each question that a column asks; None is an answer that is not understood. The phrases are data
(``answers.toml``, ``positions.toml``), :mod:`.questions` matches them whole, and :func:`accepted` says which words a
column takes, for the finding about one that is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Literal, cast, get_args

from thidua_cli.intake.questions import only_words, plain, question, words
from thidua_cli.text.language import Message, t, verbatim
from thidua_cli.text.vietnamese import key

Classification = Literal[
    "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"
]


class TaskResult(StrEnum):
    """How a task of the reform plan ended; ``not_applicable`` is one that turned out not to be the unit's."""

    COMPLETED = "completed"
    COMPLETED_LATE = "completed_late"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


class Decision(StrEnum):
    """What the council decided: in, out, that a proposal stays as it is; ``AGREE`` does not say to what."""

    INCLUDE = "include"
    EXCLUDE = "exclude"
    KEEP = "keep"
    AGREE = "agree"


@lru_cache(maxsize=4096)
def _answer(name: str, text: str) -> str | None:
    return question(name).answer(text)


def _said(name: str, value: object) -> str | None:
    return None if value is None else _answer(name, str(value))


def _yes(name: str, value: object) -> bool | None:
    said = _said(name, value)
    return None if said is None else said == "yes"


def parse_yes_no(value: object) -> bool | None:
    """Yes or no: Có/Không, X, ✓, 1/0, TRUE/FALSE, Đạt/Không đạt …; an empty cell is no answer."""
    return _yes("yes_no", value)


def parse_assessed(value: object) -> bool | None:
    """Whether a unit is assessed on the PAR index: Có, Thuộc diện đánh giá, Không đánh giá."""
    return _yes("assessed", value)


def parse_leader(value: object) -> bool | None:
    """Whether a column that asks for leaders, or for the class of person, says that this is one."""
    return _yes("leader", value)


def parse_task_result(value: object) -> TaskResult | None:
    """How a task ended: words, a percentage (100 % is completed, less is open), or yes and no.

    Of bare numbers only 1, 100 and fractions below 1 say enough.
    """
    said = _said("task", value)
    return None if said is None else TaskResult(said)


def parse_recognition(value: object) -> bool | None:
    """Whether an initiative was recognised; still under examination is False, the number of a decision is True."""
    return _yes("recognised", value)


def is_pending(value: object) -> bool:
    """Whether a result of recognition is still to come ("Đang xét", "Chưa xét"): so far it is not recognised."""
    return _said("pending", value) == "yes"


def parse_classification(value: object) -> Classification | None:
    """The yearly classification of an official as the law words it, from full text or abbreviation (HTXSNV …)."""
    said = _said("classification", value)
    return cast("Classification", said) if said in get_args(Classification) else None


def parse_decision(value: object) -> Decision | None:
    """What the council decided; what is put off is no decision."""
    said = _said("decision", value)
    return None if said is None else Decision(said)


_ENDING = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$|\s[-–—]\s*([^-–—]+)$|[;,:]\s*([^;,:]+)$")


def parse_own_initiative(value: object) -> bool | None:
    """Whether a person's own row names an initiative: a title is one, "0 sáng kiến" and "Không đăng ký" are none.

    What follows the title may say that it is not recognised ("Mô hình A (chưa công nhận)"). A cell of nothing but words
    of answers that make no known phrase is not understood, and no title.
    """
    text = str(value)
    said = words(text) if value is not None else ""
    if not said:
        return False
    own = _own(text)
    if own is not None:
        return own == "yes"
    if question("own_initiative").whole(said) or question("recognised").whole(said):
        return None
    ending = _ENDING.search(text)
    behind = question("recognised").own(words(next(filter(None, ending.groups())))) if ending else None
    if behind is not None:
        return {"yes": True, "no": False}.get(behind)
    if only_words("own_initiative", said):
        return None
    tokens = said.split()
    tails = (" ".join(tokens[start:]) for start in range(1, len(tokens)))
    return not any("cong nhan" in plain(tail) and question("recognised").own(tail) == "no" for tail in tails)


def own_initiative_title(text: str) -> str:
    """The title in a person's own row; empty where the cell only says that there is one ("Có", "01 sáng kiến")."""
    said = words(text)
    return "" if _own(text) is not None or only_words("own_initiative", said) else text


def says_none(title: object) -> bool:
    """Whether what stands in place of a title says that there is none: "Không có", "0 sáng kiến", "Không đăng ký"."""
    text = str(title)
    return not words(text) or _said("own_initiative", text) == "no"


def reports_none(text: str) -> bool:
    """Whether a cell beside a unit's name says that the unit has nothing to report: "Không có", "0 hồ sơ"."""
    return any(letter.isalpha() for letter in text) and _said("nothing", text) == "no"


def _own(text: str) -> str | None:
    return _said("own_initiative", text) or _said("recognised", text)


def title_recognises(title: str) -> bool | None:
    """Whether a title says of its whole list that the initiatives are recognised; None where it does not say so.

    The longest phrase that ends in "công nhận" decides: "đề nghị công nhận" and "chưa được công nhận" say they are not.
    """
    tokens = words(title).split()
    found: set[str] = set()
    for end in range(2, len(tokens) + 1):
        if plain(" ".join(tokens[end - 2 : end])) == "cong nhan":
            windows = (question("recognised_title").own(" ".join(tokens[start:end])) for start in range(end))
            found |= {next(filter(None, windows), "")} - {""}
    return found == {"yes"} if len(found) == 1 else None


# One person may hold several posts; "Phó Chủ tịch HĐND và UBND" stays whole, "Bí thư và Chủ tịch UBND" does not.
_POSTS = re.compile(r"[,;/()\n+]| [-–—] |\bkiêm\b|\bvà (?=(?:phó |quyền )?(?:chủ tịch|trưởng|chánh|giám đốc))")


@lru_cache(maxsize=1 << 12)
def leads(position: str) -> bool | None:
    """Whether a position leads: chairman, head, secretary, headmaster, their deputies; None where it is not clear.

    Chairmen of associations, unions and councils, heads of teams and sections, and staff of a leader's office do not.
    Who holds several posts leads if one of them does.
    """
    whole = question("position").own(words(position))
    posts = {question("position").own(said) for post in _POSTS.split(key(position)) if (said := words(post))}
    if "yes" in posts:
        return True
    if whole == "no" or posts == {"no"}:
        return False
    return True if whole == "yes" else None


def accepted(name: str) -> dict[str, Message]:
    """The words that a column asking this question accepts, as the parameter of a finding."""
    listed = ", ".join(f"“{phrase}”" for phrase in question(name).accepted)
    return {"accepted": _AND_MORE[name](listed) if name in _AND_MORE else verbatim(listed)}


_AND_MORE: Mapping[str, Callable[[str], Message]] = {
    "task": lambda words: t("{words}, or a percentage", words=words),
    "recognised": lambda words: t("{words}, or the number of the decision", words=words),
    "own_initiative": lambda words: t("{words}, or the initiative's title", words=words),
}
"""What a column accepts beside its words."""
