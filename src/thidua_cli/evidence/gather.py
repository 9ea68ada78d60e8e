"""From tables to evidence: one unit register, every kind of table, and which source rules where several speak.

Where a unit has statistics and dossiers of the same system, the dossiers rule and a disagreement is a finding. A unit
without a row: no cases in lists of dossiers, none in a list of initiatives, no data in tasks, statistics and index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua_cli.evidence.council import gather_council
from thidua_cli.evidence.dossier_counts import TIMED, DossierEvidence, gather_dossiers
from thidua_cli.evidence.index import INDEX_WORDS, gather_index
from thidua_cli.evidence.initiatives import gather_initiatives
from thidua_cli.evidence.lists import ListEvidence
from thidua_cli.evidence.model import Count, Evidence, Origin, UndecidedCase, Unit, UnitFacts
from thidua_cli.evidence.periods import Admission, admit
from thidua_cli.evidence.persons import gather_persons, named_as_listed, read_entries, wanted_officers
from thidua_cli.evidence.statistics import KIND_WORDS, StatisticsEvidence, StatisticsRow, gather_statistics
from thidua_cli.evidence.tasks import ASSIGNED, COMPLETED, OPEN, TASK_WORDS, gather_tasks
from thidua_cli.evidence.units import Register, build_register, unit_texts
from thidua_cli.findings import Finding
from thidua_cli.intake.periods import Period
from thidua_cli.intake.tables import Kind, System, Table, Withheld
from thidua_cli.plan.model import Plan

DOSSIER_WORDS = {"kind_vi": "danh sách hồ sơ", "kind_en": "the lists of dossiers"}
DOSSIER_COUNTS = (
    "received",
    "on_software",
    "not_on_software",
    "online_34",
    "not_online_34",
    *TIMED,
    "pending",
    "pending_overdue",
)
_COMPARED = {"received": "one:received", **{name: f"one:{name}" for name in TIMED}}
_WORDS = {
    "received": ("hồ sơ tiếp nhận trong kỳ", "received in the period"),
    "early": ("hồ sơ trước hạn", "early"),
    "on_time": ("hồ sơ đúng hạn", "on time"),
    "late": ("hồ sơ quá hạn", "late"),
}


@dataclass(frozen=True, slots=True)
class _Sources:
    """What every kind of table said, before one unit's facts are put together."""

    register: Register
    dossiers: DossierEvidence
    has_dossiers: bool
    statistics: StatisticsEvidence
    tasks: ListEvidence | None
    index: ListEvidence | None
    initiatives: ListEvidence | None
    admission: Admission
    withheld: Sequence[Withheld]

    def closed(self, kind: Kind, unit: int, system: System | None = None) -> str | None:
        """Why nothing of a kind is known of a unit: its tables are of another period, empty, or could not be used."""
        if any(table.kind is kind and table.system in (system, None) for table in self.withheld):
            return "table_not_used"
        return self.admission.why_not(kind, unit, system)


def gather(tables: Sequence[Table], plan: Plan, as_of: date, withheld: Sequence[Withheld] = ()) -> Evidence:
    """Everything that is known about every unit and person, with findings; shuffling the tables changes nothing.

    ``withheld`` are tables that are plainly ours and not used: what they could say is not known.
    """
    tables = sorted(tables, key=lambda t: (t.receipt.file, t.receipt.sheet, t.receipt.header, str(t.receipt.period)))
    register = build_register([table for table in tables if len(table.rows)], plan)
    period = Period(plan.period_start, plan.period_end)
    wanted = Period(plan.period_start, min(as_of, plan.period_end))
    admission = admit(tables, register, period, wanted)
    kinds = {kind: [table for table in admission.tables if table.kind is kind] for kind in Kind}
    findings: list[Finding] = [*register.findings, *admission.findings]
    council = gather_council(kinds[Kind.COUNCIL_DECISIONS], kinds[Kind.EARLIER_AWARDS], register, plan)
    findings += council.findings
    entries = read_entries(kinds[Kind.INDIVIDUALS], register, plan, findings)
    dossiers = gather_dossiers(kinds[Kind.DOSSIERS], register, plan, as_of, wanted_officers(entries))
    statistics = gather_statistics(kinds[Kind.STATISTICS], register, wanted)
    initiative_counts, initiatives = gather_initiatives(kinds[Kind.INITIATIVES], register, plan)
    sources = _Sources(
        register,
        dossiers,
        bool(kinds[Kind.DOSSIERS]),
        statistics,
        gather_tasks(kinds[Kind.TASKS], register, plan) if kinds[Kind.TASKS] else None,
        gather_index(kinds[Kind.PAR_INDEX], register, plan) if kinds[Kind.PAR_INDEX] else None,
        initiative_counts if kinds[Kind.INITIATIVES] else None,
        admission,
        withheld,
    )
    for part in (dossiers, statistics, sources.tasks, sources.index, initiative_counts):
        findings += part.findings if part is not None else []
    facts = {unit.id: _facts(index, unit, sources, findings) for index, unit in enumerate(register.units)}
    has_initiatives = bool(kinds[Kind.INITIATIVES]) and initiative_counts.filled
    persons = gather_persons(entries, register, dossiers, initiatives, plan, findings, has_initiatives=has_initiatives)
    decisions, earlier = named_as_listed(council, entries, register, findings)
    findings.sort(key=Finding.sort_key)
    return Evidence(register.units, facts, persons, initiatives, findings, decisions, earlier)


