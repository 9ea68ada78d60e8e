"""The screen of ``score --details``: standings with what was missed, persons, proposals, findings, files, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_cli.reports import wording
from thidua_cli.reports.terminal.group_table import GroupTable
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.terminal.lists import files_lines, finding_lines, own_lines, person_lines, proposal_lines
from thidua_cli.reports.terminal.next_steps import next_lines
from thidua_cli.reports.terminal.texts import say
from thidua_cli.reports.wording import Lang
from thidua_cli.result import Result
from thidua_cli.text.plan_line import Origin, line_of

_MOST_KINDS = 12
"""Kinds of findings that are shown; the rest is counted."""


def detail_parts(
    result: Result,
    screen: Screen,
    lang: Lang,
    files: Sequence[str],
    out_dir: str,
    own: Sequence[tuple[str, str]],
    commands: Mapping[str, str],
) -> list[list[str]]:
    """The parts of the long screen below the title, each its lines; parameters as of :func:`render_standings`."""
    groups = list(dict.fromkeys(unit.group for unit in result.units))
    return [
        *(GroupTable(result, group, screen, lang).lines() for group in groups),
        _legend(result, screen, lang) if groups else [say("no_units", lang)],
        person_lines(result, screen, lang),
        proposal_lines(result, screen, lang),
        finding_lines(result, screen, lang, _MOST_KINDS, commands),
        own_lines(own, screen, lang),
        files_lines(files, out_dir, screen, lang),
        next_lines(result, files, out_dir, commands, screen, lang, listed=True),
    ]


def title_lines(result: Result, screen: Screen, lang: Lang, origin: Origin = "") -> list[str]:
    """The movement, the day, and how many units and groups."""
    groups = len({unit.group for unit in result.units})
    date = wording.date_text(result.as_of)
    return [
        *(screen.paint(line, "bold") for line in screen.wrap(line_of(result.plan, lang, origin))),
        *screen.wrap(say("as_of", lang, date=date, units=len(result.units), groups=groups)),
    ]


def _legend(result: Result, screen: Screen, lang: Lang) -> list[str]:
    signs = f"{wording.legend(lang)}; {say('tied', lang)}."
    return [screen.paint(line, "dim") for text in (signs, f"{criteria_words(result)}.") for line in screen.wrap(text)]


def criteria_words(result: Result) -> str:
    """The criteria by their labels: “TC1 Nhiệm vụ; TC2 …”."""
    return "; ".join(
        f"{wording.criterion_label(info.id)} {info.short_title or info.title}" for info in result.plan.criteria
    )
