from __future__ import annotations

from datetime import date, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.intake.sheet import CellValue, ExcelError
from thidua_cli.intake.values import NO_DATE, State, mixed_date_types, parse_dates

EPOCH = datetime(1970, 1, 1)
MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)


def read(value: CellValue, *, date1904: bool = False) -> str:
    """One value as ISO text, or the name of its state."""
    dates = parse_dates([value], date1904=date1904)
    if dates.state[0] != State.OK:
        assert dates.seconds[0] == NO_DATE
        return State(int(dates.state[0])).name
    return (EPOCH + timedelta(seconds=int(dates.seconds[0]))).isoformat(" ")


@pytest.mark.parametrize(
    "text",
    [
        "05/12/2021",
        "5/12/2021",
        "05-12-2021",
        "05.12.2021",
        "2021-12-05",
        "2021/12/05",
        "05/12/21",
        " 05/12/2021\u00a0",
        "05 / 12 / 2021",
        "ngày 05/12/2021",
        "ngày 05 tháng 12 năm 2021",
        "Chủ nhật, 05/12/2021",
        "5-Dec-21",
        "20211205",
        "05122021",
        "44535",
        "2021-12-05T00:00:00.000",
        "2021-12-04T17:00:00Z",
    ],
)
def test_text_is_read_day_first(text: str) -> None:
    """Every usual way to write 5 December 2021 is that day."""
    assert "2021-12-05 00:00:00" == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "05/12/2021 20:15",
        "5/12/2021 20:15:00",
        "20:15 05/12/2021",
        "20:15:00 05/12/2021",
        "05/12/2021 08:15 CH",
        "05/12/2021 8:15:00 PM",
        "2021-12-05T20:15:00",
        "2021-12-05 20:15:00.987",
        "2021-12-05T20:15:00+07:00",
        "20h15 ngày 05/12/2021",
        "20 giờ 15 phút, ngày 05 tháng 12 năm 2021",
        "20211205201500",
    ],
)
def test_the_time_may_stand_before_or_after(text: str) -> None:
    """Every usual way to write a quarter past eight in the evening is that time; fractions of a second are dropped."""
    assert "2021-12-05 20:15:00" == read(text)


def test_noon_and_midnight_have_their_halves() -> None:
    """12:05 SA is after midnight, 12:05 CH after noon."""
    assert ["2021-12-05 00:05:00", "2021-12-05 12:05:00"] == [read("05/12/2021 12:05 SA"), read("05/12/2021 12:05 CH")]


@pytest.mark.parametrize(
    "value",
    [
        "31/02/2021",
        "29/02/2021",
        "00/12/2021",
        "13/13/2021",
        "05/12/2021 24:00",
        "05/12/2021 13:00 SA",
        "05/12/2021 (quá hạn)",
        "05/12-2021",
        "12/2021",
        "2021",
        "05/12/0202",
        "05/12/2201",
        "1/1/1985",
        "chưa trả",
        "x" * 32_767,
        0,
        1.5,
        10**400,
        float("nan"),
        True,
        time(8, 0),
        timedelta(days=1),
        datetime(1900, 1, 1),
        ExcelError("#REF!"),
        ExcelError("-"),
    ],
)
def test_what_is_no_date_of_our_years_is_unreadable(value: CellValue) -> None:
    """Impossible days, other centuries, words and errors are said to be unreadable, never guessed."""
    assert "UNREADABLE" == read(value)


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "-", "–", "NULL", "n/a", "/ /", "__/__/____", "01/01/0001", "0001-01-01T00:00:00", "00/00/0000"],
)
def test_what_says_nothing_is_blank(value: CellValue) -> None:
    """Dashes, NULL and the null dates of databases stand for an empty cell."""
    assert "BLANK" == read(value)


@pytest.mark.parametrize(
    ("value", "date1904", "expected"),
    [
        (44535, False, "2021-12-05 00:00:00"),
        (44535 - 1462, True, "2021-12-05 00:00:00"),
        (44468.66319444444, False, "2021-09-29 15:55:00"),
        (20211205, False, "2021-12-05 00:00:00"),
        (date(2021, 12, 5), False, "2021-12-05 00:00:00"),
        (datetime(2021, 12, 5, 16, 59, 59, 999_999), False, "2021-12-05 17:00:00"),
        (datetime(2021, 10, 23, 4, 58, 44, 90_000), False, "2021-10-23 04:58:44"),
    ],
)
def test_real_dates_and_serials_are_exact_to_the_second(value: CellValue, date1904: bool, expected: str) -> None:
    """Serials of both systems lose nothing to the rounding of doubles; true fractions are dropped."""
    assert expected == read(value, date1904=date1904)


