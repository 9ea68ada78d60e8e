"""What a long run shows of its progress on a terminal, and that nothing of it is left or redirected."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
import xlsxwriter

from tests.opening.test_pieces import document
from tests.support import workbooks
from thidua_cli.cli import progress as shell
from thidua_cli.cli.progress import shown_progress
from thidua_cli.intake.opening import Limits, open_file
from thidua_cli.progress import Progress, Step, begun, come_to
from thidua_cli.text.vietnamese import clean

_SIGN = re.compile(r"\r|\n|\x1b\[(?P<number>\d*)(?P<letter>[A-Z])|\x1b\[\?25[hl]|[^\r\n\x1b]")
_LONG = "một-cửa-liên-thông-toàn-huyện-năm-2021.xlsx"


class Screen:
    """A terminal of some columns: what stands on it, and every line that stood on it for a while."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines = [""]
        self.row = self.column = 0
        self.seen: list[str] = []

    def write(self, text: str) -> None:
        """Take what a program writes; signs that no bar of ours writes are an error."""
        assert len(text) == sum(len(sign[0]) for sign in _SIGN.finditer(text)), text
        for sign in _SIGN.finditer(text):
            self._take(sign)

    def _take(self, sign: re.Match[str]) -> None:
        if sign["letter"] == "A":
            self.row -= int(sign["number"] or 1)
        elif sign["letter"] == "K":
            self.lines[self.row] = "" if sign["number"] == "2" else self.lines[self.row][: self.column]
        elif sign[0] == "\r":
            self.seen.append(self.lines[self.row].rstrip())
            self.column = 0
        elif sign[0] == "\n" or (len(sign[0]) == 1 and self.column == self.width):
            self.row += 1
            self.lines += [""] * (self.row + 1 - len(self.lines))
            self.column = 0
        if len(sign[0]) == 1 and sign[0] not in "\r\n":
            line = self.lines[self.row].ljust(self.column)
            self.lines[self.row] = line[: self.column] + sign[0] + line[self.column + 1 :]
            self.column += not unicodedata.combining(sign[0])


def on_terminal(program: str, width: int = 80, **environment: str) -> Screen:
    """What a program of Python writes on a terminal of so many columns, standard output being redirected."""
    pty = pytest.importorskip("pty", reason="Windows has no such terminals")
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    given = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    given |= {"TERM": "xterm", "PYTHONUTF8": "1", **environment}
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL, stderr=theirs, env=given)
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:  # Linux says so when the program has closed its end
        pass
    os.close(ours)
    running.wait()
    screen = Screen(width)
    screen.write(said.decode())
    return screen


def _program(work: str, *, quiet: bool = False) -> str:
    return (
        "import sys, time\n"
        "from thidua_cli.cli import progress as shell\n"
        "from thidua_cli.progress import Step, begun, come_to\n"
        "shell.PATIENCE = 0.0\n"
        f"with shell.shown_progress('vi', {quiet}) as progress:\n{work}"
    )


_READING = f"""
    with begun(progress, Step("reading", "{_LONG}", 2, 3)):
        for piece in range(28):
            come_to(piece / 40, piece * 5000)
            time.sleep(0.1)
"""
_STEPS = """
    progress(Step("reading", "so\\x1b[31m\\n.csv", 1, 1))
    time.sleep(1.5)
    progress(Step("judging", "", 1, 1))
    time.sleep(0.5)
    progress(Step("writing", "to-trinh.docx", 3, 8))
    time.sleep(0.5)
    progress(Step("scoring", "", 12, 48, 0.25, 12))
    time.sleep(2.5)
"""


def test_reading_tells_share_rate_and_time_left() -> None:
    """A file's share, rows a second and the time left are told once there is enough to tell, beside its name."""
    screen = on_terminal(_program(_READING))
    line = next(line for line in reversed(screen.seen) if line)
    assert re.fullmatch(r"Đang đọc 2/3 ━+╸? +67%  [\d.]+ dòng/giây  còn 0:00:\d\d một-cửa-liên-.*…", line), line
    assert "dòng/giây" not in next(line for line in screen.seen if line)


