"""The check command as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.cli.main import run

Outcome = tuple[int, str, str]
Check = Callable[..., Outcome]


@pytest.fixture
def thidua(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs a command in an empty folder; gives exit status, standard output and standard error."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def command(*words: str | Path) -> Outcome:
        status = run([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return command
