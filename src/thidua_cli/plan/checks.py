"""What a well-formed plan must also mean: names that exist, thresholds in range, money that can be computed.

Works on the raw values as read, so that mistakes of form and of meaning come in one message; what could not be read
(None) is passed over, since its own problem is already noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from thidua_cli.plan.checks_words import check_examples, check_vocabulary
from thidua_cli.plan.declaration import Raw
from thidua_cli.plan.requirements import RawRequirement
from thidua_cli.plan.scalars import Amount
from thidua_cli.plan.shapes import Path, Reading
from thidua_cli.text.glossary import words
from thidua_cli.text.language import Message, tc


def check(raw: Raw, reading: Reading) -> None:
    """Note every mistake of meaning in ``raw``."""
    _period(raw, reading)
    _measures(raw, reading)
    _criteria(raw, reading)
    _persons(raw, reading)
    _groups(raw, reading)
    _standings(raw, reading)
    _awards(raw, reading)
    _documents(raw, reading)
    check_vocabulary(raw, reading)
    check_examples(raw, reading)


def _rows(values: Any) -> list[tuple[int, dict[str, Any]]]:
    """The readable entries of a list of objects with their positions."""
    return [(index, row) for index, row in enumerate(values or ()) if isinstance(row, dict)]


def _unique(values: Iterable[tuple[Any, Path]], what: Message, reading: Reading) -> None:
    seen: dict[Any, tuple[int, int]] = {}
    for value, path in values:
        place = reading.places[path]
        if value in seen:
            reading.problems.add(place, "duplicate", value=_shown(value), what=what, line=str(seen[value][0]))
        elif value is not None:
            seen[value] = place


def _shown(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _period(raw: Raw, reading: Reading) -> None:
    period = raw.get("period", {})
    start, end, year = period.get("from"), period.get("to"), raw.get("year")
    if start and end and end < start:
        reading.problems.add(reading.places[("period", "to")], "period_reversed", start=start, end=end)
    elif start and end and year is not None and not start.year <= year <= end.year:
        reading.problems.add(reading.places[("year",)], "year_outside_period", year=str(year), start=start, end=end)


def _measures(raw: Raw, reading: Reading) -> None:
    for name, measure in (raw.get("measures") or {}).items():
        if not isinstance(measure, dict):
            continue
        path: Path = ("measures", name)
        if measure.get("kind") == "ratio" and not measure.get("denominator"):
            reading.problems.add(reading.places[path], "ratio_denominator", measure=name)
        if measure.get("kind") == "value" and measure.get("denominator"):
            reading.problems.add(reading.places[(*path, "denominator")], "value_denominator", measure=name)
        for part in ("numerator", "denominator"):
            places = ((count, (*path, part, i)) for i, count in enumerate(measure.get(part) or ()))
            _unique(places, tc("unique", "count of one sum"), reading)
        _blanks(measure.get("shortfall") or "", (*path, "shortfall"), reading)


def _blanks(text: str, path: Path, reading: Reading) -> None:
    rest = text.replace("{n}", "")
    for word in re.findall(r"\{([^{}]*)\}?", rest) or re.findall(r"(\})", rest):
        reading.problems.add(reading.places[path], "placeholder", word=word.strip("}"))


def _criteria(raw: Raw, reading: Reading) -> None:
    rows = _rows(raw.get("criteria"))
    persons = _rows(raw.get("individual_criteria"))
    ids: list[tuple[Any, Path]] = [(row.get("id"), ("criteria", i, "id")) for i, row in rows]
    ids += [(row.get("id"), ("individual_criteria", i, "id")) for i, row in persons]
    _unique(((value, path) for value, path in ids if value), tc("unique", "criterion's id"), reading)
    for value, path in ids:
        if value in (raw.get("measures") or {}):
            line = reading.places[("measures", value)][0]
            reading.problems.add(
                reading.places[path], "duplicate", value=value, what=tc("unique", "id"), line=str(line)
            )
    for index, row in rows:
        weight = row.get("weight")
        if weight is not None and weight <= 0:
            reading.problems.add(reading.places[("criteria", index, "weight")], "weight", value=_number(weight))
        requirements = row.get("requirements") or ()
        paths: list[Path] = [("criteria", index, "requirements", i) for i in range(len(requirements))]
        _unique(
            ((item.measure, path) for item, path in zip(requirements, paths, strict=True) if item),
            tc("unique", "measure of one criterion"),
            reading,
        )
        for item, path in zip(requirements, paths, strict=True):
            _requirement(item, path, raw, reading)


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else format(float(value), "g")


def _requirement(item: RawRequirement | None, path: Path, raw: Raw, reading: Reading) -> None:
    if item is None:
        return
    measures = raw.get("measures") or {}
    place = reading.places[path]
    if item.measure not in measures:
        reading.problems.unknown(place, "unknown_measure", item.measure, measures)
        return
    kind = (measures[item.measure] or {}).get("kind")
    if kind == "ratio" and not item.percent:
        reading.problems.add(
            place,
            "percent_needed",
            measure=item.measure,
            operator=item.operator,
            value=_number(item.threshold * 100 if item.threshold <= 1 else item.threshold),
        )
    elif kind == "value" and item.percent:
        reading.problems.add(place, "percent_refused", measure=item.measure)
    elif item.percent and item.threshold > 1:
        reading.problems.add(place, "percent_range", value=_number(item.threshold * 100))
    elif item.operator in (">=", "=", ">") and item.threshold <= 0:
        reading.problems.add(place, "threshold_zero", operator=item.operator)


def _persons(raw: Raw, reading: Reading) -> None:
    examples = {"dossiers": "on_time >= 99 %", "initiatives": "initiatives >= 1"}
    for index, row in _rows(raw.get("individual_criteria")):
        path: Path = ("individual_criteria", index)
        kind, requirement = row.get("kind"), row.get("requirement")
        if kind == "classification":
            if not row.get("accepted"):
                reading.problems.add(reading.places[path], "person_accepted")
            if requirement:
                reading.problems.add(
                    reading.places[(*path, "requirement")], "person_unused", key="requirement", kind=kind
                )
        elif kind in examples:
            if row.get("accepted"):
                reading.problems.add(reading.places[(*path, "accepted")], "person_unused", key="accepted", kind=kind)
            if (*path, "requirement") not in reading.places:
                reading.problems.add(reading.places[path], "person_requirement", kind=kind, example=examples[kind])
            _requirement(requirement, (*path, "requirement"), raw, reading)


def _groups(raw: Raw, reading: Reading) -> None:
    rows = _rows(raw.get("groups"))
    for key, what in (("id", tc("unique", "group's id")), ("name", tc("unique", "group's name"))):
        _unique(((row[key], ("groups", i, key)) for i, row in rows if key in row), what, reading)
    for index, row in rows:
        _quota(row.get("quota"), ("groups", index, "quota"), reading)


def _quota(quota: Amount | None, path: Path, reading: Reading) -> None:
    if quota is None:
        return
    if quota.percent and quota.value > 1:
        reading.problems.add(reading.places[path], "percent_range", value=_number(quota.value * 100))
    elif not quota.percent and quota.value.denominator != 1:
        reading.problems.add(reading.places[path], "quota_whole", value=_number(quota.value))


def _standings(raw: Raw, reading: Reading) -> None:
    known = [*words("standings"), *(raw.get("measures") or {})]
    order: Sequence[str | None] = raw.get("standings") or ()
    for index, word in enumerate(order):
        if word is not None and word not in known:
            reading.problems.unknown(reading.places[("standings", index)], "unknown_standing", word, known)
    _unique(
        ((word, ("standings", i)) for i, word in enumerate(order) if word),
        tc("unique", "step of the standing"),
        reading,
    )


def _awards(raw: Raw, reading: Reading) -> None:
    awards = raw.get("awards") or {}
    forms = _rows(awards.get("forms"))
    _unique(
        ((row["id"], ("awards", "forms", i, "id")) for i, row in forms if "id" in row),
        tc("unique", "form of award"),
        reading,
    )
    for index, row in forms:
        for key in ("base_salary_multiple", "round_up_to"):
            if row.get(key) is not None and row[key] <= 0:
                reading.problems.add(reading.places[("awards", "forms", index, key)], "positive", key=key)
        if row.get("rounding") == "before_doubling" and row.get("recipient") == "individual":
            reading.problems.add(reading.places[("awards", "forms", index, "rounding")], "doubling_unit")
    _quota(awards.get("individual_quota"), ("awards", "individual_quota"), reading)
    share = awards.get("max_leader_share")
    if share is not None and share > 1:
        reading.problems.add(reading.places[("awards", "max_leader_share")], "fraction_range", key="max_leader_share")
    salaries = _rows(raw.get("base_salary"))
    _unique(
        ((row["valid_from"], ("base_salary", i, "valid_from")) for i, row in salaries if "valid_from" in row),
        tc("unique", "day of coming into force"),
        reading,
    )
    for index, row in salaries:
        if row.get("value") == 0:
            reading.problems.add(reading.places[("base_salary", index, "value")], "positive", key="value")
    day = awards.get("money_date")
    if forms and day and not any(row["valid_from"] <= day for _, row in salaries if "valid_from" in row):
        reading.problems.add(reading.places[("awards", "money_date")], "no_base_salary", day=day)


def _documents(raw: Raw, reading: Reading) -> None:
    council = (raw.get("documents") or {}).get("council") or {}
    for key in ("quorum", "pass_rate"):
        value = council.get(key)
        if value is not None and not 0 < value <= 1:
            reading.problems.add(reading.places[("documents", "council", key)], "fraction_range", key=key)
