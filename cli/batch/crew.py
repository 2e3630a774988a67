"""Hands chunks of articles to an executor and takes the outcomes back in order, whatever happens to a worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Generic, NamedTuple, TypeVar

from cli.batch.executors import MakeExecutor, stop
from cli.batch.work import Outcome, work
from cli.errors import Failure
from cli.loading import Raw

CHUNK_BYTES = 16_000  # some seven news articles: a tenth of a second of work, against a millisecond of messages
CHUNK_ARTICLES = 16
FLIGHT_BYTES = 16_000_000
_KILLED = "the worker that read it died; the article may be too large for the memory: split it"

T = TypeVar("T")


class Task(NamedTuple, Generic[T]):
    """An article to be worked on, with what its caller knows it by."""

    ticket: T
    raw: Raw


class _Flight(NamedTuple, Generic[T]):
    chunk: tuple[Task[T], ...]
    future: Future[tuple[Outcome, ...]]
    size: int


class Crew(Generic[T]):
    """Keeps ``window`` chunks under way at most; memory is bounded by them and by ``FLIGHT_BYTES``.

    A chunk that is lost with its worker is tried again alone, and then its articles one by one, so that only the
    article that kills its worker fails.
    """

    def __init__(self, make: MakeExecutor, settings: bytes, window: int) -> None:
        self._make, self._settings, self._window = make, settings, window
        self._executor: Executor = make()
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
        """Let the workers go."""
        if at_once:
            stop(self._executor)
        else:
            self._executor.shutdown()

    def _is_full(self) -> bool:
        return len(self._under_way) >= self._window or sum(each.size for each in self._under_way) > FLIGHT_BYTES

    def _sent(self, chunk: tuple[Task[T], ...]) -> _Flight[T]:
        return _Flight(chunk, self._submit(chunk), sum(len(task.raw.data) for task in chunk))

    def _submit(self, chunk: tuple[Task[T], ...]) -> Future[tuple[Outcome, ...]]:
        raws = tuple(task.raw for task in chunk)
        try:
            return self._executor.submit(work, self._settings, raws)
        except BrokenExecutor as error:
            lost: Future[tuple[Outcome, ...]] = Future()
            lost.set_exception(error)
            return lost

    def _next(self) -> Iterator[tuple[Task[T], Outcome]]:
        flight = self._under_way.popleft()
        try:
            outcomes = flight.future.result()
        except Exception as error:  # the work itself raises nothing: a worker or its messages were lost
            outcomes = self._rescued(flight.chunk, error)
        yield from zip(flight.chunk, outcomes, strict=True)

    def _rescued(self, chunk: tuple[Task[T], ...], error: Exception) -> tuple[Outcome, ...]:
        for flight in self._under_way:
            flight.future.exception()  # let the others end: nothing may be under way beside the suspect
        self._mend(error)
        try:
            outcomes = self._submit(chunk).result()
        except Exception as again:
            self._mend(again)
            outcomes = tuple(self._alone(task) for task in chunk)
        self._under_way = deque(self._sent_again(flight) for flight in self._under_way)
        return outcomes

    def _alone(self, task: Task[T]) -> Outcome:
        try:
            return self._submit((task,)).result()[0]
        except Exception as error:
            self._mend(error)
            return Outcome("", Failure(task.raw.source, "worker-died", _KILLED))

    def _sent_again(self, flight: _Flight[T]) -> _Flight[T]:
        return flight if flight.future.exception() is None else self._sent(flight.chunk)

    def _mend(self, error: Exception) -> None:
        if isinstance(error, BrokenExecutor):
            self._executor.shutdown()
            self._executor = self._make()


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
