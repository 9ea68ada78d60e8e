"""Where on the page a thing stands: one id per unit, criterion, requirement, input table and person."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_cli.result import Result
from thidua_cli.text.vietnamese import slug


class Anchors:
    """Ids for links within the page; made of slugs, so that an odd name in a result cannot break an attribute."""

    def __init__(self, result: Result) -> None:
        self._units = _unique("dv", (unit.id for unit in result.units))
        self._criteria = _unique("tc", (criterion.id for criterion in result.plan.criteria))
        self._measures = _unique("cs", (measure.id for measure in result.plan.measures))
        self._files = {file.file: f"ng-{number}" for number, file in enumerate(result.inputs, 1)}
        self._sheets = {
            (file.file, sheet.sheet): f"ng-{number}-{index}"
            for number, file in enumerate(result.inputs, 1)
            for index, sheet in reversed(list(enumerate(file.sheets, 1)))
        }

    def unit(self, unit_id: str) -> str:
        """The unit's section."""
        return self._units.get(unit_id, "don-vi")

    def criterion(self, criterion_id: str) -> str:
        """The criterion in the section on how figures are computed."""
        return self._criteria.get(criterion_id, "cach-tinh")

    def verdict(self, unit_id: str, criterion_id: str) -> str:
        """A unit's verdict on a criterion."""
        return f"{self.unit(unit_id)}-{self.criterion(criterion_id)}"

    def measure(self, unit_id: str, measure_id: str) -> str:
        """The sources and rows behind a unit's figure."""
        return f"{self.unit(unit_id)}-{self._measures.get(measure_id, 'cs')}"

    def person(self, number: int) -> str:
        """The rows that speak against a person, by the person's place in the result."""
        return f"cn-{number}"

    def table(self, file: str | None, sheet: str | None) -> str:
        """The input table, else its file; empty where the result lists neither."""
        return self._sheets.get((file or "", sheet or ""), "") or self._files.get(file or "", "")


def _unique(prefix: str, names: Iterable[str]) -> dict[str, str]:
    """An id for each name: its slug, with a number where two slugs meet."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(names, 1):
        anchor = f"{prefix}-{slug(name)}"
        if anchor in taken or not slug(name):
            anchor = f"{anchor}-so-{number}"
        taken.add(anchor)
        made.setdefault(name, anchor)
    return made
