"""How much of an input the program is willing to open: the bounds that keep hostile files harmless."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one input file; each can be raised by the caller (a command option).

    ``file_bytes`` is the size on disk, ``inflated_bytes`` what a zip container may inflate to in all and
    ``part_bytes`` what one worksheet part and ``strings_bytes`` what any other part may; ``cells`` is rows × columns of a sheet's used box (the Rust readers allocate
    all of it); ``columns`` the width of one table; ``sheets`` the number of sheets of a workbook; ``text_length`` the
    characters of one cell (Excel's own limit is 32,767). Text and markup
    longer than ``in_process_bytes`` is parsed in a child process. ``memory_bytes`` and ``seconds`` bound the child process that
    reads formats which cannot be measured beforehand.
    """

    file_bytes: int = 512 * MIB
    inflated_bytes: int = 1536 * MIB
    part_bytes: int = 1024 * MIB
    strings_bytes: int = 256 * MIB
    cells: int = 50_000_000
    columns: int = 16_384
    sheets: int = 1_024
    text_length: int = 1_000_000
    in_process_bytes: int = 16 * MIB
    memory_bytes: int = 1024 * MIB
    seconds: float = 30.0
