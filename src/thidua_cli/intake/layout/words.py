"""Header and label texts made comparable: folded, abbreviations written out, notes in brackets left out."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_cli.text.phrases import Book
from thidua_cli.text.vietnamese import fold

COLUMNS = Book(__file__, "columns.toml")
"""The words of heads, what they are cut short to among them."""
_IN_TIME = {"d": "dung", "q": "qua", "tr": "truoc", "s": "som"}
_CUT_SHORT = re.compile(r"\b(d|q|tr|s) han\b")
"""Heads of narrow columns: "Đ.hạn", "Q.hạn", "Tr.hạn"."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=65536)
def header_words(text: str) -> str:
    """A header text as plain words: no accents, no bracketed notes, abbreviations written out.

    A text that is nothing but a note in brackets keeps its words. ``"Mã HS (số biên nhận)"`` is ``"ma ho so"``.
    """
    return _plain(_BRACKETS.sub(" ", text)) or _plain(text)


@lru_cache(maxsize=65536)
def all_words(text: str) -> str:
    """Like :func:`header_words` with the notes in brackets kept: what a label or title line says in full."""
    return _plain(text)


def _plain(text: str) -> str:
    written_out = COLUMNS.data["short"]
    words = " ".join(written_out.get(word, word) for word in fold(text).split())
    return _CUT_SHORT.sub(lambda match: f"{_IN_TIME[match[1]]} han", words)


def one_line(text: str) -> str:
    """A header text on one line, as it is shown."""
    return _SPACES.sub(" ", text).strip()
