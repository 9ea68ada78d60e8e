"""Rows of a large OpenDocument sheet that hold nothing but plain cells: taken as text, without an element for each.

Exactly this is understood, as LibreOffice and the libraries write it, row after row with the same columns::

    <table:table-row table:style-name="…">
      <table:table-cell … office:value-type="string"><text:p>…</text:p></table:table-cell>
      <table:table-cell … office:value-type="date" office:date-value="…">…   <table:table-cell …/> …
    </table:table-row>

That nothing else stands there is told by the number of tags. Anything else is left to the XML parser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from thidua_cli.intake.long_values import decoded_entities
from thidua_cli.intake.opening.cells import tidy
from thidua_cli.intake.opening.markup import whole_number
from thidua_cli.intake.sheet import CellValue, error_or_text
from thidua_cli.intake.wordwise import NotPlain, require

ROW_END = b"</table:table-row>"
ROW = b"<table:table-row"
_NAMESPACES = tuple(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'.encode() for name in ("table", "office", "text")
)
_CELL = re.compile(
    rb"(<table:table-row[^>]*>)?<table:table-cell([^>]*)>((?:<text:p>[^<]*</text:p>)?</table:table-cell>)?"
)
_BEFORE, _BEHIND = len(b"<text:p>"), len(b"</text:p></table:table-cell>")
_PLAIN_ROW = re.compile(rb'<table:table-row(?: table:style-name="[^"<&>]*")?>')
_VALUE = re.compile(rb' office:(?:(date-)?value)="([^"\n]*)"')
_ATTRIBUTES = re.compile(
    rb'(?: (?:table:(?:style-name|number-columns-repeated)|office:currency|(?:office|calcext):value-type)="[^"<&>]*")*'
    rb"/?"
)
_SAID = re.compile(rb'([a-z-]+)="([^"]*)"')
_VALUE_TYPE = re.compile(rb':value-type="([^"]*)"')
_KINDS = {b"": "", b"string": "", b"float": "number", b"currency": "number", b"date": "date"}
_SHOWN_ERROR = re.compile(rb"^(?:#|[^\x00-@\[-`{-\x7f]{2,16}:5\d\d$)", re.MULTILINE)
_SPACES = re.compile(r"[ \t\r\n]+")


def says_namespaces(head: bytes) -> bool:
    """Whether a document's beginning gives the prefixes of its rows their usual meaning."""
    return all(said in head for said in _NAMESPACES)


