"""From raw, checked values to the frozen :class:`~thidua_cli.plan.model.Plan`. Knows no file and no message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from thidua_cli.plan import model
from thidua_cli.plan.declaration import Raw
from thidua_cli.plan.requirements import RawRequirement
from thidua_cli.plan.scalars import Amount


def build(raw: Raw, *, sha256: str, source: str) -> model.Plan:
    """The plan; ``raw`` must have passed every check. Keys left out take the model's defaults."""
    groups = tuple(_group(row) for row in raw["groups"])
    return model.Plan(
        id=raw["id"],
        title=raw["title"],
        theme=raw["theme"],
        year=raw["year"],
        issuer=raw["issuer"],
        period_start=raw["period"]["from"],
        period_end=raw["period"]["to"],
        settings=model.Settings(**raw.get("settings", {})),
        measures={name: model.Measure(id=name, **row) for name, row in raw["measures"].items()},
        criteria=tuple(_criterion(row) for row in raw["criteria"]),
        individual_criteria=tuple(_person(row) for row in raw.get("individual_criteria", ())),
        groups=groups,
        standings=raw["standings"],
        awards=_awards(raw["awards"]),
        base_salary=_salaries(raw["base_salary"]),
        documents=_documents(raw["documents"], raw["year"]),
        vocabulary=build_vocabulary(raw.get("vocabulary", {}), groups),
        examples=tuple(_example(row) for row in raw.get("examples", ())),
        sha256=sha256,
        source=source,
    )


def _requirement(item: RawRequirement) -> model.Requirement:
    operator: Any = item.operator
    return model.Requirement(item.measure, operator, item.threshold, item.percent)


def _criterion(row: dict[str, Any]) -> model.Criterion:
    rest = {key: value for key, value in row.items() if key != "requirements"}
    return model.Criterion(requirements=tuple(_requirement(item) for item in row["requirements"]), **rest)


def _person(row: dict[str, Any]) -> model.PersonCriterion:
    rest = {key: value for key, value in row.items() if key != "requirement"}
    item = row.get("requirement")
    return model.PersonCriterion(requirement=_requirement(item) if item else None, **rest)


def _quota(row: dict[str, Any], key: str) -> dict[str, Any]:
    """The keyword arguments of a quota: exact value, whether a share, rounding rule."""
    quota: Amount | None = row.get(key)
    values: dict[str, Any] = {key: quota.value, f"{key}_percent": quota.percent} if quota else {}
    if f"{key}_rounding" in row:
        values[f"{key}_rounding"] = row[f"{key}_rounding"]
    return values


def _group(row: dict[str, Any]) -> model.Group:
    return model.Group(id=row["id"], name=row["name"], **_quota(row, "quota"))


def _awards(row: dict[str, Any]) -> model.Awards:
    rest = {key: row[key] for key in ("max_leader_share", "women_first", "achievement_words") if key in row}
    return model.Awards(
        forms=tuple(model.Award(**form) for form in row["forms"]),
        money_date=row["money_date"],
        decisions=tuple(
            model.CouncilDecision(**{"individual": None, **decision}) for decision in row.get("decisions", ())
        ),
        **_quota(row, "individual_quota"),
        **rest,
    )


def _salaries(rows: tuple[dict[str, Any], ...]) -> tuple[model.DatedValue, ...]:
    values = (model.DatedValue(r["valid_from"], Fraction(r["value"]), r["unit"], r["source"]) for r in rows)
    return tuple(sorted(values, key=lambda value: value.valid_from))


def _documents(row: dict[str, Any], year: int) -> model.Documents:
    rest: dict[str, Any] = {key: value for key, value in row.items() if key not in ("signatories", "council")}
    rest.setdefault("document_year", year + 1)
    if "council" in row:
        rest["council"] = _council(row["council"])
    cited = row.get("plan", "")
    rest["legal_bases"] = {
        name: tuple(line.replace("{plan}", cited) for line in _whole_bases(lines))
        for name, lines in row.get("legal_bases", {}).items()
    }
    signatories = {name: model.Signatory(**signer) for name, signer in row.get("signatories", {}).items()}
    return model.Documents(signatories=signatories, **rest)


def _council(row: dict[str, Any]) -> model.Council:
    members = tuple((member.get("name", ""), member.get("role", "")) for member in row.get("members", ()))
    return model.Council(**{**row, "members": members})


def build_vocabulary(row: dict[str, Any], groups: tuple[model.Group, ...]) -> model.Vocabulary:
    """The vocabulary section of a plan or a mapping file; groups by id become groups by name."""
    names = {group.id: group.name for group in groups}
    units = tuple(
        model.KnownUnit(**{**unit, "group": names.get(unit.get("group", ""), unit.get("group", ""))})
        for unit in row.get("units", ())
    )
    return model.Vocabulary(**{**row, "units": units})


def _example(row: dict[str, Any]) -> model.Example:
    counts = {name: _decimal(value) for name, value in row["counts"].items()}
    return model.Example(row["name"], counts, dict(row["expected"]), row.get("assessed", True))


def _decimal(value: Any) -> str:
    """A finite decimal as text, exactly: 165/2 is "82.5"."""
    places = 0
    while value.denominator != 1:
        value, places = value * 10, places + 1
    digits = str(value.numerator).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


_NEW_BASIS = re.compile(
    r"(?:Căn cứ|Xét|Theo|Thực hiện|Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị (?:quyết|định)|Quyết định|Thông tư|Chỉ thị"
    r"|Kế hoạch|Quy chế|Hướng dẫn|Công văn|Tờ trình|Biên bản|Chương trình|\{plan\})",
    re.IGNORECASE,
)


def _whole_bases(lines: Sequence[str]) -> list[str]:
    """The bases as they are meant: a list in one line splits “Luật Thi đua, khen thưởng” at its comma."""
    whole: list[str] = []
    for line in lines:
        if whole and whole[0].startswith("Căn cứ") and not _NEW_BASIS.match(line):
            whole[-1] = f"{whole[-1]}, {line}"
        else:
            whole.append(line)
    return whole
