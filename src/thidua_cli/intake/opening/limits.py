"""How much of an input the program is willing to open: the bounds that keep hostile files harmless."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from thidua_cli.intake.opening import refusals

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one input file; each can be raised by the caller (a command option).

    - ``file_bytes``: the size on disk.
    - ``inflated_bytes``: what a zip container may inflate to in all; ``part_bytes``: what one worksheet in it may,
      which comes in pieces, so that its size costs time alone; ``strings_bytes``: what any other part may.
    - ``cells``: rows × columns of a sheet's used box from A1 (the Rust readers allocate all of it); ``columns``: its
      width.
    - ``sheets``: the number of sheets or tables of a file.
    - ``text_length``: characters of one cell of a delimited text (Excel's own limit is 32,767).
    - ``in_process_bytes``: text and markup longer than this is parsed in a child process.
    - ``memory_bytes``: what a child process may use.
    - ``seconds``: the computing time that opening one file may take in all, whatever else the machine does meanwhile.
    - ``scanner_from``: a workbook with a sheet of so many bytes of XML is read by the scanner, if it is plain enough.
    """

    file_bytes: int = 512 * MIB
    inflated_bytes: int = 8192 * MIB
    part_bytes: int = 6144 * MIB
    strings_bytes: int = 256 * MIB
    cells: int = 50_000_000
    columns: int = 16_384
    sheets: int = 1_024
    text_length: int = 1_000_000
    in_process_bytes: int = 16 * MIB
    memory_bytes: int = 3072 * MIB
    seconds: float = 120.0
    scanner_from: int = MIB

    def allow(self, rows: int, columns: int) -> bool:
        """Whether a sheet's used box of so many rows and columns is within the bounds."""
        return columns <= self.columns and rows * columns <= self.cells

    def check_box(self, name: str, rows: int, columns: int) -> None:
        """Refuse a file with a sheet beyond the bounds; raises :class:`UnreadableFileError`."""
        if not self.allow(rows, columns):
            raise refusals.box_too_large(name, rows, columns, self.cells)

    def raised(self, times: int) -> Limits:
        """The bounds so many times as high; what decides only how a file is read stays, and so does Excel's width."""
        names = "file_bytes inflated_bytes part_bytes strings_bytes cells sheets text_length memory_bytes seconds"
        return replace(self, **{name: getattr(self, name) * times for name in names.split()})


DEFAULT_LIMITS = Limits()


class Deadline:
    """The computing time left for one file. It decides only whether a file is refused, never what is read."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.process_time() + seconds

    def left(self) -> float:
        """Seconds until the end, negative after it."""
        return self._end - time.process_time()

    def check(self, name: str) -> None:
        """Raise :class:`UnreadableFileError` where the time is up."""
        if self.left() < 0:
            raise refusals.too_slow(name, self._seconds)
