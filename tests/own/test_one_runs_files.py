"""One run's files, all or none: whatever kills, locks, fills or interrupts, no folder ends with files of two runs."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own.faults import at_operation, die, full_disk, in_child, interrupt, open_in_another_program, tree
from tests.own.trials import tried
from thidua_cli.errors import OutputError
from thidua_cli.marks import sealed_page
from thidua_cli.outputs import check_writable, lock, whole, write_file, write_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and forks as on Linux")

NAMES = ("result.json", "xep-hang.html", "to-trinh.html", "bao-cao.html")


def run_of(number: int, names: tuple[str, ...] = NAMES) -> dict[str, bytes]:
    """The files of a run, sealed as the program's own."""
    page = f"<p>{number}</p>\n".encode()
    result = f'{{"schema": "thidua-result/1", "files": {{}}, "number": {number}}}\n'.encode()
    return {name: result if name.endswith(".json") else sealed_page(page, "xep-hang") for name in names}


KINDS = ("results alone", "beside data")
"""A folder of results alone, and one that holds data and a sub-folder too."""


@pytest.fixture(params=KINDS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with the files of run 1, of each kind."""
    return folder_of(request.param, tmp_path)


def folder_of(kind: str, parent: Path) -> Path:
    """A folder of a kind with the files of run 1."""
    folder = parent / "ket-qua"
    write_files(folder, run_of(1))
    if kind == "beside data":
        (folder / "so-lieu.csv").write_bytes(b"a;b\n")
        (folder / "con").mkdir()
        (folder / "con" / "b.csv").write_bytes(b"c;d\n")
    return folder


def _is_whole(folder: Path, *runs: int) -> bool:
    """Whether the folder holds the files of one of these runs, all of them and of no other."""
    found = {name: data for name, data in tree(folder).items() if name in NAMES}
    return any(found == run_of(number) for number in runs)


def _nothing_left(folder: Path) -> bool:
    return not [path for path in folder.parent.rglob("*") if path.name.startswith(".")]


def _alone(folder: Path) -> bool:
    return not (folder / "con").exists()


def _others(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name not in NAMES and not name.startswith(".")}


def _operations(folder: Path) -> int:
    with at_operation(0, die) as done:
        write_files(folder, run_of(1) | {"xep-hang.html": b"x"}, overwrite=True)
    write_files(folder, run_of(1), overwrite=True)
    return len(done)


_rename = os.rename


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places on any disk, so that the same is counted everywhere."""
    between = one.with_name(f"{one.name}-giua")
    _rename(one, between)
    _rename(other, one)
    _rename(between, other)
    return True


@contextlib.contextmanager
def _place_to_count() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "_exchange", _exchange)
        yield place


def _all_operations() -> int:
    """The operations on the disk of a run into each kind of folder."""
    with _place_to_count() as place:
        return sum(_operations(folder_of(kind, Path(place) / kind)) for kind in KINDS)


def _all_writes() -> int:
    """The files that a run into each kind of folder writes on its way."""
    with _place_to_count() as place:
        done: list[str] = []
        for kind in KINDS:
            folder = folder_of(kind, Path(place) / kind)
            with at_operation(0, full_disk) as some:
                write_files(folder, run_of(1))
            done += some
        return done.count("write")


FILES = "One run's files"


@tried(
    FILES,
    "killed before and after each operation on the disk, in a folder of results and in one with data too",
    lambda: 2 * _all_operations(),
    "one run's files, whole, after the next command; a folder of results shows one run at any time",
)
def test_killed_before_and_after_every_operation(folder: Path) -> None:
    """Killed at any step, a folder of results shows one run; any folder does after the next command, with no rest."""
    others = _others(folder)
    count = _operations(folder)
    assert count > (10 if _alone(folder) else 15)
    for number in range(1, count + 1):
        for after in (False, True):

            def work(number: int = number, *, after: bool = after) -> None:
                with at_operation(number, die, after=after):
                    write_files(folder, run_of(2))

            in_child(work)
            if _alone(folder):
                assert _is_whole(folder, 1, 2), (number, after)
            for name, data in tree(folder).items():
                assert name not in NAMES or data in (run_of(1)[name], run_of(2)[name])
            check_writable(folder)
            assert _is_whole(folder, 1, 2), (number, after)
            assert _nothing_left(folder), (number, after)
            assert others == _others(folder)
            write_files(folder, run_of(1))


