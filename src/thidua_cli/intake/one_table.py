"""One place on a sheet on its way to a table: each decision in turn, and whatever forbids its use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.accounts import account_of
from thidua_cli.intake.decisions.checks import check_rows
from thidua_cli.intake.decisions.columns import Choice, choose
from thidua_cli.intake.decisions.data import columns_at
from thidua_cli.intake.decisions.identities import Settled, settle
from thidua_cli.intake.decisions.partial import partial_of
from thidua_cli.intake.decisions.periods import period_of
from thidua_cli.intake.decisions.proofs import Proven, prove
from thidua_cli.intake.decisions.remarks import (
    columns_shifted,
    empty,
    hidden_data,
    nothing,
    remarks_on,
    says_nothing,
    without_confirmations,
)
from thidua_cli.intake.decisions.rows import NAMING, RowKinds, sort_rows
from thidua_cli.intake.decisions.scores import maxima, settle_scores
from thidua_cli.intake.decisions.sections import by_section
from thidua_cli.intake.decisions.shifted_rows import shifted_of, without_shifted
from thidua_cli.intake.decisions.shifts import shifted
from thidua_cli.intake.decisions.systems import SaidSystem, names_system, system_of
from thidua_cli.intake.decisions.totals import check_totals
from thidua_cli.intake.decisions.whose import GROUPED, SaidUnit, unit_of, unknown_column
from thidua_cli.intake.layout.find import Place
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.known_reports import NOT_PUT_FORWARD, is_not_put_forward, report_of
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.row_words import is_note
from thidua_cli.intake.layout.titles import Title, title_lines
from thidua_cli.intake.periods import Period
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import column_letter
from thidua_cli.intake.tables import Kind, Receipt, System, Table, UnrecognisedSheet, Withheld
from thidua_cli.intake.unrecognised import known_report, missing_column, part_of_dossiers, remark
from thidua_cli.records import record

_MAY_BE_NOTHING = frozenset({Kind.DOSSIERS, Kind.INDIVIDUALS, Kind.COUNCIL_DECISIONS, Kind.EARLIER_AWARDS})
"""Kinds of which there may be nothing to report at all."""
_DECISIVE: Mapping[Kind, frozenset[str]] = {
    Kind.DOSSIERS: frozenset("code unit received due ended returned status".split()),
    Kind.PAR_INDEX: frozenset({"unit"}),
    Kind.STATISTICS: frozenset({"unit"}),
    Kind.TASKS: frozenset("unit result assigned completed".split()),
    Kind.INITIATIVES: frozenset("unit recognised".split()),
    Kind.INDIVIDUALS: frozenset("unit name classification".split()),
    Kind.UNITS: frozenset({"unit"}),
    Kind.COUNCIL_DECISIONS: frozenset("unit name decision".split()),
    Kind.EARLIER_AWARDS: frozenset("unit name year".split()),
}
"""Fields without which nothing of a table may be judged: where they cannot be told, it is not used."""
_HANDLED = frozenset("early on_time early_or_on_time late".split())
"""A form that counts these is one of handling, whatever its title says beside."""
_STILL_OPEN = frozenset({"overdue", "running", "late_reception"})
"""Parts of a list that hold no ended dossier."""


@dataclass(slots=True)
class Outcome:
    """What came of one table: the table (or its sections), or why it is not used; findings either way."""

    tables: Sequence[Table] = ()
    findings: list[Finding] = field(default_factory=list)
    said: UnrecognisedSheet | None = None
    withheld: Withheld | None = None


@record
class _Seen:
    """Everything that was decided about a table under one choice of its columns."""

    choice: Choice
    found: Recognition
    system: SaidSystem
    settled: Settled
    proven: Proven
    unit: SaidUnit
    partial: str
    named: Reading | None

    @property
    def kinds(self) -> RowKinds:
        """The rows, sorted and proven."""
        return self.proven.kinds

    @property
    def readings(self) -> list[Reading]:
        """The decisions, in the order in which they were made."""
        made = (*self.choice.readings, *self.settled.readings, *self.proven.readings, *self.system.readings)
        return [reading for reading in (*made, self.unit.reading, self.named) if reading is not None]


class PlaceReading:
    """One place on a sheet on its way to a table, or to one for each period that its columns cover."""

    def __init__(
        self, grid: Grid, place: Place, first: Place, file: str, given: Mapping[str, str], period: Period, *, last: bool
    ) -> None:
        self.grid = grid
        self.place = place
        self.found = place.found
        self.file = file
        self.sheet = grid.sheet.name
        self.given = given
        self.period = period
        self.last = last
        self.dated = True
        self._kinds: dict[tuple[tuple[str, int], ...], RowKinds] = {}
        self.titles = own_titles(grid, place)
        self.heading = [*self.titles, *(() if names_system(self.titles) else own_titles(grid, first))]

    def outcomes(self) -> Iterator[Outcome]:
        """The tables of this place, or what it is known for and not used."""
        known = self._known_report()
        if known is not None:
            yield known
            return
        several = {n for n, columns in self.found.options.items() if len(columns) > 1 and n not in NAMING}
        settled = {name: column for name, column in self.found.fields.items() if name not in several}
        rows = self._sorted(replace(self.found, fields=settled))
        said = period_of(self.titles, self.grid.said_by, self.file, self.period)
        self.dated = said.dated
        choices = choose(self.grid, self.found, rows.data, said.period, self.period, self.file)
        for number, choice in enumerate(choices):
            seen = self._look(choice)
            outcome = self._refused(seen)
            if outcome is None:
                readings = [said.reading] if said.reading is not None and choice.period is None else []
                table = self._table(seen, choice.period or said.period, (*readings, *seen.readings))
                outcome = self._used(seen, table, first=number == 0)
            outcome.findings[:0] = choice.findings
            yield outcome

    def _sorted(self, found: Recognition) -> RowKinds:
        """The rows sorted under some fields: once, for most choices come to the same fields."""
        fields = tuple(sorted(found.fields.items()))
        if fields not in self._kinds:
            self._kinds[fields] = without_confirmations(self.grid, found, sort_rows(self.grid, found, self.place.last))
        return self._kinds[fields]

    def _known_report(self) -> Outcome | None:
        """A report that passes for a table by its heads and is none ("Tiếp nhận trong ngày"), by title or heads."""
        if self.found.kind is Kind.INDIVIDUALS and any(is_not_put_forward(text) for text in self._title_texts()):
            finding, said = known_report(self.file, self.sheet, NOT_PUT_FORWARD, self.found.block.range())
            return Outcome((), [finding], said)
        if self.found.kind is not Kind.STATISTICS:
            return None
        heads = {part for path in self.found.block.paths.values() for part in path}
        report = report_of(
            [title.text for title in self.titles], heads, handled=bool(_HANDLED & set(self.found.fields))
        )
        if report is None:
            return None
        finding, said = known_report(self.file, self.sheet, report, self.found.block.range())
        return Outcome((), [finding], said)

    def _look(self, choice: Choice) -> _Seen:
        """Decide everything about the table that a choice of columns makes."""
        found = self._without_empty_unit(replace(self.found, fields=dict(choice.fields)))
        kinds = self._sorted(found)
        if shifted(self.grid, found, kinds.data) is None:
            kinds = without_shifted(self.grid, found, kinds)
        system = system_of(self.grid, found, kinds.data, self.heading, self.file, self.given)
        settled = (
            settle_scores(self.grid, found, kinds, [*self._title_texts(), self.sheet, self.file], self.file)
            if found.kind is Kind.PAR_INDEX
            else settle(self.grid, found, kinds, self.file)
        )
        unit = unit_of(self.grid, settled.found, kinds, self.titles, self.file)
        proven = prove(self.grid, settled.found, kinds, unit.name or "")
        if unit.column is not None and not np.array_equal(kinds.data, proven.kinds.data):
            unit = unit_of(self.grid, settled.found, proven.kinds, self.titles, self.file)
        if found.kind is Kind.INDIVIDUALS:
            proven = replace(proven, kinds=self._put_forward(proven.kinds))
        partial, named = partial_of(found.kind, self.titles, self.grid.said_by, self.file)
        return _Seen(choice, settled.found, system, settled, proven, unit, partial, named)

    def _put_forward(self, kinds: RowKinds) -> RowKinds:
        """The rows without those under a group row "Cá nhân không đề nghị khen thưởng", which are left out and said."""
        columns = self.found.block.columns
        denied = [any(is_not_put_forward(self.grid.text(row, c)) for c in columns) for row in kinds.groups.tolist()]
        group = np.searchsorted(kinds.groups, kinds.data) - 1
        out = np.array([place >= 0 and denied[place] for place in group.tolist()], dtype=np.bool_)
        left_out = np.sort(np.concatenate([kinds.left_out, kinds.data[out]]))
        return replace(kinds, data=kinds.data[~out], left_out=left_out)

    def _refused(self, seen: _Seen) -> Outcome | None:
        """Why the table is not used; None where nothing forbids it."""
        found = seen.found
        missing = self._missing(seen)
        if missing and seen.partial:
            finding, said = part_of_dossiers(self.file, self.sheet, found, missing, seen.partial)
            return Outcome((), [finding], said, self._withheld(seen))
        if missing:
            said = remark(self.file, self.sheet, found, missing)
            return Outcome((), [missing_column(self.file, self.sheet, found, missing)], said)
        wrong = shifted(self.grid, found, seen.kinds.data)
        if wrong is not None:
            row = int(seen.kinds.data[0]) if len(seen.kinds.data) else 0
            return Outcome((), [columns_shifted(self.grid, found, self.file, row, *wrong)])
        if seen.choice.open & _DECISIVE.get(found.kind, frozenset()):
            return Outcome(withheld=self._withheld(seen))
        if seen.unit.unknown is not None:
            finding = unknown_column(self.grid, found, seen.unit.unknown, self.file)
            return Outcome((), [finding], withheld=self._withheld(seen))
        return None

    def _used(self, seen: _Seen, table: Table, *, first: bool) -> Outcome:
        """The table with what is said of it."""
        at = self.grid, seen.found, seen.kinds, self.file
        checked, broken = check_rows(*at)
        findings = [*hidden_data(*at), *seen.system.findings] if first else []
        findings += [*seen.settled.findings, *checked, *check_totals(*at), *remarks_on(*at)]
        said = seen.unit.reading
        if first and said is not None and said.rule == "unit_file":
            findings.append(Finding("unit_of_file", {"name": said.choice}, self.file, self.sheet, table.receipt.header))
        if not len(seen.kinds.data) and not len(seen.kinds.shifted):
            declared = table.kind in _MAY_BE_NOTHING and says_nothing(self.grid, seen.found, seen.kinds)
            if not table.none:
                findings.append((nothing if declared else empty)(self.grid, seen.found, self.file))
            table = replace(table, nothing=declared or bool(table.none))
        table = replace(table, broken=broken)
        return Outcome(by_section(self.grid, seen.found, seen.kinds, table, self.period), findings)

    def _title_texts(self) -> list[str]:
        return [title.text for title in self.titles]

    def _is_share(self, found: Recognition, kinds: RowKinds, column: int) -> bool:
        """Whether a column of scores says that it is a percentage, in its head or by how its cells are shown."""
        if found.kind is not Kind.PAR_INDEX:
            return False
        shown = set(self.grid.sheet.percent.in_column(column).tolist())
        return any("%" in part for part in found.block.paths[column]) or bool(shown & set(kinds.data.tolist()))

    def _table(self, seen: _Seen, period: Period | None, readings: tuple[Reading, ...]) -> Table:
        found, kinds, unit = seen.found, seen.kinds, seen.unit
        columns = columns_at(self.grid, found, kinds, seen.choice, seen.proven.inherited or {})
        if unit.column is not None:
            columns["unit"] = unit.column
        if any(len(column.codes) != len(kinds.data) for column in columns.values()):
            raise AssertionError("a column of other rows")
        doubtful = np.array(seen.proven.doubtful, np.int64)
        return Table(
            self._receipt(
                seen, {name: column_letter(columns[name].index) for name in sorted(columns)}, period, readings
            ),
            columns,
            kinds.data,
            unit.name,
            unit.cell,
            self.grid.sheet.date1904,
            " ".join(self._title_texts()),
            shares=frozenset(name for name, column in found.fields.items() if self._is_share(found, kinds, column)),
            maxima=maxima(self.grid, found, kinds, self._title_texts()) if found.kind is Kind.PAR_INDEX else {},
            open=seen.choice.open | seen.settled.open,
            doubtful=frozenset(np.flatnonzero(np.isin(kinds.data, doubtful)).tolist()),
            doubtful_whole=not np.isin(doubtful, kinds.data).all(),
            shifted=shifted_of(self.grid, found, kinds.shifted),
            none=tuple((row, self.grid.text(row, found.fields["unit"])) for row in kinds.none.tolist()),
        )

    def _receipt(
        self, seen: _Seen, fields: Mapping[str, str], period: Period | None, readings: tuple[Reading, ...]
    ) -> Receipt:
        last = self.grid.sheet.n_rows - 1 if self.last else self.place.last
        return Receipt(
            self.file,
            self.sheet,
            seen.found.kind,
            seen.system.system,
            seen.found.block.range(),
            len(seen.kinds.data),
            seen.system.source,
            fields,
            period,
            self.dated,
            seen.partial,
            account_of(self.grid, seen.found, seen.kinds, seen.choice, last),
            readings,
        )

    def _without_empty_unit(self, found: Recognition) -> Recognition:
        """A unit column in which nothing stands says no more than none: the title lines may."""
        column = found.fields.get("unit")
        if column is None:
            return found
        kinds = self._sorted(found)
        naming = np.concatenate([kinds.data, kinds.totals])  # "Phường An Lộc | Tổng" above rows that leave it out
        if len(kinds.data) and not bool(self.grid.present(column)[naming].any()):
            return replace(found, fields={name: place for name, place in found.fields.items() if name != "unit"})
        return found

    def _missing(self, seen: _Seen) -> tuple[str, ...]:
        """What only the whole sheet can tell to be missing: the unit, and what a one-stop list must say."""
        kind, system, unit = seen.found.kind, seen.system.system, seen.unit
        has = {*seen.found.fields, *seen.choice.open}.__contains__
        missing = []
        of_file = unit.reading is not None and unit.reading.rule == "unit_file"
        # What a file is called is too little to put a person forward by.
        said = unit.said and not (of_file and kind is Kind.INDIVIDUALS)
        if not has("unit") and not said and unit.unknown is None and kind in GROUPED:
            missing.append("unit")
        if kind is Kind.DOSSIERS and system is not System.LOGBOOK and not has("code"):
            # Without codes a system's dossiers can neither be matched nor told from their copies.
            missing += ["code"] if system is not None else []
        if kind is Kind.DOSSIERS and system is System.ONE_STOP:
            # It rules on dates (contract, section 3): without them "no due date" would be said of every dossier.
            needed = ("due",) if seen.partial else ("received", "due")
            missing += [name for name in needed if not has(name)]
            if not has("ended") and not has("returned") and seen.partial not in _STILL_OPEN:
                missing.append("ended_or_returned")
        return tuple(missing)

    def _withheld(self, seen: _Seen) -> Withheld:
        return Withheld(self.file, self.sheet, seen.found.kind, seen.system.system, bool(seen.partial))


def own_titles(grid: Grid, place: Place) -> list[Title]:
    """The title lines of a place; beside another table those over its own columns, if there are any."""
    columns = place.found.block.columns
    titles = title_lines(grid, place.top, place.found.block.first - 1)
    titles = [title for title in titles if not is_note(title.text)]
    own = [title for title in titles if columns[0] - 1 <= title.column <= columns[-1]]
    return own if place.beside and own else titles
