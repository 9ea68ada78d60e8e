"""HTML tables, as web systems hand them out under an ``.xls`` name: every table is a sheet, spans are merged ranges.

The page is parsed by the rules of HTML5, as a browser does it (rows without a row tag, tags that stand where none may):
what people see on the screen is what is read. ``docs/decisions/html.md`` says which library does it and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.cells import ColumnStore, recoded
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.intake.opening.html_text import SPACES, is_hidden, is_struck, tables_with_titles, text_of
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import CellValue, Sheet, error_or_text
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from turbohtml import Document, Element

_SPECIAL = "td[colspan],td[rowspan],td[style],th[colspan],th[rowspan],th[style],td:has(> *),th:has(> *)"
_TORN = (
    ":not(thead,tbody,tfoot,template) > tr,:not(tr,template) > td,:not(tr,template) > th,:not(table,template) > tbody"
)
"""What HTML5 allows nowhere: past the greatest depth the parser, as browsers do, lets elements fall out of others."""
_MAX_COLSPAN, _MAX_ROWSPAN = 16_384, 1_048_576
_FORMATTING = re.compile(rb"<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s>/]", re.IGNORECASE)
_DEPTH, _SAFE_ELEMENTS = 512, 3_000_000
"""A formatting tag left open is opened again in each block that follows, so that small pages can make huge trees."""


def read_html(name: str, data: bytes, limits: Limits, charset: str = "") -> list[Sheet]:
    """The tables of a page; raises :class:`UnreadableFileError` where it has none.

    ``charset`` is what a MIME header said; marks in the bytes and what the page itself declares are looked at too.
    """
    import turbohtml

    text = decode(data, declared=charset)
    if text is None:
        raise refusals.damaged(name)
    page = turbohtml.parse(text, positions=False)
    del text
    if page.select_one(_TORN) is not None:
        raise refusals.damaged(name, t("its parts are nested too deeply"))
    return _sheets(name, page, limits)


def _sheets(name: str, page: Document, limits: Limits) -> list[Sheet]:
    special = frozenset(page.select(_SPECIAL))
    sheets: list[Sheet] = []
    title: list[str] = []
    for table, lines in tables_with_titles(page):
        title += lines  # what stands above a mere frame is the title of the first table in it
        sheet = _Table(name, limits, special).read(table, f"Bảng {len(sheets) + 1}", title)
        if sheet is not None:
            sheets.append(sheet)
            title = []
        if len(sheets) > limits.sheets:
            raise refusals.too_many_sheets(name, limits.sheets)
    return sheets


def has_table(data: bytes) -> bool:
    """Whether a page's bytes mention a table at all (in any encoding in use)."""
    lower = data.lower()
    return b"<table" in lower or b"<\x00t\x00a\x00b\x00l\x00e" in lower or b"\x00<\x00t\x00a\x00b\x00l\x00e" in lower


def may_grow(data: bytes) -> bool:
    """Whether the tree of a page may be very much larger than the page."""
    if b"\x00" in data[:4096]:
        data = data.replace(b"\x00", b"")  # UTF-16
    formatting = min(len(_FORMATTING.findall(data)), _DEPTH)
    return formatting * data.count(b"<") > _SAFE_ELEMENTS


def _rows(table: Element) -> Iterator[Element]:
    """The table's own rows, in order: HTML5 puts each into a row group."""
    for group in _children(table, "thead", "tbody", "tfoot"):
        yield from _children(group, "tr")


def _children(element: Element, *tags: str) -> list[Element]:
    from turbohtml import Element as Known

    return [child for child in element.children if isinstance(child, Known) and child.tag in tags]


class _Table:
    """One table on its way to a sheet. ``special`` are the cells that span, or hold more than text.

    All others, which is nearly all, cost one look each: an export has some hundred thousand of them.
    """

    def __init__(self, name: str, limits: Limits, special: frozenset[Element]) -> None:
        self._name = name
        self._limits = limits
        self._special = special
        self._merged: list[tuple[int, int, int, int]] = []
        self._struck: list[tuple[int, int]] = []
        self._taken: dict[int, int] = {}  # column -> first row that a cell from above leaves free again
        self._taken_until = 0

    def read(self, table: Element, sheet_name: str, title: list[str]) -> Sheet | None:
        """The sheet, or None for a table without any text (a frame around other tables)."""
        rows = list(_rows(table))
        grid: list[list[str | None]] = [[line] for line in title]
        hidden: set[int] = set()
        width = 0
        for number, row in enumerate(rows, len(title)):
            if is_hidden(row):
                hidden.add(number)
            elements = _children(row, "td", "th")
            if number >= self._taken_until and self._special.isdisjoint(elements):
                cells: list[str | None] = [element.text for element in elements]
            else:
                cells = self._spanned(elements, number, len(title) + len(rows))
            width = max(width, len(cells))
            self._check(width, len(grid) + 1)
            grid.append(cells)
        store = ColumnStore()
        store.extend(grid)
        columns = [recoded(column, _collapsed) for column in store.columns()]
        if not any((column.codes[len(title) :] >= 0).any() for column in columns):
            return None
        return Sheet(
            sheet_name,
            store.n_rows,
            columns,
            tuple(self._merged),
            hidden_rows=frozenset(hidden),
            struck=Places.of(self._struck),
        )

    def _spanned(self, elements: list[Element], number: int, n_rows: int) -> list[str | None]:
        """The cells of a row in which some cell spans, or into which one from above reaches."""
        cells: list[str | None] = []
        for element in elements:
            while self._taken.get(len(cells), 0) > number:
                cells.append(None)
            first = len(cells)
            if element not in self._special:
                cells.append(element.text)
                continue
            across = _span(element, "colspan", _MAX_COLSPAN)
            down = min(_span(element, "rowspan", _MAX_ROWSPAN), n_rows - number)
            self._check(first + across, number + 1)
            cells.append(text_of(element))
            cells.extend([None] * (across - 1))
            if is_struck(element):
                self._struck.append((number, first))
            if across > 1 or down > 1:
                self._merged.append((number, first, number + down - 1, first + across - 1))
            if down > 1:
                self._taken.update(dict.fromkeys(range(first, first + across), number + down))
                self._taken_until = max(self._taken_until, number + down)
        return cells

    def _check(self, width: int, rows: int) -> None:
        if width > self._limits.columns or width * rows > self._limits.cells:
            raise refusals.box_too_large(self._name, rows, width, self._limits.cells)


def _collapsed(value: CellValue) -> CellValue:
    """White space as a browser shows it; line breaks that were tags stay. An error of a spreadsheet is one here too."""
    if not isinstance(value, str):
        return value
    return error_or_text("\n".join(SPACES.sub(" ", line).strip(" ") for line in value.split("\x00")))


def _span(cell: Element, attribute: str, most: int) -> int:
    value = cell.attr(attribute)
    if value is None:
        return 1
    digits = re.match(r"\s*\+?(\d{1,9})", value)
    return min(max(int(digits.group(1)), 1), most) if digits else 1
