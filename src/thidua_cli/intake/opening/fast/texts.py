"""Texts of one column as they stand among the bytes of a file: the few that come again and again, or very many.

No Python object is made for a cell. In each piece of a file equal texts are told by a hash and then compared byte by
byte; a column that hardly ever repeats itself is copied as it comes, for what a text means is told by its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import TextStore
from thidua_cli.intake.opening.cells import LONG
from thidua_cli.intake.sheet import Codes
from thidua_cli.intake.wordwise import PAD, WORD, Positions, Text, Words

Marks = npt.NDArray[np.bool_]
Clean = Callable[[bytes], bytes]
"""Makes a text of what stands in a cell: UTF-8 in, UTF-8 out, without the marks of its format."""
_FACTOR, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)
_WIDE, _SLOT = 128, np.uint64(50)
"""The bytes of a text up to which it is compared in bulk, and of a hash the bits that are not its slot."""
_FEW = 64
"""So many different texts in one piece are few, however short it is."""


class ColumnTexts:
    """The texts of one column, taken piece by piece; ``escaped`` ones keep the entities of XML."""

    def __init__(self, *, escaped: bool = False) -> None:
        self._escaped = escaped
        self._known: dict[bytes, int] | None = {}
        self._rows = np.array([b"\xff"])
        self._slots = np.full(1 << (64 - int(_SLOT)), -1, np.int32)
        self._data = bytearray()
        self._lengths: list[npt.NDArray[np.int32]] = []
        self._count = 0

    def numbered(self, text: Text, starts: Positions, lengths: Positions) -> Codes:
        """A code for each text, -1 for an empty one; equal texts may have several."""
        codes = np.full(len(starts), -1, np.int32)
        at = np.flatnonzero(lengths)
        if len(at):
            codes[at] = self._numbered(text, starts[at], lengths[at])
        return codes

    def _numbered(self, text: Text, starts: Positions, lengths: Positions) -> Codes:
        if self._known is not None:
            codes = self._among_known(text, starts, lengths, self._known)
            if codes is not None:
                return codes
            self._copy_known(self._known)
            self._known = None
        self._data += joined_texts(text, starts, lengths)
        self._lengths.append(lengths.astype(np.int32))
        self._count += len(starts)
        return np.arange(self._count - len(starts), self._count, dtype=np.int32)

    def _among_known(self, text: Text, starts: Positions, lengths: Positions, known: dict[bytes, int]) -> Codes | None:
        """The codes of texts of which there are few, None where there are many."""
        codes, at = np.full(len(starts), -1, np.int32), np.flatnonzero(lengths <= _WIDE)
        short, keys = _rows(text, starts[at], lengths[at])
        slots = (keys >> _SLOT).astype(np.intp)
        codes[at] = found = self._slots[slots]
        codes[at[self._rows[found] != short]] = -1
        left = np.flatnonzero(codes[at] < 0)
        first, inverse = _alike(short[left], keys[left])
        new = short[left[first]].tolist()
        long = np.flatnonzero(lengths > _WIDE).tolist()
        raw = [text.data[starts[i] : starts[i] + lengths[i]] for i in long]
        many = len(new) + len(set(raw))
        if many > max(_FEW, len(starts) // 2) or len(known) + many > LONG:
            return None
        told = np.array([known.setdefault(one, len(known)) for one in [*new, *raw]], np.int32)
        codes[at[left]] = told[: len(new)][inverse]
        codes[long] = told[len(new) :]
        if many:
            self._rows = np.array([one if len(one) <= _WIDE else b"" for one in known])
            self._slots[slots[left[first]]] = told[: len(new)]
        return codes

    def _copy_known(self, known: dict[bytes, int]) -> None:
        self._data += b"".join(known)
        self._lengths.append(np.fromiter(map(len, known), np.int32, len(known)))
        self._count = len(known)

    def store(self) -> TextStore:
        """All texts by their codes; nothing can be taken afterwards."""
        if self._known is not None:
            self._copy_known(self._known)
            self._known = None
        data, lengths = self._data, np.concatenate([np.empty(0, np.int32), *self._lengths])
        data += PAD
        starts = (np.cumsum(lengths, dtype=np.int64) - lengths).astype(np.int32)
        return TextStore(data, starts, lengths, escaped=self._escaped)


def cleaned(
    text: Text, starts: Positions, lengths: Positions, odd: Marks, clean: Clean
) -> tuple[Text, Positions, Positions]:
    """The same texts with the odd ones made clean, among bytes of their own."""
    if not odd.any():
        return text, starts, lengths
    made: dict[bytes, bytes] = {}
    found: Sequence[int] = np.flatnonzero(odd).tolist()
    texts = []
    for i in found:
        raw = text.data[starts[i] : starts[i] + lengths[i]]
        texts.append(made.get(raw) or made.setdefault(raw, clean(raw)))
    starts, lengths = starts.copy(), lengths.copy()
    lengths[found] = added = np.fromiter(map(len, texts), np.intp, len(texts))
    starts[found] = len(text.data) + np.cumsum(added) - added
    return Text(b"".join([text.data, *texts])), starts, lengths


def _rows(text: Text, starts: Positions, lengths: Positions) -> tuple[npt.NDArray[np.bytes_], Words]:
    """Texts of some bytes in an array, and a hash of each."""
    width = max(-(-int(lengths.max(initial=0)) // WORD), 1) * WORD
    rows = text.rows(starts, lengths, width)
    return rows.view(f"S{width}")[:, 0], _hashed(rows.view(np.uint64))


def _alike(texts: npt.NDArray[np.bytes_], keys: Words) -> tuple[Positions, Positions]:
    """Where each different text first stands, in that order, and for each text which of these it is."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), np.intp)
    rank[order] = np.arange(len(order))
    first, inverse = first[order], rank[inverse]
    if (texts != texts[first[inverse]]).any():  # a hash alone decides nothing
        return np.arange(len(texts)), np.arange(len(texts))
    return first, inverse


def _hashed(rows: Words) -> Words:
    keys = rows[:, 0] * _FACTOR
    for place in range(1, rows.shape[1]):
        keys ^= keys >> _SHIFT
        keys ^= rows[:, place]
        keys *= _FACTOR
    return keys


def joined_texts(text: Text, starts: Positions, lengths: Positions) -> bytes:
    """The texts one after the other."""
    if len(lengths) and (lengths == lengths[0]).all() and lengths[0] < len(PAD):
        return text.pieces(starts, int(lengths[0])).tobytes() if lengths[0] else b""
    ends = np.cumsum(lengths)
    at = np.repeat(starts - (ends - lengths), lengths)
    at += np.arange(len(at))
    joined: bytes = text.bytes[at].tobytes()
    return joined
