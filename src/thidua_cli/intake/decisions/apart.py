"""How several columns that may be one field are told apart: by how they are called, by sums, by what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.counted import COUNTED
from thidua_cli.intake.decisions.rows import Rows
from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.names import looks_like_unit
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.shapes import shape
from thidua_cli.intake.layout.words import one_line
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import CellValue, cell_name
from thidua_cli.intake.statuses import parse_status
from thidua_cli.intake.tables import Kind
from thidua_cli.intake.values import State, parse_decimals
from thidua_cli.text.phrases import spoken

_DATES = frozenset("submitted received due due_extended ended returned".split())
SCORES = frozenset("score_self score_appraised score_final score".split())
VALUES: Mapping[Kind, frozenset[str]] = {
    **COUNTED,
    Kind.PAR_INDEX: SCORES,
}
"""Fields whose columns may each be of another period."""


@dataclass(slots=True)
class Chooser:
    """The choice in the making."""

    grid: Grid
    found: Recognition
    rows: Rows
    file: str
    fields: dict[str, int] = field(default_factory=dict)
    added: dict[str, list[int]] = field(default_factory=dict)
    filling: dict[str, list[int]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    readings: list[Reading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, int] = field(default_factory=dict)

    def head(self, column: int) -> str:
        """A column's heads, joined."""
        return " > ".join(self.found.block.paths[column])

    def say(self, rule: str, column: int, others: Iterable[int]) -> None:
        """Keep a decision."""
        rest = tuple(self.head(other) for other in others if other != column)
        cell = cell_name(self.found.block.last, column)
        self.readings.append(Reading(rule, self.head(column), rest, cell=cell))


def pick(chooser: Chooser, name: str, columns: list[int]) -> int | None:
    """The one of several columns, by the first rule that tells them apart; None where none does."""
    if len(columns) == 1:
        return columns[0]
    if _same_cells(chooser, columns):
        chooser.say("column_same", columns[0], columns)
        return columns[0]
    for rule, narrowed in (
        ("column_qualifier", _by_qualifier(chooser, columns)),
        ("column_whole", [column for column in columns if WORDS.within("column.whole", spoken(chooser.head(column)))]),
        ("column_sum", _by_sum(chooser, name, columns)),
        ("column_values", _by_values(chooser, name, columns)),
    ):
        if len(narrowed) == 1:
            chooser.say(rule, narrowed[0], columns)
            return narrowed[0]
    if name in _DATES and _complementary(chooser, columns):
        chooser.filling[name] = columns[1:]
        chooser.say("column_filling", columns[0], columns)
        return columns[0]
    return None


def _same_cells(chooser: Chooser, columns: Sequence[int]) -> bool:
    """Whether the columns hold the same in every data row."""
    first = _numbered(chooser, columns[0])
    return all(np.array_equal(first[chooser.rows], _numbered(chooser, other)[chooser.rows]) for other in columns[1:])


def _numbered(chooser: Chooser, column: int) -> Rows:
    """Per row of the sheet a number that stands for the cell's text, the same in every column; -1 is an empty cell."""
    source = chooser.grid.sheet.columns[column]
    numbers = [chooser.texts.setdefault(one_line(str(value)), len(chooser.texts)) for value in source.values]
    return np.array([*numbers, -1], dtype=np.int64)[source.codes]


def _by_qualifier(chooser: Chooser, columns: Sequence[int]) -> list[int]:
    for name in WORDS.data["qualifier"]:
        fitting = [column for column in columns if WORDS.whole(f"qualifier.{name}", spoken(chooser.head(column)))]
        if fitting:
            return fitting
    return list(columns)


def _by_sum(chooser: Chooser, name: str, columns: Sequence[int]) -> list[int]:
    """The column that is the sum of the others in every row."""
    if name not in VALUES.get(chooser.found.kind, frozenset()) or not len(chooser.rows) or len(columns) < 3:
        return []
    numbers = []
    for column in columns:
        source = chooser.grid.sheet.columns[column]
        readings = [source.at(int(row)) for row in chooser.rows]
        parsed = parse_decimals(readings)
        if any(reading.state is State.UNREADABLE for reading in parsed):
            return []
        numbers.append([reading.value or 0 for reading in parsed])
    totals = [sum(row) for row in zip(*numbers, strict=True)]
    return [
        column
        for column, own in zip(columns, numbers, strict=True)
        if any(own) and all(2 * value == total for value, total in zip(own, totals, strict=True))
    ]


def _by_values(chooser: Chooser, name: str, columns: Sequence[int]) -> list[int]:
    """The columns that hold mostly what the field asks for: dates, statuses, dossier codes, names of units."""
    test = _TESTS.get("date" if name in _DATES else name)
    if test is None:
        return []
    last = int(chooser.rows[-1]) if len(chooser.rows) else -1
    fitting = []
    for column in columns:
        values = chooser.grid.sample(column, chooser.found.block.last + 1, last)
        if values and sum(map(test, values)) * 2 > len(values):
            fitting.append(column)
    return fitting


_TESTS: Mapping[str, Callable[[CellValue], bool]] = {
    "date": lambda value: shape(value) == "date",
    "code": lambda value: shape(value) == "code",
    "status": lambda value: parse_status(value) is not None,
    "unit": lambda value: isinstance(value, str) and looks_like_unit(one_line(value)),
}


def _complementary(chooser: Chooser, columns: Sequence[int]) -> bool:
    """Whether no row is filled in two of the columns with different values."""
    filled = sum(chooser.grid.present(column)[chooser.rows].astype(np.int32) for column in columns)
    return bool(np.all(np.asarray(filled) <= 1))
