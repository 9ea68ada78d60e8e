"""The combined standing of a batch (``tong-hop.json``): units of every part ranked in their groups, parts side by side.

As in :mod:`thidua_cli.result`: field order is key order, exact figures are whole numbers or strings, no clock inside.
"""

from __future__ import annotations

from typing import Literal

from msgspec import field

from thidua_cli.result import ProgramInfo, Verdict
from thidua_cli.result_base import ResultStruct
from thidua_cli.text.plain import published, schema_of

SCHEMA = "thidua-combined/1"
Shape = Literal["locality", "unit"]
"""What a part is: the data of many units, or one unit's return."""


class CombinedPart(ResultStruct, frozen=True, kw_only=True):
    """One part: a locality's data or one unit's return. ``error`` says in words why it has no result.

    ``folder`` is where its results lie, below the batch's own; ``files`` and ``rows`` are its own, without what all
    parts share; ``met`` and ``applicable`` count, per criterion, the units that meet it and those to which it applies.
    ``plan`` is the sha256 of the plan it was judged by. ``proposals`` and ``reward_vnd`` are of what is proposed
    outright, ``reward_most`` is the most it can become by the council's choice.
    """

    name: str
    shape: Shape | None
    error: str | None
    error_en: str | None
    folder: str | None
    units: int
    all_met: int
    council_review: int
    met: dict[str, int]
    applicable: dict[str, int]
    persons_eligible: int
    proposals: int
    reward_vnd: int
    files: int
    rows: int
    errors: int
    warnings: int
    reward_most: int = 0
    plan: str = ""


class CombinedUnit(ResultStruct, frozen=True, kw_only=True):
    """One unit of one part, with its rank among all units of its group. ``part_rank`` is its rank in its own part.

    ``decided_by`` as in a single result, among all units.
    """

    part: str
    id: str
    name: str
    group: str
    rank: int
    tied: bool
    part_rank: int
    score: str
    all_met: bool
    criteria_met: int
    criteria_applicable: int
    council_review: bool
    verdicts: dict[str, Verdict]
    values: dict[str, str | None]
    decided_by: str | None = None


class CombinedCriterion(ResultStruct, frozen=True, kw_only=True):
    """One criterion over all parts: how many units met it, of those to which it applies."""

    id: str
    title: str
    short_title: str
    met: int
    applicable: int


class CombinedMeasure(ResultStruct, frozen=True, kw_only=True):
    """A measure whose values units carry: its words, and whether its values are percentages."""

    id: str
    name: str
    short_name: str
    percent: bool


WarningCode = Literal["duplicate_export", "unit_in_several_parts", "no_cases", "empty_folder", "several_plans"]


class CombinedWarning(ResultStruct, frozen=True, kw_only=True):
    """Something to look at that no part can know by itself, with the parts that it is about."""

    code: WarningCode
    message: str
    message_en: str
    parts: list[str]


class CombinedPlan(ResultStruct, frozen=True, kw_only=True):
    """A plan that parts were judged by."""

    id: str
    year: int
    title: str
    sha256: str
    issuer: str
    file: str = ""


class CombinedResult(ResultStruct, frozen=True, kw_only=True):
    """Everything that ``tong-hop.json`` holds. ``shared`` are the files whose tables hold for every part.

    ``plans`` are the plans of the parts; ``plan`` is the first of them. Units are ranked together only where it is the
    only one: else ``units`` and ``criteria`` are empty, and each part has its standing in its own folder.
    """

    schema: str
    plan: CombinedPlan
    as_of: str
    shared: list[str]
    parts: list[CombinedPart]
    units: list[CombinedUnit]
    criteria: list[CombinedCriterion]
    measures: list[CombinedMeasure]
    standings: list[str]
    warnings: list[CombinedWarning]
    program: ProgramInfo
    plans: list[CombinedPlan] = field(default_factory=list)

    def to_json(self) -> bytes:
        """The bytes of ``tong-hop.json``: UTF-8, two spaces of indent, a final line end."""
        return published(self)

    @property
    def one_plan(self) -> bool:
        """Whether all parts go by one plan, and so are ranked together."""
        return len(self.plans) <= 1

    @property
    def done(self) -> list[CombinedPart]:
        """The parts that have a result."""
        return [part for part in self.parts if part.error is None]

    @property
    def failed(self) -> list[CombinedPart]:
        """The parts that have none."""
        return [part for part in self.parts if part.error is not None]


def batch_schema() -> dict[str, object]:
    """The JSON Schema of ``tong-hop.json`` and ``batch --json``, published as ``docs/batch.schema.json``."""
    return schema_of(CombinedResult)
