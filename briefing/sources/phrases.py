"""Takes a noun phrase of a source apart: its head, the names in it, and what kind of thing the head is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.calendar import weekday_names
from briefing.entities.model import Sighting
from briefing.entities.word_classes import collective_nouns, documents, grammar
from briefing.language.morphology import is_participle
from briefing.sources.model import HeadKind, Phrase, Role
from briefing.sources.person_roles import RoleFinder

MARKS = frozenset({",", '"', "“", "”", "'", "‘", "’", "(", ")", "-", "–", "—", "--", ":", ".", ";"})
_BREAKS = frozenset({",", "(", "-", "–", "—", "--"})
_OFFICE_REACH = 6


def read_phrase(finder: RoleFinder, first: int, end: int) -> Phrase:
    """The parts of one conjunct, tokens ``first`` up to ``end`` (exclusive, not empty)."""
    lower, named = finder.lower, finder.register.by_token
    after, stop = _head_end(finder, first, end), _apposed(finder, first, end)
    names = tuple(finder.register.within(first, end))
    last = after
    while last > first + 1 and last - 1 not in named and finder.texts[last - 1] in MARKS | {"'s"}:
        last -= 1
    while last > first + 1 and last - 1 not in named and finder.texts[last - 1] in weekday_names():
        last -= 1
    role = finder.parse(first, stop)
    return Phrase(
        first=first,
        end=end,
        kind=_kind(finder, first, last, [name for name in names if name.first < after], role),
        head=lower[last - 1],
        names=names,
        person=_person(finder, names, after, stop),
        role=role,
        definite=lower[first] in grammar("definite"),
        owner=next((token for token in range(first, last) if lower[token] in grammar("possessive")), None),
        after=after,
        stop=stop,
    )


def pronoun(word: str, token: int) -> Phrase:
    """The phrase of a lone pronoun at a token."""
    return Phrase(token, token + 1, "pronoun", word, (), None, None, False, None, token + 1, token + 1)


def may_call(lower: Sequence[str], tokens: Iterable[int]) -> bool:
    """Whether some words before a name may be its bearer's role ("the ferry's" may not, "soloist" may)."""
    small = grammar("preposition", "relative", "stop")
    return all(lower[at][0].isalnum() and lower[at] not in small for at in tokens)


def owns(lower: Sequence[str], sighting: Sighting) -> bool:
    """Whether a possessive follows a name."""
    return sighting.end < len(lower) and lower[sighting.end] in {"'s", "'"}


def _apposed(finder: RoleFinder, first: int, end: int) -> int:
    """The end (exclusive) of a phrase before its first comma, bracket, dash or relative pronoun."""
    return next((t for t in range(first + 1, end) if finder.texts[t] in _BREAKS or _is_relative(finder, t)), end)


def _is_relative(finder: RoleFinder, token: int) -> bool:
    """Whether a relative clause begins at a token ("the firm that", not "a report of that day")."""
    return finder.lower[token] in grammar("relative") and finder.lower[token - 1] not in grammar("preposition")


def _head_end(finder: RoleFinder, first: int, end: int) -> int:
    for token in range(first + 1, end):
        word, named = finder.lower[token], finder.register.by_token.get(token)
        if (named and named.first < token) or (word == "of" and finder.noun_at(token - 1, token + 2) == 3):
            continue
        if word in grammar("preposition") and finder.lower[token - 1] not in grammar("counted"):
            return token
        if word in grammar("relative", "stop") or finder.texts[token] in _BREAKS:
            return token
        if named is None and is_participle(word) and not _is_nominal(finder, token, end):
            return token
    return end


def _is_nominal(finder: RoleFinder, token: int, end: int) -> bool:
    """Whether a participle belongs to the head of a phrase ("a sharing plan", "the accused"), by what is beside it."""
    if token + 1 == end:
        return finder.lower[token - 1] in grammar("determiner", "possessive")
    if token + 1 in finder.register.by_token:
        return True
    small = grammar("preposition", "determiner", "stop")
    return finder.lower[token + 1] not in small and finder.texts[token + 1] not in weekday_names()


def _person(finder: RoleFinder, names: Sequence[Sighting], after: int, stop: int) -> Sighting | None:
    """The person whom a phrase denotes: the name in its head, or one in apposition or after an office."""
    drafts = finder.register.drafts
    people = [s for s in names if drafts[s.draft].kind == "person" and not owns(finder.lower, s)]
    heads = [s for s in people if s.first < after <= s.end]
    if heads:
        return heads[-1]
    for sighting in people:
        if sighting.first > after:
            ends = sighting is names[-1] and sighting.end == stop and _follows_office(finder, sighting)
            if ends or _after_comma(finder, sighting, after):
                return sighting
    return None


def _after_comma(finder: RoleFinder, sighting: Sighting, after: int) -> bool:
    """Whether only an office stands between a comma and a name (", Labour MP Ada Quill")."""
    token = sighting.first - 1
    while token > max(after, sighting.first - _OFFICE_REACH) and finder.texts[token] != ",":
        if token not in finder.register.by_token and not finder.noun_at(token, token + 1):
            return False
        token -= 1
    return finder.texts[token] == ","


def _follows_office(finder: RoleFinder, sighting: Sighting) -> bool:
    """Whether a person's name follows an office without a preposition ("Minister of Education Ada Quill")."""
    before = finder.lower[sighting.first - 1]
    if not before[:1].isalpha() or before in grammar("preposition", "determiner", "joiner", "stop"):
        return False
    first = max(0, sighting.first - _OFFICE_REACH)
    return any(finder.noun_at(token, sighting.first) for token in range(first, sighting.first))


def _kind(finder: RoleFinder, first: int, last: int, inner: Sequence[Sighting], role: Role | None) -> HeadKind:
    opening, head = finder.lower[first:last], finder.lower[last - 1]
    if first not in finder.register.by_token and _is_pronoun(opening, finder.lower[first + 1 : first + 3]):
        return "pronoun"
    if head in {"both", "pair", "duo"} or opening[0] == "neither":
        return "pair"
    if head in grammar("pairs") and ("two" in opening or "both" in opening):
        return "pair"
    if inner and inner[-1].end == last and not (role and role.token >= inner[-1].first):
        return "somebody" if _is_of_people(finder, first, inner[-1]) else "name"
    unnamed = role is not None and role.kind == "office" and not role.bodies and head in collective_nouns()
    if role and role.token < last and role.token + len(role.head.split()) >= last and not unnamed:
        return "role"
    if head in documents():
        return "document"
    if head in collective_nouns():
        return "collective"
    return "role" if role and role.token < last else "group"


def _is_of_people(finder: RoleFinder, first: int, name: Sighting) -> bool:
    """Whether a phrase denotes one person by their nationality ("the Scot", "one Canadian")."""
    hit = finder.register.hit([finder.keys[name.first] + "s"]) if finder.lower[first] in grammar("single") else None
    people = hit is not None and any(sense.use == "people" for sense in hit.senses)
    return people and name.end - name.first == 1


def _is_pronoun(opening: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a phrase is a pronoun, begins with a subject pronoun, or is a quantifier with one ("some of whom")."""
    if len(opening) == 1 and opening[0] in grammar("he", "she", "they", "it", "we", "i", "relative"):
        return True
    counted = list(following) in (["of", "whom"], ["of", "which"], ["of", "them"])
    leads = len(opening) > 1 and opening[0] in grammar("subject")
    return leads or (counted and opening[0] in grammar("quantifier"))
