"""Is the program as quick as promised? Start-up against a bare ``import click``, and CPU time of ``score``.

Run ``make bench``. Prints a table and ends with exit status 1 if a limit is passed. Times are the least of several
runs: what else the machine does can only add to them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKBOOK = ROOT / "tests" / "exports" / "mot-tap" / "input" / "data.xlsx"
START_LIMIT = 3.0
"""``thidua --help`` may take this many times the time of ``python -c "import click"``."""
SCORE_LIMIT = 2.0
"""Seconds of CPU (user and system, all processes) for ``score`` on the one-workbook set, every report included."""


def main() -> int:
    """Measure, print, and compare with the limits."""
    thidua = [sys.executable, "-m", "thidua_cli"]
    bare = least([sys.executable, "-c", "import click"], runs=15)[0]
    start = least([*thidua, "--help"], runs=15)[0]
    with tempfile.TemporaryDirectory() as folder:
        command = [*thidua, "score", str(WORKBOOK), "--out", folder, "--quiet"]
        figures = least([*command, "--format", "json"], runs=4)[1]
        reports = least(command, runs=4)[1]
    rows = [
        ("python -c 'import click'", f"{1000 * bare:.0f} ms", ""),
        ("thidua --help", f"{1000 * start:.0f} ms", f"{start / bare:.2f} times; at most {START_LIMIT:g}"),
        ("thidua score, result.json alone", f"{figures:.2f} s CPU", ""),
        ("thidua score, every report", f"{reports:.2f} s CPU", f"at most {SCORE_LIMIT:g}"),
    ]
    for what, took, limit in rows:
        print(f"{what:34}{took:>14}   {limit}")
    return int(start / bare > START_LIMIT or reports > SCORE_LIMIT)


def least(command: Sequence[str], *, runs: int) -> tuple[float, float]:
    """The least elapsed and the least CPU seconds of several runs of a command (CPU: elapsed where it is not known)."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    elapsed, cpu = [], []
    for _ in range(runs):
        before, began = os.times(), time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        took, after = time.perf_counter() - began, os.times()
        used = after.children_user - before.children_user + after.children_system - before.children_system
        elapsed.append(took)
        cpu.append(used or took)
    return min(elapsed), min(cpu)


if __name__ == "__main__":
    sys.exit(main())
