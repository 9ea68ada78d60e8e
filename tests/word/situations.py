"""Real results in every state of the proposals: the same data under plans that leave nobody, one, several, ties."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from thidua_cli.pipeline import score
from thidua_cli.plan.loading import builtin_plan_path, load_plan_text
from thidua_cli.reports.word import render_all
from thidua_cli.result import Result

DATA = Path(__file__).parents[1] / "cases" / "documents"
TIES = "dong-hang-va-han-muc.xlsx"
_UNITS = (
    "Phường An Bình A",
    "Phường An Bình B",
    "Phường An Lạc",
    "Phường An Lộc",
    "Phường An Thạnh",
    "Phòng Kinh tế",
    "Phòng Tư pháp",
    "Thanh tra thành phố",
)
_PERSONS = (
    ("Phòng Tư pháp", "Lê Thị Bé"),
    ("Phường An Bình A", "Trần Văn Cư"),
    ("Phường An Lạc", "Nguyễn Văn An"),
    ("Phường An Lộc", "Nguyễn Văn An"),
)
_QUOTA = "    name: Xã, phường\n", "    name: Xã, phường\n    quota: 2\n"
_ROOMS = "    name: Phòng, ban\n", "    name: Phòng, ban\n    quota: 1\n"
_PERSONS_QUOTA = "  # individual_quota: 5\n", "  individual_quota: 2\n"
_UNREACHABLE = "initiatives >= 1\n", "initiatives >= 50\n"
_BETTER = (
    "      - Hoàn thành tốt nhiệm vụ\n      - Hoàn thành xuất sắc nhiệm vụ\n",
    "      - Hoàn thành xuất sắc nhiệm vụ\n",
)
_NO_INDEX = "[final, appraised, self]", "[final]"


def _excluding(units: tuple[str, ...], persons: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """A plan in which the council takes these off the list."""
    whom = [f"unit: {unit}" for unit in units] + [f"unit: {unit}, individual: {name}" for unit, name in persons]
    lines = [f"    - {{decision: exclude, {one}, author: Hội đồng, reason: Đang xem xét kỷ luật}}\n" for one in whom]
    return "  decisions: []\n", "  decisions:\n" + "".join(lines)


SITUATIONS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "several": (TIES, ()),
    "one": (TIES, (_excluding(_UNITS[1:], _PERSONS),)),
    "one person": (TIES, (_excluding(_UNITS, _PERSONS[1:]),)),
    "tied": (TIES, (_QUOTA, _ROOMS, _PERSONS_QUOTA)),
    "some tied": (TIES, (_ROOMS, _PERSONS_QUOTA)),
    "excluded": (TIES, (_excluding(_UNITS, _PERSONS),)),
    "nobody": (TIES, (_UNREACHABLE, _BETTER)),
    "undecided": (TIES, (_NO_INDEX, _BETTER)),
    "no data": ("thieu-so-lieu-thanh-ho-so-hoi-dong.xlsx", ()),
    "quotation marks": ("ten-sang-kien-co-ngoac-kep.xlsx", ()),
}
"""Data and what of the built-in plan is written otherwise."""


@cache
def situation(name: str) -> Result:
    """The result of a situation."""
    data, changes = SITUATIONS[name]
    text = builtin_plan_path().read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return score([DATA / data], load_plan_text(text, "criteria.yaml"))


@cache
def documents(name: str) -> dict[str, bytes]:
    """The Word files of a situation, without charts."""
    return render_all(situation(name), charts={})
