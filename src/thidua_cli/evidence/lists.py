"""What the tables of single figures share: counts and open cases per unit, and the PAR index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from thidua_cli.evidence.model import MAX_ROWS_LISTED, Count, Origin, Place, UndecidedCase
from thidua_cli.evidence.numbers import Figure, read_column
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.statistics import conflict
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import parse_decimals
from thidua_cli.plan.model import Plan
from thidua_cli.text.numbers import format_decimal

INDEX_WORDS = {"kind_vi": "bảng Chỉ số cải cách hành chính", "kind_en": "the PAR index"}


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


_SCORE_FIELDS = {"final": "score_final", "bare": "score", "appraised": "score_appraised", "self": "score_self"}
_SCORE_HEADS = {
    "score_final": "Điểm cuối cùng",
    "score": "Điểm",
    "score_appraised": "Điểm thẩm định",
    "score_self": "Điểm tự đánh giá",
}


def gather_index(tables: Sequence[Table], register: Register, plan: Plan) -> ListEvidence:
    """The PAR index per unit: the first of the plan's score columns that is filled (final, appraised, self)."""
    result = ListEvidence()
    found: dict[int, dict[str, list[tuple[Figure, Origin]]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        units, notes = resolve_units(table, register)
        result.findings += notes
        for level, name in _SCORE_FIELDS.items():
            figures = read_column(table, name, parse_decimals, result.findings, _SCORE_HEADS)
            for unit, figure in zip(units.tolist(), figures or [], strict=figures is not None):
                if unit >= 0 and not figure.blank:
                    origin = Origin(table.receipt.file, table.receipt.sheet, 1, (figure.cell,))
                    found[unit][level].append((figure, origin))
    for unit, by_rank in found.items():
        # A column headed "Điểm" alone is the score that counts, unless another says outright that it is the final one.
        order = (
            level
            for name in plan.settings.par_index_columns
            for level in ((name, "bare") if name == "final" else (name,))
        )
        rank = next((level for level in order if by_rank.get(level)), None)
        if rank is not None:
            result.counts[unit] = {"par_index": _score(by_rank[rank], rank, register.units[unit].id, result)}
    return result


def _score(figures: Sequence[tuple[Figure, Origin]], rank: str, unit: str, result: ListEvidence) -> Count:
    origins = tuple(sorted({origin for _, origin in figures}))
    values = {figure.value for figure, _ in figures}
    if None in values:
        return Count(None, "unreadable", origins)
    if len(values) > 1:
        said = "; ".join(_said(value) for value in sorted(value for value in values if value is not None))
        result.findings.append(conflict([Count(None, origins=origins)], unit, said, INDEX_WORDS))
        return Count(None, "conflicting", origins)
    value = values.pop()
    if rank == "self":
        first = origins[0]
        params = {"score": _said(value or Fraction(0))}
        result.findings.append(Finding("self_score_used", params, first.file, first.sheet, first.cells[0], unit))
    return Count(value, origins=origins, total=1)


def _said(value: Fraction) -> str:
    """A score with all its digits: rounded it could read as the threshold that it misses."""
    return format_decimal(Decimal(value.numerator) / value.denominator)
