"""Why a unit stands where it stands, by the tie-breaker that decided, and what comes of its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.combined import CombinedResult, CombinedUnit
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.cases import cases, outright
from thidua_cli.result import Exclusion, Result, UnitResult
from thidua_cli.text.glossary import words
from thidua_cli.text.language import Lang, t, tc

_NONE = tc("figure", "no data")
EQUAL = "Bằng nhau ở mọi điểm xét"
"""Why units share the one rank of their group: nothing sets them apart."""
PROPOSED = "Đề nghị khen thưởng"
"""What comes of a unit that is proposed outright."""
FOR_COUNCIL = "Trình Hội đồng xem xét"
"""What comes of a unit that the council must look at."""
Ranked = UnitResult | CombinedUnit


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided a unit's rank: the tie-breaker in words, the unit's figure, and that of the next rank beside it."""

    what: str
    own: str
    other: str
    above: int | None
    """The rank above, which has the other figure; None at the first rank, which is compared with the one below."""

    def text(self, lang: Lang) -> str:
        """“Chỉ số CCHC: 87,2 (hạng trên: 89,75)”."""
        word = t("rank below") if self.above is None else t("rank above")
        return f"{self.what}: {self.own} ({word.text(lang)}: {self.other})"


Figure = Callable[[Ranked, str], tuple[str, str]]
"""A unit's figure of a measure, short and, where two short ones read alike, with the counts that it is made of."""


def rank_reasons(result: Result, lang: Lang = "vi") -> dict[str, str]:
    """By unit: “Chỉ số CCHC: 87,2 (hạng trên: 89,75)”; the first rank is compared with the one below it.

    A unit is missing where nothing decided: its whole group shares one rank.
    """
    return {unit: reason.text(lang) for unit, reason in _rank_reasons(result, lang).items()}


def _rank_reasons(result: Result, lang: Lang) -> dict[str, Reason]:
    names = {info.id: info.short_name or info.name for info in result.plan.measures}
    found = {
        unit.id: {measure.id: measure for criterion in unit.criteria for measure in criterion.measures}
        for unit in result.units
    }

    def figure(unit: Ranked, name: str) -> tuple[str, str]:
        measure = found[unit.id].get(name)
        if measure is not None and measure.verdict == "not_applicable":
            return wording.verdict_word(measure.verdict, lang).lower(), ""
        if measure is None or measure.value is None or measure.verdict == "no_data":
            return _NONE.text(lang), ""
        return wording.figure(measure, lang), wording.counts_text(measure, lang)

    return {unit.id: reason for unit, reason in _reasons(result.units, names, figure, lang)}


def rank_reason(unit: Ranked, reason: str | None) -> str:
    """Why a unit stands where it stands, by its reason in :func:`rank_reasons`; said too where nothing decided."""
    return reason or (EQUAL if unit.tied else "")


def told_reasons(result: Result, units: Iterable[UnitResult], lang: Lang = "vi") -> dict[str, Reason]:
    """Of one group the reasons that the scores beside the ranks do not tell, or even belie, once for each rank."""
    reasons, told = _rank_reasons(result, lang), {}
    last: UnitResult | None = None
    for unit in units:
        if last is not None and unit.rank == last.rank:
            continue
        reason = reasons.get(unit.id)
        by_score = reason is not None and reason.own == wording.score_text(unit, lang)
        plain = unit.decided_by in words("ranking") and (unit.decided_by != "score" or by_score)
        belied = last is not None and Fraction(unit.score) > Fraction(last.score)
        if reason and (belied or not plain):
            told[unit.id] = reason
        last = unit
    return told


def tie_breaks(result: Result, units: Sequence[UnitResult], lang: Lang = "vi") -> list[tuple[str, dict[int, str]]]:
    """The same together: each tie-breaker that decided, with the figures that it compared, by rank."""
    runs: list[tuple[str, dict[int, str]]] = []
    ranks = {unit.id: unit.rank for unit in units}
    for unit, reason in told_reasons(result, units, lang).items():
        if not runs or runs[-1][0] != reason.what or reason.above not in runs[-1][1]:
            runs.append((reason.what, {}))
        figures = runs[-1][1]
        if reason.above is not None and len(reason.other) > len(figures.get(reason.above, "")):
            figures[reason.above] = reason.other
        figures[ranks[unit]] = reason.own
    return runs


def combined_reasons(combined: CombinedResult) -> dict[tuple[str, str], str]:
    """The same over all parts of a batch, by part and unit."""
    infos = {info.id: info for info in combined.measures}
    names = {info.id: info.short_name or info.name for info in combined.measures}

    def figure(unit: Ranked, name: str) -> tuple[str, str]:
        value = unit.values.get(name) if isinstance(unit, CombinedUnit) else None
        if value is None:
            return _NONE.text(), ""
        return wording.decimal_text(value) + ("%" if infos[name].percent else ""), ""

    reasons = _reasons(combined.units, names, figure, "vi")
    return {(unit.part, unit.id): reason.text("vi") for unit, reason in reasons if isinstance(unit, CombinedUnit)}


