"""Ctrl-C at any moment from the first instruction on: one word, status 130, and whole files or none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.own.data import one_stop
from tests.own.trials import tried
from thidua_cli.result_file import load

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")
MOMENTS = 24
SAID = re.compile(r"\n?Đã dừng theo yêu cầu\.( / Interrupted\.)?\n")
COMMANDS = (("--version",), ("score", "mot-cua.xlsx", "--format", "json"))


@tried(
    "Messages",
    "Ctrl-C at moments spread evenly over a command's way, from its first instruction to its end",
    lambda: MOMENTS * len(COMMANDS),
    "status 130 and one sentence, or the whole of what was asked for; never a traceback",
)
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_interrupted_at_any_moment(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A command interrupted while it loads, works, writes or ends says one sentence and leaves whole files or none."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    driver = Path(__file__).with_name("interrupting.py")
    command = [sys.executable, str(driver), str(tmp_path), str(MOMENTS), *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=300)
    outcome = json.loads(done.stdout)
    assert outcome["calls"] > 1_000
    for status, said in outcome["found"]:
        assert status == 0 or (status == 130 and SAID.fullmatch(said)), (status, said)
    statuses = [status for status, _ in outcome["found"]]
    assert statuses.count(130) > MOMENTS * 3 // 4
    out = tmp_path / "ket-qua"
    if out.exists():
        assert load(out / "result.json").units
        assert not list(tmp_path.rglob(".*"))
