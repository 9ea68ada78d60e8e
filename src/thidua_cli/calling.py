"""How the program is called here: commands in texts as they can be typed, and the file to drop workbooks on."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from thidua_cli.records import record
from thidua_cli.text.language import Message, tc
from thidua_cli.text.wrapping import HELD, display_width, fitted

PROGRAM = "thidua"
DROP_FILE = f"{PROGRAM}.bat"
COMMANDS = (
    *("score", "check", "explain", "report", "batch", "watch", "what-if", "diff", "verify", "init", "plan", "help"),
    "remind",
)
"""Words that make a command of the program's name before them."""

_PLAIN = re.compile(r"[\w./\\:=,@%+~-]+" if os.name == "nt" else r"[\w./:=,@%+~-]+")
_FOLLOWS = rf"(?=(?:{'|'.join(COMMANDS)}|--\w+)(?![\w/\\-]|\.\w))"
_COMMAND = re.compile(rf"(?<![\w./\\-]){PROGRAM}\s+{_FOLLOWS}")

_BEHIND = re.compile(r"(--[a-z][a-z-]+) (?=\S)")


def held(text: str) -> str:
    """The text with commands as they can be typed here, not to be broken before a command's name or option's value."""
    word = program().replace(" ", HELD) + HELD
    return _BEHIND.sub(rf"\1{HELD}", _heads(program()).sub(lambda _: word, text))


@cache
def _heads(word: str) -> re.Pattern[str]:
    """The beginning of a command, in the form of texts or in that which works here."""
    return re.compile(rf"(?<![\w./\\-])(?:{PROGRAM}|{re.escape(word)})\s+{_FOLLOWS}")


def typed(*words: str) -> str:
    """A command as the shell here takes it, of the program's name and these words."""
    return " ".join((PROGRAM, *map(shell_word, words)))


