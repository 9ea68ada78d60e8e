"""Which units there are, and which of them a spelling means: exact keys and aliases only, likeness only suggests."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from thidua_cli.evidence.model import Unit
from thidua_cli.evidence.names import bare, display, forms
from thidua_cli.evidence.places import finding_at
from thidua_cli.evidence.similar_names import similar_names
from thidua_cli.evidence.unit_register import LIKE_A_UNIT, Candidate, from_register, unknown_group, usual_group
from thidua_cli.findings import Finding
from thidua_cli.intake.codes import used
from thidua_cli.intake.layout.names import is_kind_alone, is_nobody, is_organisation, looks_like_unit
from thidua_cli.intake.tables import Kind, Table
from thidua_cli.plan.model import KnownUnit, Plan
from thidua_cli.records import record
from thidua_cli.text.quoting import personal, reaches_somebody
from thidua_cli.text.vietnamese import clean, fold, key, slug, sort_key


@record
class Register:
    """The units that are judged, and the exact keys under which each may be named.

    ``loose`` has the keys without dashes, and without accents: a name typed without any accent ("phuong an loc") means
    the one unit that reads so. A name with other accents is another name.
    """

    units: Sequence[Unit]
    full: Mapping[str, frozenset[int]]
    bare: Mapping[str, frozenset[int]]
    loose: Mapping[str, frozenset[int]]
    places: tuple[str, ...]
    findings: Sequence[Finding]

    def find(self, name: str) -> tuple[int, ...]:
        """Indexes into ``units`` that a spelling may mean: one is a match, none is unknown, several are ambiguous."""
        keys = forms(name, self.places)
        hits = frozenset[int]().union(*(self.full.get(form, frozenset()) for form in keys))
        if not hits:
            # A name without the word for its kind ("An Lộc") means the one unit that is called so.
            hits = frozenset[int]().union(*(self.bare.get(form, frozenset()) for form in keys if bare(form) == form))
        if not hits:
            hits = frozenset[int]().union(*(self.loose.get(_loose(form), frozenset()) for form in keys))
        return tuple(sorted(hits))

    def named(self, texts: Iterable[str]) -> frozenset[int]:
        """The units that some texts name, those left out that name none or several."""
        return frozenset(hits[0] for text in texts if len(hits := self.find(text)) == 1)

    def near(self, name: str) -> int | None:
        """The unit most like a name: it alone has the same proper name, or more or less of it; else the letters say."""
        by_form = {form: next(iter(indexes)) for form, indexes in self.full.items() if len(indexes) == 1}
        keys = [form for form in forms(name, self.places) if not is_kind_alone(form)]
        holding = {unit for form, unit in by_form.items() if any(_within(bare(form), bare(one)) for one in keys)}
        if len(holding) == 1:
            return holding.pop()
        close = (match for form in keys for match in difflib.get_close_matches(form, by_form, n=1, cutoff=0.75))
        return next((by_form[match] for match in close), None)


def _within(one: str, other: str) -> bool:
    """Whether the syllables of one name, two at least, stand together in the other."""
    shorter, longer = sorted((one, other), key=len)
    return " " in shorter and f" {shorter} " in f" {longer} "


def build_register(tables: Sequence[Table], plan: Plan) -> Register:
    """The register from the ``units`` tables, else from the names in the other tables (contract, section 3)."""
    places = (key(plan.documents.place),) if plan.documents.place else ()
    findings: list[Finding] = []
    register_tables = [table for table in tables if table.kind is Kind.UNITS]
    if register_tables:
        candidates = from_register(register_tables, plan, findings)
    else:
        candidates = _from_names(tables, plan, places)
        findings += similar_names([candidate.name for candidate in candidates], plan, places)
        unknown = {candidate.group for candidate in candidates} - {group.name for group in plan.groups}
        findings += [Finding("unknown_group", unknown_group(name, plan)) for name in sorted(unknown)]
    _teach(candidates, plan.vocabulary.units, places)
    register = _index(candidates, plan, places, findings)
    if not register_tables:
        return register
    return replace(register, findings=(*register.findings, *_indexed_but_not_assessed(tables, register)))


def _indexed_but_not_assessed(tables: Sequence[Table], register: Register) -> list[Finding]:
    """Units that the register does not mark as assessed although the index has a row of theirs."""
    found = []
    for table in tables:
        if table.kind is not Kind.PAR_INDEX or "unit" not in table.columns:
            continue
        column = table.columns["unit"]
        for code, value in enumerate(column.values):
            hits = register.find(str(value))
            if len(hits) == 1 and not register.units[hits[0]].assessed and np.any(column.codes == code):
                unit = register.units[hits[0]]
                mask = column.codes == code
                found.append(finding_at("indexed_not_assessed", {"name": unit.name}, table, "unit", mask, unit.id))
    return found


def register_of(units: Sequence[tuple[str, str]], plan: Plan) -> Register:
    """A register of units known by name and group (as a result gives them), to find them by any of their spellings."""
    places = (key(plan.documents.place),) if plan.documents.place else ()
    candidates = [Candidate(name, group, assessed=True, spellings={name}) for name, group in units]
    _teach(candidates, plan.vocabulary.units, places)
    return _index(candidates, plan, places, [])


def unit_texts(table: Table) -> list[str]:
    """The distinct spellings of units that one table holds."""
    column = table.columns.get("unit")
    none = [name for _, name in table.none]
    if column is None:
        return [table.unit_context] if table.unit_context else none
    return [*(str(column.values[code]) for code in used(column.codes, len(column.values)).tolist()), *none]


def _nobodys(texts: Sequence[str]) -> list[str]:
    """The names without telephones and addresses; where most say what they are ("Phường …"), those alone that do.

    What else stands there then ("Cao nhất", "So với cùng kỳ", a person) is no unit, unless it is the name of one
    without its word ("An Lộc" beside "Phường An Lộc"), or of an organisation.
    """
    said = sum(map(looks_like_unit, texts)) * 2 >= len(texts)
    named = [text for text in texts if not reaches_somebody(text)]
    if not said:
        return named
    whole = {f" {fold(text)}" for text in named if looks_like_unit(text)}
    return [
        text
        for text in named
        if (is_organisation(text) and not personal(text)) or any(w.endswith(f" {fold(text)}") for w in whole)
    ]


def _from_names(tables: Iterable[Table], plan: Plan, places: tuple[str, ...]) -> list[Candidate]:
    """Without a register: one unit per name, spellings of one name joined by their exact keys."""
    tables = list(tables)
    sure = {clean(text) for table in tables if "unit" in table.columns or table.unit_cell for text in unit_texts(table)}
    texts = sorted(
        sure | {clean(text) for table in tables for text in unit_texts(table) if _like_a_unit(text, plan, places)}
    )
    texts = [text for text in texts if forms(text, places) and not is_nobody(text)]
    texts = _nobodys(texts)
    indexed = {clean(text) for table in tables if table.kind is Kind.PAR_INDEX for text in unit_texts(table)}
    known = {form: _name_in(unit, plan) for unit in plan.vocabulary.units for form in _own_forms(unit, places)}
    certain = {options[0] for text in texts if len(options := forms(text, places)) == 1} | known.keys()
    by_form: dict[str, list[str]] = {}
    canonical: dict[str, str] = {}
    settled = {text: _settle(forms(text, places), certain) for text in texts}
    whole = _spelt_whole([*sorted(known), *sorted(settled.values(), key=lambda form: ("-" not in form, form))])
    for text in texts:
        form = whole[_loose(settled[text])]
        by_form.setdefault(key(known[form]) if form in known else form, []).append(text)
        if form in known:
            canonical[key(known[form])] = known[form]
    with_kind = {bare(form): form for form in by_form if bare(form) != form}
    merged: dict[str, list[str]] = {}
    for form, spellings in by_form.items():
        merged.setdefault(with_kind.get(form, form), []).extend(spellings)
    index_known = bool(indexed)
    return [
        Candidate(
            canonical.get(form) or _best_spelling(spellings, form),
            usual_group(canonical.get(form) or _best_spelling(spellings, form), plan),
            not index_known or bool(indexed.intersection(spellings)),
            set(spellings) | {form},
        )
        for form, spellings in merged.items()
    ]


def _like_a_unit(text: str, plan: Plan, places: tuple[str, ...]) -> bool:
    """Whether the name of a sheet or a file names a unit: by the word for its kind, or as one that the plan knows."""
    found = forms(text, places)
    known = {form for unit in plan.vocabulary.units for form in _own_forms(unit, places)}
    return bool(known.intersection(found)) or any(bare(form) != form or LIKE_A_UNIT.match(form) for form in found)


def _name_in(unit: KnownUnit, plan: Plan) -> str:
    """A known unit's name in the plan's period: a name given up before it means the unit that succeeded it."""
    names = {key(other.name): other for other in plan.vocabulary.units}
    current = unit
    for _ in names:
        following = names.get(key(current.successor)) if current.successor else None
        if following is None or current.valid_to is None or current.valid_to >= plan.period_start:
            break
        current = following
    return current.name


def _own_forms(unit: KnownUnit, places: tuple[str, ...]) -> set[str]:
    return {form for spelling in (unit.name, *unit.aliases) for form in forms(spelling, places)[:1]}


def _settle(options: tuple[str, ...], certain: set[str]) -> str:
    """Of several readings of a prefix, the one that another spelling writes out; else the first."""
    return next((option for option in options if option in certain), options[0])


def _best_spelling(spellings: Sequence[str], form: str) -> str:
    counted = Counter(display(spelling, form) for spelling in spellings)
    return min(counted, key=lambda name: (name.isupper(), sort_key(name)))


def _teach(candidates: list[Candidate], known: Sequence[KnownUnit], places: tuple[str, ...]) -> None:
    """Add the plan's other names, and send the names of renamed units on to the unit that succeeded them."""
    by_form = {form: candidate for candidate in candidates for form in forms(candidate.name, places)}
    taken = {form for candidate in candidates for spelling in candidate.spellings for form in forms(spelling, places)}
    # Names without the word for their kind are found by the register itself, which knows where they mean several.
    taken |= {bare(form) for candidate in candidates for form in forms(candidate.name, places)}
    names = {key(unit.name): unit for unit in known}
    for unit in known:
        target: KnownUnit | None = unit
        candidate = None
        for _ in range(len(known)):
            if target is None or candidate is not None:
                break
            candidate = next((by_form[form] for form in forms(target.name, places) if form in by_form), None)
            target = names.get(key(target.successor)) if target.successor else None
        if candidate is not None:
            spellings = (unit.name, *unit.aliases)
            # A spelling that the register itself gives to a unit stays with that unit.
            candidate.spellings.update(s for s in spellings if not taken.intersection(forms(s, places)))


