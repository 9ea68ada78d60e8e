"""The README's commands are the ones that the Makefile and CI run, and its pages exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repository.places import ROOT, read

PAGES = [
    "README.md",
    "README.vi.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    ".github/pull_request_template.md",
    "docs/architecture.md",
    "docs/index.md",
    "docs/releasing.md",
    "docs/python.md",
    "samples/README.md",
]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def _commands(page: str, language: str) -> list[str]:
    blocks = re.findall(rf"```{language}\n(.*?)```", read(page), flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of a page leads to a file of the repository."""
    folder = (ROOT / page).parent
    assert [] == [link for link in LINK.findall(read(page)) if not (folder / link).exists()]


def test_first_screen_has_the_two_commands() -> None:
    """The first 40 lines of the README hold both set-up commands for Linux and macOS, and both for Windows."""
    screen = "\n".join(read("README.md").splitlines()[:40])
    for end in (
        ".venv/bin/thidua score samples/mot-tap.xlsx",
        ".venv/bin/python -m pytest",
        r".venv\Scripts\thidua score samples\mot-tap.xlsx",
        r".venv\Scripts\python -m pytest",
    ):
        assert end in screen


def test_readme_set_up_is_pinned() -> None:
    """Every pip install of the README uses the pinned versions."""
    installs = [line for line in _commands("README.md", "(?:sh|powershell)") if "pip install" in line]
    assert 4 <= len(installs)
    assert [] == [line for line in installs if "-c constraints.txt" not in line]


def test_make_targets_named_in_pages_exist() -> None:
    """Every `make NAME` of a page is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), flags=re.MULTILINE))
    for page in PAGES:
        assert set() == set(re.findall(r"`make ([a-z-]+)", read(page))) - targets


def test_ci_runs_what_developers_run() -> None:
    """CI runs the Makefile's lint, docs-check and test targets, so that both always mean the same."""
    script = read(".ci/run")
    for target in ("lint", "docs-check", "test"):
        assert f"make --no-print-directory {target} " in script


def test_samples_that_pages_name_exist() -> None:
    """Every path below samples/ that a page names is there."""
    for page in PAGES:
        for name in re.findall(r"\bsamples/[\w./-]*\w", read(page)):
            assert Path(ROOT / name).exists()
