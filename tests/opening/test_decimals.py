"""Numbers read in bulk are the nearest double to what is written, as Python reads them."""

from __future__ import annotations

import numpy as np
import pytest

from thidua_cli.intake.opening.fast.decimals import decimals
from thidua_cli.intake.wordwise import NotPlain, Text


def read(written: list[str]) -> list[float]:
    """The numbers read from one text that holds them all, as a sheet does."""
    lengths = np.array([len(number) for number in written])
    ends = np.cumsum(lengths + len("<v></v>")) - len("</v>")
    numbers = decimals(Text("".join(f"<v>{number}</v>" for number in written).encode()), ends - lengths, ends)
    return [float(number) for number in numbers]


def test_dates_with_a_time_of_day_are_exact() -> None:
    """Every minute-like number of Excel's days comes out to the last bit."""
    written = [repr(minute / 1440) for minute in range(30_000 * 1440, 60_000 * 1440, 14_401)]
    assert [float(number) for number in written] == read(written)


@pytest.mark.parametrize(
    "number",
    [
        "90071.99254740991",
        "90071.99254740993",
        "99999.99999999999",
        "44378.848611111111",
        "44378.5e1",
        "4437.25",
        "-1.5",
    ],
)
def test_numbers_at_the_edge_of_the_quick_form_are_exact(number: str) -> None:
    """More digits than a double holds, other lengths and exponents come out as Python reads them."""
    assert [float(number), 44378.25] == read([number, "44378.25"])


@pytest.mark.parametrize("number", ["44378.", "44378.5a", "44378.84861-11", "44378.84861.11"])
def test_what_is_no_number_is_left_to_the_library(number: str) -> None:
    """Nothing is guessed of what only looks like a number."""
    with pytest.raises(NotPlain):
        read(["44378.25", number])
