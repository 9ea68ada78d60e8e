"""Who stands before the council: a unit or person who could still be proposed, and nobody else."""

from __future__ import annotations

import dataclasses

import pytest

from tests.judging.test_standings import everything_met, judged, persons, with_quota
from tests.support.tables import PLAN, Row, dossier, dossiers, table
from thidua_cli.intake.tables import Kind, Table
from thidua_cli.plan.model import CouncilDecision
from thidua_cli.result import Result

LOC, A, B = "phuong-an-loc", "phuong-an-binh-a", "phuong-an-binh-b"


def unclear(changed: dict[str, object] | None = None) -> list[Table]:
    """Everything met, but An Lộc's one dossier has a status that nobody knows; ``changed`` changes its row."""
    tables = everything_met()
    row: Row = dossier(1, channel="Trực tuyến", status="Đang bay", **(changed or {}))  # type: ignore[arg-type]
    others = [dossier(n, channel="Trực tuyến", unit=unit) for n, unit in ((2, "Phường An Bình A"),)]
    tables[1] = dossiers([row, *others, dossier(3, channel="Trực tuyến", unit="Phường An Bình B")])
    return tables


def excluded(result: Result, unit: str) -> list[str]:
    """Why a unit is not proposed."""
    return [item.reason for item in result.exclusions if item.unit == unit and item.individual is None]


def test_an_undecided_unit_that_failed_nothing_is_a_case() -> None:
    """What is not known may still be met: the council sees the unit, the exclusions do not, and no money is counted."""
    result = judged(*unclear())
    unit = result.unit(LOC)
    assert (False, True) == (unit.all_met, unit.council_review)
    assert any("Chưa đủ số liệu" in reason for reason in unit.council_reasons)
    assert ([], []) == (excluded(result, LOC), [p for p in result.proposals if p.unit == LOC and not p.individual])


def test_an_undecided_unit_that_failed_something_is_no_case() -> None:
    """One criterion is not met, so nothing that is still open can help: the reason stands in the exclusions."""
    tables = unclear()
    tables[3] = table(Kind.PAR_INDEX, [{"unit": "Phường An Lộc", "score_final": "70"}])
    result = judged(*tables)
    assert (False, []) == (result.unit(LOC).council_review, result.unit(LOC).council_reasons)
    assert any("Không đạt" in reason for reason in excluded(result, LOC))


def test_no_cases_beside_a_failure_is_no_case() -> None:
    """A unit without dossiers that missed its index is not put before the council for the dossiers it never had."""
    tables = everything_met()
    tables[1] = dossiers([dossier(1, channel="Trực tuyến")])
    tables[3] = table(Kind.PAR_INDEX, [{"unit": "Phường An Bình A", "score_final": "70"}])
    result = judged(*tables)
    assert not result.unit(A).council_review
    assert excluded(result, A)


def test_nothing_known_at_all_is_no_case() -> None:
    """A unit that no table names has nothing to show: the exclusions say what is missing."""
    rows: list[Row] = [{"unit": "Xã Tân Hội", "group": "Xã, phường", "assessed": "Có"}]
    tables = everything_met(rows=[*everything_met_rows(), *rows])
    tables[1:2] = []  # no list of dossiers: of no unit is anything known of them
    tables[3:] = []
    result = judged(*tables)
    assert not result.unit("xa-tan-hoi").council_review
    assert any("Chưa đủ số liệu" in reason for reason in excluded(result, "xa-tan-hoi"))


def everything_met_rows() -> list[Row]:
    """The usual register's rows."""
    from tests.support.tables import REGISTER

    return list(REGISTER)


def test_beyond_the_quota_is_no_case() -> None:
    """A unit without cases that stands behind the last place cannot be proposed: past the quota, not the council's."""
    tables = everything_met()
    tables[1] = dossiers([dossier(1, channel="Trực tuyến"), dossier(2, channel="Trực tuyến", unit="Phường An Bình B")])
    scores = (("Phường An Lộc", "95"), ("Phường An Bình A", "85"), ("Phường An Bình B", "90"))
    tables[3] = table(Kind.PAR_INDEX, [{"unit": unit, "score_final": score} for unit, score in scores])
    result = judged(*tables, plan=with_quota(1))
    assert [LOC] == [p.unit for p in result.proposals]
    assert not result.unit(A).council_review
    assert any("ngoài giới hạn" in reason for reason in excluded(result, A))


def test_no_place_at_all_leaves_no_case() -> None:
    """Under a quota of nothing an undecided unit cannot be proposed either."""
    result = judged(*unclear(), plan=with_quota(0))
    assert not result.unit(LOC).council_review
    assert excluded(result, LOC)


def test_what_the_council_decided_is_no_case_any_more() -> None:
    """A unit barred by a decision is not asked about again, whatever is not known of it."""
    decisions = (CouncilDecision("exclude", "Phường An Lộc", None, "Hội đồng", "đang bị thanh tra"),)
    plan = dataclasses.replace(PLAN, awards=dataclasses.replace(PLAN.awards, decisions=decisions))
    result = judged(*unclear(), plan=plan)
    assert not result.unit(LOC).council_review
    assert [reason for reason in excluded(result, LOC) if "Hội đồng" in reason]


@pytest.mark.parametrize(
    ("row", "review", "left_out"),
    [
        ({"classification": "hoàn toàn lạ"}, True, False),
        ({"classification": "hoàn toàn lạ", "initiative": "Không"}, False, True),
        ({}, False, False),
    ],
)
def test_persons_are_cases_by_the_same_rule(row: Row, review: bool, left_out: bool) -> None:
    """A person of whom one thing is not known and nothing failed is a case; one who failed something is left out."""
    result = judged(*everything_met(), persons(row))
    (person,) = result.individuals
    assert review == person.council_review
    assert left_out == bool([item for item in result.exclusions if item.individual])


def test_a_leader_waits_for_the_unit() -> None:
    """A leader who merits it is a case as long as the unit's own verdict is open, and none once the unit failed."""
    chief: Row = {"position": "Chủ tịch UBND"}
    (open_,) = judged(*unclear(), persons(chief)).individuals
    failed = unclear()
    failed[3] = table(Kind.PAR_INDEX, [{"unit": "Phường An Lộc", "score_final": "70"}])
    (lost,) = judged(*failed, persons(chief)).individuals
    assert (True, False) == (open_.council_review, lost.council_review)
