"""What each unit still owes before it can be judged: read from a result alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from thidua_cli.reports import wording
from thidua_cli.reports.prospects import finding_units
from thidua_cli.result import FindingInfo, MeasureResult, Result, UnitResult
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Message, joined, t
from thidua_cli.text.plain import published, schema_of

EMPTY = frozenset({"no_table", "empty_table", "no_row", "no_one_stop"})
"""Reasons of “no data” that say that something was not handed in; the others are about what was."""
_PERIODS = frozenset({"other_period", "period_conflict"})
"""Reasons of “no data” of which a finding of the same code says more."""
_SOURCES = (
    ("tasks", ("tasks_assigned", "tasks_completed"), t("results of the tasks (nhiem-vu.xlsx)")),
    ("par_index", ("par_index",), t("scores of the PAR index (chi-so-cchc.xlsx)")),
    (
        "initiatives",
        ("initiatives_recognised",),
        t("initiatives, models and whether they are recognised (sang-kien.xlsx)"),
    ),
)
_DOSSIERS = (
    "dossiers statistics",
    t("list of dossiers or statistics, exported from the one-stop software and the public service portal"),
)
_ASSESSED = t("whether it is assessed on the PAR index: write “Có” or “Không” (don-vi.xlsx)")
_NO_CASES = t(
    "confirm that the period had no dossiers (write “Không có” beside the unit's name in a list of dossiers), or hand "
    "in the list of dossiers"
)


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that a unit owes: what, for which criteria, why; ``empty`` where it was not handed in at all.

    ``office``: what the office that judges mends itself, and asks no unit for.
    """

    what: Message
    criteria: tuple[str, ...]
    why: Message
    empty: bool
    office: bool = False


@dataclass(frozen=True, slots=True)
class UnitOwes:
    """One unit with all that it owes; nothing where it is complete."""

    unit: UnitResult
    owed: Sequence[Owed]


