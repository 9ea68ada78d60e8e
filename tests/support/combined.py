"""Fake combined results for the tests of reports, made of fake results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from tests.support.results import make_result
from thidua_cli.batch.parts import Part, PartFile
from thidua_cli.batch.summary import combine, failure, summarise
from thidua_cli.combined import CombinedResult
from thidua_cli.plan.loading import load_plan
from thidua_cli.text.language import verbatim

PLAN = load_plan()
NAMES = ["Huyện Tam Nông", "Thành phố Hồng Ngự", "a b#c%?&"]
"""Localities, one with a name that an address must quote."""


def _part(name: str) -> Part:
    return Part(name, (PartFile("mot-cua.xlsx", f"{name}/mot-cua.xlsx", 1),), is_workbook=False)


def make_combined(names: Sequence[str] = NAMES, *, hostile: bool = False) -> CombinedResult:
    """Localities of 19 units each, one single return, one part that failed, one shared file, one empty folder.

    ``hostile``: markup, formulas, templates and paths stand in names.
    """
    summaries = [
        summarise(_part(name), "locality", make_result(19, 5, seed=seed, hostile=hostile), PLAN)
        for seed, name in enumerate(names, 1)
    ]
    single = make_result(19, 0, seed=99, hostile=hostile)
    summaries.append(summarise(_part("Phường An Lộc"), "unit", replace(single, units=single.units[:1]), PLAN))
    summaries.append(failure("hỏng", verbatim("Không đọc được <tệp>.")))
    return combine(summaries, PLAN, date(2021, 12, 31), shared=["don-vi.xlsx"], empty=["Trống"])
