"""Rows of figures proven by arithmetic: totals under any label, a unit's own total above or below its parts, details.

A label that opens like a total ("Cộng Hộ tịch") or a row that stands out (no field, a unit's name among fields) is a
total if its figures are the sum of its neighbours. Where they are not, nothing says what the row is: it is left out,
said, and the unit's figures are not judged (contract, section 2.1, rows).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from thidua_cli.intake.decisions.figures import Figures, counted
from thidua_cli.intake.decisions.rows import RowKinds, Rows
from thidua_cli.intake.layout import headers, row_words
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.names import looks_like_unit
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import header_words, one_line
from thidua_cli.intake.periods import periods_in
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.tables import Kind
from thidua_cli.records import record
from thidua_cli.text.vietnamese import fold

MOST_ROWS = 20_000
"""A form of more rows is a list; its totals are told by their words."""


@record
class Proven:
    """The rows sorted again, what was decided, the row of a unit's own name for rows that leave it out, doubtful units.

    ``inherited`` gives for a data row (sheet row) the row whose unit it shares; ``doubtful`` are rows (sheet rows) of
    units whose figures cannot be told.
    """

    kinds: RowKinds
    readings: tuple[Reading, ...] = ()
    inherited: dict[int, int] | None = None
    doubtful: tuple[int, ...] = ()


class _Form:
    """The rows of one form with their labels and figures."""

    def __init__(self, grid: Grid, found: Recognition, kinds: RowKinds, labels: Sequence[int]) -> None:
        self.grid = grid
        self.found = found
        self.labels = labels
        self.figures: list[Figures] = list(counted(grid, found).values())
        self.values = np.stack([figure.value for figure in self.figures], axis=1) if self.figures else np.zeros((0, 0))
        self.sound = np.all([figure.readable for figure in self.figures], axis=0)
        self.texts: dict[tuple[str, int], str] = {}
        named = {found.fields.get("unit"), found.fields.get("field")}
        self.tops = {
            (row, left): top
            for top, left, bottom, _ in grid.sheet.merged
            for row in range(top, min(bottom + 1, grid.sheet.n_rows))
            if left in named
        }
        self.data = [int(row) for row in kinds.data]
        paths = found.block.paths
        self.ordinal = next((c for c in labels if headers.is_ordinal(header_words(paths[c][-1]))), None)

    def vector(self, rows: Sequence[int]) -> tuple[int, ...]:
        """The figures of some rows, added up column by column."""
        at = np.array(rows, dtype=np.int64)
        return tuple(self.values[at].sum(axis=0).tolist())

    def readable(self, row: int) -> bool:
        """Whether every figure of a row can be read."""
        return bool(self.sound[row])

    def between(self, first: int, end: int) -> list[int]:
        """The data rows after one row and before another."""
        return self.data[bisect_right(self.data, first) : bisect_left(self.data, end)]

    def numbered(self, row: int) -> bool:
        """Whether a row has a whole number of its own: 1, 2, 3."""
        return self.ordinal is not None and row_words.is_whole_number(self.grid.value(row, self.ordinal))

    def label(self, row: int) -> str:
        """What a row calls itself: the last filled label column that is no number."""
        texts = [one_line(self.grid.text(row, column)) for column in self.labels]
        return next((text for text in reversed(texts) if text and not text.isdigit()), "")

    def text(self, name: str, row: int) -> str:
        """The row's own text in a field; empty where the form has no such column."""
        if (name, row) not in self.texts:
            column = self.found.fields.get(name)
            top = row if column is None else self.tops.get((row, column), row)
            self.texts[name, row] = "" if column is None else one_line(self.grid.text(top, column))
        return self.texts[name, row]

    def top(self, row: int) -> int:
        """The row in which the unit of a row is written: its own, or the first of a merge."""
        return self.tops.get((row, self.found.fields.get("unit", -1)), row)

    def cell(self, row: int) -> str:
        """The address of a row's first label."""
        return cell_name(row, self.labels[0] if self.labels else self.found.block.columns[0])


