"""The unit register: which units there are, in which of the plan's groups, assessed or not, in force or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from thidua_cli.evidence.names import is_commune
from thidua_cli.evidence.places import finding_at, text_at
from thidua_cli.findings import EMPTY, Finding
from thidua_cli.intake.answers import accepted, parse_assessed
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import State, parse_dates
from thidua_cli.plan.model import Plan
from thidua_cli.text.glossary import UNKNOWN_GROUP
from thidua_cli.text.language import Param
from thidua_cli.text.quoting import WITHHELD, masked
from thidua_cli.text.vietnamese import clean, fold, key, slug

COMMUNES = "Xã, phường"
OFFICES = "Phòng, ban"
_SPLIT_ALIASES = re.compile(r"[;|\n]+")


@dataclass(slots=True)
class Candidate:
    """A unit in the making: its name, and every spelling that means it."""

    name: str
    group: str
    assessed: bool
    spellings: set[str] = field(default_factory=set)


def from_register(tables: Sequence[Table], plan: Plan, findings: list[Finding]) -> list[Candidate]:
    """The units of the registers, each once, in the plan's groups; those outside their dates are left out."""
    found: dict[str, Candidate] = {}
    told: dict[str, str] = {}
    for table in tables:
        answers, outside = _assessed(table, findings), _outside_validity(table, plan, findings)
        groups = _Groups(plan, table)
        for row in range(len(table.rows)):
            said = text_at(table, "unit", row)
            name = masked(said, of_person=True)  # a commune may be called after a person
            name = name if name == said else name.strip(f"{WITHHELD} -–,;:()")
            if not name or outside[row]:
                findings += [_no_unit(table, row, said)] if said and not name else []
                continue
            group = groups.of(row) or usual_group(name, plan)
            said_group = key(groups.said[row]) if group == UNKNOWN_GROUP else group
            spellings = (
                _alias_spellings(str(table.columns["aliases"].at(row) or "")) if "aliases" in table.columns else []
            )
            before = found.get(key(name))
            if before is None:
                found[key(name)] = Candidate(name, group, answers[row], {name, said, *spellings})
                told[key(name)] = said_group
                continue
            before.spellings.update(spellings)
            if (told[key(name)], before.assessed) != (said_group, answers[row]):
                where = (table.receipt.file, table.receipt.sheet, table.cell("unit", row), slug(name))
                findings.append(Finding("duplicate_unit", {"name": name}, *where))
        findings += groups.findings()
    return list(found.values())


def _no_unit(table: Table, row: int, said: str) -> Finding:
    """The finding about a row of a register in whose place for a name stands nothing but somebody's data."""
    mask = np.arange(len(table.rows)) == row
    nothing = dict.fromkeys(("nearest", "suggestion"), "")
    return finding_at("unknown_unit", {"name": said, **nothing}, table, "unit", mask)


class _Groups:
    """The groups of one register, by the plan's names; what means none of them is an error and no group of its own."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self._plan, self._table = plan, table
        self.said = [text_at(table, "group", row) for row in range(len(table.rows))]
        self._unknown: dict[str, list[int]] = {}

    def of(self, row: int) -> str:
        """The plan's name of a row's group; empty where the register writes none at all."""
        said = self.said[row]
        known = group_named(said, self._plan) if said else None
        if known is None and any(self.said):
            self._unknown.setdefault(said, []).append(row)
            return UNKNOWN_GROUP
        return known or ""

    def findings(self) -> list[Finding]:
        """One for each group that the plan does not have, and for each unit whose group is left blank."""
        made = [_left_blank("group_blank", self._table, "group", row) for row in self._unknown.pop("", [])]
        for said, rows in self._unknown.items():
            mask = np.zeros(len(self._table.rows), dtype=np.bool_)
            mask[rows] = True
            made.append(finding_at("unknown_group", unknown_group(said, self._plan), self._table, "group", mask))
        return made


def unknown_group(said: str, plan: Plan) -> dict[str, Param]:
    """The parameters of the finding about a group that the plan does not have."""
    return {"name": said, "known": ", ".join(f"“{group.name}”" for group in plan.groups), "count": 1}


_NOT_THE_NAME = frozenset("khoi thi dua cac cum va gom thuoc nhom".split())


def group_named(text: str, plan: Plan) -> str | None:
    """The plan's group that a text names by its id or its name: accents, case, punctuation and "khối" aside."""
    said = _group_words(text)
    names = {group.name for group in plan.groups if said in (_group_words(group.name), _group_words(group.id))}
    return names.pop() if len(names) == 1 else None


