from __future__ import annotations

import unicodedata
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opening.test_formats import opened, rows_of
from tests.support import workbooks
from thidua_cli.intake.opening import open_file
from thidua_cli.intake.opening.cells import ColumnStore
from thidua_cli.intake.sheet import CellValue, ExcelError

CELLS = st.one_of(st.none(), st.text(max_size=3), st.booleans(), st.integers(-3, 3), st.sampled_from([0.5, 1.0, 0.0]))


def expected_value(value: object) -> object:
    """What a stored cell reads back as: NFC text, TRUE and FALSE, whole numbers as int, nothing for an empty text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value) or None
    return int(value) if isinstance(value, float) and value.is_integer() else value


@given(st.lists(st.lists(CELLS, max_size=4), max_size=12))
def test_round_trip(rows: list[list[CellValue]]) -> None:
    """Encoding rows into columns keeps every cell, with True, 1 and 1.0 told apart, however long the rows are."""
    store = ColumnStore()
    for row in rows:
        store.extend([row])
    columns = store.columns()
    width = max(map(len, rows), default=0)
    expected = [[expected_value(v) for v in [*row, *[None] * (width - len(row))]] for row in rows]
    read = [[column.at(i) for column in columns] for i in range(len(rows))]
    assert [[(type(v), v) for v in row] for row in expected] == [[(type(v), v) for v in row] for row in read]


def test_values_are_distinct_in_order(tmp_path: Path) -> None:
    """A column's values are distinct, in order of first appearance, NFC and NFD spellings counted as one."""
    decomposed = unicodedata.normalize("NFD", "Hồng Ngự")
    rows: list[list[object]] = [["x"], [decomposed], ["Hồng Ngự"], ["x"], [None], ["a"]]
    (sheet,) = opened(workbooks.xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert ("x", "Hồng Ngự", "a") == tuple(sheet.columns[0].values)
    assert [0, 1, 1, 0, -1, 2] == sheet.columns[0].codes.tolist()


@pytest.mark.parametrize("write", [workbooks.xlsx, workbooks.xls, workbooks.ods])
def test_absolute_positions(tmp_path: Path, write: type) -> None:
    """Row and column 0 are A1 even where the used box begins further in."""
    rows: list[list[object]] = [[], [], [None, None, "a"], [None, None, 1, 2]]
    (sheet,) = opened(write(tmp_path / "a", {"S": rows}))
    assert [[None] * 4, [None] * 4, [None, None, "a", None], [None, None, 1, 2]] == rows_of(sheet)
    assert [0, 1, 2, 3] == [column.index for column in sheet.columns]


def test_kinds_of_values(tmp_path: Path) -> None:
    """Booleans become text, error cells stay errors, dates, times and durations keep their kind."""
    row = [True, 1, False, 0, "#N/A", datetime(2021, 5, 6, 7, 8), time(9, 10), timedelta(hours=30)]
    (sheet,) = opened(workbooks.xlsx(tmp_path / "a.xlsx", {"S": [row]}))
    assert ["TRUE", 1, "FALSE", 0, "#N/A", row[5], row[6], row[7]] == sheet.row(0)
    assert isinstance(sheet.row(0)[4], ExcelError)


def test_formula_without_value(tmp_path: Path) -> None:
    """A formula that no program has worked out is named by its cell; one with a stored value is not."""
    cells = '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c>'
    text = '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v>5</v></c>'
    (sheet,) = opened(workbooks.raw_xlsx(tmp_path / "a.xlsx", f'<sheetData><row r="1">{cells}{text}</row></sheetData>'))
    assert [(0, 0), (0, 1)] == list(sheet.formulas_without_value)
    assert [None, None, 2, None, 5] == sheet.row(0)


def test_hidden_rows_and_columns(tmp_path: Path) -> None:
    """Hidden rows and columns are read and named."""
    xml = (
        '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/></cols><sheetData>'
        '<row r="1"><c r="C1"><v>1</v></c></row>'
        '<row r="2" hidden="1" spans="1:3"><c r="A2"><v>2</v></c></row></sheetData>'
    )
    (sheet,) = opened(workbooks.raw_xlsx(tmp_path / "a.xlsx", xml))
    assert (frozenset({1}), frozenset({1, 2})) == (sheet.hidden_rows, sheet.hidden_columns)
    assert [[None, None, 1], [2, None, None]] == rows_of(sheet)


def test_date_system_of_1904(tmp_path: Path) -> None:
    """A workbook that counts days from 1904 says so on its sheets."""
    xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", xml, workbook_properties='<workbookPr date1904="1"/>')
    assert [True] == [s.date1904 for s in opened(path)]


def test_legacy_encoding_is_decoded(tmp_path: Path) -> None:
    """Text typed for TCVN3 fonts becomes Unicode, column by column, and a finding says so."""
    rows: list[list[object]] = [["§¬n vÞ", "Sè l­îng"], ["Ph­êng An Léc", 5], ["Ph­êng An L¹c", 6], ["X· T©n Héi", 7]]
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"S": rows})
    source, findings = open_file(path, path.name)
    assert ["Đơn vị", "Phường An Lộc", "Phường An Lạc", "Xã Tân Hội"] == [r[0] for r in rows_of(source.sheets[0])]
    assert [("legacy_encoding", "a.xlsx", "S", 2)] == [(f.code, f.file, f.sheet, f.count) for f in findings]


