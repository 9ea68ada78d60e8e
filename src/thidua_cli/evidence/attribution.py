"""Whose a finding is: the units of the rows in which its cells stand, wherever the rows' unit is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import distinct
from thidua_cli.intake.tables import Table

MAX_UNITS = 100
"""How many units one finding names."""
_CELL = re.compile(r"[A-Z]+([0-9]+)(?::[A-Z]+\1)?")
"""A cell, or several side by side in one row."""


def with_units(findings: Iterable[Finding], tables: Sequence[Table], register: Register) -> list[Finding]:
    """The same findings, each with the units of its rows: ``unit`` where that is one alone, else ``units``.

    Findings stay as many as they are: a word that is not understood in the rows of sixty units is one thing to mend.
    """
    whose = _Rows(tables, register)
    return [finding if finding.unit else _with_units(finding, whose) for finding in findings]


def _with_units(finding: Finding, whose: _Rows) -> Finding:
    cells = finding.cells or ((finding.cell,) if finding.count == 1 else ())
    rows = [int(found[1]) - 1 for cell in cells if (found := _CELL.fullmatch(cell))]
    units, every = whose.of(finding.file, finding.sheet, rows) if rows else ([], False)
    if len(units) == 1 and every and len(rows) == finding.count:
        return replace(finding, unit=units[0])
    return replace(finding, units=tuple(units[:MAX_UNITS])) if units else finding


class _Rows:
    """The unit of each data row of the tables; worked out for those sheets only that findings speak of."""

    def __init__(self, tables: Sequence[Table], register: Register) -> None:
        self._register = register
        self._tables: dict[tuple[str, str], list[Table]] = {}
        self._units: dict[tuple[str, str], list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]]] = {}
        for table in tables:
            self._tables.setdefault((table.receipt.file, table.receipt.sheet), []).append(table)

    def of(self, file: str, sheet: str, rows: Sequence[int]) -> tuple[list[str], bool]:
        """The units (by id) of some rows, counted from 0, and whether each of these rows is one unit's."""
        place = file, sheet
        if place not in self._units:
            tables = [table for table in self._tables.get(place, ()) if len(table.rows)]
            self._units[place] = [
                (np.asarray(table.rows, dtype=np.int64), resolve_units(table, self._register)[0]) for table in tables
            ]
        wanted = distinct(np.asarray(rows, dtype=np.int64))
        found = np.full(len(wanted), -1, dtype=np.int32)
        for own, units in self._units[place]:
            _, here, there = np.intersect1d(wanted, own, return_indices=True)
            found[here] = units[there]
        ids = sorted({self._register.units[unit].id for unit in distinct(found[found >= 0]).tolist()})
        return ids, bool(np.all(found >= 0))
