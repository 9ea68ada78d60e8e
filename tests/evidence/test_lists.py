"""The small tables: scores keep their digits, a person's own row says whether there is an initiative."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.support.tables import evidence, finding, table
from thidua_cli.intake.tables import Kind


def test_a_score_is_said_with_all_its_digits() -> None:
    """A self-assessed score just short of the threshold does not read as the threshold."""
    found = evidence(table(Kind.PAR_INDEX, [{"unit": "Phường An Lộc", "score_self": "79,9999999"}]))
    assert Decimal("79.9999999") == finding(found, "self_score_used").params["score"]


def test_scores_that_contradict_each_other_are_said_in_order() -> None:
    """Two final scores of one unit are both named, the smaller first."""
    rows = [{"unit": "Phường An Lộc", "score_final": score} for score in ("100", "82,5")]
    assert "82,5; 100" == str(finding(evidence(table(Kind.PAR_INDEX, rows)), "conflicting_rows").params["values"])


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("Giải pháp số hóa hồ sơ", True),
        ("Có", True),
        ("Sáng kiến được công nhận tại Quyết định số 12/QĐ-UBND", True),
        ("Chưa được công nhận", False),
        ("Đang đề nghị công nhận", False),
        ("Không có sáng kiến nào", False),
        ("Không", False),
        ("-", False),
        (None, False),
    ],
)
def test_a_persons_own_row_says_whether_there_is_an_initiative(said: str | None, own: bool) -> None:
    """A title or a yes is one; none, not yet recognised and still asked for are not."""
    row = {"unit": "Phường An Lộc", "name": "Lê Văn Sáu", "position": "Công chức", "initiative": said}
    (person,) = evidence(table(Kind.INDIVIDUALS, [row])).persons
    assert own == person.own_initiative
