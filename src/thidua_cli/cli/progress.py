"""The bar that a long run shows on a terminal: click's own, which is loaded anyway (rich takes as long again)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from thidua_cli.cli.saying import clear_line, safe
from thidua_cli.progress import Progress, Step, silent
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_WIDTH = 20
_NAME = 32


def watched(quiet: bool) -> bool:
    """Whether a bar is for anybody: asked for, on a terminal that can overwrite its line."""
    return not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def shown_progress(lang: str, quiet: bool) -> Iterator[Progress]:
    """Progress on standard error, gone when its work ends or fails; nothing where nobody looks at it."""
    if not watched(quiet):
        yield silent
        return
    bars = _Bars(lang)
    try:
        yield bars.step
    finally:
        clear_line()


class _Bars:
    """One bar a stage, in the same line."""

    def __init__(self, lang: str) -> None:
        self.labels = {"reading": t("Reading").text(lang), "writing": t("Making the documents").text(lang)}
        self.stage = ""
        self.bar: ProgressBar[Any] | None = None

    def step(self, step: Step) -> None:
        """Show a step; the bar is as far as what is done, the name is what is begun."""
        if self.bar is None or step.stage != self.stage:
            clear_line()
            self.stage = step.stage
            self.bar = click.progressbar(
                length=step.total,
                label=self.labels[step.stage],
                file=sys.stderr,
                width=_WIDTH,
                show_pos=True,
                show_percent=False,
                item_show_func=_name,
            )
        self.bar.current_item = step.name
        self.bar.make_step(step.number - 1 - self.bar.pos)
        self.bar.render_progress()


def _name(name: str | None) -> str | None:
    return safe(name)[:_NAME] if name else name
