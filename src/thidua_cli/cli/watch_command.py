"""``thidua watch``: the main job again whenever a file changes."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import score_command
from thidua_cli.cli.failing import attempt
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.options import PATH
from thidua_cli.cli.saying import say
from thidua_cli.errors import UsageError
from thidua_cli.text.language import t

WRONG_USAGE = 2
INTERRUPTED = 130


def watch(every: float, **values: Any) -> int:
    """Score, and again with every change, until it is interrupted."""
    from thidua_cli.choosing import plan_places
    from thidua_cli.intake.opening.inputs import TEMPLATES, expanded
    from thidua_cli.plan.loading import FILE_NAME
    from thidua_cli.watching import Seen, as_left, changed, look, next_change

    lang: str = values["lang"]
    out: Path = values["out"] or o.DEFAULT_OUT
    beside = [values[name] for name in ("plan_path", "mapping_path", "templates", "previous") if values[name]]
    named: tuple[Path, ...] = values["data"]

    def look_now(*, opened: bool) -> Seen:
        """The files as they are; one that came since may match a pattern, and all of them may be away for a moment."""
        with suppress(UsageError):
            values["data"] = tuple(expanded(named))
        beside_data = [place / name for place in plan_places(values["data"]) for name in (FILE_NAME, TEMPLATES)]
        return look([*values["data"], *beside, *beside_data], out, opened=opened)

    expanded(named)  # a pattern that nothing matches from the first on is wrong usage
    status, first = 0, True
    while True:
        seen = look_now(opened=False)
        status = attempt(lambda: score_command.command.callback(**values), lang)  # type: ignore[misc]
        if status == INTERRUPTED or (first and status == WRONG_USAGE):
            return status
        first = False
        failed = status > 1
        values["open_page"] = values["open_page"] and failed
        if not values["quiet"]:
            say(t("Waiting for a change of the data; Ctrl-C ends this."), lang, err=True)
        before = as_left(seen, look_now(opened=failed))
        after = next_change(partial(look_now, opened=failed), before, lambda: time.sleep(every))
        say(t("Changed: {names}.", names=", ".join(changed(before, after))), lang, err=True)


command = Spoken(
    "watch",
    callback=watch,
    help="Scores as the command score does, and again whenever the data, the plan or a Word template changes; "
    "Ctrl-C ends it.\n\nA file that is half written is waited for, and a run that fails says why and is tried again "
    "with the next change.",
    params=[
        click.Argument(["data"], nargs=-1, required=True, type=PATH, metavar="DATA..."),
        *(one for one in score_command.command.params if one.name != "data"),
        click.Option(
            ["--every"],
            type=click.FloatRange(min=0.1),
            default=1.0,
            show_default=True,
            metavar="SECONDS",
            help="How often the files are looked at.",
        ),
    ],
)
