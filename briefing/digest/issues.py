"""Groups what was said into issues, each a word that its entries share.

Greedy set cover over the topic words of the contents, in the manner of clustering by labels (Zamir and Etzioni, "Web
document clustering", 1998): the word that covers most entries not yet covered, weighed by how telling it is, makes the
next issue. A reader can check any entry: it stands under a word that it has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log

from briefing.digest.model import Issue
from briefing.resources import read_words

MOST = 40
"""Issues of a digest."""

_COMMON = 0.5  # a word in more of the entries than this is what all are about
_BESIDE = 0.5  # share of an issue's entries that have its second word


def find_issues(
    topics: Sequence[Mapping[str, str]], reports: Sequence[Collection[int]], names: Collection[str]
) -> list[Issue]:
    """The issues, the widest first.

    ``topics`` are each entry's topic words with a form to show, ``reports`` the articles that tell it; ``names`` are
    topic words of names, which make no issue any more than the general words of news do.
    """
    names = frozenset(names) | read_words("digest/general_words.txt")
    having: dict[str, list[int]] = defaultdict(list)
    for entry, words in enumerate(topics):
        for word in words:
            if word not in names:
                having[word].append(entry)
    most = max(4, int(_COMMON * len(topics)))
    having = {
        word: entries
        for word, entries in having.items()
        if 2 <= len(entries) <= most and len({report for entry in entries for report in reports[entry]}) > 1
    }
    return [_issue(word, entries, topics, names) for word, entries in _cover(having, len(topics))]


def _cover(having: Mapping[str, list[int]], count: int) -> list[tuple[str, list[int]]]:
    """The words chosen, each with the entries that it covers first (lazy greedy, Minoux 1978)."""
    worth = {word: log(1 + count / len(entries)) for word, entries in having.items()}
    heap = [(-len(entries) * worth[word], word) for word, entries in having.items()]
    heapify(heap)
    covered: set[int] = set()
    chosen: list[tuple[str, list[int]]] = []
    while heap and len(chosen) < MOST:
        _, word = heappop(heap)
        left = [entry for entry in having[word] if entry not in covered]
        if len(left) < 2:
            continue
        gain = (-len(left) * worth[word], word)
        if heap and gain > heap[0]:
            heappush(heap, gain)
            continue
        chosen.append((word, left))
        covered.update(left)
    return chosen


def _issue(word: str, entries: Sequence[int], topics: Sequence[Mapping[str, str]], names: Collection[str]) -> Issue:
    beside = Counter(other for entry in entries for other in topics[entry] if other != word and other not in names)
    label = [word]
    if beside:
        other, count = min(beside.items(), key=lambda item: (-item[1], item[0]))
        if count >= max(2, _BESIDE * len(entries)):
            label.append(other)
    return Issue(tuple(_shown(each, entries, topics) for each in label), tuple(entries))


def _shown(word: str, entries: Sequence[int], topics: Sequence[Mapping[str, str]]) -> str:
    forms = Counter(topics[entry][word] for entry in entries if word in topics[entry])
    return min(forms, key=lambda form: (-forms[form], form))
