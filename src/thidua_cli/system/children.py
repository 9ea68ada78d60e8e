"""Processes that end with the one that started them, also where that one is killed and can say nothing any more."""

from __future__ import annotations

import os
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1
_SIGKILL = 9
_LOOK_SECONDS = 0.5


def end_with_parent(parent: int) -> None:
    """Called in a child: end this process when its parent (a process number) does.

    Linux does it by itself, also while a library computes and lets no thread of Python run.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)  # it ended before it was asked for
    else:
        threading.Thread(target=_leave_after, args=(parent,), daemon=True).start()


def _leave_after(parent: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        from thidua_cli.system.windows import wait_for_process

        wait_for_process(parent)
    else:
        while os.getppid() == parent:
            time.sleep(_LOOK_SECONDS)
    os._exit(1)


def environment() -> dict[str, str]:
    """The environment of a child that is this program again: it finds the same packages.

    Numeric libraries start no threads there (each costs address space).
    """
    path = os.pathsep.join(p for p in sys.path if p)
    quiet = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "RUST_BACKTRACE": "0"}
    return {**os.environ, **quiet, "PYTHONPATH": path, "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
