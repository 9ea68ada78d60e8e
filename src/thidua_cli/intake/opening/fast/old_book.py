"""Workbooks of Excel 97 and later (``.xls``): cells and shared strings taken from their records in bulk.

Exactly this is understood: numbers, truth values and shared strings, row by row. Formulas, error cells, fonts of TCVN3
and VNI, struck cells, the 1904 system are left to the library, and workbooks that might not fit into this process.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from itertools import islice, takewhile
from typing import Any

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import TextStore
from thidua_cli.intake.opening.biff import BIFF8, BROKEN, Records, records, sheet_records, workbook_stream
from thidua_cli.intake.opening.biff_facts import Globals, Noted, book_globals
from thidua_cli.intake.opening.engine_errors import check_box, within
from thidua_cli.intake.opening.facts import SheetFacts
from thidua_cli.intake.opening.fast.book import scanned_sheet, style_kinds
from thidua_cli.intake.opening.fast.grid import Grid
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.wordwise import PAD, NotPlain, Text, require

_SST, _CONTINUE, _MERGED, _ROW, _COLINFO = 0xFC, 0x3C, 0xE5, 0x208, 0x7D
_MULRK, _LABELSST, _NUMBER, _BOOLERR, _RK = 0xBD, 0xFD, 0x203, 0x205, 0x27E
_LEFT = (0x06, 0x206, 0x406, 0x204, 0x207, 0xD6, 0x02, 0x03, 0x04, 0x05, 0x07)
"""Formulas and their texts, texts in the cells, cells of Excel 2."""
_LEAST = {_MULRK: 12, _LABELSST: 10, _NUMBER: 14, _BOOLERR: 8, _RK: 10, _ROW: 13, _COLINFO: 9, _MERGED: 2}
"""Bytes that a record of a kind has at least."""
_WIDE, _PHONETIC, _RICH = 1, 4, 8
_OWN = 1000
"""What is added to the number of a format of the workbook's own, so that it is none of the built-in ones."""
_MOST_GLOBALS, _MOST_RECORDS, _MOST_CELLS, _MOST_MERGED = 200_000, 3_000_000, 4_000_000, 1 << 20
"""Records of the workbook's own and of a sheet, cells of a sheet, bytes of merged ranges: more are left to a child."""


