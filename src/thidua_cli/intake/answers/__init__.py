"""Answers in cells: what a word for yes, no, partly or not known means in the column where it stands.

One component for every question that a column asks. The phrases are data (``phrases.toml``, ``positions.toml``), the
engine matches them whole, and :func:`accepted` says which words a column takes, for the finding about one that is not
understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from thidua_cli.intake.answers.engine import question
from thidua_cli.intake.answers.persons import leads
from thidua_cli.intake.answers.questions import (
    Classification,
    Decision,
    TaskResult,
    is_pending,
    own_initiative_title,
    parse_assessed,
    parse_classification,
    parse_decision,
    parse_leader,
    parse_own_initiative,
    parse_recognition,
    parse_task_result,
    parse_yes_no,
    says_none,
    title_recognises,
)
from thidua_cli.text.language import Message, t, verbatim

__all__ = [
    "Classification",
    "Decision",
    "TaskResult",
    "accepted",
    "is_pending",
    "leads",
    "own_initiative_title",
    "parse_assessed",
    "parse_classification",
    "parse_decision",
    "parse_leader",
    "parse_own_initiative",
    "parse_recognition",
    "parse_task_result",
    "parse_yes_no",
    "says_none",
    "title_recognises",
]


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
