"""What went wrong, said in one message, and the exit status that the contract gives it."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from thidua_cli.cli.messages import click_message
from thidua_cli.cli.saying import say
from thidua_cli.errors import ThiduaError, system_reason, where
from thidua_cli.text.language import Message, t

INTERRUPTED = 130


def attempt(work: Callable[[], Any], lang: str) -> int:
    """Do a command's work; whatever comes of it is a message and an exit status."""
    try:
        outcome = work()
        return outcome if isinstance(outcome, int) else 0
    except ThiduaError as error:
        return _fail(error.said, lang, error.exit_code)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        return _wrong_usage(error, lang)
    except (KeyboardInterrupt, click.exceptions.Abort):
        return _interrupted(lang)
    except BrokenPipeError:
        # The reader of our output went away (``| head``): nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("THIDUA_DEBUG"):
            raise
        return _unforeseen(error, lang)


def _interrupted(lang: str) -> int:
    return _fail(t("Interrupted."), lang, INTERRUPTED)


def _fail(message: Message, lang: str, status: int) -> int:
    # Who stops a run knows of no error.
    said = message if status == INTERRUPTED else t("Error: {message}", message=message)
    with contextlib.suppress(OSError, ThiduaError):  # nobody can be told
        say(said, lang, err=True)
    return status


def _wrong_usage(error: click.ClickException, lang: str) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        # Nothing was asked for: the help is the answer, not an error.
        say(error.format_message(), err=True)
        return error.exit_code
    return _fail(click_message(error), lang, error.exit_code)


def _unforeseen(error: Exception, lang: str) -> int:
    if _comes_of(error, KeyboardInterrupt):  # libraries wrap what they are interrupted by while they load
        return _interrupted(lang)
    starved = _comes_of(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM
    if getattr(error, "errno", None) == errno.ENOSPC:
        return _fail(t("The disk is full."), lang, 3)
    if isinstance(error, OSError) and error.filename is not None and not starved:
        return _fail(_refused(error), lang, 3)
    return _fail(_no_memory() if starved else _unexpected(error), lang, 3)


def _refused(error: OSError) -> Message:
    return t(
        "{path}: {why}.\nClose it if a program has it open, check its permissions, or choose another place.",
        path=_closed(Path(os.fsdecode(error.filename))),
        why=system_reason(error),
    )


def _closed(path: Path) -> Path:
    """The outermost folder on the way to a path that nobody here may enter, else the path itself."""
    return next((one for one in reversed(path.parents) if one.is_dir() and not os.access(one, os.X_OK)), path)


def _unexpected(error: Exception) -> Message:
    return t(
        "The program met something it does not handle ({what}).\nPlease report it with the command you ran.",
        what=where(error),
    )


def _no_memory() -> Message:
    return t("Not enough memory.\nClose other programs, or split the data into several runs (the command batch).")


def _comes_of(error: BaseException, kind: type[BaseException]) -> bool:
    """Whether an exception, or one that it was made of on the way, is of a kind."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, kind):
        seen = seen.__cause__ or seen.__context__
    return seen is not None
