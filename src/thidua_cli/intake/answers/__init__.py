"""Answers in cells: what a word for yes, no, partly or not known means in the column where it stands.

One component for every question that a column asks. The phrases are data (``phrases.toml``, ``positions.toml``), the
engine matches them whole, and :func:`accepted` says which words a column takes, for the finding about one that is not
understood.
"""

from __future__ import annotations

from thidua_cli.intake.answers.engine import question
from thidua_cli.intake.answers.persons import leads
from thidua_cli.intake.answers.questions import (
    Classification,
    Decision,
    TaskResult,
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

__all__ = [
    "Classification",
    "Decision",
    "TaskResult",
    "accepted",
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


def accepted(name: str) -> dict[str, str]:
    """The words that a column asking this question accepts, as the parameters of a finding."""
    words = question(name).accepted
    return {"accepted_vi": words["vi"], "accepted_en": words["en"]}
