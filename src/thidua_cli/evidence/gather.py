"""From tables to evidence: one unit register, every kind of table, and which source rules where several speak.

Where a unit has statistics and dossiers of the same system, the dossiers rule and a disagreement is a finding. A unit
without a row: no cases in lists of dossiers, none in a list of initiatives, no data in tasks, statistics and index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np

from thidua_cli.evidence.attribution import with_units
from thidua_cli.evidence.council import gather_council
from thidua_cli.evidence.dossier_counts import DossierEvidence, gather_dossiers
from thidua_cli.evidence.dossier_facts import DOSSIER_WORDS, dossier_facts
from thidua_cli.evidence.index import INDEX_WORDS, gather_index
from thidua_cli.evidence.initiatives import INITIATIVE_COUNTS, gather_initiatives
from thidua_cli.evidence.lists import ListEvidence
from thidua_cli.evidence.model import Count, Evidence, UndecidedCase, Unit, UnitFacts
from thidua_cli.evidence.periods import Admission, admit, other_period
from thidua_cli.evidence.persons import gather_persons, named_as_listed, read_entries, wanted_officers
from thidua_cli.evidence.rows import resolve_units
from thidua_cli.evidence.shifted import ShiftedRows, shifted_rows
from thidua_cli.evidence.statistics import StatisticsEvidence, gather_statistics
from thidua_cli.evidence.tasks import ASSIGNED, COMPLETED, OPEN, TASK_WORDS, gather_tasks
from thidua_cli.evidence.units import Register, build_register, unit_texts
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period
from thidua_cli.intake.sheet import Column
from thidua_cli.intake.tables import Kind, System, Table, Withheld
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.glossary import called

_COUNTED = {Kind.TASKS: frozenset({ASSIGNED, COMPLETED, OPEN}), Kind.PAR_INDEX: frozenset({"par_index"})}
"""What tables of a kind are read for alone: a plan that uses none of it does not judge by them."""
_OF_SOFTWARE = frozenset({"software_share_unverified", "not_on_software"})


@record
class _Sources:
    """What every kind of table said, before one unit's facts are put together."""

    register: Register
    dossiers: DossierEvidence
    statistics: StatisticsEvidence
    tasks: ListEvidence | None
    index: ListEvidence | None
    initiatives: ListEvidence | None
    admission: Admission
    shifted: ShiftedRows
    confirmed: Mapping[Kind, frozenset[int]]
    """The units that say themselves that they have nothing of a kind."""


def gather(
    tables: Sequence[Table],
    plan: Plan,
    as_of: date,
    withheld: Sequence[Withheld] = (),
    noted: Sequence[Finding] = (),
) -> Evidence:
    """Everything that is known about every unit and person, with findings; shuffling the tables changes nothing.

    ``withheld`` are tables that are plainly ours and not used: what they could say is not known. ``noted`` are findings
    made in reading, which join the others.
    """
    tables = sorted(tables, key=lambda t: (t.receipt.file, t.receipt.sheet, t.receipt.header, str(t.receipt.period)))
    register = build_register([table for table in tables if len(table.rows) or table.none], plan)
    period = Period(plan.period_start, plan.period_end)
    wanted = Period(plan.period_start, min(as_of, plan.period_end))
    judged = [table for table in tables if table.kind not in _COUNTED or _COUNTED[table.kind] & plan.counts]
    admission = admit(judged, register, period, wanted, withheld)
    kinds = {kind: [table for table in admission.tables if table.kind is kind] for kind in Kind}
    findings: list[Finding] = [*register.findings, *admission.findings]
    findings += [_not_judged(table) for table in tables if table not in judged and len(table.rows)]
    confirmed = _confirmed(judged, register, wanted, findings)
    council = gather_council(kinds[Kind.COUNCIL_DECISIONS], kinds[Kind.EARLIER_AWARDS], register, plan)
    findings += council.findings
    entries = read_entries(kinds[Kind.INDIVIDUALS], register, plan, findings)
    shifted = shifted_rows(admission.tables, register)
    wanted_persons = wanted_officers(entries)
    dossiers = gather_dossiers(kinds[Kind.DOSSIERS], register, plan, as_of, wanted_persons)
    dossiers.of_officers.reopen(shifted.of_officers(sorted(wanted_persons)))
    statistics = gather_statistics(kinds[Kind.STATISTICS], register, wanted)
    initiative_counts, initiatives = gather_initiatives(kinds[Kind.INITIATIVES], register, plan)
    sources = _Sources(
        register,
        dossiers,
        statistics,
        gather_tasks(kinds[Kind.TASKS], register, plan, wanted) if kinds[Kind.TASKS] else None,
        gather_index(kinds[Kind.PAR_INDEX], register, plan) if kinds[Kind.PAR_INDEX] else None,
        initiative_counts if kinds[Kind.INITIATIVES] else None,
        admission,
        shifted,
        confirmed,
    )
    for part in (dossiers, statistics, sources.tasks, sources.index, initiative_counts):
        findings += part.findings if part is not None else []
    facts = {unit.id: _facts(index, unit, sources, findings) for index, unit in enumerate(register.units)}
    has_initiatives = bool(kinds[Kind.INITIATIVES]) and initiative_counts.filled
    persons = gather_persons(entries, register, dossiers, initiatives, plan, findings, has_initiatives=has_initiatives)
    decisions, earlier = named_as_listed(council, entries, register, findings)
    said = [one for one in findings if one.code not in _OF_SOFTWARE or "on_software" in plan.counts]
    findings = sorted(with_units([*noted, *said], tables, register), key=Finding.sort_key)
    return Evidence(register.units, facts, persons, initiatives, findings, decisions, earlier)


