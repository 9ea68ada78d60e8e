"""The scores of an index: whose they are, out of how many points, and whether a column beside them may be the one.

A column of scores under words that nobody knows ("Điểm Hội đồng chốt lại") may be the score that counts. Unless the
final one is named outright, the other is not taken in its place (contract, section 2.1: ``ambiguous_column``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from thidua_cli.intake.decisions.identities import Settled
from thidua_cli.intake.decisions.remarks import cannot_be_told
from thidua_cli.intake.decisions.rows import RowKinds, Rows
from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import says
from thidua_cli.intake.layout.recognise import Recognition, is_own
from thidua_cli.intake.layout.spans import span_of
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.values import State, parse_decimals
from thidua_cli.text.glossary import columns_called
from thidua_cli.text.phrases import spoken

_SAYS = ("self", "appraised", "final")
_IN_ORDER = ("score_final", "score", "score_appraised", "score_self")

_Numbers = Mapping[int, Fraction | None]


def settle_scores(grid: Grid, found: Recognition, kinds: RowKinds, heading: Sequence[str], file: str) -> Settled:
    """The columns of scores, named as heads and ``heading`` (titles, sheet, file) say; one with a rival is open."""
    named, reading = _named_by_heading(found, heading)
    rivals = _rivals(grid, named, kinds.data)
    readings = () if reading is None else (reading,)
    if not rivals:
        return Settled(named, readings)
    name = next(name for name in _IN_ORDER if name in named.fields)
    finding, said = cannot_be_told(grid, named, name, [named.fields[name], *rivals], file)
    return Settled(named, (*readings, said), (finding,), frozenset({name}))


def _named_by_heading(found: Recognition, heading: Sequence[str]) -> tuple[Recognition, Reading | None]:
    """A score that its head calls neither final nor appraised nor self is what a title over it says of all scores."""
    if any(name in found.fields for name in _IN_ORDER if name != "score") or "score" not in found.fields:
        return found, None
    said = {name: any(WORDS.within(f"score.{name}", spoken(text)) for text in heading) for name in _SAYS}
    own = said["self"]
    if own == said["appraised"] or said["final"]:
        return found, None
    name = "score_self" if own else "score_appraised"
    column = found.fields["score"]
    fields = {name if known == "score" else known: place for known, place in found.fields.items()}
    head = " > ".join(found.block.paths[column])
    cell = cell_name(found.block.last, column)
    return replace(found, fields=fields), Reading("score_of_title", head, (), {"as": columns_called([name])}, cell)


def _rivals(grid: Grid, found: Recognition, rows: Rows) -> list[int]:
    """Columns that nobody knows and that may as well be the score: of its size, and not explained by it."""
    name = next((name for name in _IN_ORDER if name in found.fields), "score_final")
    if name == "score_final" or not len(rows):
        return []
    score = _numbers(grid, found.fields[name], rows)
    unknown = {column: numbers for column in _unknown(found) if any((numbers := _numbers(grid, column, rows)).values())}
    if unknown and all(sum(numbers[row] or 0 for numbers in unknown.values()) == value for row, value in score.items()):
        return []  # the parts of the score, by field or criterion
    return [column for column, numbers in unknown.items() if _alike(numbers, score)]


def _unknown(found: Recognition) -> Iterator[int]:
    """Columns without a meaning of their own that are of the table's own period."""
    known = {*found.fields.values(), *(column for options in found.options.values() for _, column in options)}
    for column, path in found.block.paths.items():
        words = header_words(path[-1])
        told = column in known or not is_own(path) or WORDS.within("score.rank", words) or says("other_index", words)
        if not told and span_of(path) is None:
            yield column


def _numbers(grid: Grid, column: int, rows: Rows) -> _Numbers:
    """The column's numbers at some rows; None where there is none."""
    source = grid.sheet.columns[column]
    read = parse_decimals([source.at(int(row)) for row in rows])
    return {
        int(row): Fraction(reading.value) if reading.state is State.OK and reading.value is not None else None
        for row, reading in zip(rows, read, strict=True)
    }


def _alike(numbers: _Numbers, score: _Numbers) -> bool:
    """Whether a column says something else than the score, in figures of its size, in most of its rows."""
    pairs = [(numbers[row], value) for row, value in score.items()]
    both = [(own, value) for own, value in pairs if own is not None and value is not None]
    near = sum(2 * abs(own - value) <= max(own, value) for own, value in both)
    missing = sum(own is not None and value is None for own, value in pairs)
    return (near * 2 > len(both) > 0 and any(own != value for own, value in both)) or missing * 2 > len(pairs)


def maxima(grid: Grid, found: Recognition, kinds: RowKinds, titles: Sequence[str]) -> dict[str, Fraction]:
    """The greatest possible score, by field of scores: what its head, a title, a row of maxima or a note says."""
    notes = [grid.text(int(row), column) for row in kinds.notes for column in found.block.columns]
    stated = [_stated(titles), _stated(notes)]
    most: dict[str, Fraction] = {}
    for name in (name for name in _IN_ORDER if name in found.fields):
        column = found.fields[name]
        own = [value for value in _numbers(grid, column, kinds.maxima).values() if value]
        said = [_stated(found.block.paths[column]), stated[0], *own, stated[1]]
        value = next(filter(None, said), None)
        if value is not None:
            most[name] = value
    return most


def _stated(texts: Sequence[str]) -> Fraction | None:
    """The first maximum that some texts name."""
    matches = (match for text in texts for match in WORDS["score.maximum"].among(spoken(text)))
    return next((Fraction(number) for match in matches for number in re.findall(r"\d+", match[0])), None)
