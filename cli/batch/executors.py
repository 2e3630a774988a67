"""Where the work is done, all of one interface: in this process, or on a Dask cluster (processes have their module)."""

from __future__ import annotations

import os
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

    executor.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()
