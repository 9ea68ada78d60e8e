"""What follows the standings on the screen: persons, proposals, findings, files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from thidua_cli.marks import FIX_LIST
from thidua_cli.reports import wording
from thidua_cli.reports.cases import cases, outright, sums
from thidua_cli.reports.terminal.layout import Screen, cut, pad
from thidua_cli.reports.terminal.texts import NO_FINDINGS, counted_findings
from thidua_cli.result import FindingInfo, Proposal, Result
from thidua_cli.text.glossary import words
from thidua_cli.text.language import Message, t

_MOST = 20
"""Persons of one kind that are named; the rest is counted (the files name all)."""
_MOST_OWN = 100
"""Own outputs that are named; the rest is counted."""
_EXAMPLES = {"error": 3, "warning": 1}
"""Findings of one kind that are shown; the rest is counted (``check`` and the page show all)."""
SEVERITY_STYLES = {"error": "bad", "warning": "warn", "info": "dim"}
SEVERITY_SIGNS = {"error": "✗", "warning": "!", "info": "i"}


def person_lines(result: Result, screen: Screen) -> list[str]:
    """How many persons are eligible, who, and why the others are not."""
    if not result.individuals:
        return []
    units = {unit.id: unit.name for unit in result.units}
    eligible = [person for person in result.individuals if person.eligible]
    others = [person for person in result.individuals if not person.eligible]
    lines = [screen.paint(eligible_words(result), "head")]
    for person in eligible[:_MOST]:
        place = ", ".join(part for part in (person.position, units.get(person.unit, person.unit)) if part)
        lines += marked(screen, "✓", "good", f"{person.name} ({place})")
    lines += _more(eligible, screen)
    for person in others[:_MOST]:
        reasons = " ".join(wording.told(person, "reasons", screen.lang))
        text = f"{person.name} ({units.get(person.unit, person.unit)}): {reasons}"
        lines += marked(screen, "?", "warn", text) if person.council_review else marked(screen, "✗", "bad", text)
    return lines + _more(others, screen)


def eligible_words(result: Result) -> Message:
    """How many persons are eligible."""
    eligible = sum(person.eligible for person in result.individuals)
    return t("Persons: {eligible} of {all} are eligible", eligible=eligible, all=len(result.individuals))


def _more(persons: Sequence[object], screen: Screen) -> list[str]:
    rest = len(persons) - _MOST
    return screen.wrap(t("… and {n} more", n=rest), first="  ") if rest > 0 else []


def marked(screen: Screen, sign: str, style: str, text: str, most: int | None = None) -> list[str]:
    """The lines of a text behind a painted sign, at most so many of them."""
    lines = screen.wrap(text, first=f"{sign} ")
    lines = lines if most is None else cut(lines, most, screen.width)
    return [lines[0].replace(sign, screen.paint(sign, style), 1), *lines[1:]]


NOBODY = t("Nobody is proposed.")


def proposal_lines(result: Result, screen: Screen) -> list[str]:
    """Who is proposed: every unit, persons counted, the money; then every case of the council with its reason."""
    lines = [screen.paint(t("Proposals"), "head")]
    units = {unit.id: unit.name for unit in result.units}
    clear = outright(result)
    collective = [proposal for proposal in clear if proposal.individual is None]
    personal = [proposal for proposal in clear if proposal.individual is not None]
    if not result.proposals:
        lines += screen.wrap(NOBODY)
    if collective:
        lines += screen.wrap(t("Units: {counted}.", counted=_counted(collective, screen)))
    for proposal in collective:
        lines += screen.wrap(units.get(proposal.unit, proposal.unit), first="  • ")
    if personal:
        lines += screen.wrap(t("Persons: {counted}.", counted=_counted(personal, screen)))
    return [*lines, *_total(result, screen), *_reviewed(result, units, screen)]


def _reviewed(result: Result, units: Mapping[str, str], screen: Screen) -> list[str]:
    """Names before the council with the reason; those that have one reason in common stand together."""
    by_reason: dict[str, list[str]] = {}
    for case in cases(result):
        unit = units.get(case.unit, case.unit)
        name = f"{case.individual} ({unit})" if case.individual else unit
        by_reason.setdefault(wording.told(case, "reason", screen.lang), []).append(name)
    lines: list[str] = []
    for reason, names in by_reason.items():
        lines += screen.wrap(f"{'; '.join(names)}. {screen.said(for_council(reason))}", first="  ! ")
    return lines


def for_council(reason: str) -> Message:
    """What the council must look at."""
    return t("For the council: {reason}", reason=reason)


def _total(result: Result, screen: Screen) -> list[str]:
    """The sum proposed, and what it can become by what the council decides: the same sums as in the documents."""
    proposed = sums(result)
    least = wording.money(proposed.reward, screen.lang)
    total = t("Total: {n:case|cases}, {money} dong.", n=proposed.number, money=least)
    lines = screen.wrap(total) if result.proposals else []
    if proposed.cases:
        said = t(
            "For the council: {n:case|cases}; as it chooses, the reward comes to {range}.",
            n=proposed.cases,
            range=wording.money_range(proposed.reward, proposed.most_reward, screen.lang),
        )
        lines += screen.wrap(said)
    return lines


def _counted(proposals: Sequence[Proposal], screen: Screen) -> Message:
    money = wording.money(sum(proposal.reward_vnd or 0 for proposal in proposals), screen.lang)
    return t("{n}; reward {money} dong", n=len(proposals), money=money)


def finding_lines(result: Result, screen: Screen, most: int, commands: Mapping[str, str]) -> list[str]:
    """Errors and warnings grouped by code with counts and the first place; information is only counted.

    ``commands``: see :func:`with_command`.
    """
    if not result.findings:
        return [screen.paint(NO_FINDINGS, "head")]
    lines = screen.head(counted_findings(*(sum(f.severity == s for f in result.findings) for s in wording.SEVERITIES)))
    kinds: dict[tuple[str, str], list[FindingInfo]] = {}
    for finding in result.findings:
        if finding.severity != "info":
            kinds.setdefault((finding.severity, finding.code), []).append(finding)
    ordered = sorted(kinds.items(), key=lambda item: item[0][0] != "error")
    for (severity, _), findings in ordered[:most]:
        lines += _finding(findings, severity, screen, result, commands)
    if rest := len(ordered[most:]):
        lines += screen.wrap(
            t("… and {n:more kind|more kinds}: see xep-hang.html or xep-hang.xlsx", n=rest), first="  "
        )
    return lines


def _finding(
    findings: Sequence[FindingInfo], severity: str, screen: Screen, result: Result, commands: Mapping[str, str]
) -> list[str]:
    lines: list[str] = []
    shown = _EXAMPLES[severity]
    for number, one in enumerate(findings[:shown]):
        place = wording.place_text(one.file, one.sheet, one.cell, screen.lang)
        unit = next((u.name for u in result.units if u.id == one.unit), one.unit or "")
        where = "; ".join(part for part in (unit, place) if part)
        text = wording.told(one, "message", screen.lang)
        text = f"{text} [{where}]" if where else text
        if number:
            lines += screen.wrap(text, first="  ")
        else:
            count = screen.said(t("{n:time|times}, for example: ", n=len(findings))) if len(findings) > shown else ""
            lines += marked(screen, SEVERITY_SIGNS[severity], SEVERITY_STYLES[severity], count + text)
    rest = len(findings) - shown
    if rest > 0:
        lines += screen.wrap(t("… and {n} more: see the list of things to mend, or xep-hang.html", n=rest), first="  ")
    hint = wording.told(findings[0], "hint", screen.lang)
    return lines + (screen.hint(with_command(hint, findings[0].command, commands), first="  → ") if hint else [])


_AGAIN = "thidua check"


def with_command(hint: str, command: str, commands: Mapping[str, str]) -> str:
    """What to do, and below it what to type for it, a line each.

    ``commands`` has as ``again`` what checks the data at hand, to which the options of the finding's command are added,
    and a free name by each name of what that would write. Without ``again`` nothing is to be typed.
    """
    again = commands.get("again")
    if not command or not again:
        return hint
    *before, name = command.rpartition(" ")
    command = "".join([*before, commands.get(name, name)])
    typed = re.split(", (?=--)", command) if command.startswith("--") else [command.removeprefix(_AGAIN)]
    if command.startswith((_AGAIN, "--")):
        typed = [f"{again} {options.strip()}" for options in typed]
    return "\n".join([hint, *typed])


def own_lines(own: Sequence[tuple[str, str]], screen: Screen, most: int = _MOST_OWN) -> list[str]:
    """The files that the program wrote itself and that were left out of the data: pairs of name and kind."""
    lines: list[str] = []
    for said, names in (
        (t("Written by thidua itself, not read as data: {names}."), [name for name, kind in own if kind != FIX_LIST]),
        (
            t("Lists of things to mend, for reference (mend the cells of the same address in the originals): {names}."),
            [name for name, kind in own if kind == FIX_LIST],
        ),
    ):
        if names:
            shown, rest = ", ".join(names[:most]), len(names) - most
            more = t("{names} and {n:more file|more files}", names=shown, n=rest) if rest > 0 else shown
            lines += screen.wrap(replace(said, params={"names": more}))
    return lines


def files_lines(files: Iterable[str], out_dir: str, screen: Screen) -> list[str]:
    """Where the files lie and what each one is."""
    names = list(files)
    if not names or not out_dir:
        return []
    lines = screen.head(t("The results lie in {folder}", folder=out_dir))
    width = max(len(name) for name in names) + 2
    for name in names:
        said = words("file").get(name.replace(".pdf", ".docx"))
        lines += screen.wrap(said, first="  " + pad(name, width)) if said else [f"  {name}"]
    return lines
