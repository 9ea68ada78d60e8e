"""WordprocessingML as small functions: runs, paragraphs, tables, sections. Lengths are twips (1/20 pt) throughout."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
MM = 1440 / 25.4
PAGE_SHORT, PAGE_LONG = 11906, 16838
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = 1134, 1134, 1701, 851
TEXT_PORTRAIT = PAGE_SHORT - MARGIN_LEFT - MARGIN_RIGHT
TEXT_LANDSCAPE = PAGE_LONG - MARGIN_LEFT - MARGIN_RIGHT


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """One run; a tab in the text becomes a Word tab."""
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    pieces = [f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")]
    return f"<w:r>{properties}{'<w:tab/>'.join(pieces)}</w:r>"


def para(style: str, *parts: str, properties: str = "") -> str:
    """One paragraph in a style; plain text is wrapped in a run, runs are taken as they are."""
    runs = "".join(part if part.startswith("<w:r>") else run(part) for part in parts if part)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


KEEP = "<w:keepNext/>"


def control(tag: str) -> str:
    """A paragraph that holds nothing but a block tag: ``control("for x in y")``; it leaves no trace when filled."""
    return para("DieuKhien", f"{{%p {tag} %}}")


def _cell(content: str, width: int, *, span: int = 1, properties: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{properties}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def row(cells: Sequence[str], widths: Sequence[int], *, head: bool = False, spans: Sequence[int] | None = None) -> str:
    """One table row that never splits over pages; ``head`` repeats it on every page. ``spans``: columns per cell."""
    spans = spans or [1] * len(cells)
    done, column = "", 0
    for content, span in zip(cells, spans, strict=True):
        done += _cell(content, sum(widths[column : column + span]), span=span)
        column += span
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{done}</w:tr>"


def control_row(tag: str, widths: Sequence[int]) -> str:
    """A table row that holds nothing but a block tag."""
    cells = [para("DieuKhien", f"{{%tr {tag} %}}"), *[para("DieuKhien")] * (len(widths) - 1)]
    return row(cells, widths)


def table(widths: Sequence[int], rows: Sequence[str], *, lines: bool = True, caption: str = "", side: int = 85) -> str:
    """A table of fixed layout as wide as its columns; ``lines`` draws single borders, ``side`` is the margin in a cell.

    ``caption`` is its alt text.
    """
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in edges)
    borders = f"<w:tblBorders>{drawn}</w:tblBorders>" if lines else ""
    side = side if lines else 0
    margins = f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    alt = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}{alt}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def columns(total: int, *millimetres: float) -> list[int]:
    """Column widths in twips from millimetres; one of 0 takes the rest of ``total``."""
    widths = [round(size * MM) for size in millimetres]
    widths[millimetres.index(0)] = total - sum(widths)
    return widths


def section(*, landscape: bool = False, first_hidden: bool = False, restart: bool = False, last: bool = False) -> str:
    """Properties of the section that ends here: A4, margins, page number in the top margin.

    ``first_hidden`` leaves the first page without number, ``restart`` counts from 1; ``last`` closes the body.
    """
    size = (
        f'w:w="{PAGE_LONG}" w:h="{PAGE_SHORT}" w:orient="landscape"'
        if landscape
        else f'w:w="{PAGE_SHORT}" w:h="{PAGE_LONG}"'
    )
    inner = (
        '<w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirst"/>'
        f'<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_RIGHT}" w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_LEFT}" '
        'w:header="510" w:footer="510" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="decimal"{" w:start=" + chr(34) + "1" + chr(34) if restart else ""}/>'
        f"{'<w:titlePg/>' if first_hidden else ''}"
    )
    properties = f"<w:sectPr>{inner}</w:sectPr>"
    # A body may not end with a table: Word wants a paragraph after it.
    return para("NgatTrang") + properties if last else para("NgatTrang", properties=properties)
