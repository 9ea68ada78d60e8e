"""What cells look like: dates, numbers, dossier codes or words, told without reading their values."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.sheet import CellValue, ExcelError

SAMPLE = 500

_CODE = re.compile(r"\S*\d{2}\S*-\d{6}-\d{3,7}|\d{3}\.\d{2}\.\d{2}\.H\d{2}\S*", re.IGNORECASE)
_DATE = re.compile(
    r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}(?:\D.*)?|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}(?:\D.*)?"
    r"|.*\d:\d\d \d{1,2}/\d{1,2}/\d{4}"
)
_NUMBER = re.compile(r"[\d.,\s%+\-–—]*|\d[\d.,]*\s*(?:/\s*100)?\s*(?:điểm|đ)?\.?(?:\s*\([^()]*\))?", re.IGNORECASE)
"""Digits and signs, or a score with its unit and a note: "85,2/100 điểm", "81,5 (hạng 3)"."""


def shape(value: CellValue) -> str:
    """What a cell looks like: ``date``, ``number``, ``code`` (a dossier code), ``error``, ``text``, or empty."""
    if isinstance(value, date):
        return "date"
    if isinstance(value, (int, float)):
        return "number"
    if not isinstance(value, str) or isinstance(value, ExcelError):
        return "error" if value is not None else ""
    text = value.strip()
    if not text:
        return ""
    if _CODE.fullmatch(text):
        return "code"
    if _DATE.fullmatch(text):
        return "date"
    return "number" if _NUMBER.fullmatch(text) else "text"


def shapes_of(grid: Grid, column: int, rows: npt.NDArray[np.int64]) -> dict[str, int]:
    """How many cells of each shape a column holds at some rows (an even sample of them)."""
    if not len(rows):
        return {}
    step = max(1, len(rows) // SAMPLE)
    codes = grid.sheet.columns[column].codes[rows[::step]]
    found: dict[str, int] = {}
    for code, count in zip(*np.unique(codes[codes >= 0], return_counts=True), strict=True):
        kind = shape(grid.sheet.columns[column].values[int(code)])
        if kind:
            found[kind] = found.get(kind, 0) + int(count)
    return found


def mostly_dates(grid: Grid, column: int, first: int, last: int) -> bool:
    """Whether the cells between two rows are dates rather than anything else (numbers may be serials)."""
    seen = shapes_of(grid, column, np.arange(first, min(last + 1, first + SAMPLE)))
    return seen.get("date", 0) * 2 > sum(seen.values())
