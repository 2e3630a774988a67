"""What an attribution asks: the noun phrases of its source without times and asides, cut at "and" or commas."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Attribution
from briefing.parties.hidden import blames, hides
from briefing.parties.model import Phrase, Question, Sighting
from briefing.parties.person_roles import RoleFinder
from briefing.parties.phrases import MARKS, owns, read_phrase
from briefing.parties.question import ask, place_of
from briefing.parties.scene import Scene
from briefing.parties.source_runs import main_run
from briefing.parties.word_classes import collective_nouns, grammar

_WHERE = frozenset({"of", "in", "at", "from", "near"})
_REACH = 10
"""How many words before a relative pronoun the phrase may hold for which it stands."""


def questions_of(scene: Scene, finder: RoleFinder, attribution: Attribution) -> list[Question]:
    """What an attribution asks: nothing where the article hides its holder, else of each noun phrase or a silence."""
    source, cue = scene.tokens_of(attribution.source), scene.tokens_of(attribution.cue)
    content = tuple((scene.token_at(span.start), scene.token_at(span.end - 1) + 1) for span in attribution.content)
    phrases: Sequence[Phrase | None] = (None,)
    if source and not blames(scene, source, cue):
        phrases = phrases_of(finder, source) or phrases
    elif hides(scene, cue, content):
        return []
    token, direct = scene.token_at(place_of(attribution)), attribution.mode == "direct"
    return [ask(scene, each, each.first if each else token, cue, direct, content) for each in phrases]


def phrases_of(finder: RoleFinder, source: Sequence[int]) -> list[Phrase]:
    """The noun phrases of a source, each of one party or group."""
    first, end = _widened(finder, *main_run(finder, source))
    spans = [_before(finder, *s) if _stands_for_phrase(finder, s[0]) else s for s in _cut(finder, first, end)]
    return [read_phrase(finder, start, stop) for start, stop in spans]


def _widened(finder: RoleFinder, first: int, end: int) -> tuple[int, int]:
    """The noun phrase of a source whole, if it was cut in a name, after a possessive or an adjective."""
    named = finder.register.by_token
    if first in named and finder.texts[first][0].isupper():
        first = named[first].first
    if end - 1 in named and finder.texts[end - 1][0].isupper():
        end = named[end - 1].end
    floor = finder.register.sentence_of(first).first_token
    alone = end - first == 1 and finder.lower[first] in grammar("subject", "you")
    while not alone and finder.texts[end - 1][0].islower() and first > floor:
        before = named.get(first - 1)
        opened = finder.lower[first] in grammar("determiner")
        if (before is None or opened) and finder.lower[first - 1] not in {"'s", "'"}:
            break
        first = max(before.first, floor) if before else first - 1
    return first, end


def _stands_for_phrase(finder: RoleFinder, token: int) -> bool:
    """Whether a relative pronoun stands at a token, and no name that looks like one ("WHO")."""
    return finder.lower[token] in grammar("relative") and token not in finder.register.by_token


def _before(finder: RoleFinder, token: int, end: int) -> tuple[int, int]:
    """The phrase before a relative pronoun."""
    last = token
    while last > max(0, token - 4) and not finder.texts[last - 1][0].isalnum():
        last -= 1
    first = last
    while first > max(0, last - _REACH) and finder.texts[first - 1][0].isalnum() and first - 1 not in finder.cues:
        first -= 1
        if finder.lower[first] in grammar("determiner", "preposition", "stop"):
            break
    while first < last and finder.lower[first] in grammar("preposition", "stop", "joiner"):
        first += 1
    return (first, last) if first < last else (token, end)


def _cut(finder: RoleFinder, first: int, end: int) -> list[tuple[int, int]]:
    """The parts of a phrase that "and" or commas join, where each is a noun phrase of its own."""
    parts: list[tuple[int, int]] = []
    start = token = first
    apposed = False
    while token < end:
        sighting = finder.register.by_token.get(token)
        if sighting and sighting.end > token + 1 and sighting.first <= token:
            token = sighting.end
            continue
        if _is_cut(finder, start, token, end, apposed):
            parts.append((start, token))
            start, apposed = token + 1, False
        elif finder.texts[token] == "," and token > start:
            apposed = True
            if _is_aside(finder, token, end):
                end = token
                break
        token += 1
    parts.append((start, end))
    return [span for span in (_trimmed(finder, *part, several=len(parts) > 1) for part in parts) if span[0] < span[1]]


def _trimmed(finder: RoleFinder, first: int, end: int, several: bool) -> tuple[int, int]:
    leads = {"and", "or", "but", "by", *(("both",) if several else ())}
    while first < end and (finder.texts[first] in MARKS or finder.lower[first] in leads):
        first += 1
    while end > first and finder.texts[end - 1] in MARKS and finder.texts[end - 1] != ")":
        end -= 1
    return first, end


def _is_cut(finder: RoleFinder, start: int, token: int, end: int, apposed: bool) -> bool:
    word = finder.lower[token]
    after = token + 1 + (word == "," and token + 1 < end and finder.lower[token + 1] == "and")
    if word not in {"and", ",", "&"} or token <= start or after >= end:
        return False
    before, following = (finder.register.by_token.get(each) for each in (token - 1, after))
    if before is not None and following is not None and before.end == token:
        more = _tells_where(finder, start, before, following)
        if more or (word == "," and _tells_what(finder, before, following, end)):
            return False
    if word == "," and apposed and _is_told_more(finder, start, token, after, end):
        return False
    if word != "," and _one_bearer(finder, start, token, after, end, apposed):
        return False
    if word == "and" and _are_groups(finder, start, token, after, end):
        return True
    return _stands_alone(finder, start, token) and _opens(finder, after, end, comma=word == ",")


def _tells_where(finder: RoleFinder, start: int, before: Sighting, following: Sighting) -> bool:
    """Whether a joiner goes on with places or bodies that say where many are ("residents of Orr, Bell and Cole")."""
    if _is_person(finder, following):
        return False
    opens = before.first - 1 - (finder.lower[before.first - 1] in grammar("determiner"))
    if opens <= start or finder.lower[opens] not in _WHERE:
        return False
    role, types = finder.parse(start, opens), {finder.register.drafts[each.draft].type for each in (before, following)}
    return types <= {"place", "state"} or (finder.lower[opens - 1].endswith("s") and (role is None or role.plural))


def _tells_what(finder: RoleFinder, before: Sighting, following: Sighting, end: int) -> bool:
    """Whether a comma after a person opens what they are, though it has a capital ("Ada Quill, Research Director")."""
    if finder.register.drafts[following.draft].kind in ("person", "country") or not _is_person(finder, before):
        return False
    return _person_opens(finder, following.first, end) is None


def _one_bearer(finder: RoleFinder, start: int, token: int, after: int, end: int, apposed: bool) -> bool:
    """Whether "and" joins what one person is: within an apposition, or between two roles before one name."""
    drafts = finder.register.drafts
    rest = finder.register.within(after, end)
    people = [s for s in rest if drafts[s.draft].kind == "person" and not owns(finder.lower, s)]
    if apposed:
        return not (people and people[0].first <= after + 4)
    if any(_is_person(finder, each) for each in finder.register.within(start, token)):
        return False
    opened = finder.lower[start] in grammar("determiner", "possessive")
    if people and people[0].first == people[0].name.core == after:
        return False
    if finder.lower[after] in grammar("determiner", "possessive") or not _is_one(finder, start, token):
        return False
    return bool(people) or (opened and _is_one(finder, after, end))


def _is_told_more(finder: RoleFinder, start: int, token: int, after: int, end: int) -> bool:
    """Whether a comma goes on with what somebody is or has ("Ada Quill, a smith in Orr, Kent"), and no other person."""
    named = any(_is_person(finder, each) for each in finder.register.within(start, token))
    related = any(finder.lower[at] in grammar("relative") for at in range(start + 1, token))
    return (named or related) and _person_opens(finder, after, end) is None


def _person_opens(finder: RoleFinder, token: int, end: int) -> Sighting | None:
    """The person whose name, after offices and whose they are, opens at a token ("Kent mayor Ada Quill")."""
    named = finder.register.by_token
    while token < end and (token in named or finder.noun_at(token, token + 1)):
        sighting = named.get(token)
        if sighting is not None and _is_person(finder, sighting):
            return sighting
        token = sighting.end if sighting is not None else token + 1
    return None


def _is_one(finder: RoleFinder, first: int, end: int) -> bool:
    """Whether some words are what one person is called, and no kinship ("husband and wife" are two)."""
    role = finder.parse(first, end)
    return role is not None and not role.plural and role.kind != "kin"


def _are_groups(finder: RoleFinder, start: int, token: int, after: int, end: int) -> bool:
    """Whether "and" joins two plurals: "local firms and port workers", "parents and pupils"."""
    while start < token and finder.lower[start] in grammar("determiner") | {"both"}:
        start += 1
    head = next((at for at in range(after, end) if finder.lower[at] in grammar("preposition", "relative")), end)
    plain = all(finder.texts[at].isalpha() for at in (*range(start, token), *range(after, head)))
    return plain and all(_is_plural(finder, at) for at in (token - 1, head - 1))


def _is_plural(finder: RoleFinder, token: int) -> bool:
    word = finder.lower[token]
    return token not in finder.register.by_token and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _stands_alone(finder: RoleFinder, start: int, token: int) -> bool:
    """Whether the words before a joiner are a noun phrase of their own."""
    if token - start == 1 and finder.lower[start] in grammar("subject"):
        return True
    names = list(finder.register.within(start, token))
    if names and names[-1].end == token:
        return names[-1].name.kind != "adjective" or finder.register.drafts[names[-1].draft].type not in (
            "state",
            "party",
        )
    if finder.lower[token - 1] in {"'s", "'"}:
        return False
    if finder.noun_at(token - 1, token) or finder.lower[token - 1] in collective_nouns():
        return True
    return bool(names) and finder.lower[token - 1] not in grammar("determiner")


def _opens(finder: RoleFinder, token: int, end: int, comma: bool) -> bool:
    """Whether a noun phrase of its own opens after a joiner (after a comma: only the next name of a list)."""
    sighting = finder.register.by_token.get(token)
    word = finder.lower[token]
    if comma:
        sighting = finder.register.by_token.get(token + 1) if sighting is None and word == "the" else sighting
        sighting = _person_opens(finder, token, end) or sighting
        if sighting is None or sighting.name.kind == "adjective" or sighting.end >= end:
            return False
        after = finder.lower[sighting.end]
        titled = _is_person(finder, sighting) and sighting.name.core > sighting.first and after in grammar("post")
        return after in {",", "and"} or titled
    plain = word.endswith("s") and token + 1 >= end
    if finder.noun_at(token, end) and any(_is_person(finder, s) for s in finder.register.within(token, end)):
        return True
    return sighting is not None or plain or word in grammar("determiner", "possessive")


def _is_person(finder: RoleFinder, sighting: Sighting) -> bool:
    return finder.register.drafts[sighting.draft].kind == "person"


def _is_aside(finder: RoleFinder, token: int, end: int) -> bool:
    """Whether a comma opens something that says no more who it is ("sitting with", "in a letter")."""
    word = finder.lower[token + 1] if token + 1 < end else ""
    if word in grammar("preposition"):
        return word not in {"of", "from", "for", "at"}
    return word.endswith("ing") and token + 1 not in finder.register.by_token and not finder.noun_at(token + 1, end)
