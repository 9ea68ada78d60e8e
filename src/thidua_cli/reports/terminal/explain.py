"""The screen of ``explain``: one unit's verdicts derived step by step, down to file, sheet and row."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.wording import Lang
from thidua_cli.result import CriterionResult, MeasureResult, OpenRow, Result, RowRef, UnitResult
from thidua_cli.result_plan import CriterionInfo

MAX_ROWS = 20


def render_explanation(
    result: Result, unit: UnitResult, *, criterion: str | None = None, width: int = 80, lang: Lang = "vi"
) -> str:
    """The derivation of a unit's verdicts (of one criterion, by id, or of all), wrapped to ``width`` columns."""
    screen, vi = Screen(max(40, width)), lang == "vi"
    infos = wording.criteria(result)
    rank = wording.rank_text(unit, lang)
    score = wording.score_text(unit)
    lines = screen.wrap(f"{unit.name} ({unit.group}): {rank}, {'điểm' if vi else 'score'} {score}")
    for found in unit.criteria:
        if criterion in (None, found.id):
            lines += ["", *_criterion(found, infos[found.id], result, screen, lang)]
    if criterion is None:
        lines += ["", *_score(unit, infos, screen, lang)]
        lines += [line for reason in unit.council_reasons for line in screen.wrap(reason, first="! ")]
    return "\n".join(lines)


def _criterion(found: CriterionResult, info: CriterionInfo, result: Result, screen: Screen, lang: Lang) -> list[str]:
    head = f"{wording.criterion_label(found.id)} – {info.title}: {wording.verdict_text(found.verdict, lang)}"
    if found.reason:
        head += f" ({wording.reason_text(found.reason, lang)})"
    lines = screen.wrap(head) + screen.wrap(f"“{info.citation}”", first="  ")
    for measure in found.measures:
        lines += _measure(measure, result, screen, lang)
    return lines


def _measure(measure: MeasureResult, result: Result, screen: Screen, lang: Lang) -> list[str]:
    vi = lang == "vi"
    info = wording.measures(result)[measure.id]
    words = result.plan.counts
    lines = screen.wrap(f"{info.name}: {wording.verdict_text(measure.verdict, lang)}", first="  • ")
    if measure.reason:
        lines += screen.wrap(wording.reason_text(measure.reason, lang), first="    ")
    for name, value in measure.counts.items():
        known = "?" if value is None else wording.decimal_text(value)
        lines += screen.wrap(f"{words.get(name, name)}: {known}", first="    ")
    if measure.numerator is not None and info.kind == "ratio":
        parts = (" + ".join(words.get(name, name) for name in names) for names in (info.numerator, info.denominator))
        formula = " / ".join(f"({part})" for part in parts)
        lines += screen.wrap(f"{formula} = {measure.numerator}/{measure.denominator}", first="    ")
    compared = f"{wording.figure(measure)} {'so với yêu cầu' if vi else 'against'} {wording.threshold_text(measure)}"
    lines += screen.wrap(compared, first="    ")
    if measure.shortfall:
        lines += screen.wrap(wording.shortfall_text(measure, info), first="    → ")
    for source in measure.sources:
        cells = f", {'ô' if vi else 'cells'} {', '.join(source.cells)}" if source.cells else ""
        rows = f"{source.rows} {'dòng' if vi else 'rows'}"
        lines += screen.wrap(
            f"{wording.place_text(source.file, source.sheet, None, lang)}: {rows}{cells}", first="    ← "
        )
    lines += _rows(measure.against, measure.against_total, "Trường hợp không đạt" if vi else "Against", screen, lang)
    undecided = "Chưa xác định được" if vi else "Undecided"
    lines += _rows(measure.undecided_rows, measure.undecided, undecided, screen, lang)
    if outlook := prospects.outlook_text(measure, info, lang):
        lines += screen.wrap(outlook, first="    → ")
    return lines


def _rows(rows: Sequence[RowRef], total: int, head: str, screen: Screen, lang: Lang) -> list[str]:
    if not rows:
        return []
    lines = screen.wrap(f"{head}: {total}", first="    ")
    vi = lang == "vi"
    word = "dòng" if vi else "row"
    for row in rows[:MAX_ROWS]:
        lines += screen.wrap(
            f"{row.code} – {wording.place_text(row.file, row.sheet, None, lang)}, {word} {row.row}", first="      "
        )
        for cell in row.cells if isinstance(row, OpenRow) else ():
            lines += screen.wrap(f"{'ô' if vi else 'cell'} {cell.cell}: {cell.message} {cell.hint}", first="        ")
    if total > MAX_ROWS:
        more = f"… và {total - MAX_ROWS} trường hợp khác" if lang == "vi" else f"… and {total - MAX_ROWS} more"
        lines += screen.wrap(more, first="      ")
    return lines


def _score(unit: UnitResult, infos: dict[str, CriterionInfo], screen: Screen, lang: Lang) -> list[str]:
    """How the score comes about: 100 × Σ weight × attainment / Σ weight over the criteria that apply."""
    applying = [c for c in unit.criteria if c.attainment is not None]
    parts = " + ".join(f"{infos[c.id].weight} × {c.attainment}" for c in applying)
    weights = " + ".join(infos[c.id].weight for c in applying)
    if not applying:
        return screen.wrap("Không có tiêu chí nào áp dụng." if lang == "vi" else "No criterion applies.")
    word = "Điểm" if lang == "vi" else "Score"
    return screen.wrap(f"{word} = 100 × ({parts}) / ({weights}) = {wording.score_text(unit)}")
