"""Single rows whose cells stand under the wrong heads: what they say is not read, and never quoted.

A row slips when a cell is lost or put in: by a comma in an address, a cell deleted "to the left", a line cut short. In
a delimited text it then has more or fewer cells than its header. In every format it gives itself away where its values
do not fit their columns as they stand, and do when all of them from some column on are moved by one. A few bad cells
are no shift: moved, more of them must be plainly what their column is about, and none plainly not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.answers import (
    parse_assessed,
    parse_classification,
    parse_decision,
    parse_leader,
    parse_recognition,
    parse_task_result,
)
from thidua_cli.intake.codes import used
from thidua_cli.intake.decisions.counted import COUNTED
from thidua_cli.intake.decisions.rows import RowKinds, Rows
from thidua_cli.intake.layout.grid import FEW, Grid, Mask
from thidua_cli.intake.layout.names import looks_like_unit
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.shapes import shape
from thidua_cli.intake.sheet import CellValue, Column
from thidua_cli.intake.statuses import parse_status
from thidua_cli.intake.tables import Kind, ShiftedRow
from thidua_cli.intake.values import State, parse_dates
from thidua_cli.intake.vocabulary import parse_channel, parse_gender, parse_level
from thidua_cli.records import record
from thidua_cli.text.quoting import personal

Fits = npt.NDArray[np.int8]
"""Per row how a cell fits a field: 2 plainly, 1 perhaps (or empty), 0 plainly not."""
Field = tuple[str, int]
"""A field's name and column."""

_DATES = frozenset("submitted received due due_extended ended returned valid_from valid_to".split())
_WORDS: Mapping[str, Callable[[str], object]] = {
    "status": parse_status,
    "channel": parse_channel,
    "level": parse_level,
    "result": parse_task_result,
    "recognised": parse_recognition,
    "classification": parse_classification,
    "gender": parse_gender,
    "assessed": parse_assessed,
    "decision": parse_decision,
    "leader": parse_leader,
}
_TEXTS = frozenset("officer procedure field title task author name position award achievement reason group".split())
_REPEATED = frozenset({"unit", "group", "position", *_WORDS})
"""Fields whose values come again and again in a column: what is usual there is known, whatever it looks like."""
_SCORES = frozenset("score score_self score_appraised score_final score_max share assigned completed".split())
_MOST_DIGITS = 7
"""A count or score of more digits is a telephone or an identity number."""
_USUAL = 0.1
"""What stands in at least this share of the rows is usual in its column."""
_HABIT = 0.2
"""Where more rows than this share are short, and none ends in an empty cell, a program leaves those out."""


