"""Every fact of the given sets' ``expected.json`` holds in the result.

A set's ``only_measures`` names the measures that its files can prove: form 06 alone says nothing about dossiers outside
the software, so there the facts that rest on ``on_software`` (criterion tc2, score, rank) are not held against it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan
from thidua_cli.result import MeasureResult, Result, UnitResult

EXPORTS = Path(__file__).resolve().parents[1] / "exports"
SETS = ["bieu-06", "mot-tap", "nhieu-tap"]
Facts = dict[str, Any]
"""One unit of an ``expected.json``."""


@pytest.fixture(scope="module", params=SETS)
def given(request: pytest.FixtureRequest) -> tuple[Facts, Result]:
    """The facts of a set, and its result."""
    folder = EXPORTS / request.param
    return json.loads((folder / "expected.json").read_bytes()), score([folder / "input"], load_plan())


def test_units_stand_where_they_should(given: tuple[Facts, Result]) -> None:
    """Every unit is in its group; rank, score and whether all criteria are met are those expected."""
    facts, result = given
    keys = ("group",) if facts["only_measures"] else ("group", "rank", "score", "all_met")
    expected = {name: [unit[key] for key in keys] for name, unit in facts["units"].items()}
    assert expected == {unit.name: [getattr(unit, key) for key in keys] for unit in result.units}


def test_criteria_get_their_verdicts(given: tuple[Facts, Result]) -> None:
    """Every criterion of every unit has the expected verdict."""
    facts, result = given
    proven = {c.id for c in result.plan.criteria if all(_proven(facts, r.measure) for r in c.requirements)}
    for unit in result.units:
        expected = {i: verdict for i, verdict in facts["units"][unit.name]["criteria"].items() if i in proven}
        assert (unit.name, expected) == (unit.name, {c.id: c.verdict for c in unit.criteria if c.id in proven})


def test_measures_have_their_figures(given: tuple[Facts, Result]) -> None:
    """Numerator, denominator, verdict and reason of every measure that the set speaks of are those expected."""
    facts, result = given
    for unit in result.units:
        measures = facts["units"][unit.name]["measures"]
        expected = {name: measure for name, measure in measures.items() if _proven(facts, name)}
        found = {name: _figures(measure) for name, measure in _measures(unit).items() if name in expected}
        assert (unit.name, expected) == (unit.name, found)


def test_counts_are_those_of_the_files(given: tuple[Facts, Result]) -> None:
    """Every count of every unit that a measure rests on is the expected one."""
    facts, result = given
    for unit in result.units:
        counts = facts["units"][unit.name]["counts"]
        expected = {name: n for name, n in counts.items() if name != "on_software" or _proven(facts, name)}
        found = {name: count for measure in _measures(unit).values() for name, count in measure.counts.items()}
        assert (unit.name, expected) == (unit.name, {name: found.get(name, 0) for name in expected})


def test_persons_are_eligible_as_expected(given: tuple[Facts, Result]) -> None:
    """Every person put forward is eligible or not as expected."""
    facts, result = given
    expected = {(n, p): ok for n, unit in facts["units"].items() for p, ok in unit.get("persons", {}).items()}
    names = {unit.id: unit.name for unit in result.units}
    assert expected == {(names[person.unit], person.name): person.eligible for person in result.individuals}


def _proven(facts: Facts, measure: str) -> bool:
    return facts["only_measures"] is None or measure in facts["only_measures"]


def _measures(unit: UnitResult) -> dict[str, MeasureResult]:
    return {measure.id: measure for criterion in unit.criteria for measure in criterion.measures}


def _figures(measure: MeasureResult) -> Facts:
    return {
        "numerator": measure.numerator,
        "denominator": measure.denominator,
        "verdict": measure.verdict,
        "reason": measure.reason,
    }
