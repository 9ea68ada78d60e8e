"""Persons judged by their own criteria, and the sentences that say why."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from fractions import Fraction

import pytest

from tests.judging.made import decided, had, known, placed, put_forward
from tests.support.tables import PLAN
from thidua_cli.evidence.model import Count, Origin, Place, UndecidedCase
from thidua_cli.judging import words
from thidua_cli.judging.individuals import PersonVerdict, judge_persons

HOME = placed("A1")
I1, I2, I5 = PLAN.individual_criteria


def judged(**person: object) -> Mapping[str, PersonVerdict]:
    """The verdicts on a person of whom the table says something, by criterion."""
    one = put_forward("Lê Văn Sáu", HOME, **person).person  # type: ignore[arg-type]
    (found,) = judge_persons(known([HOME], persons=[one]), [HOME], PLAN)
    assert found.unit_all_met
    return {verdict.criterion.id: verdict for verdict in found.criteria}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({"classification": I1.accepted[0], "classification_text": "x"}, ("met", None)),
        ({"classification": I1.accepted[-1]}, ("met", None)),
        ({"classification": "Hoàn thành nhiệm vụ"}, ("not_met", None)),
        ({"classification_text": "Rất tốt"}, ("no_data", "unreadable")),
        ({}, ("no_data", "no_row")),
    ],
)
def test_a_classification_is_one_that_the_plan_accepts(
    said: dict[str, object], verdict: tuple[str, str | None]
) -> None:
    """What is read is compared with the plan's levels; what is not read, or not there, is no data."""
    assert verdict == (judged(**said)["i1"].verdict, judged(**said)["i1"].reason)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({"own_initiative": True, "ambiguous": True}, ("met", None)),
        ({"ambiguous": True, "authored": True}, ("no_data", "ambiguous_person")),
        ({"authored": True}, ("met", None)),
        ({"authored": True, "own_initiative": False}, ("met", None)),
        ({"authored": None}, ("no_data", "undecided")),
        ({"initiatives_listed": False}, ("no_data", "no_table")),
        ({"initiatives_listed": False, "own_initiative": False}, ("not_met", None)),
        ({"own_initiative": False}, ("not_met", None)),
        ({}, ("not_met", None)),
    ],
)
def test_an_initiative_is_named_or_listed(said: dict[str, object], verdict: tuple[str, str | None]) -> None:
    """Their own row rules; the list speaks of whoever has a name of their own; where neither says, there is no data."""
    assert verdict == (judged(**said)["i5"].verdict, judged(**said)["i5"].reason)


def timed(early: int, on_time: int, late: int) -> dict[str, Count]:
    """The dossiers that a person handled."""
    origin = Origin("mot-cua.xlsx", "S", early + on_time + late)
    places = tuple(Place(f"c{row}", "mot-cua.xlsx", "S", row) for row in range(late))
    return {
        "early": Count(Fraction(early), origins=(origin,)),
        "on_time": Count(Fraction(on_time), origins=(origin,)),
        "late": Count(Fraction(late), None, (origin,), places, late),
    }


def _share(found: PersonVerdict) -> Fraction:
    assert found.denominator == 100
    return (found.numerator or Fraction(0)) / found.denominator


def test_ones_own_dossiers_are_judged_as_a_units() -> None:
    """The share on time with its figures, its tables and what stands against it."""
    found = judged(timed=timed(90, 8, 2))["i2"]
    assert ("not_met", None, Fraction(98, 100)) == (found.verdict, found.reason, _share(found))
    assert ("mot-cua.xlsx", 2, 2) == (found.origins[0].file, len(found.against), found.against_total)
    assert "met" == judged(timed=timed(99, 0, 1))["i2"].verdict


def test_no_own_dossiers_is_no_criterion() -> None:
    """Who handled none is not judged by them, whatever a unit without cases is; open ones may make a difference."""
    settings = dataclasses.replace(PLAN.settings, zero_cases="met")
    one = put_forward("Lê Văn Sáu", HOME, timed=timed(0, 0, 0)).person
    (found,) = judge_persons(known([HOME], persons=[one]), [HOME], dataclasses.replace(PLAN, settings=settings))
    assert ("not_applicable", "no_cases") == (found.criteria[1].verdict, found.criteria[1].reason)
    case = UndecidedCase(frozenset({frozenset({"late"}), frozenset({"early"})}), Place("c", "f", "S", 3))
    assert "undecided" == judged(timed=timed(1, 0, 0), undecided=[case])["i2"].reason


