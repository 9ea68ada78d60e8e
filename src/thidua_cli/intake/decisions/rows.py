"""Which rows below a header are data: index, group, total, repeated header, signature and note rows told apart.

Every test runs over the distinct values of a column, or over row masks; Python never walks the rows. A row that is
neither clearly data nor clearly anything else stays data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.decisions.counted import COUNTED
from thidua_cli.intake.forms import is_sample
from thidua_cli.intake.layout import headers, row_words
from thidua_cli.intake.layout.grid import TOP, Grid, Mask
from thidua_cli.intake.layout.names import looks_like_unit
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.repeats import repeated_heads
from thidua_cli.intake.layout.words import header_words, one_line
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import Kind
from thidua_cli.intake.values import parse_decimals
from thidua_cli.records import record
from thidua_cli.text.vietnamese import fold

Rows = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]


def _none() -> Rows:
    return np.zeros(0, dtype=np.int64)


NAMING = ("unit", "field", "name", "title", "task", "code")
_STANDS: Mapping[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.DOSSIERS: (("code", "unit"), ("received", "due", "ended", "returned", "submitted", "status")),
    Kind.STATISTICS: (("unit", "field"), tuple(COUNTED[Kind.STATISTICS])),
    Kind.UNITS: (("unit",), ("group", "assessed", "aliases", "code")),
    Kind.TASKS: (("task", "unit"), ("result", "assigned", "completed", "completed_in_time")),
    Kind.PAR_INDEX: (("unit",), ("score", "score_self", "score_appraised", "score_final")),
    Kind.INITIATIVES: (("title",), ("unit", "recognised", "author")),
    Kind.INDIVIDUALS: (("name",), ("unit", "position", "classification")),
    Kind.COUNCIL_DECISIONS: (("unit", "name"), ("decision",)),
    Kind.EARLIER_AWARDS: (("unit", "name"), ("achievement", "number", "year")),
}
"""Per kind what a row must say to be data whatever it looks like: its unit or subject, and its result."""


@record
class RowKinds:
    """The rows below a header, sorted out; all are 0-based sheet rows. ``index`` is the form's own index row or -1.

    ``totals`` add up others, ``averages`` are their means; ``headers`` repeat the header; ``notes`` are remarks,
    signatures and what else stands below a table; ``details`` are proven to be parts of the row above them;
    ``left_out`` are rows with figures that nothing explains, ``shifted`` those whose cells stand under wrong heads.
    """

    data: Rows
    totals: Rows
    groups: Rows
    index: int = -1
    averages: Rows = field(default_factory=_none)
    headers: Rows = field(default_factory=_none)
    notes: Rows = field(default_factory=_none)
    details: Rows = field(default_factory=_none)
    left_out: Rows = field(default_factory=_none)
    maxima: Rows = field(default_factory=_none)
    """Rows that give the greatest possible score of each column."""
    shifted: Rows = field(default_factory=_none)
    none: Rows = field(default_factory=_none)
    """Those of the notes in which a unit says that it has nothing to report."""


@record
class _Look:
    """What the tests of one table share: masks over all rows of the sheet, and the columns that name a row."""

    grid: Grid
    found: Recognition
    filled: Counts
    few: Mask
    """Rows with so little in them that they may be something else than data."""
    labels: Sequence[int]
    """Columns in which a row says what it is, up to the one that names its unit, dossier or person."""
    naming: int
    ordinal: int | None
    numbered: Mask
    """Rows with an Arabic number, as far as they were looked at: the first ones, and those of few cells."""
    stands: Mask
    """Rows whose unit or subject and result are filled."""

    def any(self, columns: Sequence[int], test: Callable[[str], bool]) -> Mask:
        """Rows that pass the test in one of these columns."""
        mask = np.zeros(self.grid.sheet.n_rows, dtype=np.bool_)
        for column in columns:
            mask |= self.grid.matching(column, test, self.few)
        return mask

    def every(self, columns: Sequence[int], test: Callable[[str], bool]) -> Mask:
        """Rows that pass the test in every cell that holds something."""
        passed = np.zeros(self.grid.sheet.n_rows, dtype=np.int32)
        for column in columns:
            passed += self.grid.matching(column, test, self.few)
        whole: Mask = (passed == self.filled) & (self.filled > 0)
        return whole


def sort_rows(grid: Grid, found: Recognition, last: int) -> RowKinds:
    """Sort the rows between a header and ``last`` (inclusive). What says whose it is and what came of it is data."""
    look = _look(grid, found)
    rest = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    rest[found.block.last + 1 : last + 1] = True
    rest &= look.filled > 0
    headers_again = rest & repeated_heads(grid, found)
    rest &= ~headers_again
    samples = rest & _samples(grid, found)
    rest &= ~samples
    index = _index_row(grid, found, rest)
    if index >= 0:
        same = _same_as(grid, found.block.columns, index)
        headers_again |= rest & same
        headers_again[index] = False
        rest &= ~same
    total = look.any(look.labels, row_words.is_total)
    totals = rest & total & ~(look.stands & _names_a_unit(look))
    if not _has_figures(found):  # an initiative of "Toàn thành phố" sums up nothing
        totals &= ~(look.stands & look.any(look.labels, row_words.is_everybody))
    maxima = rest & look.any(look.labels, row_words.is_maximum) if found.kind is Kind.PAR_INDEX else ~rest & rest
    rest &= ~maxima
    averages = rest & ~totals & look.any(look.labels, row_words.is_average)
    if not _has_figures(found):
        averages &= ~look.stands
    averages &= ~_called_average(look, rest & ~totals, averages)
    rest &= ~totals & ~averages
    doubtful = _maybe_commune(look, rest, averages)
    averages &= ~doubtful
    groups = rest & _groups(look, rest)
    rest &= ~groups
    notes = rest & (_asides(look, rest) | ~_keyed(grid, found))
    if found.kind is not Kind.UNITS and not bool((rest & ~notes & look.stands).any()):
        notes = rest.copy()  # numbered lines, or units named beforehand: nothing is filled in yet
    rest &= ~notes
    notes |= samples
    masks = (rest, totals, groups, averages, headers_again, notes, doubtful, maxima)
    data, total_rows, group_rows, average_rows, header_rows, note_rows, left_out, most = map(np.flatnonzero, masks)
    return RowKinds(
        data, total_rows, group_rows, index, average_rows, header_rows, note_rows, left_out=left_out, maxima=most
    )


def _samples(grid: Grid, found: Recognition) -> Mask:
    """Rows that only show how a blank table is filled in: their unit or person says so."""
    mask = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for name in ("unit", "name"):
        if name in found.fields:
            mask |= grid.matching(found.fields[name], is_sample)
    return mask


def _maybe_commune(look: _Look, rest: Mask, averages: Mask) -> Mask:
    """Rows "Trung bình" of units that are the mean of no others: a commune's, or a mean of what is not in the table."""
    maybe = averages & look.stands & look.grid.matching(look.naming, row_words.is_bare_average, look.few)
    others = np.flatnonzero(rest & look.stands)
    for row in np.flatnonzero(maybe):
        maybe[row] = look.found.kind is not Kind.UNITS and len(others) > 1 and not _is_mean(look, int(row), others)
    return maybe


