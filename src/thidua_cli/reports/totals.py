"""Figures of many units together: totals of a measure, shares of units. Exact, and rounded one way everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.result import MeasureResult, UnitResult
from thidua_cli.text.figures import exact


def share(part: int | Fraction, whole: int | Fraction) -> str:
    """A share as “98,79%”: two decimals, all is “100%” and nothing “0%” and nothing else is; “–” of nothing."""
    return wording.share_text(part, whole) or "–"


def measure_of(unit: UnitResult, measure: str, criterion: str | None = None) -> MeasureResult | None:
    """One measure of a unit as judged (for one criterion, where several use it), or None."""
    found = (m for c in unit.criteria if criterion in (None, c.id) for m in c.measures if m.id == measure)
    return next(found, None)


@dataclass(frozen=True, slots=True)
class Total:
    """A measure over many units: sums of numerators and denominators, how many units have figures, how many none."""

    numerator: Fraction
    denominator: Fraction
    units: int
    missing: int

    @property
    def counts(self) -> str:
        """“1.225/1.240”; “–” where no unit has figures."""
        if not self.units:
            return "–"
        return f"{wording.decimal_text(exact(self.numerator))}/{wording.decimal_text(exact(self.denominator))}"

    @property
    def share(self) -> str:
        """“98,79%”; “–” where there is nothing to divide by."""
        return share(self.numerator, self.denominator)


def total(units: Iterable[UnitResult], measure: str) -> Total:
    """The total of a ratio over the units that have figures; those without (no data) are counted apart."""
    judged = [one for unit in units if (one := measure_of(unit, measure)) is not None]
    known = [one for one in judged if one.numerator is not None and one.denominator is not None]
    return Total(
        numerator=sum((Fraction(str(one.numerator)) for one in known), Fraction(0)),
        denominator=sum((Fraction(one.denominator or 0) for one in known), Fraction(0)),
        units=len(known),
        missing=sum(one.verdict == "no_data" and one.numerator is None for one in judged),
    )
