"""The screen of ``diff``, ``what-if`` and ``verify``: who moved, from where to where, and why."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.reports import wording
from thidua_cli.reports.comparing import Comparison, UnitChange
from thidua_cli.reports.differing import Difference
from thidua_cli.reports.plan_changes import PlanChange
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.wording import Lang
from thidua_cli.result import Result, UnitResult
from thidua_cli.text.language import t

MOST_FIGURES = 30
"""Differing figures that are named; the rest is counted."""

_CAUSES = {
    "data": ("do số liệu của đơn vị", "its own figures"),
    "plan": ("do kế hoạch", "the plan"),
    "both": ("do cả số liệu và kế hoạch", "both figures and plan"),
    "others": ("số liệu và quy định của đơn vị như cũ", "its own figures and the rules are the same"),
}


def render_comparison(comparison: Comparison, new: Result, *, width: int = 80, lang: Lang = "vi") -> str:
    """The text of a comparison in lines of at most ``width`` columns; ``new`` gives the names of units and awards."""
    screen, vi = Screen(max(40, width)), lang == "vi"
    lines = _heading(comparison, screen, lang=lang)
    lines += _plan(comparison, new, screen, lang)
    units = {unit.id: unit for unit in new.units}
    for change in comparison.units:
        lines += _unit(change, units.get(change.unit), new, screen, lang)
    names = {unit.id: unit.name for unit in new.units}
    awards = {award.id: award.name for award in new.plan.awards}
    words = {True: ("đủ điều kiện", "eligible"), False: ("không đủ", "not eligible"), None: ("không có", "absent")}
    for unit, name, before, after in comparison.persons:
        old, fresh = (words[value][0 if vi else 1] for value in (before, after))
        lines += screen.wrap(f"{name} ({names.get(unit, unit)}): {old} → {fresh}", first="• ")
    for sign, items in (("-", comparison.proposals_gone), ("+", comparison.proposals_new)):
        label = {"-": ("Không còn đề nghị", "No longer proposed"), "+": ("Đề nghị thêm", "Newly proposed")}[sign]
        for award, unit, person, reward in items:
            who = f"{person}, {names.get(unit, unit)}" if person else names.get(unit, unit)
            what = f"{awards.get(award, award)}, {wording.money(reward)} {'đồng' if vi else 'dong'}"
            lines += screen.wrap(f"{label[0 if vi else 1]}: {who} – {what}", first=f"{sign} ")
    measures = {info.id: info.short_name for info in new.plan.measures}
    for figure in comparison.figures[:MOST_FIGURES]:
        told = f"{names.get(figure.unit, figure.unit)}, {measures.get(figure.measure, figure.measure)}"
        lines += screen.wrap(f"{told}: {figure.before or '–'} → {figure.after or '–'}", first="≠ ")
    if len(comparison.figures) > MOST_FIGURES:
        rest = len(comparison.figures) - MOST_FIGURES
        lines += screen.wrap(f"… và {rest} số liệu khác (--json)" if vi else f"… and {rest} more (--json)", first="  ")
    return "\n".join(lines)


def render_differences(found: Sequence[Difference], *, width: int = 80, lang: Lang = "vi") -> str:
    """Where a stored result differs from the one derived again, the first few places."""
    screen = Screen(max(40, width))
    lines = screen.wrap(t("Where they differ (stored → derived again):").text(lang))
    for one in found[:MOST_FIGURES]:
        lines += screen.wrap(f"{one.where}: {one.before} → {one.after}", first="≠ ")
    if len(found) > MOST_FIGURES:
        lines += screen.wrap(t("… and {count:other|others} (--json)", count=len(found) - MOST_FIGURES).text(lang))
    return "\n".join(lines)


def _heading(comparison: Comparison, screen: Screen, *, lang: Lang) -> list[str]:
    vi = lang == "vi"
    data = ("như nhau" if vi else "the same") if comparison.same_data else ("khác nhau" if vi else "different")
    plan = ("như nhau" if vi else "the same") if comparison.same_plan else ("khác nhau" if vi else "different")
    lines = screen.wrap(f"Số liệu {data}, kế hoạch {plan}." if vi else f"Data {data}, plan {plan}.")
    if comparison.as_of[0] != comparison.as_of[1]:
        lines += screen.wrap(("Ngày chốt số liệu: " if vi else "As of: ") + " → ".join(comparison.as_of))
    if comparison.nothing:
        return [*lines, *screen.wrap("Không có gì thay đổi." if vi else "Nothing differs.")]
    moved = len(comparison.units)
    text = f"{moved} đơn vị thay đổi; {len(comparison.figures)} số liệu khác nhau."
    return [*lines, *screen.wrap(text if vi else f"{moved} units moved; {len(comparison.figures)} figures differ.")]


def _plan(comparison: Comparison, new: Result, screen: Screen, lang: Lang) -> list[str]:
    """The clauses of the plan that differ, each with whose verdicts it turned."""
    if comparison.same_plan:
        return []
    lines = screen.wrap(t("What differs in the plan:").text(lang)) if comparison.plan else []
    names = {unit.id: unit.name for unit in new.units}
    for change in comparison.plan:
        before, after = (value.rstrip(".") or "–" for value in (change.before, change.after))
        text = f"{_clause(change, new, lang)}: {before} → {after}."
        if change.units:
            turned = "; ".join(names.get(unit, unit) for unit in change.units)
            text += " " + t("Other verdict: {units}.", units=turned).text(lang)
        elif change.persons:
            count = len(change.persons)
            text += " " + t("Other verdict of {count:person|persons}.", count=count).text(lang)
        elif change.clause in ("criterion", "requirement", "applies_to", "accepted"):
            text += " " + t("No verdict is another.").text(lang)
        lines += screen.wrap(text, first="◆ ")
    if lines:
        return lines
    if comparison.nothing:
        return screen.wrap(t("The plans differ in words alone, in nothing that decides a verdict.").text(lang))
    said = t(
        "Criteria, measures, places, settings, ranking and awards of the plans are the same; what the plan itself "
        "moves comes of its other parts (units that it knows; of older results also decisions of the council, limits "
        "for leaders, words that it teaches)."
    )
    return screen.wrap(said.text(lang))


def _clause(change: PlanChange, new: Result, lang: Lang) -> str:
    measures = wording.measures(new)
    named = ", ".join(
        filter(
            None,
            (
                wording.criterion_named(change.criterion, new) if change.criterion else "",
                (measures[change.measure].short_name if change.measure in measures else change.measure),
            ),
        )
    )
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


def _unit(change: UnitChange, unit: UnitResult | None, new: Result, screen: Screen, lang: Lang) -> list[str]:
    none = "–"
    rank = f"{change.rank_before or none} → {change.rank_after or none}"
    scores = wording.scores_text(change.score_before, change.score_after)
    before, after = (score or none for score in scores)
    cause = _CAUSES[change.cause][0 if lang == "vi" else 1]
    label = ("hạng", "điểm") if lang == "vi" else ("rank", "score")
    lines = screen.wrap(f"{change.name}: {label[0]} {rank}, {label[1]} {before} → {after} ({cause})", first="• ")
    for verdict in change.verdicts:
        old, fresh = (wording.verdict_word(v, lang) if v else none for v in (verdict.before, verdict.after))
        told = f"{wording.criterion_label(verdict.criterion)}: {old} → {fresh}"
        missed = [] if unit is None or verdict.after == "met" else wording.missed(unit, new)
        why = "; ".join(one.text for one in missed if one.criterion.id == verdict.criterion and lang == "vi")
        lines += screen.wrap(f"{told} ({why})" if why else told, first="    ")
    return lines
