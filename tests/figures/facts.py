"""What ``result.json`` says, as plain facts: a key for every figure, its digits as text. Read from the JSON alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Key = tuple[Any, ...]
Facts = dict[Key, str]
WORDS = {"met": "Đạt", "not_met": "Không đạt", "no_data": "Chưa đủ số liệu", "not_applicable": "Không áp dụng"}
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


def flat(text: str) -> str:
    """One line of text without control characters and double spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def digits(text: str) -> str:
    """A figure as printed (“1.225”, “98,79%”, “…”) as bare digits (“1225”, “98.79”, “”)."""
    found = _NUMBER.search(text)
    return bare(found.group().rstrip(".").replace(".", "").replace(",", ".")) if found else ""


def bare(value: object) -> str:
    """A figure of the JSON as bare digits: zeros at the end of a decimal go, nothing is rounded."""
    text = "" if value is None else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def merge(facts: Facts, more: Facts) -> None:
    """Add facts of one file; it must not say a figure in two ways."""
    for key, value in more.items():
        assert facts.setdefault(key, value) == value, f"{key}: {facts[key]} and {value}"


def numbers(sentence: str) -> list[str]:
    """The figures of a sentence in their order; quoted titles and the levels of online service are no figures."""
    told = re.sub(r"mức độ \d", "", re.sub("“.*”|có sáng kiến .*", "", sentence))
    return [digits(one) for one in _NUMBER.findall(told)]


def of_result(result: Mapping[str, Any]) -> Facts:
    """Every figure that reports show."""
    facts: Facts = {
        ("units",): bare(len(result["units"])),
        ("units met",): bare(sum(unit["all_met"] for unit in result["units"])),
        ("persons",): bare(len(result["individuals"])),
        ("persons eligible",): bare(sum(person["eligible"] for person in result["individuals"])),
    }
    shortfalls = {info["id"]: info["shortfall"] for info in result["plan"]["measures"]}
    for unit in result["units"]:
        facts |= _standing(unit)
        for criterion in unit["criteria"]:
            facts["criterion", unit["name"], criterion["id"]] = WORDS[criterion["verdict"]]
            for measure in criterion["measures"]:
                facts |= _measure(unit["name"], measure, bool(shortfalls.get(measure["id"])))
    for criterion in result["plan"]["criteria"]:
        verdicts = [c["verdict"] for unit in result["units"] for c in unit["criteria"] if c["id"] == criterion["id"]]
        facts["met of criterion", criterion["id"]] = bare(verdicts.count("met"))
        facts["criterion applies to", criterion["id"]] = bare(len(verdicts) - verdicts.count("not_applicable"))
    return {**facts, **_persons(result), **_proposed(result)}


def _standing(unit: Mapping[str, Any]) -> Facts:
    name = unit["name"]
    return {
        ("rank", name): bare(unit["rank"]),
        ("score", name): _score(unit["score"]),
        ("criteria met", name): bare(unit["criteria_met"]),
        ("criteria applicable", name): bare(unit["criteria_applicable"]),
    }


def _score(score: str) -> str:
    """A score with two decimals, half up, but neither 100 nor 0 unless it is that."""
    shown = Decimal(score).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if shown == 100 and Decimal(score) < 100:
        shown = Decimal("99.99")
    return bare(Decimal("0.01") if shown == 0 and Decimal(score) > 0 else shown)


def _measure(unit: str, measure: Mapping[str, Any], said: bool) -> Facts:
    ident = measure["id"]
    known = measure["numerator"] is not None
    facts = {
        ("verdict", unit, ident): WORDS[measure["verdict"]],
        ("value", unit, ident): bare(measure["value"]),
        ("numerator", unit, ident): bare(measure["numerator"]),
        ("denominator", unit, ident): bare(measure["denominator"]) if known and measure["percent"] else "",
        ("threshold", unit, ident): bare(measure["threshold"]),
        ("shortfall", unit, ident): bare(measure["shortfall"] or "") if said else "",
    }
    return facts | {("count", unit, name): bare(number) for name, number in measure["counts"].items()}


def _persons(result: Mapping[str, Any]) -> Facts:
    kinds = {info["id"]: info["kind"] for info in result["plan"]["individual_criteria"]}
    facts: Facts = {}
    for at, person in enumerate(result["individuals"]):
        facts["person", at] = flat(person["name"])
        facts["person eligible", at] = str(person["eligible"])
        for criterion in person["criteria"]:
            facts["person verdict", at, criterion["id"]] = WORDS[criterion["verdict"]]
            if kinds.get(criterion["id"]) == "dossiers":
                for part in ("numerator", "denominator", "value"):
                    facts[f"person {part}", at] = bare(criterion[part]) if criterion["denominator"] else ""
    return facts


def _proposed(result: Mapping[str, Any]) -> Facts:
    names = {unit["id"]: unit["name"] for unit in result["units"]}
    facts: Facts = {}
    totals = {"unit": 0, "individual": 0}
    council: list[tuple[str, str]] = []
    for one in result["proposals"]:
        unit = names[one["unit"]]
        who = flat(one["individual"] or unit)
        if one["council_review"]:
            council.append((who, flat(one["reason"])))
            facts["case of proposal", who] = flat(one["reason"])
            continue
        kind = "unit" if one["individual"] is None else "individual"
        key = (kind, who, flat(unit) if one["individual"] else "", str(one["source_row"] or ""))
        facts["money", *key[:3]] = bare(one["reward_vnd"])
        facts["achievement", *key[:3]] = " ".join(_achieved(result, one))
        totals[kind] += one["reward_vnd"] or 0
        facts["number", kind] = bare(int(facts.get(("number", kind), "0")) + 1)
    put = {one["unit"] for one in result["proposals"] if one["individual"] is None}
    council += [
        (flat(unit["name"]), flat(" ".join(unit["council_reasons"])))
        for unit in result["units"]
        if unit["council_review"] and unit["id"] not in put
    ]
    facts |= {("total", kind): bare(amount) for kind, amount in totals.items()}
    facts["total",] = bare(sum(totals.values()))
    facts |= {("case", at): f"{who}: {why.rstrip('.')}" for at, (who, why) in enumerate(council)}
    for unit in result["units"]:
        facts["model", unit["name"]] = " ".join(_achieved(result, {"unit": unit["id"], "individual": None}))
    return facts


def _achieved(result: Mapping[str, Any], proposal: Mapping[str, Any]) -> Iterable[str]:
    """The figures that an achievement in words must hold, in their order."""
    if proposal["individual"] is None:
        unit = next(unit for unit in result["units"] if unit["id"] == proposal["unit"])
        for measure in (m for criterion in unit["criteria"] for m in criterion["measures"]):
            if measure["verdict"] != "met" or measure["numerator"] is None:
                continue
            yield bare(measure["numerator"])
            if measure["percent"]:
                yield bare(measure["denominator"])
                yield from [] if measure["id"] == "task_completion" else [bare(measure["value"])]
        return
    kinds = {info["id"]: info["kind"] for info in result["plan"]["individual_criteria"]}
    person = next(
        person
        for person in result["individuals"]
        if (person["name"], person["unit"], person["source"]["row"])
        == (proposal["individual"], proposal["unit"], proposal["source_row"])
    )
    for criterion in person["criteria"]:
        if kinds.get(criterion["id"]) == "dossiers" and criterion["verdict"] == "met" and criterion["numerator"]:
            yield from (bare(criterion[part]) for part in ("numerator", "denominator", "value"))
