"""A result as pandas frames, for analysts who work on in a notebook. pandas is imported only here, when asked for.

Exact values stay exact: figures that are whole come as integers, ``score`` and ``value`` as :class:`decimal.Decimal`
(object columns), so that a comparison in a notebook is as exact as the program's own. ``frame.astype(float)`` draws.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.result import Result

if TYPE_CHECKING:
    import pandas as pd


def standings(result: Result) -> pd.DataFrame:
    """One row per unit, in the order of the standings.

    Index ``unit``; name, group, rank, tied, score (Decimal, 0 to 100), all_met, criteria_met, criteria_applicable,
    council_review.
    """
    import pandas as pd

    rows = [
        {
            "unit": unit.id,
            "name": unit.name,
            "group": unit.group,
            "rank": unit.rank,
            "tied": unit.tied,
            "score": Decimal(unit.score),
            "all_met": unit.all_met,
            "criteria_met": unit.criteria_met,
            "criteria_applicable": unit.criteria_applicable,
            "council_review": unit.council_review,
        }
        for unit in result.units
    ]
    return pd.DataFrame(rows).set_index("unit")


def verdicts(result: Result) -> pd.DataFrame:
    """One row per unit, criterion and measure (the index).

    Verdict of the criterion and of the measure, numerator, denominator, undecided rows, value (Decimal; percent points
    for shares), operator, threshold, shortfall in cases.
    """
    import pandas as pd

    rows = [
        {
            "unit": unit.id,
            "criterion": criterion.id,
            "measure": measure.id,
            "criterion_verdict": criterion.verdict,
            "verdict": measure.verdict,
            "reason": measure.reason,
            "numerator": measure.numerator,
            "denominator": measure.denominator,
            "undecided": measure.undecided,
            "value": None if measure.value is None else Decimal(measure.value),
            "operator": measure.operator,
            "threshold": Decimal(measure.threshold),
            "shortfall": measure.shortfall,
        }
        for unit in result.units
        for criterion in unit.criteria
        for measure in criterion.measures
    ]
    return pd.DataFrame(rows).astype({"shortfall": "Int64"}).set_index(["unit", "criterion", "measure"])


def counts(result: Result) -> pd.DataFrame:
    """One row per unit (index ``unit``), one column per named count (``received``, ``early`` …).

    Missing where unknown. The counts' meaning stands in ``result.plan.counts``.
    """
    import pandas as pd

    table = {
        unit.id: {
            name: Decimal(value) if isinstance(value, str) else value
            for criterion in unit.criteria
            for measure in criterion.measures
            for name, value in measure.counts.items()
        }
        for unit in result.units
    }
    frame = pd.DataFrame.from_dict(table, orient="index")
    frame.index.name = "unit"
    return frame


def individuals(result: Result) -> pd.DataFrame:
    """One row per person: name, unit, position, leader, eligible, and the verdict on each of the persons' criteria."""
    import pandas as pd

    return pd.DataFrame(
        [
            {
                "name": person.name,
                "unit": person.unit,
                "position": person.position,
                "leader": person.leader,
                "eligible": person.eligible,
                **{criterion.id: criterion.verdict for criterion in person.criteria},
            }
            for person in result.individuals
        ]
    )


def findings(result: Result) -> pd.DataFrame:
    """One row per finding: code, severity, message, count, file, sheet, cell, unit."""
    import pandas as pd

    names = ("code", "severity", "message", "count", "file", "sheet", "cell", "unit")
    return pd.DataFrame(
        [{name: getattr(finding, name) for name in names} for finding in result.findings], columns=names
    )
