"""A result as pandas frames, for analysts who work on in a notebook. pandas is imported only here, when asked for.

Exact values stay exact. Whole figures are pandas' ``Int64``, which knows missing ones; figures that may have decimals
are :class:`decimal.Decimal` (object columns), so that a comparison in a notebook is as exact as the program's own.
``frame.astype(float)`` draws. The columns and their types are the same for every result of one plan, also for an empty
frame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from thidua_cli.reports.cases import cases
from thidua_cli.result import IndividualResult, Result

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["counts", "findings", "individuals", "proposals", "standings", "verdicts"]

_WHOLE: Final = "Int64"
_BOOL: Final = "boolean"
_OBJECT: Final = "object"
_Row = Mapping[str, object]


def standings(result: Result) -> pd.DataFrame:
    """One row per unit, in the order of the standings.

    Index ``unit``; name, group, rank, tied, score (Decimal, 0 to 100), all_met, criteria_met, criteria_applicable,
    council_review.
    """
    names = ("unit", "name", "group", "rank", "tied", "score", "all_met", "criteria_met", "criteria_applicable")
    rows = [
        {
            "unit": unit.id,
            **{name: getattr(unit, name) for name in names[1:]},
            "score": Decimal(unit.score),
            "council_review": unit.council_review,
        }
        for unit in result.units
    ]
    types = {"score": _OBJECT, "tied": _BOOL, "all_met": _BOOL, "council_review": _BOOL}
    whole = dict.fromkeys(("rank", "criteria_met", "criteria_applicable"), _WHOLE)
    return _frame(rows, (*names, "council_review"), {**types, **whole}, ["unit"])


def verdicts(result: Result) -> pd.DataFrame:
    """One row per unit, criterion and measure (the index).

    Verdict of the criterion and of the measure, numerator (Decimal), denominator, undecided rows, value (Decimal;
    percent points for shares), operator, threshold (Decimal), shortfall in cases.
    """
    names = ("verdict", "reason", "numerator", "denominator", "undecided", "value", "operator", "threshold")
    exact = ("numerator", "value", "threshold")
    rows = [
        {
            "unit": unit.id,
            "criterion": criterion.id,
            "measure": measure.id,
            "criterion_verdict": criterion.verdict,
            **{name: getattr(measure, name) for name in (*names, "shortfall")},
            **{name: _exact(getattr(measure, name)) for name in exact},
        }
        for unit in result.units
        for criterion in unit.criteria
        for measure in criterion.measures
    ]
    index = ["unit", "criterion", "measure"]
    types = {**dict.fromkeys(("denominator", "undecided", "shortfall"), _WHOLE), **dict.fromkeys(exact, _OBJECT)}
    return _frame(rows, (*index, "criterion_verdict", *names, "shortfall"), types, index)


def counts(result: Result) -> pd.DataFrame:
    """One row per unit (index ``unit``), one column per named count (``received``, ``early`` …).

    Missing where unknown. A count of cases is Int64; ``par_index``, a figure with decimals, is Decimal. The counts'
    meaning stands in ``result.plan.counts``.
    """
    rows = [
        {
            "unit": unit.id,
            **{
                name: _exact(value) if name in _WITH_DECIMALS else value
                for criterion in unit.criteria
                for measure in criterion.measures
                for name, value in measure.counts.items()
            },
        }
        for unit in result.units
    ]
    declared = (name for info in result.plan.measures for name in (*info.numerator, *info.denominator))
    names = dict.fromkeys((*declared, *(name for row in rows for name in row if name != "unit")))
    types = {name: _OBJECT if name in _WITH_DECIMALS else _WHOLE for name in names}
    return _frame(rows, ("unit", *names), types, ["unit"])


def individuals(result: Result) -> pd.DataFrame:
    """One row per person: name, unit, position, leader, eligible, and the verdict on each of the persons' criteria.

    ``eligible`` is missing where nothing failed and what is not known decides.
    """
    names = ("name", "unit", "position", "leader", "eligible")
    failed = {unit.id for unit in result.units if any(one.verdict == "not_met" for one in unit.criteria)}
    rows = [
        {
            **{name: getattr(person, name) for name in names},
            "eligible": _eligible(person, unit_failed=person.unit in failed),
            **{one.id: one.verdict for one in person.criteria},
        }
        for person in result.individuals
    ]
    criteria = [info.id for info in result.plan.individual_criteria]
    return _frame(rows, (*names, *criteria), {"leader": _BOOL, "eligible": _BOOL})


def _eligible(person: IndividualResult, *, unit_failed: bool) -> bool | None:
    """Whether a person is eligible; None where only what is not known stands between the person and a proposal."""
    verdicts = {one.verdict for one in person.criteria}
    if person.eligible or "not_met" in verdicts or (person.leader and unit_failed):
        return person.eligible
    return None if verdicts & {"met", "no_data"} else False


def proposals(result: Result) -> pd.DataFrame:
    """One row per proposal and per case for the council: award, unit, individual, reward_vnd, council_review.

    A case of which something is not known stands after the proposals, without award and reward. ``places_left`` and
    ``reason`` are the last columns.
    """
    names = ("award", "unit", "individual", "reward_vnd", "council_review", "places_left", "reason")
    rows: list[_Row] = [{name: getattr(proposal, name) for name in names} for proposal in result.proposals]
    rows += [
        {"unit": case.unit, "individual": case.individual, "council_review": True, "reason": case.reason}
        for case in cases(result)
        if case.proposal is None
    ]
    return _frame(rows, names, {"reward_vnd": _WHOLE, "council_review": _BOOL, "places_left": _WHOLE})


def findings(result: Result) -> pd.DataFrame:
    """One row per finding: code, severity, message, count, file, sheet, cell, unit."""
    names = ("code", "severity", "message", "count", "file", "sheet", "cell", "unit")
    rows = [{name: getattr(finding, name) for name in names} for finding in result.findings]
    return _frame(rows, names, {"count": _WHOLE})


_WITH_DECIMALS = frozenset({"par_index"})
"""The counts that are no number of cases."""


def _exact(value: int | str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _frame(
    rows: Sequence[_Row], columns: Sequence[str], types: Mapping[str, str], index: Sequence[str] = ()
) -> pd.DataFrame:
    """A frame with these columns in this order, whatever the rows; what no type is said of is text."""
    import pandas as pd

    frame = pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype=types.get(name, "string")) for name in columns}
    )
    return frame.set_index(list(index)) if index else frame


def __dir__() -> list[str]:
    return sorted(__all__)
