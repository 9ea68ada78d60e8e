"""How far a long run has come: one callable that every stage reports its steps to, whoever shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from thidua_cli.records import record

Stage = Literal["reading", "judging", "writing", "scoring"]


@record
class Step:
    """What is begun now: a file's name, its number in its stage (from 1), and how many there are.

    Told again with the ``share`` of it that is done, if that is known, and the ``count`` of rows taken, or of the parts
    of a batch that are done.
    """

    stage: Stage
    name: str
    number: int
    total: int
    share: float | None = None
    count: int = 0


Progress = Callable[[Step], None]
"""Called before each step, and while it is done."""


def silent(step: Step) -> None:
    """Progress that says nothing."""


_begun: ContextVar[tuple[Progress, Step] | None] = ContextVar("thidua_cli.progress", default=None)


@contextmanager
def begun(progress: Progress, step: Step) -> Iterator[None]:
    """Tell of a step, of which whatever is called meanwhile may tell how far it has come."""
    progress(step)
    token = _begun.set(None if progress is silent else (progress, step))
    try:
        yield
    finally:
        _begun.reset(token)


def come_to(share: float | None, count: int = 0) -> None:
    """Tell how much of the step at hand is done: for loops over pieces, which know nothing of who shows it.

    None where that cannot be known. Costs nothing worth measuring in a loop over pieces of many rows.
    """
    begun = _begun.get()
    if begun is not None:
        progress, step = begun
        progress(Step(step.stage, step.name, step.number, step.total, None if share is None else min(share, 1), count))
