"""Requirements as a plan writes them: ``on_time >= 99 %`` is measure, operator, exact threshold."""

from __future__ import annotations

import re
from fractions import Fraction

from thidua_cli.plan.nodes import Node, Scalar
from thidua_cli.plan.scalars import exact
from thidua_cli.plan.shapes import Path, Reading, Schema
from thidua_cli.records import record


@record
class RawRequirement:
    """A requirement as written: ``threshold`` already divided by 100 where it was written in percent."""

    measure: str
    operator: str
    threshold: Fraction
    percent: bool


REQUIREMENT = re.compile(
    r"(?P<measure>[A-Za-z0-9_-]+)\s*(?P<operator>>=|<=|≥|≤|=|>|<)\s*(?P<value>[0-9]+(?:[.,][0-9]+)?)\s*(?P<percent>%?)"
)
_OPERATORS = {"≥": ">=", "≤": "<="}


@record
class RequirementShape:
    """``on_time >= 99 %``: measure, operator, threshold."""

    def read(self, node: Node, _path: Path, reading: Reading) -> RawRequirement | None:
        """The parts; the measure's existence is checked later, against the declared ones."""
        if not isinstance(node, Scalar):
            reading.problems.add(node.place, "not_scalar", key="requirements")
            return None
        match = REQUIREMENT.fullmatch(node.value.strip())
        value = exact(match["value"]) if match else None
        if not match or value is None:
            reading.problems.add(node.place, "bad_requirement", value=node.value)
            return None
        percent = bool(match["percent"])
        operator = _OPERATORS.get(match["operator"], match["operator"])
        return RawRequirement(match["measure"], operator, value / 100 if percent else value, percent)

    def schema(self) -> Schema:
        """A string of that form."""
        pattern = r"^\s*[A-Za-z0-9_-]+\s*(>=|<=|≥|≤|=|>|<)\s*[0-9]+([.,][0-9]+)?\s*%?\s*$"
        return {"type": "string", "pattern": pattern, "examples": ["on_time >= 99 %", "initiatives >= 1"]}
