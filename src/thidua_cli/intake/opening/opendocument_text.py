"""The text of an OpenDocument cell as it is seen: spans, links, breaks, white space; comments and drawings left out."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening.markup import whole_number

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_UNREAD = frozenset(
    (
        "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
        f"{_TEXT}note",
        f"{_TEXT}ruby-text",
    )
)
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SPACES = re.compile(r"[ \t\r\n]+")
_KEPT = {1: " ", 2: "\t", 3: "\n"}
"""White space that an element stands for is kept; while the rest is settled, these characters stand for it."""


def paragraphs(cell: ET.Element) -> str:
    """The paragraphs of a cell as lines."""
    return "\n".join(_paragraph(child) for child in cell if child.tag in (f"{_TEXT}p", f"{_TEXT}h"))


def _paragraph(element: ET.Element) -> str:
    """White space in the XML counts as one space at most, as the format says. No recursion: nesting may be deep."""
    if not len(element):  # nearly all of them
        return SPACES.sub(" ", element.text or "").strip(" ")
    parts: list[str] = []
    stack: list[ET.Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag in _UNREAD or node.tag.startswith(_DRAWN):
            continue
        if node.tag == f"{_TEXT}s":
            parts.append("\x01" * whole_number(node.get(f"{_TEXT}c"), 1, 1_000))
        elif node.tag == f"{_TEXT}line-break":
            parts.append("\x03")
        elif node.tag == f"{_TEXT}tab":
            parts.append("\x02")
        for child in reversed(node):
            # an element without children is false, so that only None may be asked for
            stack.extend(part for part in (child.tail, child) if part is not None)
        parts.append(node.text or "")
    return SPACES.sub(" ", "".join(parts)).strip(" ").translate(_KEPT)
