"""A worker that dies costs its article at most, wherever in the chunks that is; the order stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

import pytest

from briefing.parallel import crew as module
from briefing.parallel.crew import Crew, Task, chunks
from briefing.parallel.executors import Inline
from briefing.parallel.processes import StartError


class Fragile(Inline):
    """Loses a chunk, as processes do, when a killer is in it."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if "kill" in args[0]:
            lost: Future[Any] = Future()
            lost.set_exception(BrokenExecutor())
            return lost
        return super().submit(function, *args, **kwargs)


class Forgetful(Inline):
    """Loses every third chunk, but not when it is tried again."""

    calls = 0

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        Forgetful.calls += 1
        if Forgetful.calls % 3 == 0:
            lost: Future[Any] = Future()
            lost.set_exception(ConnectionError("the worker is gone"))
            return lost
        return super().submit(function, *args, **kwargs)


def shout(items: Sequence[str]) -> list[str]:
    return [item.upper() for item in items]


def lost(task: Task[int]) -> str:
    return f"lost {task.ticket}"


def tasks(*items: str) -> list[Task[int]]:
    return [Task(i, each, len(each)) for i, each in enumerate(items)]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK_TASKS", 4)


@pytest.mark.parametrize("killers", [[0], [5], [19], [4, 5], [3, 4, 11], list(range(20)), []])
@pytest.mark.parametrize("window", [1, 3])
def test_only_the_killer_fails(killers: list[int], window: int) -> None:
    crew = Crew(Fragile(), shout, lost, window)
    found = list(crew.outcomes(tasks(*("kill" if i in killers else f"x{i}" for i in range(20)))))
    crew.close(at_once=False)

    assert [task.ticket for task, _ in found] == list(range(20))
    assert [outcome for _, outcome in found] == [f"lost {i}" if i in killers else f"X{i}" for i in range(20)]


def test_a_lost_chunk_is_tried_again() -> None:
    crew = Crew(Forgetful(), shout, lost, 3)
    found = list(crew.outcomes(tasks(*(f"x{i}" for i in range(30)))))

    assert [outcome for _, outcome in found] == [f"X{i}" for i in range(30)]


class Unstartable(Inline):
    """Has no worker for anything."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        lost: Future[Any] = Future()
        lost.set_exception(StartError("no worker"))
        return lost


def test_where_no_worker_starts_no_task_is_blamed() -> None:
    with pytest.raises(StartError):
        list(Crew(Unstartable(), shout, lost, 1).outcomes(tasks("x")))


class Unhurried(Executor):
    """Begins nothing before its result is asked for."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        class Later(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                return function(*args, **kwargs)

        return Later()


@pytest.mark.parametrize("window", [1, 2, 5])
def test_no_more_chunks_are_taken_than_may_be_under_way(window: int) -> None:
    waiting = iter(tasks(*["x"] * 80))
    next(Crew(Unhurried(), shout, lost, window).outcomes(waiting))

    assert len(list(waiting)) == 80 - window * 4


def test_large_tasks_wait_for_those_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FLIGHT_SIZE", 100)
    waiting = iter(tasks(*["x" * 10] * 80))
    next(Crew(Unhurried(), shout, lost, 50).outcomes(waiting))

    assert len(list(waiting)) == 80 - 3 * 4


def test_chunks_are_of_about_one_size() -> None:
    sizes = [[task.size for task in chunk] for chunk in chunks(tasks(*["x"] * 5, "x" * 50_000, "x"))]

    assert sizes == [[1] * 4, [1, 50_000], [1]]
