"""``thidua diff``: two results, who moved and why."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.saying import say, say_bytes


@click.command("diff", cls=Spoken)
@click.argument("old_path", metavar="OLD.json", type=o.RESULT_PATH)
@click.argument("new_path", metavar="NEW.json", type=o.RESULT_PATH)
@o.json_option
@s.screen_options
def command(old_path: Path, new_path: Path, as_json: bool, screen: s.Screen) -> None:
    """Compares two results: who moved, and whether the data or the plan moved them."""
    from thidua_cli.reports.comparing import compare
    from thidua_cli.reports.terminal.compare import render_comparison
    from thidua_cli.result_file import load

    new = load(new_path)
    comparison = compare(load(old_path), new, screen.lang)
    if as_json:
        say_bytes(comparison.to_json())
    else:
        say(render_comparison(comparison, new, width=screen.width, lang=screen.lang))
