"""Which rows below a header are data: index, group, total, repeated header, signature and note rows told apart.

Every test runs over the distinct values of a column, or over row masks; Python never walks the rows. A row that is
neither clearly data nor clearly anything else stays data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.layout.grid import Grid, Mask
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import all_words, header_words, one_line
from thidua_cli.intake.tables import Kind

Rows = npt.NDArray[np.int64]

_INDEX_CELL = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?\s*(?:=.*)?")
_TOTAL = re.compile(
    r"(?:tong so|tong cong|tong|cong|tong ket|tong chung|tong hop chung|luy ke|cong chung|toan (?:thanh pho|huyen|thi xa|tinh|don vi))"
    r"(?: (?:ho so|chung|toan .*|tat ca|don vi|so|cac .*|\d.*))*"
    r"|(?:tong cong|tong so|tong|cong) (?:khoi|nhom|cum|cap|phan|muc|theo|i+|iv|v|[ab]) ?.*|cong (?:khoi|nhom|cum|cap) .*"
)
_WITHIN = re.compile(r"trong do\b.*")
_ROMAN = re.compile(r"[IVXLC]+[.)]?|[A-H][.)]?")
_ARABIC = re.compile(r"\d+[.)]?")
_SIGNATURE = re.compile(
    r"(?:nguoi|can bo|ke toan)? ?lap (?:bieu|bang|bao cao|danh sach)|nguoi (?:lap|tong hop|bao cao|kiem tra|ghi so|duyet|ky)"
    r"|(?:tm|kt|tl|tuq|q) .*|(?:pho )?(?:chu tich|truong phong|giam doc|chanh van phong|thu truong|truong ban)(?: .*)?"
    r"|thu truong don vi.*|xac nhan (?:cua )?.*|.*ky (?:va )?(?:ghi ro )?(?:ho )?ten.*|noi nhan.*|thu ky.*|dai dien .*"
)
_DATE_LINE = re.compile(r".*\bngay\b.*\bthang\b.*\bnam\b.*")
_NOTE = re.compile(r"ghi chu\b.*|luu y\b.*|chu thich\b.*|nguon\b.*|trang \d+.*|don vi tinh\b.*|giai thich\b.*|in ngay\b.*")
_STARRED = re.compile(r"\s*(?:\(?\*+\)?|\(\d+\)\s*\S)")


@dataclass(frozen=True, slots=True)
class RowKinds:
    """The rows below a header, sorted out; all are 0-based sheet rows. ``index`` is the form's own index row or -1."""

    data: Rows
    totals: Rows
    groups: Rows
    index: int = -1


def sort_rows(grid: Grid, found: Recognition, last: int) -> RowKinds:
    """Sort the rows between a header and ``last`` (inclusive)."""
    block = found.block
    below = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    below[block.last + 1 : last + 1] = True
    filled = grid.filled_in(block.columns)
    rest = below & (filled > 0) & ~repeated_heads(grid, found)
    index = _index_row(grid, found, rest, filled)
    if index >= 0:
        rest &= ~_same_as(grid, block.columns, index)
    sparse = rest & (filled <= max(2, len(block.columns) // 3))
    labels = _label_columns(grid, found)
    totals = rest & _any_match(grid, labels, _is_total, sparse)
    rest &= ~totals
    groups = rest & _groups(grid, found, labels, rest, filled, sparse)
    rest &= ~groups
    rest &= ~_asides(grid, found, rest, filled, sparse)
    rest &= _keyed(grid, found)
    return RowKinds(np.flatnonzero(rest), np.flatnonzero(totals), np.flatnonzero(groups), index)


def _any_match(grid: Grid, columns: Sequence[int], test: object, within: Mask | None) -> Mask:
    mask = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for column in columns:
        mask |= grid.matching(column, test, within)  # type: ignore[arg-type]
    return mask


def repeated_heads(grid: Grid, found: Recognition) -> Mask:
    """Rows that say again what a row of the header says, in at least three quarters of what they hold."""
    block = found.block
    repeated = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    filled = grid.filled_in(block.columns)
    for row in range(block.first, block.last + 1):
        same = np.zeros(grid.sheet.n_rows, dtype=np.int32)
        heads = 0
        for column in block.columns:
            text = grid.text(row, column)
            if not text:
                continue
            heads += 1
            same += grid.matching(column, lambda other, words=all_words(text): all_words(other) == words)  # type: ignore[misc]
            same += _exactly(grid, column, row)
        if heads:
            repeated |= (same * 4 >= filled * 3) & (same * 4 >= heads * 3) & (filled > 0)
    return repeated


def _exactly(grid: Grid, column: int, row: int) -> npt.NDArray[np.int32]:
    """In columns too varied to search: rows with the very same text as one row."""
    codes = grid.sheet.columns[column].codes
    exact = codes == codes[row]
    already = grid.matching(column, lambda other, text=grid.text(row, column): all_words(other) == all_words(text))  # type: ignore[misc]
    return (exact & ~already).astype(np.int32)


def _same_as(grid: Grid, columns: Sequence[int], row: int) -> Mask:
    """Rows that hold exactly what one row holds."""
    same = np.ones(grid.sheet.n_rows, dtype=np.bool_)
    for column in columns:
        codes = grid.sheet.columns[column].codes
        same &= codes == codes[row]
    return same


def _index_row(grid: Grid, found: Recognition, rest: Mask, filled: npt.NDArray[np.int32]) -> int:
    """The row of column numbers under the header: "(1)", "(3)=(4)+(5)+(6)" or bare 1 2 3; -1 if there is none."""
    columns = found.block.columns
    for row in np.flatnonzero(rest[: found.block.last + 5])[:2]:
        texts = [index_text(grid, int(row), column) for column in columns]
        held = [text for text in texts if text]
        if len(held) < min(3, len(columns)) or not all(_INDEX_CELL.fullmatch(text) for text in held):
            continue
        bracketed = any("(" in text or "=" in text for text in held)
        numbers = [int(text) for text in held if text.isdigit()]
        rising = len(numbers) >= 2 and all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))
        if bracketed or rising:
            return int(row)
    return -1


