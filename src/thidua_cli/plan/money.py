"""Reward money from the plan: base salary at a date, multiple, rounding. Whole dong, exact."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from thidua_cli.plan.model import Award, DatedValue, Plan


def base_salary_at(plan: Plan, day: date) -> DatedValue | None:
    """The base salary in force on a day, None where the plan knows none that early."""
    in_force = [value for value in plan.base_salary if value.valid_from <= day]
    return max(in_force, key=lambda value: value.valid_from, default=None)


def reward_vnd(award: Award, base_salary: Fraction) -> int:
    """The reward in dong: multiple x base salary, rounded up to a multiple of ``award.round_up_to``.

    With ``rounding="before_doubling"`` half the multiple is rounded up and then doubled (1.410.000 against 1.420.000
    at a base of 2.340.000).
    """
    if award.rounding == "before_doubling":
        return 2 * _up(award.base_salary_multiple / 2 * base_salary, award.round_up_to)
    return _up(award.base_salary_multiple * base_salary, award.round_up_to)


def _up(amount: Fraction, step: int) -> int:
    return -(-amount // step) * step
