"""``thidua check``: what each sheet was taken for, and everything that is wrong with the data."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.calling import shell_word
from thidua_cli.cli import options as o
from thidua_cli.cli import plans, typed
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes, write
from thidua_cli.progress import Step
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from thidua_cli.checking import Checked
    from thidua_cli.findings import Finding
    from thidua_cli.intake.reading import Reading
    from thidua_cli.intake.tables import Table
    from thidua_cli.reports.terminal import CheckFinding, CheckReport


@click.command("check", cls=Spoken)
@o.data_argument
@click.option(
    "--fix-list",
    "fix_list_path",
    type=o.PATH,
    metavar="FILE.xlsx",
    help="Write the tables again with bad cells coloured and explained (the originals stay).",
)
@click.option(
    "--save-mapping",
    "save_mapping_path",
    type=o.PATH,
    metavar="FILE.yaml",
    help="Write the words not understood as a mapping file to fill in, then used with --mapping.",
)
@o.overwrite_option
@o.strict_option
@o.json_option
@s.reading_options
@s.screen_options
def command(
    data: tuple[Path, ...],
    fix_list_path: Path | None,
    save_mapping_path: Path | None,
    overwrite: bool,
    strict: bool,
    as_json: bool,
    given: s.Given,
    screen: s.Screen,
) -> int:
    """Reads only: what each sheet was taken for, how its header was found, and every finding with its cell."""
    from thidua_cli.checking import check, unknown_words
    from thidua_cli.outputs import refuse_inputs
    from thidua_cli.reports.terminal import check_json, render_check

    choice = given.choose(data)
    plan = plans.load(choice, given.mapping_path)
    writes = [path for path in (fix_list_path, save_mapping_path) if path is not None]
    refuse_inputs(writes, o.other_inputs(choice.path, given.mapping_path))
    _named_as(fix_list_path, "--fix-list", ".xlsx")
    _named_as(save_mapping_path, "--save-mapping", ".yaml", ".yml")
    if save_mapping_path is not None:
        _not_there_yet(save_mapping_path)
    reading = replace(given.reading(), writes=writes)
    written = []
    with shown_progress(screen.lang, screen.quiet) as progress:
        checked = check(data, plan, as_of=given.as_of, options=reading, progress=progress)
        if fix_list_path is not None:
            from thidua_cli.fixlist import fix_list

            progress(Step("writing", fix_list_path.name, 1, 1))
            made = fix_list(data, checked, screen.lang, reading.limits)
            written.append(write(fix_list_path.parent, {fix_list_path.name: made}, overwrite=overwrite))
    if save_mapping_path is not None:
        write(save_mapping_path.parent, {save_mapping_path.name: unknown_words(checked).encode()})
    report = _report(checked, screen.lang)
    if as_json:
        say_bytes(check_json(report))
    else:
        colour = screen.colour
        blank = [file.name for file in checked.files if file.form]
        text = render_check(report, width=screen.width, colour=colour, lang=screen.lang, forms=blank)
        say(f"{plans.line_of(plan, screen.lang)}\n\n{_owed(checked, screen)}{text}", colour=colour)
    _say_where(fix_list_path, save_mapping_path, screen.lang, err=as_json)
    o.say_written(written, screen.lang)
    return 1 if strict and any(finding.severity == "error" for finding in checked.findings) else 0


def _owed(checked: Checked, screen: s.Screen) -> str:
    """What is not filled in yet in the folder of a year, and what to do then."""
    from thidua_cli.reports.terminal.owed import render_owed

    if checked.no_units:
        missing = t("Not filled in yet: the register of units (don-vi.xlsx) has no unit.")
        return f"{missing.text(screen.lang)}\n\n"
    if not checked.owed:
        return ""
    shown = render_owed(checked.owed, width=screen.width, lang=screen.lang)
    letters = t("As letters to the units: {command}", command=typed.again("remind", only=typed.READING))
    return f"{shown}\n\n{letters.text(screen.lang)}\n\n"


def _named_as(path: Path | None, option: str, *endings: str) -> None:
    """What is written has the name of its kind, so that the right program opens it, and no folder stands there."""
    from thidua_cli.errors import UsageError

    if path is None:
        return
    if path.is_dir():
        example = path / f"{option.removeprefix('--')}{endings[0]}"
        said = t("{option} names a file, and {path} is a folder.", option=option, path=path)
    elif path.suffix.lower() not in endings:
        example = path.with_suffix(endings[0])
        said = t("{option}: {path} does not end in {ending}.", option=option, path=path, ending=endings[0])
    else:
        return
    raise UsageError(
        said,
        hint=t(
            "Choose another name, for example: {example}",
            example=f"{option} {shell_word(typed.free_name(str(example)))}",
        ),
    )


def _say_where(fix_list: Path | None, mapping: Path | None, lang: str, *, err: bool) -> None:
    """Where the files lie that were asked for, and what to do with them."""
    if fix_list is not None:
        said = t(
            "The list of things to mend is written: {path}. Mend the coloured cells in your own files, then run again.",
            path=fix_list,
        )
        say(said, lang, err=err)
    if mapping is not None:
        again = typed.again("check", "--mapping", str(mapping), only=typed.READING - {"mapping_path"})
        said = t("Words to fill in are written: {path}. Then run: {command}", path=mapping, command=again)
        say(said, lang, err=err)


def _not_there_yet(path: Path) -> None:
    """A mapping file that somebody may have filled in is never overwritten."""
    from thidua_cli.errors import UsageError

    if os.path.lexists(path):
        raise UsageError(
            t("{path} is there already: it is not overwritten, for it may have been filled in.", path=path.name),
            hint=t("Choose another name for --save-mapping and copy what you need."),
        )


def _report(checked: Checked, lang: str) -> CheckReport:
    """What was read, as the screen shows it."""
    from thidua_cli.reports.terminal import CheckFile, CheckReport, CheckSheet
    from thidua_cli.text.glossary import called
    from thidua_cli.text.quoting import quoted
    from thidua_cli.text.vietnamese import sort_key

    commands = {"again": typed.again("check", only=typed.READING)} | typed.free_names()
    named = {file.name for file in checked.files} | {f.file for f in checked.findings if f.file}
    hashes = {file.name: file.sha256 for file in checked.files}
    files = []
    for name in sorted(named, key=sort_key):
        sheets = [
            CheckSheet(
                t.receipt.sheet,
                str(t.kind),
                str(t.receipt.system) if t.receipt.system else None,
                t.receipt.system_from,
                t.receipt.header,
                t.receipt.rows,
                dict(sorted(t.receipt.fields.items(), key=lambda item: (len(item[1]), item[1]))),
                quoted("unit", t.unit_context or ""),
                t.receipt.period.words().text(lang) if t.receipt.period is not None else "",
                called("partial", t.receipt.partial).text(lang) if t.receipt.partial else "",
                t.receipt.account.rows,
                [f"{c.cell} “{c.head}”" for c in t.receipt.account.columns if c.use in (None, "unused")],
                [r.sentence(lang) for r in t.receipt.readings if not _said_elsewhere(r, t, checked)],
            )
            for t in checked.tables
            if t.receipt.file == name
        ]
        sheets += [CheckSheet(u.sheet, header=u.header) for u in checked.unrecognised if u.file == name]
        findings = [_finding(f, checked, lang, commands) for f in checked.findings if f.file == name]
        files.append(CheckFile(name, hashes.get(name, ""), sheets, findings))
    return CheckReport(files, [_finding(f, checked, lang, commands) for f in checked.findings if not f.file])


def _said_elsewhere(reading: Reading, table: Table, checked: Checked) -> bool:
    """Whether the table's first line or a finding on its sheet says the same as a reading."""
    receipt, by = table.receipt, reading.kind.said_by
    place = (receipt.file, receipt.sheet)
    return by == "heading" or any(f.code == by and (f.file, f.sheet) == place for f in checked.findings)


def _finding(finding: Finding, checked: Checked, lang: str, commands: Mapping[str, str]) -> CheckFinding:
    from thidua_cli.reports.terminal import CheckFinding
    from thidua_cli.reports.terminal.lists import with_command

    return CheckFinding(
        finding.code,
        str(finding.severity),
        finding.message(lang),
        with_command(finding.hint(lang), finding.command(), commands),
        finding.sheet,
        finding.cell,
        checked.unit_names.get(finding.unit, finding.unit),
        finding.count,
        finding.cells,
    )
