"""The same dossiers, made from a seed, in every form in which an office's software exports them.

``data.py FOLDER DOSSIERS FORM`` writes one file, and keeps one that is there; the form ``counts`` is what a right
program counts per unit. A million rows through a library take minutes; written as text they take seconds, and the file
is of the same form. Old workbooks alone are a library's (xlwt).
"""

from __future__ import annotations

import csv
import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from html import escape
from itertools import chain, count, islice
from pathlib import Path
from typing import NamedTuple

UNITS = (
    "Phường An Lộc|Phường An Thạnh|Phường An Lạc|Phường An Bình A|Phường An Bình B|Xã Bình Thạnh|Xã Tân Hội|"
    "Văn phòng HĐND và UBND|Phòng Nội vụ|Phòng Tư pháp|Phòng Tài chính - Kế hoạch|Phòng Tài nguyên và Môi trường|"
    "Phòng Lao động - Thương binh và Xã hội|Phòng Văn hóa và Thông tin|Phòng Giáo dục và Đào tạo|Phòng Y tế|"
    "Thanh tra thành phố|Phòng Kinh tế|Phòng Quản lý đô thị"
).split("|")
HEADS = (
    "STT|Mã hồ sơ|Cơ quan giải quyết|Tên thủ tục hành chính|Lĩnh vực|Chủ hồ sơ|Ngày tiếp nhận|Ngày hẹn trả|"
    "Ngày kết thúc xử lý|Trạng thái|Hình thức nộp|Cán bộ xử lý"
).split("|")
TITLE = "DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ"
STATUSES = ["Đã trả kết quả"] * 8 + ["Đã xử lý xong", "Đang xử lý", "Từ chối giải quyết", "Dừng xử lý"]
OPEN = frozenset(("Đang xử lý", "Dừng xử lý"))
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # a spreadsheet knows no time zone
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
Cell = int | str | datetime | None
Row = list[Cell]
TOP: list[Row] = [[TITLE], [], [], list(HEADS)]
"""What stands above the dossiers."""
SHEET = 60_000
"""So many dossiers are on a sheet of an old workbook."""


def dossiers(many: int) -> Iterator[Row]:
    """So many dossiers, always the same."""
    rnd = random.Random(5)  # noqa: S311  # data, not secrets
    base = datetime(2021, 1, 1, 7)  # noqa: DTZ001
    for i in range(many):
        received = base + timedelta(minutes=rnd.randrange(365 * 24 * 60 - 600))
        due = (received + timedelta(days=rnd.choice((1, 3, 5, 10, 15)))).replace(hour=17, minute=0)
        ended = due - timedelta(hours=rnd.choice((-30, *(0, 5, 20, 40, 60) * 20)))
        unit, status = rnd.randrange(len(UNITS)), rnd.choice(STATUSES)
        code = f"000.{unit + 1:02d}.41.H20-{received:%y%m%d}-{i:06d}"
        row: Row = [i + 1, code, UNITS[unit], "Thủ tục chứng thực", "Chứng thực", f"Nguyễn Văn A{i % 50_000}"]
        row += [received, due, None if status in OPEN else ended, status]
        yield [*row, rnd.choice(("Trực tuyến", "Trực tiếp")), f"Cán bộ {i % 40}"]


def as_text(rows: Iterable[Row]) -> Iterator[Row]:
    """The same with dates as people write them."""
    for row in rows:
        yield [f"{cell:%d/%m/%Y %H:%M}" if isinstance(cell, datetime) else cell for cell in row]


def counts(path: Path, rows: Iterable[Row]) -> None:
    """The nine counts of each unit: what every program must find in every form."""
    units = {unit: [0] * 9 for unit in UNITS}
    for _, _, unit, _, _, _, _, due, ended, _, channel, _ in rows:
        online = channel == "Trực tuyến"
        early = on_time = late = False
        if isinstance(due, datetime) and isinstance(ended, datetime) and ended.year == 2021:
            early, on_time, late = ended.date() < due.date(), ended.date() == due.date(), ended.date() > due.date()
        found = (True, True, online, not online, early, on_time, late, early or on_time, early or on_time or late)
        units[str(unit)] = [had + new for had, new in zip(units[str(unit)], found, strict=True)]
    path.write_text(json.dumps(units), "utf-8")


def shared(path: Path, rows: Iterable[Row]) -> None:
    """A workbook as Excel and XlsxWriter write it: each text once, cells with its number."""
    strings: dict[str, int] = {}

    def said(text: str) -> str:
        return f' t="s"><v>{strings.setdefault(text, len(strings))}</v>'

    flavour = Flavour(f'<row r="{{}}" spans="1:{len(HEADS)}">', "", said, "utf-8")
    _book(path, rows, flavour, strings)


def inline(path: Path, rows: Iterable[Row]) -> None:
    """A workbook as openpyxl streams it (Apache POI too): every text in its cell, letters beyond ASCII as numbers."""

    def said(text: str) -> str:
        return f' t="inlineStr"><is><t>{escape(text, quote=False)}</t></is>'

    _book(path, rows, Flavour('<row r="{}">', ' t="n"', said, "ascii"), ())


class Flavour(NamedTuple):
    """How a program writes a worksheet: where a row begins, the kind of numbers, a text, the bytes."""

    row: str
    number: str
    text: Callable[[str], str]
    encoding: str


