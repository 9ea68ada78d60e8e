"""Which column is which field, where several may be it: by period, by how plainly words say it, by what cells hold.

Several columns for one field are told apart by their whole header path (contract, section 2.1): the plan's period
before others, final before appraised before self, the whole before its parts, parts that add up. What that does not
settle is ``ambiguous_column``, and nothing is read from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.apart import SCORES, VALUES, Chooser, pick
from thidua_cli.intake.decisions.remarks import cannot_be_told
from thidua_cli.intake.decisions.rows import Rows
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import HANDLES, VAGUE
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.spans import span_of
from thidua_cli.intake.periods import Period, tilings
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.tables import Kind
from thidua_cli.records import record

_STOCKS = frozenset("carried_over received_total pending_total pending_in_time pending_overdue paused".split())
"""Counts that hold what was there before: those of several periods do not add up."""
_OWN_PERIOD = frozenset({Kind.TASKS, Kind.INDIVIDUALS, Kind.INITIATIVES})
"""Lists whose answers may stand in a column a year ("Kết quả năm 2020", "Kết quả năm 2021")."""
_ANSWERS = frozenset("result classification recognised".split())
_FREE = frozenset("field procedure title task effect award achievement reason aliases".split())
"""Fields on which no figure rests, or of which each column says enough: the first is taken, others fill its blanks."""
JOINED = frozenset({"author", "position"})
"""Fields of which every column adds to what the others say: an author and the co-authors, a post and a title."""


@record
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


def choose(grid: Grid, found: Recognition, rows: Rows, own: Period | None, wanted: Period, file: str) -> list[Choice]:
    """The columns of a table: one choice, or one for each period that its heads name and that the plan may need.

    ``rows`` are the data rows as far as they are known, ``own`` is the period that titles and names say, ``wanted`` the
    plan's. A table whose heads name the plan's period is read for that one alone. Where some heads name a period, the
    columns of values that name none are of the table's own.
    """
    spans = _spans(found, own, wanted)
    if any(period is not None for period in spans.values()):
        spans = {**dict.fromkeys(_value_columns(found), own or wanted), **spans}
    named = sorted({period for period in spans.values() if period is not None})
    periods: Sequence[Period | None] = [wanted] if wanted in named else named
    return [_choose_one(Chooser(grid, found, rows, file), spans, period, wanted) for period in periods or [None]]


def _value_columns(found: Recognition) -> list[int]:
    """The columns whose values may each be of another period."""
    names = VALUES.get(found.kind, frozenset()) | (_ANSWERS if found.kind in _OWN_PERIOD else frozenset())
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


def _choose_one(chooser: Chooser, spans: Mapping[int, Period | None], period: Period | None, wanted: Period) -> Choice:
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


def _add_periods(chooser: Chooser, name: str, dated: Sequence[tuple[Period | None, int]], wanted: Period) -> None:
    """A count that a table gives by periods which make up the whole, beside others that it gives as a whole."""
    columns = dict(dated)
    ways = tilings([period for period in columns if period is not None], wanted)
    flows = VALUES.get(chooser.found.kind, frozenset()) - SCORES - _STOCKS
    if name in flows and len(columns) == len(dated) and len(ways) == 1 and len(ways[0]) == len(columns):
        chooser.fields[name], *chooser.added[name] = [columns[period] for period in ways[0]]
        chooser.say("column_parts", chooser.fields[name], columns.values())


def _one_use_each(chooser: Chooser) -> None:
    """A column that two fields claim is the one's that the recognition gave it to."""
    owner = {column: name for name, column in chooser.found.fields.items()}
    for name, column in list(chooser.fields.items()):
        if owner.get(column, name) != name and owner[column] in chooser.fields:
            del chooser.fields[name]


def _settle(chooser: Chooser, name: str, options: Sequence[tuple[int, int]]) -> None:
    """Give a field its column, or say that it cannot be told."""
    filled = [option for option in options if _filled(chooser, option[1])] or list(options)[:1]
    if not filled:
        return
    best = min(rank for rank, _ in filled)
    columns = [column for rank, column in filled if rank == best]
    if name == "unit" and best % 10 != HANDLES:
        columns = [column for rank, column in filled if rank % 10 < VAGUE] or columns
    chosen = pick(chooser, name, columns)
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
    finding, reading = cannot_be_told(chooser.grid, chooser.found, name, columns, chooser.file)
    chooser.findings.append(finding)
    chooser.readings.append(reading)


def _filled(chooser: Chooser, column: int) -> bool:
    return bool(chooser.grid.present(column)[chooser.rows].any()) if len(chooser.rows) else True


def _add_parts(chooser: Chooser, spans: Mapping[int, Period | None], period: Period | None) -> None:
    """Parts of a count that no column gives as a whole are added up; beside the whole they are only checked."""
    for name, columns in chooser.found.parts.items():
        fitting = [column for column in columns if spans.get(column) in (None, period)]
        if not fitting or name in chooser.found.options:
            continue
        chooser.fields[name] = fitting[0]
        if fitting[1:]:
            chooser.added[name] = fitting[1:]
            chooser.say("column_parts", fitting[0], fitting)
