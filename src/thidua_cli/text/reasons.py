"""The reasons of verdicts in words, by the codes that ``result.json`` has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from thidua_cli.text.language import Message, tc

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

REASONS: Mapping[str, Message] = {
    "no_cases": tc("reason", "no cases in the data"),
    "not_assessed": tc("reason", "not assessed by the City"),
    "undecided": tc("reason", "undecided rows could change the verdict"),
    "no_table": tc("reason", "no table of this kind"),
    "no_row": tc("reason", "no row for this unit"),
    "no_column": tc("reason", "the table lacks this column"),
    "no_one_stop": tc("reason", "no data of the one-stop software"),
    "no_officers": tc("reason", "the dossiers name no officer"),
    "no_evidence": tc("reason", "no evidence from another source"),
    "partial": tc("reason", "only a list of some of the dossiers"),
    "system_unknown": tc("reason", "not known whether on the one-stop software or beside it"),
    "code_damaged": tc("reason", "dossier codes lost digits: the systems cannot be matched"),
    "no_channel": tc("reason", "nothing says how the dossiers were filed"),
    "merged": tc("reason", "the form gives early and on time only together"),
    "other_period": tc("reason", "figures of another period"),
    "period_conflict": tc("reason", "the periods do not make up the plan's"),
    "ambiguous_column": tc("reason", "several columns may be this one"),
    "not_evidence": tc("reason", "the table is no evidence"),
    "empty_table": tc("reason", "the table has no row yet"),
    "unreadable": tc("reason", "unreadable figures"),
    "conflicting": tc("reason", "conflicting rows"),
    "ambiguous_person": tc("reason", "two persons of one name"),
    "identity": tc("reason", "the form's sums do not hold"),
    "row_left_out": tc("reason", "rows that nothing explains"),
    "table_not_used": tc("reason", "a table could not be used"),
}
