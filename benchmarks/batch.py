"""Does a batch use its cores? Run ``make bench-batch``.

Forty workbooks of 10,000 dossiers are scored with one process and with two, in turn, so that what else the machine does
falls on both. Prints a table, ends with exit status 1 if a limit is passed. ``--workbooks`` and ``--dossiers`` make it
smaller, ``--rounds`` repeats it.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.measuring import PROGRAM, run

SPEED_UP_LIMIT = 1.7
"""Two processes are at least so many times as fast as one."""
HEAD: tuple[str, ...] = (
    "STT",
    "Mã hồ sơ",
    "Đơn vị",
    "Thủ tục",
    "Ngày tiếp nhận",
    "Ngày hẹn trả",
    "Ngày kết thúc xử lý",
    "Trạng thái",
)
HEAD += ("Hình thức nộp", "Mức độ")


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and compare with the limits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--workbooks", type=int, default=40)
    parser.add_argument("--dossiers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "in"
        folder.mkdir()
        for number in range(asked.workbooks):
            write_workbook(folder / f"Xã số {number + 1:03d}.xlsx", number, asked.dossiers)
        everything = in_turn(folder, Path(work), asked.rounds, [])
        figures = in_turn(folder, Path(work), asked.rounds, ["--format", "json"])
        wire = bytes_on_the_wire(folder)
    ratio, rows = everything.speed_up, asked.workbooks * asked.dossiers
    what = f"{asked.workbooks} workbooks of {asked.dossiers} dossiers"
    table = [
        (f"{what}, every report, 1 job", f"{everything.wall[1]:.1f} s", f"{everything.cpu[1]:.1f} s CPU"),
        ("the same, 2 jobs", f"{everything.wall[2]:.1f} s", f"{everything.cpu[2]:.1f} s CPU"),
        ("2 jobs against 1", f"{ratio:.2f} times", f"at least {SPEED_UP_LIMIT:g}"),
        (f"{what}, JSON alone, 1 job", f"{figures.wall[1]:.1f} s", f"{figures.cpu[1]:.1f} s CPU"),
        ("the same, 2 jobs", f"{figures.wall[2]:.1f} s", f"{figures.cpu[2]:.1f} s CPU"),
        ("2 jobs against 1", f"{figures.speed_up:.2f} times", "start-up, about 1 s, is a large part of this"),
        ("dossiers per second of CPU, JSON alone", f"{rows / figures.cpu[1]:,.0f}", ""),
        ("one part to its worker", f"{wire[0] / 1000:.1f} kB", "the plan, names and places"),
        ("one part back, result.json alone", f"{wire[1] / 1000:.1f} kB", "counts, and at most 100 rows each"),
        ("one part back, every report", f"{wire[2] / 1000:.1f} kB", f"the workbook itself: {wire[3] / 1000:.0f} kB"),
    ]
    for name, figure, note in table:
        print(f"{name:60}{figure:>14}   {note}")
    return int(ratio < SPEED_UP_LIMIT)


@dataclass(frozen=True)
class Taken:
    """Least elapsed and least CPU seconds over the rounds, by number of jobs."""

    wall: dict[int, float]
    cpu: dict[int, float]

    @property
    def speed_up(self) -> float:
        """How many times as fast two jobs are as one."""
        return self.wall[1] / self.wall[2]


def in_turn(folder: Path, work: Path, rounds: int, options: Sequence[str]) -> Taken:
    """One job and two, in turn."""
    runs: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    for turn in range(rounds):
        for jobs, taken in runs.items():
            out = work / f"out-{len(options)}-{turn}-{jobs}"
            taken.append(run_batch(folder, out, [*options, "--jobs", str(jobs), "--quiet"]))
    return Taken(
        {jobs: min(elapsed for elapsed, _ in taken) for jobs, taken in runs.items()},
        {jobs: min(used for _, used in taken) for jobs, taken in runs.items()},
    )


def write_workbook(path: Path, seed: int, dossiers: int) -> None:
    """One commune's export: shared strings, real dates, some late and some open dossiers."""
    import xlsxwriter

    chance = random.Random(seed)  # noqa: S311 - invented data, not a secret
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    sheet.write(0, 0, "DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ")
    sheet.write_row(2, 0, HEAD)
    for number in range(dossiers):
        received = date(2021, 1, 1) + timedelta(days=chance.randrange(350))
        due = received + timedelta(days=chance.choice((3, 5, 10, 15)))
        done = chance.random() < 0.97
        ended = due + timedelta(days=1 if chance.random() < 0.01 else -chance.randrange(3)) if done else ""
        status = "Đã trả kết quả" if done else "Đang xử lý"
        channel = chance.choice(("Trực tuyến", "Trực tiếp"))
        code = f"000.{seed:02d}.41.H20-{received:%y%m%d}-{number:05d}"
        procedure = f"Thủ tục {chance.randrange(60)}"
        row = (number + 1, code, path.stem, procedure, received, due, ended, status, channel, "Mức độ 4")
        sheet.write_row(number + 3, 0, row)
    book.close()


def run_batch(folder: Path, out: Path, options: Sequence[str]) -> tuple[float, float]:
    """Elapsed and CPU seconds of one whole command with its workers."""
    done = run([*PROGRAM, "batch", str(folder), "--out", str(out), *options])
    if done.out is None:
        raise SystemExit(done.why)
    return done.wall, done.cpu


def bytes_on_the_wire(folder: Path) -> tuple[int, int, int, int]:
    """Pickled sizes: a task, its outcome with result.json alone, with every report; and the workbook's own size."""
    from thidua_cli.batch.parts import find_parts
    from thidua_cli.batch.work import Settings, Task, run
    from thidua_cli.plan.loading import builtin_plan_path
    from thidua_cli.reports.rendering import FILES

    part = find_parts(str(folder), Path("out")).parts[0]
    text = builtin_plan_path().read_text(encoding="utf-8")
    small = Task(part, (), Settings(text, "criteria.yaml"))
    full = Task(part, (), Settings(text, "criteria.yaml", names=tuple(FILES)))
    sizes = [len(pickle.dumps(thing)) for thing in (small, run(small), run(full))]
    return sizes[0], sizes[1], sizes[2], part.files[0].size


if __name__ == "__main__":
    sys.exit(main())