@settings(deadline=None, derandomize=True)
@given(
    MOMENTS,
    st.sampled_from(
        [
            "{0:%d/%m/%Y %H:%M:%S}",
            "{0:%d-%m-%Y %H:%M:%S}",
            "{0.day}/{0.month}/{0.year} {0.hour}:{0:%M:%S}",
            "{0:%H:%M:%S} {0:%d/%m/%Y}",
            "{0:%Y-%m-%dT%H:%M:%S}",
            "{0:%Y-%m-%d %H:%M:%S}.123",
            "{0:%H:%M:%S}, ngày {0.day} tháng {0.month} năm {0.year}",
            "{0:%Y%m%d%H%M%S}",
        ]
    ),
)
def test_reading_undoes_writing(moment: datetime, form: str) -> None:
    """Whatever form a moment is written in, reading gives it back."""
    assert moment.isoformat(" ") == read(form.format(moment))


@settings(deadline=None, derandomize=True, max_examples=30)
@given(
    st.lists(MOMENTS, min_size=1, max_size=5),
    st.sampled_from(["{0:%d/%m/%Y %H:%M}", "{0.day}/{0.month}/{0.year} {0.hour}:{0:%M}"]),
)
def test_many_texts_are_read_as_each_alone(moments: list[datetime], form: str) -> None:
    """The bulk way and the single way give the same, broken values among them."""
    texts = [form.format(moment + timedelta(days=n)) for moment in moments if moment.year < 2090 for n in range(500)]
    texts += ["31/02/2021 10:00", "-", "abc", "3/4/2021"]
    together = parse_dates(texts)
    probe = list(range(0, len(texts), 97)) + [len(texts) - n for n in range(1, 5)]
    alone = [parse_dates([texts[i]]) for i in probe]
    assert [int(one.seconds[0]) for one in alone] == together.seconds[probe].tolist()
    assert [int(one.state[0]) for one in alone] == together.state[probe].tolist()


@settings(deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.none(), st.text(max_size=25), st.floats(), st.integers(), st.datetimes(), st.dates())))
def test_any_values_are_read_or_said_to_be_unreadable(values: list[CellValue]) -> None:
    """Nothing raises; every value has a state, and a date exactly where that is OK."""
    dates = parse_dates(values)
    assert len(values) == len(dates.seconds) == len(dates.state) == len(dates.is_text)
    assert ((dates.state == State.OK) == (dates.seconds != NO_DATE)).all()


def test_text_is_told_from_real_dates() -> None:
    """Text stays marked as text, an error cell is none."""
    dates = parse_dates(["05/12/2021", datetime(2021, 12, 5), "abc", 44535, ExcelError("#N/A"), None])
    assert [True, False, True, False, False, False] == dates.is_text.tolist()


def test_no_values_are_no_dates() -> None:
    """An empty column is read as one."""
    assert 0 == len(parse_dates([]).seconds)


CONVERTED: list[CellValue] = [datetime(2021, 5, 12, 8, 0), datetime(2021, 4, 4), "25/12/2021 09:00", "13/01/2021"]


def test_months_swapped_by_a_spreadsheet_are_suspected() -> None:
    """Real dates up to the 12th beside texts beyond it were 05/12 once: each is suspect and has its other reading."""
    dates = parse_dates(CONVERTED)
    types = mixed_date_types(dates)
    assert types.mixed
    assert [True, False, False, False] == types.suspect.tolist()
    assert np.datetime64("2021-12-05T08:00:00") == types.swapped.astype("datetime64[s]")[0]
    assert [NO_DATE] * 3 == types.swapped[1:].tolist()


@pytest.mark.parametrize(
    ("values", "mixed"),
    [
        ([*CONVERTED, datetime(2021, 5, 13)], True),
        ([*CONVERTED, "05/12/2021", "06/12/2021"], True),
        (CONVERTED[:2], False),
        (CONVERTED[2:], False),
        ([None, "-", "abc"], False),
        ([], False),
    ],
)
def test_other_columns_are_not_suspected(values: list[CellValue], mixed: bool) -> None:
    """A real date after the 12th, or texts before it, speak against a swap; one type alone shows nothing."""
    types = mixed_date_types(parse_dates(values))
    assert mixed == types.mixed
    assert not types.suspect.any()
