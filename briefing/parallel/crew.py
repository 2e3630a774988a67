"""Hands chunks of tasks to an executor and takes the outcomes back in order, whatever happens to a worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from briefing.parallel.executors import stop
from briefing.parallel.processes import StartError

WINDOW = 4
"""Chunks submitted and not yet finished for each worker, so that no worker waits for its next chunk."""
CHUNK_SIZE = 16_000  # characters or bytes, about seven news articles: 0.1 s of work, against 1 ms to send them
CHUNK_TASKS = 16  # the most in a chunk
FLIGHT_SIZE = 16_000_000  # characters or bytes of all unfinished chunks, from which no more are submitted

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """An ``item`` of about ``size`` bytes to be sent to a worker, with the ``ticket`` by which the sender knows it."""

    ticket: T
    item: Any
    size: int


@dataclass(frozen=True, slots=True)
class _Flight(Generic[T, R]):
    chunk: tuple[Task[T], ...]
    future: Future[Sequence[R]]
    size: int


class Crew(Generic[T, R]):
    """Submits chunks of tasks; ``window`` and ``FLIGHT_SIZE`` limit the unfinished ones, and so the memory.

    A chunk whose worker dies is tried again while no other is running, and then its tasks one by one, so that only the
    task that kills its worker fails.

    Args:
        executor: where the work is done.
        work: returns the outcomes of several items, in their order, and never raises.
        lost: returns the outcome of a task that kills its worker.
        window: the most chunks submitted and not yet finished.
    """

    def __init__(
        self,
        executor: Executor,
        work: Callable[[Sequence[Any]], Sequence[R]],
        lost: Callable[[Task[T]], R],
        window: int,
    ) -> None:
        self._executor, self._work, self._lost, self._window = executor, work, lost, window
        self._under_way: deque[_Flight[T, R]] = deque()

    def outcomes(self, tasks: Iterable[Task[T]]) -> Generator[tuple[Task[T], R], None, None]:
        """The outcome of each task, in the order of the tasks.

        Raises:
            StartError: no worker can be started.
        """
        for chunk in chunks(tasks):
            self._under_way.append(self._sent(chunk))
            while self._under_way and (self._is_full() or self._under_way[0].future.done()):
                yield from self._next()
        while self._under_way:
            yield from self._next()

    def close(self, at_once: bool) -> None:
        """Stop the workers: at once, or when their work is done."""
        if at_once:
            stop(self._executor)
        else:
            self._executor.shutdown()

    def _is_full(self) -> bool:
        return len(self._under_way) >= self._window or sum(each.size for each in self._under_way) > FLIGHT_SIZE

    def _sent(self, chunk: tuple[Task[T], ...]) -> _Flight[T, R]:
        return _Flight(chunk, self._submit(chunk), sum(task.size for task in chunk))

    def _submit(self, chunk: tuple[Task[T], ...]) -> Future[Sequence[R]]:
        return self._executor.submit(self._work, tuple(task.item for task in chunk))

    def _next(self) -> Iterator[tuple[Task[T], R]]:
        flight = self._under_way.popleft()
        try:
            outcomes = flight.future.result()
        except Exception:  # the work itself raises nothing: a worker or its messages were lost
            outcomes = self._rescued(flight.chunk)
        yield from zip(flight.chunk, outcomes, strict=True)

    def _rescued(self, chunk: tuple[Task[T], ...]) -> Sequence[R]:
        wait(each.future for each in self._under_way)  # they may have used up the memory
        try:
            return self._submit(chunk).result()
        except Exception:
            return tuple(map(self._alone, chunk))

    def _alone(self, task: Task[T]) -> R:
        try:
            return self._submit((task,)).result()[0]
        except StartError:
            raise
        except Exception:
            return self._lost(task)


def chunks(tasks: Iterable[Task[T]]) -> Iterator[tuple[Task[T], ...]]:
    """Tasks in groups of about equal size."""
    group: list[Task[T]] = []
    size = 0
    for task in tasks:
        group.append(task)
        size += task.size
        if size >= CHUNK_SIZE or len(group) >= CHUNK_TASKS:
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)
