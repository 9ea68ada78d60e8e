"""What the law is called in a year, and what in a plan's words no year moves: dates and numbers of documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from thidua_cli.plan.nodes import Entries, Items, Node, Scalar, parse
from thidua_cli.plan.problems import Problems

TWO_LEVELS = 2022
"""From this year on a service is online in whole or in part; before there were four levels."""
NO_DISTRICTS = 2026
"""The first whole year without districts: wards and communes start movements themselves."""
_OF_2003 = (
    "Luật Thi đua, Khen thưởng ngày 26/11/2003 và Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng"
)
_OF_2015 = (
    "Luật Tổ chức chính quyền địa phương ngày 19/6/2015 và Luật sửa đổi, bổ sung một số điều của Luật Tổ chức "
    "Chính phủ và Luật Tổ chức chính quyền địa phương"
)
_DECREE_2017 = "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017"
_DECREE_2023 = "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023"
_DECREE_2025 = "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025"
_LAWS = (
    (2024, f"{_OF_2003} ngày 16/11/2013", "Luật Thi đua, khen thưởng ngày 15/6/2022"),
    (2025, _DECREE_2017, _DECREE_2025),
    (2025, _DECREE_2023, _DECREE_2025),
    (2024, _DECREE_2017, _DECREE_2023),
    (2025, f"{_OF_2015} ngày 22/11/2019", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025"),
    (2024, "Luật Thi đua, Khen thưởng", "Luật Thi đua, khen thưởng"),
    (2023, "mức độ 3, mức độ 4", "toàn trình, một phần"),
    (2023, "Trực tuyến 3, 4", "Trực tuyến"),
)
"""From which year on a word of the law gives way to which; the first that fits is taken."""

_FIXED = (
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"  # 14/6/2025
    r"|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
    r"|(?<!\d)(?<!tháng\s)\d+/\d{4}(?!\d)(?:/[\w-]+)?"  # 152/2025/NĐ-CP, but not “tháng 6/2025”
    r"|/\d{4}/[\w-]+"  # …/2025/QĐ-UBND
    r"|(?<!\d)\d{4}\s*[-–]\s*\d{4}(?!\d)"  # 2021-2025
    r"|(?:[Ll]uật|Pháp lệnh|Hiến pháp)\s(?:(?!Kế\s+hoạch|[Pp]hong\s+trào)[^\n;:]){0,80}?\snăm\s+\d{4}"
)
_NAMES = "Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn"
_CITED = re.compile(rf"(?:(?:{_NAMES})(?:(?!{_NAMES})[^\n;:]){{0,90}}?\s)?(?:{_FIXED})(?:\s+ngày\s+(?:{_FIXED}))?")


def moved_words(text: str, old: int, new: int) -> str:
    """The text with one year for another, save in dates, numbers of documents, names of laws and spans of years."""
    return re.sub(rf"(?P<fixed>{_FIXED})|(?<!\d){old}(?!\d)", lambda m: m[0] if m["fixed"] else str(new), text)


def in_force(text: str, year: int) -> str:
    """The text with the names that the law has in a year."""
    for since, before, after in _LAWS:
        if year >= since:
            text = _pattern(before).sub(after, text)
    return text


def replaced(before: str, after: str) -> list[tuple[str, str]]:
    """Which name of the law gave way to which between two texts of a plan."""
    pairs = [(old, new) for _, old, new in _LAWS if "ngày" in old and _pattern(old).search(before) and new in after]
    return [(old, new) for old, new in dict.fromkeys(pairs) if not _pattern(old).search(after)]


def _pattern(words: str) -> re.Pattern[str]:
    """The words also where a line of the plan breaks between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def cited(text: str, stays: Iterable[str], own: Iterable[str]) -> dict[str, list[int]]:
    """What a plan's words cite by date or number, each with its lines; without some parts and the plan's own dates."""
    found: dict[str, list[int]] = {}
    for path, scalar in _scalars(parse(text, Problems("")), ()):
        if path[0] in stays or ".".join(path) in own:
            continue
        for match in _CITED.finditer(scalar.value):
            lines = found.setdefault(" ".join(match[0].split()), [])
            lines += [scalar.place[0]] if scalar.place[0] not in lines else []
    return found


def _scalars(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item, path)
    elif isinstance(node, Entries):
        for key, value in node.entries:
            yield from _scalars(value, (*path, key.value))
