"""Calls made by processes that may die at any moment: only the call that was being made is lost."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, wait
from pickle import PicklingError

import pytest

from briefing.parallel.processes import Processes, StartError, _Worker

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are sent")


def kill_soon(seconds: float, size: int) -> bytes:
    """A result of so many bytes, from a process that is killed meanwhile or while it is sent."""
    threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return bytes(size)


def slowly_its_number() -> int:
    """The number of the process, which is busy for so long that another takes the next call."""
    time.sleep(0.1)
    return os.getpid()


@pytest.fixture
def processes() -> Iterator[Processes]:
    made = Processes(2)
    yield made
    made.shutdown()


def test_results_and_errors_come_back(processes: Processes) -> None:
    right, wrong = processes.submit(divmod, 7, 2), processes.submit(divmod, 7, 0)
    unsent = processes.submit(lambda: 1)

    assert right.result() == (3, 1)
    with pytest.raises(ZeroDivisionError):
        wrong.result()
    with pytest.raises((AttributeError, PicklingError)):
        unsent.result()


def test_a_call_that_kills_its_worker_is_lost_alone(processes: Processes) -> None:
    lost = processes.submit(os._exit, 3)
    others = [processes.submit(abs, -each) for each in range(6)]

    with pytest.raises(BrokenExecutor):
        lost.result()
    assert [each.result() for each in others] == list(range(6))


@pytest.mark.parametrize("seconds", [0.0, 0.005, 0.02])
def test_a_worker_that_dies_while_it_writes_is_not_waited_for(processes: Processes, seconds: float) -> None:
    calls = [processes.submit(kill_soon, seconds, 30_000_000) for _ in range(4)]
    done, waiting = wait(calls, timeout=60)

    assert not waiting
    for each in done:
        assert isinstance(each.exception(), BrokenExecutor) or len(each.result()) == 30_000_000
    assert processes.submit(abs, -1).result() == 1


def test_a_result_that_cannot_be_sent_costs_no_worker(processes: Processes) -> None:
    before = processes.submit(os.getpid).result()
    unsent = [processes.submit(threading.Lock) for _ in range(4)]

    for each in unsent:
        with pytest.raises((TypeError, PicklingError)):
            each.result()
    asked = [processes.submit(slowly_its_number) for _ in range(8)]
    assert before in {each.result() for each in asked}


class OddError(Exception):
    """An error that cannot be made again from what it says."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def raise_oddly() -> None:
    raise OddError("out of ", "order")


def test_an_error_that_cannot_be_sent_is_told_in_words(processes: Processes) -> None:
    with pytest.raises(RuntimeError, match="OddError: out of order"):
        processes.submit(raise_oddly).result()


def give_up() -> None:
    os._exit(4)


def test_workers_that_do_not_start_are_no_fault_of_the_call() -> None:
    processes = Processes(1, prepare=give_up)
    with pytest.raises(StartError, match="__main__"):
        processes.submit(abs, -1).result()
    processes.shutdown()


def test_workers_are_ended_at_once() -> None:
    processes = Processes(2)
    first, second = processes.submit(os.getpid), processes.submit(time.sleep, 60)
    assert first.result()
    processes.shutdown(wait=False, cancel_futures=True)
    processes.terminate()

    with pytest.raises(BrokenExecutor):
        second.result(timeout=20)
    with pytest.raises(RuntimeError, match="after shutdown"):
        processes.submit(abs, -1)


def test_what_has_not_begun_can_be_cancelled() -> None:
    processes = Processes(1)
    first, *others = [processes.submit(time.sleep, 0.2) for _ in range(4)]
    while not first.running():
        time.sleep(0.01)
    processes.shutdown(cancel_futures=True)

    assert first.result() is None
    assert all(each.cancelled() for each in others)


def test_all_are_ended_although_the_first_is_found_dead_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    end = _Worker.terminate

    def end_slowly(worker: _Worker) -> None:
        end(worker)
        time.sleep(0.2)

    monkeypatch.setattr(_Worker, "terminate", end_slowly)
    processes = Processes(2)
    calls = [processes.submit(time.sleep, 60) for _ in range(2)]
    while not all(each.running() for each in calls) or len(processes._workers) < 2:
        time.sleep(0.01)
    processes.shutdown(wait=False)
    processes.terminate()

    for each in calls:
        with pytest.raises(BrokenExecutor):
            each.result(timeout=20)
