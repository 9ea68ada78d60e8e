"""What is worked out of a result once and asked for often: kept for the last result, as long as that is asked about."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from thidua_cli.result import Result

_Made = TypeVar("_Made")


def once(make: Callable[[Result], _Made]) -> Callable[[Result], _Made]:
    """The function, which works nothing out anew when the same result comes again. What it gives is not changed."""
    last: tuple[Result, _Made] | None = None

    @wraps(make)
    def known(result: Result) -> _Made:
        nonlocal last
        kept = last
        if kept is None or kept[0] is not result:
            last = kept = result, make(result)
        return kept[1]

    return known
