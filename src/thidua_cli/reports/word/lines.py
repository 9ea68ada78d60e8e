"""The drawn lines of Decree 30: under the national motto as long as its text, under names a third to a half of it.

A line is an empty paragraph with a border, in one of two styles that are known by name; its indents are set here from
the width of the text above, so that the line stays true whatever office or movement the text names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from thidua_cli.reports.word.metrics import wrapped_widths

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FULL, SHORT = "Đường kẻ dài bằng chữ", "Đường kẻ một phần ba đến một nửa chữ"
"""The styles of lines by name: as long as the text above, and a third to a half of it. (Programs change the ids.)"""
_DEFAULT_SIZE = 14.0
_CELL_SIDE = 108
_WIDEST = 9354


class StyleSizes:
    """Size (points) and weight of paragraph styles, read from ``word/styles.xml``."""

    def __init__(self, styles: _Element) -> None:
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        names = ((style, element.find(f"{W}name")) for style, element in self._styles.items())
        self._names = {style: found.get(f"{W}val", "") for style, found in names if found is not None}

    def name(self, style: str) -> str:
        """The name of a style as staff see it; empty for none."""
        return self._names.get(style, "")

    def id_of(self, name: str) -> str:
        """The id of the style of this name; empty for none."""
        return next((style for style, own in self._names.items() if own == name), "")

    def size(self, style: str) -> float:
        """The font size of a style in points."""
        found = self._find(style, f"{W}rPr/{W}sz")
        return float(found.get(f"{W}val", "28")) / 2 if found is not None else _DEFAULT_SIZE

    def bold(self, style: str) -> bool:
        """Whether a style is bold."""
        found = self._find(style, f"{W}rPr/{W}b")
        return found is not None and found.get(f"{W}val", "1") not in ("0", "false")

    def _find(self, style: str, path: str) -> _Element | None:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            element = self._styles.get(style)
            if element is None:
                return None
            found = element.find(path)
            if found is not None:
                return found
            based = element.find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""
        return None


def style_of(paragraph: _Element) -> str:
    """The style id of a paragraph; empty for the default."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def text_of(paragraph: _Element) -> str:
    """The text of a paragraph, tabs left out, line breaks kept."""
    parts = (part.text or "" if part.tag == f"{W}t" else "\n" for part in paragraph.iter(f"{W}t", f"{W}br"))
    return "".join(parts)


def draw(body: _Element, styles: StyleSizes, text: Callable[[_Element], str] = text_of) -> None:
    """Set the indents of every line paragraph in ``body`` from the text above it, read by ``text``."""
    for named in list(body.iter(f"{W}pStyle")):
        kind = styles.name(named.get(f"{W}val", ""))
        if kind not in (FULL, SHORT):
            continue
        paragraph = next(named.iterancestors(f"{W}p"))
        above = paragraph.getprevious()
        if above is None or above.tag != f"{W}p" or named.getparent() is not paragraph.find(f"{W}pPr"):
            continue
        available = available_width(paragraph)
        style = style_of(above)
        widths = wrapped_widths(text(above), styles.size(style), available, bold=styles.bold(style))
        length = max(widths) if kind == FULL else short_length(widths)
        _indent(paragraph, max(0, (available - length) // 2))


def short_length(widths: list[int]) -> int:
    """Two fifths of the last line of the text, but a third of its longest line at least (then it looks like a line)."""
    return max(widths[-1] * 2 // 5, -(-max(widths) * 35 // 100))


def _indent(paragraph: _Element, side: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:  # a paragraph with a style has properties
        return
    old = properties.find(f"{W}ind")
    if old is not None:
        properties.remove(old)
    new = properties.makeelement(f"{W}ind", {f"{W}left": str(side), f"{W}right": str(side), f"{W}firstLine": "0"})
    # Element order of CT_PPr: ind stands after spacing and before jc, outlineLvl and sectPr.
    later = [child for child in properties if child.tag in {f"{W}jc", f"{W}outlineLvl", f"{W}rPr", f"{W}sectPr"}]
    if later:
        later[0].addprevious(new)
    else:
        properties.append(new)


def available_width(paragraph: _Element) -> int:
    """The room of a paragraph in twips: its table cell without margins, else the text width of its section."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is not None:
        width = cell.find(f"{W}tcPr/{W}tcW")
        table = next(paragraph.iterancestors(f"{W}tbl"))
        sides = [table.find(f"{W}tblPr/{W}tblCellMar/{W}{side}") for side in ("left", "right")]
        taken = sum(_CELL_SIDE if side is None else int(side.get(f"{W}w", "0")) for side in sides)
        return (int(width.get(f"{W}w", "0")) if width is not None else _WIDEST) - taken
    return section_width(paragraph)


def section_width(element: _Element) -> int:
    """The text width in twips of the section that a block of the body belongs to."""
    block = element
    while (parent := block.getparent()) is not None and parent.tag != f"{W}body":
        block = parent
    for later in [block, *block.itersiblings()]:
        section = later if later.tag == f"{W}sectPr" else later.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
            if size is None or margins is None:
                return _WIDEST
            sides = sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter"))
            return int(size.get(f"{W}w", "0")) - sides
    return _WIDEST