def _reasons(
    units: Iterable[Ranked], names: Mapping[str, str], figure: Figure, lang: Lang
) -> Iterable[tuple[Ranked, Reason]]:
    groups: dict[str, dict[int, list[Ranked]]] = {}
    for unit in units:
        groups.setdefault(unit.group, {}).setdefault(unit.rank, []).append(unit)
    for ranks in groups.values():
        order = sorted(ranks)
        for place, rank in enumerate(order):
            if len(order) == 1 or not (name := ranks[rank][0].decided_by):
                continue
            above = order[place - 1] if place else None
            other = ranks[order[1] if above is None else above][0]
            for unit in ranks[rank]:
                own, its = _compared(unit, other, name, figure, lang)
                yield unit, Reason(_named(name, names, lang), own, its, above)


def _named(name: str, names: Mapping[str, str], lang: Lang) -> str:
    said = words("ranking")[name].text(lang) if name in words("ranking") else names.get(name, name)
    return said[:1].upper() + said[1:]


def _compared(unit: Ranked, other: Ranked, name: str, figure: Figure, lang: Lang) -> tuple[str, str]:
    if name == "all_met":
        yes, no = t("yes").text(lang), t("no").text(lang)
        return (yes, no) if unit.all_met else (no, yes)
    if name == "criteria_share":
        own, its = (f"{one.criteria_met}/{one.criteria_applicable}" for one in (unit, other))
        return own, its
    if name == "score":
        return wording.scores_text(unit.score, other.score, lang)
    (own, counts), (its, other_counts) = figure(unit, name), figure(other, name)
    return (f"{counts} = {own}", f"{other_counts} = {its}") if own == its and counts else (own, its)


def outcomes(result: Result) -> dict[str, str]:
    """What comes of each unit's place, in a few words: proposed, for the council, left out although it met all, lacks.

    “Đề nghị khen thưởng”, “Trình Hội đồng xem xét”, “Đạt mọi tiêu chí nhưng …”, “TC2: cần bớt 3 hồ sơ quá hạn”. Whom a
    decision keeps out, that is said first, whatever else is lacking.
    """
    sure = {one.unit for one in outright(result) if one.individual is None}
    asked = {one.unit for one in cases(result) if one.individual is None}
    excluded = {one.unit: one for one in result.exclusions if one.individual is None}
    made: dict[str, str] = {}
    for unit in result.units:
        if unit.id in asked:
            made[unit.id] = FOR_COUNCIL
        elif unit.id in sure:
            made[unit.id] = PROPOSED
        else:
            out = excluded.get(unit.id)
            said = [] if out is None or not (out.decided or unit.all_met) else [f"Không đề nghị. {out.reason}"]
            made[unit.id] = " ".join([*said, *filter(None, ["; ".join(lacks(unit, result))])])
    return made


def conclusions(result: Result) -> dict[str, str]:
    """What comes of each unit, in whole sentences, for its own section: with the places left, and why if nothing."""
    left = {one.unit: one.places_left for one in cases(result) if one.individual is None}
    put_in = {one.unit: one.reason for one in outright(result) if one.individual is None and one.decided}
    excluded = {one.unit: one for one in result.exclusions if one.individual is None}
    made = {}
    for unit, outcome in outcomes(result).items():
        text = outcome
        if outcome == FOR_COUNCIL and left[unit] is not None:
            text += f", còn {left[unit]} suất cho các tập thể bằng nhau"
        elif outcome == PROPOSED and unit in put_in:
            text += f". {put_in[unit]}"
        elif outcome not in (FOR_COUNCIL, PROPOSED) and unit in excluded:
            text = f"Không đề nghị. {exclusion_text(excluded[unit], result)}"
        made[unit] = text if text.endswith(".") or not text else f"{text}."
    return made


def exclusion_text(one: Exclusion, result: Result) -> str:
    """Why somebody is not proposed; a unit that its figures keep out with every requirement that it lacks.

    “Không đạt: TC2 – Sớm, đúng hạn: 197/199 hồ sơ (98,99%), yêu cầu ≥ 99%; cần bớt 1 hồ sơ quá hạn.”
    """
    unit = None if one.individual is not None or one.decided else wording.units(result).get(one.unit)
    if unit is None or unit.all_met:
        return one.reason
    missed = prospects.missed(unit, result)
    parts = []
    for verdict in ("not_met", "no_data"):
        lines = [
            f"{wording.criterion_label(m.criterion.id)} – {m.text}" for m in missed if m.measure.verdict == verdict
        ]
        if lines:
            parts.append(f"{wording.verdict_word(verdict)}: {'; '.join(lines)}.")
    return " ".join(parts) or one.reason


def lacks(unit: UnitResult, result: Result) -> list[str]:
    """What the unit lacks, as short as can be: “TC2: cần bớt 3 hồ sơ quá hạn”, “TC4: 79,75 (yêu cầu ≥ 80)”."""
    infos = wording.measures(result)
    made = []
    for one in prospects.missed(unit, result):
        label, measure = wording.criterion_label(one.criterion.id), one.measure
        lack = wording.shortfall_text(measure, infos.get(measure.id))
        if measure.verdict == "no_data":
            lack = wording.verdict_word("no_data").lower()
        made.append(f"{label}: {lack or f'{wording.figure(measure)} (yêu cầu {wording.threshold_text(measure)})'}")
    return made
