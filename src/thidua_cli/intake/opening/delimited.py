"""CSV, TSV and their kin: any common delimiter, quoted line breaks, an optional ``sep=`` line."""

from __future__ import annotations

import csv
import re
from array import array
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.cells import ColumnStore, settled
from thidua_cli.intake.opening.encoding import encoding_of
from thidua_cli.intake.opening.fast.rows import DelimitedRows
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.wordwise import NotPlain
from thidua_cli.text.language import t

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 200


def read_delimited(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The one sheet of a delimited text; raises :class:`UnreadableFileError` for prose and for text out of bounds.

    A quote that is never closed would silently swallow the rest of the file as one cell. So quotes are first taken
    strictly; a text that does not keep to their rules is read with quotes as ordinary characters.
    """
    try:
        return read_delimited_in_pieces(name, data, limits)
    except NotPlain:
        return [_read_by_csv(name, data, *_form(name, data), limits)]


def read_delimited_in_pieces(name: str, data: bytes, limits: Limits) -> list[Sheet]:
    """The same for what the scanner understands, which is nearly all; raises :class:`NotPlain` for the rest."""
    encoding, delimiter, start = _form(name, data)
    scanned = DelimitedRows(delimiter, limits.text_length, partial(limits.check_box, name))
    scanned.read(data, encoding, len(_head(data, encoding)[:start].encode()))
    n_rows = len(scanned.widths)
    return [Sheet("Sheet1", n_rows, scanned.grid.settled(n_rows, settled), widths=scanned.widths)]


def _form(name: str, data: bytes) -> tuple[str, str, int]:
    """The encoding, the delimiter, and after how many characters the table begins."""
    encoding = encoding_of(data)
    if encoding is None:
        raise refusals.not_a_table(name, t("a binary file of an unknown kind"))
    delimiter, start = _delimiter(_head(data, encoding))
    if delimiter is None:
        raise refusals.not_a_table(name, t("plain text"))
    return encoding, delimiter, start


def _read_by_csv(name: str, data: bytes, encoding: str, delimiter: str, start: int, limits: Limits) -> Sheet:
    """The same row by row, for what the scanner does not understand."""
    csv.field_size_limit(limits.text_length)
    for rules in ({"strict": True}, {"quoting": csv.QUOTE_NONE}):
        lines = TextIOWrapper(BytesIO(data), encoding, errors="replace", newline="")
        lines.read(start)
        store, widths = ColumnStore(settle=settled), array("i")
        try:
            rows = csv.reader(_without_nul(lines), delimiter=delimiter, **rules)
            store.extend(_bounded(name, rows, limits, widths))
        except csv.Error:
            continue
        return Sheet("Sheet1", store.n_rows, store.columns(), widths=widths)
    raise refusals.damaged(
        name,
        t("a cell is longer than {text_length} characters", text_length=limits.text_length),
    )


def is_delimited(data: bytes) -> bool:
    """Whether the beginning of a text splits evenly into cells."""
    encoding = encoding_of(data)
    return encoding is not None and _delimiter(_head(data, encoding))[0] is not None


def _head(data: bytes, encoding: str) -> str:
    return TextIOWrapper(BytesIO(data[: 1 << 20]), encoding, errors="replace", newline="").read()


def _without_nul(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\x00", "") if "\x00" in line else line


def _delimiter(text: str) -> tuple[str | None, int]:
    """The delimiter, and where the table begins: Excel's own first line ``sep=;`` is not part of it."""
    said = re.match(r"\ufeff?sep=([,;\t|])\r?\n", text, re.IGNORECASE)
    if said:
        return said.group(1), said.end()
    return _guess_delimiter(text.lstrip("\ufeff")), 1 if text.startswith("\ufeff") else 0


def _bounded(name: str, rows: Iterator[list[str]], limits: Limits, widths: array[int]) -> Iterator[list[str]]:
    """The rows as they are, within the limits; ``widths`` gets the number of cells of each."""
    width = 0
    for count, row in enumerate(rows, 1):
        width = max(width, len(row))
        limits.check_box(name, count, width)
        widths.append(len(row))
        yield row


def _guess_delimiter(text: str) -> str | None:
    """The delimiter that splits the most rows into the same number of cells, at least two; None for prose.

    A title above the table and lines below it split otherwise; prose has commas too, but never evenly.
    """
    best: tuple[float, str] | None = None
    for delimiter in _DELIMITERS:
        try:
            rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_LINES))
        except csv.Error:
            rows = [line.split(delimiter) for line in text.splitlines()[:_SAMPLE_LINES]]
        widths = [len(row) for row in rows if any(cell.strip() for cell in row)]
        for width in {w for w in widths if w > 1}:
            times = widths.count(width)
            even = times * 2 >= len(widths) and (times > 1 or len(widths) == 1)
            if not even and times < _rows_that_make_a_table(delimiter, width):
                continue
            score = times / len(widths) * min(width, 6)
            if best is None or score > best[0]:
                best = (score, delimiter)
    return best[1] if best else None


def _rows_that_make_a_table(delimiter: str, width: int) -> int:
    """How many even rows show a table under title lines: a head alone, or over one dossier, is a table too."""
    if width >= 5:
        return 2 if delimiter == "," else 1
    if width >= 3 and delimiter in "\t|":
        return 1
    return 3 if width >= 3 else _SAMPLE_LINES + 1
