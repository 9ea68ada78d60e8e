"""What ``check`` prints: per file, what each sheet was taken for and why, and every finding with cells and hint.

Findings of one kind on one sheet stand together, worst first, then by cell; what to do is said once for them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from thidua_cli.reports import wording
from thidua_cli.reports.shortening import clean
from thidua_cli.reports.terminal.check import CheckFile, CheckFinding, CheckReport, CheckSheet
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.terminal.lists import SEVERITY_SIGNS, SEVERITY_STYLES
from thidua_cli.reports.terminal.texts import NO_FINDINGS, counted_findings
from thidua_cli.text.language import Lang, Message, joined, t, tc, verbatim
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
    screen = Screen(max(40, width), colour, lang)
    tables = sum(sheet.kind is not None for file in report.files for sheet in file.sheets)
    read = sum(file.sha256 != "" for file in report.files)  # the others are only named, by a finding
    parts = [screen.wrap(t("Read {files:file|files}, {tables:table|tables}.", files=read, tables=tables))]
    blank = [file for file in report.files if file.file in forms and _is_blank(file)]
    if blank:
        parts.append([line for file in blank for line in screen.wrap(_not_filled(file, lang), first="  [ ] ")])
    parts += [_file(file, screen) for file in report.files if file not in blank]
    if report.findings:
        parts.append([screen.paint(t("For all files"), "head"), *_findings(report.findings, screen)])
    everything = [*report.findings, *(finding for file in report.files for finding in file.findings)]
    parts.append(screen.head(_counts(everything), "bold"))
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts)


def _is_blank(file: CheckFile) -> bool:
    tables = [sheet for sheet in file.sheets if sheet.kind is not None]
    return bool(tables) and not any(one.rows for one in tables) and {f.code for f in file.findings} <= {"empty_table"}


def _not_filled(file: CheckFile, lang: Lang) -> Message:
    kind = next(wording.coded("kind", sheet.kind, lang) for sheet in file.sheets if sheet.kind is not None)
    return t("{file} ({kind}): not filled in yet", file=clean(file.file), kind=kind)


def _counts(findings: Sequence[CheckFinding]) -> Message:
    if not findings:
        return NO_FINDINGS
    return counted_findings(*(sum(one.severity == s for one in findings) for s in wording.SEVERITIES))


def _file(file: CheckFile, screen: Screen) -> list[str]:
    lines = screen.head(file.file)
    if not file.sheets and not file.findings:
        lines += screen.wrap(t("no sheets"), first="  ")
    whole = [finding for finding in file.findings if not finding.sheet]
    lines += _findings(whole, screen)
    named = list(dict.fromkeys(sheet.sheet for sheet in file.sheets))
    rest = sorted({finding.sheet for finding in file.findings} - {"", *named}, key=sort_key)
    for name in [*named, *rest]:
        said = [finding for finding in file.findings if finding.sheet == name]
        tables = [sheet for sheet in file.sheets if sheet.sheet == name and sheet.kind is not None]
        for table in tables:
            lines += _sheet(table, screen)
        if not tables:
            # What the findings say of it is not said twice.
            word = "" if said else t(" no known table")
            lines += screen.wrap(joined([_named(name), ":", word], ""), first="  ? ")
        lines += _findings(said, screen)
    return lines


def _sheet(sheet: CheckSheet, screen: Screen) -> list[str]:
    lang = screen.lang
    facts: list[Message | str] = [wording.coded("kind", sheet.kind or "", lang)]
    if sheet.system:
        why = wording.coded("system_from", sheet.system_from, lang) if sheet.system_from else ""
        facts.append(wording.coded("system", sheet.system, lang) + (f" ({why})" if why else ""))
    facts += [t("header {range}", range=sheet.header), t("{n:row|rows}", n=sheet.rows)]
    facts += [fact for fact in (sheet.unit, sheet.period) if fact]
    if sheet.partial:
        facts.append(t("only {which}", which=sheet.partial))
    lines = screen.wrap(joined([_named(sheet.sheet), joined(facts)], ": "), first="  ✓ ")
    columns = "; ".join(f"{column} {wording.coded('field', name, lang)}" for name, column in sheet.fields.items())
    lines += _listed(tc("check", "columns"), columns, screen)
    lines += _listed(t("columns not read"), "; ".join(sheet.unused), screen)
    others = [
        (name, number) for name, number in sheet.rows_by_class.items() if number and name not in ("data", "empty")
    ]
    lines += _listed(
        t("other rows"), joined((replace(_ROWS[name], params={"n": number}) for name, number in others), "; "), screen
    )
    for sentence in _readings(sheet.readings):
        lines += screen.wrap(sentence, first="    · ", rest="      ")
    return lines


def _named(sheet: str) -> Message:
    return t("Sheet {sheet}", sheet=clean(sheet))


def _listed(what: Message, things: Message | str, screen: Screen) -> list[str]:
    """Things behind what they are, in lines; none for none."""
    said = screen.said(things)
    return screen.wrap(said, first=f"    {screen.said(what)}: ", rest="      ") if said else []


_ROWS = {
    "total": t("{n:total|totals}"),
    "group": t("{n:group or detail|groups or details}"),
    "index": t("{n:index row|index rows}"),
    "header": t("{n:repeated header|repeated headers}"),
    "note": t("{n:note or signature|notes or signatures}"),
}
"""What a row is that is no data."""
_OWN_WORDS = re.compile(r"“[^”]*”|[0-9]+")
_ALIKE = 2
"""Readings that differ in names and numbers alone are shown up to so many; the rest is counted."""


def _readings(sentences: Sequence[str]) -> list[Message | str]:
    """The decisions made on the way, those of one kind together."""
    kinds: dict[str, list[str]] = {}
    for sentence in map(clean, sentences):
        kinds.setdefault(_OWN_WORDS.sub("", sentence), []).append(sentence)
    shown: list[Message | str] = []
    for alike in kinds.values():
        rest = len(alike) - _ALIKE if len(alike) > _ALIKE + 1 else 0
        shown += alike[: len(alike) - rest]
        shown += [t("… and {n} more of the same kind", n=rest)] if rest else []
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

    @property
    def where(self) -> Message | None:
        """Cells and units in words, the first few by name; None without any."""
        places = []
        if self.cells:
            names, rest = _few(self.cells, len(self.cells) + self.unlisted)
            said = t("cells {names}", names=names) if rest or len(self.cells) > 1 else t("cell {names}", names=names)
            places.append(t("{named} and {n:more cell|more cells}", named=said, n=rest) if rest else said)
        if self.units:
            names, rest = _few(self.units, len(self.units))
            places.append(t("{named} and {n:more unit|more units}", named=names, n=rest) if rest else verbatim(names))
        return joined(places) if places else None


def _few(names: Sequence[str], count: int) -> tuple[str, int]:
    """The first few names, and how many more there are."""
    shown = names if count <= _MOST else names[:_MOST]
    return ", ".join(map(clean, shown)), count - len(shown)


def _cell_key(cell: str) -> tuple[int, int, str]:
    match = _ADDRESS.match(cell)
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, cell)


def _findings(findings: Sequence[CheckFinding], screen: Screen) -> list[str]:
    """Findings of one sheet (or of none): kind by kind, the worst first, then by their first cell."""
    kinds: dict[tuple[str, str], dict[tuple[str, str], list[CheckFinding]]] = {}
    for finding in sorted(findings, key=_order):
        # What has no cell may be said of several units at once; cells must not be taken for another unit's.
        said = (finding.message, finding.unit if finding.cell else "")
        kinds.setdefault((finding.severity, finding.code), {}).setdefault(said, []).append(finding)
    lines: list[str] = []
    for (severity, _), messages in kinds.items():
        lines += _kind(severity, [_Said(same) for same in messages.values()], screen)
    return lines


def _order(finding: CheckFinding) -> tuple[object, ...]:
    severity = list(SEVERITY_SIGNS).index(finding.severity) if finding.severity in SEVERITY_SIGNS else 0
    return severity, _cell_key(finding.cell), finding.code, sort_key(finding.unit), finding.message


def _kind(severity: str, messages: Sequence[_Said], screen: Screen) -> list[str]:
    """The findings of one kind: the first few one by one, the rest by its cells, what to do once for each remedy."""
    shown = messages if len(messages) <= _MOST + 1 else messages[:_MOST]
    lines: list[str] = []
    for position, said in enumerate(shown):
        hint = said.findings[0].hint
        if lines and hint != (before := shown[position - 1].findings[0].hint):
            lines += _hint(before, screen)
        lines += _message(severity, said.findings[0].message, said.where, screen)
    rest = [finding for said in messages[len(shown) :] for finding in said.findings]
    if rest:
        text, where = t("… and {n} more of this kind", n=len(rest)), _Said(rest).where
        lines += screen.wrap(joined(filter(None, (text, where)), ": "), first="      ")
    return lines + _hint(shown[-1].findings[0].hint, screen)


def _hint(hint: str, screen: Screen) -> list[str]:
    return screen.hint(hint, first="      → ") if hint else []


def _message(severity: str, message: str, where: Message | None, screen: Screen) -> list[str]:
    sign = SEVERITY_SIGNS.get(severity, "!")
    lines = screen.wrap(joined(["[", where, "] ", message], "") if where else message, first=f"    {sign} ")
    lines[0] = lines[0].replace(sign, screen.paint(sign, SEVERITY_STYLES.get(severity, "warn")), 1)
    return lines
