"""Where the tables of a sheet are: header blocks, one below or beside the other, with their last rows."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from thidua_cli.intake.layout.blocks import blocks_around, candidate_rows, is_text_row, make_block
from thidua_cli.intake.layout.grid import Grid, Mask
from thidua_cli.intake.layout.headers import is_ordinal
from thidua_cli.intake.layout.recognise import Recognition, recognise
from thidua_cli.intake.layout.repeats import repeated_heads
from thidua_cli.intake.layout.titles import Title, title_lines
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.tables import Kind
from thidua_cli.records import record

MOST_COLUMNS = 200
"""Columns beyond these are not searched: the widest form in use has 24."""
PATIENCE = 2000
"""Header rows that come to nothing before a sheet is given up, times the columns searched."""

Taught = Mapping[tuple[str, str], str]
SaysPart = Callable[[Recognition, Sequence[Title]], object]
"""What title lines say of whose figures stand below, from which system and period; the empty tuple where nothing."""


@record
class Place:
    """One header with the rows it governs: titles from ``top``, data to ``last`` (0-based, inclusive).

    ``beside`` says that another table shares these rows, so that only what stands over its own columns is its title.
    """

    found: Recognition
    top: int
    last: int
    beside: bool = False


def find_tables(grid: Grid, taught: Taught, says_part: SaysPart) -> tuple[list[Place], Recognition | None]:
    """The tables of a sheet in reading order, and the best header that was not good enough (None: there is none)."""
    columns = [index for index in range(len(grid.sheet.columns)) if bool(grid.present(index).any())][:MOST_COLUMNS]
    if not columns:
        return [], None
    places, nearest = _find_in(grid, columns, taught, says_part)
    parts = _parts(columns)
    if len(parts) > 1:
        split = [_find_in(grid, part, taught, says_part) for part in parts]
        beside = [replace(place, beside=True) for found, _ in split for place in found]
        if len(beside) > len(places):
            places, nearest = beside, None
    return places, nearest


def _parts(columns: Sequence[int]) -> list[list[int]]:
    """Runs of columns between columns that are empty from top to bottom."""
    parts: list[list[int]] = [[columns[0]]]
    for left, column in itertools.pairwise(columns):
        if column == left + 1:
            parts[-1].append(column)
        else:
            parts.append([column])
    return parts


def _find_in(
    grid: Grid, columns: Sequence[int], taught: Taught, says_part: SaysPart
) -> tuple[list[Place], Recognition | None]:
    accepted: list[list[Recognition]] = []
    nearest: Recognition | None = None
    covered = -1
    known = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    patience = max(5, PATIENCE // len(columns))
    candidates = candidate_rows(grid, columns)
    row = -1
    while patience and (row := _next(candidates & ~known, row)) >= 0:
        if row <= covered or not is_text_row(grid, row, columns):
            continue
        best = _best_around(grid, row, columns, covered, taught)
        if accepted and best is not None and not _stands_apart(grid, best):
            continue
        if best is None or not best.complete:
            patience -= 1
            nearest = max((r for r in (nearest, best) if r), key=Recognition.sort_key, default=None)
            continue
        best = _with_lower_rows(grid, best, columns, taught)
        covered = best.block.last
        if not best.complete:
            nearest = best
            continue
        again = repeated_heads(grid, best)
        known |= again
        accepted.append(_beside(grid, best, taught))
        accepted += [[section] for section in _sections(grid, best, again, says_part)]
    accepted.sort(key=lambda group: group[0].block.first)
    return _places(grid, accepted), nearest


def _stands_apart(grid: Grid, found: Recognition) -> bool:
    """Whether a header below another table is no row of that table: after a gap, or all of it header words."""
    first, columns = found.block.first, found.block.columns
    if first == 0 or grid.filled_in(columns)[first - 1] * 2 < len(columns):
        return True
    return all(grid.is_header_word(text) for column in columns if (text := grid.text(first, column)))


def _next(candidates: Mask, row: int) -> int:
    """The first candidate after a row, -1 if there is none."""
    after = int(np.argmax(candidates[row + 1 :])) + row + 1 if row + 1 < len(candidates) else -1
    return after if after >= 0 and bool(candidates[after]) else -1


def _with_lower_rows(grid: Grid, found: Recognition, columns: Sequence[int], taught: Taught) -> Recognition:
    """The header with further rows of words below it that say nothing in the naming columns: "Trong đơn vị".

    Only where merges were lost; such a row holds words under counts, where data would hold numbers, or in other tables
    words where no head stands.
    """
    while found.block.last + 1 < grid.sheet.n_rows:
        row = found.block.last + 1
        if not is_text_row(grid, row, columns) or not _is_lower(grid, found, row, columns):
            return found
        block = make_block(grid, found.block.first, row, columns)
        if block is None:
            return found
        lower = recognise(grid, block, taught, grid.sheet.n_rows - 1)[0]
        if lower.kind is not found.kind or not lower.complete:
            # Without their own heads the columns of a list cannot be told: the first of a group is not the whole.
            values = tuple(sorted(found.fields.keys() - set(_NAMES)))
            return found if found.kind is Kind.STATISTICS else replace(found, missing=values[:1])
        found = lower
    return found


def _is_lower(grid: Grid, found: Recognition, row: int, columns: Sequence[int]) -> bool:
    """Whether a row of words below a header names nothing, and says more of its columns."""
    naming = [found.fields[name] for name in _NAMES if name in found.fields] or found.block.columns[:1]
    if found.kind is Kind.STATISTICS:
        return not any(grid.text(row, column) for column in range(max(naming) + 1))
    headless = [column for column in columns if column not in found.block.paths]
    return not any(grid.text(row, c) for c in naming) and any(grid.text(row, c) for c in headless)


_NAMES = ("unit", "field", "name", "code")


def _sections(grid: Grid, found: Recognition, again: Mask, says_part: SaysPart) -> list[Recognition]:
    """The same header again under title lines that name another unit, system or period: a part of its own."""
    sections: list[Recognition] = []
    rows = np.flatnonzero(again)
    starts = [int(row) for row in rows if row > found.block.last and row - 1 not in rows]
    if not starts:
        return []
    first = found.block.first
    said = says_part(found, title_lines(grid, _top_of_titles(grid, first), first - 1))
    for row in starts:
        if not _title_above(grid, row):
            continue
        own = says_part(found, title_lines(grid, _top_of_titles(grid, row), row - 1))
        if own and own != said:
            sections.append(repeats(found, row))
            said = own
    return sections


def _title_above(grid: Grid, row: int) -> bool:
    """Whether a line of text stands above this row, with nothing but blank rows in between."""
    above = row - 1
    while above >= 0 and not grid.filled[above]:
        above -= 1
    return above >= 0 and grid.filled[above] <= 2 and _only_text(grid, above)


def _top_of_titles(grid: Grid, row: int) -> int:
    top = row
    while top > 0 and grid.filled[top - 1] <= 2 and _only_text(grid, top - 1):
        top -= 1
    return top


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
            last = _last_before(grid, group[0], accepted[position + 1][0].block.first)
        places += [Place(found, top, last, len(group) > 1) for found in group]
        top = last + 1
    return places


def _last_before(grid: Grid, found: Recognition, following: int) -> int:
    """The last row before the next header's title lines: text alone, in too few cells to be a row of this table."""
    most = 2 if len(found.block.columns) > 3 else 1
    row = following - 1
    while row > found.block.last and grid.filled[row] <= most and _only_text(grid, row):
        row -= 1
    return row


def _only_text(grid: Grid, row: int) -> bool:
    return all(isinstance(column.at(row), (str, type(None))) for column in grid.sheet.columns)


def repeats(found: Recognition, first: int) -> Recognition:
    """The same header standing again further down."""
    shift = first - found.block.first
    return replace(found, block=replace(found.block, first=first, last=found.block.last + shift))
