"""The first engine: python-calamine (Rust) for xlsx, xlsb, xls and ods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from thidua_cli.intake.opening.cells import ColumnStore, with_cells
from thidua_cli.intake.sheet import CellValue, Sheet


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the container says of a sheet that calamine does not hand out."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas_without_value: Sequence[tuple[int, int]] = ()
    errors: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    merged: Sequence[tuple[int, int, int, int]] = ()


class EngineError(Exception):
    """The engine could not read the file; another one may."""


def read_with_calamine(
    data: bytes, facts: Callable[[str], SheetFacts], *, date1904: bool = False, max_sheets: int = 1024
) -> list[Sheet]:
    """All worksheets of a workbook, in order; chart and macro sheets left out.

    ``facts`` gives what is known of a sheet by its name. Raises :class:`EngineError`; a Rust panic (a BaseException)
    counts as one.
    """
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = []
        for position, about in enumerate(book.sheets_metadata[:max_sheets]):
            if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
            sheets.append(_sheet(book.get_sheet_by_index(position), facts(about.name), hidden, date1904))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except python_calamine.PasswordError:
        raise
    except BaseException as error:  # a pyo3 PanicException is no Exception  # noqa: BLE001
        raise EngineError(str(error)) from error
    return sheets


def _sheet(sheet: Any, facts: SheetFacts, hidden: bool, date1904: bool) -> Sheet:
    start, end = sheet.start, sheet.end
    if start is None or end is None:
        return Sheet(sheet.name, 0, (), hidden=hidden, date1904=date1904)
    store = ColumnStore(first=start[1])
    store.extend(sheet.iter_rows())
    columns = store.columns()
    if store.n_rows != end[0] + 1:
        raise EngineError(f"{store.n_rows} rows where the sheet ends in row {end[0] + 1}")
    if facts.errors:
        columns = with_cells(columns, store.n_rows, facts.errors)
    merged = tuple((a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()) or tuple(facts.merged)
    return Sheet(
        sheet.name,
        store.n_rows,
        columns,
        merged,
        hidden=hidden,
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
        formulas_without_value=facts.formulas_without_value,
        date1904=date1904,
    )
