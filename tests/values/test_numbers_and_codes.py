from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.intake.sheet import CellValue, ExcelError
from thidua_cli.intake.values import NO_DATE, State, code_dates, is_blank, normalise_codes, parse_counts, parse_decimals
from thidua_cli.result_values import Ratio
from thidua_cli.text.figures import exact_text
from thidua_cli.text.numbers import format_int


def counts(*values: CellValue) -> list[int | str]:
    """The counts of one column; a state's name where there is none."""
    return [r.value if r.state == State.OK and r.value is not None else r.state.name for r in parse_counts(values)]


def scores(*values: CellValue) -> list[str]:
    """The scores of one column as text; a state's name where there is none."""
    return [str(r.value) if r.state == State.OK else r.state.name for r in parse_decimals(values)]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (("1.234", "12", 5, 7.0), [1234, 12, 5, 7]),
        (("1,234", "1,234,567"), [1234, 1_234_567]),
        (("1 234", "1\u00a0234"), [1234, 1234]),
        (("1.000,00", "1.234"), [1000, 1234]),
        (("12,0", "1.234"), [12, 1234]),
        (("1.234", "1,234"), ["UNREADABLE", "UNREADABLE"]),
        (("12,5", "1,234"), ["UNREADABLE", "UNREADABLE"]),
        (("0,985", "0.985"), ["UNREADABLE", "UNREADABLE"]),
    ],
)
def test_thousand_marks_are_decided_by_the_column(column: tuple[CellValue, ...], expected: list[int | str]) -> None:
    """Cells that leave no choice settle the others; what can still be read two ways is unreadable."""
    assert expected == counts(*column)


@pytest.mark.parametrize(
    "value",
    [
        1.234,
        -3,
        "-5",
        "+5",
        "(5)",
        "12 hồ sơ",
        "98,5%",
        "12%",
        "5.",
        "٣",
        True,
        float("nan"),
        float("inf"),
        ExcelError("#N/A"),
    ],
)
def test_what_is_no_count_is_unreadable(value: CellValue) -> None:
    """A fraction stored as a number, a percentage, a sign or a word is no count."""
    assert ["UNREADABLE"] == counts(value)


@pytest.mark.parametrize("value", [None, "", " \u00a0", "-", "–", "—", "...", "NULL"])
def test_a_blank_is_zero_and_says_so(value: CellValue) -> None:
    """A dash counts as 0, and callers can tell it from a written 0."""
    (reading,) = parse_counts([value])
    assert (0, State.BLANK) == (reading.value, reading.state)
    assert is_blank(value)
    assert not is_blank(0)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.integers(min_value=0, max_value=10**9), max_size=20), st.sampled_from([".", ",", " ", "\u00a0"]))
def test_counts_are_read_as_they_were_written(numbers: list[int], mark: str) -> None:
    """A column written with one thousand mark is read back whole."""
    assert numbers == counts(*[format_int(number).replace(".", mark) for number in numbers])


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (("80,5", "80.5", "80", 80, 88.0), ["80.5", "80.5", "80", "80", "88"]),
        (("91,4 điểm", "91,4/100", "91,4đ", "85,32%"), ["91.4", "91.4", "91.4", "85.32"]),
        ((83.99, 79.99000000000001, 0.1 + 0.2, 79.995), ["83.99", "79.99", "0.3", "79.995"]),
        (("82.125", "90.250"), ["82.125", "90.25"]),
        (("85,125", "80,5"), ["85.125", "80.5"]),
        (("1.234,5", "1.234"), ["1234.5", "1234"]),
        (("80,5", "85.125"), ["80.5", "UNREADABLE"]),
        (("0.125", "80,5"), ["0.125", "80.5"]),
        (("abc", "8o,5", ExcelError("#REF!"), True), ["UNREADABLE"] * 4),
        (("-", None, "-1,5"), ["BLANK", "BLANK", "-1.5"]),
    ],
)
def test_scores_are_exact(column: tuple[CellValue, ...], expected: list[str]) -> None:
    """Scores keep exactly the digits that were typed, with either mark, a unit or none."""
    assert expected == scores(*column)


