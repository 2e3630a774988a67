"""Templates of features: which things known of a token, taken together, count as one feature.

A feature is known by a hash of its template and of the values that it joins ("hashing trick", Weinberger et al. 2009),
so that the features of a whole text are made by a few operations on arrays, and no name of a feature is ever written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.lexicon import code

Column = NDArray[Any]
"""One whole number per token."""

Keys = NDArray[np.uint32]
"""One hash per template and token."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio: multiplying by it spreads neighbouring numbers (Knuth)
_HALF = np.uint64(32)


class Templates:
    """Each template is a tuple of names of columns; their order does not matter."""

    def __init__(self, templates: Sequence[tuple[str, ...]]) -> None:
        self._templates = sorted(templates, key=len)
        self._columns = sorted({name for names in templates for name in names})
        self._seeds = np.array([[code("+".join(names))] for names in self._templates], np.uint64) << _HALF
        index = {name: at for at, name in enumerate(self._columns)}
        longest = len(self._templates[-1])
        self._steps = [
            (skipped, np.array([index[names[step]] for names in self._templates[skipped:]], np.int64))
            for step in range(longest)
            for skipped in [sum(len(names) <= step for names in self._templates)]
        ]

    def __len__(self) -> int:
        return len(self._templates)

    def keys(self, columns: Mapping[str, Column]) -> Keys:
        """The feature of each template (rows) for each token (columns of the result)."""
        values = np.stack([columns[name] for name in self._columns]).astype(np.int64).view(np.uint64)
        mixed = np.repeat(self._seeds, values.shape[1], axis=1)
        for skipped, chosen in self._steps:
            part = mixed[skipped:]
            part += values[chosen]
            part *= _FACTOR
            part ^= part >> _HALF
        mixed *= _FACTOR
        keys: Keys = (mixed >> _HALF).astype(np.uint32)
        return keys
