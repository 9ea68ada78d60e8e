"""Very many dossier codes as rows of bytes: compared, numbered and put in order without a Python string for each."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import TypeVar, overload

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.wordwise import WORD, Bytes, Words

Ids = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
_Any = TypeVar("_Any", bound=np.generic)

MAX_WIDTH = 64
"""The longest code in bytes that is kept in a row of its own; real ones have 27."""


class PackedCodes(Sequence[str]):
    """Codes in UTF-8 as rows of bytes, filled up with zeros to a width that is a multiple of eight.

    ``order`` says which row each code stands in where that is not the row of its own number.
    """

    def __init__(self, rows: Bytes, order: npt.NDArray[np.integer] | None = None) -> None:
        self.rows = np.ascontiguousarray(rows)
        self._order = order

    def __len__(self) -> int:
        return len(self.rows if self._order is None else self._order)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        code: bytes = self.rows[index if self._order is None else self._order[index]].tobytes()
        return code.rstrip(b"\x00").decode()

    def shorter(self, most: int) -> Mask:
        """Which codes have at most so many bytes (a multiple of eight)."""
        place, words = most // WORD, self.words
        fits = words[:, place] == 0 if place < words.shape[1] else np.ones(len(words), np.bool_)
        return fits if self._order is None else fits[self._order]

    def taken(self, ids: npt.NDArray[np.integer]) -> PackedCodes:
        """Some of the codes, in the order of ``ids``, each as often as it is asked for."""
        return PackedCodes(self.rows, ids if self._order is None else self._order[ids])

    @property
    def words(self) -> Words:
        """The rows' bytes, each eight as one number."""
        return self.rows.view(np.uint64)

    def keys(self, ids: npt.NDArray[np.integer], place: int) -> Words:
        """Of some codes the ``place``-th eight bytes, as numbers that are in the order of the texts."""
        rows = ids if self._order is None else self._order[ids]
        keys: Words = self.words[rows, place].byteswap()
        return keys


def packed(codes: Sequence[str]) -> PackedCodes | None:
    """Codes as rows of bytes, None where one of them is too long for that."""
    if isinstance(codes, PackedCodes):
        return codes
    width = max((len(code.encode()) for code in codes), default=0)
    if width > MAX_WIDTH:
        return None
    width = max(-(-width // WORD) * WORD, WORD)
    texts = np.array([code.encode() for code in codes], dtype=f"S{width}")
    return PackedCodes(texts.view(np.uint8).reshape(len(codes), width))


def rearranged(codes: Sequence[str], ids: Ids) -> Sequence[str]:
    """Some codes in another order, each as often as it is asked for."""
    if isinstance(codes, PackedCodes):
        return codes.taken(ids)
    return [codes[i] for i in ids.tolist()]


def number_codes(lists: Sequence[Sequence[str]], used: Sequence[Mask]) -> tuple[list[Ids], Sequence[str]]:
    """Per list one number for each code, the same wherever it stands, and the codes by number.

    -1 for the empty code and for codes that are not ``used``.
    """
    if any(isinstance(codes, PackedCodes) for codes in lists):
        rows = [packed(codes) for codes in lists]
        known = [codes for codes in rows if codes is not None]
        numbered = _number_rows(known, used) if len(known) == len(lists) else None
        if numbered is not None:
            return numbered
    index: dict[str, int] = {}
    number = index.setdefault
    ids = [
        np.fromiter(
            (number(code, len(index)) if code and use else -1 for code, use in zip(codes, mask.tolist(), strict=True)),
            np.int32,
            len(codes),
        )
        for codes, mask in zip(lists, used, strict=True)
    ]
    return ids, list(index)


def _number_rows(lists: Sequence[PackedCodes], used: Sequence[Mask]) -> tuple[list[Ids], PackedCodes] | None:
    """By a hash of eight bytes, then compared in full: None where two codes share a hash (then names must decide)."""
    width = max(codes.words.shape[1] for codes in lists)
    parts = [_widened(codes.words, width) for codes in lists]
    words = parts[0] if len(parts) == 1 else np.concatenate(parts)
    chosen = np.flatnonzero(np.concatenate(used) & (words[:, 0] != 0)).astype(np.int32)
    mixed = np.zeros(len(words), np.uint64)
    for column in words.T:
        mixed ^= column
        mixed *= np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    mixed = mixed[chosen]
    bounds = np.cumsum([len(codes) for codes in lists])[:-1]
    ids = np.full(len(words), -1, np.int32)
    if len(distinct(mixed)) == len(mixed):
        # No code stands twice: each is its own number, and what is looked up by number stands in the order of rows.
        ids[chosen] = np.arange(len(chosen))
        return np.split(ids, bounds), PackedCodes(words.view(np.uint8), chosen)
    hashes, inverse = np.unique(mixed, return_inverse=True)
    one = np.empty(len(hashes), np.int32)
    one[inverse] = chosen
    for column in words.T:
        if (column[chosen] != column[one][inverse]).any():
            return None
    ids[chosen] = inverse
    return np.split(ids, bounds), PackedCodes(words.view(np.uint8), one)


def used(codes: npt.NDArray[np.int32], values: int) -> npt.NDArray[np.intp]:
    """Which of a column's ``values`` distinct values some of its cells hold, by their codes."""
    found = np.zeros(values + 1, np.bool_)
    found[codes] = True
    return np.flatnonzero(found[:-1])


def distinct(values: npt.NDArray[_Any]) -> npt.NDArray[_Any]:
    """The distinct values in order: :func:`numpy.unique` without what it loads for that (numpy.ma, 10 ms)."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def _widened(words: Words, width: int) -> Words:
    return words if words.shape[1] == width else np.pad(words, ((0, 0), (0, width - words.shape[1])))


def first_in_order(codes: Sequence[str], ids: npt.NDArray[np.int64], most: int) -> list[int]:
    """The positions within ``ids`` of at most ``most`` codes that come first in order; no code (no such id) is last."""
    if not isinstance(codes, PackedCodes):
        names = [codes[i] if i < len(codes) else "\uffff" for i in ids.tolist()]
        return heapq.nsmallest(most, range(len(names)), key=names.__getitem__)
    with_code = np.flatnonzero(ids < len(codes))
    chosen: list[int] = []
    for place in range(codes.words.shape[1]):
        if len(chosen) + len(with_code) <= most:
            break
        keys = codes.keys(ids[with_code], place)
        border = np.partition(keys, most - len(chosen) - 1)[most - len(chosen) - 1]
        chosen += with_code[keys < border].tolist()
        with_code = with_code[keys == border]
    chosen += with_code[: most - len(chosen)].tolist()
    without = np.flatnonzero(ids >= len(codes))[: max(most - len(chosen), 0)]
    return [*chosen, *without.tolist()]
