"""Processes that a run starts end with it, however it ends, and what it had among the temporary files goes away."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.batch.folders import batch, three_parts
from tests.batch.helpers import Silent, Starving
from tests.own.faults import die, in_child
from tests.own.trials import tried
from thidua_cli.batch.overall import run_batch
from thidua_cli.batch.running import run_all
from thidua_cli.batch.workers import LocalWorkers
from thidua_cli.outputs import check_writable
from thidua_cli.reports.word import pdf
from thidua_cli.system import children
from thidua_cli.system.contained import ContainedError, Ended, run_contained
from thidua_cli.system.scratch import scratch_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and forks as on Linux")
SUBJECT = "Processes"
MANY = 1 << 30


def _until(true: Callable[[], bool]) -> bool:
    """Whether something comes to be so; a slow machine is given its time."""
    end = time.monotonic() + 60
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        try:
            os.kill(number, 0)
        except OSError:
            return False
        return not Path("/proc").is_dir()


def sleeper(place: str) -> None:
    """Work of a child that never ends: it leaves its number and waits."""
    Path(place).write_text(str(os.getpid()), encoding="utf-8")
    threading.Event().wait()


def busy(place: str) -> None:
    """Work that lets no other thread of Python run."""
    Path(place).write_text(str(os.getpid()), encoding="utf-8")
    pow(7, 10**9)  # one computation of the interpreter, for hours


def grow() -> None:
    """Work that takes more memory than there is."""
    bytearray(1 << 40)


def killed() -> None:
    """Work that the system kills."""
    die()


def _wait_for(*places: Path) -> list[int]:
    """The process numbers that children left, as soon as all are there."""
    assert _until(lambda: all(place.is_file() and place.read_text(encoding="utf-8").strip() for place in places))
    return [int(place.read_text(encoding="utf-8")) for place in places]


WAYS = ("a reader that waits", "a reader that computes", "LibreOffice and what it started", "workers of a batch")


def _begin(way: str, place: Path) -> None:
    """In the run: start what never ends, and leave its process numbers in files."""
    os.environ["TMPDIR"] = str(place)
    if way.startswith("a reader"):
        run_contained(sleeper if "waits" in way else busy, str(place / "1"), memory=MANY, seconds=600)
    elif way.startswith("Libre"):
        office = place / "soffice"
        office.write_text(
            f"#!/bin/sh\n: > $TMPDIR/lu1.tmp\nsleep 600 &\necho $! > {place}/2\necho $$ > {place}/1\nwait\n",
            encoding="utf-8",
        )
        office.chmod(0o755)
        pdf.to_pdf({"a.docx": b"x"}, office=office)
    else:
        workers = LocalWorkers(2)
        for number in (1, 2):
            workers.submit(sleeper, str(place / str(number)))
        threading.Event().wait()


DRIVER = """
import sys
from pathlib import Path
from tests.own import test_children

if __name__ == "__main__":
    test_children._begin(sys.argv[1], Path(sys.argv[2]))
