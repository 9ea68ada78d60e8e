"""Words and figures of the combined reports."""

from __future__ import annotations

from thidua_cli.combined import CombinedResult
from thidua_cli.reports import wording
from thidua_cli.reports.words import TIE_BREAKERS

_SHAPES = {"locality": "Địa phương", "unit": "Đơn vị nộp riêng"}


def shape_word(shape: str | None) -> str:
    """What a part is."""
    return _SHAPES.get(shape or "", "")


def percent(part: int, whole: int) -> str:
    """A share with one decimal, rounded down, so that only all of them are 100%; empty for a share of nothing."""
    if not whole:
        return ""
    tenths = 1000 * part // whole
    return wording.decimal_text(f"{tenths // 10}.{tenths % 10}") + "%"


def standing_words(combined: CombinedResult) -> list[str]:
    """What decides the standing, in its order."""
    names = {measure.id: measure.name for measure in combined.measures}
    return [TIE_BREAKERS[name][0] if name in TIE_BREAKERS else names.get(name, name) for name in combined.standings]
