"""Two results side by side: who moved, and whether the data or the plan moved them (``diff``, ``what-if``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from thidua_cli.reports import wording
from thidua_cli.reports.cases import cases, outright
from thidua_cli.reports.differing import Difference, differences
from thidua_cli.reports.plan_changes import PlanChange, plan_changes
from thidua_cli.result import MeasureResult, Result, UnitResult
from thidua_cli.text.language import Lang
from thidua_cli.text.plain import published, schema_of

DIFF_SCHEMA: Literal["thidua-diff/1"] = "thidua-diff/1"
VERIFY_SCHEMA: Literal["thidua-verify/1"] = "thidua-verify/1"
Cause = Literal["data", "plan", "both", "others"]
"""What moved a unit: its own figures, the plan's requirements or weights, both, or only what others did."""
Outcome = Literal["proposed", "council", "no"]
"""What comes of somebody for an award: proposed outright, put before the council, not proposed."""


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One criterion whose verdict differs; a verdict is empty where that result has no such criterion."""

    criterion: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One unit that moved: rank (``tied``: a shared one) and score before and after; None and empty if not judged."""

    unit: str
    name: str
    rank_before: int | None
    rank_after: int | None
    tied_before: bool
    tied_after: bool
    score_before: str
    score_after: str
    verdicts: tuple[VerdictChange, ...]
    cause: Cause


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of a unit that differs, as numerator and denominator (``197/199``); empty where there is none.

    Where those are alike and what they are made of is not, the counts that differ in words.
    """

    unit: str
    measure: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AwardChange:
    """What comes of a unit or a person for one award, before and after: proposed (with the dong), for the council, no.

    ``reason`` says why it is so now, in Vietnamese and English.
    """

    award: str
    unit: str
    individual: str | None
    before: Outcome
    after: Outcome
    reward_before: int | None
    reward_after: int | None
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two results, in the order of the newer one's standings.

    ``persons`` are (unit, name, eligible before, after); ``proposals`` whose state for an award, or reward, is
    another; ``figures`` are those that differ at all, whatever they decide; ``as_of`` are the days of both; ``plan``
    the clauses of the plan that differ.
    """

    schema: Literal["thidua-diff/1"]
    units: tuple[UnitChange, ...]
    persons: tuple[tuple[str, str, bool | None, bool | None], ...]
    proposals: tuple[AwardChange, ...]
    same_data: bool
    same_plan: bool
    figures: tuple[FigureChange, ...]
    as_of: tuple[str, str]
    plan: tuple[PlanChange, ...]

    def __repr__(self) -> str:
        """One line: how much differs."""
        return (
            f"<Comparison: {len(self.units)} units and {len(self.persons)} individuals moved, "
            f"{len(self.proposals)} proposals and {len(self.figures)} figures differ>"
        )

    @property
    def nothing(self) -> bool:
        """Whether nobody moved and no figure differs."""
        return not (self.units or self.persons or self.proposals or self.figures)

    def to_json(self) -> bytes:
        """The same for programs."""
        return published(self)


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a stored result still follows from its inputs (``verify --json``); if not, what moved, and where.

    ``edited`` are the inputs that are no longer as they were scored: what differs comes of them.
    """

    schema: Literal["thidua-verify/1"]
    holds: bool
    comparison: Comparison | None
    differences: tuple[Difference, ...]
    edited: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The same for programs."""
        return published(self)


def diff_schema() -> dict[str, object]:
    """The JSON Schema of ``diff`` and ``what-if`` with ``--json``, published as ``docs/diff.schema.json``."""
    return schema_of(Comparison)


def verify_schema() -> dict[str, object]:
    """The JSON Schema of ``verify --json``, published as ``docs/verify.schema.json``."""
    return schema_of(Verification)


def verification(stored: Result, derived: Result, lang: Lang = "vi", edited: Sequence[str] = ()) -> Verification:
    """What came of deriving a result again: it holds if every byte is the same."""
    if derived.to_json() == stored.to_json():
        return Verification(VERIFY_SCHEMA, holds=True, comparison=None, differences=())
    places = (one for one in differences(stored, derived, lang) if not (edited and one.place.startswith("inputs[")))
    return Verification(
        VERIFY_SCHEMA,
        holds=False,
        comparison=compare(stored, derived, lang),
        differences=tuple(places),
        edited=tuple(edited),
    )


def compare(old: Result, new: Result, lang: Lang = "vi") -> Comparison:
    """What differs from the older to the newer result; counts are named in the reader's language."""
    before = {unit.id: unit for unit in old.units}
    after = {unit.id: unit for unit in new.units}
    ids = [*after, *(unit for unit in before if unit not in after)]
    changes = [_change(before.get(unit), after.get(unit), old, new) for unit in ids]
    return Comparison(
        DIFF_SCHEMA,
        tuple(change for change in changes if change is not None),
        _persons(old, new),
        _proposals(old, new),
        {item.sha256 for item in old.inputs} == {item.sha256 for item in new.inputs},
        old.plan.sha256 == new.plan.sha256,
        tuple(
            change
            for unit in ids
            for change in _figures(before.get(unit), after.get(unit), wording.count_words(new, lang))
        ),
        (old.as_of, new.as_of),
        plan_changes(old, new, lang),
    )


