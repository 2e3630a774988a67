"""The options of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from operator import index
from typing import SupportsFloat, SupportsIndex

from briefing.attribution.attributions import OPERATING_POINT
from briefing.errors import OptionError
from briefing.parties import Gazetteer
from briefing.salience.scoring import DEFAULT_QUOTE_WEIGHT


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a brief; ``Options()`` has the defaults of the command.

    Args:
        sentences: sentences in the summary, 1 or more.
        words: the most words in the summary, instead of a number of ``sentences``; 1 or more.
        quote_weight: the weight of a sentence's positions, against its salience, in choosing the summary; 0 (salience
            alone) to 1 (positions alone).
        min_confidence: positions with a lower confidence are left out; 0 (keep all doubtful ones) to 1.
        with_text: whether the brief keeps the text of its article.
        gazetteer: the user's own names of parties, as ``load_parties`` reads them.

    Raises:
        OptionError: a number is out of its range.
        TypeError: a value is of a wrong type.

    >>> Options(sentences=5).sentences
    5
    >>> Options(sentences=-3)
    Traceback (most recent call last):
    ...
    briefing.errors.OptionError: sentences is -3; give a whole number from 1
    """

    sentences: int = 3
    words: int | None = None
    quote_weight: float = DEFAULT_QUOTE_WEIGHT
    min_confidence: float = OPERATING_POINT
    with_text: bool = False
    gazetteer: Gazetteer | None = None

    def __post_init__(self) -> None:
        _check_count("sentences", self.sentences)
        if self.words is not None:
            _check_count("words", self.words)
        _check_share("quote_weight", self.quote_weight)
        _check_share("min_confidence", self.min_confidence)
        if not isinstance(self.with_text, bool):
            raise TypeError(f"with_text is {self.with_text!r}; give True or False")
        if not isinstance(self.gazetteer, Gazetteer | None):
            raise TypeError(f"gazetteer is of type {type(self.gazetteer).__name__}; give what load_parties gives")


def _check_count(name: str, value: object) -> None:
    if not isinstance(value, SupportsIndex) or isinstance(value, bool):
        raise TypeError(f"{name} is {value!r}; give a whole number from 1")
    if index(value) < 1:
        raise OptionError(f"{name} is {value!r}; give a whole number from 1")


def _check_share(name: str, value: object) -> None:
    if not isinstance(value, SupportsFloat) or isinstance(value, bool):
        raise TypeError(f"{name} is {value!r}; give a number from 0 to 1")
    if not 0 <= float(value) <= 1:  # NaN is in no range
        raise OptionError(f"{name} is {value!r}; give a number from 0 to 1")
