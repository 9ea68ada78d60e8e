"""Items of work handed to workers, answers taken as they come; a worker that dies takes no other item with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from thidua_cli.batch.workers import Workers

Item = TypeVar("Item")
Answer = TypeVar("Answer")
_POLL_SECONDS = 0.5
"""How long to wait before looking again: on Windows nothing else lets Ctrl-C through."""


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer: the item killed its worker, or the cluster lost it."""

    vi: str
    en: str


KILLED = Lost(
    "Tiến trình xử lý phần này bị dừng đột ngột (thường do hết bộ nhớ).",
    "The process that worked on this part was killed (most often for want of memory).",
)
GONE = Lost(
    "Cụm máy tính không trả kết quả (mất liên lạc, hoặc phần này làm dừng các máy tính toán).",
    "The cluster gave no answer (connection lost, or this part killed its workers).",
)


def run_all(
    items: Iterable[Item], workers: Workers, work: Callable[[Item], Answer]
) -> Iterator[tuple[Item, Answer | Lost]]:
    """Every item with its answer, in the order in which answers come. Closing the iterator early drops what waits."""
    flow = _Flow(deque(items), workers, work)
    while flow.waiting or flow.flying:
        yield from flow.step()


class _Flow(Generic[Item, Answer]):
    """What waits and what is in the workers' hands."""

    def __init__(self, waiting: deque[Item], workers: Workers, work: Callable[[Item], Answer]) -> None:
        self.waiting = waiting
        self.flying: dict[Future[Answer], Item] = {}
        self._workers = workers
        self._work = work

    def step(self) -> Iterator[tuple[Item, Answer | Lost]]:
        """Fill the workers' hands, wait for the next answers; where a worker died, find out which item did it."""
        broken = not self._fill()
        done, _ = wait(self.flying, timeout=_POLL_SECONDS, return_when=FIRST_COMPLETED)
        suspects = []
        for future in [future for future in self.flying if broken or future in done]:
            item = self.flying.pop(future)
            try:
                yield item, future.result()
            except BrokenExecutor:
                suspects.append(item)
            except Exception as error:  # noqa: BLE001 - a cluster has exceptions of its own
                yield item, KILLED if type(error).__name__ == "KilledWorker" else GONE
        if suspects or broken:
            yield from self._clear_up(suspects)

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

    def _clear_up(self, suspects: list[Item]) -> Iterator[tuple[Item, Answer | Lost]]:
        """All that was in the workers' hands is suspect: each gets a worker for itself."""
        for future, item in list(self.flying.items()):
            try:
                yield item, future.result()
            except (BrokenExecutor, CancelledError):
                suspects.append(item)
        self.flying.clear()
        self._workers.renew()
        for item in suspects:
            alone = self._workers.alone()
            try:
                yield item, alone.submit(self._work, item).result()
            except BrokenExecutor:
                yield item, KILLED
            finally:
                alone.close(at_once=True)
