"""xlsxwriter's worksheet without what our cells do not need: most of the time of a large workbook goes there.

Loaded only when a workbook is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format


class Formula(NamedTuple):
    """A cell with a formula; xlsxwriter knows its cells by the names of their classes."""

    formula: str
    format: Format | None
    value: float | str


class PlainSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet of formulas with no function that Excel 2007 did not have, and of cells that all have a format."""

    # Without the wrapper that looks in each call whether the place is written as "A1".
    text = Worksheet._write_string  # noqa: SLF001
    number = Worksheet._write_number  # noqa: SLF001
    blank = Worksheet._write_blank  # noqa: SLF001

    def formula(self, row: int, col: int, formula: str, cell_format: Format, value: float | str) -> None:
        """Write a formula without looking for a hundred newer functions in it."""
        self._check_dimensions(row, col)
        self.table[row][col] = Formula(formula, cell_format, value)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - the library's signature
        """There is nothing to rename in the formulas of rules either."""
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Texts and empty cells, three of four, in one go; their parts hold nothing to escape."""
        kind = type(cell).__name__
        if kind in ("String", "Blank") and cell.format:
            end = f' t="s"><v>{cell.string}</v></c>' if kind == "String" else "/>"
            style = cell.format._get_xf_index()  # noqa: SLF001 - as the library does it
            self.fh.write(f'<c r="{xl_rowcol_to_cell_fast(row, col)}" s="{style}"{end}')
        else:
            super()._write_cell(row, col, cell)
