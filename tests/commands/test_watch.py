"""`thidua watch` as a user runs it: again with each change, past files that are half written, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.workbooks import xlsx
from thidua_cli.choosing import plan_places
from thidua_cli.watching import as_left, changed, look, next_change

ROOT = Path(__file__).parents[2]
HEADS = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
PATIENCE = 60.0


def _data(path: Path, ended: str) -> Path:
    row = ["000.01.41.H20-210301-0001", "UBND phường An Lộc", "01/03/2021", "10/03/2021", ended, "Đã trả kết quả"]
    return xlsx(path, {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, row]})


class _Watch:
    def __init__(self, folder: Path) -> None:
        self.log = folder.parent / "log.txt"
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1", "THIDUA_LANG": "en"}
        words = [sys.executable, "-m", "thidua_cli", "watch", folder.name, "--every", "0.2", "--format", "json"]
        with self.log.open("wb") as out:
            self.program = subprocess.Popen(words, cwd=folder.parent, env=environment, stdout=out, stderr=out)

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def until_waiting(self, times: int) -> str:
        end = time.monotonic() + PATIENCE
        while self.text().count("Waiting for a change") < times:
            assert self.program.poll() is None, self.text()
            assert time.monotonic() < end, self.text()
            time.sleep(0.05)
        return self.text()


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[_Watch]:
    """The program watching a folder with one workbook, results beside it."""
    (tmp_path / "so-lieu").mkdir()
    _data(tmp_path / "so-lieu" / "mot-cua.xlsx", "12/03/2021")
    started = _Watch(tmp_path / "so-lieu")
    yield started
    started.program.kill()
    started.program.wait()


def test_a_change_is_scored_a_broken_file_survived_and_ctrl_c_ends_it(watch: _Watch, tmp_path: Path) -> None:
    """A changed workbook gives a new result, half a workbook a message and no new result, Ctrl-C status 130."""
    book, result = tmp_path / "so-lieu" / "mot-cua.xlsx", tmp_path / "ket-qua" / "result.json"
    watch.until_waiting(1)
    first, whole = result.read_bytes(), book.read_bytes()
    book.write_bytes(whole[: len(whole) // 2])
    assert "Changed: mot-cua.xlsx." in watch.until_waiting(2)
    assert "save it as .xlsx" in watch.text()
    assert first == result.read_bytes()
    _data(book, "09/03/2021")
    watch.until_waiting(3)
    assert first != result.read_bytes()
    watch.program.send_signal(signal.SIGINT)
    assert 130 == watch.program.wait(PATIENCE)
    assert "Traceback" not in watch.text()


def test_wrong_usage_at_the_start_ends_it(tmp_path: Path) -> None:
    """Data that are not there are said at once, with the status of wrong usage."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    words = [sys.executable, "-m", "thidua_cli", "watch", "khong-co.xlsx"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=PATIENCE)
    assert 2 == done.returncode


def test_a_growing_file_is_waited_for(tmp_path: Path) -> None:
    """What differs at each look is still being written; the wait ends when two looks see the same."""
    file = tmp_path / "a.csv"
    file.write_bytes(b"")
    before = look([tmp_path], None, opened=False)
    sizes = iter((10, 20, 30, 30))

    def grow() -> None:
        file.write_bytes(b"x" * next(sizes))
        os.utime(file, (1, 1))

    after = next_change(lambda: look([tmp_path], None, opened=False), before, grow)
    assert [30] == [size for _, size, _ in after.values()]
    assert ["a.csv"] == changed(before, after)


def test_its_own_results_are_no_change(tmp_path: Path) -> None:
    """Files that a run writes into the folder of the data are not looked at, nor those that say a file is open."""
    out = tmp_path / "ket-qua"
    out.mkdir()
    for name in ("ket-qua/xep-hang.xlsx", "ket-qua/xep-hang.html", "~$a.xlsx", "a.xlsx", "ket-qua/b.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    assert {"a.xlsx", "b.xlsx"} == {path.name for path in look([tmp_path], out, opened=False)}


def test_a_file_that_is_let_go_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failed run, a file that could not be opened and now can be counts as changed, once."""
    file = tmp_path / "a.csv"
    file.write_bytes(b"x")
    seen = look([tmp_path], None, opened=False)
    monkeypatch.setattr("thidua_cli.watching._can_be_opened", lambda _path: False)
    before = as_left(seen, look([tmp_path], None, opened=True))
    assert [] == changed(before, look([tmp_path], None, opened=True))
    monkeypatch.setattr("thidua_cli.watching._can_be_opened", lambda _path: True)
    assert ["a.csv"] == changed(before, look([tmp_path], None, opened=True))


def test_the_plan_beside_the_folder_of_data_and_new_files_of_a_pattern_are_watched(tmp_path: Path) -> None:
    """A workbook in the data folder of a year goes by the year's plan: that plan, and its templates, are watched."""
    folder = tmp_path / "nam" / "so-lieu"
    folder.mkdir(parents=True)

    places = plan_places([_data(folder / "mot-cua.xlsx", "09/03/2021")])

    assert {folder, tmp_path / "nam"} <= {place.resolve() for place in places}
