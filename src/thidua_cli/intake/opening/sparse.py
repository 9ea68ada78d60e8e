"""Rows of formats that skip: collects cells at given places and hands them on as rows, within the limits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np

from thidua_cli.intake.opening.cells import BATCH, ColumnStore, merged, settled
from thidua_cli.intake.opening.fast.grid import Grid
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import CellValue, Column, Sheet


class SparseSheet:
    """A sheet in the making. Rows come in order, with gaps; trailing empty rows and cells are never made.

    What is scanned goes into ``grid``, in rows that are not added here.
    """

    def __init__(self, name: str, file: str, limits: Limits) -> None:
        self.name = name
        self.hidden = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.without_value: list[tuple[int, int]] = []
        self.percent: list[tuple[int, int]] = []
        self.struck: list[tuple[int, int]] = []
        self._file = file
        self._limits = limits
        self._store = ColumnStore()
        self.grid = Grid()
        self._pending: list[Sequence[CellValue]] = []
        self._next = 0
        self._width = 0

    def add_row(self, row: int, cells: list[CellValue]) -> None:
        """Take one row's cells from column A; ``row`` is its 0-based place, never before an earlier one."""
        while cells and cells[-1] in ("", None):
            cells.pop()
        if not cells:
            return
        row = max(row, self._next)
        self._width = max(self._width, len(cells))
        self.check(row + 1, self._width)
        if row > self._next:
            self._skip_to(row)
        self._pending.append(cells)
        if len(self._pending) >= BATCH:
            self._flush()
        self._next = row + 1

    def _skip_to(self, row: int) -> None:
        self._flush()
        self._store.extend(repeat((), row - self._next))

    def _flush(self) -> None:
        self._store.extend(self._pending)
        self._pending = []

    def check(self, rows: int, columns: int) -> None:
        """Refuse a box that is beyond the limits."""
        self._limits.check_box(self._file, rows, columns)

    def finish(self) -> Sheet:
        """The sheet, once every row was added."""
        self._flush()
        n_rows = max(self._store.n_rows, self.grid.rows)
        columns = self._store.columns()
        if self.grid.rows:
            columns = merged(columns, self.grid.settled(n_rows, settled), n_rows)
            while columns and not (columns[-1].codes >= 0).any():
                columns.pop()
            filled = np.logical_or.reduce([column.codes >= 0 for column in columns]) if columns else np.zeros(0)
            n_rows = int(np.flatnonzero(filled)[-1]) + 1 if columns else 0
            columns = [Column(c.index, c.codes[:n_rows], c.values) for c in columns]
        return Sheet(
            self.name,
            n_rows,
            columns,
            tuple(self.merged),
            hidden=self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            formulas_without_value=tuple(self.without_value),
            percent=Places.of(self.percent),
            struck=Places.of(self.struck),
        )
