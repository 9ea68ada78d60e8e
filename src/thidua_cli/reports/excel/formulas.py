"""Formulas that recompute what the judging computed, and the proof that they agree.

A formula is written only where its exact value equals the result's figure; else the figure stands as a plain value.
Comparisons are between whole numbers (``ROUND(x*K,0)`` takes the decimals of a threshold out), never on rounded rates.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.combined import CombinedUnit
from thidua_cli.reports import wording
from thidua_cli.reports.excel.page import cell_number
from thidua_cli.result import MeasureResult, UnitResult

MET, NOT_MET, NO_DATA, NOT_APPLICABLE = (
    wording.verdict_word(verdict) for verdict in ("met", "not_met", "no_data", "not_applicable")
)


@dataclass(frozen=True, slots=True)
class Cells:
    """Addresses of one figure's cells, all in its own row."""

    numerator: str
    denominator: str
    threshold: str
    verdict: str
    state: str


def decimals(text: str) -> int:
    """How many digits stand after the point: 2 for ``"98.79"``."""
    return len(text.partition(".")[2])


def rounding(exact: Fraction, shown: str, places: int) -> str | None:
    """Which of Excel's roundings to ``places`` digits turns ``exact`` into ``shown``; None if none does."""
    scaled, target = exact * 10**places, Fraction(shown) * 10**places
    candidates = {
        "ROUND": math.floor(scaled + Fraction(1, 2)),
        "ROUNDDOWN": math.floor(scaled),
        "ROUNDUP": math.ceil(scaled),
    }
    return next((name for name, value in candidates.items() if value == target), None)


def score_number(unit: UnitResult | CombinedUnit) -> float:
    """A unit's score as it is shown everywhere."""
    return cell_number(wording.score_text(unit).replace(",", "."))


def score_formula(exact: str) -> str:
    """A score with two decimals; 100 only where it is all and 0 only where it is none, as wherever scores are shown.

    Rounded from the four decimals that a result gives, so that the figure is the same in every file.
    """
    return _closed(f"ROUND(ROUND({exact},4),2)", f"ROUND({exact},8)<100", f"ROUND({exact},8)>0")


def share_formula(part: str, whole: str) -> str:
    """A share of two counts in percent, rounded as :func:`thidua_cli.reports.wording.share_text`; empty of nothing."""
    return f'IF({whole}=0,"",{_closed(f"ROUND(100*{part}/{whole},2)", f"{part}<{whole}", f"{part}>0")})'


def _closed(rounded: str, below_all: str, above_none: str) -> str:
    return f"IF(AND({below_all},{rounded}>=100),99.99,IF(AND({above_none},{rounded}<=0),0.01,{rounded}))"


def is_met(left: Fraction, operator: str, right: Fraction) -> bool:
    """The comparison itself; raises KeyError for an operator that is none."""
    return {
        ">=": left >= right,
        ">": left > right,
        "=": left == right,
        "<=": left <= right,
        "<": left < right,
    }[operator]


