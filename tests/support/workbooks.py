"""Small writers of table files, one for each format that offices really have, and raw ones for hostile files.

Sheets are ``{name: rows}``; a row is a list of cells (text, numbers, dates, booleans, None). ``merges`` and ``hidden``
are by sheet name: A1 ranges, and names of hidden sheets.
"""

from __future__ import annotations

import csv
import html
import io
import struct
import zipfile
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Rows = Sequence[Sequence[object]]
Sheets = Mapping[str, Rows]
Merges = Mapping[str, Sequence[str]]

NO_MERGES: Merges = {}
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(path: Path, sheets: Sheets, merges: Merges = NO_MERGES, hidden: Collection[str] = ()) -> Path:
    """An Office Open XML workbook, written by openpyxl; a text that begins with ``=`` is a formula without a value."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for merge in merges.get(name, ()):
            sheet.merge_cells(merge)
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def xls(
    path: Path, sheets: Sheets, merges: Merges = NO_MERGES, fonts: Mapping[tuple[int, int], str] | None = None
) -> Path:
    """A BIFF8 workbook as Excel 97 to 2003 wrote it; ``fonts`` names the fonts of single cells (0-based)."""
    import xlwt
    from openpyxl.utils import range_boundaries

    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    plain = xlwt.XFStyle()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                style = day if isinstance(value, date) else plain
                if fonts and (i, j) in fonts:
                    style = xlwt.easyxf(f"font: name {fonts[i, j]}")
                if value is not None:
                    sheet.write(i, j, value, style)
        for merge in merges.get(name, ()):
            left, top, right, bottom = (int(n or 0) for n in range_boundaries(merge))
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
    book.save(str(path))
    return path


def csv_file(path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    """A delimited text. Windows-1258 is written as Windows programs do: base letter and tone mark apart."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([[shown(cell) for cell in row] for row in rows])
    content = text.getvalue()
    path.write_bytes(cp1258(content) if encoding == "cp1258" else content.encode(encoding))
    return path


def shown(value: object) -> str:
    """A value as a web export prints it."""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else "" if value is None else str(value)


def cp1258(text: str) -> bytes:
    """Vietnamese in Windows-1258, where tone marks follow their letters."""
    import unicodedata

    plain = {"\u0300": "̀", "\u0301": "́", "\u0303": "̃", "\u0309": "̉", "\u0323": "̣"}
    out = []
    for letter in unicodedata.normalize("NFC", text):
        base, tones = letter, ""
        for mark in unicodedata.normalize("NFD", letter)[1:]:
            if mark in plain:
                tones = mark
                base = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).replace(mark, ""))
        out.append(base.encode("cp1258") + tones.encode("cp1258"))
    return b"".join(out)


def xls_html(path: Path, sheets: Sheets, encoding: str = "utf-8", *, declare: bool = True) -> Path:
    """HTML tables under any name, as web systems hand out "Excel" files. A cell ``(text, colspan, rowspan)`` spans."""
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={encoding}'>" if declare else ""
    tables = "\n".join(_html_table(rows) for rows in sheets.values())
    page = f"<html><head>{meta}</head><body>{tables}</body></html>"
    path.write_bytes(cp1258(page) if encoding == "windows-1258" else page.encode(encoding))
    return path


