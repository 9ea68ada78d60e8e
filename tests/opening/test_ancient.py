"""Formats of other times and programs, and what old workbooks hold that the reader alone gets wrong."""

from __future__ import annotations

import gzip
import struct
from datetime import date
from pathlib import Path

import pytest

from tests.support import workbooks
from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import Limits, open_file
from thidua_cli.intake.sheet import CellValue, ExcelError

DBASE = bytes((3, 99, 12, 31)) + struct.pack("<IHH", 1, 65, 11) + bytes(20) + b"TEN".ljust(32, b"\0") + b"\r ANLAC"
BIFF_NUMBER, BIFF_OLD_FORMULA = 0x203, 0x406


def refusal(path: Path) -> UnreadableFileError:
    """The error with which a file is refused; a fault if it is not."""
    with pytest.raises(UnreadableFileError) as caught:
        open_file(path, path.name)
    return caught.value


def cells(path: Path) -> list[list[CellValue]]:
    """The rows of a workbook's first sheet."""
    source, _ = open_file(path, path.name)
    return [source.sheets[0].row(i) for i in range(source.sheets[0].n_rows)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\nE\r\n", "SYLK"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,1\r\n', "DIF"),
        (b"\x00\x00\x02\x00\x06\x04\x06\x00\x08\x00" + bytes(30), "Lotus"),
        (b"\x00\x00\x1a\x00\x00\x10\x04\x00" + bytes(30), "Lotus"),
        (b"\x00\x00\x02\x00\x02\x10" + bytes(30), "Quattro"),
        (b"\xff\x00\x02\x00\x04\x04" + bytes(30), "Works"),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(30), "Excel 4.0 or older"),
        (b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00" + bytes(30), "Excel 4.0 or older"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00" + bytes(30), "Excel 4.0 or older"),
        (DBASE, "dBase"),
        (gzip.compress(b'<gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd"/>', mtime=0), "Gnumeric"),
    ],
)
def test_old_format(tmp_path: Path, content: bytes, words: str) -> None:
    """A table of an older or other program is named, with the program that can convert it."""
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    error = refusal(path)
    assert words in error.text("en")
    assert "LibreOffice" in str(error.hint)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"mimetype": "application/vnd.sun.xml.calc", "content.xml": "<a/>"}, "OpenOffice 1.x"),
        ({"Index/Document.iwa": b"\0"}, "Numbers"),
    ],
)
def test_old_container(tmp_path: Path, parts: dict[str, str | bytes], words: str) -> None:
    """A sheet of another program in a zip container is named, not called an archive."""
    assert words in refusal(workbooks.zip_file(tmp_path / "a.xlsx", parts)).text("en")


def test_gzip_is_no_gnumeric_sheet(tmp_path: Path) -> None:
    """Any other gzip archive is called an archive, a broken one too."""
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"a,b\n1,2\n"))
    (tmp_path / "b.gz").write_bytes(b"\x1f\x8b\x08" + bytes(3) + b"\xff" * 40)
    assert "gzip archive" in refusal(tmp_path / "a.gz").text("en")
    assert "gzip archive" in refusal(tmp_path / "b.gz").text("en")


def test_text_that_begins_like_a_database(tmp_path: Path) -> None:
    """A database is told by its whole header: a binary file that only begins with its version byte is none."""
    (tmp_path / "a").write_bytes(b"\x03" + bytes(range(200)))
    assert "dBase" not in refusal(tmp_path / "a").text("en")


def stream_named(path: Path, old: str, new: str) -> Path:
    """The OLE container with a stream renamed (to a name no longer than the old one)."""
    data = path.read_bytes()
    entry = data.index(old.encode("utf-16-le"))
    name = new.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(new) + 2)
    path.write_bytes(data[:entry] + name + data[entry + 66 :])
    return path


@pytest.mark.parametrize(
    ("stream", "words"),
    [("WordDocument", "Word document"), ("VisioDocument", "Visio"), ("CONTENTS", "another program")],
)
def test_documents_of_other_programs(tmp_path: Path, stream: str, words: str) -> None:
    """An OLE container without a workbook is named by its main stream."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["a"]]})
    assert words in refusal(stream_named(path, "Workbook", stream)).text("en")


def test_embedded_document(tmp_path: Path) -> None:
    """A workbook in which a Word document is embedded is a workbook."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["a"]]})
    path.write_bytes(path.read_bytes() + "WordDocument".encode("utf-16-le").ljust(512, b"\0"))
    assert [["a"]] == cells(path)