@record
class _Looks:
    """What the cells of one table are held against: its fields from left to right, and each one's usual values."""

    grid: Grid
    found: Recognition
    fields: Sequence[Field]
    usual: Mapping[str, frozenset[CellValue]]

    def fit(self, name: str, value: CellValue) -> int:
        """How one value fits a field."""
        look = shape(value)
        if look in ("", "error"):
            return 1
        if self.counts(name):
            return _as_figure(look, str(value))
        if name in _DATES:
            return _as_date(look, value)
        if name == "code":
            return 2 if look == "code" else int(look != "date" and any(c.isdigit() for c in str(value)))
        if value in self.usual.get(name, ()):
            return 2
        if look in ("date", "code") or any(value in usual for usual in self.usual.values()):
            return 0
        if name in _WORDS and isinstance(value, str):
            return 2 if _WORDS[name](value) is not None else int(not personal(value))
        return int(look != "number" or name in _WORDS) * (1 + (name == "unit" and looks_like_unit(str(value))))

    def counts(self, name: str) -> bool:
        """Whether a field holds figures."""
        return name in COUNTED.get(self.found.kind, frozenset()) or name in _SCORES

    def fits(self, field: Field, by: int, rows: Rows) -> Fits:
        """How the cells of some rows fit a field, each taken ``by`` columns beside its own."""
        name, at = field[0], field[1] + by
        if not 0 <= at < len(self.grid.sheet.columns):
            return np.ones(len(rows), np.int8)
        column = self.grid.sheet.columns[at]
        codes = column.codes[rows]
        lookup = np.ones(len(column.values) + 1, np.int8)
        for code in used(codes, len(column.values)).tolist():
            lookup[code] = self.fit(name, column.values[code])
        fits: Fits = lookup[codes]
        return fits

    def stands_beside(self, field: Field, by: int, rows: Rows) -> Mask:
        """Rows whose cell is empty while what is usual in it stands beside it, in a column that is not read."""
        name, at = field[0], field[1] + by
        unread = 0 <= at < len(self.grid.sheet.columns) and at not in self.found.fields.values()
        if not unread or not self.usual.get(name) or self.found.kind not in (Kind.INITIATIVES, Kind.TASKS):
            return np.zeros(len(rows), np.bool_)
        column = self.grid.sheet.columns[at]
        usual = np.array([*(value in self.usual[name] for value in column.values), False])
        beside: Mask = usual[column.codes[rows]] & (self.grid.sheet.columns[field[1]].codes[rows] < 0)
        return beside

    def suspect(self, field: Field, rows: Rows) -> Mask:
        """Rows whose cell is not plainly of its field. A long column of codes is not looked at cell by cell."""
        column = self.grid.sheet.columns[field[1]]
        if field[0] in _DATES:
            bad = np.append(parse_dates(column.values).state == State.UNREADABLE, [False])
            unread: Mask = bad[column.codes[rows]]
            return unread
        if len(column.values) > FEW:
            return np.zeros(len(rows), np.bool_)
        fits = self.fits(field, 0, rows)
        suspect: Mask = (fits == 0) | ((fits == 1) & (column.codes[rows] >= 0) & (field[0] in (*_WORDS, "unit")))
        return suspect | self.stands_beside(field, 1, rows) | self.stands_beside(field, -1, rows)

    def all_fit(self, rows: Rows) -> Mask:
        """Rows in which no cell is plainly of another field."""
        fitting = np.ones(len(rows), np.bool_)
        for field in self.fields:
            fitting &= self.fits(field, 0, rows) > 0
        return fitting


@lru_cache(maxsize=1 << 12)
def _as_date(look: str, value: CellValue) -> int:
    state = parse_dates([value]).state[0]
    return 2 if state == State.OK and look != "number" else int(state != State.UNREADABLE)


def _as_figure(look: str, text: str) -> int:
    if look == "number":
        return 2 if sum(c.isdigit() for c in text) <= _MOST_DIGITS or "." in text or "," in text else 0
    return int(text.strip(" -–—") == "")


def without_shifted(grid: Grid, found: Recognition, kinds: RowKinds) -> RowKinds:
    """The rows with those that are shifted taken out of the data."""
    if not len(kinds.data):
        return kinds
    looks = _Looks(grid, found, _fields(found), _usual(grid, found, kinds.data))
    slipped = _only_when_moved(looks, kinds.data) | _of_other_width(looks, kinds.data)
    if not slipped.any():
        return kinds
    return replace(kinds, data=kinds.data[~slipped], shifted=kinds.data[slipped])


def shifted_of(grid: Grid, found: Recognition, rows: Rows) -> tuple[ShiftedRow, ...]:
    """The shifted rows, each with the names of units that stand in its unit column or beside it."""
    column = found.fields.get("unit")
    said: list[ShiftedRow] = []
    for row in rows.tolist():
        near = [] if column is None else [grid.text(row, at) for at in _around(grid, column)]
        said.append(ShiftedRow(row, tuple(text for text in near if looks_like_unit(text))))
    return tuple(said)


def _around(grid: Grid, column: int) -> range:
    return range(max(0, column - 1), min(len(grid.sheet.columns), column + 2))