def on_screen(text: str, width: int) -> str:
    """The text in lines no wider than the screen, commands as they can be typed here.

    A command that ends a line too long for the screen stands in a line of its own, and is never broken.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        before, colon, command = line.rpartition(": ")
        if _heads(program()).match(line.lstrip()):
            lines.append(as_typed(line))
        elif colon and display_width(as_typed(line)) > width and _heads(program()).match(command):
            lines += [*fitted(held(f"{before}:"), width), f"  {as_typed(command)}"]
        else:
            lines += fitted(held(line), width)
    return "\n".join(lines).replace(HELD, " ")


_over: list[Callable[[Sequence[str]], str]] = []
_WRITING = ("--out", "--fix-list", "--save-mapping")
_options: set[str] = set()


def over_this_run(command: Callable[[Sequence[str]], str], options: Iterable[str] = ()) -> None:
    """How the run that goes on types a command over its own data (:class:`Command`), and the options that it takes."""
    _over[:] = [command]
    _options.clear()
    _options.update(options)


def option_here() -> str:
    """In brackets, the options of the command that runs by which another place to write to is named; else nothing."""
    named = ", ".join(option for option in _WRITING if option in _options)
    return f" ({named})" if named else ""


@record
class Command(Message):
    """A command over the data of the run, typed out when it is shown: ``words`` are its name and its options."""

    source: str = ""
    words: tuple[str, ...] = ()

    def text(self, lang: str = "vi") -> str:
        """The command; where nobody knows the data, a word stands for them."""
        return _over[-1](self.words) if _over else f"{typed(*self.words)} {_DATA.text(lang)}"


_DATA = tc("metavar", "DATA")


def command(*words: str) -> Command:
    """What to type over the data of this run, as a part of a message."""
    return Command(words=words)


def as_typed(text: str) -> str:
    """A text with every command in it (``thidua check``) in the form that works where the program was started."""
    word = program()
    return text if word == PROGRAM else _COMMAND.sub(lambda _: f"{word} ", text)


@cache
def program() -> str:
    """What to type for the program: its name where the path leads to it, else the way it was started just now."""
    script = Path(sys.argv[0] if sys.argv else "")
    python = sys.orig_argv[0] if sys.orig_argv else sys.executable
    if (script.parent.name, script.name) == ("thidua_cli", "__main__.py"):
        return f"{_shortest(python)} -m thidua_cli"
    if script.stem.lower() != PROGRAM and not getattr(sys, "frozen", False):
        return PROGRAM  # somebody else's program, which calls this one as a library
    if script.suffix in (".py", ".pyz"):
        return f"{_shortest(python)} {_shortest(str(script))}"
    return _shortest(str(script))


def shell_word(text: str) -> str:
    """A word as the shell here takes it: quoted where blanks or signs would mean something else."""
    if _PLAIN.fullmatch(text):
        return text
    return f'"{text}"' if os.name == "nt" else shlex.quote(text)


def _shortest(started: str) -> str:
    """The shortest words that start the same file from the working folder."""
    path = Path(started)
    bare = str(path.with_suffix("")) if path.suffix.lower() == ".exe" else started
    found = shutil.which(Path(bare).name)
    if os.path.dirname(started) == "":  # noqa: PTH120 - a Path forgets the "./" that tells a file from a command
        return bare
    if found is not None and _real(found) == _real(started) and not _here(found):
        return Path(bare).name
    try:
        below = Path(bare).absolute().relative_to(Path.cwd())
    except (ValueError, OSError):
        below = Path(bare)
    word = str(below) if below.parent != Path() else os.path.join(".", below)  # noqa: PTH118 - as PTH120
    return shell_word(word)


def _real(path: str) -> str:
    real = os.path.normcase(os.path.realpath(path))
    return real.removesuffix(".exe")


def _here(path: str) -> bool:
    return Path(path).absolute().parent == Path.cwd()


def program_from(folder: Path) -> str:
    """The way from a folder to the program on Windows, as :func:`drop_file` takes it."""
    from sysconfig import get_path

    file = sys.executable if getattr(sys, "frozen", False) else os.path.join(get_path("scripts"), f"{PROGRAM}.exe")  # noqa: PTH118
    try:
        return os.path.relpath(file, folder)
    except ValueError:  # on another drive
        return file


def drop_file_for(folder: Path, data: str) -> bytes:
    """:func:`drop_file` for a folder: the program that runs now, or one that lies there where this is no Windows."""
    return drop_file(program_from(folder.absolute()) if os.name == "nt" else f"{PROGRAM}.exe", data)


def drop_file(program_path: str, data: str) -> bytes:
    r"""``thidua.bat`` for Windows: workbooks or folders dropped on it are scored, and the page opens.

    ``program_path`` leads to ``thidua.exe`` from the folder where the file will lie (``..\.venv\Scripts\thidua.exe``),
    or is absolute; where it no longer is, the search path decides. Beside a ``criteria.yaml`` that is the plan, and
    results go there; else both are looked for beside the data. Opened without data, it scores the folder ``data``.

    Explorer does not quote a name such as ``a&b.xlsx``, and cmd cuts what it hands over there: the names are then taken
    from the whole line that cmd was started with, and ``exit`` keeps it from running the rest.
    """
    path = program_path.replace("/", "\\").replace("%", "%%")
    absolute = bool(re.match(r"[A-Za-z]:|\\\\", path))
    lines = [
        "@echo off",
        "rem Keo tha tep Excel hoac thu muc so lieu vao day de cham diem.",
        "rem Drop workbooks or a folder of data here to have them scored.",
        "setlocal",
        "chcp 65001 >nul",
        f'set "program={path}"' if absolute else f'set "program=%~dp0{path}"',
        f'if not exist "%program%" set "program={PROGRAM}"',
        'if exist "%~dp0criteria.yaml" goto year',
        'if not "%~1"=="" cd /d "%~dp1"',
        "goto start",
        ":year",
        'cd /d "%~dp0"',
        ":start",
        'if "%~1"=="" goto own',
        "setlocal EnableDelayedExpansion",
        'set "names=!cmdcmdline:*.bat" =!"',
        'set "cut=!names:*&=!"',
        "if not !names!==!cmdcmdline! if not !cut!==!names! goto whole",
        "endlocal",
        '"%program%" score --open %*',
        "goto end",
        ":whole",
        '"!program!" score --open !names:~0,-1!',
        "pause",
        "exit",
        ":own",
        f'"%program%" score --open {data}',
        ":end",
        'set "status=%errorlevel%"',
        "pause",
        "exit /b %status%",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()
