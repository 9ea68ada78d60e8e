"""The scanner against the library: the same sheets, cell by cell, or left to the library."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlsxwriter

from tests.support import workbooks
from thidua_cli.errors import ThiduaError
from thidua_cli.intake.long_values import LongValues, milliseconds, moment
from thidua_cli.intake.opening import Limits
from thidua_cli.intake.opening.calamine import read_with_calamine
from thidua_cli.intake.opening.limits import Deadline
from thidua_cli.intake.opening.package import inspect
from thidua_cli.intake.opening.workbook_index import workbook_index
from thidua_cli.intake.opening.workbooks import Opened, _Facts, _scanned, read_zip
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.values import normalise_codes, parse_dates

NEVER = 1 << 60
CELLS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row><row r="3"><c r="A3"><v>7</v></c></row>'
HEAD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(data: bytes, scanner_from: int = 0) -> Opened | str:
    """What opening gives, or the message of what it refuses."""
    try:
        return read_zip("a.xlsx", data, Limits(scanner_from=scanner_from), Deadline(60))
    except ThiduaError as error:
        return error.text("en")


def told(sheet: Sheet) -> tuple[object, ...]:
    """Everything that a sheet says, its cells with their types."""
    cells = [[(type(c.at(row)), c.at(row)) for c in sheet.columns] for row in range(sheet.n_rows)]
    about = (sheet.name, sheet.merged, sheet.hidden, sheet.hidden_rows, sheet.hidden_columns)
    return (*about, sheet.formulas_without_value, sheet.date1904, set(sheet.percent), set(sheet.struck), cells)


def same(data: bytes) -> str:
    """The engine that was asked first and did it; asserts that the library says the same."""
    scanned, library = read(data), read(data, NEVER)
    if isinstance(scanned, str) or isinstance(library, str):
        assert library == scanned
        return "refused"
    assert [told(s) for s in library.sheets] == [told(s) for s in scanned.sheets]
    return scanned.engine


def raw(tmp_path: Path, cells: str = CELLS, strings: str = "<si><t>Hồ sơ</t></si>") -> bytes:
    """A workbook of one sheet with these rows."""
    return workbooks.raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{cells}</sheetData>", strings=strings).read_bytes()


def by_xlsxwriter(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook as xlsxwriter writes it, dates with a date format."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        sheet = book.add_worksheet("Dữ liệu")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.merge_range(0, 5, 1, 6, "gộp")
    return target.getvalue()


def mixed_rows(n: int) -> list[list[object]]:
    """Rows of texts, numbers, dates, truth values and gaps."""
    rnd = random.Random(5)  # noqa: S311
    start = datetime(2021, 1, 1, 7)
    pool: list[Callable[[int], object]] = [
        lambda i: f"000.00.01.H20-2101{i % 28 + 1:02d}-{i:04d}",
        lambda i: f"Phường An Lộc & “{i % 3}” <{i % 2}>",
        lambda _: rnd.choice([0, -1, 1e15, 0.1, 123456789012, -2.5e-7, 3.0]),
        lambda _: start + timedelta(minutes=rnd.randrange(500_000)),
        lambda _: rnd.choice([True, False, None, "", " hai  đầu ", "dòng\nmới"]),
    ]
    return [[None if rnd.random() < 0.1 else make(i) for make in pool] for i in range(n)]


def test_what_xlsxwriter_writes() -> None:
    """Texts, numbers, dates, truth values, merges and what is hidden are read as the library reads them."""
    assert "scanner" == same(by_xlsxwriter(mixed_rows(300)))


@pytest.mark.parametrize("write_only", [False, True])
def test_what_openpyxl_writes(tmp_path: Path, *, write_only: bool) -> None:
    """A workbook of openpyxl, whose texts are inline and beyond ASCII written as numbers, is scanned too."""
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("Một", 0)
    for row in mixed_rows(120):
        sheet.append(row)
    book.create_sheet("Trống")
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book["Ẩn"].append([1.5, date(2021, 12, 31), 5])
    book.save(tmp_path / "a.xlsx")
    assert "scanner" == same((tmp_path / "a.xlsx").read_bytes())


def inline(content: str, attributes: str = "") -> str:
    """Two rows, the first with an inline text beside a number, in the same column a text and a gap."""
    cell = f'<c r="A1" t="inlineStr"{attributes}><is>{content}</is></c><c r="B1"><v>5</v></c>'
    return f'<row r="1">{cell}</row><row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"></c></row>'


@pytest.mark.parametrize(
    ("cells", "engine"),
    [
        (inline("<t>Hồ sơ</t>"), "scanner"),
        (inline("<t>Hồ sơ</t>", ' s="0"'), "scanner"),
        (inline("<t></t>"), "scanner"),
        (inline('<t xml:space="preserve"> a\n b </t>'), "scanner"),
        (inline("<t>a&amp;b &lt;c&gt; &#7903;&#x1ee7; &quot;&apos;</t>"), "scanner"),
        (inline("<t>a&#10;b</t>"), "calamine"),
        (inline("<t>a&#x20;</t>"), "calamine"),
        (inline("<t>Ho\u0302\u0300 so\u031b</t>"), "scanner"),
        (inline("<t> a</t>"), "calamine"),
        (inline("<t>a_x000D_b</t>"), "calamine"),
        (inline("<t>a\rb</t>"), "calamine"),
        (inline("<t><![CDATA[a]]></t>"), "calamine"),
        (inline("<t>a<!-- --></t>"), "calamine"),
        (inline("<t/>"), "calamine"),
        (inline("<r><t>a</t></r><r><t>b</t></r>"), "calamine"),
        (inline('<t>a</t><phoneticPr fontId="1"/>'), "calamine"),
        (inline("<t>a&#55296;</t>"), "refused"),
        (inline("<t>a</t>") + '<row r="4"><c r="A4" t="s"><v>0</v></c></row>', "calamine"),
        (
            '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
            + inline("<t>a</t>").replace('"1"', '"2"').replace("1", "2"),
            "calamine",
        ),
    ],
)
def test_inline_texts(tmp_path: Path, cells: str, engine: str) -> None:
    """Plain inline texts are scanned; rich or odd ones, and such beside shared ones, are the library's."""
    assert engine == same(raw(tmp_path, cells))


