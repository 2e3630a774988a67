"""How many threads multiply matrices: one, as ours are small and more would only get in the way of other processes."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

_is_single = False


def promise_one_thread() -> None:
    """Say that the libraries behind numpy were started with one thread, so that nobody needs to look for them.

    A process of its own can tell, as it sets the variables that they read; looking takes longer than some briefs.
    """
    global _is_single
    _is_single = True


def one_thread() -> AbstractContextManager[Any]:
    """While it is open matrices are multiplied in one thread; afterwards in as many as before."""
    return nullcontext() if _is_single else _controller().limit(limits=1, user_api="blas")


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
