"""Sections of one table under its group rows: of another system ("Hồ sơ ngoài phần mềm"), or of a period each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from thidua_cli.intake.decisions.group_levels import BARE, group_levels, group_styles
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.decisions.systems import named_in
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.periods import Period, periods_in
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.tables import Kind, Receipt, System, Table
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Param


def by_section(grid: Grid, found: Recognition, kinds: RowKinds, table: Table, wanted: Period) -> list[Table]:
    """The table, cut where its group rows name another system or a period each; as it is where none does."""
    if found.kind in _BY_PERIOD and len(kinds.groups) and len(kinds.data):
        return _by_period(grid, found, kinds, table, wanted)
    if found.kind is not Kind.DOSSIERS or not len(kinds.groups) or not len(kinds.data):
        return [table]
    named = [_system(grid, found, int(row)) for row in kinds.groups]
    if all(system in (None, table.receipt.system) for system, _ in named):
        return [table]
    named = _carried(grid, found, kinds, named)
    group = np.searchsorted(kinds.groups, kinds.data) - 1
    parts = []
    for system in dict.fromkeys((table.receipt.system, *(own for own, _ in named if own is not None))):
        mine = [number for number, (own, _) in enumerate(named) if (own or table.receipt.system) is system]
        chosen = np.isin(group, mine) | ((group < 0) & (system is table.receipt.system))
        if bool(chosen.any()):
            cell = next((cell for own, cell in named if own is system), "")
            parts.append(_part(table, np.flatnonzero(chosen), system, cell))
    return parts


_BY_PERIOD = frozenset({Kind.STATISTICS, Kind.TASKS, Kind.INITIATIVES})


def _by_period(grid: Grid, found: Recognition, kinds: RowKinds, table: Table, wanted: Period) -> list[Table]:
    """Sections under "Quý I", "Quý II" or "Năm 2020", "Năm 2021": each is of its own period.

    A group row that names none, a field's or a group's of units, is one within its section.
    """
    year = (table.receipt.period or wanted).first.year
    named = [
        (int(row), text, spans[0])
        for row, text in _texts(grid, found, kinds)
        if len(spans := periods_in(text, year)) == 1
    ]
    if not named or int(kinds.data[0]) < named[0][0]:
        return [table]
    section = np.searchsorted([row for row, _, _ in named], table.rows) - 1
    parts: list[Table] = []
    for number, (row, text, period) in enumerate(named):
        chosen = np.flatnonzero(section == number)
        if not len(chosen):
            continue
        part = _part(table, chosen, table.receipt.system, "")
        words: dict[str, Param] = {"text": text, "period": period.words()}
        said = Reading("period_group", str(period), params=words, cell=cell_name(row, found.block.columns[0]))
        readings = (*part.receipt.readings, said)
        receipt = replace(part.receipt, period=period, readings=readings)
        parts.append(replace(part, receipt=_without_account(receipt) if parts else receipt))
    return parts


def _texts(grid: Grid, found: Recognition, kinds: RowKinds) -> Iterator[tuple[int, str]]:
    """What each group row says."""
    for row in kinds.groups.tolist():
        yield row, " ".join(filter(None, (grid.text(row, column) for column in found.block.columns)))


def _without_account(receipt: Receipt) -> Receipt:
    """The receipt of a further section: the account of the sheet's rows stays with the first."""
    account = replace(receipt.account, rows=dict.fromkeys(receipt.account.rows, 0), columns=())
    return replace(receipt, account=account)


Said = tuple[System | None, str]
"""The system that a group row says, and the cell that names it."""


def _carried(grid: Grid, found: Recognition, kinds: RowKinds, named: list[Said]) -> list[Said]:
    """The system of every group: its own, else that of the group above it, down to one of that group's level.

    Where nothing is numbered, a group right below the one that names a system is deeper, and so are those after it.
    """
    rows = [int(row) for row in kinds.groups]
    styles = group_styles(grid, found.block.columns, rows)
    levels = group_levels(styles)
    carried: list[Said] = []
    said: Said = (None, "")
    level, bare_below = -1, False
    for place, own in enumerate(named):
        if own[0] is not None:
            said, level = own, levels[place]
            next_row = rows[place + 1] if place + 1 < len(rows) else rows[place]
            between = (kinds.data > rows[place]) & (kinds.data < next_row)
            bare_below = styles[place] == BARE and not bool(between.any())
        elif levels[place] < level or (levels[place] == level and not bare_below):
            said, level = (None, ""), -1
        carried.append(said)
    return carried


def _system(grid: Grid, found: Recognition, row: int) -> tuple[System | None, str]:
    """The system that a group row names, and its cell."""
    for column in found.block.columns:
        systems = named_in(all_words(grid.text(row, column)))
        if systems:
            return systems[0], cell_name(row, column)
    return None, ""


def _part(table: Table, positions: np.ndarray, system: System | None, cell: str) -> Table:
    """Some of the rows as a table of their own; the account stays with the whole one."""
    receipt = replace(table.receipt, rows=len(positions))
    if system is not table.receipt.system and system is not None:
        words = {"system": called("system", system), "source": called("system_from", "group")}
        reading = Reading("system_named", system.value, params=words, cell=cell)
        readings = (*receipt.readings, reading)
        receipt = _without_account(replace(receipt, system=system, system_from="group", readings=readings))
    columns = {name: column.take(positions) for name, column in table.columns.items()}
    doubtful = frozenset(place for place, row in enumerate(positions.tolist()) if row in table.doubtful)
    above = np.maximum(np.searchsorted(table.rows, [row.row for row in table.shifted]) - 1, 0)
    shifted = tuple(row for row, place in zip(table.shifted, above.tolist(), strict=True) if place in positions)
    rows = table.rows[positions]
    return replace(table, receipt=receipt, columns=columns, rows=rows, doubtful=doubtful, shifted=shifted)
