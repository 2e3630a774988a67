"""Finds the parties of a story that a text names, and those that it judges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.digest.saying import Said
from briefing.entities.word_classes import role_nouns
from briefing.language import norm
from briefing.positions.stance_lexicon import class_bit, classes_of
from briefing.resources import read_words

_FAR_MORE = 3  # a shared name means the party with so many times the positions of all others that bear it
_DEED = class_bit("deed")
_OWN_REACH = 3  # words after "Oslo's" that are searched for what it did or has
_OWN_PEOPLE = frozenset({"spokes", "lawyer"})  # kinds of people who speak for Oslo: "Oslo's spokeswoman" means Oslo
_AGENT = 16  # first words of a text that are searched for "by Oslo", which names the doer
_DESCRIBED = 3  # most words between "by" and the name of the doer
_OPENING = 3  # most words before the name of the party that is judged
_OBJECT = 5  # the same in the object of a verb that judges
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*(?:(?<=s)['’](?!\w))?")
_BEGINNING = re.compile(r"[^\W\d_a-z][^\W_]*")  # first word of a name; a quick test for texts that have none
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDS = ("", "'", "’", "'s", "’s")  # endings with which a name of a single word may stand in a text


_Owned = Callable[[Sequence[str]], bool]
"""A test of the words after "Oslo's": whether the possessive stands for Oslo itself."""


class _Named(NamedTuple):
    """An actor named in a text, with the length of the name in words; ``deed``: as a possessive ("Oslo's plan")."""

    actor: int
    deed: bool
    words: int


class ActorNames:
    """Finds the parties of a story in a text by their names.

    A name that several parties share belongs to the one that holds far more positions than the others (``weights``),
    else to none of them.
    """

    def __init__(self, names: Mapping[int, Iterable[str]], weights: Mapping[int, int]) -> None:
        bearers: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        for actor, forms in names.items():
            for form in forms:
                words = tuple(_WORD.findall(form))
                if words and words[0][0].isupper():
                    bearers[words][actor] = None
        self._actor = {words: _bearer(list(actors), weights) for words, actors in bearers.items()}
        self._longest: dict[str, int] = defaultdict(int)
        for words in self._actor:
            for first in (words[0],) if len(words) > 1 else (words[0] + end for end in _ENDS):
                self._longest[first] = max(self._longest[first], len(words))
        self._beginnings = {found[0] for words in self._actor for found in _BEGINNING.finditer(words[0])}

    def judged(self, text: str, *, accused: bool = False, object: bool = False) -> tuple[int, bool] | None:
        """The actor that a text judges, and whether it judges a deed: true for "Oslo's raid …" and "the raid by Oslo",
        false for "Oslo …"; None if it judges no actor.

        ``accused``: the text is an accusation, in which any words may follow "Oslo's". ``object``: the text is the
        object of a verb that judges, so that words before the name may describe its bearer.
        """
        words = _WORD.findall(text)
        for at in range(min(len(words), (_OBJECT if object else _OPENING) + 1)):
            found = self._at(words, at, _is_anything if accused else _is_deed)
            if found is not None:
                return found.actor, found.deed
            described = object and not _POSSESSIVE.search(words[at])
            if not described and words[at].casefold().strip(".") not in read_words("positions/before_names.txt"):
                break
        agent = self._agent(words)
        return None if agent is None else (agent, True)

    def _agent(self, words: Sequence[str]) -> int | None:
        """The actor named after "by" as the doer ("the attack by the rebel group Oslo Front")."""
        for by in (at for at, word in enumerate(words[:_AGENT]) if word == "by"):
            for at in range(by + 1, min(len(words), by + 2 + _DESCRIBED)):
                found = self._at(words, at, _is_anything)
                if found is not None:
                    return found.actor
                if not words[at].islower() or words[at] in read_words("rendering/prepositions.txt"):
                    break
        return None

    def clients(self, each: Said) -> dict[int, None]:
        """The actors for whom speakers are lawyers, by their roles ("Quill's attorney", "a lawyer for Ada Holt").

        A role that names a holder of the position is skipped: nobody is his own client.
        """
        actors: dict[int, None] = {}
        for words in (_WORD.findall(speaker.role) for speaker in each.speakers if speaker.role):
            if not set(each.holders).isdisjoint(_POSSESSIVE.sub("", word).casefold() for word in words):
                continue
            for at in (place for place, word in enumerate(words) if _is_lawyer(word)):
                before = (self._at(words, start, _is_anything) for start in range(at))
                actors |= {each.actor: None for each in before if each is not None and each.deed}
                after = self._at(words, at + 2, _is_deed) if words[at + 1 : at + 2] == ["for"] else None
                actors |= {} if after is None else {after.actor: None}
        return actors

    def named(self, text: str) -> dict[int, int]:
        """The parties that a text names, in order, each with the number of words before its first mention.

        A possessive ("Quill's plan") counts, too, unless it names somebody else ("Quill's son")."""
        if text.islower() or self._beginnings.isdisjoint(_BEGINNING.findall(text)):
            return {}
        words, at = _WORD.findall(text), 0
        actors: dict[int, int] = {}
        while at < len(words):
            found = self._at(words, at, _is_thing)
            if found is not None:
                actors.setdefault(found.actor, at)
            at += 1 if found is None else found.words
        return actors

    def _at(self, words: Sequence[str], at: int, owned: _Owned) -> _Named | None:
        """The actor whose name begins with the word ``at``; as a possessive only if ``owned`` accepts what follows."""
        longest = self._longest.get(words[at], 0) if at < len(words) else 0
        for size in range(min(longest, len(words) - at), 0, -1):
            own = words[at : at + size]
            bare = _POSSESSIVE.sub("", own[-1])
            actor = self._actor.get((*own[:-1], bare))
            if actor is not None and (bare == own[-1] or owned(words[at + size : at + size + _OWN_REACH])):
                return _Named(actor, bare != own[-1], size)
        return None


def _bearer(actors: Sequence[int], weights: Mapping[int, int]) -> int | None:
    ranked = sorted(actors, key=lambda actor: (-weights[actor], actor))
    others = sum(weights[actor] for actor in ranked[1:])
    return ranked[0] if weights[ranked[0]] >= _FAR_MORE * others else None


def _is_lawyer(word: str) -> bool:
    noun = role_nouns().get(norm(word))
    return noun is not None and noun.kind == "lawyer"


def _is_anything(words: Sequence[str]) -> bool:
    return True


def _is_deed(words: Sequence[str]) -> bool:
    return any(classes_of(norm(word)) & _DEED for word in words)


def _is_thing(words: Sequence[str]) -> bool:
    """Whether the words after a possessive name nobody else (in "Oslo's neighbour" they do)."""
    nouns = (role_nouns().get(norm(word)) for word in words)
    return all(noun is None or noun.kind in _OWN_PEOPLE for noun in nouns)
