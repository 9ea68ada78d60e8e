"""What the tests try, how often and with what result: the table in ``docs/robustness.md`` is made from it.

A test says it of itself with :func:`tried`. How often is counted by what the test itself goes through, not by hand.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., None])


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of fault: what was done, how often, what each time came of it, and the test that holds it so."""

    what: str
    times: Callable[[], int]
    ends: str
    test: str


TRIALS: dict[str, list[Trial]] = {}
"""By subject, in the order in which tests are read."""


def tried(subject: str, what: str, times: Callable[[], int], ends: str) -> Callable[[Test], Test]:
    """Enter a test into the report; ``times`` counts what the test goes through."""

    def enter(test: Test) -> Test:
        place = f"{test.__module__.replace('.', '/')}.py::{test.__name__}"
        TRIALS.setdefault(subject, []).append(Trial(what, times, ends, place))
        return test

    return enter


MODULES = (
    "test_one_runs_files",
    "test_screens",
    "test_interrupted",
    "test_edited_results",
    "test_children",
)
"""Where trials stand in this room; :func:`all_trials` reads them."""


def all_trials() -> dict[str, list[Trial]]:
    """Every trial by subject."""
    for name in MODULES:
        importlib.import_module(f"tests.own.{name}")
    importlib.import_module("tests.word.test_template_bounds")
    return TRIALS
