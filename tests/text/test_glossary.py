from __future__ import annotations

import ast
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.html.outline import Outline
from tests.support.results import make_result
from thidua_cli.reports.rendering import chosen_files, render
from thidua_cli.reports.terminal import render_standings
from thidua_cli.result import Result
from thidua_cli.text.glossary import terms, word

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "thidua_cli"
READ = (SOURCE / "intake", SOURCE / "text", SOURCE / "marks.py")
"""Words that stand in users' files, and patterns of what the program wrote in earlier versions: read, never said."""
_PART = re.compile(r"word/(?:document|header\d*|footer\d*|comments|footnotes)\.xml|xl/(?:sharedStrings|workbook)\.xml")
NEVER = {key: re.compile(term.never, re.IGNORECASE) for key, term in terms().items() if term.never}


def _files() -> Iterator[Path]:
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in {".py", ".j2", ".js", ".docx", ".po"} and not any(map(path.is_relative_to, READ)):
            yield path
    yield from (ROOT / "README.vi.md", ROOT / "criteria.yaml", ROOT / "samples" / "README.md")
    yield from sorted((ROOT / "docs").glob("*.md"))
    yield from sorted((ROOT / "tools" / "word_templates").glob("*.py"))


def _text(path: Path) -> str:
    """What of a file staff may see: the strings of code (docstrings too: those of commands are their help), or all."""
    if path.suffix == ".docx":
        return parts_of(path.read_bytes())
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        nodes = ast.walk(ast.parse(text))
        return "\n".join(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return text


def parts_of(package: bytes) -> str:
    """The words of a Word file or workbook: the text of its parts, a line for each paragraph or cell."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        parts = [opened.read(name).decode("utf-8") for name in opened.namelist() if _PART.search(name)]
    return "\n".join(re.sub(r"<[^>]+>", "", re.sub(r"</(?:w:p|t|si)>", "\n", part)) for part in parts)


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


RESULT = make_result()
INTERFACE = re.compile(r"\bthidua [a-z]|--[a-z]|\b(?:bấm|nhấp|click)\b|\b[a-z]+_[a-z_]+\b|\bxep-hang\.", re.IGNORECASE)
"""What no paper and no page says: commands, options, what to do with a mouse, keys of programs, names of outputs."""


def words_of(result: Result) -> dict[str, str]:
    """The words of everything that a run leaves, by file; the screen too."""
    files = render(result, chosen_files(["html", "xlsx", "docx"]))
    texts = {name: parts_of(data) for name, data in files.items() if not name.endswith(".html")}
    page = files["xep-hang.html"].decode("utf-8")
    texts["xep-hang.html"] = Outline(page).text
    return {**texts, "screen": render_standings(result)}


def test_what_a_run_leaves_keeps_to_the_glossary() -> None:
    """Page, workbook, documents and screen of a result, whole, call each thing by its one word."""
    assert {} == {name: found for name, text in words_of(RESULT).items() if (found := other_words(text))}


def test_papers_and_page_speak_of_no_interface() -> None:
    """No command, option, key of a program or instruction for a mouse stands in a document or on the page."""
    papers = {name: text for name, text in words_of(RESULT).items() if name.endswith((".docx", ".html"))}
    assert {} == {name: found for name, text in papers.items() if (found := INTERFACE.findall(text))}


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
    assert [] == other_words("; ".join(term.vi for term in terms().values()))


def test_two_things_never_share_a_word() -> None:
    """Every term has a word of its own."""
    assert len(terms()) == len({term.vi for term in terms().values()})
    assert "Lưu ý" == word("finding")
