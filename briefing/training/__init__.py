"""Training: each module learns one thing from the corpora and returns the files to ship with the figures measured.

Nothing here is used to make a brief, and nothing here prints or writes: ``python -m cli.lab train NAME SHARED`` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run gives: ``files`` by their path below ``briefing/data``, and ``figures`` by name.

    ``teacher`` is the large network where one was taught: too large to ship, other runs learn from it.
    """

    files: Mapping[str, bytes]
    figures: Mapping[str, float]
    teacher: bytes = b""
