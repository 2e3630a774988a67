"""An executor that works in this process, and helpers for all executors."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from briefing.parallel.processes import Processes


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


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def stop(executor: Executor) -> None:
    """Stop an executor without waiting for what is still being worked on."""
    executor.shutdown(wait=False, cancel_futures=True)
    if isinstance(executor, Processes):
        executor.terminate()
