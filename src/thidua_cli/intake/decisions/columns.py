"""Which column is which field, where several may be it: by period, by how plainly the words say it, by what the cells hold.

Several columns for one field are told apart by their whole header path (contract, section 2.1): the plan's period before
others, final before appraised before self, the whole before its parts, parts that add up. What that does not settle is
``ambiguous_column``, and nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.counted import COUNTED
from thidua_cli.intake.labels import field_words
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.list_words import HANDLES, VAGUE
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.shapes import shape
from thidua_cli.intake.layout.spans import span_of
from thidua_cli.intake.layout.unit_words import looks_like_unit
from thidua_cli.intake.layout.words import one_line
from thidua_cli.intake.periods import Period, tilings
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import CellValue, cell_name
from thidua_cli.intake.tables import Kind
from thidua_cli.intake.values import State, parse_decimals
from thidua_cli.intake.vocabulary import parse_status
from thidua_cli.text.accents import accent_pattern

Rows = np.ndarray[tuple[int], np.dtype[np.int64]]

_DATES = frozenset("submitted received due due_extended ended returned".split())
_SCORES = frozenset("score_self score_appraised score_final score".split())
_VALUES: Mapping[Kind, frozenset[str]] = {
    **COUNTED,
    Kind.PAR_INDEX: _SCORES,
}
"""Fields whose columns may each be of another period."""
_STOCKS = frozenset("carried_over received_total pending_total pending_in_time pending_overdue paused".split())
"""Counts that hold what was there before: those of several periods do not add up."""
_OWN_PERIOD = frozenset({Kind.TASKS, Kind.INDIVIDUALS, Kind.INITIATIVES})
"""Lists whose answers may stand in a column a year ("Kết quả năm 2020", "Kết quả năm 2021")."""
_ANSWERS = frozenset("result classification recognised".split())
_QUALIFIERS = (
    accent_pattern(r"\b(?:chính thức|cuối cùng|sau giải trình|phê duyệt|công bố|kết luận)\b"),
    accent_pattern(r"\b(?:thẩm định|kiểm tra|xác nhận|phúc tra|hội đồng|đánh giá của (?:thành phố|cấp trên))\b"),
    accent_pattern(r"^(?!.*\btự (?:đánh giá|chấm|xếp|khai|nhận xét))"),
)
"""Final before appraised before what says neither; what a unit says of itself comes last."""
_FREE = frozenset("field procedure title task effect award achievement reason aliases".split())
"""Fields on which no figure rests, or of which each column says enough: the first is taken, the others fill its blanks."""
JOINED = frozenset({"author", "position"})
"""Fields of which every column adds to what the others say: an author and the co-authors, a post and a title."""
_WHOLE = accent_pattern(r"\b(?:tổng|chung|toàn bộ|cả năm)\b")


@dataclass(frozen=True, slots=True)
class Choice:
    """The columns of one table: field to column, further columns of a field, and the period that its heads name.

    ``added`` are summed with the field's first column (parts of a count), ``filling`` give what it leaves blank.
    ``open`` are fields that cannot be told.
    """

    fields: Mapping[str, int]
    added: Mapping[str, Sequence[int]] = field(default_factory=dict)
    filling: Mapping[str, Sequence[int]] = field(default_factory=dict)
    period: Period | None = None
    open: frozenset[str] = frozenset()
    readings: tuple[Reading, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Chooser:
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


def choose(grid: Grid, found: Recognition, rows: Rows, own: Period | None, wanted: Period, file: str) -> list[Choice]:
    """The columns of a table: one choice, or one for each period that its heads name and that the plan may need.

    ``rows`` are the data rows as far as they are known, ``own`` is the period that titles and names say, ``wanted`` the
    plan's. A table whose heads name the plan's period is read for that one alone. Where some heads name a period, the
    columns of values that name none are of the table's own.
    """
    spans = _spans(found, own, wanted)
    if any(period is not None for period in spans.values()):
        spans = {column: own or wanted for column in _value_columns(found)} | spans
    periods: list[Period | None] = sorted({period for period in spans.values() if period is not None})
    if wanted in periods:
        periods = [wanted]
    return [_choose_one(_Chooser(grid, found, rows, file), spans, period, wanted) for period in periods or [None]]


def _value_columns(found: Recognition) -> list[int]:
    """The columns whose values may each be of another period."""
    names = _VALUES.get(found.kind, frozenset()) | (_ANSWERS if found.kind in _OWN_PERIOD else frozenset())
    columns = [column for name in names for _, column in found.options.get(name, ())]
    return columns + [column for name in names for column in found.parts.get(name, ())]


def _spans(found: Recognition, own: Period | None, wanted: Period) -> dict[int, Period | None]:
    """The period of every value column whose heads name one; a part that is none in particular is another's."""
    heads = {column: _dated_heads(found, column) for column in _value_columns(found)}
    said = {column: span_of(path) if path else None for column, path in heads.items()}
    cumulative = any(span is not None and span.kind == "cumulative" for span in said.values())
    periods: dict[int, Period | None] = {}
    for column, span in said.items():
        if span is None or (span.kind == "part" and not cumulative and own is None):
            continue
        period = span.period(own, wanted)
        periods[column] = period if period is not None else Period(wanted.first, wanted.first)
    return periods


