"""Tells attributions of annotated texts without a verb, as articles seldom do, so that the network learns it.

"The army says that he has few men" becomes "In the view of the army, he has few men" or "The army's view that he has
few men has not changed", a paragraph at a time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.network.inputs import EDITORS
from briefing.resources import read_rows
from briefing.training.attribution_corpus import VIEWED, Example, example
from briefing.training.spans import ROLES, Edit, Pair, apart, edited, moved_along, paragraphs

_VIEWS = "training/views.tsv"
_LONGEST = 40
_PRONOUNS = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me", "it": "it"}
_ARTICLES = frozenset({"The", "A", "An", "Some", "Many", "Its", "His", "Her", "Their", "One", "Two", "Both"})
_UNFIT = re.compile(r"(?:that|who|which|whether|to|if|how|why|what)\b|[“\"‘(]", re.I)


class _Ways(NamedTuple):
    """What may stand in place of a cue; see the data file."""

    before: Sequence[str]
    nouns: Mapping[str, Sequence[str]]
    after: Sequence[str]


def views(articles: Iterable[Mapping[str, Any]], seed: int = 0) -> Iterator[Example]:
    """The paragraphs of annotated articles with an attribution that can be told so, with this one told so.

    ``articles`` have ``id``, ``text`` and ``attributions`` with the spans of their roles.
    """
    chance, ways = random.Random(seed), _ways()
    for record in articles:
        for part in paragraphs(record):
            if made := _told(part, ways, chance):
                yield example(made, EDITORS)


def _ways() -> _Ways:
    found = {kind: words.split(";") for kind, words in read_rows(_VIEWS)}
    return _Ways(found.pop("before"), found, found.pop("after"))


def _told(record: Mapping[str, Any], ways: _Ways, chance: random.Random) -> dict[str, Any] | None:
    """The paragraph with the first attribution that can be told so."""
    text, attributions = record["text"], record["attributions"]
    for at, each in enumerate(attributions):
        parts = _parts(text, each)
        others = [one for other, one in enumerate(attributions) if other != at]
        if (
            parts is None
            or parts.verb not in ways.nouns
            or not all(apart(one, parts.start, parts.end) for one in others)
        ):
            continue
        made, spans = _opened(parts, ways, chance) if chance.random() < 0.5 else _as_noun(parts, ways, chance)
        whole, moved = edited(text, [Edit(parts.start, parts.end, made)])
        mine = {role: [(parts.start + a, parts.start + b) for a, b in spans[role]] for role in ROLES}
        told = [each | mine, *(one | moved_along(one, moved) for one in others)]
        return {**record, "id": record["id"] + VIEWED, "text": whole, "attributions": told}
    return None


class _Parts(NamedTuple):
    """A sentence that is one plain attribution and no more, without its full stop."""

    start: int
    end: int
    source: str
    verb: str
    content: str


def _parts(text: str, each: Mapping[str, Any]) -> _Parts | None:
    if any(len(each[role]) != 1 for role in ROLES):
        return None
    source, cue, content = (each[role][0] for role in ROLES)
    told = text[slice(*content)].removeprefix("that ")
    between = text[source[1] : cue[0]], text[cue[1] : content[0]]
    opens = source[0] == 0 or text[: source[0]].endswith(". ")
    closes = text[content[1] : content[1] + 1] == "." and text[content[1] + 1 : content[1] + 2] in ("", " ")
    plain = between[0] == " " and between[1] in (" ", " that ") and not _UNFIT.match(told)
    if not (opens and closes and plain) or len(told.split()) > _LONGEST or re.search(r"[“”\",;]", told):
        return None
    return _Parts(source[0], content[1], text[slice(*source)], text[slice(*cue)], told)


def _opened(parts: _Parts, ways: _Ways, chance: random.Random) -> tuple[str, dict[str, list[Pair]]]:
    """ "In the view of X, Y": the sentence and the spans of its roles."""
    opening = chance.choice(ways.before)
    opening = opening[0].upper() + opening[1:]
    source = _PRONOUNS.get(parts.source.lower(), _within(parts.source))
    cue, head = (0, len(opening)), f"{opening} {source}, "
    spans = {"cue": [cue], "source": [(cue[1] + 1, cue[1] + 1 + len(source))]}
    return head + parts.content, spans | {"content": [(len(head), len(head) + len(parts.content))]}


def _as_noun(parts: _Parts, ways: _Ways, chance: random.Random) -> tuple[str, dict[str, list[Pair]]]:
    """ "X's view that Y has not changed": the sentence and the spans of its roles."""
    source, noun = parts.source, chance.choice(ways.nouns[parts.verb])
    if source.lower() in _PRONOUNS:
        return _opened(parts, ways, chance)
    owner = f"{source}’ " if source.endswith("s") else f"{source}’s "
    told = f"that {parts.content}"
    head = f"{owner}{noun} "
    spans = {"source": [(0, len(source))], "cue": [(len(owner), len(owner) + len(noun))]}
    return f"{head}{told} {chance.choice(ways.after)}", spans | {"content": [(len(head), len(head) + len(told))]}


def _within(source: str) -> str:
    """A source as it stands within a sentence."""
    first = source.split()[0]
    return source[0].lower() + source[1:] if first in _ARTICLES else source
