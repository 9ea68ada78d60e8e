"""Making file operations fail: kills, interrupts and full disks at the n-th one, files that are open as on Windows."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from thidua_cli.outputs import lock, whole

OPERATIONS = ("replace", "rename", "link", "unlink", "mkdir", "rmdir")
"""What changes names on the disk; the exchange of two folders and the writing of a file are counted too."""


@contextmanager
def at_operation(number: int, act: Callable[[], None], *, after: bool = False) -> Iterator[list[str]]:
    """Do something before (or after) the n-th operation on the disk; gives the operations so far."""
    done: list[str] = []

    def counted(name: str, operation: Callable[..., Any]) -> Callable[..., Any]:
        def run(*words: Any, **more: Any) -> Any:
            done.append(name)
            now = len(done) == number
            if now and not after:
                act()
            outcome = operation(*words, **more)
            if now and after:
                act()
            return outcome

        return run

    with pytest.MonkeyPatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(os, name, counted(name, getattr(os, name)))
        patch.setattr(whole, "_exchange", counted("exchange", whole._exchange))
        patch.setattr(Path, "write_bytes", counted("write", Path.write_bytes))
        yield done


def full_disk() -> None:
    """What writing to a full disk raises."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupt() -> None:
    """What Ctrl-C raises."""
    raise KeyboardInterrupt


@contextmanager
def open_in_another_program(*paths: Path) -> Iterator[None]:
    """As on Windows: a file that is open is not renamed, replaced, removed or written, nor is a folder that holds it.

    That goes for what these ``paths`` name, as if Word had them open, and for whatever this process itself has open.
    """

    def denied(*touched: Any) -> None:
        held = {*paths, *_open_here()}
        for path in (Path(os.path.abspath(one)) for one in touched):  # noqa: PTH100 - links are not to be resolved
            if any(path == one or path in one.parents for one in held) and path.exists():
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(touched[0]), None, str(path))

    def guarded(operation: Callable[..., Any], count: int) -> Callable[..., Any]:
        def run(*words: Any, **more: Any) -> Any:
            denied(*words[:count])
            return operation(*words, **more)

        return run

    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "rename"):
            patch.setattr(os, name, guarded(getattr(os, name), 2))
        for name in ("unlink", "remove", "rmdir"):
            patch.setattr(os, name, guarded(getattr(os, name), 1))

        patch.setattr(Path, "write_bytes", guarded(Path.write_bytes, 1))
        patch.setattr(shutil, "_use_fd_functions", False)  # nor is there any removing by open folders
        patch.setattr(lock, "sys", SimpleNamespace(platform="win32"))
        # Windows has no exchange of folders, and second names of an open file are as stuck as the file.
        patch.setattr(whole, "_exchange", lambda _one, _other: False)
        patch.setattr(os, "link", _no_links)
        yield


def _open_here() -> set[Path]:
    """The files that this process has open, where the system tells."""
    found = set()
    for number in Path("/proc/self/fd").iterdir() if sys.platform == "linux" else ():
        with contextlib.suppress(OSError):
            path = number.readlink()
            if path.is_file():
                found.add(path)
    return found


def _no_links(source: Any, target: Any, **_more: Any) -> None:
    if Path(target).exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    shutil.copy2(source, target)


def in_child(work: Callable[[], None]) -> int:
    """Run something in a child process that a fault may kill; gives its wait status."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def die() -> None:
    """End the process at once, as by SIGKILL: no clean-up of any kind runs."""
    os.kill(os.getpid(), 9)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, hidden ones too."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
