"""The words by which a source that refers to nobody named calls its holder ("some economists")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from briefing.entities.word_classes import grammar
from briefing.sources.model import Phrase
from briefing.sources.question import is_share
from briefing.sources.scene import Scene


def own_words(scene: Scene, phrase: Phrase) -> Iterator[tuple[Literal["part", "head", "words"], tuple[int, int]]]:
    """What "of" names after a quantity, the words of a source up to its head, and all of them, as token spans."""
    if scene.lower[phrase.first] in grammar("naught"):
        return
    small = grammar("article", "definite", "universal", "possessive", "joiner") | {"of", "but"}
    whole = _trimmed(scene, phrase.first, phrase.stop, small)
    head = _trimmed(scene, phrase.first, phrase.after, small)
    if phrase.after < phrase.stop and scene.lower[phrase.after] == "of" and _is_quantity(phrase.head):
        yield "part", _trimmed(scene, phrase.after + 1, phrase.stop, small)
    if _says_something(scene, *head):
        yield "head", head
    if whole != head and not reaches(scene, phrase) and _says_something(scene, *whole):
        yield "words", whole


def _says_something(scene: Scene, first: int, end: int) -> bool:
    """Whether some words are not empty and not a lone function word ("a", "of", "whom")."""
    return end > first + 1 or (end > first and scene.lower[first] not in grammar("article", "preposition", "relative"))


def _is_quantity(word: str) -> bool:
    """Whether a word is a quantity that "of" may follow ("a number of", "40% of"), and no plain numeral."""
    return word in grammar("quantity") or (is_share(word) and not word.isdecimal())


def _trimmed(scene: Scene, first: int, end: int, small: frozenset[str]) -> tuple[int, int]:
    while first < end - 1 and scene.lower[first] in small:
        after = scene.lower[first + 1]
        if scene.lower[first] in grammar("determiner") and after in grammar("preposition") and after != "of":
            break
        if scene.lower[first] == "those" and after.endswith("ed"):
            break
        first += 1
    while first < end and not scene.texts[first][0].isalnum():
        first += 1
    while end > first and not scene.texts[end - 1][0].isalnum():
        end -= 1
    return first, end


def reaches(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase goes on with who saw or received it ("a report seen by the Post", "a letter sent to Hull")."""
    return phrase.after < phrase.stop and scene.lower[phrase.after] in grammar("reaching")
