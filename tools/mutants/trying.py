"""The faults of some modules tried, each in a process of its own, by the tests that run through its lines.

Everything is imported once. Each fault is put into a fork, in place of the code of its function, so that whatever holds
the function has the fault; what tests keep for each other was never filled without it.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pickle
import select
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FunctionType

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from tools.mutants.changes import Change, changes

PATIENCE = 20.0
"""Seconds that the tests of one fault may take beyond ten times their usual time."""
ENOUGH = 8.0
"""Seconds of tests that are tried on one fault, the likeliest to notice it and then the quickest first."""


@dataclass
class Usual:
    """The tests without a fault: their seconds, which of them run through which line, the branches that they take."""

    seconds: list[float] = field(default_factory=list)
    through: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    taken: int = 0
    branches: int = 0


@dataclass
class Trial:
    """One fault, and by which test it was noticed: ``time`` where the tests hung, nothing where none failed."""

    path: Path
    change: Change
    noticed: str = ""

    @property
    def places(self) -> tuple[str, str]:
        """The function and the module that it is in."""
        return f"{self.path}::{self.change.function}", str(self.path)


class Trials:
    """A pytest plugin: the tests collected are run on each fault of the sources, instead of once."""

    def __init__(self, sources: Sequence[Path], every: int, tell: Callable[[str], None]) -> None:
        self.sources, self.every, self.tell = sources, every, tell
        self.usual = Usual()
        self.done: list[Trial] = []

    def pytest_sessionstart(self) -> None:
        """Properties are tried on the same examples each time, and need not find the simplest that fails."""
        from hypothesis import HealthCheck, Phase, settings

        settings.register_profile(
            "mutants",
            derandomize=True,
            database=None,
            deadline=None,
            max_examples=50,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of one run of the tests."""
        for path in self.sources:
            importlib.import_module(".".join(path.parts[path.parts.index("thidua_cli") :]).removesuffix(".py"))
        with TemporaryDirectory() as folder:
            told = Path(folder, "usual")
            os.waitpid(_fork(lambda: told.write_bytes(pickle.dumps(_usual(session.items, self.sources)))), 0)
            self.usual, modules = pickle.loads(told.read_bytes())  # noqa: S301 - what our own child wrote
        for name in modules:
            with suppress(ImportError, Warning):
                importlib.import_module(name)
        functions = {
            (one.__code__.co_filename, one.__qualname__): one
            for one in gc.get_objects()
            if isinstance(one, FunctionType)
        }
        gc.freeze()
        found = [Trial(path, one) for path in self.sources for one in changes(path.read_text("utf-8"), str(path))]
        self.done = found[:: self.every]
        self._try_all(session.items, functions)
        return True

    def _try_all(self, items: Sequence[pytest.Item], functions: dict[tuple[str, str], FunctionType]) -> None:
        noticing: dict[str, Counter[int]] = defaultdict(Counter)
        running: dict[int, tuple[int, float, Trial]] = {}
        waiting = iter(self.done)
        for number in range(len(self.done) + (os.cpu_count() or 1)):
            trial = next(waiting, None)
            if trial is not None:
                chosen, seconds = self._chosen(trial, noticing)
                function = functions[str(trial.path), trial.change.function]
                reading, writing = os.pipe()
                pid = _fork(partial(_try, writing, function, trial.change, [(one, items[one]) for one in chosen]))
                os.close(writing)
                running[reading] = pid, time.monotonic() + 10 * seconds + PATIENCE, trial
            while running and (trial is None or len(running) >= (os.cpu_count() or 1)):
                self._settle(running, items, noticing)
            if number % 100 == 0:
                self.tell(f"{number} of {len(self.done)}")

    def _chosen(self, trial: Trial, noticing: Mapping[str, Counter[int]]) -> tuple[list[int], float]:
        """The tests through the lines of a fault: first those that noticed others of its function, of its module."""
        through = {one for line in trial.change.lines for one in self.usual.through.get((str(trial.path), line), ())}
        near = [noticing.get(place, Counter()) for place in trial.places]
        chosen, total = [], 0.0
        for one in sorted(through, key=lambda one: (*(-known[one] for known in near), self.usual.seconds[one])):
            if total < ENOUGH:
                chosen.append(one)
                total += self.usual.seconds[one]
        return chosen, total

    def _settle(
        self,
        running: dict[int, tuple[int, float, Trial]],
        items: Sequence[pytest.Item],
        noticing: dict[str, Counter[int]],
    ) -> None:
        """Take what is told by the trials that have ended, and end those that hang."""
        ended, _, _ = select.select(list(running), [], [], 1.0)
        for reading in list(running):
            pid, until, trial = running[reading]
            if reading in ended:
                said = os.read(reading, 100).decode()
                if said.isdigit():
                    for place in trial.places:
                        noticing[place][int(said)] += 1
                trial.noticed = items[int(said)].nodeid if said.isdigit() else said or "crash"
                trial.noticed = trial.noticed.removeprefix("nothing")
            elif time.monotonic() > until:
                os.kill(pid, signal.SIGKILL)
                trial.noticed = "time"
            else:
                continue
            os.waitpid(pid, 0)
            os.close(reading)
            del running[reading]


def _fork(work: Callable[[], object]) -> int:
    """A child process that does some work and is gone."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(0)
    return pid


def _try(told: int, function: FunctionType, change: Change, tests: Sequence[tuple[int, pytest.Item]]) -> None:
    """Tell the number of the first test that fails with the fault in place; "nothing" where none does."""
    function.__code__ = change.code
    for number, test in tests:
        if any(report.failed for report in runtestprotocol(test, log=False, nextitem=None)):
            os.write(told, str(number).encode())
            return
    os.write(told, b"nothing")


def _usual(items: Sequence[pytest.Item], sources: Sequence[Path]) -> tuple[Usual, list[str]]:
    """The tests without a fault, and the modules that they load on their way."""
    before, usual = set(sys.modules), Usual()
    looking = Coverage(data_file=None, branch=True, include=[str(path) for path in sources], config_file=False)
    looking.start()
    for number, item in enumerate(items):
        looking.switch_context(str(number))
        start = time.process_time()
        failed = [report.longreprtext for report in runtestprotocol(item, log=False, nextitem=None) if report.failed]
        if failed:
            raise AssertionError(f"{item.nodeid} fails without a fault: {failed[0]}")
        usual.seconds.append(time.process_time() - start)
    looking.stop()
    data = looking.get_data()
    for path in data.measured_files():
        for line, tests in data.contexts_by_lineno(path).items():
            usual.through[path, line] = [int(one) for one in tests if one]
    with TemporaryDirectory() as folder:
        looking.json_report(outfile=f"{folder}/report")
        totals = json.loads(Path(folder, "report").read_text("utf-8"))["totals"]
    usual.taken, usual.branches = totals["covered_branches"], totals["num_branches"]
    return usual, [name for name in sys.modules if name not in before]
