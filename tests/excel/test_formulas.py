from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from tests.excel.books import figures, read_book
from tests.support.results import make_result
from thidua_cli.reports.excel import render_xlsx
from thidua_cli.reports.excel.figures import column_letters
from thidua_cli.reports.excel.formulas import Cells, Figure, rounding
from thidua_cli.reports.excel.page import cell_number
from thidua_cli.result import MeasureResult, Verdict

AT = Cells("$E5", "$F5", "$I5", "$J5", "$N5")


def measure(numerator: int, denominator: int, value: str, verdict: Verdict, shortfall: int | None) -> MeasureResult:
    """A share of dossiers on time, of which 99 percent are asked."""
    return MeasureResult(
        id="on_time",
        verdict=verdict,
        reason=None,
        numerator=numerator,
        denominator=denominator,
        undecided=0,
        value=value,
        operator=">=",
        threshold="99",
        percent=True,
        shortfall=shortfall,
        counts={},
        sources=[],
        against=[],
        against_total=0,
        undecided_rows=[],
    )


def test_comparison_is_between_whole_numbers() -> None:
    """The verdict's formula multiplies, it does not compare a rate."""
    figure = Figure(measure(1225, 1240, "98.79", "not_met", 3), "not_applicable")
    assert "ROUND($E5*1000,0)*100>=ROUND($I5*1000,0)*$F5" == figure.test(AT)


@pytest.mark.parametrize(
    ("exact", "shown", "places", "name"),
    [
        (Fraction(122500, 1240), "98.79", 2, "ROUND"),
        (Fraction(98999, 1000), "98.99", 2, "ROUNDDOWN"),
        (Fraction(99001, 1000), "99.01", 2, "ROUNDUP"),
        (Fraction(99001, 1000), "98", 2, None),
    ],
)
def test_rounding_that_gives_the_shown_figure(exact: Fraction, shown: str, places: int, name: str | None) -> None:
    """The rounding is found that turns the exact value into the result's figure, or none."""
    assert name == rounding(exact, shown, places)


def test_a_value_that_no_formula_gives_stays_a_plain_value() -> None:
    """Where the formula would show another figure than the result, there is no formula."""
    assert Figure(measure(1225, 1240, "98.5", "not_met", 3), "not_applicable").value(AT) is None


def test_a_shortfall_that_no_formula_gives_stays_a_plain_value() -> None:
    """A shortfall counted otherwise than by cases on time is not replaced by a formula."""
    assert Figure(measure(1225, 1240, "98.79", "not_met", 7), "not_applicable").shortfall(AT) is None


def test_a_verdict_that_counts_do_not_give_is_said_in_its_own_column() -> None:
    """Undecided rows: the counts say not met, the result says no data, and the sheet follows the result."""
    assert "Chưa đủ số liệu" == Figure(measure(1225, 1240, "98.79", "no_data", None), "not_applicable").state()


def test_disagreeing_results_are_shown_as_they_stand() -> None:
    """The sheet shows the result's figures even where no formula can give them."""
    result = make_result(units=1, persons=0)
    unit = result.units[0]
    criterion = unit.criteria[1]
    odd = replace(criterion.measures[1], value="12.34", shortfall=77, verdict="not_met")
    changed = replace(criterion, measures=[criterion.measures[0], odd], verdict="met", attainment="1/3")
    units = [replace(unit, criteria=[unit.criteria[0], changed, *unit.criteria[2:]])]
    book = read_book(render_xlsx(replace(result, units=units)))
    assert (12.34, "Không đạt", 77.0) == figures(book)[f"{unit.id}|tc2|on_time"][2:]
    assert "✓" == book["Xếp hạng"][5][5]


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters(number: int, letters: str) -> None:
    """Columns are lettered as Excel does."""
    assert letters == column_letters(number)


@pytest.mark.parametrize(("text", "number"), [("82.5", 82.5), ("1/4", 0.25), (7, 7), ("100.00", 100)])
def test_cell_numbers(text: str | int, number: float) -> None:
    """Exact figures become the nearest number that a cell can hold."""
    assert number == cell_number(text)
