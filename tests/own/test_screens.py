"""What is said is true, and no name steers the terminal that it is said on."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import thidua_cli
from tests.own.conftest import Run
from tests.own.data import HEADS, one_stop
from tests.own.faults import at_operation, full_disk
from tests.own.trials import tried
from tests.support.workbooks import xlsx
from thidua_cli import pipeline
from thidua_cli.reports.word import pdf
from thidua_cli.text.plain import visible

SIGNS = {
    "ANSI": "\x1b[31m\x1b]0;x\x07",
    "C1": "\x9b31m\x85",
    "bidi": "\u202e\u2066",
    "carriage return": "\r\x08\x7f",
}
"""What steers a terminal, or turns the direction of writing."""
WORDS = ("score", "check", "explain", "what-if", "verify", "report", "diff", "batch", "plan check", "missing", "unread")


def _words(command: str, name: str) -> tuple[str, ...]:
    """A command over files with such names, most of them ending in a message that quotes one."""
    unit = f"Phường {name}"
    return {
        "score": ("score", "so-lieu", "--out", f"ra{name}"),
        "check": ("check", "so-lieu"),
        "explain": ("explain", "so-lieu", "--unit", unit),
        "what-if": ("what-if", "so-lieu", "--set", f"tc3{name}=60"),
        "verify": ("verify", "cu/result.json", f"khong{name}"),
        "report": ("report", "cu/result.json", "--out", f"lai{name}", "--format", "html"),
        "diff": ("diff", "cu/result.json", f"hong{name}.json"),
        "batch": ("batch", ".", "--out", f"lo{name}", "--jobs", "1", "--format", "json"),
        "plan check": ("plan", "check", f"hong{name}.json"),
        "missing": ("score", f"khong{name}.xlsx"),
        "unread": ("score", f"hong{name}.json", "--plan", f"x{name}"),
    }[command]


@tried(
    "Messages",
    "commands over files, sheets, units, columns, codes and words with signs that steer a terminal",
    lambda: len(SIGNS) * len(WORDS) * 2,
    "no such sign on the screen, in results, errors and JSON alike",
)
@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_no_name_steers_the_terminal(thidua: Run, tmp_path: Path, sign: str) -> None:
    """Whatever stands in names of files, sheets, units, cells and in the command's words, no sign of it is printed."""
    name = f"a{sign}b"
    _hostile_data(tmp_path / "so-lieu", name)
    thidua("score", "so-lieu", "--out", "cu", "--format", "json")
    (tmp_path / f"hong{name}.json").write_text("{", encoding="utf-8")
    for command in WORDS:
        for more in ((), ("--lang", "en")):
            _, out, err = thidua(*_words(command, name), *more)
            assert visible(out) == out, command
            assert visible(err) == err, command
            assert out or err, command
    for command in ("score", "check", "diff"):
        words = ("diff", "cu/result.json", "cu/result.json") if command == "diff" else (command, "so-lieu")
        _, out, _ = thidua(*words, "--json")
        assert out
        assert visible(out) == out


def _hostile_data(folder: Path, name: str) -> None:
    """Workbooks in which the name stands wherever one can; a cell holds control characters in Excel's own spelling."""
    cell = re.sub(r"[\x00-\x1f]", lambda sign: f"_x{ord(sign[0]):04X}_", name)
    head = [*HEADS, f"Cột {cell}"]
    rows: list[list[object]] = [[f"DANH SÁCH HỒ SƠ {cell}"], [*head]]
    rows += [
        [f"000.{n}{cell}", f"Phường {cell}", "01/03/2021", "10/03/2021", f"{n}{cell}", f"Lạ {cell}", "Trực tuyến", cell]
        for n in range(3)
    ]
    one_stop(folder / "mot-cua.xlsx", {"Phường An Lộc": 1})
    sheet = re.sub(r"[\x00-\x1f\[\]]", "", name)  # what a sheet's name can hold
    xlsx(folder / f"mot-cua{name}.xlsx", {f"Trang {sheet}": rows, "Lạ": [[*head], [None, f"Phường {cell}", "x", cell]]})


def test_one_module_prints() -> None:
    """Nothing of the program prints but the module that takes the signs out."""
    root = Path(thidua_cli.__file__).parent
    printing = re.compile(r"click\.(?:secho|echo|echo_via_pager)\(|\bstd(?:out|err)\.(?:buffer\.)?write\(")
    found = {path.name for path in root.rglob("*.py") if printing.search(path.read_text(encoding="utf-8"))}
    assert {"saying.py", "schema.py"} == found  # the schema is the program's own text


