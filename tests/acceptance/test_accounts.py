"""Nothing is read in silence: every row and every column of every table is accounted for (contract, section 2.1)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from tests.acceptance.every_table import SETS, Understood, place, understood
from tests.support.sheets import cell_place, range_place
from thidua_cli.intake.layout import row_words
from thidua_cli.intake.reading import ROW_CLASSES
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.tables import FIELDS, Kind, Table

SUBJECT = {
    Kind.DOSSIERS: ("code",),
    Kind.STATISTICS: ("unit",),
    Kind.UNITS: ("unit",),
    Kind.TASKS: ("unit",),
    Kind.PAR_INDEX: ("unit",),
    Kind.INITIATIVES: ("title",),
    Kind.INDIVIDUALS: ("name",),
    Kind.COUNCIL_DECISIONS: ("unit", "name"),
    Kind.EARLIER_AWARDS: ("unit", "name"),
}
"""Who or what a row is about."""
RESULT = {
    Kind.DOSSIERS: ("received", "due", "ended", "returned", "status"),
    Kind.STATISTICS: tuple(FIELDS[Kind.STATISTICS] - {"unit", "field"}),
    Kind.UNITS: ("group", "assessed"),
    Kind.TASKS: ("result", "assigned", "completed"),
    Kind.PAR_INDEX: ("score", "score_self", "score_appraised", "score_final"),
    Kind.INITIATIVES: ("unit", "recognised"),
    Kind.INDIVIDUALS: ("unit", "classification"),
    Kind.COUNCIL_DECISIONS: ("decision",),
    Kind.EARLIER_AWARDS: ("year", "number", "achievement"),
}
"""What came of it."""


def tables(name: str) -> Iterator[tuple[Understood, Table]]:
    """The tables of a set that keep an account; a section cut out of a list leaves it to the whole one."""
    for item in understood(name):
        yield from ((item, table) for table in item.tables if table.receipt.account.columns)


@pytest.mark.parametrize("name", SETS)
def test_rows_by_class_add_up(name: str) -> None:
    """The rows of every class together are the rows from below the header to the table's end."""
    for _, table in tables(name):
        account = table.receipt.account
        assert set(ROW_CLASSES) == set(account.rows), place(table)
        assert min(account.rows.values()) >= 0, place(table)
        assert sum(account.rows.values()) == account.last - account.first + 1, place(table)
        assert account.first == range_place(table.receipt.header)[2] + 2, place(table)


@pytest.mark.parametrize("name", SETS)
def test_no_row_belongs_to_two_tables(name: str) -> None:
    """Tables of one sheet that do not stand beside each other share no row, and the last ends where the sheet does."""
    for item in understood(name):
        for sheet in item.file.sheets:
            mine = [t for t in item.tables if t.receipt.sheet == sheet.name and t.receipt.account.columns]
            for one, other in itertools.combinations(mine, 2):
                above, below = sorted((one, other), key=lambda table: table.receipt.account.first)
                apart = above.receipt.account.last < below.receipt.account.first
                assert apart or _beside(one, other) or one.receipt.header == other.receipt.header, place(one)


def _beside(one: Table, other: Table) -> bool:
    """Whether two headers share no column."""
    (_, a, _, b), (_, c, _, d) = (range_place(table.receipt.header) for table in (one, other))
    return b < c or d < a


@pytest.mark.parametrize("name", SETS)
def test_every_column_is_accounted_for(name: str) -> None:
    """Every column under a head stands in the account once, in order, with what it was taken for where it is read."""
    for item, table in tables(name):
        sheet = item.sheet(table)
        top, left, bottom, right = range_place(table.receipt.header)
        account = table.receipt.account.columns
        places = [cell_place(use.cell) for use in account]
        assert {bottom} == {row for row, _ in places}, place(table)
        columns = [column for _, column in places]
        assert sorted(set(columns)) == columns, place(table)
        headed = {c for c in range(left, right + 1) if any(_held(sheet, row, c) for row in range(top, bottom + 1))}
        assert headed <= set(columns), place(table)
        used = {use.use: column for use, column in zip(account, columns, strict=True)}
        read = {field: c.index for field, c in table.columns.items() if "+" not in field and table.receipt.fields}
        assert set(read) - set(used) <= {"unit"}, place(table)
        assert all(use.head for use in account), place(table)


def _held(sheet: Sheet, row: int, column: int) -> bool:
    value = sheet.columns[column].at(row) if column < len(sheet.columns) else None
    return value is not None and bool(str(value).strip())


