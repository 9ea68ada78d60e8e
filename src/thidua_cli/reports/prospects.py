"""How far a verdict is from another one: distances, what open rows can make of it, a unit's verdicts as one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from thidua_cli.combined import CombinedUnit
from thidua_cli.records import record
from thidua_cli.reports import wording
from thidua_cli.result import CriterionResult, FindingInfo, MeasureResult, Outlook, Result, UnitResult
from thidua_cli.result_plan import MeasureInfo
from thidua_cli.text.language import Lang, t


def distance_text(measure: MeasureResult, info: MeasureInfo | None) -> str:
    """“thấp hơn 0,21 điểm phần trăm”, “vượt 2,5 điểm”, “vừa đúng mức yêu cầu”; empty without a value."""
    distance = wording.difference(measure)
    if distance is None:
        return ""
    if not distance:
        return "vừa đúng mức yêu cầu"
    unit = "điểm phần trăm" if measure.percent else info.unit if info else ""
    return f"{'vượt' if distance > 0 else 'thấp hơn'} {wording.decimal_text(f'{abs(distance):f}')} {unit}".rstrip()


def outlook_text(measure: MeasureResult, info: MeasureInfo | None, lang: Lang = "vi") -> str:
    """What the open rows can make of a verdict: both ends, each with its figures; empty where it is not open."""
    if measure.best is None or measure.worst is None:
        return ""
    best, worst = (_outlook(one, measure, info, lang) for one in (measure.best, measure.worst))
    if measure.undecided == 1:
        return t("If this row counts for the unit: {best}; if not: {worst}.", best=best, worst=worst).text(lang)
    return t("If these rows all count for the unit: {best}; if none does: {worst}.", best=best, worst=worst).text(lang)


def _outlook(outlook: Outlook, measure: MeasureResult, info: MeasureInfo | None, lang: Lang) -> str:
    of = replace(measure, numerator=outlook.numerator, denominator=outlook.denominator, value=outlook.value)
    return f"{wording.ratio_text(of, info, lang)}, {wording.verdict_word(outlook.verdict, lang).lower()}"


NOT_KNOWN = "chưa tính được"
"""In place of the share of units that met a criterion, where none of them could be judged."""
UNIT_STATES: Mapping[str, str] = {
    "met": "Đạt tất cả tiêu chí",
    "not_met": "Không đạt đủ tiêu chí",
    "no_data": "Chưa đủ số liệu để kết luận",
    "not_applicable": "Không có tiêu chí nào áp dụng",
}
"""All the criteria of a unit together, in words."""


def unit_state(unit: UnitResult | CombinedUnit) -> str:
    """All criteria as one verdict: met, not met where one is not, else without data."""
    found = unit.verdicts.values() if isinstance(unit, CombinedUnit) else [one.verdict for one in unit.criteria]
    if unit.all_met or "not_met" in found:
        return "met" if unit.all_met else "not_met"
    return "no_data" if unit.criteria_applicable else "not_applicable"


def finding_units(finding: FindingInfo) -> list[str]:
    """The ids of all units that a finding is about."""
    return [finding.unit] if finding.unit else finding.units


@record
class Missed:
    """One requirement that a unit missed or that could not be judged: whose, and one sentence about it."""

    criterion: CriterionResult
    measure: MeasureResult
    text: str


def missed(unit: UnitResult, result: Result, lang: Lang = "vi") -> list[Missed]:
    """What the unit lacks, in the plan's order: every requirement that is ``not_met`` or ``no_data``."""
    infos = wording.measures(result)
    return [
        Missed(criterion, measure, missed_text(measure, infos.get(measure.id), lang))
        for criterion in unit.criteria
        for measure in criterion.measures
        if measure.verdict in ("not_met", "no_data")
    ]


def missed_text(measure: MeasureResult, info: MeasureInfo | None, lang: Lang = "vi") -> str:
    """“Sớm hạn và đúng hạn: 1.225/1.240 hồ sơ (98,79%), yêu cầu ≥ 99%; cần bớt 3 hồ sơ quá hạn”."""
    name = (info.short_name or info.name) if info else measure.id
    if measure.verdict == "no_data":
        known = t("; figures at hand: {ratio}", ratio=wording.ratio_text(measure, info, lang)).text(lang)
        reason = wording.reason_text(measure.reason, lang) or wording.verdict_word("no_data", lang).lower()
        return f"{name}: {reason}{known if wording.counts_text(measure) else ''}"
    figures, limit = wording.ratio_text(measure, info, lang), wording.threshold_text(measure, lang)
    text = t("{name}: {figures}, needs {limit}", name=name, figures=figures, limit=limit).text(lang)
    lack = wording.shortfall_text(measure, info, lang)
    return f"{text}; {lack}" if lack else text