@tried(
    FILES,
    "killed again while the next command ends what a killed run began",
    _all_operations,
    "one run's files, whole, after the command after that",
)
def test_killed_while_it_ends_what_another_left(folder: Path) -> None:
    """A second kill, while the first one's rest is being ended, does no harm either."""
    for first in range(1, _operations(folder) + 1):

        def begin(first: int = first) -> None:
            with at_operation(first, die):
                write_files(folder, run_of(2))

        def end() -> None:
            with at_operation(3, die):
                check_writable(folder)

        in_child(begin)
        in_child(end)
        check_writable(folder)
        assert _is_whole(folder, 1, 2), first
        assert _nothing_left(folder), first
        write_files(folder, run_of(1))


@tried(FILES, "Ctrl-C at each operation on the disk", _all_operations, "one run's files, whole, nothing left behind")
def test_interrupted_at_every_operation(folder: Path) -> None:
    """Ctrl-C at any step leaves one run whole and nothing behind once the next command has run."""
    for number in range(1, _operations(folder) + 1):
        with at_operation(number, interrupt), pytest.raises(KeyboardInterrupt):
            write_files(folder, run_of(2))
        check_writable(folder)
        assert _is_whole(folder, 1, 2), number
        assert _nothing_left(folder), number
        write_files(folder, run_of(1))


@tried(
    FILES,
    "the disk full at each writing of a file",
    _all_writes,
    "one message, the earlier run whole, nothing left behind",
)
def test_a_full_disk_at_every_write(folder: Path) -> None:
    """A disk that is full at any write gives one message, the old run whole and nothing left behind."""
    with at_operation(0, full_disk) as done:
        write_files(folder, run_of(1))
    for number in (place for place, name in enumerate(done, 1) if name == "write"):
        with at_operation(number, full_disk), pytest.raises(OutputError, match="đĩa đã đầy"):
            write_files(folder, run_of(2))
        assert _is_whole(folder, 1)
        assert _nothing_left(folder)


def test_a_full_disk_for_a_new_folder(tmp_path: Path) -> None:
    """Where not even the first run's files fit, the folder that was made for them is gone again."""
    with at_operation(3, full_disk), pytest.raises(OutputError):
        write_files(tmp_path / "nam" / "ket-qua", run_of(1))
    assert [] == list(tmp_path.iterdir())


@tried(
    FILES,
    "one of the files open in another program, as Windows has it",
    lambda: len(NAMES) * len(KINDS),
    "the message names it, the earlier run whole; closed, the next run goes on",
)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_a_program_has_open(folder: Path, name: str) -> None:
    """With one file open as on Windows the message names it, the old run stands whole; closed, the next run goes on."""
    with open_in_another_program(folder / name), pytest.raises(OutputError, match=name):
        write_files(folder, run_of(2))
    assert _is_whole(folder, 1)
    assert _nothing_left(folder)
    with open_in_another_program():  # what the program itself has open is in nobody's way
        write_files(folder, run_of(3))
    assert _nothing_left(folder)
    assert _is_whole(folder, 3)


def test_a_file_opened_while_the_old_ones_are_put_back(folder: Path) -> None:
    """Where the way back is barred too, that is said, and the next run puts the old files back before it writes."""
    (folder / "con").mkdir(exist_ok=True)
    placed: list[str] = []
    replace = os.replace

    def barred(source: str, target: str) -> None:
        if Path(target).name in NAMES:
            placed.append(Path(target).name)
            if len(placed) > 2:
                raise PermissionError(13, os.strerror(13), str(source), None, str(target))
        replace(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", barred)
        with pytest.raises(OutputError, match="lần chạy sau"):
            write_files(folder, run_of(2))
    check_writable(folder)
    assert _is_whole(folder, 1)
    assert _nothing_left(folder)


def test_a_folder_in_a_files_place(folder: Path) -> None:
    """A folder that has an output's name is told, and nothing else is changed."""
    (folder / "moi.html").mkdir()
    with pytest.raises(OutputError, match=r"moi\.html"):
        write_files(folder, run_of(2) | {"moi.html": b"x"})
    assert _is_whole(folder, 1)


def test_another_run_is_writing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that finds another one writing waits a while, then says so; the other's folder is not touched."""
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.2)
    with lock.locked(folder), pytest.raises(OutputError, match="Một lần chạy khác"):
        write_files(folder, run_of(2))
    assert _is_whole(folder, 1)
    write_files(folder, run_of(2))
    assert _is_whole(folder, 2)


