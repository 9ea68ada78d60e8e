"""Sections of one list that come from another system: rows under "Hồ sơ ngoài phần mềm" in a list of the software."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from thidua_cli.intake.decisions.group_levels import BARE, group_levels, group_styles
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.decisions.systems import named_in
from thidua_cli.intake.labels import SOURCE_WORDS, SYSTEM_WORDS
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.tables import Kind, System, Table


def by_section(grid: Grid, found: Recognition, kinds: RowKinds, table: Table) -> list[Table]:
    """The table, cut where its group rows name another system; as it is where none does."""
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
        words = {"system_vi": SYSTEM_WORDS[system.value][0], "system_en": SYSTEM_WORDS[system.value][1]}
        said = {"source_vi": SOURCE_WORDS["group"][0], "source_en": SOURCE_WORDS["group"][1]}
        reading = Reading("system_named", system.value, params={**words, **said}, cell=cell)
        account = replace(receipt.account, rows=dict.fromkeys(receipt.account.rows, 0), columns=())
        readings = (*receipt.readings, reading)
        receipt = replace(receipt, system=system, system_from="group", account=account, readings=readings)
    columns = {name: column.take(positions) for name, column in table.columns.items()}
    doubtful = frozenset(place for place, row in enumerate(positions.tolist()) if row in table.doubtful)
    above = np.maximum(np.searchsorted(table.rows, [row.row for row in table.shifted]) - 1, 0)
    shifted = tuple(row for row, place in zip(table.shifted, above.tolist(), strict=True) if place in positions)
    rows = table.rows[positions]
    return replace(table, receipt=receipt, columns=columns, rows=rows, doubtful=doubtful, shifted=shifted)
