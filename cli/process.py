"""The process that is the command's own: how Python and the libraries under numpy work in it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_OBJECTS = 100_000  # made between two searches for rings of them; a start makes three hundred thousand, and no rings
_OF_OLD = (20, 100)  # searches of younger objects between two of older ones, and of the oldest


def set_up() -> None:
    """Have one thread multiply matrices, unless the user chose otherwise, and search for garbage more rarely.

    To be called before numpy is loaded. More threads would burn time as they wait for the next small product.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])


def keep_one_thread() -> None:
    """Tell the library that there is but one thread, if that is so."""
    if all(os.environ.get(name) == "1" for name in _THREADS):
        from briefing.network.threads import promise_one_thread

        promise_one_thread()


@contextmanager
def few_collections() -> Iterator[None]:
    """Within the block old objects are searched for garbage more rarely still: millions are made that stay."""
    usual = gc.get_threshold()
    gc.set_threshold(usual[0], *_OF_OLD)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
