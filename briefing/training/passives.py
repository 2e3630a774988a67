"""Puts attributions of annotated articles into the passive, which they seldom have, so that the network learns it.

"The union rejected the offer" becomes "The offer was rejected by the union", in its place in the article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefing.network.inputs import EDITORS
from briefing.resources import read_rows
from briefing.training.attribution_corpus import LEARNED, TURNED, Example, example, records
from briefing.training.spans import ROLES, Edit, Pair, apart, edited, moved_along, paragraphs

_VERBS = "training/passive_verbs.tsv"
_ONE, _MANY = ("was", "has been", "had been", "is being"), ("were", "have been", "had been", "are being")
_LONGEST, _OBJECT = 40, 9
"""How many words the source and the content have together at most, and what comes first in the passive."""

_UNFIT = re.compile(
    r"(?:\w+ing|that|to|he|she|it|they|we|i|him|her|them|us|you|who|which|there|how|why|whether|if)\b", re.I
)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|may|might)\b")
_OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us"}
_SPLITS = {"as": r" as ", "of": r" of ", "for|over": r" (?:for|over) ", "to": r" to "}


class _Passive(NamedTuple):
    """A stretch of a text in the passive, with the spans of the roles counted from its beginning."""

    edit: Edit
    roles: Mapping[str, Sequence[Pair]]


def passives(shared: Path, others: Iterable[Mapping[str, Any]] = (), seed: int = 0) -> Iterator[Example]:
    """Articles with some attributions turned, of those that have any that can be.

    ``shared`` is the folder of the corpora, of which the editors' articles are taken whole; of ``others`` (``id``,
    ``text`` and ``attributions`` with the spans of their roles) only the paragraphs where something is turned.
    """
    chance, ways = random.Random(seed), _ways()
    for folder in LEARNED:
        for record in records(shared / folder):
            if made := _turned(record, ways, chance):
                yield example(made, EDITORS)
    for other in others:
        for part in paragraphs(other):
            if made := _turned(part, ways, chance):
                yield example(made, EDITORS)


def _ways() -> Mapping[str, Sequence[str]]:
    """What may go on after the object, by verb."""
    found: dict[str, list[str]] = {}
    for rest, verbs in read_rows(_VERBS):
        for verb in verbs.split(";"):
            found.setdefault(verb, []).append(rest)
    return found


def _turned(
    record: Mapping[str, Any], ways: Mapping[str, Sequence[str]], chance: random.Random
) -> dict[str, Any] | None:
    text, attributions = record["text"], list(record["attributions"])
    changed: dict[int, _Passive] = {}
    for at, each in enumerate(attributions):
        made = _passive(text, each, ways, chance)
        if made is not None and all(
            at == other or apart(one, made.edit.start, made.edit.end) for other, one in enumerate(attributions)
        ):
            changed[at] = made
    if not changed:
        return None
    whole, moved = edited(text, [made.edit for made in changed.values()])
    told = [
        each | (_spans(changed[at], moved) if at in changed else moved_along(each, moved))
        for at, each in enumerate(attributions)
    ]
    return {**record, "id": record["id"] + TURNED, "text": whole, "attributions": told}


def _spans(made: _Passive, moved: Callable[[int], int]) -> dict[str, list[Pair]]:
    """The spans of the roles of a stretch in the passive, in the text with all edits made."""
    start = moved(made.edit.start)
    return {role: [(start + low, start + high) for low, high in made.roles[role]] for role in ROLES}


def _passive(
    text: str, each: Mapping[str, Any], ways: Mapping[str, Sequence[str]], chance: random.Random
) -> _Passive | None:
    """An attribution of one source, cue and content in a row, turned; None where it has no passive of this kind."""
    if any(len(each[role]) != 1 for role in ROLES):
        return None
    source, cue, content = (each[role][0] for role in ROLES)
    verb, told = text[slice(*cue)].split()[-1], text[slice(*content)]
    if verb not in ways or not (cue[0] - source[1] == 1 and content[0] - cue[1] == 1) or _UNFIT.match(told):
        return None
    who = _OBJECTS.get(text[slice(*source)].lower(), text[slice(*source)])
    if _UNFIT.match(who) and who not in _OBJECTS.values():
        return None
    if len(f"{who} {told}".split()) > _LONGEST or told.count("“") != told.count("”"):
        return None
    cut = _cut(told, ways[verb])
    if cut is None or _CLAUSE.search(told[: cut[0]]):
        return None
    opens = source[0] == 0 or not text[: source[0]].rstrip(" ") or text[: source[0]].rstrip(" ")[-1] in "\n."
    return _said(source[0], content[1], (who, verb, told[: cut[0]], told[cut[1] :]), opens, chance)


def _cut(told: str, ways: Sequence[str]) -> Pair | None:
    """Where the object of a content ends and where its rest begins."""
    for way in ways:
        found = re.search(_SPLITS[way], told) if way in _SPLITS else None
        if found and 0 < len(told[: found.start()].split()) <= _OBJECT:
            return found.start(), found.start() + 1
    if "-" in ways and len(told.split()) <= _OBJECT and not re.search(r"[“”\"]", told):
        return len(told), len(told)
    return None


def _said(start: int, end: int, parts: tuple[str, str, str, str], opens: bool, chance: random.Random) -> _Passive:
    who, verb, thing, rest = parts
    many = thing.split()[-1].endswith("s") and not thing.split()[-1].endswith(("'s", "’s", "ss"))
    be = chance.choice(_MANY if many else _ONE)
    if opens:
        thing = thing[0].upper() + thing[1:]
        who = who[0].lower() + who[1:] if who.split()[0] in ("The", "A", "An", "Some", "Its", "His", "Her") else who
    head = f"{thing} {be} "
    made = f"{head}{verb} by {who}"
    spans = {"content": [(0, len(thing))], "cue": [(len(head), len(head) + len(verb))]}
    spans["source"] = [(len(made) - len(who), len(made))]
    if rest:
        spans["content"].append((len(made) + 1, len(made) + 1 + len(rest)))
        made += f" {rest}"
    return _Passive(Edit(start, end, made), spans)
