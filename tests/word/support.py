"""What the tests of the Word files share: rendered sets, edited copies, plain text."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from tests.support.results import make_result
from tests.word.ooxml import WordFile
from thidua_cli.reports.word import DOCUMENTS, render_all
from thidua_cli.result import Result

SETS: dict[str, dict[str, int | bool]] = {
    "city": {},
    "one unit": {"units": 1, "persons": 0},
    "long names": {"units": 60, "persons": 400, "long_names": True},
    "nobody": {"nobody_eligible": True},
    "crowd": {"units": 60, "persons": 400, "persons_limit": 30},
    "long list": {"units": 60, "persons": 400},
    "hostile": {"hostile": True},
}


@cache
def result(name: str = "city") -> Result:
    """The fake result of a set."""
    return make_result(**SETS[name])  # type: ignore[arg-type]


@cache
def rendered(name: str = "city") -> dict[str, bytes]:
    """All six files of a set, with small pictures in place of charts where their number does not matter."""
    return render_all(result(name), charts=None if name in ("city", "one unit") else {})


def document(name: str, set_name: str = "city") -> bytes:
    """One file of a set."""
    assert name in DOCUMENTS
    return rendered(set_name)[f"{name}.docx"]


def text(content: bytes) -> str:
    """The text of a file, one paragraph a line."""
    return "\n".join(paragraph.text for paragraph in WordFile(content).paragraphs())


def edited(content: bytes, part: str, old: str, new: str, count: int = -1) -> bytes:
    """A copy of a .docx in which ``old`` became ``new`` in one part; it must have stood there."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                before = data.decode()
                assert old in before, f"{old} is not in {part}"
                data = before.replace(old, new, count).encode()
            archive.writestr(name, data)
    return target.getvalue()
