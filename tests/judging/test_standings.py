"""Standings, proposals and persons: ties kept, quotas that cut nobody at a tie, a reason for everything."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest

from tests.support.tables import PLAN, REGISTER, Row, dossier, dossiers, register, table
from thidua_cli.evidence.gather import gather
from thidua_cli.intake.tables import Intake, IntakeFile, Kind, Table
from thidua_cli.judging.combining import combined_key
from thidua_cli.judging.proposals import places, reward
from thidua_cli.judging.standings import rank, standing_key
from thidua_cli.pipeline import judge
from thidua_cli.plan.model import CouncilDecision, Plan
from thidua_cli.result import Result

COMMUNES = ["Phường An Lộc", "Phường An Bình A", "Phường An Bình B"]


def judged(*tables: Table, plan: Plan = PLAN) -> Result:
    """The result of some tables at the end of 2021."""
    files = [IntakeFile(name, "0") for name in sorted({item.receipt.file for item in tables})]
    return judge(Intake(files, tables, []), plan, date(2021, 12, 31))


def everything_met(units: Sequence[str] = COMMUNES, index: str = "90", rows: Sequence[Row] = REGISTER) -> list[Table]:
    """Tables in which some communes meet every criterion, all alike."""
    online = [dossier(n, unit=unit, channel="Trực tuyến", officer="Trần Thị Bảy") for n, unit in enumerate(units, 1)]
    return [
        register(rows),
        dossiers(online),
        table(Kind.TASKS, [{"unit": unit, "assigned": 3, "completed": 3} for unit in units]),
        table(Kind.PAR_INDEX, [{"unit": unit, "score_final": index} for unit in units]),
        table(
            Kind.INITIATIVES, [{"unit": unit, "title": f"Mô hình {unit}", "recognised": "Công nhận"} for unit in units]
        ),
    ]


def with_quota(quota: int) -> Plan:
    """The built-in plan with so many awards for each group."""
    return dataclasses.replace(PLAN, groups=tuple(dataclasses.replace(g, quota=Fraction(quota)) for g in PLAN.groups))


def test_equals_share_a_rank_and_the_next_is_left_out() -> None:
    """Three equals are all first; a fourth unit that has less is fourth."""
    rows = [*REGISTER, {"unit": "Xã Tân Hội", "group": "Xã, phường", "assessed": "Có"}]
    units = [unit for unit in judged(*everything_met(rows=rows)).units if unit.group == "Xã, phường"]
    assert [(1, True), (1, True), (1, True), (4, False)] == [(unit.rank, unit.tied) for unit in units]


def test_a_measure_breaks_a_tie() -> None:
    """Among units that met everything, the higher index stands first."""
    tables = everything_met()
    scores = [{"unit": unit, "score_final": score} for unit, score in zip(COMMUNES, ("85", "91,4", "85"), strict=True)]
    tables[3] = table(Kind.PAR_INDEX, scores)
    ranks = {unit.name: unit.rank for unit in judged(*tables).units}
    assert (2, 1, 2) == tuple(ranks[name] for name in COMMUNES)


def test_the_result_says_which_tie_breaker_decided() -> None:
    """Where all have met everything the index is named for each rank; a unit that met less is set apart by that."""
    tables = everything_met(rows=[*REGISTER, {"unit": "Xã Tân Hội", "group": "Xã, phường", "assessed": "Có"}])
    scores = [{"unit": unit, "score_final": score} for unit, score in zip(COMMUNES, ("85", "91,4", "85"), strict=True)]
    tables[3] = table(Kind.PAR_INDEX, scores)
    decided = {unit.name: unit.decided_by for unit in judged(*tables).units if unit.group == "Xã, phường"}
    assert dict.fromkeys(COMMUNES, "par_index") | {"Xã Tân Hội": "all_met"} == decided


def test_where_all_are_equal_nothing_decided() -> None:
    """A group of one rank has no tie-breaker to name."""
    assert {None} == {unit.decided_by for unit in judged(*everything_met()).units if unit.name in COMMUNES}


def test_a_tie_at_the_quota_cuts_nobody() -> None:
    """Two places for three equals: all three are proposed and marked for the council."""
    result = judged(*everything_met(), plan=with_quota(2))
    units = [proposal for proposal in result.proposals if proposal.individual is None]
    assert [True] * 3 == [proposal.council_review for proposal in units]
    assert all(unit.council_review for unit in result.units if unit.all_met)
    assert all("giới hạn" in proposal.reason for proposal in units)


def test_a_quota_cuts_where_the_standings_differ() -> None:
    """One place, a clear first: the others are left out, with the reason."""
    tables = everything_met()
    scores = [{"unit": unit, "score_final": score} for unit, score in zip(COMMUNES, ("92", "91", "90"), strict=True)]
    tables[3] = table(Kind.PAR_INDEX, scores)
    result = judged(*tables, plan=with_quota(1))
    assert ["phuong-an-loc"] == [p.unit for p in result.proposals]
    assert {"phuong-an-binh-a", "phuong-an-binh-b"} <= {
        e.unit for e in result.exclusions if "ngoài giới hạn" in e.reason
    }


def test_no_cases_puts_a_unit_before_the_council() -> None:
    """A unit without a dossier meets what applies; whether that is enough is the council's to say."""
    tables = everything_met()
    tables[1] = dossiers([dossier(1, channel="Trực tuyến")])
    result = judged(*tables)
    unit = result.unit("phuong-an-binh-a")
    assert (True, True, 3) == (unit.all_met, unit.council_review, unit.criteria_applicable)
    assert [True] == [p.council_review for p in result.proposals if p.unit == unit.id]


