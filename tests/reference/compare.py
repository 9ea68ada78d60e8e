"""Holds a result.json against the facts of the reference."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from tests.reference.scorer import Facts, Measure, UnitFacts


def shown(value: Fraction, places: str = "0.0001") -> Decimal:
    """A fraction in decimals, halves up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(places), ROUND_HALF_UP)


def differences(facts: Facts, result: dict[str, Any]) -> list[str]:
    """Every fact that the result does not hold, in words."""
    out: list[str] = []
    units = {u["name"]: u for u in result["units"]}
    if set(units) != set(facts.units):
        out.append(f"units {sorted(facts.units)} got {sorted(units)}")
    for name, fact in facts.units.items():
        if name in units:
            out += [f"{name}: {d}" for d in _unit(fact, units[name])]
    names = {u["id"]: u["name"] for u in result["units"]}
    out += _persons(facts, result, names)
    proposed = {names[p["unit"]]: p["council_review"] for p in result["proposals"] if p["individual"] is None}
    _same(out, "proposed units", facts.proposals, proposed)
    people = sorted((p.unit, p.name) for p in facts.persons if p.eligible)
    given = sorted((names[p["unit"]], p["individual"]) for p in result["proposals"] if p["individual"] is not None)
    _same(out, "proposed persons", people, given)
    codes = {f["code"] for f in result["findings"]}
    if facts.findings - codes:
        out.append(f"findings missing: {sorted(facts.findings - codes)}")
    return out


def _same(out: list[str], what: str, expected: object, got: object) -> None:
    if expected != got:
        out.append(f"{what} expected {expected!r} got {got!r}")


def _unit(fact: UnitFacts, unit: dict[str, Any]) -> list[str]:
    out: list[str] = []
    _same(out, "criteria", fact.criteria, {c["id"]: c["verdict"] for c in unit["criteria"]})
    for key in ("group", "rank", "tied", "all_met"):
        _same(out, key, getattr(fact, key), unit[key])
    _same(out, "met", (fact.met, fact.applicable), (unit["criteria_met"], unit["criteria_applicable"]))
    _same(out, "council_review", fact.council, unit["council_review"])
    _same(out, "score", shown(fact.score), shown(Fraction(unit["score"])))
    for criterion in unit["criteria"]:
        for measure in criterion["measures"]:
            out += [f"{measure['id']}: {d}" for d in _measure(fact.measures[measure["id"]], measure)]
    return out


def _fraction(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def _measure(fact: Measure, measure: dict[str, Any]) -> list[str]:
    out: list[str] = []
    _same(out, "verdict", fact.verdict, measure["verdict"])
    if fact.reason or fact.verdict in {"met", "not_met"}:
        _same(out, "reason", fact.reason, measure["reason"])
    if not fact.known:
        return out
    _same(out, "fraction", (fact.numerator, fact.denominator, fact.undecided),
          (_fraction(measure["numerator"]), measure["denominator"], measure["undecided"]))  # fmt: skip
    _same(out, "counts", fact.counts, {k: measure["counts"].get(k, 0) for k in fact.counts})
    if fact.verdict == "met" or fact.shortfall is not None:
        _same(out, "shortfall", fact.shortfall, measure["shortfall"])
    if fact.against is not None:
        listed = {a["code"] for a in measure["against"]}
        _same(out, "against_total", len(fact.against), measure["against_total"])
        _same(out, "against", len(fact.against) > 100 or fact.against, len(fact.against) > 100 or listed)
    return out


def _persons(facts: Facts, result: dict[str, Any], names: dict[str, str]) -> list[str]:
    out: list[str] = []
    expected = sorted((p.unit, p.name, tuple(sorted(p.criteria.items())), p.eligible) for p in facts.persons)
    got = sorted(
        (names[p["unit"]], p["name"], tuple(sorted((c["id"], c["verdict"]) for c in p["criteria"])), p["eligible"])
        for p in result["individuals"]
    )
    if expected != got:
        out += [f"person expected {e}" for e in expected if e not in got]
        out += [f"person got {g}" for g in got if g not in expected]
    return out
