"""Sheets and shared strings read while the container is looked through, so that nothing is inflated twice.

Each reader holds what the guard before any library needs to know (:class:`SheetScan`), and reads the data on the way.
At the first thing it does not fully understand it lets go of the data and only guards from there on.
"""

from __future__ import annotations

from typing import Protocol
from xml.etree import ElementTree as ET

from thidua_cli.intake.long_values import TextStore
from thidua_cli.intake.opening.fast.cells import Cells
from thidua_cli.intake.opening.fast.strings import StringsReader
from thidua_cli.intake.opening.scan import SheetScan
from thidua_cli.intake.wordwise import NotPlain, Text, require

CHUNK = 1 << 20
"""Bytes looked at together: few enough to stay in a processor's cache, enough that numpy's own cost does not count."""
_MOST_FRAME = 1 << 20
"""The longest head and tail around the cells, in bytes."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}worksheet"
_DATA, _END, _NO_DATA = b"<sheetData>", b"</sheetData>", b"<sheetData/>"


class SheetReader:
    """Takes a worksheet part piece by piece. ``cells`` is None once it is left to the library."""

    def __init__(self, *, wanted: bool) -> None:
        self.scan = SheetScan()
        self.cells = Cells() if wanted else None
        self.left_because = ""
        self._head: bytes | None = None
        self._pieces: list[bytes] = []
        self._size = 0

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        if self.cells is None:
            self.scan.feed(piece)
            return
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size >= CHUNK:
            self._advance(last=False)

    def close(self) -> None:
        """No more bytes come."""
        if self.cells is not None:
            self._advance(last=True)
        self.scan.close()

    def _advance(self, *, last: bool) -> None:
        data = b"".join(self._pieces)
        try:
            data = self._read(data, last=last)
        except NotPlain as reason:
            self.left_because = str(reason)
            self.cells = None
            self._pieces.clear()
            self.scan.feed(data)
            return
        self._pieces, self._size = [data], len(data)

    def _read(self, data: bytes, *, last: bool) -> bytes:
        """Read what is whole, give back the rest; raises before anything of ``data`` was taken."""
        if self.cells is None:
            return data
        start = 0
        if self._head is None:
            if last and _NO_DATA in data:
                data = data.replace(_NO_DATA, _DATA + _END)
            found = data.find(_DATA)
            require(found >= 0, "the head of the sheet")
            start = found + len(_DATA)
        stop = data.find(_END, start) if last else data.rfind(b"</row>") + 6
        require(stop > start or last, "a long row")
        require(stop >= start, "the end of the sheet")
        if last:
            self._check_frame((data[:start] if self._head is None else self._head), data[stop:])
        if stop > start:
            self.cells.take(Text(data), start, stop)
        if self._head is None:
            self._head = data[:start]
            self.scan.feed(self._head)
        self._note()
        if last:
            self.scan.feed(data[stop:])
            return b""
        return data[stop:]

    def _note(self) -> None:
        """What the guard is to know of the cells so far."""
        if self.cells is not None:
            self.scan.rows, self.scan.columns = self.cells.box
            self.scan.cells = self.cells.count
            self.scan.hidden_rows.update(self.cells.hidden)

    @staticmethod
    def _check_frame(head: bytes, tail: bytes) -> None:
        """What stands around the cells must be XML of the usual kind, without comments and declarations."""
        require(len(head) + len(tail) <= _MOST_FRAME, "what stands around the cells")
        require(b"<!" not in head and b"<!" not in tail and b"<row" not in tail, "what stands around the cells")
        try:
            root = ET.fromstring(head + tail)  # noqa: S314  # no DOCTYPE or entity gets this far
        except (ET.ParseError, ValueError, LookupError) as error:
            raise NotPlain("what stands around the cells") from error
        require(root.tag == _MAIN, "the namespace")


class ItemGuard(Protocol):
    """Looks through shared strings that are left to the library."""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""

    def close(self) -> int:
        """The greatest number of bytes of one item."""


class StringsPart:
    """Takes the shared strings piece by piece. ``store`` is there once closed, unless they are left to the library."""

    def __init__(self, guard: ItemGuard, *, wanted: bool) -> None:
        self.store: TextStore | None = None
        self._guard = guard
        self._reader = StringsReader() if wanted else None
        self._longest = 0

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        if self._reader is None:
            self._guard.feed(piece)
            return
        try:
            self._reader.feed(piece)
        except NotPlain:
            self._leave()

    def _leave(self) -> None:
        if self._reader is not None:
            self._longest = self._reader.longest
            self._guard.feed(self._reader.rest())
            self._reader = None

    def close(self) -> int:
        """The greatest number of bytes of one item, once all bytes were fed."""
        if self._reader is not None:
            try:
                self.store = self._reader.close()
            except NotPlain:
                self._leave()
            else:
                return self._reader.longest
        return max(self._longest, self._guard.close())
