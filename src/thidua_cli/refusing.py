"""What makes a score impossible, in the words that are said then: nothing known, refused, not filled in yet."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.calling import command
from thidua_cli.errors import DataError
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Intake
from thidua_cli.result import Result
from thidua_cli.text.language import joined, t

_MOST_NAMED = 8
"""Units named where a folder is not filled in yet."""


def untouched() -> DataError:
    """The folder of a year in whose register nobody stands yet."""
    return DataError(
        t("Not filled in yet: the register of units (don-vi.xlsx) has no unit."),
        t(
            "Write the units into don-vi.xlsx, a row each, then fill in the other tables. "
            "What is still missing then: {check}",
            check=command("check"),
        ),
    )


def refuse_unfilled(result: Result) -> None:
    """The folder of a year that is still being filled in has no standing. Raises DataError with what is missing."""
    from thidua_cli.reports.owing import owing, unfilled
    from thidua_cli.reports.terminal.owed import OwedList

    missing = [one for one in owing(result) if one.owed]
    if unfilled(missing):
        hint = t(
            "The whole list: {check}\nAs letters to the units: {remind}\n"
            "To judge what is there all the same, add --skip-unreadable.",
            check=command("check"),
            remind=command("remind"),
        )
        raise DataError(OwedList(units=missing, most=_MOST_NAMED), hint)


def refused_tables(findings: Sequence[Finding]) -> DataError:
    """One message for all tables that lack a column or whose columns are shifted."""
    shown = sorted(findings, key=Finding.sort_key)[:5]
    said = (joined([f"{one.file} [{one.sheet}] {one.cell}: ", one.sentence], "") for one in shown)
    hint = t("{hint} Or add --skip-unreadable to judge the rest (the findings say so).", hint=shown[0].remedy)
    return DataError(joined(said, "\n"), hint=hint)


def no_tables(intake: Intake) -> DataError:
    """No sheet of any file holds a known table: what each of the first ones lacks."""
    names = ", ".join(file.name for file in intake.files[:5]) or t("(no file)")
    reasons = [f for f in intake.findings if f.code in ("unrecognised_sheet", "known_but_unused", "missing_column")][:5]
    detail = joined((joined([f"\n  {one.file} [{one.sheet}] ", one.sentence], "") for one in reasons), "")
    return DataError(
        t("No known table in: {names}.{detail}", names=names, detail=detail),
        hint=t("What each sheet lacks: {check}", check=command("check")),
    )
