"""The form of one entry of the catalogue's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

EMPTY = "(để trống)"
"""What stands in place of a value where the cell is empty."""


class Instead(NamedTuple):
    """Other words for the same finding where one parameter has a value that the usual words do not suit."""

    parameter: str
    value: str
    vi: str
    en: str
    hint_vi: str
    hint_en: str


class Text(NamedTuple):
    """Severity and words of one kind of finding, parameters of an example, and other words for one special case.

    Words are ``str.format`` templates over the finding's parameters. ``{count:row|rows}`` is a number with its English
    noun. No template names a row or a cell: those stand in the finding's place, so that shuffled rows say the same.
    """

    severity: str
    vi: str
    en: str
    hint_vi: str
    hint_en: str
    example: Mapping[str, str | int]
    instead: Instead | None = None
