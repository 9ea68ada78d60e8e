from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_cli.text.glossary import GLOSSARY, word

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "thidua_cli"
READ = (SOURCE / "intake", SOURCE / "text", SOURCE / "marks.py")
"""Words that stand in users' files, and patterns of what the program wrote in earlier versions: read, never said."""
SAID = {SOURCE / "intake" / name for name in ("reading_rules.py", "reading_questions.py", "labels.py")}
"""What of intake is said all the same."""
NEVER = {key: re.compile(term.never, re.IGNORECASE) for key, term in GLOSSARY.items() if term.never}


def _files() -> Iterator[Path]:
    for path in sorted(SOURCE.rglob("*")):
        said = path in SAID or not any(path.is_relative_to(room) for room in READ)
        if said and path.suffix in {".py", ".j2", ".js", ".docx"}:
            yield path
    yield from (ROOT / "README.vi.md", ROOT / "criteria.yaml", ROOT / "samples" / "README.md")
    yield from sorted((ROOT / "docs").glob("*.md"))
    yield from sorted((ROOT / "tools" / "word_templates").glob("*.py"))


def _text(path: Path) -> str:
    """What of a file staff may see: the strings of code (docstrings too: those of commands are their help), or all."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")]
        return "\n".join(re.sub(r"<[^>]+>", "", part.replace("</w:p>", "\n")) for part in parts)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        nodes = ast.walk(ast.parse(text))
        return "\n".join(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return text


def other_words(text: str) -> list[str]:
    """Where a text calls something by another word than the glossary's: its term, and the words around."""
    return [
        f"{key}: {text[max(0, found.start() - 30) : found.end() + 20]!r}"
        for key, pattern in NEVER.items()
        for found in pattern.finditer(text)
    ]


@pytest.mark.parametrize("path", list(_files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_thing_is_called_by_one_word(path: Path) -> None:
    """Code, templates of the page and of documents, help, plan and Vietnamese pages keep to the glossary."""
    assert [] == other_words(_text(path))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bộ tiêu chí năm 2021", "plan"),
        ("tử số của chỉ số này", "measure"),
        ("3 phát hiện khác", "finding"),
        ("đơn vị chưa đạt", "not_met"),
        ("Đề xuất khen thưởng", "proposal"),
    ],
)
def test_the_other_words_are_found(text: str, key: str) -> None:
    """A text that uses another word is caught, whatever its capitals."""
    assert other_words(text)[0].startswith(f"{key}:")


def test_names_of_their_own_are_no_other_words() -> None:
    """The index has its official name, and a word of the glossary is never among the others."""
    assert [] == other_words("Chỉ số cải cách hành chính; KẾT QUẢ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH; Chỉ số CCHC")
    assert [] == other_words("; ".join(term.vi for term in GLOSSARY.values()))


def test_two_things_never_share_a_word() -> None:
    """Every term has a word of its own."""
    assert len(GLOSSARY) == len({term.vi for term in GLOSSARY.values()})
    assert "Lưu ý" == word("finding")
