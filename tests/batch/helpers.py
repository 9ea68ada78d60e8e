"""Workers for tests: one that works on the spot, and work that kills its process or never ends."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from thidua_cli.batch.work import Outcome, Task, run

Item = TypeVar("Item")
Answer = TypeVar("Answer")
MARKER = "THIDUA_TEST_MARKER"
"""The environment variable that names a file: who makes it first, dies."""


class OnTheSpot:
    """Workers that are no workers: each item is done when it is handed over."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def window(self) -> int:
        """One by one."""
        return 1

    def submit(self, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
        """Do it now."""
        self.given.append(item)
        future: Future[Answer] = Future()
        future.set_result(work(item))
        return future

    def stuck(self) -> bool:
        """Never: all is done when it is handed over."""
        return False

    def renew(self) -> None:
        """Nothing dies here."""

    def alone(self) -> OnTheSpot:
        """Itself."""
        return self

    def close(self, *, at_once: bool) -> None:
        """Nothing to close."""


class Starving(OnTheSpot):
    """Workers that find no memory for anything."""

    def submit(self, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
        """Say so."""
        self.given.append((work, item))
        future: Future[Answer] = Future()
        future.set_exception(MemoryError())
        return future


class Silent(OnTheSpot):
    """Workers of which none ever answers, as where the library's threads could not start."""

    renewed = 0

    def submit(self, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
        """Take it and be silent."""
        self.given.append((work, item))
        return Future()

    def stuck(self) -> bool:
        """Always."""
        return True

    def renew(self) -> None:
        """Count it."""
        self.renewed += 1


def die() -> None:
    """End this process as the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def deadly(task: Task) -> Outcome:
    """Work on which the process dies whenever the part is called so."""
    if task.part.name == "Chết":
        die()
    return run(task)


def dies_once(task: Task) -> Outcome:
    """Work on which the first process dies that comes to one part; the second comes through."""
    if task.part.name == "Huyện Bính":
        try:
            os.close(os.open(Path(os.environ[MARKER]), os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return run(task)
        die()
    return run(task)


def stuck(task: Task) -> Outcome:
    """Work that never ends on one part."""
    if task.part.name == "Huyện Giáp":
        threading.Event().wait()
    return run(task)
