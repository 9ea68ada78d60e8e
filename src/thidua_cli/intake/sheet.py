"""A sheet as it was read: columns of distinct values with row numbers, nothing understood yet.

Every reader (calamine, openpyxl, HTML, CSV, the scanner) ends in :class:`Sheet`; everything after it (layout, values,
evidence) is the same for all of them. Columns are dictionary-encoded, so that what costs Python time is done once per
distinct value and never once per row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, time, timedelta

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.places import NO_PLACES, Places
from thidua_cli.records import record

Codes = npt.NDArray[np.int32]
"""Per row the index of its value among the column's distinct values; -1 is an empty cell."""

CellValue = str | int | float | datetime | date | time | timedelta | None
"""What a cell can hold. Booleans arrive as the text ``TRUE``/``FALSE``, error cells as :class:`ExcelError`."""


class ExcelError(str):
    """The text of an error cell (``#REF!``, ``#N/A`` …): readable as text, never as a value."""

    __slots__ = ()


_ERRORS = frozenset("#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD!".split())


def error_or_text(text: str) -> str:
    """An :class:`ExcelError` where a text is one: programs that save as text or web page leave nothing else of it."""
    return ExcelError(text) if text.startswith("#") and text in _ERRORS else text


@record
class Column:
    """One column, dictionary-encoded: ``values[codes[i]]`` is the cell in row ``i``, -1 an empty one.

    ``index`` is the 0-based column of the sheet (0 is A). Text is NFC, old encodings decoded, outer white space kept.
    """

    index: int
    codes: Codes
    values: Sequence[CellValue]

    def __len__(self) -> int:
        return len(self.codes)

    def at(self, row: int) -> CellValue:
        """The value in one row (0-based position within ``codes``), None where the cell is empty."""
        code = int(self.codes[row])
        return None if code < 0 else self.values[code]

    def take(self, positions: npt.NDArray[np.intp]) -> Column:
        """The same column at some rows only."""
        return Column(self.index, self.codes[positions], self.values)


@record
class Sheet:
    """One worksheet (or HTML table, or CSV file), from its cell A1; rows and columns are 0-based here.

    ``columns`` has one entry for every column of the used box, leading empty ones included; all have ``n_rows`` codes.
    ``merged`` are (first row, first column, last row, last column), all inclusive. ``old_fonts`` names, by row and
    column, the fonts of text cells in TCVN3 or VNI fonts; it is empty again once opening has decoded them.

    ``percent`` are cells that hold a number (as stored: 0.865) which is shown as a percentage (86,5%); ``struck`` are
    cells whose content is struck through. Nothing here says what either means.
    """

    name: str
    n_rows: int
    columns: Sequence[Column]
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas_without_value: Sequence[tuple[int, int]] = ()
    date1904: bool = False
    old_fonts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    percent: Places = NO_PLACES
    struck: Places = NO_PLACES
    own_name: str = ""
    """The name that the file gives it, for reading alone: what is said is ``name``, which is nobody's data."""
    widths: Sequence[int] = ()
    """Of a delimited text how many cells each row is written with; empty where a format has no such thing."""

    def row(self, index: int) -> list[CellValue]:
        """The cells of one row, from column A to the last used one."""
        return [column.at(index) for column in self.columns]


@record
class SourceFile:
    """One input file after opening: its display name (never an absolute path), hash and sheets."""

    name: str
    sha256: str
    sheets: Sequence[Sheet]
    engine: str
    notes: Mapping[str, str] = field(default_factory=dict)


def column_letter(index: int) -> str:
    """The letters of a 0-based column: 0 is A, 25 Z, 26 AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The address of a cell from its 0-based row and column: (16, 1) is B17."""
    return f"{column_letter(column)}{row + 1}"
