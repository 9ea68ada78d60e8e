"""The Python shown in the pages runs as it stands there."""

from __future__ import annotations

import re

import pytest

from tests.repository.places import ROOT, read

PAGES = ["README.md", "docs/python.md"]


@pytest.mark.parametrize("page", PAGES)
def test_python_of_the_page_runs(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Python blocks of a page, run one after the other, print figures and raise nothing."""
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", read(page), flags=re.DOTALL)
    exec(compile("\n".join(blocks), page, "exec"), {})  # noqa: S102 - our own pages
    assert "Phường An Lộc" in capsys.readouterr().out