def prove(grid: Grid, found: Recognition, kinds: RowKinds, context: str) -> Proven:
    """The rows of a form of counts, each total proven; ``context`` is the unit that title lines name ("": none)."""
    if found.kind is not Kind.STATISTICS or not 0 < len(kinds.data) <= MOST_ROWS:
        return Proven(kinds)
    first_figure = min((c for name, c in found.fields.items() if name not in ("unit", "field")), default=0)
    labels = [column for column in found.block.columns if column < first_figure]
    form = _Form(grid, found, kinds, labels)
    if not form.figures:
        return Proven(kinds)
    readings: list[Reading] = []
    totals, left_out = _open_totals(form, readings)
    left_out |= set(kinds.left_out.tolist())
    unproven = _unproven_parts(form, kinds)
    left_out |= unproven
    groups, parts = _units_with_details(form, kinds, readings)
    parts |= _levels(form, readings)
    gone = totals | left_out | parts
    form.data = [row for row in [*form.data, *groups] if row not in gone]
    form.data.sort()
    inherited, doubtful = _filled_down(form, kinds, readings)
    inherited |= _of_row_above(form)
    own, unclear = _own_totals(form, context, inherited, readings)
    doubtful = [*doubtful, *unclear, *(_above_in_group(form, kinds, row) for row in left_out)]
    data = [row for row in form.data if row not in own]
    return Proven(
        replace(
            kinds,
            data=_array(data),
            totals=_array(({*kinds.totals.tolist(), *own} | totals) - unproven - groups),
            groups=_array([row for row in kinds.groups.tolist() if row not in groups]),
            details=_array(parts),
            left_out=_array(left_out),
        ),
        tuple(readings),
        inherited or None,
        tuple(doubtful),
    )


def _array(rows: Sequence[int] | set[int]) -> Rows:
    return np.array(sorted(rows), dtype=np.int64)


def _open_totals(form: _Form, readings: list[Reading]) -> tuple[set[int], set[int]]:
    """Data rows whose label opens like a total: proven by the rows around them, or left out."""
    opening = {row for row in form.data if any(row_words.opens_total(form.grid.text(row, c)) for c in form.labels)}
    plain = np.array([row for row in form.data if row not in opening], dtype=np.int64)
    totals: set[int] = set()
    for row in sorted(opening):
        if looks_like_unit(form.text("unit", row)) and "field" not in form.found.fields:
            continue
        above, below = np.split(plain, [int(np.searchsorted(plain, row))])
        if not form.readable(row) or not any(form.vector([row])):
            totals.add(row)
        elif count := _sums_a_run(form, row, above[::-1]) or _sums_a_run(form, row, below):
            totals.add(row)
            params = {"label": form.label(row), "count": str(count)}
            readings.append(Reading("rows_sum", form.label(row), params=params, cell=form.cell(row)))
    rest = {row for row in opening - totals if not looks_like_unit(form.text("unit", row))}
    return totals, rest


def _unproven_parts(form: _Form, kinds: RowKinds) -> set[int]:
    """Totals of a part ("Cộng nhóm đất đai khác") among fields that no rows add up to: they may be fields themselves.

    Among rows of units such a row belongs to no unit, and its fault is said by the check of totals.
    """
    if "field" not in form.found.fields:
        return set()
    data = np.array(form.data, dtype=np.int64)
    unproven: set[int] = set()
    for row in kinds.totals.tolist():
        if not any(row_words.is_part_total(form.grid.text(row, column)) for column in form.labels):
            continue
        above, below = np.split(data, [int(np.searchsorted(data, row))])
        proven = _sums_a_run(form, row, above[::-1]) or _sums_a_run(form, row, below)
        if form.readable(row) and any(form.vector([row])) and not proven:
            unproven.add(row)
    return unproven


def _above_in_group(form: _Form, kinds: RowKinds, row: int) -> int:
    """A data row of the unit that a row left out may belong to: the one above it in its group; else the row itself."""
    groups = kinds.groups[kinds.groups < row]
    above = form.between(int(groups[-1]), row) if len(groups) and "unit" not in form.found.fields else []
    return above[-1] if above else row


