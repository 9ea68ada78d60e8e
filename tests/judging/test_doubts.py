from __future__ import annotations

import pytest

from tests.judging.test_standings import everything_met, judged, persons, with_quota
from tests.support.tables import PLAN, REGISTER, Row, table
from thidua_cli.intake.tables import Kind, Table
from thidua_cli.plan.model import Plan
from thidua_cli.result import Result

LOC = "phuong-an-loc"


def sure(result: Result) -> set[str]:
    """Who is proposed without a question to the council."""
    return {p.individual or p.unit for p in result.proposals if not p.council_review}


@pytest.mark.parametrize(("plan", "asked"), [(PLAN, False), (with_quota(5), True)])
def test_a_unit_of_no_known_group_escapes_no_quota(plan: Plan, asked: bool) -> None:
    """Where groups have quotas, a unit whose group the plan does not have is judged, and is for the council."""
    rows: list[Row] = [{**row, "group": "Khối lạ"} if row["unit"] == "Phường An Lộc" else row for row in REGISTER]
    result = judged(*everything_met(rows=rows), plan=plan)
    assert result.unit(LOC).all_met
    assert asked == (LOC not in sure(result))
    assert asked == result.unit(LOC).council_review


def award(**more: object) -> Table:
    """An earlier award of An Lộc for this movement."""
    row = {"unit": "Phường An Lộc", "achievement": "Phong trào thi đua cải cách hành chính", "number": "12/QĐ-UBND"}
    return table(Kind.EARLIER_AWARDS, [{**row, **more}])  # type: ignore[dict-item]


@pytest.mark.parametrize(("year", "proposed", "excluded"), [("2021", 0, 1), ("2022", 1, 0), ("2019", 1, 0)])
def test_an_award_that_may_be_for_this_movement_is_a_question(year: str, proposed: int, excluded: int) -> None:
    """An award of this year's movement bars a second; one of early next year puts the unit before the council."""
    result = judged(*everything_met(), award(year=year))
    assert proposed == sum(p.unit == LOC and p.individual is None for p in result.proposals)
    assert excluded == sum(e.unit == LOC for e in result.exclusions)
    assert (year == "2019") == (LOC in sure(result))


def test_a_person_who_may_have_an_award_is_a_question() -> None:
    """The same for a person, whatever the title before the name."""
    result = judged(*everything_met(), persons({}), award(year="2022", name="Ông Lê Văn Sáu"))
    assert "Lê Văn Sáu" not in sure(result)
    assert [True] == [p.council_review for p in result.proposals if p.individual == "Lê Văn Sáu"]


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("Không đồng ý loại", True),
        ("Đồng ý", True),
        ("Đồng ý không khen thưởng", False),
        ("Đưa ra khỏi danh sách", False),
    ],
)
def test_only_a_clear_decision_is_applied(said: str, proposed: bool) -> None:
    """What stays stays, what goes goes, and agreement without an object changes nothing."""
    row = {"unit": "Phường An Lộc", "decision": said, "author": "Hội đồng", "reason": "Ý kiến"}
    assert proposed == (LOC in sure(judged(*everything_met(), table(Kind.COUNCIL_DECISIONS, [row]))))


@pytest.mark.parametrize(("said", "included"), [("Đưa vào", True), ("Không loại", False), ("Bổ sung báo cáo", False)])
def test_a_failing_unit_is_included_by_a_clear_decision_alone(said: str, included: bool) -> None:
    """Not removing a unit that failed does not propose it."""
    row = {"unit": "Phòng Tư pháp", "decision": said, "author": "Hội đồng", "reason": "Ý kiến"}
    result = judged(*everything_met(), table(Kind.COUNCIL_DECISIONS, [row]))
    assert included == any(p.unit == "phong-tu-phap" for p in result.proposals)


@pytest.mark.parametrize(("unit", "eligible"), [("Phường An Lộc", True), ("Phòng Tư pháp", False)])
def test_an_unclear_position_matters_only_where_the_unit_fell_short(unit: str, eligible: bool) -> None:
    """Who may be a leader waits for the unit; if it met everything, the position decides nothing."""
    (person,) = judged(*everything_met(), persons({"position": "Đầu mối liên lạc", "unit": unit})).individuals
    assert eligible == person.eligible
    assert eligible == (person.reasons == [])
