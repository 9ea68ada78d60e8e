from __future__ import annotations

import io
import re
import warnings
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.excel.books import read_book
from tests.excel.conftest import CASES, rendered
from tests.support.results import make_result
from thidua_cli.reports import wording
from thidua_cli.reports.cases import cases
from thidua_cli.reports.excel import render_xlsx
from thidua_cli.reports.excel.book import SHEETS

FORMULA_STARTS = tuple("=+-@\t")


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl sees it (it has no word for data bars and says so)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(io.BytesIO(data))


def sheet(book: Workbook, name: str) -> Worksheet:
    """One sheet, typed."""
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def parts(data: bytes) -> dict[str, str]:
    """The XML parts of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def part(case: str, name: str) -> str:
    """The XML of one sheet."""
    return parts(rendered(case))[f"xl/worksheets/sheet{SHEETS.index(name) + 1}.xml"]


def test_same_result_same_bytes(case: str) -> None:
    """Rendering twice gives the same file."""
    assert rendered(case) == render_xlsx(CASES[case])


def test_no_clock_inside() -> None:
    """Dates inside come from the plan's year, not from the clock."""
    data = rendered("plain")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in file.infolist()}
    dates = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", parts(data)["docProps/core.xml"])
    assert ["2021-12-31T00:00:00Z"] * 2 == dates


def test_sheets_stand_in_reading_order(case: str) -> None:
    """Standings come first, sources last."""
    assert list(SHEETS) == opened(rendered(case)).sheetnames


def test_every_unit_is_named_as_text() -> None:
    """Names that look like markup, formulas or paths stand in the sheet letter by letter."""
    result = CASES["hostile"]
    page = sheet(opened(rendered("hostile")), "Xếp hạng")
    cells = [page.cell(row, 3) for row in range(6, 6 + len(result.units))]
    assert [unit.name for unit in result.units] == [cell.value for cell in cells]
    assert {"s"} == {cell.data_type for cell in cells}


def test_hostile_text_is_never_a_formula() -> None:
    """Formulas hold nothing that came from names, titles or findings."""
    for name, text in parts(rendered("hostile")).items():
        if name.startswith("xl/worksheets/sheet"):
            for formula in re.findall(r"<f>([^<]*)</f>", text):
                assert not re.search(r"http|cmd|alert|7\*7|Phường|Rấtdài", formula)


def test_text_like_a_formula_keeps_its_quote() -> None:
    """A text that begins like a formula stays a text even when someone edits its cell."""
    book = opened(rendered("hostile"))
    cells = [cell for name in SHEETS for row in sheet(book, name).iter_rows() for cell in row]
    suspicious = [cell for cell in cells if cell.data_type == "s" and str(cell.value).startswith(FORMULA_STARTS)]
    assert len(suspicious) > 20
    assert [] == [cell.coordinate for cell in suspicious if not cell.quotePrefix]


def test_no_link_leads_out_of_the_workbook() -> None:
    """There is no external relation in the file, whatever the inputs are called."""
    relations = [text for name, text in parts(rendered("hostile")).items() if name.endswith(".rels")]
    assert relations
    assert [] == [text for text in relations if "External" in text]


def test_paths_that_lead_elsewhere_get_no_link() -> None:
    """An input called ../x is listed without the formula that would open it."""
    page = sheet(opened(rendered("hostile")), "Nguồn")
    links = {str(row[0].value): row[8].value for row in page.iter_rows(min_row=5) if row[0].value}
    assert links["../don-vi.xlsx"] is None
    assert str(links["mot-cua.xlsx"]).startswith('=IF($B$3="","",HYPERLINK(')


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "Biểu đồ"])
def test_sheets_are_ready_to_print_and_read(name: str) -> None:
    """Every sheet is A4 landscape, one page wide, with numbered pages, a repeated head, and a frozen head."""
    page = sheet(opened(rendered("plain")), name)
    assert ("landscape", 9) == (page.page_setup.orientation, page.page_setup.paperSize)
    assert ("1", "0") == (str(page.page_setup.fitToWidth or 1), str(page.page_setup.fitToHeight))
    assert "fitToPage" in part("plain", name)
    assert page.print_title_rows
    assert page.freeze_panes
    assert "Trang &amp;P/&amp;N" in part("plain", name)


