"""One sheet made by hand, and what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.support.sheets import sheet, source
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import CellValue, Sheet
from thidua_cli.intake.tables import Table, Withheld
from thidua_cli.intake.understanding import understand
from thidua_cli.plan.model import Vocabulary

Row = Sequence[CellValue]
YEAR = Period.of_year(2021)


@dataclass(frozen=True)
class Decided:
    """The tables of a sheet, what was found, and what is not used."""

    tables: Sequence[Table]
    findings: Sequence[Finding]
    withheld: Sequence[Withheld]

    @property
    def table(self) -> Table:
        """The only table."""
        (only,) = self.tables
        return only

    @property
    def rules(self) -> list[str]:
        """The rules that decided, without those about the system."""
        return [r.rule for t in self.tables for r in t.receipt.readings if not r.rule.startswith("system")]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, without what is said of the system."""
        return [finding.code for finding in self.findings if not finding.code.startswith("system")]

    def places(self, *fields: str) -> list[int | None]:
        """In which columns of the sheet (0-based) some fields stand; None for one that is not read."""
        return [self.table.columns[f].index if f in self.table.columns else None for f in fields]

    def values(self, field: str) -> list[object]:
        """A field's values, row by row."""
        return [self.table.columns[field].at(position) for position in range(len(self.table.rows))]


def decide(rows: Sequence[Row] | Sheet, *, name: str = "Một cửa", file: str = "tep.xlsx") -> Decided:
    """Understand one sheet under the plan of 2021."""
    made = rows if isinstance(rows, Sheet) else sheet(rows, name=name)
    tables, findings, _, withheld = understand(source(made, name=file), vocabulary=Vocabulary(), period=YEAR)
    return Decided(tables, findings, withheld)
