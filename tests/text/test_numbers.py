from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.text.numbers import amount_in_words, format_decimal, format_int, from_roman, roman

DIGITS = {word: n for n, word in enumerate("không một hai ba bốn năm sáu bảy tám chín".split())} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (1005, "một nghìn không trăm linh năm"),
        (450_000, "bốn trăm năm mươi nghìn"),
        (900_000, "chín trăm nghìn"),
        (1_490_000, "một triệu bốn trăm chín mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_000_005_000, "một tỷ không trăm linh năm nghìn"),
        (10**12, "một nghìn tỷ"),
        (-5, "âm năm"),
    ],
)
def test_amounts_read_as_documents_write_them(number: int, words: str) -> None:
    """Mốt, tư, lăm, linh, nghìn, triệu and tỷ stand where the rules want them."""
    assert words == amount_in_words(number)


def test_an_amount_can_begin_a_sentence() -> None:
    """The capital form begins with a capital letter."""
    assert "Chín trăm nghìn" == amount_in_words(900_000, capital=True)


def heard(words: str) -> int:
    """The number that someone who hears the words writes down: an independent reading, for numbers below 10^18."""
    total = block = group = 0
    last = 0
    for word in words.split():
        if word in DIGITS:
            last = DIGITS[word]
            group += last
        elif word in ("mười", "mươi"):
            group += 10 if word == "mười" else last * 9
        elif word == "trăm":
            group += last * 99
        elif word in ("nghìn", "triệu"):
            block += group * (1000 if word == "nghìn" else 1_000_000)
            group = 0
        elif word == "tỷ":
            total = (total + block + group) * 10**9
            block = group = 0
    return total + block + group


@settings(deadline=None, derandomize=True)
@given(st.integers(min_value=0, max_value=10**17))
def test_an_amount_in_words_says_its_number(number: int) -> None:
    """Whoever writes down what the words say gets the number back."""
    assert number == heard(amount_in_words(number))


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1000, "1.000"), (1234567, "1.234.567"), (-1234, "-1.234")]
)
def test_whole_numbers_have_dots(number: int, text: str) -> None:
    """Dots stand between thousands."""
    assert text == format_int(number)


@pytest.mark.parametrize(
    ("value", "text"),
    [("98.79", "98,79"), ("100", "100"), ("1234.50", "1.234,50"), (Decimal("80.5"), "80,5"), (7, "7"), ("1E+2", "100")],
)
def test_decimals_have_a_comma_and_keep_their_digits(value: str | Decimal | int, text: str) -> None:
    """The digits are those given; only the marks are Vietnamese."""
    assert text == format_decimal(value)


@given(st.integers(min_value=1, max_value=3999))
@settings(deadline=None, derandomize=True)
def test_roman_numerals_read_back(number: int) -> None:
    """A Roman numeral says its number."""
    assert number == from_roman(roman(number))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ABC", "iv", "1"])
def test_other_text_is_no_roman_numeral(text: str) -> None:
    """Only a well-formed numeral is one."""
    assert from_roman(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_roman_numerals_end_at_3999(number: int) -> None:
    """What has no Roman numeral is refused."""
    with pytest.raises(ValueError, match=str(number)):
        roman(number)