"""


@tried(
    SUBJECT,
    "a run killed (SIGKILL) while a child of it works: " + "; ".join(WAYS),
    lambda: len(WAYS),
    "the children end too, and no temporary folder stays",
)
@pytest.mark.parametrize("way", WAYS)
def test_children_end_with_a_killed_run(tmp_path: Path, way: str) -> None:
    """Whatever a killed run had started ends with it, down to the programs that its programs started."""
    script = tmp_path / "driver.py"
    script.write_text(DRIVER, encoding="utf-8")
    command = [sys.executable, str(script), way, str(tmp_path)]
    with subprocess.Popen(command, env=children.environment(), cwd=tmp_path) as run:
        names = ("1",) if way.startswith("a reader") else ("1", "2")
        numbers = _wait_for(*(tmp_path / name for name in names))
        assert all(map(_alive, numbers))
        run.kill()
    assert _until(lambda: not any(map(_alive, numbers)))
    assert _until(lambda: not [*tmp_path.glob("thidua-*"), *tmp_path.glob("lu*")])


def test_libreoffice_that_takes_too_long_ends_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the time limit not only the program that was started ends, but what it started too."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(pdf, "TIME_LIMIT", 4)
    with pytest.raises(Exception, match="quá 4 giây"):
        _begin("LibreOffice and what it started", tmp_path)
    numbers = _wait_for(tmp_path / "1", tmp_path / "2")
    assert _until(lambda: not any(map(_alive, numbers)))
    assert [] == list(tmp_path.glob("thidua-*"))


@tried(
    SUBJECT,
    "a run killed while its folder of temporary files is there, and another run alive beside it",
    lambda: 2,
    "the next run removes the dead one's folder and leaves the living one's",
)
def test_the_next_run_clears_what_a_killed_run_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary folder of a run that was killed is removed by the next command; one in use stays."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def begin() -> None:
        with scratch_folder() as folder:
            (folder / "profile").mkdir()
            die()

    in_child(begin)
    in_child(begin)  # whose own start has removed the first one's
    (tmp_path / "thidua-cua-toi").mkdir()
    with scratch_folder() as alive:
        check_writable(tmp_path / "ket-qua")
        assert {alive.name, "thidua-cua-toi"} == {path.name for path in tmp_path.iterdir()}
    assert ["thidua-cua-toi"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(("work", "ended"), [(grow, Ended.TOO_LARGE), (killed, Ended.TOO_LARGE)])
def test_a_reader_that_finds_no_memory_ends_as_that(work: Callable[[], None], ended: Ended) -> None:
    """Whether a reader is refused memory or killed for it, it is said as want of memory, not as a damaged file."""
    with pytest.raises(ContainedError) as caught:
        run_contained(work, memory=MANY, seconds=60)
    assert ended is caught.value.ended


def test_a_reader_that_computes_too_long_ends_as_that(tmp_path: Path) -> None:
    """Computing time is what counts: a reader that computes for ever is ended, one that only waits is waited for."""
    with pytest.raises(ContainedError) as caught:
        run_contained(busy, str(tmp_path / "1"), memory=MANY, seconds=1)
    assert Ended.TOO_SLOW is caught.value.ended
    assert run_contained(time.sleep, 1.5, memory=MANY, seconds=1) is None


def test_a_reader_that_cannot_be_started_for_want_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no memory for another process, that is said too."""

    def refuse(*_words: object, **_more: object) -> None:
        raise OSError(12, os.strerror(12))

    monkeypatch.setattr(subprocess, "run", refuse)
    with pytest.raises(ContainedError) as caught:
        run_contained(grow, memory=MANY, seconds=60)
    assert Ended.TOO_LARGE is caught.value.ended


@tried(
    SUBJECT,
    "parts of a batch for which no memory is found, while they are scored and while the answer is sent",
    lambda: 3,
    "each fails as that; the run ends",
)
def test_a_part_without_memory_ends_as_that(tmp_path: Path) -> None:
    """A part that runs out of memory says so, whichever way the worker finds out."""
    found = run_batch(batch(three_parts(tmp_path / "in"), tmp_path / "out", Starving()), lambda _done, _all: None)[0]
    assert ["Không đủ bộ nhớ để chấm phần này."] * 3 == [part.error for part in found.failed]


@tried(
    SUBJECT,
    "workers that never answer: all of them dead, or threads that found no memory to start",
    lambda: 2,
    "what was in their hands is tried again alone, then fails in words; the run ends",
)
def test_a_run_never_waits_for_workers_that_are_gone() -> None:
    """Where no worker will ever answer the run goes on: each item fails in words."""
    workers = Silent()
    found = list(run_all(["a", "b", "c"], workers, str.upper))
    assert ["a", "b", "c"] == [item for item, _ in found]
    assert all("hết bộ nhớ" in str(getattr(answer, "why", "")) for _, answer in found)
    assert workers.renewed


@pytest.fixture
def one_worker() -> Iterator[LocalWorkers]:
    """A pool of one process."""
    workers = LocalWorkers(1)
    yield workers
    workers.close(at_once=True)


def test_a_pool_knows_whether_it_is_stuck(one_worker: LocalWorkers, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool at work is not stuck; one whose first worker never answers is."""
    assert not one_worker.stuck()
    assert "a" == one_worker.submit(str.lower, "A").result(timeout=60)
    assert not one_worker.stuck()
    monkeypatch.setattr("thidua_cli.batch.workers._START_SECONDS", -1.0)
    assert not one_worker.stuck()
    one_worker._first = Future()
    assert one_worker.stuck()


def boom(_item: str) -> str:
    """Work that fails as a library does when it is loaded with too little memory."""
    sys.stderr.write("Traceback (most recent call last):\n")
    sys.stderr.flush()
    os.write(2, b"OpenBLAS error: Memory allocation still failed\n")
    die()
    return ""


def test_what_workers_print_is_never_shown(one_worker: LocalWorkers, capfd: pytest.CaptureFixture[str]) -> None:
    """Tracebacks of workers and what their libraries say do not reach the user's terminal."""
    found = list(run_all(["a"], one_worker, boom))
    assert 1 == len(found)
    assert ("", "") == capfd.readouterr()