class Figure:
    """One requirement of one unit: its exact figures, and the formulas for the cells around them."""

    def __init__(self, measure: MeasureResult, zero_cases: str) -> None:
        self.measure = measure
        self.points = 100 if measure.percent else 1
        self.numerator = None if measure.numerator is None else Fraction(measure.numerator)
        self.denominator = Fraction(1 if measure.denominator is None else measure.denominator)
        self.threshold = Fraction(measure.threshold)
        self.exact: Fraction | None = None  # the value in the threshold's unit (percent points or plain)
        if self.numerator is not None and self.denominator:
            self.exact = self.numerator * self.points / self.denominator
        self.scale = 10 ** max(3, decimals(measure.threshold), decimals(str(measure.numerator or "")))
        self.zero_cases = zero_cases if zero_cases in wording.VERDICT_SYMBOLS else "not_applicable"

    def computed_verdict(self) -> str | None:
        """The verdict that the counts alone give; None where there are none."""
        if self.numerator is None:
            return None
        if self.exact is None:
            return self.zero_cases
        return "met" if is_met(self.exact, self.measure.operator, self.threshold) else "not_met"

    def state(self) -> str:
        """The verdict's word where it does not follow from the counts (no data, not assessed, undecided rows)."""
        same = self.computed_verdict() == self.measure.verdict
        return "" if same else wording.verdict_word(self.measure.verdict)

    def test(self, at: Cells) -> str:
        """The comparison of whole numbers: numerator × 100 against threshold × denominator."""
        return f"{self._reached(at)}{self.measure.operator}{self._needed(at)}"

    def _reached(self, at: Cells) -> str:
        return f"ROUND({at.numerator}*{self.scale},0)*{self.points}"

    def _needed(self, at: Cells) -> str:
        return f"ROUND({at.threshold}*{self.scale},0)*{at.denominator}"

    def value(self, at: Cells) -> str | None:
        """The value rounded for display, but cut off where that would cross the threshold, 0 or 100 percent.

        None if this would not be the result's figure.
        """
        if self.exact is None or self.measure.value is None:
            return None
        places = max(2, decimals(self.measure.value))
        if self._display(self.exact, places) != Fraction(self.measure.value):
            return None
        raw = f"{at.numerator}*{self.points}/{at.denominator}"
        rounded = f"ROUND({raw},{places})"
        too_high = f"AND({self._reached(at)}<{self._needed(at)},{rounded}>={at.threshold})"
        too_low = f"AND({self._reached(at)}>{self._needed(at)},{rounded}<={at.threshold})"
        if self.measure.percent:
            too_high = f"OR({too_high},AND({rounded}>=100,{at.numerator}<{at.denominator}))"
            too_low = f"OR({too_low},AND({rounded}<=0,{at.numerator}>0))"
        down, up = f"ROUNDDOWN({raw},{places})", f"ROUNDUP({raw},{places})"
        return f'IF({at.denominator}=0,"",IF({too_high},{down},IF({too_low},{up},{rounded})))'

    def _display(self, exact: Fraction, places: int) -> Fraction:
        scale = 10**places
        rounded = Fraction(math.floor(exact * scale + Fraction(1, 2)), scale)
        for barrier in (self.threshold, *((Fraction(100), Fraction(0)) if self.measure.percent else ())):
            if exact < barrier <= rounded:
                return Fraction(math.floor(exact * scale), scale)
            if rounded <= barrier < exact:
                return Fraction(math.ceil(exact * scale), scale)
        return rounded

    def verdict(self, at: Cells) -> str:
        """The verdict's word: what the state column says, else what the counts say."""
        zero = wording.verdict_word(self.zero_cases)
        by_counts = f'IF({self.test(at)},"{MET}","{NOT_MET}")'
        return f'IF({at.state}<>"",{at.state},IF({at.denominator}=0,"{zero}",{by_counts}))'

    def shortfall(self, at: Cells) -> str | None:
        """How many cases are lacking; None where the result says otherwise or nothing."""
        lack: int | None = None
        if self.numerator is not None and self.measure.verdict in ("met", "not_met"):
            exact = self.threshold * self.denominator / self.points - self.numerator
            lack = 0 if self.measure.verdict == "met" else math.ceil(exact)
        if lack is None or lack != self.measure.shortfall:
            return None
        up = f"ROUNDUP(({self._needed(at)}-{self._reached(at)})/{self.scale * self.points},0)"
        return f'IF({at.verdict}="{MET}",0,IF({at.verdict}="{NOT_MET}",{up},""))'

    def attainment(self, at: Cells) -> tuple[str, Fraction | None]:
        """The share of the threshold that is reached, at most 1; 0 without data, empty where it does not apply."""
        ratio = f"{self._reached(at)}/({self._needed(at)})"
        zero = f'IF({at.verdict}="{MET}",1,0)'
        reached = f"IF({at.denominator}*{at.threshold}=0,{zero},MIN(1,{ratio}))"
        formula = f'IF({at.verdict}="{NOT_APPLICABLE}","",IF({at.verdict}="{NO_DATA}",0,{reached}))'
        if self.measure.verdict == "not_applicable":
            return formula, None
        if self.measure.verdict == "no_data":
            return formula, Fraction(0)
        if self.exact is None or not self.threshold:
            return formula, Fraction(int(self.measure.verdict == "met"))
        return formula, min(Fraction(1), self.exact / self.threshold)
