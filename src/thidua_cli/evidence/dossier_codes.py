"""The codes of dossier tables: numbered over all tables, those that lost digits, and those that hold within a unit.

A code of the system names its unit and is one dossier wherever it stands. A logbook's own number (1, 2, 3 …) is one
only within its unit. A code that lost digits names no dossier: its rows stay apart (contract, section 2.1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import BAD_DATE, days
from thidua_cli.evidence.places import finding_at, spread
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import PackedCodes, distinct, number_codes, rearranged
from thidua_cli.intake.long_values import LongValues
from thidua_cli.intake.sheet import CellValue, Column
from thidua_cli.intake.tables import Table
from thidua_cli.records import record

Ints = npt.NDArray[np.int64]
Ids = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

KEPT_DIGITS = 15
"""So many digits of a number Excel keeps."""
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,3}")
_OWN_NUMBER = re.compile(
    r"(?:(?:SỐ|SO|STT|TT|HS|HỒSƠ|HOSO|NO|N|#)[.:\-/]?)?\d{1,6}(?:[/.\-]\d{1,4}){0,2}(?:[/.\-]?[A-ZĐ.\-]{1,8})?"
)
"""A number that a unit gave by itself: 7, 07/2021, HS-12, 15/SĐK. A code of the system has its unit before it."""
_LONGEST_OWN = 16


@record
class CodeColumn:
    """Of one table per row: the number of its code (-1 where there is none), and whether the code lost digits."""

    ids: Ids
    damaged: Mask


def code_columns(
    tables: Sequence[Table], normal: Sequence[Sequence[str] | None], findings: list[Finding]
) -> tuple[list[CodeColumn], Sequence[str]]:
    """Every table's codes (``normal``: as they are compared), numbered over all of them, and the codes by number."""
    coded = [table.columns["code"] for table in tables if "code" in table.columns]
    # Only codes that a data row holds: a header word or a total is no dossier.
    used = [np.bincount(c.codes[c.codes >= 0], minlength=len(c.values)) > 0 for c in coded]
    numbers, codes = number_codes([part for part in normal if part is not None], used)
    lookups = iter(numbers)
    columns = []
    for table, texts in zip(tables, normal, strict=True):
        if texts is not None:
            columns.append(_column(table, texts, next(lookups), findings))
            continue
        size = len(table.rows)
        columns.append(CodeColumn(np.full(size, -1, dtype=np.int32), np.zeros(size, dtype=np.bool_)))
        if size:
            where = (table.receipt.file, table.receipt.sheet, table.receipt.header)
            findings.append(Finding("missing_code", {"count": size}, *where, count=size))
    return columns, codes


def _column(table: Table, texts: Sequence[str], lookup: Ids, findings: list[Finding]) -> CodeColumn:
    column = table.columns["code"]
    ids: Ids = spread(column, lookup, -1)
    if np.any(ids < 0):
        findings.append(finding_at("missing_code", {}, table, "code", ids < 0))
    lost = _lost_digits(column, texts)
    damaged = spread(column, lost, 0) & (ids >= 0)
    if np.any(damaged):
        findings.append(finding_at("code_damaged", {}, table, "code", damaged))
    return CodeColumn(ids, damaged)


def _lost_digits(column: Column, texts: Sequence[str]) -> Mask:
    """Per distinct value whether it is a code of which only the first digits are left."""
    values = column.values
    lost = np.zeros(len(values), dtype=np.bool_)
    short = _short(texts, _LONGEST_OWN)
    if isinstance(values, LongValues):
        first = len(values.texts)
        lost[first : first + len(values.numbers)] = np.abs(values.numbers) >= 10**KEPT_DIGITS
    else:
        lost[:] = [_too_long(value) for value in values]
    for index in np.flatnonzero(short & ~lost).tolist():
        text = texts[index]
        lost[index] = "E" in text and _SCIENTIFIC.fullmatch(text) is not None
    return lost | _rounded(texts, short)