def read_old_book(data: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a plain workbook; raises :class:`NotPlain` for any other."""
    try:
        stream = workbook_stream(data) + PAD
        require(sum(1 for _ in islice(records(stream, 0), _MOST_GLOBALS + 1)) <= _MOST_GLOBALS, "very many records")
        book = book_globals(stream)
        noted = Noted.of(book)
        require(book.version == BIFF8 and not (book.date1904 or noted.old or noted.struck), "an old form")
        require(book.about and not any(kind for _, _, kind in book.about), "a sheet of another kind")
        strings, kinds = _shared_strings(stream), style_kinds(_styles(book), len(book.cell_formats))
        text, ends, sheets = Text(stream, padded=True), sorted((*book.sheets, len(stream))), []
        for (name, hidden, _), at in zip(within(book.about, limits), book.sheets, strict=True):
            found = sheet_records(stream, at, ends[bisect_right(ends, at)], most=_MOST_RECORDS)
            require(not np.isin(found.kinds, _LEFT).any(), "a formula")
            for kind, least in _LEAST.items():
                require(found.lengths[found.kinds == kind] >= least, "a short record")
            grid = _cells(text, found)
            check_box(grid.rows, grid.columns, limits)
            sheets.append(
                scanned_sheet(
                    name, grid, strings, kinds, _facts(stream, found), hidden=hidden > 0, percent=noted.percent
                )
            )
    except (*BROKEN, UnicodeError) as error:
        raise NotPlain("the records") from error
    return sheets


def _cells(text: Text, found: Records) -> Grid:
    """The cells of a sheet, which stand row by row."""
    grid = Grid()
    require(found.lengths[found.kinds == _MULRK].sum() // 6 + len(found.kinds) <= _MOST_CELLS, "very many cells")
    places, heads, styles = [], [], []
    values: list[npt.NDArray[Any]] = []
    for kind in (_LABELSST, _NUMBER, _BOOLERR, _RK, _MULRK):
        at = found.at[found.kinds == kind].astype(np.intp)
        many = (found.lengths[found.kinds == kind] - 6) // 6 if kind == _MULRK else np.ones(len(at), np.int64)
        beside = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        at = np.repeat(at, many)
        heads.append((text.words(at) + (beside.astype(np.uint64) << np.uint64(16))) & np.uint64(0xFFFFFFFF))
        places.append(at := at + 6 * beside)
        said = text.words(at + 6)
        styles.append((text.words(at + 4) & np.uint64(0xFFFF)).astype(np.int16))
        if kind == _LABELSST:
            values.append(said.astype(np.uint32).view(np.int32))
        elif kind == _NUMBER:
            values.append(said.view(np.float64))
        elif kind == _BOOLERR:
            require(said & np.uint64(0xFF00) == 0, "an error")
            styles[-1][:] = -1
            values.append((said & np.uint64(0xFF)).astype(np.float64))
        else:
            values.append(_of_rk(said.astype(np.uint32)))
    numbers = np.concatenate(values[1:])
    require((values[0] >= 0).all() and np.isfinite(numbers).all(), "a value")
    codes = np.concatenate([values[0], grid.number_codes(numbers, np.concatenate(styles[1:]))])
    order, head = np.argsort(np.concatenate(places), kind="stable"), np.concatenate(heads)
    head = head[order]
    row, column = (head & np.uint64(0xFFFF)).astype(np.int64), (head >> np.uint64(16)).astype(np.int64)
    require(np.diff(row << 16 | column) > 0, "cells out of order")
    grid.keep(codes[order], row, column)
    return grid


def _of_rk(said: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """Numbers in four bytes: whole ones, or the first half of a double; either may be hundredfold."""
    whole = (said.view(np.int32) >> 2).astype(np.float64)
    double = ((said & np.uint32(0xFFFFFFFC)).astype(np.uint64) << np.uint64(32)).view(np.float64)
    numbers = np.where(said & 2, whole, double)
    numbers[said & 1 != 0] /= 100
    return numbers


def _facts(stream: bytes, found: Records) -> SheetFacts:
    """Merged ranges, hidden rows and columns."""
    require(found.lengths[found.kinds == _MERGED].sum() <= _MOST_MERGED, "very many merged ranges")
    merged: list[tuple[int, int, int, int]] = []
    columns: set[int] = set()
    for kind, at, length in found.of({_MERGED, _COLINFO}):
        if kind == _COLINFO:
            first, last = struct.unpack_from("<HH", stream, at)
            columns.update(range(first, min(last, 255) + 1) if stream[at + 8] & 1 else ())
        else:
            ranges = struct.iter_unpack("<HHHH", stream[at + 2 : at + 2 + (length - 2) // 8 * 8])
            merged += [(top, left, bottom, right) for top, bottom, left, right in ranges]
    at_rows = found.at[found.kinds == _ROW]
    text = np.frombuffer(stream, np.uint8)
    hidden = at_rows[text[at_rows + 12] & 0x20 != 0]
    rows = (text[hidden] | text[hidden + 1].astype(np.int64) << 8).tolist()
    return SheetFacts(frozenset(rows), frozenset(columns), merged=tuple(merged))


def _styles(book: Globals) -> bytes:
    """The workbook's cell formats as a workbook of today has them."""
    own = "".join(
        f'<numFmt numFmtId="{_OWN + number}" formatCode="{escape(code)}"/>' for number, code in book.formats.items()
    )
    used = "".join(
        f'<xf numFmtId="{number + _OWN if number in book.formats else number}"/>' for _, number in book.cell_formats
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (f'<styleSheet xmlns="{main}"><numFmts>{own}</numFmts><cellXfs>{used}</cellXfs></styleSheet>').encode()


def _shared_strings(stream: bytes) -> TextStore:
    """The shared strings, which may go on in further records."""
    every = records(stream, 0)
    first = next((body for kind, body, _ in every if kind == _SST), b"\0" * 8)
    more = [body for _, body, _ in takewhile(lambda record: record[0] == _CONTINUE, every)]
    texts = list(_strings([first[8:], *more], struct.unpack_from("<I", first, 4)[0]))
    lengths = np.fromiter(map(len, texts), np.int32, len(texts))
    data = b"".join([*texts, PAD])
    require(data.find(b"\0") == len(data) - len(PAD), "a zero in a text")
    return TextStore(data, (np.cumsum(lengths, dtype=np.int64) - lengths).astype(np.int32), lengths)


def _strings(bodies: list[bytes], count: int) -> Iterator[bytes]:
    """So many strings in UTF-8. One that goes on in the next record says anew whether its letters have two bytes."""
    left, body, at = iter(bodies[1:]), bodies[0], 0
    stop, head, codecs = len(body), struct.Struct("<HB").unpack_from, ("latin-1", "utf-16-le")
    for _ in range(count):
        if at >= stop:
            body, at = next(left, b""), 0
            stop = len(body)
        length, flags = head(body, at)
        at += 3
        if flags <= _WIDE and (behind := at + (length << flags)) <= stop:  # nearly all
            yield body[at:behind].decode(codecs[flags]).encode()
            at = behind
            continue
        skipped = 0
        if flags & _RICH:
            skipped, at = 4 * struct.unpack_from("<H", body, at)[0], at + 2
        if flags & _PHONETIC:
            skipped, at = skipped + struct.unpack_from("<I", body, at)[0], at + 4
        text = ""
        while True:
            wide = flags & _WIDE
            size = min(length << wide, len(body) - at)
            text += body[at : at + size].decode(codecs[wide])
            length, at = length - (size >> wide), at + size
            if not length:
                break
            body, at = next(left, b""), 1
            flags = body[0]
        yield text.encode()
        at += skipped
        while at > len(body):
            at, body = at - len(body), next(left, b"")
            require(body, "the end of the shared strings")
        stop = len(body)
