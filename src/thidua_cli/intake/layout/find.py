"""Where the tables of a sheet are: header blocks, one below or beside the other, with their last rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from thidua_cli.intake.layout.blocks import blocks_around, candidate_rows
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import is_ordinal
from thidua_cli.intake.layout.recognise import Recognition, recognise
from thidua_cli.intake.layout.rows import repeated_heads
from thidua_cli.intake.layout.words import header_words

Taught = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """One header with the rows it governs: titles from ``top``, data to ``last`` (0-based, inclusive)."""

    found: Recognition
    top: int
    last: int


def find_tables(grid: Grid, taught: Taught) -> tuple[list[Place], Recognition | None]:
    """The tables of a sheet in reading order, and the best header that was not good enough (None: there is none)."""
    columns = [index for index in range(len(grid.sheet.columns)) if bool(grid.present(index).any())]
    if not columns:
        return [], None
    places, nearest = _find_in(grid, columns, taught)
    parts = _parts(columns)
    if len(parts) > 1:
        split = [_find_in(grid, part, taught) for part in parts]
        beside = [place for found, _ in split for place in found]
        if len(beside) > len(places):
            places, nearest = beside, None
    return places, nearest


def _parts(columns: Sequence[int]) -> list[list[int]]:
    """Runs of columns between columns that are empty from top to bottom."""
    parts: list[list[int]] = [[columns[0]]]
    for left, column in zip(columns, columns[1:], strict=False):
        if column == left + 1:
            parts[-1].append(column)
        else:
            parts.append([column])
    return parts


def _find_in(grid: Grid, columns: Sequence[int], taught: Taught) -> tuple[list[Place], Recognition | None]:
    accepted: list[list[Recognition]] = []
    nearest: Recognition | None = None
    covered = -1
    known = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for row in candidate_rows(grid, columns):
        if row <= covered or known[row]:
            continue
        best = _best_around(grid, row, columns, covered, taught)
        if best is None:
            continue
        if not best.complete:
            nearest = max((r for r in (nearest, best) if r), key=Recognition.sort_key)
            continue
        covered = best.block.last
        known |= repeated_heads(grid, best)
        accepted.append(_beside(grid, best, taught))
    return _places(grid, accepted), nearest


def _best_around(grid: Grid, row: int, columns: Sequence[int], covered: int, taught: Taught) -> Recognition | None:
    best: Recognition | None = None
    for block in blocks_around(grid, row, columns):
        if block.first <= covered:
            continue
        found = recognise(grid, block, taught, grid.sheet.n_rows - 1)[0]
        if best is None or found.sort_key() > best.sort_key():
            best = found
    return best


def _beside(grid: Grid, found: Recognition, taught: Taught) -> list[Recognition]:
    """The tables that share one header row: split at every further column of row numbers, if each part is a table."""
    columns = found.block.columns
    starts = [c for c in columns if is_ordinal(header_words(found.block.paths[c][-1]))]
    if len(starts) < 2:
        return [found]
    bounds = [*starts[1:], columns[-1] + 1]
    parts = []
    begin = columns[0]
    for end in bounds:
        part = found.block.part([c for c in columns if begin <= c < end])
        parts.append(recognise(grid, part, taught, grid.sheet.n_rows - 1)[0] if part.paths else None)
        begin = end
    whole = [part for part in parts if part is not None and part.complete]
    return whole if len(whole) == len(parts) else [found]


def _places(grid: Grid, accepted: Sequence[Sequence[Recognition]]) -> list[Place]:
    places: list[Place] = []
    top = 0
    for position, group in enumerate(accepted):
        last = grid.sheet.n_rows - 1
        if position + 1 < len(accepted):
            last = _last_before(grid, group[0].block.last, accepted[position + 1][0].block.first)
        places += [Place(found, top, last) for found in group]
        top = last + 1
    return places


def _last_before(grid: Grid, head: int, following: int) -> int:
    """The last row before the title lines of the next header: those are text alone, in two cells at most."""
    row = following - 1
    while row > head and grid.filled[row] <= 2 and _only_text(grid, row):
        row -= 1
    return row


def _only_text(grid: Grid, row: int) -> bool:
    return all(isinstance(column.at(row), (str, type(None))) for column in grid.sheet.columns)


def repeats(found: Recognition, first: int) -> Recognition:
    """The same header standing again further down."""
    shift = first - found.block.first
    return replace(found, block=replace(found.block, first=first, last=found.block.last + shift))
