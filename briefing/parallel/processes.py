"""Worker processes behind the standard executor interface, each with a pipe of its own.

The workers of the standard pool share the pipe of their results: where one dies while it writes, the pool waits for the
rest of the message for ever, and so do the others. Here the pipe of a dead worker is closed, and another
worker takes its place.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Prepare = Callable[[], None]
"""Called once by each worker, before its first call; a module-level function, since the worker imports it."""


class StartError(BrokenExecutor):
    """No worker can be started, which is not the fault of a call."""


class _Call(NamedTuple):
    future: Future[Any]
    work: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class Processes(Executor):
    """An executor of at most ``jobs`` processes, started when there is work for them.

    The future of a call raises BrokenExecutor if its worker dies, StartError if none can be started; other calls go on.

    Args:
        jobs: how many processes, 1 or more.
        prepare: called once in each process, to load what every call needs.
    """

    def __init__(self, jobs: int, prepare: Prepare | None = None) -> None:
        self._prepare = prepare
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._workers: set[_Worker] = set()
        self._lock = threading.Lock()
        self._is_shut = self._is_ended = False
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(jobs)]
        for each in self._threads:
            each.start()

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a call; calls are made in the order of submission.

        Raises:
            RuntimeError: the executor was shut down.
        """
        if self._is_shut:
            raise RuntimeError("no calls are taken after shutdown")
        future: Future[Any] = Future()
        self._calls.put(_Call(future, (function, args, kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers when all calls are done, or, with ``cancel_futures``, those that have begun."""
        self._is_shut = True
        with contextlib.suppress(Empty):
            while cancel_futures:
                call = self._calls.get_nowait()
                if call:
                    call.future.cancel()
        for _ in self._threads:
            self._calls.put(None)
        for each in self._threads if wait else ():
            each.join()

    def terminate(self) -> None:
        """End the workers at once, whatever they are doing; their calls raise BrokenExecutor."""
        with self._lock:
            self._is_ended = True
            for each in self._workers:
                each.terminate()

    def _serve(self) -> None:
        """The work of a thread: send calls to its worker, or to a new one where that has died."""
        worker = None
        while call := self._calls.get():
            if not call.future.set_running_or_notify_cancel():
                continue
            try:
                worker = worker or self._started()
                call.future.set_result(worker.made(call))
            except Exception as error:
                call.future.set_exception(error)
                if worker and isinstance(error, BrokenExecutor):
                    self._forget(worker)
                    worker = None
        if worker:
            worker.close()

    def _started(self) -> _Worker:
        """A new worker that is ready for a call.

        Raises:
            StartError: it died before it was ready, or cannot be started at all.
        """
        with self._lock:
            if self._is_ended:
                raise StartError("the workers were stopped")
            try:
                worker = _Worker(self._prepare)
            except Exception as error:
                raise StartError(f"no worker can be started: {error}") from error
            self._workers.add(worker)
        try:
            worker.wait_until_ready()
        except StartError:
            self._forget(worker)
            raise
        return worker

    def _forget(self, worker: _Worker) -> None:
        """Remove a dead worker; the lock is for ``terminate``, which may be iterating over them."""
        with self._lock:
            self._workers.discard(worker)


class _Worker:
    """A process that makes one call at a time."""

    def __init__(self, prepare: Prepare | None) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")  # the same on every system, and no threads of ours are copied
        self._line, far = context.Pipe()
        self._process = context.Process(target=_make_calls, args=(far, prepare), daemon=True)
        self._process.start()
        far.close()

    def wait_until_ready(self) -> None:
        """Wait until everything is loaded.

        Raises:
            StartError: the process ended before.
        """
        try:
            self._line.recv()
        except (EOFError, OSError) as lost:
            raise StartError(
                "the worker processes end before their work begins; a script that starts them has its calls below "
                'if __name__ == "__main__":'
            ) from lost

    def made(self, call: _Call) -> Any:
        """The result of a call.

        Raises:
            BrokenExecutor: the process died.
            Exception: what the call raised, or why it or its result could not be sent.
        """
        message = pickle.dumps(call.work, pickle.HIGHEST_PROTOCOL)
        try:
            self._line.send_bytes(message)
            answer = self._line.recv_bytes()
        except (EOFError, OSError) as lost:
            raise BrokenExecutor(f"the worker died: {lost}") from lost
        result, error = pickle.loads(answer)
        if error:
            raise error
        return result

    def close(self) -> None:
        """End the process, which is waiting for a call."""
        self._line.close()
        self._process.join()

    def terminate(self) -> None:
        """End the process at once."""
        self._process.terminate()


def _make_calls(line: Connection, prepare: Prepare | None) -> None:
    """The work of a process: makes calls until its pipe is closed; everything is loaded before the first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes, and the parent decides when to stop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare:
        prepare()
    gc.freeze()  # what is loaded by now stays, so that the collector need not visit it again and again
    with contextlib.suppress(EOFError, OSError):
        line.send(True)
        while True:
            line.send_bytes(_answer(line.recv_bytes()))


def _answer(message: bytes) -> bytes:
    """The pickled pair (result, None) or (None, error) for a pickled call; never raises an Exception."""
    try:
        function, args, kwargs = pickle.loads(message)
        return pickle.dumps((function(*args, **kwargs), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return _pickled_error(error)


def _pickled_error(error: Exception) -> bytes:
    """The pickled pair (None, error); an error that cannot be pickled becomes a RuntimeError with its message."""
    try:
        answer = pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(answer)
        return answer
    except Exception:
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))


def _end_with_parent() -> None:
    """End this process when its parent has died, which a worker in the middle of a call would not notice."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
