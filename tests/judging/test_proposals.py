"""Whom to commend, held against the contract's rules written anew and tried on any units and persons."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.made import OFFICES, decided, english, had, known, placed, put_forward, with_rules
from thidua_cli.judging import words
from thidua_cli.judging.proposals import Proposals, persons_limit, places, propose, reward
from thidua_cli.judging.standings import Standing, standing_key

VERDICTS = st.lists(
    st.sampled_from(["met", "met", "met", "not_met", "no_data", "not_applicable"]), min_size=1, max_size=3
)
DECIDED = st.dictionaries(st.integers(0, 5), st.sampled_from([True, False, None]), max_size=2)
HAD = st.dictionaries(st.integers(0, 5), st.booleans(), max_size=2)
Said = dict[str, tuple[bool, int | None]]
"""Who is proposed: whether the council is asked, and how many places are left for those tied."""


def of_units(found: Proposals) -> tuple[Said, dict[str, bool], set[str]]:
    """What was decided about units: proposed, excluded (whether by a decision), before the council."""
    assert all(p.award.recipient == ("unit" if p.person is None else "individual") for p in found.proposed)
    proposed = {p.unit.unit.name: (p.council_review, p.places_left) for p in found.proposed if p.person is None}
    excluded = {e.unit.unit.name: e.decided for e in found.excluded if e.person is None}
    return proposed, excluded, {name.upper() for name in found.council}


def by_the_contract(
    units: Sequence[Standing], quota: int | None, decisions: Mapping[str, bool | None], awards: Mapping[str, bool]
) -> tuple[Said, dict[str, bool], set[str]]:
    """The same, from the sentences of the contract, for the units of one group in the order of their standings."""
    proposed: Said = {}
    excluded: dict[str, bool] = {}
    council = set()
    settled = set()
    for unit in units:
        name = unit.unit.name
        if decisions.get(name) is not None:
            settled.add(name)
            if decisions[name]:
                proposed[name] = (False, None)
            else:
                excluded[name] = True
        elif awards.get(name):
            settled.add(name)
            excluded[name] = True
    left = None if quota is None else max(0, quota - len(proposed))
    everything = [unit for unit in units if unit.all_met and unit.unit.name not in settled]
    for unit in units:
        name, verdicts = unit.unit.name, [criterion.verdict for criterion in unit.criteria]
        if name in settled:
            continue
        if unit not in everything:
            possible = "not_met" not in verdicts and "met" in verdicts and left != 0
            if possible:
                council.add(name)
            else:
                excluded[name] = False
            continue
        above = sum(standing_key(one, PLAIN) > standing_key(unit, PLAIN) for one in everything)
        beside = sum(standing_key(one, PLAIN) == standing_key(unit, PLAIN) for one in everything)
        if left is not None and above >= left:
            excluded[name] = False
            continue
        tied = left is not None and above + beside > left
        asked = tied or name.endswith("0") or name in decisions or name in awards
        proposed[name] = (asked, left - above if tied and left is not None else None)
        council |= {name} if asked else set()
    return proposed, excluded, council


PLAIN = with_rules()


@settings(max_examples=400)
@given(
    st.lists(st.tuples(VERDICTS, st.integers(90, 92), st.booleans()), min_size=1, max_size=6),
    st.one_of(st.none(), st.integers(0, 4)),
    DECIDED,
    HAD,
)
def test_units_are_proposed_by_the_rules_of_the_contract(
    made: list[tuple[list[str], int, bool]],
    quota: int | None,
    decisions: dict[int, bool | None],
    awards: dict[int, bool],
) -> None:
    """Quotas, ties, decisions, earlier awards and missing cases decide as the contract says, whatever the units are."""
    # A name that ends in 0 says that some requirement has no cases.
    units = [
        placed(f"U{number}{0 if none else 1}", verdicts, score=score, no_cases=none)  # type: ignore[arg-type]
        for number, (verdicts, score, none) in enumerate(made)
    ]
    units.sort(key=lambda unit: standing_key(unit, PLAIN), reverse=True)
    name = {int(unit.unit.name[1:-1]): unit.unit.name for unit in units}
    said = {name[number]: include for number, include in decisions.items() if number in name}
    before = {name[number]: surely for number, surely in awards.items() if number in name}
    facts = known(
        units,
        [decided(unit.lower(), include) for unit, include in said.items()],
        [had(unit.lower(), surely=surely) for unit, surely in before.items()],
    )
    found = propose(units, [], facts, with_rules(quota=quota))
    assert by_the_contract(units, quota, said, before) == of_units(found)
    assert {one for one, include in said.items() if include} == {p.unit.unit.name for p in found.proposed if p.decided}


def test_each_group_has_its_own_quota() -> None:
    """The best of one group takes no place from another's."""
    units = [placed("A1"), placed("B1", score=90), placed("C1", group=OFFICES, score=80)]
    proposed, excluded, _ = of_units(propose(units, [], known(units), with_rules(quota=1)))
    assert {"A1": (False, None), "C1": (False, None)} == proposed
    assert {"B1": False} == excluded
    groups = (dataclasses.replace(PLAIN.groups[0], quota=Fraction(2)), dataclasses.replace(PLAIN.groups[1], quota=None))
    more = [placed("D1", group=OFFICES, score=70), placed("E1", group=OFFICES, score=60)]
    mixed = [units[0], placed("F1"), *units[1:], *more]
    proposed, excluded, _ = of_units(propose(mixed, [], known(mixed), dataclasses.replace(PLAIN, groups=groups)))
    assert {"A1", "F1", "C1", "D1", "E1"} == set(proposed)
    stranger = [placed("G1", group="Khối lạ")]
    asked = propose(stranger, [], known(stranger), dataclasses.replace(PLAIN, groups=groups))
    assert ({"G1": (True, None)}, {}, {"G1"}) == of_units(asked)


