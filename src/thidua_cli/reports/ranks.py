"""Why a unit stands where it stands: the tie-breaker that decided, with the two figures that it compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from thidua_cli.combined import CombinedResult, CombinedUnit
from thidua_cli.reports import wording
from thidua_cli.reports.words import TIE_BREAKERS
from thidua_cli.reports.wording import Lang
from thidua_cli.result import Result, UnitResult

_ABOVE = {"vi": "hạng trên", "en": "rank above"}
_BELOW = {"vi": "hạng dưới", "en": "rank below"}
_YES_NO = {"vi": ("có", "không"), "en": ("yes", "no")}
_NONE = {"vi": "không có số liệu", "en": "no data"}
_ALL_DECIMALS = 4
"""As many as a result gives of a score."""

Ranked = UnitResult | CombinedUnit
Figure = Callable[[Ranked, str], tuple[str, str]]
"""A unit's figure of a measure, short and, where two short ones read alike, with the counts that it is made of."""


def rank_reasons(result: Result, lang: Lang = "vi") -> dict[str, str]:
    """By unit: “Chỉ số CCHC: 87,2 (hạng trên: 89,75)”; the first rank is compared with the one below it.

    A unit is missing where nothing decided: its whole group shares one rank.
    """
    names = {info.id: info.short_name or info.name for info in result.plan.measures}
    found = {
        unit.id: {measure.id: measure for criterion in unit.criteria for measure in criterion.measures}
        for unit in result.units
    }

    def figure(unit: Ranked, name: str) -> tuple[str, str]:
        measure = found[unit.id].get(name)
        if measure is None or measure.value is None or measure.verdict == "no_data":
            return _NONE[lang], ""
        return wording.figure(measure), wording.counts_text(measure)

    return {unit.id: text for unit, text in _reasons(result.units, names, figure, lang)}


def combined_reasons(combined: CombinedResult) -> dict[tuple[str, str], str]:
    """The same over all parts of a batch, by part and unit."""
    infos = {info.id: info for info in combined.measures}
    names = {info.id: info.short_name or info.name for info in combined.measures}

    def figure(unit: Ranked, name: str) -> tuple[str, str]:
        value = unit.values.get(name) if isinstance(unit, CombinedUnit) else None
        if value is None:
            return _NONE["vi"], ""
        return wording.decimal_text(value) + ("%" if infos[name].percent else ""), ""

    reasons = _reasons(combined.units, names, figure, "vi")
    return {(unit.part, unit.id): text for unit, text in reasons if isinstance(unit, CombinedUnit)}


def _reasons(
    units: Iterable[Ranked], names: Mapping[str, str], figure: Figure, lang: Lang
) -> Iterable[tuple[Ranked, str]]:
    groups: dict[str, dict[int, list[Ranked]]] = {}
    for unit in units:
        groups.setdefault(unit.group, {}).setdefault(unit.rank, []).append(unit)
    for ranks in groups.values():
        order = sorted(ranks)
        for place, rank in enumerate(order):
            if len(order) == 1 or not (name := ranks[rank][0].decided_by):
                continue
            other = ranks[order[place - 1 if place else 1]][0]
            word = (_ABOVE if place else _BELOW)[lang]
            for unit in ranks[rank]:
                own, its = _compared(unit, other, name, figure, lang)
                yield unit, f"{_named(name, names, lang)}: {own} ({word}: {its})"


def _named(name: str, names: Mapping[str, str], lang: Lang) -> str:
    words = TIE_BREAKERS[name][1 if lang == "en" else 0] if name in TIE_BREAKERS else names.get(name, name)
    return words[:1].upper() + words[1:]


def _compared(unit: Ranked, other: Ranked, name: str, figure: Figure, lang: Lang) -> tuple[str, str]:
    if name == "all_met":
        yes, no = _YES_NO[lang]
        return (yes, no) if unit.all_met else (no, yes)
    if name == "criteria_share":
        own, its = (f"{one.criteria_met}/{one.criteria_applicable}" for one in (unit, other))
        return own, its
    if name == "score":
        own, its = (wording.score_text(one) for one in (unit, other))
        if own == its:
            own, its = (wording.score_text(one, _ALL_DECIMALS) for one in (unit, other))
        return own, its
    (own, counts), (its, other_counts) = figure(unit, name), figure(other, name)
    return (f"{counts} = {own}", f"{other_counts} = {its}") if own == its and counts else (own, its)
