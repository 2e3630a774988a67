"""From what the second model found for each possible cue to attributions that do not contradict one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Vector
from briefing.model import Document
from briefing.resources import read_words

KEEP_CUE = 0.5
"""The least probability of a token's role, given that the candidate is a cue at all."""

BEGIN_SOURCE, KEEP_SOURCE = 0.3, 0.12
"""The same that one word of a stretch of source has, unless none has, and all of its words."""

DOUBTFUL_SOURCE = 0.5
"""The share of the likeliest word's probability from which the others are source, where that is less."""

WEAK_CUE = 0.1
"""The least probability of the one word that is taken as the cue where no word reaches ``KEEP_CUE``."""

BEGIN_CONTENT, KEEP_CONTENT = 0.7, 0.3
"""The least probability at which a content begins and with which it goes on, so that it does not flicker."""

DOUBTFUL_BEGIN, DOUBTFUL_KEEP = 0.3, 0.1
"""The same for a cue whose content begins nowhere so surely: it must have one."""

SURE_CONTENT, SURE_START = 0.7, 0.5
"""The first model's probabilities from which a neighbouring word is content, and from which it begins a content."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as sets of tokens, in order."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    confidence: float


def read_roles(candidate: Candidate, labels: Sequence[Vector], likely: float) -> Found:
    """The tokens of each role; ``likely``, the probability that the candidate is a cue, is the confidence."""
    rows = list(enumerate(labels, candidate.low))
    content = tuple(_contents(rows, likely, BEGIN_CONTENT, KEEP_CONTENT))
    content = content or tuple(_contents(rows, likely, DOUBTFUL_BEGIN, DOUBTFUL_KEEP))
    cue = tuple(at for at, row in rows if row[4] >= KEEP_CUE * likely) or _likeliest_cue(rows, content, likely)
    claimed = {*content, *cue}
    source = _source({at: row[3] / likely for at, row in rows if at not in claimed})
    return Found(source, cue, content, likely)


def _source(values: Mapping[int, float]) -> tuple[int, ...]:
    """The stretches of possible source that hold a likely one, or else the likeliest stretch."""
    keep = min(KEEP_SOURCE, DOUBTFUL_SOURCE * max(values.values(), default=0.0))
    possible = runs([at for at, value in values.items() if value > keep])
    tops = [max(values[at] for at in range(first, end)) for first, end in possible]
    least = min(BEGIN_SOURCE, max(tops, default=0.0))
    chosen = [stretch for stretch, top in zip(possible, tops, strict=True) if top >= least]
    return tuple(at for first, end in chosen for at in range(first, end))


def _likeliest_cue(rows: Sequence[tuple[int, Vector]], content: Sequence[int], likely: float) -> tuple[int, ...]:
    """The one word that is most likely a cue, where none is likelier so than not."""
    outside = [(row[4], -at) for at, row in rows if row[4] >= WEAK_CUE * likely and at not in content]
    return (-max(outside)[1],) if outside else ()


def _contents(rows: Iterable[tuple[int, Vector]], likely: float, begin: float, keep: float) -> Iterator[int]:
    inside = False
    for at, row in rows:
        inside = row[1] + row[2] >= max((keep if inside else begin) * likely, row[3])
        if inside and row[4] < KEEP_CUE * likely:
            yield at


def reconcile(found: Iterable[Found], least: float) -> list[Found]:
    """The attributions of at least a confidence, surest first in their claim to words, returned in text order.

    A word is content of one attribution and cue of one; a source may serve several. What loses half its content to a
    surer one is dropped.
    """
    taken: set[int] = set()
    sources: set[int] = set()
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (-each.confidence, each.cue, each.content)):
        content = tuple(at for at in one.content if at not in taken and at not in sources)
        if one.confidence < least or not content or 2 * len(content) < len(one.content):
            continue
        taken.update(content)
        cue = tuple(at for at in one.cue if at not in taken)
        taken.update(cue)
        source = tuple(at for at in one.source if at not in taken)
        sources.update(source)
        kept.append(Found(source, cue, content, one.confidence))
    return sorted(kept, key=lambda each: (each.content, each.cue))


def extend(kept: Sequence[Found], labels: Sequence[Vector]) -> list[Found]:
    """Contents carried on over neighbouring words that the first model is sure of and nobody else claims.

    ``labels`` are the first model's. This mends contents that the window of their cue cut short; a word at which that
    model begins a content of its own ends the extension.
    """
    taken = {at for each in kept for role in (each.source, each.cue, each.content) for at in role}
    extended = []
    for each in kept:
        more: list[int] = []
        for first, end in runs(each.content):
            before = _reach(labels, range(first - 1, -1, -1), taken, lambda at: labels[at + 1][1] >= SURE_START)
            after = _reach(labels, range(end, len(labels)), taken, lambda at: labels[at][1] >= SURE_START)
            taken.update(before)
            taken.update(after)
            more += before + after
        extended.append(replace(each, content=tuple(sorted({*each.content, *more}))))
    return extended


def complete(document: Document, kept: Sequence[Found]) -> list[Found]:
    """Contents that end with a word that cannot end a clause ("the harbour was closed by the"), carried on.

    They go on up to a mark, a word that is claimed, or the end of the sentence.
    """
    taken = {at for each in kept for role in (each.source, each.cue, each.content) for at in role}
    completed = []
    for each in kept:
        more: list[int] = []
        for _, end in runs(each.content):
            rest = list(_rest(document, end, taken))
            taken.update(rest)
            more += rest
        completed.append(replace(each, content=tuple(sorted({*each.content, *more}))))
    return completed


def _rest(document: Document, end: int, taken: set[int]) -> Iterator[int]:
    tokens = document.tokens
    if tokens[end - 1].text.lower() not in read_words("attribution/never_last.txt"):
        return
    sentence = bisect_right(document.sentences, end - 1, key=lambda each: each.first_token) - 1
    for at in range(end, document.sentences[sentence].end_token):
        if at in taken or not any(map(str.isalnum, tokens[at].text)):
            return
        yield at


def _reach(labels: Sequence[Vector], tokens: Iterable[int], taken: set[int], stops: Callable[[int], bool]) -> list[int]:
    """The tokens, in the order given, up to the first that is taken, doubtful or stopped at."""
    reached: list[int] = []
    for at in tokens:
        if at in taken or labels[at][1] + labels[at][2] < SURE_CONTENT or stops(at):
            break
        reached.append(at)
    return reached


def runs(tokens: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches of neighbouring tokens, as ranges."""
    ranges: list[tuple[int, int]] = []
    for at in tokens:
        if ranges and ranges[-1][1] == at:
            ranges[-1] = (ranges[-1][0], at + 1)
        else:
            ranges.append((at, at + 1))
    return ranges
