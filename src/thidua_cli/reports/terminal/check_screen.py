"""What ``check`` prints: per file, what each sheet was taken for and why, and every finding with cells and hint.

Findings of one kind on one sheet stand together, worst first, then by cell; what to do is said once for them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from thidua_cli.reports import wording
from thidua_cli.reports.shortening import clean
from thidua_cli.reports.terminal.check import CheckFile, CheckFinding, CheckReport, CheckSheet
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.terminal.lists import SEVERITY_SIGNS, SEVERITY_STYLES
from thidua_cli.reports.terminal.texts import say
from thidua_cli.reports.wording import Lang
from thidua_cli.text.language import t
from thidua_cli.text.vietnamese import sort_key

_MOST = 5
"""Cells, units or findings of one kind that are named; the rest is counted."""
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")


def render_check(
    report: CheckReport, *, width: int = 80, colour: bool = False, lang: Lang = "vi", forms: Collection[str] = ()
) -> str:
    """The text of ``check`` in lines of at most ``width`` columns, without a final line end.

    ``forms`` are the files that are blank tables of the program: those still blank are told in a line each.
    """
    screen = Screen(max(40, width), colour)
    tables = sum(sheet.kind is not None for file in report.files for sheet in file.sheets)
    read = sum(file.sha256 != "" for file in report.files)  # the others are only named, by a finding
    parts = [screen.wrap(say("check_title", lang, files=read, tables=tables))]
    blank = [file for file in report.files if file.file in forms and _is_blank(file)]
    if blank:
        parts.append([line for file in blank for line in screen.wrap(_not_filled(file, lang), first="  [ ] ")])
    parts += [_file(file, screen, lang) for file in report.files if file not in blank]
    if report.findings:
        heading = screen.paint(say("general", lang), "head")
        parts.append([heading, *_findings(report.findings, screen, lang)])
    everything = [*report.findings, *(finding for file in report.files for finding in file.findings)]
    parts.append([screen.paint(line, "bold") for line in screen.wrap(_counts(everything, lang))])
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts)


def _is_blank(file: CheckFile) -> bool:
    tables = [sheet for sheet in file.sheets if sheet.kind is not None]
    return bool(tables) and not any(one.rows for one in tables) and {f.code for f in file.findings} <= {"empty_table"}


def _not_filled(file: CheckFile, lang: Lang) -> str:
    kind = next(wording.kind_word(sheet.kind, lang) for sheet in file.sheets if sheet.kind is not None)
    return t("{file} ({kind}): not filled in yet", file=clean(file.file), kind=kind).text(lang)


def _counts(findings: Sequence[CheckFinding], lang: Lang) -> str:
    if not findings:
        return say("no_findings", lang)
    count = {s: sum(finding.severity == s for finding in findings) for s in ("error", "warning", "info")}
    return say("findings", lang, errors=count["error"], warnings=count["warning"], infos=count["info"])


def _file(file: CheckFile, screen: Screen, lang: Lang) -> list[str]:
    lines = [screen.paint(line, "head") for line in screen.wrap(file.file)]
    if not file.sheets and not file.findings:
        lines += screen.wrap(say("nothing_read", lang), first="  ")
    whole = [finding for finding in file.findings if not finding.sheet]
    lines += _findings(whole, screen, lang)
    named = list(dict.fromkeys(sheet.sheet for sheet in file.sheets))
    rest = sorted({finding.sheet for finding in file.findings} - {"", *named}, key=sort_key)
    for name in [*named, *rest]:
        said = [finding for finding in file.findings if finding.sheet == name]
        tables = [sheet for sheet in file.sheets if sheet.sheet == name and sheet.kind is not None]
        for table in tables:
            lines += _sheet(table, screen, lang)
        if not tables:
            # What the findings say of it is not said twice.
            word = ":" if said else f": {say('unrecognised', lang)}"
            lines += screen.wrap(say("sheet", lang, sheet=clean(name)) + word, first="  ? ")
        lines += _findings(said, screen, lang)
    return lines


def _sheet(sheet: CheckSheet, screen: Screen, lang: Lang) -> list[str]:
    name = say("sheet", lang, sheet=clean(sheet.sheet))
    facts = [wording.kind_word(sheet.kind or "", lang)]
    if sheet.system:
        why = wording.system_from_word(sheet.system_from, lang) if sheet.system_from else ""
        facts.append(wording.system_word(sheet.system, lang) + (f" ({why})" if why else ""))
    facts.append(say("header", lang, range=sheet.header))
    facts.append(say("rows", lang, n=wording.decimal_text(sheet.rows)))
    facts += [fact for fact in (sheet.unit, sheet.period) if fact]
    if sheet.partial:
        facts.append(say("only", lang, which=sheet.partial))
    lines = screen.wrap(f"{name}: {', '.join(facts)}", first="  ✓ ")
    columns = ", ".join(f"{column} {wording.field_word(name, lang)}" for name, column in sheet.fields.items())
    lines += screen.wrap(columns, first=f"    {say('columns', lang)}: ", rest="      ") if columns else []
    if sheet.unused:
        lines += screen.wrap("; ".join(sheet.unused), first=f"    {say('unused_columns', lang)}: ", rest="      ")
    others = [
        (name, number) for name, number in sheet.rows_by_class.items() if number and name not in ("data", "empty")
    ]
    if others:
        rest = "; ".join(f"{wording.decimal_text(number)} {say(f'row_{name}', lang)}" for name, number in others)
        lines += screen.wrap(rest, first=f"    {say('other_rows', lang)}: ", rest="      ")
    for sentence in _readings(sheet.readings, lang):
        lines += screen.wrap(sentence, first="    · ", rest="      ")
    return lines


_OWN_WORDS = re.compile(r"“[^”]*”|[0-9]+")
_ALIKE = 2
"""Readings that differ in names and numbers alone are shown up to so many; the rest is counted."""


def _readings(sentences: Sequence[str], lang: Lang) -> list[str]:
    """The decisions made on the way, those of one kind together."""
    kinds: dict[str, list[str]] = {}
    for sentence in map(clean, sentences):
        kinds.setdefault(_OWN_WORDS.sub("", sentence), []).append(sentence)
    shown: list[str] = []
    for alike in kinds.values():
        rest = len(alike) - _ALIKE if len(alike) > _ALIKE + 1 else 0
        shown += alike[: len(alike) - rest]
        shown += [say("more_readings", lang, n=wording.decimal_text(rest))] if rest else []
    return shown


@dataclass(frozen=True, slots=True)
class _Said:
    """Findings that say the same, with all their cells and units."""

    findings: Sequence[CheckFinding]

    @property
    def cells(self) -> list[str]:
        """Every cell once, in the order of the sheet."""
        cells = chain.from_iterable(f.cells or ([f.cell] if f.cell else []) for f in self.findings)
        return sorted(dict.fromkeys(cells), key=_cell_key)

    @property
    def unlisted(self) -> int:
        """How many cells or rows are counted but not listed."""
        return sum(f.count - max(len(f.cells), 1) for f in self.findings if f.cell)

    @property
    def units(self) -> list[str]:
        """Every unit once, in Vietnamese order."""
        return sorted({finding.unit for finding in self.findings if finding.unit}, key=sort_key)

    def where(self, lang: Lang) -> str:
        """Cells and units in words, the first few by name."""
        cells = self.cells
        places = [_few(cells, len(cells) + self.unlisted, "cells", lang)] if cells else []
        units = [_few(self.units, len(self.units), "units", lang)] if self.units else []
        return ", ".join([*places, *units])


def _few(names: Sequence[str], count: int, kind: str, lang: Lang) -> str:
    """The first few names and how many more there are."""
    shown = names if count <= _MOST else names[:_MOST]
    one = "one" if count == 1 else "many"
    text = say(f"{kind}_{one}", lang, names=", ".join(map(clean, shown)))
    return text + (say(f"more_{kind}", lang, n=wording.decimal_text(count - len(shown))) if count > len(shown) else "")


def _cell_key(cell: str) -> tuple[int, int, str]:
    match = _ADDRESS.match(cell)
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, cell)


def _findings(findings: Sequence[CheckFinding], screen: Screen, lang: Lang) -> list[str]:
    """Findings of one sheet (or of none): kind by kind, the worst first, then by their first cell."""
    kinds: dict[tuple[str, str], dict[tuple[str, str], list[CheckFinding]]] = {}
    for finding in sorted(findings, key=_order):
        # What has no cell may be said of several units at once; cells must not be taken for another unit's.
        said = (finding.message, finding.unit if finding.cell else "")
        kinds.setdefault((finding.severity, finding.code), {}).setdefault(said, []).append(finding)
    lines: list[str] = []
    for (severity, _), messages in kinds.items():
        lines += _kind(severity, [_Said(same) for same in messages.values()], screen, lang)
    return lines


def _order(finding: CheckFinding) -> tuple[object, ...]:
    severity = list(SEVERITY_SIGNS).index(finding.severity) if finding.severity in SEVERITY_SIGNS else 0
    return severity, _cell_key(finding.cell), finding.code, sort_key(finding.unit), finding.message


def _kind(severity: str, messages: Sequence[_Said], screen: Screen, lang: Lang) -> list[str]:
    """The findings of one kind: the first few one by one, the rest by its cells, what to do once for each remedy."""
    shown = messages if len(messages) <= _MOST + 1 else messages[:_MOST]
    lines: list[str] = []
    for position, said in enumerate(shown):
        hint = said.findings[0].hint
        if lines and hint != (before := shown[position - 1].findings[0].hint):
            lines += _hint(before, screen)
        lines += _message(severity, said.findings[0].message, said.where(lang), screen)
    rest = [finding for said in messages[len(shown) :] for finding in said.findings]
    if rest:
        text, where = say("more_alike", lang, n=wording.decimal_text(len(rest))), _Said(rest).where(lang)
        lines += screen.wrap(f"{text}: {where}" if where else text, first="      ")
    return lines + _hint(shown[-1].findings[0].hint, screen)


def _hint(hint: str, screen: Screen) -> list[str]:
    return screen.hint(hint, first="      → ") if hint else []


def _message(severity: str, message: str, where: str, screen: Screen) -> list[str]:
    sign = SEVERITY_SIGNS.get(severity, "!")
    lines = screen.wrap(f"[{where}] {message}" if where else message, first=f"    {sign} ")
    lines[0] = lines[0].replace(sign, screen.paint(sign, SEVERITY_STYLES.get(severity, "warn")), 1)
    return lines