def _sums_a_run(form: _Form, row: int, neighbours: Rows) -> int:
    """How many of the rows next to a row, nearest first, add up to it; 0 where no number of them does."""
    unsound = np.flatnonzero(~form.sound[neighbours])
    near = neighbours[: int(unsound[0])] if len(unsound) else neighbours
    fits = np.flatnonzero((np.cumsum(form.values[near], axis=0) == form.values[row]).all(axis=1))
    return int(fits[0]) + 1 if len(fits) else 0


def _units_with_details(form: _Form, kinds: RowKinds, readings: list[Reading]) -> tuple[set[int], set[int]]:
    """Group rows and totals with a unit's name and figures, in a form with a column of units: data, unlike details.

    "I. UBND phường An Lộc" above "1. Hộ tịch", "2. Chứng thực" is the unit's own row if the details add up to it, and
    so is "Phường An Lộc | Tổng" above rows that leave the unit out.
    """
    if "unit" not in form.found.fields:
        return set(), set()
    said = {fold(form.text("unit", row)) for row in form.data if form.top(row) == row}
    alone = [row for row in kinds.totals.tolist() if fold(form.text("unit", row)) not in said]
    labelled = sorted([*kinds.groups.tolist(), *alone])
    heads = [row for row in labelled if looks_like_unit(row_words.without_number(form.text("unit", row)))]
    heads = [row for row in heads if any(bool(figure.filled[row]) for figure in form.figures)]
    named = {row for row in form.data if looks_like_unit(form.text("unit", row)) and form.top(row) not in heads}
    bounds = [*sorted({*heads, *kinds.groups.tolist(), *kinds.totals.tolist()}), form.grid.sheet.n_rows]
    below: dict[int, list[int]] = {}
    for head in heads:
        end = bounds[bisect_right(bounds, head)]
        below[head] = [row for row in form.between(head, end) if row not in named]
    if any(details and form.vector(details) != form.vector([head]) for head, details in below.items()):
        return set(), set()
    # One row of the same figures is as likely a unit of its own; beside units that have several details it is one.
    several = any(len(details) > 1 for details in below.values())
    parts = {row for details in below.values() for row in details} if several else set()
    readings += [_has_details(form, head, len(details)) for head, details in below.items() if details and several]
    return set(heads), parts


def _has_details(form: _Form, head: int, count: int) -> Reading:
    """What is said of a row whose details stand below it."""
    params = {"label": form.label(head), "count": str(count)}
    return Reading("rows_details", form.label(head), params=params, cell=form.cell(head))


def _levels(form: _Form, readings: list[Reading]) -> set[int]:
    """Rows of levels or fields below a unit's own row in a column of units: its details, if they add up to it.

    A row with a whole number of its own is a unit, whatever it is called. Where nothing is numbered, units without a
    word for what they are look like details too: only names that stand below two units are.
    """
    if "unit" not in form.found.fields or "field" in form.found.fields:
        return set()
    numbered = {row for row in form.data if form.numbered(row)}
    units = [row for row in form.data if row in numbered or looks_like_unit(form.text("unit", row))]
    below = {head: form.between(head, end) for head, end in pairwise([*units, form.grid.sheet.n_rows])}
    names = Counter(fold(form.text("unit", row)) for details in below.values() for row in details)
    parts: set[int] = set()
    for head, details in below.items():
        told = head in numbered or all(names[fold(form.text("unit", row))] > 1 for row in details)
        if told and len(details) > 1 and any(form.vector([head])) and form.vector(details) == form.vector([head]):
            parts.update(details)
            readings.append(_has_details(form, head, len(details)))
    return parts


def _filled_down(form: _Form, kinds: RowKinds, readings: list[Reading]) -> tuple[dict[int, int], list[int]]:
    """Rows that leave their unit out below a row that names it: the unit's, if a total of the unit says so.

    Without such a total the unit above is doubtful: these rows may be its own.
    """
    if "unit" not in form.found.fields or "field" not in form.found.fields:
        return {}, []
    inherited: dict[int, int] = {}
    doubtful: list[int] = []
    totals_at = kinds.totals.searchsorted
    block: list[int] = []
    for row in [*form.data, form.grid.sheet.n_rows]:
        unit = form.text("unit", row) if row < form.grid.sheet.n_rows else "end"
        if not unit and block and form.text("field", row):
            block.append(row)
            continue
        if len(block) > 1:
            next_totals = kinds.totals[totals_at(block[-1], side="right") :][:1]
            below = next((int(total) for total in next_totals if total < row), None)
            if below is not None and form.vector(block) == form.vector([below]):
                inherited |= dict.fromkeys(block[1:], block[0])
                label = form.text("unit", block[0])
                readings.append(Reading("unit_filled_down", label, cell=form.cell(below)))
            else:
                doubtful.append(block[0])
        block = [row] if unit and unit != "end" else []
    return inherited, doubtful


