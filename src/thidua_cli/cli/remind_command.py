"""``thidua remind``: what each unit still owes, as documents."""

from __future__ import annotations

from collections import Counter
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
from thidua_cli.text.language import t
from thidua_cli.text.plan_line import line_of

if TYPE_CHECKING:
    from thidua_cli.result import Result


def _say_of_the_office(result: Result, screen: s.Screen) -> bool:
    """Which errors no unit is asked to mend, on standard error; whether there are any."""
    from thidua_cli.reports.wording import told

    office = (one for one in result.findings if one.severity == "error" and one.mended_by == "office")
    own = Counter(told(one, "name", screen.lang) for one in office)
    if own:
        said = t(
            "For the office itself to mend, in no letter: {names}. See them: {command}",
            names=", ".join(f"{name} ({count})" for name, count in own.items()),
            command=typed.again("check", only=typed.READING),
        )
        say(said, screen.lang, err=True)
    return bool(own)


@click.command("remind", cls=Spoken)
@o.data_argument
@o.out_option
@o.templates_option
@o.overwrite_option
@o.json_option
@s.reading_options
@s.screen_options
def command(
    data: tuple[Path, ...],
    out: Path | None,
    templates: Path | None,
    overwrite: bool,
    as_json: bool,
    given: s.Given,
    screen: s.Screen,
) -> None:
    """Writes what each unit still owes, as letters (Word) and as a table (Excel).

    The letter has one list for all and a page per unit. Number, day, deadline and signature stay blank. With --json the
    list goes to standard output, and files are written only with --out.
    """
    from thidua_cli.outputs import check_writable, refuse_inputs
    from thidua_cli.pipeline import closing_day, judge, read
    from thidua_cli.reports.owing import owing_json
    from thidua_cli.reports.reminding import EXCEL_FILE, WORD_FILE, reminders

    folder = out or (None if as_json else o.DEFAULT_OUT)
    choice = given.choose(data)
    writes = [folder / name for name in (WORD_FILE, EXCEL_FILE)] if folder is not None else []
    own = plans.templates(choice, templates)
    if folder is not None:
        check_writable(folder)
        refuse_inputs(writes, o.other_inputs(choice.path, given.mapping_path, own))
    plan = plans.load(choice, given.mapping_path)
    options = replace(given.reading(), out=folder, writes=writes)
    with shown_progress(screen.lang, screen.quiet) as progress:
        intake = read(data, plan, options, progress).intake
        result = judge(intake, plan, closing_day(plan, given.as_of), accept_refused=True, progress=progress)
        files = reminders(result, own, progress) if folder is not None else {}
    if as_json:
        say_bytes(owing_json(result))
    else:
        say(line_of(result.plan, screen.lang))
    whole = t("No unit owes anything: no letter is written.")
    if not _say_of_the_office(result, screen):
        whole = t("Nothing is missing: every unit can be judged.")
    if folder is None or not files:
        if not as_json:
            say(whole, screen.lang)
        return
    written = write(folder, files, overwrite=overwrite)
    for path in () if screen.quiet or as_json else written.paths:
        say(path)
    o.say_written([written], screen.lang)
    plans.say_templates(own, templates, screen.lang)
