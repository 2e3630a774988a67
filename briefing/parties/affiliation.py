"""Whom somebody speaks for: the policy of the annotation guidelines, decided once for each person of an article.

A person is filed under a body or under themself. The choice is learned (``ranker``): the candidates are the person, the
bodies named with their roles or likely meant by them, and the state and the province that the article is about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.entities.gazetteer import PROVINCE, STATE
from briefing.entities.homes import homes_called
from briefing.entities.model import Draft
from briefing.entities.register import Register
from briefing.entities.word_classes import class_of_name, collective_nouns, grammar
from briefing.resources import read_rows
from briefing.sources.model import Role

_LOOK, _SERVED = 16, 3
"""The most names before a role that are searched for its body, and the most bodies that are options."""
_ANY = frozenset({"group", "body", "network", "agency", "organisation", "organization"})
"""Nouns for bodies of any kind."""
_NEAR = 3
"""How many of the bodies named last before a role are options where the role names none."""
_SERVING = frozenset({"spokes", "officer", "uniform"})
"""The classes of roles that are always held in a body."""
_TOLD = 4
"""The most roles of a person that are considered."""


class AffiliationOption(NamedTuple):
    """A party under which a person may be filed, with its features for the ranker."""

    party: int
    features: list[str]


def by_policy(register: Register, roles: Sequence[Role], homes: Sequence[int]) -> int | None:
    """The body of a role by the policy table alone (for spokespeople, office-holders of another state); or None."""
    for role in [role for role in roles[:_TOLD] if not (role.former or role.shadow)]:
        for body in role.bodies or _owner(register, role, homes):
            type_ = _kind_of_body(register.drafts[body])
            kind = "foreign" if role.kind == "office" and type_ == STATE and body not in homes else role.kind
            if type_ in _policy().get(kind, ()):
                return body
    return None


@cache
def _policy() -> dict[str, frozenset[str]]:
    """The types of bodies for which people in a class of roles always speak (``foreign``: office-holders abroad)."""
    return {kind: frozenset(types.split()) for kind, types in read_rows("parties/policy.tsv")}


def _kind_of_body(body: Draft) -> str:
    """The type of a body; where that is only "body", the class of its name's last word, if any ("Harbour Council")."""
    told = class_of_name(body.name) if body.type == "body" else None
    return told or body.type


def _owner(register: Register, role: Role, homes: Sequence[int]) -> list[int]:
    """The body of a role that names none, as a list of at most one.

    For a pronoun ("its chairwoman"), the first body named in the sentence; for a noun, a body with it in its name, the
    home state for a government, or, for "a spokesman for the firm", the last body that the noun fits.
    """
    served = _served(register, role)
    if role.collective is not None:
        noun = _noun(register, role)
        called = [body for body in served if noun in register.drafts[body].name.lower().split()]
        state = homes if collective_nouns().get(noun) == "government" else ()
        meant = served if role.kind == "spokes" and role.collective > role.token else []
        return [*called, *state, *meant][:1]
    first = register.sentence_of(role.token).first_token
    return [name.draft for name in register.within(first, role.token) if name.draft in served][:1]


def options(register: Register, person: int, roles: Sequence[Role], homes: Sequence[int]) -> list[AffiliationOption]:
    """The parties under which a person may be filed, each with its features."""
    draft = register.drafts[person]
    told = roles[:_TOLD]
    kinds = sorted({_kind(role) for role in told}) or ["none"]
    heads = sorted({role.head for role in told})
    alone = [f"self {kind}" for kind in kinds] + [f"self head {head}" for head in heads]
    alone += [f"self weight {min(int(draft.weight), 5)}", f"self roles {len(told)}"]
    alone.append(f"self of {len({body for role in told for body in role.bodies})}")
    alone.append(f"self home {len(homes)}")
    found = {person: alone}
    for at, role in enumerate(told):
        for order, body in enumerate(role.bodies[:3]):
            if body != person:
                features = found.setdefault(body, [])
                features += _of_body(register.drafts[body], role, at, order, body in homes)
        for order, body in enumerate(_served(register, role)):
            if body != person:
                found.setdefault(body, []).extend(_of_served(register, role, body, order))
    for role in told:
        around = [body for body in _around(register, role) if body != person]
        for order, body in enumerate(around):
            found.setdefault(body, []).extend(_of_around(register, role, body, order))
        if around:
            alone += (f"self bare {role.kind}", f"self bare away {_away(register, role, around[0])}")
    serves = any(role.kind in ("office", "uniform") for role in told)
    nouns = {_noun(register, role) for role in told}
    for home in homes_called(register, homes, nouns) if serves else ():
        if home not in found:
            found[home] = [f"home {kind}" for kind in kinds] + [f"home head {head}" for head in heads]
            found[home].append(f"home of {min(len(found) - 1, 2)}")
            if register.drafts[home].type == PROVINCE:
                found[home] += [f"home province {kind}" for kind in kinds] + ["home province"]
    return [AffiliationOption(party, features) for party, features in found.items()]


