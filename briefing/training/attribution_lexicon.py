"""Counts the entries of the attribution lexicon: tags and lemmas of words, tags of endings, cue levels of lemmas.

Tags and lemmas are the automatic ones of CoreNLP that lie beside PolNeAR train (``train.tokens.jsonl.gz``).
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.network.lexicon import UNSEEN, Lexicon, plain
from briefing.training.attribution_corpus import SURE, Example

LEAST_ARTICLES = 2
"""A word of fewer articles is left out and gets a tag by its ending, so that training meets unknown words, too."""

_RARE = 2
"""The most articles of a word whose ending is counted."""

_HARDLY = 10
"""A lemma that was never a cue is UNSEEN up to so many occurrences, level 0 beyond."""

_LEVELS = (0.02, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8)
"""The shares of occurrences in cues from which a lemma has level 2, 3, … 8."""


@dataclass
class _Word:
    tags: Counter[str] = field(default_factory=Counter)
    lemmas: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    last: str = ""


def count_words(texts: Mapping[str, str], tokens: Path) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Tags and (for verbs) lemma of each word, and the usual tag of each ending; ``texts`` by article id."""
    words: dict[str, _Word] = defaultdict(_Word)
    with gzip.open(tokens, "rt", encoding="utf-8") as lines:
        for line in lines:
            _count(json.loads(line), texts, words)
    table = {word: _entry(word, seen) for word, seen in sorted(words.items()) if seen.articles >= LEAST_ARTICLES}
    return table, _endings(words)


def _count(record: dict[str, object], texts: Mapping[str, str], words: dict[str, _Word]) -> None:
    text, identity = texts.get(str(record["id"]), ""), str(record["id"])
    sentences = record["sents"]
    assert isinstance(sentences, list)
    for sentence in sentences:
        for start, end, tag, _, lemma, *_rest in sentence:
            word = plain(text[start:end])
            if word[:1].isalpha():
                seen = words[word]
                seen.tags[tag] += 1
                if tag.startswith("VB"):
                    seen.lemmas[lemma] += 1
                if seen.last != identity:
                    seen.articles, seen.last = seen.articles + 1, identity


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _entry(word: str, seen: _Word) -> tuple[str, str]:
    total = sum(seen.tags.values())
    tags = [tag for tag, count in _ranked(seen.tags) if count >= 0.15 * total][:3]
    verbal = sum(count for tag, count in seen.tags.items() if tag.startswith("VB"))
    return "/".join(tags), _ranked(seen.lemmas)[0][0] if verbal >= 0.05 * total else ""


def _endings(words: Mapping[str, _Word]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, seen in words.items():
        if seen.articles <= _RARE:
            tag = _ranked(seen.tags)[0][0]
            for length in range(1, 5):
                if len(word) > length + 1:
                    counts[word[-length:]][tag] += 1
    return {ending: _ranked(tags)[0][0] for ending, tags in sorted(counts.items()) if sum(tags.values()) >= 5}


_NOTHING: tuple[Counter[str], Counter[str]] = Counter(), Counter()


class CueCounts:
    """How often each lemma is part of a cue in some articles, overall and with one of them left out."""

    def __init__(self, examples: Iterable[Example], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cues: Counter[str] = Counter()
        self._all: Counter[str] = Counter()
        self._own: dict[str, tuple[Counter[str], Counter[str]]] = {}
        for each in examples:
            lemmas = self._lemmas(each)
            cues = Counter(lemmas[at] for gold in each.golds if gold.sure >= SURE for at in gold.cue)
            self._own[each.id] = cues, Counter(lemmas)
            self._cues.update(cues)
            self._all.update(lemmas)

    def levels(self) -> dict[str, str]:
        """The cue level of each lemma over all articles."""
        levels = {lemma: level(self._cues[lemma], count) for lemma, count in sorted(self._all.items())}
        return {lemma: told for lemma, told in levels.items() if told != UNSEEN}

    def levels_without(self, each: Example) -> dict[str, str]:
        """The cue levels of an article's lemmas, counted over the other articles only."""
        cues, count = self._own.get(each.id, _NOTHING)
        lemmas = set(self._lemmas(each))
        return {lemma: level(self._cues[lemma] - cues[lemma], self._all[lemma] - count[lemma]) for lemma in lemmas}

    def _lemmas(self, each: Example) -> list[str]:
        return [self._lexicon.form(token.text).lemma for token in each.document.tokens]


def level(cues: int, occurrences: int) -> str:
    """How likely a lemma is a cue, from 0 (never) to 8 (nearly always); UNSEEN where it was hardly met."""
    if cues <= 0 or occurrences < 2:
        return "0" if occurrences > _HARDLY else UNSEEN
    share = cues / (occurrences + 0.5)
    return str(1 + sum(share >= limit for limit in _LEVELS))


def rows(table: Mapping[str, tuple[str, ...]], remark: str) -> bytes:
    """A table as a file of tab-separated cells, sorted by key, below a comment line with its provenance."""
    return "".join(_lines(table, remark)).encode()


def _lines(table: Mapping[str, tuple[str, ...]], remark: str) -> Iterator[str]:
    yield f"# {remark}\n"
    for key, cells in sorted(table.items()):
        yield "\t".join((key, *cells)) + "\n"
