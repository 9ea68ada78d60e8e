"""Runs a reader in a child process with a bound on memory and time, for files that cannot be measured beforehand.

The Rust readers can abort the whole process (a used box of 16 billion cells is one allocation), which nothing in
Python catches. In a child it ends the child. A plain subprocess, not ``multiprocessing``: it works under every start
method, in pool workers and for callers whose script has no ``__main__`` guard.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from thidua_cli.intake.opening.limits import Limits


class Outcome(StrEnum):
    """Why a child gave no sheets."""

    FAILED = "failed"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    REFUSED = "refused"
    BOX = "box"
    SHEETS = "sheets"


class ContainedError(Exception):
    """A child gave no sheets; ``outcome`` says why, ``detail`` is the typed error or the box that it ended with."""

    def __init__(self, outcome: Outcome, detail: Any = None) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
        self.detail = detail


def run_contained(job: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, seconds: float) -> Any:
    """The result of an engine (a key of ``JOBS``) after at most ``seconds``; raises :class:`ContainedError`."""
    request = pickle.dumps((job, data, dict(arguments), limits), protocol=5)
    try:
        done = subprocess.run(  # our own interpreter and module, no shell
            [sys.executable, "-m", "thidua_cli.intake.opening.child"],
            input=request,
            capture_output=True,
            timeout=max(seconds, 1.0),
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ContainedError(Outcome.TOO_SLOW) from error
    except OSError as error:
        raise ContainedError(Outcome.FAILED) from error
    if done.returncode != 0 or not done.stdout:
        starved = b"memory" in done.stderr.lower() or b"MemoryError" in done.stderr
        raise ContainedError(Outcome.TOO_LARGE if starved else Outcome.FAILED)
    outcome, payload = pickle.loads(done.stdout)  # noqa: S301  # written by our own module in the child
    if outcome is not None:
        raise ContainedError(outcome, payload)
    return payload


def _environment() -> dict[str, str]:
    """The child finds its parent's packages; numeric libraries start no threads (each costs address space)."""
    path = os.pathsep.join(p for p in sys.path if p)
    quiet = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "RUST_BACKTRACE": "0"}
    return {**os.environ, **quiet, "PYTHONPATH": path, "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
