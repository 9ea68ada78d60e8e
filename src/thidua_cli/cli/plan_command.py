"""``thidua plan``: the plan itself, checked and in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import SpokenGroup, help_lang_option
from thidua_cli.cli.saying import say
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from thidua_cli.plan.model import Plan


@click.group("plan", cls=SpokenGroup)
@help_lang_option
def command() -> None:
    """Checks, shows and tests the plan."""


def _load(given: s.Given) -> Plan:
    """The plan named, or that of a folder that is named; else the working folder's, else the built-in one."""
    from thidua_cli.choosing import plan_in

    path = given.plan_path
    if path is not None and (inside := plan_in(path)) is not None:
        return replace(replace(given, plan_path=inside).plan(), origin="data")
    return given.plan()


@command.command("check")
@s.plan_options
@s.screen_options
def check(given: s.Given, screen: s.Screen) -> None:
    """Validates a plan; every mistake is named with its line, column and the nearest valid word (exit status 4)."""
    plan = _load(given)
    say(plans.line_of(plan, screen.lang))
    from thidua_cli.plan.loading import FILE_NAME

    path = given.plan_path
    if path is not None:
        plan = replace(plan, source=str(path / FILE_NAME if path.is_dir() else path))
    valid = t(
        "{file}: valid. {title}: {criteria:criterion|criteria}, {measures:measure|measures}.",
        file=plan.source,
        title=plan.title,
        criteria=len(plan.criteria),
        measures=len(plan.measures),
    )
    say(valid, screen.lang)


@command.command("show")
@s.plan_options
@s.screen_options
def show(given: s.Given, screen: s.Screen) -> None:
    """Prints the plan in plain words: what is judged, how each figure is counted, thresholds, awards, legal bases."""
    from thidua_cli.plan.show import describe

    plan = _load(given)
    say(f"{plans.line_of(plan, screen.lang)}\n\n{describe(plan, screen.lang)}")


@command.command("test")
@s.plan_options
@s.screen_options
def test(given: s.Given, screen: s.Screen) -> int:
    """Runs the examples written inside the plan; exit status 1 if one comes out otherwise."""
    from thidua_cli.judging.examples import judge_counts
    from thidua_cli.plan.examples import run_examples

    plan = _load(given)
    say(plans.line_of(plan, screen.lang))
    outcomes = run_examples(plan, lambda counts, assessed: judge_counts(plan, counts, assessed=assessed))
    for outcome in outcomes:
        say(f"{'✓' if outcome.passed else '✗'} {outcome.name}")
        for difference in outcome.differences:
            said = t("expected {expected}, got {actual}", expected=difference.expected, actual=difference.actual or "–")
            say(f"    {difference.id}: {said.text(screen.lang)}")
    failed = sum(not outcome.passed for outcome in outcomes)
    held = t("{held} of {all:example holds|examples hold}.", held=len(outcomes) - failed, all=len(outcomes))
    say(held, screen.lang)
    return 1 if failed else 0
