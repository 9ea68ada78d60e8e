"""Every layout, format and encoding at least once: the facts of a truth are those of the result (the reference judges)."""

# Tables of words and cases read better on long lines and in one list.
# ruff: noqa: E501

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest

from tests.reference import forms, layouts, run, truth

LISTS = [87, 128, 1217, 2153, 1063]
"""Truths with dossiers in all three systems and many odd rows, few enough to be quick."""
COUNTS = [3, 14, 33, 44, 46, 53, 63, 70]
"""Truths with printed counts alone."""
BOTH = [177, 326, 357]
"""Truths with counts beside dossiers."""
BOOKS = ["xlsx", "xls", "ods", "xml"]
"""Formats that hold several sheets."""


def cases() -> list[tuple[int, dict[str, str]]]:
    """Truth and layout of every case."""
    lists, counts, both = cycle(LISTS), cycle(COUNTS), cycle(BOTH)
    shapes, books = cycle(layouts.SHAPES[2:]), cycle(BOOKS)
    found: list[tuple[int, dict[str, str]]] = []
    found += [(next(lists), {"format": f, "shape": "files", "text": "plain"}) for f in layouts.FORMATS]
    found += [(next(lists), {"shape": s, "format": next(books)}) for s in layouts.SHAPES]
    found += [(next(lists), {"text": t, "format": "xlsx", "shape": next(shapes)}) for t in layouts.TEXTS]
    found += [(next(lists), {"dates": d, "format": f}) for d in layouts.DATES for f in ("xlsx", "csv")]
    found += [(next(counts), {"statistics": s, "format": f}) for s in forms.FORMS for f in ("xlsx", "html")]
    found += [
        (next(counts), {"format": f, "shape": "files"}) for f in ("xls-tcvn3", "xls-vni", "csv-1258", "csv-tcvn3")
    ]
    found += [(next(counts), {"numbers": n, "format": "xlsx"}) for n in ("text", "dots", "dash", "empty")]
    found += [(next(both), {"statistics": s, "format": "xlsx"}) for s in forms.FORMS]
    return found


@pytest.mark.parametrize(
    ("seed", "force"), cases(), ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else str(value)
)
def test_a_truth_reads_the_same_in_every_layout(seed: int, force: dict[str, str], tmp_path: Path) -> None:
    """Whatever the shape, format, encoding, words and spellings: the result says what the reference says."""
    assert [] == run.check(truth.draw(seed), layouts.draw(seed, **force), tmp_path / "so-lieu")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(7000, 7012))
def test_truths_drawn_at_random(seed: int, tmp_path: Path) -> None:
    """Truths and layouts as they come."""
    assert [] == run.check(truth.draw(seed), layouts.draw(seed), tmp_path / "so-lieu")
