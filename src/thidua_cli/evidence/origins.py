"""The tables behind a count, with how many of their rows it has."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dossiers import Dossiers
from thidua_cli.evidence.model import Origin


def origins(d: Dossiers, per_table: npt.NDArray[np.int64]) -> tuple[Origin, ...]:
    """One entry for each table that has some of the rows counted."""
    found = (
        Origin(d.rows.tables[t].receipt.file, d.rows.tables[t].receipt.sheet, int(per_table[t]))
        for t in np.flatnonzero(per_table).tolist()
    )
    return tuple(sorted(found))
