"""The output shown in the READMEs is the program's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.places import ROOT, read


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `thidua score` on the one-workbook sample prints on 80 columns."""
    command = [sys.executable, "-m", "thidua_cli", "score", str(Path("samples/mot-tap.xlsx")), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80"}
    folder = tmp_path_factory.mktemp("out")
    done = subprocess.run([*command, "--out", str(folder)], cwd=ROOT, env=environment, capture_output=True, check=True)
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_output_of_the_page_is_the_programs(page: str, screen: list[str]) -> None:
    """Every line of the page's sample output, the … of left-out lines aside, stands on the screen, in that order."""
    shown = re.findall(r"```text\n(.*?)```", read(page), flags=re.DOTALL)[0].splitlines()
    rest = iter(screen)
    assert [] == [line for line in shown if line != "…" and line not in rest]
