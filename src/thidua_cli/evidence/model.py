"""What is known about each unit and person: named counts with their sources, and the cases that could not be decided.

Pure data. ``judging`` reads nothing but this and the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thidua_cli.findings import Finding
from thidua_cli.records import record
from thidua_cli.text.language import Message
from thidua_cli.text.reasons import Reason

MAX_ROWS_LISTED = 100
"""How many rows a figure lists (contract, section 4: ``against`` lists at most 100)."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One row that a figure rests on: the dossier's code (or a task's title), its file, sheet and 1-based row."""

    code: str
    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A table behind a figure: how many of its rows, and the cells where the figure itself stands (statistics)."""

    file: str
    sheet: str
    rows: int
    cells: tuple[str, ...] = ()


@record
class Count:
    """A named count of one unit.

    ``value`` is exact, or None where it is not known; ``reason`` then says why.
    ``places`` are at most :data:`MAX_ROWS_LISTED` of the ``total`` rows counted, listed by code so that the order of
    rows does not matter; they may be known where the value is not.
    """

    value: Fraction | None
    reason: Reason | None = None
    origins: tuple[Origin, ...] = ()
    places: tuple[Place, ...] = ()
    total: int = 0


def origins_of(counts: Iterable[Count | None]) -> tuple[Origin, ...]:
    """The tables behind some counts, each once."""
    return tuple(sorted({origin for count in counts if count is not None for origin in count.origins}))


def sum_of(counts: Sequence[Count]) -> Count:
    """Counts of parts added up; not known where one is not, for the reason of the first of these."""
    unknown = next((count for count in counts if count.value is None), None)
    if unknown is not None:
        return Count(None, unknown.reason, origins_of(counts))
    return Count(sum((count.value or Fraction(0) for count in counts), Fraction(0)), origins=origins_of(counts))


Alternatives = frozenset[frozenset[str]]
"""The ways in which one undecided case may fall: each a set of the counts it would then be part of."""


@record
class UndecidedCase:
    """One row that could not be read where it matters, and the counts it may or may not belong to.

    ``counted`` is what the counts show of it already (a row that stands apart, but may be another one's again).
    """

    alternatives: Alternatives
    place: Place
    counted: frozenset[str] = frozenset()


@record
class UnitFacts:
    """Everything known about one unit.

    ``merged`` holds figures that a form gives only together ("sớm hạn và đúng hạn"): names to their common count.
    ``other_system`` says whether a table of another system than the one-stop software covers the unit.
    """

    counts: Mapping[str, Count]
    undecided: Sequence[UndecidedCase] = ()
    merged: Mapping[frozenset[str], Count] = field(default_factory=dict)
    other_system: bool = False


@record
class Unit:
    """One unit that is judged: id (a slug of its name), name, emulation group, assessed on the PAR index or not."""

    id: str
    name: str
    group: str
    assessed: bool


@record
class Initiative:
    """One initiative or model of a unit. ``recognised`` is None where the table does not say so readably."""

    unit: str
    title: str
    authors: tuple[str, ...]
    author_text: str
    effect: str
    recognised: bool | None
    place: Place
    scope: str = ""
    rollout: bool | None = None
    """Whether it is chosen to be carried on elsewhere; None where the table has no word on it."""
    implementer: str = ""


@record
class Person:
    """One person put forward, as the table says; ``timed`` are the counts of the dossiers they handled.

    ``timed`` is None where no one-stop list names officers. ``own_initiative`` is True where their own row names one,
    False where it says none, None where the table has no such column. ``authored`` speaks of the list of initiatives
    (``initiatives_listed`` says whether there is one): True, False, or None where recognition cannot be read.
    ``leader`` is None where neither the position nor another column says it clearly.
    """

    name: str
    unit: str
    position: str
    leader: bool | None
    gender: str
    classification: str | None
    classification_text: str
    own_initiative: bool | None
    authored: bool | None
    initiatives_listed: bool
    ambiguous: bool
    place: Place
    initiative: str = ""
    """The title of an initiative as their own row writes it."""
    timed: Mapping[str, Count] | None = None
    undecided: Sequence[UndecidedCase] = ()


@record
class CouncilEntry:
    """A forced entry (``include``) or an exclusion that a person decided, from a sheet: with author and reason.

    Where the decision is unclear ``include`` is None and ``reason`` what stands there: it decides nothing.
    """

    unit: str
    individual: str | None
    include: bool | None
    author: str
    reason: str | Message
    place: Place


@record
class EarlierAward:
    """An award that a unit or person already has: for what, in which year, by which decision (texts as they stand).

    ``for_movement`` says whether it was for this movement in the plan's year, None where it may have been.
    """

    unit: str
    individual: str | None
    achievement: str
    year: str
    number: str
    place: Place
    for_movement: bool | None = True


@record
class Evidence:
    """All that judging needs: units in a fixed order, their facts, persons, initiatives, findings."""

    units: Sequence[Unit]
    facts: Mapping[str, UnitFacts]
    persons: Sequence[Person]
    initiatives: Sequence[Initiative]
    findings: Sequence[Finding]
    decisions: Sequence[CouncilEntry] = ()
    earlier_awards: Sequence[EarlierAward] = ()

    def only(self, units: frozenset[str]) -> Evidence:
        """The same evidence for some units (by id) only."""
        return replace(
            self,
            units=tuple(unit for unit in self.units if unit.id in units),
            persons=tuple(person for person in self.persons if person.unit in units),
            initiatives=tuple(initiative for initiative in self.initiatives if initiative.unit in units),
            findings=tuple(finding for finding in self.findings if _about(finding, units)),
            decisions=tuple(entry for entry in self.decisions if entry.unit in units),
            earlier_awards=tuple(award for award in self.earlier_awards if award.unit in units),
        )


def _about(finding: Finding, units: frozenset[str]) -> bool:
    """Whether a finding is about one of some units, or about none in particular."""
    named = {*finding.units, finding.unit} - {""}
    return not named or not named.isdisjoint(units)