class PlainRows:
    """Reads runs of rows, none of whose cells is in one of the ``struck`` styles."""

    def __init__(self, struck: set[str]) -> None:
        self._struck = {style.encode() for style in struck}
        self._shapes: dict[bytes, tuple[str, int]] = {}

    def columns(self, run: bytes) -> list[Sequence[Any]]:
        """The cells of whole rows, column by column, text as :func:`settled` takes it; raises :class:`NotPlain`."""
        cells, rows = _CELL.findall(run), run.count(ROW_END)
        require(cells and rows and len(cells) % rows == 0, "rows of unequal length")
        width = len(cells) // rows
        columns: list[Sequence[Any]] = []
        tags = 2 * rows
        for place in range(width):
            row_tags, attributes, texts = zip(*cells[place::width], strict=True)
            expected = {b""} if place else {tag for tag in set(row_tags) if _PLAIN_ROW.fullmatch(tag)}
            require(set(row_tags) == expected, "rows of unequal length")
            column, times, own_tags = self._column(attributes, texts)
            tags += own_tags
            columns += [column] * times if place + 1 < width or column.count(None) < rows else []
        require(run.count(b"<") == tags, "what stands in a row")
        while columns and columns[-1].count(None) == rows:
            columns.pop()
        require(any(column[-1] is not None for column in columns), "an empty row")
        return columns

    def _column(self, attributes: Sequence[bytes], texts: Sequence[bytes]) -> tuple[Sequence[Any], int, int]:
        """The values of a column, for how many columns it stands, and of how many tags its cells are made."""
        distinct = list(dict.fromkeys(attributes))
        joined = b"\n".join(distinct)
        values = [found[1] for found in _VALUE.findall(joined)]
        shapes = {self._shape(rest) for rest in set(_VALUE.sub(b"", joined).split(b"\n"))}
        times = {repeated for _, repeated in shapes}
        kinds = {kind for kind, _ in shapes}
        require(len(times) == 1 and joined.count(b"\n") == len(distinct) - 1, "a cell's attributes")
        empty = texts.count(b"")
        short = texts.count(b"</table:table-cell>")
        require(empty == sum(map(attributes.count, (a for a in distinct if a.endswith(b"/")))), "a cell's end")
        tags = empty + 2 * short + 4 * (len(texts) - empty - short)
        if kinds <= {""}:
            require(not values, "a value")
            return [text[_BEFORE:-_BEHIND] or None for text in texts], times.pop(), tags
        kinds.discard("")
        require(len(kinds) == 1, "values of several kinds")
        with_value = [a for a in distinct if b' office:value-type="' in a]
        require(len(with_value) == len(values), "a cell without its value")
        bare = set(distinct).difference(with_value)  # a text in a cell without a type is a value too
        require(
            all(len(t) <= _BEHIND for a, t in zip(attributes, texts, strict=True) if a in bare) or not bare, "a text"
        )
        table: dict[bytes, Any] = dict.fromkeys(bare)
        table.update(zip(with_value, _read(kinds.pop(), values, texts), strict=True))
        return list(map(table.__getitem__, attributes)), times.pop(), tags

    def _shape(self, attributes: bytes) -> tuple[str, int]:
        """The kind of a cell, and for how many cells it stands, from its attributes without a value."""
        shape = self._shapes.get(attributes)
        if shape is None:
            require(_ATTRIBUTES.fullmatch(attributes), "a cell's attributes")
            said = dict(_SAID.findall(attributes))
            require(said.get(b"style-name") not in self._struck, "a struck cell")
            kinds = set(_VALUE_TYPE.findall(attributes)) or {b""}
            kind = _KINDS.get(kinds.pop())
            require(kind is not None and not kinds, "a kind of value")
            times = whole_number(said.get(b"number-columns-repeated", b"").decode(), 1, 16_384)
            shape = self._shapes[attributes] = str(kind), times
        return shape


def _read(kind: str, values: list[bytes], texts: Sequence[bytes]) -> list[Any]:
    """Numbers as such; dates as they stand, marked, to be read once each."""
    try:
        if kind == "date":
            require(all(map(_DATE.fullmatch, values)), "a date")
            for value in values:
                if value[8:10] > b"28":  # there may be no such day
                    date.fromisoformat(value[:10].decode())
            return [_MARK + value for value in values]
        require(not _SHOWN_ERROR.search(b"\n".join(text[_BEFORE:-_BEHIND] for text in texts)), "an error")
        return list(map(float, values))
    except ValueError as error:
        raise NotPlain("a value") from error


_MARK = b"\x00"
"""Before a date: no text can have it."""
_DATE = re.compile(rb"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?")


def day_or_moment(text: str) -> date | datetime:
    """A date as the format writes it; raises ValueError for anything else."""
    moment = datetime.fromisoformat(text[:26])
    return moment.replace(tzinfo=None) if "T" in text else date(moment.year, moment.month, moment.day)


def settled(value: Any) -> CellValue:
    """A distinct value in its settled form: of text as it stands in the file, what the paragraph shows."""
    if not isinstance(value, bytes):
        return tidy(value)
    text = value.decode("utf-8", "replace")
    if text.startswith("\x00"):
        return day_or_moment(text[1:])
    if "&" in text:
        text = decoded_entities(text)
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", text)
    text = text.strip(" ")
    return error_or_text(text if text.isascii() else unicodedata.normalize("NFC", text))