def _fields(found: Recognition) -> list[Field]:
    """The fields whose cells have a look of their own, from left to right."""
    known = {"unit", "code", *_DATES, *_WORDS, *_TEXTS, *_SCORES, *COUNTED.get(found.kind, ())}
    return sorted(
        ((name, column) for name, column in found.fields.items() if name in known), key=lambda field: field[1]
    )


def _usual(grid: Grid, found: Recognition, rows: Rows) -> dict[str, frozenset[CellValue]]:
    """Per field what stands in several of its rows."""
    usual = {}
    for name in _REPEATED & set(found.fields):
        source = grid.sheet.columns[found.fields[name]]
        times = np.bincount(source.codes[rows] + 1, minlength=1)[1:]
        often = np.flatnonzero(times >= max(2, len(rows) * _USUAL)).tolist()
        usual[name] = frozenset(value for code in often if shape(value := source.values[code]) == "text")
    return usual


def _only_when_moved(looks: _Looks, rows: Rows) -> Mask:
    """Rows whose values fit their columns only when those from some column on are moved by one, left or right.

    In a list of dossiers, where dates stand side by side, one value that fits when moved is too little to tell.
    """
    shifted, looked = np.zeros(len(rows), np.bool_), np.zeros(len(rows), np.bool_)
    for field in looks.fields:
        looked |= looks.suspect(field, rows)
    near = rows[looked]
    if not len(near) or len(looks.fields) < 2:
        return shifted
    few = 2 if looks.found.kind is Kind.DOSSIERS else 1
    here = np.stack([looks.fits(field, 0, near) for field in looks.fields])
    for by in (1, -1):
        moved = np.stack([looks.fits(field, by, near) for field in looks.fields])
        beside = np.stack([looks.stands_beside(field, by, near) for field in looks.fields])
        # Moved to the left, the first of the fields that are not in their places may be the one that was lost.
        for first, begin in ((first, first + lost) for first in range(len(looks.fields)) for lost in (0, by == -1)):
            whole = (here[:first] > 0).all(axis=0) & (moved[begin:] > 0).all(axis=0)
            plain, as_is = (moved[begin:] == 2).sum(axis=0), (here[begin:] == 2).sum(axis=0)
            wrong = (here[first:] == 0).any(axis=0) | beside[begin:].any(axis=0)
            shifted[looked] |= whole & (plain > as_is) & ((wrong & (plain >= few)) | ((as_is == 0) & (plain >= 2)))
    return shifted


def _of_other_width(looks: _Looks, rows: Rows) -> Mask:
    """Rows of a delimited text with more or fewer cells than the header; empty cells at the end are none too many.

    A program may leave out the empty cells at the end of every row, or write a column without a head: where many rows
    are so, and what stands in them fits, that is how the text is written.
    """
    sheet, block = looks.grid.sheet, looks.found.block
    if not len(sheet.widths):
        return np.zeros(len(rows), np.bool_)
    top = range(block.first, block.last + 1)
    heads = max((c.index + 1 for c in sheet.columns if any(c.codes[row] >= 0 for row in top)), default=0)
    longer = looks.grid.filled_in(range(heads, len(sheet.columns)))[rows] > 0
    widths = np.asarray(sheet.widths, np.int64)[rows]
    shorter = widths < heads
    if longer.sum() * 2 > len(rows):
        longer &= ~looks.all_fit(rows)
    if shorter.sum() > max(2, _HABIT * len(rows)) and not _ends_empty(sheet.columns, rows, widths).any():
        shorter &= ~looks.all_fit(rows)
    other: Mask = longer | shorter
    return other


def _ends_empty(columns: Sequence[Column], rows: Rows, widths: npt.NDArray[np.int64]) -> Mask:
    """Rows whose last cell, as they are written, is empty."""
    empty = np.zeros(len(rows), np.bool_)
    for column in columns:
        empty |= (widths == column.index + 1) & (column.codes[rows] < 0)
    return empty
