"""The reasons of verdicts, as ``result.json`` has them; their words stand in ``glossary.toml``."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "no_cases",
    "not_assessed",
    "undecided",
    "no_table",
    "no_row",
    "no_column",
    "no_one_stop",
    "no_officers",
    "no_evidence",
    "partial",
    "system_unknown",
    "code_damaged",
    "no_channel",
    "merged",
    "other_period",
    "period_conflict",
    "ambiguous_column",
    "not_evidence",
    "empty_table",
    "unreadable",
    "conflicting",
    "ambiguous_person",
    "identity",
    "row_left_out",
    "table_not_used",
]
"""Why there is no verdict: every code that evidence and judging may give (mypy holds them to it)."""
