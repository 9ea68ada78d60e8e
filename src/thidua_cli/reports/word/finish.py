"""What a filled document still needs: true lines, fitted tables, no empty section, fixed properties, fixed bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from thidua_cli import marks
from thidua_cli.reports.word import lines
from thidua_cli.reports.word.columns import say_once
from thidua_cli.reports.word.lines import W

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_ROWS_WORTH_KEEPING = 3
_ROWS_KEPT_WHOLE = 6
"""Head and five rows."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def finish(document: Document, *, title: str, year: int) -> None:
    """Put the last hand to a filled document; ``year`` is the documents' year (no clock is read)."""
    body = document.element.body
    _drop_empty_section(body)
    _settle_breaks(body)
    styles = lines.StyleSizes(document.styles.element)
    for table in list(body.iter(f"{W}tbl")):
        say_once(table, styles)
        _fit_table(table)
        _keep_last_rows(table)
    for cell in body.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            cell.append(cell.makeelement(f"{W}p", {}))
    lines.draw(body, styles)
    properties = document.core_properties
    moment = datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    properties.title, properties.language = title, "vi-VN"
    properties.keywords = marks.PROPERTY  # the one property that stays when LibreOffice makes a PDF of it
    properties.author = properties.last_modified_by = "thidua"
    properties.created = properties.modified = moment
    properties.revision = 1


def _drop_empty_section(body: _Element) -> None:
    """Where nothing was filled into the last section, the section before it closes the document."""
    last: _Element = body[-1]
    empty: list[_Element] = []
    for block in last.itersiblings(preceding=True):
        section = block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            for paragraph in empty:
                body.remove(paragraph)
            body.replace(last, section)
            return
        if block.tag != f"{W}p" or block.find(f"{W}r") is not None:
            return
        empty.append(block)


def _settle_breaks(body: _Element) -> None:
    """Take away the empty paragraph that ends a section, but after a table: it could fall on a page of its own."""
    for block in list(body.iterchildren(f"{W}p")):
        section, before = block.find(f"{W}pPr/{W}sectPr"), block.getprevious()
        ends = section is not None or block.getnext() is body[-1]
        if not ends or block.find(f"{W}r") is not None or before is None or before.tag != f"{W}p":
            continue
        properties = before.find(f"{W}pPr")
        if properties is None or properties.find(f"{W}sectPr") is not None:
            continue
        if section is not None:
            properties.append(section)
        body.remove(block)


def _fit_table(table: _Element) -> None:
    """Give a table whose columns were made in a loop a grid of its own, as wide as it was drawn in the template."""
    grid, total = table.find(f"{W}tblGrid"), table.find(f"{W}tblPr/{W}tblW")
    if grid is None or total is None or total.get(f"{W}type") != "dxa":
        return
    simple = (row for row in table.iterchildren(f"{W}tr") if next(row.iter(f"{W}gridSpan"), None) is None)
    first = next(simple, None)
    if first is None:
        return
    cells = first.findall(f"{W}tc")
    wanted = [_width(cell) for cell in cells]
    room = int(total.get(f"{W}w", "0"))
    if not room or not sum(wanted) or (sum(wanted) == room and len(grid) == len(cells)):
        return
    widths = [width * room // sum(wanted) for width in wanted]
    widths[-1] += room - sum(widths)
    for old in list(grid):
        grid.remove(old)
    for width in widths:
        grid.append(grid.makeelement(f"{W}gridCol", {f"{W}w": str(width)}))
    for row in (first, *simple):
        for cell, width in zip(row.iterchildren(f"{W}tc"), widths, strict=False):
            found = cell.find(f"{W}tcPr/{W}tcW")
            if found is not None:
                found.set(f"{W}w", str(width))


def _keep_last_rows(table: _Element) -> None:
    """Keep the last row but one with the last, and a small table whole: no page begins with one row of several."""
    rows = list(table.iterchildren(f"{W}tr"))
    if len(rows) < _ROWS_WORTH_KEEPING or table.find(f"{W}tblPr/{W}tblBorders") is None:
        return
    kept = rows[:-1] if len(rows) <= _ROWS_KEPT_WHOLE else rows[-2:-1]
    for paragraph in (p for row in kept for p in row.iter(f"{W}p")):
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        if properties is not None and properties.find(f"{W}keepNext") is None:
            keep = properties.makeelement(f"{W}keepNext", {})
            properties.insert(0 if style is None else 1, keep)


def _width(cell: _Element) -> int:
    found = cell.find(f"{W}tcPr/{W}tcW")
    return int(found.get(f"{W}w", "0")) if found is not None else 0


def to_bytes(document: Document, kind: str) -> bytes:
    """The document as a .docx with mark and seal, whose entries carry no time: the same document, the same bytes."""
    written = io.BytesIO()
    document.save(written)
    target = io.BytesIO()
    with zipfile.ZipFile(written) as source:
        parts = {name: source.read(name) for name in source.namelist() if name != marks.SEAL}
    marks.with_property(parts, kind)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return marks.sealed_book(target.getvalue())
