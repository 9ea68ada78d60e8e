"""A plan's text moved to another year and another place: every other byte stays, comments and line ends included.

What the law says changes with the year too, so its names are replaced by those in force (``laws``); dates, numbers of
documents, amounts and articles stay for a person to check (``deciding``).
"""

from __future__ import annotations

import re
from datetime import date

from thidua_cli.errors import UsageError
from thidua_cli.plan.loading import BUILTIN, FILE_NAME, WARD
from thidua_cli.plan.model import Plan
from thidua_cli.plan.nodes import Entries, parse
from thidua_cli.plan.overrides import with_value
from thidua_cli.plan.problems import Problems
from thidua_cli.starting.laws import NO_DISTRICTS, in_force, moved_words
from thidua_cli.text.language import t
from thidua_cli.text.vietnamese import slug

STAYS = ("base_salary", "vocabulary", "examples")
"""Parts of a plan that no year and no place changes (units are emptied apart)."""
OWN_DATES = ("period.from", "period.to", "awards.money_date")
_PLACE = re.compile(r"[^\W\d_][\w .,()'’-]{0,80}")
_COMMUNES = ("phường", "xã", "đặc khu")
_KINDS = ("thành phố", "thị xã", "thị trấn", "huyện", "phường", "xã", "đặc khu", "tỉnh", "quận")
_SHORT = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "p": "phường", "x": "xã", "đk": "đặc khu"}
_COMMITTEE = re.compile(r"(?:ubnd|[uủ][yỷ] ban nhân dân)\s+", re.IGNORECASE)
_KIND = re.compile(rf"(?:({'|'.join(_KINDS)})\s|({'|'.join(_SHORT)})(?:\.|(?<=..)\s))\s*(?=\w)", re.IGNORECASE)
_AMOUNTS = re.compile(r"(?m)^[ \t]*#.*\d\.\d{3}.*\n")


def plan_of_year(text: str, plan: Plan, year: int, place: str | None) -> str:
    """The plan's text for a year and, where one is given, a place (“Phường An Bình”). Raises UsageError for neither."""
    text = text.removeprefix("\ufeff")
    place = None if place is None else _checked(place)
    if year == plan.year and place is None:
        return text
    changed = text.replace("\r\n", "\n")
    elsewhere = place if place is not None and not same_place(place, plan) else None
    changed = "".join(part if name in STAYS else _part(part, plan, year, elsewhere) for name, part in _parts(changed))
    kind, bare, _ = _divided(place or "")
    identity = f"{kind} {bare} cchc {year}" if place else f"{plan.id.removesuffix(f'-{plan.year}')}-{year}"
    changed = with_value(changed, "id", slug(identity))
    if year != plan.year:
        changed = _own_dates(changed, plan, year)
    if elsewhere is not None:
        changed = _without_units(with_value(changed, "documents.place", _divided(elsewhere)[1]))
    return changed.replace("\n", "\r\n") if text.count("\r\n") == text.count("\n") else changed


def _parts(text: str) -> list[tuple[str, str]]:
    """The text cut before each of its top-level keys, each piece with its key."""
    keys = [key for key, _ in parse(text, Problems(FILE_NAME)).entries]
    ends = [*(key.start for key in keys), len(text)]
    pieces = [(key.value, text[key.start : end]) for key, end in zip(keys, ends[1:], strict=True)]
    return [("", text[: ends[0]]), *pieces]


def _part(part: str, plan: Plan, year: int, place: str | None) -> str:
    """One part of a plan (``documents: …``) for the year and the place."""
    if year != plan.year:
        part = in_force(moved_words(_AMOUNTS.sub("", part), plan.year, year), year)
    return _of_place(part, plan, place) if place else part


def _own_dates(text: str, plan: Plan, year: int) -> str:
    """The text with the plan's own year and dates moved, wherever it states them."""
    later = year - plan.year
    days = (plan.period_start, plan.period_end, plan.awards.money_date)
    for key, day in zip(OWN_DATES, days, strict=True):
        text = with_value(text, key, f"{_later(day, later):%d/%m/%Y}")
    text = with_value(text, "documents.document_year", str(plan.documents.document_year + later))
    return with_value(text, "year", str(year))


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)


def _of_place(part: str, plan: Plan, place: str) -> str:
    kind, bare, above = _divided(place)
    old = plan.documents.place
    whole = f"{kind} {bare}" if kind else bare
    for word in _KINDS:
        part = part.replace(f"{word} {old}", whole[:1].lower() + whole[1:] if kind else whole)
        part = part.replace(f"{word.capitalize()} {old}", whole[:1].upper() + whole[1:])
    part = part.replace("tỉnh Đồng Tháp", above or "tỉnh …")
    if kind and kind != "thành phố":
        part = re.sub(r"\bThành phố\b", kind.capitalize(), part)
        part = re.sub(r"\bthành phố\b(?! trực thuộc)", kind, part)
    if kind == "xã":
        part = re.sub(r"\b(?:Khóm|khóm)\b", lambda word: "Ấp" if word[0][0] == "K" else "ấp", part)
    return part


def _checked(place: str) -> str:
    if not _PLACE.fullmatch(place.strip()):
        raise UsageError(
            t("“{place}” is no name of a place or an authority.", place=place),
            hint=t("Such as --place “Phường An Bình”: letters, digits, blanks."),
        )
    return place.strip()


def _divided(place: str) -> tuple[str, str, str]:
    """The kind of a place in small letters, empty where none is said, its bare name, and what it is a part of."""
    own, _, above = (part.strip() for part in _COMMITTEE.sub("", place, count=1).partition(","))
    kind = _KIND.match(own)
    if kind is None:
        return "", own, above
    return (kind[1] or _SHORT[kind[2].casefold()]).casefold(), own[kind.end() :], above


def usual_plan(year: int | None, place: str | None) -> str:
    """The name of the plan that a year begins with, of those that come with the program."""
    own = year is not None and year >= NO_DISTRICTS and place is not None and _divided(place)[0] in _COMMUNES
    return WARD if own else BUILTIN


def same_place(place: str, plan: Plan) -> bool:
    """Whether a place is the plan's own: a ward that bears the name of a city is another."""
    kind, bare, _ = _divided(place)
    old = plan.documents.place.casefold()
    said = f"{plan.issuer}\n{plan.documents.authority}".casefold()
    kinds = {word for word in _KINDS if re.search(rf"\b{word} {re.escape(old)}\b", said)}
    return bare.casefold() == old and (not kind or not kinds or kind in kinds)


def _without_units(text: str) -> str:
    """The text without the units of another place; a line shows how one is written."""
    vocabulary = parse(text, Problems(FILE_NAME)).get("vocabulary")
    entries = vocabulary.entries if isinstance(vocabulary, Entries) and not vocabulary.flow else ()
    for key, units in entries:
        if key.value == "units":
            indent = " " * (key.place[1] - 1)
            example = f"units: []\n{indent}# - {{name: TÊN ĐƠN VỊ, aliases: [TÊN KHÁC], group: MÃ_KHỐI}}"
            return text[: key.start] + example + text[units.end :]
    return text
