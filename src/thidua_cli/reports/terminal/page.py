"""The screen of ``score``: standings in short, the rest in numbers, last what to do next; or everything by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from thidua_cli.reports import wording
from thidua_cli.reports.cases import cases, outright, sums
from thidua_cli.reports.terminal.group_table import GroupTable
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.terminal.lists import (
    NOBODY,
    SEVERITY_SIGNS,
    SEVERITY_STYLES,
    eligible_words,
    marked,
    own_lines,
)
from thidua_cli.reports.terminal.next_steps import next_lines
from thidua_cli.reports.terminal.screen import NO_UNITS, TIED, criteria_words, detail_parts, title_lines
from thidua_cli.reports.terminal.texts import NO_FINDINGS, counted_findings
from thidua_cli.result import Result
from thidua_cli.text.language import Lang, joined, t
from thidua_cli.text.plan_line import Origin

PROPOSED, COUNCIL = "•", "!"
_MOST_OWN = 10
"""Own outputs that are named: those of one run."""


def render_standings(  # noqa: PLR0913 - what a screen says beside the result, each by name
    result: Result,
    *,
    details: bool = False,
    width: int = 80,
    colour: bool = False,
    lang: Lang = "vi",
    files: Sequence[str] = (),
    out_dir: str = "",
    own: Sequence[tuple[str, str]] = (),
    commands: Mapping[str, str] | None = None,
    origin: Origin = "",
) -> str:
    """What ``score`` prints, in lines of at most ``width`` columns (at least 40), without a final line end.

    ``details``: everything by name instead of in numbers. ``files`` are the names of the files written into
    ``out_dir``; ``own`` names and kinds of what the program wrote itself and did not read; ``commands`` what to type
    next (see :func:`next_lines`); ``origin`` where the plan was found. Without ``colour`` there is no control character
    but the line ends.
    """
    screen = Screen(max(40, width), colour, lang)
    make = detail_parts if details else _short_parts
    parts = make(result, screen, files, out_dir, own, commands or {})
    shown = [title_lines(result, screen, origin), *parts]
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in shown if part)


render_details = partial(render_standings, details=True)
"""What ``score --details`` prints."""


def _short_parts(
    result: Result,
    screen: Screen,
    files: Sequence[str],
    out_dir: str,
    own: Sequence[tuple[str, str]],
    commands: Mapping[str, str],
) -> list[list[str]]:
    groups = list(dict.fromkeys(unit.group for unit in result.units))
    marks = _marks(result)
    return [
        *(GroupTable(result, group, screen, marks).short() for group in groups),
        _legend(result, marks, screen) if groups else [screen.said(NO_UNITS)],
        [*_numbers(result, screen), *_findings(result, screen)],
        own_lines(own, screen, _MOST_OWN),
        next_lines(result, files, out_dir, commands, screen),
    ]


def _marks(result: Result) -> dict[str, str]:
    """By unit that is proposed, or that the council must look at, its sign."""
    marks = {one.unit: PROPOSED for one in outright(result) if one.individual is None}
    return marks | {one.unit: COUNCIL for one in cases(result) if one.individual is None}


def _legend(result: Result, marks: Mapping[str, str], screen: Screen) -> list[str]:
    """The signs that the tables hold, and the criteria by their labels."""
    verdicts = {criterion.verdict for unit in result.units for criterion in unit.criteria}
    told = [
        wording.verdict_text(verdict, screen.lang).lower() for verdict in wording.VERDICT_SYMBOLS if verdict in verdicts
    ]
    told += [screen.said(TIED)] if any(unit.tied for unit in result.units) else []
    words = {PROPOSED: t("proposed for commendation"), COUNCIL: t("for the council")}
    told += [f"{sign} {screen.said(word)}" for sign, word in words.items() if sign in marks.values()]
    text = f"{'; '.join(told)}. {criteria_words(result)}."
    return screen.head(text, "dim")


def _numbers(result: Result, screen: Screen) -> list[str]:
    """Persons, proposals and the money, and what the council can add: a line each."""
    lines, proposed = [], sums(result)
    if result.individuals:
        lines += screen.wrap(joined([eligible_words(result), "."], ""))
    if not result.proposals:
        lines += screen.wrap(NOBODY)
    else:
        told = t(
            "Proposed: {units:unit|units}, {persons:person|persons}; reward {money} dong.",
            units=proposed.units,
            persons=proposed.persons,
            money=wording.money(proposed.reward, screen.lang),
        )
        lines += screen.wrap(told)
    if proposed.cases:
        told = t(
            "For the council: {cases:case|cases}; the reward can come to {money} dong.",
            cases=proposed.cases,
            money=wording.money(proposed.most_reward, screen.lang),
        )
        lines += screen.wrap(told)
    return lines


def _findings(result: Result, screen: Screen) -> list[str]:
    """How many errors and warnings, and of which kinds."""
    if not result.findings:
        return [screen.said(NO_FINDINGS)]
    count: Counter[str] = Counter(finding.severity for finding in result.findings)
    lines = screen.wrap(joined([counted_findings(*(count[one] for one in wording.SEVERITIES)), "."], ""))
    for severity in ("error", "warning"):
        kinds = Counter(
            str(wording.told(finding, "name", screen.lang)) or finding.code
            for finding in result.findings
            if finding.severity == severity
        )
        named = "; ".join(f"{name} ({number})" for name, number in kinds.most_common())
        if named:
            lines += marked(screen, SEVERITY_SIGNS[severity], SEVERITY_STYLES[severity], named, 1)
    return lines
