"""How plain rows of an OpenDocument sheet are written.

So do LibreOffice and the libraries::

    <table:table-row table:style-name="…">
      <table:table-cell … office:value-type="string"><text:p>…</text:p></table:table-cell>
      <table:table-cell … office:value-type="date" office:date-value="…">…   <table:table-cell …/> …
    </table:table-row>

Long runs of them are scanned (:mod:`~thidua_cli.intake.opening.fast.markup`), without an element for each. Anything
else is left to the XML parser.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import partial

from thidua_cli.intake.long_values import ENTITY, decoded_entities
from thidua_cli.intake.opening.fast import markup
from thidua_cli.intake.opening.fast.grid import DATE, NUMBER
from thidua_cli.intake.opening.fast.markup import Form, MarkupRows
from thidua_cli.intake.opening.markup import whole_number
from thidua_cli.intake.opening.opendocument_text import SPACES
from thidua_cli.intake.wordwise import require

ROW_END = b"</table:table-row>"
ROW = b"<table:table-row"
_NAMESPACES = tuple(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'.encode() for name in ("table", "office", "text")
)
_TAGS = {
    b"<text:p>": markup.TEXT,
    b"</text:p>": markup.TEXT_END,
    b"</table:table-cell>": markup.CELL_END,
    ROW_END: markup.ROW_END,
}
_BEHIND_CELL = (markup.CELL, markup.EMPTY, markup.ROW_END)
_FOLLOWS = (
    (markup.ROW_END, markup.ROW),
    (markup.CELL, markup.TEXT),
    (markup.CELL, markup.CELL_END),
    (markup.TEXT, markup.TEXT_END),
    (markup.TEXT_END, markup.CELL_END),
    *((before, kind) for before in (markup.ROW, markup.CELL_END, markup.EMPTY) for kind in _BEHIND_CELL),
)
_PLAIN_ROW = re.compile(rb'<table:table-row(?: table:style-name="[^"<&>]*")?>')
_VALUE = re.compile(rb' office:(?:date-)?value="([^"]*)"')
_CELL = re.compile(
    rb"<table:table-cell"
    rb'(?: (?:table:(?:style-name|number-columns-repeated)|office:currency|(?:office|calcext):value-type)="[^"<&>]*")*'
    rb"/?>"
)
_SAID = re.compile(rb'([a-z-]+)="([^"]*)"')
_VALUE_TYPE = re.compile(rb':value-type="([^"]*)"')
_KINDS = {(): -1, (b"string",): -1, (b"float",): NUMBER, (b"currency",): NUMBER, (b"date",): DATE}


def says_namespaces(head: bytes) -> bool:
    """Whether a document's beginning gives the prefixes of its rows their usual meaning."""
    return all(said in head for said in _NAMESPACES)


def plain_rows(struck: set[str]) -> MarkupRows:
    """A reader of rows none of whose cells is in one of the ``struck`` styles."""
    return MarkupRows(partial(_form, {style.encode() for style in struck}), _clean, _FOLLOWS)


def _form(struck: set[bytes], tag: bytes) -> Form:
    if tag in _TAGS:
        return Form(_TAGS[tag], tag)
    if _PLAIN_ROW.fullmatch(tag):
        return Form(markup.ROW, tag)
    value = _VALUE.search(tag)
    bare = _VALUE.sub(b"", tag, count=1)
    require(_CELL.fullmatch(bare), "a cell's attributes")
    said = dict(_SAID.findall(bare))
    require(said.get(b"style-name") not in struck, "a struck cell")
    means = _KINDS.get(tuple(set(_VALUE_TYPE.findall(bare))))
    expected = {NUMBER: b" office:value", DATE: b" office:date-value"}.get(-1 if means is None else means, b"")
    require(means is not None and (value[0].partition(b"=")[0] if value else b"") == expected, "a kind of value")
    times = whole_number(said.get(b"number-columns-repeated", b"").decode(), 1, 16_384)
    kind = markup.EMPTY if tag.endswith(b"/>") else markup.CELL
    head, tail = (tag[: value.start(1)], tag[value.end(1) :]) if value else (tag, b"")
    return Form(kind, head, tail, -1 if means is None else means, times)


def _clean(text: bytes) -> bytes:
    """What a paragraph shows of a text as it stands in the file."""
    shown = text.decode("utf-8", "replace")
    require(len(ENTITY.findall(shown)) == shown.count("&"), "an entity")
    shown = SPACES.sub(" ", decoded_entities(shown)).strip(" ")
    require(shown.isprintable() or min(shown) >= " ", "a character that XML does not have")
    return shown.encode("utf-8", "replace")


def day_or_moment(text: str) -> date | datetime:
    """A date as the format writes it, midnight as in all formats being the day; raises ValueError for anything else."""
    moment = datetime.fromisoformat(text[:26]).replace(tzinfo=None)
    return moment if moment.time() > time() else moment.date()
