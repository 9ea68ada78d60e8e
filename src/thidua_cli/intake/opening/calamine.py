"""The first engine: python-calamine (Rust) for xlsx, xlsb and xls."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from thidua_cli.intake.opening.cells import ColumnStore
from thidua_cli.intake.opening.engine_errors import (
    BoxTooLargeError,
    EngineError,
    PasswordNeededError,
    TooManySheetsError,
    check_box,
    within,
)
from thidua_cli.intake.opening.facts import NO_FACTS, SheetFacts, dressed
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import Sheet


def read_with_calamine(
    data: bytes,
    limits: Limits,
    facts: Mapping[str, SheetFacts] | Mapping[int, SheetFacts],
    *,
    date1904: bool = False,
    without: frozenset[str] = frozenset(),
) -> list[Sheet]:
    """All worksheets of a workbook but those ``without``, in order; chart and macro sheets left out.

    ``facts`` are by sheet name, or by place where names are not to be trusted.

    Raises :class:`PasswordNeededError`, or :class:`EngineError` for anything else that goes wrong, a panic in Rust
    (which is a BaseException) included.
    """
    import python_calamine

    by_key: dict[str | int, SheetFacts] = dict(facts.items())
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        return [
            _sheet(
                book.get_sheet_by_index(position),
                limits,
                by_key.get(about.name) or by_key.get(position, NO_FACTS),
                hidden=about.visible != python_calamine.SheetVisibleEnum.Visible,
                date1904=date1904,
            )
            for position, about in enumerate(within(book.sheets_metadata, limits))
            if about.typ == python_calamine.SheetTypeEnum.WorkSheet and about.name not in without
        ]
    except (KeyboardInterrupt, SystemExit, MemoryError, BoxTooLargeError, TooManySheetsError):
        raise
    except python_calamine.PasswordError as error:
        raise PasswordNeededError from error
    except BaseException as error:
        raise EngineError(str(error)) from error


def _sheet(sheet: Any, limits: Limits, facts: SheetFacts, *, hidden: bool, date1904: bool) -> Sheet:
    """``iter_rows`` begins in row 1 but in the first used column; both are checked, for versions differ."""
    start, end = sheet.start, sheet.end
    store = ColumnStore(first=start[1] if start else 0)
    if start is not None and end is not None:
        check_box(end[0] + 1, end[1] + 1, limits)
        store.extend(sheet.iter_rows())
        if store.n_rows == sheet.height and start[0]:
            store.prepend_empty(start[0])
        if store.n_rows != end[0] + 1 or store.width != end[1] + 1:
            raise EngineError("the rows do not fill the box that the reader names")
    merged = tuple((a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()) or tuple(facts.merged)
    return dressed(sheet.name, store.columns(), store.n_rows, facts, merged=merged, hidden=hidden, date1904=date1904)