def test_many_rows_and_columns() -> None:
    """More bytes than are looked at together, rows with gaps, and columns of one to three letters."""
    for rows, columns in ((range(0, 30_000, 2), (0, 1, 26)), (range(1, 3), (0, 25, 26, 701, 702, 703))):
        target = BytesIO()
        with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for row in rows:
                for column in columns:
                    sheet.write(row, column, f"{row % 100}-{column}" if row % 4 else row * 1.25)
        assert "scanner" == same(target.getvalue())


@pytest.mark.parametrize(
    "cells",
    [
        CELLS,
        '<row r="1"><c r="A1" s="0" t="n"><v>12</v></c><c r="C1" t="s" s="0"><v>0</v></c></row>',
        '<row r="2"/><row r="4" ht="12.5"></row><row r="5"><c r="B5" s="0"/><c r="C5"><v>1</v></c></row>',
        '<row r="1" hidden="1"><c r="A1" t="b"><v>1</v></c></row><row r="2" hidden="0"><c r="A2"><v>1E5</v></c></row>',
        '<row r="7"><c r="A7"><v>00012</v></c><c r="B7"><v>-0.5</v></c><c r="C7"><v>0.1</v></c></row>',
    ],
)
def test_understood(tmp_path: Path, cells: str) -> None:
    """Forms that programs write are scanned, and as the library reads them."""
    assert "scanner" == same(raw(tmp_path, cells))


