"""The screen of ``explain``: one unit's verdicts derived step by step, down to file, sheet and row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.derivation import formula
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.result import CriterionResult, MeasureResult, Result, UnitResult
from thidua_cli.result_inputs import OpenRow, RowRef
from thidua_cli.result_plan import CriterionInfo
from thidua_cli.text.glossary import word
from thidua_cli.text.language import Lang, Message, joined, t, tc

MAX_ROWS = 20


def render_explanation(
    result: Result, unit: UnitResult, *, criterion: str | None = None, width: int = 80, lang: Lang = "vi"
) -> str:
    """The derivation of a unit's verdicts (of one criterion, by id, or of all), wrapped to ``width`` columns."""
    screen = Screen(max(40, width), lang=lang)
    infos = wording.criteria(result)
    rank = wording.rank_text(unit, lang)
    score = tc("explain", "score {score}", score=wording.score_text(unit, lang))
    lines = screen.wrap(joined([f"{unit.name} ({unit.group}): {rank}", score]))
    for found in unit.criteria:
        if criterion in (None, found.id):
            lines += ["", *_criterion(found, infos[found.id], result, screen)]
    if criterion is None:
        lines += ["", *_score(unit, infos, screen)]
        lines += [
            line for reason in wording.told(unit, "council_reasons", lang) for line in screen.wrap(reason, first="! ")
        ]
    return "\n".join(lines)


def _criterion(found: CriterionResult, info: CriterionInfo, result: Result, screen: Screen) -> list[str]:
    head = f"{wording.criterion_label(found.id)} – {info.title}: {wording.verdict_text(found.verdict, screen.lang)}"
    if found.reason:
        head += f" ({wording.reason_text(found.reason, screen.lang)})"
    lines = screen.wrap(head) + screen.wrap(f"“{info.citation}”", first="  ")
    for measure in found.measures:
        lines += _measure(measure, result, screen)
    return lines


def _measure(measure: MeasureResult, result: Result, screen: Screen) -> list[str]:
    info, lang = wording.measures(result)[measure.id], screen.lang
    words = wording.told(result.plan, "counts", lang)
    lines = screen.wrap(f"{info.name}: {wording.verdict_text(measure.verdict, lang)}", first="  • ")
    if measure.reason:
        lines += screen.wrap(wording.reason_text(measure.reason, lang), first="    ")
    for name, value in measure.counts.items():
        known = "?" if value is None else wording.decimal_text(value, lang)
        lines += screen.wrap(f"{words.get(name, name)}: {known}", first="    ")
    divided = formula(info, words)
    if measure.numerator is not None and divided is not None:
        lines += screen.wrap(f"{divided} = {measure.numerator}/{measure.denominator}", first="    ")
    limit = wording.threshold_text(measure, lang)
    compared = t("{figure} against {limit}", figure=wording.figure(measure, lang), limit=limit)
    lines += screen.wrap(compared, first="    ")
    if measure.shortfall:
        lines += screen.wrap(wording.shortfall_text(measure, info, lang), first="    → ")
    for source in measure.sources:
        told = [t("{n:row|rows}", n=source.rows)]
        told += [t("cells {names}", names=", ".join(source.cells))] if source.cells else []
        place = wording.place_text(source.file, source.sheet, None, lang)
        lines += screen.wrap(joined([place, joined(told)], ": "), first="    ← ")
    lines += _rows(measure.against, measure.against_total, t("Against"), screen)
    lines += _rows(measure.undecided_rows, measure.undecided, t("Undecided"), screen)
    if outlook := prospects.outlook_text(measure, info, lang):
        lines += screen.wrap(outlook, first="    → ")
    return lines


def _rows(rows: Sequence[RowRef], total: int, head: Message, screen: Screen) -> list[str]:
    if not rows:
        return []
    lines = screen.wrap(joined([head, total], ": "), first="    ")
    for row in rows[:MAX_ROWS]:
        place = wording.place_text(row.file, row.sheet, None, screen.lang)
        number = t("row {row}", row=str(row.row))
        lines += screen.wrap(joined([f"{row.code} – {place}", number]), first="      ")
        for cell in row.cells if isinstance(row, OpenRow) else ():
            said = f"{wording.told(cell, 'message', screen.lang)} {wording.told(cell, 'hint', screen.lang)}"
            lines += screen.wrap(joined([t("cell {cell}", cell=cell.cell), said], ": "), first="        ")
    if total > MAX_ROWS:
        lines += screen.wrap(t("… and {n} more", n=total - MAX_ROWS), first="      ")
    return lines


def _score(unit: UnitResult, infos: Mapping[str, CriterionInfo], screen: Screen) -> list[str]:
    """How the score comes about: 100 × Σ weight × attainment / Σ weight over the criteria that apply."""
    applying = [c for c in unit.criteria if c.attainment is not None]
    parts = " + ".join(f"{infos[c.id].weight} × {c.attainment}" for c in applying)
    weights = " + ".join(infos[c.id].weight for c in applying)
    if not applying:
        return screen.wrap(t("No criterion applies."))
    return screen.wrap(
        f"{word('score', screen.lang)} = 100 × ({parts}) / ({weights}) = {wording.score_text(unit, screen.lang)}"
    )
