"""``thidua report``: the reports again, from ``result.json`` alone."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, write
from thidua_cli.text.plan_line import line_of


@click.command("report", cls=Spoken)
@click.argument("result_path", metavar="RESULT.json", type=o.RESULT_PATH)
@s.writing_options
@s.screen_options
def command(
    result_path: Path,
    target: s.Target,
    screen: s.Screen,
) -> None:
    """Renders the reports again (edited templates, other formats) without reading the data.

    Files go beside RESULT.json unless --out names another folder; result.json itself is not touched.
    """
    from thidua_cli.choosing import templates_of
    from thidua_cli.outputs import check_writable, refuse_inputs
    from thidua_cli.reports.rendering import not_issued, other_templates, render
    from thidua_cli.result_file import load

    names = [name for name in target.names() if name != "result.json"]
    result = load(result_path)
    folder = target.out or result_path.parent
    check_writable(folder)
    places = (result_path.parent, result_path.resolve().parent.parent, Path())
    templates = target.templates or templates_of(places)
    refuse_inputs([folder / name for name in names], o.other_inputs(result_path, templates, target.previous))
    before = o.previous_result(target.previous)
    with shown_progress(screen.lang, screen.quiet) as progress:
        files = render(result, names, templates=templates, previous=before, progress=progress)
    written = write(folder, files, overwrite=target.overwrite)
    if not screen.quiet:
        say(line_of(result.plan, screen.lang))
    for path in () if screen.quiet else written.paths:
        say(path)
    o.say_written([written], screen.lang)
    plans.say_templates(templates, target.templates, screen.lang)
    plans.say_other_templates(other_templates(result, list(files), templates), screen.lang)
    o.say_not_issued([] if files else not_issued(result, names), screen.lang, err=True)
    target.show(folder, list(files))
