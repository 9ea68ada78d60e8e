from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.support import workbooks
from thidua_cli.intake.opening import open_file
from thidua_cli.intake.sheet import CellValue, Sheet

HEADER: list[object] = ["STT", "Số hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Mức độ"]
ROWS: list[list[object]] = [
    ["DANH SÁCH HỒ SƠ MỘT CỬA"],
    HEADER,
    [1, "000.01.41.H20-210101-0001", "Phường An Lộc", date(2021, 1, 2), 3.5],
    [2, "000.01.41.H20-210101-0002", "Xã Tân Hội", date(2021, 12, 31), 4],
    [3, "0003", "Phường An Bình A\nkhóm 1", None, None],
]
SHEETS: dict[str, workbooks.Rows] = {"Hồ sơ": ROWS, "Phụ lục": [["Đơn vị"], ["Phường An Thạnh"]]}
MERGES = {"Hồ sơ": ["A1:E1"]}
TYPED: list[list[CellValue]] = [
    ["DANH SÁCH HỒ SƠ MỘT CỬA", None, None, None, None],
    ["STT", "Số hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Mức độ"],
    [1, "000.01.41.H20-210101-0001", "Phường An Lộc", date(2021, 1, 2), 3.5],
    [2, "000.01.41.H20-210101-0002", "Xã Tân Hội", date(2021, 12, 31), 4],
    [3, "0003", "Phường An Bình A\nkhóm 1", None, None],
]
SHOWN: list[list[CellValue]] = [
    [workbooks.shown(v) if v is not None else None for v in [*row, *[None] * (5 - len(row))]] for row in ROWS
]


def rows_of(sheet: Sheet) -> list[list[CellValue]]:
    """Every row of a sheet; a date with the time 00:00 reads as a date whatever the engine says."""
    return [[_day(v) for v in sheet.row(i)] for i in range(sheet.n_rows)]


def _day(value: CellValue) -> CellValue:
    midnight = isinstance(value, datetime) and value.hour == value.minute == value.second == 0
    return value.date() if midnight and isinstance(value, datetime) else value


def opened(path: Path) -> Sequence[Sheet]:
    """The sheets of a file that opens without a finding."""
    source, findings = open_file(path, path.name)
    assert [] == findings
    return source.sheets


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (workbooks.xlsx, "a.xlsx"),
        (workbooks.xlsx, "really-xlsx.xls"),
        (workbooks.xls, "a.xls"),
        (workbooks.spreadsheetml, "xml.xls"),
        (workbooks.ods, "a.ods"),
    ],
)
def test_workbooks(tmp_path: Path, write: Callable[..., Path], name: str) -> None:
    """Every workbook format gives the same sheets, values and merged ranges, whatever the file is called."""
    first, second = opened(write(tmp_path / name, SHEETS, MERGES))
    assert TYPED == rows_of(first)
    assert ("Hồ sơ", "Phụ lục") == (first.name, second.name)
    assert [(0, 0, 0, 4)] == list(first.merged)
    assert [["Đơn vị"], ["Phường An Thạnh"]] == rows_of(second)


