"""Statistics, tasks and index: what cannot be is said and not used."""

from __future__ import annotations

from tests.support.tables import Row, counts, evidence, finding, table
from thidua_cli.intake.tables import Kind


def test_more_online_than_received_is_no_figure() -> None:
    """160 online of 100 received: the counts are unknown, not 160 %, and the finding names both."""
    row: Row = {"unit": "Phường An Lộc", "received_new": 100, "received_online": 160, "early": 90, "late": 1}
    found = evidence(table(Kind.STATISTICS, [row]))
    assert (None, None, 90) == tuple(counts(found)[name] for name in ("received", "online_34", "early"))
    assert ("160", "100") == tuple(finding(found, "impossible_count").params[name] for name in ("part", "whole"))


def test_more_carried_over_than_there_are_is_no_figure() -> None:
    """What was received in the period is never negative."""
    row: Row = {"unit": "Phường An Lộc", "received_total": 10, "carried_over": 12, "early": 9, "late": 0}
    found = evidence(table(Kind.STATISTICS, [row]))
    assert None is counts(found)["received"]
    assert "impossible_count" == finding(found, "impossible_count").code


def test_the_final_score_counts_before_a_bare_one() -> None:
    """A column headed "Điểm" alone is used only where none says that it is the final score."""
    rows: list[Row] = [
        {"unit": "Phường An Lộc", "score": 85, "score_final": 82},
        {"unit": "Phường An Bình A", "score": 85, "score_final": None},
    ]
    found = evidence(table(Kind.PAR_INDEX, rows))
    assert (82, 85) == (counts(found)["par_index"], counts(found, "phuong-an-binh-a")["par_index"])
