"""The child's side of :mod:`~thidua_cli.intake.opening.contained`: limits itself, does one job, answers on stdout."""

from __future__ import annotations

import os
import pickle
import sys
from typing import Any

from thidua_cli.errors import ThiduaError
from thidua_cli.intake.opening.contained import Outcome
from thidua_cli.intake.opening.limits import MIB, Limits

_OVERHEAD = 256 * MIB
"""Address space that the interpreter, numpy and their libraries map without using it."""


def _work(job: str, data: bytes, arguments: dict[str, Any], limits: Limits) -> tuple[Outcome | None, Any]:
    from thidua_cli.intake.opening.engines import (
        JOBS,
        BoxTooLargeError,
        EngineError,
        PasswordNeededError,
        TooManySheetsError,
    )

    try:
        return None, JOBS[job](data, limits, **arguments)
    except PasswordNeededError:
        return Outcome.ENCRYPTED, None
    except BoxTooLargeError as error:
        return Outcome.BOX, (error.rows, error.columns)
    except TooManySheetsError:
        return Outcome.SHEETS, None
    except ThiduaError as error:
        return Outcome.REFUSED, error
    except MemoryError:
        return Outcome.TOO_LARGE, None
    except EngineError:
        return Outcome.FAILED, None


def limit_memory(size: int) -> None:
    """Bound this process's memory as the system allows: address space on POSIX, a job object on Windows."""
    if sys.platform == "win32":
        _limit_memory_windows(size)
        return
    import resource

    for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        try:
            _, hard = resource.getrlimit(kind)
            most = size + _OVERHEAD if hard == resource.RLIM_INFINITY else min(size + _OVERHEAD, hard)
            resource.setrlimit(kind, (most, hard))
        except (ValueError, OSError):  # macOS refuses some of these; the time limit still holds there
            continue


if sys.platform == "win32":

    def _limit_memory_windows(size: int) -> None:
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("Basic", Basic),
                ("IoInfo", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        process_memory, extended_class = 0x100, 9
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        limits = Extended()
        limits.Basic.LimitFlags = process_memory
        limits.ProcessMemoryLimit = size
        kernel.SetInformationJobObject(job, extended_class, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())


def main() -> None:
    """Read one request from stdin, write one answer to stdout; whatever libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    job, data, arguments, limits = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # from our own parent
    limit_memory(limits.memory_bytes)
    try:
        answer = pickle.dumps(_work(job, data, arguments, limits), protocol=5)
    except MemoryError:
        answer = pickle.dumps((Outcome.TOO_LARGE, None))
    with answers:
        answers.write(answer)
        answers.flush()
        os._exit(0)  # freeing a million strings one by one would only cost time


if __name__ == "__main__":
    main()