def _group_words(text: str) -> tuple[str, ...]:
    words = fold(text).split()
    return tuple(word for word in words if word not in _NOT_THE_NAME) or tuple(words)


_VALIDITY = {"valid_from": "Từ ngày", "valid_to": "Đến ngày"}


def _outside_validity(table: Table, plan: Plan, findings: list[Finding]) -> list[bool]:
    """Which units of a register are none in the plan's period, by their dates; these are not judged, and named."""
    days = {name: _days(table, name, findings) for name in _VALIDITY}
    outside = [
        bool((first and first > plan.period_end) or (last and last < plan.period_start))
        for first, last in zip(days["valid_from"], days["valid_to"], strict=True)
    ]
    for row in (row for row, out in enumerate(outside) if out and text_at(table, "unit", row)):
        name = next(field for field in ("valid_to", "valid_from") if text_at(table, field, row))
        where = (table.receipt.file, table.receipt.sheet, table.cell(name, row))
        findings.append(Finding("unit_outside_validity", {"name": text_at(table, "unit", row)}, *where))
    return outside


def _days(table: Table, name: str, findings: list[Finding]) -> list[date | None]:
    column = table.columns.get(name)
    if column is None:
        return [None] * len(table.rows)
    dates = parse_dates(column.values, date1904=table.date1904)
    for code in np.flatnonzero(dates.state == State.UNREADABLE).tolist():
        params = {"value": str(column.values[code]), "column": _VALIDITY[name]}
        findings.append(finding_at("unreadable_date", params, table, name, column.codes == code))
    known = [
        date(1970, 1, 1) + timedelta(seconds=int(seconds)) if state == State.OK else None
        for seconds, state in zip(dates.seconds.tolist(), dates.state.tolist(), strict=True)
    ]
    return [known[code] if code >= 0 else None for code in column.codes.tolist()]


def _assessed(table: Table, findings: list[Finding]) -> list[bool]:
    """Whether each unit of a register is assessed on the PAR index; where that cannot be told, it is, with a finding.

    In a column that only ever says yes (X, “Có”) an empty cell says no; beside a written no, or alone, it says nothing.
    """
    name = next((name for name in ("assessed", "not_assessed") if name in table.columns), None)
    if name is None:
        return [True] * len(table.rows)
    turned = name == "not_assessed"
    said = [text_at(table, name, row) for row in range(len(table.rows))]
    answers = [parse_assessed(text) if text else None for text in said]
    marks = any(answers) and False not in answers
    open_rows = [answer is None and not (marks and not text) for text, answer in zip(said, answers, strict=True)]
    if any(said):
        blank = [row for row, text in enumerate(said) if not text and open_rows[row] and text_at(table, "unit", row)]
        findings += [_left_blank("assessed_blank", table, name, row) for row in blank]
        open_rows = [unclear and bool(text) for text, unclear in zip(said, open_rows, strict=True)]
    for value in dict.fromkeys(text for text, unclear in zip(said, open_rows, strict=True) if unclear):
        mask = np.asarray([unclear and text == value for text, unclear in zip(said, open_rows, strict=True)])
        params = {"value": value or EMPTY, "column": "Được đánh giá", **accepted("assessed")}
        findings.append(finding_at("unknown_answer", params, table, name, mask))
    return [
        (answer if text else not marks) != turned if answer is not None or (marks and not text) else True
        for text, answer in zip(said, answers, strict=True)
    ]


def _left_blank(code: str, table: Table, name: str, row: int) -> Finding:
    unit = text_at(table, "unit", row)
    where = (table.receipt.file, table.receipt.sheet, table.cell(name, row), slug(unit))
    return Finding(code, {"name": unit}, *where)


def _alias_spellings(text: str) -> list[str]:
    """The other names in one cell. A comma separates only where every part begins like a unit's name."""
    parts = [clean(part) for part in _SPLIT_ALIASES.split(text) if clean(part)]
    spellings = list(parts)
    for part in parts:
        pieces = [clean(piece) for piece in part.split(",")]
        if len(pieces) > 1 and all(LIKE_A_UNIT.match(key(piece)) for piece in pieces):
            spellings += pieces
    return spellings


LIKE_A_UNIT = re.compile(r"^(?:p\.|x\.|phòng|phường|xã|ubnd|ủy ban|vp|văn phòng|thanh tra|thị trấn|bộ phận)")


def usual_group(name: str, plan: Plan) -> str:
    """The group of a unit for which none is written: the plan's own of communes or offices, however it is spelt."""
    usual = COMMUNES if is_commune(name) else OFFICES
    return group_named(usual, plan) or usual
