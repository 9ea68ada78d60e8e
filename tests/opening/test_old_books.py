"""Old workbooks scanned from their records: the same sheets as the library reads, or left to it."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from tests.opening.test_pieces import told
from thidua_cli.intake.opening import open_file
from thidua_cli.intake.opening.engines import JOBS
from thidua_cli.intake.opening.fast.old_book import read_old_book
from thidua_cli.intake.opening.limits import DEFAULT_LIMITS, Limits
from thidua_cli.intake.wordwise import NotPlain

FORMATS = ["General", "dd/mm/yyyy", "0.0%", "0.00", "[h]:mm", '"d"0', "hh:mm", "yyyy-mm-dd hh:mm:ss", "#,##0 [$₫-42A]"]
VALUE = st.one_of(
    st.sampled_from([
        1, 0, -7, 12.25, 0.01, 1e300, 44197, 44197.354, 59, 44197.999999999, 536870911, -536870912, 1.1, True, False,
        "", None, "a", "Hồ sơ", "#N/A", date(2021, 1, 5), datetime(2021, 1, 5, 8, 30), time(9, 30), "é" * 3000,
        "𝔘" * 900,
    ]),
    st.text(alphabet="aé₫\n \u0164", max_size=9),
)  # fmt: skip
ROWS = st.lists(st.lists(st.tuples(VALUE, st.sampled_from(FORMATS)), max_size=5), max_size=8)


def written(sheets: list[list[list[tuple[object, str]]]], extra: str) -> bytes:
    """A workbook of these cells, and something more."""
    book = xlwt.Workbook()
    styles = {form: xlwt.easyxf(num_format_str=form) for form in FORMATS}
    for number, rows in enumerate(sheets):
        sheet = book.add_sheet(f"Trang {number}", cell_overwrite_ok=True)
        for y, row in enumerate(rows):
            for x, (value, form) in enumerate(row):
                sheet.write(2 * y, x + number, value, styles[form])
        if extra == "formula":
            sheet.write(101, 1, xlwt.Formula("1+1"))
        elif extra == "rich":
            sheet.write_rich_text(101, 1, [("an ", xlwt.easyfont("bold true")), ("Bình", xlwt.easyfont("italic true"))])
        elif extra == "struck":
            sheet.write(101, 1, "x", xlwt.easyxf("font: struck_out true"))
        elif extra == "merged":
            sheet.write_merge(101, 103, 1, 2, "gộp")
        elif extra == "hidden":
            sheet.row(2).hidden, sheet.col(1).hidden = True, True
            sheet.visibility = 1 if number else 0
        elif extra == "1904":
            book.dates_1904 = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@given(
    st.lists(ROWS, min_size=1, max_size=2),
    st.sampled_from(["", "", "formula", "rich", "struck", "merged", "hidden", "1904"]),
)
def test_records_give_what_the_library_reads(sheets: list[list[list[tuple[object, str]]]], extra: str) -> None:
    """What is scanned has the cells of the library, with their kinds, and everything else that a sheet says."""
    data = written(sheets, extra)
    try:
        scanned = read_old_book(data, DEFAULT_LIMITS)
    except NotPlain:
        return
    assert [told(sheet) for sheet in JOBS["xls"](data, DEFAULT_LIMITS)] == [told(sheet) for sheet in scanned]


@pytest.mark.parametrize(("extra", "plain"), [("", True), ("rich", True), ("merged", True), ("formula", False)])
def test_which_old_books_are_scanned(extra: str, *, plain: bool) -> None:
    """Plain cells, rich text and merged ranges are scanned; a formula is left to the library."""
    data = written([[[("a", "General"), (1.5, "0.00"), (date(2021, 1, 5), "dd/mm/yyyy")]]], extra)
    if plain:
        assert ["a", 1.5, date(2021, 1, 5)] == read_old_book(data, DEFAULT_LIMITS)[0].row(0)[:3]
    else:
        with pytest.raises(NotPlain):
            read_old_book(data, DEFAULT_LIMITS)


def test_a_large_old_book_needs_no_child(tmp_path: Path) -> None:
    """A plain workbook beyond a megabyte is read in this process, and its texts where they go on in another record."""
    path = tmp_path / "a.xls"
    path.write_bytes(written([[[(f"Hồ sơ {i}", "General"), (i, "General")] for i in range(15_000)]], ""))
    source, _ = open_file(path, path.name, Limits(memory_bytes=1))  # a child would have no memory at all
    assert "scanner" == source.engine
    assert ["Hồ sơ 14999", 14_999] == source.sheets[0].row(29_998)
