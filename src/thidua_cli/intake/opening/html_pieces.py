"""A long page in pieces: runs of rows are taken out of it, so that what stays is small and can be parsed as a whole.

By the rules of HTML5 whatever was opened within a row ends with ``</tr>``, but for a few elements that a run is looked
through for (``html._UNSETTLED``). So the rows between two ``</tr>`` mean by themselves what they mean in the page: the
page is parsed with an empty row in their place, each run as a table of its own. A mark behind each ``</tr>`` that does
not come out between rows shows that it was none: in a comment, a script, an attribute.
"""

from __future__ import annotations

from typing import NamedTuple

from thidua_cli.intake.opening.encoding import text_in
from thidua_cli.intake.opening.fast.markup import SHORT

PLACE = "data-thidua-rows"
"""The attribute of an empty row: the number of the run that belongs in its place."""
MARK = "thidua"
"""The text of a comment behind ``</tr>``: it comes out between rows if that was the end of one, and nowhere else."""
AFTER_ROW = f"<!--{MARK}-->"
_PIECE, _LEAST = 1 << 20, 1 << 20
"""Bytes: how long a run is, and from what length on a page is cut."""
_ENDS = (b"</tr>", b"</TR>")


class InPieces(NamedTuple):
    """A page without long runs of rows, in whose places there are empty rows, and these runs."""

    page: str
    runs: list[memoryview]
    encoding: str

    def run(self, number: int) -> bytes:
        """A run in UTF-8, without marks that are no text."""
        run = self.runs[number]
        return (bytes(run) if self.encoding == "utf-8" else text_in(run, self.encoding).encode()).replace(b"\x00", b"")


def in_pieces(data: bytes, encoding: str) -> InPieces:
    """A page cut where that can be done; a short one is whole."""
    if encoding.startswith("utf-") and encoding != "utf-8":
        data, encoding = data.decode(encoding, "replace").encode(), "utf-8"
    kept: list[bytes] = []
    runs: list[memoryview] = []
    view = memoryview(data)
    start, stop = 0, end_of_rows(data, 0, SHORT)
    whole = len(data) <= _LEAST or PLACE.encode() in data
    while not whole and stop > start and len(data) - start > SHORT:
        if start and _is_run(data[start:stop]):
            kept.append(f'{AFTER_ROW}<tr {PLACE}="{len(runs)}"></tr>'.encode())
            runs.append(view[start:stop])
        else:
            short = end_of_rows(data, start, start + SHORT)
            stop = short if short > start else stop
            kept.append(data[start:stop])
        start, stop = stop, end_of_rows(data, stop, stop + _PIECE)
    return InPieces(text_in(b"".join([*kept, data[start:]]), encoding), runs, encoding)


def _is_run(piece: bytes) -> bool:
    return not (b"!" in piece and b"<!" in piece) and b"table" not in piece and b"TABLE" not in piece


def end_of_rows(data: bytes, start: int, stop: int) -> int:
    """Where the last row between two positions seems to end; ``start`` where none does."""
    for end in _ENDS:
        at = data.rfind(end, start, stop)
        if at >= 0:
            return at + len(end)
    return start
