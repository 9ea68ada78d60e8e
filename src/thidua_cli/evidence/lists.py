"""What the tables of single figures share: counts and open cases per unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from thidua_cli.evidence.model import MAX_ROWS_LISTED, Count, Origin, Place, UndecidedCase
from thidua_cli.findings import Finding


@dataclass(slots=True)
class ListEvidence:
    """Counts and open cases per unit (index into the register) from one kind of table."""

    counts: dict[int, dict[str, Count]] = field(default_factory=dict)
    undecided: dict[int, list[UndecidedCase]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    filled: bool = True
    """Whether any row says anything: a form with nothing filled in says nothing yet."""


def listed_count(places: Sequence[Place]) -> Count:
    """A count of rows, with where they stand."""
    rows: dict[tuple[str, str], int] = defaultdict(int)
    for place in places:
        rows[place.file, place.sheet] += 1
    origins = tuple(sorted(Origin(file, sheet, number) for (file, sheet), number in rows.items()))
    return Count(
        Fraction(len(places)), origins=origins, places=tuple(sorted(places)[:MAX_ROWS_LISTED]), total=len(places)
    )
