"""The guide's commands do what it says, and its pictures show what they say and write today."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.repository.places import read
from tools.guide.pictures import PICTURES, SHOT, SOURCES, sources, svg, words
from tools.guide.walk import DOCS, PAGES, pages, steps, walk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="screens are pictured on a POSIX terminal"),
]

_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_STALE = "a picture is out of date: run `make screens`, or `make pictures` for pages and documents"
_FILE = re.compile(r"`([\w./-]+\.(?:docx|html|json|txt|xlsx|yaml))`")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(\.\./hinh/([\w.-]+)")


@pytest.mark.parametrize("page", pages())
def test_a_page_is_what_the_program_does(page: str, tmp_path: Path) -> None:
    """A page's commands, typed in its order, end well, leave the files that it names, and say what it pictures."""
    walked = walk(page, tmp_path)
    assert [] == [(commands, status) for commands, status in walked.statuses if status]
    prose = _BLOCK.sub("", (PAGES / f"{page}.md").read_text(encoding="utf-8"))
    there = [path.as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    named = set(_FILE.findall(prose)) - {"criteria.yaml"}
    assert [] == sorted(name for name in named if not any(path.endswith(f"/{name}") for path in there))
    for name, screen in walked.screens.items():
        assert words((PICTURES / f"{name}.svg").read_text(encoding="utf-8")) == words(svg(screen, name)), _STALE
    if page == SHOT[0]:
        assert json.loads(SOURCES.read_text(encoding="utf-8")) == sources(walked), _STALE


@pytest.mark.parametrize("page", ["ho-so", "phuong-2026"])
def test_the_way_to_a_dossier_is_six_commands_at_most(page: str) -> None:
    """From exports, or a ward's empty folder, to a dossier the guide asks for six commands at most."""
    asked = [line for step in steps(page) for line in step.commands.splitlines()]
    assert 1 <= len(asked) <= 6


def test_every_picture_is_used_and_described() -> None:
    """Every committed picture stands on a page, with words for whoever does not see it; together they stay small."""
    used = {name: alt for page in PAGES.glob("*.md") for alt, name in _PICTURE.findall(page.read_text("utf-8"))}
    files = {path.name: path.stat().st_size for path in PICTURES.iterdir() if path.suffix != ".json"}
    assert set(files) == set(used)
    assert all(used.values())
    assert sum(files.values()) < 1_500_000


def test_installing_is_as_in_the_readme() -> None:
    """The guide's lines to install with are the README's, letter for letter."""
    shown = re.findall(
        r"^```(?:powershell|bash)\n(.*?)^```", read("docs/huong-dan/bat-dau.md"), re.MULTILINE | re.DOTALL
    )
    lines = [line for block in shown for line in block.splitlines()]
    assert len(lines) >= 4
    assert [] == [line for line in lines if line not in read("README.vi.md").splitlines()]


def test_named_commands_exist() -> None:
    """Every command that the staff's pages name is one of the program, outside the blocks too."""
    from thidua_cli.calling import COMMANDS

    named = {
        name
        for page in DOCS.glob("huong-dan/*.md")
        for name in re.findall(r"thidua ([a-z-]+)", page.read_text("utf-8"))
    }
    assert named
    assert set() == named - set(COMMANDS)
