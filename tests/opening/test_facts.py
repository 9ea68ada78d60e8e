"""What comes beside the values: percent formats, struck cells, formulas without a value, errors, by format."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import olefile
import pytest
import xlsxwriter
import xlwt

from tests.support import workbooks
from thidua_cli.intake.opening import Limits, open_file
from thidua_cli.intake.opening.number_formats import is_percent
from thidua_cli.intake.places import NO_PLACES, Places
from thidua_cli.intake.sheet import ExcelError, Sheet

EAGER = Limits(scanner_from=0)


def sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """The first sheet of a file."""
    source, _ = open_file(path, path.name, limits or Limits())
    return source.sheets[0]


def cells(path: Path, fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> Path:
    """A workbook as xlsxwriter writes it."""
    with xlsxwriter.Workbook(path) as book:
        fill(book, book.add_worksheet("a"))
    return path


def _percent_and_struck(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
    percent, own = book.add_format({"num_format": "0%"}), book.add_format({"num_format": '0.0" %"%'})
    no_percent, struck = book.add_format({"num_format": '0" %"'}), book.add_format({"font_strikeout": True})
    page.write_row(0, 0, ["a", 1])
    page.write(1, 0, 0.865, percent)
    page.write(1, 1, "86,5%", percent)
    page.write(1, 2, 0.5, own)
    page.write(2, 0, 86.5, no_percent)
    page.write(2, 1, "bỏ", struck)
    page.write(3, 1, 7, struck)
    page.write_blank(4, 0, None, struck)
    page.write(4, 1, "còn")


@pytest.mark.parametrize("limits", [Limits(), EAGER], ids=["library", "scanner"])
def test_xlsx(tmp_path: Path, limits: Limits) -> None:
    """Numbers in a percent format and struck cells are told, by the library and by the scanner; empty cells are not."""
    path = cells(tmp_path / "a.xlsx", _percent_and_struck)
    source, _ = open_file(path, path.name, limits)
    assert ("scanner" if limits is EAGER else "calamine") == source.engine
    read = source.sheets[0]
    assert 0.865 == read.columns[0].at(1)
    assert ({(1, 0), (1, 2)}, {(2, 1), (3, 1)}) == (set(read.percent), set(read.struck))


def test_a_workbook_without_either_says_nothing(tmp_path: Path) -> None:
    """Where no style strikes or shows percentages both are empty."""
    read = sheet(workbooks.xlsx(tmp_path / "a.xlsx", {"a": [["x", 1]]}))
    assert ((), ()) == (tuple(read.percent), tuple(read.struck))


def test_text_that_looks_like_a_style_is_none(tmp_path: Path) -> None:
    """Only a cell's own tag says its style."""
    styles = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>'
    inside = "<is><t>a s=\"1\" <![CDATA[<c r='B9' s='1'>]]></t></is>"
    rows = f'<row r="1"><c r="A1" t="inlineStr">{inside}</c><c s="1" r="B1"><v>5</v></c></row>'
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{rows}</sheetData>", styles=styles)
    assert {(0, 1)} == set(sheet(path).struck)


def test_xls(tmp_path: Path) -> None:
    """Old workbooks tell them too, in runs of numbers that share a record as well."""
    book = xlwt.Workbook()
    page = book.add_sheet("a")
    percent, struck = xlwt.easyxf(num_format_str="0.0%"), xlwt.easyxf("font: struck_out true")
    for column in range(3):
        page.write(0, column, column + 1, percent)
    page.write(1, 0, 0.865, percent)
    page.write(1, 1, "x", struck)
    page.write(2, 0, 5)
    book.save(tmp_path / "a.xls")
    read = sheet(tmp_path / "a.xls")
    assert ({(0, 0), (0, 1), (0, 2), (1, 0)}, {(1, 1)}) == (set(read.percent), set(read.struck))


