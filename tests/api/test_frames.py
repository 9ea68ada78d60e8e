"""Frames of a result: their columns and types, whatever the result holds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import msgspec
import pandas as pd
import pytest

import thidua_cli
from tests.repository.places import ROOT
from thidua_cli import Result, frames
from thidua_cli.reports.cases import cases

FRAMES = [
    frames.standings, frames.verdicts, frames.counts, frames.individuals, frames.proposals, frames.findings,
]  # fmt: skip


@pytest.fixture(scope="module")
def result() -> Result:
    """The result of the first sample."""
    return thidua_cli.score(ROOT / "samples" / "mot-tap.xlsx")


def _without_figures(result: Result) -> Result:
    """The same with nothing known: no figure, no shortfall, nobody put forward, no reward."""
    blank = msgspec.structs.replace
    units = [
        blank(
            unit,
            criteria=[
                blank(
                    criterion,
                    measures=[
                        blank(
                            measure,
                            numerator=None,
                            denominator=None,
                            value=None,
                            shortfall=None,
                            counts=dict.fromkeys(measure.counts),
                        )
                        for measure in criterion.measures
                    ],
                )
                for criterion in unit.criteria
            ],
        )
        for unit in result.units
    ]
    return blank(result, units=units, individuals=[], proposals=[], findings=[])


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.__name__)
def test_types_do_not_hang_on_the_data(frame: Callable[[Result], pd.DataFrame], result: Result) -> None:
    """A frame has the same columns of the same types where nothing is known and where everything is."""
    full, blank = frame(result), frame(_without_figures(result))
    assert dict(full.dtypes) == dict(blank.dtypes)
    assert len(full)
    assert full.index.names == blank.index.names


@pytest.mark.parametrize(
    ("frame", "columns"),
    [
        (frames.standings, ["rank", "criteria_met", "criteria_applicable"]),
        (frames.verdicts, ["denominator", "undecided", "shortfall"]),
        (frames.counts, ["received", "early", "late", "tasks_assigned"]),
        (frames.proposals, ["reward_vnd", "places_left"]),
        (frames.findings, ["count"]),
    ],
)
def test_whole_figures_are_nullable_integers(
    frame: Callable[[Result], pd.DataFrame], columns: list[str], result: Result
) -> None:
    """Whole figures are Int64, so that a missing one makes no float of the others."""
    table = frame(result)
    assert [pd.Int64Dtype()] * len(columns) == [table.dtypes[name] for name in columns]


def test_figures_with_decimals_stay_exact(result: Result) -> None:
    """Scores, values, thresholds and the index are Decimals of the digits that the result holds."""
    unit = result.units[0]
    index = next(measure for one in unit.criteria for measure in one.measures if measure.id == "par_index")
    assert Decimal(unit.score) == frames.standings(result).loc[unit.id, "score"]
    assert Decimal(str(index.numerator)) == frames.counts(result).loc[unit.id, "par_index"]
    row = frames.verdicts(result).xs((unit.id, "tc4", "par_index"))
    assert (Decimal(index.value or 0), Decimal(index.threshold)) == (row["value"], row["threshold"])


def test_a_missing_count_is_missing_and_the_rest_stays_whole(result: Result) -> None:
    """A unit without dossiers has missing counts, and another unit's count is still a whole number."""
    counts = frames.counts(_without_figures(result))
    assert bool(counts["late"].isna().all())
    late = frames.counts(result)["late"]
    assert {int} == {type(value) for value in late.dropna().tolist()}


def test_counts_have_their_columns_without_any_unit(result: Result) -> None:
    """The counts of a result without units are the plan's, as many as where there are units."""
    empty = frames.counts(msgspec.structs.replace(result, units=[]))
    assert dict(frames.counts(result).dtypes) == dict(empty.dtypes)


def test_an_undecided_person_is_neither_eligible_nor_not(result: Result) -> None:
    """Eligibility is missing for whoever lacks figures and failed nothing, and false for whoever failed."""
    people = result.individuals
    undecided = next(one for one in people if not one.eligible and one.council_review)
    failed = next(one for one in people if any(c.verdict == "not_met" for c in one.criteria))
    eligible = next(one for one in people if one.eligible)
    table = frames.individuals(result)
    said = {id(one): value for one, value in zip(people, table["eligible"], strict=True)}
    assert said[id(undecided)] is pd.NA
    assert (said[id(failed)], said[id(eligible)]) == (False, True)


def test_a_leader_of_a_unit_that_failed_is_not_eligible(result: Result) -> None:
    """Figures that a leader still lacks cannot help where the leader's unit failed a criterion."""
    replace = msgspec.structs.replace
    failed = next(unit for unit in result.units if any(one.verdict == "not_met" for one in unit.criteria))
    person = next(one for one in result.individuals if not one.eligible and one.council_review)
    leader = replace(person, unit=failed.id, leader=True, council_review=False)
    table = frames.individuals(replace(result, individuals=[leader]))
    assert table["eligible"].tolist() == [False]


def test_proposals_hold_every_case_of_the_council(result: Result) -> None:
    """Whoever the council decides about stands among the proposals, without a sum where something is not known."""
    found = cases(result)
    open_ = [case for case in found if case.proposal is None]
    table = frames.proposals(result)
    review = table[table["council_review"]]
    assert open_
    assert sorted(case.unit for case in found) == sorted(review["unit"])
    assert int(review["reward_vnd"].isna().sum()) == len(open_)


def test_the_frames_module_shows_its_frames_alone() -> None:
    """What Tab offers behind frames are the six frames."""
    assert sorted(frame.__name__ for frame in FRAMES) == dir(frames)
