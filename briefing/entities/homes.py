"""The state and the province that an article is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefing.entities.gazetteer import PROVINCE, STATE, key
from briefing.entities.model import GOVERNED, PLACES, Entry
from briefing.entities.register import Register
from briefing.entities.word_classes import province_nouns

_HOME = 1 / 3
"""The least share of an article's mentions of states and their bodies for one of them to be its home."""
_DATELINE = 2.0
"""The weight of a dateline in that state, in mentions."""


def homes_of(register: Register) -> list[Entry]:
    """The state and the province that an article is most about, each only if its share of the mentions is large enough.

    A land counts by its own names, its bodies, its places and the dateline.
    """
    told: dict[Entry, float] = {}
    for entry, weight in _lands(register):
        told[entry] = told.get(entry, 0.0) + weight
    all_states = sum(weight for entry, weight in told.items() if entry.type == STATE)
    most = (max((e for e in told if e.type == kind), key=told.__getitem__, default=None) for kind in (STATE, PROVINCE))
    return [entry for entry in most if entry and told[entry] >= _HOME * all_states]


def homes_called(register: Register, homes: Sequence[int], words: Collection[str]) -> Sequence[int]:
    """The homes that ``words`` may mean: "the state" is the province in countries whose provinces are called states."""
    called = [home for home in homes if province_nouns().get(register.drafts[home].name) in words]
    return called or homes


def _lands(register: Register) -> Iterator[tuple[Entry, float]]:
    """The state and the province of each mention (of themselves, a body or a place) and of the dateline, weighted."""
    reported = _datelined(register)
    if reported:
        yield reported, _DATELINE
    for sighting in register.sightings:
        draft, entry = register.drafts[sighting.draft], sighting.name.entry
        known = draft.entry or (entry if entry and entry.type in PLACES else None)
        for land in register.chain(known):
            if land.type in GOVERNED:
                yield land, 0.5 if draft.type == "company" else 1.0


def _datelined(register: Register) -> Entry | None:
    words = key((register.document.article.dateline or "").title().replace(",", " ").split())
    hits = (register.hit(words, at) for at in range(len(words)))
    lands = (land for hit in hits if hit for land in register.chain(hit.senses[0].entry))
    return next((land for land in lands if land.type == STATE), None)
