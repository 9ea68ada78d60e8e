from __future__ import annotations

import io
import json
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

EXPORTS, TOGETHER = 3_000, 60


@pytest.fixture
def said(capsysbinary: pytest.CaptureFixture[bytes]) -> Iterator[io.StringIO]:
    """All that reaches the screen or a log while a test runs, once :func:`_start` has taken it there."""
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


@pytest.mark.parametrize("chunk", range(EXPORTS // TOGETHER))
def test_nobodys_data_leave_the_input(
    chunk: int,
    tmp_path: Path,
    temporary: Path,
    said: io.StringIO,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No canary of sixty exports is in a report, on the screen, in a mapping file, a list to mend, a log or a temporary file."""
    monkeypatch.chdir(tmp_path)
    chance = random.Random(chunk)
    canaries = Canaries(chance)
    data, out = tmp_path / "so-lieu", tmp_path / "ra"
    parts = [data / "a", data / "b"]
    for part in parts:
        part.mkdir(parents=True)
    for number in range(TOGETHER):
        write_export(parts[number % 2], number, chance, canaries)
    formats = "html,docx,xlsx,json" if chunk % 10 == 0 else "html,json"
    commands = [
        ["check", data, "--fix-list", tmp_path / "can-sua.xlsx", "--save-mapping", tmp_path / "tu-vung.yaml"],
        [
            "score",
            data,
            "--skip-unreadable",
            "--out",
            out,
            "--format",
            formats,
            *(["--lang", "en"] if chunk % 2 else []),
        ],
    ]
    if chunk % 5 == 0:
        commands += [
            ["check", data, "--json"],
            ["score", data],
            ["verify", out / "result.json", data],
            ["explain", data, "--skip-unreadable", "--unit", "Phường An Lộc"],
            ["check", data, "--plan", next(iter(data.rglob("*.csv")))],
            ["batch", data, "--out", tmp_path / "lo", "--format", "json", "--skip-unreadable", "--jobs", "1"],
        ]
    for words in commands:
        run([str(word) for word in words])
    captured = capsysbinary.readouterr()
    texts = {"screen": (captured.out + captured.err).decode(), "log": said.getvalue()}
    for path in (*out.rglob("*"), *(tmp_path / "lo").rglob("*"), tmp_path / "tu-vung.yaml", *temporary.rglob("*")):
        if path.is_file():
            texts[path.name] = _text_of(path)
    texts["can-sua.xlsx"] = _text_of(tmp_path / "can-sua.xlsx", own_pages=True)
    assert {} == {name: found for name, text in texts.items() if (found := canaries.within(text))}
    assert json.loads((out / "result.json").read_bytes())["units"]
    assert [] == list(temporary.iterdir())
