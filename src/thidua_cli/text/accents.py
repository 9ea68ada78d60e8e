"""Words told apart by their accents where a text has them: "tháng" is not "thắng", "trễ" is not "trẻ".

A text typed without any accent ("bao cao thang 3") can only be compared without; a text with accents is compared with
them, so that a word is never taken for another that only folds to the same letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from thidua_cli.records import record
from thidua_cli.text.vietnamese import key

_NOT_WORD = re.compile(r"[\W_]+")
_PLAIN = {**dict.fromkeys(range(0x0300, 0x0370)), ord("đ"): "d"}


@lru_cache(maxsize=1 << 14)
def spoken(text: str) -> str:
    """The words of a text in lower case with their accents, punctuation as one space: ``fold`` with them."""
    return _NOT_WORD.sub(" ", key(text)).strip()


def has_accents(text: str) -> bool:
    """Whether a text has a letter beyond plain ASCII; dashes and quotation marks are none."""
    return not spoken(text).isascii()


@record
class AccentedPattern:
    """A pattern over words, in the two ways in which a text may write them; compiled when a text is first read so."""

    accented: str
    plain: str

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match of all words of a text; the groups hold its spoken words."""
        return self._of(text).fullmatch(spoken(text))

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the beginning of a text's words."""
        return self._of(text).match(spoken(text))

    def search(self, text: str) -> re.Match[str] | None:
        """First match anywhere in a text's words."""
        return self._of(text).search(spoken(text))

    def _of(self, text: str) -> re.Pattern[str]:
        return _compiled(self.accented if has_accents(text) else self.plain)


def accent_pattern(pattern: str) -> AccentedPattern:
    """A pattern written with accents and in lower case; for a text without any accent its own accents are left out."""
    composed = unicodedata.normalize("NFC", pattern)
    plain = unicodedata.normalize("NFD", composed).translate(_PLAIN)
    return AccentedPattern(composed, plain)


_compiled = lru_cache(maxsize=None)(re.compile)
