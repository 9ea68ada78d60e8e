"""The distinct values of a long column, kept as arrays: Python objects are made of the few that somebody asks for.

A million dossier codes as Python strings cost 80 MB and half a second before anything is done with them; applicants'
names are never looked at at all. What works on whole columns (dates, codes) takes the arrays as they are.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.wordwise import PAD, Bytes, Text

Ints = npt.NDArray[np.int64]
Ids = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([0-9A-Fa-f]{1,5}));")
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # the data's own local time
_EXCEL_EPOCH_DAYS = 25_569
_DAY_MS = 86_400_000


class TextStore:
    """Many texts: ``starts`` and ``lengths`` in bytes within ``data``, which is UTF-8 and ends with padding.

    ``escaped`` texts are as XML wrote them, with its entities.
    """

    def __init__(
        self,
        data: bytes | bytearray,
        starts: npt.NDArray[np.int32],
        lengths: npt.NDArray[np.int32],
        *,
        escaped: bool = False,
    ) -> None:
        self.data = data
        self.starts = starts
        self.lengths = lengths
        self.escaped = escaped

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, index: int | np.intp) -> str:
        """One text, decoded, in NFC."""
        start = int(self.starts[index])
        text = self.data[start : start + int(self.lengths[index])].decode("utf-8", "replace")
        if self.escaped and "&" in text:
            text = decoded_entities(text)
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def rows(self, ids: Ids, width: int) -> Bytes:
        """The bytes of some texts of at most ``width`` bytes (a multiple of 8) as rows, filled up with zeros."""
        return self._text.rows(self.starts[ids].astype(np.intp), self.lengths[ids].astype(np.intp), width)

    @cached_property
    def _text(self) -> Text:
        return Text(self.data, padded=True)

    @cached_property
    def beyond_ascii(self) -> npt.NDArray[np.bool_]:
        """Per text whether it is more than plain ASCII, an entity included."""
        special = np.zeros(len(self), np.bool_)
        step = 1 << 20
        ends = self.starts.astype(np.int64) + self.lengths
        for offset in range(0, len(self.data), step):
            piece = self._text.bytes[offset : offset + step]
            found = np.flatnonzero((piece >= 0x80) | (piece == ord("&"))) + offset
            at = np.searchsorted(self.starts, found, "right") - 1
            special[at[(at >= 0) & (found < ends[at])]] = True
        return special


def decoded_entities(text: str) -> str:
    """A text as XML means it."""
    return ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    name, number, hexadecimal = found.groups()
    return _NAMED[name] if name else chr(int(number) if number else int(hexadecimal, 16))


def milliseconds(serials: npt.NDArray[np.float64]) -> Ints:
    """Milliseconds since 1970 of Excel's day numbers, rounded as the library rounds them (halves away from zero)."""
    return np.floor(serials * _DAY_MS + 0.5).astype(np.int64) - _EXCEL_EPOCH_DAYS * _DAY_MS


@dataclass(frozen=True, eq=False)
class StoredTexts(Sequence[str]):
    """Some texts of a store, each decoded when asked for."""

    store: TextStore
    ids: Ids

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return StoredTexts(self.store, self.ids[index])
        return self.store.text(self.ids[index])

    @property
    def lengths(self) -> npt.NDArray[np.int32]:
        """Their lengths in bytes."""
        return self.store.lengths[self.ids]

    def rows(self, at: Ids, width: int) -> Bytes:
        """The bytes of some of them, as :meth:`TextStore.rows` gives them."""
        return self.store.rows(self.ids[at], width)


@dataclass(frozen=True, eq=False)
class LongValues(Sequence[CellValue]):
    """Texts, then numbers, then dates (as Excel's day numbers), then the few values of other kinds.

    Different places may hold equal values: what a text means is told by its bytes, not by its place.
    """

    texts: StoredTexts
    numbers: npt.NDArray[np.float64]
    dates: npt.NDArray[np.float64]
    rest: tuple[CellValue, ...] = ()

    def __len__(self) -> int:
        return len(self.texts) + len(self.numbers) + len(self.dates) + len(self.rest)

    @overload
    def __getitem__(self, index: int) -> CellValue: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CellValue]: ...
    def __getitem__(self, index: int | slice) -> CellValue | Sequence[CellValue]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if 0 <= index < len(self.texts):
            return self.texts[index]
        index -= len(self.texts)
        if 0 <= index < len(self.numbers):
            return number(float(self.numbers[index]))
        index -= len(self.numbers)
        if 0 <= index < len(self.dates):
            return moment(float(self.dates[index]))
        index -= len(self.dates)
        if index < 0:
            raise IndexError(index)
        return self.rest[index]

    def __iter__(self) -> Iterator[CellValue]:
        return (self[i] for i in range(len(self)))

    def beyond_ascii(self, most: int) -> list[str]:
        """The first texts that are more than plain ASCII."""
        special = self.texts.store.beyond_ascii[self.texts.ids]
        return [text for i in np.flatnonzero(special)[:most] if not (text := self.texts[int(i)]).isascii()]


