"""The built-in plan of 2021 says what the contract says."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import date
from fractions import Fraction

import pytest

from tests.plan.plan_texts import builtin_text
from thidua_cli.plan.loading import builtin_plan_path, load_plan, load_plan_text
from thidua_cli.plan.model import Plan, Requirement, Settings
from thidua_cli.plan.money import base_salary_at, reward_vnd


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The built-in plan."""
    return load_plan()


def test_criteria_are_those_of_the_contract(plan: Plan) -> None:
    """The five criteria hold the contract's thresholds and weigh 20 each; tc4 is for assessed units."""
    expected = {
        "tc1": [Requirement("task_completion", "=", Fraction(1), percent=True)],
        "tc2": [
            Requirement("on_software", "=", Fraction(1), percent=True),
            Requirement("on_time", ">=", Fraction(99, 100), percent=True),
        ],
        "tc3": [Requirement("online_34", ">=", Fraction(1, 2), percent=True)],
        "tc4": [Requirement("par_index", ">=", Fraction(80), percent=False)],
        "tc5": [Requirement("initiatives", ">=", Fraction(1), percent=False)],
    }
    assert expected == {criterion.id: list(criterion.requirements) for criterion in plan.criteria}
    assert {Fraction(20)} == {criterion.weight for criterion in plan.criteria}
    assert ["all", "all", "all", "assessed", "all"] == [criterion.applies_to for criterion in plan.criteria]


def test_measures_are_made_of_the_contracts_counts(plan: Plan) -> None:
    """Each measure divides the counts that the contract names."""
    expected = {
        "task_completion": (("tasks_completed",), ("tasks_assigned",)),
        "on_software": (("on_software",), ("received",)),
        "on_time": (("early", "on_time"), ("early", "on_time", "late")),
        "online_34": (("online_34",), ("received",)),
        "par_index": (("par_index",), ()),
        "initiatives": (("initiatives_recognised",), ()),
    }
    assert expected == {name: (m.numerator, m.denominator) for name, m in plan.measures.items()}


def test_every_setting_is_stated_and_has_the_contracts_default(plan: Plan) -> None:
    """The file states each setting, and each stands at the default that the contract gives."""
    text = builtin_text()
    assert [] == [f.name for f in dataclasses.fields(Settings) if f"\n  {f.name}:" not in text]
    assert Settings() == plan.settings


def test_standings_period_and_groups(plan: Plan) -> None:
    """Units are ranked in the contract's order, in two groups without quota, over the year 2021."""
    assert ("all_met", "criteria_share", "score", "par_index", "online_34", "on_time") == plan.standings
    assert (date(2021, 1, 1), date(2021, 12, 31)) == (plan.period_start, plan.period_end)
    assert [("Xã, phường", None), ("Phòng, ban", None)] == [(group.name, group.quota) for group in plan.groups]


def test_rewards_are_those_of_the_law(plan: Plan) -> None:
    """A collective receives 900.000 đồng and a person 450.000 đồng, as the base salary of 2021 gives."""
    salary = base_salary_at(plan, plan.awards.money_date)
    assert salary is not None
    assert {"giay-khen-tap-the": 900_000, "giay-khen-ca-nhan": 450_000} == {
        award.id: reward_vnd(award, salary.value) for award in plan.awards.forms
    }


@pytest.mark.parametrize(
    ("rounding", "expected"), [("after", 1_410_000), ("before_doubling", 1_420_000)], ids=["after", "before"]
)
def test_the_order_of_rounding_matters(plan: Plan, rounding: str, expected: int) -> None:
    """At the base salary of 2024 the two orders of rounding differ by 10.000 đồng."""
    award = dataclasses.replace(plan.awards.forms[0], rounding=rounding)  # type: ignore[arg-type]
    salary = base_salary_at(plan, date(2024, 12, 31))
    assert salary is not None
    assert expected == reward_vnd(award, salary.value)


def test_base_salary_before_the_first_known_one_is_unknown(plan: Plan) -> None:
    """A day before the first dated value has no base salary, the first day of one already has it."""
    assert base_salary_at(plan, date(2019, 6, 30)) is None
    first = base_salary_at(plan, date(2019, 7, 1))
    assert first is not None
    assert Fraction(1_490_000) == first.value


def test_units_and_renamings(plan: Plan) -> None:
    """The plan knows 7 communes and 12 agencies of 2021, the two former communes and the three wards of 2025."""
    in_2021 = [
        unit
        for unit in plan.vocabulary.units
        if (unit.valid_from or date.min) <= date(2021, 6, 1) <= (unit.valid_to or date.max)
    ]
    assert {"Xã, phường": 7, "Phòng, ban": 12} == {
        name: sum(unit.group == name for unit in in_2021) for name in ("Xã, phường", "Phòng, ban")
    }
    successors = {unit.name: unit.successor for unit in plan.vocabulary.units if unit.successor}
    assert "Phường An Bình A" == successors["Xã An Bình A"]
    assert {"Phường An Bình", "Phường Hồng Ngự", "Phường Thường Lạc"} == {
        successors[unit.name] for unit in in_2021 if unit.valid_to
    }


def test_unverified_points_are_blanks(plan: Plan) -> None:
    """The provincial regulation, the circular and the plan's own number read as blanks to be filled in."""
    bases = plan.documents.legal_bases["to-trinh"]
    assert all("…" in basis for basis in bases if "Quy chế" in basis or "Thông tư" in basis or "Kế hoạch số" in basis)
    assert 3 == sum("…" in basis for basis in bases)


def test_sha256_is_that_of_the_files_bytes(plan: Plan) -> None:
    """The plan carries the hash of its file, whether read from disk or from text."""
    data = builtin_plan_path().read_bytes()
    assert hashlib.sha256(data).hexdigest() == plan.sha256
    assert plan.sha256 == load_plan_text(data.decode(), "criteria.yaml").sha256
    assert "criteria.yaml" == plan.source