def index_text(grid: Grid, row: int, column: int) -> str:
    """One cell of an index row as text; a number 3.0 is "3"."""
    value = grid.value(row, column)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(str(value)) if value is not None else ""


def _label_columns(grid: Grid, found: Recognition) -> list[int]:
    """The columns where a row says what it is: up to the one that names its unit, dossier or person."""
    block = found.block
    named = [found.fields[name] for name in ("unit", "field", "code", "name", "title", "task") if name in found.fields]
    limit = min(named) if named else block.columns[0]
    limit = max(limit, min(found.fields.get("unit", limit), limit + 2))
    return [column for column in block.columns if column <= limit] or block.columns[:2]


def _is_total(text: str) -> bool:
    return len(text) <= 120 and bool(_TOTAL.fullmatch(all_words(text)))


def _ordinal_column(found: Recognition) -> int | None:
    from thidua_cli.intake.layout import headers

    return next((c for c in found.block.columns if headers.is_ordinal(header_words(found.block.paths[c][-1]))), None)


def _groups(
    grid: Grid, found: Recognition, labels: Sequence[int], rest: Mask, filled: npt.NDArray[np.int32], sparse: Mask
) -> Mask:
    """Group rows: Roman numbers or letters beside Arabic ones, one text across the table, and "Trong đó"."""
    groups = _any_match(grid, labels, lambda text: bool(_WITHIN.fullmatch(all_words(text))), sparse)
    ordinal = _ordinal_column(found)
    if ordinal is not None:
        roman = grid.matching(ordinal, lambda text: bool(_ROMAN.fullmatch(text.strip())), sparse)
        if bool((_arabic(grid, ordinal) & rest).any()):
            groups |= roman
    if found.kind is Kind.STATISTICS:
        groups |= grid.matching(labels[-1], lambda text: text.lstrip()[:1] in "-+•–*", sparse)
    alone = rest & (filled == 1)
    return groups | (alone & _any_match(grid, labels, bool, sparse))


def _arabic(grid: Grid, column: int) -> Mask:
    values = grid.sheet.columns[column].values
    flags = np.zeros(len(values) + 1, dtype=np.bool_)
    for code, value in enumerate(values):
        flags[code] = isinstance(value, (int, float)) or (isinstance(value, str) and bool(_ARABIC.fullmatch(value.strip())))
    return flags[grid.sheet.columns[column].codes]


def _asides(grid: Grid, found: Recognition, rest: Mask, filled: npt.NDArray[np.int32], sparse: Mask) -> Mask:
    """Notes, signatures and what stands below a signature without being a row of the table."""
    columns = found.block.columns
    notes = sparse & _any_match(grid, columns, _is_note, sparse)
    signed = sparse & _any_match(grid, columns, _is_signature, sparse)
    asides = notes | signed
    if bool(signed.any()):
        after = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
        after[int(np.flatnonzero(signed)[0]) :] = True
        asides |= after & sparse
    return asides


def _is_note(text: str) -> bool:
    return bool(_STARRED.match(text)) or bool(_NOTE.fullmatch(all_words(text)))


def _is_signature(text: str) -> bool:
    if len(text) > 120:
        return False
    words = all_words(text)
    return bool(_SIGNATURE.fullmatch(words)) or bool(_DATE_LINE.fullmatch(words))


def _keyed(grid: Grid, found: Recognition) -> Mask:
    """Rows that say anything in a column the program reads, beside what every row shares."""
    mask = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for column in found.fields.values():
        mask |= grid.present(column)
    return mask