def _facts(index: int, unit: Unit, sources: _Sources, findings: list[Finding]) -> UnitFacts:
    counts: dict[str, Count] = {}
    merged: dict[frozenset[str], Count] = {}
    undecided: list[UndecidedCase] = []
    _dossier_facts(index, unit, sources, counts, merged, undecided, findings)
    _list_facts(index, unit, sources, counts, undecided, findings)
    log = sources.statistics.get(index, System.LOGBOOK) or sources.statistics.get(index, System.PUBLIC_SERVICE)
    other_system = log is not None or index in sources.dossiers.covered_by_other
    if counts["on_software"].value is not None and counts["received"].value and not other_system:
        findings.append(Finding("software_share_unverified", unit=unit.id))
    return UnitFacts(counts, tuple(undecided), merged, other_system)


def _dossier_facts(
    index: int,
    unit: Unit,
    sources: _Sources,
    counts: dict[str, Count],
    merged: dict[frozenset[str], Count],
    undecided: list[UndecidedCase],
    findings: list[Finding],
) -> None:
    dossiers, statistics = sources.dossiers, sources.statistics
    form = statistics.get(index, System.ONE_STOP)
    if sources.has_dossiers and (index in dossiers.in_one_stop or form is None):
        other = statistics.get(index, System.PUBLIC_SERVICE) if index not in dossiers.seen else None
        if other is None:
            _from_dossiers(index, unit, sources, counts, undecided, findings)
            if form is not None:
                findings += _disagreements(unit, form, dossiers.counts[index])
            _add_logbook(counts, statistics.get(index, System.LOGBOOK) if index not in dossiers.in_logbook else None)
            return
        form = other
    if form is None:
        form = statistics.get(index, System.PUBLIC_SERVICE)
    if form is None:
        reason = sources.closed(Kind.STATISTICS, index, System.ONE_STOP) or sources.closed(
            Kind.DOSSIERS, index, System.ONE_STOP
        )
        reason = reason or ("no_row" if statistics.systems else "no_table")
        if statistics.systems and reason == "no_row":
            findings.append(Finding("missing_unit_data", KIND_WORDS, unit=unit.id))
        counts.update({name: Count(None, reason) for name in DOSSIER_COUNTS})
        return
    _from_form(index, unit, form, sources, counts, merged, undecided, findings)


def _from_dossiers(
    index: int,
    unit: Unit,
    sources: _Sources,
    counts: dict[str, Count],
    undecided: list[UndecidedCase],
    findings: list[Finding],
) -> None:
    dossiers = sources.dossiers
    counts.update({name: dossiers.counts[index][name] for name in DOSSIER_COUNTS})
    undecided += dossiers.undecided.get(index, [])
    if not dossiers.has_one_stop and System.ONE_STOP not in sources.statistics.systems:
        counts["on_software"] = counts["not_on_software"] = Count(None, "no_one_stop")
    if _close(index, sources, counts):
        undecided.clear()
    elif index not in dossiers.seen:
        findings.append(Finding("missing_unit_data", DOSSIER_WORDS, unit=unit.id))


def _close(index: int, sources: _Sources, counts: dict[str, Count]) -> bool:
    """Take back what rests on lists that are no evidence for a unit; whether all of it does."""
    whole = sources.closed(Kind.DOSSIERS, index, System.ONE_STOP) or sources.closed(
        Kind.DOSSIERS, index, System.LOGBOOK
    )
    if whole is not None:
        counts.update({name: Count(None, whole) for name in DOSSIER_COUNTS})
    elif (portal := sources.closed(Kind.DOSSIERS, index, System.PUBLIC_SERVICE)) is not None:
        counts.update({name: Count(None, portal) for name in ("online_34", "not_online_34")})
    return whole is not None


