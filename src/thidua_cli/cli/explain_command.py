"""``thidua explain``: one unit's verdicts, step by step."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes


@click.command("explain", cls=Spoken)
@o.data_argument
@click.option("--unit", "unit_name", required=True, metavar="NAME", help="The unit's name (or id).")
@click.option("--criterion", metavar="ID", help="One criterion only, such as tc2.")
@o.json_option
@s.reading_options
@s.screen_options
def command(
    data: tuple[Path, ...],
    unit_name: str,
    criterion: str | None,
    as_json: bool,
    given: s.Given,
    screen: s.Screen,
) -> None:
    """Derives one unit's verdicts step by step, down to file, sheet and row."""
    from thidua_cli.explaining import find_criterion, find_unit
    from thidua_cli.pipeline import score as run
    from thidua_cli.reports.derivation import explanation_json
    from thidua_cli.reports.terminal.explain import render_explanation

    plan = given.plan(data)
    with shown_progress(screen.lang, screen.quiet) as progress:
        options = given.reading()
        result = run(data, plan, as_of=given.as_of, options=options, progress=progress)
    unit = find_unit(result, plan, unit_name)
    if criterion is not None:
        criterion = find_criterion(result, criterion)
    if as_json:
        say_bytes(explanation_json(result, unit, criterion=criterion, lang=screen.lang))
    else:
        shown = render_explanation(result, unit, criterion=criterion, width=screen.width, lang=screen.lang)
        say(f"{plans.line_of(plan, screen.lang)}\n\n{shown}")
    o.say_own(o.own_of(result), screen.lang, screen.quiet)
