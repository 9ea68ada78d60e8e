"""Tables as they were understood: which kind, which field stands in which column, which rows are data.

What :mod:`thidua_cli.intake` hands to :mod:`thidua_cli.evidence`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period
from thidua_cli.intake.reading import Account, Reading
from thidua_cli.intake.sheet import Column, column_letter
from thidua_cli.plan import tables
from thidua_cli.records import record
from thidua_cli.text.quoting import WITHHELD, quoted


class Kind(StrEnum):
    """The kinds of tables: those that the contract names (section 2), and two sheets of the council's own."""

    DOSSIERS = "dossiers"
    STATISTICS = "statistics"
    UNITS = "units"
    TASKS = "tasks"
    PAR_INDEX = "par_index"
    INITIATIVES = "initiatives"
    INDIVIDUALS = "individuals"
    COUNCIL_DECISIONS = "council_decisions"
    EARLIER_AWARDS = "earlier_awards"


class System(StrEnum):
    """Where a dossier or a count comes from (contract, section 2)."""

    ONE_STOP = "one_stop"
    PUBLIC_SERVICE = "public_service"
    LOGBOOK = "logbook"


FIELDS: Mapping[Kind, frozenset[str]] = {Kind(kind): fields for kind, fields in tables.FIELDS.items()}
"""The fields a table of each kind may have: the vocabulary maps header words to these, evidence reads these."""


@record
class Receipt:
    """What one table was taken for and why: shown by ``check``, kept in ``result.json``.

    ``header`` is the A1 range of its header block, ``rows`` the number of data rows, ``system_from`` says what named
    the system (``title``, ``sheet``, ``file``, ``option``, or ``assumed``), ``fields`` which column (letter) gave each
    field.
    """

    file: str
    sheet: str
    kind: Kind
    system: System | None
    header: str
    rows: int
    system_from: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    period: Period | None = None
    """What its title, sheet or file says that it covers; None where nothing says it."""
    dated: bool = True
    """Whether the year of that period is said too."""
    partial: str = ""
    """Of which dossiers alone a list is (a key of ``layout.partial.WORDS``: ``late``, ``overdue`` …); empty: of all."""
    account: Account = field(default_factory=Account)
    readings: tuple[Reading, ...] = ()


@record
class ShiftedRow:
    """A row whose cells stand under the wrong heads: its 0-based sheet row, and the units that it may be of."""

    row: int
    units: tuple[str, ...] = ()


@record
class Table:
    """One table of one kind: its receipt, its columns by field, and the sheet rows they come from.

    ``rows`` are the 0-based sheet rows of the data rows, in sheet order, and every column has one code for each.
    ``unit_context`` is the unit's name as it stands in the title lines, the sheet's name or the file's name where the
    table has no unit column of its own; ``unit_cell`` is where it was read (empty for a sheet or file name).
    """

    receipt: Receipt
    columns: Mapping[str, Column]
    rows: npt.NDArray[np.int64]
    unit_context: str | None = None
    unit_cell: str = ""
    date1904: bool = False
    title: str = ""
    """The title lines above the header, joined (never data): a list may say there what its rows are."""
    broken: frozenset[tuple[int, int]] = frozenset()
    """Cells (sheet row, column; 0-based) of a form's own equations that do not hold: no figure rests on them."""
    shares: frozenset[str] = frozenset()
    """Fields whose head or cells say that they are percentages: scores in points of 100 already."""
    maxima: Mapping[str, Fraction] = field(default_factory=dict)
    """The greatest possible score where the table says it, by field of scores."""
    open: frozenset[str] = frozenset()
    """Fields that several columns may be: nothing is read from them."""
    doubtful: frozenset[int] = frozenset()
    """Data rows (positions) whose unit has rows that nothing explains: its figures here are not judged."""
    doubtful_whole: bool = False
    """Whether such rows may be of any of the table's units."""
    shifted: tuple[ShiftedRow, ...] = ()
    """Rows of which nothing is read: what they could change is undecided."""
    nothing: bool = False
    """Whether it says that there is nothing to report: it has no row, and is no gap."""
    none: tuple[tuple[int, str], ...] = ()
    """The rows in which units say that they have nothing to report, with the units' names as they stand there."""

    @property
    def kind(self) -> Kind:
        """Shorthand for the receipt's kind."""
        return self.receipt.kind

    def cell(self, field_name: str, position: int) -> str:
        """The A1 address of a field in the table's ``position``-th data row."""
        return self.cells(field_name, np.array([position]))[0]

    def cells(self, field_name: str, positions: npt.NDArray[np.intp]) -> tuple[str, ...]:
        """The addresses of a field in some data rows."""
        letter = column_letter(self.columns[field_name].index)
        return tuple(f"{letter}{row + 1}" for row in self.rows[positions].tolist())


@record
class UnrecognisedSheet:
    """A sheet that holds something but no known table: the nearest kind (None: none near) and what it lacks."""

    file: str
    sheet: str
    nearest: Kind | None = None
    missing: tuple[str, ...] = ()
    header: str = ""
    heads: tuple[str, ...] = ()
    """The words of that header, for a mapping file; one that may not be said is none of them."""

    def __post_init__(self) -> None:
        said = (quoted("head", head) for head in self.heads)
        object.__setattr__(self, "heads", tuple(head for head in said if WITHHELD not in head))


@record
class Withheld:
    """A table that is plainly one of ours and is not used: what it could say is not known."""

    file: str
    sheet: str
    kind: Kind
    system: System | None
    partial: bool = False
    """Whether it holds some dossiers only: of whom nothing else is known, nothing is known."""


@record
class IntakeFile:
    """One input file: name and hash; ``shared`` where all parts of a batch rest on it (a register, the index).

    ``form``: it is one of the blank tables of a year, filled in or not.
    """

    name: str
    sha256: str
    shared: bool = False
    form: bool = False


@record
class Intake:
    """Everything that was read: files, tables, and the findings made on the way."""

    files: Sequence[IntakeFile]
    tables: Sequence[Table]
    findings: Sequence[Finding]
    withheld: Sequence[Withheld] = ()