def test_capitals_of_legacy_fonts(tmp_path: Path) -> None:
    """Cells in a capital TCVN3 font are read as the capitals that they show; the same text in a plain font is not."""
    rows: list[list[object]] = [["Tæng hîp"], ["Tæng hîp"], ["Ph­êng An Léc"], ["tong so"], ["Phường"]]
    fonts = {(0, 0): ".VnTimeH", (1, 0): ".VnTime", (2, 0): ".VnTime", (3, 0): ".VnTimeH"}
    path = workbooks.xls(tmp_path / "a.xls", {"S": rows}, fonts=fonts)
    source, findings = open_file(path, path.name)
    column = source.sheets[0].columns[0]
    assert ("TỔNG HỢP", "Tổng hợp", "Phường An Lộc", "TONG SO", "Phường") == tuple(column.values)
    assert [0, 1, 2, 3, 4] == column.codes.tolist()
    assert ["legacy_encoding"] == [f.code for f in findings]


def test_legacy_fonts_of_xlsx(tmp_path: Path) -> None:
    """The fonts of single cells count in xlsx workbooks too."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, (text, font) in enumerate([("§¬n vÞ", ".VnTimeH"), ("Ph­êng An Léc", ".VnTime"), ("Có", "Arial")], 1):
        sheet.cell(row, 1, text).font = Font(name=font)
    book.save(tmp_path / "a.xlsx")
    source, _ = open_file(tmp_path / "a.xlsx", "a.xlsx")
    assert ["ĐƠN VỊ", "Phường An Lộc", "Có"] == [r[0] for r in rows_of(source.sheets[0])]


def test_unicode_in_legacy_fonts(tmp_path: Path) -> None:
    """Unicode typed into cells that kept an old font stays as it is."""
    rows: list[list[object]] = [["Phường An Lạc"], ["Có"], ["Xã Tân Hội"], ["Thị xã"]]
    path = workbooks.xls(tmp_path / "a.xls", {"S": rows}, fonts={(i, 0): ".VnTime" for i in range(4)})
    assert rows == rows_of(opened(path)[0])


def test_facts_of_xls(tmp_path: Path) -> None:
    """Hidden rows and columns of an old workbook are named, and its error cells are errors."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write(0, 0, "a")
    sheet.write(1, 1, 5)
    sheet.row(1).hidden = True
    sheet.col(2).hidden = True
    sheet.row(2).set_cell_error(0, "#REF!")
    book.save(str(tmp_path / "a.xls"))
    (read,) = opened(tmp_path / "a.xls")
    assert (frozenset({1}), frozenset({2})) == (read.hidden_rows, read.hidden_columns)
    assert isinstance(read.columns[0].at(2), ExcelError)
