"""The second engine: openpyxl, for xlsx files that the first one cannot read. Slow, and therefore never asked first."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

from thidua_cli.intake.opening.cells import ColumnStore
from thidua_cli.intake.opening.engine_errors import BoxTooLargeError, EngineError, TooManySheetsError, check_box, within
from thidua_cli.intake.opening.facts import NO_FACTS, SheetFacts, dressed
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import CellValue, Sheet, error_or_text


def read_with_openpyxl(
    data: bytes, limits: Limits, facts: Mapping[str, SheetFacts], *, date1904: bool = False
) -> list[Sheet]:
    """All worksheets of an xlsx workbook with their stored values; raises :class:`EngineError`."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
        return [
            _sheet(s, limits, facts.get(s.title, NO_FACTS), date1904=date1904) for s in within(book.worksheets, limits)
        ]
    except (MemoryError, BoxTooLargeError, TooManySheetsError):
        raise
    except Exception as error:  # openpyxl fails with whatever its parsers happen to meet
        raise EngineError(str(error)) from error


def _sheet(sheet: Any, limits: Limits, facts: SheetFacts, *, date1904: bool) -> Sheet:
    check_box(sheet.max_row, sheet.max_column, limits)
    store = ColumnStore()
    store.extend([_value(v) for v in row] for row in sheet.iter_rows(min_row=1, min_col=1, values_only=True))
    merged = ((r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1) for r in sheet.merged_cells.ranges)
    rows = facts.hidden_rows or frozenset(i - 1 for i, d in sheet.row_dimensions.items() if d.hidden)
    return dressed(
        sheet.title,
        store.columns(),
        store.n_rows,
        replace(facts, hidden_rows=rows, errors={}),
        merged=tuple(sorted(merged)),
        hidden=sheet.sheet_state != "visible",
        date1904=date1904,
    )


def _value(value: Any) -> CellValue:
    if isinstance(value, str):
        return error_or_text(value)
    if value is None or isinstance(value, (int, float)):
        return value
    return value if type(value).__module__ == "datetime" else str(value)