def _dated_heads(found: Recognition, column: int) -> tuple[str, ...]:
    """The heads that may say of which period a column is: "Tồn năm 2020 chuyển sang" is no count of 2020."""
    carried = [option for _, option in found.options.get("carried_over", ())] + [*found.parts.get("carried_over", ())]
    path = found.block.paths[column]
    return path[:-1] if column in carried else path


def _choose_one(chooser: _Chooser, spans: Mapping[int, Period | None], period: Period | None, wanted: Period) -> Choice:
    found = chooser.found
    for name, options in found.options.items():
        if name == "total_alone":
            continue
        fitting = [(rank, column) for rank, column in options if spans.get(column) in (None, period)]
        dated = [(rank, column) for rank, column in fitting if column in spans]
        _settle(chooser, name, dated or fitting)
        if dated and len(dated) < len(options):
            chooser.say("column_period", dated[0][1], [column for _, column in options])
        if not fitting and period == wanted:
            _add_periods(chooser, name, [(spans[column], column) for _, column in options], wanted)
    _add_parts(chooser, spans, period)
    _one_use_each(chooser)
    return Choice(
        chooser.fields,
        chooser.added,
        chooser.filling,
        period,
        frozenset(chooser.open),
        tuple(chooser.readings),
        tuple(chooser.findings),
    )


def _add_periods(chooser: _Chooser, name: str, dated: Sequence[tuple[Period | None, int]], wanted: Period) -> None:
    """A count that a table gives by periods which make up the whole, beside others that it gives as a whole."""
    columns = dict(dated)
    ways = tilings([period for period in columns if period is not None], wanted)
    flows = _VALUES.get(chooser.found.kind, frozenset()) - _SCORES - _STOCKS
    if name in flows and len(columns) == len(dated) and len(ways) == 1 and len(ways[0]) == len(columns):
        chooser.fields[name], *chooser.added[name] = [columns[period] for period in ways[0]]
        chooser.say("column_parts", chooser.fields[name], columns.values())


def _one_use_each(chooser: _Chooser) -> None:
    """A column that two fields claim is the one's that the recognition gave it to."""
    owner = {column: name for name, column in chooser.found.fields.items()}
    for name, column in list(chooser.fields.items()):
        if owner.get(column, name) != name and owner[column] in chooser.fields:
            del chooser.fields[name]