def test_who_failed_takes_no_place_from_who_met_everything() -> None:
    """Where a plan ranks by score alone, a unit that fell short may stand first; the place is the other's."""
    units = [placed("A1", ("met", "not_met"), score=99), placed("B1", score=90), placed("C1", score=80)]
    plan = dataclasses.replace(with_rules(quota=1), standings=("score",))
    proposed, excluded, _ = of_units(propose(units, [], known(units), plan))
    assert ({"B1": (False, None)}, {"A1", "C1"}) == (proposed, set(excluded))


def test_a_unit_of_no_known_group_is_for_the_council_where_groups_have_quotas() -> None:
    """No quota can be applied to it; the question is said with the proposal."""
    units = [placed("A1", group="Khối lạ")]
    asked = propose(units, [], known(units), with_rules(quota=5))
    assert ({"A1": (True, None)}, {}, {"A1"}) == of_units(asked)
    assert "group is not in the plan" in asked.proposed[0].reason.text("en")
    assert [["group is not in the plan" in one for one in english(said)] for said in asked.council.values()] == [[True]]
    assert ({"A1": (False, None)}, {}, set()) == of_units(propose(units, [], known(units), with_rules()))
    sentences = english([words.unit_reason(units[0], None), words.UNKNOWN_GROUP])
    assert " ".join(sentences) == asked.proposed[0].reason.text("en")
    person = [put_forward("Lê Văn Sáu", units[0])]
    assert {"Lê Văn Sáu": (False, None)} == of_persons(propose(units, person, known(units), with_rules(quota=5)))[0]


def test_a_persons_place_has_no_question_about_the_unit() -> None:
    """A person put in by the council is proposed outright, though their unit has no cases to judge."""
    home = placed("A0", no_cases=True)
    facts = known([home], [decided("a0", True, "Lê Văn Sáu")])
    found = propose([home], [put_forward("Lê Văn Sáu", home)], facts, with_rules())
    assert {"Lê Văn Sáu": (False, None)} == of_persons(found)[0]


