"""Plain lists in constructs that readers stumble over: what each cell reads as."""

from __future__ import annotations

import gzip
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from thidua_cli.intake.opening import open_file
from thidua_cli.intake.sheet import CellValue, ExcelError, Sheet

FILES = Path(__file__).parent / "files"
DAYS = {"[$-42A]dd/mm/yyyy", 'yyyy"年"m"月"', "dd/mm/yyyy;@", '"ngày "dd" tháng "mm" năm "yyyy', "dd-mm-yyyy", "mmm-yy"}
MOMENTS: dict[str, CellValue] = {
    "m/d/yy h:mm": datetime(2021, 1, 4, 12),
    "hh:mm AM/PM": time(18),
    "[h]:mm": timedelta(hours=36),
    "[s]": timedelta(days=90),
    **dict.fromkeys(DAYS, date(2021, 1, 4)),
}


def sheet(name: str) -> Sheet:
    """The one sheet of a file."""
    source, _ = open_file(FILES / name, name)
    (only,) = source.sheets
    return only


def pairs(read: Sheet) -> dict[CellValue, CellValue]:
    """The second column by the first, without the header."""
    return {read.columns[0].at(row): read.columns[1].at(row) for row in range(1, read.n_rows)}


@pytest.mark.parametrize("kind", ["xls", "xlsx"])
def test_forty_number_formats(kind: str) -> None:
    """Letters in quotes, colours and currencies make no date of a number; dates and durations stay what they are."""
    read = sheet(f"01-number-formats.{kind}")
    found = pairs(read)
    assert 40 == len(found)
    assert MOMENTS == {code: value for code, value in found.items() if code in MOMENTS}
    assert {int, float} == {type(value) for code, value in found.items() if code not in MOMENTS}
    (percent,) = read.percent
    assert "[Red]0.0%" == read.columns[0].at(percent[0])


@pytest.mark.parametrize("name", ["02-iso-dates.xlsx", "02-iso-dates-1904.xlsx"])
def test_dates_as_iso_text(name: str) -> None:
    """Dates stored as ISO text are the same in both date systems; a time zone stays for whoever understands dates."""
    day = date(2021, 3, 17)
    found = pairs(sheet(name))
    assert [day, datetime(2021, 3, 17, 13, 45, 30), "2021-03-17T00:00:00Z", day] == list(found.values())


def test_values_of_formulas() -> None:
    """Stored results are read in every form, a true 0 among them; formulas without one are named, of every type."""
    read = sheet("03b-formula-values.xlsx")
    found = pairs(read)
    wanted: dict[str, CellValue] = {
        "vlookup 0": 0, "vlookup 0 t=n": 0, "str empty": None, "str 0": "0", "shared master": 2, "shared child": 2,
        "bool": "TRUE", "bool0": "FALSE", "err": "#DIV/0!", "err NA": "#N/A", "array": 1, "exp": 1500, "neg0": 0,
        "float 0.1+0.2": 0.1 + 0.2, "big": 123456789012345678.0,
    }  # fmt: skip
    assert wanted == {name: found[name] for name in wanted}
    assert ExcelError is type(found["err"])
    named = {read.columns[0].at(row) for row, _ in read.formulas_without_value}
    bare = {"no cache", "no cache empty v", "no cache v/", "shared child no cache", "str no cache"}
    assert bare == named == {name for name, value in found.items() if value is None} - {"empty", "str empty"}


def test_shared_strings() -> None:
    """Runs are joined, readings above letters left out, escapes resolved, spaces kept."""
    assert {
        "empty si": None, "plain": "Mot", "rich": "Phường An Lộc", "phonetic": "漢字", "empty t": None,
        "spaces": " có khoảng trắng ", "x000D": "dòng\r\nhai", "escaped x0041": "ABC", "entities": "A&B <5>",
        "rich+phonetic": "Xã Tân Hội", "two t": "ab", "inline rich": "Phường An Lạc", "inline phonetic": "漢",
        "str cell": "text & more", "no type text": "abc",
    } == pairs(sheet("04-shared-strings.xlsx"))  # fmt: skip


def test_three_thousand_texts_over_many_records(tmp_path: Path) -> None:
    """Texts of an old workbook that go on in further records are whole, in letters of one byte and of two."""
    path = tmp_path / "a.xls"
    path.write_bytes(gzip.decompress((FILES / "05-xls-long-strings.xls.gz").read_bytes()))
    source, _ = open_file(path, path.name)
    read = source.sheets[0]
    assert list(range(3000)) == [read.columns[1].at(row) for row in range(read.n_rows)]
    for row in range(read.n_rows):
        text = str(read.columns[0].at(row))
        start = f"ASCII only text number {row} " if row % 3 == 0 else f"Phường An Lộc số {row} – "
        assert text == start * (len(text) // len(start))


def test_merged_cells_keep_what_stands_under_them() -> None:
    """A merged range is told; the values left under it are there for whoever knows that they are not shown."""
    read = sheet("06-merged-stale.xlsx")
    assert [(1, 0, 3, 0)] == list(read.merged)
    assert "Phường An Lộc" == read.columns[0].at(1)


def test_code_page_of_an_old_workbook() -> None:
    """Text of Excel 97 and later is UTF-16 whatever its code page record says, in cells and in the sheet's name."""
    read = sheet("43b-xls-codepage-1252.xls")
    texts = [read.columns[0].at(row) for row in range(read.n_rows)]
    assert "Trang Đ" == read.name
    assert ["Đơn vị", "Phường An Lộc", "Đỗ", "Đ", "Ở", "ĐỖ", "Đã trả kết quả", "Đạt", "“Đúng” – hạn…", "Ư"] == texts[
        :10
    ]


def test_formats_of_its_own_under_built_in_numbers() -> None:
    """A format that the workbook defines under the number of a built-in date is what the workbook says."""
    assert [1, 100, date(2021, 3, 17), 44272] == sheet("40c-format-ids-50.xlsx").row(1)
