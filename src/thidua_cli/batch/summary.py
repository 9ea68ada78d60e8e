"""From the results of single parts to the combined one: each result is reduced to what is compared, then let go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_cli import __version__
from thidua_cli.batch.parts import Part
from thidua_cli.combined import (
    SCHEMA,
    CombinedCriterion,
    CombinedMeasure,
    CombinedPart,
    CombinedPlan,
    CombinedResult,
    CombinedWarning,
    Shape,
    WarningCode,
)
from thidua_cli.evidence.names import is_commune
from thidua_cli.judging.combining import Candidate, candidates, rank_together
from thidua_cli.plan.loading import file_of
from thidua_cli.plan.model import Plan
from thidua_cli.reports.cases import sums
from thidua_cli.result import ProgramInfo, Result
from thidua_cli.result_base import filled
from thidua_cli.text.language import Message, t

_MOST_NAMED = 10
"""Parts or files that one warning names; its list of parts has all of them."""
_MOST_COMPARED = 50
"""A name that more localities have than this is common to all of them and tells nothing."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one part adds to the whole; ``sums`` maps the sha256 of each of its own files to the file's name."""

    part: CombinedPart
    members: Sequence[Candidate] = ()
    sums: Mapping[str, str] = field(default_factory=dict)
    has_cases: bool = True
    plan: Plan | None = None

    @property
    def only_shared(self) -> bool:
        """Many units and no case: most likely tables that were meant for all parts."""
        return self.part.units > 1 and not self.has_cases


def summarise(part: Part, shape: Shape, result: Result, plan: Plan) -> Summary:
    """What a part with a result adds."""
    own = {file.name for file in part.files}
    inputs = [item for item in result.inputs if item.file in own]
    verdicts = [(criterion.id, criterion.verdict) for unit in result.units for criterion in unit.criteria]
    met = Counter(name for name, verdict in verdicts if verdict == "met")
    applicable = Counter(name for name, verdict in verdicts if verdict != "not_applicable")
    severity = Counter(finding.severity for finding in result.findings)
    proposed = sums(result)
    line = CombinedPart(
        name=part.name,
        shape=shape,
        error=None,
        error_en=None,
        folder=part.name,
        units=len(result.units),
        all_met=sum(unit.all_met for unit in result.units),
        council_review=proposed.cases,
        met={criterion.id: met[criterion.id] for criterion in plan.criteria},
        applicable={criterion.id: applicable[criterion.id] for criterion in plan.criteria},
        persons_eligible=sum(person.eligible for person in result.individuals),
        proposals=proposed.number,
        reward_vnd=proposed.reward or 0,
        files=len(inputs),
        rows=sum(sheet.rows for item in inputs for sheet in item.sheets),
        errors=severity["error"],
        warnings=severity["warning"],
        reward_most=proposed.most_reward or 0,
        plan=plan.sha256,
    )
    digests = {item.sha256: item.file for item in inputs}
    cases = any(sheet.kind in ("dossiers", "statistics") for item in inputs for sheet in item.sheets)
    return Summary(line, candidates(part.name, result, plan), digests, cases, plan)


def failure(name: str, why: Message, files: int = 0) -> Summary:
    """What a part without a result adds: the reason."""
    return Summary(
        CombinedPart(
            name=name,
            shape=None,
            error=why.text(),
            error_en=why.text("en"),
            folder=None,
            units=0,
            all_met=0,
            council_review=0,
            met={},
            applicable={},
            persons_eligible=0,
            proposals=0,
            reward_vnd=0,
            files=files,
            rows=0,
            errors=0,
            warnings=0,
        )
    )


def combine(
    summaries: Iterable[Summary], plan: Plan, as_of: date | None, *, shared: Sequence[str], empty: Sequence[str]
) -> CombinedResult:
    """The combined result: parts in the order of their names, units ranked within their groups over all parts.

    ``plan`` is the batch folder's, for when no part has a result; ``as_of`` is None for the end of the period. Parts
    that differ in their plan are not ranked.
    """
    ordered = sorted(summaries, key=lambda summary: summary.part.name)
    parts = [summary.part for summary in ordered]
    plans = list({one.plan.sha256: one.plan for one in ordered if one.plan is not None}.values()) or [plan]
    plan = plans[0]
    if len(plans) > 1:
        plan = replace(plan, criteria=(), measures={}, standings=())
    percent = {r.measure: r.percent for criterion in plan.criteria for r in criterion.requirements}
    return CombinedResult(
        schema=SCHEMA,
        plan=_plan(plan),
        as_of=(as_of or plan.period_end).isoformat(),
        shared=sorted(shared),
        parts=parts,
        units=rank_together((member for summary in ordered for member in summary.members), plan)
        if len(plans) == 1
        else [],
        criteria=[
            CombinedCriterion(
                id=criterion.id,
                title=criterion.title,
                short_title=criterion.short_title,
                met=sum(part.met.get(criterion.id, 0) for part in parts),
                applicable=sum(part.applicable.get(criterion.id, 0) for part in parts),
            )
            for criterion in plan.criteria
        ],
        measures=[
            CombinedMeasure(id=m.id, name=m.name, short_name=m.short_name, percent=percent[m.id])
            for m in plan.measures.values()
            if m.id in percent
        ],
        standings=list(plan.standings),
        warnings=[
            *_several_plans(ordered, plans),
            *_same_file(ordered),
            *_same_unit(ordered, one_register=bool(shared)),
            *_without_cases(ordered),
            *map(_empty, sorted(empty)),
        ],
        program=ProgramInfo(name="thidua", version=__version__),
        plans=[_plan(one) for one in plans],
    )


