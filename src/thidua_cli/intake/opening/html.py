"""HTML tables, as web systems hand them out under an ``.xls`` name: every table is a sheet, spans are merged ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.cells import ColumnStore
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import Sheet

_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAKS = frozenset(("br", "p", "div", "li", "tr"))
_UNREAD = frozenset(("table", "script", "style"))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-height-source:userset;display:none", re.IGNORECASE)
_MAX_COLSPAN, _MAX_ROWSPAN = 16_384, 1_048_576


def read_html(name: str, data: bytes, limits: Limits, charset: str = "") -> list[Sheet]:
    """The tables of a page; raises :class:`UnreadableFileError` where it has none.

    ``charset`` is what a MIME header said; marks in the bytes and what the page itself declares are looked at too.
    """
    from lxml import etree, html

    text = decode(data, declared=charset)
    if text is None:
        raise refusals.damaged(name)
    parser = html.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise refusals.damaged(name) from error
    del text
    sheets: list[Sheet] = []
    for table in root.iter("table"):
        sheet = _table(name, table, f"Bảng {len(sheets) + 1}", limits)
        if sheet is not None:
            sheets.append(sheet)
        if len(sheets) > limits.sheets:
            raise refusals.too_large(name, f"trang có hơn {limits.sheets} bảng", f"more than {limits.sheets} tables")
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


def _table(name: str, table: Any, sheet_name: str, limits: Limits) -> Sheet | None:
    rows = list(_rows(table))
    grid: list[list[str]] = []
    merged: list[tuple[int, int, int, int]] = []
    hidden: set[int] = set()
    pending: dict[int, int] = {}  # column -> first row that a cell from above leaves free again
    width = 0
    for number, row in enumerate(rows):
        if _HIDDEN.search(row.get("style") or ""):
            hidden.add(number)
        cells: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while pending.get(len(cells), 0) > number:
                cells.append("")
            first, text = len(cells), _text(cell)
            across, down = _span(cell, "colspan", _MAX_COLSPAN), _span(cell, "rowspan", _MAX_ROWSPAN)
            down = min(down, len(rows) - number)
            cells.append(text)
            if across > 1 or down > 1:
                cells.extend([""] * (across - 1))
                merged.append((number, first, number + down - 1, first + across - 1))
                if down > 1:
                    pending.update(dict.fromkeys(range(first, first + across), number + down))
            if len(cells) > limits.columns or len(cells) * len(rows) > limits.cells:
                raise refusals.too_large(name, "một bảng vượt giới hạn số ô", "a table has more cells than the limit")
        width = max(width, len(cells))
        grid.append(cells)
    if not any(text for cells in grid for text in cells):
        return None
    store = ColumnStore()
    store.extend(grid)
    return Sheet(sheet_name, store.n_rows, store.columns(), tuple(merged), hidden_rows=frozenset(hidden))


def _span(cell: Any, attribute: str, most: int) -> int:
    value = cell.get(attribute)
    if value is None:
        return 1
    digits = re.match(r"\s*\+?(\d{1,9})", value)
    return min(max(int(digits.group(1)), 1), most) if digits else 1


def _text(cell: Any) -> str:
    """The cell's text as a browser shows it: white space collapsed, ``<br>`` and block ends as line breaks."""
    if len(cell) == 0:
        text = cell.text or ""
        return _SPACES.sub(" ", text).strip(" ") if _SPACES.search(text) else text
    parts: list[str] = []
    _collect(cell, parts)
    lines = ("".join(parts)).split("\x00")
    return "\n".join(line for line in (_SPACES.sub(" ", part).strip(" ") for part in lines) if line)


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