def _served(register: Register, role: Role) -> list[int]:
    """The bodies named before a role to which its noun or pronoun ("the firm's", "its") may refer, likeliest first."""
    owner = register.words.texts[role.owner].lower() if role.owner is not None else ""
    if role.collective is None and owner not in grammar("it", "they"):
        return []
    noun = _noun(register, role)
    bodies = [draft for draft in _before(register, role) if register.drafts[draft].kind in ("organization", "country")]
    fitting = [draft for draft in bodies if _may_be_called(register.drafts[draft], noun)][:_SERVED]
    return fitting if noun else sorted(fitting, key=lambda draft: not _opens_last(register, role, draft))


def _noun(register: Register, role: Role) -> str:
    """The lower-case noun that refers to the body of a role ("firm" in "the firm's"), or ""."""
    return "" if role.collective is None else register.words.texts[role.collective].lower()


def _last_named(register: Register, role: Role, body: int) -> tuple[int, int] | None:
    """The first token of a body's last mention before a role, and how many sentences before; None if there is none."""
    named = register.of(body)
    before = bisect_left(named, role.token, key=lambda each: each.first)
    if not before:
        return None
    token = named[before - 1].first
    return token, register.sentence_of(role.token).index - register.sentence_of(token).index


def _opens_last(register: Register, role: Role, body: int) -> bool:
    """Whether a body's last mention before a role, at most one sentence back, opens its sentence like a subject."""
    last = _last_named(register, role, body)
    return last is not None and last[1] < 2 and last[0] - register.sentence_of(last[0]).first_token < 2


def _may_be_called(body: Draft, noun: str) -> bool:
    """Whether a noun may refer to a body: no place, and no name of another class (a council is no "company")."""
    kind, own = collective_nouns().get(noun), class_of_name(body.name)
    told = kind is None or own is None or noun in _ANY
    return body.type not in ("place", "thing") and (told or own == kind)


def _before(register: Register, role: Role) -> dict[int, None]:
    """The drafts named before a role, the last one first."""
    end = bisect_left(register.places, role.token)
    return dict.fromkeys(sighting.draft for sighting in reversed(register.sightings[max(0, end - _LOOK) : end]))


def _around(register: Register, role: Role) -> list[int]:
    """The bodies that may be meant by a role that names none ("spokeswoman Ada Quill"): those named last before it, and
    the one that the article names most."""
    bare = role.text.lower() == role.head and role.owner is None and role.collective is None
    whose = register.words.lower[role.token - 1] == "whose" if role.token else False
    if role.bodies or whose or not bare or role.kind not in _SERVING:
        return []
    near = [draft for draft in _before(register, role) if register.drafts[draft].may_be_served][:_NEAR]
    most = register.most_named_body
    return near if most is None or most in near else [*near, most]


def _away(register: Register, role: Role, body: int) -> str:
    """How many sentences before a role a body was named last ("4" stands for more), or "after" if only later."""
    last = _last_named(register, role, body)
    return "after" if last is None else str(min(last[1], 4))


def _of_around(register: Register, role: Role, body: int, order: int) -> Iterator[str]:
    draft, kind, far = register.drafts[body], _kind(role), _away(register, role, body)
    most = "most named" if body == register.most_named_body else "less"
    yield f"around {kind} {order}"
    yield f"around {kind} {draft.type}"
    yield f"around head {role.head} {draft.type}"
    yield f"around {draft.type}"
    yield f"around away {far}"
    yield f"around {kind} away {far}"
    yield f"around {most}"
    yield f"around {kind} {most}"
    yield f"around {kind} {most} away {far}"
    yield f"around {kind} weight {min(int(draft.weight), 5)}"
    if own := class_of_name(draft.name):
        yield f"around {kind} last {own}"


def _of_served(register: Register, role: Role, body: int, order: int) -> Iterator[str]:
    draft, noun = register.drafts[body], _noun(register, role)
    kind, own = collective_nouns().get(noun, "its"), class_of_name(draft.name)
    yield f"served {role.kind} {order}"
    yield f"served {kind} {draft.type}"
    yield f"served {noun} {draft.type}"
    yield f"served {kind} {order}"
    yield f"served head {role.head}"
    yield f"served {kind} {'no' if own is None else 'same' if own == kind else 'other'} as name"
    if noun and noun in draft.name.lower().split():
        yield "served by name"


def _kind(role: Role) -> str:
    return role.kind + (" former" if role.former else "") + (" shadow" if role.shadow else "")


def _of_body(body: Draft, role: Role, at: int, order: int, home: bool) -> Iterator[str]:
    kind, what = _kind(role), "person" if body.kind == "person" else body.type
    if body.type == PROVINCE:
        what = STATE
        yield from (f"province {kind}", f"province head {role.head}")
    yield f"{kind} {what}"
    yield f"{kind} order {order}"
    yield f"at {min(at, 2)}"
    yield f"head {role.head}"
    yield f"head {role.head} {what}"
    yield f"{role.kind} {what} order {order}"
    if home:
        yield f"{kind} home"
    yield f"{what} words {min(len(body.name.split()), 3)}"
    yield f"{kind} weight {min(int(body.weight), 4)}"
    own = class_of_name(body.name) or "none"
    yield f"last {body.name.split()[-1].lower() if body.name else ''}"
    yield f"{role.kind} last {own}"
    yield f"head {role.head} last {own}"
    if body.entry is not None:
        yield f"{kind} known {what}"
