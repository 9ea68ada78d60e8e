"""Rows that speak of one thing: which of them are one, and which of those rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.evidence.same_rows import grouped, settle, subject


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "", "x", "y"])), max_size=7))
def test_rows_of_one_key_are_one_unless_their_details_tell_them_apart(keys: list[tuple[str, str]]) -> None:
    """One detail beside blanks is everybody's; of several nobody knows whose the blanks are, so they stay apart."""
    expected = []
    for key in {key for key, _ in keys}:
        rows = [n for n, (own, _) in enumerate(keys) if own == key]
        told = {keys[n][1] for n in rows} - {""}
        split = {"" if len(told) < 2 else keys[n][1] for n in rows}
        expected += [[n for n in rows if len(told) < 2 or keys[n][1] == detail] for detail in split]
    assert sorted(expected) == grouped(list(keys))


@given(st.lists(st.tuples(st.sampled_from(["done", "open"]), st.integers(1, 3)), min_size=1, max_size=5))
def test_the_row_that_speaks_of_the_latest_day_rules(rows: list[tuple[str, int]]) -> None:
    """The first of the latest; where those say different things it is contradicted, and the others are named."""
    numbered = [(n, state, day) for n, (state, day) in enumerate(rows)]
    found = settle(numbered, lambda row: row[1], lambda row: date(2021, 1, row[2]))
    latest = [row for row in numbered if row[2] == max(day for _, day in rows)]
    assert latest[0] == found.row
    assert [row for row in numbered if row != latest[0]] == list(found.others)
    assert (len({state for _, state, _ in latest}) > 1) == found.contradicted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1. Rà soát thủ tục", "Rà soát thủ tục", True),
        ("1.2.3 Rà soát thủ tục", "a) Rà soát thủ tục.", True),
        ("- Rà soát, thủ tục", "đ) rà soát thủ tục", True),
        ("02 cuộc kiểm tra", "cuộc kiểm tra", False),
        ("Rà soát thủ tục", "Ra soat thu tuc", False),
    ],
)
def test_what_a_row_speaks_of(one: str, other: str, same: bool) -> None:
    """Words with their accents, without numbering or punctuation; a number of the text's own stays."""
    assert same == (subject(one) == subject(other))
