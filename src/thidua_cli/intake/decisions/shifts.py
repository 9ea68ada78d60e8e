"""Whether the cells under a header are what the header says: an export may print more heads than cells (domain 8.2)."""

from __future__ import annotations

from thidua_cli.intake.decisions.rows import Rows
from thidua_cli.intake.layout import headers
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.shapes import shapes_of
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.tables import Kind

_DATES = frozenset("submitted received due due_extended ended returned".split())
_WORDS = frozenset("code unit status channel officer procedure field name title task author position".split())


def shifted(grid: Grid, found: Recognition, rows: Rows) -> tuple[int, str] | None:
    """The first column whose cells are plainly another column's, and what they look like; None if all fit.

    Dates under a head of words (or of persons), codes or nothing but words under a head of dates, words under a head of
    counts. A few bad cells are no shift: at least half of what a column holds must be wrong.
    """
    for column, path in sorted(found.block.paths.items()):
        name = next((name for name, place in found.fields.items() if place == column), "")
        if not name and not headers.is_personal(header_words(path[-1])):
            continue
        seen = shapes_of(grid, column, rows)
        wrong = _wrong_shape(found.kind, name, seen)
        if wrong and seen[wrong] * 2 >= sum(seen.values()):
            return column, wrong
    return None


def _wrong_shape(kind: Kind, name: str, seen: dict[str, int]) -> str:
    """The shape that does not belong in this field, if the column holds it."""
    if kind is Kind.DOSSIERS and name in _DATES:
        if seen.get("code"):
            return "code"
        return "text" if seen.get("text", 0) >= 5 and set(seen) == {"text"} else ""
    if (not name or name in _WORDS) and seen.get("date"):
        return "date"
    if kind is Kind.DOSSIERS and name in _WORDS - {"code"} and name != "unit" and seen.get("code"):
        return "code"
    if name == "unit":
        return next((wrong for wrong in ("number", "code") if seen.get(wrong, 0) >= 3), "")
    counts = kind is Kind.STATISTICS and name != "field"
    counts |= name in ("assigned", "completed") or name.startswith("score")
    return "text" if counts and seen.get("text", 0) >= 3 else ""
