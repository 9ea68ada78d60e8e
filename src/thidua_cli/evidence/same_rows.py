"""The same row twice in lists of tasks, initiatives or persons: one of them counts, the later state rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Generic, TypeVar

import numpy as np

from thidua_cli.evidence.places import finding_at
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import narrowest, periods_in, short_period
from thidua_cli.intake.questions import words
from thidua_cli.intake.tables import Table
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import tc
from thidua_cli.text.vietnamese import clean

KINDS = {
    "task": tc("row", "task"),
    "title": tc("row", "initiative"),
    "name": tc("row", "person"),
}
"""What a row is, by the field that names it."""

_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[a-zđ][.)]|[-–•*+])\s+")
"""A number before a text; one without a dot or bracket is the text's own ("02 cuộc kiểm tra")."""
Row = TypeVar("Row")
State = TypeVar("State", bound=Hashable)


def subject(text: str) -> str:
    """What a row speaks of, for comparing: words with their accents, no numbering and no punctuation."""
    return words(_NUMBERING.sub("", clean(text)))


@record
class Settled(Generic[Row]):
    """The row that counts, the others, and whether they contradict it without saying which is later."""

    row: Row
    others: tuple[Row, ...] = ()
    contradicted: bool = False


def settle(rows: Sequence[Row], state: Callable[[Row], State], until: Callable[[Row], date]) -> Settled[Row]:
    """One of several rows of one thing (in a fixed order): the one that speaks of the latest day."""
    last = max(until(row) for row in rows)
    latest = [row for row in rows if until(row) == last]
    kept = latest[0]
    differ = any(state(row) != state(kept) for row in latest)
    return Settled(kept, tuple(row for row in rows if row is not kept), contradicted=differ)


def speaks_until(table: Table, plan: Plan) -> date:
    """The last day of which a table speaks: of its period, else of the plan's."""
    period = table.receipt.period
    for text in (table.title, table.receipt.sheet, table.receipt.file) if period is None else ():
        spaced = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)", " ", text.replace("-", " "))
        period = period or narrowest(periods_in(spaced, plan.year)) or short_period(spaced, plan.year)
    return plan.period_end if period is None else min(period.last, plan.period_end)


def repeated(field: str, rows: Sequence[tuple[Table, int]]) -> list[Finding]:
    """One finding for each table about its rows that stand elsewhere too and are not counted again."""
    by_table: dict[int, tuple[Table, list[int]]] = {}
    for table, position in rows:
        by_table.setdefault(id(table), (table, []))[1].append(position)
    findings = []
    for table, positions in by_table.values():
        mask = np.zeros(len(table.rows), dtype=np.bool_)
        mask[positions] = True
        column = table.columns[field]
        example = min(clean(str(column.at(position) or "")) for position in positions)
        findings.append(finding_at("duplicate_row", {"kind": KINDS[field], "name": example}, table, field, mask))
    return findings


def grouped(keys: Sequence[tuple[Hashable, str]]) -> list[list[int]]:
    """Indexes of rows that speak of one thing: one key, and one detail (a due date, an author) where both have one."""
    by_key: dict[Hashable, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, (key, detail) in enumerate(keys):
        by_key[key][detail].append(index)
    groups = []
    for details in by_key.values():
        told = [detail for detail in details if detail]
        if len(told) == 1 and "" in details:
            groups.append(sorted([*details[told[0]], *details[""]]))
        else:
            groups += list(details.values())
    return sorted(groups)
