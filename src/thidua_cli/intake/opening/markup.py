"""XML made safe to parse: text in a known encoding, no document type, no entities of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.text.language import t

MAX_DEPTH = 200

_DOCUMENT_TYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def events(name: str, data: bytes) -> Iterator[tuple[str, ET.Element]]:
    """``start`` and ``end`` events of a document, as :func:`xml.etree.ElementTree.iterparse` gives them.

    The caller clears what it has used. Raises :class:`UnreadableFileError` for XML that is damaged, nested too deeply,
    or that declares a document type: office programs do not, attackers do.
    """
    text = decode(data)
    if text is None:
        raise refusals.damaged(name)
    if _DOCUMENT_TYPE.search(text):
        raise refusals.active_content(name)
    source = BytesIO(_DECLARATION.sub("", text.lstrip("\ufeff"), count=1).lstrip().encode("utf-8", "replace"))
    del text
    depth = 0
    try:
        for event, element in ET.iterparse(source, events=("start", "end")):  # noqa: S314  # no DOCTYPE gets this far
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise refusals.damaged(name, t("its parts are nested too deeply"))
            yield event, element
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise refusals.damaged(name) from error


def local(element: ET.Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2]


def whole_number(text: str | None, default: int, most: int) -> int:
    """A count in an attribute, at most ``most``; counts whose default is not 0 are at least 1."""
    if not text or not text.isascii() or not text.isdigit() or len(text) > 11:
        return default
    return min(max(int(text), min(default, 1)), most)
