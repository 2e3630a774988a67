"""Hands chunks of articles to an executor and takes the outcomes back in order, whatever happens to a worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.reading.raw import Raw
from cli.batch.executors import stop
from cli.batch.work import Outcome, work
from cli.errors import Failure

CHUNK_BYTES = 16_000  # some seven news articles: a tenth of a second of work, against a millisecond of messages
CHUNK_ARTICLES = 16
FLIGHT_BYTES = 16_000_000
_KILLED = "the worker that read it died; the article may be too large for the memory: split it"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """An article to be worked on, with what its caller knows it by."""

    ticket: T
    raw: Raw


@dataclass(frozen=True, slots=True)
class _Flight(Generic[T]):
    chunk: tuple[Task[T], ...]
    future: Future[tuple[Outcome, ...]]
    size: int


class Crew(Generic[T]):
    """Keeps ``window`` chunks under way at most; memory is bounded by them and by ``FLIGHT_BYTES``.

    A chunk that is lost with its worker is tried again alone, and then its articles one by one, so that only the
    article that kills its worker fails.
    """

    def __init__(self, executor: Executor, settings: bytes, window: int) -> None:
        self._executor, self._settings, self._window = executor, settings, window
        self._under_way: deque[_Flight[T]] = deque()

    def outcomes(self, tasks: Iterable[Task[T]]) -> Generator[tuple[Task[T], Outcome], None, None]:
        """The outcome of each task, in the order of the tasks."""
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
        return len(self._under_way) >= self._window or sum(each.size for each in self._under_way) > FLIGHT_BYTES

    def _sent(self, chunk: tuple[Task[T], ...]) -> _Flight[T]:
        return _Flight(chunk, self._submit(chunk), sum(len(task.raw.data) for task in chunk))

    def _submit(self, chunk: tuple[Task[T], ...]) -> Future[tuple[Outcome, ...]]:
        return self._executor.submit(work, self._settings, tuple(task.raw for task in chunk))

    def _next(self) -> Iterator[tuple[Task[T], Outcome]]:
        flight = self._under_way.popleft()
        try:
            outcomes = flight.future.result()
        except Exception:  # the work itself raises nothing: a worker or its messages were lost
            outcomes = self._rescued(flight.chunk)
        yield from zip(flight.chunk, outcomes, strict=True)

    def _rescued(self, chunk: tuple[Task[T], ...]) -> tuple[Outcome, ...]:
        wait(each.future for each in self._under_way)  # they may have taken the memory
        try:
            return self._submit(chunk).result()
        except Exception:
            return tuple(map(self._alone, chunk))

    def _alone(self, task: Task[T]) -> Outcome:
        try:
            return self._submit((task,)).result()[0]
        except Exception:
            return Outcome("", Failure(task.raw.source, "worker-died", _KILLED))


def chunks(tasks: Iterable[Task[T]]) -> Iterator[tuple[Task[T], ...]]:
    """Tasks in groups of about equal size in bytes."""
    group: list[Task[T]] = []
    size = 0
    for task in tasks:
        group.append(task)
        size += len(task.raw.data)
        if size >= CHUNK_BYTES or len(group) >= CHUNK_ARTICLES:
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)
