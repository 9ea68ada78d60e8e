"""Rows that repeat a header: printed again on every page, or at the head of a further section."""

from __future__ import annotations

import numpy as np

from thidua_cli.intake.layout.grid import Grid, Mask
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import all_words


def repeated_heads(grid: Grid, found: Recognition) -> Mask:
    """Rows that say again what a row of the header says, in at least three quarters of what they hold."""
    block = found.block
    repeated = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    filled = grid.filled_in(block.columns)
    for row in range(block.first, block.last + 1):
        same = np.zeros(grid.sheet.n_rows, dtype=np.int32)
        heads = 0
        for column in block.columns:
            text = grid.text(row, column)
            if text:
                heads += 1
                same += _says(grid, column, row, all_words(text))
        if heads:
            repeated |= (same * 4 >= filled * 3) & (same * 4 >= heads * 3) & (filled > 0)
    return repeated


def _says(grid: Grid, column: int, row: int, words: str) -> Mask:
    """Rows with the text of one row; in columns too varied to search, to the letter."""
    codes = grid.sheet.columns[column].codes
    alike = grid.matching(column, lambda other: all_words(other) == words)
    same: Mask = alike | (codes == codes[row])
    return same
