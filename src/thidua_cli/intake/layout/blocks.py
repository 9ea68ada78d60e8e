"""Header blocks: one to five rows of heads, merged or not, joined to a path for each column."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time

from thidua_cli.intake.layout.grid import TOP, Grid, Mask, Merge
from thidua_cli.intake.layout.words import one_line
from thidua_cli.intake.sheet import CellValue, cell_name
from thidua_cli.records import record

MAX_HEIGHT = 5
_NOT_A_HEAD = re.compile(r"[\s\d.,:/()=+\-–%]+|[IVX]+\.?|\S*\d{5,}\S*")
"""Numbers, dates, index rows and dossier codes: texts that never stand in a header."""

Path = tuple[str, ...]


@record
class Block:
    """A possible header: its rows (0-based, inclusive) and per column the path of heads from the top."""

    first: int
    last: int
    paths: Mapping[int, Path]

    @property
    def columns(self) -> list[int]:
        """The columns that have a head, left to right."""
        return sorted(self.paths)

    def range(self) -> str:
        """The block's A1 range."""
        return f"{cell_name(self.first, self.columns[0])}:{cell_name(self.last, self.columns[-1])}"

    def part(self, columns: Sequence[int]) -> Block:
        """The same rows with some of the columns only."""
        return Block(self.first, self.last, {c: self.paths[c] for c in columns if c in self.paths})


def candidate_rows(grid: Grid, columns: Sequence[int]) -> Mask:
    """Rows that may belong to a header, anywhere on the sheet: two header words at least, and half of what they hold.

    Where there is none, rows at the top with one header word, so that the nearest kind can be named.
    """
    hits, filled = grid.hits_in(columns), grid.filled_in(columns)
    strong = (hits >= 2) & (hits * 2 >= filled)
    strong[:TOP] |= hits[:TOP] >= 2
    if not bool(strong.any()):
        strong[:TOP] = hits[:TOP] >= 1
    mask: Mask = strong
    return mask


def is_text_row(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether every cell of the row could be a header cell (text, no number, no code) and there are two at least."""
    texts = 0
    for index in columns:
        value = grid.sheet.columns[index].at(row)
        if value is None:
            continue
        if isinstance(value, (int, float, date, time)):
            return False
        text = str(value).strip()
        if text and _NOT_A_HEAD.fullmatch(text) and "%" not in text:
            return False
        texts += bool(text)
    return texts >= 2


def blocks_around(grid: Grid, row: int, columns: Sequence[int]) -> Iterator[Block]:
    """Every possible header block of one to five rows that holds this row, within some columns."""
    for first in range(row, max(-1, row - MAX_HEIGHT), -1):
        if first != row and not is_text_row(grid, first, columns):
            break
        for last in range(row, min(first + MAX_HEIGHT, grid.sheet.n_rows)):
            if last > row and not _continues(grid, last, columns):
                break
            block = make_block(grid, first, last, columns)
            if block is not None:
                yield block


def _continues(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether a row below may be one more header row: text only, and known words or covered by a merge from above."""
    if not grid.filled[row]:
        return any(top < row <= bottom for top, _, bottom, _ in grid.merges_in(row, row))
    for index in columns:
        value = grid.sheet.columns[index].at(row)
        if is_year(value):
            continue
        if isinstance(value, (int, float, date, time)):
            return False
        if isinstance(value, str) and value.strip() and _NOT_A_HEAD.fullmatch(value.strip()) and "%" not in value:
            return False
    return True


def make_block(grid: Grid, first: int, last: int, columns: Sequence[int]) -> Block | None:
    """The block of these rows, or None where a merged cell crosses its border."""
    merges = [m for m in grid.merges_in(first, last) if m[1] <= columns[-1] and m[3] >= columns[0]]
    if any(m[0] < first or m[2] > last for m in merges):
        return None
    owner: dict[tuple[int, int], Merge] = {}
    for merge in merges:
        for r in range(merge[0], merge[2] + 1):
            for c in range(max(merge[1], columns[0]), min(merge[3], columns[-1]) + 1):
                owner[r, c] = merge
    cells = {(r, c): _cell(grid, r, c, owner.get((r, c))) for r in range(first, last + 1) for c in columns}
    if not all(_is_lower_row(cells, owner, first, row, columns) for row in range(first + 1, last + 1)):
        return None
    _fill_heads(cells, owner, first, last, columns)
    paths = {}
    for c in columns:
        path = _path([cells[r, c] for r in range(first, last + 1)], [owner.get((r, c)) for r in range(first, last + 1)])
        if path:
            paths[c] = path
    return Block(first, last, paths) if paths else None


def _is_lower_row(
    cells: Mapping[tuple[int, int], str],
    owner: Mapping[tuple[int, int], Merge],
    first: int,
    row: int,
    columns: Sequence[int],
) -> bool:
    """Whether a row can be a lower row of a header: its cells stand where nothing is above, or under a group's head.

    A row that fills column after column below heads of their own is data, however much its words look like heads.
    """
    own = [column for column in columns if cells[row, column] and not _covers(owner.get((row, column)), row)]
    under = 0
    for column in own:
        above = next((r for r in range(row - 1, first - 1, -1) if cells[r, column]), None)
        if above is None:
            continue
        merge = owner.get((above, column))
        right = next((c for c in columns if c > column), None)
        heads_group = merge[3] > merge[1] if merge else right is not None and not cells[above, right]
        under += not heads_group
    return under * 2 <= len(own)


def _covers(merge: Merge | None, row: int) -> bool:
    """Whether a cell only continues a merged cell from above."""
    return merge is not None and merge[0] < row


def _cell(grid: Grid, row: int, column: int, merge: Merge | None) -> str:
    if merge is not None:
        row, column = merge[0], merge[1]
    if column >= len(grid.sheet.columns):
        return ""
    value = grid.value(row, column)
    return str(int(float(str(value)))) if is_year(value) else one_line(grid.text(row, column))


def is_year(value: CellValue) -> bool:
    """Whether a cell below a head is a year, as number or text: "Điểm thẩm định" over 2020 and 2021."""
    text = str(value).strip().removesuffix(".0") if isinstance(value, (int, float, str)) else ""
    return len(text) == 4 and text.isdigit() and 2010 <= int(text) <= 2039


def _fill_heads(
    cells: dict[tuple[int, int], str],
    owner: Mapping[tuple[int, int], Merge],
    first: int,
    last: int,
    columns: Sequence[int],
) -> None:
    """Spread unmerged group heads to the right, over columns that have heads of their own further down.

    A head spreads only if it has children itself, and never past the group above it.
    """
    for row in range(first, last):
        for left, column in itertools.pairwise(columns):
            if cells[row, column] or (row, column) in owner or (row, left) in owner or not cells[row, left]:
                continue
            below = any(cells[r, column] for r in range(row + 1, last + 1))
            children = any(cells[r, left] and (r, left) not in owner for r in range(row + 1, last + 1))
            same_group = all(cells[r, column] == cells[r, left] for r in range(first, row))
            if below and children and same_group:
                cells[row, column] = cells[row, left]


def _path(texts: Sequence[str], merges: Sequence[Merge | None]) -> Path:
    parts: list[str] = []
    previous: Merge | None = None
    for text, merge in zip(texts, merges, strict=True):
        if text and not (merge is not None and merge == previous):
            parts.append(text)
        previous = merge
    return tuple(parts)
