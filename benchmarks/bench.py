"""Is the program as quick as promised? ``make bench``, or ``make bench B=--quick`` for every day.

One large file in every form against the best bare library for it, ten times the rows, start-up, and all documents:
whole processes in turn in one run, imports included, the least of several runs, after one that compiles. What each
found in the file must be what was put in. Prints Markdown; a whole run writes it into ``RESULTS.md`` beside this file.
Exit status 1 where a promise is broken, counts differ or something did not run. Promises are on CPU time, user and
system; ``--against`` has another checkout take part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib import metadata
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import data
from benchmarks.measuring import PROGRAM, ROOT, Run, run

HERE = ROOT / "benchmarks"
SAMPLE = ROOT / "tests" / "exports" / "mot-tap" / "input" / "data.xlsx"
LIBRARIES = "click numpy isal lxml python-calamine turbohtml openpyxl pandas fastexcel polars pyarrow".split()
OURS, THERE = "thidua", "thidua of the other checkout"
PEERS = {
    "fastexcel → polars": ("bare.py", "fastexcel"),
    "polars, all text": ("bare.py", "polars"),
    "lxml iterparse": ("bare.py", "lxml"),
    "calamine rows": ("bare.py", "calamine"),
    "pandas + calamine": ("pandas_script.py", "calamine"),
    "pandas + openpyxl": ("pandas_script.py", "openpyxl"),
}
ONCE = frozenset(("pandas + calamine", "pandas + openpyxl"))
"""So slow that one run is enough."""
NAMES = {
    "shared": ".xlsx, shared strings",
    "inline": ".xlsx, inline strings",
    "inline-text": ".xlsx, inline strings, dates as text",
    "csv": ".csv",
    "html": "HTML as .xls",
    "xls": ".xls, sheets of 60,000",
    "ods": ".ods",
}


@dataclass(frozen=True, slots=True)
class Work:
    """``score`` on one large file: at most so many times the CPU time of a peer, at most so many MiB."""

    form: str
    dossiers: int
    peer: str
    most: float | None = None
    memory: int | None = None


WORKS = (
    Work("shared", 1_000_000, "fastexcel → polars", 0.55, 280),
    Work("shared", 1_000_000, "pandas + calamine", 1 / 5),
    Work("shared", 1_000_000, "pandas + openpyxl", 1 / 20),
    Work("inline", 1_000_000, "fastexcel → polars", 0.8, 350),
    Work("inline-text", 200_000, "fastexcel → polars"),
    Work("csv", 200_000, "polars, all text", 2.5, 250),
    Work("html", 200_000, "lxml iterparse", 1.2, 300),
    Work("xls", 200_000, "calamine rows", 2.5, 400),
    Work("ods", 200_000, "calamine rows", 1.2),
)
START, SIZES, GROWTH = 100, (10_000, 100_000, 1_000_000), 10.5
"""Ten times the rows take at most so many times the time beyond what START dossiers take."""


@dataclass(frozen=True, slots=True)
class Command:
    """A whole command: at most so many seconds of CPU, or times the CPU of the one named ``of``."""

    name: str
    words: tuple[str, ...]
    most: float | None = None
    of: str = ""
    runs: int = 0
    """How often, if not as often as all."""


UNITS, PERSONS = 1000, 5000
MANY = f"all reports of {UNITS:,} units, {PERSONS:,} persons"
_REPORT = (*PROGRAM, "report", "{result}", "--out", "{out}", "--overwrite", "--quiet")
_MAKE = f"from tests.support.results import make_result as r; open('{{}}', 'wb').write(r({UNITS}, {PERSONS}).to_json())"
_SCORE = (*PROGRAM, "score", str(SAMPLE), "--out", "{out}", "--overwrite", "--quiet")
COMMANDS = (
    Command("import click", (sys.executable, "-c", "import click"), runs=15),
    Command("thidua --help", (*PROGRAM, "--help"), 1.3, of="import click", runs=15),
    Command("the one-workbook set, nine files", _SCORE, 1.2),
    Command("the same, result.json alone", (*_SCORE, "--format", "json")),
    Command(MANY, _REPORT, 7.0),
    *(Command(f"of these {kind} alone", (*_REPORT, "--format", kind)) for kind in ("docx", "xlsx", "html")),
)


@dataclass(slots=True)
class Bench:
    """One run of everything: what was chosen, what was measured, what was said, and whether all is well."""

    repeats: int
    against: Path | None
    folder: Path
    lines: list[str] = field(default_factory=list)
    fine: bool = True
    had: dict[tuple[str, int], dict[str, list[Run]]] = field(default_factory=dict)

    def say(self, *lines: str) -> None:
        """Print lines and keep them for the file."""
        self.lines += lines
        print(*lines, sep="\n", flush=True)

    def table(self, heads: str) -> None:
        """Begin a table; all columns but the first hold figures."""
        self.say(f"| {heads} |", "|---" + "|--:" * heads.count("|") + "|")

    def kept(self, *held: bool) -> str:
        """Whether promises are kept, remembered for the exit status."""
        self.fine &= all(held)
        return "yes" if all(held) else "**no**"

    def checkouts(self) -> dict[str, Path]:
        """The programs to measure."""
        return {OURS: ROOT, **({THERE: self.against} if self.against else {})}

    def made(self, form: str, dossiers: int) -> Path:
        """A file of dossiers, made by another process: a peak counts what forked it."""
        path = data.place(self.folder, dossiers, form)
        if not path.exists():
            print(f"writing {path.name} …", file=sys.stderr)
            make = [sys.executable, str(HERE / "data.py"), str(self.folder), str(dossiers), form]
            subprocess.run(make, check=True)
        return path

    def measure(self, form: str, dossiers: int, peers: Sequence[str] = ()) -> dict[str, list[Run]]:
        """Every program on a file, in turn; what was measured before is not again."""
        if (form, dossiers) in self.had:
            return self.had[form, dossiers]
        path = str(self.made(form, dossiers))
        ours = [*PROGRAM, "score", path, "--json", "--format", "json", "--quiet"]
        commands = {name: (ours, checkout) for name, checkout in self.checkouts().items()}
        for name in peers:
            script, reader = PEERS[name]
            words = [reader, path] if script == "bare.py" else [path, reader]
            commands[name] = ([sys.executable, str(HERE / "peers" / script), *words], ROOT)
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for turn in range(self.repeats):
            for name, (command, checkout) in commands.items():
                if not turn or name not in ONCE:
                    print(f"{name}: {dossiers:,}, {NAMES[form]} …", file=sys.stderr)
                    runs[name].append(run(command, checkout))
        self.had[form, dossiers] = runs
        return runs

    def counted(self, form: str, dossiers: int, name: str) -> str:
        """Whether a program found in a file what was put in."""
        truth = json.loads(self.made("counts", dossiers).read_text("utf-8"))
        for done in self.had[form, dossiers][name]:
            if done.out is None:
                self.fine = False
                print(f"{name}: {done.why}", file=sys.stderr)
                return "did not run"
            told = json.loads(done.out)
            found = of_result(told) if name in self.checkouts() else told
            if any(found.get(unit) not in (counts, counts[0]) for unit, counts in truth.items()):
                self.fine = False
                return "**differ**"
        return "agree"


def of_result(result: dict[str, Any]) -> dict[str, list[int]]:
    """The nine counts of each unit, as ``result.json`` has them."""
    counts = {}
    for unit in result["units"]:
        found = {measure["id"]: measure for criterion in unit["criteria"] for measure in criterion["measures"]}
        software, online, timed = (found[name] for name in ("on_software", "online_34", "on_time"))
        received, filed = software["denominator"], online["numerator"]
        three = [timed["counts"][name] for name in ("early", "on_time", "late")]
        first = [received, software["numerator"], filed, received - filed]
        counts[unit["name"]] = [*first, *three, timed["numerator"], timed["denominator"]]
    return counts


def least(runs: Sequence[Run]) -> tuple[float, float, float]:
    """The least CPU and wall seconds and the most MiB of several runs."""
    return min(done.cpu for done in runs), min(done.wall for done in runs), max(done.peak for done in runs)


def cells(runs: Sequence[Run]) -> str:
    """The same as three cells of a table."""
    cpu, wall, peak = least(runs)
    return f"{cpu:.2f} | {wall:.2f} | {f'{peak:,.0f}' if peak else ''}"


def large(bench: Bench, works: Sequence[Work]) -> None:
    """Each form against its peers."""
    bench.say("## One large file", "")
    heads = (
        "dossiers | CPU s | wall s | MiB | peer | CPU s | wall s | MiB | CPU ratio | wall ratio | at most | MiB at most"
    )
    bench.table(heads + " | kept | counts | peer's")
    for (form, dossiers), group in groupby(works, key=lambda work: (work.form, work.dossiers)):
        own = list(group)
        if bench.against:
            own.append(Work(form, dossiers, THERE))
        runs = bench.measure(form, dossiers, [work.peer for work in own if work.peer in PEERS])
        for work in own:
            (cpu, wall, peak), (other, elapsed, _) = least(runs[OURS]), least(runs[work.peer])
            promised = work.most is not None
            held = [cpu <= (work.most or 0) * other] if promised else []
            held += [peak <= work.memory] if work.memory else []
            counts = [bench.counted(form, dossiers, name) for name in (OURS, work.peer)]
            held += [set(counts) == {"agree"}] if held else []
            bench.say(
                f"| {dossiers:,} {NAMES[form]} | {cells(runs[OURS])} | {work.peer} | {cells(runs[work.peer])} "
                f"| {cpu / other:.3g} | {wall / elapsed:.3g} | {f'{work.most:.3g}' if promised else ''} "
                f"| {work.memory or ''} | {bench.kept(*held) if held else ''} | {counts[0]} | {counts[1]} |"
            )


def growth(bench: Bench, forms: Sequence[str], sizes: Sequence[int]) -> None:
    """Ten times the rows, in each form."""
    bench.say("", f"## Ten times the rows, CPU seconds beyond those of {START} dossiers", "")
    ratios = " | ".join(f"{more:,} / {few:,}" for few, more in pairwise(sizes))
    bench.table(
        f"form | {START} | {' | '.join(f'{size:,}' for size in sizes)} | {ratios} | at most | kept | MiB | counts"
    )
    for form in forms:
        start = least(bench.measure(form, START)[OURS])[0]
        beyond = [least(bench.measure(form, size)[OURS])[0] - start for size in sizes]
        times = [more / max(few, 0.01) for few, more in pairwise(beyond)]
        counts = [bench.counted(form, size, OURS) for size in sizes]
        kept = bench.kept(max(times) <= GROWTH, set(counts) == {"agree"})
        bench.say(
            f"| {NAMES[form]} | {start:.2f} | {' | '.join(f'{taken:.2f}' for taken in beyond)} "
            f"| {' | '.join(f'{ratio:.2f}' for ratio in times)} | {GROWTH} | {kept} "
            f"| {least(bench.had[form, sizes[-1]][OURS])[2]:,.0f} | {', '.join(dict.fromkeys(counts))} |"
        )


def commands(bench: Bench, wanted: Sequence[Command]) -> None:
    """Start-up and documents."""
    bench.say("", "## Whole commands", "")
    bench.table("command | CPU s | wall s | MiB | at most | is | kept")
    if any("{result}" in command.words for command in wanted):
        for name, checkout in bench.checkouts().items():
            run([sys.executable, "-c", _MAKE.format(bench.folder / f"{name}.json")], checkout)
    taken: dict[str, float] = {}
    for command in wanted:
        for name, checkout in bench.checkouts().items():
            print(f"{name}: {command.name} …", file=sys.stderr)
            places = {"{out}": str(bench.folder / "out"), "{result}": str(bench.folder / f"{name}.json")}
            words = [places.get(word, word) for word in command.words]
            runs = [run(words, checkout) for _ in range(command.runs or bench.repeats)]
            bench.fine &= all(done.out is not None for done in runs)
            used = taken.setdefault(command.name, least(runs)[0])
            promise = ["", "", ""]
            if command.most and name == OURS:
                share = used / taken.get(command.of, 1.0)
                unit = f"× {command.of}" if command.of else "s"
                promise = [f"{command.most:g} {unit}", f"{share:.2f}", bench.kept(share <= command.most)]
            there = ", the other checkout" if name == THERE else ""
            bench.say(f"| {command.name}{there} | {cells(runs)} | {' | '.join(promise)} |")


def versions() -> list[str]:
    """The machine and the libraries, without a name or a path."""
    info = Path("/proc/cpuinfo")
    told = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    model = models[0] if models else platform.processor() or platform.machine()
    had = []
    for name in LIBRARIES:
        try:
            had.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            had.append(f"no {name}")
    return [f"{os.cpu_count()} cores, {model}; Python {platform.python_version()}.", "", ", ".join(had) + ".", ""]


def main() -> int:
    """Measure, print, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="no more than 200,000 dossiers, each program once")
    options.add_argument("--repeats", type=int, help="runs of each program (default 3; quick: 1)")
    options.add_argument("--forms", nargs="*", choices=NAMES, default=list(NAMES), help="these forms alone")
    options.add_argument("--against", type=lambda word: Path(word).resolve(), help="a folder with another checkout")
    chosen = options.parse_args()
    # Files of another version of the data are not these.
    kind = hashlib.sha256(Path(data.__file__).read_bytes()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"thidua-bench-{kind}"
    folder.mkdir(exist_ok=True)
    bench = Bench(chosen.repeats or (1 if chosen.quick else 3), chosen.against, folder)
    works = [work for work in WORKS if work.form in chosen.forms]
    sizes: Sequence[int] = SIZES
    if chosen.quick:
        # What is promised of a million says nothing of a tenth.
        works = [
            work if work.dossiers < SIZES[-1] else replace(work, dossiers=SIZES[-2], most=None, memory=None)
            for work in works
            if work.peer not in ONCE
        ]
        sizes = SIZES[:-1]
    for checkout in bench.checkouts().values():
        run([str(folder / "out") if word == "{out}" else word for word in _SCORE], checkout)
    bench.say("# Results, without the largest files" if chosen.quick else "# Results", "", *versions())
    large(bench, works)
    growth(bench, chosen.forms, sizes)
    whole = chosen.forms == list(NAMES)
    if whole:
        commands(bench, COMMANDS)
    bench.say("", "Every promise is kept." if bench.fine else "**A promise is broken, or something did not run.**", "")
    if whole and not chosen.quick:
        (HERE / "RESULTS.md").write_text("\n".join(bench.lines), "utf-8")
    return 0 if bench.fine else 1


if __name__ == "__main__":
    sys.exit(main())