def _called_average(look: _Look, rest: Mask, averages: Mask) -> Mask:
    """Numbered rows only called like an average (a commune "Trung Bình"): they are the mean of no other rows."""
    called = averages & look.numbered & look.stands
    if bool(called.any()):
        standing = np.flatnonzero(rest & look.stands & (~averages | called))
        last, others = int(standing[-1]), standing[:-1]
        called[last] &= len(others) < 2 or not _is_mean(look, last, others)
    return called


def _is_mean(look: _Look, row: int, others: Rows) -> bool:
    """Whether every figure of a row is the mean of the others', as exactly as it is given."""
    columns = {look.found.fields[name] for name in _STANDS[look.found.kind][1] if name in look.found.fields}
    for column in columns:
        source = look.grid.sheet.columns[column]
        read = [float(reading.value or 0) for reading in parse_decimals(source.values)]
        figures = np.array([*read, 0.0])[source.codes]
        step = 0.5 if figures[row].is_integer() else 0.06
        if abs(float(figures[others].mean()) - float(figures[row])) > step:
            return False
    return True


def _has_figures(found: Recognition) -> bool:
    """Whether the rows of a table are figures, of which there can be a mean."""
    return found.kind in (Kind.STATISTICS, Kind.PAR_INDEX) or "assigned" in found.fields


def _names_a_unit(look: _Look) -> Mask:
    """Rows whose unit column plainly names a unit: "Tổng đài" and the like are then no total of it."""
    column = look.found.fields.get("unit")
    none = np.zeros(look.grid.sheet.n_rows, dtype=np.bool_)
    if column is None or look.found.kind in (Kind.STATISTICS, Kind.DOSSIERS):
        return none
    return look.grid.matching(column, looks_like_unit, look.few)


