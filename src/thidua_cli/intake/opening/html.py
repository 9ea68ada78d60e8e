"""HTML tables, as web systems hand them out under an ``.xls`` name: every table is a sheet, spans are merged ranges.

The page is parsed by the rules of HTML5, as a browser does it (rows without a row tag, tags that stand where none may):
what people see on the screen is what is read. ``docs/decisions/html.md`` says which library does it and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple, cast

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.cells import BATCH, ColumnStore, merged, settled
from thidua_cli.intake.opening.encoding import encoding_of, text_in
from thidua_cli.intake.opening.fast.grid import Grid
from thidua_cli.intake.opening.fast.markup import by_halves
from thidua_cli.intake.opening.html_pieces import AFTER_ROW, MARK, PLACE, InPieces, end_of_rows, in_pieces
from thidua_cli.intake.opening.html_rows import plain_rows
from thidua_cli.intake.opening.html_text import collapsed, is_hidden, is_struck, tables_with_titles, text_of
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.wordwise import NotPlain, require
from thidua_cli.progress import come_to
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from turbohtml import Document, Element

_SPECIAL = "td[colspan],td[rowspan],td[style],th[colspan],th[rowspan],th[style],td:has(> *),th:has(> *)"
_TORN = (
    ":not(thead,tbody,tfoot,template) > tr,:not(tr,template) > td,:not(tr,template) > th,:not(table,template) > tbody"
)
"""What HTML5 allows nowhere: past the greatest depth the parser, as browsers do, lets elements fall out of others."""
_UNSETTLED = (
    "table table,script,style,template,select,textarea,title,xmp,plaintext,noscript,noembed,noframes,iframe,svg,math"
)
"""In a piece of rows: what may reach beyond the end of a row, or mean something else outside of the whole page."""
_MAX_COLSPAN, _MAX_ROWSPAN = 16_384, 1_048_576
_FORMATTING = re.compile(
    rb"<[abcefinstuABCEFINSTU](?:(?<=[abisuABISU])|(?i:ig|ode|m|ont|obr|mall|trike|trong|t))(?=[\s>/])"
)
_DEPTH, _SAFE_ELEMENTS = 512, 3_000_000
"""A formatting tag left open is opened again in each block that follows, so that small pages can make huge trees."""


def read_html(name: str, data: bytes, limits: Limits, charset: str = "") -> list[Sheet]:
    """The tables of a page; raises :class:`UnreadableFileError` where it has none.

    ``charset`` is what a MIME header said; marks in the bytes and what the page itself declares are looked at too.
    """
    encoding = encoding_of(data, declared=charset)
    if encoding is None:
        raise refusals.damaged(name)
    try:
        return _Page(name, limits, in_pieces(data, encoding)).sheets()
    except NotPlain:
        return _Page(name, limits, InPieces(text_in(data, encoding), [], encoding)).sheets()


def read_html_in_pieces(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The same where a page is small but for rows of tables; raises :class:`NotPlain` where it is not.

    However long its tables are, no more of it than a piece is ever a tree, so that no child process is needed.
    """
    encoding = encoding_of(data)
    require(encoding is not None, "no text")
    pieces = in_pieces(data, str(encoding))
    require(len(pieces.page) <= limits.in_process_bytes and not may_grow(pieces.page.encode()), "a large page")
    return _Page(name, limits, pieces).sheets()


class _Page:
    """A page and its long runs of rows, put together again row by row."""

    def __init__(self, name: str, limits: Limits, pieces: InPieces) -> None:
        self._name = name
        self._limits = limits
        self._pieces = pieces
        self._placed = self.n_rows = 0
        self.scanner = plain_rows()

    def sheets(self) -> list[Sheet]:
        """Its tables that hold anything."""
        page = self._parsed(self._pieces.page)
        sheets: list[Sheet] = []
        title: list[str] = []
        for table, lines in tables_with_titles(page):
            title += lines  # what stands above a mere frame is the title of the first table in it
            reader = _Table(self._name, self._limits, self)
            read = reader.read(self._rows(page, table), f"Bảng {len(sheets) + 1}", title)
            if read is not None:
                sheets.append(read)
                title = []
            if len(sheets) > self._limits.sheets:
                raise refusals.too_many_sheets(self._name, self._limits.sheets)
        require(self._placed == len(self._pieces.runs), "rows outside of tables")
        return sheets

    def _parsed(self, text: str) -> Document:
        import turbohtml

        return self._whole(turbohtml.parse(text, positions=False))

    def _whole(self, page: Document) -> Document:
        if page.select_one(_TORN) is not None:
            raise refusals.damaged(self._name, t("its parts are nested too deeply"))
        return page

    def _rows(self, page: Document, table: Element) -> Iterator[_Row | bytes]:
        """The table's rows, in order; where a run was taken out, that run."""
        special = frozenset(page.select(_SPECIAL))
        for row in _rows_of(table):
            number = row.attr(PLACE)
            if number is None:
                yield _Row(row, special)
                continue
            require(_is_mark(row.previous_sibling), "the end of a row")
            self._placed += 1
            come_to(self._placed / len(self._pieces.runs), self.n_rows)
            yield self._pieces.run(int(number))

    def rows_of_run(self, run: bytes) -> Iterator[_Row]:
        """The rows of a run by itself."""
        import turbohtml

        require(not may_grow(run), "a run that grows")
        page = turbohtml.parse(f"<table>{run.decode('utf-8', 'replace')}{AFTER_ROW}</table>", positions=False)
        body = page.select_one("body")
        table = body.children[0] if body is not None and len(body.children) == 1 else None
        groups = table.children if isinstance(table, turbohtml.Element) else ()
        require(groups and _is_mark((getattr(groups[-1], "children", None) or (None,))[-1]), "the end of a row")
        require(self._whole(page).select_one(_UNSETTLED) is None, "what stands between rows")
        special = frozenset(page.select(_SPECIAL))
        return (_Row(row, special) for row in _rows_of(cast("Element", table)))


