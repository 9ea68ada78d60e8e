from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.excel.books import Book, expected_figures, expected_standings, figures, read_book, standings
from tests.excel.conftest import CASES, rendered, without_values


def test_stored_figures_are_those_of_the_result(case: str) -> None:
    """A viewer that calculates nothing shows the result's counts, values, verdicts and shortfalls."""
    assert expected_figures(CASES[case]) == figures(read_book(rendered(case)))


def test_stored_standings_are_those_of_the_result(case: str) -> None:
    """A viewer that calculates nothing shows the result's ranks, signs and scores."""
    assert expected_standings(CASES[case]) == standings(read_book(rendered(case)), 5)


@pytest.mark.office
def test_calculated_figures_are_those_of_the_result(case: str, calculated: dict[str, Book]) -> None:
    """The formulas alone give the result's values, verdicts and shortfalls."""
    assert expected_figures(CASES[case]) == figures(calculated[case])


@pytest.mark.office
def test_calculated_standings_are_those_of_the_result(case: str, calculated: dict[str, Book]) -> None:
    """The formulas alone give the result's signs, numbers of criteria and scores."""
    assert expected_standings(CASES[case]) == standings(calculated[case], 5)


@pytest.mark.office
def test_every_formula_yields_its_stored_value(case: str, calculated: dict[str, Book]) -> None:
    """No cell of any sheet changes when the workbook is calculated."""
    stored = read_book(rendered(case))
    differing = [
        (name, row, column, before, after)
        for name, rows in stored.items()
        for row, cells in enumerate(rows)
        for column, before in enumerate(cells)
        if not _same(before, after := _cell(calculated[case][name], row, column))
    ]
    assert [] == differing


def _cell(rows: list[list[object]], row: int, column: int) -> object:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _same(before: object, after: object) -> bool:
    if isinstance(before, float) and isinstance(after, float):
        return abs(before - after) < 1e-9
    return str(before).split() == str(after).split()


@pytest.mark.office
def test_an_edited_threshold_moves_verdicts_and_scores(
    calculate: Callable[[dict[str, bytes]], dict[str, Book]],
) -> None:
    """With 64 instead of 50 percent asked of online dossiers, whoever has 63 percent no longer meets it."""
    result = CASES["plain"]
    edited = without_values(rendered("plain"), {("Tiêu chí", "H8"): 64})
    after = calculate({"edited": edited})["edited"]
    shown = {key: values[3] for key, values in figures(after).items() if key.endswith("|tc3|online_34")}
    expected = {}
    for unit in result.units:
        measure = unit.criteria[2].measures[0]
        reached = int(measure.numerator or 0) * 100 >= 64 * int(measure.denominator or 0)
        met = "Đạt" if reached else "Không đạt"
        expected[f"{unit.id}|tc3|online_34"] = "Không áp dụng" if measure.verdict == "not_applicable" else met
    assert expected == shown
    assert "Không đạt" in shown.values()
    first = result.units[2]
    assert ("✗", True) == (standings(after, 5)[first.id][3], standings(after, 5)[first.id][-1] < float(first.score))


@pytest.mark.office
def test_an_edited_count_never_rounds_across_the_threshold(
    calculate: Callable[[dict[str, bytes]], dict[str, Book]],
) -> None:
    """98.996 percent is shown as 98.99 and not met, never as 99."""
    result = CASES["plain"]
    unit = result.units[0]
    edits = {("Số đếm", "F5"): 90000, ("Số đếm", "G5"): 8996, ("Số đếm", "H5"): 1004}
    edited = without_values(rendered("plain"), edits)
    shown = figures(calculate({"edited": edited})["edited"])[f"{unit.id}|tc2|on_time"]
    assert (98996.0, 100000.0, 98.99, "Không đạt", 4.0) == shown