def _book(path: Path, rows: Iterable[Row], flavour: Flavour, strings: Iterable[str]) -> None:
    def cell(where: str, value: Cell) -> str:
        if isinstance(value, str):
            return f'<c r="{where}"{flavour.text(value)}</c>'
        if isinstance(value, datetime):
            return f'<c r="{where}" s="1"{flavour.number}><v>{(value - EPOCH) / timedelta(days=1):.16G}</v></c>'
        return f'<c r="{where}"{flavour.number}><v>{value}</v></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate(chain(TOP, rows), 1):
                places = zip("ABCDEFGHIJKL", row, strict=False)
                cells = [cell(f"{letter}{number}", value) for letter, value in places if value is not None]
                text = f"{flavour.row.format(number)}{''.join(cells)}</row>"
                part.write(text.encode(flavour.encoding, "xmlcharrefreplace"))
            part.write(b"</sheetData></worksheet>")
        texts = "".join(f"<si><t>{escape(text, quote=False)}</t></si>" for text in strings)
        book.writestr("xl/sharedStrings.xml", f'{_XML}<sst xmlns="{_MAIN}">{texts}</sst>')
        for name, text in _FRAME.items():
            book.writestr(name, _XML + text)


def delimited(path: Path, rows: Iterable[Row]) -> None:
    """Comma-separated text in UTF-8 with a mark, as one-stop software offers it for Excel."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(chain(TOP, as_text(rows)))


def page(path: Path, rows: Iterable[Row]) -> None:
    """A web page named .xls, as most one-stop software exports."""
    with path.open("w", encoding="utf-8") as file:
        file.write(f'<html><head><meta charset="utf-8"></head><body><h3>{TITLE}</h3><table border="1">\n<tr>')
        file.write("".join(f"<th>{head}</th>" for head in HEADS) + "</tr>\n")
        for row in as_text(rows):
            cells = "".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row)
            file.write(f"<tr>{cells}</tr>\n")
        file.write("</table></body></html>")


def old(path: Path, rows: Iterable[Row]) -> None:
    """An old workbook, its dossiers on as many sheets as it needs."""
    import xlwt

    book, dated = xlwt.Workbook(), xlwt.easyxf(num_format_str="dd/mm/yyyy hh:mm")
    left = iter(rows)
    for number in count(1):
        part = list(islice(left, SHEET))
        if not part:
            break
        sheet = book.add_sheet(f"Sheet{number}")
        for y, row in enumerate(chain(TOP, part)):
            for x, value in enumerate(row):
                if value is not None:
                    sheet.write(y, x, value, *([dated] if isinstance(value, datetime) else []))
        sheet.flush_row_data()
    book.save(str(path))


def opendocument(path: Path, rows: Iterable[Row]) -> None:
    """A table as LibreOffice writes it."""

    def cell(value: Cell) -> str:
        if value is None:
            return "<table:table-cell/>"
        kind, said = f'string"><text:p>{escape(str(value), quote=False)}', ""
        if isinstance(value, datetime):
            kind = f'date" office:date-value="{value:%Y-%m-%dT%H:%M:%S}"><text:p>{value:%d/%m/%Y %H:%M}'
            said = ' table:style-name="ce1"'
        elif isinstance(value, int):
            kind = f'float" office:value="{value}"><text:p>{value}'
        return f'<table:table-cell{said} office:value-type="{kind}</text:p></table:table-cell>'

    spaces = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entries = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="{what}"/>'
        for name, what in (("/", kind), ("content.xml", "text/xml"))
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        book.writestr("mimetype", kind, zipfile.ZIP_STORED)
        manifest = f'<m:manifest xmlns:m="{_OASIS}:manifest:1.0">{entries}</m:manifest>'
        book.writestr("META-INF/manifest.xml", _XML + manifest)
        with book.open("content.xml", "w", force_zip64=True) as part:
            part.write(f'{_XML}<office:document-content {spaces} office:version="1.3"><office:body>'.encode())
            part.write(b'<office:spreadsheet><table:table table:name="Sheet1">')
            for row in chain(TOP, rows):
                part.write(f"<table:table-row>{''.join(map(cell, row or [None]))}</table:table-row>".encode())
            part.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")


FORMS: dict[str, tuple[str, Callable[[Path, Iterable[Row]], None]]] = {
    "counts": (".json", counts),
    "shared": (".xlsx", shared),
    "inline": (".xlsx", inline),
    "inline-text": (".xlsx", lambda path, rows: inline(path, as_text(rows))),
    "csv": (".csv", delimited),
    "html": (".xls", page),
    "xls": (".xls", old),
    "ods": (".ods", opendocument),
}


def place(folder: Path, many: int, form: str) -> Path:
    """Where the file of so many dossiers in a form lies."""
    return folder / f"{form}-{many}{FORMS[form][0]}"


_FRAME: dict[str, str] = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
            ("styles", "styles"),
        )
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
    'formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


if __name__ == "__main__":
    wanted = place(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
    if not wanted.exists():
        beside = wanted.with_suffix(".part")
        FORMS[sys.argv[3]][1](beside, dossiers(int(sys.argv[2])))
        beside.replace(wanted)
