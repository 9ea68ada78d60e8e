"""Dossier codes: normalised in bulk, and the date that a code carries.

Codes are as many as dossiers and nearly all distinct, so nothing here runs once per code in Python where a bulk string
or array operation does the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.codes import MAX_WIDTH, PackedCodes, distinct
from thidua_cli.intake.long_values import LongValues
from thidua_cli.intake.sheet import CellValue, ExcelError
from thidua_cli.intake.values_dates import NO_DATE, Bytes, Flags, Seconds, day_numbers, digits_at
from thidua_cli.intake.wordwise import WORD

_SEPARATOR = "\x00"  # never in a cell (XML forbids it), not white space, and leaves an ASCII column ASCII
_ODD = {
    **dict.fromkeys(
        (0x00AD, 0x034F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
    ),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-"),
    **dict.fromkeys((0x2018, 0x2019, 0x0060), "'"),
    0x00D0: "Đ",
    0x0189: "Đ",
}
_EMPTY = frozenset({"-", "--", "---", ".", "...", "_", "/", "NULL", "NONE", "N/A", "NAN"})


def normalise_codes(values: Sequence[CellValue]) -> Sequence[str]:
    """Dossier codes as they are compared: NFC, no white space or invisible characters, capitals, every dash a "-".

    A number 123.0 is "123"; a cell without a code ("-", NULL, an error) is the empty text.
    """
    if isinstance(values, LongValues):
        return _normalise_long(values)
    return _normalised(values)


def _normalised(values: Sequence[CellValue]) -> list[str]:
    texts = [value.replace(_SEPARATOR, "") for value in map(_text, values)]
    odd = [i for i, text in enumerate(texts) if not text.isascii()]
    mended = _unified(_SEPARATOR.join([texts[i] for i in odd])).split(_SEPARATOR)
    for i, text in zip(odd, mended, strict=False):
        texts[i] = text
    if not texts:
        return []
    joined = "".join(_SEPARATOR.join(texts).split()).upper()
    joined = joined.replace(_SEPARATOR + "'", _SEPARATOR).removeprefix("'")
    return [("" if code in _EMPTY else code) for code in joined.split(_SEPARATOR)]


def _normalise_long(values: LongValues) -> Sequence[str]:
    """Most codes are normal as they stand; only the others become Python strings."""
    lengths = values.texts.lengths
    width = -(-int(lengths.max(initial=1)) // WORD) * WORD
    if width > MAX_WIDTH:
        return _normalised(list(values))
    rows = np.zeros((len(values), width), np.uint8)
    plain = np.zeros(len(values), np.bool_)
    for start in range(0, len(lengths), _BLOCK):
        stop = min(start + _BLOCK, len(lengths))
        block = rows[start:stop] = values.texts.rows(np.arange(start, stop), width)
        plain[start:stop] = lengths[start:stop] > _LONGEST_EMPTY
        if block.tobytes().translate(None, _PLAIN_BYTES):
            plain[start:stop] &= _PLAIN[block].all(axis=1)
    odd = np.flatnonzero(~plain)
    mended = _normalised([values[int(i)] for i in odd])
    if max((len(code.encode()) for code in mended), default=0) > width:
        return _normalised(list(values))
    rows[odd] = np.array([code.encode() for code in mended], dtype=f"S{width}").view(np.uint8).reshape(len(odd), width)
    return PackedCodes(rows)


_BLOCK = 65_536
"""Codes looked at together: what is worked out for each on the way takes more room than the code itself."""
_PLAIN = np.zeros(256, np.bool_)
"""Bytes that mean themselves in a normal code; zero is what rows are filled up with."""
_PLAIN[[0, *(byte for byte in range(0x21, 0x7F) if not chr(byte).islower() and chr(byte) not in "'&")]] = True
_PLAIN_BYTES = bytes(np.flatnonzero(_PLAIN).tolist())
_LONGEST_EMPTY = max(map(len, _EMPTY))


def _unified(text: str) -> str:
    """The slow part, for the few texts that are not plain ASCII; capitals first, since they may come apart again."""
    return unicodedata.normalize("NFC", text.translate(_ODD).upper())


def _text(value: CellValue) -> str:
    if type(value) is str:
        return value
    if value is None or isinstance(value, ExcelError):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def code_dates(codes: Sequence[str]) -> Seconds:
    """The date inside each normalised code as days since 1970-01-01, :data:`NO_DATE` (NaT) where a code has none.

    Codes of the national scheme: ``000.05.41.H20-211123-0900`` or ``H20.5.1-211123-0900``: yymmdd between the unit's
    code and a serial number of three to seven digits. Free codes of older systems carry no date that could be trusted.
    """
    days = np.full(len(codes), NO_DATE, dtype=np.int64)
    for start in range(0, len(codes), _BLOCK):
        rows, lengths = _block(codes, start)
        for length in distinct(lengths).tolist():
            if 14 <= length <= 60:
                at = np.flatnonzero(lengths == length)
                same = rows[:, :length] if len(at) == len(rows) else rows[at, :length]
                days[start + at] = _dates_of_rows(same)
    return days


def _block(codes: Sequence[str], start: int) -> tuple[Bytes, npt.NDArray[np.intp]]:
    """Some codes as rows of bytes, kept character after character of all of them, and their lengths."""
    if isinstance(codes, PackedCodes):
        rows = np.asfortranarray(codes.rows[start : start + _BLOCK])
        return rows, np.count_nonzero(rows.T, axis=0)
    texts = codes[start : start + _BLOCK]
    lengths = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts))
    joined = "".join([text.ljust(60)[:60] for text in texts])
    raw = np.frombuffer(joined.encode("latin-1", "replace"), dtype=np.uint8).reshape(-1, 60)
    return np.asfortranarray(raw), lengths


def _dates_of_rows(raw: Bytes) -> Seconds:
    days = np.full(len(raw), NO_DATE, dtype=np.int64)
    for serial in range(3, 8):
        start = raw.shape[1] - serial - 7  # of yymmdd
        if start < 4:
            break
        rows = np.flatnonzero((raw[:, start - 1] == _DASH) & (raw[:, start + 6] == _DASH) & (days == NO_DATE))
        if not len(rows):
            continue
        part = raw if len(rows) == len(raw) else raw[rows]
        year, year_fine = digits_at(part, start, 2)
        month, month_fine = digits_at(part, start + 2, 2)
        day, day_fine = digits_at(part, start + 4, 2)
        _, serial_fine = digits_at(part, start + 7, serial)
        number, exists = day_numbers(year + 2000, month, day)
        fine = year_fine & month_fine & day_fine & serial_fine & exists & _unit_codes(part[:, : start - 1])
        days[rows[fine]] = number[fine]
    return days


_DASH = 0x2D


def _unit_codes(prefix: Bytes) -> Flags:
    """Which rows are a unit's code: ``000.05.41.H20``, or ``H20`` with any numbers after dots."""
    digit = (prefix >= 0x30) & (prefix <= 0x39)
    dot = prefix == 0x2E
    if prefix.shape[1] == 13 and (prefix[:, 10] == _H).any():
        fine: Flags = digit[:, (0, 1, 2, 4, 5, 7, 8, 11, 12)].all(axis=1) & dot[:, (3, 6, 9)].all(axis=1)
        fine &= prefix[:, 10] == _H
        return fine
    numbered = (digit[:, 3:] | dot[:, 3:]).all(axis=1) & digit[:, -1] & ~(dot[:, :-1] & dot[:, 1:]).any(axis=1)
    fine = np.asarray((prefix[:, 0] == _H) & digit[:, 1] & digit[:, 2] & numbered)
    return fine & dot[:, 3] if prefix.shape[1] > 3 else fine


_H = 0x48
