"""Finding what a user names: a unit by any of its exact spellings, a criterion by its id. Likeness only suggests."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.errors import UsageError
from thidua_cli.evidence.names import bare, forms
from thidua_cli.evidence.units import register_of
from thidua_cli.plan.model import Plan
from thidua_cli.result import Result, UnitResult
from thidua_cli.text.language import t
from thidua_cli.text.nearness import did_you_mean, nearest, same_id
from thidua_cli.text.vietnamese import fold

_MOST = 12
"""Units that are named to choose from; the others are counted."""


def find_unit(result: Result, plan: Plan, name: str) -> UnitResult:
    """The unit of a result that a name or id means. Raises UsageError where it means none, or more than one."""
    hits = [unit for unit in result.units if unit.id == name.casefold()]
    if not hits:
        register = register_of([(unit.name, unit.group) for unit in result.units], plan)
        meant = {register.units[index].name for index in register.find(name)}
        hits = [unit for unit in result.units if unit.name in meant] or _plainly(result, name)
    if len(hits) == 1:
        return hits[0]
    names = [unit.name for unit in (hits or result.units)]
    if hits:
        raise UsageError(
            t("“{name}” may mean several units: {names}.", name=name, names=", ".join(names)),
            hint=t("Write the full name."),
        )
    near = did_you_mean(nearest(name, names) or _nearest_bare(name, names))
    raise UsageError(
        t("There is no unit “{name}”.{near}", name=name, near=near),
        hint=t("Units are: {names}", names=", ".join(names))
        if len(names) <= _MOST
        else t("Units are: {names} and {n:other|others}.", names=", ".join(names[:_MOST]), n=len(names) - _MOST),
    )


def _nearest_bare(name: str, names: Sequence[str]) -> list[str]:
    """The units whose names without the word for their kind are nearest."""
    named = {bare(form): one for one in reversed(names) for form in forms(one)}
    return list(dict.fromkeys(named[near] for near in nearest(name, reversed(named))))


def _plainly(result: Result, name: str) -> list[UnitResult]:
    """The units that a name typed without any accent may mean, the word for their kind left out too ("an loc")."""
    if not name.isascii():
        return []
    said = {fold(form) for form in forms(name)}
    return [
        unit for unit in result.units if said & {fold(one) for form in forms(unit.name) for one in (form, bare(form))}
    ]


def find_criterion(result: Result, criterion: str) -> str:
    """A criterion's id, by whatever means it (:func:`same_id`). Raises UsageError with the ids there are."""
    ids = [info.id for info in result.plan.criteria]
    if (found := same_id(criterion, ids)) is not None:
        return found
    raise UsageError(
        t(
            "There is no criterion “{criterion}”.{near}",
            criterion=criterion,
            near=did_you_mean(nearest(criterion, ids)),
        ),
        hint=t("Choose from: {known}.", known=", ".join(ids)),
    )