def test_colours_are_the_programs_own(thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal with colours too, only the program's own sequences are printed."""
    monkeypatch.setattr("thidua_cli.cli.options.colour_wanted", lambda _no: True)
    _hostile_data(tmp_path / "so-lieu", f"a{SIGNS['ANSI']}b")
    _, out, _ = thidua("score", "so-lieu", "--out", "ra", "--format", "json")
    found = set(re.findall(r"\x1b[^m]{0,6}m?", out))
    assert found
    assert found <= {f"\x1b[{code}m" for code in ("0", "1", "2", "32", "31;1", "33", "36;1")}


def _with_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "find_office", lambda: program)


TEMPORARY = ("a folder", "a document", "no folder at all")


@tried(
    "Messages",
    "no room among the temporary files when PDFs are asked for: for the folder, for a document in it, no such folder",
    lambda: len(TEMPORARY),
    "the message names the temporary folder and says that nothing was written; nothing was",
)
@pytest.mark.skipif(sys.platform == "win32", reason="a stand-in program")
@pytest.mark.parametrize("fault", TEMPORARY)
def test_a_full_temporary_folder(thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """Where temporary files find no room, the message says so, says that nothing was written, and nothing was."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    _with_office(tmp_path, monkeypatch)
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / ("khong" if fault == "no folder at all" else "tam")))
    if fault == "a folder":
        monkeypatch.setattr("tempfile.mkdtemp", _raise_full)
    with at_operation(0 if fault != "a document" else 2, full_disk):
        status, out, err = thidua("score", "mot-cua.xlsx", "--out", "ra", "--format", "json,pdf")
    assert (3, "") == (status, out)
    assert "thư mục tạm" in err
    assert "Chưa có tệp kết quả nào được ghi" in err
    assert not (tmp_path / "ra").exists()
    assert [] == list((tmp_path / "tam").iterdir())


def _raise_full(**_more: object) -> str:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@tried(
    "Messages",
    "standard output full: with files written before, and without any",
    lambda: 2,
    "the message says of the files what is true",
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(("more", "said"), [(("--out", "ra"), "đã ghi xong"), (("--json",), "Chưa có tệp kết quả nào")])
def test_a_full_standard_output(tmp_path: Path, more: tuple[str, ...], said: str) -> None:
    """Where standard output takes no more, the message says whether files were written."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    command = [sys.executable, "-m", "thidua_cli", "score", "mot-cua.xlsx", "--format", "json", *more]
    with Path("/dev/full").open("wb", buffering=0) as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert 3 == done.returncode
    assert said in done.stderr.decode()
    assert (tmp_path / "ra" / "result.json").exists() == ("--out" in more)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way of closing streams")
@pytest.mark.parametrize("command", ["score mot-cua.xlsx", "batch nam --jobs 2"])
def test_closed_streams_are_in_nobodys_way(tmp_path: Path, command: str) -> None:
    """With standard streams closed by the shell the work is done, and nothing that is said lands in a file."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    one_stop(tmp_path / "nam" / "a" / "mot-cua.xlsx", {"Phường An Lộc": 1})
    line = f"exec {shlex.quote(sys.executable)} -m thidua_cli {command} --format json <&- >&- 2>&-"
    assert 0 == subprocess.run(["sh", "-c", line], cwd=tmp_path, check=False, timeout=60).returncode
    assert all(json.loads(path.read_bytes()) for path in (tmp_path / "ket-qua").rglob("*.json"))


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (MemoryError, 3, "Không đủ bộ nhớ"),
        (lambda: OSError(errno.ENOMEM, "x"), 3, "Không đủ bộ nhớ"),
        (lambda: OSError(errno.ENOSPC, "x"), 3, "Đĩa đã đầy"),
        (lambda: RuntimeError("x"), 3, "chưa xử lý được (RuntimeError"),
    ],
)
def test_what_nobody_foresaw_is_a_message(
    thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], Exception], status: int, said: str
) -> None:
    """Want of memory or room is called that, anything else by its kind; nothing shows a traceback."""

    def fail(*_words: object, **_more: object) -> None:
        raise error()

    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    monkeypatch.setattr(pipeline, "read", fail)
    found, _, err = thidua("score", "mot-cua.xlsx")
    assert (status, True) == (found, said in err)
    assert "Traceback" not in err


def test_an_interrupt_that_a_library_wraps_is_one(thidua: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a library makes an error of its own out of Ctrl-C, the program still ends as interrupted."""

    def fail(*_words: object, **_more: object) -> None:
        raise ImportError("numpy") from KeyboardInterrupt()

    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    monkeypatch.setattr(pipeline, "read", fail)
    status, _, err = thidua("score", "mot-cua.xlsx")
    assert (130, "Đã dừng theo yêu cầu.\n") == (status, err)
