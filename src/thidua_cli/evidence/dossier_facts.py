"""Which source speaks for a unit's dossiers: its lists, the form it reports, or both where neither is the whole.

Whole lists rule over the statistics of the same system, and a disagreement is a finding. A list that holds only some
dossiers, by its title or because the form says that there are more, is evidence of those: then the form rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thidua_cli.evidence.dossier_counts import LISTED, OF_SYSTEM, DossierEvidence
from thidua_cli.evidence.form_counts import StatisticsRow
from thidua_cli.evidence.model import Count, Origin, UndecidedCase, Unit
from thidua_cli.evidence.officers import TIMED
from thidua_cli.evidence.periods import Admission
from thidua_cli.evidence.statistics import KIND_WORDS, StatisticsEvidence, conflict
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Kind, System
from thidua_cli.text.language import Message, Param, t, tc
from thidua_cli.text.reasons import Reason

DOSSIER_WORDS = {"kind": t("the lists of dossiers")}
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
    "received": tc("dossiers", "received in the period"),
    "early": tc("dossiers", "early"),
    "on_time": tc("dossiers", "on time"),
    "late": tc("dossiers", "late"),
}
_MERGED_WORDS = tc("dossiers", "early or on time")


@dataclass(slots=True)
class DossierFacts:
    """What is known of one unit's dossiers. ``from_form``: its lists are not the whole, the form rules."""

    counts: dict[str, Count] = field(default_factory=dict)
    merged: dict[frozenset[str], Count] = field(default_factory=dict)
    undecided: list[UndecidedCase] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    from_form: bool = False


def dossier_facts(
    index: int, unit: Unit, dossiers: DossierEvidence, statistics: StatisticsEvidence, admission: Admission
) -> DossierFacts:
    """The facts of one unit (``index`` in the register) from lists and forms together, as far as they are evidence."""
    facts = _facts(index, unit, dossiers, statistics, admission)
    if not facts.from_form:
        unseen = admission.unused_parts and dossiers.has_lists and index not in dossiers.seen
        _close(index, facts, admission, "table_not_used" if unseen else None)
    return facts


def _close(index: int, facts: DossierFacts, admission: Admission, whole: Reason | None) -> None:
    """Take back what rests on lists that are no evidence for a unit: of another period, empty, or not to be used."""
    whole = whole or admission.why_not(Kind.DOSSIERS, index, System.ONE_STOP)
    whole = whole or admission.why_not(Kind.DOSSIERS, index, System.LOGBOOK)
    portal = admission.why_not(Kind.DOSSIERS, index, System.PUBLIC_SERVICE)
    if whole is not None:
        facts.counts.update({name: Count(None, whole) for name in DOSSIER_COUNTS})
        facts.undecided.clear()
        facts.findings = [finding for finding in facts.findings if finding.code != "missing_unit_data"]
    elif portal is not None:
        facts.counts.update({name: Count(None, portal) for name in ("online_34", "not_online_34")})


def _facts(
    index: int, unit: Unit, dossiers: DossierEvidence, statistics: StatisticsEvidence, admission: Admission
) -> DossierFacts:
    facts = DossierFacts()
    form = statistics.get(index, System.ONE_STOP)
    listed = dossiers.has_lists or index in dossiers.partial
    if listed and (index in dossiers.in_one_stop or form is None):
        other = statistics.get(index, System.PUBLIC_SERVICE) if index not in dossiers.seen else None
        whole = form is None or _is_whole(index, unit, form, dossiers, facts)
        if form is not None and whole:
            facts.findings += _disagreements(unit, form, dossiers.counts[index])
        if other is None and whole:
            _from_lists(index, unit, dossiers, statistics, facts)
            return _without_system(index, dossiers, facts)
        form = form or other
    if form is None:
        form = statistics.get(index, System.PUBLIC_SERVICE)
    if form is None:
        closed = admission.why_not(Kind.STATISTICS, index, System.ONE_STOP)
        reason = closed or ("no_row" if statistics.systems else "no_table")
        if reason == "no_row":
            facts.findings.append(Finding("missing_unit_data", KIND_WORDS, unit=unit.id))
        facts.counts.update({name: Count(None, reason) for name in DOSSIER_COUNTS})
        return facts
    _from_form(index, unit, form, dossiers, statistics, facts)
    return _without_system(index, dossiers, facts)


