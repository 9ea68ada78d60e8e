"""The plan in plain words, readable by a lawyer: ``thidua plan show`` and the appendix of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thidua_cli.plan.model import Criterion, Measure, PersonCriterion, Plan, Requirement
from thidua_cli.plan.show_awards import Line, council_words, group_words, legal, money, proposal_words
from thidua_cli.plan.show_figures import number_words
from thidua_cli.plan.show_words import taught_words
from thidua_cli.text.glossary import called, words
from thidua_cli.text.language import Message, joined, t, tc

OPERATOR_WORDS = {
    ">=": t("{measure}: at least {threshold}"),
    ">": t("{measure}: more than {threshold}"),
    "=": t("{measure}: exactly {threshold}"),
    "<=": t("{measure}: at most {threshold}"),
    "<": t("{measure}: less than {threshold}"),
}


def describe(plan: Plan, lang: str = "vi") -> str:
    """The whole plan in words, headed sections, lines of at most what their sentences need; ends with a line end."""
    sections: list[list[Line]] = [
        _heading(plan),
        [t("I. CRITERIA OF COLLECTIVES"), *_numbered(_criterion(plan, criterion) for criterion in plan.criteria)],
        [t("II. CRITERIA OF PERSONS"), *_persons(plan)],
        [t("III. HOW FIGURES ARE COUNTED"), *(_item(line) for line in settings_words(plan))],
        [t("IV. SCORE AND RANK"), *standings_words(plan)],
        [
            t("V. GROUPS AND QUOTAS"),
            *(_item(group_words(group)) for group in plan.groups),
            *(_item(line) for line in proposal_words(plan)),
        ],
        [t("VI. FORMS OF AWARD AND REWARD MONEY"), *money(plan)],
        [t("VII. LEGAL BASES OF THE DOCUMENTS"), *legal(plan)],
        [t("VIII. THE COUNCIL"), *council_words(plan)],
        [t("IX. WORDS TAUGHT TO THE PROGRAM"), *(_item(line) for line in taught_words(plan))],
    ]
    texts = ["\n".join(_text(line, lang) for line in section) for section in sections if len(section) > 1]
    return "\n\n".join(texts) + "\n"


def _text(line: Line, lang: str) -> str:
    return line if isinstance(line, str) else line.text(lang)


def _item(line: Line) -> Message:
    return joined(["- ", line], "")


def _heading(plan: Plan) -> list[Line]:
    return [
        plan.title.upper(),
        t("Theme: “{theme}”", theme=plan.theme),
        t("Started by: {issuer}", issuer=plan.issuer),
        t(
            "Year {year}; period from {first} to {last}",
            year=str(plan.year),
            first=plan.period_start,
            last=plan.period_end,
        ),
        t("Plan {id}; file {source}; SHA-256 {sha256}", id=plan.id, source=plan.source, sha256=plan.sha256),
    ]


def _numbered(blocks: Iterable[list[Line]]) -> list[Line]:
    lines: list[Line] = []
    for number, (first, *rest) in enumerate(blocks, 1):
        lines += [joined([f"{number}. ", first], ""), *(joined(["   ", line], "") for line in rest)]
    return lines


def requirement_words(plan: Plan, requirement: Requirement, *, within: bool = False) -> Message:
    """One requirement as a phrase: "Tỷ lệ … từ 99 % trở lên"; ``within`` a sentence it begins small."""
    measure = plan.measures[requirement.measure]
    threshold = number_words(requirement.threshold, percent=requirement.percent)
    if measure.kind == "value" and measure.unit:
        threshold = t("{figure} “{unit}”", figure=threshold, unit=measure.unit)
    name = measure.name[:1].lower() + measure.name[1:] if within else measure.name
    none = requirement.operator == "<=" and not requirement.threshold
    words = t("{measure}: none") if none else OPERATOR_WORDS[requirement.operator]
    return replace(words, params={"measure": name, "threshold": threshold})


def _sum(counts: Sequence[str], *, bracket: bool) -> Message:
    total = tc("count", "{count}", count=words("count")[counts[0]])
    for count in counts[1:]:
        total = t("{sum} plus {count}", sum=total, count=tc("count", "{count}", count=words("count")[count]))
    return joined(["(", total, ")"], "") if bracket and len(counts) > 1 else total


def measure_words(measure: Measure) -> Message:
    """How a measure is computed from which counts, as a sentence."""
    if measure.kind == "value":
        return t("Take {above}", above=_sum(measure.numerator, bracket=False))
    above, below = _sum(measure.numerator, bracket=True), _sum(measure.denominator, bracket=True)
    return t("Take {above} divided by {below}", above=above, below=below)


def _criterion(plan: Plan, criterion: Criterion) -> list[Line]:
    whom, weight = called("applies_to", criterion.applies_to), number_words(criterion.weight)
    lines: list[Line] = [
        f"{criterion.title} ({criterion.id})",
        t("The plan says: “{citation}”", citation=criterion.citation),
        t("For: {whom}. Weight: {weight}.", whom=whom, weight=weight),
        t("All of these must be met:") if len(criterion.requirements) > 1 else t("This must be met:"),
    ]
    for requirement in criterion.requirements:
        measure = plan.measures[requirement.measure]
        lines.append(joined(["- ", requirement_words(plan, requirement), f" ({measure.id})."], ""))
        lines.append(t("  How it is counted: {how}.", how=measure_words(measure)))
        if measure.against:
            count = words("count")[measure.against]
            lines.append(t("  Cases listed row by row where it is not met: {count}.", count=count))
    return lines


def _persons(plan: Plan) -> list[Line]:
    lines = _numbered(_person(plan, criterion) for criterion in plan.individual_criteria)
    if lines:
        lines.append(t("Leaders are put forward only where the unit that they lead meets all criteria that apply."))
    return lines


def _person(plan: Plan, criterion: PersonCriterion) -> list[Line]:
    said = t("The plan says: “{citation}”", citation=criterion.citation)
    lines: list[Line] = [f"{criterion.title} ({criterion.id})", said]
    if criterion.kind == "classification":
        first, *rest = (f"“{word}”" for word in criterion.accepted)
        words: Line = first
        for word in rest:
            words = t("{words} or {word}", words=words, word=word)
        lines.append(t("Must be met: classified as {words}.", words=words))
    elif criterion.requirement:
        requirement = requirement_words(plan, criterion.requirement, within=True)
        if criterion.kind == "dossiers":
            over = t(
                "Must be met: {requirement}, over the one-stop dossiers that the person handled in the unit.",
                requirement=requirement,
            )
            lines += [over, t("Does not apply to who handled no dossier that is timed.")]
        else:
            own = t(
                "Must be met: {requirement}, whose author the person is, or that stand in the person's row.",
                requirement=requirement,
            )
            lines.append(own)
    return lines


def settings_words(plan: Plan) -> list[Line]:
    """Each setting of the plan as one sentence, in a fixed order."""
    lines: list[Line] = [called(f"setting.{name}", getattr(plan.settings, name)) for name in words("setting")]
    first, *rest = (called("par_column", column) for column in plan.settings.par_index_columns)
    for column in rest:
        first = t("{first}, then {next}", first=first, next=column)
    return [*lines, t("The PAR index is the first present of: {columns}.", columns=first), *plan.settings_notes]


def _limited(measure: str, plan: Plan) -> bool:
    """Whether less of a measure is better: some criterion sets it an upper limit (``<=`` or ``<``)."""
    required = (one for criterion in plan.criteria for one in criterion.requirements)
    return any(one.measure == measure and one.operator in ("<=", "<") for one in required)


def _measure_order(measure: str, plan: Plan) -> Message:
    name = plan.measures[measure].name
    if _limited(measure, plan):
        return t("{measure} (lower ones first, for it must not be exceeded; without data last)", measure=name)
    return t("{measure} (higher ones first; without data last)", measure=name)


def _upper_limits(plan: Plan) -> list[Line]:
    names = ", ".join(f"“{measure.name}”" for name, measure in plan.measures.items() if _limited(name, plan))
    return [t("For {names} alone: the threshold divided by the value, at most 1.", names=names)] if names else []


def standings_words(plan: Plan) -> list[Line]:
    """How the score is made and in which order units are ranked, a sentence a line."""
    order = []
    for number, word in enumerate(plan.standings, 1):
        end = "." if number == len(plan.standings) else ";"
        order.append(joined([f"  {number}) ", words("standings").get(word) or _measure_order(word, plan), end], ""))
    return [
        t("Score = 100 × sum of (weight × attainment) / sum of the weights of the criteria that apply to the unit."),
        t("A requirement's attainment is the value divided by the threshold, at most 1; without data it is 0."),
        *_upper_limits(plan),
        t("A criterion's attainment is the lowest of its requirements."),
        t("Within each group units are ranked by, in turn:"),
        *order,
        t("Units that are equal at every step share a rank (1, 2, 2, 4); no order is made up among them."),
    ]