class OwedThing(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a unit owes: what, for which criteria, why; ``empty`` where it was not handed in at all."""

    what: str
    criteria: tuple[str, ...]
    why: str
    empty: bool


class OwingUnit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit that owes something."""

    id: str
    name: str
    group: str
    owed: Sequence[OwedThing]


class OwingJson(msgspec.Struct, frozen=True, kw_only=True):
    """What is owed, as JSON, in this order of keys."""

    schema: Literal["thidua-remind/1"]
    year: int
    as_of: str
    units: Sequence[OwingUnit]


def owing_json(result: Result) -> bytes:
    """What each unit still owes for programs; units that owe nothing are left out."""
    units = [
        OwingUnit(id=one.unit.id, name=one.unit.name, group=one.unit.group, owed=[_thing(owed) for owed in one.owed])
        for one in owed_by_units(result)
    ]
    return published(OwingJson(schema="thidua-remind/1", year=result.plan.year, as_of=result.as_of, units=units))


def _thing(owed: Owed) -> OwedThing:
    return OwedThing(what=owed.what.text(), criteria=owed.criteria, why=owed.why.text(), empty=owed.empty)


def owing_schema() -> dict[str, object]:
    """The JSON Schema of ``thidua remind --json``, published as ``docs/remind.schema.json``."""
    return schema_of(OwingJson)


def owing(result: Result) -> list[UnitOwes]:
    """Every unit in the order of the result, with what it still owes."""
    by_unit: dict[str, list[FindingInfo]] = {}
    for finding in result.findings:
        for unit in finding_units(finding) if finding.severity == "error" else ():
            by_unit.setdefault(unit, []).append(finding)
    return [UnitOwes(unit, _of_unit(unit, by_unit.get(unit.id, []), result)) for unit in result.units]


def owed_by_units(result: Result) -> list[UnitOwes]:
    """The units that owe something, with what they are asked for: what the office mends itself is left out."""
    units = [UnitOwes(one.unit, [owed for owed in one.owed if not owed.office]) for one in owing(result)]
    return [one for one in units if one.owed]


def unfilled(owed: Iterable[UnitOwes]) -> bool:
    """Whether something was not handed in at all."""
    return any(one.empty for unit in owed for one in unit.owed)


def _of_unit(unit: UnitResult, wrong: Sequence[FindingInfo], result: Result) -> list[Owed]:
    """What one unit owes: what is missing, then what is wrong in its tables, with the criteria that rest on it.

    Of a list that was handed in, the wrong cells alone are asked for, where there are any.
    """
    found: dict[tuple[str, Message, str], list[str]] = {}
    of_finding: dict[int, list[str]] = {}
    for criterion in unit.criteria:
        label = wording.criterion_label(criterion.id)
        for measure in criterion.measures:
            said = _what(measure, result)
            if said is None or (said[2] == "no_cases" and _confirmed(unit, said[0], result)):
                continue
            places = {(source.file, source.sheet) for source in measure.sources}
            places |= {(row.file, row.sheet) for row in measure.undecided_rows}
            about = [number for number, one in enumerate(wrong) if (one.file, one.sheet) in places]
            for number in about:
                of_finding.setdefault(number, []).append(label)
            if measure.reason in EMPTY or not about:
                found.setdefault(said, []).append(label)
    missing = [
        Owed(what, tuple(dict.fromkeys(labels)), _why(reason, kinds, unit, result), reason in EMPTY)
        for (kinds, what, reason), labels in found.items()
    ]
    mend = [_to_mend(one, tuple(dict.fromkeys(of_finding.get(number, ())))) for number, one in enumerate(wrong)]
    return [*missing, *mend]


def _what(measure: MeasureResult, result: Result) -> tuple[str, Message, str] | None:
    """What a measure wants: the kinds of tables that would say it, their name, and the reason that it wants them."""
    counts = {*wording.measures(result)[measure.id].numerator}
    kinds, what = next(((kinds, words) for kinds, names, words in _SOURCES if counts & {*names}), _DOSSIERS)
    if measure.verdict == "no_data":
        return kinds, what, measure.reason or ""
    return (kinds, _NO_CASES, "no_cases") if measure.reason == "no_cases" else None


def _confirmed(unit: UnitResult, kinds: str, result: Result) -> bool:
    """Whether the unit says itself that it has nothing of these kinds."""
    own = [one for one in result.findings if one.code == "nothing_reported" and one.unit == unit.id]
    return any((one.file, one.sheet) in _sheets(kinds, result) for one in own)


def _sheets(kinds: str, result: Result) -> set[tuple[str | None, str | None]]:
    return {(file.file, sheet.sheet) for file in result.inputs for sheet in file.sheets if sheet.kind in kinds.split()}


def _why(reason: str, kinds: str, unit: UnitResult, result: Result) -> Message:
    """Why something is wanted; where what was handed in is of another period or a part of it, of which."""
    if reason == "no_cases":
        return t("no row of the unit")
    sheets = _sheets(kinds, result)
    of_period = {
        one.message: wording.spoken(one, "message")
        for one in result.findings
        if one.code == reason and reason in _PERIODS and (one.file, one.sheet) in sheets
        if unit.id in (finding_units(one) or [unit.id])
    }
    return joined([*of_period.values()] or [called("reason", reason)], " ")


def _to_mend(finding: FindingInfo, criteria: tuple[str, ...]) -> Owed:
    """What is wrong in the tables of a unit: the cell, its sheet and file, and what to do there."""
    if finding.code == "assessed_blank":
        return Owed(_ASSESSED, criteria, t("not filled in"), empty=True, office=True)
    cell, sheet, file = finding.cell, finding.sheet, finding.file
    named = []
    if cell:
        said, more = t("cell {cell}", cell=cell), finding.count - 1
        named.append(t("{named} and {n:more cell|more cells}", named=said, n=more) if more > 0 else said)
    named += [t("sheet “{sheet}”", sheet=sheet)] if sheet else []
    named += [t("file {file}", file=file)] if file else []
    what = t("mend {place}", place=joined(named) if named else t("the data"))
    why = [wording.spoken(finding, field) for field in ("message", "hint") if getattr(finding, field)]
    return Owed(what, criteria, joined(why, " "), empty=False, office=finding.mended_by == "office")
