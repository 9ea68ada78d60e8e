"""``thidua verify``: whether every figure of a result still follows from its inputs."""

from __future__ import annotations

from pathlib import Path

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes
from thidua_cli.text.language import t


@click.command("verify")
@click.argument("result_path", metavar="RESULT.json", type=o.RESULT_PATH)
@o.more_data_argument
@o.json_option
@s.again_options
@s.screen_options
def command(
    result_path: Path,
    data: tuple[Path, ...],
    as_json: bool,
    given: s.Given,
    screen: s.Screen,
) -> int:
    """Re-derives a result from the same inputs and says whether every figure still holds.

    The inputs are found by hash in DATA, else beside RESULT.json and in the working folder. Exit status 1 if a figure
    does not hold.
    """
    from thidua_cli.choosing import same_plan
    from thidua_cli.plan.loading import read_mapping_bytes
    from thidua_cli.reports.comparing import verification
    from thidua_cli.reports.terminal.compare import render_comparison, render_differences
    from thidua_cli.result_file import load
    from thidua_cli.verifying import derive_again, found_inputs

    old = load(result_path)
    places = data or (result_path.parent, result_path.parent.parent, Path())
    near = dict.fromkeys(item.path.parent for item in found_inputs(old, places))
    mapping = read_mapping_bytes(given.mapping_path) if given.mapping_path else None
    chosen = same_plan(given.plan_path, (*places, *near), old.plan.sha256, mapping)
    plan = plans.load(chosen, given.mapping_path)
    with shown_progress(screen.lang, screen.quiet) as progress:
        new = derive_again(old, places, plan, progress, given.bounds())
    found = verification(old, new, screen.lang)
    if not as_json:
        say(plans.line_of(plan, screen.lang))
    if as_json:
        say_bytes(found.to_json())
    elif found.comparison is None:
        say(t("Every figure, derived again from the inputs, holds."), screen.lang)
    else:
        say(t("The result differs from the stored one:"), screen.lang)
        say(render_comparison(found.comparison, new, width=screen.width, lang=screen.lang))
        say(render_differences(found.differences, width=screen.width, lang=screen.lang))
    return 0 if found.holds else 1