def test_password_of_excel_95(tmp_path: Path) -> None:
    """A workbook of Excel 5 or 95 with a password record says so, as later ones do."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["a"]]})
    data = path.read_bytes()
    begin = data.index(b"\x09\x08\x10\x00")
    body = b"\x00\x05" + data[begin + 6 : begin + 20] + b"\x2f\x00"
    path.write_bytes(data[: begin + 4] + body + data[begin + 22 :])
    assert "password" in refusal(stream_named(path, "Workbook", "Book")).text("en")


def number_records(path: Path) -> tuple[bytes, int]:
    """A workbook's bytes and the place of its first number record."""
    data = path.read_bytes()
    return data, data.index(struct.pack("<HH", BIFF_NUMBER, 14))


def test_formula_records_of_excel_4(tmp_path: Path) -> None:
    """Some programs write formula records of Excel 4 into later workbooks: their stored numbers are not lost."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["a", 0.1234567], ["b", 0.7654321]]})
    data, at = number_records(path)
    path.write_bytes(data[:at] + struct.pack("<H", BIFF_OLD_FORMULA) + data[at + 2 :])
    assert [["a", 0.1234567], ["b", 0.7654321]] == cells(path)


@pytest.mark.parametrize("bits", [float("nan"), float("inf")])
def test_bits_of_no_number(tmp_path: Path, bits: float) -> None:
    """The bits of no number in an old workbook are an error cell, not a number to reckon with."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["a", 0.1234567], ["b", 0.7654321]]})
    data, at = number_records(path)
    path.write_bytes(data[: at + 10] + struct.pack("<d", bits) + data[at + 18 :])
    (_, value), (_, other) = cells(path)
    assert ExcelError("#NUM!") == value
    assert isinstance(value, ExcelError)
    assert other == 0.7654321


def test_letters_of_two_bytes(tmp_path: Path) -> None:
    """Texts whose two-byte letters are marked as single bytes come out as letters, Vietnamese ones too."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["An L\u1ea1c"], ["H\0i\0"]]})
    assert [["An Lạc"], ["Hi"]] == cells(path)


def test_ticks_in_wingdings(tmp_path: Path) -> None:
    """A tick or cross typed in Wingdings is one, and not a letter of an old encoding."""
    rows: list[list[object]] = [["Đơn vị", "Có đánh giá"], ["An Lạc", "ü"], ["An Lộc", "û"], ["An Bình", "þ"]]
    path = workbooks.xls(tmp_path / "a.xls", {"S": rows}, fonts={(1, 1): "Wingdings", (2, 1): "Wingdings"})
    assert ["Có đánh giá", "✓", "✗", "✓"] == [row[1] for row in cells(path)]
    assert [["✓"], ["✓"]] == cells(workbooks.xlsx(tmp_path / "b.xlsx", {"S": [["ü"], ["ü"]]}))


def test_slides_with_a_workbook(tmp_path: Path) -> None:
    """A presentation that embeds a workbook, and so names its type, is a presentation."""
    types = '<Types><Default Extension="xlsx" ContentType="application/x.spreadsheetml.sheet"/></Types>'
    parts: dict[str, str | bytes] = {"[Content_Types].xml": types, "ppt/presentation.xml": "<a/>"}
    assert "PowerPoint" in refusal(workbooks.zip_file(tmp_path / "a.pptx", parts)).text("en")


@pytest.mark.parametrize("scanner_from", [0, 1 << 60])
def test_date_system_beside_extensions(tmp_path: Path, scanner_from: int) -> None:
    """Days count from 1904 where the workbook says so, whatever its extensions name the same way."""
    extension = '<extLst><ext uri="u" xmlns:x15="urn:x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>'
    day = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    path = workbooks.raw_xlsx(
        tmp_path / "a.xlsx",
        '<sheetData><row r="1"><c r="A1" s="1"><v>40850</v></c></row></sheetData>',
        styles=day,
        workbook_properties=f'<workbookPr date1904="1"/>{extension}',
    )
    source, _ = open_file(path, path.name, Limits(scanner_from=scanner_from))
    assert date(2015, 11, 4) == source.sheets[0].row(0)[0]
    assert source.sheets[0].date1904