def _look(grid: Grid, found: Recognition) -> _Look:
    columns = found.block.columns
    filled = grid.filled_in(columns)
    few = filled <= max(2, len(columns) // 3)
    small = found.kind is not Kind.DOSSIERS
    labels, naming = _labels(found)
    ordinal = next((c for c in columns if headers.is_ordinal(header_words(found.block.paths[c][-1]))), None)
    nothing = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    near = few | small
    near[found.block.last + 1 : found.block.last + TOP] = True
    numbered = nothing if ordinal is None else grid.matching_values(ordinal, row_words.is_arabic, near)
    return _Look(grid, found, filled, near if small else few, labels, naming, ordinal, numbered, _stands(grid, found))


def _labels(found: Recognition) -> tuple[list[int], int]:
    """The columns in which a row says what it is, and the one that names it; of a form all before its first figure."""
    columns = found.block.columns
    named = [found.fields[name] for name in NAMING if name in found.fields]
    first = min(named, default=columns[0])
    unit = found.fields.get("unit", first)
    limit = unit if first < unit <= first + 2 else first
    if found.kind in (Kind.STATISTICS, Kind.PAR_INDEX):
        values = [c for name, c in found.fields.items() if name not in ("unit", "field")]
        limit = max(limit, min(values, default=limit + 1) - 1)
    return [column for column in columns if column <= limit] or columns[:1], unit


def _stands(grid: Grid, found: Recognition) -> Mask:
    subject, result = _STANDS[found.kind]
    said, told = np.zeros(grid.sheet.n_rows, dtype=np.bool_), np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for name in subject:
        if name in found.fields:
            said |= grid.present(found.fields[name])
    for name in result:
        # A field that is not settled yet, or cannot be, may be any of its columns.
        for column in [found.fields[name]] if name in found.fields else [c for _, c in found.options.get(name, ())]:
            told |= grid.present(column)
    mask: Mask = said & told
    return mask


def _same_as(grid: Grid, columns: Sequence[int], row: int) -> Mask:
    """Rows that hold exactly what one row holds."""
    same = np.ones(grid.sheet.n_rows, dtype=np.bool_)
    for column in columns:
        codes = grid.sheet.columns[column].codes
        same &= codes == codes[row]
    return same


def _index_row(grid: Grid, found: Recognition, rest: Mask) -> int:
    """The row of column numbers under the header: "(1)", "(3)=(4)+(5)+(6)" or bare 1 2 3; -1 if there is none."""
    columns = found.block.columns
    for row in np.flatnonzero(rest[: found.block.last + 5])[:2]:
        held = [text for column in columns if (text := index_text(grid, int(row), column))]
        if len(held) < min(3, len(columns)) or not all(row_words.INDEX_CELL.fullmatch(text) for text in held):
            continue
        bracketed = any("(" in text or "=" in text for text in held)
        numbers = [int(text) for text in held if text.isdigit()]
        rising = len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))
        if bracketed or rising:
            return int(row)
    return -1


def index_text(grid: Grid, row: int, column: int) -> str:
    """One cell of an index row as text; a number 3.0 is "3"."""
    value = grid.value(row, column)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(str(value)) if value is not None else ""


def _groups(look: _Look, rest: Mask) -> Mask:
    """Group rows: Roman numbers or letters beside Arabic ones, one text across the table, group names, "Trong đó".

    A row that stands by itself is a group only in a table of figures, where :mod:`.proofs` holds it against its parts.
    """
    grid, found = look.grid, look.found
    groups = look.any(look.labels, row_words.is_within)
    named = grid.matching(look.naming, row_words.is_group, look.few)
    groups |= named
    if look.ordinal is not None and bool((look.numbered & rest).any()):
        groups |= grid.matching(look.ordinal, row_words.is_group_number, look.few)
    if found.kind is not Kind.UNITS or look.ordinal is not None:  # a register may hold nothing but names
        alone = rest & (look.filled == 1) & look.any(look.labels, bool) & ~_below_all(look)
        groups |= alone & ~_heads_nothing(look, rest, alone) if found.kind is Kind.UNITS else alone
    if found.kind is not Kind.STATISTICS:
        return groups & ~(look.stands & ~named) if _has_figures(found) else groups & ~look.stands
    groups |= grid.matching(look.naming, row_words.is_detail, look.few) & ~look.numbered
    return groups | _sub_rows(look, rest)


