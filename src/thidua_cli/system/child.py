"""The child's side of :mod:`~thidua_cli.system.contained`: limits itself, does one job, answers on stdout."""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from typing import Any

from thidua_cli.system.children import end_with_parent
from thidua_cli.system.contained import Ended

_OVERHEAD = 256 * 1024 * 1024
"""Address space that the interpreter, numpy and their libraries map without using it."""


def limit(size: int, seconds: float) -> None:
    """Bound this process's memory and computing time as the system allows: by a job object on Windows.

    Elsewhere it is the address space. What computes too long, the system ends (SIGXCPU).
    """
    if sys.platform == "win32":
        from thidua_cli.system.windows import enter_job

        enter_job(memory=size, seconds=seconds)
        return
    import resource

    with contextlib.suppress(ValueError, OSError):  # the system may allow less already
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds) + 1))
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        try:
            _, hard = resource.getrlimit(kind)
            most = size + _OVERHEAD if hard == resource.RLIM_INFINITY else min(size + _OVERHEAD, hard)
            resource.setrlimit(kind, (most, hard))
        except (ValueError, OSError):  # macOS refuses some of these; the time limit still holds there
            continue


def _answer(function: Callable[..., Any], arguments: Sequence[Any]) -> bytes:
    """The pickled answer: what the function gives or raises, or how it ended."""
    try:
        return pickle.dumps((True, function(*arguments)), protocol=5)
    except MemoryError:
        return pickle.dumps(Ended.TOO_LARGE)
    except Exception as error:  # noqa: BLE001 - whatever a library makes of hostile bytes
        ours = type(error).__module__.startswith("thidua_cli.")
        return pickle.dumps((False, error) if ours else Ended.FAILED)


def main() -> None:
    """Read one request from stdin, a file, write one answer to stdout; whatever libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    parent, memory, seconds, function, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    end_with_parent(parent)
    limit(memory, seconds)
    answer = _answer(function, arguments)
    with answers:
        answers.write(answer)
        answers.flush()
        os._exit(0)  # freeing a million strings one by one would only cost time


if __name__ == "__main__":
    main()
