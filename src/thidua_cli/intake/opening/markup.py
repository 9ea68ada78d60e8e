"""XML made safe to parse: text in a known encoding, no document type, no entities of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import cast
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.text.language import t

MAX_DEPTH = 200

_PIECE = 1 << 20
_DOCUMENT_TYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def events(name: str, data: bytes) -> Iterator[tuple[str, ET.Element]]:
    """``start`` and ``end`` events of a document with their elements.

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
    yield from MarkupFeed(name).all_of(source)


class MarkupFeed:
    """A document that comes in pieces; gives the same events."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start", "end"))
        self._depth = 0

    def all_of(self, source: BytesIO) -> Iterator[tuple[str, ET.Element]]:
        """The events of a whole document."""
        while piece := source.read(_PIECE):
            yield from self.feed(piece)
        yield from self.close()

    def feed(self, piece: bytes) -> Iterator[tuple[str, ET.Element]]:
        """The events of the next bytes."""
        with self._told():
            self._parser.feed(piece)
        yield from self._events()

    def close(self) -> Iterator[tuple[str, ET.Element]]:
        """No more bytes come."""
        with self._told():
            self._parser.close()
        yield from self._events()

    def _events(self) -> Iterator[tuple[str, ET.Element]]:
        with self._told():
            for event, element in cast("Iterator[tuple[str, ET.Element]]", self._parser.read_events()):
                self._depth += 1 if event == "start" else -1
                if self._depth > MAX_DEPTH:
                    raise refusals.damaged(self._name, t("its parts are nested too deeply"))
                yield event, element

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (ET.ParseError, ValueError, RecursionError) as error:
            raise refusals.damaged(self._name) from error


def local(element: ET.Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2]


def whole_number(text: str | None, default: int, most: int) -> int:
    """A count in an attribute, at most ``most``; counts whose default is not 0 are at least 1."""
    if not text or not text.isascii() or not text.isdigit() or len(text) > 11:
        return default
    return min(max(int(text), min(default, 1)), most)