@pytest.mark.parametrize(
    "cells",
    [
        CELLS.replace("7<", "&#55;<"),
        CELLS.replace("7<", "<![CDATA[7]]><"),
        CELLS.replace('<row r="3"', '<!-- --><row r="3"'),
        CELLS.replace('<row r="3"', '<?a b?><row r="3"'),
        CELLS.replace("<v>7", "<f>3+4</f><v>7"),
        CELLS.replace('<c r="A3">', '<c r="A3" t="str">'),
        CELLS.replace('<c r="A3"><v>7</v>', '<c r="A3" t="inlineStr"><is><t>7</is></t>'),
        CELLS.replace('<c r="A3"><v>7</v>', '<c r="A3" t="inlineStr"><v>7</v>'),
        CELLS.replace('<c r="A3"><v>7</v>', '<c r="A3"><is><t>7</t></is>'),
        CELLS.replace('<c r="A3"><v>7', '<c r="A3" t="e"><v>#N/A'),
        CELLS.replace(' r="A3"', ""),
        CELLS.replace(' r="3"', ""),
        CELLS.replace('"A3"', '"A4"'),
        CELLS.replace('r="3"', 'r="1"').replace('"A3"', '"A1"'),
        CELLS.replace('<c r="B1"', '<c r="A1"'),
        CELLS.replace('r="A3"', "r='A3'"),
        CELLS.replace('<c r="A3"', '<c s="0" r="A3"'),
        CELLS.replace('<c r="A3"', '<c  r="A3"'),
        CELLS.replace('<c r="A3"', '<c r="A3" cm="1"'),
        CELLS.replace("</row><row", "</row>\n<row"),
        CELLS.replace("<v>7", "<v> 7"),
        CELLS.replace("<v>7</v>", "<v/>"),
        CELLS.replace("<v>7", "<v>1,5"),
        CELLS.replace('t="s"><v>0', 't="s"><v>9'),
        CELLS.replace("<c ", "<x:c ").replace("</c>", "</x:c>"),
        CELLS.replace('<row r="3">', '<row r="3"><extLst/>'),
    ],
)
def test_left_to_the_library(tmp_path: Path, cells: str) -> None:
    """What the scanner does not know byte for byte it leaves to the library, whatever that makes of it."""
    assert cells != CELLS
    assert same(raw(tmp_path, cells)) in ("calamine", "openpyxl", "refused")


@pytest.mark.parametrize(
    ("strings", "engine"),
    [
        ("<si><t>a&amp;b &lt;c&gt; &#7903;&#x1ee7; &quot;&apos;</t></si>", "scanner"),
        ('<si><t xml:space="preserve"> a\n b </t></si>', "scanner"),
        ("<si><t>Ho\u0302\u0300 so\u031b</t></si>", "scanner"),
        ("<si><r><t>Hồ </t></r><r><rPr><b/></rPr><t>sơ</t></r></si>", "calamine"),
        ('<si><r><t xml:space="preserve">Hồ </t></r><r><rPr><b/></rPr><t>sơ</t></r></si>', "scanner"),
        ("<si><t> a</t></si>", "calamine"),
        ("<si><t>a_x000D_b</t></si>", "calamine"),
        ("<si><t>a\rb</t></si>", "calamine"),
        ("<si><t><![CDATA[a]]></t></si>", "scanner"),
        ("<si><t>a</t></si><!-- -->", "calamine"),
        ("<si/>", "calamine"),
    ],
)
def test_shared_strings(tmp_path: Path, strings: str, engine: str) -> None:
    """Entities are decoded, rich text is joined, and what is not plain is left to the library."""
    assert engine == same(raw(tmp_path, strings=strings))


