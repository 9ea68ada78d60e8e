"""HTML tables, as web systems hand them out under an ``.xls`` name: every table is a sheet, spans are merged ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.cells import ColumnStore, recoded
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import CellValue, Sheet

_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAKS = frozenset(("br", "p", "div", "li", "tr"))
_UNREAD = frozenset(("table", "script", "style"))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-height-source:userset;display:none", re.IGNORECASE)
_MAX_COLSPAN, _MAX_ROWSPAN = 16_384, 1_048_576


def read_html(name: str, data: bytes, limits: Limits, charset: str = "") -> list[Sheet]:
    """The tables of a page; raises :class:`UnreadableFileError` where it has none.

    ``charset`` is what a MIME header said; marks in the bytes and what the page itself declares are looked at too.
    """
    from lxml import etree

    text = decode(data, declared=charset)
    if text is None:
        raise refusals.damaged(name)
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise refusals.damaged(name) from error
    last = parser.error_log.last_error
    if last is not None and last.level == etree.ErrorLevels.FATAL:
        # the parser stopped there and would hand out what came before as if it were all
        raise refusals.damaged(name, "các phần lồng nhau quá sâu", "its parts are nested too deeply")
    if root is None:
        return []
    del text
    found: Any = root.xpath("//*[self::td or self::th][@colspan or @rowspan or *]")
    special: frozenset[Any] = frozenset(found)
    sheets: list[Sheet] = []
    for table in root.iter("table"):
        sheet = _Table(name, limits, special).read(table, f"Bảng {len(sheets) + 1}")
        if sheet is not None:
            sheets.append(sheet)
        if len(sheets) > limits.sheets:
            raise refusals.too_many_sheets(name, limits.sheets)
    return sheets


def has_table(data: bytes) -> bool:
    """Whether a page's bytes mention a table at all (in any encoding in use)."""
    lower = data.lower()
    return b"<table" in lower or b"<\x00t\x00a\x00b\x00l\x00e" in lower or b"\x00<\x00t\x00a\x00b\x00l\x00e" in lower


def _rows(table: Any) -> Iterator[Any]:
    """The table's own rows, in order: inside row groups, not inside a table in one of its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


class _Table:
    """One table on its way to a sheet. ``special`` are the cells that span, or hold more than text.

    All others, which is nearly all, cost one look each: an export has some hundred thousand of them.
    """

    def __init__(self, name: str, limits: Limits, special: frozenset[Any]) -> None:
        self._name = name
        self._limits = limits
        self._special = special
        self._merged: list[tuple[int, int, int, int]] = []
        self._taken: dict[int, int] = {}  # column -> first row that a cell from above leaves free again
        self._taken_until = 0

    def read(self, table: Any, sheet_name: str) -> Sheet | None:
        """The sheet, or None for a table without any text (a frame around other tables)."""
        rows = list(_rows(table))
        grid: list[list[str | None]] = []
        hidden: set[int] = set()
        width = 0
        for number, row in enumerate(rows):
            if _HIDDEN.search(row.get("style") or ""):
                hidden.add(number)
            elements = list(row.iterchildren("td", "th"))
            if number >= self._taken_until and self._special.isdisjoint(elements):
                cells = [element.text for element in elements]
            else:
                cells = self._spanned(elements, number, len(rows))
            width = max(width, len(cells))
            self._check(width, len(grid) + 1)
            grid.append(cells)
        store = ColumnStore()
        store.extend(grid)
        columns = [recoded(column, _collapsed) for column in store.columns()]
        if not any(column.values for column in columns):
            return None
        return Sheet(sheet_name, store.n_rows, columns, tuple(self._merged), hidden_rows=frozenset(hidden))

    def _spanned(self, elements: list[Any], number: int, n_rows: int) -> list[str | None]:
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
            cells.append(_text(element))
            cells.extend([None] * (across - 1))
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
    """White space as a browser shows it; line breaks that were tags stay."""
    return (
        "\n".join(_SPACES.sub(" ", line).strip(" ") for line in value.split("\x00"))
        if isinstance(value, str)
        else value
    )


def _span(cell: Any, attribute: str, most: int) -> int:
    value = cell.get(attribute)
    if value is None:
        return 1
    digits = re.match(r"\s*\+?(\d{1,9})", value)
    return min(max(int(digits.group(1)), 1), most) if digits else 1


def _text(cell: Any) -> str:
    """The text of a cell with tags in it; line breaks and block ends are marked by NUL, which HTML cannot hold."""
    parts: list[str] = []
    _collect(cell, parts)
    lines = ("".join(parts)).split("\x00")
    return "\x00".join(line for line in (_SPACES.sub(" ", part).strip(" ") for part in lines) if line)


def _collect(element: Any, parts: list[str]) -> None:
    """Text of an element in document order, without recursion: hostile nesting must not exhaust the stack."""
    stack: list[tuple[Any, bool]] = [(element, True)]
    while stack:
        node, opening = stack.pop()
        if not opening:
            if node.tag in _BREAKS:
                parts.append("\x00")
            if node.tail:
                parts.append(node.tail)
            continue
        if node is not element:
            stack.append((node, False))
            if node.tag in _UNREAD or not isinstance(node.tag, str):
                continue
            if node.tag in _BREAKS:
                parts.append("\x00")
        if node.text:
            parts.append(node.text)
        stack.extend((child, True) for child in reversed(node))
