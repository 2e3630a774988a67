"""Page furniture ("Read more", "Share this article") and captions: text around an article's prose, not part of it.

Precision comes first: a paragraph wrongly taken for furniture is lost to every later stage, so that a stretch must
match a phrase of ``data/reading/furniture.tsv`` as that file says, and be short.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from briefing.model import Span
from briefing.reading.wordlists import name_words, phrases

_MAX_WORDS = 40
_EDGES = " \t\xa0.:;>»…-–—|·•*[]()→!_\u200b"
_URL = re.compile(r"(?:https?://|www\.)\S+$|<[^<>]*>(?:\s*</?[^<>]*>)*$|@\w+$|pic\.twitter\.com/\S+$")
_COUNT = re.compile(
    r"(?:page )?\d{1,4} (?:of|/) \d{1,4}$|\+\s?\d{1,3}$|[\d.,]+[km]? (?:comment|share|like|view|retweet)s?$"
    r"|\d{1,3}[ -]min(?:ute)?s? read$"
)
_FOLLOW = re.compile(r"follow .{1,80} on (?:twitter|facebook|instagram|x|threads|bluesky|linkedin)$")
_CREDIT = re.compile(
    r"(?:(?<!\w)(?:Image|Photo|Picture|Photograph|Credit|IMAGE|PHOTO|CREDIT)s?|\((?:image|photo|picture|credit))"
    r"(?: ?: ?(?=[A-Z\d])| by (?=[A-Z]))|\bREUTERS/(?=\w)|\bAP Photo/|\bGetty Images\b"
)
_TAIL_REACH = 900
_CREDIT_REACH = 60  # a credit stands at the end of its caption
_SENTENCE_GAP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z©])")
_INITIAL = re.compile(r"(?<![^\s.(])(?:[A-Z]|Jr|Sr|Dr|Mr|Mrs|Ms|St|Gen|Sen|Rep|Lt|Col|Sgt)$")


class _Phrases(NamedTuple):
    whole: frozenset[str]
    prefix: tuple[str, ...]
    caption: tuple[str, ...]
    suffix: tuple[str, ...]
    inline: tuple[str, ...]
    tail: tuple[str, ...]


@cache
def _phrases() -> _Phrases:
    return _Phrases(
        frozenset(phrases("whole")),
        phrases("prefix"),
        phrases("caption"),
        phrases("suffix"),
        phrases("inline"),
        phrases("tail"),
    )


def classify(text: str, start: int, end: int) -> Literal["furniture", "caption"] | None:
    """Whether a stretch is page furniture or a caption, None for anything else."""
    if end - start > 12 * _MAX_WORDS:
        return None
    stretch = text[start:end]
    words = stretch.split()
    if len(words) > _MAX_WORDS:
        return None
    plain = " ".join(words).lower().replace("’", "'")
    if _begins(plain.lstrip(" •*-–—"), _phrases().caption) or _ends_in_credit(stretch):
        return "caption"
    return "furniture" if _is_furniture(plain, words) else None


def opens_links(text: str, start: int, end: int) -> bool:
    """Whether a line of furniture announces a list of links ("Related stories", "Read more:")."""
    plain = text[start:end].lower().strip(_EDGES)
    return plain.startswith(
        ("related", "read more", "most ", "see also", "more ", "you may", "you might", "recommended", "top ")
    )


def _is_furniture(plain: str, words: list[str]) -> bool:
    core = plain.strip(_EDGES)
    if not any(char.isalnum() for char in core) or core in _phrases().whole:
        return True
    if _begins(plain.lstrip(" •*-–—>»("), _phrases().prefix):
        return True
    if _URL.match(plain.rstrip(".")) or _COUNT.match(core) or _FOLLOW.match(core):
        return True
    for suffix in _phrases().suffix:
        if core.endswith(suffix):
            return _only_names(words[: -len(suffix.split())]) or suffix.startswith("all ")
    return False


def _begins(plain: str, openings: tuple[str, ...]) -> bool:
    """Whether the text begins with one of the phrases, as whole words."""
    if not plain.startswith(openings):
        return False
    found = (len(opening) for opening in openings if plain.startswith(opening))
    return any(not (plain[end - 1].isalnum() and plain[end : end + 1].isalnum()) for end in found)


def _ends_in_credit(stretch: str) -> bool:
    return _CREDIT.search(stretch, max(0, len(stretch) - _CREDIT_REACH)) is not None


def _only_names(words: list[str]) -> bool:
    return bool(words) and all(word[:1].isupper() or word.strip(",") in name_words("credit") for word in words)


class Running(NamedTuple):
    """A text in lower case, and which phrases of page furniture occur in it; offsets are those of the text."""

    lowered: str
    inline: tuple[str, ...]
    tail: tuple[str, ...]


def running(text: str) -> Running:
    """Look for the phrases of page furniture that may stand within a paragraph."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals are two characters in lower case
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    inline = tuple(phrase for phrase in _phrases().inline if phrase in lowered)
    return Running(lowered, inline, tuple(phrase for phrase in _phrases().tail if phrase in lowered))


def inside(text: str, start: int, end: int, look: Running) -> list[Span]:
    """Stretches of page furniture within a paragraph, each a sentence of its own."""
    found = [span for phrase in look.inline for span in _occurrences(text, start, end, look.lowered, phrase)]
    found.extend(_credits(text, start, found[-1].start if found and found[-1].end == end else end, look))
    return _merged(sorted(found))


def _occurrences(text: str, start: int, end: int, lowered: str, phrase: str) -> list[Span]:
    found: list[Span] = []
    at = lowered.find(phrase, start, end)
    while at >= 0:
        stop = at + len(phrase)
        while stop < end and text[stop] in " .!":
            stop += 1
        before = text[start:at][-3:].rstrip()[-1:]
        bounded = stop == end or (stop > at + len(phrase) and not text[stop].islower())
        if bounded and (before in ("", ".", "!", "?", '"', "'", "”", "’", ")")) and text[at].isupper():
            found.append(Span(at, stop))
        at = lowered.find(phrase, stop, end)
    return found


def _credits(text: str, start: int, end: int, look: Running) -> list[Span]:
    """The last sentences of a paragraph, the last first, that say who reported, wrote or owns the article."""
    low = max(start, end - _TAIL_REACH)
    if not any(look.lowered.find(phrase, low, end) >= 0 for phrase in look.tail):
        return []
    starts = [
        gap.end()
        for gap in _SENTENCE_GAP.finditer(text, low, end)
        if not _INITIAL.search(text[max(low, gap.start() - 5) : gap.start()])
    ]
    credits: list[Span] = []
    for begin in reversed([low, *starts] if low == start else starts):
        if not _is_credit(text[begin:end], look.lowered[begin:end], look.tail):
            break
        credits.append(Span(begin, end))
        end = begin
    return credits


def _is_credit(sentence: str, lowered: str, tails: tuple[str, ...]) -> bool:
    for phrase in tails:
        at = lowered.find(phrase)
        words = sentence[:at].split()
        if at == 0 or (at > 0 and _only_names(words) and 2 * sum(word[0].isupper() for word in words) >= len(words)):
            return True
    return False


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
