"""Reading a workbook back: sheets as rows of values, and what the sheets of figures and standings say."""

from __future__ import annotations

import io
from typing import Any

from python_calamine import CalamineWorkbook

from thidua_cli.reports import wording
from thidua_cli.result import MeasureResult, Result

Book = dict[str, list[list[Any]]]
"""Sheet name to its rows from A1 on, empty cells as empty texts."""


def read_book(data: bytes) -> Book:
    """Every sheet with the values that it holds."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def figures(book: Book) -> dict[str, tuple[Any, ...]]:
    """By key: numerator, denominator, value, verdict, shortfall as the sheet of figures shows them."""
    rows = book["Số liệu"][4:]
    return {row[17]: (row[4], row[5], row[6], row[9], row[10]) for row in rows if len(row) > 17 and row[17]}


def expected_figures(result: Result) -> dict[str, tuple[Any, ...]]:
    """The same from the result."""
    return {
        f"{unit.id}|{criterion.id}|{measure.id}": _figure(measure)
        for unit in result.units
        for criterion in unit.criteria
        for measure in criterion.measures
    }


def _figure(measure: MeasureResult) -> tuple[Any, ...]:
    def shown(value: int | str | None) -> Any:
        return "" if value is None else float(value)

    denominator = None if measure.numerator is None else measure.denominator
    numbers = (measure.numerator, denominator, measure.value)
    word = wording.verdict_word(measure.verdict)
    return (*(shown(number) for number in numbers), word, shown(measure.shortfall))


def standings(book: Book, criteria: int) -> dict[str, tuple[Any, ...]]:
    """By unit id: rank, signs, number met, number applying, score as the sheet of standings shows them."""
    first = 4
    rows = book["Xếp hạng"][5:]
    return {row[first + criteria + 6]: (row[1], *row[first : first + criteria + 3]) for row in rows if row[2]}


def expected_standings(result: Result) -> dict[str, tuple[Any, ...]]:
    """The same from the result."""
    return {
        unit.id: (
            float(unit.rank),
            *(wording.verdict_symbol(criterion.verdict) for criterion in unit.criteria),
            float(unit.criteria_met),
            float(unit.criteria_applicable),
            float(wording.score_text(unit).replace(",", ".")),
        )
        for unit in result.units
    }
