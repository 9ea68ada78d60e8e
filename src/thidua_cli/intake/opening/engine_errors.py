"""What an engine says where it cannot give the sheets of a file, and the bounds that every engine holds itself to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from thidua_cli.intake.opening.limits import Limits

T = TypeVar("T")


class EngineError(Exception):
    """The engine could not read the file; another one may."""


class BoxTooLargeError(Exception):
    """A sheet's used box is beyond the limits: its rows and columns."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.rows = rows
        self.columns = columns


class TooManySheetsError(Exception):
    """A workbook has more sheets than the limit."""


class PasswordNeededError(Exception):
    """The workbook is encrypted."""


def check_box(rows: int, columns: int, limits: Limits) -> None:
    """Raise :class:`BoxTooLargeError` for a used box beyond the limits."""
    if not limits.allow(rows, columns):
        raise BoxTooLargeError(rows, columns)


def within(sheets: Sequence[T], limits: Limits) -> Sequence[T]:
    """The sheets themselves; raises :class:`TooManySheetsError` where they are more than the limit."""
    if len(sheets) > limits.sheets:
        raise TooManySheetsError
    return sheets
