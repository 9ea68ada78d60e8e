"""Reads a .docx for the checker: effective properties of paragraphs and runs, sections, tables, lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Element = etree._Element


def val(element: Element | None, name: str = "val", default: str = "") -> str:
    """An attribute in the w namespace, or the default."""
    return default if element is None else (element.get(W + name) or default)


def on(element: Element | None) -> bool:
    """Whether a toggle property is set."""
    return element is not None and val(element, default="1") not in ("0", "false", "none")


def all_text(element: Element) -> str:
    """Everything an element says, as one text."""
    return "".join(str(part) for part in element.itertext())


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with what applies to it after its styles."""

    file: WordFile
    xml: Element

    @property
    def text(self) -> str:
        """Its text; a line break is a space, a tab a tab."""
        return self.broken_text.replace("\n", " ")

    @property
    def broken_text(self) -> str:
        """Its text with line breaks."""
        made = ""
        for part in self.xml.iter(f"{W}t", f"{W}br", f"{W}tab"):
            inside = next(part.iterancestors(f"{W}p")) is self.xml and part.getparent().tag == f"{W}r"  # type: ignore[union-attr]
            if inside:
                made += (part.text or "") if part.tag == f"{W}t" else ("\n" if part.tag == f"{W}br" else "\t")
        return made

    @property
    def style(self) -> str:
        """The style's id."""
        return val(self.xml.find(f"{W}pPr/{W}pStyle"))

    def prop(self, path: str) -> Element | None:
        """A paragraph property (``jc``, ``spacing`` …), its own or its style's."""
        own = self.xml.find(f"{W}pPr/{W}{path}")
        return own if own is not None else self.file.style_prop(self.style, f"{W}pPr/{W}{path}")

    def attr(self, path: str, name: str, default: str = "0") -> int:
        """One number of a paragraph property, looked for in the paragraph, then in its styles."""
        own = self.xml.find(f"{W}pPr/{W}{path}")
        if own is not None and own.get(W + name) is not None:
            return int(own.get(W + name, default))
        return int(val(self.file.style_prop(self.style, f"{W}pPr/{W}{path}", name), name, default))

    @property
    def align(self) -> str:
        """The alignment."""
        return val(self.prop("jc"), default="left")

    def runs(self) -> Iterator[Run]:
        """Its runs with text."""
        for run in self.xml.iter(f"{W}r"):
            if next(run.iterancestors(f"{W}p")) is self.xml and all_text(run).strip():
                yield Run(self, run)

    def every(self, **wanted: bool) -> bool:
        """Whether every run is as wanted (``bold=True``, ``italic=False``)."""
        return all(getattr(run, name) is value for run in self.runs() for name, value in wanted.items())

    def sizes(self, low: float, high: float) -> bool:
        """Whether the size of every run lies within the bounds (points)."""
        return all(low <= run.size <= high for run in self.runs())

    @property
    def cell(self) -> Element | None:
        """The table cell it stands in."""
        return next(self.xml.iterancestors(f"{W}tc"), None)


@dataclass(frozen=True)
class Run:
    """A run with what applies to it after its paragraph's styles."""

    paragraph: Paragraph
    xml: Element

    def _prop(self, name: str) -> Element | None:
        own = self.xml.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return own
        return self.paragraph.file.style_prop(self.paragraph.style, f"{W}rPr/{W}{name}")

    @property
    def size(self) -> float:
        """The size in points."""
        return float(val(self._prop("sz"), default="20")) / 2

    @property
    def bold(self) -> bool:
        """Bold or not."""
        return on(self._prop("b"))

    @property
    def italic(self) -> bool:
        """Italic or not."""
        return on(self._prop("i"))


@dataclass(frozen=True)
class Section:
    """One section: its properties and the blocks of the body that belong to it."""

    xml: Element
    blocks: tuple[Element, ...]

    def size(self, name: str) -> int:
        """A number of the page size."""
        return int(val(self.xml.find(f"{W}pgSz"), name, "0"))

    def margin(self, name: str) -> int:
        """A margin in twips."""
        return int(val(self.xml.find(f"{W}pgMar"), name, "0"))

    @property
    def text_width(self) -> int:
        """The width between the margins in twips."""
        return self.size("w") - self.margin("left") - self.margin("right")


class WordFile:
    """One .docx."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.body: Element = self.part("word/document.xml")[0]
        self.styles = self.part("word/styles.xml")

    def part(self, name: str) -> Element:
        """The root of one part."""
        return etree.fromstring(self.archive.read(name))

    @cached_property
    def parts(self) -> dict[str, Element]:
        """The parts with text or styles by name."""
        names = [n for n in self.archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
        return {name: self.part(name) for name in names}

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        return {val(style, "styleId"): style for style in self.styles.iter(f"{W}style")}

    def style_prop(self, style: str, path: str, attribute: str = "") -> Element | None:
        """A property of a style, of those it is based on, or of the defaults."""
        while style or style == "":
            element = self._by_id.get(style or "Normal")
            if element is None:
                break
            found = element.find(path)
            if found is not None and (not attribute or found.get(W + attribute) is not None):
                return found
            based = val(element.find(f"{W}basedOn"))
            if not based and style in ("", "Normal"):
                break
            style = based or "Normal"
        kind = "pPrDefault" if path.startswith(f"{W}pPr") else "rPrDefault"
        return self.styles.find(f"{W}docDefaults/{W}{kind}/{path}")

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body, tables included."""
        for xml in self.body.iter(f"{W}p"):
            yield Paragraph(self, xml)

    def sections(self) -> list[Section]:
        """The sections in order."""
        made: list[Section] = []
        blocks: list[Element] = []
        for block in self.body:
            inner = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
            if block.tag != f"{W}sectPr":
                blocks.append(block)
            if inner is not None:
                made.append(Section(inner, tuple(blocks)))
                blocks = []
        return made

    def section_of(self, element: Element) -> Section:
        """The section that an element of the body belongs to."""
        block = element
        while (parent := block.getparent()) is not None and parent is not self.body:
            block = parent
        return next(section for section in self.sections() if block in section.blocks)

    def header(self, section: Section, kind: str) -> Element | None:
        """The header part of this kind (default, first) that a section names itself."""
        links = self.part("word/_rels/document.xml.rels")
        for reference in section.xml.iter(f"{W}headerReference"):
            if val(reference, "type") == kind:
                wanted = reference.get(f"{R}id")
                target = next(link.get("Target") for link in links if link.get("Id") == wanted)
                return self.part(f"word/{target}")
        return None

    def room(self, paragraph: Paragraph) -> int:
        """The width that a paragraph has: its cell's without margins, or its section's."""
        cell = paragraph.cell
        if cell is None:
            return self.section_of(paragraph.xml).text_width
        table = next(cell.iterancestors(f"{W}tbl"))
        sides = sum(int(val(table.find(f"{W}tblPr/{W}tblCellMar/{W}{side}"), "w", "108")) for side in ("left", "right"))
        return int(val(cell.find(f"{W}tcPr/{W}tcW"), "w", "0")) - sides
