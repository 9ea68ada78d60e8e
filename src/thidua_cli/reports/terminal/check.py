"""What ``check`` prints: per file, what each sheet was taken for and why, and every finding with cell and hint.

The command fills :class:`CheckReport` from what was read; this module knows nothing of the reading itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thidua_cli.reports import wording
from thidua_cli.reports.shortening import clean
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.reports.terminal.lists import SEVERITY_SIGNS, SEVERITY_STYLES
from thidua_cli.reports.terminal.texts import say
from thidua_cli.reports.wording import Lang

CHECK_SCHEMA = "thidua-check/1"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One finding as ``check`` shows it: texts in the language asked for; ``unit`` is a name, not an id."""

    code: str
    severity: str
    message: str
    hint: str
    sheet: str = ""
    cell: str = ""
    unit: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """One sheet or table: what it was taken for (``kind`` None: not recognised), and what said so.

    ``header`` is an A1 range, ``fields`` maps a field to the column letter that gave it.
    """

    sheet: str
    kind: str | None = None
    system: str | None = None
    system_from: str = ""
    header: str = ""
    rows: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    """The one unit that the table belongs to, where it has no column of units."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """One input file with its sheets and the findings that stand in it."""

    file: str
    sha256: str
    sheets: Sequence[CheckSheet] = ()
    findings: Sequence[CheckFinding] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that ``check`` found; ``findings`` are those that belong to no single file."""

    files: Sequence[CheckFile] = ()
    findings: Sequence[CheckFinding] = ()


def render_check(report: CheckReport, *, width: int = 80, colour: bool = False, lang: Lang = "vi") -> str:
    """The text of ``check`` in lines of at most ``width`` columns, without a final line end."""
    screen = Screen(max(40, width), colour)
    tables = sum(sheet.kind is not None for file in report.files for sheet in file.sheets)
    parts = [screen.wrap(say("check_title", lang, files=len(report.files), tables=tables))]
    parts += [_file(file, screen, lang) for file in report.files]
    if report.findings:
        heading = screen.paint(say("general", lang), "head")
        parts.append([heading, *(line for one in report.findings for line in _finding(one, screen, lang))])
    everything = [*report.findings, *(finding for file in report.files for finding in file.findings)]
    parts.append([screen.paint(line, "bold") for line in screen.wrap(_counts(everything, lang))])
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts)


def check_json(report: CheckReport) -> bytes:
    """The same for programs: UTF-8, two spaces of indent, a final line end."""
    import msgspec

    data = {"schema": CHECK_SCHEMA, **msgspec.to_builtins(report)}
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"


def _counts(findings: Sequence[CheckFinding], lang: Lang) -> str:
    if not findings:
        return say("no_findings", lang)
    count = {s: sum(finding.severity == s for finding in findings) for s in ("error", "warning", "info")}
    return say("findings", lang, errors=count["error"], warnings=count["warning"], infos=count["info"])


def _file(file: CheckFile, screen: Screen, lang: Lang) -> list[str]:
    lines = [screen.paint(line, "head") for line in screen.wrap(file.file)]
    if not file.sheets:
        lines += screen.wrap(say("nothing_read", lang), first="  ")
    named = {sheet.sheet for sheet in file.sheets}
    done: set[str] = set()
    for sheet in file.sheets:
        lines += _sheet(sheet, screen, lang)
        if sheet.sheet not in done:
            own = [finding for finding in file.findings if finding.sheet == sheet.sheet]
            lines += [line for finding in own for line in _finding(finding, screen, lang)]
            done.add(sheet.sheet)
    rest = [finding for finding in file.findings if finding.sheet not in named]
    return lines + [line for finding in rest for line in _finding(finding, screen, lang, with_sheet=True)]


def _sheet(sheet: CheckSheet, screen: Screen, lang: Lang) -> list[str]:
    name = say("sheet", lang, sheet=clean(sheet.sheet))
    if sheet.kind is None:
        return screen.wrap(f"{name}: {say('unrecognised', lang)}", first="  ? ")
    facts = [wording.kind_word(sheet.kind, lang)]
    if sheet.system:
        why = wording.system_from_word(sheet.system_from, lang) if sheet.system_from else ""
        facts.append(wording.system_word(sheet.system, lang) + (f" ({why})" if why else ""))
    facts.append(say("header", lang, range=sheet.header))
    facts.append(say("rows", lang, n=wording.decimal_text(sheet.rows)))
    if sheet.unit:
        facts.append(sheet.unit)
    lines = screen.wrap(f"{name}: {', '.join(facts)}", first="  ✓ ")
    columns = ", ".join(f"{column} {wording.field_word(name, lang)}" for name, column in sheet.fields.items())
    return lines + (screen.wrap(columns, first=f"    {say('columns', lang)}: ", rest="      ") if columns else [])


def _finding(finding: CheckFinding, screen: Screen, lang: Lang, *, with_sheet: bool = False) -> list[str]:
    place = [
        say("sheet", lang, sheet=clean(finding.sheet)) if with_sheet and finding.sheet else "",
        say("cell", lang, cell=finding.cell) if finding.cell else "",
        say("times_cells", lang, n=finding.count) if finding.count > 1 else "",
        finding.unit,
    ]
    where = ", ".join(part for part in place if part)
    sign = SEVERITY_SIGNS.get(finding.severity, "!")
    text = f"[{where}] {finding.message}" if where else finding.message
    lines = screen.wrap(text, first=f"    {sign} ")
    lines[0] = lines[0].replace(sign, screen.paint(sign, SEVERITY_STYLES.get(finding.severity, "warn")), 1)
    return lines + (screen.wrap(finding.hint, first="      → ") if finding.hint else [])
