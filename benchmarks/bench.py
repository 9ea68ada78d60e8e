"""`score` on one large workbook against what else would read it: ``make bench``, or ``bench.py --quick``.

Everything runs in turn in one run, as whole processes, imports included; the counts of all must agree. Ratios are to
the fastest reader there is with nothing but the grouping behind it. Writes ``RESULTS.md`` beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
OURS, BARE = "thidua score (json)", "fastexcel → polars, bare"
PEERS = {
    BARE: ("polars_script.py",),
    "pandas + calamine": ("pandas_script.py", "calamine"),
    "pandas + openpyxl": ("pandas_script.py", "openpyxl"),
    "DuckDB excel": ("duckdb_script.py",),
}
ONCE = frozenset(("pandas + calamine", "pandas + openpyxl", "DuckDB excel"))
LIBRARIES = "numpy python-calamine isal openpyxl pandas fastexcel polars pyarrow duckdb".split()
PROMISES = {BARE: 1.0, "pandas + calamine": 1 / 5, "pandas + openpyxl": 1 / 20}
"""At most so many times the time of each may ``score`` take."""
MEMORY_PROMISE = 450
"""MiB that ``score`` may need at its peak for a million dossiers."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds on the wall and of CPU, MiB at the peak, and the counts per unit that it printed."""

    wall: float
    cpu: float
    peak: float
    counts: dict[str, list[int]] | None


def run(command: Sequence[str], told_by: str = "") -> Run:
    """Run a command to its end; no counts where it failed."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent / "src")}
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        out.seek(0)
        told = json.loads(out.read()) if status == 0 and told_by else None
    counts = of_result(told) if told_by == OURS and told is not None else told
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, counts)


def of_result(result: dict[str, list[dict[str, object]]]) -> dict[str, list[int]]:
    """The nine counts of each unit, as ``result.json`` has them."""
    counts = {}
    for unit in result["units"]:
        found = {m["id"]: m for c in unit["criteria"] for m in c["measures"]}  # type: ignore[attr-defined]
        software, online, timed = (found[name] for name in ("on_software", "online_34", "on_time"))
        received, filed = software["denominator"], online["numerator"]
        three = [timed["counts"][name] for name in ("early", "on_time", "late")]
        counts[str(unit["name"])] = [
            received,
            software["numerator"],
            filed,
            received - filed,
            *three,
            timed["numerator"],
            timed["denominator"],
        ]
    return counts


def measure(path: Path, names: Sequence[str], repeats: int) -> dict[str, list[Run]]:
    """Every program in turn, the slow ones once."""
    runs: dict[str, list[Run]] = {OURS: [], **{name: [] for name in names}}
    for number in range(repeats):
        for name, done in runs.items():
            if number and name in ONCE:
                continue
            if name == OURS:
                command = ["-m", "thidua_cli", "score", str(path), "--json", "--format", "json", "--quiet"]
            else:
                command = [str(HERE / "peers" / PEERS[name][0]), str(path), *PEERS[name][1:]]
            done.append(run([sys.executable, *command], told_by=name))
    return runs


def made(path: Path, rows: int, *form: str) -> Path:
    """The data, made by another process: what this one needs at its peak would count as its children's."""
    subprocess.run([sys.executable, str(HERE / "data.py"), str(path), str(rows), *form], check=True)
    return path


def middle(runs: Sequence[Run], what: str) -> float:
    """The median of one figure over some runs."""
    return float(statistics.median(getattr(r, what) for r in runs))


def table(rows: int, runs: dict[str, list[Run]]) -> list[str]:
    """One table as Markdown; ratios above 1 say how many times longer than the bare reader something took."""
    lines = [
        f"## {rows:,} dossiers",
        "",
        "| program | wall s | CPU s | peak MiB | wall ratio | CPU ratio | counts |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    base = runs[BARE]
    truth = runs[OURS][0].counts
    for name, done in runs.items():
        if any(r.counts is None for r in done):
            lines.append(f"| {name} | | | | | | did not run |")
            continue
        agree = "agree" if all(r.counts == truth for r in done) else "DIFFER"
        figures = [middle(done, what) for what in ("wall", "cpu", "peak")]
        ratios = [figures[0] / middle(base, "wall"), figures[1] / middle(base, "cpu")]
        lines.append(
            f"| {name} | {figures[0]:.2f} | {figures[1]:.2f} | {figures[2]:,.0f} "
            f"| {ratios[0]:.2f} | {ratios[1]:.2f} | {agree} |"
        )
    return [*lines, ""]


def versions() -> list[str]:
    """The machine and the libraries, without a name or a path."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.partition(":")[2].strip() for line in info.read_text("utf-8").splitlines() if "model name" in line
        ]
        model = names[0] if names else model
    had = []
    for name in LIBRARIES:
        try:
            had.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return [f"{os.cpu_count()} cores, {model}; Python {platform.python_version()}.", "", ", ".join(had) + ".", ""]


def main() -> int:
    """Measure, print, write; exit status 1 where counts differ or a promise is broken (on CPU time)."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="100,000 dossiers, and nothing is written")
    options.add_argument("--repeats", type=int, default=3)
    chosen = options.parse_args()
    folder = Path(tempfile.gettempdir()) / "thidua-bench"
    folder.mkdir(exist_ok=True)
    sizes = [10_000, 100_000] if chosen.quick else [10_000, 100_000, 1_000_000]
    lines = ["# Results", "", *versions()]
    ours: dict[str, Run] = {}
    fine = True
    for rows in sizes:
        names = list(PEERS) if rows == sizes[-1] else [BARE]
        runs = measure(made(folder / f"{rows}.xlsx", rows), names, chosen.repeats)
        lines += table(rows, runs)
        truth = runs[OURS][0].counts
        fine &= truth is not None and all(r.counts in (truth, None) for done in runs.values() for r in done)
        least = min(runs[OURS], key=lambda r: r.cpu)
        ours[f"{rows:,}"] = least
        if rows == 1_000_000:
            times = {name: middle(done, "cpu") for name, done in runs.items() if done[0].counts}
            fine &= all(times[OURS] <= most * times[name] for name, most in PROMISES.items() if name in times)
            fine &= middle(runs[OURS], "peak") <= MEMORY_PROMISE
    dated = measure(made(folder / "text-100000.xlsx", 100_000, "text"), [], chosen.repeats)[OURS]
    start = min(run([sys.executable, "-m", "thidua_cli", "--version"]).cpu for _ in range(5))
    lines += ["## Growth of `score`", "", "| dossiers | CPU s beyond start-up | peak MiB |", "|---|--:|--:|"]
    lines += [f"| {rows} | {r.cpu - start:.2f} | {r.peak:,.0f} |" for rows, r in ours.items()]
    lines += [f"| 100,000 with dates as text | {min(r.cpu for r in dated) - start:.2f} | {dated[0].peak:,.0f} |", ""]
    print("\n".join(lines))
    if not chosen.quick:
        (HERE / "RESULTS.md").write_text("\n".join(lines), "utf-8")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
