"""A long page in pieces: runs of rows are taken out of it, so that what stays is small and can be parsed as a whole.

By the rules of HTML5 whatever was opened within a row ends with ``</tr>``, but for a few elements that a run is looked
through for (``html._UNSETTLED``). So the rows between two ``</tr>`` mean by themselves what they mean in the page: the
page is parsed with an empty row in their place, each run as a table of its own. A mark behind each ``</tr>`` that does
not come out between rows shows that it was none: in a comment, a script, an attribute.
"""

from __future__ import annotations

from typing import NamedTuple

from thidua_cli.intake.opening.encoding import text_in

PLACE = "data-thidua-rows"
"""The attribute of an empty row: the number of the run that belongs in its place."""
MARK = "thidua"
"""The text of a comment behind ``</tr>``: it comes out between rows if that was the end of one, and nowhere else."""
AFTER_ROW = f"<!--{MARK}-->"
_PIECE, _LEAST = 1 << 16, 1 << 20
"""Bytes: how long a piece is (its tree cannot grow very large), and from what length on a page is cut."""
_ENDS = (b"</tr>", b"</TR>")


class InPieces(NamedTuple):
    """A page without long runs of rows, in whose places there are empty rows, and these runs."""

    page: str
    runs: list[memoryview]
    encoding: str


def in_pieces(data: bytes, encoding: str) -> InPieces:
    """A page cut where that can be done; a short one is whole."""
    if encoding.startswith("utf-") and encoding != "utf-8":
        data, encoding = data.decode(encoding, "replace").encode(), "utf-8"
    kept: list[bytes] = []
    runs: list[memoryview] = []
    view = memoryview(data)
    start = 0
    least = len(data) if PLACE.encode() in data else _LEAST
    while len(data) - start > least:
        stop = max(data.rfind(end, start, start + _PIECE) for end in _ENDS) + len(_ENDS[0])
        if stop <= start + len(_ENDS[0]):
            break
        piece = data[start:stop]
        if start == 0 or b"<!" in piece or b"table" in piece.lower():
            kept.append(piece)
        else:
            kept.append(f'{AFTER_ROW}<tr {PLACE}="{len(runs)}"></tr>'.encode())
            runs.append(view[start:stop])
        start = stop
    return InPieces(text_in(b"".join([*kept, data[start:]]), encoding), runs, encoding)