@settings(deadline=None, derandomize=True)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_score_is_one_that_a_result_can_hold(value: float) -> None:
    """Whatever number a cell holds, as a score it is unreadable or within the bounds of a result that is read back."""
    read = parse_decimals([value])[0].value
    if read is not None:
        for exact in (Fraction(read), Fraction(read) / 85, Fraction(85) / Fraction(read or 1)):
            assert exact_text(exact) == msgspec.convert(exact_text(exact), Ratio)


@given(st.integers(min_value=0, max_value=100_000))
def test_a_float_score_is_the_decimal_that_was_typed(thousandths: int) -> None:
    """Storing a score as a double changes nothing."""
    exact = Decimal(thousandths) / 1000
    assert exact == parse_decimals([float(exact)])[0].value


@settings(deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.none(), st.text("0123456789.,- %đ\u00a0", max_size=12), st.floats(), st.integers())))
def test_any_column_is_read_or_said_to_be_unreadable(values: list[CellValue]) -> None:
    """Nothing raises, and a value is there exactly where the state is not UNREADABLE."""
    for readings in (parse_counts(values), parse_decimals(values)):
        assert [r.state == State.UNREADABLE for r in readings] == [r.value is None for r in readings]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (" 000.05.41.h20-211123-0900 ", "000.05.41.H20-211123-0900"),
        ("000.05.41.H20–211123—0900", "000.05.41.H20-211123-0900"),
        ("000.05.41.H20-211123-0900\u200b", "000.05.41.H20-211123-0900"),
        ("000.05.41.H20 -\u00a0211123-0900", "000.05.41.H20-211123-0900"),
        ("'0001", "0001"),
        ("’0001", "0001"),
        (123.0, "123"),
        (45, "45"),
        ("Ðk-01", "ĐK-01"),
        (unicodedata.normalize("NFD", "hộ-01"), "HỘ-01"),
        (None, ""),
        ("-", ""),
        ("NULL", ""),
        (ExcelError("#REF!"), ""),
        ("a\x00b", "AB"),
    ],
)
def test_codes_are_compared_in_one_form(value: CellValue, expected: str) -> None:
    """Spaces, dashes, case, invisible characters and number cells make no difference between codes."""
    assert [expected] == normalise_codes([value])
    assert [expected, "B-1"] == normalise_codes([value, "b-1"])


@settings(deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.none(), st.text(max_size=8), st.integers(), st.floats())))
def test_many_codes_are_normalised_as_each_alone(values: list[CellValue]) -> None:
    """The bulk way gives what each code gives alone."""
    assert [normalise_codes([value])[0] for value in values] == normalise_codes(values)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("000.05.41.H20-211123-0900", "2021-11-23"),
        ("000.00.14.H20-200703-002", "2020-07-03"),
        ("000.00.14.H20-200703-1234567", "2020-07-03"),
        ("H20-211123-0900", "2021-11-23"),
        ("H20.5.12-211123-0900", "2021-11-23"),
    ],
)
def test_a_national_code_carries_its_date(code: str, day: str) -> None:
    """The six digits between unit and serial number are a day."""
    assert np.datetime64(day) == code_dates([code]).astype("datetime64[D]")[0]


@pytest.mark.parametrize(
    "code",
    [
        "",
        "PNV-211123-0900",
        "000.05.41.H20-211323-0900",
        "000.05.41.H20-210229-0900",
        "000.05.41.H20-211123-09",
        "000.05.41.H20-211123-09000000",
        "000.05.41.H20-21112A-0900",
        "H20..1-211123-0900",
        "H205-211123-0900",
        "Đ00.05.41.H20-211123-0900",
        "2021-11-23-0900-0001-0002",
    ],
)
def test_other_codes_carry_none(code: str) -> None:
    """Free codes and impossible days are no date."""
    assert [NO_DATE] == code_dates([code]).tolist()


def test_codes_of_all_lengths_are_told_apart_in_one_call() -> None:
    """Each code's date stands at its own place."""
    days = code_dates(["x", "H20-211123-001", "", "000.05.41.H20-211124-0900", "H20.1-211125-0900"])
    assert ["NaT", "2021-11-23", "NaT", "2021-11-24", "2021-11-25"] == days.astype("datetime64[D]").astype(str).tolist()
