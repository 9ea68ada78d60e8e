"""Columns of a filled table that say nothing: empty ones are left out, those that say one thing are said once.

A cell whose style is that of blanks to fill keeps its column, and so does one of several lines (a figure, its counts,
its verdict): said in a sentence it could not be read. A table with a single row keeps all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.reports.word.lines import StyleSizes, W, style_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

BLANK_STYLE = "Bảng, ô để điền"
"""The style, by name, of cells that a person fills in."""
_LEAST_ROWS = 2
_NUMBERS = "STT"
"""The head of a column of numbers."""


def say_once(table: _Element, styles: StyleSizes) -> None:
    """Take the columns out of a table with lines that are empty or constant; a sentence above it says the constants."""
    if table.find(f"{W}tblPr/{W}tblBorders") is None:
        return
    rows = list(table.iterchildren(f"{W}tr"))
    cells = [list(row.iterchildren(f"{W}tc")) for row in rows if next(row.iter(f"{W}gridSpan"), None) is None]
    if len(cells) < _LEAST_ROWS + 1 or len({len(line) for line in cells}) != 1:
        return
    heads, body = cells[0], cells[1:]
    # The first column after the numbers says whom or what a line is about: it stays, even where all are the same.
    subject = int(_text(heads[0]) == _NUMBERS)
    constant = [at for at in range(len(heads)) if at != subject and _same([line[at] for line in body], styles)]
    if len(constant) in (0, len(heads)):
        return
    said = [f"{_text(heads[column])}: {text}" for column in constant if (text := _text(body[0][column]))]
    for row in rows:
        _without(row, constant)
    if said:
        table.addprevious(_sentence(f"Chung cho cả bảng: {'; '.join(said).rstrip('.')}.", styles, table))


def _same(cells: list[_Element], styles: StyleSizes) -> bool:
    first = _text(cells[0])  # most columns say something else in their second line already
    if any(_text(cell) != first for cell in cells):
        return False
    if any(styles.name(style_of(p)) == BLANK_STYLE for cell in cells for p in cell.iter(f"{W}p")):
        return False
    return not any(cell.find(f".//{W}drawing") is not None or len(_lines(cell)) > 1 for cell in cells)


def _lines(cell: _Element) -> list[str]:
    return [text for p in cell.iter(f"{W}p") if (text := " ".join(text_of(p).split()))]


def _text(cell: _Element) -> str:
    return " ".join(_lines(cell))


def _without(row: _Element, columns: list[int]) -> None:
    """Take columns out of a row; a cell that spans several shrinks by as many as it covered."""
    at = 0
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = 1 if span is None else int(span.get(f"{W}val", "1"))
        left = width - sum(at <= column < at + width for column in columns)
        if not left:
            row.remove(cell)
        elif span is not None:
            span.set(f"{W}val", str(left))
        at += width


def _sentence(text: str, styles: StyleSizes, table: _Element) -> _Element:
    """A paragraph in the style of a table's caption."""
    made = table.makeelement(f"{W}p", {})
    properties = made.makeelement(f"{W}pPr", {})
    style = styles.id_of("Tên bảng, biểu đồ")
    if style:
        properties.append(properties.makeelement(f"{W}pStyle", {f"{W}val": style}))
    else:
        properties.append(properties.makeelement(f"{W}keepNext", {}))
    run, words = made.makeelement(f"{W}r", {}), made.makeelement(f"{W}t", {})
    words.text = text
    run.append(words)
    made.extend([properties, run])
    return made
