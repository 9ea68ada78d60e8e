"""How far a long run has come: one callable that every stage reports its steps to, whoever shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from thidua_cli.records import record

Stage = Literal["reading", "writing"]


@record
class Step:
    """What is begun now: a file's name, its number in its stage (from 1), and how many there are."""

    stage: Stage
    name: str
    number: int
    total: int


Progress = Callable[[Step], None]
"""Called before each step."""


def silent(step: Step) -> None:
    """Progress that says nothing."""
