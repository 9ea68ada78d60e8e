"""Holds a .docx against Decree 30/2020/NĐ-CP, Appendix I (domain.md, section 5), by reading the file itself.

Components are known by their words and places, not by the names of styles. Every finding starts with the rule's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tests.word.ooxml import WP, Element, Paragraph, W, WordFile, all_text, on, val
from thidua_cli.reports.word.metrics import wrapped_widths

MM = 1440 / 25.4
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_KINDS = ("TỜ TRÌNH", "BÁO CÁO", "BIÊN BẢN", "QUYẾT ĐỊNH")
Rule = Callable[[WordFile], Iterator[str]]


def check(content: bytes, *, template: bool = False) -> list[str]:
    """Every breach of the rules in a file; a template is not held to what only its filling can show."""
    file = WordFile(content)
    rules = [rule for rule in RULES if not template or rule not in FILLED_ONLY]
    return [f"{rule.__name__}: {text}" for rule in rules for text in rule(file)]


def paper(file: WordFile) -> Iterator[str]:
    """A4, upright or landscape."""
    for section in file.sections():
        landscape = val(section.xml.find(f"{W}pgSz"), "orient") == "landscape"
        wanted = (16838, 11906) if landscape else (11906, 16838)
        if (section.size("w"), section.size("h")) != wanted:
            yield f"{section.size('w')} x {section.size('h')}"


def margins(file: WordFile) -> Iterator[str]:
    """Top and bottom 20-25 mm, left 30-35, right 15-20."""
    limits = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
    for section in file.sections():
        for side, (low, high) in limits.items():
            if not low - 0.02 <= section.margin(side) / MM <= high + 0.02:
                yield f"{side} {section.margin(side) / MM:.1f} mm"


def fonts(file: WordFile) -> Iterator[str]:
    """Times New Roman everywhere, named for every script."""
    default = file.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        if val(default, script) != "Times New Roman":
            yield f"default {script}: {val(default, script)}"
    for name, root in file.parts.items():
        for found in root.iter(f"{W}rFonts"):
            for attribute, font in found.attrib.items():
                if font != "Times New Roman":
                    yield f"{name}: {attribute!s} {font!s}"


def black(file: WordFile) -> Iterator[str]:
    """Black text."""
    for name, root in file.parts.items():
        for found in root.iter(f"{W}color"):
            if val(found) not in ("000000", "auto"):
                yield f"{name}: {val(found)}"


def page_number(file: WordFile) -> Iterator[str]:
    """Arabic, 13-14, upright, centred in the top margin."""
    current = None
    for section in file.sections():
        current = file.header(section, "default") if file.header(section, "default") is not None else current
        if current is None or "PAGE" not in all_text(current):
            yield "no PAGE field in the header"
            continue
        paragraph = Paragraph(file, current.find(f"{W}p"))  # type: ignore[arg-type]
        if paragraph.align != "center":
            yield "not centred"
        if not paragraph.sizes(13, 14) or not paragraph.every(bold=False, italic=False):
            yield "not upright 13-14"
        if val(section.xml.find(f"{W}pgNumType"), "fmt", "decimal") != "decimal":
            yield "not Arabic"
        if section.margin("header") >= section.margin("top"):
            yield "not in the top margin"


def first_page_hidden(file: WordFile) -> Iterator[str]:
    """No number on the first page of the document and of every appendix."""
    for index, section in enumerate(file.sections()):
        first = Paragraph(file, section.blocks[0]).text if section.blocks else ""
        if index and not first.startswith("Phụ lục"):
            continue
        header = file.header(section, "first")
        if not on(section.xml.find(f"{W}titlePg")):
            yield f"section {index + 1} has no first page of its own"
        elif header is not None and "PAGE" in all_text(header):
            yield f"section {index + 1} shows the number on its first page"


def appendix_numbering(file: WordFile) -> Iterator[str]:
    """An appendix counts its pages from 1; every other section counts on."""
    for index, section in enumerate(file.sections()):
        first = Paragraph(file, section.blocks[0]).text if section.blocks else ""
        starts = val(section.xml.find(f"{W}pgNumType"), "start") == "1"
        if index and starts != first.startswith("Phụ lục"):
            yield f"section {index + 1}"


def language(file: WordFile) -> Iterator[str]:
    """The document's language is Vietnamese."""
    found = file.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if val(found) != "vi-VN":
        yield val(found)


