"""``thidua what-if``: the same data under a changed plan."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import plans as p
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes


@click.command("what-if", cls=Spoken)
@o.data_argument
@click.option(
    "--set",
    "assignments",
    multiple=True,
    required=True,
    metavar="NAME=VALUE",
    help="A change to try, such as tc3=60, tc2.on_time=98, weights.tc1=30, settings.compare=time, quota.phong-ban=3.",
)
@o.json_option
@s.reading_options
@s.screen_options
def command(
    data: tuple[Path, ...],
    assignments: tuple[str, ...],
    as_json: bool,
    given: s.Given,
    screen: s.Screen,
) -> None:
    """Judges the same data under a changed plan and says who moves, and why. Nothing is written."""
    from thidua_cli.pipeline import what_if
    from thidua_cli.reports.comparing import compare
    from thidua_cli.reports.terminal.compare import render_comparison

    choice = given.choose(data)
    plans = p.load(choice, given.mapping_path), p.load_changed(choice, assignments, given.mapping_path)
    with shown_progress(screen.lang, screen.quiet) as progress:
        options = given.reading()
        before, after = what_if(data, plans, as_of=given.as_of, options=options, progress=progress)
    comparison = compare(before, after, screen.lang)
    o.say_own(o.own_of(before), screen.lang, screen.quiet)
    if as_json:
        say_bytes(comparison.to_json())
    else:
        shown = render_comparison(comparison, after, width=screen.width, lang=screen.lang)
        say(f"{p.line_of(plans[0], screen.lang)}\n\n{shown}")
