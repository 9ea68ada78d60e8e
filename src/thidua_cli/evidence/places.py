"""Rows and cells of a table: what a distinct value means spread over its rows, and one finding for many cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from thidua_cli.findings import MAX_CELLS, Finding
from thidua_cli.intake.sheet import Column
from thidua_cli.intake.tables import Table


def spread(column: Column, lookup: npt.NDArray[Any], absent: int) -> npt.NDArray[Any]:
    """Per row the value that ``lookup`` gives the row's distinct value; ``absent`` for an empty cell."""
    return np.append(lookup, np.asarray([absent], dtype=lookup.dtype))[column.codes]


def finding_at(
    code: str,
    params: Mapping[str, str | int],
    table: Table,
    field: str,
    mask: npt.NDArray[np.bool_],
    unit: str = "",
) -> Finding:
    """One finding for a field in some data rows (``mask``); ``count`` joins the parameters of its text.

    Where the table has no such column, it stands for the rows' dossier codes.
    """
    positions = np.flatnonzero(mask)
    name = field if field in table.columns else "code"
    known = name in table.columns
    cells = tuple(table.cell(name, position) for position in positions[:MAX_CELLS].tolist()) if known else ()
    return Finding(
        code,
        {**params, "count": len(positions)},
        table.receipt.file,
        table.receipt.sheet,
        cells[0] if cells else "",
        unit,
        len(positions),
        cells,
    )
