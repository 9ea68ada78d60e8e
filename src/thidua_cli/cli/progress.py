"""Progress of a long run on a terminal; docs/decisions/progress.md says who draws it and why."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from thidua_cli.progress import Progress, Step, silent

if TYPE_CHECKING:
    from rich.live import Live

PATIENCE = 0.5
"""Seconds: a run that is over by then shows nothing, and loads nothing that would."""


def watched(quiet: bool) -> bool:
    """Whether a bar is for anybody: asked for, on a terminal that can overwrite its line and has all letters."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return (sys.stderr.encoding or "").lower().startswith("utf")


@contextmanager
def shown_progress(lang: str, quiet: bool) -> Iterator[Progress]:
    """Progress on standard error, gone when its work ends or fails; nothing where nobody looks at it."""
    if not watched(quiet):
        yield silent
        return
    seen = Seen(lang)
    timer = threading.Timer(PATIENCE, seen.show)
    timer.daemon = True
    timer.start()
    try:
        yield seen.take
    finally:
        timer.cancel()
        seen.close()


class Seen:
    """The step at hand, as those who do the work tell it; whoever draws looks here a few times a second.

    So telling costs the work nothing but keeping what is told, and what is drawn moves while the work waits for others.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.step: Step | None = None
        self.began = time.monotonic()
        """When the step at hand was begun."""
        self._line: Live | None = None
        self._over = False
        self._showing = threading.Lock()

    def take(self, step: Step) -> None:
        """Take what is told."""
        if self.step is None or (step.stage, step.name) != (self.step.stage, self.step.name):
            self.began = time.monotonic()
        self.step = step

    def show(self) -> None:
        """Draw from now on, unless all is over."""
        with self._showing:
            if self._over:
                return
            from thidua_cli.cli.bar import line_of

            self._line = line_of(self)
            self._line.start()

    def close(self) -> None:
        """Leave nothing of it on the screen."""
        with self._showing:
            self._over = True
            if self._line is not None:
                self._line.stop()
