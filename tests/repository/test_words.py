"""The catalogues of what the screen says."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tools.words import LOCALE, main

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/thidua.po"))


def _fields(template: str) -> set[str]:
    return {name for _text, name, _form, _conversion in string.Formatter().parse(template) if name}


def test_catalogues_say_what_the_code_says_and_nothing_is_untranslated() -> None:
    """`make words` would change nothing, and every template has its translation."""
    assert main(check=True) == 0


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_have_the_parameters_of_their_templates(path: Path) -> None:
    """A translation has the parameters of its template: nothing is unsaid, and nothing fails when it is shown."""
    with path.open("rb") as stream:
        wrong = [m.id for m in read_po(stream) if m.id and _fields(str(m.string)) != _fields(str(m.id))]
    assert wrong == []
