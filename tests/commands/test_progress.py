"""What a long run shows of its progress on a terminal, and that nothing of it is left or redirected."""

from __future__ import annotations

import re
import sys

import pytest

from thidua_cli.cli.progress import shown_progress
from thidua_cli.progress import Step


def _run(lang: str = "vi", *, quiet: bool = False) -> None:
    with shown_progress(lang, quiet) as progress:
        progress(Step("reading", "mot-cua.xlsx", 1, 2))
        progress(Step("reading", "so\x1b[31m.csv", 2, 2))
        progress(Step("writing", "to-trinh.docx", 1, 8))


def test_each_step_is_shown_on_a_terminal_and_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file read and made is named with how far the work is; the line is empty at the end, the cursor there."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    _run()
    said = capsys.readouterr().err
    lines = [line.strip() for line in re.split(r"\r(?:\x1b\[K)?(?:\x1b\[\?25[lh])?", said) if line.strip()]
    shown = [re.sub(r"\[[#-]*\]|\s+", " ", line).split() for line in lines]
    assert [
        ["Đang", "đọc", "0/2", "mot-cua.xlsx"],
        ["Đang", "đọc", "1/2", "so", "[31m.csv"],
        ["Đang", "lập", "hồ", "sơ", "0/8", "to-trinh.docx"],
    ] == [[word for word in words if word != "["] for words in shown]
    assert said.endswith("\r\x1b[K\x1b[?25h")


@pytest.mark.parametrize("case", ["redirected", "quiet", "dumb"])
def test_nothing_is_shown_where_nobody_looks(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Redirected, with --quiet, and on a terminal that knows no control signs, no progress is written."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: case != "redirected")
    monkeypatch.setenv("TERM", "dumb" if case == "dumb" else "xterm")
    _run(quiet=case == "quiet")
    assert "" == capsys.readouterr().err
