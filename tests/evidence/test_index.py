"""The PAR index: the score that counts, in points of 100, or not known where its scale is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.support.tables import Row, codes, evidence, finding, table
from thidua_cli.evidence.model import Count, Evidence
from thidua_cli.intake.tables import Kind, Table

LOC = "phuong-an-loc"


def index(row: Row, *, most: int | None = None, file: str = "") -> Table:
    """A table of An Lộc's score, of which the table says that it is out of ``most``."""
    made = table(Kind.PAR_INDEX, [{"unit": "Phường An Lộc", **row}], file=file)
    return made if most is None else replace(made, maxima={"score_appraised": Fraction(most)})


def score(found: Evidence) -> Count:
    """An Lộc's score."""
    return found.facts[LOC].counts["par_index"]


@pytest.mark.parametrize(
    ("row", "most"),
    [
        ({"score_appraised": 52, "score_max": 65}, None),
        ({"score_appraised": 48}, 60),
        ({"score_appraised": 52, "score_max": 65}, 60),
    ],
)
def test_a_score_out_of_another_maximum_is_its_share(row: Row, most: int | None) -> None:
    """A column of maxima rules over what the table says of all scores, and a finding says so."""
    found = evidence(index(row, most=most))
    assert 80 == score(found).value
    assert Decimal("80.00") == finding(found, "index_rescaled").params["value"]


@pytest.mark.parametrize(
    ("row", "most"),
    [
        ({"score_appraised": 52, "score_max": 100}, None),
        ({"score_appraised": 52, "score_max": None}, None),
        ({"score_appraised": 52}, 100),
    ],
)
def test_a_score_out_of_a_hundred_stays(row: Row, most: int | None) -> None:
    """A maximum of 100 or none at all is no reason to change a score."""
    found = evidence(index(row, most=most))
    assert 52 == score(found).value
    assert "index_rescaled" not in codes(found)


def test_a_share_is_never_scaled() -> None:
    """Where head or cells say that the scores are percentages, no maximum is applied."""
    made = replace(index({"score_appraised": 52, "score_max": 65}), shares=frozenset({"score_appraised"}))
    assert 52 == score(evidence(made)).value


@pytest.mark.parametrize(
    ("share", "clear"), [(52, True), (0.52, True), (52.05, True), (80, False), (0.8, False), (None, True)]
)
def test_a_share_beside_that_says_otherwise_leaves_the_scale_open(share: float | None, clear: bool) -> None:
    """A printed share is the score but for rounding, or the scale is not known and nothing is judged by it."""
    found = evidence(index({"score_appraised": 52, "share": share}))
    assert (52 if clear else None, None if clear else "ambiguous_column") == (score(found).value, score(found).reason)
    assert clear == ("index_scale_unclear" not in codes(found))


def test_a_score_just_below_the_threshold_is_not_rounded_onto_it() -> None:
    """51.9999 of 65 is less than 80 and shows as less."""
    found = evidence(index({"score_appraised": "51,9999", "score_max": 65}))
    assert score(found).value is not None
    assert Fraction(80) > (score(found).value or Fraction(0))
    assert Decimal("79.99") == finding(found, "index_rescaled").params["value"]


@pytest.mark.parametrize(
    ("row", "value", "said"),
    [
        ({"score_final": 90, "score_appraised": 80, "score_self": 95}, 90, False),
        ({"score_final": None, "score_appraised": 80, "score_self": 95}, 80, False),
        ({"score_appraised": None, "score_self": 95}, 95, True),
    ],
)
def test_final_before_appraised_before_self(row: Row, value: int, said: bool) -> None:
    """The first of the plan's scores that is filled counts; a self-assessed one is said."""
    found = evidence(index(row))
    assert value == score(found).value
    assert said == ("self_score_used" in codes(found))


def test_two_scores_of_one_rank_that_differ_are_none() -> None:
    """The same score twice is one; another one contradicts it."""
    same = evidence(index({"score_appraised": 80}, file="a.xlsx"), index({"score_appraised": "80,0"}, file="b.xlsx"))
    other = evidence(index({"score_appraised": 80}, file="a.xlsx"), index({"score_appraised": 81}, file="b.xlsx"))
    assert 80 == score(same).value
    assert (None, "conflicting") == (score(other).value, score(other).reason)
    assert "conflicting_rows" in codes(other)


def test_words_for_a_score_are_no_score() -> None:
    """A score that cannot be read is unknown, not the next column's."""
    found = evidence(index({"score_final": "đang chờ", "score_appraised": 80}))
    assert (None, "unreadable") == (score(found).value, score(found).reason)


def test_a_score_above_its_maximum_is_none() -> None:
    """865 of 100 is a comma that was lost, and 101 of 70 no share of it: neither is judged."""
    for row in ({"score_appraised": 865}, {"score_appraised": 101, "score_max": 70}):
        found = evidence(index(row))
        assert ((None, "unreadable"), True) == (
            (score(found).value, score(found).reason),
            "impossible_count" in codes(found),
        )


def test_shares_of_one_are_points_of_hundred() -> None:
    """Scores that are all shares of 1 are said to be taken so."""
    found = evidence(index({"score_appraised": 0.865}))
    assert Fraction(173, 2) == score(found).value
    assert "index_rescaled" in codes(found)


def test_a_score_that_cannot_be_told_is_not_answered_by_the_units_own() -> None:
    """Two appraised columns: what the unit gave itself does not stand in for them."""
    made = index({"score_self": 92})
    found = evidence(replace(made, open=frozenset({"score_appraised"})))
    assert (None, "ambiguous_column") == (score(found).value, score(found).reason)
