"""Runs an engine, here or in a child, and turns whatever it ends with into sheets or one message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.contained import ContainedError, Outcome, run_contained
from thidua_cli.intake.opening.engines import (
    JOBS,
    BoxTooLargeError,
    EngineError,
    PasswordNeededError,
    TooManySheetsError,
)
from thidua_cli.intake.opening.html import may_grow
from thidua_cli.intake.opening.limits import Deadline, Limits
from thidua_cli.intake.sheet import Sheet


def run_here(
    job: str, name: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, deadline: Deadline
) -> list[Sheet]:
    """Run an engine in this process; raises :class:`EngineError` where another engine may do better."""
    deadline.check(name)
    try:
        return JOBS[job](data, limits, **arguments)
    except PasswordNeededError as error:
        raise refusals.encrypted(name) from error
    except BoxTooLargeError as error:
        raise refusals.box_too_large(name, error.rows, error.columns, limits.cells) from error
    except TooManySheetsError as error:
        raise refusals.too_many_sheets(name, limits.sheets) from error
    except MemoryError as error:
        raise refusals.needs_memory(name) from error


def run_in_child(
    job: str, name: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, deadline: Deadline
) -> list[Sheet]:
    """Run an engine in a child process of bounded memory; raises :class:`EngineError` as :func:`run_here` does."""
    deadline.check(name)
    try:
        sheets: list[Sheet] = run_contained(job, data, arguments, limits, deadline.left())
    except ContainedError as error:
        if error.outcome is Outcome.FAILED:
            raise EngineError(job) from error
        raise _refusal(name, error, limits) from error
    return sheets


def _refusal(name: str, error: ContainedError, limits: Limits) -> UnreadableFileError:
    if isinstance(error.detail, UnreadableFileError):
        return error.detail
    if error.outcome is Outcome.ENCRYPTED:
        return refusals.encrypted(name)
    if error.outcome is Outcome.BOX:
        rows, columns = error.detail
        return refusals.box_too_large(name, rows, columns, limits.cells)
    if error.outcome is Outcome.SHEETS:
        return refusals.too_many_sheets(name, limits.sheets)
    if error.outcome is Outcome.TOO_SLOW:
        return refusals.too_slow(name, limits.seconds)
    return refusals.needs_memory(name)


def run_safely(job: str, name: str, data: bytes, limits: Limits, deadline: Deadline) -> list[Sheet]:
    """A reader of markup or text: here where the data is small, in a child where its tree may not fit."""
    large = len(data) > limits.in_process_bytes or (job in ("html", "mhtml") and may_grow(data))
    run = run_in_child if large else run_here
    try:
        return run(job, name, data, {"name": name}, limits, deadline)
    except EngineError as error:
        raise refusals.damaged(name) from error
