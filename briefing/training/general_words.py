"""Finds the topic words of news that name no topic: those that every section of a paper uses about as often.

Dispersion over the parts of a corpus tells general words from those of a subject (Juilland's idea; Gries, "Dispersions
and adjusted frequencies in corpora", 2008).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from briefing.digest.words import topics
from briefing.training import Trained

OFTEN = 0.02
"""Share of the articles from which on a word is looked at."""

EVEN = 0.2
"""Share of the mean rate of all sections that the poorest section reaches at least."""

_HEAD = """\
# provenance: learned by briefing.training.general_words from the articles of five sections of BBC News
# Topic words (cut to their first letters) that all sections use: they make no issue of a digest.
"""


def train_general_words(shared: Path) -> Trained:
    """The list, one word a line in alphabetical order."""
    articles: Counter[str] = Counter()
    having: dict[str, Counter[str]] = defaultdict(Counter)
    with (shared / "data" / "articles" / "bbc.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            section = record["id"].partition("/")[0]
            articles[section] += 1
            for topic in topics(record["text"]):
                having[topic][section] += 1
    words = sorted(word for word, sections in having.items() if _is_general(sections, articles))
    data = _HEAD + "".join(f"{word}\n" for word in words)
    return Trained({"digest/general_words.txt": data.encode()}, {"words": float(len(words))})


def _is_general(sections: Counter[str], articles: Counter[str]) -> bool:
    rates = [sections[section] / count for section, count in articles.items()]
    return sections.total() >= OFTEN * articles.total() and min(rates) >= EVEN * sum(rates) / len(rates)
