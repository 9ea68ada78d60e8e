"""``tong-hop.html``: units of all parts ranked together, parts side by side, in one file that loads nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from thidua_cli.combined import CombinedMeasure, CombinedPart, CombinedResult, CombinedUnit
from thidua_cli.reports import wording
from thidua_cli.reports.combined.words import NOT_RANKED, combined_title, judged, standing_words
from thidua_cli.reports.html.shell import render_page
from thidua_cli.reports.ranks import combined_reasons, rank_reason
from thidua_cli.text.vietnamese import slug, sort_key

MOST_UNITS = 5_000
"""Units of one group that the page shows: a browser still opens it at once. The workbook has all of them."""
_BAR = 120
_VERDICTS = {"met": 0, "not_met": 1, "no_data": 2}


def render_combined_html(combined: CombinedResult) -> bytes:
    """The page as UTF-8; the same combined result gives the same bytes."""
    return render_page(
        "combined.html.j2",
        "tong-hop",
        combined=combined,
        plan=combined.plan,
        program=combined.program,
        page=_Page(combined),
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """One emulation group over all parts: the units shown, how many there are, how many meet all criteria."""

    name: str
    units: list[CombinedUnit]
    total: int
    all_met: int


class _Page:
    """What the template asks for beyond the combined result itself."""

    def __init__(self, combined: CombinedResult) -> None:
        self._combined = combined
        self._folders = {part.name: quote(part.folder) for part in combined.parts if part.folder}

    @cached_property
    def groups(self) -> list[_Group]:
        """The groups in the order of the combined result."""
        found: dict[str, list[CombinedUnit]] = {}
        for unit in self._combined.units:
            found.setdefault(unit.group, []).append(unit)
        return [
            _Group(name, units[:MOST_UNITS], len(units), sum(unit.all_met for unit in units))
            for name, units in found.items()
        ]

    @cached_property
    def localities(self) -> list[CombinedPart]:
        """The parts with many units, to be seen side by side."""
        return [part for part in self._combined.done if part.shape != "unit"]

    @cached_property
    def returns(self) -> list[CombinedPart]:
        """The parts that are one unit's return: the standings show them, a closed list has the rest."""
        return [part for part in self._combined.done if part.shape == "unit"]

    @cached_property
    def tie_breakers(self) -> list[CombinedMeasure]:
        """The measures that decide the standing, in their order."""
        known = {measure.id: measure for measure in self._combined.measures}
        return [known[name] for name in self._combined.standings if name in known]

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each part in the Vietnamese alphabet."""
        names = sorted((part.name for part in self._combined.parts), key=sort_key)
        return {name: place for place, name in enumerate(names)}

    @cached_property
    def _reasons(self) -> dict[tuple[str, str], str]:
        return combined_reasons(self._combined)

    def reason(self, unit: CombinedUnit) -> str:
        """What decided the rank of a unit, or that nothing did."""
        return rank_reason(unit, self._reasons.get((unit.part, unit.id)))

    @cached_property
    def judged(self) -> Counter[tuple[str, str]]:
        """How many units could be judged by each criterion, by part (empty: in all) and criterion."""
        return judged(self._combined)

    @property
    def title(self) -> str:
        """Of the plan, or how many there are."""
        return combined_title(self._combined)

    @property
    def not_ranked(self) -> str:
        """Why nobody is ranked."""
        return NOT_RANKED.text()

    @property
    def order_words(self) -> list[str]:
        """What decides the standing, in words."""
        return standing_words(self._combined)

    def href(self, part: CombinedPart) -> str:
        """A part's own page, from this one."""
        return f"{self._folders[part.name]}/xep-hang.html"

    def unit_href(self, unit: CombinedUnit) -> str:
        """The unit on its part's page."""
        return f"{self._folders[unit.part]}/xep-hang.html#dv-{slug(unit.id)}"

    def ratio(self, met: int, of: int) -> str:
        """A key to sort by; empty (last) for nothing of nothing."""
        return f"{met / of:.9f}" if of else ""

    def bar(self, met: int, of: int) -> int:
        """Length of a bar."""
        return _BAR * met // of if of else 0

    def verdict_order(self, verdict: str) -> int:
        """Met first."""
        return _VERDICTS.get(verdict, 3)

    def figure(self, value: str | None, info: CombinedMeasure) -> str:
        """A value with its marks."""
        return "–" if value is None else wording.decimal_text(value) + ("%" if info.percent else "")
