"""Quotas, awards, legal bases and the council of a plan in plain words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from thidua_cli.plan.model import Award, Group, Plan
from thidua_cli.plan.money import base_salary_at, reward_vnd
from thidua_cli.plan.show_figures import number_words, share_words
from thidua_cli.text.glossary import called
from thidua_cli.text.language import Message, Param, joined, t, tc

Line = Message | str
"""A line of the text: a sentence, or what the plan itself says."""

_COLLECTIVES, _PERSONS = tc("quota", "collectives"), tc("quota", "persons")


def quota_words(quota: Fraction | None, rounding: str, what: Message, *, percent: bool) -> Message:
    """A quota as a phrase ("nhiều nhất 3 tập thể")."""
    if quota is None:
        return t("no limit to the number of {what}", what=what)
    number = number_words(quota, percent=percent)
    if percent:
        how = called("rounding", rounding)
        return t("at most {share} of the {what} ({rounding})", share=number, what=what, rounding=how)
    return t("at most {number} {what}", number=number, what=what)


def group_words(group: Group) -> Message:
    """A group with its quota."""
    words = quota_words(group.quota, group.quota_rounding, _COLLECTIVES, percent=group.quota_percent)
    return joined([f"{group.name} ({group.id}): ", words, "."], "")


def proposal_words(plan: Plan) -> list[Line]:
    """How many persons may be put forward, who goes before whom, and what the council decided beforehand."""
    awards = plan.awards
    words = quota_words(
        awards.individual_quota, awards.individual_quota_rounding, _PERSONS, percent=awards.individual_quota_percent
    )
    lines: list[Line] = [t("Persons: {quota}.", quota=words)]
    if awards.max_leader_share is not None:
        share = number_words(awards.max_leader_share, percent=True)
        lines.append(t("Leaders are at most {share} of the persons put forward.", share=share))
    if awards.women_first:
        lines.append(t("Of persons who are equal at the limit women come first."))
    else:
        lines.append(t("Persons who are equal at the limit all go before the council."))
    lines.append(t("Units that are equal right at the limit are all listed and go before the council."))
    for one in awards.decisions:
        who = f"{one.individual}, {one.unit}" if one.individual else one.unit
        included = t("Included as {author} decided: {who}. Reason: {reason}.")
        excluded = t("Excluded as {author} decided: {who}. Reason: {reason}.")
        words = included if one.decision == "include" else excluded
        lines.append(replace(words, params={"author": one.author, "who": who, "reason": one.reason}))
    return lines


def money(plan: Plan) -> list[Line]:
    """The forms of award with their sums."""
    day = plan.awards.money_date
    salary = base_salary_at(plan, day)
    if not plan.awards.forms or salary is None:
        return []
    first = t(
        "Base salary on {day}: {amount} {unit} ({source}).",
        day=day,
        amount=int(salary.value),
        unit=salary.unit,
        source=salary.source,
    )
    return [first, *(line for award in plan.awards.forms for line in _award(award, salary.value))]


def _award(award: Award, salary: Fraction) -> list[Line]:
    whom = (
        t("- {award} of {authority} for collectives ({id}): {amount} dong,")
        if award.recipient == "unit"
        else t("- {award} of {authority} for persons ({id}): {amount} dong,")
    )
    how = (
        t("  {multiple} times the base salary, rounded up to a multiple of {step} dong.")
        if award.rounding == "after"
        else t(
            "  {multiple} times the base salary: a person's sum is rounded up "
            "to a multiple of {step} dong, then doubled."
        )
    )
    amount = reward_vnd(award, salary)
    said: dict[str, Param] = {"award": award.name, "authority": award.authority, "id": award.id, "amount": amount}
    counted: dict[str, Param] = {"multiple": number_words(award.base_salary_multiple), "step": award.round_up_to}
    lines: list[Line] = [replace(whom, params=said), replace(how, params=counted)]
    return [*lines, t("  Basis: {source}.", source=award.source)] if award.source else lines


_DOCUMENTS = {
    "default": t("Other documents:"),
    "to-trinh": t("The proposal:"),
    "danh-sach": t("The attached lists:"),
    "quyet-dinh": t("The decision:"),
    "bien-ban": t("The minutes of the council:"),
    "bao-cao": t("The report on the movement:"),
    "nhan-rong": t("The models proposed for rollout:"),
    "nhac-nop": t("The letter of reminders:"),
}


def legal(plan: Plan) -> list[Line]:
    """The legal bases of each document."""
    lines: list[Line] = []
    for document, bases in plan.documents.legal_bases.items():
        lines.append(_DOCUMENTS[document])
        lines += [*(f"- {basis};" for basis in bases[:-1]), f"- {bases[-1]}."]
    if any("…" in line for line in lines if isinstance(line, str)):
        lines.append(t("The mark “…” is a blank: whoever drafts compares with the original text and fills it in."))
    return lines


def council_words(plan: Plan) -> list[Line]:
    """Who sits in the council, and when it may decide what."""
    council = plan.documents.council
    votes = (
        t("It proposes an award when the votes for it reach {share} of all members.")
        if council.pass_base == "total"
        else t("It proposes an award when the votes for it reach {share} of the members present.")
    )
    present = share_words(council.quorum)
    lines: list[Line] = [
        t("{council}: {count:member|members}.", council=council.name, count=len(council.members)),
        t("It meets when at least {share} of the members are present.", share=present),
        replace(votes, params={"share": share_words(council.pass_rate)}),
    ]
    return [*lines, council.note] if council.note else lines
