"""What a person must still decide before a plan can judge anybody: read from the plan itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_cli.calling import typed
from thidua_cli.choosing import DATA_FOLDER
from thidua_cli.plan.loading import WARD
from thidua_cli.plan.model import Plan
from thidua_cli.plan.money import base_salary_at
from thidua_cli.plan.show_figures import number_words
from thidua_cli.starting.blanks import REGISTER, has_index, units_in_period
from thidua_cli.starting.laws import NO_DISTRICTS, TWO_LEVELS, cited, replaced
from thidua_cli.starting.rewriting import OWN_DATES, STAYS
from thidua_cli.text.figures import exact_text
from thidua_cli.text.language import Message, joined, t

_DISTRICT = re.compile(r"\b(?:thành phố|huyện|quận|thị xã|thị trấn)\b", re.IGNORECASE)
_CITY_OFFICE = re.compile(r"phòng nội vụ", re.IGNORECASE)
_NEW_LAW = 2026
_OPEN = re.compile(r"…|cần đối chiếu")


def to_decide(plan: Plan, text: str, *, moved_from: str | None = None) -> list[Message]:
    """One sentence for each decision, in the order of the plan; ``moved_from``: its text of another year or place."""
    return [
        *_movement(plan, moved=moved_from is not None),
        *_criteria(plan),
        *_units(plan),
        *_money(plan),
        *_documents(plan, text),
        *(_citations(plan, text, moved_from) if moved_from is not None else ()),
    ]


def _movement(plan: Plan, *, moved: bool) -> Sequence[Message]:
    lines = [
        t(
            "Name “{title}”, theme “{theme}”, period from {first} to {last}: as in the plan?",
            title=plan.title,
            theme=plan.theme,
            first=plan.period_start,
            last=plan.period_end,
        )
    ]
    if moved:
        lines.append(t("What is quoted from the plan (citation) is the old plan's: copy this year's words."))
    return lines


def _criteria(plan: Plan) -> Sequence[Message]:
    lines = []
    for criterion in plan.criteria:
        needs = "; ".join(
            f"{plan.measures[one.measure].name} {one.operator} {exact_text(one.threshold * 100)} %"
            if one.percent
            else f"{plan.measures[one.measure].name} {one.operator} {exact_text(one.threshold)}"
            for one in criterion.requirements
        )
        label, weight = criterion.id.upper(), exact_text(criterion.weight)
        lines.append(t("Criterion {label}, weight {weight}: {needs}.", label=label, weight=weight, needs=needs))
    online = [one for one in plan.measures.values() if "online_34" in one.numerator]
    if plan.year >= TWO_LEVELS and any("mức độ" in one.name for one in online):
        lines.append(
            t("Online services are now called full and partial, no longer level 3 and 4: rename the criterion.")
        )
    if plan.year >= TWO_LEVELS and online:
        lines.append(
            t(
                "The program counts full and partial together; a plan that counts full ones alone cannot be judged "
                "rightly yet."
            )
        )
    return lines


def _units(plan: Plan) -> Sequence[Message]:
    none = t("no limit")
    groups = (joined([group.name, " (", str(group.quota) if group.quota else none, ")"], "") for group in plan.groups)
    current = units_in_period(plan)
    lines = [t("Groups, and how many units of each may be proposed: {groups}.", groups=joined(groups, "; "))]
    if current:
        lines.append(
            t(
                "The register has {count:unit|units} ({file}): take out what is too many, add what is missing; after "
                "a change run the same command init again, and all other tables offer these units.",
                count=len(current),
                file=f"{DATA_FOLDER}/{REGISTER}",
            )
        )
    else:
        lines.append(
            t(
                "No unit yet: fill in {file}, run the same command init again, and all other tables offer its units "
                "to choose from.",
                file=f"{DATA_FOLDER}/{REGISTER}",
            )
        )
    if plan.year >= NO_DISTRICTS and (_DISTRICT.search(plan.issuer) or _CITY_OFFICE.match(plan.documents.office)):
        lines.append(
            t(
                "Since July 2025 there are no districts, and wards and communes have no Phòng Nội vụ: look again at "
                "who starts it, the groups, the office that submits, its symbol, who commends. A plan made for a ward "
                "or commune: {command}",
                command=typed("init", "nam-moi", "--plan", WARD, "--year", str(plan.year)),
            )
        )
    if has_index(plan):
        lines.append(
            t(
                "Which units are assessed on the PAR index: write “Có” or “Không” into the column “Được đánh giá Chỉ "
                "số CCHC”."
            )
        )
    return lines


def _money(plan: Plan) -> Sequence[Message]:
    day = plan.awards.money_date
    salary = base_salary_at(plan, day)
    if salary is None:
        return [t("There is no base salary for {day} (base_salary).", day=day)]
    lines = [
        t(
            "The decision is to be signed on {day}; the base salary of that day is {salary} dong.",
            day=day,
            salary=int(salary.value),
        )
    ]
    lines += [
        t(
            "Reward of {name} for {who}: {multiple} times the base salary; compare with the decree in force.",
            name=form.name,
            who=t("collectives") if form.recipient == "unit" else t("persons"),
            multiple=number_words(form.base_salary_multiple),
        )
        for form in plan.awards.forms
    ]
    if plan.year >= _NEW_LAW:
        lines.append(
            t(
                "The law on emulation and commendation is amended from October 2026: compare bases and rewards by "
                "the day of signing."
            )
        )
    return lines


def _documents(plan: Plan, text: str) -> Sequence[Message]:
    documents = plan.documents
    lines = [
        t(
            "Who submits “{office}”, who commends “{chairman}”, who signs, who receives: all right?",
            office=documents.office,
            chairman=documents.chairman,
        )
    ]
    start = text[: text.find("\ndocuments:")].count("\n")
    blank = [
        str(number)
        for number, line in enumerate(text.splitlines(), 1)
        if (_OPEN.search(line) and not line.lstrip().startswith("#") and number > start)
        or (line.startswith("issuer:") and "…" in line)
    ]
    if blank:
        lines.append(
            t(
                "Gaps (marked …) in authorities and legal bases: criteria.yaml, line {lines}; compare the names of "
                "laws, decrees and circulars with the originals too.",
                lines=", ".join(blank[:12]),
            )
        )
    if not any(name for name, _ in documents.council.members):
        lines.append(t("Members of the council (council): write their names, or leave them to be written by hand."))
    return lines


def _citations(plan: Plan, text: str, before: str) -> Sequence[Message]:
    """Which names of the law were replaced, and what is cited by date or number as the plan before had it."""
    changed = replaced(before, text)
    lines = [
        t(
            "Bases replaced for {year}: “{old}” by “{new}”. Compare full names, articles and clauses with the "
            "originals.",
            year=str(plan.year),
            old=old,
            new=new,
        )
        for old, new in changed
    ]
    own = (*OWN_DATES, "year", "documents.document_year", "id")
    new_names = {new for _, new in changed}
    kept = [
        t("“{words}” (line {numbers})", words=words, numbers=", ".join(map(str, numbers)))
        for words, numbers in cited(text, STAYS, own).items()
        if words not in new_names
    ]
    if kept:
        lines.append(
            t(
                "Texts, days and periods kept from the old plan, still right for {year}: {kept}?",
                year=str(plan.year),
                kept=joined(kept, "; "),
            )
        )
    return lines
