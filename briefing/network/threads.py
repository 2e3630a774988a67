"""Limits matrix products to one thread: ours are small, and more threads would only disturb other processes."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

_is_single = False


def promise_one_thread() -> None:
    """Declare that the BLAS library of numpy was started with one thread, so that ``one_thread`` need not look for it.

    Only a process that itself sets the environment variables of BLAS knows that; looking takes longer than some briefs.
    """
    global _is_single
    _is_single = True


def one_thread() -> AbstractContextManager[Any]:
    """A context manager in which matrices are multiplied in one thread; afterwards in as many as before."""
    return nullcontext() if _is_single else _controller().limit(limits=1, user_api="blas")


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