def _plan(plan: Plan) -> CombinedPlan:
    return filled(CombinedPlan, plan, file=file_of(plan))


def _several_plans(summaries: Sequence[Summary], plans: Sequence[Plan]) -> list[CombinedWarning]:
    """Why there is no combined standing, and which part goes by which plan."""
    if len(plans) == 1:
        return []
    said = [t("The parts go by {count} different plans: no combined standing is made of them.", count=len(plans))]
    names = [[summary.part.name for summary in summaries if summary.plan == plan] for plan in plans]
    said += [
        t("{parts}: the plan of {year}, {title}.", parts=_listed(of), year=str(plan.year), title=plan.title)
        for plan, of in zip(plans, names, strict=True)
    ]
    parts = [name for of in names for name in of]
    return [
        CombinedWarning(
            code="several_plans",
            message=" ".join(one.text() for one in said),
            message_en=" ".join(one.text("en") for one in said),
            parts=parts,
        )
    ]


def _same_file(summaries: Sequence[Summary]) -> list[CombinedWarning]:
    """Exports that stand, byte for byte, in several parts."""
    places: dict[str, list[tuple[str, str]]] = {}
    for summary in summaries:
        for digest, file in summary.sums.items():
            places.setdefault(digest, []).append((summary.part.name, file))
    by_parts: dict[tuple[str, ...], list[list[str]]] = {}
    for found in places.values():
        if len(found) > 1:
            by_parts.setdefault(tuple(part for part, _ in found), []).append([file for _, file in found])
    return [_copied(list(parts), files) for parts, files in by_parts.items()]


def _copied(parts: list[str], files: Sequence[list[str]]) -> CombinedWarning:
    """One file, or several, that the same parts hold: ``files`` are its names in each."""
    if len(files) == 1:
        said = t("The same file stands in {count} parts: {files}.", count=len(parts), files=_listed(files[0]))
    else:
        said = t(
            "{count:file|files} stand in each of these parts: {parts}. They are: {files}.",
            count=len(files),
            parts=_listed(parts),
            files=_listed([names[0] for names in files]),
        )
    return _warning("duplicate_export", said, parts)


def _same_unit(summaries: Sequence[Summary], *, one_register: bool) -> list[CombinedWarning]:
    """Units that stand in several parts, each ranked by itself.

    Every district has a Phòng Tư pháp of its own, and many a Xã Tân Hội: beside a locality one name means one unit only
    where all parts share a register, or where most communes that two parts name are the same.
    """
    places: dict[str, list[tuple[str, int]]] = {}
    communes = [
        frozenset(member.unit.id for member in summary.members if is_commune(member.unit.name)) for summary in summaries
    ]
    for number, summary in enumerate(summaries):
        for member in () if summary.only_shared else summary.members:
            places.setdefault(member.unit.id, []).append((member.unit.name, number))

    def one(left: int, right: int) -> bool:
        if one_register or summaries[left].part.shape == summaries[right].part.shape == "unit":
            return True
        shared = len(communes[left] & communes[right])
        return min(len(communes[left]), len(communes[right])) < 2 * shared

    by_parts: dict[tuple[str, ...], list[str]] = {}
    for found in places.values():
        numbers = [number for _, number in found]
        if len(numbers) > _MOST_COMPARED and not one_register:
            numbers = [number for number in numbers if summaries[number].part.shape == "unit"]
        same = [n for n in numbers if any(one(n, other) for other in numbers if other != n)]
        if same:
            by_parts.setdefault(tuple(summaries[number].part.name for number in same), []).append(found[0][0])
    return [_several(units, list(parts)) for parts, units in by_parts.items()]


def _several(units: list[str], parts: list[str]) -> CombinedWarning:
    """One unit, or several, that the same parts hold."""
    said = t(
        "{unit} has {count} returns, each ranked by itself: {parts}.",
        unit=units[0],
        count=len(parts),
        parts=_listed(parts),
    )
    if len(units) > 1:
        said = t(
            "{many:unit|units} have {count} returns each, every one ranked by itself ({parts}): {units}.",
            many=len(units),
            count=len(parts),
            parts=_listed(parts),
            units=_listed(units),
        )
    return _warning("unit_in_several_parts", said, parts)


def _without_cases(summaries: Sequence[Summary]) -> list[CombinedWarning]:
    """Parts of many units in which no case stands: most often tables that were meant for all parts."""
    return [
        _warning(
            "no_cases",
            t(
                "“{part}” has no dossiers and no statistics, yet was scored as a part. If it is "
                "meant for all parts, split it into small files (register, index, tasks) beside them.",
                part=summary.part.name,
            ),
            [summary.part.name],
        )
        for summary in summaries
        if summary.only_shared
    ]


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _MOST_NAMED else ""
    return ", ".join(f"“{name}”" for name in names[:_MOST_NAMED]) + more


def _empty(folder: str) -> CombinedWarning:
    return _warning("empty_folder", t("The folder “{folder}” has no table files.", folder=folder), [folder])


def _warning(code: WarningCode, said: Message, parts: list[str]) -> CombinedWarning:
    return CombinedWarning(code=code, message=said.text(), message_en=said.text("en"), parts=parts)