def test_one_odd_sheet_among_several() -> None:
    """Only the sheet with formulas is the library's; the order of the sheets stays."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for name in ("một", "hai", "ba"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, [name, 1, 2.5])
            if name == "hai":
                sheet.write_formula(1, 0, "=B1+C1", None, 3.5)
    scanned = read(target.getvalue())
    assert isinstance(scanned, Opened)
    assert ["một", "hai", "ba"] == [sheet.name for sheet in scanned.sheets]
    assert "calamine" == same(target.getvalue())


def test_mutations() -> None:
    """After seeded changes to its bytes a workbook that is still scanned is what the library reads."""
    rnd = random.Random(11)  # noqa: S311
    with zipfile.ZipFile(BytesIO(by_xlsxwriter(mixed_rows(12)))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    places = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    compared = 0
    for _ in range(300):
        name = rnd.choice(places)
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
            for part, text in parts.items():
                book.writestr(part, mutated(text, rnd) if part == name else text)
        package = inspect("a.xlsx", target.getvalue(), Limits(scanner_from=0), Deadline(60))
        index = workbook_index(package.texts, package.scans)
        facts = _Facts("a", target.getvalue(), package, index)
        scanned = _scanned(package, index, facts, Limits())
        if scanned:
            compared += 1
            library = read_with_calamine(target.getvalue(), Limits(), {s: facts.of(s) for s in index.parts})
            assert [told(s) for s in library] == [told(s) for s in scanned.values()]
    assert compared > 20


def mutated(text: bytes, rnd: random.Random) -> bytes:
    """One small change: a piece doubled, dropped, or replaced by something that XML gives a meaning."""
    tags = [m.start() for m in re.finditer(rb"[<>\"]", text)]
    start = rnd.choice(tags)
    stop = min(start + rnd.randrange(1, 30), len(text))
    new = [b"", text[start:stop] * 2, b"&amp;", b"<!--x-->", b"9", b" ", b"<f>1</f>", b"\xff", b'" t="s', b"<v>1</v>"]
    return text[:start] + rnd.choice(new) + text[stop:]


def long_sheet() -> Sheet:
    """A sheet of so many rows that its columns are kept as arrays."""
    rows = [[f"H20-210101-{i:05d}", datetime(2021, 1, 1) + timedelta(minutes=i), i] for i in range(21_000)]
    opened = read(by_xlsxwriter(rows))
    assert isinstance(opened, Opened)
    return opened.sheets[0]


def test_long_columns_stay_arrays() -> None:
    """Codes and dates of a long sheet are bytes and numbers until one of them is asked for."""
    codes, dates, numbers = (column.values for column in long_sheet().columns[:3])
    assert isinstance(codes, LongValues)
    assert isinstance(dates, LongValues)
    assert isinstance(numbers, LongValues)
    assert "H20-210101-00000" == codes[0]
    assert np.float64 == dates.dates.dtype
    assert datetime(2021, 1, 1, 0, 1) in (dates[0], dates[1], dates[2])
    assert 20_999 == max(v for v in numbers if isinstance(v, int))


def test_long_columns_mean_what_their_values_mean() -> None:
    """Dates and codes worked out from arrays are those of the Python values one by one."""
    codes, dates = (column.values for column in long_sheet().columns[:2])
    assert list(normalise_codes(list(codes))) == list(normalise_codes(codes))
    assert parse_dates(list(dates)).seconds.tolist() == parse_dates(dates).seconds.tolist()
    assert parse_dates(list(codes)).state.tolist() == parse_dates(codes).state.tolist()


def test_moments_are_rounded_as_the_library_rounds() -> None:
    """A day number is the moment that the library makes of it, to the millisecond, whatever its fraction."""
    rnd = random.Random(3)  # noqa: S311
    serials = [rnd.randrange(61, 80_000) + rnd.choice([0.0, rnd.random()]) for _ in range(400)]
    cells = "".join(f'<row r="{i}"><c r="A{i}" s="1"><v>{s!r}</v></c></row>' for i, s in enumerate(serials, 1))
    with zipfile.ZipFile(BytesIO(by_xlsxwriter([[datetime(2021, 1, 1)]]))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = f'<worksheet xmlns="{HEAD}"><sheetData>{cells}</sheetData></worksheet>'
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        for part, text in parts.items():
            book.writestr(part, sheet if part.endswith("sheet1.xml") else text)
    assert "scanner" == same(target.getvalue())
    assert datetime(2021, 12, 31, 17) == moment(44_561.708333333336)
    assert [1_640_970_000_000] == milliseconds(np.array([44_561.708333333336])).tolist()


def test_guards_hold(tmp_path: Path) -> None:
    """A far cell is refused by its box, also where the scanner reads."""
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "1,048,576" in str(read(raw(tmp_path, far)))
