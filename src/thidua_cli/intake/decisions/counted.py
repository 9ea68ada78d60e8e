"""Which fields of a table are whole numbers that may be added up."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.intake.tables import FIELDS, Kind

COUNTED: Mapping[Kind, frozenset[str]] = {
    Kind.STATISTICS: frozenset(FIELDS[Kind.STATISTICS] - {"unit", "field"}),
    Kind.TASKS: frozenset({"assigned", "completed", "completed_in_time", "completed_late"}),
}
"""By kind; kinds without such fields are not here."""