def _settle(chooser: _Chooser, name: str, options: Sequence[tuple[int, int]]) -> None:
    """Give a field its column, or say that it cannot be told."""
    filled = [option for option in options if _filled(chooser, option[1])] or list(options)[:1]
    if not filled:
        return
    best = min(rank for rank, _ in filled)
    columns = [column for rank, column in filled if rank == best]
    if name == "unit" and best % 10 != HANDLES:
        columns = [column for rank, column in filled if rank % 10 < VAGUE] or columns
    chosen = _pick(chooser, name, columns)
    if chosen is None and name in _FREE:
        chosen, chooser.filling[name] = columns[0], columns[1:]
    if chosen is None and name in JOINED:
        chosen, chooser.added[name] = columns[0], columns[1:]
        chooser.say("column_parts", chosen, columns)
    if chosen is not None:
        chooser.fields[name] = chosen
        if len(options) > 1 and len(columns) == 1:
            chooser.say("column_words", chosen, [column for _, column in options])
        return
    chooser.open.add(name)
    vietnamese, english = field_words([name])
    params: dict[str, str | int] = {
        "number": len(columns),
        "column_vi": vietnamese,
        "column_en": english,
        "heads": "; ".join(f"“{chooser.head(column)}”" for column in columns),
    }
    cells = tuple(cell_name(chooser.found.block.last, column) for column in columns)
    place = (chooser.file, chooser.grid.sheet.name, cells[0])
    chooser.findings.append(Finding("ambiguous_column", params, *place, cells=cells))
    chooser.readings.append(Reading("column_open", "", tuple(map(chooser.head, columns)), cell=cells[0]))


def _filled(chooser: _Chooser, column: int) -> bool:
    return bool(chooser.grid.present(column)[chooser.rows].any()) if len(chooser.rows) else True


def _pick(chooser: _Chooser, name: str, columns: list[int]) -> int | None:
    """The one of several columns, by the first rule that tells them apart; None where none does."""
    if len(columns) == 1:
        return columns[0]
    if _same_cells(chooser, columns):
        chooser.say("column_same", columns[0], columns)
        return columns[0]
    for rule, narrowed in (
        ("column_qualifier", _by_qualifier(chooser, columns)),
        ("column_whole", [column for column in columns if _WHOLE.search(chooser.head(column))]),
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


def _same_cells(chooser: _Chooser, columns: Sequence[int]) -> bool:
    """Whether the columns hold the same in every data row."""
    first = _numbered(chooser, columns[0])
    return all(np.array_equal(first[chooser.rows], _numbered(chooser, other)[chooser.rows]) for other in columns[1:])


def _numbered(chooser: _Chooser, column: int) -> Rows:
    """Per row of the sheet a number that stands for the cell's text, the same in every column; -1 is an empty cell."""
    source = chooser.grid.sheet.columns[column]
    numbers = [chooser.texts.setdefault(one_line(str(value)), len(chooser.texts)) for value in source.values]
    return np.array([*numbers, -1], dtype=np.int64)[source.codes]


def _by_qualifier(chooser: _Chooser, columns: Sequence[int]) -> list[int]:
    for pattern in _QUALIFIERS:
        fitting = [column for column in columns if pattern.search(chooser.head(column))]
        if fitting:
            return fitting
    return list(columns)


def _by_sum(chooser: _Chooser, name: str, columns: Sequence[int]) -> list[int]:
    """The column that is the sum of the others in every row."""
    if name not in _VALUES.get(chooser.found.kind, frozenset()) or not len(chooser.rows) or len(columns) < 3:
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


def _by_values(chooser: _Chooser, name: str, columns: Sequence[int]) -> list[int]:
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


def _complementary(chooser: _Chooser, columns: Sequence[int]) -> bool:
    """Whether no row is filled in two of the columns with different values."""
    filled = sum(chooser.grid.present(column)[chooser.rows].astype(np.int32) for column in columns)
    return bool(np.all(np.asarray(filled) <= 1))


def _add_parts(chooser: _Chooser, spans: Mapping[int, Period | None], period: Period | None) -> None:
    """Parts of a count that no column gives as a whole are added up; beside the whole they are only checked."""
    for name, columns in chooser.found.parts.items():
        fitting = [column for column in columns if spans.get(column) in (None, period)]
        if not fitting or name in chooser.found.options:
            continue
        chooser.fields[name] = fitting[0]
        if fitting[1:]:
            chooser.added[name] = fitting[1:]
            chooser.say("column_parts", fitting[0], fitting)
