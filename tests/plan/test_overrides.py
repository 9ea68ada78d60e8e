"""Overrides: one figure of a plan's text changed, everything else kept."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.plan.plan_texts import SMALL, builtin_text, changed
from thidua_cli.errors import UsageError
from thidua_cli.plan.loading import load_plan_text
from thidua_cli.plan.model import Plan
from thidua_cli.plan.overrides import apply_override, apply_overrides


def _plan(assignment: str, text: str | None = None) -> Plan:
    return load_plan_text(apply_override(builtin_text() if text is None else text, assignment), "x.yaml")


def _threshold(plan: Plan, criterion: str, position: int = 0) -> Fraction:
    return next(c for c in plan.criteria if c.id == criterion).requirements[position].threshold


@pytest.mark.parametrize(
    ("assignment", "criterion", "position", "expected"),
    [
        ("tc3=60", "tc3", 0, Fraction(3, 5)),
        ("tc3=60%", "tc3", 0, Fraction(3, 5)),
        ("tc3=0.8%", "tc3", 0, Fraction(1, 125)),
        (" tc3 = 60 % ", "tc3", 0, Fraction(3, 5)),
        ("tc2.on_time=98,5", "tc2", 1, Fraction(197, 200)),
        ("tc2.on_software=99", "tc2", 0, Fraction(99, 100)),
        ("tc4=82.5", "tc4", 0, Fraction(165, 2)),
    ],
)
def test_a_threshold_changes(assignment: str, criterion: str, position: int, expected: Fraction) -> None:
    """A threshold is set by criterion, or by criterion and measure, with or without a percent sign."""
    assert expected == _threshold(_plan(assignment), criterion, position)


def test_only_the_figure_changes() -> None:
    """An override touches one line; comments and all else keep their bytes."""
    assert changed("online_34 >= 50 %", "online_34 >= 60 %") == apply_override(builtin_text(), "tc3=60")


def test_settings_weights_and_quotas_change() -> None:
    """Settings, weights and quotas are set by their names, also where the plan does not say them yet."""
    assert "time" == _plan("settings.compare=time").settings.compare
    assert ("self", "final") == _plan("settings.par_index_columns=[self, final]").settings.par_index_columns
    assert Fraction(30) == _plan("weights.tc1=30").criteria[0].weight
    group = _plan("quota.phong-ban=3").groups[1]
    assert (Fraction(3), False) == (group.quota, group.quota_percent)
    share = _plan("quota.xa-phuong=20,5%").groups[0]
    assert (Fraction(41, 200), True) == (share.quota, share.quota_percent)
    assert Fraction(5) == _plan("quota.individuals=5").awards.individual_quota


def test_several_overrides_follow_one_another() -> None:
    """The text that comes out takes the next override; the later of two for one figure holds."""
    text = builtin_text()
    for assignment in ("quota.phong-ban=3", "tc3=60", "quota.phong-ban=none", "settings.late_tasks=not_completed"):
        text = apply_override(text, assignment)
    plan = load_plan_text(text, "x.yaml")
    assert plan.groups[1].quota is None
    assert Fraction(3, 5) == _threshold(plan, "tc3")
    assert "not_completed" == plan.settings.late_tasks
    assert Fraction(2) == load_plan_text(apply_override(text, "quota.phong-ban=2"), "x.yaml").groups[1].quota


@pytest.mark.parametrize(
    "settings", ["", "settings:\n", "settings: {}\n", "settings: {compare: day}\n", "settings:\n  end_date: returned\n"]
)
def test_a_setting_that_the_plan_leaves_out_is_added(settings: str) -> None:
    """Whatever form the settings have in the text, an override finds its place."""
    assert "time" == _plan("settings.compare=time", SMALL + settings).settings.compare


def test_a_quoted_and_flowing_plan_takes_overrides() -> None:
    """Thresholds in quotes and groups in braces are changed in place."""
    assert Fraction(9, 10) == _threshold(_plan("tc1=90", SMALL), "tc1")
    assert Fraction(2) == _plan("quota.chung=2", SMALL).groups[0].quota


def test_a_byte_order_mark_does_not_shift_the_change() -> None:
    """A text that still carries its byte order mark is changed at the right place."""
    assert apply_override(builtin_text(), "tc3=60") == apply_override("\ufeff" + builtin_text(), "tc3=60")


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("tc9=60", "không có “tc9” trong kế hoạch.\nDùng được: tc1, "),
        ("tc2=60", "tiêu chí tc2 có 2 yêu cầu; hãy nói rõ yêu cầu nào.\nDùng được: tc2.on_software, tc2.on_time"),
        ("tc2.ontime=60", "Có phải “tc2.on_time”?"),
        ("settings.compar=time", "Có phải “settings.compare”?"),
        ("settings.compare=tim", "“tim” không phải giá trị hợp lệ. Có phải “time”?"),
        ("settings.compare=a: b # c", "“a: b # c” không phải giá trị hợp lệ."),
        ("weights.tc1=0", "trọng số phải lớn hơn 0"),
        ("weights.tc1=x", "“weight” cần một số"),
        ("weight.tc1=30", "Có phải “weights.tc1”?"),
        ("quota.phongban=3", "Có phải “quota.phong-ban”?"),
        ("quota.phong-ban=1.5", "số lượng khen thưởng phải là số nguyên"),
        ("tc3=0.8", "là tỷ lệ: viết mức yêu cầu kèm dấu %, ví dụ “online_34 >= 80 %”"),
        ("tc3=1", "ví dụ “online_34 >= 100 %”"),
        ("tc3=120", "mức yêu cầu phần trăm phải từ 0 đến 100"),
        ("tc3=60\n  - x >= 1", "“tc3” cần một số (ví dụ 60 hoặc 82,5)"),
        ("tc3=abc", "“tc3” cần một số (ví dụ 60 hoặc 82,5), không phải “abc”."),
        ("tc3", "cần TÊN=GIÁ_TRỊ"),
        ("tc3=", "cần TÊN=GIÁ_TRỊ"),
        ("=3", "cần TÊN=GIÁ_TRỊ"),
    ],
)
def test_a_wrong_override_is_a_usage_error_with_the_nearest_word(assignment: str, said: str) -> None:
    """Unknown names and refused values are the user's words being off (exit 2), said with what would be right."""
    with pytest.raises(UsageError) as caught:
        apply_override(builtin_text(), assignment)
    assert said in caught.value.text()
    assert 2 == caught.value.exit_code
    assert "dòng" not in caught.value.text()


@pytest.mark.parametrize(
    "twice", [("TC1=90", "tc1=80"), ("tc1=90", "tc1.task_completion=80"), ("quota.phong-ban=3", "quota.phong-ban=none")]
)
def test_one_value_is_set_once(twice: tuple[str, str]) -> None:
    """Two assignments of one figure, however it is spelt, are refused and both named: neither silently wins."""
    with pytest.raises(UsageError, match="cùng đặt một giá trị") as caught:
        apply_overrides(builtin_text(), twice)
    assert all(one in caught.value.text() for one in twice)
    apply_overrides(builtin_text(), ("tc2.on_time=98", "tc2.on_software=99"))
