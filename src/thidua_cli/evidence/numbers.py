"""Figures that stand in cells of small tables (statistics, tasks, index): read exactly, with their addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from thidua_cli.findings import Finding
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import Reading, State
from thidua_cli.records import record
from thidua_cli.text.vietnamese import clean

_DASH = re.compile(r"[-–—]+")


@record
class Figure:
    """One cell read as a number: its value, or None; ``blank`` tells an empty cell from an unreadable one."""

    value: Fraction | None
    blank: bool
    cell: str
    denied: bool = False
    """Whether the form's own sums deny the figure."""


def read_column(
    table: Table,
    field: str,
    parse: Callable[[Sequence[CellValue]], Sequence[Reading[Any]]],
    findings: list[Finding],
    heads: dict[str, str],
    *,
    dash_is_zero: bool = False,
) -> list[Figure] | None:
    """The figures of one column, one per data row; None where the table has no such column.

    Adds an ``unreadable_number`` finding for every cell that holds something else than a number. A dash is an empty
    cell, or a 0 where somebody who counted nothing wrote it (``dash_is_zero``).
    """
    column = table.columns.get(field)
    if column is None:
        return None
    readings = parse(column.values)
    figures = []
    for row, code in enumerate(column.codes.tolist()):
        cell = table.cell(field, row)
        if dash_is_zero and code >= 0 and _DASH.fullmatch(clean(str(column.values[code]))):
            figures.append(Figure(Fraction(0), blank=False, cell=cell))
            continue
        if code < 0 or readings[code].state == State.BLANK:
            figures.append(Figure(None, blank=True, cell=cell))
            continue
        reading = readings[code]
        if reading.state != State.OK or reading.value is None:
            params = {"value": str(column.values[code]), "column": heads.get(field, field)}
            findings.append(Finding("unreadable_number", params, table.receipt.file, table.receipt.sheet, cell))
            figures.append(Figure(None, blank=False, cell=cell))
        else:
            figures.append(Figure(Fraction(reading.value), blank=False, cell=cell))
    return figures
