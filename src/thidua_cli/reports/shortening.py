"""Names made short enough for a column or a chart, and still telling units apart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, product

from thidua_cli.text.plain import visible
from thidua_cli.text.wrapping import display_width, letters_of

ELLIPSIS = "…"


def clean(text: str) -> str:
    """The text in one line without control, format or surrogate characters."""
    return " ".join(visible(unicodedata.normalize("NFC", text)).split())


def short_names(names: Iterable[str], width: int) -> dict[str, str]:
    """Each name in at most ``width`` columns, cut in the middle; names that would read the same stay whole.

    “Phường An Bình A” and “Phường An Bình B” keep their ends and therefore differ.
    """
    whole = list(dict.fromkeys(names))
    cleaned = {name: clean(name) for name in whole}
    best: dict[str, str] = {}
    for whole_words, share in product((True, False), (0.6, 0.4, 0.8, 0.2)):
        shown = {name: _cut(cleaned[name], width, share, whole_words=whole_words) for name in whole}
        counts = Counter(shown.values())
        unique = {name: text for name, text in shown.items() if counts[text] == 1}
        if len(unique) == len(whole):
            return unique
        best = unique if len(unique) > len(best) else best
    return {name: best.get(name, cleaned[name]) for name in whole}


def _cut(text: str, width: int, share: float, *, whole_words: bool) -> str:
    if display_width(text) <= width:
        return text
    letters = letters_of(text)
    head = max(1, int((width - 1) * share))
    begin, end = _fitting(letters, head), _fitting(letters[::-1], max(0, width - 1 - head))
    left, right = "".join(letters[:begin]), "".join(letters[len(letters) - end :])
    if whole_words and letters[begin] != " ":
        left = left.rpartition(" ")[0] or left
    if whole_words and letters[len(letters) - end - 1] != " ":
        right = right.partition(" ")[2] or right
    return left.rstrip() + ELLIPSIS + right.lstrip()


def _fitting(letters: Sequence[str], width: int) -> int:
    """How many letters fit into so many columns."""
    return sum(total <= width for total in accumulate(map(display_width, letters)))
