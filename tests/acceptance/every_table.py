"""Every workbook of the tests, read once: exports, samples, cases, layouts, and files that readers stumble over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua_cli.findings import Finding
from thidua_cli.intake.opening import list_inputs, open_file
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import Sheet, SourceFile, cell_name
from thidua_cli.intake.tables import Table
from thidua_cli.intake.understanding import understand
from thidua_cli.plan.model import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
SETS = {
    "exports": "tests/exports",
    "samples": "samples",
    "cases": "tests/cases/cases",
    "more cases": "tests/cases/more/cases",
    "first hour": "tests/cases/first-hour",
    "layouts": "tests/cases/layouts",
    "documents": "tests/cases/documents",
    "readers": "tests/readers/files",
}
"""Folders by what they are called here."""
YEAR = Period.of_year(2021)


@dataclass(frozen=True)
class Understood:
    """One file with what was understood of it."""

    file: SourceFile
    tables: Sequence[Table]
    findings: Sequence[Finding]

    def sheet(self, table: Table) -> Sheet:
        """The sheet on which a table stands; of two of one name the one that holds the table's last row."""
        named = [sheet for sheet in self.file.sheets if sheet.name == table.receipt.sheet]
        return next(sheet for sheet in named if sheet.n_rows >= table.receipt.account.last)


@cache
def understood(name: str) -> tuple[Understood, ...]:
    """Every readable file of a set; what no reader opens is for the tests of opening."""
    return tuple(_read(name))


def _read(name: str) -> Iterator[Understood]:
    from thidua_cli.errors import UnreadableFileError

    for item in list_inputs([ROOT / SETS[name]]).files:
        try:
            file, _ = open_file(item.path, item.name)
        except UnreadableFileError:
            continue
        tables, findings, _, _ = understand(file, vocabulary=Vocabulary(), period=YEAR)
        yield Understood(file, tables, findings)


def place(table: Table, row: int | None = None) -> str:
    """Where a table or one of its rows (0-based) stands, for a message."""
    where = table.receipt.header if row is None else cell_name(row, 0)
    return f"{table.receipt.file}:{table.receipt.sheet}:{where}"
