"""Fingerprints tell whether two articles are of one story or share text, and are small enough to be kept in a store."""

from __future__ import annotations

import sys
from array import array
from typing import NamedTuple, TypeVar

from briefing.digest.copies import Sketch, sketch
from briefing.digest.saying import told_text
from briefing.digest.stories import Profile, day_number, profile
from briefing.digest.terms import Wording
from briefing.model import Brief

Number = TypeVar("Number", int, float)


class Fingerprint(NamedTuple):
    """The strongest terms of an article, by which stories are found, and a sample of its shingles, for copies."""

    profile: Profile
    sketch: Sketch


class KeptFingerprint(NamedTuple):
    """A fingerprint as a row of the store: terms separated by spaces, numbers as little-endian bytes."""

    terms: str
    weights: bytes
    shingles: bytes
    every: int


def fingerprint(brief: Brief, told: Wording | None = None) -> Fingerprint:
    """The fingerprint of a brief's article; ``told`` is the ``Wording`` of its ``told_text``, made here if None."""
    told = told or Wording(told_text(brief))
    return Fingerprint(profile(brief.article, told), sketch(told))


def keep(found: Fingerprint) -> KeptFingerprint:
    """A fingerprint in the form in which the store keeps it."""
    shingles, every = found.sketch
    return KeptFingerprint(
        " ".join(found.profile.terms), _little(found.profile.weights).tobytes(), _little(shingles).tobytes(), every
    )


def restore(kept: KeptFingerprint, day: str | None) -> Fingerprint:
    """The fingerprint in a row of the store; ``day`` is the ISO date of its article.

    Raises:
        ValueError: the row is no fingerprint.
    """
    weights, shingles = _little(array("d", kept.weights)), _little(array("I", kept.shingles))
    return Fingerprint(Profile(tuple(kept.terms.split()), weights, day_number(day)), (shingles, kept.every))


def _little(numbers: array[Number]) -> array[Number]:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
