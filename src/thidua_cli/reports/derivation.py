"""One unit's verdicts step by step, for other programs (``explain --json``): what the screen says, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from thidua_cli.reports import prospects, wording
from thidua_cli.result import CriterionResult, MeasureResult, Result, UnitResult, Verdict
from thidua_cli.result_base import filled
from thidua_cli.result_plan import MeasureInfo
from thidua_cli.result_values import Count, Day, Decimal, Ratio, Year
from thidua_cli.text.language import Lang
from thidua_cli.text.plain import published, schema_of

EXPLAIN_SCHEMA: Literal["thidua-explain/1"] = "thidua-explain/1"


class ExplainedMeasure(MeasureResult, frozen=True, kw_only=True):
    """One requirement as ``result.json`` has it, and in words: name, formula, why no verdict, what would meet it.

    ``formula`` says what is divided by what (null for a figure that is no ratio); ``shortfall_text`` and
    ``outlook_text`` are null where there is nothing to say.
    """

    name: str
    formula: str | None
    reason_text: str | None
    shortfall_text: str | None
    outlook_text: str | None


class ExplainedCriterion(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion: the plan's words and weight, the verdict, the exact fraction that enters the score, its measures.

    ``reason_text`` is the reason in words.
    """

    id: str
    title: str
    citation: str
    weight: Ratio
    verdict: Verdict
    reason: str | None
    reason_text: str | None
    attainment: Ratio | None
    measures: Sequence[ExplainedMeasure]


class ExplainedUnit(msgspec.Struct, frozen=True, kw_only=True):
    """The unit and its place in its group; ``council_reasons`` say why it is put before the council."""

    id: str
    name: str
    group: str
    rank: Count
    tied: bool
    score: Decimal
    all_met: bool
    council_review: bool
    council_reasons: Sequence[str]


class ExplainedPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Which plan judged it."""

    id: str
    year: Year
    title: str
    sha256: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One unit's verdicts; ``criteria`` are all, or the one that was asked for. Words are in the language asked for.

    The score is 100 × Σ weight × attainment / Σ weight over the criteria whose attainment is not null.
    """

    schema: Literal["thidua-explain/1"]
    plan: ExplainedPlan
    as_of: Day
    unit: ExplainedUnit
    criteria: Sequence[ExplainedCriterion]


def explanation_json(result: Result, unit: UnitResult, *, criterion: str | None = None, lang: Lang = "vi") -> bytes:
    """The derivation of a unit's verdicts (of one criterion, by id, or of all) for programs."""
    plan = result.plan
    return published(
        Explanation(
            schema=EXPLAIN_SCHEMA,
            plan=filled(ExplainedPlan, plan),
            as_of=result.as_of,
            unit=filled(ExplainedUnit, unit, council_reasons=wording.told(unit, "council_reasons", lang)),
            criteria=[_criterion(one, result, lang) for one in unit.criteria if criterion in (None, one.id)],
        )
    )


def explain_schema() -> dict[str, object]:
    """The JSON Schema of ``thidua explain --json``, published as ``docs/explain.schema.json``."""
    return schema_of(Explanation)


def formula(info: MeasureInfo, counts: Mapping[str, str]) -> str | None:
    """What a ratio divides by what, in the names of its counts; None for a single figure."""
    if info.kind != "ratio":
        return None
    parts = (" + ".join(counts.get(name, name) for name in names) for names in (info.numerator, info.denominator))
    return " / ".join(f"({part})" for part in parts)


def _criterion(found: CriterionResult, result: Result, lang: Lang) -> ExplainedCriterion:
    info = wording.criteria(result)[found.id]
    return filled(
        ExplainedCriterion,
        found,
        **{name: getattr(info, name) for name in ("title", "citation", "weight")},
        reason_text=wording.reason_text(found.reason, lang) or None,
        measures=[_measure(measure, result, lang) for measure in found.measures],
    )


def _measure(found: MeasureResult, result: Result, lang: Lang) -> ExplainedMeasure:
    info = wording.measures(result)[found.id]
    return filled(
        ExplainedMeasure,
        found,
        name=info.name,
        formula=formula(info, wording.told(result.plan, "counts", lang)),
        reason_text=wording.reason_text(found.reason, lang) or None,
        shortfall_text=wording.shortfall_text(found, info, lang) if found.shortfall else None,
        outlook_text=prospects.outlook_text(found, info, lang) or None,
    )