def _from_form(
    index: int,
    unit: Unit,
    form: StatisticsRow,
    sources: _Sources,
    counts: dict[str, Count],
    merged: dict[frozenset[str], Count],
    undecided: list[UndecidedCase],
    findings: list[Finding],
) -> None:
    """A unit judged by its statistics; dossiers handled outside the software are added, for nothing else lists them."""
    counts.update({name: Count(None, "no_column") for name in DOSSIER_COUNTS})
    counts.update(form.counts)
    merged.update(form.merged)
    one_stop = sources.statistics.get(index, System.ONE_STOP) is form
    if one_stop and counts["received"].value is not None:
        counts["on_software"] = counts["received"]
        counts["not_on_software"] = Count(Fraction(0), origins=counts["received"].origins)
    elif not one_stop:
        counts["on_software"] = counts["not_on_software"] = Count(None, "no_one_stop")
    log = sources.statistics.get(index, System.LOGBOOK)
    if log is None and sources.has_dossiers:
        seen = sources.dossiers.counts[index]
        log = StatisticsRow({name: seen[f"log:{name}"] for name in ("received", "online_34", "not_online_34", *TIMED)})
        undecided += sources.dossiers.undecided_in_logbook.get(index, [])
        if index in sources.dossiers.seen and not seen["log:received"].value:
            findings.append(Finding("systems_not_merged", unit=unit.id))
    _add_logbook(counts, log)
    for names, count in merged.items():
        if log is not None:
            merged[names] = _plus(count, *(log.counts[name] for name in sorted(names) if name in log.counts))


def _add_logbook(counts: dict[str, Count], log: StatisticsRow | None) -> None:
    """Dossiers of the logbook stand outside the software by what they are: they are received, and not on it."""
    if log is None:
        return
    for name, extra in log.counts.items():
        if name in counts and counts[name].value is not None:
            counts[name] = _plus(counts[name], extra)
    if "received" in log.counts and counts["not_on_software"].value is not None:
        counts["not_on_software"] = _plus(counts["not_on_software"], log.counts["received"])


def _plus(left: Count, *rest: Count) -> Count:
    parts = (left, *rest)
    values = [part.value for part in parts]
    origins: dict[tuple[str, str], Origin] = {}
    for origin in (o for part in parts for o in part.origins):
        before = origins.get((origin.file, origin.sheet))
        cells = (*before.cells, *origin.cells) if before else origin.cells
        rows = origin.rows + (before.rows if before else 0)
        origins[origin.file, origin.sheet] = Origin(origin.file, origin.sheet, rows, cells)
    where = tuple(sorted(origins.values()))
    if any(value is None for value in values):
        return Count(None, next(part.reason for part in parts if part.value is None), where)
    total = sum((value for value in values if value is not None), Fraction(0))
    places = tuple(sorted(place for part in parts for place in part.places))
    return Count(total, origins=where, places=places, total=sum(part.total for part in parts))


def _disagreements(unit: Unit, form: StatisticsRow, computed: Mapping[str, Count]) -> list[Finding]:
    """Where the unit's own form says something else than its dossiers in the same system."""
    findings = []
    pairs = [(_WORDS[name], form.counts.get(name), computed[internal].value) for name, internal in _COMPARED.items()]
    for names, count in form.merged.items():
        total = sum((computed[f"one:{name}"].value or Fraction(0) for name in names), Fraction(0))
        pairs.append((("hồ sơ trước hạn và đúng hạn", "early or on time"), count, total))
    for words, stated, value in pairs:
        if stated is not None and stated.value is not None and stated.value != value:
            origin = stated.origins[0]
            figures: dict[str, str | int] = {"stated": int(stated.value), "computed": int(value or 0)}
            params = {**figures, "measure_vi": words[0], "measure_en": words[1]}
            cell = origin.cells[0] if origin.cells else ""
            findings.append(Finding("statistics_disagree", params, origin.file, origin.sheet, cell, unit.id))
    return findings


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
        closed = sources.closed(kind, index)
        if closed is not None and not (closed == "other_period" and evidence is not None and index in evidence.counts):
            counts.update({name: Count(None, closed) for name in names})
        elif evidence is None:
            counts.update({name: Count(None, "no_table") for name in names})
        elif index in evidence.counts:
            counts.update(evidence.counts[index])
            undecided += evidence.undecided.get(index, [])
        else:
            counts.update({name: Count(None, "no_row") for name in names})
            if unit.assessed or names != ("par_index",):
                findings.append(Finding("missing_unit_data", words, unit=unit.id))
    closed = sources.closed(Kind.INITIATIVES, index)
    if closed is not None or sources.initiatives is None:
        counts["initiatives_recognised"] = Count(None, closed or "no_table")
    else:
        counts.update(sources.initiatives.counts[index])
        undecided += sources.initiatives.undecided.get(index, [])


def named_units(tables: Sequence[Table], own: Sequence[Table], plan: Plan) -> frozenset[str]:
    """The ids of the units that some of the tables name, under the register of all of them."""
    register = build_register(tables, plan)
    texts = {text for table in own for text in unit_texts(table)}
    return frozenset(register.units[hits[0]].id for text in texts if len(hits := register.find(text)) == 1)
