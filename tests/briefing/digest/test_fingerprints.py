"""What is kept of an article to compare it: read back, it is the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.digest.fingerprints import fingerprint, keep, restore
from briefing.model import Brief


@pytest.mark.parametrize("text", ["", "The night ferry to Tarn will end in June. " * 3, "ñandú \ud800 12 " * 900])
def test_what_is_kept_is_read_back(make: Callable[..., Brief], text: str) -> None:
    found = fingerprint(make("a", "2025-03-01", [], text=text))
    assert restore(keep(found), "2025-03-01") == found


def test_half_a_number_is_no_fingerprint(make: Callable[..., Brief]) -> None:
    kept = keep(fingerprint(make("a", None, [], text="The night ferry to Tarn will end in June.")))
    with pytest.raises(ValueError, match="multiple"):
        restore(kept._replace(weights=kept.weights[:-1]), None)
