"""``thidua verify``: whether every figure of a result still follows from its inputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.calling import typed
from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes
from thidua_cli.cli.typed import again, free_name
from thidua_cli.errors import DataError
from thidua_cli.text.language import Message, joined, t

if TYPE_CHECKING:
    from thidua_cli.choosing import ChosenPlan
    from thidua_cli.intake.opening import InputPath
    from thidua_cli.result import Result


@click.command("verify", cls=Spoken)
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

    The inputs are found by hash in DATA, else beside RESULT.json and in the working folder. One that was edited after
    scoring is named, with the figures that are others now. Exit status 1 if a figure does not hold.
    """
    from thidua_cli.choosing import same_plan
    from thidua_cli.plan.loading import read_mapping_bytes
    from thidua_cli.reports.comparing import verification
    from thidua_cli.reports.terminal.compare import render_verification
    from thidua_cli.result_file import load
    from thidua_cli.verifying import derive_again, found_inputs

    old = load(result_path)
    places = data or (result_path.parent, result_path.parent.parent, Path())
    found = found_inputs(old, places)
    near = dict.fromkeys(item.path.parent for item in found.inputs)
    mapping = read_mapping_bytes(given.mapping_path) if given.mapping_path else None
    try:
        chosen = same_plan(given.plan_path, (*places, *near), old.plan.sha256, mapping)
    except DataError as error:
        hint = joined([error.hint or "", _score_again(old, found.inputs, result_path, given, None)], "\n")
        raise DataError(error.message, hint=hint) from None
    plan = plans.load(chosen, given.mapping_path)
    with shown_progress(screen.lang, screen.quiet) as progress:
        new = derive_again(old, found, plan, progress, given.bounds())
    told = verification(old, new, screen.lang, found.edited)
    if as_json:
        say_bytes(told.to_json())
    else:
        say(plans.line_of(plan, screen.lang))
        say(render_verification(told, new, width=screen.width, lang=screen.lang))
        if found.edited:
            say(_score_again(old, found.inputs, result_path, given, chosen), screen.lang)
    return 0 if told.holds else 1


def _score_again(
    old: Result, inputs: Sequence[InputPath], result_path: Path, given: s.Given, plan: ChosenPlan | None
) -> Message:
    """What to type to score the inputs as they are now, by the same plan (None: the one there), and to compare."""
    from thidua_cli.choosing import choose_plan
    from thidua_cli.plan.loading import BUILTIN
    from thidua_cli.verifying import data_words, skipped, systems_said

    words = data_words(inputs)
    if plan is not None and given.plan_path is None and choose_plan(None, list(map(Path, words))).path != plan.path:
        words += ["--plan", str(plan.path or BUILTIN)]
    words += [word for file, system in systems_said(old).items() for word in ("--system", f"{file}={system}")]
    words += ["--as-of", old.as_of] if old.as_of != old.plan.period_end else []
    words += ["--skip-unreadable"] if skipped(old) else []
    out = free_name(f"{o.DEFAULT_OUT}-moi")
    return t(
        "Score again, then compare:\n  {score}\n  {diff}",
        score=again("score", *words, "--out", out, only=frozenset({"plan_path", "mapping_path", "limits"})),
        diff=typed("diff", str(result_path), str(Path(out) / result_path.name)),
    )
