"""Help and usage errors are in one language, the one that was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from tests.support.screens import too_wide
from thidua_cli.cli.main import cli, run

ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|with|for|options|usage|show|default|file|folder|result|missing|invalid|required|such|see)\b",
    re.IGNORECASE,
)
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯà-ỹÀ-Ỹ]")


def _contexts(command: click.Command, parent: click.Context | None, lang: str) -> Iterator[click.Context]:
    settings = {**command.context_settings, "terminal_width": 400, "max_content_width": 400}
    context = command.context_class(command, info_name=command.name, parent=parent, obj=lang, **settings)
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _contexts(inner, context, lang)


def _own_words(text: str) -> str:
    """A text without names of files, options, examples in quotation marks and values that are typed as they stand."""
    return re.sub(r"“[^”]*”|--?[\w-]+|\S*[./=_]\S*|^  [a-z-]+  |thidua|html,\S*", " ", text, flags=re.MULTILINE)


def test_every_help_is_vietnamese_alone() -> None:
    """No English word stands in the help of any command where Vietnamese is spoken."""
    said = {
        c.command_path: ENGLISH.findall(_own_words(c.get_help().replace(c.command_path, "")))
        for c in _contexts(cli, None, "vi")
    }
    assert {} == {path: words for path, words in said.items() if words}


def test_every_help_is_english_alone() -> None:
    """No Vietnamese letter stands in the help of any command where English is spoken, but in quoted names."""
    said = {c.command_path: VIETNAMESE.findall(_own_words(c.get_help())) for c in _contexts(cli, None, "en")}
    assert {} == {path: words for path, words in said.items() if words}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_help_fits_the_screen(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No line of any help is wider than the screen."""
    for context in _contexts(cli, None, lang):
        run([*context.command_path.split()[1:], "--help", "--lang", lang])
    assert [] == too_wide(capsys.readouterr().out)


@pytest.mark.parametrize(
    "words",
    ["score --help --lang en", "--lang en score --help", "--lang vi score --help --lang en", "help score --lang en"],
)
def test_the_language_is_known_before_help(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--lang`` rules wherever it stands, what stands last before what stands first."""
    run(words.split())
    assert capsys.readouterr().out.startswith("Usage:")


def test_the_environment_chooses_the_language_of_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """THIDUA_LANG is asked where no option says it; without either the help is Vietnamese."""
    monkeypatch.setenv("THIDUA_LANG", "en")
    run(["score", "--help"])
    assert capsys.readouterr().out.startswith("Usage:")
    run(["score", "--help", "--lang", "vi"])
    assert capsys.readouterr().out.startswith("Cách dùng:")
    monkeypatch.delenv("THIDUA_LANG")
    run(["score", "--help"])
    assert capsys.readouterr().out.startswith("Cách dùng:")


USAGE = ("score", "scor", "score --nope", "score x --limits 99", "score x --limits many", "score x --lang de")
MORE_USAGE = ("score x --as-of never", "score x --out", "diff a b c", "score x --plan=", "batch x --jobs 0")


@pytest.mark.parametrize("words", [*USAGE, *MORE_USAGE])
def test_wrong_usage_is_said_in_one_language(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What click finds wrong is said in the language chosen, without a word of the other."""
    assert 2 == run(words.split())
    assert [] == ENGLISH.findall(_own_words(capsys.readouterr().err))
    assert 2 == run(["--lang", "en", *words.split()])
    assert [] == VIETNAMESE.findall(_own_words(capsys.readouterr().err))