def nation(file: WordFile) -> Iterator[str]:
    """Quốc hiệu in capitals, 12-13, upright bold, centred."""
    for paragraph in _having(file, NATION):
        if not paragraph.sizes(12, 13) or not paragraph.every(bold=True, italic=False) or paragraph.align != "center":
            yield paragraph.text


def motto(file: WordFile) -> Iterator[str]:
    """Tiêu ngữ 13-14, upright bold, centred, with a drawn line as long as its text."""
    for paragraph in _having(file, MOTTO):
        if not paragraph.sizes(13, 14) or not paragraph.every(bold=True, italic=False) or paragraph.align != "center":
            yield paragraph.text
        share = _line_share(file, paragraph)
        if share is None or not 0.97 <= share <= 1.03:
            yield f"line {share}"


def head(file: WordFile) -> Iterator[str]:
    """A document has Quốc hiệu and tiêu ngữ unless it is an appendix."""
    appendix = next(file.paragraphs()).text.startswith("Phụ lục")
    if not appendix and (not list(_having(file, NATION)) or not list(_having(file, MOTTO))):
        yield "missing"


def agency(file: WordFile) -> Iterator[str]:
    """The issuing body in capitals, 12-13, upright bold, centred; the superior body not bold."""
    for lines in _agency(file):
        for paragraph in lines:
            last = paragraph is lines[-1]
            plain = re.sub(r"\{[{%].*?[%}]\}", "", paragraph.text)
            if plain != plain.upper() or not paragraph.sizes(12, 13) or paragraph.align != "center":
                yield paragraph.text
            if not paragraph.every(italic=False) or (last and not paragraph.every(bold=True)):
                yield f"weight of {paragraph.text}"


def agency_line(file: WordFile) -> Iterator[str]:
    """Under the issuing body a drawn line, a third to a half of the text."""
    for lines in _agency(file):
        yield from _short_line(file, lines[-1])


def number_line(file: WordFile) -> Iterator[str]:
    """“Số:      /TTr-PNV”: 13, upright, the number left blank, no spaces around the marks."""
    for paragraph in _number_lines(file):
        if not paragraph.sizes(13, 13) or not paragraph.every(bold=False, italic=False):
            yield f"style of {paragraph.text}"
        if not re.fullmatch(r"Số: +/[A-ZĐa-z]+-[A-ZĐ]+", re.sub(r"\{\{ \w+ \}\}", "X", paragraph.text)):
            yield paragraph.text


def place_and_date(file: WordFile) -> Iterator[str]:
    """Place, comma, date line: 13-14, italic; day and month left blank."""
    for number in _number_lines(file):
        cell = number.cell
        beside = cell.getnext() if cell is not None else None
        paragraph = Paragraph(file, beside.find(f"{W}p")) if beside is not None else None  # type: ignore[arg-type]
        if paragraph is None or not paragraph.sizes(13, 14) or not paragraph.every(bold=False, italic=True):
            yield "missing or not italic"
        elif not re.fullmatch(r".+, ngày {2,}tháng {2,}năm .+", paragraph.text):
            yield paragraph.text


def kind(file: WordFile) -> Iterator[str]:
    """Name of the kind: capitals, 13-14, upright bold, centred; what it is about likewise, with a line below."""
    for paragraph in _kinds(file):
        about = _next(paragraph)
        for one in (paragraph, about):
            if not one.sizes(13, 14) or not one.every(bold=True, italic=False) or one.align != "center":
                yield one.text


def kind_line(file: WordFile) -> Iterator[str]:
    """Under what the document is about a drawn line, a third to a half of the text."""
    for paragraph in _kinds(file):
        yield from _short_line(file, _next(paragraph))


def bases(file: WordFile) -> Iterator[str]:
    """Legal bases: 13-14, italic, one a line, closed by “;”, the last by “.”."""
    found = [p for p in _body(file) if p.text.startswith(("Căn cứ ", "Theo đề nghị của")) and p.every(italic=True)]
    plain = [p for p in _body(file) if p.text.startswith("Căn cứ ") and not p.every(italic=True)]
    for paragraph in plain:
        yield f"not italic: {paragraph.text[:40]}"
    for paragraph in found:
        mark = "." if paragraph is found[-1] else ";"
        if not paragraph.sizes(13, 14) or not paragraph.text.endswith(mark):
            yield paragraph.text[-30:]


