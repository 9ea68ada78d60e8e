"""How far a verdict is from another one: distances, what open rows can make of it, a unit's verdicts as one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from thidua_cli.combined import CombinedUnit
from thidua_cli.reports import wording
from thidua_cli.result import FindingInfo, MeasureResult, Outlook, UnitResult
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