def _without_system(index: int, dossiers: DossierEvidence, facts: DossierFacts) -> DossierFacts:
    """Dossiers of a table that does not say its system may be on the software or beside it, filed in any way."""
    if index in dossiers.unsaid:
        for name in OF_SYSTEM:
            facts.counts[name] = replace(facts.counts[name], value=None, reason="system_unknown")
    return facts


def _is_whole(index: int, unit: Unit, form: StatisticsRow, dossiers: DossierEvidence, facts: DossierFacts) -> bool:
    """Whether a unit's lists hold as many dossiers as its form says; ``partial_list`` where they do not.

    What is received tells, else what was resolved. A row that is not read yet may be one of those.
    """
    listed, undecided = dossiers.counts[index], dossiers.undecided.get(index, ())
    for names, stated in ((("received",), _stated(form, ("received",))), (TIMED, _stated(form, TIMED))):
        if stated is None or stated.value is None:
            continue
        prefixed = [listed[f"one:{name}"].value or Fraction(0) for name in names]
        open_ = sum(any(way & set(names) for way in case.alternatives) for case in undecided)
        if sum(prefixed) + open_ >= stated.value:
            return True
        origin = next(iter(listed[f"one:{names[0]}"].origins), None) or Origin("", "", 0)
        have, all_ = int(sum(prefixed)), int(stated.value)
        which = {
            "which": t("{have} of the {all_} dossiers that the unit's statistics say", have=have, all_=all_),
        }
        facts.findings.append(Finding("partial_list", which, origin.file, origin.sheet, unit=unit.id))
        return False
    return True


def _stated(form: StatisticsRow, names: tuple[str, ...]) -> Count | None:
    """What a form says of some counts together, None where it does not."""
    parts = [form.counts.get(name) for name in names]
    merged = [count for key, count in form.merged.items() if key <= set(names)]
    if merged:
        taken = set().union(*(key for key in form.merged if key <= set(names)))
        parts = [*merged, *(form.counts.get(name) for name in names if name not in taken)]
    known = [part for part in parts if part is not None and part.value is not None]
    return plus(known[0], *known[1:]) if known and len(known) == len(parts) else None


def _from_lists(
    index: int, unit: Unit, dossiers: DossierEvidence, statistics: StatisticsEvidence, facts: DossierFacts
) -> None:
    counts = facts.counts
    if index in dossiers.partial and index not in dossiers.in_one_stop:
        aside = dossiers.aside.get(index, {})
        none = Count(None, "partial")
        counts.update({name: replace(aside.get(name, none), value=None, reason="partial") for name in DOSSIER_COUNTS})
        return
    counts.update({name: dossiers.counts[index][name] for name in DOSSIER_COUNTS})
    facts.undecided += dossiers.undecided.get(index, [])
    if not dossiers.has_one_stop and System.ONE_STOP not in statistics.systems:
        counts["on_software"] = counts["not_on_software"] = Count(None, "no_one_stop")
    if index not in dossiers.seen:
        facts.findings.append(Finding("missing_unit_data", DOSSIER_WORDS, unit=unit.id))
    log = statistics.get(index, System.LOGBOOK) if index not in dossiers.in_logbook else None
    if log is None and index in dossiers.partial_logbook:
        log = _PARTIAL_LOG
    _add_logbook(counts, log)


_PARTIAL_LOG = StatisticsRow({name: Count(None, "partial") for name in DOSSIER_COUNTS if "software" not in name})
"""A logbook of which only some dossiers are listed: how many it has altogether is not known."""