@pytest.mark.parametrize("name", SETS)
def test_rows_that_say_whose_and_what_are_counted_or_named(name: str) -> None:
    """A row with a unit or subject and a result is data, says that it is something else, is proven so, or is named."""
    for item, table in tables(name):
        kept = {int(row) for other in item.tables if _same_place(table, other) for row in other.rows}
        proven = _proven(item, table)
        named = {
            cell_place(cell)[0]
            for finding in item.findings
            if finding.code in ("row_left_out", "shifted_row", "nothing_reported")
            and finding.sheet == table.receipt.sheet
            for cell in (*finding.cells, finding.cell)
        }
        named |= {row for row, _ in table.none}  # said to be of a unit without cases, once the register names it
        for row in _standing(item, table):
            says = any(map(_is_no_data, _labels(item.sheet(table), table, row)))
            assert row in kept or says or row in proven or row in named, place(table, row)


def _same_place(one: Table, other: Table) -> bool:
    return (one.receipt.sheet, one.receipt.header) == (other.receipt.sheet, other.receipt.header)


def _standing(item: Understood, table: Table) -> list[int]:
    """The rows of a table whose subject and result are filled, header words and index rows aside."""
    sheet, account = item.sheet(table), table.receipt.account
    by_use = {use.use: cell_place(use.cell)[1] for use in account.columns}
    subject = [by_use[field] for field in SUBJECT[table.kind] if field in by_use]
    result = [by_use[field] for field in RESULT[table.kind] if field in by_use]
    heads = [sheet.row(row) for row in range(*_header_rows(table))]
    found = []
    for row in range(account.first - 1, account.last):
        cells = sheet.row(row)
        told = any(_held(sheet, row, c) for c in subject) and any(_held(sheet, row, c) for c in result)
        if told and not any(_alike(cells, head) for head in heads) and not _is_index(cells):
            found.append(row)
    return found


def _header_rows(table: Table) -> tuple[int, int]:
    top, _, bottom, _ = range_place(table.receipt.header)
    return top, bottom + 1


def _alike(cells: Sequence[object], head: Sequence[object]) -> bool:
    """Whether a row repeats a row of the header, spacing and case aside."""
    said = [" ".join(str(cell or "").split()).casefold() for cell in cells]
    return said == [" ".join(str(cell or "").split()).casefold() for cell in head]


def _is_index(cells: Sequence[object]) -> bool:
    texts = [str(cell).strip() for cell in cells if cell is not None]
    return len(texts) > 2 and all(row_words.INDEX_CELL.fullmatch(text.removesuffix(".0")) for text in texts)


def _labels(sheet: Sheet, table: Table, row: int) -> list[str]:
    """The texts with which a row begins, up to the first column that is read as a figure or a result; and its unit."""
    units = [cell_place(use.cell)[1] for use in table.receipt.account.columns if use.use == "unit"]
    stops = [cell_place(use.cell)[1] for use in table.receipt.account.columns if use.use in RESULT[table.kind]]
    cells = sheet.row(row)
    values = [*cells[: min(stops, default=2)], *(cells[column] for column in units)]
    return [str(value) for value in values if value is not None]


def _is_no_data(text: str) -> bool:
    """Whether a label says by its own words that its row is a total, a mean, a group, a detail or a signature."""
    tests = (row_words.opens_total, row_words.is_average, row_words.is_group, row_words.is_within, row_words.is_maximum)
    return any(
        test(text)
        for test in (
            *tests,
            row_words.is_detail,
            row_words.is_signature,
            row_words.is_sub_number,
            row_words.is_group_number,
        )
    )


def _proven(item: Understood, table: Table) -> set[int]:
    """Rows of which a reading says that arithmetic shows them to be totals or details."""
    proven: set[int] = set()
    for reading in table.receipt.readings:
        if reading.rule in ("rows_sum", "rows_own_total"):
            proven.add(cell_place(reading.cell)[0])
        if reading.rule == "rows_details":
            head = cell_place(reading.cell)[0]
            below = [row for row in _standing(item, table) if row > head]
            proven.update(below[: int(str(reading.params["count"]))])
    return proven


@pytest.mark.parametrize("name", SETS)
def test_data_rows_lie_within_their_table(name: str) -> None:
    """The rows of a table rise, lie below its header and above its end, and every column has one code for each."""
    for _, table in tables(name):
        account = table.receipt.account
        assert bool(np.all(np.diff(table.rows) > 0)), place(table)
        assert all(account.first - 1 <= int(row) < account.last for row in table.rows), place(table)
        assert {len(table.rows)} >= {len(column) for column in table.columns.values()}, place(table)
