"""Decides which names in different articles mean the same party.

Two names are one party if a gazetteer (the user's first) has them in one entry, if they are the same words, if articles
give one as the abbreviation of the other, or if they are people with the same first and last name; a surname alone
means the only person of the story who bears it. A holder without a name of its own ("analysts") is a different party in
every article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from sys import intern
from typing import NamedTuple

from briefing.entities.gazetteer import Gazetteer, key, standard
from briefing.entities.word_classes import grammar, word_set
from briefing.model import Party, PartyKind

_ABBREVIATION = range(2, 9)  # letters
_TEAMS = frozenset({"administration", "campaign", "camp", "team", "government", "family"})  # "Trump campaign" is a name

Identity = tuple[str, int | None]
"""The normalized name of a party, and the only report in which it means this party (None: it does in all)."""


class _Seen(NamedTuple):
    """A party of a report: its name and then its aliases."""

    names: tuple[str, ...]
    kind: PartyKind
    report: int


class PartyIdentities:
    """Decides which party names in different articles mean the same party.

    Call ``note`` for each party of each brief, then ``settle`` once; only then ask for identities.
    """

    def __init__(self, extra: Gazetteer | None = None) -> None:
        self._gazetteers = [each for each in (extra, standard()) if each is not None]
        self._known: dict[str, str | None] = {}
        self._long: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[Identity, Counter[str]] = defaultdict(Counter)
        self._kinds: dict[Identity, Counter[PartyKind]] = defaultdict(Counter)
        self._aliases: dict[Identity, dict[str, None]] = defaultdict(dict)
        self._seen: list[_Seen] = []
        self._stories: Sequence[int] = ()
        self._bearers: dict[tuple[int, str], set[str]] = defaultdict(set)

    def note(self, party: Party, report: int) -> None:
        """Remember a party that the brief of a report names."""
        names = tuple(map(intern, dict.fromkeys((party.name, *party.aliases))))
        self._seen.append(_Seen(names, party.kind, report))
        if party.kind == "organization" and " " in party.name:
            for alias in party.aliases:
                if _abbreviates(alias, party.name):
                    self._long[_folded(alias)].add(_folded(party.name))

    def settle(self, stories: Sequence[int] = ()) -> None:
        """Choose the best name of each identity, once all parties are noted.

        ``stories`` has the number of the story of each report; without it surnames alone are not resolved.
        """
        self._stories = stories
        for names, kind, report in self._seen if stories else ():
            folded = _folded(names[0]).split()
            if kind == "person" and len(folded) > 1 and _is_proper(names[0]):
                self._bearers[stories[report], _surname(folded)].add(_person(folded))
        for names, kind, report in self._seen:
            identity = self.identity(names[0], kind, report)
            self._forms[identity][names[0]] += 1
            self._kinds[identity][kind] += 1
            self._aliases[identity].update(dict.fromkeys(names))
        self._seen.clear()

    def identity(self, name: str, kind: PartyKind, report: int) -> Identity:
        """The identity behind a name in a report."""
        known = self._entry(name)
        if known is not None:
            return known, None
        folded = _folded(name)
        if kind == "person" and _is_proper(name):
            words = folded.split()
            bearers = self._bearers.get((self._stories[report], folded), ()) if self._stories else ()
            if len(words) > 1:
                return _person(words), None
            if len(bearers) == 1:
                return next(iter(bearers)), None
        if not _is_proper(name) or (" " not in folded and (kind == "person" or _is_common(folded))):
            return folded, report
        longer = self._long.get(folded, ())
        return (next(iter(longer)) if len(longer) == 1 else folded), None

    def name(self, identity: Identity) -> str:
        """The name to show: that of the gazetteer, else the one that most briefs use."""
        forms = self._forms.get(identity)
        if identity[1] is None and self._entry(identity[0]) == identity[0]:
            return identity[0]
        return min(forms, key=lambda form: (-forms[form], -len(form), form)) if forms else identity[0]

    def kind(self, identity: Identity) -> PartyKind:
        """The kind that most briefs give."""
        kinds = self._kinds.get(identity)
        return kinds.most_common(1)[0][0] if kinds else "organization"

    def aliases(self, identity: Identity) -> tuple[str, ...]:
        """The other names of a party, in the order in which they were noted."""
        own = self.name(identity)
        return tuple(alias for alias in self._aliases.get(identity, ()) if alias != own)

    def _entry(self, name: str) -> str | None:
        if name not in self._known:
            self._known[name] = self._looked_up(key(name.split()))
        return self._known[name]

    def _looked_up(self, words: Sequence[str]) -> str | None:
        for gazetteer in self._gazetteers:
            hit = gazetteer.longest(words, 0, len(words)) if words else None
            if hit is not None and hit.length == len(words):
                for sense in hit.senses:
                    if sense.use == "name":
                        return sense.entry.name
        return None


def _folded(name: str) -> str:
    words = name.casefold().replace("’", "'").replace(".", "").replace(",", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _person(words: Sequence[str]) -> str:
    """First and last name, with a suffix ("Jr.") that tells son from father."""
    bare = [word for word in words if word not in grammar("suffix")]
    suffix = [word for word in words if word in grammar("suffix")]
    return " ".join([*(bare if len(bare) < 3 else (bare[0], bare[-1])), *suffix])


def _surname(words: Sequence[str]) -> str:
    bare = [word for word in words if word not in grammar("suffix")]
    return bare[-1] if bare else ""


def _is_common(word: str) -> bool:
    """Whether a single word is an ordinary noun ("Association", "Research"), which names no party by itself."""
    return word in word_set("ordinary_words.txt") or word.title() in word_set("organization_words.txt")


def _is_proper(name: str) -> bool:
    """Whether this is a proper name: its first and last word begin with a capital ("Trump campaign" is one, too)."""
    words = [word for word in name.split() if word[:1].isalpha()]
    words = words[1:] if words[:1] == ["the"] else words
    named = len(words) > 1 and words[-1] in _TEAMS
    return bool(words) and words[0][0].isupper() and (named or words[-1][0].isupper())


def _abbreviates(short: str, name: str) -> bool:
    letters = short.replace(".", "")
    capitals = "".join(word[0] for word in name.split() if word[:1].isupper())
    return letters.isupper() and len(letters) in _ABBREVIATION and letters == capitals
