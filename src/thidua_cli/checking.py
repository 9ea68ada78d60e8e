"""Reading without judging: what each sheet was taken for, and every finding (``thidua check``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_cli.evidence.gather import gather
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import FIELDS, IntakeFile, Table, UnrecognisedSheet
from thidua_cli.pipeline import JUDGING, ReadOptions, closing_day, read, standing, tables_of_use
from thidua_cli.plan.mapping import Unknown, UnknownSheet, mapping_text
from thidua_cli.plan.model import Plan
from thidua_cli.progress import Progress, silent
from thidua_cli.reports.owing import UnitOwes, owing
from thidua_cli.text.quoting import WITHHELD
from thidua_cli.text.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and found; ``unit_names`` are the units' names by id."""

    files: Sequence[IntakeFile]
    tables: Sequence[Table]
    unrecognised: Sequence[UnrecognisedSheet]
    findings: Sequence[Finding]
    unit_names: Mapping[str, str]
    owed: Sequence[UnitOwes] = ()
    """What is not filled in yet, by unit, in the folder of a year."""
    no_units: bool = False
    """Whether not even the register of that year has a unit."""


def check(
    paths: Sequence[Path],
    plan: Plan,
    *,
    as_of: date | None = None,
    options: ReadOptions | None = None,
    progress: Progress = silent,
) -> Checked:
    """Read everything and look at every value, but judge nothing. Raises UnreadableFileError as ``score`` does."""
    day = closing_day(plan, as_of)
    reading = read(paths, plan, options or ReadOptions(), progress)
    intake = reading.intake
    progress(JUDGING)
    evidence = gather(tables_of_use(intake), plan, day, intake.withheld, intake.findings)
    names = {unit.id: unit.name for unit in evidence.units}
    form = any(file.form for file in intake.files)
    judged = owing(standing(intake, evidence, plan, day)) if form and evidence.units else []
    owed = [one for one in judged if one.owed]
    empty = form and not evidence.units
    return Checked(intake.files, intake.tables, reading.unrecognised, evidence.findings, names, owed, no_units=empty)


def unknown_words(checked: Checked) -> str:
    """A mapping file to fill in, with every header, status and unit name that was not understood."""
    sheets = [
        UnknownSheet(
            f"{u.file} [{u.sheet}]", u.heads, tuple(f"{u.nearest}.{m}" for m in u.missing if m in FIELDS[u.nearest])
        )
        for u in checked.unrecognised
        if u.nearest is not None and u.heads
    ]
    return mapping_text(sheets, _words(checked, "unknown_status", "value"), _words(checked, "unknown_unit", "name"))


def _words(checked: Checked, code: str, param: str) -> list[Unknown]:
    found: dict[str, tuple[int, str]] = {}
    for finding in checked.findings:
        word = str(finding.params.get(param, ""))
        if finding.code == code and not word.startswith("(") and word != WITHHELD:
            count, nearest = found.get(word, (0, ""))
            found[word] = (count + finding.count, nearest or str(finding.params.get("nearest", "")))
    ordered = sorted(found.items(), key=lambda item: sort_key(item[0]))
    return [Unknown(word, f"{count} dòng", nearest) for word, (count, nearest) in ordered]
