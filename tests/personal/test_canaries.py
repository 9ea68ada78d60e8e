from __future__ import annotations

import io
import logging
import random
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.personal.canaries import Canaries
from tests.personal.exports import write_export
from thidua_cli.cli.main import run

EXPORTS, TOGETHER, IN_ALL = 2_000, 100, 50
"""How many exports there are, how many go through one command together, and through all commands."""


@pytest.fixture
def said() -> Iterator[io.StringIO]:
    """All that reaches a log while a test runs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go: nothing of them may be left, nor may any name somebody."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _text_of(path: Path, *, own_pages: bool = False) -> str:
    """What a file says, its parts unpacked; of a list of things to mend without the copies of the user's rows."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode(errors="replace") for name in package.namelist()}
    if own_pages:
        strings = re.findall(r"<si>(.*?)</si>", parts.pop("xl/sharedStrings.xml", ""), re.DOTALL)
        front = parts["xl/worksheets/sheet1.xml"]
        parts["front"] = "\n".join(strings[int(n)] for n in re.findall(r't="s"><v>(\d+)</v>', front))
        parts = {name: text for name, text in parts.items() if not re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)}
    return "\n".join(re.sub(r"<[^>]+>", "", text) + text for text in parts.values())


def _commands(chunk: int, data: Path, out: Path) -> list[list[str | Path]]:
    """What is run over the exports of a chunk: one command in turn, over the first chunk all of them."""
    lang: list[str | Path] = ["--lang", "en"] if chunk % 4 > 1 else []
    lists: list[str | Path] = ["--fix-list", out / "can-sua.xlsx", "--save-mapping", out / "tu-vung.yaml"]
    check: list[str | Path] = ["check", data, "--skip-unreadable", *lists, *lang]
    score: list[str | Path] = ["score", data, "--skip-unreadable", "--out", out / "ra", *lang]
    if chunk:
        return [check] if chunk % 2 else [[*score, "--format", "json,html"]]
    return [
        check,
        score,
        ["check", data, "--json"],
        ["score", data],
        ["verify", out / "ra" / "result.json", data],
        ["explain", data, "--skip-unreadable", "--unit", "Phường An Lộc"],
        ["check", data, "--plan", min(data.rglob("*.csv"))],
        ["check", data, "--mapping", max(data.rglob("*.csv"))],
        ["report", min(data.rglob("*.html"))],
        ["batch", data, "--out", out / "lo", "--format", "json", "--skip-unreadable", "--jobs", "1"],
    ]


@pytest.mark.parametrize("chunk", range(EXPORTS // TOGETHER))
def test_nobodys_data_leave_the_input(
    chunk: int,
    tmp_path: Path,
    temporary: Path,
    said: io.StringIO,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No canary of a hundred exports is in a report, a list to mend, a mapping file, a log, or on the screen."""
    monkeypatch.chdir(tmp_path)
    chance = random.Random(chunk)  # noqa: S311 - no secret
    canaries = Canaries(chance)
    data, out = tmp_path / "so-lieu", tmp_path / "ket-qua"
    parts = [data / "a", data / "b"]
    for folder in (*parts, out):
        folder.mkdir(parents=True)
    for number in range(TOGETHER if chunk else IN_ALL):
        write_export(parts[number % 2], number, chance, canaries)
    for words in _commands(chunk, data, out):
        run([str(word) for word in words])
    captured = capsysbinary.readouterr()
    texts = {"screen": (captured.out + captured.err).decode(), "log": said.getvalue()}
    for path in filter(Path.is_file, (*out.rglob("*"), *temporary.rglob("*"))):
        texts[path.name] = _text_of(path, own_pages=path.name == "can-sua.xlsx")
    assert {} == {name: found for name, text in texts.items() if (found := canaries.within(text))}
    assert [] == list(temporary.iterdir())
    assert {"can-sua.xlsx", "tu-vung.yaml"} <= texts.keys() or "result.json" in texts


def test_the_canaries_would_be_seen(tmp_path: Path) -> None:
    """What is looked for is in the exports themselves, in every format that is text."""
    canaries = Canaries(random.Random(1))  # noqa: S311 - no secret
    exports = [write_export(tmp_path, number, canaries.random, canaries) for number in range(40)]
    seen = {token for path in exports if path.suffix != ".xls" for token in canaries.within(_text_of(path))}
    assert len(seen) > len(canaries.kept) / 2
