"""The guide's commands, run as its reader would: page by page, in the page's order, in the folder that it supposes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = DOCS / "huong-dan"
START: Mapping[str, Mapping[str, str]] = {
    "bat-dau": {"samples": "samples"},
    "cuoi-nam": {
        "so-lieu-2021": "samples/nhieu-tap",
        "cuoi-nam/hong-ngu": "samples/nhieu-tap",
        "cuoi-nam/cao-lanh.xlsx": "samples/mot-tap.xlsx",
    },
    "nam-moi": {},
    "phuong-2026": {},
}
"""What stands in a page's folder before its first command: name there to path in the repository."""
_WARD = "tests/cases/first-hour/ward-2026-q1.xlsx"
FILLED_IN: Mapping[str, tuple[str, str]] = {
    "nam-moi": ("nam-2027/so-lieu/don-vi.xlsx", _WARD),
    "phuong-2026": ("nam-2026/so-lieu/quy-1.xlsx", _WARD),
}
"""What a page's reader puts there after its first command: a file, or into a blank register the rows of another."""
USUAL = {"so-lieu-2021": "samples/nhieu-tap"}
SECOND_PLACE = "cao-lanh.xlsx"
WIDTH = 80

_BLOCK = re.compile(
    r"^```sh\n(?P<commands>.*?)^```\n"
    r"(?:\n!\[[^\]]*\]\(\.\./hinh/(?P<picture>[\w-]+)\.svg(?: \"(?P<lines>\d+) dòng đầu\")?\))?",
    re.MULTILINE | re.DOTALL,
)
_WIPED = re.compile(r"[^\n]*\n\x1b\[\?25h\r\x1b\[1A\x1b\[2K")
"""The line of progress, and how it is taken away again."""


@dataclass(frozen=True)
class Step:
    """A block of commands, and the picture of the screen that follows it on the page."""

    commands: str
    picture: str | None
    lines: int | None


@dataclass
class Walk:
    """What came of a page: each block's status and screen, in the folder where it all lies."""

    folder: Path
    statuses: list[tuple[str, int]] = field(default_factory=list)
    screens: dict[str, str] = field(default_factory=dict)


def pages() -> list[str]:
    """The names of the guide's pages that have commands."""
    return [path.stem for path in sorted(PAGES.glob("*.md")) if steps(path.stem)]


def steps(page: str) -> list[Step]:
    """The blocks of commands of a page, in its order."""
    found = _BLOCK.finditer((PAGES / f"{page}.md").read_text(encoding="utf-8"))
    return [Step(one["commands"], one["picture"], int(one["lines"]) if one["lines"] else None) for one in found]


def walk(page: str, folder: Path) -> Walk:
    """Run a page's commands in a new folder, on a terminal of 80 columns."""
    for name, source in START.get(page, USUAL).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, target)
        else:
            shutil.copyfile(ROOT / source, target)
        if target.name == SECOND_PLACE:
            _move_elsewhere(target)
    done = Walk(folder)
    for number, step in enumerate(steps(page)):
        if number == 1 and page in FILLED_IN:
            there, given = (folder / FILLED_IN[page][0], ROOT / FILLED_IN[page][1])
            (_fill_in if there.exists() else shutil.copyfile)(given, there)
        status, screen = on_terminal(step.commands, folder)
        done.statuses.append((step.commands, status))
        if step.picture is not None:
            done.screens[step.picture] = _shortened(screen, step.lines)
    return done


def _fill_in(register: Path, blank: Path) -> None:
    """Write the rows of a register below the sample row of a blank one, each value below its head, and save it."""
    from openpyxl import load_workbook

    book = load_workbook(blank)
    page, rows = book.worksheets[0], load_workbook(register).worksheets[0].iter_rows(min_row=3, values_only=True)
    columns = {cell.value: cell.column for cell in page[4] if cell.value}
    heads = next(rows)
    for number, row in enumerate(rows, 6):
        for head, value in zip(heads, row, strict=True):
            if head in columns:
                page.cell(number, columns[head], value)
    book.save(blank)


def _move_elsewhere(workbook: Path) -> None:
    """Give the units of a sample other names, so that it is another place's year."""
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = parts["xl/sharedStrings.xml"].decode()
    names = re.sub(r"<t>((?:Phường|Xã|Phòng|Văn phòng|Thanh tra) [^<;]*)</t>", r"<t>\1 (Cao Lãnh)</t>", texts)
    parts["xl/sharedStrings.xml"] = names.encode()
    with zipfile.ZipFile(workbook, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def on_terminal(commands: str, folder: Path) -> tuple[int, str]:
    """Run lines of a shell on a terminal; the exit status, and what stays on the screen, colours included."""
    import fcntl
    import pty
    import struct
    import termios

    unwanted = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "THIDUA_LANG", "CI", "LC_ALL", "LC_MESSAGES", "LANGUAGE"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted} | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TERM": "xterm-256color",
        "LANG": "vi_VN.UTF-8",
    }
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, WIDTH, 0, 0))
    running = subprocess.Popen(
        ["sh", "-e", "-c", commands], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    said = b"".join(_pieces(ours))
    os.close(ours)
    return running.wait(), _WIPED.sub("", said.decode().replace("\r\n", "\n")).rstrip()


def _pieces(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # Linux says so when the last program has closed its end
        while piece := os.read(terminal, 65536):
            yield piece


def _shortened(screen: str, lines: int | None) -> str:
    whole = screen.split("\n")
    return screen if lines is None or len(whole) <= lines else "\n".join([*whole[:lines], "\x1b[0m…"])
