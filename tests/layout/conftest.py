from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.support.sheets import source
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.tables import System, Table, UnrecognisedSheet
from thidua_cli.intake.understanding import understand
from thidua_cli.plan.model import Vocabulary

YEAR = Period.of_year(2021)
Read = tuple[list[Table], list[Finding], list[UnrecognisedSheet]]
Reader = Callable[..., Read]


@pytest.fixture
def read() -> Reader:
    """Understand some sheets as one file."""

    def understood(
        *sheets: Sheet,
        name: str = "tep.xlsx",
        vocabulary: Vocabulary | None = None,
        systems: Mapping[str, System] | None = None,
    ) -> Read:
        words = vocabulary or Vocabulary()
        return understand(source(*sheets, name=name), vocabulary=words, period=YEAR, systems=systems)[:3]

    return understood


def values(table: Table, field: str) -> list[object]:
    """A field's values, row by row."""
    return [table.columns[field].at(position) for position in range(len(table.rows))]
