"""From sheets as read to tables as understood: the whole way for one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.partial import partial_of
from thidua_cli.intake.decisions.periods import period_of
from thidua_cli.intake.decisions.systems import named_in
from thidua_cli.intake.decisions.whose import SaidUnit, outside_unit
from thidua_cli.intake.forms import is_choices
from thidua_cli.intake.layout.find import find_tables
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.known_reports import report_of, texts_at_top
from thidua_cli.intake.layout.recognise import CLEARLY, Recognition, taught_words
from thidua_cli.intake.layout.titles import Title, title_lines
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.one_table import Outcome, PlaceReading
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import Sheet, SourceFile
from thidua_cli.intake.tables import Kind, System, Table, UnrecognisedSheet, Withheld
from thidua_cli.intake.unrecognised import known_report, part_of_dossiers, unrecognised
from thidua_cli.plan.model import Vocabulary

Understood = tuple[list[Table], list[Finding], list[UnrecognisedSheet], list[Withheld]]


def understand(
    file: SourceFile, *, vocabulary: Vocabulary, period: Period, systems: Mapping[str, System] | None = None
) -> Understood:
    """Every table of a file with its receipt, what was found wrong, sheets that hold no known table, tables not used.

    ``period`` is the plan's. ``systems`` are systems stated by option (file name or glob to system); they come before
    the plan's own (``vocabulary.systems``), and both before what titles and names say. Columns with personal data, and
    all that the program does not know, are left behind here. Raises nothing: what cannot be used is a finding.
    """
    given = {**vocabulary.systems, **{name: str(system) for name, system in (systems or {}).items()}}
    taught = taught_words(vocabulary)
    sheets = [sheet for sheet in file.sheets if not is_choices(sheet)]
    outcomes = [one for sheet in sheets for one in _of_sheet(sheet, file.name, taught, given, period)]
    return (
        [table for one in outcomes for table in one.tables],
        [finding for one in outcomes for finding in one.findings],
        [one.said for one in outcomes if one.said is not None],
        [one.withheld for one in outcomes if one.withheld is not None],
    )


def _of_sheet(
    sheet: Sheet, file: str, taught: Mapping[tuple[str, str], str], given: Mapping[str, str], period: Period
) -> list[Outcome]:
    """What came of each table of a sheet, and of the best header that was not good enough."""

    def says_part(found: Recognition, titles: Sequence[Title]) -> object:
        unit = SaidUnit() if "unit" in found.fields else outside_unit(titles, "", "")
        named = named_in(" ".join(all_words(title.text) for title in titles))
        said = (unit.name, tuple(named), period_of(titles, "", "", period).period)
        return said if any(said) else ()

    grid = Grid(sheet, frozenset(words for _, words in taught), file)
    places, nearest = find_tables(grid, taught, says_part)
    outcomes: list[Outcome] = []
    for number, place in enumerate(places):
        last = number + 1 == len(places)
        outcomes += PlaceReading(grid, place, places[0], file, given, period, last=last).outcomes()
    clear = nearest is not None and bool(nearest.missing) and nearest.score >= CLEARLY
    if clear or (not places and bool(grid.filled.any())):
        outcomes.append(_no_table(grid, file, nearest, clear=clear))
    return outcomes


def _no_table(grid: Grid, file: str, nearest: Recognition | None, *, clear: bool) -> Outcome:
    """What is said of a header that was not good enough: a report known by its words, a part of a list, or neither."""
    sheet = grid.sheet.name
    lines, heads = texts_at_top(grid)
    report = report_of(lines, heads, alone=clear)
    if report is not None:
        header = nearest.block.range() if nearest is not None and nearest.score >= 3 else ""
        return Outcome((), *_listed(known_report(file, sheet, report, header)))
    if clear and nearest is not None and nearest.kind is Kind.DOSSIERS:
        titles = title_lines(grid, 0, nearest.block.first - 1)
        partial, _ = partial_of(nearest.kind, titles, grid.said_by, file)
        if partial:
            finding, said = part_of_dossiers(file, sheet, nearest, nearest.missing, partial)
            return Outcome((), [finding], said, Withheld(file, sheet, nearest.kind, None, partial=True))
    return Outcome((), *_listed(unrecognised(file, sheet, nearest, clear=clear)))


def _listed(said: tuple[Finding, UnrecognisedSheet]) -> tuple[list[Finding], UnrecognisedSheet]:
    return [said[0]], said[1]