@pytest.mark.parametrize(
    ("said", "reason"), [({}, "no_officers"), ({"timed": timed(1, 0, 0), "ambiguous": True}, "ambiguous_person")]
)
def test_dossiers_of_no_known_officer_are_no_data(said: dict[str, object], reason: str) -> None:
    """Where no list names officers, or two have the name, nothing is known of the person's own."""
    assert ("no_data", reason) == (judged(**said)["i2"].verdict, judged(**said)["i2"].reason)


def test_a_person_of_an_unknown_unit_leads_nothing_that_met_everything() -> None:
    """Who stands in no unit of the standings is no leader of one that met everything."""
    one = put_forward("Lê Văn Sáu", HOME).person
    (found,) = judge_persons(known([HOME], persons=[one]), [], PLAN)
    assert not found.unit_all_met


FAILED = placed("Phường An Lộc", ("not_met",))
LEVELS = "“Hoàn thành tốt nhiệm vụ” or “Hoàn thành xuất sắc nhiệm vụ”"
WHY = "no row for this unit"


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (put_forward("A", FAILED, leader=False), []),
        (put_forward("A", FAILED, leader=True), ["Is a leader, but Phường An Lộc does not meet every criterion."]),
        (
            put_forward("A", FAILED, leader=None, position="Đầu mối"),
            ["Not known whether a leader (position “Đầu mối”), and Phường An Lộc does not meet every criterion."],
        ),
        (
            put_forward("A", FAILED, leader=None),
            ["Not known whether a leader (no position is written), and Phường An Lộc does not meet every criterion."],
        ),
        (put_forward("A", HOME, leader=True), []),
        (put_forward("A", HOME, leader=None), []),
        (put_forward("A", HOME, ("not_applicable",) * 3), ["No criterion applies."]),
        (
            put_forward("A", HOME, ("not_met", "met", "met"), classification="Hoàn thành nhiệm vụ"),
            [f"Classified as “Hoàn thành nhiệm vụ”; the plan asks for {LEVELS}."],
        ),
        (
            put_forward("A", HOME, ("no_data", "not_met", "no_data"), reason="no_row"),
            [
                f"Not enough data on the classification ({WHY}); the plan asks for {LEVELS}.",
                f"Not met: {I2.title}.",
                f"Not enough data: {I5.title} ({WHY}).",
            ],
        ),
        (put_forward("A", HOME, ("met", "met", "no_data")), [f"Not enough data: {I5.title} ()."]),
    ],
)
def test_every_reason_against_a_person_is_said(person: object, said: list[str]) -> None:
    """One sentence for each criterion that is not met or not known, and one for a leader whose unit fell short."""
    assert said == [one.text("en") for one in words.person_reasons(person, "Phường An Lộc")]  # type: ignore[arg-type]
    assert " ".join(said) == words.not_eligible(person, FAILED).text("en")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("leader", "said"),
    [
        (False, "Meets 1 of 2 criteria that apply to the person."),
        (True, "Meets 1 of 2 criteria that apply to the person; leads a unit that meets every criterion."),
    ],
)
def test_why_a_person_is_proposed(leader: bool, said: str) -> None:
    """How many of the criteria that apply are met, and that a leader's unit met all of its own."""
    person = put_forward("A", HOME, ("met", "not_applicable", "not_met"), leader=leader)
    assert said == words.person_reason(person).text("en")


OPEN = placed("U", ("met", "no_data", "no_data"))
EMPTY = placed("U", ("met",), no_cases=True)
TITLES = [criterion.short_title or criterion.title for criterion in PLAN.criteria]


