"""The words of an attribution as named features: what the model of stances learns of them beside their classes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from briefing.language import stop_words
from briefing.model import Attribution
from briefing.positions.cues import CueReading
from briefing.positions.stance_lexicon import class_bit, classes_of, cue_word
from briefing.positions.topics import topic_word, topic_words
from briefing.positions.word_index import WordIndex

_READ_CLOSELY = 30  # words of a content that are read one by one
_HEAD = 7  # first words of a content, which say what it is about
_GOVERNED = 5  # first words of a content that are combined with the cue
_DESCRIBED = 12  # words of a source that tell who speaks
_PHRASE = 4  # first words of a cue that are taken as a phrase
_VERBS = class_bit("will", "might", "oblige", "be", "have")

WORDINGS = ("word ", "pair ", "three ", "opens ", "head ", "by ", "cue words ", "governs ", "from ", "modal ")
"""The prefixes of these features' names (only the cue's sense with a content's first word has no fixed prefix)."""


def wording(words: WordIndex, attribution: Attribution, cue: CueReading, own: Collection[str]) -> list[str]:
    """The names of the features, each once: of the content its topic words, adjacent words, first words (alone and with
    the cue's sense) and modal verbs; the words of the cue; the lower-case words of the source."""
    said = [word for word in words.within(attribution.content, _READ_CLOSELY) if word[0].isalnum() or word == "?"]
    told = [cue_word(word) for word in words.within(attribution.cue) if word[0].isalnum()]
    found = dict.fromkeys(f"word {topic}" for topic in topic_words(said))
    found.update(dict.fromkeys(_neighbours(said)))
    found.update(dict.fromkeys(f"head {topic}" for topic in topic_words(said[:_HEAD])))
    found.update(dict.fromkeys(_opening(said, cue)))
    found.update(dict.fromkeys(_by(told, said)))
    found.update(dict.fromkeys(_modals(said, own)))
    found.update(dict.fromkeys(f"from {topic}" for topic in _source(words, attribution)))
    return list(found)


def _neighbours(said: Sequence[str]) -> Iterator[str]:
    """Each two adjacent words of which at least one is a function word, and each three adjacent words."""
    grammar = stop_words()
    yield from (f"pair {one} {two}" for one, two in pairwise(said) if {one, two} & grammar)
    yield from (f"three {' '.join(said[at : at + 3])}" for at in range(len(said) - 2))


def _opening(said: Sequence[str], cue: CueReading) -> Iterator[str]:
    """The first one, two and three words, and the first one with the sense of the cue."""
    for size in (1, 2, 3):
        yield f"opens {' '.join(said[:size])}"
    yield f"{cue}: {' '.join(said[:1])}"


def _by(told: Sequence[str], said: Sequence[str]) -> Iterator[str]:
    """The words of the cue, alone, together, and with what they govern."""
    phrase = " ".join(told[:_PHRASE])
    yield from (f"by {word}" for word in told)
    yield f"cue words {phrase}"
    yield from (f"governs {phrase}: {topic}" for topic in topic_words(said[:_GOVERNED]))


def _source(words: WordIndex, attribution: Attribution) -> Iterator[str]:
    """The topic words of the source in lower case, which tell what kind of holder speaks; names do not generalize."""
    tokens = words.document.tokens
    for number in words.numbers(attribution.source, _DESCRIBED):
        topic = topic_word(words.lower[number]) if tokens[number].text[0].islower() else ""
        if topic:
            yield topic


def _modals(said: Sequence[str], own: Collection[str]) -> Iterator[str]:
    """Verbs like "will", "must" and "is" with their subject and with what comes after them."""
    for at, word in enumerate(said):
        if classes_of(word) & _VERBS:
            subject = "start" if at == 0 else "own" if said[at - 1] in own else said[at - 1]
            yield f"modal {subject} {word}"
            after = said[at + 1] if at + 1 < len(said) else "end"
            yield f"modal {word} {topic_word(after) or after}"