def _confirmed(
    tables: Sequence[Table], register: Register, wanted: Period, findings: list[Finding]
) -> Mapping[Kind, frozenset[int]]:
    """The units that say of the whole period that they have nothing, by kind, each with a finding."""
    found: dict[Kind, set[int]] = {kind: set() for kind in Kind}
    said: dict[tuple[str, ...], Finding] = {}
    for table in (table for table in tables if table.none):
        period, receipt = table.receipt.period, table.receipt
        if period is not None and not period.holds(wanted):
            said[receipt.file, receipt.sheet] = other_period(table, period, wanted)
            continue
        texts = [name for _, name in table.none]
        unit = Column(table.columns["unit"].index, np.arange(len(texts), dtype=np.int32), texts)
        own = replace(table, columns={"unit": unit}, rows=np.array([row for row, _ in table.none], np.int64))
        units, notes = resolve_units(own, register)
        findings += notes
        for position, index in enumerate(units.tolist()):
            if index >= 0:
                found[table.kind].add(index)
                place = (receipt.file, receipt.sheet, own.cell("unit", position))
                params = {"kind": called("kind", table.kind)}
                said[place] = Finding("nothing_reported", params, *place, unit=register.units[index].id)
    findings += said.values()
    return {kind: frozenset(units) for kind, units in found.items()}


def _not_judged(table: Table) -> Finding:
    receipt = table.receipt
    return Finding("not_judged", {"kind": called("kind", table.kind)}, receipt.file, receipt.sheet, receipt.header)


def _facts(index: int, unit: Unit, sources: _Sources, findings: list[Finding]) -> UnitFacts:
    found = dossier_facts(index, unit, sources.dossiers, sources.statistics, sources.admission)
    counts, undecided = found.counts, found.undecided
    findings += [
        one for one in found.findings if one.params != DOSSIER_WORDS or index not in sources.confirmed[Kind.DOSSIERS]
    ]
    if not found.from_form:
        sources.shifted.reopen(index, counts, undecided)
    if found.from_form and index in sources.dossiers.in_one_stop:
        # What a list of some dossiers says of an officer is no share of all that the officer had.
        sources.dossiers.of_officers.withhold(frozenset([index]), "partial")
    _list_facts(index, unit, sources, counts, undecided, findings)
    log = sources.statistics.get(index, System.LOGBOOK) or sources.statistics.get(index, System.PUBLIC_SERVICE)
    other_system = log is not None or index in sources.dossiers.covered_by_other
    if counts["on_software"].value is not None and counts["received"].value and not other_system:
        findings.append(Finding("software_share_unverified", unit=unit.id))
    return UnitFacts(counts, tuple(undecided), found.merged, other_system)


def _list_facts(
    index: int,
    unit: Unit,
    sources: _Sources,
    counts: dict[str, Count],
    undecided: list[UndecidedCase],
    findings: list[Finding],
) -> None:
    for evidence, kind, names, words in (
        (sources.tasks, Kind.TASKS, (ASSIGNED, COMPLETED, OPEN), TASK_WORDS),
        (sources.index, Kind.PAR_INDEX, ("par_index",), INDEX_WORDS),
    ):
        closed = sources.admission.why_not(kind, index)
        if closed is None and kind in sources.shifted.figures.get(index, ()):
            closed = "row_left_out"
        if closed is not None:
            counts.update({name: Count(None, closed) for name in names})
        elif evidence is not None and index in evidence.counts:
            counts.update(evidence.counts[index])
            undecided += evidence.undecided.get(index, [])
            undecided += sources.shifted.cases[kind].get(index, [])
        elif index in sources.confirmed[kind]:
            counts.update({name: Count(Fraction(0)) for name in names})
        elif evidence is None:
            counts.update({name: Count(None, "no_table") for name in names})
        else:
            counts.update({name: Count(None, "no_row") for name in names})
            if unit.assessed or names != ("par_index",):
                findings.append(Finding("missing_unit_data", words, unit=unit.id))
    closed = sources.admission.why_not(Kind.INITIATIVES, index)
    if closed is None and sources.initiatives is None and index in sources.confirmed[Kind.INITIATIVES]:
        counts.update({name: Count(Fraction(0)) for name in INITIATIVE_COUNTS})
    elif closed is not None or sources.initiatives is None:
        counts.update({name: Count(None, closed or "no_table") for name in INITIATIVE_COUNTS})
    else:
        counts.update(sources.initiatives.counts[index])
        undecided += sources.initiatives.undecided.get(index, [])
        undecided += sources.shifted.cases[Kind.INITIATIVES].get(index, [])


def named_units(tables: Sequence[Table], own: Sequence[Table], plan: Plan) -> frozenset[str]:
    """The ids of the units that some of the tables name, under the register of all of them."""
    register = build_register(tables, plan)
    texts = {text for table in own for text in unit_texts(table)}
    return frozenset(register.units[unit].id for unit in register.named(texts))