def _is_mark(node: object) -> bool:
    import turbohtml

    return isinstance(node, turbohtml.Comment) and node.data == MARK


class _Row(NamedTuple):
    """A row; ``special`` cells span or hold more than text."""

    element: Element
    special: frozenset[Element]

    @property
    def cells(self) -> list[Element]:
        """Its cells."""
        return _children(self.element, "td", "th")


def has_table(data: bytes) -> bool:
    """Whether a page's bytes mention a table at all (in any encoding in use)."""
    lower = data.lower()
    return b"<table" in lower or b"<\x00t\x00a\x00b\x00l\x00e" in lower or b"\x00<\x00t\x00a\x00b\x00l\x00e" in lower


def may_grow(data: bytes) -> bool:
    """Whether the tree of a page may be very much larger than the page."""
    if b"\x00" in data[:4096]:
        data = data.replace(b"\x00", b"")  # UTF-16
    tags = data.count(b"<")
    return _DEPTH * tags > _SAFE_ELEMENTS and min(len(_FORMATTING.findall(data)), _DEPTH) * tags > _SAFE_ELEMENTS


def _rows_of(table: Element) -> Iterator[Element]:
    """The table's own rows, in order: HTML5 puts each into a row group."""
    for group in _children(table, "thead", "tbody", "tfoot"):
        yield from _children(group, "tr")


def _children(element: Element, *tags: str) -> list[Element]:
    from turbohtml import Element as Known

    return [child for child in element.children if isinstance(child, Known) and child.tag in tags]


class _Table:
    """One table of a page on its way to a sheet."""

    def __init__(self, name: str, limits: Limits, page: _Page) -> None:
        self._name = name
        self._limits = limits
        self._page = page
        self._store = ColumnStore(settle=collapsed)
        self._grid = Grid()
        self._n_rows = self._width = 0
        self._block: list[Sequence[str | None]] = []
        self._hidden: set[int] = set()
        self._merged: list[tuple[int, int, int, int]] = []
        self._struck: list[tuple[int, int]] = []
        self._taken: dict[int, int] = {}  # column -> first row that a cell from above leaves free again
        self._taken_until = 0

    def read(self, rows: Iterator[_Row | bytes], sheet_name: str, title: list[str]) -> Sheet | None:
        """The sheet, or None for a table without any text (a frame around other tables)."""
        for line in title:
            self._add([line])
        for row in rows:
            if isinstance(row, bytes):
                by_halves(row, end_of_rows, self._scan, self._parse)
            else:
                self._take(row)
        self._skip(0)
        columns = merged(self._store.columns(), self._grid.settled(self._n_rows, settled), self._n_rows)
        if not any((column.codes[len(title) :] >= 0).any() for column in columns):
            return None
        return Sheet(
            sheet_name,
            self._n_rows,
            columns,
            tuple(self._merged_within(self._n_rows)),
            hidden_rows=frozenset(self._hidden),
            struck=Places.of(self._struck),
        )

    def _merged_within(self, n_rows: int) -> Iterator[tuple[int, int, int, int]]:
        """The merged ranges, which end with the table at the latest."""
        for top, left, bottom, right in self._merged:
            last = min(bottom, n_rows - 1)
            if last > top or right > left:
                yield top, left, last, right

    def _scan(self, run: bytes) -> None:
        require(self._n_rows >= self._taken_until, "a cell from above")
        rows = self._page.scanner.take(run, self._n_rows, self._grid, self._check)
        self._page.n_rows += rows
        self._skip(rows)

    def _parse(self, run: bytes) -> None:
        for row in self._page.rows_of_run(run):
            self._take(row)

    def _check(self, n_rows: int, width: int) -> None:
        self._width = max(self._width, width)
        self._limits.check_box(self._name, n_rows, self._width)

    def _skip(self, rows: int) -> None:
        """So many rows are scanned; those before them are not held back any longer."""
        self._store.extend(chain(self._block, repeat((), rows)))
        self._block = []
        self._n_rows += rows

    def _add(self, cells: Sequence[str | None]) -> None:
        self._block.append(cells)
        self._n_rows += 1
        self._check(self._n_rows, len(cells))
        if len(self._block) >= BATCH:
            self._skip(0)

    def _take(self, row: _Row) -> None:
        if is_hidden(row.element):
            self._hidden.add(self._n_rows)
        cells = row.cells
        if self._n_rows >= self._taken_until and row.special.isdisjoint(cells):
            self._add([cell.text for cell in cells])
        else:
            self._add(self._spanned(cells, row.special, self._n_rows))

    def _spanned(self, elements: list[Element], special: frozenset[Element], number: int) -> list[str | None]:
        """The cells of a row in which some cell spans, or into which one from above reaches."""
        cells: list[str | None] = []
        for element in elements:
            while self._taken.get(len(cells), 0) > number:
                cells.append(None)
            first = len(cells)
            if element not in special:
                cells.append(element.text)
                continue
            across = _span(element, "colspan", _MAX_COLSPAN)
            down = _span(element, "rowspan", _MAX_ROWSPAN)
            self._limits.check_box(self._name, number + 1, first + across)
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


def _span(cell: Element, attribute: str, most: int) -> int:
    value = cell.attr(attribute)
    if value is None:
        return 1
    digits = re.match(r"\s*\+?(\d{1,9})", value)
    return min(max(int(digits.group(1)), 1), most) if digits else 1
