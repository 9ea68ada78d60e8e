"""The plan in words."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from tests.plan.plan_texts import SMALL, builtin_text, changed
from thidua_cli.plan.loading import load_plan, load_plan_text
from thidua_cli.plan.overrides import apply_override
from thidua_cli.plan.show import describe, settings_words
from thidua_cli.plan.show_figures import number_words
from thidua_cli.text.glossary import words
from thidua_cli.text.language import Message


def test_every_criterion_is_quoted_with_threshold_counts_weight_and_scope() -> None:
    """A lawyer finds the plan's own sentence, the figure, how it is computed and whom it binds."""
    text = describe(load_plan())
    assert all(f"“{criterion.citation}”" in text for criterion in load_plan().criteria)
    assert "Tỷ lệ hồ sơ được trả kết quả sớm hạn và đúng hạn từ 99 % trở lên (on_time)." in text
    assert "Lấy số nhiệm vụ đã hoàn thành chia cho số nhiệm vụ được giao." in text
    assert "Áp dụng cho: chỉ các đơn vị được đánh giá Chỉ số cải cách hành chính. Trọng số: 20." in text
    assert "Chỉ số cải cách hành chính từ 80 điểm trở lên (par_index)." in text


def test_money_quota_and_legal_bases_are_said_with_their_sources() -> None:
    """Rewards show amount, multiple, base salary and source; blanks are explained."""
    text = describe(load_plan())
    assert "1.490.000 đồng/tháng (Nghị định số 38/2019/NĐ-CP của Chính phủ)" in text
    assert "tặng tập thể (giay-khen-tap-the): 900.000 đồng" in text
    assert "tặng cá nhân (giay-khen-ca-nhan): 450.000 đồng" in text
    assert "Phòng, ban (phong-ban): không giới hạn số tập thể." in text
    assert "Dấu “…” là chỗ trống" in text


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("tc3=62,5", "từ 62,5 % trở lên"),
        ("quota.phong-ban=3", "Phòng, ban (phong-ban): nhiều nhất 3 tập thể."),
        ("quota.phong-ban=20%", "nhiều nhất 20 % số tập thể (làm tròn xuống)"),
        ("quota.individuals=5", "Cá nhân: nhiều nhất 5 cá nhân."),
        ("settings.compare=time", "xong sau giờ hẹn trả là quá hạn"),
    ],
)
def test_what_is_changed_in_the_plan_reads_changed(assignment: str, said: str) -> None:
    """The words follow the plan's values."""
    assert said not in describe(load_plan())
    assert said in describe(load_plan_text(apply_override(builtin_text(), assignment), "x.yaml"))


def test_decisions_of_the_council_are_shown_with_author_and_reason() -> None:
    """A forced exclusion names who decided and why."""
    decision = "decisions: [{decision: exclude, unit: Phòng Y tế, author: Hội đồng, reason: Đã khen}]"
    text = describe(load_plan_text(changed("decisions: []", decision), "x.yaml"))
    assert "Đưa ra theo quyết định của Hội đồng: Phòng Y tế. Lý do: Đã khen." in text


def test_words_taught_are_said_with_what_they_mean() -> None:
    """Heads, statuses, systems of files and other names of units stand in the plan's words, in both languages."""
    taught = """
vocabulary:
  headers: {dossiers.due: [Ngày hẹn dân]}
  statuses: {resolved: [Đã phát kết quả]}
  systems: {so-tay.xlsx: logbook}
  units: [{name: Phòng Y tế, aliases: [PYT], group: chung}]
"""
    text = describe(load_plan_text(SMALL + taught, "nho.yaml"))
    assert "Tiêu đề cột “Ngày hẹn dân” là trường dossiers.due." in text
    assert "Trạng thái “Đã phát kết quả” nghĩa là: đã giải quyết, có kết quả." in text
    assert "Tệp so-tay.xlsx thuộc sổ theo dõi ngoài phần mềm." in text
    assert "Phòng Y tế còn được ghi là “PYT”." in text
    assert "means: resolved" in describe(load_plan_text(SMALL + taught, "nho.yaml"), "en")


@pytest.mark.parametrize("name", list(words("setting")))
def test_every_value_of_every_setting_has_its_own_sentence(name: str) -> None:
    """Each value of a setting reads differently, in Vietnamese and in English."""
    values = words(f"setting.{name}")
    position = list(words("setting")).index(name)
    spoken = set()
    for value in values:
        plan = load_plan_text(apply_override(builtin_text(), f"settings.{name}={value}"), "x.yaml")
        said = settings_words(plan)[position]
        assert isinstance(said, Message)
        spoken.add((said.text(), said.text("en")))
    assert len(values) == len(spoken)


def test_the_least_plan_can_be_described() -> None:
    """A plan without persons, awards or legal bases leaves those sections out."""
    text = describe(load_plan_text(SMALL, "nho.yaml"))
    assert "Tỷ lệ đúng hạn từ 99,5 % trở lên" in text
    assert "TIỀN THƯỞNG" not in text
    assert "CÁ NHÂN\n" not in text


def test_no_line_leaves_a_bracket_or_a_python_name_behind() -> None:
    """The text is prose: no braces, no quotes of code, no fractions such as Fraction(1, 2)."""
    assert [] == re.findall(r"[{}\[\]<>=]|Fraction|None|True|False", describe(load_plan()).replace("Điểm =", ""))


@pytest.mark.parametrize(
    ("value", "percent", "expected"),
    [
        (Fraction(99, 100), True, "99 %"),
        (Fraction(199, 200), True, "99,5 %"),
        (Fraction(165, 2), False, "82,5"),
        (Fraction(1, 3), False, "1/3"),
        (Fraction(1, 16), False, "0,0625"),
        (Fraction(12345), False, "12.345"),
        (Fraction(0), True, "0 %"),
    ],
)
def test_numbers_read_exactly(value: Fraction, percent: bool, expected: str) -> None:
    """A number is shown with all its digits, or as a fraction where it has no end."""
    assert expected == number_words(value, percent=percent).text()


def test_english_is_english_but_for_what_the_plan_itself_says() -> None:
    """``plan show --lang en`` has no Vietnamese word of its own: what is left stands in the plan file."""
    plan = load_plan()
    own = builtin_text()
    left = [
        word
        for line in describe(plan, "en").splitlines()[1:]
        for word in re.findall(r"[^\W\d_]*[ăâđêôơưĂÂĐÊÔƠƯà-ỹÀ-Ỹ][^\W\d_]*", line)
        if word.casefold() not in own.casefold()
    ]
    assert [] == left
    assert "900,000 dong" in describe(plan, "en")
