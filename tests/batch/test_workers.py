from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.batch.folders import batch, three_parts, tree, workbook
from tests.batch.helpers import MARKER, deadly, dies_once
from tests.support.screens import flat, too_wide
from thidua_cli.batch.overall import run_batch
from thidua_cli.batch.workers import LocalWorkers, Workers
from thidua_cli.combined import CombinedResult

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def _local(jobs: int) -> Iterator[Workers]:
    workers = LocalWorkers(jobs)
    try:
        yield workers
    finally:
        workers.close(at_once=True)


def _run(folder: Path, out: Path, jobs: int, **more: object) -> CombinedResult:
    with _local(jobs) as workers:
        return run_batch(batch(folder, out, workers, **more), lambda _done, _total: None)[0]


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), **more}


def test_one_job_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    """However many processes work, every file is the same byte for byte."""
    folder = three_parts(tmp_path / "in")
    one = _run(folder, tmp_path / "1", 1)
    two = _run(folder, tmp_path / "2", 2)
    assert one.to_json() == two.to_json()
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    assert 3 == len(one.done)


def test_a_killed_worker_breaks_only_the_part_that_kills(tmp_path: Path) -> None:
    """The part on which the process dies fails in words; all others, also those in work beside it, are done."""
    folder = three_parts(tmp_path / "in")
    workbook(folder / "Chết.xlsx", {"Xã Chết": 0})
    combined = _run(folder, tmp_path / "out", 2, work=deadly)
    assert ["Chết"] == [part.name for part in combined.failed]
    assert "dừng đột ngột" in (combined.failed[0].error or "")
    assert 3 == len(combined.done)


def test_a_worker_killed_by_chance_costs_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part whose process was killed once is tried again and done; all bytes are those of an undisturbed run."""
    folder = three_parts(tmp_path / "in")
    calm = _run(folder, tmp_path / "calm", 1)
    monkeypatch.setenv(MARKER, str(tmp_path / "died"))
    combined = _run(folder, tmp_path / "out", 2, work=dies_once)
    assert (tmp_path / "died").exists()
    assert calm.to_json() == combined.to_json()
    assert tree(tmp_path / "calm") == tree(tmp_path / "out")


DRIVER = """
import sys
from dataclasses import replace
from tests.batch import helpers
from thidua_cli.batch import overall
from thidua_cli.cli.main import run

run_batch = overall.run_batch

def told(batch, progress):
    def count(done, total):
        progress(done, total)
        print(done, flush=True)
    return run_batch(replace(batch, work=helpers.stuck), count)

if __name__ == "__main__":
    overall.run_batch = told
    sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Ctrl-C reaches a group of processes in another way on Windows")
def test_ctrl_c_leaves_whole_results_and_one_message(tmp_path: Path) -> None:
    """Ctrl-C while a part is in work: one message, exit 130, what was done lies whole, and resume does the rest."""
    folder = three_parts(tmp_path / "in")
    calm = _run(folder, tmp_path / "calm", 1)
    (tmp_path / "driver.py").write_text(DRIVER, encoding="utf-8")
    out = tmp_path / "out"
    command = [str(tmp_path / "driver.py"), "batch", str(folder), "--out", str(out), "--format", "json", "--jobs", "2"]
    with subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert b"2\n" in process.stdout
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert 130 == process.returncode
    assert flat(errors.decode()).startswith("Đã dừng theo yêu cầu: 2/3 phần đã xong")
    assert b"--resume" in errors
    assert {"phan.json", "result.json"} == {path.name for path in out.rglob("*") if path.is_file()}
    with _local(1) as workers:
        combined, resumed = run_batch(batch(folder, out, workers, resume=True), lambda _done, _total: None)
    assert 2 == resumed
    assert calm.to_json() == combined.to_json()
    assert tree(tmp_path / "calm") == tree(out)


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    """When the workers are closed, also in the midst of work, none of their processes is left."""
    before = set(multiprocessing.active_children())
    _run(three_parts(tmp_path / "in"), tmp_path / "out", 2)
    mine = set(multiprocessing.active_children()) - before
    for child in mine:  # one that was just starting ends by itself
        child.join(20)
    assert set() == mine & set(multiprocessing.active_children())


def test_the_command_says_what_came_of_every_part(tmp_path: Path) -> None:
    """The command exits 1 where a part failed, names it with the reason and what checks it; text fits 80 columns."""
    folder = three_parts(tmp_path / "in")
    (folder / "hỏng.xlsx").write_bytes(b"PK\x03\x04 broken")
    done = _command("batch", str(folder), "--out", str(tmp_path / "out"), "--format", "html,xlsx", "--jobs", "1")
    text = done.stdout.decode()
    assert 1 == done.returncode
    assert b"" == done.stderr
    assert "3/4 phần" in text
    assert "✗ hỏng: " in text
    page = str(tmp_path / "out/tong-hop.html")
    typed = [f" check {folder / 'hỏng.xlsx'}", page]
    assert typed == [one for one in typed if one in text]
    assert [] == too_wide(text)
    combined = {path.name for path in (tmp_path / "out").iterdir() if path.is_file()}
    assert {"tong-hop.html", "tong-hop.json", "tong-hop.xlsx"} == combined
    assert {"phan.json", "result.json", "xep-hang.html", "xep-hang.xlsx"} == {
        path.name for path in (tmp_path / "out/Huyện Ất").iterdir()
    }


def test_the_command_exits_3_where_nothing_was_scored(tmp_path: Path) -> None:
    """Where no part could be scored the exit status is 3, and --json still says why."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/hỏng.xlsx").write_bytes(b"PK\x03\x04 broken")
    done = _command("batch", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--json", "--jobs", "1")
    assert 3 == done.returncode
    assert "hỏng.xlsx" in json.loads(done.stdout)["parts"][0]["error"]


def _command(*words: str) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "thidua_cli", *words]
    return subprocess.run(program, env=_environment(), capture_output=True, check=False, timeout=120)
