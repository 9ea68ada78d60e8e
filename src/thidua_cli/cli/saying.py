"""The one place that prints: no name steers a terminal, and what is said of files that were written is true."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from thidua_cli.calling import on_screen
from thidua_cli.errors import OutputError, system_reason
from thidua_cli.text.language import Message, t
from thidua_cli.text.wrapping import HELD, whole_paths

if TYPE_CHECKING:
    from thidua_cli.outputs import Written

_WRITTEN = "thidua_cli.written"
_COLOUR = re.compile("(\x1b\\[[0-9;]{0,8}m)")


def screen_width() -> int:
    """Columns of the screen: the terminal's, 80 where output is redirected; kept between 60 and 120."""
    import shutil

    columns = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
    return max(60, min(columns, 120))


def safe(text: str, *, colour: bool = False) -> str:
    """The text without what steers a terminal or turns the direction of writing; line ends stay, and own colours."""
    from thidua_cli.text.plain import visible

    if not colour:
        return visible(text)
    return "".join(part if _COLOUR.fullmatch(part) else visible(part) for part in _COLOUR.split(text))


def say(said: Message | PurePath | str, lang: str = "vi", *, err: bool = False, colour: bool = False) -> None:
    """Print what is said and a line end, in lines that fit the screen, commands as they can be typed here.

    Raises OutputError where the place that output is sent to takes no more.
    """
    text = whole_paths(said, lang) if isinstance(said, Message) else said
    text = text if isinstance(text, str) else str(text).replace(" ", HELD)
    try:
        click.echo(safe(on_screen(text, screen_width()), colour=colour), err=err, color=colour)
    except OSError as error:
        _no_room(error)


def say_bytes(data: bytes) -> None:
    """Bytes to standard output as they are (line ends and encoding do not depend on the machine)."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _no_room(error)


def _no_room(error: OSError) -> None:
    if isinstance(error, BrokenPipeError):
        raise error
    raise OutputError(
        t("Cannot print to standard output: {reason}.", reason=system_reason(error)),
        hint=t("The files of results are written; redirect to another place.")
        if _written()
        else t("No file of results was written; redirect to another place."),
    ) from error


def _written() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(_WRITTEN))


def write(
    folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False, family: Collection[str] = ()
) -> Written:
    """Write a run's files (:func:`thidua_cli.outputs.write_files`), and know that it was done."""
    from thidua_cli.outputs import write_files

    written = write_files(folder, files, overwrite=overwrite, family=family)
    click.get_current_context().meta[_WRITTEN] = True
    return written
