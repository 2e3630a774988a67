"""Cuts a coordination ("A, B and the C of D") at "and" and commas into noun phrases, each of one party or group."""

from __future__ import annotations

from briefing.entities.model import GOVERNED, LANDS, Sighting
from briefing.entities.word_classes import collective_nouns, grammar
from briefing.sources.conjuncts import adds_others, are_groups, are_two, is_one, is_person, lists_groups
from briefing.sources.person_roles import RoleFinder
from briefing.sources.phrases import MARKS, owns

_WHERE = frozenset({"of", "in", "at", "from", "near"})
_CALLED = 6
"""Within how many words after "and" a person's name shows that it joins two people, not two roles of one."""


def cut_phrases(finder: RoleFinder, first: int, end: int) -> list[tuple[int, int]]:
    """The conjuncts of a phrase as token spans (end exclusive), each a noun phrase of its own."""
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
    leads = {"and", "or", "but", "by", "even", *(("both",) if several else ())}
    while first < end and (finder.texts[first] in MARKS or finder.lower[first] in leads):
        first += 1
    while end > first and finder.texts[end - 1] in MARKS and finder.texts[end - 1] != ")":
        end -= 1
    return first, end


def _is_cut(finder: RoleFinder, start: int, token: int, end: int, apposed: bool) -> bool:
    word = finder.lower[token]
    after = token + 1 + (word == "," and token + 1 < end and finder.lower[token + 1] == "and")
    after += finder.lower[after : after + 1] == ["even"]
    if word not in {"and", ",", "&"} or token <= start or after >= end or _in_clause(finder, start, token, end):
        return False
    before, following = (finder.register.by_token.get(each) for each in (token - 1, after))
    if before is not None and before.end == token:
        if following is not None and _goes_on_with(finder, start, before, following, end):
            return False
        if word != "&" and adds_others(finder, start, before, token, end):
            return True
    if word == "," and lists_groups(finder, start, token, end):
        return True
    if word == "," and apposed and _is_told_more(finder, start, token, after, end):
        return False
    if word == "," and (before is None or before.end < token) and _names_bearer(finder, start, token, after, end):
        return False
    if word != "," and _one_bearer(finder, start, token, after, end, apposed):
        return False
    if word == "and" and (are_groups(finder, start, token, after, end) or are_two(finder, start, token, after, end)):
        return True
    return _stands_alone(finder, start, token) and _opens(finder, after, end, comma=word == ",")


def _in_clause(finder: RoleFinder, start: int, token: int, end: int) -> bool:
    """Whether a joiner stands within a relative clause that no comma has closed; not if another such clause follows,
    which belongs to the next conjunct ("one who sat and one who stood")."""
    relative = grammar("relative")
    before = range(token - 1, start, -1)
    mark = next((at for at in before if finder.texts[at] == "," or finder.lower[at] in relative), start)
    if mark == start or finder.texts[mark] == "," or finder.texts[token] == ",":
        return False
    return relative.isdisjoint(finder.lower[token:end])


def _goes_on_with(finder: RoleFinder, start: int, before: Sighting, following: Sighting, end: int) -> bool:
    """Whether the name after a joiner adds no party: it says where a group is, or what the person before it is."""
    if _tells_where(finder, start, before, following):
        return True
    return finder.texts[before.end] == "," and _tells_what(finder, before, following, end)


def _tells_where(finder: RoleFinder, start: int, before: Sighting, following: Sighting) -> bool:
    """Whether a joiner adds a place or a body to those after a preposition ("residents of Orr, Bell and Cole")."""
    if is_person(finder, following):
        return False
    opens = before.first - 1 - (finder.lower[before.first - 1] in grammar("determiner"))
    if opens <= start or finder.lower[opens] not in _WHERE:
        return False
    role, types = finder.parse(start, opens), {finder.register.drafts[each.draft].type for each in (before, following)}
    return types <= LANDS or (finder.lower[opens - 1].endswith("s") and (role is None or role.plural))


def _tells_what(finder: RoleFinder, before: Sighting, following: Sighting, end: int) -> bool:
    """Whether a comma after a person opens their role, though it is capitalised ("Ada Quill, Research Director")."""
    if finder.register.drafts[following.draft].kind in ("person", "country") or not is_person(finder, before):
        return False
    return _person_opens(finder, following.first, end) is None


def _names_bearer(finder: RoleFinder, start: int, token: int, after: int, end: int) -> bool:
    """Whether a comma stands between a role and the name of its holder ("her uncle, Ada Quill")."""
    role = finder.parse(start, token)
    return role is not None and not role.plural and _person_opens(finder, after, end) is not None


def _one_bearer(finder: RoleFinder, start: int, token: int, after: int, end: int, apposed: bool) -> bool:
    """Whether "and" joins two roles of one person: in an apposition, before one name or after one determiner."""
    drafts = finder.register.drafts
    rest = finder.register.within(after, end)
    people = [s for s in rest if drafts[s.draft].kind == "person" and not owns(finder.lower, s)]
    if apposed:
        return not (people and people[0].first <= after + _CALLED)
    if any(is_person(finder, each) for each in finder.register.within(start, token)):
        return False
    opened = finder.lower[start] in grammar("determiner", "possessive")
    if people and people[0].first == people[0].name.core == after:
        return False
    if finder.lower[after] in grammar("determiner", "possessive") or not is_one(finder, start, token):
        return False
    return bool(people) or (opened and is_one(finder, after, end))


def _is_told_more(finder: RoleFinder, start: int, token: int, after: int, end: int) -> bool:
    """Whether a comma adds to the description of somebody ("Ada Quill, a smith in Orr, Kent"), not another person."""
    named = any(is_person(finder, each) for each in finder.register.within(start, token))
    related = any(finder.lower[at] in grammar("relative") for at in range(start + 1, token))
    return (named or related) and _person_opens(finder, after, end) is None


def _person_opens(finder: RoleFinder, token: int, end: int) -> Sighting | None:
    """The person whose name opens at a token, behind nothing but roles and other names ("Kent mayor Ada Quill")."""
    named = finder.register.by_token
    while token < end and (token in named or finder.noun_at(token, token + 1)):
        sighting = named.get(token)
        if sighting is not None and is_person(finder, sighting):
            return sighting
        token = sighting.end if sighting is not None else token + 1
    return None


def _stands_alone(finder: RoleFinder, start: int, token: int) -> bool:
    """Whether the words before a joiner are a noun phrase of their own."""
    if token - start == 1 and finder.lower[start] in grammar("subject"):
        return True
    names = list(finder.register.within(start, token))
    if names and names[-1].end == token:
        type_ = finder.register.drafts[names[-1].draft].type
        return names[-1].name.kind != "adjective" or type_ not in GOVERNED | {"party"}
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
        titled = is_person(finder, sighting) and sighting.name.core > sighting.first and after in grammar("post")
        return after in {",", "and"} or titled
    if finder.noun_at(token, end) and any(is_person(finder, s) for s in finder.register.within(token, end)):
        return True
    alone = token + 1 >= end and (word.endswith("s") or word in grammar("subject"))
    return sighting is not None or alone or word in grammar("determiner", "possessive")


def _is_aside(finder: RoleFinder, token: int, end: int) -> bool:
    """Whether a comma opens an aside that does not describe the party ("sitting with", "in a letter")."""
    word = finder.lower[token + 1] if token + 1 < end else ""
    if word in grammar("preposition"):
        return word not in {"of", "from", "for", "at"}
    return word.endswith("ing") and token + 1 not in finder.register.by_token and not finder.noun_at(token + 1, end)
