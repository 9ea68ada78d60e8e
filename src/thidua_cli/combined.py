"""The combined standing of a batch (``tong-hop.json``): every unit of every part ranked in its group, parts side by side.

As in :mod:`thidua_cli.result`: field order is key order, exact figures are whole numbers or strings, no clock inside.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from thidua_cli.result import ProgramInfo, Verdict

SCHEMA = "thidua-combined/1"
Shape = Literal["locality", "unit"]


class _Struct(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every part of a combined result."""


class CombinedPart(_Struct):
    """One part: a locality's data or one unit's return. ``error`` says in words why it has no result."""

    name: str
    shape: Shape | None
    error: str | None
    error_en: str | None
    folder: str | None
    units: int
    all_met: int
    proposals: int
    reward_vnd: int | None
    files: int
    rows: int
    errors: int
    warnings: int


class CombinedUnit(_Struct):
    """One unit of one part, with its rank among all units of its group. ``part_rank`` is its rank in its own part."""

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


class CombinedCriterion(_Struct):
    """One criterion: how many units met it, of those to which it applies, in each part."""

    id: str
    title: str
    met: dict[str, int]
    applicable: dict[str, int]


class CombinedResult(_Struct):
    """Everything that ``tong-hop.json`` holds."""

    schema: str
    plan_id: str
    plan_title: str
    plan_sha256: str
    year: int
    as_of: str
    parts: list[CombinedPart]
    units: list[CombinedUnit]
    criteria: list[CombinedCriterion]
    measures: dict[str, str]
    standings: list[str]
    program: ProgramInfo

    def to_json(self) -> bytes:
        """The bytes of ``tong-hop.json``."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"
