"""Products of matrices are worked out in one thread, and the caller's setting comes back."""

from __future__ import annotations

import numpy as np
import pytest
from threadpoolctl import ThreadpoolController

from briefing.network import threads


def _counts() -> list[int]:
    return [each.num_threads for each in ThreadpoolController().lib_controllers if each.user_api == "blas"]


def test_one_thread_while_it_is_open() -> None:
    np.zeros((2, 2)) @ np.zeros((2, 2))
    before = _counts()
    with threads.one_thread():
        assert set(_counts()) <= {1}
    assert _counts() == before


def test_nobody_is_looked_for_where_there_is_one_thread_by_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_is_single", False)
    monkeypatch.setattr(threads, "_controller", lambda: pytest.fail("looked"))
    threads.promise_one_thread()
    with threads.one_thread():
        pass
