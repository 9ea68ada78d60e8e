"""What the repository must be free of, and what must agree with what."""

from __future__ import annotations

import re

import pytest

from tests.repository.places import ROOT, read, tracked_files

TEXT = {
    "", ".cfg", ".css", ".csv", ".html", ".j2", ".js", ".json", ".md", ".py", ".toml", ".txt", ".typed", ".xml",
    ".yaml", ".yml",
}  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.$}/])/(?:work|tmp|root|home|Users|opt|mnt)/\w")
REGISTRY_HOST = re.compile(
    r"(?i)\b(?:[\w-]+\.)*(?:pypi|pythonhosted|artifactory|nexus|devpi)\.[a-z]{2,}\b|--(?:extra-)?index-url"
)
LEFT_BEHIND = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|<{7} |>{7} ")

GIVEN = (
    ("tests", "exports"),
    ("tests", "readers", "files"),
    ("tests", "cases", "cases"),
    ("tests", "cases", "more", "cases"),
    ("tests", "cases", "first-hour"),
)
TEXTS = [
    path
    for path in tracked_files()
    if path.suffix in TEXT and not any(path.parts[: len(given)] == given for given in GIVEN)
]
THIS = "tests/repository/test_tidiness.py"


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, REGISTRY_HOST, LEFT_BEHIND], ids=["machine paths", "registry hosts", "left behind"]
)
def test_nothing_foreign_is_tracked(pattern: re.Pattern[str]) -> None:
    """No tracked text holds a path of some machine, a package registry's host, or a note to finish something."""
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in TEXTS
        if path.as_posix() != THIS
        for number, line in enumerate(read(str(path)).splitlines(), 1)
        if pattern.search(line)
    ]
    assert [] == found


def test_no_large_file_is_tracked() -> None:
    """No tracked file is larger than 700 KB, so that a clone stays quick."""
    assert [] == [str(path) for path in tracked_files() if (ROOT / path).stat().st_size > 700_000]


def test_every_text_is_utf_8_with_unix_line_ends() -> None:
    """Every tracked text outside the given exports and samples is UTF-8 with Unix line ends and a final one."""
    found = []
    for path in TEXTS:
        data = (ROOT / path).read_bytes()
        data.decode("utf-8")
        if path.suffix != ".csv" and (b"\r" in data or (data and not data.endswith(b"\n"))):
            found.append(str(path))
    assert [] == found


def test_modules_stay_small() -> None:
    """No module of the program grows far past 300 lines: it would be asking for a room of its own."""
    sizes = {str(path): len(read(str(path)).splitlines()) for path in TEXTS if path.suffix == ".py"}
    assert {} == {name: size for name, size in sizes.items() if size > 420 and name.startswith("src")}