def test_each_stage_is_told() -> None:
    """Files, judging, each document as it is begun, and parts of a batch are told; a name steers no terminal."""
    screen = on_terminal(_program(_STEPS))
    told = {re.sub(r"[━╸╺\s]+", " ", line).strip() for line in screen.seen}
    assert {"Đang đọc so [31m .csv", "Đang xét", "Đang lập hồ sơ 3/8 to-trinh.docx"} <= told
    assert any(re.match(r"Đang chấm 12/48 25% \d+ phần/phút còn 0:00:0\d", line) for line in told), told


@pytest.mark.parametrize(("width", "form"), [(80, "NFC"), (40, "NFD"), (18, "NFD")])
def test_nothing_is_left_on_the_screen(width: int, form: str) -> None:
    """However narrow the terminal and however accents are written, one line is used, and it is empty at the end."""
    screen = on_terminal(_program(unicodedata.normalize(form, _READING)), width)  # type: ignore[arg-type]
    assert {""} == {line.strip() for line in screen.lines}
    assert len(screen.lines) == 2
    assert any(line.startswith("Đang đọc") for line in map(clean, screen.seen))


def test_a_failure_leaves_nothing_either() -> None:
    """What stops the work takes the line away before anything is said of it."""
    screen = on_terminal(_program("    time.sleep(1)\n    progress(Step('judging', '', 1, 1))\n    sys.exit('stop')\n"))
    assert any(line.startswith("Đang xét") for line in screen.seen)
    assert ["stop", ""] == screen.lines


@pytest.mark.parametrize("case", ["redirected", "quiet", "dumb"])
def test_nothing_is_shown_where_nobody_looks(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Redirected, with --quiet, and on a terminal that knows no control signs, nothing is written."""
    monkeypatch.setattr(shell, "PATIENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: case != "redirected")
    monkeypatch.setenv("TERM", "dumb" if case == "dumb" else "xterm")
    with shown_progress("vi", case == "quiet") as progress:
        progress(Step("reading", "a.csv", 1, 1))
        time.sleep(0.1)
    assert "" == capsys.readouterr().err


def test_a_terminal_without_our_letters_shows_nothing() -> None:
    """Where accents could only be written as escapes, which fit into no line, there is no line."""
    assert [""] == on_terminal(_program("    time.sleep(0.5)\n"), PYTHONUTF8="0", PYTHONIOENCODING="ascii").lines


def test_a_short_run_shows_nothing_and_loads_nothing() -> None:
    """What is over within half a second never loads the library that draws."""
    screen = on_terminal(
        "import sys\nfrom thidua_cli.cli.progress import shown_progress\nfrom thidua_cli.progress import Step\n"
        "with shown_progress('vi', False) as progress:\n    progress(Step('reading', 'a.csv', 1, 1))\n"
        "sys.stderr.write(str('rich' in sys.modules))\n"
    )
    assert ["False"] == screen.lines


def _write(path: Path) -> None:
    """A table of 60,000 rows."""
    cells = ["Xã Tân Hội", "Đã trả kết quả", "05/03/2021"]
    if path.suffix == ".csv":
        path.write_text((",".join(cells) + "\n") * 60_000, "utf-8")
    elif path.suffix == ".html":
        row = "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"
        path.write_text("<html><meta charset=utf-8><table>" + row * 60_000 + "</table></html>", "utf-8")
    elif path.suffix == ".ods":
        cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
        row = "<table:table-row>" + "".join(map(cell.format, cells)) + "</table:table-row>"
        workbooks.raw_ods(path, document(row * 60_000))
    else:
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for number in range(60_000):
                sheet.write_row(number, 0, cells)


@pytest.mark.parametrize("kind", ["csv", "html", "ods", "xlsx"])
def test_reading_in_pieces_tells_how_far_it_is(kind: str, tmp_path: Path) -> None:
    """The share of a file grows piece by piece up to all of it, and so does the count of its rows."""
    path = tmp_path / f"a.{kind}"
    _write(path)
    told = _told(path)
    shares = [step.share for step in told if step.share is not None]
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[0] < 0.5 < shares[-1] <= 1
    assert 30_000 < max(step.count for step in told) <= 60_000


def _told(path: Path) -> list[Step]:
    told: list[Step] = []
    progress: Progress = told.append
    with begun(progress, Step("reading", path.name, 1, 1)):
        open_file(path, path.name, Limits(in_process_bytes=4 << 20))
    come_to(0.5)
    return told
