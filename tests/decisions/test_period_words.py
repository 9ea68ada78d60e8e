"""Periods in words: what a text names, and how parts make up a whole."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.intake.periods import Period, narrowest, periods_in, short_period, tilings

YEAR = Period.of_year(2021)
Q = [Period.months(2021, 3 * n - 2, 3 * n) for n in range(1, 5)]
H1, H2 = Period.months(2021, 1, 6), Period.months(2021, 7, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TÌNH HÌNH GIẢI QUYẾT TTHC NĂM 2021", ["2021"]),
        ("Kỳ báo cáo: quý I/2021", ["2021-Q1"]),
        ("Quý IV năm 2020", ["2020-Q4"]),
        ("quy 3", ["2021-Q3"]),
        ("Quý I, II, III năm 2021", ["2021-01-01/2021-09-30"]),
        ("Quý I và quý III năm 2021", ["2021-Q1", "2021-Q3"]),
        ("6 tháng đầu năm 2021", ["2021-H1"]),
        ("6 tháng cuối năm 2021", ["2021-H2"]),
        ("Chín tháng đầu năm 2021", ["2021-01-01/2021-09-30"]),
        ("12 tháng năm 2021", ["2021"]),
        ("Tháng 03/2021", ["2021-03"]),
        ("Từ tháng 1 đến tháng 6 năm 2021", ["2021-H1"]),
        ("(Từ ngày 01/01/2021 đến ngày 31/12/2021)", ["2021"]),
        ("Từ 15/12/2020 đến 14/12/2021", ["2020-12-15/2021-12-14"]),
        ("từ ngày 01 tháng 01 năm 2021 đến ngày 30 tháng 6 năm 2021", ["2021-H1"]),
        ("Cả năm", ["2021"]),
        ("Quý I/2020 – Quý I/2021", ["2020-Q1", "2021-Q1"]),
        ("Giai đoạn 2016 - 2021", ["2016-01-01/2021-12-31"]),
        ("NĂM 2021 (số liệu tính đến ngày 30/11/2021)", ["2021-01-01/2021-11-30"]),
        ("số liệu đến 14h00 ngày 20/12/2021", ["2021-01-01/2021-12-20"]),
        ("Năm 2021, tính đến hết ngày 30/6", ["2021-H1"]),
        ("Năm 2021 (số liệu cập nhật đến ngày 31/12/2021)", ["2021"]),
        ("Năm 2021 (số liệu cập nhật đến ngày 10/01/2022)", ["2021"]),
        ("so lieu tinh den 31/02/2021", []),
        # Guards: dates of signing, numbers of documents, laws and programmes are no periods.
        ("Hồng Ngự, ngày 05 tháng 01 năm 2022", []),
        ("Báo cáo số 15/BC-UBND ngày 10/01/2022", []),
        ("Thông tư 01/2020/TT-VPCP", []),
        ("(Ban hành kèm theo Thông tư số 02/2017/TT-VPCP ngày 31/10/2017)", []),
        ("Kế hoạch cải cách hành chính giai đoạn 2021-2025", []),
        ("Nhiệm kỳ 2021 - 2026", []),
        ("Đơn vị tính: hồ sơ", []),
    ],
)
def test_what_a_text_names(text: str, expected: list[str]) -> None:
    """Years, quarters, halves, months and days are read; other dates and numbers are not."""
    assert expected == [str(period) for period in periods_in(text, 2021)]


def test_an_impossible_range_is_none() -> None:
    """A range that ends before it begins, or on a day that never was, names nothing."""
    assert () == periods_in("từ ngày 31/12/2021 đến ngày 01/01/2021", 2021)
    assert () == periods_in("từ ngày 01/01/2021 đến ngày 31/02/2021", 2021)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("T3", "2021-03"),
        ("Q4", "2021-Q4"),
        ("T12.2020", "2020-12"),
        ("6T", "2021-H1"),
        ("9T 2020", "2020-01-01/2020-09-30"),
        ("Q5", "None"),
        ("T13", "None"),
        ("TQ1", "None"),
    ],
)
def test_short_names_of_sheets(name: str, expected: str) -> None:
    """A sheet called "T3", "Q1" or "6T" is of that month, quarter or half; other names are not."""
    assert expected == str(short_period(name, 2021))


@pytest.mark.parametrize(
    ("period", "short", "vi", "en"),
    [
        (YEAR, "2021", "năm 2021", "2021"),
        (Q[2], "2021-Q3", "quý III năm 2021", "quarter 3 of 2021"),
        (H1, "2021-H1", "6 tháng đầu năm 2021", "the first 6 months of 2021"),
        (H2, "2021-H2", "kỳ từ 01/07/2021 đến 31/12/2021", "2021-07-01 to 2021-12-31"),
        (Period.months(2021, 2, 2), "2021-02", "tháng 2 năm 2021", "month 2 of 2021"),
        (Period(date(2021, 1, 2), date(2021, 1, 31)), "2021-01-02/2021-01-31", "kỳ từ 02/01/2021 đến 31/01/2021", ""),
    ],
)
def test_how_a_period_is_called(period: Period, short: str, vi: str, en: str) -> None:
    """The short form of ``result.json`` and the words of both languages."""
    assert (short, vi) == (str(period), period.words().text())
    assert en in period.words().text("en")


def test_which_period_holds_and_meets_which() -> None:
    """The year holds its quarters and not the other way round; quarters that follow each other do not meet."""
    assert all(YEAR.holds(part) and not part.holds(YEAR) for part in Q)
    assert all(YEAR.meets(part) and part.meets(YEAR) for part in Q)
    assert not any(one.meets(other) for one, other in pairwise(Q))


def test_the_narrowest_of_several() -> None:
    """Of periods that lie within each other the smallest; of two that do not, none."""
    assert Q[0] == narrowest([YEAR, H1, Q[0]]) == narrowest([Q[0], YEAR, H1])
    assert None is narrowest([Q[0], Q[1]])
    assert None is narrowest([])


@pytest.mark.parametrize(
    ("parts", "ways"),
    [
        ([H1, H2], [(H1, H2)]),
        (Q, [tuple(Q)]),
        ([H1, *Q[2:]], [(H1, *Q[2:])]),
        ([H1, H2, *Q], 4),
        (Q[:3], []),
        ([Period.months(2021, 1, 7), H2], []),
        ([Period(date(2021, 1, 1), date(2021, 6, 29)), H2], []),
        ([YEAR], [(YEAR,)]),
    ],
)
def test_parts_make_up_a_whole_only_if_they_tile_it(parts: list[Period], ways: object) -> None:
    """Each day once: a gap, an overlap or a missing day is no tiling."""
    found = tilings(parts, YEAR)
    assert ways == (len(found) if isinstance(ways, int) else found)


@given(st.lists(st.integers(1, 11), unique=True, max_size=5))
def test_any_cut_of_a_year_tiles_it(cuts: list[int]) -> None:
    """However a year is cut at the ends of months, its pieces make it up, and without one of them they do not."""
    bounds = [0, *sorted(cuts), 12]
    parts = [Period.months(2021, first + 1, last) for first, last in pairwise(bounds)]
    assert [tuple(parts)] == tilings(parts[::-1], YEAR)
    assert all([] == tilings([p for p in parts if p != left], YEAR) for left in parts)