def _from_form(
    index: int,
    unit: Unit,
    form: StatisticsRow,
    dossiers: DossierEvidence,
    statistics: StatisticsEvidence,
    facts: DossierFacts,
) -> None:
    """A unit judged by its statistics; dossiers handled outside the software are added, for nothing else lists them."""
    counts, merged = facts.counts, facts.merged
    facts.from_form = True
    counts.update({name: Count(None, "no_column") for name in DOSSIER_COUNTS})
    counts.update(form.counts)
    merged.update(form.merged)
    one_stop = statistics.get(index, System.ONE_STOP) is form
    if one_stop and counts["received"].value is not None and "on_software" not in form.counts:
        counts["on_software"] = counts["received"]
        counts["not_on_software"] = Count(Fraction(0), origins=counts["received"].origins)
    elif not one_stop:
        counts["on_software"] = counts["not_on_software"] = Count(None, "no_one_stop")
    if one_stop:
        _show_rows(index, unit, dossiers, facts)
    log = statistics.get(index, System.LOGBOOK)
    if log is None and index in dossiers.partial_logbook:
        log = _PARTIAL_LOG
    if log is None and dossiers.has_lists:
        seen = dossiers.counts[index]
        log = StatisticsRow({name: seen[f"log:{name}"] for name in ("received", "online_34", "not_online_34", *TIMED)})
        facts.undecided += dossiers.undecided_in_logbook.get(index, [])
        beside = index in dossiers.seen and index not in dossiers.in_one_stop and index not in dossiers.partial
        if beside and not seen["log:received"].value:
            facts.findings.append(Finding("systems_not_merged", unit=unit.id))
    _add_logbook(counts, log)
    for names, count in merged.items():
        if log is not None:
            merged[names] = plus(count, *(log.counts[name] for name in sorted(names) if name in log.counts))


def _show_rows(index: int, unit: Unit, dossiers: DossierEvidence, facts: DossierFacts) -> None:
    """List what a list of some dossiers holds against the unit; more of them than the form has is a contradiction."""
    whole = index in dossiers.in_one_stop  # then the form was compared with the list already
    listed = dossiers.counts[index] if whole else dossiers.aside.get(index, {})
    for name in LISTED:
        stated, rows = facts.counts.get(name), listed.get(name)
        if stated is None or stated.value is None or rows is None or not rows.total:
            continue
        if name in _WORDS and not whole and rows.total > stated.value:
            values = f"{stated.value}; {rows.total}"
            facts.findings.append(conflict([stated], unit.id, values, KIND_WORDS))
            stated = facts.counts[name] = replace(rows, value=None, reason="conflicting")
        elif name != "not_on_software" and not stated.places:
            facts.counts[name] = replace(stated, places=rows.places, total=int(stated.value or 0))


def _add_logbook(counts: dict[str, Count], log: StatisticsRow | None) -> None:
    """Dossiers of the logbook stand outside the software by what they are: they are received, and not on it."""
    if log is None:
        return
    for name, extra in log.counts.items():
        if name in counts and counts[name].value is not None:
            counts[name] = plus(counts[name], extra)
    if "received" in log.counts and counts["not_on_software"].value is not None:
        counts["not_on_software"] = plus(counts["not_on_software"], log.counts["received"])


def plus(left: Count, *rest: Count) -> Count:
    """The sum of some counts, with the rows and places of all; not known where one is not."""
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
    pairs = [(_WORDS[name], form.counts.get(name), computed[internal].value) for name, internal in _COMPARED.items()]
    for names, count in form.merged.items():
        total = sum((computed[f"one:{name}"].value or Fraction(0) for name in names), Fraction(0))
        pairs.append((_MERGED_WORDS, count, total))
    return [
        _disagreement(unit, words, stated, value or Fraction(0))
        for words, stated, value in pairs
        if stated is not None and stated.value is not None and stated.value != value
    ]


def _disagreement(unit: Unit, words: Message, stated: Count, computed: Fraction) -> Finding:
    origin = stated.origins[0]
    params: dict[str, Param] = {"stated": int(stated.value or 0), "computed": int(computed), "measure": words}
    cell = origin.cells[0] if origin.cells else ""
    return Finding("statistics_disagree", params, origin.file, origin.sheet, cell, unit.id)
