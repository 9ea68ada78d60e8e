"""What the words in a cell mean: statuses, channels, levels, answers, positions.

Every function takes one distinct value and says what it means, or None where that is not certain.
"""

from __future__ import annotations

from thidua_cli.intake.vocabulary_statuses import Status, parse_status

__all__ = ["Status", "parse_status"]