@pytest.mark.parametrize("name", ["Xếp hạng", "Số liệu", "Đề nghị", "Cá nhân", "Hồ sơ cần xem", "Lưu ý", "Nguồn"])
def test_tables_can_be_filtered(name: str) -> None:
    """The tables have a filter on their head."""
    assert sheet(opened(rendered("plain")), name).auto_filter.ref


def test_charts_per_group_and_measure() -> None:
    """Each group has one chart of scores and one for each of the six measures, with a text for those who cannot see."""
    data = parts(rendered("plain"))
    assert 14 == sum(name.startswith("xl/charts/chart") for name in data)
    drawing = next(text for name, text in data.items() if name.startswith("xl/drawings/drawing"))
    texts = [e.get("descr") for e in ET.fromstring(drawing).iter() if e.tag.endswith("cNvPr")]  # noqa: S314
    assert 14 == sum(bool(text) for text in texts)


def test_large_groups_are_drawn_in_parts() -> None:
    """A chart holds at most 32 units, so that it fits a printed page."""
    data = parts(render_xlsx(make_result(units=120, persons=0)))
    counts = [int(n) for text in data.values() for n in re.findall(r"<c:cat>.*?<c:ptCount val=\"(\d+)\"", text)]
    assert 32 == max(counts)


def test_the_total_counts_what_is_proposed() -> None:
    """The reward money of what is proposed stands above the list, beside it the most that the council can make it."""
    result = CASES["plain"]
    book = read_book(rendered("plain"))
    money = {
        case: sum(p.reward_vnd or 0 for p in result.proposals if p.council_review == case) for case in (False, True)
    }
    assert money[False] == book["Đề nghị"][2][9]
    # Two wards are tied for the one place of their group: the money of one of them can be added, not that of both.
    most = money[False] + money[True] - 900_000
    assert wording.money_range(money[False], most) in str(book["Đề nghị"][1][0])
    listed = [row for row in book["Đề nghị"] if row[1] in ("Tập thể", "Cá nhân")]
    assert len(result.proposals) + sum(one.proposal is None for one in cases(result)) == len(listed)


@pytest.mark.office
def test_figures_look_vietnamese_on_an_english_machine(shown: Callable[[bytes], list[str]]) -> None:
    """Whatever the machine's language, thousands have a dot, decimals a comma, and no shared rank reads as money."""
    result = CASES["plain"]
    cells = shown(rendered("plain"))
    assert {wording.score_text(unit) for unit in result.units} <= set(cells)
    english = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?%?|\d+\.\d{1,2}%?")
    assert [] == [cell for cell in cells if english.fullmatch(cell)]
    assert {"11.250.000", "900.000", "đồng hạng 1", "98,85%", "92,5"} <= set(cells)


def test_rows_to_look_at_name_their_place() -> None:
    """Every row that stands against a unit is listed with file, sheet and row."""
    result = CASES["plain"]
    expected = {
        (ref.file, ref.sheet, float(ref.row))
        for unit in result.units
        for criterion in unit.criteria
        for measure in criterion.measures
        for ref in [*measure.against, *measure.undecided_rows]
    }
    assert expected == {tuple(row[6:9]) for row in read_book(rendered("plain"))["Hồ sơ cần xem"][4:]}


def test_findings_and_sources_are_complete() -> None:
    """Every finding and every sheet that was read has its row."""
    result = CASES["plain"]
    book = read_book(rendered("plain"))
    assert [f.message for f in result.findings] == [row[2] for row in book["Lưu ý"][4:]]
    assert [f.name for f in result.findings] == [row[1] for row in book["Lưu ý"][4:]]
    assert sum(len(source.sheets) for source in result.inputs) == sum(bool(row[9]) for row in book["Nguồn"][4:])


def test_an_empty_result_is_still_a_workbook() -> None:
    """No unit, no person: the sheets say so instead of failing."""
    book = read_book(render_xlsx(make_result(units=0, persons=0)))
    assert "Không có tập thể, cá nhân nào được đề nghị." == book["Đề nghị"][4][0]


def test_no_row_hides_part_of_its_text() -> None:
    """A row whose text wraps is high enough for it."""
    page = sheet(opened(rendered("long")), "Xếp hạng")
    heights = [page.row_dimensions[row].height for row in range(6, 6 + 60)]
    assert all(height is not None and height >= 60 for height in heights)
