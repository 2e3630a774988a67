"""The gender of people whose names do not tell it, from the pronouns that follow their names."""

from __future__ import annotations

from collections import Counter

from briefing.parties.model import Leaning
from briefing.parties.register import Register
from briefing.parties.scene import Scene
from briefing.parties.word_classes import grammar, pronoun_gender

_LEAST, _MORE = 2, 3
"""How many pronouns must tell it, and how many times as many as tell the other."""
_TELLING = ("own here", "subject here", "subject next", "own next")
"""How a pronoun may stand, the most telling first: whose something is or who does it, in the name's sentence or not."""
_TORN = " torn"
"""What is added where other pronouns tell another gender."""
_REACH = 1
"""How many sentences after that of a name a pronoun may mean its bearer."""


def tell_genders(scene: Scene, register: Register) -> None:
    """Give each person of unknown gender that of most first pronouns after their name, where nobody else is named.

    Of those whose name tells it, 97 in 100 are told right by two pronouns or more, 89 by a single one, which is not
    enough: whom it tells of only leans to a gender, for the ranker to weigh.
    """
    told: dict[int, list[Leaning]] = {}
    people = [each for each in register.sightings if register.drafts[each.draft].kind == "person"]
    ends = [each.first for each in people[1:]] + [len(scene.lower)]
    for sighting, end in zip(people, ends, strict=False):
        if register.drafts[sighting.draft].gender == "u":
            found = _first_pronoun(scene, sighting.end, end)
            if found is not None:
                told.setdefault(sighting.draft, []).append(found)
    for draft, leanings in told.items():
        counts = Counter(each.gender for each in leanings)
        ((gender, most),) = counts.most_common(1)
        if most >= _LEAST and most >= _MORE * (counts.total() - most):
            register.drafts[draft].gender = gender
        else:
            best = min(leanings, key=lambda each: _TELLING.index(each.how))
            register.drafts[draft].leaning = best._replace(how=best.how + _TORN) if len(counts) > 1 else best


def _first_pronoun(scene: Scene, start: int, end: int) -> Leaning | None:
    """What the first pronoun from a token on that is not within a quotation tells of the name before that token."""
    if start >= end or scene.lower[start] in ("'s", "’s"):
        return None
    last = scene.sentence[start - 1] + _REACH
    for token in range(start, end):
        if scene.sentence[token] > last:
            break
        word = scene.lower[token]
        gender = "u" if scene.quoted[token] else pronoun_gender(word)
        if gender != "u":
            use = "own" if word in grammar("possessive") else "subject"
            return Leaning(gender, f"{use} {'next' if scene.sentence[token] == last else 'here'}")
    return None
