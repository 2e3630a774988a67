"""Where the work is done: in this process, in processes of this machine, or on a Dask cluster, all of one interface."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from cli.errors import UsageError

MakeExecutor = Callable[[], Executor]


class Inline(Executor):
    """Does the work at once, in this process."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The finished future of a call."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def processes(jobs: int) -> Executor:
    """A pool of ``jobs`` processes that have loaded everything before their first article."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawn: the same on every system, and no threads of ours are copied
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin_worker)


def cluster(address: str) -> Executor:
    """The workers of a Dask cluster; they need this package, nothing else.

    Raises:
        UsageError: Dask is not installed, or nobody answers at the address.
    """
    try:
        import distributed
    except ImportError as error:
        raise UsageError("--cluster needs the extra cluster; pip install 'news-brief[cluster]'") from error
    client_of: Any = distributed.Client
    try:
        client: Any = client_of(address, timeout=10, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"--cluster: no scheduler at {address} ({error}); check the address") from error
    executor: Executor = client.get_executor(pure=False)
    return executor


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def stop(executor: Executor) -> None:
    """Stop without waiting for what is still being worked on."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    for child in multiprocessing.active_children():
        child.terminate()
    # a pool whose thread still ends while the interpreter does would be woken through a pipe that it closes
    executor.shutdown(wait=isinstance(executor, ProcessPoolExecutor), cancel_futures=True)


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process says when to stop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from cli.batch.work import warm_up

    warm_up()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