def _html_table(rows: Rows) -> str:
    lines = []
    for row in rows:
        cells = []
        for value in row:
            text, across, down = value if isinstance(value, tuple) else (value, 1, 1)
            cells.append(f"<td colspan={across} rowspan='{down}'>{html.escape(shown(text))}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "<table border='1'>\n" + "\n".join(lines) + "\n</table>"


def mhtml(path: Path, sheets: Sheets) -> Path:
    """A single-file web page: a frame page first, then one quoted-printable part per sheet, as Excel saves it."""
    import quopri

    parts = ["<html><body>frames</body></html>"] + [
        f"<html><body>{_html_table(r)}</body></html>" for r in sheets.values()
    ]
    lines = ["MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="----=_Next"', ""]
    for number, part in enumerate(parts):
        body = quopri.encodestring(part.encode()).decode("ascii")
        lines += ["------=_Next", f"Content-Location: file:///C:/sheet{number}.htm"]
        lines += ["Content-Transfer-Encoding: quoted-printable", 'Content-Type: text/html; charset="utf-8"', "", body]
    path.write_text("\r\n".join([*lines, "------=_Next--", ""]), encoding="utf-8", newline="")
    return path


def spreadsheetml(path: Path, sheets: Sheets, merges: Merges = NO_MERGES, hidden: Collection[str] = ()) -> Path:
    """An XML Spreadsheet 2003."""
    from openpyxl.utils import range_boundaries

    out = ['<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n']
    out.append('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ')
    out.append(
        'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    )
    for name, rows in sheets.items():
        spans = {}
        for merge in merges.get(name, ()):
            left, top, right, bottom = (int(n or 0) for n in range_boundaries(merge))
            spans[top - 1, left - 1] = (right - left, bottom - top)
        out.append(f"<Worksheet ss:Name={quoteattr(name)}><Table>")
        for i, row in enumerate(rows):
            out.append("<Row>")
            for j, value in enumerate(row):
                across, down = spans.get((i, j), (0, 0))
                span = f' ss:MergeAcross="{across}" ss:MergeDown="{down}"' if across or down else ""
                if value is not None:
                    out.append(f'<Cell ss:Index="{j + 1}"{span}>{_spreadsheetml_data(value)}</Cell>')
            out.append("</Row>")
        visible = "<x:Visible>SheetHidden</x:Visible>" if name in hidden else ""
        out.append(f"</Table><x:WorksheetOptions>{visible}</x:WorksheetOptions></Worksheet>")
    path.write_text("".join([*out, "</Workbook>"]), encoding="utf-8")
    return path


def _spreadsheetml_data(value: object) -> str:
    if isinstance(value, bool):
        return f'<Data ss:Type="Boolean">{int(value)}</Data>'
    if isinstance(value, (int, float)):
        return f'<Data ss:Type="Number">{value}</Data>'
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        return f'<Data ss:Type="DateTime">{moment.isoformat()}.000</Data>'
    return f'<Data ss:Type="String">{escape(str(value))}</Data>'


def ods(path: Path, sheets: Sheets, merges: Merges = NO_MERGES, hidden: Collection[str] = ()) -> Path:
    """An OpenDocument spreadsheet."""
    return raw_ods(path, opendocument_xml(sheets, merges, hidden))


def raw_ods(path: Path, content: str | bytes) -> Path:
    """The same of a given content."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", content)
        container.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def opendocument_xml(sheets: Sheets, merges: Merges = NO_MERGES, hidden: Collection[str] = ()) -> str:
    """The content of an OpenDocument spreadsheet; the same text under another name is a flat one."""
    from openpyxl.utils import range_boundaries

    names = "office table text style"
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names.split())
    out = [f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:automatic-styles>']
    out.append('<style:style style:name="off"><style:table-properties table:display="false"/></style:style>')
    out.append("</office:automatic-styles><office:body><office:spreadsheet>")
    for name, rows in sheets.items():
        spans = {}
        for merge in merges.get(name, ()):
            left, top, right, bottom = (int(n or 0) for n in range_boundaries(merge))
            spans[top - 1, left - 1] = (right - left + 1, bottom - top + 1)
        style = ' table:style-name="off"' if name in hidden else ""
        out.append(f"<table:table table:name={quoteattr(name)}{style}>")
        for i, row in enumerate(rows):
            cells = "".join(_opendocument_cell(v, spans.get((i, j))) for j, v in enumerate(row))
            out.append(
                f'<table:table-row>{cells}<table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
            )
        out.append(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row></table:table>'
        )
    return "".join([*out, "</office:spreadsheet></office:body></office:document-content>"])


def _opendocument_cell(value: object, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-columns-spanned="{span[0]}" table:number-rows-spanned="{span[1]}"' if span else ""
    if value is None:
        return f"<table:table-cell{spanned}/>"
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown(value).split("\n"))
    if isinstance(value, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, (int, float)):
        kind = f'office:value-type="float" office:value="{value}"'
    elif isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}{spanned}>{text}</table:table-cell>"


def raw_xlsx(
    path: Path,
    sheet: str | bytes,
    *,
    sheet_names: Sequence[str] = ("Sheet1",),
    strings: str = "",
    styles: str = "",
    workbook_properties: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> Path:
    """A workbook of one worksheet part, used by every sheet; ``<worksheet>`` is put around a mere ``<sheetData>``."""
    if isinstance(sheet, str) and not sheet.lstrip().startswith(("<?xml", "<!", "<worksheet", "<x:")):
        sheet = f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>'
    named = "".join(f'<sheet name={quoteattr(n)} sheetId="{i + 1}" r:id="rId1"/>' for i, n in enumerate(sheet_names))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{workbook_properties}'
        f"<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{strings}</sst>'
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>'
    return zip_file(path, {**parts, **(extra or {})})


def zip_file(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip container with a fixed date in every entry."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(zipfile.ZipInfo(name, (2021, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return path


def bomb_xlsx(path: Path, size: int, part: str = "xl/worksheets/sheet1.xml") -> Path:
    """A workbook of which one part inflates to ``size`` bytes of spaces."""
    raw_xlsx(path, "<sheetData/>")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != part}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
        with container.open(part, "w") as stream:
            stream.write(f'<worksheet xmlns="{_MAIN}">'.encode())
            for _ in range(size // (1 << 20)):
                stream.write(b" " * (1 << 20))
    return path


def encrypted_xlsx(path: Path, sheets: Sheets, password: str) -> Path:
    """A workbook that asks for a password, encrypted as Excel does it."""
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = io.BytesIO(xlsx(path, sheets).read_bytes())
    with path.open("wb") as out:
        file: Any = OOXMLFile(plain)
        file.encrypt(password, out)
    return path


def xlsb(path: Path, sheets: Sheets) -> Path:
    """A binary workbook with the few records of [MS-XLSB] that hold texts and numbers; dates are written as text."""
    named, parts, relations = b"", {}, ""
    for number, (name, rows) in enumerate(sheets.items(), 1):
        relation = f"rId{number}"
        named += _record(156, struct.pack("<II", 0, number) + _wide(relation) + _wide(name))
        relations += f'<Relationship Id="{relation}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        parts[f"xl/worksheets/sheet{number}.bin"] = _binary_sheet(rows)
    types = CONTENT_TYPES.replace("workbook.xml", "workbook.bin").replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.binary.macroEnabled.main"
    )
    fixed: dict[str, str | bytes] = {
        "[Content_Types].xml": types.replace('Extension="xml"', 'Extension="bin"'),
        "xl/workbook.bin": _record(131) + _record(143) + named + _record(144) + _record(132),
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
    }
    return zip_file(path, {**fixed, **parts})


def _binary_sheet(rows: Rows) -> bytes:
    width = max(map(len, rows), default=0)
    out = (
        _record(129) + _record(148, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, max(width - 1, 0))) + _record(145)
    )
    for i, row in enumerate(rows):
        out += _record(0, struct.pack("<IIHBBBI", i, 0, 300, 0, 0, 0, 0))
        for j, value in enumerate(row):
            head = struct.pack("<II", j, 0)
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                out += _record(5, head + struct.pack("<d", value))
            elif value is not None:
                out += _record(6, head + _wide(shown(value)))
    return out + _record(146) + _record(130)


def _record(kind: int, body: bytes = b"") -> bytes:
    """Kind and length are numbers of seven bits a byte."""
    return _seven_bits(kind) + _seven_bits(len(body)) + body


def _seven_bits(number: int) -> bytes:
    low, high = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _seven_bits(high) if high else bytes([low])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
