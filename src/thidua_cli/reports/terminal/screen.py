"""The screen of ``score --details``: standings with what was missed, persons, proposals, findings, files, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_cli.reports import wording
from thidua_cli.reports.terminal.group_table import GroupTable
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.terminal.lists import files_lines, finding_lines, own_lines, person_lines, proposal_lines
from thidua_cli.reports.terminal.next_steps import next_lines
from thidua_cli.result import Result
from thidua_cli.text.language import joined, t
from thidua_cli.text.plan_line import Origin, line_of

NO_UNITS = t("No units.")
TIED = t("= shared rank")
_MOST_KINDS = 12
"""Kinds of findings that are shown; the rest is counted."""


def detail_parts(
    result: Result,
    screen: Screen,
    files: Sequence[str],
    out_dir: str,
    own: Sequence[tuple[str, str]],
    commands: Mapping[str, str],
) -> list[list[str]]:
    """The parts of the long screen below the title, each its lines; parameters as of :func:`render_standings`."""
    groups = list(dict.fromkeys(unit.group for unit in result.units))
    return [
        *(GroupTable(result, group, screen).lines() for group in groups),
        _legend(result, screen) if groups else [screen.said(NO_UNITS)],
        person_lines(result, screen),
        proposal_lines(result, screen),
        finding_lines(result, screen, _MOST_KINDS, commands),
        own_lines(own, screen),
        files_lines(files, out_dir, screen),
        next_lines(result, files, out_dir, commands, screen, listed=True),
    ]


def title_lines(result: Result, screen: Screen, origin: Origin = "") -> list[str]:
    """The movement, the day, and how many units and groups."""
    groups = len({unit.group for unit in result.units})
    said = t(
        "As of {date}; {units:unit|units}, {groups:group|groups}.",
        date=wording.date_text(result.as_of, screen.lang),
        units=len(result.units),
        groups=groups,
    )
    return [*screen.head(line_of(result.plan, screen.lang, origin), "bold"), *screen.wrap(said)]


def _legend(result: Result, screen: Screen) -> list[str]:
    signs = joined([wording.legend(screen.lang), "; ", TIED, "."], "")
    return [*screen.head(signs, "dim"), *screen.head(f"{criteria_words(result)}.", "dim")]


def criteria_words(result: Result) -> str:
    """The criteria by their labels: “TC1 Nhiệm vụ; TC2 …”."""
    return "; ".join(
        f"{wording.criterion_label(info.id)} {info.short_title or info.title}" for info in result.plan.criteria
    )
