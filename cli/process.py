"""Settings of the command's own process: garbage collection, and the threads of the libraries under numpy."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_OBJECTS = 100_000  # new objects between two collections; a start makes 300,000, and no reference cycles
_OF_OLD = (20, 100)  # the thresholds of the two older generations, as ``gc.set_threshold`` takes them


def set_up() -> None:
    """Use one thread to multiply matrices, unless the user chose otherwise, and collect garbage less often.

    To be called before numpy is imported. More threads would waste time waiting for the next small product.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])


def keep_one_thread() -> None:
    """Tell the library that matrices are multiplied in one thread, if that is so."""
    if all(os.environ.get(name) == "1" for name in _THREADS):
        from briefing.network.threads import promise_one_thread

        promise_one_thread()


@contextmanager
def few_collections() -> Iterator[None]:
    """Within the block, collect old generations of objects even less often: millions are made that stay."""
    usual = gc.get_threshold()
    gc.set_threshold(usual[0], *_OF_OLD)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
