"""The form of one entry of the catalogue's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thidua_cli.text.language import Message, Param, t

EMPTY = t("(empty)")
"""What stands in place of a value where the cell is empty."""


class Instead(NamedTuple):
    """Other words for the same finding where one parameter has a value that the usual words do not suit."""

    parameter: str
    value: Param
    message: Message
    hint: Message


class Text(NamedTuple):
    """Severity and words of one kind of finding, parameters of an example, and other words for one special case.

    Words are templates over the finding's parameters (:mod:`thidua_cli.text.language`). No template names a row or a cell: those stand in the finding's place, so that shuffled rows say the same.
    """

    severity: str
    message: Message
    hint: Message
    example: Mapping[str, Param]
    instead: Instead | None = None
