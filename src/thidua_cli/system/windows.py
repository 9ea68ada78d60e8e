"""Job objects of Windows: bounds for a process and everything that it starts."""

from __future__ import annotations

import sys

if sys.platform == "win32":  # pragma: no cover
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME, _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x2, 0x100, 0x2000
    _EXTENDED_CLASS = 9

    class _Basic(ctypes.Structure):
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

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("Basic", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def enter_job(*, memory: int | None = None, seconds: float | None = None) -> None:
        """Put this process into a job: what it starts ends with it, and it gets no more memory and computing time."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)  # closed by the system when this process ends
        limits = _Extended()
        limits.Basic.LimitFlags = _KILL_ON_CLOSE | (0 if memory is None else _PROCESS_MEMORY)
        if seconds is not None:
            limits.Basic.LimitFlags |= _PROCESS_TIME
            limits.Basic.PerProcessUserTimeLimit = int(seconds * 10_000_000)  # in steps of 100 nanoseconds
        limits.ProcessMemoryLimit = memory or 0
        kernel.SetInformationJobObject(job, _EXTENDED_CLASS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

    def wait_for_process(number: int) -> None:
        """Return when the process with this number has ended."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        synchronize, for_ever = 0x00100000, 0xFFFFFFFF
        handle = kernel.OpenProcess(synchronize, False, number)  # noqa: FBT003 - no inheritance
        if handle:
            kernel.WaitForSingleObject(handle, for_ever)
