"""One run at a time writes into a folder: a lock that the system lets go of when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from thidua_cli.outputs.messages import busy, cannot_write
from thidua_cli.system.locks import try_lock

NAME = ".thidua-lock"
WAIT_SECONDS = 20.0
"""How long a run waits for another to finish writing, which takes a second or two."""
_PAUSE = 0.05


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. Raises OutputError where another run keeps it for long, or nothing can be written."""
    path = folder / NAME
    try:
        handle = _acquire(path, folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        yield
    finally:
        _let_go(path, handle)


def _let_go(path: Path, handle: int) -> None:
    """Remove the lock's file and let others in; on Windows, where an open file cannot be removed, the other way round.

    A run that comes in between finds that its lock is not the one that others see, and takes it anew.
    """
    if sys.platform == "win32":
        os.close(handle)
    try:
        path.unlink(missing_ok=True)
    except OSError:
        pass  # an empty file that stays is no lock
    finally:
        if sys.platform != "win32":
            os.close(handle)


def is_locked(folder: Path) -> bool:
    """Whether a lock is there: of a run that is writing now, or of one that was killed."""
    return (folder / NAME).exists()


def _acquire(path: Path, folder: Path) -> int:
    until = time.monotonic() + WAIT_SECONDS
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            # Where a drive knows no locks nothing tells two runs apart, and one at a time still works.
            if try_lock(handle) is not False and _is_still(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() > until:
            raise busy(folder)
        time.sleep(_PAUSE)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file is the one that others see: its last holder may have removed it meanwhile."""
    try:
        seen, own = path.stat(), os.fstat(handle)
    except FileNotFoundError:
        return False
    return (seen.st_dev, seen.st_ino) == (own.st_dev, own.st_ino)
