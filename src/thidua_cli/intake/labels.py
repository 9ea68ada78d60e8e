"""What kinds and fields are called in findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thidua_cli.intake.tables import Kind
from thidua_cli.text.language import Message, joined, t, tc

KIND_WORDS: Mapping[Kind, Message] = {
    Kind.DOSSIERS: t("list of dossiers"),
    Kind.STATISTICS: t("statistics"),
    Kind.UNITS: t("unit register"),
    Kind.TASKS: t("tasks"),
    Kind.PAR_INDEX: t("PAR index"),
    Kind.INITIATIVES: t("initiatives"),
    Kind.INDIVIDUALS: t("individuals"),
    Kind.COUNCIL_DECISIONS: t("the council's decisions"),
    Kind.EARLIER_AWARDS: t("earlier awards"),
}
"""What a kind of table is called."""

FIELD_WORDS: Mapping[str, Message] = {
    "code": tc("column", "dossier code"),
    "unit": tc("column", "unit"),
    "submitted": tc("column", "date submitted"),
    "received": tc("column", "date received"),
    "due": tc("column", "due date"),
    "ended": tc("column", "date processing ended"),
    "returned": tc("column", "date returned"),
    "ended_or_returned": tc("column", "date processing ended or date returned"),
    "counts": tc("column", "counts of dossiers received or resolved"),
    "group_or_assessed": tc("column", "emulation group, assessed, or other names"),
    "result": tc("column", "result"),
    "assigned": tc("column", "tasks assigned"),
    "completed": tc("column", "tasks completed"),
    "task": tc("column", "task"),
    "score": tc("column", "self, appraised or final score"),
    "title": tc("column", "title of the initiative"),
    "name": tc("column", "full name"),
    "position": tc("column", "position, unit or classification"),
    "classification": tc("column", "classification"),
    "status": tc("column", "status"),
    "decision": tc("column", "decision"),
    "author": tc("column", "who decided"),
    "reason": tc("column", "reason"),
    "achievement": tc("column", "achievement"),
    "number": tc("column", "number of the decision, or year"),
    "year": tc("column", "year"),
    "group": tc("column", "emulation group"),
    "assessed": tc("column", "assessed"),
    "not_assessed": tc("column", "not assessed"),
    "channel": tc("column", "way of filing"),
    "level": tc("column", "level"),
    "officer": tc("column", "officer"),
    "recognised": tc("column", "recognition"),
    "leader": tc("column", "leader"),
    "initiative": tc("column", "initiative"),
    "score_self": tc("column", "self-assessed score"),
    "score_appraised": tc("column", "appraised score"),
    "score_final": tc("column", "final score"),
    "score_max": tc("column", "greatest score"),
    "field": tc("column", "field"),
    "received_total": tc("column", "received, carried-over ones included"),
    "received_new": tc("column", "received in the period"),
    "received_online": tc("column", "filed online"),
    "received_direct": tc("column", "filed in person"),
    "received_on_software": tc("column", "received on the software"),
    "received_off_software": tc("column", "received outside the software"),
    "received_post": tc("column", "filed by post"),
    "carried_over": tc("column", "carried over"),
    "done_total": tc("column", "resolved"),
    "early": tc("column", "early"),
    "on_time": tc("column", "on time"),
    "early_or_on_time": tc("column", "early or on time"),
    "late": tc("column", "late"),
    "pending_total": tc("column", "open"),
    "pending_in_time": tc("column", "open, in time"),
    "pending_overdue": tc("column", "open, overdue"),
}
"""What a column is called in a finding (some stand for one of several columns)."""

SYSTEM_WORDS: Mapping[str, Message] = {
    "one_stop": t("the one-stop software"),
    "public_service": t("the public service system"),
    "logbook": t("the logbook beside the software"),
}
"""What the systems are called."""

SOURCE_WORDS: Mapping[str, Message] = {
    "title": t("by the title"),
    "sheet": t("by the sheet's name"),
    "file": t("by the file's name"),
    "group": t("by a group row"),
}
"""What named a system."""

PARTIAL_WORDS: Mapping[str, Message] = {
    "late_reception": t("dossiers received late"),
    "late": t("late dossiers"),
    "overdue": t("overdue dossiers that still run"),
    "early": t("early dossiers"),
    "on_time": t("dossiers in time"),
    "running": t("dossiers that still run"),
    "returned": t("resolved dossiers"),
    "extended": t("extended dossiers"),
    "sent_back": t("dossiers sent back or waiting"),
    "fewer": t("some of the dossiers that the statistics count"),
}
"""Which dossiers a partial list holds."""

SHAPE_WORDS: Mapping[str, Message] = {
    "date": t("dates"),
    "number": t("numbers"),
    "code": t("dossier codes"),
    "text": t("words"),
}
"""What cells of a shape are called."""


def field_words(fields: Iterable[str]) -> Message:
    """The words for some columns."""
    return joined(FIELD_WORDS.get(name, name) for name in fields)
