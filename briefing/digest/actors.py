"""Numbers the parties over all reports, and tells the holders of each position and the names of each party."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.digest.actor_names import ActorNames
from briefing.digest.identities import Identity, PartyIdentities
from briefing.digest.model import Actor, Telling
from briefing.digest.saying import Said, last_name, unwrapped
from briefing.model import Brief, PartyKind, Speaker

_REMEMBERED = 1 << 14  # positions whose holders are cached, more than a story has


class ActorRegister:
    """Gives every party one number over all reports, in the order in which parties are first asked for."""

    def __init__(self, names: PartyIdentities) -> None:
        self._names = names
        self._kinds: list[dict[str, PartyKind]] = []
        self._numbers: dict[Identity, int] = {}
        self._identities: list[Identity] = []
        self._held: dict[tuple[int, int], tuple[int, ...]] = {}

    def note(self, brief: Brief, report: int) -> None:
        """Learn the names and kinds of a brief's parties; ``report`` is the number of its article in the digest."""
        self._kinds.append({party.name: party.kind for party in brief.parties})
        for party in brief.parties:
            self._names.note(party, report)

    def holders(self, each: Said) -> tuple[int, ...]:
        """The numbers of the parties that hold a position."""
        place = each.report, each.position
        held = self._held.get(place)
        if held is None:
            if len(self._held) >= _REMEMBERED:
                self._held.clear()
            kinds = self._kinds[each.report]
            found = (self._names.identity(name, kinds.get(name, "organization"), each.report) for name in each.parties)
            held = self._held[place] = tuple(dict.fromkeys(map(self._number, found)))
        return held

    def named(self, each: Said) -> tuple[int, ...]:
        """The numbers of those holders of a position that have a name, unlike "analysts"."""
        return tuple(actor for actor in self.holders(each) if self._identities[actor][1] is None)

    def _number(self, identity: Identity) -> int:
        if identity not in self._numbers:
            self._numbers[identity] = len(self._identities)
            self._identities.append(identity)
        return self._numbers[identity]

    def telling(self, each: Said) -> Telling:
        """The position as a ``Telling``: its place in its article and the numbers of its holders."""
        quotes = tuple(unwrapped(quote.shown) for quote in each.quotes)
        return Telling(each.report, each.position, each.start, each.end, each.text, quotes, self.holders(each))

    def vote(self, tellings: Sequence[Telling]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who holds a matter, where its reports may name different holders.

        Args:
            tellings: the matter as each report tells it.

        Returns:
            The holders that most reports name, and all holders named by any report where the reports contradict one
            another (empty where they agree).
        """
        counts: Counter[tuple[int, ...]] = Counter()
        for report in dict.fromkeys(telling.report for telling in tellings):
            counts.update({telling.actors for telling in tellings if telling.report == report})
        named = {actors: count for actors, count in counts.items() if any(map(self._is_named, actors))}
        if not named:
            return tellings[0].actors, ()
        order = {actors: place for place, actors in reversed([*enumerate(each.actors for each in tellings)])}
        best = min(named, key=lambda actors: (-named[actors], order[actors]))
        differing = [actors for actors in sorted(named, key=order.__getitem__) if not self._meet(actors, best)]
        if not differing:
            return best, ()
        return best, tuple(dict.fromkeys(actor for actors in (best, *differing) for actor in actors))

    def _meet(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Whether two sets of holders may agree: they share a party, or parties with the same last name."""
        first, second = (
            {last_name(self._names.name(self._identities[each])) for each in held} for held in (some, others)
        )
        return not set(some).isdisjoint(others) or not first.isdisjoint(second)

    def _is_named(self, actor: int) -> bool:
        return self._identities[actor][1] is None

    def is_country(self, actor: int) -> bool:
        """Whether a party is a country."""
        return self._names.kind(self._identities[actor]) == "country"

    def are_namesakes(self, one: int, other: int) -> bool:
        """Whether two may be one party under two names ("Joe" and "Joseph Holm"), or one bears the name of the other,
        a person ("the Holm campaign")."""
        (first, second), names = (self._identities[one], self._identities[other]), self._names
        if names.kind(first) != "person":
            first, second = second, first
        if names.kind(first) != "person":
            return False
        surname, words = last_name(names.name(first)), names.name(second).casefold().split()
        if names.kind(second) != "person":
            return surname in words
        return surname == last_name(names.name(second)) and words[0][0] == names.name(first).casefold()[0]

    def names_in(self, positions: Iterable[Said]) -> ActorNames:
        """The names by which the named parties of some positions can be found."""
        weights = Counter(actor for each in positions for actor in self.named(each))
        return ActorNames({actor: self._forms(actor) for actor in weights}, weights)

    def _forms(self, actor: int) -> Iterable[str]:
        identity = self._identities[actor]
        name = self._names.name(identity)
        surname = last_name(name) if self._names.kind(identity) == "person" else ""
        words = (word.strip(".,") for word in name.split())
        last = (word for word in words if word.casefold() == surname)
        return dict.fromkeys((name, *self._names.aliases(identity), *last))

    def speakers(self, members: Sequence[Said]) -> tuple[Speaker, ...]:
        """The distinct speakers of some positions, each with the first role that a report gives."""
        found: dict[str, Speaker] = {}
        for each in members:
            for speaker in each.speakers:
                known = found.get(speaker.name)
                if known is None or known.role is None:
                    found[speaker.name] = speaker
        return tuple(found.values())

    def actors(self, held: Mapping[int, Sequence[int]]) -> tuple[Actor, ...]:
        """All parties in the order of their numbers; ``held`` gives the matters of each number."""
        matters: Mapping[int, Sequence[int]] = defaultdict(list, held)
        return tuple(
            Actor(
                self._names.name(identity),
                self._names.kind(identity),
                self._names.aliases(identity),
                tuple(matters[number]),
                identity[1],
            )
            for number, identity in enumerate(self._identities)
        )
