from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import workbooks
from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import Limits, open_file

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
MIB = 1024 * 1024
NOISE = bytes((i * i * 7919 >> 5) % 256 for i in range(4000))


def cell(reference: str) -> str:
    """One number cell in its own row."""
    digits = "".join(c for c in reference if c.isdigit())
    return f'<row r="{digits}"><c r="{reference}"><v>1</v></c></row>'


def sheet_data(*references: str) -> str:
    """Sheet data with one cell for each reference."""
    return f"<sheetData>{''.join(map(cell, references))}</sheetData>"


def refusal(path: Path, limits: Limits | None = None) -> str:
    """The English message with which a file is refused; a fault if it is not."""
    with pytest.raises(UnreadableFileError) as caught:
        open_file(path, path.name, limits or Limits())
    error = caught.value
    assert path.name in error.text()
    assert str(error.hint)
    assert error.hint
    return error.text("en")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%....", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
        (b"Rar!\x1a\x07\x00" + bytes(40), "RAR"),
        (b"{\\rtf1 a, b}", "RTF"),
        ("Kính gửi: Ủy ban nhân dân thành phố.\nBáo cáo, như sau\nTrân trọng.\n".encode(), "plain text"),
        (b'<?xml version="1.0"?><note><to>a</to></note>', "without a table"),
        (b"<html><body>khong co gi</body></html>", "no table"),
        (NOISE, "binary file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "damaged"),
        (b"PK\x03\x04" + NOISE, "damaged"),
    ],
)
def test_no_table_at_all(tmp_path: Path, content: bytes, words: str) -> None:
    """A file that is no table is refused with one message that says what it is."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert words in refusal(path)


def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder where a file is expected is said to be one."""
    assert "folder" in refusal(tmp_path)


def test_word_document(tmp_path: Path) -> None:
    """A Word document under a workbook's name is told from a workbook."""
    import docx

    docx.Document().save(str(tmp_path / "a.xlsx"))
    assert "Word document" in refusal(tmp_path / "a.xlsx")


def test_encrypted(tmp_path: Path) -> None:
    """An encrypted workbook is refused with the way to remove its password."""
    path = workbooks.encrypted_xlsx(tmp_path / "a.xlsx", {"S": [["a"]]}, "mật khẩu")
    with pytest.raises(UnreadableFileError) as caught:
        open_file(path, path.name)
    assert "password" in caught.value.text("en")
    assert "Encrypt with Password" in str(caught.value.hint)


def test_encrypted_old_workbook(tmp_path: Path) -> None:
    """An old workbook with a password record says so in the same words."""
    path = workbooks.xls(tmp_path / "a.xls", {"S": [["a"]]})
    data = path.read_bytes()
    after_begin = data.index(b"\x09\x08\x10\x00") + 4 + 16
    path.write_bytes(data[:after_begin] + b"\x2f\x00" + data[after_begin + 2 :])
    assert "password" in refusal(path)


def test_empty_workbook(tmp_path: Path) -> None:
    """A workbook without a single cell is refused as holding no table."""
    assert "no table" in refusal(workbooks.xlsx(tmp_path / "a.xlsx", {"Trang": []}))


@pytest.mark.parametrize(
    "references", [("A1", "XFD1048576"), ("A1", "XFD20000"), ("A1", "A99999999"), ("A1", "BDWGO1")]
)
def test_far_cells(tmp_path: Path, references: tuple[str, str]) -> None:
    """Two cells far apart, for which the reader would allocate the box between them, are refused before it does."""
    message = refusal(workbooks.raw_xlsx(tmp_path / "a.xlsx", sheet_data(*references)))
    assert "beyond the reading limit" in message or "memory" in message


@pytest.mark.parametrize(
    "data",
    [
        "<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='9'><c r='XFD1048576'><v>1</v></c></row></sheetData>",
        f'<sheetData><row r="1"><c r="A1"/></row><row r="1048576">{"<c><v>1</v></c>" * 16384}</row></sheetData>',
        '<sheetData><row r="1"><c s="0" r="A1"/></row><row r="2"><c s="0" r="XFD1048576"/></row></sheetData>',
    ],
    ids=["single quotes", "no references", "another order"],
)
def test_far_cells_in_odd_spelling(tmp_path: Path, data: str) -> None:
    """Cells whose place is not written as office programs write it end in a child process, not in this one."""
    message = refusal(workbooks.raw_xlsx(tmp_path / "a.xlsx", data))
    assert "beyond" in message or "memory" in message


def test_false_dimension_is_harmless(tmp_path: Path) -> None:
    """A sheet that claims to fill everything but holds two cells is read."""
    xml = f'<dimension ref="A1:XFD1048576"/>{sheet_data("A1", "B2")}'
    source, findings = open_file(workbooks.raw_xlsx(tmp_path / "a.xlsx", xml), "a.xlsx")
    assert (2, 2, []) == (source.sheets[0].n_rows, len(source.sheets[0].columns), findings)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/x.bin"])
def test_zip_bomb(tmp_path: Path, part: str) -> None:
    """A part that inflates beyond the limit is refused while it is inflated."""
    limits = Limits(part_bytes=8 * MIB, strings_bytes=8 * MIB)
    assert (
        "beyond" in (text := refusal(workbooks.bomb_xlsx(tmp_path / "a.xlsx", 24 * MIB, part), limits))
        or "longer" in text
    )


def test_zip_bomb_of_many_parts(tmp_path: Path) -> None:
    """Parts that are small alone are counted together."""
    extra = {f"xl/media/{i}.bin": bytes(2 * MIB) for i in range(8)}
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", sheet_data("A1"), extra=extra)
    assert "inflates" in refusal(path, Limits(inflated_bytes=8 * MIB))


