"""The PAR index per unit: the score that counts, in points of 100 (contract, sections 2.1 and 3).

A score out of another maximum (a column, the title or the head says it) is taken as its share of it, with a finding.
Where a printed share beside it says something else than the score, the scale is not known and nothing is judged by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from thidua_cli.evidence.lists import ListEvidence
from thidua_cli.evidence.model import Count, Origin
from thidua_cli.evidence.numbers import Figure, read_column
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.statistics import conflict
from thidua_cli.evidence.units import Register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Table
from thidua_cli.intake.values import parse_decimals
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import Param, joined, t
from thidua_cli.text.reasons import Reason

INDEX_WORDS = {"kind": t("the PAR index")}
_FIELDS = {"final": "score_final", "bare": "score", "appraised": "score_appraised", "self": "score_self"}
_HEADS = {
    "score_final": "Điểm cuối cùng",
    "score": "Điểm",
    "score_appraised": "Điểm thẩm định",
    "score_self": "Điểm tự đánh giá",
    "score_max": "Điểm tối đa",
    "share": "Tỷ lệ",
}
_OPEN: Reason = "ambiguous_column"
_ABOVE = {
    "part_name": t("The score"),
    "whole_name": t("the greatest possible"),
}


@record
class _Scored:
    """One score of one unit with its place; ``reason`` says why its value cannot be used."""

    figure: Figure
    origin: Origin
    reason: Reason | None = None


def gather_index(tables: Sequence[Table], register: Register, plan: Plan) -> ListEvidence:
    """The PAR index per unit: the first of the plan's score columns that is filled (final, appraised, self)."""
    result = ListEvidence()
    found: dict[int, dict[str, list[_Scored]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        units, notes = resolve_units(table, register)
        result.findings += notes
        ids = [register.units[unit].id if unit >= 0 else "" for unit in units.tolist()]
        for level, name in _FIELDS.items():
            figures = read_column(table, name, parse_decimals, result.findings, _HEADS) or []
            if name in table.open:
                # What cannot be told rules all the same: the next column is no answer to it.
                unsaid = _Scored(
                    Figure(None, blank=False, cell=""), Origin(table.receipt.file, table.receipt.sheet, 1), _OPEN
                )
                for unit in {unit for unit in units.tolist() if unit >= 0}:
                    found[unit][level].append(unsaid)
            for unit, scored in zip(
                units.tolist(), _of_hundred(table, name, figures, ids, result.findings), strict=False
            ):
                if unit >= 0 and not scored.figure.blank:
                    found[unit][level].append(scored)
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


def _of_hundred(
    table: Table, name: str, figures: Sequence[Figure], units: Sequence[str], findings: list[Finding]
) -> list[_Scored]:
    """The scores of one column in points of 100."""
    if not figures:
        return []
    origins = [Origin(table.receipt.file, table.receipt.sheet, 1, (figure.cell,)) for figure in figures]
    scored = [_Scored(figure, origin) for figure, origin in zip(figures, origins, strict=True)]
    if name in table.shares:
        return scored
    shares = read_column(table, "share", parse_decimals, [], _HEADS)
    if shares is not None and (unlike := _unlike(figures, shares)):
        first = figures[unlike[0]]
        unlike_it: dict[str, Param] = {
            "score": _said(first.value or Fraction(0)),
            "share": _said(shares[unlike[0]].value or Fraction(0)),
        }
        where = (table.receipt.file, table.receipt.sheet, first.cell)
        findings.append(Finding("index_scale_unclear", {**unlike_it, "count": len(unlike)}, *where, count=len(unlike)))
        return [replace(one, reason="ambiguous_column") for one in scored]
    column = read_column(table, "score_max", parse_decimals, findings, _HEADS)
    stated = table.maxima.get(name)
    most = [figure.value for figure in column] if column is not None else [stated] * len(figures)
    known = [figure.value for figure in figures if figure.value is not None]
    if column is None and stated is None and known and min(known) >= 0 and 0 < max(known) <= 1:
        most = [Fraction(1)] * len(figures)  # shares that nobody shows as percentages
    for place, (one, given) in enumerate(zip(scored, most, strict=True)):
        greatest = given or Fraction(100)
        if one.figure.value is None or (greatest == 100 and one.figure.value <= 100):
            continue
        if one.figure.value > greatest:
            at = (table.receipt.file, table.receipt.sheet, one.figure.cell, units[place])
            params: dict[str, Param] = {"part": _said(one.figure.value), "whole": _said(greatest), **_ABOVE}
            findings.append(Finding("impossible_count", params, *at))
            scored[place] = replace(one, reason="unreadable")
            continue
        value = one.figure.value * 100 / greatest
        params = {
            "score": _said(one.figure.value),
            "most": _said(greatest),
            "value": _rounded(value),
        }
        if units[place]:
            own = (table.receipt.file, table.receipt.sheet, one.figure.cell, units[place])
            findings.append(Finding("index_rescaled", params, *own))
        scored[place] = replace(one, figure=replace(one.figure, value=value))
    return scored


def _unlike(scores: Sequence[Figure], shares: Sequence[Figure]) -> list[int]:
    """The rows in which a score and the share printed beside it differ by more than its rounding."""
    pairs = enumerate(zip(scores, shares, strict=True))
    return [
        place
        for place, (score, share) in pairs
        if score.value is not None
        and share.value is not None
        and abs(_points(share.value) - score.value) > Fraction(1, 10)
    ]


def _points(share: Fraction) -> Fraction:
    return share * 100 if share <= 1 else share


def _score(figures: Sequence[_Scored], rank: str, unit: str, result: ListEvidence) -> Count:
    origins = tuple(sorted({scored.origin for scored in figures}))
    values = {scored.figure.value for scored in figures}
    reason = next((scored.reason for scored in figures if scored.reason), None)
    if None in values or reason:
        return Count(None, reason or "unreadable", origins)
    if len(values) > 1:
        said = joined((_said(value) for value in sorted(value for value in values if value is not None)), "; ")
        result.findings.append(conflict([Count(None, origins=origins)], unit, said, INDEX_WORDS))
        return Count(None, "conflicting", origins)
    value = values.pop()
    if rank == "self":
        first = origins[0]
        params = {"score": _said(value or Fraction(0))}
        result.findings.append(Finding("self_score_used", params, first.file, first.sheet, first.cells[0], unit))
    return Count(value, origins=origins, total=1)


def _said(value: Fraction) -> Decimal:
    """A score with all its digits: rounded it could read as the threshold that it misses."""
    exact = Decimal(value.numerator) / value.denominator
    return exact if exact * value.denominator == value.numerator else _rounded(value)


def _rounded(value: Fraction) -> Decimal:
    """A share of a maximum as it is shown: rounded down, so that it never reads as more than it is."""
    hundredths = value * 10000 // 1
    return (Decimal(int(hundredths)) / 10000).normalize().quantize(Decimal("0.01"), rounding="ROUND_DOWN")
