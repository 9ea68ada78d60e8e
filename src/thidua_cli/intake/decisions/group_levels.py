"""Which group rows stand below others, told by how they are numbered: "A." over "I." over "1.", details below all.

Nobody numbers by one rule ("I." may stand over "A."), so the numbering that comes first in a table is its upper one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from thidua_cli.intake.layout import row_words
from thidua_cli.intake.layout.grid import Grid

BARE = "bare"
"""The style of a group row without any number."""
_DETAIL = "detail"
_STYLES = (
    ("letter", re.compile(r"[A-H](?=\s*[.)\-:/]\s*\S|[.)]?$)")),
    ("roman", re.compile(r"[IVXLC]+(?=\s*[.)\-:/]\s*\S|[.)]?$)")),
    ("small", re.compile(r"[a-hđ](?=\s*[.)]\s*\S|[.)]?$)")),
)
_ARABIC = re.compile(r"\d+(?:\.\d+)*(?=\s*[.)\-:/]\s*\S|[.)]?$)")


def group_styles(grid: Grid, columns: Sequence[int], rows: Iterable[int]) -> list[str]:
    """How each group row is numbered, in words of this module."""
    return [_style([text for column in columns if (text := _shown(grid, row, column))]) for row in rows]


def group_levels(styles: Sequence[str]) -> list[int]:
    """The level of each group row, 0 at the top."""
    order = list(dict.fromkeys(style for style in styles if style != _DETAIL))
    return [len(order) if style == _DETAIL else order.index(style) for style in styles]


def _shown(grid: Grid, row: int, column: int) -> str:
    """A cell as text; a number is one as it is shown."""
    value = grid.value(row, column)
    return format(value, "g") if isinstance(value, (int, float)) else grid.text(row, column)


def _style(texts: Sequence[str]) -> str:
    if not texts:
        return BARE
    if any(row_words.is_within(text) or row_words.is_detail(text) for text in texts[:2]):
        return _DETAIL
    first = texts[0].strip()
    if (number := _ARABIC.match(first)) is not None:
        return f"arabic{number[0].count('.')}"
    return next((name for name, pattern in _STYLES if pattern.match(first)), BARE)
