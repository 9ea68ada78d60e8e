"""What a container says of a sheet that an engine does not hand out, and the sheet that comes of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import numpy as np

from thidua_cli.intake.opening.cells import with_cells
from thidua_cli.intake.places import NO_PLACES, Places
from thidua_cli.intake.sheet import CellValue, Column, Sheet


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """Facts of one sheet; ``errors`` are cells that the engine gives as empty or not at all.

    ``fonts`` names the font of each text cell that is in a font of TCVN3 or VNI. ``percent`` are cells in a percent
    format, whatever they hold. ``last_moments`` are numbers so near to the next whole one that the engine, which rounds
    to milliseconds, makes the next day of them if they are dates.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas_without_value: Sequence[tuple[int, int]] = ()
    errors: Mapping[tuple[int, int], CellValue] = field(default_factory=dict)
    merged: Sequence[tuple[int, int, int, int]] = ()
    fonts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    percent: Places = NO_PLACES
    struck: Places = NO_PLACES
    last_moments: Places = NO_PLACES


NO_FACTS = SheetFacts()
_MILLISECOND = timedelta(milliseconds=1)


def dressed(name: str, columns: Sequence[Column], n_rows: int, facts: SheetFacts, **more: object) -> Sheet:
    """A sheet of an engine's columns and the facts; ``more`` are further fields of :class:`Sheet`.

    A formula that nobody calculated has no value, whatever number stands in its place.
    """
    cells: dict[tuple[int, int], CellValue] = {**dict.fromkeys(facts.formulas_without_value), **facts.errors}
    for row, column in facts.last_moments:
        value = columns[column].at(row) if column < len(columns) and row < n_rows else None
        if isinstance(value, date):
            cells[row, column] = datetime.combine(value, time()) - _MILLISECOND
    if cells:
        n_rows = max(n_rows, 1 + max((row for row, _ in facts.errors), default=0))
        columns = with_cells(columns, n_rows, cells)
    return Sheet(
        name,
        n_rows,
        columns,
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
        formulas_without_value=facts.formulas_without_value,
        old_fonts=facts.fonts,
        percent=numbers_among(facts.percent, columns),
        struck=filled_among(facts.struck, columns),
        **more,  # type: ignore[arg-type]  # each engine passes fields of the class
    )


def numbers_among(places: Places, columns: Sequence[Column]) -> Places:
    """Those places that hold a number."""
    return _among(places, columns, (int, float))


def filled_among(places: Places, columns: Sequence[Column]) -> Places:
    """Those places that hold anything."""
    return _among(places, columns, (object,))


def _among(places: Places, columns: Sequence[Column], kinds: tuple[type, ...]) -> Places:
    kept = {}
    for index, rows in places.by_column.items():
        if index < len(columns):
            column = columns[index]
            fits = np.array([*(isinstance(value, kinds) for value in column.values), False])
            inside = rows[rows < len(column)]
            found = inside[fits[column.codes[inside]]]
            if len(found):
                kept[index] = found
    return Places(kept)