def _index(
    candidates: Sequence[Candidate],
    plan: Plan,
    places: tuple[str, ...],
    findings: list[Finding],
) -> Register:
    order = {group.name: position for position, group in enumerate(plan.groups)}
    ordered = sorted(candidates, key=lambda c: (order.get(c.group, len(order)), sort_key(c.group), sort_key(c.name)))
    full: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    units: list[Unit] = []
    seen: Counter[str] = Counter()
    for index, candidate in enumerate(ordered):
        base = slug(candidate.name) or "don-vi"
        seen[base] += 1
        unit_id = base if seen[base] == 1 else f"{base}-{seen[base]}"
        units.append(Unit(unit_id, candidate.name, candidate.group, candidate.assessed))
        for spelling in candidate.spellings:
            for form in forms(spelling, places):
                full.setdefault(form, set()).add(index)
    # A unit's own name means that unit, whoever else lists it as another name.
    own: dict[str, set[int]] = {}
    for index, candidate in enumerate(ordered):
        for form in forms(candidate.name, places):
            short.setdefault(bare(form), set()).add(index)
            own.setdefault(form, set()).add(index)
    full |= own
    loose: dict[str, set[int]] = {}
    for form, indexes in full.items():
        for spelling in {_loose(form), fold(form)}:
            loose.setdefault(spelling, set()).update(indexes)
    return Register(tuple(units), _frozen(full), _frozen(short), _frozen(loose), places, tuple(findings))


def _spelt_whole(found: Sequence[str]) -> dict[str, str]:
    """Per form without dashes the first of the forms that reads so: names of files have lost their dashes."""
    return {_loose(form): form for form in reversed(found)}


def _loose(form: str) -> str:
    """A form without dashes and dots, which names of files and sheets leave out."""
    return re.sub(r"[\s.\-]+", " ", form).strip()


def _frozen(keys: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {form: frozenset(indexes) for form, indexes in keys.items()}
