"""Words with their accents where the text has accents, without where it has none."""

from __future__ import annotations

import pytest

from thidua_cli.intake.layout.row_words import opens_total
from thidua_cli.text.phrases import Parts, Phrases, has_accents, spoken

_MONTH, _UNIT = (Phrases(phrase, Parts({})) for phrase in ("* tháng # *", "đơn vị ? *"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Báo cáo tháng 3", True),
        ("BÁO CÁO THÁNG 3", True),
        ("bao cao thang 3", True),
        ("Bao cao – thang_3", True),
        ("Quyết Thắng 1", False),
        ("Ba\u0301o ca\u0301o tha\u0301ng 3", True),
    ],
)
def test_a_word_is_compared_with_the_accents_that_the_text_has(text: str, found: bool) -> None:
    """Case, composition and punctuation do not matter; an accent that the text has does."""
    assert found is _MONTH.whole(spoken(text))


def test_d_with_a_stroke_is_plain_d_only_in_a_text_without_accents() -> None:
    """Đ has no mark that Unicode could take off."""
    said = [_UNIT.whole(spoken(text)) for text in ("Don vi An Loc", "Đơn vị: An Lộc", "Dọn vỉa hè")]
    assert [True, True, False] == said


def test_punctuation_is_no_accent() -> None:
    """Dashes, ellipses and quotation marks stand in texts typed without accents too."""
    assert not has_accents("Tong cong … – “x”")
    assert spoken("Đơn-vị:  A") == "đơn vị a"


def test_a_total_without_accents_may_have_signs_beyond_ascii() -> None:
    """The words for totals use the same test."""
    assert opens_total("Tong cong …")
