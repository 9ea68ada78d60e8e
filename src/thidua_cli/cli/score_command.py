"""``thidua score``: the main job."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import plans, typed
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes, write

if TYPE_CHECKING:
    from thidua_cli.result import Result
    from thidua_cli.text.plan_line import Origin


@click.command("score", cls=Spoken)
@o.data_argument
@click.option("--details", is_flag=True, help="Show shortfalls, every person's name and every finding too.")
@o.strict_option
@o.json_option
@s.reading_options
@s.writing_options
@s.screen_options
def command(
    data: tuple[Path, ...],
    details: bool,
    strict: bool,
    as_json: bool,
    given: s.Given,
    target: s.Target,
    screen: s.Screen,
) -> int:
    """Reads DATA (workbooks, CSV files, folders), judges, ranks and proposes.

    Prints the standings and writes result.json and the reports into --out. With --json the result goes to standard
    output, and files are written only with --out.
    """
    from thidua_cli.outputs import check_writable, refuse_inputs, refuse_other_period
    from thidua_cli.reports.rendering import FAMILY, RESULT, not_issued, render

    names = target.names()
    folder = target.out or (None if as_json else o.DEFAULT_OUT)
    choice = given.choose(data)
    templates = plans.templates(choice, target.templates)
    writes = [folder / name for name in names] if folder is not None else []
    if folder is not None:
        check_writable(folder)
        refuse_inputs(writes, o.other_inputs(choice.path, given.mapping_path, templates, target.previous))
    plan = plans.load(choice, given.mapping_path)
    from thidua_cli.pipeline import closing_day, judge, read

    day = closing_day(plan, given.as_of)

    options = replace(given.reading(), out=folder, writes=writes)
    with shown_progress(screen.lang, screen.quiet) as progress:
        reading = read(data, plan, options, progress)
        result = judge(reading.intake, plan, day, accept_refused=given.skip_unreadable, progress=progress)
        if folder is not None and not target.overwrite:
            refuse_other_period(folder, result)
        before = o.previous_result(target.previous)
        files = {}
        if folder is not None:
            files = render(result, names, templates=templates, previous=before, progress=progress)
    written = [write(folder, files, overwrite=target.overwrite, family=FAMILY)] if folder is not None else []
    if as_json:
        say_bytes(files.get(RESULT) or result.to_json())
        o.say_own([finding.file for finding in reading.own], screen.lang, screen.quiet)
    else:
        own = [(finding.file, str(finding.params["kind"])) for finding in reading.own]
        commands = {} if screen.quiet else _next(details=details)
        accepted = given.skip_unreadable
        _show(
            result, folder, list(files), own, commands, screen, details=details, accepted=accepted, origin=plan.origin
        )
        o.say_not_issued(not_issued(result, names) if files else [], screen.lang)
    o.say_written(written, screen.lang)
    if folder is not None:
        plans.say_templates(templates, target.templates, screen.lang)
        target.show(folder, list(files))
    return 1 if strict and any(finding.severity == "error" for finding in result.findings) else 0


def _next(*, details: bool) -> dict[str, str]:
    """What to type next, by what it shows."""
    again = {} if details else {"details": typed.again("score", "--details")}
    names = typed.free_names()
    check = {
        "again": typed.again("check", only=typed.READING),
        "check": typed.again("check", "--fix-list", names["can-sua.xlsx"], only=typed.READING),
    }
    return check | again | names


def _show(
    result: Result,
    folder: Path | None,
    names: list[str],
    own: list[tuple[str, str]],
    commands: dict[str, str],
    screen: s.Screen,
    *,
    details: bool,
    accepted: bool,
    origin: Origin,
) -> None:
    from thidua_cli.reports.terminal import render_standings
    from thidua_cli.reports.terminal.provisos import provisos

    first = provisos(result, accepted=accepted, width=screen.width, lang=screen.lang)
    if first:
        say(f"{first}\n")
    text = render_standings(
        result,
        details=details,
        width=screen.width,
        colour=screen.colour,
        lang=screen.lang,
        files=names,
        out_dir=str(folder or ""),
        own=own,
        commands=commands,
        origin=origin,
    )
    say(text, colour=screen.colour)