def test_every_doubt_about_a_person_is_said() -> None:
    """An unclear decision and an award that may be the same stand behind the reason, one after the other."""
    home = placed("A1")
    person = put_forward("Lê Văn Sáu", home)
    entry, award = decided("a1", None, "Lê Văn Sáu"), had("a1", surely=False, person="Lê Văn Sáu")
    found = propose([home], [person], known([home], [entry], [award]), with_rules())
    (said,) = [p.reason.text("en") for p in found.proposed if p.person]
    doubts = [words.decision_unclear(entry), words.may_have_had_before(award)]
    assert " ".join(english([words.person_reason(person), *doubts])) == said


def of_persons(found: Proposals) -> tuple[Said, dict[str, bool], set[str]]:
    """What was decided about persons: proposed, excluded, still open."""
    proposed = {p.person.person.name: (p.council_review, p.places_left) for p in found.proposed if p.person}
    excluded = {e.person.person.name: e.decided for e in found.excluded if e.person}
    return proposed, excluded, {name for _, name, _ in found.open_persons}


def test_decisions_and_awards_are_of_the_one_who_is_named() -> None:
    """A decision on a person is none on the unit, nor on another person, nor on one of that name in another unit."""
    one, other = placed("A1"), placed("B1")
    people = [put_forward("Lê Văn Sáu", one), put_forward("Trần Thị Bảy", one), put_forward("Lê Văn Sáu", other, row=9)]
    for entry in ([decided("a1", False, "LÊ VĂN SÁU")], []):
        earlier = [] if entry else [had("a1", surely=True, person="lê văn sáu")]
        found = propose([one, other], people, known([one, other], entry, earlier), with_rules())
        assert {(e.person.person.name, e.unit.unit.id) for e in found.excluded if e.person} == {("Lê Văn Sáu", "a1")}
        assert [] == [e for e in found.excluded if e.person is None]
        assert 4 == len(found.proposed)


@pytest.mark.parametrize(
    ("verdicts", "leader", "unit", "outcome"),
    [
        (("met", "met", "met"), False, "not_met", "proposed"),
        (("met", "met", "met"), True, "met", "proposed"),
        (("met", "met", "met"), True, "not_met", "excluded"),
        (("met", "met", "met"), True, "no_data", "open"),
        (("met", "met", "met"), None, "not_met", "open"),
        (("met", "not_applicable", "not_applicable"), False, "met", "proposed"),
        (("not_applicable", "not_applicable", "not_applicable"), False, "met", "excluded"),
        (("met", "no_data", "met"), False, "met", "open"),
        (("no_data", "no_data", "not_applicable"), False, "met", "excluded"),
        (("met", "no_data", "not_met"), False, "met", "excluded"),
        (("met", "no_data", "met"), True, "not_met", "excluded"),
        (("met", "no_data", "met"), True, "met", "open"),
    ],
)
def test_a_person_is_proposed_open_or_left_out(
    verdicts: tuple[str, ...], leader: bool | None, unit: str, outcome: str
) -> None:
    """Everything met and, for who leads, the unit's too; open where nothing failed and something is met."""
    home = placed("A1", ("met", unit))  # type: ignore[arg-type]
    person = put_forward("Lê Văn Sáu", home, verdicts, leader=leader, row=7)  # type: ignore[arg-type]
    found = propose([home], [person], known([home]), with_rules())
    proposed, excluded, open_ = of_persons(found)
    assert {"proposed": proposed, "excluded": excluded, "open": open_}[outcome]
    assert 1 == len(proposed) + len(excluded) + len(open_)
    assert found.open_persons <= {("a1", "Lê Văn Sáu", 7)}


