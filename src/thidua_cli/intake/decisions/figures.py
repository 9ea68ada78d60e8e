"""Count columns as exact numbers at some rows, for the checks that a form carries itself."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.decisions.counted import COUNTED
from thidua_cli.intake.decisions.rows import Rows
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.values import State, parse_counts
from thidua_cli.records import record

Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@record
class Figures:
    """One count column: per sheet row its number (0 where blank), whether it can be read, whether it is filled."""

    column: int
    head: str
    value: Whole
    readable: Flags
    filled: Flags

    def cell(self, row: int) -> str:
        """The address of this column's cell in one sheet row."""
        return cell_name(row, self.column)


def figures(grid: Grid, found: Recognition, column: int) -> Figures:
    """One column of the sheet as whole numbers."""
    source = grid.sheet.columns[column]
    readings = parse_counts(source.values)
    value = np.array([reading.value or 0 for reading in readings] + [0], dtype=np.int64)
    readable = np.array([reading.state is not State.UNREADABLE for reading in readings] + [True], dtype=np.bool_)
    filled = np.array([reading.state is State.OK for reading in readings] + [False], dtype=np.bool_)
    path = found.block.paths.get(column, ())
    return Figures(column, path[-1] if path else "", value[source.codes], readable[source.codes], filled[source.codes])


def counted(grid: Grid, found: Recognition) -> dict[str, Figures]:
    """Every count column that the table's fields stand for."""
    names = COUNTED.get(found.kind, frozenset())
    return {name: figures(grid, found, found.fields[name]) for name in sorted(names & set(found.fields))}


def signed(number: int) -> str:
    """A difference with its sign: +3, -12."""
    return f"{number:+d}"


def add_up(parts: list[Figures], rows: Rows) -> tuple[Whole, Flags]:
    """The sum of some columns at some rows, and where every part can be read."""
    total = np.zeros(len(rows), dtype=np.int64)
    readable = np.ones(len(rows), dtype=np.bool_)
    for part in parts:
        total += part.value[rows]
        readable &= part.readable[rows]
    return total, readable