def body(file: WordFile) -> Iterator[str]:
    """Body text: 13-14, justified, first line 1 or 1,27 cm, gap 6 pt or more, spacing single to one and a half."""
    for paragraph in _body(file):
        short = paragraph.text[:40]
        if not paragraph.sizes(13, 14):
            yield f"size: {short}"
        if paragraph.align != "both":
            yield f"not justified: {short}"
        if paragraph.attr("ind", "firstLine") not in (567, 720):
            yield f"first line {paragraph.attr('ind', 'firstLine')}: {short}"
        if paragraph.attr("spacing", "before") + paragraph.attr("spacing", "after") < 120:
            yield f"gap: {short}"
        if not 240 <= paragraph.attr("spacing", "line", "240") <= 360:
            yield f"line spacing: {short}"


def articles(file: WordFile) -> Iterator[str]:
    """“Điều n.” upright bold."""
    for paragraph in _body(file):
        if re.match(r"Điều \d+\.", paragraph.text):
            first = next(paragraph.runs())
            if not first.bold or first.italic:
                yield paragraph.text[:20]


def signature(file: WordFile) -> Iterator[str]:
    """Authority and name 13-14, upright bold, centred; the block is one row that does not split, kept to the text."""
    for row in _signature_rows(file):
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
    for paragraph in _having(file, "Nơi nhận:"):
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
    for paragraph in _having(file, "Nơi nhận:"):
        last = list(paragraph.xml.itersiblings(f"{W}p"))[-1]
        if not Paragraph(file, last).text.startswith("- Lưu: VT"):
            yield Paragraph(file, last).text


def appendix(file: WordFile) -> Iterator[str]:
    """Appendix: its word 14 bold, its name in capitals 13-14 bold, what it is attached to 13-14 italic; centred."""
    found = [p for p in file.paragraphs() if re.match(r"Phụ lục( [IVX]+)?$", p.text)]
    for paragraph in found:
        name = _next(paragraph)
        attached = _next(name)
        while not attached.text.startswith("(Kèm theo") and attached.align == "center":
            attached = _next(attached)
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


def tables(file: WordFile) -> Iterator[str]:
    """Tables with lines: the head repeats, no row splits, nothing wider than the text."""
    for table in file.body.iter(f"{W}tbl"):
        width = sum(int(val(column, "w", "0")) for column in table.findall(f"{W}tblGrid/{W}gridCol"))
        if width > file.section_of(table).text_width:
            yield f"wider than the text by {width - file.section_of(table).text_width}"
        if table.find(f"{W}tblPr/{W}tblBorders") is None:
            continue
        rows = table.findall(f"{W}tr")
        if not on(rows[0].find(f"{W}trPr/{W}tblHeader")):
            yield "the head does not repeat"
        if not all(on(row.find(f"{W}trPr/{W}cantSplit")) for row in rows):
            yield "a row can split"


def pictures(file: WordFile) -> Iterator[str]:
    """Every picture has a text in its place and fits between the margins; no two share an id."""
    ids = [found.get("id") for found in file.body.iter(f"{WP}docPr")]
    if len(ids) != len(set(ids)):
        yield "an id is used twice"
    for inline in file.body.iter(f"{WP}inline"):
        described, extent = inline.find(f"{WP}docPr"), inline.find(f"{WP}extent")
        if described is None or not described.get("descr"):
            yield "no text"
        if extent is None or int(extent.get("cx", "0")) / 635 > file.section_of(inline).text_width + 1:
            yield "wider than the text"


def drawn_lines_only(file: WordFile) -> Iterator[str]:
    """Lines are drawn: no underline, no rows of underscores."""
    for name, root in file.parts.items():
        if any(val(found) not in ("", "none") for found in root.iter(f"{W}u")):
            yield f"{name}: underline"
        if any("___" in (found.text or "") for found in root.iter(f"{W}t")):
            yield f"{name}: underscores"


def end_mark(file: WordFile) -> Iterator[str]:
    """The last sentence of a document with a signature ends in “./.”."""
    if list(_signature_rows(file)) and not any(p.text.endswith("./.") for p in _body(file)):
        yield "missing"


