"""Advance widths of Times New Roman, to draw a line as long as a text without the font being installed.

In thousandths of the font size, as in the font's own metrics (Liberation Serif has the same). Vietnamese letters are as
wide as their base letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_REGULAR = {
    180: "'",
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy–đ",
    541: "~",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
_BOLD = {
    220: "|",
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    520: "~",
    555: '"',
    556: "Sbdhknpquđ",
    570: "+<=>",
    581: "^",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
_AVERAGE = 500


def _by_letter(groups: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in groups.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


def text_width(text: str, size: float, *, bold: bool = False) -> int:
    """The width of one line of ``text`` in twips; ``size`` in points."""
    widths = _WIDTHS[bold]
    letters = [c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)]
    return round(sum(widths.get(letter, _AVERAGE) for letter in letters) * size * 20 / 1000)


def wrapped_widths(text: str, size: float, available: int, *, bold: bool = False) -> list[int]:
    """The widths in twips of the lines of ``text`` in a column of ``available`` twips, broken at spaces and breaks."""
    lines: list[int] = []
    for part in text.split("\n"):
        current = ""
        for word in part.split():
            longer = f"{current} {word}".strip()
            if current and text_width(longer, size, bold=bold) > available:
                lines.append(min(text_width(current, size, bold=bold), available))
                current = word
            else:
                current = longer
        lines.append(min(text_width(current, size, bold=bold), available))
    return lines
