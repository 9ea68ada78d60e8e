"""What a number format makes of a number, as far as a reader must know."""

from __future__ import annotations

import re

_SAID_AS_TEXT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
PERCENT_IDS = frozenset((9, 10))
"""The built-in formats ``0%`` and ``0.00%``."""
FIRST_OWN_ID = 164
"""Formats of a workbook's own begin here; some programs give theirs a number below, which then rules."""


def is_percent(code: str) -> bool:
    """Whether a format code shows a number as a percentage: a percent sign that is not mere text."""
    return "%" in code and "%" in _SAID_AS_TEXT.sub("", code).partition(";")[0]
