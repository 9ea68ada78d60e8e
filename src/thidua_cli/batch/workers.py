"""Who does the work: processes of this machine, or a Dask cluster. Both are ``concurrent.futures`` executors."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol, TypeVar

from thidua_cli.errors import DataError, UsageError
from thidua_cli.system.children import end_with_parent
from thidua_cli.text.language import t

Item = TypeVar("Item")
Answer = TypeVar("Answer")
MOST_JOBS = 61
"""More processes than this one Windows call cannot wait for."""
_CONNECT_SECONDS = 30
_START_SECONDS = 60.0
"""A worker is there within a second or two."""


class Workers(Protocol):
    """Something to hand work to; at most :meth:`window` items at a time, so that memory stays bounded."""

    def window(self) -> int:
        """How many items may be in its hands at once."""

    def submit(self, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
        """Hand over one item. Raises BrokenExecutor where a worker died before."""

    def stuck(self) -> bool:
        """Whether nothing that was handed over will ever come back."""

    def renew(self) -> None:
        """Start afresh after a worker died."""

    def alone(self) -> Workers:
        """One worker by itself, to see whether an item kills it."""

    def close(self, *, at_once: bool) -> None:
        """Let go of everything; ``at_once`` ends what is running."""


def all_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalWorkers:
    """Processes of this machine, started fresh (not forked: threads and Windows allow no other way)."""

    def __init__(self, jobs: int) -> None:
        self._jobs = max(1, min(jobs, MOST_JOBS))
        self._mine: set[int] = set()
        self._pool: Executor | None = None
        self._first: Future[None] = Future()
        """Done as soon as a worker is there."""
        self._began = 0.0

    def window(self) -> int:
        """One item in work and one in wait for each process."""
        return 2 * self._jobs

    def submit(self, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
        """Hand over one item; starts processes as they are needed."""
        with _quiet_children():
            before = {child.pid for child in multiprocessing.active_children()}
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)
                self._first, self._began = self._pool.submit(_here), time.monotonic()
            future = self._pool.submit(work, item)
            self._mine.update(c.pid for c in multiprocessing.active_children() if c.pid and c.pid not in before)
        return future

    def stuck(self) -> bool:
        """Where memory is short the library's threads can fail without a word: no worker answers, or none is left."""
        if self._pool is None:
            return False
        if not self._first.done():
            return time.monotonic() - self._began > _START_SECONDS
        return not any(child.pid in self._mine for child in multiprocessing.active_children())

    def renew(self) -> None:
        """A pool that lost a process takes no more work: let it go, the next item starts another."""
        self.close(at_once=True)

    def alone(self) -> LocalWorkers:
        """A pool of one."""
        return LocalWorkers(1)

    def close(self, *, at_once: bool) -> None:
        """End the processes: when they are done, or now."""
        if self._pool is None:
            return
        if at_once:
            killed = [child for child in multiprocessing.active_children() if child.pid in self._mine]
            for child in killed:
                child.kill()
            for child in killed:
                child.join()
        self._pool.shutdown(wait=not at_once, cancel_futures=True)
        self._pool = None
        self._mine.clear()


def _here() -> None:
    """What a new worker is asked first."""


def _begin() -> None:
    """In a new process: Ctrl-C is for the command alone, and nobody works on for a command that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid is not None:
        end_with_parent(parent.pid)


@contextmanager
def _quiet_children() -> Iterator[None]:
    """What a process that is started in here prints goes nowhere: what comes of it is said once, by the command.

    It also inherits the blocked signal, so that Ctrl-C does not end it while it is just starting.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with ExitStack() as stack:
        if sys.platform != "win32":
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            stack.callback(signal.pthread_sigmask, signal.SIG_SETMASK, before)
        errors, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
        stack.callback(os.close, errors)
        stack.callback(os.dup2, errors, 2)
        os.dup2(nothing, 2)
        os.close(nothing)
        yield


class ClusterWorkers:
    """The workers of a Dask cluster, which moves the work of a lost worker to another by itself."""

    def __init__(self, address: str) -> None:
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise UsageError(
                t("--scheduler: install thidua-cli[cluster]."),
            ) from error
        _hush()
        try:
            self._client: Any = distributed.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise _no_cluster(address) from error
        try:
            self._client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        except TimeoutError as error:
            self._client.close()
            raise _no_cluster(address) from error
        self._executor: Executor = self._client.get_executor(pure=False)

    def window(self) -> int:
        """Two items for each thread of the cluster as it is now: workers may come and go."""
        try:
            threads: int = sum(self._client.ncores().values())
        except (OSError, RuntimeError):
            # The scheduler is gone: what was handed over comes back as lost, and so does whatever else is.
            threads = 1
        return 2 * max(1, threads)

    def submit(self, work: Callable[[Item], Answer], item: Item) -> Future[Answer]:
        """Hand over one item; without a scheduler it comes back at once, as lost."""
        future: Future[Answer] = Future()
        if self._client.status == "running":
            try:
                return self._executor.submit(work, item)
            except (OSError, RuntimeError):
                pass
        future.cancel()
        return future

    def stuck(self) -> bool:
        """The library says what is lost."""
        return False

    def renew(self) -> None:
        """Nothing to do: the scheduler keeps the cluster going."""

    def alone(self) -> ClusterWorkers:
        """The cluster itself: it finds out by trying elsewhere which work kills its workers."""
        return self

    def close(self, *, at_once: bool) -> None:
        """Take back what is waiting, and leave the cluster as it was found."""
        self._executor.shutdown(wait=not at_once)
        self._client.close()


def _hush() -> None:
    """What goes wrong on a cluster is said once, by the command; the library gives each of its loggers a level."""
    import logging

    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "distributed"]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _no_cluster(address: str) -> DataError:
    return DataError(
        t("--scheduler {address}: cannot connect, or the cluster has no workers.", address=address),
        hint=t("Start dask scheduler and dask worker first (docs/cluster.md), or leave --scheduler out."),
    )
