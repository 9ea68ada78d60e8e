"""Whether the data of a result are of another year or period than its plan."""

from __future__ import annotations

from thidua_cli.result import FindingInfo, Result

_TIMELESS = frozenset({"units", "individuals", "council_decisions", "earlier_awards"})


def other_years(result: Result) -> list[str]:
    """The years of the data where every table that names its time is of another year than the plan's; else none."""
    foreign = {(one.file, one.sheet): _years(one) for one in result.findings if one.code == "other_period"}
    named = {
        (file.file, sheet.sheet)
        for file in result.inputs
        for sheet in file.sheets
        if sheet.period and sheet.rows and sheet.kind not in _TIMELESS
    }
    years = sorted(set().union(*foreign.values()))
    return years if named <= foreign.keys() and str(result.plan.year) not in years else []


def judged(result: Result) -> bool:
    """Whether any unit has a verdict."""
    measures = (one for unit in result.units for criterion in unit.criteria for one in criterion.measures)
    return any(one.verdict in ("met", "not_met") for one in measures)


def unjudged(result: Result) -> bool:
    """Whether no unit has a verdict where figures are of another period than the one judged."""
    return any(one.code in ("other_period", "period_conflict") for one in result.findings) and not judged(result)


def _years(finding: FindingInfo) -> set[str]:
    """The years in which the period of a table begins and ends."""
    return {day[:4] for day in (finding.period or "").split("/") if day}