def no_empty_pages(file: WordFile) -> Iterator[str]:
    """No section without content, no heading without what it announces."""
    for index, section in enumerate(file.sections()):
        if not any(all_text(block).strip() for block in section.blocks):
            yield f"section {index + 1} is empty"


def controls_gone(file: WordFile) -> Iterator[str]:
    """Nothing of the template's own commands is left."""
    for paragraph in file.paragraphs():
        if paragraph.style == "DieuKhien":
            yield paragraph.text


def _having(file: WordFile, text: str) -> Iterator[Paragraph]:
    return (paragraph for paragraph in file.paragraphs() if paragraph.text == text)


def _number_lines(file: WordFile) -> Iterator[Paragraph]:
    return (p for p in file.paragraphs() if p.text.startswith("Số:") and p.cell is not None)


def _kinds(file: WordFile) -> Iterator[Paragraph]:
    return (p for p in file.paragraphs() if p.text in _KINDS and p.cell is None)


def _next(paragraph: Paragraph) -> Paragraph:
    """The next paragraph with text that is no command."""
    later = paragraph.xml.getnext()
    while later is not None:
        found = Paragraph(paragraph.file, later)
        if found.text.strip() and "{%p" not in found.text:
            return found
        later = later.getnext()
    raise AssertionError(f"nothing follows {paragraph.text}")


def _agency(file: WordFile) -> Iterator[Sequence[Paragraph]]:
    """The lines of the superior and the issuing body: the left cell beside Quốc hiệu."""
    for nation_ in _having(file, NATION):
        row = next(nation_.xml.iterancestors(f"{W}tr"))
        found = [Paragraph(file, xml) for xml in row.findall(f"{W}tc")[0].iter(f"{W}p")]
        yield [p for p in found if p.text.strip() and "{%p" not in p.text]


def _signature_rows(file: WordFile) -> Iterator[Element]:
    for table in file.body.iter(f"{W}tbl"):
        text = all_text(table)
        if table.find(f"{W}tblPr/{W}tblBorders") is None and NATION not in text:
            yield table.findall(f"{W}tr")[0]


def _body(file: WordFile) -> Iterator[Paragraph]:
    """Paragraphs of running text: outside tables, not centred, with text."""
    for paragraph in file.paragraphs():
        running = paragraph.cell is None and paragraph.align != "center" and paragraph.text.strip()
        if running and "{%p" not in paragraph.text:
            yield paragraph


def _line_share(file: WordFile, paragraph: Paragraph) -> float | None:
    """The drawn line below as a share of the text's line (the last, or the longest if that is much longer)."""
    line = paragraph.xml.getnext()
    while line is not None and "{%p" in all_text(line):
        line = line.getnext()
    if line is None or line.find(f"{W}pPr") is None:
        return None
    drawn = Paragraph(file, line)
    border = drawn.prop("pBdr")
    if border is None or drawn.text or not any(val(edge) == "single" for edge in border):
        return None
    size = next(paragraph.runs()).size
    widths = wrapped_widths(paragraph.broken_text, size, file.room(paragraph), bold=True)
    length = file.room(drawn) - drawn.attr("ind", "left") - drawn.attr("ind", "right")
    return length / (max(widths) if widths[-1] < 0.75 * max(widths) else widths[-1])


def _short_line(file: WordFile, paragraph: Paragraph) -> Iterator[str]:
    share = _line_share(file, paragraph)
    if share is None:
        yield f"no line under {paragraph.text}"
    elif "{{" not in paragraph.text and not 0.33 <= share <= 0.5:
        yield f"line {share:.2f} of {paragraph.text}"


RULES: tuple[Rule, ...] = (
    paper,
    margins,
    fonts,
    black,
    page_number,
    first_page_hidden,
    appendix_numbering,
    language,
    nation,
    motto,
    head,
    agency,
    agency_line,
    number_line,
    place_and_date,
    kind,
    kind_line,
    bases,
    body,
    articles,
    signature,
    recipients,
    archive_line,
    appendix,
    tables,
    pictures,
    drawn_lines_only,
    end_mark,
    no_empty_pages,
    controls_gone,
)
FILLED_ONLY = (bases, archive_line, controls_gone, first_page_hidden, appendix_numbering)
"""Rules about text and order that a template, with its commands between the paragraphs, cannot show."""
