from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout import forms
from tests.layout.lists import Row, dossiers
from tests.support.sheets import sheet, source
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.tables import Table
from thidua_cli.intake.understanding import understand
from thidua_cli.plan.model import Vocabulary

TITLES = st.lists(
    st.sampled_from(
        [[], ["HỒ SƠ MỘT CỬA"], ["", "(Từ ngày 01/01/2021 đến ngày 31/12/2021)"], ["UBND THÀNH PHỐ", "", "Mẫu số 1"]]
    ),
    max_size=4,
)


def content(made: Sheet) -> list[tuple[str, dict[str, list[object]]]]:
    """Kinds and cells of every table, without their places."""
    tables = understand(source(made), vocabulary=Vocabulary(), period=Period.of_year(2021))[0]
    return [(table.kind, {name: cells(table, name) for name in sorted(table.columns)}) for table in tables]


def cells(table: Table, name: str) -> list[object]:
    """One field, row by row."""
    return [table.columns[name].at(position) for position in range(len(table.rows))]


def moved(rows: Sequence[Row], titles: Sequence[Row], left: int, inner: int) -> list[Row]:
    """The rows under some title lines, with empty columns to their left and one inside."""
    return [*titles, *([*[None] * left, *row[:inner], None, *row[inner:]] for row in rows)]


@settings(max_examples=60, deadline=None)
@given(titles=TITLES, left=st.integers(0, 3), inner=st.integers(1, 6))
def test_titles_and_empty_columns_change_nothing(titles: list[Row], left: int, inner: int) -> None:
    """A list is the same list under any title lines and between empty columns."""
    rows = dossiers(4)
    assert content(sheet(rows)) == content(sheet(moved(rows, titles, left, inner)))


@settings(max_examples=60, deadline=None)
@given(pages=st.lists(st.integers(1, 19), max_size=4, unique=True), blank=st.booleans())
def test_repeated_headers_change_nothing(pages: list[int], blank: bool) -> None:
    """A list printed on several pages is the list itself."""
    rows = dossiers(20)
    paged = list(rows)
    for page in sorted(pages, reverse=True):
        paged[page + 1 : page + 1] = [*([[]] if blank else []), rows[0]]
    assert content(sheet(rows, name="Một cửa")) == content(sheet(paged, name="Một cửa"))


@pytest.mark.parametrize("form", [forms.form_06a, forms.hanoi, forms.opencps_20, forms.opencps_24, forms.bkav])
@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(2, 10)))
def test_the_order_of_columns_does_not_matter(form: object, order: list[int]) -> None:
    """Columns of a flattened form may stand in any order: heads say what they are, not places."""
    plain = flattened(form())  # type: ignore[operator]
    width = len(plain[0])
    places = [0, 1, *order, *range(10, width)]
    assert content(sheet(plain)) == content(sheet([[row[place] for place in places] for row in plain]))


def flattened(form: forms.Form) -> list[Row]:
    """The form with one header row (its heads joined) and its unit rows alone."""
    made = form.sheet()
    top, height = len(form.titles), len(form.heads)
    spread = {(r, c): (a, b) for a, b, x, y in made.merged for r in range(a, x + 1) for c in range(b, y + 1)}
    heads: Row = []
    for column in range(len(made.columns)):
        parts: list[str] = []
        for row in range(top, top + height):
            at = spread.get((row, column), (row, column))
            text = str(made.columns[at[1]].at(at[0]) or "")
            if text and text not in parts:
                parts.append(text)
        heads.append(" ".join(parts))
    return [heads, *([*row] for row in form.body if len(row) == len(heads) and row[1] in forms.UNITS)]
