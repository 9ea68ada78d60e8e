"""The words that decisions look for in titles, heads and labels: ``words.toml``, its phrases made once for all."""

from __future__ import annotations

from thidua_cli.text.phrases import Book

WORDS = Book(__file__, "words.toml")