def test_persons_stand_by_unit_then_given_name() -> None:
    """The order of persons is that of their units' standings, then the given name, the rest of it, the row."""
    one, other = placed("B1"), placed("A1", score=90)
    people = [
        put_forward("Lê Văn Sáu", other),
        put_forward("Trần Thị Bình", one, row=5),
        put_forward("Trần Thị An", one),
        put_forward("Trần Thị Bình", one, row=3),
    ]
    found = propose([one, other], people, known([one, other]), with_rules())
    order = [(p.person.person.name, p.person.person.place.row) for p in found.proposed if p.person]
    assert [("Trần Thị An", 2), ("Trần Thị Bình", 3), ("Trần Thị Bình", 5), ("Lê Văn Sáu", 2)] == order


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(["female", "male", ""]), max_size=5),
    st.integers(0, 2),
    st.one_of(st.none(), st.integers(0, 5)),
    st.booleans(),
)
def test_the_quota_of_persons_cuts_nobody(
    genders: list[str], forced: int, quota: int | None, women_first: bool
) -> None:
    """Past the quota all are tied for the places left, or women come first if the plan says so; forced ones count."""
    home = placed("A1")
    people = [put_forward(f"Lê Thị {number}", home, gender=gender, row=number) for number, gender in enumerate(genders)]
    chosen = [put_forward(f"Trần Văn {number}", home, ("not_met",) * 3, row=50 + number) for number in range(forced)]
    facts = known([home], [decided("a1", True, one.person.name) for one in chosen])
    plan = with_rules(individual_quota=None if quota is None else Fraction(quota), women_first=women_first)
    proposed, excluded, _ = of_persons(propose([home], [*people, *chosen], facts, plan))
    expected: Said = {one.person.name: (False, None) for one in chosen}
    women = [one for one in people if one.person.gender == "female"]
    men = [one for one in people if one.person.gender != "female"]
    left = len(people) if quota is None else max(0, quota - forced)
    for tier in [women, men] if women_first else [[*women, *men]]:
        if left >= len(tier):
            expected |= {one.person.name: (False, None) for one in tier}
        elif left:
            expected |= {one.person.name: (True, left) for one in tier}
        left = max(0, left - len(tier))
    assert expected == proposed
    assert {one.person.name: False for one in people if one.person.name not in expected} == excluded


@given(st.lists(st.booleans(), max_size=5), st.lists(st.booleans(), max_size=2), st.fractions(0, 1, max_denominator=6))
def test_leaders_past_their_share_are_for_the_council(leaders: list[bool], forced: list[bool], most: Fraction) -> None:
    """Where leaders are a larger share of all persons commended than the plan allows, each of them is a question."""
    home = placed("A1")
    people = [put_forward(f"Lê Thị {n}", home, leader=leads, row=n) for n, leads in enumerate(leaders)]
    chosen = [put_forward(f"Trần Văn {n}", home, leader=leads, row=50 + n) for n, leads in enumerate(forced)]
    facts = known([home], [decided("a1", True, one.person.name) for one in chosen])
    found = propose([home], [*people, *chosen], facts, with_rules(max_leader_share=most))
    everyone = [*leaders, *forced]
    too_many = bool(everyone) and sum(everyone) > most * len(everyone)
    asked = {p.person.person.name: p.council_review for p in found.proposed if p.person}
    assert {one.person.name: too_many and bool(one.person.leader) for one in people} | {
        one.person.name: False for one in chosen
    } == asked
    for one in found.proposed:
        assert one.council_review == ("over the share of" in one.reason.text("en"))


@given(st.integers(0, 9), st.integers(1, 12), st.booleans())
def test_a_quota_allows_its_number_or_its_share(size: int, twelfths: int, percent: bool) -> None:
    """A share of those put forward is rounded as the plan says, a number stands; without a quota there is no limit."""
    quota = Fraction(twelfths, 12) if percent else Fraction(twelfths)
    exact = quota * size if percent else quota
    below = exact.numerator // exact.denominator
    whole = exact == below
    assert below == places(quota, "down", size, percent=percent)
    assert below + (not whole) == places(quota, "up", size, percent=percent)
    assert below + (exact - below >= Fraction(1, 2)) == places(quota, "half_up", size, percent=percent)
    assert places(None, "up", size, percent=percent) is None
    rules = with_rules(individual_quota=quota, individual_quota_percent=percent, individual_quota_rounding="up")
    assert below + (not whole) == persons_limit(rules, size)


def test_without_a_base_salary_no_reward_is_known() -> None:
    """A plan whose law says nothing of the day of the decision names no sum."""
    plan = dataclasses.replace(with_rules(), base_salary=())
    assert {None} == {reward(award, plan) for award in plan.awards.forms}
    home = placed("A1")
    assert [None] == [p.reward for p in propose([home], [], known([home]), plan).proposed]
