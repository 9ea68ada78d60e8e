"""The distinct values of a long column, kept as arrays: Python objects are made of the few that somebody asks for.

A million dossier codes as Python strings cost 80 MB and half a second before anything is done with them; applicants'
names are never looked at at all. What works on whole columns (dates, codes) takes the arrays as they are.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import overload

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.wordwise import Bytes, Text

Ints = npt.NDArray[np.int64]
Ids = npt.NDArray[np.intp]

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([0-9A-Fa-f]{1,5}));")
ENTITY_BYTES = re.compile(_ENTITY.pattern.encode())
"""The entities that :meth:`TextStore.text` decodes: XML's own."""
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # the data's own local time
_EXCEL_EPOCH_DAYS = 25_569
_DAY_MS = 86_400_000


class TextStore:
    """Many texts as XML wrote them: ``starts`` and ``lengths`` in bytes within ``data``, which ends with padding."""

    def __init__(self, data: bytes, starts: npt.NDArray[np.int32], lengths: npt.NDArray[np.int32]) -> None:
        self.data = data
        self.starts = starts
        self.lengths = lengths

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, index: int | np.intp) -> str:
        """One text, decoded, in NFC."""
        start = int(self.starts[index])
        text = self.data[start : start + int(self.lengths[index])].decode()
        if "&" in text:
            text = _ENTITY.sub(_character, text)
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
    """Texts, then numbers, then dates (as Excel's day numbers), then truth values as text, each distinct."""

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


def number(value: float) -> int | float:
    """A number as cells hold it: whole ones as int (1.0 is 1)."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def moment(serial: float) -> date | datetime:
    """The date of an Excel day number from 61 (1 March 1900) on; without a time of day it is a plain date."""
    when = _EPOCH + timedelta(days=-_EXCEL_EPOCH_DAYS, milliseconds=math.floor(serial * _DAY_MS + 0.5))
    return when.date() if serial.is_integer() else when
