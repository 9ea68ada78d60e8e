"""The paragraphs of a .docx with their places in words: body, table cells, headers and footers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.reports.word.lines import W
from thidua_cli.text.language import Message, Param, t

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands; ``part`` is the part's name in the file."""

    said: Message
    part: str = ""
    in_table: bool = False


def places(content: bytes) -> Iterator[tuple[Place, str]]:
    """Every paragraph in order with its place and its text (runs joined); raises if it is no .docx."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if _PARTS.fullmatch(name))
        archive.getinfo("word/document.xml")
        for name in names:
            root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
            yield from _part(root, name)


def _part(root: _Element, name: str) -> Iterator[tuple[Place, str]]:
    body = root.find(f"{W}body") if name == "word/document.xml" else root
    where: Param = ""
    if name != "word/document.xml":
        where = t("footer, ") if "footer" in name or "footnotes" in name else t("header, ")
    if body is None:
        raise ValueError(name)
    paragraphs = tables = 0
    for block in body.iter(f"{W}p", f"{W}tbl"):
        if any(True for _ in block.iterancestors(f"{W}tbl")):
            continue
        if block.tag == f"{W}tbl":
            tables += 1
            yield from _table(block, t("{where}table {table}", where=where, table=tables), name)
            continue
        paragraphs += 1
        text = _text(block)
        said = t("{where}paragraph {paragraph}{shown}", where=where, paragraph=paragraphs, shown=_shown(text))
        yield Place(said, name), text


def _table(table: _Element, where: Message, name: str) -> Iterator[tuple[Place, str]]:
    for row_number, row in enumerate(table.iterchildren(f"{W}tr"), 1):
        for cell_number, cell in enumerate(row.iterchildren(f"{W}tc"), 1):
            for paragraph in cell.iter(f"{W}p"):
                place = t("{table}, row {row}, cell {cell}", table=where, row=row_number, cell=cell_number)
                yield Place(place, name, in_table=True), _text(paragraph)


def _text(paragraph: _Element) -> str:
    return "".join(part.text or "" for part in paragraph.iter(f"{W}t"))


def _shown(text: str) -> str:
    """The first words of a paragraph, so that a person finds it."""
    plain = " ".join(re.sub(r"\{[{%#].*?[}%#]\}", "…", text).split())
    return f" (“{plain[:30].rstrip()}{'…' if len(plain) > 30 else ''}”)" if plain.strip("… ") else ""
