"""Which body a bare noun stands for: "the firm", "the party", "the government"."""

from __future__ import annotations

from collections.abc import Callable

from briefing.parties.discourse import Discourse
from briefing.parties.drafts import Draft
from briefing.parties.lists import collective_nouns


def _may_be(draft: Draft, *kinds: str) -> bool:
    """Whether a name does not say that it is another kind of body ("Harbour Council")."""
    return not draft.name or collective_nouns().get(draft.name.split()[-1].lower(), kinds[0]) in kinds


_OTHERS = ("state", "party", "media", "parliament")

_FITS: dict[str, Callable[[Draft], bool]] = {
    "party": lambda d: d.type == "party",
    "court": lambda d: d.type == "court" or "Court" in d.name,
    "parliament": lambda d: d.type == "parliament",
    "police": lambda d: d.type == "police" or "Police" in d.name,
    "military": lambda d: d.type == "military",
    "media": lambda d: d.type == "media",
    "union": lambda d: d.type == "union" or "Union" in d.name,
    "country": lambda d: d.type == "state",
    "company": lambda d: d.type in ("company", "body", "unknown") and _may_be(d, "company"),
}


def body_like(discourse: Discourse, noun: str, token: int, nearest: bool = False) -> int | None:
    """The body that "the firm", "the party", "the government" … stands for at a token."""
    kind = collective_nouns().get(noun, "organization")
    if noun != "party" and kind != "country":
        named = discourse.body_before(token, lambda d: noun in d.name.lower().split())
        if named is not None:
            return named
    if kind in ("government", "ministry"):
        return _government(discourse, token)
    fits = _FITS.get(kind)
    if fits is not None:
        found = discourse.body(token, fits, nearest)
        return _outlet(discourse, token) if found is None and kind == "media" else found
    if kind == "agency":
        return discourse.body(token, lambda d: d.type not in _OTHERS and _may_be(d, "agency", "organization"), nearest)
    return discourse.body(token, lambda d: d.type not in _OTHERS, nearest)


def _outlet(discourse: Discourse, token: int) -> int | None:
    """A body of an unknown kind that spoke and may be the newspaper that is meant."""
    parties = (referent.party for event in discourse.recent(token, 3) for referent in event.referents)
    drafts = discourse.drafts
    return next((p for p in parties if drafts[p].type in ("body", "unknown") and _may_be(drafts[p], "media")), None)


def _government(discourse: Discourse, token: int) -> int | None:
    for event in reversed(discourse.history[-3:]):
        for referent in event.referents:
            if discourse.drafts[referent.party].type in ("state", "subnational"):
                return referent.party
    return discourse.filer.home_draft(token)
