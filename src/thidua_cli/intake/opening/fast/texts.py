"""Texts of one column as they stand among the bytes of a file: the few that come again and again, or very many.

No Python object is made for a cell. In each piece of a file equal texts are told by a hash and then compared byte by
byte; a column that hardly ever repeats itself is copied as it comes, for what a text means is told by its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import LongValues, StoredTexts, TextStore
from thidua_cli.intake.opening.cells import LONG, Settle, recoded
from thidua_cli.intake.sheet import Codes, Column
from thidua_cli.intake.wordwise import PAD, WORD, Positions, Text, Words, masks

Marks = npt.NDArray[np.bool_]
Clean = Callable[[bytes], bytes]
"""Makes a text of what stands in a cell: UTF-8 in, UTF-8 out, without the marks of its format."""
_FACTOR, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)
_FEW = 64
"""So many different texts in one piece are few, however short it is."""


class ColumnTexts:
    """The texts of one column, row by row; takes them piece by piece, from the first row to the last.

    ``clean`` makes the text of the cells that a piece marks as odd; ``escaped`` texts keep the entities of XML.
    """

    def __init__(self, clean: Clean | None = None, *, escaped: bool = False) -> None:
        self._clean = clean
        self._escaped = escaped
        self._codes: list[tuple[int, Codes]] = []
        self._known: dict[bytes, int] | None = {}
        self._data = bytearray()
        self._lengths: list[npt.NDArray[np.int32]] = []
        self._count = 0

    def take(self, row: int, text: Text, starts: Positions, lengths: Positions, odd: Marks) -> None:
        """The texts of successive rows, the first of which is ``row`` (0-based)."""
        codes = self.numbered(text, starts, lengths, odd)
        if len(codes):
            self._codes.append((row, codes))

    def numbered(self, text: Text, starts: Positions, lengths: Positions, odd: Marks | None = None) -> Codes:
        """A code for each text, -1 for an empty one; equal texts may have several."""
        if self._clean is not None and odd is not None and odd.any():
            text, starts, lengths = _cleaned(text, starts, lengths, odd, self._clean)
        codes = np.full(len(starts), -1, np.int32)
        at = np.flatnonzero(lengths)
        if len(at):
            codes[at] = self._numbered(text, starts[at], lengths[at])
        return codes

    def _numbered(self, text: Text, starts: Positions, lengths: Positions) -> Codes:
        if self._known is not None:
            first, inverse = _alike(text, starts, lengths)
            if len(first) <= max(_FEW, len(starts) // 2) and len(self._known) + len(first) <= LONG:
                return self._among_known(text, starts[first], lengths[first], self._known)[inverse]
            self._copy_known(self._known)
            self._known = None
        self._data += _joined(text, starts, lengths)
        self._lengths.append(lengths.astype(np.int32))
        self._count += len(starts)
        return np.arange(self._count - len(starts), self._count, dtype=np.int32)

    @staticmethod
    def _among_known(text: Text, starts: Positions, lengths: Positions, known: dict[bytes, int]) -> Codes:
        texts = [text.data[at : at + size] for at, size in zip(starts.tolist(), lengths.tolist(), strict=True)]
        return np.array([known.setdefault(found, len(known)) for found in texts], np.int32)

    def _copy_known(self, known: dict[bytes, int]) -> None:
        self._data += b"".join(known)
        self._lengths.append(np.fromiter(map(len, known), np.int32, len(known)))
        self._count = len(known)

    def store(self) -> TextStore:
        """All texts by their codes; nothing can be taken afterwards."""
        if self._known is not None:
            self._copy_known(self._known)
            self._known = None
        data, lengths = self._data, np.concatenate(self._lengths)
        data += PAD
        starts = (np.cumsum(lengths, dtype=np.int64) - lengths).astype(np.int32)
        return TextStore(data, starts, lengths, escaped=self._escaped)

    def column(self, index: int, n_rows: int, settle: Settle) -> Column:
        """The column under its number; ``settle`` gives a distinct value its settled form."""
        codes = np.full(n_rows, -1, np.int32)
        for row, part in self._codes:
            codes[row : row + len(part)] = part
        self._codes = []
        store = self.store()
        if len(store) <= LONG:
            return recoded(Column(index, codes, [store.text(i) for i in range(len(store))]), settle)
        return _without_errors(Column(index, codes, ()), store, settle)


def _without_errors(column: Column, store: TextStore, settle: Settle) -> Column:
    """A long column; what looks like an error cell of a spreadsheet is looked at by itself."""
    none = np.empty(0, np.float64)
    marked = np.frombuffer(store.data, np.uint8)[store.starts] == ord("#")
    ids = np.arange(len(store))
    if not marked.any():
        return Column(column.index, column.codes, LongValues(StoredTexts(store, ids), none, none))
    table = np.empty(len(store) + 1, np.int32)
    table[np.concatenate([ids[~marked], ids[marked]])] = ids
    table[-1] = -1
    rest = tuple(settle(store.text(i)) for i in ids[marked].tolist())
    return Column(column.index, table[column.codes], LongValues(StoredTexts(store, ids[~marked]), none, none, rest))


def _cleaned(
    text: Text, starts: Positions, lengths: Positions, odd: Marks, clean: Clean
) -> tuple[Text, Positions, Positions]:
    """The same texts with the odd ones made clean, among bytes of their own."""
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


def _alike(text: Text, starts: Positions, lengths: Positions) -> tuple[Positions, Positions]:
    """Where each different text first stands, in that order, and for each text which of these it is."""
    keys = _hashed(text, starts, lengths)
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), np.intp)
    rank[order] = np.arange(len(order))
    first, inverse = first[order], rank[inverse]
    model = first[inverse]
    if not _same(text, starts, lengths, starts[model], lengths[model]):
        return np.arange(len(starts)), np.arange(len(starts))
    return first, inverse


def _hashed(text: Text, starts: Positions, lengths: Positions) -> Words:
    keys = lengths.astype(np.uint64)
    keys *= _FACTOR
    left = np.arange(len(starts))
    for offset in range(0, int(lengths.max(initial=0)), WORD):
        if offset:
            left = left[lengths[left] > offset]
        words = text.words(starts[left] + offset)
        words &= masks(np.minimum(lengths[left] - offset, WORD))
        words ^= keys[left]
        words *= _FACTOR
        words ^= words >> _SHIFT
        keys[left] = words
    return keys


def _same(text: Text, starts: Positions, lengths: Positions, models: Positions, model_lengths: Positions) -> bool:
    """Whether all texts are their models byte by byte: a hash alone decides nothing."""
    if (lengths != model_lengths).any():
        return False
    left = np.flatnonzero(starts != models)
    for offset in range(0, int(lengths[left].max(initial=0)), WORD):
        left = left[lengths[left] > offset]
        differ = text.words(starts[left] + offset)
        differ ^= text.words(models[left] + offset)
        differ &= masks(np.minimum(lengths[left] - offset, WORD))
        if differ.any():
            return False
    return True


def _joined(text: Text, starts: Positions, lengths: Positions) -> bytes:
    """The texts one after the other."""
    ends = np.cumsum(lengths)
    at = np.repeat(starts - (ends - lengths), lengths)
    at += np.arange(len(at))
    joined: bytes = text.bytes[at].tobytes()
    return joined


def column_texts(columns: list[ColumnTexts], index: int, clean: Clean | None = None) -> ColumnTexts:
    """The texts of a column, which is made if it is a new one."""
    while len(columns) <= index:
        columns.append(ColumnTexts(clean))
    return columns[index]


def settled_columns(columns: Sequence[ColumnTexts], n_rows: int, settle: Settle) -> list[Column]:
    """All columns of a sheet."""
    return [texts.column(i, n_rows, settle) for i, texts in enumerate(columns)]
