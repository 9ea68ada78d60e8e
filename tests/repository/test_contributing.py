"""The worked examples of CONTRIBUTING.md, done in a copy: their changes fit, their commands say what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.repository.places import ROOT, read, tracked_files

PAGE = "CONTRIBUTING.md"
COPIED = {"criteria.yaml", "Makefile", "pyproject.toml", "samples", "src", "tools"}
_BLOCK = re.compile(r"^```(diff|sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _examples() -> dict[str, list[tuple[str, str]]]:
    """The blocks of each example, in order, by its title."""
    told = read(PAGE).partition("\n## Five examples\n")[2].partition("\n## ")[0]
    titled = (part.partition("\n") for part in re.split(r"^### ", told, flags=re.MULTILINE)[1:])
    return {title: _BLOCK.findall(body) for title, _, body in titled}


EXAMPLES = _examples()


@dataclass
class _Copy:
    """A copy of what the program is made of, and what the commands said last."""

    root: Path
    said: str = field(default="")

    def change(self, block: str) -> None:
        """Make one block's change: its old lines must stand in the file once."""
        head, _, body = block.partition("\n")
        path = self.root / head.removeprefix("--- ")
        text, lines = path.read_text(encoding="utf-8"), body.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
        new = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
        assert text.count(old) == 1, f"{PAGE}: these lines stand {text.count(old)} times in {path.name}:\n{old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, block: str) -> None:
        """Run a block's commands as somebody would in the environment of ``make setup``."""
        tools = self.root / "bin"
        tools.mkdir(exist_ok=True)
        program = tools / "thidua"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m thidua_cli "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        own = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
        environment = {
            **own,  # what `make test` was called with is not what these commands are
            "BIN": str(Path(sys.executable).parent),
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": f"{self.root / 'src'}{os.pathsep}{self.root}",
        }
        done = subprocess.run(
            ["sh"], cwd=self.root, env=environment, input=block.encode(), capture_output=True, check=False
        )
        self.said = (done.stdout + done.stderr).decode()

    def says(self, block: str) -> None:
        """Each line of the block stands in what the commands said."""
        assert [] == [line for line in block.splitlines() if line not in self.said], self.said


@pytest.fixture
def copy(tmp_path: Path) -> _Copy:
    """A copy of the program, its tools and samples, without the tests."""
    for path in tracked_files():
        if path.parts[0] in COPIED:
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, target)
    return _Copy(tmp_path)


def test_the_five_examples_stand_on_the_page() -> None:
    """A header word, a count, a document, a finding and a screen text each have changes, commands and what they say."""
    titles = ["Add a header word", "Add a count", "Add a document", "Say a new finding", "Add a screen text"]
    assert titles == list(EXAMPLES)
    assert all({"diff", "sh", "text"} == {kind for kind, _ in blocks} for blocks in EXAMPLES.values())


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the page's commands are a POSIX shell's")
@pytest.mark.parametrize("title", EXAMPLES)
def test_an_example_works_as_it_stands(title: str, copy: _Copy) -> None:
    """Done step by step in a copy, an example's changes fit the code, and its commands say what the page says."""
    acts = {"diff": copy.change, "sh": copy.run, "text": copy.says}
    for kind, block in EXAMPLES[title]:
        acts[kind](block)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the page's commands are a POSIX shell's")
@pytest.mark.parametrize("title", EXAMPLES)
def test_an_example_needs_its_changes(title: str, copy: _Copy) -> None:
    """Without the changes the last command of an example does not say what it says with them."""
    *_, commands, expected = (block for kind, block in EXAMPLES[title] if kind != "diff")
    copy.run(commands)
    assert [line for line in expected.splitlines() if line not in copy.said]


def test_places_of_the_map_exist() -> None:
    """Every file, folder and module that the page names is there."""
    homes = [ROOT, ROOT / "src" / "thidua_cli", ROOT / "src" / "thidua_cli" / "intake"]
    prose = _BLOCK.sub("", read(PAGE))
    names = set(re.findall(r"`((?:[\w.-]+/)*[\w-]+(?:\.(?:py|toml|yaml|md)|/))`", prose))
    assert len(names) > 20
    assert [] == sorted(name for name in names if not any((home / name).exists() for home in homes))
