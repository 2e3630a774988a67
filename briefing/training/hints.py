"""Hints: numbers that describe the hidden vectors of a teacher network for each token, for a smaller one to predict.

Romero et al. (2015), "FitNets: Hints for Thin Deep Nets"; Jiao et al. (2020), "TinyBERT".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

HINT_UNIT = 1 / 24
"""The value of one integer step of a hint, in standard deviations."""


class Hints(NamedTuple):
    """``of`` maps each text to its hints, shape (tokens, numbers); ``counts`` are the numbers' weights, in sum 1."""

    of: Mapping[str, NDArray[np.int8]]
    counts: NDArray[np.float32]
