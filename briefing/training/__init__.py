"""Training: each module learns one thing from the corpora and returns the files to ship with the figures measured.

Nothing here is used to make a brief, and nothing here prints or writes: ``python -m cli.lab train NAME SHARED`` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run gives: ``files`` by their path below ``briefing/data``, and ``figures`` by name.

    ``teacher`` is the file of the teacher network where one was trained: too large to ship, but used by other runs.
    """

    files: Mapping[str, bytes]
    figures: Mapping[str, float]
    teacher: bytes = b""
