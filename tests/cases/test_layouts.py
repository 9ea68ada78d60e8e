"""Exports of real systems, rebuilt (B2, B4–B7, B10, B13 and a register): what each is taken for, and two known figures.

``check`` must name the kind, the system, the period, and whether a list holds all dossiers or only some.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.cases.facts import Answer
from tests.cases.running import HERE
from thidua_cli.checking import Checked, check
from thidua_cli.intake.tables import Kind, System
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan

FOLDER = HERE / "layouts"
YEAR = "2021"


def checked(name: str) -> Checked:
    """What ``check`` says of one file."""
    return check([FOLDER / name], load_plan())


@pytest.mark.parametrize(
    ("name", "kind", "system", "period", "partial", "rows"),
    [
        ("DS_Tra_KQ_dat-dai.xlsx", Kind.DOSSIERS, System.ONE_STOP, YEAR, "returned", 20),
        ("ho-so-qua-han-phu-luc-I.xlsx", Kind.DOSSIERS, System.ONE_STOP, YEAR, "late", 3),
        ("chi-tiet-tiep-nhan-tra-ket-qua.xlsx", Kind.STATISTICS, System.ONE_STOP, YEAR, "", 7),
        ("nop-tu-cong-dvc.xlsx", Kind.STATISTICS, System.PUBLIC_SERVICE, YEAR, "", 7),
        ("theo-thu-tuc-mot-don-vi.xlsx", Kind.STATISTICS, System.ONE_STOP, YEAR, "", 3),
        ("tien-do-giai-quyet-766.xlsx", Kind.STATISTICS, System.ONE_STOP, YEAR, "", 7),
        ("tong-hop-don-vi.xlsx", Kind.STATISTICS, System.ONE_STOP, YEAR, "", 7),
        ("tong-hop-don-vi-truc-tiep-la-trong-ky.xlsx", Kind.STATISTICS, System.ONE_STOP, YEAR, "", 7),
        ("danh-muc-don-vi.xlsx", Kind.UNITS, None, "None", "", 7),
        ("sang-kien-ky-tu-dac-biet.xlsx", Kind.INITIATIVES, None, "None", "", 6),
    ],
)
def test_an_export_is_taken_for_what_it_is(
    name: str, kind: Kind, system: System | None, period: str, partial: str, rows: int
) -> None:
    """Kind, system, period and wholeness of each export are those of its layout."""
    (table,) = checked(name).tables
    receipt = table.receipt
    assert (kind, system, period, partial, rows) == (
        receipt.kind,
        receipt.system,
        str(receipt.period),
        receipt.partial,
        receipt.rows,
    )


def test_a_ranking_is_no_register_and_no_index() -> None:
    """A table of ranks and points out of several maxima (B10) is named and not read."""
    found = checked("xep-hang-766.xlsx")
    assert [] == list(found.tables)
    assert ["known_but_unused"] == [finding.code for finding in found.findings]


def test_waiting_for_reception_is_no_handling() -> None:
    """Dossiers "chậm được tiếp nhận" (B7) are not late, and of two columns of overdue ones the plainer is read."""
    (table,) = checked("nop-tu-cong-dvc.xlsx").tables
    expected = {"unit": 1, "received_total": 2, "early_or_on_time": 3, "pending_overdue": 5}
    assert expected == {field: column.index for field, column in table.columns.items()}


@pytest.mark.parametrize(
    ("name", "measure", "figures"),
    [
        ("tien-do-giai-quyet-766.xlsx", "on_time", (991, 1000)),
        ("tien-do-giai-quyet-766.xlsx", "on_software", (1000, 1000)),
        ("tong-hop-don-vi-truc-tiep-la-trong-ky.xlsx", "online_34", (390, 1000)),
    ],
)
def test_figures_of_an_loc(name: str, measure: str, figures: tuple[int, int]) -> None:
    """Phường An Lộc has the figures that its export says."""
    answer = msgspec.json.decode(score([FOLDER / name], load_plan()).to_json(), type=Answer)
    got = next(unit for unit in answer.units if unit.name.casefold().endswith("phường an lộc")).measure(measure)
    assert figures == (got.numerator, got.denominator)


def test_ties_at_the_quota_are_of_so_many() -> None:
    """Under quotas of 2, 1 and 2 eight units meet everything and four persons are eligible."""
    folder = HERE / "documents"
    result = score([folder / "dong-hang-va-han-muc.xlsx"], load_plan(folder / "ke-hoach-han-muc-2-1-2.yaml"))
    assert (8, 4) == (sum(unit.all_met for unit in result.units), sum(one.eligible for one in result.individuals))


@pytest.mark.parametrize("name", ["ten-sang-kien-co-ngoac-kep.xlsx", "thieu-so-lieu-thanh-ho-so-hoi-dong.xlsx"])
def test_inputs_of_documents_are_scored(name: str) -> None:
    """The other inputs of the documents give a result with units in it."""
    path: Path = HERE / "documents" / name
    assert score([path], load_plan()).units
