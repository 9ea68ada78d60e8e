"""What to do next: the last lines of the screen, with commands that can be typed as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from thidua_cli.calling import as_typed
from thidua_cli.reports.terminal.layout import Screen, pad
from thidua_cli.result import Result
from thidua_cli.text.language import Message, joined, t
from thidua_cli.text.wrapping import display_width

PAGE = "xep-hang.html"


def next_lines(
    result: Result,
    files: Sequence[str],
    out_dir: str,
    commands: Mapping[str, str],
    screen: Screen,
    *,
    listed: bool = False,
) -> list[str]:
    """What to do next, with commands in one line however long; last where the page lies.

    How many files there are is said, unless they are ``listed`` already.

    ``commands``: ``check`` shows every place to mend, ``details`` what each unit lacks; each may be missing or empty.
    """
    steps: list[tuple[Message, str]] = []
    if any(finding.severity != "info" for finding in result.findings):
        steps.append((t("Mend the data"), commands.get("check", "")))
    steps.append((t("See details"), commands.get("details", "")))
    if PAGE in files:
        steps.append((t("Open the page"), str(Path(out_dir) / PAGE)))
    written = t("{count:file|files} written into {folder}.", count=len(files), folder=out_dir)
    return step_lines(steps, written if files and out_dir and not listed else None, screen)


def step_lines(steps: Sequence[tuple[Message, str]], before: Message | None, screen: Screen) -> list[str]:
    """What to do next, each step with what is typed or opened for it; a step without is left out."""
    shown = [(screen.said(text) + ":", as_typed(typed)) for text, typed in steps if typed]
    head = [before] if before else []
    head += [t("What next:")] if shown else []
    lines = screen.head(joined(head, " ")) if head else []
    width = max((display_width(text) for text, _ in shown), default=0) + 1
    for text, typed in shown:
        first = f"  {pad(text, width)}"
        whole = display_width(first + typed) <= screen.width
        lines += [first + typed] if whole else [first, f"    {typed}"]  # never broken: it is to be copied
    return lines
