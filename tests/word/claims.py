"""What sentences of the documents claim, held against the facts of ``result.json`` and nothing else.

A sentence that says of somebody that there is none must be of a known form and true; every figure must be one of the
result's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import msgspec

from thidua_cli.result import Result

Facts = dict[str, Any]
_NEGATIVE = re.compile(r"(?:Không có|Chưa có|không có|chưa có|Không đề nghị|không được đề nghị|Chưa kết luận)")
_SETTLED = re.compile(
    r"[Cc]hưa có số liệu|chưa có nguồn|Không có .*(?:chưa được kiểm chứng)|không có dòng|không có cột|không có nguồn"
    r"|không có số liệu (?:để tính|\(hạng)|Không có hồ sơ trong số liệu"
    r"|không có trên phần mềm|chưa có bảng|không có tiêu chí nào không đạt"
)
"""Words of figures and findings, and of the key to a table, that say nothing about who is proposed."""


def facts(result: Result) -> Facts:
    """What a reader of ``result.json`` counts, from its JSON alone."""
    data = msgspec.json.decode(result.to_json())
    met = {unit["id"] for unit in data["units"] if unit["all_met"]}
    eligible = {(p["unit"], p["name"], p["source"]["row"]) for p in data["individuals"] if p["eligible"]}
    clear = [p for p in data["proposals"] if not p["council_review"]]
    review = [p for p in data["proposals"] if p["council_review"]]
    proposed = {p["unit"] for p in data["proposals"] if p["individual"] is None}
    open_units = [u for u in data["units"] if u["council_review"] and u["id"] not in proposed]
    open_persons = [p for p in data["individuals"] if p["council_review"] and not p["eligible"]]
    return {
        "data": data,
        "met": met,
        "eligible": eligible,
        "units": [p for p in clear if p["individual"] is None],
        "persons": [p for p in clear if p["individual"] is not None],
        "unit_cases": [p for p in review if p["individual"] is None] + open_units,
        "person_cases": [p for p in review if p["individual"] is not None] + open_persons,
        "recognised": [one for one in data["initiatives"] if one["recognised"]],
        "failed": [u for u in data["units"] if any(c["verdict"] == "not_met" for c in u["criteria"])],
    }


def most_money(found: Facts) -> int:
    """The most that the cases can add: per award, and for units per group, no more than the quota leaves."""
    plan, groups = found["data"]["plan"], {u["id"]: u["group"] for u in found["data"]["units"]}
    quotas = {g["name"]: g["quota"] for g in plan["groups"]}
    rewards = {award["recipient"]: award["reward_vnd"] for award in plan["awards"]}

    def more(cases: int, quota: str, taken: int) -> int:
        return min(cases, max(0, int(quota) - taken)) if quota else cases

    persons = more(len(found["person_cases"]), plan["individual_quota"], len(found["persons"]))
    units = 0
    for name in set(groups.values()):
        cases = sum(groups[one.get("unit", one.get("id"))] == name for one in found["unit_cases"])
        units += more(cases, quotas.get(name, ""), sum(groups[one["unit"]] == name for one in found["units"]))
    return int(persons * rewards["individual"] + units * rewards["unit"])


def negative_claims(text: str) -> Iterator[str]:
    """The sentences that say that there is nobody or nothing."""
    for paragraph in text.splitlines():
        for sentence in re.split(r"(?<=\.)\s+(?=[A-ZĐ])", paragraph):
            if _NEGATIVE.search(sentence) and not _SETTLED.search(sentence):
                yield sentence


def claims(found: Facts) -> list[tuple[str, bool]]:
    """Every form of such a sentence that the documents know, and whether it is true of the facts."""
    units, persons = bool(found["units"]), bool(found["persons"])
    unit_cases, person_cases = bool(found["unit_cases"]), bool(found["person_cases"])
    met, eligible = bool(found["met"]), bool(found["eligible"])
    waiting = not units and unit_cases
    ranks = {unit["id"]: unit["rank"] for unit in found["data"]["units"]}
    first = [one for one in found["units"] if ranks[one["unit"]] == 1]
    return [
        (r"Chưa có tập thể, cá nhân nào được đề nghị ngay", not units and not persons and (unit_cases or person_cases)),
        (r"Không có tập thể, cá nhân nào được đề nghị", not (units or persons or unit_cases or person_cases)),
        (r"Không có tập thể, cá nhân nào để bỏ phiếu", not (units or persons or unit_cases or person_cases)),
        (r"Chưa có tập thể nào được đề nghị ngay: ", waiting),
        (r"Chưa có cá nhân nào được đề nghị ngay: ", not persons and person_cases),
        (r"Không có tập thể nào đạt tất cả", not met),
        (r"Chưa kết luận được tập thể nào đạt tất cả", not met and not unit_cases),
        (r"Không có cá nhân nào đủ điều kiện", not eligible and not person_cases),
        (r"Không có cá nhân nào được giới thiệu", not found["data"]["individuals"]),
        (r"Không đề nghị (?:tập thể nào: )?\d+ tập thể đạt tất cả", met),
        (r"Không đề nghị (?:cá nhân nào: )?\d+ cá nhân đủ điều kiện", eligible),
        (r"- Khối .*: chưa có tập thể nào được đề nghị ngay", unit_cases),
        (r"- Khối .*: không có tập thể nào được đề nghị", True),
        (r"- Khối .* nhưng không được đề nghị", met),
        (r"^(?:Chung cho cả bảng: .*)?Đạt tất cả tiêu chí.*; không được đề nghị", met),
        (r"nhiều nhất .* nhưng không được đề nghị|nhưng không được đề nghị", met or eligible),
        (r"- Cá nhân: chưa có cá nhân nào được đề nghị ngay", not persons and person_cases),
        (r"- Cá nhân: không có cá nhân nào được đề nghị", not persons and not person_cases),
        (r"- Cá nhân: .* nhưng không được đề nghị", eligible),
        (r"Trong \d+ đơn vị được xét: không có đơn vị nào được kết luận đạt", not met),
        (r"Không có đơn vị nào bị kết luận là không đạt", not found["failed"]),
        (r"Không có mô hình, sáng kiến, giải pháp nào được công nhận", not found["recognised"]),
        (r"Không có tập thể nào vừa được đề nghị vừa đứng đầu", not any(first)),
        (r"Chưa có mô hình, sáng kiến, tập thể, cá nhân nào", not found["recognised"] and not any(first)),
    ]


def false_sentences(text: str, found: Facts) -> list[str]:
    """Sentences about nobody that are false, or of a form that nobody has held against the facts."""
    known = claims(found)
    wrong = []
    for sentence in negative_claims(text):
        forms = [true for pattern, true in known if re.search(pattern, sentence)]
        if not forms or not all(forms):
            wrong.append(sentence)
    return wrong


def numbers(found: Facts) -> dict[str, set[int]]:
    """Which numbers of whom the result holds, by the noun that a sentence puts behind them."""
    data = found["data"]
    groups: dict[str, list[str]] = {}
    for unit in data["units"]:
        groups.setdefault(unit["group"], []).append(unit["id"])
    sets = [set(ids) for ids in groups.values()] + [{u["id"] for u in data["units"]}]
    excluded = [e for e in data["exclusions"] if e["individual"] is None and e["unit"] in found["met"]]
    out = [e for e in data["exclusions"] if (e["unit"], e["individual"], e["source_row"]) in found["eligible"]]
    tied = [one for one in data["proposals"] if one["places_left"] is not None]
    places = {one["places_left"] for one in tied}
    quotas = {int(g["quota"]) for g in data["plan"]["groups"] if g["quota"]}
    collectives: set[int] = set()
    for ids in sets:
        of = [[one for one in found[key] if one.get("unit", one.get("id")) in ids] for key in ("units", "unit_cases")]
        some_tied = [one for one in of[1] if one.get("places_left") is not None]
        undecided = [one for one in of[1] if "award" not in one]
        out_here = [e for e in excluded if e["unit"] in ids]
        sure = {one["unit"] for one in of[0]}
        first = [u for u in data["units"] if u["id"] in sure and u["rank"] == 1]
        collectives |= {len(of[0]), len(of[1]), len(some_tied), len(undecided), len(out_here), len(first)}
        collectives |= {
            len(of[1]) - len(some_tied),
            len(of[1]) - len(some_tied) - len(undecided),
            max(0, len(out_here) - 10),
        }
    rewards = {award["recipient"]: award["reward_vnd"] for award in data["plan"]["awards"]}
    more = most_money(found)
    more_persons = min(
        len(found["person_cases"]),
        max(0, int(data["plan"]["individual_quota"] or 10**9) - len(found["persons"])),
    )
    more_units = (more - more_persons * rewards["individual"]) // rewards["unit"]
    persons = [one for one in tied if one["individual"] is not None]
    cases = found["person_cases"]
    refused = [
        one
        for one in data["individuals"]
        if not one["eligible"]
        and (
            any(c["verdict"] == "not_met" for c in one["criteria"])
            or not any(c["verdict"] == "no_data" for c in one["criteria"])
        )
    ]
    leaders = sum(
        person["leader"]
        for person in data["individuals"]
        if any(
            (p["unit"], p["individual"], p["source_row"]) == (person["unit"], person["name"], person["source"]["row"])
            for p in found["persons"]
        )
    )
    money = [sum(p["reward_vnd"] for p in found[key]) for key in ("units", "persons")]
    bases = {award["base_salary_vnd"] for award in data["plan"]["awards"]}
    verdicts = [[c["verdict"] for c in u["criteria"]] for u in data["units"]]
    failed = sum("not_met" in v for v in verdicts)
    unknown = sum("no_data" in v for v in verdicts)
    unsure = sum("no_data" in v and "not_met" not in v for v in verdicts)
    return {
        "tập thể": collectives | places | quotas | {more_units},
        "cá nhân": {len(found["persons"]), len(cases), len(persons), len(cases) - len(persons), len(out), more_persons}
        | places
        | {int(data["plan"]["individual_quota"] or 0), len(data["individuals"]), len(refused)},
        "suất": places,
        "người": {leaders, len(found["persons"]) - leaders},
        "đồng": {0, more, *money, sum(money), sum(money) + more, *rewards.values(), *bases},
        "đơn vị": {len(data["units"]), len(found["met"]), failed, unknown, unsure, *map(len, groups.values())}
        | {
            sum(u["criteria"][at]["verdict"] in wanted for u in data["units"])
            for at in range(len(data["plan"]["criteria"]))
            for wanted in (["met"], ["not_met"], ["no_data"], ["not_applicable"], ["met", "not_met", "no_data"])
        }
        | {len({one["unit"] for one in found["recognised"]})}
        | {len({f["unit"] for f in data["findings"] if f["code"] == "software_share_unverified"})}
        | _equal_values(data),
        "khối thi đua": {len(groups)},
        "sáng kiến": {len(found["recognised"]), *_own(data)},
        "mô hình": {len(found["recognised"]), *_own(data)},
    }


def _own(data: Facts) -> set[int]:
    """Numerators and shortfalls of single units, where they are whole."""
    measures = [m for u in data["units"] for c in u["criteria"] for m in c["measures"]]
    return {n for m in measures for n in (m["numerator"], m["shortfall"]) if isinstance(n, int)}


def _equal_values(data: Facts) -> set[int]:
    """How many units have the best, the least, or any value of a measure."""
    values: dict[str, list[Fraction]] = {}
    for unit in data["units"]:
        for measure in (m for c in unit["criteria"] for m in c["measures"]):
            if measure["value"] is not None and measure["denominator"]:
                exact = Fraction(str(measure["numerator"])) / measure["denominator"]
                values.setdefault(measure["id"], []).append(exact)
    return {n for some in values.values() for n in (some.count(max(some)), some.count(min(some)), len(some))}


_FIGURE = re.compile(
    r"(?<![\d/.,])(\d{1,3}(?:\.\d{3})+|\d+) (tập thể|cá nhân|suất|người|đồng|đơn vị|khối thi đua|"
    r"sáng kiến|mô hình)"
)
_RATIO = re.compile(r"([\d.]+)/([\d.]+) (?:\S+ ){0,4}?\(([\d,]+)%\)")


def wrong_figures(text: str, found: Facts) -> list[str]:
    """Figures with a noun that the result does not hold, and shares that are not those of their two numbers."""
    right = numbers(found)
    wrong = []
    for paragraph in text.splitlines():
        wrong += [
            f"{said[0]}: {paragraph[:160]}"
            for said in _FIGURE.finditer(paragraph)
            if int(said[1].replace(".", "")) not in right[said[2]]
        ]
        for said in _RATIO.finditer(paragraph):
            top, below = (int(part.replace(".", "")) for part in said.groups()[:2])
            if abs(Fraction(top, below) * 100 - Fraction(said[3].replace(",", "."))) > Fraction(1, 100):
                wrong.append(f"{said[0]}: {paragraph[:160]}")
    return wrong
