"""Bytes looked at eight at a time: the one trick that reading a million rows rests on."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.intp]
Words = npt.NDArray[np.uint64]
Bytes = npt.NDArray[np.uint8]

WORD = 8
PAD = b"\x00" * 160
"""What a text needs behind it, so that pieces can be asked for at its very end too."""
_ZEROS, _HIGH, _BEYOND_NINE = (np.uint64(int.from_bytes(bytes([b]) * WORD, "little")) for b in (0x30, 0x80, 0x76))
_PAIRED = [
    (np.uint64(1 + (10**digits << width)), np.uint64(width), np.uint64(kept))
    for digits, width, kept in ((1, 8, 0x00FF00FF00FF00FF), (2, 16, 0x0000FFFF0000FFFF), (4, 32, 0xFFFFFFFF))
]
"""Neighbouring digits, then pairs, then fours made one number: what to multiply with, to shift by and to keep."""


class NotPlain(Exception):  # noqa: N818  # not an error: the library reads on
    """Something stands here that the scanner does not fully understand."""


def require(condition: object, what: str) -> None:
    """Raise :class:`NotPlain` unless the condition holds for everything it was asked of."""
    if not (condition.all() if isinstance(condition, np.ndarray) else condition):
        raise NotPlain(what)


class Text:
    """Bytes, and for each position the eight bytes from there as one number (the first is the lowest)."""

    def __init__(self, data: bytes | bytearray, *, padded: bool = False) -> None:
        self.data = cast("bytes", data)
        self.bytes: Bytes = np.frombuffer(data if padded else data + PAD, np.uint8)
        self._words: Words = np.ndarray(len(self.bytes) - WORD, np.dtype("<u8"), self.bytes, strides=(1,))

    def words(self, at: Positions) -> Words:
        """The eight bytes from each position on."""
        return self._words[at]

    def pieces(self, at: Positions, size: int) -> npt.NDArray[np.bytes_]:
        """The ``size`` bytes from each position on."""
        found: npt.NDArray[np.bytes_] = np.ndarray(len(self.bytes) - size, f"S{size}", self.bytes, strides=(1,))[at]
        return found

    def has(self, at: Positions, piece: bytes) -> npt.NDArray[np.bool_]:
        """At which positions a piece stands, which does not end with a zero."""
        found: npt.NDArray[np.bool_] = self.pieces(at, len(piece)) == piece
        return found

    def rows(self, starts: Positions, lengths: Positions, width: int, fill: bytes = b"\x00") -> Bytes:
        """Some pieces of the text as rows of ``width`` bytes, filled up; ``width`` is a multiple of 8."""
        words = width // WORD
        if width < len(PAD):
            rows = self.pieces(starts, width).view(np.uint64).reshape(-1, words)
        else:
            last = len(self._words) - 1
            rows = np.stack([self._words[np.minimum(starts + i * WORD, last)] for i in range(words)], axis=1)
        kept = _kept(words)[np.minimum(lengths, width)]
        rows &= kept
        if fill != b"\x00":
            rows |= ~kept & word(fill * WORD)
        return rows.view(np.uint8)


@lru_cache(maxsize=32)
def _kept(words: int) -> Words:
    """For each length of a text what to keep of a row of so many words."""
    return masks(np.clip(np.arange(words * WORD + 1)[:, None] - np.arange(words) * WORD, 0, WORD))


def word(text: bytes) -> np.uint64:
    """Up to eight bytes as the number that :meth:`Text.words` gives for them."""
    return np.uint64(int.from_bytes(text, "little"))


def starts_with(words: Words, text: bytes) -> npt.NDArray[np.bool_]:
    """Which words begin with a text of at most eight bytes."""
    found: npt.NDArray[np.bool_] = (words & _MASKS[len(text)]) == word(text)
    return found


def masks(lengths: npt.NDArray[np.integer]) -> Words:
    """For each length (0 to 8) the number that keeps so many bytes of a word."""
    found: Words = _MASKS[lengths]
    return found


_MASKS = np.array([(1 << 8 * n) - 1 for n in range(WORD + 1)], np.uint64)


def whole_numbers(
    text: Text, starts: Positions, ends: Positions
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """The numbers written between two positions, and where there are 1 to 8 digits and nothing else (else 0)."""
    lengths = ends - starts
    fine = (lengths >= 1) & (lengths <= WORD)
    digits = text.words(starts)
    # Digits to the right end, zeros before them: then the same three steps turn any number of digits into a number.
    digits ^= _ZEROS
    digits <<= ((WORD - np.where(fine, lengths, WORD)) << 3).astype(np.uint64)
    beyond = digits + _BEYOND_NINE
    beyond |= digits
    beyond &= _HIGH
    fine &= beyond == 0
    for factor, width, kept in _PAIRED:
        digits *= factor
        digits >>= width
        digits &= kept
    if not fine.all():
        digits[~fine] = 0
    return digits.view(np.int64), fine
