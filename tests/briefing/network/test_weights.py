"""Weights read back as they were packed."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.network.weights import pack, unpack
from tests.briefing.network.small_network import small


def test_weights_read_back() -> None:
    made = small()
    found = unpack(pack(*made))
    assert found.sizes == made.sizes
    assert found.arrays.keys() == made.arrays.keys()
    for name, array in made.arrays.items():
        assert np.array_equal(found.arrays[name], array)


@pytest.mark.parametrize(("old", "new"), [(b'"Q"', b'"R"'), (b'"source"', b'"sauce"'), (b"4096", b"4097")])
def test_weights_for_others_are_refused(old: bytes, new: bytes) -> None:
    with pytest.raises(ValueError, match="other labels"):
        unpack(pack(*small()).replace(old, new, 1))


def test_nothing_may_be_missing() -> None:
    with pytest.raises(ValueError, match="buffer"):
        unpack(pack(*small())[:-1])
