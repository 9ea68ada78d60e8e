"""Finding what a user names: a unit by any of its exact spellings, a criterion by its id. Likeness only suggests."""

from __future__ import annotations

import difflib

from thidua_cli.errors import UsageError
from thidua_cli.evidence.units import register_of
from thidua_cli.plan.model import Plan
from thidua_cli.result import Result, UnitResult


def find_unit(result: Result, plan: Plan, name: str) -> UnitResult:
    """The unit of a result that a name or id means. Raises UsageError where it means none, or more than one."""
    hits = [unit for unit in result.units if unit.id == name]
    if not hits:
        register = register_of([(unit.name, unit.group) for unit in result.units], plan)
        meant = {register.units[index].name for index in register.find(name)}
        hits = [unit for unit in result.units if unit.name in meant]
    if len(hits) == 1:
        return hits[0]
    names = [unit.name for unit in (hits or result.units)]
    close = difflib.get_close_matches(name, names, n=3, cutoff=0.4) if not hits else names
    if hits:
        raise UsageError(
            f"“{name}” có thể là nhiều đơn vị: {', '.join(names)}.",
            f"“{name}” may mean several units: {', '.join(names)}.",
            hint_vi="Ghi tên đầy đủ.",
            hint_en="Write the full name.",
        )
    raise UsageError(
        f"Không có đơn vị “{name}”.",
        f"There is no unit “{name}”.",
        hint_vi=f"Gần giống nhất: {', '.join(close)}." if close else "Xem tên các đơn vị bằng thidua score.",
        hint_en=f"Nearest: {', '.join(close)}." if close else "See the units' names with thidua score.",
    )


def find_criterion(result: Result, criterion: str) -> str:
    """A criterion's id, checked. Raises UsageError with the ids there are."""
    ids = [info.id for info in result.plan.criteria]
    named = {name.casefold(): name for name in ids}
    if criterion.casefold() not in named:
        raise UsageError(
            f"Không có tiêu chí “{criterion}”.",
            f"There is no criterion “{criterion}”.",
            hint_vi=f"Chọn trong: {', '.join(ids)}.",
            hint_en=f"Choose from: {', '.join(ids)}.",
        )
    return named[criterion.casefold()]
