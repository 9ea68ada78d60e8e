"""The examples inside a plan: counts given, verdicts expected (``thidua plan test``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from thidua_cli.plan.model import Plan
from thidua_cli.records import record

Judge = Callable[[Mapping[str, Fraction], bool], Mapping[str, str]]
"""(counts that are known, whether the unit is assessed) to verdicts by criterion id and by measure id.

A count that is not in the mapping has no data. The callable is passed in, so that the plan knows nothing of judging.
"""


@record
class Difference:
    """One verdict of an example that came out otherwise; ``actual`` is empty where the judge gave none."""

    id: str
    expected: str
    actual: str


@record
class ExampleOutcome:
    """One example after its run: passed where no verdict differs."""

    name: str
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether every expected verdict came out."""
        return not self.differences


def run_examples(plan: Plan, judge: Judge) -> list[ExampleOutcome]:
    """Judge every example's counts and compare with what the plan expects, in the plan's order."""
    outcomes = []
    for example in plan.examples:
        actual = judge({name: Fraction(value) for name, value in example.counts.items()}, example.assessed)
        differences = tuple(
            Difference(name, expected, actual.get(name, ""))
            for name, expected in example.expected.items()
            if actual.get(name) != expected
        )
        outcomes.append(ExampleOutcome(example.name, differences))
    return outcomes