_LONGEST_NAME = 8
"""Words in the name of a unit that does not begin like one ("Hội Liên hiệp Phụ nữ"); a remark has more."""


def _heads_nothing(look: _Look, rest: Mask, alone: Mask) -> Mask:
    """Names that stand alone in a register and are no headings: a unit's, whose other cells nobody filled in yet.

    A heading is not called like a unit, and rows follow it that leave their group to it.
    """
    grid, group = look.grid, look.found.fields.get("group")
    units = grid.matching(look.naming, looks_like_unit, look.few)
    named = grid.matching(look.naming, lambda text: len(text.split()) <= _LONGEST_NAME, look.few)
    for row, following in pairwise([*np.flatnonzero(rest).tolist(), -1]):
        if not alone[row] or units[row] or not named[row]:
            continue
        below = "" if group is None else fold(grid.text(following, group))
        units[row] = following < 0 or alone[following] or below not in ("", fold(grid.text(row, look.naming)))
    return units


def _below_all(look: _Look) -> Mask:
    """Signatures and remarks below the last row that says anything of a unit or subject."""
    below = look.any(look.labels, lambda text: row_words.is_signature(text) or row_words.is_note(text))
    standing = np.flatnonzero(look.stands)
    below[: int(standing[-1]) + 1 if len(standing) else 0] = False
    return below


def _sub_rows(look: _Look, rest: Mask) -> Mask:
    """Rows 1.1, 1.2 … that detail a row 1: part of its counts already.

    Where row 1 has no figures they are its only ones: it is then a group in a form without a column of units.
    """
    none = np.zeros(look.grid.sheet.n_rows, dtype=np.bool_)
    if look.ordinal is None:
        return none
    whole = look.grid.matching_values(look.ordinal, row_words.is_whole_number, rest)
    sub = look.grid.matching_values(look.ordinal, row_words.is_sub_number, rest)
    heads, subs = np.flatnonzero(whole & rest), np.flatnonzero(sub)
    if not len(heads):
        return none
    above = heads[np.maximum(np.searchsorted(heads, subs) - 1, 0)]
    figures = none.copy()
    for name in COUNTED[Kind.STATISTICS] & set(look.found.fields):
        figures |= look.grid.present(look.found.fields[name])
    details = none.copy()
    details[subs[figures[above]]] = True
    if "unit" not in look.found.fields:
        details[above[~figures[above] & (above < subs)]] = True
    return details


def _asides(look: _Look, rest: Mask) -> Mask:
    """Notes, signatures and what stands below a signature without being a row of the table."""
    columns = look.found.block.columns
    sparse = look.few & (look.filled <= 4) & ~look.numbered
    signed = rest & sparse & look.every(columns, row_words.is_signature)
    open_ = sparse & ~look.stands
    notes = open_ & (look.filled <= 2) & look.any(columns, row_words.is_note)
    alone = open_ & (look.filled == 1) & (len(columns) >= 3)
    if look.found.kind is Kind.UNITS:
        alone &= ~look.grid.present(look.found.fields["unit"])
    asides: Mask = signed | notes | alone
    if bool(signed.any()):
        after = np.zeros(look.grid.sheet.n_rows, dtype=np.bool_)
        after[int(np.flatnonzero(signed)[0]) :] = True
        unnumbered = (sparse & (look.ordinal is not None) | open_) & ~_told(look, after)
        asides |= after & unnumbered & (look.filled < max(len(columns), 3))
    return asides


def _told(look: _Look, within: Mask) -> Mask:
    """Rows that plainly say a unit's or subject's result: a figure or date stands in it, or its unit's name with it.

    The names of those who sign stand in the same columns, and are neither.
    """
    grid, fields = look.grid, look.found.fields
    said = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for name in _STANDS[look.found.kind][1]:
        if name in fields and name != "unit":
            said |= grid.matching_values(fields[name], _is_figure, within)
    if "unit" in fields and not _has_figures(look.found):
        said |= grid.matching(fields["unit"], looks_like_unit, within)
    return said & look.stands


def _is_figure(value: CellValue) -> bool:
    """Whether a cell holds a number or a date, also as text."""
    return value is not None and (not isinstance(value, str) or value.strip()[:1].isdigit())


def _keyed(grid: Grid, found: Recognition) -> Mask:
    """Rows that hold anything in a column the program reads."""
    mask = np.zeros(grid.sheet.n_rows, dtype=np.bool_)
    for column in found.fields.values():
        mask |= grid.present(column)
    return mask