@pytest.mark.parametrize("name", ["a.html", "export.xls", "a.csv"])
@pytest.mark.parametrize(
    ("encoding", "declare"),
    [("utf-8", True), ("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("windows-1258", True)],
)
def test_html(tmp_path: Path, name: str, encoding: str, declare: bool) -> None:
    """An HTML table is read under any name, in any encoding, declared or not, and its spans are merged ranges."""
    rows: list[list[object]] = [[("DANH SÁCH HỒ SƠ MỘT CỬA", 5, 1)], *ROWS[1:]]
    path = workbooks.xls_html(tmp_path / name, {"a": rows, "b": SHEETS["Phụ lục"]}, encoding, declare=declare)
    first, second = opened(path)
    expected = [[v.replace("\n", " ") if isinstance(v, str) else v for v in row] for row in SHOWN]
    assert expected == rows_of(first)
    assert [(0, 0, 0, 4)] == list(first.merged)
    assert [["Đơn vị"], ["Phường An Thạnh"]] == rows_of(second)


def test_html_rowspan(tmp_path: Path) -> None:
    """A cell that spans rows pushes the cells below it to the right, as a browser does."""
    page = "<table><tr><th rowspan=2>Đơn vị<th colspan=2>Đã giải quyết<tr><td>Sớm<br>hạn<td><b>Quá</b> hạn</table>"
    path = tmp_path / "a.xls"
    path.write_text(page, encoding="utf-8")
    (sheet,) = opened(path)
    assert [["Đơn vị", "Đã giải quyết", None], [None, "Sớm\nhạn", "Quá hạn"]] == rows_of(sheet)
    assert [(0, 0, 1, 0), (0, 1, 0, 2)] == list(sheet.merged)


def test_html_nested_table(tmp_path: Path) -> None:
    """A table inside a layout table is a sheet of its own, and its text is not repeated in the outer one."""
    page = "<table><tr><td>Báo cáo<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    assert [[["Báo cáo"]], [["1", "2"]]] == [rows_of(s) for s in opened(path)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_delimited(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """A delimited text is read with any common delimiter and encoding, quoted line breaks kept."""
    path = workbooks.csv_file(tmp_path / "a.csv", ROWS, delimiter, encoding)
    (sheet,) = opened(path)
    assert SHOWN == rows_of(sheet)


def test_delimited_sep_line(tmp_path: Path) -> None:
    """Excel's own first line ``sep=;`` names the delimiter and is no row."""
    path = tmp_path / "a.csv"
    path.write_bytes("sep=;\r\na;b,c\r\n1;2\r\n".encode("utf-8-sig"))
    (sheet,) = opened(path)
    assert [["a", "b,c"], ["1", "2"]] == rows_of(sheet)


def test_delimited_unclosed_quote(tmp_path: Path) -> None:
    """A quote that is never closed does not swallow the rows after it."""
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"x\n2,y\n3,z\n', encoding="utf-8")
    (sheet,) = opened(path)
    assert [["a", "b"], ["1", '"x'], ["2", "y"], ["3", "z"]] == rows_of(sheet)


def test_mhtml(tmp_path: Path) -> None:
    """A single-file web page gives the tables of all its parts."""
    first, second = opened(workbooks.mhtml(tmp_path / "a.xls", {"a": ROWS[1:], "b": SHEETS["Phụ lục"]}))
    assert HEADER == rows_of(first)[0]
    assert [["Đơn vị"], ["Phường An Thạnh"]] == rows_of(second)


def test_flat_opendocument(tmp_path: Path) -> None:
    """A flat OpenDocument file is read like a packed one."""
    path = tmp_path / "a.fods"
    text = workbooks.opendocument_xml(SHEETS, MERGES).replace("office:document-content", "office:document")
    path.write_text(text, encoding="utf-8")
    assert TYPED == rows_of(opened(path)[0])


@pytest.mark.parametrize("write", [workbooks.xlsx, workbooks.spreadsheetml, workbooks.ods])
def test_hidden_sheet(tmp_path: Path, write: Callable[..., Path]) -> None:
    """A hidden sheet is read and said to be hidden."""
    sheets = opened(write(tmp_path / "a", SHEETS, hidden=["Phụ lục"]))
    assert [False, True] == [s.hidden for s in sheets]


def test_prefixed_namespace(tmp_path: Path) -> None:
    """Worksheets whose tags carry a namespace prefix, as .NET libraries write them, are read as any other."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = '<x:c r="B2"><x:v>7</x:v></x:c><x:c r="C2" t="e"><x:v>#REF!</x:v></x:c>'
    data = f'<x:sheetData><x:row r="2" hidden="1">{cells}</x:row></x:sheetData>'
    sheet = f'<x:worksheet xmlns:x="{main}">{data}</x:worksheet>'
    (read,) = opened(workbooks.raw_xlsx(tmp_path / "a.xlsx", sheet))
    assert [[None, None, None], [None, 7, "#REF!"]] == rows_of(read)
    assert frozenset({1}) == read.hidden_rows


def test_binary_workbook(tmp_path: Path) -> None:
    """A binary workbook is read; its guard counts parts that are no XML."""
    first, second = opened(workbooks.xlsb(tmp_path / "a.xls", SHEETS))
    assert [[v.strftime("%d/%m/%Y") if isinstance(v, date) else v for v in row] for row in TYPED] == rows_of(first)
    assert [["Đơn vị"], ["Phường An Thạnh"]] == rows_of(second)
