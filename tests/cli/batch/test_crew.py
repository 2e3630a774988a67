"""A worker that dies costs its article at most, wherever in the chunks that is; the order stays."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from typing import Any

import pytest

from briefing.reading.raw import Raw
from cli.batch import crew as module
from cli.batch.crew import Crew, Task, chunks
from cli.batch.executors import Inline
from cli.batch.work import Outcome


class Fragile(Inline):
    """Loses a chunk, as processes do, when a killer is in it."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if any(b"kill" in raw.data for raw in args[1]):
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


def echo(settings: bytes, raws: tuple[Raw, ...]) -> tuple[Outcome, ...]:
    return tuple(Outcome(raw.source) for raw in raws)


def tasks(*data: bytes) -> list[Task[int]]:
    return [Task(i, Raw(str(i), "", data=each)) for i, each in enumerate(data)]


@pytest.fixture(autouse=True)
def echoed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "work", echo)
    monkeypatch.setattr(module, "CHUNK_ARTICLES", 4)


@pytest.mark.parametrize("killers", [[0], [5], [19], [4, 5], [3, 4, 11], list(range(20)), []])
@pytest.mark.parametrize("window", [1, 3])
def test_only_the_killer_fails(killers: list[int], window: int) -> None:
    crew: Crew[int] = Crew(Fragile(), b"", window)
    found = list(crew.outcomes(tasks(*(b"kill" if i in killers else b"x" for i in range(20)))))
    crew.close(at_once=False)

    assert [task.ticket for task, _ in found] == list(range(20))
    assert [task.ticket for task, outcome in found if outcome.failure] == killers
    assert all(outcome.text == task.raw.source for task, outcome in found if not outcome.failure)


def test_a_lost_chunk_is_tried_again() -> None:
    crew: Crew[int] = Crew(Forgetful(), b"", 3)
    found = list(crew.outcomes(tasks(*[b"x"] * 30)))

    assert [outcome.text for _, outcome in found] == [str(i) for i in range(30)]


def test_chunks_are_of_about_one_size() -> None:
    sizes = [[len(task.raw.data) for task in chunk] for chunk in chunks(tasks(*[b"x"] * 5, b"x" * 50_000, b"x"))]

    assert sizes == [[1] * 4, [1, 50_000], [1]]
