"""The container and the records of an ``.xls`` workbook, and the two mends that the Rust reader needs before it reads.

Text of Excel 97 and later is UTF-16 whatever the code page record says, and a number format that a workbook defines
rules over the built-in one of the same number. The Rust reader goes by the record and by the built-in list, so that it
is given the same workbook with the record set right and the formats under numbers that are nobody's.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from io import BytesIO
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.opening.number_formats import FIRST_OWN_ID
from thidua_cli.intake.sheet import ExcelError
from thidua_cli.intake.wordwise import require

Ints = npt.NDArray[np.int64]
EOF, BOF, CODEPAGE, FORMAT, XF = 0x0A, 0x809, 0x42, 0x41E, 0xE0
BIFF8, BIFF5 = 0x600, 0x500
_UTF16 = 1200
_RECORDS, _STEP = 20_000_000, 500
"""Records of a sheet at most, and as how many of them a step counts."""
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
BROKEN = (OSError, struct.error, IndexError, ValueError, TypeError, AttributeError, RecursionError, OverflowError)
"""What the container's library and the records' unpacking end in where bytes are not what they should be."""
WORKBOOK_STREAMS = ("Workbook", "Book")
"""Where Excel 97 and later, and Excel 5 and 95, keep their records."""


def workbook_stream(data: bytes) -> bytes:
    """The records of a workbook; empty where the container has none."""
    import olefile

    with olefile.OleFileIO(BytesIO(data)) as container:
        stream = next((s for s in WORKBOOK_STREAMS if container.exists(s)), None)
        if stream and container.get_size(stream) > len(data):
            raise OSError(stream)  # its sectors go round in a circle
        content: bytes = container.openstream(stream).read() if stream else b""
        return content


def root_streams(data: bytes) -> frozenset[str]:
    """The names of the streams at the top of an OLE container, in lower case; empty for a broken one.

    An embedded document has its own streams further down, so that looking for their names in the bytes is not enough.
    """
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            return frozenset(path[0].lower() for path in container.listdir() if len(path) == 1)
    except BROKEN:
        return frozenset()


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes, int]]:
    """Records from a position to the end of their substream: kind, content, and where the content begins."""
    position = start
    for _ in range(_RECORDS):
        if position + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + length], position + 4
        if kind == EOF:
            return
        position += 4 + length


class Records(NamedTuple):
    """Records as arrays: kinds, where the contents begin in the stream, and their lengths."""

    kinds: Ints
    at: Ints
    lengths: Ints

    def of(self, kinds: AbstractSet[int]) -> Iterator[tuple[int, int, int]]:
        """Those of some kinds, one by one."""
        chosen = np.flatnonzero(np.isin(self.kinds, list(kinds)))
        yield from zip(*(column[chosen].tolist() for column in self), strict=True)


def sheet_records(stream: bytes, start: int, stop: int, most: int = _RECORDS) -> Records:
    """The records of one sheet, which begins at ``start``; another one, or none, begins at ``stop``.

    A record says where the next one begins, so that they can only be gone through one by one. But wherever a row begins
    there is a mark, and from all marks on at once it takes some hundred steps instead of millions. A mark that the
    records before it do not lead to is none. Raises :class:`NotPlain` for more than ``most`` of them.
    """
    text = np.frombuffer(stream, np.uint8)
    marks = _ROW_MARK.finditer(stream, start + 1, stop)
    heads = np.array([start, *(found.start() for found in islice(marks, most))], np.int64)
    at, whose = heads, np.arange(len(heads))
    reached = np.full(len(heads), -1)
    steps: list[tuple[Ints, ...]] = []
    taken = 0
    while len(at) and len(steps) < _RECORDS:
        taken += len(at)
        require(taken + len(steps) * _STEP <= most, "very many records")
        at, whose = at[at + 4 <= len(stream)], whose[at + 4 <= len(stream)]
        kind, length = (text[at + i].astype(np.int64) | text[at + i + 1].astype(np.int64) << 8 for i in (0, 2))
        following = at + 4 + length
        whole = following <= len(stream)
        steps.append((whose[whole], kind[whole], at[whole] + 4, length[whole]))
        mark = np.minimum(np.searchsorted(heads, following), len(heads) - 1)
        led = heads[mark] == following
        reached[whose[led]] = mark[led]
        goes_on = whole & ~led & (kind != EOF)
        at, whose = following[goes_on], whose[goes_on]
    true = np.zeros(len(heads), np.bool_)
    head = 0
    while head >= 0 and not true[head]:
        true[head] = True
        head = int(reached[head])
    owner, kind, content, length = (np.concatenate(column) for column in zip(*steps, strict=True))
    order = np.flatnonzero(true[owner])
    order = order[np.argsort(content[order], kind="stable")]
    ends = np.flatnonzero(kind[order] == EOF)
    order = order[: ends[0] + 1] if len(ends) else order
    return Records(kind[order], content[order], length[order])


_ROW_MARK = re.compile(rb"\x08\x02\x10\x00")


def error_of(code: int) -> ExcelError:
    """The error cell of a code, the same in all binary formats."""
    return ExcelError(_ERRORS.get(code, "#N/A"))


def mended(data: bytes, stream: bytes) -> bytes:
    """The workbook as the Rust reader needs it; the same bytes where nothing is to be mended, or nothing can be."""
    try:
        changed = _changed(stream)
        return data if changed == stream else _with_stream(data, changed)
    except (*BROKEN, NotImplementedError):
        return data


def _changed(stream: bytes) -> bytes:
    text = bytearray(stream)
    version = 0
    moved: dict[int, int] = {}
    used = {struct.unpack_from("<H", body)[0] for kind, body, _ in records(stream, 0) if kind == FORMAT}
    free = iter(sorted(set(range(FIRST_OWN_ID, 0x10000)) - used))
    for kind, body, at in records(stream, 0):
        if kind == BOF:
            version = struct.unpack_from("<H", body)[0]
        elif kind == CODEPAGE and version == BIFF8:
            struct.pack_into("<H", text, at, _UTF16)
        elif kind == FORMAT and struct.unpack_from("<H", body)[0] < FIRST_OWN_ID:
            number = struct.unpack_from("<H", body)[0]
            moved[number] = moved.get(number) or next(free)
            struct.pack_into("<H", text, at, moved[number])
    for kind, body, at in records(stream, 0) if moved else ():
        if kind == XF:
            number = struct.unpack_from("<H", body, 2)[0]
            struct.pack_into("<H", text, at + 2, moved.get(number, number))
    return bytes(text)


def _with_stream(data: bytes, content: bytes) -> bytes:
    import olefile

    file = BytesIO(data)
    container = olefile.OleFileIO(file, write_mode=True)
    container.write_stream(next(s for s in WORKBOOK_STREAMS if container.exists(s)), content)
    return file.getvalue()
