"""Small plan texts and edits of the built-in one, named by what is wrong with them."""

from __future__ import annotations

import pytest

from thidua_cli.errors import PlanError
from thidua_cli.plan.loading import builtin_plan_path, load_plan_text

SMALL = """\
id: nho
title: Phong trào nhỏ
theme: Một chủ đề
year: 2022
issuer: Ủy ban nhân dân
period: {from: 01/01/2022, to: 31/12/2022}
measures:
  on_time: {name: Tỷ lệ đúng hạn, kind: ratio, numerator: [early, on_time], denominator: [early, on_time, late]}
criteria:
  - {id: tc1, title: Đúng hạn, citation: đúng hạn, weight: 1, requirements: ["on_time >= 99,5 %"]}
groups:
  - {id: chung, name: Chung}
standings: [score]
awards: {money_date: 31/12/2022, forms: []}
base_salary: []
documents: {place: A, superior: B, office: C, authority: D, chairman: E}
"""
"""The least that a plan must say."""


def builtin_text() -> str:
    """The text of the built-in plan."""
    return builtin_plan_path().read_text(encoding="utf-8")


def changed(old: str, new: str) -> str:
    """The built-in plan with one passage replaced; the passage must stand there."""
    text = builtin_text()
    if old not in text:
        raise AssertionError(old)
    return text.replace(old, new, 1)


def place_of(text: str, passage: str) -> str:
    """Where a passage first stands, as messages say it."""
    before = text[: text.index(passage)]
    return f"dòng {before.count(chr(10)) + 1}, cột {len(before) - before.rfind(chr(10))}"


def refusal(text: str) -> PlanError:
    """The error that a plan text meets; fails if there is none."""
    with pytest.raises(PlanError) as caught:
        load_plan_text(text, "ke-hoach.yaml")
    return caught.value
