"""Runs a function in a child process with a bound on memory and computing time, for what cannot be measured beforehand.

The Rust readers can abort the whole process (a used box of 16 billion cells is one allocation), which nothing in
Python catches. In a child it ends the child. A plain subprocess, not ``multiprocessing``: it works under every start
method, in pool workers and for callers whose script has no ``__main__`` guard.
"""

from __future__ import annotations

import errno
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from enum import StrEnum
from typing import IO, Any, TypeVar

from thidua_cli.system.children import environment
from thidua_cli.system.scratch import told_as_full

Answer = TypeVar("Answer")
_KILLED = -int(getattr(signal, "SIGKILL", 9))
_OUT_OF_TIME = -int(getattr(signal, "SIGXCPU", 24))
_PATIENCE = 20
"""A child may be so many times as long at work as it may compute: the machine has other things to do as well."""


class Ended(StrEnum):
    """Why a child gave no answer."""

    FAILED = "failed"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"


class ContainedError(Exception):
    """A child gave no answer; ``ended`` says why."""

    def __init__(self, ended: Ended) -> None:
        super().__init__(ended.value)
        self.ended = ended


def run_contained(function: Callable[..., Answer], *arguments: Any, memory: int, seconds: float) -> Answer:
    """What a function of a module gives, run in a child within ``memory`` bytes and ``seconds`` of computing.

    An exception of this program comes back as it was raised; :class:`ContainedError` stands for all other ends.
    Question and answer lie in files without a name, gone with whoever holds them: a pipe takes little at a time.
    """
    seconds = max(seconds, 1.0)
    with told_as_full(), tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answered:
        pickle.dump((os.getpid(), memory, seconds, function, arguments), asked, protocol=5)
        asked.seek(0)
        _run(asked, answered, seconds)
        answer = pickle.load(answered)  # noqa: S301 - written by our own module in the child
    if isinstance(answer, Ended):
        raise ContainedError(answer)
    ok, value = answer
    if not ok:
        raise value
    result: Answer = value
    return result


def _run(asked: IO[bytes], answered: IO[bytes], seconds: float) -> None:
    """Run the child to its end, after which the answer can be read."""
    command = [sys.executable, "-m", "thidua_cli.system.child"]
    streams: dict[str, Any] = {"stdin": asked, "stdout": answered, "stderr": subprocess.PIPE}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
            command, **streams, timeout=seconds * _PATIENCE, env=environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ContainedError(Ended.TOO_SLOW) from error
    except OSError as error:
        raise ContainedError(Ended.TOO_LARGE if error.errno == errno.ENOMEM else Ended.FAILED) from error
    if done.returncode == _OUT_OF_TIME:
        raise ContainedError(Ended.TOO_SLOW)
    if done.returncode != 0 or not answered.seek(0, os.SEEK_END):
        # What the system kills without being asked, it kills for want of memory.
        starved = done.returncode == _KILLED or b"memory" in done.stderr.lower()
        raise ContainedError(Ended.TOO_LARGE if starved else Ended.FAILED)
    answered.seek(0)