def test_a_council_decision_names_author_and_reason() -> None:
    """A forced entry and an exclusion carry who decided and why."""
    decisions = (
        CouncilDecision("include", "Phòng Tư pháp", None, "Hội đồng", "thành tích đột xuất"),
        CouncilDecision("exclude", "Phường An Lộc", None, "Chủ tịch", "đang bị thanh tra"),
    )
    plan = dataclasses.replace(PLAN, awards=dataclasses.replace(PLAN.awards, decisions=decisions))
    result = judged(*everything_met(), plan=plan)
    assert any(p.unit == "phong-tu-phap" and "Hội đồng: thành tích đột xuất" in p.reason for p in result.proposals)
    assert any(e.unit == "phuong-an-loc" and "Chủ tịch: đang bị thanh tra" in e.reason for e in result.exclusions)


def test_rewards_are_those_of_the_law() -> None:
    """0,6 and 0,3 of 1.490.000, rounded up to the next 10.000 (NĐ 91/2017)."""
    money = {award.id: reward(award, PLAN) for award in PLAN.awards.forms}
    assert {"giay-khen-tap-the": 900_000, "giay-khen-ca-nhan": 450_000} == money


@pytest.mark.parametrize(("rounding", "expected"), [("down", 1), ("up", 2), ("half_up", 2)])
def test_a_share_as_quota_is_rounded_as_the_plan_says(rounding: str, expected: int) -> None:
    """Half of three units is one or two places, never by accident."""
    assert expected == places(Fraction(1, 2), rounding, 3, percent=True)  # type: ignore[arg-type]


def persons(*rows: Row) -> Table:
    """A table of persons: one who merits it, changed by each row."""
    base: Row = {
        "name": "Lê Văn Sáu",
        "position": "Chuyên viên",
        "unit": "Phường An Lộc",
        "classification": "Hoàn thành tốt nhiệm vụ",
        "initiative": "Giải pháp số hóa",
    }
    return table(Kind.INDIVIDUALS, [{**base, **row} for row in rows])


@pytest.mark.parametrize(
    ("row", "eligible"),
    [
        ({}, True),
        ({"classification": "Hoàn thành xuất sắc nhiệm vụ"}, True),
        ({"classification": "Hoàn thành nhiệm vụ"}, False),
        ({"initiative": None}, False),
        ({"initiative": "Không"}, False),
        ({"position": "Trưởng phòng", "unit": "Phòng Tư pháp"}, False),
        ({"position": "Phó Chủ tịch UBND"}, True),
    ],
)
def test_persons_are_judged_by_classification_initiative_and_their_unit_if_they_lead(row: Row, eligible: bool) -> None:
    """A leader is eligible only if the unit met everything; others by their own merits."""
    (person,) = judged(*everything_met(), persons(row)).individuals
    assert eligible == person.eligible
    assert eligible == (person.reasons == [])


def test_an_officer_answers_for_their_own_dossiers() -> None:
    """Less than 99 % of the dossiers that name them on time: not eligible, with the figures."""
    tables = everything_met()
    rows = [dossier(n, officer="LÊ VĂN SÁU", ended="09/03/2021" if n > 1 else "11/03/2021") for n in range(1, 51)]
    tables[1] = dossiers(rows)
    (person,) = judged(*tables, persons({})).individuals
    handled = next(c for c in person.criteria if c.id == "i2")
    assert ("not_met", 49, 50) == (handled.verdict, handled.numerator, handled.denominator)


