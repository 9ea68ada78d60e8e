"""Some cells of a sheet, by row and column: few as a rule, a whole column of a million rows at times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int32]
"""Rows of one column, 0-based, in order, each once."""


@dataclass(frozen=True, slots=True, eq=False)
class Places(AbstractSet[tuple[int, int]]):
    """A set of (row, column), both 0-based, kept as one array of rows for each column.

    It is used like any set of pairs; whoever works on whole columns asks for :meth:`in_column` instead.
    """

    by_column: Mapping[int, Rows] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[tuple[int, int]]) -> Places:
        """The set of these pairs."""
        columns: dict[int, list[int]] = {}
        for row, column in places:
            columns.setdefault(column, []).append(row)
        return cls({column: np.unique(np.array(rows, np.int32)) for column, rows in sorted(columns.items())})

    def in_column(self, column: int) -> Rows:
        """The rows of one column."""
        return self.by_column.get(column, _NONE)

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple) or len(place) != 2:
            return False
        rows = self.in_column(place[1])
        at = int(np.searchsorted(rows, place[0]))
        return at < len(rows) and bool(rows[at] == place[0])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for column, rows in self.by_column.items():
            for row in rows.tolist():
                yield row, column

    def __len__(self) -> int:
        return sum(map(len, self.by_column.values()))

    def __hash__(self) -> int:
        return self._hash()


_NONE: Rows = np.empty(0, np.int32)
NO_PLACES = Places()
