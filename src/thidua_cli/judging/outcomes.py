"""Which verdicts the readings of undecided cases allow, all of them and no others, without trying each reading.

A ratio meets ``>= t`` where ``numerator - t * denominator >= 0``. That expression is a sum over cases, so its least and
greatest value over all readings are sums of each case's least and greatest part. ``=`` is met by one sum alone, which
may be out of reach between the two: the sums that can be reached are then kept as the bits of one number. A reading
under which a ratio has no case at all is judged by the plan's setting for none, so both kinds are followed apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from thidua_cli.plan.model import Operator
from thidua_cli.records import record

Part = tuple[int, int]
"""What one reading of one case adds to numerator and denominator."""
Options = frozenset[Part]
"""What one case may add."""

MAX_BITS = 1 << 22
"""Beyond so many possible sums "=" is not told apart from "perhaps": undecided, which is never wrong."""
MAX_STEPS = 1 << 12
"""The same for cases with three readings or more, each of which is a step of its own."""


@record
class Outcomes:
    """Whether some reading has no case at all, and which answers ("is it met?") the others give."""

    none: bool
    some: frozenset[bool]


def holds(value: Fraction, operator: Operator, threshold: Fraction) -> bool:
    """Exact comparison."""
    if operator == "=":
        return value == threshold
    if operator == ">=":
        return value >= threshold
    if operator == ">":
        return value > threshold
    return value <= threshold if operator == "<=" else value < threshold


def outcomes(
    start: tuple[Fraction, Fraction], cases: Sequence[Options], operator: Operator, threshold: Fraction
) -> Outcomes:
    """The answers of all readings; ``start`` is what the decided cases add to numerator and denominator."""
    scale = threshold.denominator * start[0].denominator * start[1].denominator

    def weight(over: Fraction | int, under: Fraction | int) -> int:
        return int(scale * over - scale * threshold * under)

    kinds: Counter[Kind] = Counter()
    for case, times in Counter(cases).items():
        kinds[frozenset((weight(*part), part[1] > 0) for part in case)] += times
    first = weight(*start)
    counted = start[1] > 0
    with_cases, without = _spans(first, kinds, counted=counted)
    if with_cases is None:
        return Outcomes(without is not None, frozenset())
    least, greatest = with_cases
    some = {holds(Fraction(end), operator, Fraction(0)) for end in (least, greatest)}
    if operator == "=" and least < 0 < greatest and _may_be_zero(first, kinds, counted=counted):
        some |= {True}
    return Outcomes(without is not None, frozenset(some))


def extremes(
    start: tuple[Fraction, Fraction], cases: Sequence[Options], threshold: Fraction
) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    """Numerator and denominator of the reading that leaves the ratio lowest against ``threshold``, and highest."""

    def order(part: Part) -> tuple[Fraction, Part]:
        return part[0] - threshold * part[1], part

    ends = []
    for choose in (min, max):
        parts = [(choose(case, key=order), times) for case, times in Counter(cases).items()]
        over, under = (start[side] + sum(part[side] * times for part, times in parts) for side in (0, 1))
        ends.append((over, under))
    return ends[0], ends[1]


Kind = frozenset[tuple[int, bool]]
"""One case's readings: what each adds to the sum, and whether it adds to the denominator at all."""
Span = tuple[int, int]


def _spans(first: int, kinds: Counter[Kind], *, counted: bool) -> tuple[Span | None, Span | None]:
    """Least and greatest sum over the readings with some case in the denominator, and over those without any."""
    some: Span | None = (first, first) if counted else None
    none: Span | None = None if counted else (first, first)
    for kind, times in kinds.items():
        every = _ends(kind)
        yes, no = (_ends(option for option in kind if option[1] == wanted) for wanted in (True, False))
        for _ in range(times):
            some, none = _joined(_plus(some, every), _plus(none, yes)), _plus(none, no)
    return some, none


def _ends(options: Iterable[tuple[int, bool]]) -> Span | None:
    weights = [weight for weight, _ in options]
    return (min(weights), max(weights)) if weights else None


def _plus(one: Span | None, other: Span | None) -> Span | None:
    return None if one is None or other is None else (one[0] + other[0], one[1] + other[1])


def _joined(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _may_be_zero(first: int, kinds: Counter[Kind], *, counted: bool) -> bool:
    """Whether some reading with a case in the denominator has the sum 0. True as well where that is too much to try.

    Bit ``n`` of ``some`` says that the sum ``n`` above the least can be reached; ``none`` are those without any case.
    """
    ends = {kind: (min(kind)[0], max(kind)[0]) for kind in kinds}
    wanted = -first - sum(ends[kind][0] * times for kind, times in kinds.items())
    if sum((ends[kind][1] - ends[kind][0]) * times for kind, times in kinds.items()) > MAX_BITS:
        return True
    some, none = (1, 0) if counted else (0, 1)
    for kind, times in kinds.items():
        least, greatest = ends[kind]
        if counted and len(kind) <= 2:
            some = _either(some, greatest - least, times)
            continue
        if times > MAX_STEPS:
            return True
        yes, no = ([weight - least for weight, adds in kind if adds == wish] for wish in (True, False))
        for _ in range(times):
            some, none = _shifted(some, [*yes, *no]) | _shifted(none, yes), _shifted(none, no)
    return bool(some >> wanted & 1)


def _either(bits: int, step: int, times: int) -> int:
    """The sums after so many cases that each add a step or nothing: any number of steps up to ``times``, by halves."""
    chunk = 1
    while times:
        taken = min(chunk, times)
        bits |= bits << step * taken
        times, chunk = times - taken, chunk * 2
    return bits


def _shifted(bits: int, steps: Iterable[int]) -> int:
    found = 0
    for step in steps:
        found |= bits << step
    return found
