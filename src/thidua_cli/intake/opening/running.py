"""Runs an engine, here or in a child, and turns whatever it ends with into sheets or one message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.engine_errors import (
    BoxTooLargeError,
    EngineError,
    PasswordNeededError,
    TooManySheetsError,
)
from thidua_cli.intake.opening.engines import JOBS
from thidua_cli.intake.opening.html import may_grow
from thidua_cli.intake.opening.limits import Deadline, Limits
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.wordwise import NotPlain
from thidua_cli.progress import come_to
from thidua_cli.system.contained import ContainedError, Ended, run_contained


def run_here(
    job: str, name: str, data: Any, arguments: Mapping[str, Any], limits: Limits, deadline: Deadline
) -> list[Sheet]:
    """Run an engine in this process; raises :class:`EngineError` where another engine may do better."""
    deadline.check(name)
    come_to(None)  # unless the engine tells
    with _refusing(name, limits):
        return _run(job, data, arguments, limits)


def run_in_child(
    job: str, name: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, deadline: Deadline
) -> list[Sheet]:
    """Run an engine in a child process of bounded memory; raises :class:`EngineError` as :func:`run_here` does."""
    deadline.check(name)
    come_to(None)
    with _refusing(name, limits):
        return run_contained(_run, job, data, arguments, limits, memory=limits.memory_bytes, seconds=deadline.left())


def _run(job: str, data: Any, arguments: Mapping[str, Any], limits: Limits) -> list[Sheet]:
    return JOBS[job](data, limits, **arguments)


@contextmanager
def _refusing(name: str, limits: Limits) -> Iterator[None]:
    """Whatever an engine ends with as the one message of the file's name."""
    try:
        yield
    except PasswordNeededError as error:
        raise refusals.encrypted(name) from error
    except BoxTooLargeError as error:
        raise refusals.box_too_large(name, error.rows, error.columns, limits.cells) from error
    except TooManySheetsError as error:
        raise refusals.too_many_sheets(name, limits.sheets) from error
    except MemoryError as error:
        raise refusals.needs_memory(name) from error
    except ContainedError as error:
        if error.ended is Ended.FAILED:
            raise EngineError(name) from error
        too_slow = error.ended is Ended.TOO_SLOW
        raise (refusals.too_slow(name, limits.seconds) if too_slow else refusals.needs_memory(name)) from error


def run_safely(job: str, name: str, data: bytes, limits: Limits, deadline: Deadline) -> list[Sheet]:
    """A reader of markup or text: here where the data is small, in a child where its tree may not fit."""
    large = len(data) > limits.in_process_bytes or (job in ("html", "mhtml") and may_grow(data))
    if large and f"{job} in pieces" in JOBS:
        with suppress(NotPlain):
            return run_here(f"{job} in pieces", name, data, {"name": name}, limits, deadline)
    run = run_in_child if large else run_here
    try:
        return run(job, name, data, {"name": name}, limits, deadline)
    except EngineError as error:
        raise refusals.damaged(name) from error
