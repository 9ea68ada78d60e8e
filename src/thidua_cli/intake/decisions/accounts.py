"""The account of a table: every row by class, every column by what it was taken for (contract, section 2.1 and 4)."""

from __future__ import annotations

from thidua_cli.intake.decisions.columns import Choice
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.layout import counts
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import is_note, is_ordinal, is_personal
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.reading import ROW_CLASSES, Account, ColumnUse
from thidua_cli.intake.sheet import cell_name


def account_of(grid: Grid, found: Recognition, kinds: RowKinds, choice: Choice, last: int) -> Account:
    """The account of the rows from below the header to ``last`` (0-based), and of the header's columns."""
    first = found.block.last + 1
    number = dict.fromkeys(ROW_CLASSES, 0)
    number["data"] = len(kinds.data)
    number["total"] = len(kinds.totals) + len(kinds.averages)
    number["group"] = len(kinds.groups) + len(kinds.details)
    number["index"] = int(kinds.index >= 0) + len(kinds.maxima)
    number["header"] = len(kinds.headers)
    number["empty"] = 0
    number["note"] = len(kinds.notes) + len(kinds.left_out) + len(kinds.shifted)
    known = sum(number.values())
    filled = int((grid.filled[first : last + 1] > 0).sum())
    # Rows that hold something beside the table's own columns alone, and title lines of the next table.
    if known > filled:
        raise AssertionError("a row of two classes, or one that holds nothing")
    number["note"] += filled - known
    number["empty"] = max(0, last + 1 - first) - filled
    columns = tuple(_use(found, choice, column) for column in found.block.columns)
    return Account(number, columns, first + 1, last + 1)


def _use(found: Recognition, choice: Choice, column: int) -> ColumnUse:
    path = found.block.paths[column]
    return ColumnUse(cell_name(found.block.last, column), " > ".join(path), _as(found, choice, column))


def _as(found: Recognition, choice: Choice, column: int) -> str | None:
    """What a column was taken for."""
    for name, own in found.fields.items():
        if own == column:
            return name
    for more in (choice.added, choice.filling):
        for name, columns in more.items():
            if column in columns:
                return name
    path = found.block.paths[column]
    words = header_words(path[-1])
    if is_ordinal(words):
        return "ordinal"
    if is_personal(words):
        return "personal"
    if is_note(words):
        return "note"
    if counts.is_percent(path):
        return "percent"
    claimed = any(column == own for options in found.options.values() for _, own in options)
    claimed |= any(column in columns for columns in found.parts.values())
    return "unused" if claimed else None
