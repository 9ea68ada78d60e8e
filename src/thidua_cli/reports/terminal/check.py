"""What ``check`` found, as the screen and other programs get it: per file each sheet's meaning, and every finding.

The command fills :class:`CheckReport` from what was read; this module knows nothing of the reading itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from thidua_cli.text.plain import published, schema_of

CHECK_SCHEMA: Literal["thidua-check/1"] = "thidua-check/1"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One finding as ``check`` shows it: texts in the language asked for; ``unit`` is a name, not an id."""

    code: str
    severity: str
    message: str
    hint: str
    sheet: str = ""
    cell: str = ""
    unit: str = ""
    count: int = 1
    cells: Sequence[str] = ()
    """All the cells it stands for, as far as a thousand; empty where that is ``cell`` alone."""


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """One sheet or table: what it was taken for (``kind`` None: not recognised), and what said so.

    ``header`` is an A1 range, ``fields`` maps a field to the column letter that gave it.
    """

    sheet: str
    kind: str | None = None
    system: str | None = None
    system_from: str = ""
    header: str = ""
    rows: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    """The one unit that the table belongs to, where it has no column of units."""
    period: str = ""
    """The period that the table names, in words; empty where nothing says it."""
    partial: str = ""
    """Which dossiers alone a list holds, in words; empty where it holds all."""
    rows_by_class: Mapping[str, int] = field(default_factory=dict)
    """Every row from below the header to the table's end by what it was taken for."""
    unused: Sequence[str] = ()
    """Heads of columns that are not read, with their letters."""
    readings: Sequence[str] = ()
    """The decisions made on the way, one sentence each."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """One input file with its sheets and the findings that stand in it."""

    file: str
    sha256: str
    sheets: Sequence[CheckSheet] = ()
    findings: Sequence[CheckFinding] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that ``check`` found; ``findings`` are those that belong to no single file."""

    files: Sequence[CheckFile] = ()
    findings: Sequence[CheckFinding] = ()


class CheckJson(msgspec.Struct, frozen=True, kw_only=True):
    """The report as JSON, in this order of keys."""

    schema: Literal["thidua-check/1"]
    files: Sequence[CheckFile]
    findings: Sequence[CheckFinding]


def check_json(report: CheckReport) -> bytes:
    """The report for programs: UTF-8, two spaces of indent, a final line end; all cells included."""
    return published(CheckJson(schema=CHECK_SCHEMA, files=report.files, findings=report.findings))


def check_schema() -> dict[str, object]:
    """The JSON Schema of ``thidua check --json``, published as ``docs/check.schema.json``."""
    return schema_of(CheckJson)
