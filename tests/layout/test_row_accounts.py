"""The account of a table's rows: every row has one class."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.layout import forms
from thidua_cli.intake.decisions.accounts import account_of
from thidua_cli.intake.decisions.columns import choose
from thidua_cli.intake.decisions.rows import sort_rows
from thidua_cli.intake.layout.find import find_tables
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.periods import Period

YEAR = Period.of_year(2021)


def test_a_row_of_two_classes_is_no_account() -> None:
    """Rows counted twice, or rows that hold nothing, are a fault of the program and never a negative number."""
    made = forms.hanoi().sheet()
    grid = Grid(made)
    place = find_tables(grid, {}, lambda *_: ())[0][0]
    kinds = sort_rows(grid, place.found, place.last)
    choice = choose(grid, place.found, kinds.data, YEAR, YEAR, "tep.xlsx")[0]
    rows = account_of(grid, place.found, kinds, choice, place.last).rows
    assert place.last - place.found.block.last == sum(rows.values())
    with pytest.raises(AssertionError, match="two classes"):
        account_of(grid, place.found, replace(kinds, totals=np.array(kinds.data)), choice, place.last)
