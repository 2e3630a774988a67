"""Inference in a linear-chain conditional random field with the five labels of attribution.

Lafferty, McCallum and Pereira (2001). The recursions are written out label by label: at five labels that is several
times faster in plain Python than loops over a matrix, and no array library has to be loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

LABELS = ("O", "B", "I", "S", "Q")
"""Outside, begin and inside of a content, source, cue: the order of every vector of scores."""

Vector = tuple[float, float, float, float, float]
"""One number per label."""

ZERO: Vector = (0.0, 0.0, 0.0, 0.0, 0.0)


class Marginals(NamedTuple):
    """``of[i]`` is the probability of each label at token ``i``; ``empty`` that of no token having any but O."""

    of: list[Vector]
    empty: float


def marginals(scores: Sequence[Vector], transitions: Sequence[Vector], least: float = 0.0) -> Marginals:
    """Label probabilities by the forward-backward algorithm, in time linear in the tokens.

    ``scores`` holds the log potentials of each token, ``transitions[a][b]`` that of label b following a. The
    probabilities of the tokens are not worked out where that of any label but O is below ``least``.
    """
    if not scores:
        return Marginals([], 1.0)
    steps = [[exp(weight) for weight in row] for row in transitions]
    potentials, shifted = _potentials(scores)
    forward, log_norm = _forward(potentials, steps)
    outside = sum(shifted) + (len(scores) - 1) * transitions[0][0]
    empty = exp(min(0.0, outside - log_norm))
    return Marginals(_backward(potentials, forward, steps) if 1.0 - empty >= least else [], empty)


def _potentials(scores: Sequence[Vector]) -> tuple[list[Vector], list[float]]:
    """The exponentials of the scores less their maximum, and the scores of O so shifted."""
    potentials, outside = [], []
    for row in scores:
        top = max(row)
        o, b, i, s, q = row
        potentials.append((exp(o - top), exp(b - top), exp(i - top), exp(s - top), exp(q - top)))
        outside.append(o - top)
    return potentials, outside


_RESCALED = 16
"""After so many tokens the recursions are scaled to a sum of 1, long before a number can get too small or large."""


def _forward(potentials: Sequence[Vector], steps: Sequence[Sequence[float]]) -> tuple[list[Vector], float]:
    """Forward sums, each row up to a factor, and the logarithm of the whole sum."""
    (oo, ob, oi, os, oq), (bo, bb, bi, bs, bq), (io, ib, ii, is_, iq), (so, sb, si, ss, sq), (qo, qb, qi, qs, qq) = (
        steps
    )
    o, b, i, s, q = potentials[0]
    rows, log_norm = [(o, b, i, s, q)], 0.0
    for at in range(1, len(potentials)):
        po, pb, pi, ps, pq = potentials[at]
        o, b, i, s, q = (
            po * (o * oo + b * bo + i * io + s * so + q * qo),
            pb * (o * ob + b * bb + i * ib + s * sb + q * qb),
            pi * (o * oi + b * bi + i * ii + s * si + q * qi),
            ps * (o * os + b * bs + i * is_ + s * ss + q * qs),
            pq * (o * oq + b * bq + i * iq + s * sq + q * qq),
        )
        if not at % _RESCALED:
            norm = o + b + i + s + q
            o, b, i, s, q = o / norm, b / norm, i / norm, s / norm, q / norm
            log_norm += log(norm)
        rows.append((o, b, i, s, q))
    return rows, log_norm + log(o + b + i + s + q)


def _backward(
    potentials: Sequence[Vector], forward: Sequence[Vector], steps: Sequence[Sequence[float]]
) -> list[Vector]:
    """The backward recursion, combined with the forward sums into marginals."""
    (oo, ob, oi, os, oq), (bo, bb, bi, bs, bq), (io, ib, ii, is_, iq), (so, sb, si, ss, sq), (qo, qb, qi, qs, qq) = (
        steps
    )
    o = b = i = s = q = 1.0
    rows = []
    for at in range(len(potentials) - 1, -1, -1):
        fo, fb, fi, fs, fq = forward[at]
        fo, fb, fi, fs, fq = fo * o, fb * b, fi * i, fs * s, fq * q
        norm = fo + fb + fi + fs + fq
        rows.append((fo / norm, fb / norm, fi / norm, fs / norm, fq / norm))
        po, pb, pi, ps, pq = potentials[at]
        o, b, i, s, q = po * o, pb * b, pi * i, ps * s, pq * q
        o, b, i, s, q = (
            o * oo + b * ob + i * oi + s * os + q * oq,
            o * bo + b * bb + i * bi + s * bs + q * bq,
            o * io + b * ib + i * ii + s * is_ + q * iq,
            o * so + b * sb + i * si + s * ss + q * sq,
            o * qo + b * qb + i * qi + s * qs + q * qq,
        )
        if not at % _RESCALED:
            scale = o + b + i + s + q
            o, b, i, s, q = o / scale, b / scale, i / scale, s / scale, q / scale
    rows.reverse()
    return rows
