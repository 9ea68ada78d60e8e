"""The tables behind a count, with how many of their rows it has, and the first of these rows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dossiers import Dossiers
from thidua_cli.evidence.model import MAX_ROWS_LISTED, Origin, Place
from thidua_cli.intake.codes import first_in_order


def origins(d: Dossiers, per_table: npt.NDArray[np.int64]) -> tuple[Origin, ...]:
    """One entry for each table that has some of the rows counted."""
    found = (
        Origin(d.rows.tables[t].receipt.file, d.rows.tables[t].receipt.sheet, int(per_table[t]))
        for t in np.flatnonzero(per_table).tolist()
    )
    return tuple(sorted(found))


def first_places(d: Dossiers, dossiers: npt.NDArray[np.int64]) -> tuple[Place, ...]:
    """Where the first of some dossiers stand, by code (not by row, so that the order of rows does not matter)."""
    first = dossiers[first_in_order(d.rows.codes, dossiers, MAX_ROWS_LISTED)]
    return tuple(sorted(d.rows.places(d.ruling[first])))
