"""The lines above a table, and which of them are addressed to somebody instead of saying what the table is."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.row_words import is_addressee
from thidua_cli.intake.layout.words import one_line
from thidua_cli.intake.sheet import cell_name
from thidua_cli.records import record


@record
class Title:
    """One line above a table: its text and cell, and what stands right of it in the same row."""

    text: str
    cell: str
    beside: str = ""
    column: int = 0


def title_lines(grid: Grid, first: int, last: int) -> list[Title]:
    """The text lines between two rows (inclusive), cells with several lines split; addressees are left out."""
    lines: list[Title] = []
    addressed = False
    for row in range(max(first, last - 60, 0), last + 1):
        if not grid.filled[row]:
            continue
        texts = [(column, grid.text(row, column)) for column in range(len(grid.sheet.columns))]
        held = [(column, text) for column, text in texts if text]
        kept, addressed = _unaddressed(held, addressed=addressed)
        for position, (column, text) in enumerate(kept):
            beside = kept[position + 1][1] if position + 1 < len(kept) else ""
            cell, right = cell_name(row, column), one_line(beside)
            lines += [Title(one_line(line), cell, right, column) for line in _own_lines(text)]
    return lines


def _unaddressed(held: Sequence[tuple[int, str]], *, addressed: bool) -> tuple[list[tuple[int, str]], bool]:
    """The cells of a row that address nobody, and whether the list of addressees goes on below.

    "Kính gửi:" speaks of the cell to its right, or of the lines below that begin with a dash.
    """
    kept: list[tuple[int, str]] = []
    waiting = addressed and bool(held) and held[0][1].lstrip()[:1] in tuple("-–+•")
    goes_on = waiting
    for column, text in held:
        first = one_line(text.splitlines()[0]) if text.splitlines() else ""
        if is_addressee(first):
            bare = not first.partition(":")[2].strip() and len(_own_lines(text)) == 0 and ":" in first + ":"
            waiting = goes_on = bare
            if _own_lines(text):
                kept.append((column, text))
        elif waiting:
            waiting = goes_on and addressed
        else:
            kept.append((column, text))
    return kept, goes_on


def _own_lines(text: str) -> list[str]:
    """The lines of a cell up to one that addresses somebody."""
    lines = [line for line in text.splitlines() if line.strip()]
    for position, line in enumerate(lines):
        if is_addressee(line):
            return lines[:position]
    return lines
