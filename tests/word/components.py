"""Finds the components of a document by their words and places: head, kind, body text, signature, drawn lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.word.ooxml import Element, Paragraph, W, WordFile, all_text, val
from thidua_cli.reports.word.metrics import wrapped_widths

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_KINDS = ("TỜ TRÌNH", "BÁO CÁO", "BIÊN BẢN", "QUYẾT ĐỊNH")


def having(file: WordFile, text: str) -> Iterator[Paragraph]:
    """Paragraphs of exactly this text."""
    return (paragraph for paragraph in file.paragraphs() if paragraph.text == text)


def number_lines(file: WordFile) -> Iterator[Paragraph]:
    """The “Số: …” lines of heads."""
    return (p for p in file.paragraphs() if p.text.startswith("Số:") and p.cell is not None)


def kinds(file: WordFile) -> Iterator[Paragraph]:
    """The names of kinds of documents."""
    return (p for p in file.paragraphs() if p.text in _KINDS and p.cell is None)


def following(paragraph: Paragraph) -> Paragraph:
    """The next paragraph with text that is no command."""
    later = paragraph.xml.getnext()
    while later is not None:
        found = Paragraph(paragraph.file, later)
        if found.text.strip() and "{%p" not in found.text:
            return found
        later = later.getnext()
    raise AssertionError(f"nothing follows {paragraph.text}")


def agencies(file: WordFile) -> Iterator[Sequence[Paragraph]]:
    """The lines of the superior and the issuing body: the left cell beside Quốc hiệu."""
    for nation_ in having(file, NATION):
        row = next(nation_.xml.iterancestors(f"{W}tr"))
        found = [Paragraph(file, xml) for xml in row.findall(f"{W}tc")[0].iter(f"{W}p")]
        yield [p for p in found if p.text.strip() and "{%p" not in p.text]


def signature_rows(file: WordFile) -> Iterator[Element]:
    """The rows with “Nơi nhận” or signatures: the first of each table without lines, the head left out."""
    for table in file.body.iter(f"{W}tbl"):
        text = all_text(table)
        if table.find(f"{W}tblPr/{W}tblBorders") is None and NATION not in text:
            yield table.findall(f"{W}tr")[0]


def running_text(file: WordFile) -> Iterator[Paragraph]:
    """Paragraphs of running text: outside tables, not centred, with text."""
    for paragraph in file.paragraphs():
        running = paragraph.cell is None and paragraph.align != "center" and paragraph.text.strip()
        if running and "{%p" not in paragraph.text:
            yield paragraph


def line_share(file: WordFile, paragraph: Paragraph) -> float | None:
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


def short_line(file: WordFile, paragraph: Paragraph) -> Iterator[str]:
    """What is wrong with a line that should be a third to a half of the text."""
    share = line_share(file, paragraph)
    if share is None:
        yield f"no line under {paragraph.text}"
    elif "{{" not in paragraph.text and not 0.33 <= share <= 0.5:
        yield f"line {share:.2f} of {paragraph.text}"