def _of_row_above(form: _Form) -> dict[int, int]:
    """Rows 1.1, 1.2 … in a column of units below a row 1 that only names the unit: its figures."""
    if "unit" not in form.found.fields or "field" in form.found.fields or form.ordinal is None:
        return {}
    inherited: dict[int, int] = {}
    head = -1
    for row in form.data:
        if form.numbered(row):
            head = -1 if any(bool(figure.filled[row]) for figure in form.figures) else row
        elif head >= 0 and row_words.is_sub_number(form.grid.value(row, form.ordinal)):
            inherited[row] = head
    return inherited


def _own_totals(
    form: _Form, context: str, inherited: dict[int, int], readings: list[Reading]
) -> tuple[set[int], list[int]]:
    """Rows that are the sum of all the other rows of their unit, where the row stands out from them."""
    by_unit: dict[str, list[int]] = {}
    for row in form.data:
        by_unit.setdefault(fold(form.text("unit", inherited.get(row, row))), []).append(row)
    own: set[int] = set()
    unclear: list[int] = []
    if "field" not in form.found.fields and "unit" in form.found.fields:
        return own, unclear
    for rows in by_unit.values():
        if len(rows) < 2 or not all(map(form.readable, rows)) or _by_period(form, rows):
            continue
        whole = form.vector(rows)
        if not any(whole):
            continue
        odd = _standing_out(form, rows, context)
        sums = {row for row, fits in zip(rows, (2 * form.values[rows] == whole).all(axis=1), strict=True) if fits}
        proven = [row for row in odd if row in sums] or _at_the_end(form, rows, sums)
        if len(proven) == 1:
            own.add(proven[0])
            label = form.label(proven[0])
            params = {"label": label, "count": str(len(rows) - 1)}
            readings.append(Reading("rows_own_total", label, params=params, cell=form.cell(proven[0])))
        elif odd or _unnumbered(form, rows) & sums:
            unclear.append(rows[0])
    return own, unclear


def _by_period(form: _Form, rows: Sequence[int]) -> bool:
    """Whether every row is of a period of its own: then the periods tell what covers what."""
    return all(len(periods_in(form.text("field", row), 2000)) == 1 for row in rows)


def _at_the_end(form: _Form, rows: Sequence[int], sums: set[int]) -> list[int]:
    """The first or last of a unit's rows without a number of its own, the sum of several others in several columns."""
    ends = [row for row in (rows[0], rows[-1]) if row in sums and not form.numbered(row)]
    plainly = len(rows) > 2 and np.count_nonzero(form.values[rows].sum(axis=0)) > 2
    return ends if plainly and len(ends) == 1 else []


def _unnumbered(form: _Form, rows: Sequence[int]) -> set[int]:
    """The first or last of a unit's rows, where it alone has no number: it may be their total under any name."""
    without = [row for row in rows if not form.numbered(row)]
    return set(without) if len(rows) > 1 and len(without) == 1 and without[0] in (rows[0], rows[-1]) else set()


def _standing_out(form: _Form, rows: Sequence[int], context: str) -> list[int]:
    """Rows that name no field where all the others do, or a unit where others name fields."""
    labels = {row: form.text("field", row) for row in rows}
    blank = [row for row, label in labels.items() if not label]
    units = {row for row, label in labels.items() if looks_like_unit(label)}
    within = fold(context)
    odd = blank if len(blank) == 1 else []
    for row, label in labels.items():
        named = row in units or (bool(context) and bool(label) and fold(label) in within)
        if named and len(rows) - 1 > len(units) - (row in units):
            odd.append(row)
    return sorted(odd)