def test_lying_directory(tmp_path: Path) -> None:
    """A container whose directory claims small parts is counted by what is really there."""
    path = workbooks.bomb_xlsx(tmp_path / "a.xlsx", 24 * MIB, "xl/styles.xml")
    data = path.read_bytes()
    true_size = (24 * MIB + len(f"<worksheet {MAIN}>")).to_bytes(4, "little")
    assert true_size in data
    path.write_bytes(data.replace(true_size, (100).to_bytes(4, "little")))
    assert "inflates" in refusal(path, Limits(strings_bytes=8 * MIB))


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]
)
def test_document_types(tmp_path: Path, part: str) -> None:
    """XML that declares a document type, inside or outside entities, is refused in every part."""
    doctype = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{tmp_path.as_uri()}/secret">]><x {MAIN}>&a;</x>'
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", sheet_data("A1"), extra={part: doctype.encode()})
    assert "document type" in refusal(path)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        f'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">{"<a>" * 5000}',
        "<table><tr><td>" * 5000,
        f"<table>{'<tr><td colspan=9999 rowspan=9999>1</td></tr>' * 9999}</table>",
        "<table><tr><td>1</td></tr></table>" * 2000,
        ",".join("a" * 20_000) + "\n",
    ],
)
def test_markup_and_text(tmp_path: Path, text: str) -> None:
    """Entities, deep nesting, vast spans, too many tables and too many columns are refused in markup and text."""
    path = tmp_path / "a.xls"
    path.write_text(text, encoding="utf-8")
    assert "cannot be read" in refusal(path)


def test_html_entities_are_not_fetched(tmp_path: Path) -> None:
    """An HTML page that declares an external entity shows nothing of the file that it names."""
    (tmp_path / "secret").write_text("bí mật", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{tmp_path.as_uri()}/secret">]><table><tr><td>x&a;</td></tr></table>'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    source, _ = open_file(tmp_path / "a.html", "a.html")
    assert "bí mật" not in str(source.sheets)


def test_long_cell(tmp_path: Path) -> None:
    """A cell of Excel's greatest length is data."""
    source, _ = open_file(workbooks.xlsx(tmp_path / "a.xlsx", {"S": [["ự" * 32_767]]}), "a.xlsx")
    assert "ự" * 32_767 == source.sheets[0].row(0)[0]


def test_one_long_string_many_times(tmp_path: Path) -> None:
    """A long shared string that very many cells repeat cannot exhaust the memory, whichever engine reads it."""
    row = "".join(f'<c r="{c}{{0}}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{i}">{row.format(i)}</row>' for i in range(1, 3001))
    strings = f"<si><t>{'y' * 32_000}</t></si>"
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{rows}</sheetData>", strings=strings)
    assert "memory" in refusal(path, Limits(memory_bytes=256 * MIB, scanner_from=MIB * MIB))
    assert 3000 == open_file(path, "a.xlsx", Limits(memory_bytes=256 * MIB, scanner_from=0))[0].sheets[0].n_rows


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b\\c", "x" * 300, "", "<&>'", "Hồ sơ"])
def test_sheet_names(tmp_path: Path, name: str) -> None:
    """Any sheet name is only a name."""
    source, _ = open_file(workbooks.raw_xlsx(tmp_path / "a.xlsx", sheet_data("A1"), sheet_names=[name]), "a.xlsx")
    assert [name] == [s.name for s in source.sheets]


def test_too_many_sheets(tmp_path: Path) -> None:
    """More sheets than the limit are refused, not cut off in silence."""
    path = workbooks.raw_xlsx(tmp_path / "a.xlsx", sheet_data("A1"), sheet_names=[f"s{i}" for i in range(12)])
    assert "more than 10 sheets" in refusal(path, Limits(sheets=10))


@pytest.mark.parametrize("write", [workbooks.xlsx, workbooks.xls, workbooks.ods])
def test_truncated(tmp_path: Path, write: Callable[..., Path]) -> None:
    """A workbook that is cut short is said to be damaged."""
    path = write(tmp_path / "a", {"S": [[f"Hồ sơ {i}", i] for i in range(500)]})
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "damaged" in refusal(path)


def test_second_reader(tmp_path: Path) -> None:
    """What the first reader fails on is read by the second, and a finding says so."""
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"S": [["Đơn vị", 1]]})
    xml = f'<?xml version="1.0" encoding="UTF-16"?><worksheet {MAIN}>{sheet_data("A1")}</worksheet>'.encode("utf-16")
    workbooks.raw_xlsx(path, xml)
    source, findings = open_file(path, path.name)
    assert ("openpyxl", [1]) == (source.engine, source.sheets[0].row(0))
    assert ["second_reader_used"] == [f.code for f in findings]


def test_too_slow(tmp_path: Path) -> None:
    """A file that takes longer than it may is refused."""
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"S": [["a"]]})
    assert "seconds" in refusal(path, Limits(seconds=0.0))


def test_size_limit(tmp_path: Path) -> None:
    """A file larger than the limit is not even read."""
    path = workbooks.csv_file(tmp_path / "a.csv", [["a", "b"]] * 10)
    assert "bytes" in refusal(path, Limits(file_bytes=10))


def test_a_box_beyond_the_bounds(tmp_path: Path) -> None:
    """Rows times columns count, and the columns alone; up to the bound a table is read."""
    limits = Limits(cells=10, columns=4)
    assert [True, False, True, False] == [limits.allow(*box) for box in ((5, 2), (6, 2), (2, 4), (1, 5))]
    path = workbooks.csv_file(tmp_path / "a.csv", [["a", "b"]] * 6)
    assert "row 6" in refusal(path, limits)
    assert 5 == open_file(workbooks.csv_file(path, [["a", "b"]] * 5), "a.csv", limits)[0].sheets[0].n_rows
