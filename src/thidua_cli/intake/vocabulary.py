"""What the words in a cell mean: statuses, channels, levels, persons.

Every function takes one distinct value and says what it means, or None where that is not certain: an unknown word is a
finding, never a default. Answers to a question (done, recognised, agreed …) are in ``answers``, header words with
the layout.
"""

from __future__ import annotations

from thidua_cli.intake.vocabulary_channels import Channel, Level, parse_channel, parse_channels, parse_level
from thidua_cli.intake.vocabulary_people import parse_gender, person_key, split_authors
from thidua_cli.intake.vocabulary_statuses import Status, parse_status

__all__ = [
    "Channel",
    "Level",
    "Status",
    "parse_channel",
    "parse_channels",
    "parse_gender",
    "parse_level",
    "parse_status",
    "person_key",
    "split_authors",
]
