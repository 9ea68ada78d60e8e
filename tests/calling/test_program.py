"""How the program is called: what hints tell to type, and the file of Windows on which data can be dropped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_cli import calling

ROOT = Path(__file__).parents[2]
HINT = "Chạy thidua check --save-mapping; Do thidua tự ghi ra, thidua wrote, thidua --help, thidua score."


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    calling.program.cache_clear()
    yield
    calling.program.cache_clear()


def _script(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def _started(monkeypatch: pytest.MonkeyPatch, folder: Path, argv0: str, python: str = "python3") -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", [argv0])
    monkeypatch.setattr(sys, "orig_argv", [python, argv0])


@pytest.mark.parametrize(
    ("started", "word"),
    [
        ("{bin}/thidua", "thidua"),
        ("{here}/.venv/bin/thidua", os.path.join(".venv", "bin", "thidua")),  # noqa: PTH118
        (".venv/bin/thidua", os.path.join(".venv", "bin", "thidua")),  # noqa: PTH118
        ("{here}/thidua", os.path.join(".", "thidua")),  # noqa: PTH118
        ("{away}/my files/thidua", "'{away}/my files/thidua'"),
        ("{here}/thidua_cli/__main__.py", "python3 -m thidua_cli"),
        ("thidua.pyz", "python3 thidua.pyz"),
        ("/usr/bin/pytest", "thidua"),
    ],
)
def test_the_word_to_type_is_the_shortest_that_works(
    started: str, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the path it is the bare name, else the way to the program from the working folder, else what was typed."""
    places = {name: str(tmp_path / name) for name in ("bin", "here", "away")}
    for name in ("bin/thidua", "here/.venv/bin/thidua", "here/thidua", "away/my files/thidua", "bin/python3"):
        _script(tmp_path / name)
    monkeypatch.setenv("PATH", places["bin"])
    _started(monkeypatch, tmp_path / "here", started.format(**places))
    assert word.format(**places) == calling.program()


def test_a_link_on_the_path_is_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that pipx or uv linked into a folder of the path is called by its bare name."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "thidua").symlink_to(_script(tmp_path / "tools" / "thidua"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    _started(monkeypatch, tmp_path, str(tmp_path / "tools" / "thidua"))
    assert "thidua" == calling.program()


def test_another_program_of_the_name_is_not_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the path leads to another thidua, the one that runs is named by its place."""
    _script(tmp_path / "bin" / "thidua")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    _started(monkeypatch, tmp_path, str(_script(tmp_path / "new" / "thidua")))
    assert os.path.join("new", "thidua") == calling.program()  # noqa: PTH118


def test_commands_alone_are_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands in a text are written as they can be typed, once; the program's name and paths stay."""
    monkeypatch.setenv("PATH", "")
    _started(monkeypatch, tmp_path, str(_script(tmp_path / "v" / "thidua")))
    word = os.path.join("v", "thidua")  # noqa: PTH118
    said = calling.as_typed(HINT)
    assert f"Chạy {word} check --save-mapping; Do thidua tự ghi ra, thidua wrote, {word} --help, {word} score." == said
    assert said == calling.as_typed(said)
    assert "so-lieu/thidua check/a.xlsx" == calling.as_typed("so-lieu/thidua check/a.xlsx")
    assert "thidua check/a.xlsx" == calling.as_typed("thidua check/a.xlsx")


def test_every_command_is_known() -> None:
    """Every command of the program is one that texts may name."""
    from thidua_cli.cli.main import COMMANDS

    assert set() == set(COMMANDS) - set(calling.COMMANDS)


def test_a_hint_of_the_module_says_the_module(tmp_path: Path) -> None:
    """`python -m thidua_cli` works, and its hints say so."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PATH": str(Path(sys.executable).parent)}
    done = subprocess.run(
        [Path(sys.executable).name, "-m", "thidua_cli", "scor"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert 2 == done.returncode
    assert f"{Path(sys.executable).name} -m thidua_cli --help" in done.stderr.decode()


def test_the_drop_file_names_the_program_and_passes_what_was_dropped() -> None:
    """The .bat for Windows has its line ends, starts the program from its own folder, and hands over every name."""
    text = calling.drop_file("../.venv/Scripts/thidua.exe", "so-lieu").decode()
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert '"%program%" score --open %*' in lines
    assert r'set "program=%~dp0..\.venv\Scripts\thidua.exe"' in lines
    assert [] == [line for line in lines if line.startswith("goto ") and f":{line.split()[1]}" not in lines]


def test_the_program_is_found_from_the_folder_of_the_drop_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way leads from the year's folder to where this Python keeps its programs, or to the single file itself."""
    monkeypatch.setattr("sysconfig.get_path", lambda _name: str(tmp_path / "venv" / "Scripts"))
    assert Path("../venv/Scripts/thidua.exe") == Path(calling.program_from(tmp_path / "nam-2022"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "thidua.exe"))
    assert Path("../thidua.exe") == Path(calling.program_from(tmp_path / "nam-2022"))


def test_the_drop_file_takes_an_absolute_path_with_signs() -> None:
    """A program on another drive is named outright; percent signs in its path stay, letters keep their marks."""
    text = calling.drop_file(r"C:\100%\Nguyễn\thidua.exe", "so-lieu").decode()
    assert r'set "program=C:\100%%\Nguyễn\thidua.exe"' in text
    assert text.index("chcp 65001") < text.index("Nguyễn")


def test_names_that_cmd_cuts_are_taken_from_its_whole_line() -> None:
    """A dropped `a&b.xlsx` is read from cmd's own line, and cmd ends before it would run what it cut off."""
    lines = calling.drop_file("thidua.exe", "so-lieu").decode().split("\r\n")
    whole = lines[lines.index(":whole") + 1 :]
    assert ['"!program!" score --open !names:~0,-1!', "pause", "exit"] == whole[:3]
    assert lines.index("endlocal") < lines.index('"%program%" score --open %*')
