"""The line of a long run: rich draws it, fits it into the terminal and takes it away; here stands what it says."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from rich.console import Console, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from thidua_cli.cli.saying import safe
from thidua_cli.text.language import Message, Number, t

if TYPE_CHECKING:
    from thidua_cli.progress import Stage, Step

_WIDTH, _ROOM_FOR_BAR = 12, 60
_A_SECOND = 5
_ENOUGH = 2.0
"""Seconds after which rates and times are worth saying."""
_LABELS: dict[Stage, Message] = {
    "reading": t("Reading"),
    "judging": t("Judging"),
    "writing": t("Making the documents"),
    "scoring": t("Scoring"),
}


class Seen(Protocol):
    """What was told last, in which language it is said, and when that step was begun."""

    lang: str
    step: Step | None
    began: float


def line_of(seen: Seen) -> Live:
    """One line on standard error that looks at what was told last each time it is drawn."""
    console = Console(stderr=True, force_terminal=True, force_interactive=True, no_color=True, highlight=False)

    def draw() -> RenderableType:
        # A narrow terminal has the words alone.
        return "" if seen.step is None else _line(seen.step, seen, bar=console.width >= _ROOM_FOR_BAR)

    return Live(
        get_renderable=draw,
        console=console,
        transient=True,
        refresh_per_second=_A_SECOND,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _line(step: Step, seen: Seen, *, bar: bool) -> Table:
    passed = time.monotonic() - seen.began
    share = (step.number - 1) / step.total if step.stage == "writing" else step.share
    label = _LABELS[step.stage].text(seen.lang)
    if step.total > 1:
        label += f" {step.number}/{step.total}"
    table = Table.grid(padding=(0, 1))
    cells: list[RenderableType] = [_fitted(label)]
    table.add_column(no_wrap=True)
    if bar:
        table.add_column(no_wrap=True)
        cells.append(ProgressBar(total=None if share is None else 1.0, completed=share or 0, width=_WIDTH))
    table.add_column(no_wrap=True)
    cells.append(_fitted("  ".join(_figures(step, passed, seen.lang))))
    table.add_column()  # only what may be wrapped gives way, and the name does not wrap all the same
    cells.append(_fitted(" ".join(safe(step.name).split())))
    table.add_row(*cells)
    return table


def _fitted(text: str) -> Text:
    return Text(text, no_wrap=True, overflow="ellipsis")


def _figures(step: Step, passed: float, lang: str) -> list[str]:
    """The share, how many a second (of parts: a minute), and how long it will take, or took so far."""
    share = step.share
    said = [] if share is None else [f"{int(share * 100):2}%"]
    if passed < _ENOUGH:
        return said
    if step.count:
        parts = step.stage == "scoring"
        rate = Number(round(step.count / passed * (60 if parts else 1)), lang)
        unit = t("parts/min") if parts else t("rows/s")
        said.append(f"{rate} {unit.text(lang)}")
    if share is None:
        said.append(t("{time} so far", time=_time(passed)).text(lang))
    elif 0 < share < 1:
        said.append(t("{time} left", time=_time(passed * (1 - share) / share)).text(lang))
    return said


def _time(seconds: float) -> str:
    return str(timedelta(seconds=int(seconds)))
