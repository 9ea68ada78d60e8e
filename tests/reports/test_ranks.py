from __future__ import annotations

from msgspec.structs import replace

from tests.support.result_plan import WARDS
from tests.support.results import make_result
from thidua_cli.reports.ranks import rank_reasons
from thidua_cli.result import Result, UnitResult

RESULT = make_result()


def two(*units: UnitResult) -> Result:
    """A result of these units only."""
    return replace(RESULT, units=list(units))


def ward(rank: int, decided_by: str | None, **changes: object) -> UnitResult:
    """One ward that meets everything, at a rank that something decided."""
    return replace(RESULT.units[0], id=f"u{rank}", name=f"Xã {rank}", rank=rank, decided_by=decided_by, **changes)


def test_a_rank_names_the_figure_that_decided_it() -> None:
    """Each unit is compared with the rank above it, the first with the one below, in the words of the tie-breaker."""
    reasons = rank_reasons(RESULT)
    wards = [unit for unit in RESULT.units if unit.group == WARDS]
    assert "Chỉ số CCHC: " in reasons[wards[0].id]
    assert reasons[wards[0].id].count("hạng dưới") == 1
    assert all("hạng trên" in reasons[unit.id] for unit in wards if unit.rank > 1)
    assert {unit.decided_by for unit in wards} > {"score"}


def test_scores_that_read_alike_show_all_their_decimals() -> None:
    """Two scores of one face are told apart by the digits that differ."""
    units = ward(1, "score", score="93.5812"), ward(2, "score", score="93.5798")
    reasons = rank_reasons(two(*units))
    assert "Điểm: 93,5798 (hạng trên: 93,5812)" == reasons["u2"]


def test_all_criteria_met_is_answered_by_yes_and_no() -> None:
    """Where meeting everything decided, the reason says who did."""
    reasons = rank_reasons(two(ward(1, "all_met"), ward(2, "all_met", all_met=False)))
    assert "Đạt tất cả tiêu chí: không (hạng trên: có)" == reasons["u2"]
    assert "Đạt tất cả tiêu chí: có (hạng dưới: không)" == reasons["u1"]


def test_a_missing_figure_is_said() -> None:
    """A unit that is not assessed stands behind the figures of the others, and the reason says that it has none."""
    units = ward(1, "par_index"), ward(2, "par_index", criteria=[])
    assert "Chỉ số CCHC: không có số liệu (hạng trên: 92,5)" == rank_reasons(two(*units))["u2"]


def test_where_all_share_one_rank_nothing_decided() -> None:
    """Equals in everything have no reason to stand before each other."""
    assert {} == rank_reasons(two(ward(1, None, tied=True), replace(ward(1, None, tied=True), id="other")))
