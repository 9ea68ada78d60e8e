"""How far a figure is from its threshold, as a bar on one scale per measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from thidua_cli.result import MeasureResult, Result

WIDTH = 120
"""Units of the drawing, as the page's style gives it in pixels."""

_LEAST = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a drawing ``WIDTH`` units wide: the threshold's place, the left edge, the length (0: on the line)."""

    threshold: int
    left: int
    length: int


class Scales:
    """One scale per measure over all units, so that the bars of two units can be compared by eye."""

    def __init__(self, result: Result) -> None:
        self._bounds: dict[str, tuple[Decimal, Decimal]] = {}
        for measure in _measures(result):
            self._widen(measure.id, _number(measure.threshold))
            self._widen(measure.id, _number(measure.value))

    def _widen(self, measure_id: str, value: Decimal | None) -> None:
        if value is not None:
            least, greatest = self._bounds.get(measure_id, (value, value))
            self._bounds[measure_id] = (min(least, value), max(greatest, value))

    def bar(self, measure: MeasureResult) -> Bar | None:
        """The measure's bar, or None without a value."""
        value, threshold = _number(measure.value), _number(measure.threshold)
        if value is None or threshold is None:
            return None
        at, zero = self._at(measure.id, value), self._at(measure.id, threshold)
        if value == threshold:
            return Bar(zero, zero, 0)
        # A figure just off its threshold must not look as if it stood on it.
        length = max(abs(at - zero), _LEAST)
        return Bar(zero, zero if value > threshold else zero - length, length)

    def _at(self, measure_id: str, value: Decimal) -> int:
        least, greatest = self._bounds[measure_id]
        share = (value - least) / (greatest - least) if greatest > least else Decimal(1)
        return 4 + round(share * (WIDTH - 8))


def _measures(result: Result) -> Iterable[MeasureResult]:
    return (one for unit in result.units for criterion in unit.criteria for one in criterion.measures)


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal(text) if text is not None else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
