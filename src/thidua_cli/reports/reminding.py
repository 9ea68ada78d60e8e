"""What each unit still owes: ``nhac-nop.docx`` (a letter with one list for all, a page per unit), ``nhac-nop.xlsx``.

Addressee, number, day, deadline and signature stay blank for a person to fill in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from thidua_cli.reports import wording
from thidua_cli.reports.excel.book import Book, Column
from thidua_cli.reports.owing import UnitOwes, owing
from thidua_cli.result import Result
from thidua_cli.text.plan_line import line_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

KIND = "nhac-nop"
WORD_FILE, EXCEL_FILE = f"{KIND}.docx", f"{KIND}.xlsx"
_SHEET = "Còn thiếu"
_HEADS = ("STT", "Đơn vị", "Khối thi đua", "Nội dung cần bổ sung", "Tiêu chí", "Tình trạng", "Ngày nộp")
_NARROW = 3
"""Columns narrower than this, in centimetres, are centred."""


def reminders(result: Result) -> Mapping[str, bytes]:
    """Both files; nothing where no unit owes anything."""
    units = [one for one in owing(result) if one.owed]
    if not units:
        return {}
    return {WORD_FILE: _docx(result, units), EXCEL_FILE: _xlsx(result, units)}


def _xlsx(result: Result, units: Sequence[UnitOwes]) -> bytes:
    plan = result.plan
    book = Book(title=_title(result), author=plan.issuer, year=plan.year, kind=KIND, sheets=[_SHEET])
    page = book.pages[_SHEET]
    page.head(_title(result), f"{line_of(plan)} Tính đến ngày {wording.date_text(result.as_of)}.")
    widths = (6, 30, 16, 46, 12, 50, 14)
    page.columns(3, [Column(head, width) for head, width in zip(_HEADS, widths, strict=True)])
    row = 3
    for one in units:
        for owed in one.owed:
            row += 1
            page.number(row, 0, row - 3, "centre")
            texts = (one.unit.name, one.unit.group, owed.what, ", ".join(owed.criteria), owed.why)
            for column, text in enumerate(texts, 1):
                page.text(row, column, text)
            page.blank(row, len(_HEADS) - 1)
    page.finish(3, row, len(_HEADS) - 1, frozen=2)
    return book.close()


def _title(result: Result) -> str:
    return f"Số liệu các đơn vị còn phải bổ sung – {result.plan.title}"


def _docx(result: Result, units: Sequence[UnitOwes]) -> bytes:
    import docx

    from thidua_cli.reports.word.finish import finish, to_bytes

    document = docx.Document()
    _page(document)
    _letter_head(document, result)
    _letter(document, result, units)
    _table(document, units)
    _signature(document, result)
    for one in units:
        _section(document, one)
    finish(document, title=_title(result), year=result.plan.year)
    return to_bytes(document, KIND)


def _page(document: Document) -> None:
    """A4 with the margins of NĐ 30/2020, Times New Roman 14."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)


def _letter_head(document: Document, result: Result) -> None:
    documents = result.plan.documents
    table = document.add_table(rows=2, cols=2)
    _set_widths(table, (6.5, 10.0))
    left, right = table.rows[0].cells
    _centred(left.paragraphs[0], documents.superior.upper(), size=12)
    _centred(left.add_paragraph(), documents.office.upper(), size=12, bold=True)
    _line(left.add_paragraph(), indent=2.2)
    _centred(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    _centred(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
    _line(right.add_paragraph(), indent=2.0)
    number, day = table.rows[1].cells
    _centred(number.paragraphs[0], f"Số:       /{documents.office_symbol}", size=13)
    _centred(number.add_paragraph(), "V/v bổ sung số liệu xét thi đua", size=12)
    _centred(day.paragraphs[0], f"{documents.place}, ngày … tháng … năm ……", size=13, italic=True)


def _letter(document: Document, result: Result, units: Sequence[UnitOwes]) -> None:
    plan = result.plan
    _centred(document.add_paragraph(), "\nKính gửi: Thủ trưởng các cơ quan, đơn vị có tên trong danh sách dưới đây")
    title = plan.title[:1].lower() + plan.title[1:]
    _body(
        document,
        f"Để có căn cứ xét, đề nghị khen thưởng {title}, {plan.documents.office} đã tổng hợp số liệu đến ngày "
        f"{wording.date_text(result.as_of)}. Còn {len(units)}/{len(result.units)} đơn vị phải bổ sung hoặc sửa.",
    )
    _body(
        document,
        f"{plan.documents.office} đề nghị các đơn vị bổ sung nội dung còn thiếu theo danh sách dưới đây và trang riêng "
        "của từng đơn vị kèm theo, gửi trước ngày … tháng … năm …. Đơn vị thực sự không phát sinh thì ghi “Không có”.",
    )


def _table(document: Document, units: Sequence[UnitOwes]) -> None:
    heads = ("STT", "Đơn vị", "Số nội dung", "Nội dung cần bổ sung")
    rows = [
        (str(number), one.unit.name, str(len(one.owed)), "; ".join(dict.fromkeys(owed.what for owed in one.owed)))
        for number, one in enumerate(units, 1)
    ]
    _grid(document, heads, rows, widths=(1.2, 4.3, 2.0, 9.0))


def _section(document: Document, one: UnitOwes) -> None:
    """The page of one unit, to be sent to it alone."""
    first = document.add_paragraph()
    first.paragraph_format.page_break_before = True
    _centred(first, "NỘI DUNG CẦN BỔ SUNG", bold=True)
    _centred(document.add_paragraph(), one.unit.name, bold=True)
    rows = [(str(number), owed.what, ", ".join(owed.criteria), owed.why) for number, owed in enumerate(one.owed, 1)]
    _grid(document, ("STT", "Nội dung cần bổ sung", "Tiêu chí", "Tình trạng"), rows, widths=(1.2, 6.8, 2.0, 6.5))
    _body(document, "Người lập: …………………………     Ngày nộp: ……/……/…………")


def _signature(document: Document, result: Result) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    documents = result.plan.documents
    signer = documents.signatories.get("to-trinh") or documents.signatories.get("default")
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(9)
    paragraph.paragraph_format.space_before = Cm(0.5)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run((signer.title if signer else "Trưởng phòng").upper()).bold = True
    if signer and signer.name:
        name = document.add_paragraph()
        name.paragraph_format.left_indent, name.paragraph_format.space_before = Cm(9), Cm(2)
        _centred(name, signer.name, bold=True)


def _grid(document: Document, heads: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[float]) -> None:
    """A bordered table whose head is repeated on every page and whose rows are never torn apart."""
    from docx.oxml.parser import OxmlElement

    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for number, texts in enumerate([heads, *rows]):
        row = table.rows[0] if not number else table.add_row()
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no name for either
        properties.append(OxmlElement("w:cantSplit"))
        if not number:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            if not number or width < _NARROW:
                _centred(cell.paragraphs[0], text, size=12, bold=not number)
            else:
                _run(cell.paragraphs[0], text, size=12)
    _set_widths(table, widths)
    document.add_paragraph()


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    """Fixed widths in centimetres: of the grid and of every cell, for programs follow one or the other."""
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _line(paragraph: Paragraph, *, indent: float) -> None:
    """A drawn line as an empty paragraph's border."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm, Pt

    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(border))  # noqa: SLF001 - python-docx has no name for borders
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(indent)
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), Pt(6)


def _body(document: Document, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)


def _centred(paragraph: Paragraph, text: str, *, size: int = 14, bold: bool = False, italic: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    _run(paragraph, text, size=size, bold=bold, italic=italic)


def _run(paragraph: Paragraph, text: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
