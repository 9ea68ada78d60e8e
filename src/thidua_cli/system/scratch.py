"""Folders for the time being, which are gone afterwards: by the run that made them, or by the next one."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from thidua_cli.errors import OutputError, system_reason
from thidua_cli.system.locks import try_lock
from thidua_cli.text.language import t

PREFIX = "thidua-"
_LOCK = ".thidua-lock"
"""Held as long as the run that made the folder lives."""


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder among the system's temporary ones that goes away afterwards. Raises OutputError."""
    clear_dead()
    with told_as_full():
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    handle = -1
    try:
        with told_as_full():
            handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
            try_lock(handle)
        yield folder
    finally:
        if handle >= 0:
            os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def told_as_full() -> Iterator[None]:
    """Writing among the temporary files: where it fails, OutputError says where, and that no result was written."""
    try:
        yield
    except OSError as error:
        raise _no_room(error) from error


def clear_dead() -> None:
    """Remove the folders of runs that were killed: their locks are free. What cannot be removed stays."""
    with contextlib.suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if _is_dead(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_dead(folder: Path) -> bool:
    try:
        facts = folder.lstat()
        if hasattr(os, "getuid") and facts.st_uid != os.getuid():
            return False
        handle = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return not folder.is_symlink() and try_lock(handle) is True
    except OSError:
        return False
    finally:
        os.close(handle)


def _no_room(error: OSError) -> OutputError:
    reason = system_reason(error)
    where = _place()
    return OutputError(
        t("Cannot write to the temporary folder {where}: {reason}. No result was written.", where=where, reason=reason),
        hint=t("Make room there, or let the environment variable TMPDIR (Windows: TEMP) name another folder."),
    )


def _place() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return "(TMPDIR)"