def test_why_a_unit_is_proposed_or_before_the_council() -> None:
    """Its rank, shared or not, and a sentence for each thing that the council must decide."""
    names = ", ".join(f"“{m.measure.short_name or m.measure.name}”" for m in EMPTY.no_cases)
    assert 4 < len(EMPTY.no_cases) == len({m.measure.id for m in EMPTY.no_cases})
    tie = words.Tie(3, 2, 1)
    assert words.unit_reason(EMPTY, tie).text("en") == (
        "Meets 1 of 1 criteria that apply, rank 1 of Xã, phường. "
        f"The data have no dossiers to judge {names} by; for the council to consider. "
        "Tied at the quota (3 units): 2 units are equal, 1 place is left; for the council to choose."
    )
    shared = placed("U", ("met", "met"), rank=2, tied=True)
    assert words.unit_reason(shared, None).text("en") == (
        "Meets 2 of 2 criteria that apply, shared rank 2 of Xã, phường."
    )
    assert [one.text("en") for one in words.council_reasons(OPEN, None)] == [
        f"Not enough data to judge “{TITLES[1]}”, “{TITLES[2]}”, no criterion is failed; for the council to consider."
    ]


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (("not_applicable",), "No criterion applies."),
        (("not_met", "met", "not_met"), f"Not met: “{TITLES[0]}”, “{TITLES[2]}”."),
        (("met", "no_data"), f"Not enough data: “{TITLES[1]}”."),
        (("not_met", "no_data"), f"Not met: “{TITLES[0]}”; not enough data: “{TITLES[1]}”."),
    ],
)
def test_why_a_unit_is_not_proposed(verdicts: tuple[str, ...], said: str) -> None:
    """What it did not meet and what is not known, by the criteria's short titles."""
    assert said == words.not_all_met(placed("U", verdicts)).text("en")  # type: ignore[arg-type]


def test_long_names_stand_where_there_are_no_short_ones() -> None:
    """A plan without short titles and names is said in its long ones."""
    (first, *_), (measure, *_) = EMPTY.criteria, EMPTY.no_cases
    long = dataclasses.replace(first, verdict="not_met", criterion=dataclasses.replace(first.criterion, short_title=""))
    unit = dataclasses.replace(EMPTY, criteria=(long,))
    assert f"Not met: “{first.criterion.title}”." == words.not_all_met(unit).text("en")
    nameless = dataclasses.replace(measure, measure=dataclasses.replace(measure.measure, short_name=""))
    unit = dataclasses.replace(EMPTY, criteria=(dataclasses.replace(first, measures=(nameless,)),))
    (said,) = words.council_reasons(unit, None)
    assert f"to judge “{measure.measure.name}” by" in said.text("en")


def test_what_decisions_and_awards_say() -> None:
    """Author and reason, the award with its number and year, each only where it is there."""
    assert "Put in by decision of Hội đồng: vì việc riêng" == words.forced(decided("u", True)).text("en")
    assert "Left out by decision of Hội đồng: vì việc riêng" == words.barred(decided("u", False)).text("en")
    blank = words.decision_unclear(decided("u", None, reason="")).text("en")
    assert "The council's decision is unclear (“left blank”); for the council to consider." == blank
    assert "(“Đồng ý”)" in words.decision_unclear(decided("u", None, reason="Đồng ý")).text("en")
    before, maybe = "Commended before for the same achievement", "May have been commended before"
    same = f"{maybe} for the same achievement: Phong trào CCHC"
    council = "; for the council to consider."
    for number, year, sure, unsure in (
        (
            "1/QĐ",
            "2021",
            f"{before} (decision no. 1/QĐ): Phong trào CCHC.",
            f"{same} (decision no. 1/QĐ, 2021){council}",
        ),
        ("", "2022", f"{before}: Phong trào CCHC.", f"{same} (2022){council}"),
        ("1/QĐ", "", f"{before} (decision no. 1/QĐ): Phong trào CCHC.", f"{same} (decision no. 1/QĐ){council}"),
        ("", "", f"{before}: Phong trào CCHC.", f"{same}{council}"),
    ):
        award = had("u", surely=True, number=number, year=year)
        assert (sure, unsure) == (words.had_before(award).text("en"), words.may_have_had_before(award).text("en"))


def test_what_a_quota_of_persons_says() -> None:
    """The quota, how many are tied for what is left, the share of leaders as a fraction."""
    assert "used up" in words.persons_quota_taken(3).text("en")
    assert "quota is 2 persons" in words.women_came_first(2).text("en")
    said = "The quota is 3 persons: 4 persons are equally eligible, 1 place is left; for the council to choose."
    assert said == words.persons_past_quota(words.Tie(3, 4, 1)).text("en")
    leaders = words.too_many_leaders(2, 3, Fraction(1, 3)).text("en")
    assert "Leaders are 2 of 3 persons proposed, over the share of 1/3; for the council to consider." == leaders
    past = words.past_quota(placed("U", rank=4), 3, "Xã, phường").text("en")
    assert "Meets every criterion, but at rank 4, beyond the quota of 3 units of Xã, phường." == past