def _change(old: UnitResult | None, new: UnitResult | None, before: Result, after: Result) -> UnitChange | None:
    left = {c.id: c.verdict for c in old.criteria} if old else {}
    right = {c.id: c.verdict for c in new.criteria} if new else {}
    verdicts = tuple(
        VerdictChange(name, left.get(name, ""), right.get(name, ""))
        for name in dict.fromkeys((*left, *right))
        if left.get(name) != right.get(name)
    )
    same_place = old is not None and new is not None and _place(old) == _place(new)
    known = new or old
    if known is None or (same_place and not verdicts):
        return None
    return UnitChange(
        known.id,
        known.name,
        old.rank if old else None,
        new.rank if new else None,
        old is not None and old.tied,
        new is not None and new.tied,
        old.score if old else "",
        new.score if new else "",
        verdicts,
        _cause(old, new, before, after),
    )


def _place(unit: UnitResult) -> object:
    return unit.rank, unit.tied, unit.score


def _cause(old: UnitResult | None, new: UnitResult | None, before: Result, after: Result) -> Cause:
    by_plan = _rules(before) != _rules(after)
    other_data = _inputs(before) != _inputs(after)
    by_data = bool(_figures(old, new, {})) and (other_data or not by_plan)
    if by_data and by_plan:
        return "both"
    return "data" if by_data else "plan" if by_plan else "others"


def _rules(result: Result) -> object:
    """What of the plan decides verdicts, scores and ranks."""
    plan = result.plan
    return (
        [(c.id, c.weight, c.applies_to, c.requirements) for c in plan.criteria],
        [(m.id, m.numerator, m.denominator) for m in plan.measures],
        (plan.standings, plan.settings, plan.period_start, plan.period_end),
    )


def _inputs(result: Result) -> object:
    return {item.sha256 for item in result.inputs}, result.as_of


def _measures(unit: UnitResult | None) -> dict[tuple[str, str], MeasureResult]:
    return {(c.id, m.id): m for c in unit.criteria for m in c.measures} if unit else {}


def _figures(old: UnitResult | None, new: UnitResult | None, counts: Mapping[str, str]) -> list[FigureChange]:
    """The figures of a unit that differ; ``counts`` are the plan's words for what they are made of."""
    left, right = _measures(old), _measures(new)
    known = new or old
    return [
        FigureChange(known.id if known else "", name[1], *_values(left.get(name), right.get(name), counts))
        for name in {**left, **right}
        if _figure(left.get(name)) != _figure(right.get(name))
    ]


def _values(old: MeasureResult | None, new: MeasureResult | None, counts: Mapping[str, str]) -> tuple[str, str]:
    before, after = _ratio(old), _ratio(new)
    if before != after or old is None or new is None:
        return before, after
    differ = [name for name in {**old.counts, **new.counts} if old.counts.get(name) != new.counts.get(name)]
    told = ["; ".join(f"{counts.get(name, name)} {one.counts.get(name)}" for name in differ) for one in (old, new)]
    return told[0], told[1]


def _figure(measure: MeasureResult | None) -> object:
    if measure is None:
        return None
    return measure.numerator, measure.denominator, measure.undecided, measure.counts


def _ratio(measure: MeasureResult | None) -> str:
    if measure is None or measure.numerator is None:
        return ""
    told = f"{measure.numerator}/{measure.denominator}"
    return f"{told} (+{measure.undecided}?)" if measure.undecided else told


def _persons(old: Result, new: Result) -> tuple[tuple[str, str, bool | None, bool | None], ...]:
    left = {(p.unit, p.name, p.position): p.eligible for p in old.individuals}
    right = {(p.unit, p.name, p.position): p.eligible for p in new.individuals}
    names = dict.fromkeys((*right, *left))
    return tuple((n[0], n[1], left.get(n), right.get(n)) for n in names if left.get(n) != right.get(n))


_Who = tuple[str, str, str | None, str]
"""An award, a unit, a person of it (None: the unit itself) and the position, by which two of one name differ."""


def _proposals(old: Result, new: Result) -> tuple[AwardChange, ...]:
    before, after = _states(old), _states(new)
    return tuple(
        AwardChange(*who[:3], was[0], now[0], was[1], now[1], *now[2:])
        for who in dict.fromkeys((*after, *before))
        if (was := before.get(who, _NOBODY))[:2] != (now := after.get(who, _out(who, new)))[:2]
    )


_State = tuple[Outcome, int | None, str, str]
_NOBODY: _State = ("no", None, "", "")


def _states(result: Result) -> dict[_Who, _State]:
    """Who is proposed outright, for how much, and who is put before the council; why, in both languages."""
    found: dict[_Who, _State] = {
        (one.award, one.unit, one.individual, one.position or ""): (
            "proposed",
            one.reward_vnd,
            one.reason,
            one.reason_en,
        )
        for one in outright(result)
    }
    for case in cases(result):
        kind = "unit" if case.individual is None else "individual"
        mine = [award.id for award in result.plan.awards if award.recipient == kind]
        for award in mine if case.proposal is None else [case.proposal.award]:
            found[award, case.unit, case.individual, case.position] = ("council", None, case.reason, case.reason_en)
    return found


def _out(who: _Who, result: Result) -> _State:
    """Why nothing comes of somebody, as far as it is said."""
    out = [one for one in result.exclusions if (one.unit, one.individual) == who[1:3]]
    return ("no", None, out[0].reason, out[0].reason_en) if out else _NOBODY
