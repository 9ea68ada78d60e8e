"""Which period a table covers: its title, then its sheet's name, then its file's; narrower within wider."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Row, decide

FORM: list[Row] = [
    ["Đơn vị", "Đã giải quyết trước hạn", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn"],
    ["Phường An Lộc", 70, 18, 2],
    ["Phường An Bình A", 40, 9, 1],
]


@pytest.mark.parametrize(
    ("titles", "name", "file", "period", "rule"),
    [
        (["NĂM 2021"], "Sheet1", "a.xlsx", "2021", "period_title"),
        (["NĂM 2021"], "Quý I", "a.xlsx", "2021-Q1", "period_sheet"),
        (["NĂM 2020"], "Quý I", "a.xlsx", "2020-Q1", "period_sheet"),
        (["NĂM 2021"], "Sheet1", "bieu quy 2.xlsx", "2021-Q2", "period_file"),
        (["BIỂU TỔNG HỢP"], "Sheet1", "2020/bieu.xlsx", "2020", "period_file"),
        (["BIỂU TỔNG HỢP"], "T3", "a.xlsx", "2021-03", "period_sheet"),
        (["NĂM 2021", "Quý I"], "Sheet1", "a.xlsx", "2021-Q1", "period_title"),
        # Cut short beside the year, and halves in words.
        (["TÌNH HÌNH GIẢI QUYẾT HỒ SƠ T12/2021"], "Sheet1", "a.xlsx", "2021-12", "period_title"),
        (["BÁO CÁO Q.III-2021"], "Sheet1", "a.xlsx", "2021-Q3", "period_title"),
        (["SỐ LIỆU 6T/2021"], "Sheet1", "a.xlsx", "2021-H1", "period_title"),
        (["NỬA ĐẦU NĂM 2021"], "Sheet1", "a.xlsx", "2021-H1", "period_title"),
        (["Quý I năm 2021", "NĂM 2021"], "Sheet1", "a.xlsx", "2021-Q1", "period_title"),
        # A range of days is not narrowed by a name; titles rule over names of another year; comparisons say nothing.
        (["(Từ ngày 01/01/2021 đến ngày 31/12/2021)"], "Quý IV", "a.xlsx", "2021", "period_title"),
        (["QUÝ I NĂM 2021"], "Sheet1", "bao cao 2020.xlsx", "2021-Q1", "period_title"),
        (["So với cùng kỳ năm 2020"], "Sheet1", "a.xlsx", "None", ""),
        (["Quý I và quý III năm 2021"], "Sheet1", "a.xlsx", "None", ""),
        (["BIỂU TỔNG HỢP"], "Sheet1", "a.xlsx", "None", ""),
        (["BIỂU TỔNG HỢP"], "Sheet1", "t3.xlsx", "None", ""),
        # A heading that names one day; a date line, a document's date and what goes with it are none.
        (["KẾT QUẢ GIẢI QUYẾT TTHC NGÀY 15/6/2021"], "Sheet1", "a.xlsx", "2021-06-15/2021-06-15", "period_title"),
        (["BIỂU TỔNG HỢP (kèm theo Báo cáo ngày 15/6/2021)"], "Sheet1", "a.xlsx", "None", ""),
        (["Hồng Ngự, ngày 15/6/2021"], "Sheet1", "a.xlsx", "None", ""),
        # A sheet named by nothing but another year makes the plan's year of the title doubtful, a file's name does not.
        (["NĂM 2021"], "2020", "a.xlsx", "2020", "period_sheet"),
        (["NĂM 2020"], "2021", "a.xlsx", "2020", "period_title"),
        (["NĂM 2021"], "Mẫu 2020", "2022/a.xlsx", "2021", "period_title"),
    ],
)
def test_where_a_period_is_read(titles: list[str], name: str, file: str, period: str, rule: str) -> None:
    """The period named nearest to the table, and what named it."""
    found = decide([*([title] for title in titles), *FORM], name=name, file=file)
    rules = [one for one in found.rules if one.startswith("period")]
    assert (period, [rule] if rule else []) == (str(found.table.receipt.period), rules)


@pytest.mark.parametrize(("title", "dated"), [("THÁNG 3", False), ("THÁNG 3 NĂM 2021", True), ("NĂM 2021", True)])
def test_whether_the_year_is_said(title: str, dated: bool) -> None:
    """A month without a year is taken for the plan's year, and the receipt says that nothing names it."""
    assert dated is decide([[title], *FORM]).table.receipt.dated


def test_the_periods_of_heads_make_tables_of_their_own() -> None:
    """A form with two halves side by side is two tables, one for each half."""
    heads = ["Đơn vị", *(f"{n} {part} năm 2021" for part in ("6 tháng đầu", "6 tháng cuối") for n in WORDS)]
    found = decide([heads, ["Phường An Lộc", 7, 1, 0, 5, 2, 1], ["Phường An Bình A", 4, 9, 1, 3, 3, 0]])
    assert ["2021-H1", "2021-H2"] == [str(table.receipt.period) for table in found.tables]
    assert [[1, 2, 3], [4, 5, 6]] == [
        [table.columns[field].index for field in ("early", "on_time", "late")] for table in found.tables
    ]


WORDS = ("Đã giải quyết trước hạn", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn")


SECTIONS: list[Row] = [["Đơn vị", "Đã giải quyết trước hạn", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn"]]


def test_sections_under_periods_are_tables_of_these_periods() -> None:
    """Each group row that names a period begins a section of it; the rows' account stays with the first."""
    body: list[Row] = [["QUÝ I"], ["Phường An Lộc", 70, 18, 2], ["QUÝ II"], ["Phường An Lộc", 40, 9, 1]]
    found = decide([["NĂM 2021"], *SECTIONS, *body])
    assert ["2021-Q1", "2021-Q2"] == [str(table.receipt.period) for table in found.tables]
    assert [True, False] == [bool(table.receipt.account.columns) for table in found.tables]


def test_rows_above_the_first_period_leave_a_table_whole() -> None:
    """Where some rows stand under no period, the group rows do not say what the table is made of."""
    body: list[Row] = [["Phường An Bình A", 9, 1, 0], ["QUÝ I"], ["Phường An Lộc", 70, 18, 2]]
    assert ["2021"] == [str(table.receipt.period) for table in decide([["NĂM 2021"], *SECTIONS, *body]).tables]
