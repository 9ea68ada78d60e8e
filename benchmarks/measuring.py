"""One whole process, measured: what every benchmark here rests on. For Linux; macOS without the memory of children."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-m", "thidua_cli")
_MIB = 1 << 20 if sys.platform == "darwin" else 1 << 10


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of CPU (user and system) and on the wall, MiB at the peak, children included; what it printed.

    A peak below that of this process, with which it begins, cannot be told and is 0. ``out`` is None where it failed,
    and ``why`` is then what it said.
    """

    cpu: float
    wall: float
    peak: float
    out: bytes | None
    why: str


def run(command: Sequence[str], checkout: Path = ROOT) -> Run:
    """Run a command to its end with the program of a checkout, compiled as users have it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = f"{checkout / 'src'}{os.pathsep}{checkout}"
    ended = Event()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, ThreadPoolExecutor(1) as pool:
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=err)
        together = pool.submit(_together, process.pid, ended)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        out.seek(0)
        err.seek(0)
        why = err.read().decode(errors="replace").strip() if status else ""
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        peak = max(used.ru_maxrss / _MIB if used.ru_maxrss > own else 0.0, together.result())
        return Run(used.ru_utime + used.ru_stime, wall, peak, None if status else out.read(), why)


def _together(pid: int, ended: Event) -> float:
    """The most MiB that a process has together with its children, looked at twenty times a second; 0 without any."""
    most = 0.0
    while not ended.wait(0.05):
        family = [pid]
        for one in family:
            family += [int(child) for task in Path(f"/proc/{one}/task").glob("*/children") for child in _told(task)]
        if len(family) > 1:
            most = max(most, sum(_share(one) for one in family))
    return most


def _told(path: Path) -> list[str]:
    try:
        return path.read_text("ascii").split()
    except OSError:  # it ended meanwhile
        return []


def _share(pid: int) -> float:
    """MiB of a process, what it shares with others divided among them."""
    words = _told(Path(f"/proc/{pid}/smaps_rollup"))
    return int(words[words.index("Pss:") + 1]) / 1024 if "Pss:" in words else 0.0
