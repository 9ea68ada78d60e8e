"""Words with their accents where the text has accents, without where it has none."""

from __future__ import annotations

import pytest

from thidua_cli.intake.layout.row_words import opens_total
from thidua_cli.text.accents import accent_pattern, has_accents, spoken

_MONTH = accent_pattern(r"\btháng (\d+)\b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Báo cáo tháng 3", "3"),
        ("BÁO CÁO THÁNG 3", "3"),
        ("bao cao thang 3", "3"),
        ("Bao cao – thang_3", "3"),
        ("Quyết Thắng 1", ""),
        ("Ba\u0301o ca\u0301o tha\u0301ng 3", "3"),
    ],
)
def test_a_word_is_compared_with_the_accents_that_the_text_has(text: str, found: str) -> None:
    """Case, composition and punctuation do not matter; an accent that the text has does."""
    match = _MONTH.search(text)
    assert (match[1] if match else "") == found


def test_d_with_a_stroke_is_plain_d_only_in_a_text_without_accents() -> None:
    """Đ has no mark that Unicode could take off."""
    pattern = accent_pattern("đơn vị .+")
    assert pattern.fullmatch("Don vi An Loc")
    assert pattern.match("Đơn vị: An Lộc")
    assert not pattern.fullmatch("Dọn vỉa hè")


def test_punctuation_is_no_accent() -> None:
    """Dashes, ellipses and quotation marks stand in texts typed without accents too."""
    assert not has_accents("Tong cong … – “x”")
    assert spoken("Đơn-vị:  A") == "đơn vị a"


def test_a_total_without_accents_may_have_signs_beyond_ascii() -> None:
    """The words for totals use the same test."""
    assert opens_total("Tong cong …")
