"""From tables to evidence: one unit register, every kind of table, and which source rules where several speak.

Where a unit has statistics and dossiers of the same system, the dossiers rule and a disagreement is a finding. A unit
without a row: no cases in lists of dossiers, none in a list of initiatives, no data in tasks, statistics and index.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_cli.evidence.council import gather_council, unmatched
from thidua_cli.evidence.dossier_counts import DossierEvidence, gather_dossiers
from thidua_cli.evidence.dossier_facts import dossier_facts
from thidua_cli.evidence.lists import (
    ASSIGNED,
    COMPLETED,
    INDEX_WORDS,
    OPEN,
    TASK_WORDS,
    ListEvidence,
    gather_index,
    gather_initiatives,
    gather_tasks,
)
from thidua_cli.evidence.model import Count, Evidence, UndecidedCase, Unit, UnitFacts
from thidua_cli.evidence.persons import gather_persons, read_entries, wanted_officers
from thidua_cli.evidence.statistics import StatisticsEvidence, gather_statistics
from thidua_cli.evidence.units import Register, build_register, unit_texts
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Kind, System, Table
from thidua_cli.plan.model import Plan


@dataclass(frozen=True, slots=True)
class _Sources:
    """What every kind of table said, before one unit's facts are put together."""

    register: Register
    dossiers: DossierEvidence
    statistics: StatisticsEvidence
    tasks: ListEvidence | None
    index: ListEvidence | None
    initiatives: ListEvidence | None


def gather(tables: Sequence[Table], plan: Plan, as_of: date) -> Evidence:
    """Everything that is known about every unit and person, with findings; shuffling the tables changes nothing."""
    tables = sorted(tables, key=lambda t: (t.receipt.file, t.receipt.sheet, t.receipt.header))
    kinds = {kind: [table for table in tables if table.kind is kind] for kind in Kind}
    register = build_register(tables, plan)
    findings: list[Finding] = list(register.findings)
    council = gather_council(kinds[Kind.COUNCIL_DECISIONS], kinds[Kind.EARLIER_AWARDS], register, plan)
    findings += council.findings
    entries = read_entries(kinds[Kind.INDIVIDUALS], register, findings)
    dossiers = gather_dossiers(kinds[Kind.DOSSIERS], register, plan, as_of, wanted_officers(entries))
    statistics = gather_statistics(kinds[Kind.STATISTICS], register)
    initiative_counts, initiatives = gather_initiatives(kinds[Kind.INITIATIVES], register)
    sources = _Sources(
        register,
        dossiers,
        statistics,
        gather_tasks(kinds[Kind.TASKS], register, plan) if kinds[Kind.TASKS] else None,
        gather_index(kinds[Kind.PAR_INDEX], register, plan) if kinds[Kind.PAR_INDEX] else None,
        initiative_counts if kinds[Kind.INITIATIVES] else None,
    )
    for part in (dossiers, statistics, sources.tasks, sources.index, initiative_counts):
        findings += part.findings if part is not None else []
    facts = {unit.id: _facts(index, unit, sources, findings) for index, unit in enumerate(register.units)}
    has_initiatives = bool(kinds[Kind.INITIATIVES])
    persons = gather_persons(entries, register, dossiers, initiatives, findings, has_initiatives=has_initiatives)
    findings += [note for entry in council.decisions if (note := unmatched(entry, persons)) is not None]
    findings.sort(key=Finding.sort_key)
    return Evidence(register.units, facts, persons, initiatives, findings, council.decisions, council.earlier)


def _facts(index: int, unit: Unit, sources: _Sources, findings: list[Finding]) -> UnitFacts:
    found = dossier_facts(index, unit, sources.dossiers, sources.statistics)
    counts, undecided = found.counts, found.undecided
    findings += found.findings
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
    for evidence, names, words in (
        (sources.tasks, (ASSIGNED, COMPLETED, OPEN), TASK_WORDS),
        (sources.index, ("par_index",), INDEX_WORDS),
    ):
        if evidence is None:
            counts.update({name: Count(None, "no_table") for name in names})
        elif index in evidence.counts:
            counts.update(evidence.counts[index])
            undecided += evidence.undecided.get(index, [])
        else:
            counts.update({name: Count(None, "no_row") for name in names})
            if unit.assessed or names != ("par_index",):
                findings.append(Finding("missing_unit_data", words, unit=unit.id))
    if sources.initiatives is None:
        counts["initiatives_recognised"] = Count(None, "no_table")
    else:
        counts.update(sources.initiatives.counts[index])
        undecided += sources.initiatives.undecided.get(index, [])


def named_units(tables: Sequence[Table], own: Sequence[Table], plan: Plan) -> frozenset[str]:
    """The ids of the units that some of the tables name, under the register of all of them."""
    register = build_register(tables, plan)
    texts = {text for table in own for text in unit_texts(table)}
    return frozenset(register.units[hits[0]].id for text in texts if len(hits := register.find(text)) == 1)
