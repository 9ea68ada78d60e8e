"""Rules of Decree 30 about the components of a document: head, kind, legal bases, body, signature, appendix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.word.components import (
    MOTTO,
    NATION,
    agencies,
    following,
    having,
    kinds,
    line_share,
    number_lines,
    running_text,
    short_line,
    signature_rows,
)
from tests.word.ooxml import Paragraph, W, WordFile, all_text, on


def nation(file: WordFile) -> Iterator[str]:
    """Quốc hiệu in capitals, 12-13, upright bold, centred."""
    for paragraph in having(file, NATION):
        if not paragraph.sizes(12, 13) or not paragraph.every(bold=True, italic=False) or paragraph.align != "center":
            yield paragraph.text


def motto(file: WordFile) -> Iterator[str]:
    """Tiêu ngữ 13-14, upright bold, centred, with a drawn line as long as its text."""
    for paragraph in having(file, MOTTO):
        if not paragraph.sizes(13, 14) or not paragraph.every(bold=True, italic=False) or paragraph.align != "center":
            yield paragraph.text
        share = line_share(file, paragraph)
        if share is None or not 0.97 <= share <= 1.03:
            yield f"line {share}"


def head(file: WordFile) -> Iterator[str]:
    """A document has Quốc hiệu and tiêu ngữ unless it is an appendix."""
    appendix = next(file.paragraphs()).text.startswith("Phụ lục")
    if not appendix and (not list(having(file, NATION)) or not list(having(file, MOTTO))):
        yield "missing"


def agency(file: WordFile) -> Iterator[str]:
    """The issuing body in capitals, 12-13, upright bold, centred; the superior body not bold."""
    for lines in agencies(file):
        for paragraph in lines:
            last = paragraph is lines[-1]
            plain = re.sub(r"\{[{%].*?[%}]\}", "", paragraph.text)
            if plain != plain.upper() or not paragraph.sizes(12, 13) or paragraph.align != "center":
                yield paragraph.text
            if not paragraph.every(italic=False) or (last and not paragraph.every(bold=True)):
                yield f"weight of {paragraph.text}"


def agency_line(file: WordFile) -> Iterator[str]:
    """Under the issuing body a drawn line, a third to a half of the text."""
    for lines in agencies(file):
        yield from short_line(file, lines[-1])


def number_line(file: WordFile) -> Iterator[str]:
    """“Số:      /TTr-PNV”: 13, upright, the number left blank, no spaces around the marks."""
    for paragraph in number_lines(file):
        if not paragraph.sizes(13, 13) or not paragraph.every(bold=False, italic=False):
            yield f"style of {paragraph.text}"
        if not re.fullmatch(r"Số: +/[A-ZĐa-z]+-[A-ZĐ]+", re.sub(r"\{\{ \w+ \}\}", "X", paragraph.text)):
            yield paragraph.text


def place_and_date(file: WordFile) -> Iterator[str]:
    """Place, comma, date line: 13-14, italic; day and month left blank. Minutes (form 1.9) have none in their head."""
    minutes = any(kind_.text == "BIÊN BẢN" for kind_ in kinds(file))
    for number in number_lines(file):
        cell = number.cell
        beside = cell.getnext() if cell is not None else None
        paragraph = Paragraph(file, beside.find(f"{W}p")) if beside is not None else None  # type: ignore[arg-type]
        if minutes:
            if paragraph is not None and paragraph.text.strip():
                yield "a date in the head of minutes"
        elif paragraph is None or not paragraph.sizes(13, 14) or not paragraph.every(bold=False, italic=True):
            yield "missing or not italic"
        elif not re.fullmatch(r".+, ngày {2,}tháng {2,}năm .+", paragraph.text):
            yield paragraph.text


def kind(file: WordFile) -> Iterator[str]:
    """Name of the kind: capitals, 13-14, upright bold, centred; what it is about likewise, with a line below."""
    for paragraph in kinds(file):
        about = following(paragraph)
        for one in (paragraph, about):
            if not one.sizes(13, 14) or not one.every(bold=True, italic=False) or one.align != "center":
                yield one.text


def kind_line(file: WordFile) -> Iterator[str]:
    """Under what the document is about a drawn line, a third to a half of the text."""
    for paragraph in kinds(file):
        yield from short_line(file, following(paragraph))


def bases(file: WordFile) -> Iterator[str]:
    """Legal bases: 13-14, italic, one a line, closed by “;”, the last by “.”."""
    found = [
        p for p in running_text(file) if p.text.startswith(("Căn cứ ", "Theo đề nghị của")) and p.every(italic=True)
    ]
    plain = [p for p in running_text(file) if p.text.startswith("Căn cứ ") and not p.every(italic=True)]
    for paragraph in plain:
        yield f"not italic: {paragraph.text[:40]}"
    for paragraph in found:
        mark = "." if paragraph is found[-1] else ";"
        if not paragraph.sizes(13, 14) or not paragraph.text.endswith(mark):
            yield paragraph.text[-30:]


def body(file: WordFile) -> Iterator[str]:
    """Body text: 13-14, justified, first line 1 or 1,27 cm, gap 6 pt or more, spacing single to one and a half."""
    for paragraph in running_text(file):
        short = paragraph.text[:40]
        if not paragraph.sizes(13, 14):
            yield f"size: {short}"
        if paragraph.align != "both":
            yield f"not justified: {short}"
        if paragraph.attr("ind", "firstLine") not in (567, 720):
            yield f"first line {paragraph.attr('ind', 'firstLine')}: {short}"
        # Word does not add the two: between paragraphs the larger one counts.
        if max(paragraph.attr("spacing", "before"), paragraph.attr("spacing", "after")) < 120:
            yield f"gap: {short}"
        if not 240 <= paragraph.attr("spacing", "line", "240") <= 360:
            yield f"line spacing: {short}"


def articles(file: WordFile) -> Iterator[str]:
    """“Điều n.” upright bold."""
    for paragraph in running_text(file):
        if re.match(r"Điều \d+\.", paragraph.text):
            first = next(paragraph.runs())
            if not first.bold or first.italic:
                yield paragraph.text[:20]


def signature(file: WordFile) -> Iterator[str]:
    """Authority and name 13-14, upright bold, centred; the block is one row that does not split, kept to the text."""
    for row in signature_rows(file):
        if not on(row.find(f"{W}trPr/{W}cantSplit")):
            yield "the block can split"
        last_cell = row.findall(f"{W}tc")[-1]
        for xml in last_cell.iter(f"{W}p"):
            paragraph = Paragraph(file, xml)
            if "{%" in paragraph.text or not paragraph.text.strip():
                continue
            if not paragraph.sizes(13, 14) or not paragraph.every(bold=True, italic=False):
                yield paragraph.text
        before = next(row.iterancestors(f"{W}tbl")).getprevious()
        while before is not None and not all_text(before).strip():
            if not on(Paragraph(file, before).prop("keepNext")):
                yield "not kept to the text"
            before = before.getprevious()
        if before is None or not on(Paragraph(file, before).prop("keepNext")):
            yield "not kept to the text"


def recipients(file: WordFile) -> Iterator[str]:
    """“Nơi nhận:” 12, italic bold; the list 11, upright, “- …;”, the last “- Lưu: ….”."""
    for paragraph in having(file, "Nơi nhận:"):
        if not paragraph.sizes(12, 12) or not paragraph.every(bold=True, italic=True):
            yield "Nơi nhận:"
        items = []
        later = paragraph.xml.getnext()
        while later is not None and later.tag == f"{W}p":
            item = Paragraph(file, later)
            if item.text.strip() and "{%p" not in item.text:
                items.append(item)
            later = later.getnext()
        for item in items:
            filled = "{{" not in item.text
            mark = "." if item is items[-1] else ";"
            wrong = not item.text.startswith("- ") or (filled and not item.text.endswith(mark))
            if wrong or not item.sizes(11, 11) or not item.every(bold=False, italic=False):
                yield item.text


def archive_line(file: WordFile) -> Iterator[str]:
    """The last of the recipients is the archive."""
    for paragraph in having(file, "Nơi nhận:"):
        last = list(paragraph.xml.itersiblings(f"{W}p"))[-1]
        if not Paragraph(file, last).text.startswith("- Lưu: VT"):
            yield Paragraph(file, last).text


def appendix(file: WordFile) -> Iterator[str]:
    """Appendix: its word 14 bold, its name in capitals 13-14 bold, what it is attached to 13-14 italic; centred."""
    found = [p for p in file.paragraphs() if re.match(r"Phụ lục( [IVX]+)?$", p.text)]
    for paragraph in found:
        name = following(paragraph)
        attached = following(name)
        while not attached.text.startswith("(Kèm theo") and attached.align == "center":
            attached = following(attached)
        if not paragraph.sizes(14, 14) or not paragraph.every(bold=True, italic=False):
            yield paragraph.text
        plain = re.sub(r"\{\{.*?\}\}", "", name.text)
        if plain != plain.upper() or not name.sizes(13, 14) or not name.every(bold=True, italic=False):
            yield name.text
        if not re.match(r"\(Kèm theo .+ số +/.+ngày .+\)", attached.text) or not attached.every(
            italic=True, bold=False
        ):
            yield attached.text
        if not attached.sizes(13, 14) or {one.align for one in (paragraph, name, attached)} != {"center"}:
            yield f"{paragraph.text}: size or alignment"
    if len(found) > 1 and [p.text for p in found] != [f"Phụ lục {n}" for n in ("I", "II", "III", "IV")[: len(found)]]:
        yield "not numbered in Roman numbers"
