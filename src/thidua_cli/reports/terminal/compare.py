"""The screen of ``diff``, ``what-if`` and ``verify``: who moved, from where to where, and why."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.comparing import AwardChange, Comparison, UnitChange, Verification
from thidua_cli.reports.plan_changes import PlanChange
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.result import Result, UnitResult
from thidua_cli.text.language import Lang, Message, joined, t

MOST_FIGURES = 30
"""Differing figures that are named; the rest is counted."""

_CAUSES = {
    "data": t("its own figures"),
    "plan": t("the plan"),
    "both": t("both figures and plan"),
    "others": t("its own figures and the rules are the same"),
}
_ELIGIBLE = {True: t("eligible"), False: t("not eligible"), None: t("absent")}


def render_comparison(comparison: Comparison, new: Result, *, width: int = 80, lang: Lang = "vi") -> str:
    """The text of a comparison in lines of at most ``width`` columns; ``new`` gives the names of units and awards."""
    screen = Screen(max(40, width), lang=lang)
    lines = _heading(comparison, screen)
    lines += _plan(comparison, new, screen)
    units = {unit.id: unit for unit in new.units}
    for change in comparison.units:
        lines += _unit(change, units.get(change.unit), new, screen)
    names = {unit.id: unit.name for unit in new.units}
    awards = {award.id: award.name for award in new.plan.awards}
    for unit, name, before, after in comparison.persons:
        change_of = joined([_ELIGIBLE[before], _ELIGIBLE[after]], " → ")
        lines += screen.wrap(joined([f"{name} ({names.get(unit, unit)})", change_of], ": "), first="• ")
    for case in comparison.proposals:
        lines += _proposal(case, names, awards, screen)
    for figure in comparison.figures[:MOST_FIGURES]:
        told = f"{names.get(figure.unit, figure.unit)}, {wording.measure_named(figure.measure, new)}"
        lines += screen.wrap(f"{told}: {figure.before or '–'} → {figure.after or '–'}", first="≠ ")
    if (rest := len(comparison.figures) - MOST_FIGURES) > 0:
        lines += screen.wrap(t("… and {n:more figure|more figures} (--json)", n=rest), first="  ")
    return "\n".join(lines)


def render_verification(told: Verification, new: Result, *, width: int = 80, lang: Lang = "vi") -> str:
    """Whether a stored result holds; where it differs from the one derived again, who moved and the first places."""
    screen = Screen(max(40, width), lang=lang)
    if told.comparison is None:
        return "\n".join(screen.wrap(t("Every figure, derived again from the inputs, holds.")))
    edited = t("Edited after scoring: {names}. Derived again from what is in them now:", names=", ".join(told.edited))
    lines = screen.wrap(edited if told.edited else t("The result differs from the stored one:"))
    lines.append(render_comparison(told.comparison, new, width=width, lang=lang))
    places = [one for one in told.differences if one.is_read or not told.edited]
    if places:
        lines += screen.wrap(t("Where they differ (stored → derived again):"))
    for one in places[:MOST_FIGURES]:
        lines += screen.wrap(f"{one.where}: {one.before} → {one.after}", first="≠ ")
    if len(places) > MOST_FIGURES:
        lines += screen.wrap(t("… and {count:other|others} (--json)", count=len(places) - MOST_FIGURES))
    return "\n".join(lines)


def _heading(comparison: Comparison, screen: Screen) -> list[str]:
    same, other = t("the same"), t("different")
    data, plan = (same if one else other for one in (comparison.same_data, comparison.same_plan))
    lines = screen.wrap(t("Data {data}, plan {plan}.", data=data, plan=plan))
    if comparison.as_of[0] != comparison.as_of[1]:
        before, after = (wording.date_text(day, screen.lang) for day in comparison.as_of)
        lines += screen.wrap(t("As of: {before} → {after}", before=before, after=after))
    if comparison.nothing:
        return [*lines, *screen.wrap(t("Nothing differs."))]
    said = t(
        "{units:unit|units} moved; {figures:figure differs|figures differ}.",
        units=len(comparison.units),
        figures=len(comparison.figures),
    )
    return [*lines, *screen.wrap(said)]


def _plan(comparison: Comparison, new: Result, screen: Screen) -> list[str]:
    """The clauses of the plan that differ, each with whose verdicts it turned."""
    if comparison.same_plan:
        return []
    lines = screen.wrap(t("What differs in the plan:")) if comparison.plan else []
    names = {unit.id: unit.name for unit in new.units}
    for change in comparison.plan:
        before, after = (value.rstrip(".") or "–" for value in (change.before, change.after))
        parts: list[Message | str] = [f"{_clause(change, new, screen.lang)}: {before} → {after}."]
        if change.units:
            turned = "; ".join(names.get(unit, unit) for unit in change.units)
            parts.append(t("Other verdict: {units}.", units=turned))
        elif change.persons:
            count = len(change.persons)
            parts.append(t("Other verdict of {count:person|persons}.", count=count))
        elif change.clause in ("criterion", "requirement", "applies_to", "accepted"):
            parts.append(t("No verdict is another."))
        lines += screen.wrap(joined(parts, " "), first="◆ ")
    if lines:
        return lines
    if comparison.nothing:
        return screen.wrap(t("The plans differ in words alone, in nothing that decides a verdict."))
    said = t(
        "Criteria, measures, places, settings, ranking and awards of the plans are the same; what the plan itself "
        "moves comes of its other parts (units that it knows; of older results also decisions of the council, limits "
        "for leaders, words that it teaches)."
    )
    return screen.wrap(said)


def _clause(change: PlanChange, new: Result, lang: Lang) -> str:
    criterion = wording.criterion_named(change.criterion, new) if change.criterion else ""
    measure = wording.measure_named(change.measure, new)
    named = criterion if criterion.endswith(f" {measure}") else ", ".join(filter(None, (criterion, measure)))
    words = {
        "criterion": t("criterion {what}", what=named),
        "requirement": t("{what}, requirement", what=named),
        "weight": t("{what}, weight", what=named),
        "applies_to": t("{what}, whom it applies to", what=named),
        "accepted": t("{what}, classifications accepted", what=named),
        "measure": t("how {what} is made", what=named),
        "period": t("period of the movement"),
        "award": t("form of commendation"),
        "quota": t("places of {what}", what=change.name or t("persons")),
        "setting": t("setting {what}", what=change.name),
        "standings": t("order of ranking"),
        "reward": t("reward of {what}", what=change.name),
        "leaders": t("share of leaders among the persons"),
        "women_first": t("persons who are equal at the limit"),
        "decision": t("decision: {what}", what=change.name),
        "taught": t("words taught"),
    }
    said = words[change.clause].text(lang)
    return said[:1].upper() + said[1:]


def _rank(rank: int | None, tied: bool) -> Message:  # noqa: FBT001
    told = "–" if rank is None else rank
    return t("shared rank {rank}", rank=told) if tied else t("rank {rank}", rank=told)


_STATES = {"proposed": t("proposed"), "council": t("put before the council"), "no": t("not proposed")}
_ORDER = ("no", "council", "proposed")


def _proposal(change: AwardChange, names: Mapping[str, str], awards: Mapping[str, str], screen: Screen) -> list[str]:
    """What came of somebody and comes of them now: money for whom is proposed outright alone, for the others why."""
    unit = names.get(change.unit, change.unit)
    who = f"{change.individual}, {unit}" if change.individual else unit
    told = []
    for state, reward in ((change.before, change.reward_before), (change.after, change.reward_after)):
        money = [wording.money_range(reward, reward, screen.lang)] if state == "proposed" else []
        told.append(joined([_STATES[state], *money]))
    moved = t(
        "{who}, {award}: {states}", who=who, award=awards.get(change.award, change.award), states=joined(told, " → ")
    )
    reason = change.reason_en if screen.lang == "en" else change.reason
    up = _ORDER.index(change.after) - _ORDER.index(change.before)
    lines = screen.wrap(moved, first="+ " if up > 0 else "- " if up else "≠ ")
    return lines + (screen.wrap(reason, first="    ") if reason and up else [])


def _unit(change: UnitChange, unit: UnitResult | None, new: Result, screen: Screen) -> list[str]:
    none = "–"
    ranks = ((change.rank_before, change.tied_before), (change.rank_after, change.tied_after))
    scores = wording.scores_text(change.score_before, change.score_after, screen.lang)
    moved = t(
        "{name}: {ranks}, score {scores} ({cause})",
        name=change.name,
        ranks=joined((_rank(*one) for one in ranks), " → "),
        scores=" → ".join(score or none for score in scores),
        cause=_CAUSES[change.cause],
    )
    lines = screen.wrap(moved, first="• ")
    for verdict in change.verdicts:
        old, fresh = (wording.verdict_word(v, screen.lang) if v else none for v in (verdict.before, verdict.after))
        told = f"{wording.criterion_label(verdict.criterion)}: {old} → {fresh}"
        missed = [] if unit is None or verdict.after == "met" else prospects.missed(unit, new, screen.lang)
        why = "; ".join(one.text for one in missed if one.criterion.id == verdict.criterion)
        lines += screen.wrap(f"{told} ({why})" if why else told, first="    ")
    return lines
