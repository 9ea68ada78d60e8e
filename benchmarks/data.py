"""Makes a workbook of dossiers from a seed, as an office's software would export it, without a library in between.

A million rows through a library take minutes; written as text they take seconds, and the workbook is of the same form:
shared strings, dates as day numbers with a date format, or as text.
"""

from __future__ import annotations

import random
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

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
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # a spreadsheet knows no time zone
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook(path: Path, rows: int, *, text_dates: bool = False) -> Path:
    """Write a workbook of so many dossiers, always the same; one that is there already is kept."""
    if path.exists():
        return path
    strings: dict[str, int] = {}
    beside = path.with_suffix(".part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            last = f"L{rows + 4}"
            part.write(f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/><sheetData>'.encode())
            for text in _rows(rows, strings, text_dates=text_dates):
                part.write(text.encode())
            part.write(b"</sheetData></worksheet>")
        with book.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'{_XML}<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">'.encode())
            part.write("".join(f"<si><t>{escape(text)}</t></si>" for text in strings).encode())
            part.write(b"</sst>")
        for name, text in _FRAME.items():
            book.writestr(name, _XML + text)
    return beside.replace(path)


def _rows(count: int, strings: dict[str, int], *, text_dates: bool) -> Iterator[str]:
    def said(text: str) -> int:
        return strings.setdefault(text, len(strings))

    def day(letter: str, row: int, when: datetime) -> str:
        if text_dates:
            return f'<c r="{letter}{row}" t="s"><v>{said(when.strftime("%d/%m/%Y %H:%M"))}</v></c>'
        return f'<c r="{letter}{row}" s="1"><v>{(when - _EPOCH) / timedelta(days=1):.16G}</v></c>'

    yield f'<row r="1"><c r="A1" t="s"><v>{said(TITLE)}</v></c></row>'
    heads = "".join(f'<c r="{chr(65 + i)}4" t="s"><v>{said(head)}</v></c>' for i, head in enumerate(HEADS))
    yield f'<row r="4" spans="1:12">{heads}</row>'
    rnd = random.Random(5)  # noqa: S311  # data, not secrets
    base = datetime(2021, 1, 1, 7)  # noqa: DTZ001
    for i in range(count):
        received = base + timedelta(minutes=rnd.randrange(365 * 24 * 60 - 600))
        due = (received + timedelta(days=rnd.choice((1, 3, 5, 10, 15)))).replace(hour=17, minute=0)
        ended = due - timedelta(hours=rnd.choice((-30, *(0, 5, 20, 40, 60) * 20)))
        unit, status = rnd.randrange(len(UNITS)), rnd.choice(STATUSES)
        row = i + 5
        texts = {
            "B": f"000.{unit + 1:02d}.41.H20-{received:%y%m%d}-{i:06d}",
            "C": UNITS[unit],
            "D": "Thủ tục chứng thực",
            "E": "Chứng thực",
            "F": f"Nguyễn Văn A{i % 50_000}",
        }
        cells = [f'<row r="{row}" spans="1:12"><c r="A{row}"><v>{i + 1}</v></c>']
        cells += [f'<c r="{letter}{row}" t="s"><v>{said(text)}</v></c>' for letter, text in texts.items()]
        cells += [day("G", row, received), day("H", row, due)]
        if status not in OPEN:
            cells.append(day("I", row, ended))
        ending = {"J": status, "K": rnd.choice(("Trực tuyến", "Trực tiếp")), "L": f"Cán bộ {i % 40}"}
        cells += [f'<c r="{letter}{row}" t="s"><v>{said(text)}</v></c>' for letter, text in ending.items()]
        yield "".join(cells) + "</row>"


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
    workbook(Path(sys.argv[1]), int(sys.argv[2]), text_dates=sys.argv[3:] == ["text"])
