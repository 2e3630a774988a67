"""Worker processes behind the standard executor interface, each with a pipe of its own.

The workers of the standard pool share the pipe of their results: where one dies while it writes, the pool waits for the
rest of the message for ever, and so do the others. Here the pipe of a dead worker is closed, and another
worker takes its place.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class _Call(NamedTuple):
    future: Future[Any]
    work: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class Processes(Executor):
    """At most ``jobs`` processes, begun when there is work for them.

    A call whose worker dies raises BrokenExecutor; the others go on.
    """

    def __init__(self, jobs: int) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(jobs)]
        for each in self._threads:
            each.start()

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a call, which is made in the order of submission."""
        future: Future[Any] = Future()
        self._calls.put(_Call(future, (function, args, kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers when all calls are done, or, with ``cancel_futures``, those that have begun."""
        with contextlib.suppress(Empty):
            while cancel_futures:
                call = self._calls.get_nowait()
                if call:
                    call.future.cancel()
        for _ in self._threads:
            self._calls.put(None)
        for each in self._threads if wait else ():
            each.join()

    def _serve(self) -> None:
        """The work of a thread: send calls to its worker, or to a new one where that has died."""
        worker = None
        while call := self._calls.get():
            if not call.future.set_running_or_notify_cancel():
                continue
            try:
                worker = worker or _Worker()
                call.future.set_result(worker.made(call))
            except Exception as error:
                call.future.set_exception(error)
                worker = None if isinstance(error, BrokenExecutor) else worker
        if worker:
            worker.close()


class _Worker:
    """A process that makes one call at a time."""

    def __init__(self) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")  # the same on every system, and no threads of ours are copied
        self._line, far = context.Pipe()
        self._process = context.Process(target=_make_calls, args=(far,), daemon=True)
        self._process.start()
        far.close()

    def made(self, call: _Call) -> Any:
        """The result of a call.

        Raises:
            BrokenExecutor: the process died.
            Exception: what the call raised, or why it could not be sent.
        """
        try:
            self._line.send(call.work)
            result, error = self._line.recv()
        except (EOFError, OSError) as lost:
            raise BrokenExecutor(f"the worker died: {lost}") from lost
        if error:
            raise error
        return result

    def close(self) -> None:
        """End the process, which is waiting for a call."""
        self._line.close()
        self._process.join()


def _make_calls(line: Connection) -> None:
    """The work of a process: makes calls until its pipe is closed; everything is loaded before the first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process says when to stop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from cli.batch.work import warm_up

    warm_up()
    with contextlib.suppress(EOFError, OSError):
        while True:
            function, args, kwargs = line.recv()
            line.send(_made(function, args, kwargs))


def _made(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, Exception | None]:
    try:
        return function(*args, **kwargs), None
    except Exception as error:
        return None, error


def _end_with_parent() -> None:
    """End this process when its parent has died, which a worker in the middle of a call would not notice."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
