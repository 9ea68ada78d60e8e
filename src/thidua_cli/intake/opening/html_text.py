"""The text of a page as it is seen: lines, white space, what is hidden or struck through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua_cli.intake.opening.cells import settled
from thidua_cli.intake.sheet import CellValue

if TYPE_CHECKING:
    from turbohtml import Document, Element, Node

SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAKS = frozenset(
    "address article blockquote br caption center dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section table tr ul".split()
)
_UNREAD = frozenset("head noscript script style table template title".split())
_STRIKING = frozenset(("s", "strike", "del"))
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_MOST_LINES = 200
"""Of what stands above a table; a page of a portal can have long menus, and a title stands near to its table."""


def is_hidden(element: Element) -> bool:
    """Whether an element itself says that it is not shown."""
    return element.attr("hidden") is not None or bool(_HIDING.search(element.attr("style") or ""))


def is_struck(cell: Element) -> bool:
    """Whether all text of a cell is struck through."""
    whole = "".join(cell.text.split())
    if not whole:
        return False
    if _strikes(cell):
        return True
    struck = (e for e in cell.iter_elements() if _strikes(e))
    return any("".join(element.text.split()) == whole for element in struck)


def _strikes(element: Element) -> bool:
    return element.tag in _STRIKING or bool(_STRUCK.search(element.attr("style") or ""))


def text_of(element: Element) -> str:
    """The text of a cell; line breaks and block ends are marked by NUL, which HTML cannot hold."""
    return "\x00".join(_lines("".join(piece for piece in _pieces(element) if isinstance(piece, str))))


def _pieces(root: Document | Element, stop: str = "") -> Iterator[str | Element]:
    """What is shown below a node: texts, NUL at their breaks, and elements of the tag ``stop``, which are not entered.

    Without recursion: hostile nesting must not exhaust the stack.
    """
    import turbohtml

    stack: list[Node | str] = [*reversed(root.children)]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, turbohtml.Text):
            yield node.data
        elif isinstance(node, turbohtml.Element) and node.tag == stop:
            yield node
        elif isinstance(node, turbohtml.Element) and node.tag not in _UNREAD and not is_hidden(node):
            mark = "\x00" if node.tag in _BREAKS else ""
            stack.extend((mark, *reversed(node.children), mark))


def _lines(text: str) -> list[str]:
    """The lines that are not empty, white space as a browser shows it."""
    return [line for line in (SPACES.sub(" ", part).strip(" ") for part in text.split("\x00")) if line]


def tables_with_titles(page: Document) -> Iterator[tuple[Element, list[str]]]:
    """Every table in order, those in cells of others too, each with the lines that stand above it outside of tables.

    They are its title, its period, the unit that reports: rows above it when a spreadsheet program opens the page.
    """
    parts: list[str] = []
    for piece in _pieces(page, "table"):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        yield piece, _lines("".join(parts))[-_MOST_LINES:]
        parts.clear()
        yield from ((inner, []) for inner in piece.iter_elements("table"))


def collapsed(value: CellValue) -> CellValue:
    """White space as a browser shows it; line breaks that were tags stay. An error of a spreadsheet is one here too."""
    if not isinstance(value, str):
        return value
    if value.isascii() and value.isprintable() and "  " not in value and not value.startswith("#"):
        return value.strip(" ")  # there is nothing else to fold
    return settled("\n".join(SPACES.sub(" ", line).strip(" ") for line in value.split("\x00")))
