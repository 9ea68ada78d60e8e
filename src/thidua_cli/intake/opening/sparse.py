"""Rows of formats that skip: collects cells at given places and hands them on as rows, within the limits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from thidua_cli.intake.opening.cells import BATCH, ColumnStore, Settle
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import CellValue, Sheet


class SparseSheet:
    """A sheet in the making. Rows come in order, with gaps; trailing empty rows and cells are never made."""

    def __init__(self, name: str, file: str, limits: Limits, settle: Settle | None = None) -> None:
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
        self._store = ColumnStore(settle=settle)
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

    def add_columns(self, row: int, columns: Sequence[Sequence[Any]]) -> None:
        """Take some rows at once, column by column; the last of them is not empty."""
        rows = len(columns[0])
        self._width = max(self._width, len(columns))
        self.check(row + rows, self._width)
        self._skip_to(row)
        self._store.extend_columns(columns, rows)
        self._next = row + rows

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
        return Sheet(
            self.name,
            self._store.n_rows,
            self._store.columns(),
            tuple(self.merged),
            hidden=self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            formulas_without_value=tuple(self.without_value),
            percent=Places.of(self.percent),
            struck=Places.of(self.struck),
        )