def _too_long(value: CellValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 10**KEPT_DIGITS


def _rounded(texts: Sequence[str], short: Mask) -> Mask:
    """Texts of more digits than Excel keeps, if all of a column end in the zeros that stand in for the lost ones."""
    found = np.zeros(len(texts), dtype=np.bool_)
    if isinstance(texts, PackedCodes):
        return found  # codes of this length that are kept as bytes came as text, and with text nothing is lost
    long_numbers = [i for i in np.flatnonzero(~short).tolist() if texts[i].isdecimal() and len(texts[i]) > KEPT_DIGITS]
    if len(long_numbers) > 1 and all(set(texts[i][KEPT_DIGITS:]) == {"0"} for i in long_numbers):
        found[long_numbers] = True
    return found


def _short(codes: Sequence[str], most: int) -> Mask:
    """Which codes have at most so many characters (or bytes, where they are kept as such)."""
    if isinstance(codes, PackedCodes):
        return codes.shorter(most)
    return np.fromiter((len(code) <= most for code in codes), dtype=np.bool_, count=len(codes))


def own_numbers(codes: Sequence[str]) -> Mask:
    """Which codes are numbers that a unit gave by itself, so that two units may have the same."""
    found = _short(codes, _LONGEST_OWN)
    for index in np.flatnonzero(found).tolist():
        found[index] = _OWN_NUMBER.fullmatch(codes[index]) is not None
    return found


@record
class Identities:
    """Which rows are one dossier: its number per row, and the codes by number.

    ``again`` marks rows whose own number stands in their unit under several days of receipt: taken for dossiers apart.
    """

    code: Ids
    codes: Sequence[str]
    again: Mask


@record
class Scope:
    """What a unit's own number holds within, per row: the unit, the system, and the moment of receipt.

    ``book`` marks rows of a logbook: its numbers are none of the software's.
    """

    unit: npt.NDArray[np.int32]
    system: npt.NDArray[np.int8]
    book: Mask
    received: Ints


def identify(code: Ids, codes: Sequence[str], damaged: Mask, scope: Scope) -> Identities:
    """Split what only looks like one code. A row without a code, or whose code lost digits, is a dossier of its own."""
    again = np.zeros(len(code), dtype=np.bool_)
    own = own_numbers(codes)
    scoped = np.flatnonzero(~damaged & np.append(own, [False])[code]) if own.any() else np.zeros(0, dtype=np.int64)
    lost = np.flatnonzero(damaged)
    if len(scoped) or len(lost):
        labels = code.copy()
        split, again[scoped] = _within_units(code, scope, scoped)
        labels[scoped] = len(codes) + split
        labels[lost] = len(codes) + len(scoped) + np.arange(len(lost))
        coded = np.flatnonzero(code >= 0)
        _, first, numbers = np.unique(labels[coded], return_index=True, return_inverse=True)
        codes = rearranged(codes, code[coded][first])
        code = labels
        code[coded] = numbers
    blank = np.flatnonzero(code < 0)
    code[blank] = len(codes) + np.arange(len(blank))
    return Identities(code, codes, again)


def _within_units(code: Ids, scope: Scope, rows: Ints) -> tuple[Ints, Mask]:
    """For some rows the number of the dossier, and whether the day of receipt was needed to tell it.

    It is where one system itself has several days for one number of a unit: a book that begins at 1 again every month.
    """
    unit, book = scope.unit[rows].astype(np.int64) + 1, scope.book[rows]
    group = _numbered((code[rows].astype(np.int64) * (int(unit.max(initial=0)) + 1) + unit) * 2 + book)
    received = days(scope.received[rows])
    day = _numbered(np.where(received > BAD_DATE, received, BAD_DATE))
    told = received > BAD_DATE
    most = int(day.max(initial=0)) + 1
    systems = int(scope.system.max(initial=0)) + 1
    pairs = distinct(((group * systems + scope.system[rows]) * most + day)[told]) // most
    places, several = np.unique(pairs, return_counts=True)
    restarted = np.zeros(int(group.max(initial=0)) + 1, dtype=np.bool_)
    restarted[places[several > 1] // systems] = True
    parted = restarted[group]
    return _numbered(np.where(parted, group * most + day, group * most)), parted


def _numbered(keys: Ints) -> Ints:
    numbers: Ints = np.unique(keys, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return numbers
