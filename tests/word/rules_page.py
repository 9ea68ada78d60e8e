"""Rules of Decree 30 about the page and the file: paper, margins, font, page numbers, tables, pictures, lines."""

from __future__ import annotations

from collections.abc import Iterator

from tests.word.components import (
    running_text,
    signature_rows,
)
from tests.word.ooxml import WP, Paragraph, W, WordFile, all_text, on, val

MM = 1440 / 25.4


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
    if list(signature_rows(file)) and not any(p.text.endswith("./.") for p in running_text(file)):
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