def test_spreadsheetml(tmp_path: Path) -> None:
    """XML Spreadsheet has them by the style of a cell, its row or its column, and styles have parents."""
    names = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    styles = (
        '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
        '<Style ss:ID="q" ss:Parent="p"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="n"/>'
    )
    number = '<Data ss:Type="Number">0.5</Data>'
    rows = (
        f'<Row><Cell ss:StyleID="p">{number}</Cell><Cell>{number}</Cell></Row>'
        f'<Row ss:StyleID="q"><Cell>{number}</Cell><Cell ss:StyleID="n">{number}</Cell></Row>'
    )
    table = f'<Worksheet ss:Name="a"><Table><Column/><Column ss:StyleID="p"/>{rows}</Table></Worksheet>'
    path = tmp_path / "a.xml"
    path.write_text(f'<?xml version="1.0"?><Workbook {names}><Styles>{styles}</Styles>{table}</Workbook>', "utf-8")
    read = sheet(path)
    assert ({(0, 0), (0, 1), (1, 0)}, {(1, 0)}) == (set(read.percent), set(read.struck))


def test_percent_formats() -> None:
    """A percent sign shows a percentage unless it is mere text."""
    assert [True, True, True] == [is_percent(code) for code in ("0%", "[Red]0.0%;-0", '0" phần "%')]
    assert [False, False, False] == [is_percent(code) for code in ('0"%"', "0\\%", "0;0%")]


def test_places_are_a_set_of_pairs() -> None:
    """Places are compared, searched and counted as pairs of row and column, and hand out whole columns."""
    places = Places.of([(5, 1), (2, 1), (2, 0), (5, 1)])
    assert (3, {(2, 0), (2, 1), (5, 1)}) == (len(places), set(places))
    assert (True, False, False, False) == tuple(place in places for place in ((5, 1), (5, 0), (3, 1), "x"))
    assert ([2, 5], []) == (places.in_column(1).tolist(), places.in_column(7).tolist())
    assert places == Places.of(places) != NO_PLACES
    assert not NO_PLACES