def test_an_initiative_counts_for_its_recognised_author_in_the_same_unit() -> None:
    """The list of initiatives names them as an author of a recognised one in their unit."""
    tables = everything_met()
    tables[4] = table(
        Kind.INITIATIVES,
        [
            {
                "unit": "UBND phường An Lộc",
                "title": "Mô hình",
                "author": "Trần Thị Bảy, Lê Văn Sáu",
                "recognised": "Công nhận",
            }
        ],
    )
    (person,) = judged(*tables, persons({"initiative": None})).individuals
    assert person.eligible


def test_two_of_one_name_in_a_unit_are_not_told_apart() -> None:
    """What rests on the name is no data for both, and a finding names each."""
    result = judged(*everything_met(), persons({"initiative": None}, {"initiative": None, "position": "Công chức"}))
    assert [("no_data", "ambiguous_person")] * 4 == [
        (c.verdict, c.reason) for person in result.individuals for c in person.criteria if c.id in ("i2", "i5")
    ]
    assert 2 == sum(finding.code == "ambiguous_person" for finding in result.findings)


def test_every_unit_and_person_is_proposed_or_excluded_with_a_reason() -> None:
    """Nobody is dropped without a word."""
    result = judged(*everything_met(), persons({}, {"name": "Trần Thị Bảy", "classification": "Hoàn thành nhiệm vụ"}))
    said = {(p.unit, p.individual) for p in result.proposals if p.reason}
    said |= {(e.unit, e.individual) for e in result.exclusions if e.reason}
    expected = {(unit.id, None) for unit in result.units} | {(p.unit, p.name) for p in result.individuals}
    assert expected == said


def with_awards(**changes: object) -> Plan:
    """The built-in plan with some of its award rules changed."""
    return dataclasses.replace(PLAN, awards=dataclasses.replace(PLAN.awards, **changes))  # type: ignore[arg-type]


def test_the_councils_own_sheet_forces_and_bars() -> None:
    """A row of the council's sheet includes or excludes, with author and reason; an unclear one is a finding."""
    rows: list[Row] = [
        {"unit": "Phòng Tư pháp", "decision": "Đưa vào", "author": "Hội đồng", "reason": "thành tích đột xuất"},
        {"unit": "Phường An Lộc", "decision": "Loại", "author": "Chủ tịch", "reason": "đang bị thanh tra"},
        {"unit": "Phường An Bình A", "decision": "Loại", "author": "", "reason": "không rõ"},
    ]
    result = judged(*everything_met(), table(Kind.COUNCIL_DECISIONS, rows))
    assert any(p.unit == "phong-tu-phap" and "Hội đồng: thành tích đột xuất" in p.reason for p in result.proposals)
    assert any(e.unit == "phuong-an-loc" and "Chủ tịch: đang bị thanh tra" in e.reason for e in result.exclusions)
    assert any(p.unit == "phuong-an-binh-a" for p in result.proposals)
    assert ["unclear_decision"] == [f.code for f in result.findings if f.code == "unclear_decision"]


@pytest.mark.parametrize(
    ("unit", "person", "applied"),
    [
        ("UBND phường An Lộc", None, True),
        ("phuong-an-loc", None, True),
        ("Phường An Lôc", None, False),
        ("Phường An Lộc", "Lê Văn Sáu", False),
    ],
)
def test_a_decision_in_the_plan_is_applied_or_said_to_match_nobody(
    unit: str, person: str | None, *, applied: bool
) -> None:
    """The plan may name a unit in any spelling of its own; a decision that means nobody is a finding, never dropped."""
    decision = CouncilDecision("exclude", unit, person, "Hội đồng", "đang bị thanh tra")
    result = judged(*everything_met(), plan=with_awards(decisions=(decision,)))
    assert applied == ("phuong-an-loc" not in {proposal.unit for proposal in result.proposals})
    assert applied == ("unmatched_decision" not in {finding.code for finding in result.findings})


def test_no_second_award_for_the_same_achievement() -> None:
    """Who has an award for this movement and year already is left out; an award for something else does not count."""
    rows: list[Row] = [
        {
            "unit": "Phường An Lộc",
            "achievement": "Phong trào cải cách hành chính năm 2021",
            "number": "15/QĐ-UBND",
            "year": 2021,
        },
        {"unit": "Phường An Bình A", "achievement": "Phòng, chống dịch năm 2021", "number": "16/QĐ-UBND", "year": 2021},
    ]
    result = judged(*everything_met(), table(Kind.EARLIER_AWARDS, rows))
    assert any(e.unit == "phuong-an-loc" and "15/QĐ-UBND" in e.reason for e in result.exclusions)
    assert "phuong-an-binh-a" in {p.unit for p in result.proposals}