def test_a_dead_runs_lock_holds_nobody_up(folder: Path) -> None:
    """The lock of a run that was killed is none, though its file is still there."""

    def work() -> None:
        with lock.locked(folder):
            die()

    in_child(work)
    assert (folder / lock.NAME).exists()
    began = time.monotonic()
    write_files(folder, run_of(2))
    assert time.monotonic() - began < 5
    assert _nothing_left(folder)


@tried(
    FILES,
    "three runs at once into one folder, each ten times",
    lambda: len(KINDS) * 3 * 10,
    "each one's files whole, the last one's stay",
)
def test_two_runs_at_once(folder: Path) -> None:
    """Of runs that write into one folder at the same time each leaves its files whole, and the last one's stay."""
    children = []
    for number in (2, 3, 4):
        child = os.fork()
        if child == 0:
            try:
                for _ in range(10):
                    write_files(folder, run_of(number))
            except BaseException:  # noqa: BLE001 - a child must not go on with the tests
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [0, 0, 0] == [os.waitpid(child, 0)[1] for child in children]
    assert _is_whole(folder, 2, 3, 4)
    assert _nothing_left(folder)


def test_what_comes_into_the_folder_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file and a folder that somebody puts among the results while they are swapped are there afterwards."""
    folder = tmp_path / "ket-qua"
    write_files(folder, run_of(1))
    exchange = whole._exchange

    def late(one: Path, other: Path) -> bool:
        (folder / "ghi-chu.txt").write_bytes(b"x")
        (folder / "anh").mkdir()
        return exchange(one, other)

    monkeypatch.setattr(whole, "_exchange", late)
    write_files(folder, run_of(2))
    assert _is_whole(folder, 2)
    assert (folder / "ghi-chu.txt").read_bytes() == b"x"
    assert (folder / "anh").is_dir()


def test_a_document_saved_between_a_kill_and_the_next_run_is_kept(tmp_path: Path) -> None:
    """What somebody saves over a half-placed run's file is kept under a new name when the next run goes on."""
    folder = tmp_path / "ket-qua"
    write_files(folder, run_of(1))
    (folder / "so-lieu.csv").write_bytes(b"a")

    def work() -> None:
        replaced = 0
        replace = os.replace

        def first(source: str, target: str) -> None:
            nonlocal replaced
            replaced += Path(target).name in NAMES
            if replaced == 2:
                die()
            replace(source, target)

        os.replace = first  # type: ignore[assignment]
        write_files(folder, run_of(2))

    in_child(work)
    waiting = next(name for name in NAMES if (folder / name).read_bytes() == run_of(1)[name] and name != "result.json")
    (folder / waiting).unlink()
    (folder / waiting).write_bytes(b"edited")
    check_writable(folder)
    assert _is_whole(folder, 2)
    assert [b"edited"] == [path.read_bytes() for path in folder.glob("*-da-sua*")]


def test_rights_of_the_folder_stay(tmp_path: Path) -> None:
    """A folder that a whole office may write into may be written into after the next run as well."""
    folder = tmp_path / "ket-qua"
    write_files(folder, run_of(1))
    folder.chmod(0o775)
    number = folder.stat().st_ino
    write_files(folder, run_of(2))
    assert 0o775 == folder.stat().st_mode & 0o7777
    assert number != folder.stat().st_ino
    folder.chmod(0o2775)
    number = folder.stat().st_ino
    write_files(folder, run_of(1))
    assert number == folder.stat().st_ino


def test_the_working_folder_does_not_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder in which the program runs stays the same one, so that the shell that started it still stands in it."""
    folder = tmp_path / "ket-qua"
    write_files(folder, run_of(1))
    monkeypatch.chdir(folder)
    number = folder.stat().st_ino
    write_files(Path(), run_of(2))
    assert (number, True) == (folder.stat().st_ino, _is_whole(folder, 2))


def test_one_file_alone(tmp_path: Path) -> None:
    """A single file is written whole, also beside other files, and nothing else stays there."""
    (tmp_path / "a.csv").write_bytes(b"a")
    write_file(tmp_path / "can-sua.html", run_of(1)["xep-hang.html"])
    assert ["a.csv", "can-sua.html"] == sorted(path.name for path in tmp_path.iterdir())
