"""Running the program in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.cli.main import run

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def thidua(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the program in an empty folder: exit status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def start(*words: str | Path) -> tuple[int, str, str]:
        capsysbinary.readouterr()
        status = run([str(word) for word in words])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return start
