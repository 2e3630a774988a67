"""What a large network makes of each token of some texts, in a few numbers, for a smaller network to learn from.

Romero et al. (2015), "FitNets: Hints for Thin Deep Nets"; Jiao et al. (2020), "TinyBERT".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

HINT_UNIT = 1 / 24
"""One step of a hint, in standard deviations."""


class Hints(NamedTuple):
    """``of`` holds for each text a row of numbers a token, ``counts`` what each of these numbers counts, in sum 1."""

    of: Mapping[str, NDArray[np.int8]]
    counts: NDArray[np.float32]
