"""What the words in a cell mean: statuses, channels, levels, results, answers, positions.

Every function takes one distinct value and says what it means, or None where that is not certain: an unknown word is a
finding, never a default. Header words are another matter and stand with the layout.
"""

from __future__ import annotations

from thidua_cli.intake.answers import (
    Classification,
    Decision,
    TaskResult,
    accepted,
    leads,
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
from thidua_cli.intake.vocabulary_channels import Channel, Level, parse_channel, parse_channels, parse_level
from thidua_cli.intake.vocabulary_people import parse_gender, person_key, split_authors
from thidua_cli.intake.vocabulary_statuses import Status, parse_status

__all__ = [
    "Channel",
    "Classification",
    "Decision",
    "Level",
    "Status",
    "TaskResult",
    "accepted",
    "leads",
    "parse_assessed",
    "parse_channel",
    "parse_channels",
    "parse_classification",
    "parse_decision",
    "parse_gender",
    "parse_leader",
    "parse_level",
    "parse_own_initiative",
    "parse_recognition",
    "parse_status",
    "parse_task_result",
    "parse_yes_no",
    "person_key",
    "says_none",
    "split_authors",
    "title_recognises",
]
