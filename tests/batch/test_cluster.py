"""The batch on a real Dask cluster: a scheduler and two workers, each a process of its own on the loopback address."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.batch.folders import batch, three_parts, tree, workbook
from tests.batch.helpers import MARKER, OnTheSpot, deadly, dies_once, stuck
from thidua_cli.batch.overall import run_batch
from thidua_cli.batch.work import Outcome, Task
from thidua_cli.batch.workers import ClusterWorkers
from thidua_cli.combined import CombinedResult
from thidua_cli.errors import DataError

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
Starter = Callable[..., tuple[str, "subprocess.Popen[bytes]"]]


def _start(stack: ExitStack, module: str, *words: str, **environment: str) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    command = [sys.executable, "-W", "ignore", "-m", f"distributed.cli.{module}", "--host", "127.0.0.1", *words]
    process = subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    stack.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """The file that the first process makes that is to die."""
    return tmp_path / "died"


@pytest.fixture
def start(tmp_path: Path, marker: Path) -> Iterator[Starter]:
    """Starts a scheduler and workers of one thread each, stopped at the end; gives the address and the scheduler."""
    with ExitStack() as stack:

        def starter(workers: int, **environment: str) -> tuple[str, subprocess.Popen[bytes]]:
            process = _start(stack, "dask_scheduler", "--port", "0", "--no-dashboard", "--no-jupyter", **environment)
            assert process.stderr is not None
            address = next(line.split()[-1].decode() for line in process.stderr if b"Scheduler at:" in line)
            for number in range(workers):
                folder = str(tmp_path / f"worker-{number}")
                words = [address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", folder]
                _start(stack, "dask_worker", *words, **{MARKER: str(marker)})
            return address, process

        yield starter


def _run(address: str, folder: Path, out: Path, work: Callable[[Task], Outcome]) -> CombinedResult:
    workers = ClusterWorkers(address)
    try:
        return run_batch(batch(folder, out, workers, work=work), lambda _done, _total: None)[0]
    finally:
        workers.close(at_once=True)


def test_a_lost_worker_costs_no_part(tmp_path: Path, start: Starter, marker: Path) -> None:
    """One of two workers is killed midway: Dask moves its work, and all bytes are those of an undisturbed run."""
    folder = three_parts(tmp_path / "in")
    run_batch(batch(folder, tmp_path / "calm", OnTheSpot()), lambda _done, _total: None)
    address, _ = start(2)
    combined = _run(address, folder, tmp_path / "out", dies_once)
    assert marker.exists()
    assert [] == combined.failed
    assert tree(tmp_path / "calm") == tree(tmp_path / "out")
    assert combined.to_json() == _command(folder, tmp_path / "command", address)


def _command(folder: Path, out: Path, address: str) -> bytes:
    """What the command prints when it is sent to the cluster."""
    words = ["batch", str(folder), "--out", str(out), "--format", "json", "--json", "--scheduler", address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    program = [sys.executable, "-m", "thidua_cli", *words]
    return subprocess.run(program, env=environment, capture_output=True, check=True, timeout=60).stdout


def test_a_lost_scheduler_fails_what_is_not_done(tmp_path: Path, start: Starter) -> None:
    """Where the scheduler goes away midway, what is done stays, and the rest fails in words instead of waiting."""
    address, scheduler = start(2)
    workers = ClusterWorkers(address)

    def progress(done: int, _total: int) -> None:
        if done == 2:
            scheduler.kill()

    try:
        given = batch(three_parts(tmp_path / "in"), tmp_path / "out", workers, work=stuck)
        combined, _ = run_batch(given, progress)
    finally:
        workers.close(at_once=True)
    assert ["Huyện Giáp"] == [part.name for part in combined.failed]
    assert "mất liên lạc" in (combined.failed[0].error or "")


def test_a_part_that_kills_its_workers_fails_alone(tmp_path: Path, start: Starter) -> None:
    """Where a part kills as many workers as the cluster allows, it fails in words and the others are done."""
    folder = three_parts(tmp_path / "in")
    workbook(folder / "Chết.xlsx", {"Xã Chết": 0})
    address, _ = start(3, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0")
    combined = _run(address, folder, tmp_path / "out", deadly)
    assert ["Chết"] == [part.name for part in combined.failed]
    assert "dừng đột ngột" in (combined.failed[0].error or "")
    assert 3 == len(combined.done)


def test_no_scheduler_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody answers is one message with the remedy."""
    monkeypatch.setattr("thidua_cli.batch.workers._CONNECT_SECONDS", 1)
    with pytest.raises(DataError, match="không kết nối được"):
        ClusterWorkers("tcp://127.0.0.1:9")
