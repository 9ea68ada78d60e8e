"""What a result says of its inputs: files, tables and how each was read, and the places that its figures come from."""

from __future__ import annotations

import msgspec

from thidua_cli.result_base import ResultStruct
from thidua_cli.result_values import Count, System


class ColumnInfo(ResultStruct, frozen=True, kw_only=True, rename={"use": "as"}):
    """One column: the cell of its lowest head, its heads joined, what it was taken for (null: it is not known)."""

    cell: str
    head: str
    use: str | None


class AccountInfo(ResultStruct, frozen=True, kw_only=True):
    """Every row from below the header (``first_row``) to the table's end (``last_row``) by class; every column."""

    rows: dict[str, Count]
    columns: list[ColumnInfo]
    first_row: Count
    last_row: Count


class ReadingInfo(ResultStruct, frozen=True, kw_only=True):
    """One decision that another reading could have answered otherwise: its rule, what was chosen, and why."""

    rule: str
    choice: str
    why: str
    cell: str | None


class SheetInfo(ResultStruct, frozen=True, kw_only=True):
    """One table that was read: what it was taken for, its header range, its rows, the period that it names.

    ``partial`` says that it holds only some of the dossiers; ``readings`` are the decisions made on the way.
    """

    sheet: str
    kind: str
    system: System | None
    header: str
    rows: Count
    period: str | None = None
    partial: bool = False
    account: AccountInfo | None = None
    readings: list[ReadingInfo] = msgspec.field(default_factory=list)
    system_from: str
    fields: dict[str, str]


class InputInfo(ResultStruct, frozen=True, kw_only=True):
    """One input file; ``shared`` where all parts of a batch rest on it: only units that other files name are judged."""

    file: str
    sha256: str
    sheets: list[SheetInfo]
    shared: bool = False


class Source(ResultStruct, frozen=True, kw_only=True):
    """Where a figure comes from: table, number of rows behind it, and (for single figures) the cells."""

    file: str
    sheet: str
    rows: Count
    cells: list[str]


class RowRef(ResultStruct, frozen=True, kw_only=True):
    """One row: the dossier's code (or the task's or initiative's title) and its place; ``row`` counts from 1."""

    code: str
    file: str
    sheet: str
    row: Count


class OpenCell(ResultStruct, frozen=True, kw_only=True):
    """A cell that is not understood: what is wrong with it, and what to enter."""

    cell: str
    message: str
    hint: str
    message_en: str = ""
    hint_en: str = ""


class OpenRow(RowRef, frozen=True, kw_only=True):
    """A row that could not be read where it matters, with those of its cells that findings speak of."""

    cells: list[OpenCell] = msgspec.field(default_factory=list)
