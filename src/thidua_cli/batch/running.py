"""Items of work handed to workers, answers taken as they come; a worker that dies takes no other item with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from thidua_cli.batch.workers import Workers
from thidua_cli.text.language import Message, t

Item = TypeVar("Item")
Answer = TypeVar("Answer")
_POLL_SECONDS = 0.5
"""How long to wait before looking again: on Windows nothing else lets Ctrl-C through."""


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer: the item killed its worker, or the cluster lost it."""

    why: Message


KILLED = Lost(
    t("The process that worked on this part was killed (most often for want of memory)."),
)
STARVED = Lost(t("Not enough memory to score this part."))
GONE = Lost(
    t("The cluster gave no answer (connection lost, or this part killed its workers)."),
)


def run_all(
    items: Iterable[Item], workers: Workers, work: Callable[[Item], Answer]
) -> Iterator[tuple[Item, Answer | Lost]]:
    """Every item with its answer, in the order in which answers come. Closing the iterator early drops what waits.

    When a worker dies, whatever it and (in a pool) its neighbours had in hand is suspect. Suspects are tried again at
    the end, each by itself, so that only the one that kills is blamed.
    """
    flow = _Flow(deque(items), workers, work)
    while flow.waiting or flow.flying:
        yield from flow.step()
    yield from flow.try_suspects()


class _Flow(Generic[Item, Answer]):
    """What waits, what is in the workers' hands, and what was there when a worker died."""

    def __init__(self, waiting: deque[Item], workers: Workers, work: Callable[[Item], Answer]) -> None:
        self.waiting = waiting
        self.flying: dict[Future[Answer], Item] = {}
        self._suspects: list[Item] = []
        self._workers = workers
        self._work = work

    def step(self) -> Iterator[tuple[Item, Answer | Lost]]:
        """Fill the workers' hands and take the next answers."""
        broken = not self._fill()
        done, _ = wait(self.flying, timeout=_POLL_SECONDS, return_when=FIRST_COMPLETED)
        broken = broken or (not done and self._workers.stuck())
        # A broken pool answers for all that it holds.
        for future in [future for future in self.flying if broken or future in done]:
            item = self.flying.pop(future)
            try:
                yield item, future.result(timeout=0)
            except MemoryError:
                yield item, STARVED
            except (BrokenExecutor, TimeoutError):
                broken = True
                self._suspects.append(item)
            except Exception as error:  # noqa: BLE001 - a cluster has exceptions of its own
                if _killed(error):
                    self._suspects.append(item)
                else:
                    yield item, GONE
        if broken and not self.flying:
            self._workers.renew()

    def _fill(self) -> bool:
        """Whether the workers took all that they may hold."""
        window = self._workers.window()
        while self.waiting and len(self.flying) < window:
            try:
                future = self._workers.submit(self._work, self.waiting[0])
            except BrokenExecutor:
                return False
            self.flying[future] = self.waiting.popleft()
        return True

    def try_suspects(self) -> Iterator[tuple[Item, Answer | Lost]]:
        """Each suspect with a worker for itself; the one that kills again is the culprit."""
        if not self._suspects:
            return
        alone = self._workers.alone()
        try:
            for item in self._suspects:
                try:
                    yield item, _answer(alone, alone.submit(self._work, item))
                except MemoryError:
                    yield item, STARVED
                except BrokenExecutor:
                    alone.renew()
                    yield item, KILLED
                except Exception as error:  # noqa: BLE001 - as above
                    yield item, KILLED if _killed(error) else GONE
        finally:
            if alone is not self._workers:
                alone.close(at_once=True)


def _answer(workers: Workers, future: Future[Answer]) -> Answer:
    """The answer when it comes. Raises BrokenExecutor where none will."""
    while not wait([future], timeout=_POLL_SECONDS).done:
        if workers.stuck():
            raise BrokenExecutor
    return future.result()


def _killed(error: Exception) -> bool:
    """Whether a cluster says that an item was in the hands of workers that died, once too often."""
    return type(error).__name__ == "KilledWorker"
