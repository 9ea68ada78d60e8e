"""How long do all reports take? Run ``python benchmarks/reports.py``.

A result of 1,000 units and 5,000 persons is written as every file by ``thidua report``, together and one by one, and
the given one-workbook set is scored with all nine files. Whole processes, user and system CPU, the least of several
runs. Prints a table, ends with exit status 1 if a limit is passed. ``--units``, ``--persons`` and ``--runs`` make it
smaller; ``--against FOLDER`` measures the program of another checkout in turn with this one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKBOOK = ROOT / "tests" / "exports" / "mot-tap" / "input" / "data.xlsx"
REPORTS_LIMIT = 7.0
"""Seconds of CPU for all reports of 1,000 units and 5,000 persons."""
SCORE_LIMIT = 2.0
"""Seconds of CPU for ``score`` on the one-workbook set, every report included."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and compare with the limits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--units", type=int, default=1000)
    parser.add_argument("--persons", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--against", type=Path)
    asked = parser.parse_args(words)
    checkouts = [ROOT, *([asked.against.resolve()] if asked.against else [])]
    with tempfile.TemporaryDirectory() as folder:
        for number, checkout in enumerate(checkouts):
            make_result(checkout, Path(folder) / f"{number}.json", asked.units, asked.persons)
        end = ["--out", f"{folder}/out", "--overwrite", "--quiet"]
        report, score = ["report", f"{folder}/{{}}.json", *end], ["score", str(WORKBOOK), *end]
        what = f"{asked.units:,} units, {asked.persons:,} persons"
        rows = [(f"{what}: all files", report, REPORTS_LIMIT if asked.units == 1000 else None)]
        rows += [(f"{what}: {kind} alone", [*report, "--format", kind], None) for kind in ("docx", "xlsx", "html")]
        rows += [("one-workbook set: score, all files", score, SCORE_LIMIT)]
        rows += [("one-workbook set: score, result.json alone", [*score, "--format", "json"], None)]
        passed = False
        for name, command, limit in rows:
            least = in_turn(checkouts, command, asked.runs)
            wall, used, peak = least[0]
            passed |= limit is not None and used > limit
            other = f"{least[1][1]:7.2f} s there, {used / least[1][1]:.2f} times" if asked.against else ""
            most = f"at most {limit:g}" if limit is not None else ""
            print(f"{name:48}{used:7.2f} s CPU {wall:7.2f} s {peak:5.0f} MiB   {most:10} {other}".rstrip())
    return int(passed)


def make_result(checkout: Path, path: Path, units: int, persons: int) -> None:
    """Write a made-up result of so many units and persons, as the checkout has results."""
    code = f"from tests.support.results import make_result as m; r = m({units}, {persons})"
    code += "; import sys; sys.stdout.buffer.write(r.to_json())"
    environment = {**os.environ, "PYTHONPATH": f"{checkout / 'src'}{os.pathsep}{checkout}"}
    made = subprocess.run([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, check=True)
    path.write_bytes(made.stdout)


def in_turn(checkouts: Sequence[Path], words: Sequence[str], runs: int) -> list[tuple[float, float, float]]:
    """Least elapsed and CPU seconds, and peak MiB, of a command in each checkout; a first run compiles and is left out.

    ``{}`` in a word is the checkout's number.
    """
    taken: list[list[tuple[float, float, float]]] = [[] for _ in checkouts]
    for _ in range(runs + 1):
        for number, checkout in enumerate(checkouts):
            taken[number].append(run(checkout, [word.format(number) for word in words]))
    columns = [list(zip(*own[1:], strict=True)) for own in taken]
    return [(min(wall), min(used), max(peak)) for wall, used, peak in columns]


def run(checkout: Path, words: Sequence[str]) -> tuple[float, float, float]:
    """Elapsed and CPU seconds of one whole process with its children, and its peak in MiB (0 where it is not told)."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "thidua_cli", *words]
    before, began = os.times(), time.perf_counter()
    environment["PYTHONPATH"] = str(checkout / "src")
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        peak = 0.0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    elapsed, after = time.perf_counter() - began, os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return elapsed, used or elapsed, peak


if __name__ == "__main__":
    sys.exit(main())
