"""Rows whose cells stand under the wrong heads: nothing of them is read, and what they could change stays open.

Whose such a row is may be told by a unit's name in its unit column or beside it; else it may be of any unit that its
table names. A dossier, a task or an initiative is then one open case more; of figures nothing is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thidua_cli.evidence.model import Alternatives, Count, Place, UndecidedCase
from thidua_cli.evidence.officers import TIMED
from thidua_cli.evidence.open_rows import any_way
from thidua_cli.evidence.tasks import ASSIGNED, COMPLETED, OPEN
from thidua_cli.evidence.units import Register, unit_texts
from thidua_cli.intake.tables import Kind, ShiftedRow, System, Table

_NOTHING: frozenset[str] = frozenset()
_TASK: Alternatives = frozenset({_NOTHING, frozenset({ASSIGNED, COMPLETED}), frozenset({ASSIGNED, OPEN})})
_INITIATIVE: Alternatives = frozenset({_NOTHING, frozenset({"initiatives_recognised"})})
_OF_OFFICER: Alternatives = frozenset({_NOTHING, *(frozenset({timing}) for timing in TIMED)})
_SOFTWARE = {System.ONE_STOP: ("on_software",), None: ("on_software", "not_on_software")}


@dataclass(slots=True)
class ShiftedRows:
    """Per unit (index into the register) the open cases of each kind of table, and the kinds whose figures are open.

    ``systems`` are those of the lists of dossiers that hold a shifted row which may be the unit's.
    """

    cases: dict[Kind, dict[int, list[UndecidedCase]]] = field(default_factory=lambda: defaultdict(dict))
    figures: dict[int, set[Kind]] = field(default_factory=lambda: defaultdict(set))
    systems: dict[int, set[System | None]] = field(default_factory=lambda: defaultdict(set))

    def reopen(self, unit: int, counts: dict[str, Count], undecided: list[UndecidedCase]) -> None:
        """Add what is open of one unit's dossiers. A shifted row may be a dossier that stands in another list too."""
        undecided += self.cases[Kind.DOSSIERS].get(unit, [])
        systems = self.systems.get(unit, set())
        twins = {"on_software": "not_on_software"} if systems & {System.ONE_STOP, None} else {}
        twins |= {"online_34": "not_online_34"} if systems & {System.PUBLIC_SERVICE, None} else {}
        for name, other in twins.items():
            if counts[name].value is not None and counts[other].value:
                counts[name] = Count(None, "row_left_out", counts[name].origins)

    def of_officers(self, persons: Sequence[tuple[int, str]]) -> Mapping[tuple[int, str], list[UndecidedCase]]:
        """The cases that may be of each of some persons (unit, name): whom a shifted row names is not known."""
        found = {}
        for person in persons:
            if self.systems.get(person[0], set()) & {System.ONE_STOP, None}:
                cases = self.cases[Kind.DOSSIERS].get(person[0], [])
                found[person] = [UndecidedCase(_OF_OFFICER, case.place) for case in cases]
        return found


def shifted_rows(tables: Sequence[Table], register: Register) -> ShiftedRows:
    """What stays open for the shifted rows of some tables."""
    result = ShiftedRows()
    for table in tables:
        for row, units in whose(table, register):
            case = UndecidedCase(_ways(table), Place("", table.receipt.file, table.receipt.sheet, row.row + 1))
            for unit in sorted(units):
                if table.kind is Kind.DOSSIERS:
                    result.systems[unit].add(table.receipt.system)
                if case.alternatives:
                    result.cases[table.kind].setdefault(unit, []).append(case)
                elif register.named(row.units):
                    result.figures[unit].add(table.kind)
    return result


def whose(table: Table, register: Register) -> Iterator[tuple[ShiftedRow, frozenset[int]]]:
    """Each shifted row of a table with the units that it may be of."""
    if not table.shifted:
        return
    anyone = register.named(unit_texts(table)) or frozenset(range(len(register.units)))
    for row in table.shifted:
        yield row, register.named(row.units) or anyone


def _ways(table: Table) -> Alternatives:
    """The ways in which one row of a list may fall; empty for figures."""
    if table.kind is Kind.DOSSIERS:
        software = _SOFTWARE.get(table.receipt.system, ("not_on_software",))
        return frozenset().union(*(any_way(name) for name in software))
    if table.kind is Kind.TASKS and "assigned" not in table.columns:
        return _TASK
    return _INITIATIVE if table.kind is Kind.INITIATIVES else frozenset()
