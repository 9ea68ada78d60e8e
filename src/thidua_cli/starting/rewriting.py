"""A plan's text moved to another year and another place: every other byte stays, comments included.

What the law says changes with the year too, so its names are replaced by those in force; amounts and articles stay for
a person to check (``deciding``).
"""

from __future__ import annotations

import re

from thidua_cli.errors import UsageError
from thidua_cli.plan.model import Plan
from thidua_cli.text.language import t
from thidua_cli.text.vietnamese import slug

_STAYS = ("base_salary", "vocabulary", "examples")
"""Parts of a plan that no year and no place changes (units are emptied apart)."""
_PLACE = re.compile(r"[^\W\d_][\w .,()'’-]{0,80}")
_KINDS = ("thành phố", "thị xã", "thị trấn", "huyện", "phường", "xã", "đặc khu", "tỉnh", "quận")
_AMOUNTS = re.compile(r"^\s*#.*\d\.\d{3}")
_LAWS = (
    (
        2024,
        r"Luật Thi đua, Khen thưởng ngày 26/11/2003 và Luật sửa đổi[^\n]*?ngày 16/11/2013",
        "Luật Thi đua, khen thưởng ngày 15/6/2022",
    ),
    (2025, r"Nghị định số 91/2017/NĐ-CP ngày 31/7/2017", "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025"),
    (2024, r"Nghị định số 91/2017/NĐ-CP ngày 31/7/2017", "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023"),
    (2024, r"Luật Thi đua, Khen thưởng", "Luật Thi đua, khen thưởng"),
    (
        2025,
        r"Luật Tổ chức chính quyền địa phương ngày 19/6/2015 và Luật sửa đổi[^\n]*?ngày 22/11/2019",
        "Luật Tổ chức chính quyền địa phương ngày 16/6/2025",
    ),
)
"""From which year on a name of the law of 2021 gives way to which; the first that fits is taken."""


def plan_of_year(text: str, plan: Plan, year: int, place: str | None) -> str:
    """The plan's text for a year and, where one is given, a place (“Phường An Bình”). Raises UsageError for neither."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text.removeprefix("\ufeff"))
    moved = year != plan.year
    changed = "".join(_part(part, plan, year, place) for part in parts)
    if moved or place:
        identity = slug(f"{place or plan.id.removesuffix(f'-{plan.year}')}-{'cchc-' if place else ''}{year}")
        changed = re.sub(r"(?m)^id:.*$", f"id: {identity}", changed, count=1)
    return changed


def _part(part: str, plan: Plan, year: int, place: str | None) -> str:
    """One part of a plan (``documents: …``) for the year and the place."""
    name = part.partition(":")[0]
    if name == "vocabulary" and place and not _same_place(place, plan):
        return _without_units(part)
    if name in _STAYS:
        return part
    moved = part if year == plan.year else _of_year(part, plan.year, year)
    return _of_place(moved, plan, place) if place else moved


def _of_year(part: str, old: int, new: int) -> str:
    lines = [line for line in part.splitlines(keepends=True) if not _AMOUNTS.match(line)]
    shifted = []
    for line in lines:
        known = re.match(r"(\s*document_year:\s*)(\d{4})", line)
        if known:
            shifted.append(line.replace(known[2], str(int(known[2]) + new - old), 1))
        else:
            shifted.append(re.sub(rf"(?<!\d){old}(?!\d)(?!/)", str(new), line))
    text = "".join(shifted)
    for since, before, after in _LAWS:
        if new >= since:
            text = re.sub(before, after, text)
    return text


def _of_place(part: str, plan: Plan, place: str) -> str:
    kind, bare = _divided(_checked(place))
    old = plan.documents.place
    whole = f"{kind} {bare}" if kind else place
    for word in _KINDS:
        part = part.replace(f"{word} {old}", whole[:1].lower() + whole[1:] if kind else whole)
        part = part.replace(f"{word.capitalize()} {old}", whole[:1].upper() + whole[1:])
    part = re.sub(r"tỉnh Đồng Tháp", "tỉnh …", part)
    part = re.sub(rf"(?m)^(\s*place:\s*){re.escape(old)}$", rf"\g<1>{bare}", part)
    if kind and kind != "thành phố":
        part = re.sub(r"\bThành phố\b", kind.capitalize(), part)
        part = re.sub(r"\bthành phố\b(?! trực thuộc)", kind, part)
    return part


def _checked(place: str) -> str:
    if not _PLACE.fullmatch(place.strip()):
        raise UsageError(
            t("“{place}” is no name of a place or an authority.", place=place),
            hint=t("Such as --place “Phường An Bình”: letters, digits, blanks."),
        )
    return place.strip()


def _divided(place: str) -> tuple[str, str]:
    """The kind of a place in small letters and its bare name; no kind where none is said."""
    for kind in _KINDS:
        if place.casefold().startswith(f"{kind} "):
            return kind, place[len(kind) + 1 :].strip()
    return "", place


def _same_place(place: str, plan: Plan) -> bool:
    return _divided(place)[1].casefold() == plan.documents.place.casefold()


def _without_units(part: str) -> str:
    """The vocabulary without the units of another place; a line shows how one is written."""
    head, found, rest = part.partition("\n  units:")
    if not found:
        return part
    tail = re.search(r"(?m)^(?:  \S(?<!#)|\S)", rest)
    example = "\n    # - {name: TÊN ĐƠN VỊ, aliases: [TÊN KHÁC], group: MÃ_KHỐI}\n\n"
    return f"{head}\n  units: []{example}{rest[tail.start() :] if tail else ''}"