class ValuesInMaking:
    """Very many values of a column on their way into arrays, taken in the order of their codes."""

    def __init__(self) -> None:
        self._texts: list[bytes] = []
        self._lengths: list[npt.NDArray[np.int32]] = []
        self._numbers: list[npt.NDArray[np.float64]] = []
        self._dates: list[npt.NDArray[np.float64]] = []
        self._rest: list[CellValue] = []
        self._kinds: list[npt.NDArray[np.uint8]] = []

    def take(self, values: Sequence[CellValue], settle: Callable[[CellValue], CellValue]) -> None:
        """Take the next values; the empty text and None are no values, but keep their place in the order of codes.

        ``settle`` gives its settled form to what is neither text nor an ordinary number or date.
        """
        kinds = np.fromiter(map(_KINDS.__getitem__, map(type, values)), np.uint8, len(values))
        floats = np.zeros(len(values))
        for kind, read in ((_NUMBER, _as_floats), (_DAY, _as_days), (_MOMENT, _as_moments)):
            at = np.flatnonzero(kinds == kind)
            if len(at):
                floats[at] = read(values if len(at) == len(values) else [values[i] for i in at.tolist()])
        kinds[np.isnan(floats)] = _OTHER
        kinds[kinds == _MOMENT] = _DAY
        self._numbers.append(floats[kinds == _NUMBER])
        self._dates.append(floats[kinds == _DAY])
        if _TEXT in kinds:
            self._take_texts([values[i] for i in np.flatnonzero(kinds == _TEXT).tolist()], kinds)  # type: ignore[misc]
        self._rest += [settle(values[i]) for i in np.flatnonzero(kinds == _OTHER).tolist()]
        self._kinds.append(kinds)

    def _take_texts(self, texts: list[str], kinds: npt.NDArray[np.uint8]) -> None:
        encoded = [text.encode("utf-8", "replace") for text in texts]
        lengths = np.fromiter(map(len, encoded), np.int32, len(encoded))
        empty = lengths == 0
        if empty.any():
            kinds[np.flatnonzero(kinds == _TEXT)[empty]] = _EMPTY
        self._texts.append(b"".join(encoded))
        self._lengths.append(lengths[~empty])

    def finish(self) -> tuple[LongValues, npt.NDArray[np.int32]]:
        """The values, and for each in the order taken its code among them, -1 for those that were none."""
        data, lengths = b"".join([*self._texts, PAD]), _joined(self._lengths, np.int32)
        starts = (np.cumsum(lengths, dtype=np.int64) - lengths).astype(np.int32)
        texts = StoredTexts(TextStore(data, starts, lengths), np.arange(len(lengths)))
        numbers, dates = _joined(self._numbers, np.float64), _joined(self._dates, np.float64)
        kinds, table, first = _joined(self._kinds, np.uint8), np.full(sum(map(len, self._kinds)), -1, np.int32), 0
        for kind in (_TEXT, _NUMBER, _DAY, _OTHER):
            at = np.flatnonzero(kinds == kind)
            table[at] = np.arange(first, first + len(at), dtype=np.int32)
            first += len(at)
        return LongValues(texts, numbers, dates, tuple(self._rest)), table


_TEXT, _NUMBER, _DAY, _MOMENT, _OTHER, _EMPTY = range(6)


class _Kinds(dict[type, int]):
    def __missing__(self, kind: type) -> int:
        return _OTHER


_KINDS = _Kinds({str: _TEXT, int: _NUMBER, float: _NUMBER, date: _DAY, datetime: _MOMENT, type(None): _EMPTY})
_FIRST_DAY = 61
"""1 March 1900: before it spreadsheets and Python disagree about the calendar."""


def _joined(parts: Sequence[npt.NDArray[Any]], kind: type) -> npt.NDArray[Any]:
    return np.concatenate([np.empty(0, kind), *parts])


def _as_floats(values: Sequence[Any]) -> Floats:
    """Numbers as floats, NaN where :func:`number` would not give the same number back."""
    try:
        floats = np.array(values, np.float64)
    except OverflowError:
        floats = np.array([float(value) if abs(value) < _EXACT else math.nan for value in values])
    floats[np.isinf(floats) | ((np.abs(floats) >= _EXACT) & (np.rint(floats) == floats))] = math.nan
    return floats


def _as_days(values: Sequence[Any]) -> Floats:
    """Dates as Excel day numbers, NaN where :func:`moment` would not give the same back."""
    days = np.array(values, "M8[D]").astype(np.float64) + _EXCEL_EPOCH_DAYS
    days[days < _FIRST_DAY] = math.nan
    return days


def _as_moments(values: Sequence[Any]) -> Floats:
    """The same of dates with a time of day, which midnight is none of."""
    if any(value.tzinfo for value in values):
        return np.full(len(values), math.nan)
    passed, rest = np.divmod(np.array(values, "M8[us]").astype(np.int64), 1000)
    days, passed = np.divmod(passed, _DAY_MS)
    serials = days + _EXCEL_EPOCH_DAYS + passed / _DAY_MS
    serials[(rest != 0) | (passed == 0) | (serials < _FIRST_DAY)] = math.nan
    return np.asarray(serials)


_EXACT = 2.0**53
"""From here on not every whole number is a float."""


def number(value: float) -> int | float:
    """A number as cells hold it: whole ones as int (1.0 is 1)."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def moment(serial: float) -> date | datetime:
    """The date of an Excel day number from 61 (1 March 1900) on; without a time of day it is a plain date."""
    when = _EPOCH + timedelta(days=-_EXCEL_EPOCH_DAYS, milliseconds=math.floor(serial * _DAY_MS + 0.5))
    return when.date() if serial.is_integer() else when