@pytest.mark.parametrize(
    ("achievement", "year", "barred"),
    [
        ("Phong trào thi đua cải cách hành chính năm 2021", 2022, True),
        ("Thành tích trong cải cách hành chính", 2021, True),
        ("Phong trào thi đua cải cách hành chính năm 2020", 2021, False),
    ],
)
def test_an_achievement_names_its_own_year(achievement: str, year: int, *, barred: bool) -> None:
    """An award given this year for last year's movement bars nobody; without a year in its words, the sheet's holds."""
    row: Row = {"unit": "Phường An Lộc", "achievement": achievement, "year": year}
    result = judged(*everything_met(), table(Kind.EARLIER_AWARDS, [row]))
    assert barred == any("cùng thành tích" in e.reason for e in result.exclusions if e.unit == "phuong-an-loc")
    assert barred == ("phuong-an-loc" not in {proposal.unit for proposal in result.proposals})


def test_women_first_is_a_setting_at_the_quota_of_persons() -> None:
    """One place, a woman and a man alike: by the setting she is proposed; without it the council chooses."""
    people = persons({"gender": "Nam"}, {"name": "Trần Thị Bảy", "gender": "Nữ"})
    first = judged(*everything_met(), people, plan=with_awards(individual_quota=Fraction(1), women_first=True))
    alike = judged(*everything_met(), people, plan=with_awards(individual_quota=Fraction(1)))
    assert [("Trần Thị Bảy", False)] == [(p.individual, p.council_review) for p in first.proposals if p.individual]
    assert [True, True] == [p.council_review for p in alike.proposals if p.individual]


def test_too_many_leaders_go_before_the_council() -> None:
    """Leaders past the plan's share are marked for the council; direct workers are not."""
    people = persons({}, {"name": "Trần Thị Bảy", "position": "Chủ tịch UBND"})
    result = judged(*everything_met(), people, plan=with_awards(max_leader_share=Fraction(1, 3)))
    assert {"Lê Văn Sáu": False, "Trần Thị Bảy": True} == {
        p.individual: p.council_review for p in result.proposals if p.individual
    }


def test_a_unit_ranks_among_many_results_by_the_same_figures_as_in_its_own() -> None:
    """What ranks a unit is the same whether it comes from the verdicts or, exactly, from the result alone."""
    tables = everything_met(["Phường An Lộc", "Phường An Bình A"])
    tables[1] = dossiers([dossier(n, channel="Trực tuyến" if n % 3 else "Trực tiếp") for n in range(1, 8)])
    found = gather(tables, PLAN, date(2021, 12, 31))
    results = {unit.id: unit for unit in judged(*tables).units}
    keys = {standing.unit.id: standing_key(standing, PLAN) for standing in rank(found, PLAN)}
    assert keys == {name: combined_key(unit, PLAN) for name, unit in results.items()}
    assert len(REGISTER) == len(keys)


def test_contradicting_decisions_are_not_applied() -> None:
    """One row includes, another excludes the same unit: neither counts, and both are named."""
    rows: list[Row] = [
        {"unit": "Phòng Tư pháp", "decision": "Đưa vào", "author": "Hội đồng", "reason": "thành tích"},
        {"unit": "Phòng Tư pháp", "decision": "Loại", "author": "Chủ tịch", "reason": "vi phạm"},
    ]
    result = judged(*everything_met(), table(Kind.COUNCIL_DECISIONS, rows))
    assert "phong-tu-phap" not in {p.unit for p in result.proposals}
    assert 2 == sum(f.code == "unclear_decision" for f in result.findings)


def test_an_undecided_measure_breaks_no_tie() -> None:
    """A figure that open rows could change is missing in the standings, and missing comes last."""
    tables = everything_met()
    rows = [dossier(n, unit=unit, channel="Trực tuyến") for n, unit in enumerate(COMMUNES, 1)]
    tables[1] = dossiers([*rows, *(dossier(90 + n, channel="Bồ câu") for n in range(3))])
    units = {unit.name: unit for unit in judged(*tables).units}
    online = next(m for c in units["Phường An Lộc"].criteria for m in c.measures if m.id == "online_34")
    assert "no_data" == online.verdict
    assert 3 == units["Phường An Lộc"].rank
