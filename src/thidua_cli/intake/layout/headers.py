"""What a header may mean in a list, and which columns hold personal data, row numbers or remarks.

The words stand in ``columns.toml``. They are held against :func:`~thidua_cli.intake.layout.words.header_words` and must
match a header whole (or its path of heads, joined). Statistics have words of their own (:mod:`.counts`), because what
"Quá hạn" means there depends on the head above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from thidua_cli.intake.layout.words import COLUMNS
from thidua_cli.intake.tables import Kind
from thidua_cli.text.phrases import Phrases

MAX_WORDS = 120
"""No header says more than this; longer texts are not held against the phrases at all."""
HANDLES, VAGUE = 0, 3
"""Ranks of the phrases for units: who handles, and words that need cells that are units."""


@cache
def units() -> Sequence[Phrases]:
    """How a column of units is called, best first."""
    return [Phrases(said, COLUMNS.parts) for said in COLUMNS.data["unit"]]


@cache
def fields() -> Mapping[Kind, Mapping[str, Sequence[Phrases]]]:
    """Per list kind the header phrases of its fields, best first."""
    return {
        Kind(kind): {
            name: [*(units() if name == "unit" else ()), *(Phrases(phrase, COLUMNS.parts) for phrase in phrases)]
            for name, phrases in told["fields"].items()
        }
        for kind, told in COLUMNS.data["kinds"].items()
    }


@cache
def strong(kind: Kind) -> frozenset[str]:
    """The fields that speak for a list kind (weight 2, any other 1)."""
    return frozenset(COLUMNS.data["kinds"][kind]["strong"].split())


@cache
def needs(kind: Kind) -> Mapping[str, Sequence[frozenset[str]]]:
    """What a list must have: the name it is missed by, and the sets of fields of which one must be there whole."""
    needed = COLUMNS.data["kinds"][kind].get("needs", {})
    return {name: [frozenset(way.split()) for way in ways.split("|")] for name, ways in needed.items()}


@lru_cache(maxsize=16384)
def ranks(kind: Kind, words: str) -> Mapping[str, int]:
    """The fields of one list kind that these header words may mean, each with its rank (0 is the best phrase)."""
    if len(words) > MAX_WORDS or (is_personal(words) and kind is Kind.DOSSIERS):
        return {}
    found: dict[str, int] = {}
    for name, phrases in fields()[kind].items():
        for rank, phrase in enumerate(phrases):
            if phrase.whole(words):
                found[name] = rank
                break
    return found


def says(what: str, words: str) -> bool:
    """Whether words above a table or in its heads speak of something (``[says]`` in the data)."""
    return COLUMNS.within(f"says.{what}", words)


@lru_cache(maxsize=16384)
def is_personal(words: str) -> bool:
    """Whether the column holds an applicant's personal data (never read)."""
    return COLUMNS.whole("personal", words)


@lru_cache(maxsize=16384)
def is_ordinal(words: str) -> bool:
    """Whether the column only numbers the rows."""
    return COLUMNS.whole("ordinal", words)


@lru_cache(maxsize=16384)
def is_note(words: str) -> bool:
    """Whether the column holds remarks."""
    return COLUMNS.whole("note", words)