def _formulas(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
    page.write_row(0, 0, [1, 2, 0])
    page.write_formula(1, 0, "=A1+B1")
    page.write_formula(1, 1, "=A1+B1", value=3)
    page.write_formula(1, 2, '=""', value="")
    page.write_array_formula("A3:B3", "{=A1:B1*2}")
    page.write(2, 2, 0)


def test_zeros_of_a_program_that_does_not_calculate(tmp_path: Path) -> None:
    """A 0 in place of a result is no value, in all cells of an array too; a value that the user gave is one."""
    read = sheet(cells(tmp_path / "a.xlsx", _formulas))
    assert [[1, 2, 0], [None, 3, None], [None, None, 0]] == [read.row(row) for row in range(3)]
    assert {(1, 0), (2, 0), (2, 1)} == set(read.formulas_without_value) - {(1, 2)}


def _calculated(tmp_path: Path, properties: str, results: str) -> Sheet:
    rows = f'<row r="1">{results}</row>'
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{rows}</sheetData>", workbook_properties=properties)
    return sheet(path)


ZERO, FIVE = '<c r="A1"><f>B1-C1</f><v>0</v></c>', '<c r="B1"><f>2+3</f><v>5</v></c>'
FALSE = '<c r="C1" t="b"><f>1=2</f><v>0</v></c>'


@pytest.mark.parametrize(
    ("properties", "results", "value"),
    [
        ("", ZERO, 0),
        ('<calcPr calcId="191029"/>', ZERO, 0),
        ('<calcPr calcId="191029" fullCalcOnLoad="0"/>', ZERO, 0),
        ('<calcPr calcId="191029" fullCalcOnLoad="1"/>', ZERO + FIVE, 0),
        ('<calcPr calcId="191029" fullCalcOnLoad="1"/>', ZERO, None),
        ('<calcPr fullCalcOnLoad="true"/>', ZERO + FALSE, None),
        ('<calcPr calcId="124519" fullCalcOnLoad="1"/>', ZERO + FIVE, None),
    ],
)
def test_which_zeros_are_results(tmp_path: Path, properties: str, results: str, value: int | None) -> None:
    """A stored 0 counts unless the workbook asks to be calculated, and nothing shows that anybody did."""
    read = _calculated(tmp_path, properties, results)
    assert value == read.columns[0].at(0)
    assert ([(0, 0)] if value is None else []) == list(read.formulas_without_value)


def test_formulas_of_an_old_workbook_that_nobody_calculated(tmp_path: Path) -> None:
    """An empty result, as xlwt leaves it behind each formula, is no value, and said to be none."""
    book = xlwt.Workbook()
    page = book.add_sheet("a")
    page.write(0, 0, 5)
    page.write(0, 1, xlwt.Formula("A1*2"))
    book.save(tmp_path / "a.xls")
    read = sheet(tmp_path / "a.xls")
    assert ([5, None], [(0, 1)]) == (read.row(0), list(read.formulas_without_value))


def test_text_results_without_a_value(tmp_path: Path) -> None:
    """A formula of type text has a value if anything is stored, be it an empty text; else it has none."""
    results = (
        '<c r="A1" t="str"><f>B1</f></c><c r="B1" t="str"><f>B1</f><v></v></c><c r="C1" t="str"><f>B1</f><v/></c>'
        '<c r="D1" t="str"><f>B1</f><v>x</v></c><c r="E1" t="str"/>'
    )
    assert [(0, 0)] == list(_calculated(tmp_path, "", results).formulas_without_value)


def test_error_cells_of_a_binary_workbook(tmp_path: Path) -> None:
    """Errors, stored or calculated, are errors in ``.xlsb`` too, in the sheet and row where they stand."""
    path = workbooks.xlsb(tmp_path / "a.xlsb", {"a": [["x", 1.5]], "b": [["y", 2.5], ["z", 3.5]]})
    with zipfile.ZipFile(path) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
        part = old.read("xl/worksheets/sheet2.bin")
    head = struct.pack("<II", 2, 0)
    error = b"\x03\x09" + head + b"\x07"
    formula = b"\x0b\x13" + head.replace(b"\x02", b"\x03", 1) + b"\x2a" + bytes(10)
    at = part.rindex(b"\x92\x01")  # the end of the sheet's data
    parts["xl/worksheets/sheet2.bin"] = part[:at] + error + formula + part[at:]
    workbooks.zip_file(path, parts)
    source, _ = open_file(path, path.name)
    assert [["x", 1.5]] == [source.sheets[0].row(0)]
    row = source.sheets[1].row(1)
    assert ["z", 3.5, "#DIV/0!", "#N/A"] == row
    assert [ExcelError, ExcelError] == list(map(type, row[2:]))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _excel_95(path: Path) -> Path:
    """A workbook as Excel 95 wrote it: the records of BIFF5, in the container of one that xlwt made."""
    book = xlwt.Workbook()
    book.add_sheet("x" * 20).write(0, 0, "x" * 3000)
    book.save(path)
    font = _record(0x31, struct.pack("<HHHHHBBBB", 200, 8, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05Arial")
    formats = b"".join(_record(0xE0, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, 9))
    sheet_name = workbooks.cp1258("Mộc")
    bound = 6 + 1 + len(sheet_name)
    start = _record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)) + _record(0x42, struct.pack("<H", 1258)) + font
    length = len(start) + len(formats) + bound + 4 + 4
    globals_ = start + formats + _record(0x85, struct.pack("<IBBB", length, 0, 0, len(sheet_name)) + sheet_name)
    text = workbooks.cp1258("Đơn vị")
    rows = (
        _record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
        + _record(0x200, struct.pack("<HHHHH", 0, 2, 0, 3, 0))
        + _record(0x204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text)
        + _record(0x203, struct.pack("<HHHd", 1, 0, 1, 0.5))
        + _record(0x205, struct.pack("<HHHBB", 1, 1, 0, 7, 1))
        + _record(0x06, struct.pack("<HHH", 1, 2, 0) + b"\x02\x00\x2a\x00\x00\x00\xff\xff" + bytes(8))
    )
    stream = globals_ + _record(0x0A, b"") + rows + _record(0x0A, b"")
    file = BytesIO(path.read_bytes())
    with olefile.OleFileIO(file, write_mode=True) as container:
        container.write_stream("Workbook", stream.ljust(container.get_size("Workbook"), b"\0"))
    path.write_bytes(file.getvalue())
    return path


def test_error_cells_of_excel_95(tmp_path: Path) -> None:
    """Workbooks of Excel 5 and 95 tell their errors and formats as later ones do; there the code page rules."""
    read = sheet(_excel_95(tmp_path / "a.xls"))
    assert ("Mộc", "Đơn vị") == (unicodedata.normalize("NFC", read.name), read.columns[0].at(0))
    assert [0.5, "#DIV/0!", "#N/A"] == read.row(1)
    assert [float, ExcelError, ExcelError] == list(map(type, read.row(1)))
    assert ({(1, 0)}, True) == (set(read.percent), {(1, 0), (1, 1)} <= set(read.struck))
