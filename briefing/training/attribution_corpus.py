"""The annotated articles as the trainers of the network read them: documents with the tokens of each annotated role.

Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus for Political News"; its scheme comes from Pareti
(2012), "A Database of Attribution Relations".
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.language import analyse
from briefing.model import STANCES, Document
from briefing.network.inputs import EDITORS, POLNEAR
from briefing.network.scores import LABELS, ROLES
from briefing.reading import parse_article
from briefing.training.annotated import LEARNED, Annotated, in_folder, our_articles
from briefing.training.headings import headings_of, with_headings
from briefing.training.spans import sentences_at, tokens_in

_BEST = 0.6
"""The target probability of the best of several accepted stances; the others share the rest."""

_ALSO = 0.5
"""The target of a sentence that was not chosen for the summary but would serve, where a chosen one has 1."""

_FEWEST = 10
"""The least number of sentences of an article with a ``gist``: of a shorter one nearly all would be chosen."""

HEADED = " with headings"
"""The suffix of the id of an article into which headings were inserted."""

SURE = 0.5
"""The least confidence of an annotated attribution that is taken as right."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution as token indices in text order.

    ``sure`` is the confidence of the annotator (1, or that of a network). ``stances`` are target probabilities of
    STANCES, in sum 1, empty if not annotated; ``key`` is whether it belongs in a brief, None if not annotated.
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    sure: float = 1.0
    stances: tuple[float, ...] = ()
    key: bool | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """An article annotated in one of SCHEMES.

    ``gist`` is for each sentence how well it would stand in a summary, 0 to 1; it is empty if not annotated.
    """

    id: str
    document: Document
    golds: tuple[Gold, ...]
    scheme: int = POLNEAR
    gist: tuple[float, ...] = ()

    def by_beginning(self) -> dict[int, Gold]:
        """The attributions that have a content, by the token with which their cue, or else their content, begins."""
        found: dict[int, Gold] = {}
        for gold in self.golds:
            if gold.content:
                found.setdefault((gold.cue or gold.content)[0], gold)
        return found


def read_examples(path: Path) -> Iterator[Example]:
    """The articles of a PolNeAR file, in its order."""
    for line in path.read_text("utf-8").splitlines():
        yield example(json.loads(line), POLNEAR)


def editors_articles(shared: Path) -> Iterator[Example]:
    """The editors' articles that networks learn from; ``shared`` is the folder of the corpora."""
    return (each for folder in LEARNED for each in read_editors(shared / folder))


def our_examples(shared: Path) -> Iterator[Example]:
    """The articles that we annotated in the editors' scheme; ``shared`` is the folder of the corpora."""
    return (example(_record(each), EDITORS) for each in our_articles(shared))


def read_editors(folder: Path) -> Iterator[Example]:
    """The articles of a folder of the editors' gold, in the order of their names."""
    return (example(_record(each), EDITORS) for each in in_folder(folder))


def ours_with_headings(shared: Path, share: float, chance: random.Random) -> Iterator[Example]:
    """A share of the articles that we annotated, with headings put in; their ids end with HEADED."""
    articles = list(our_articles(shared))
    headings = headings_of([each.text for each in articles], chance)
    for each in articles:
        if chance.random() < share:
            record = _record(each)
            record = {**record, "id": record["id"] + HEADED, "summary": ()}
            yield example(with_headings(record, headings, chance), EDITORS)


def _record(article: Annotated) -> dict[str, Any]:
    """An annotated article as a record like those of the corpora: text, and attributions with spans and stances."""
    golds = [each | {"stances": _fits(each["stance"])} for each in article.gold["positions"]]
    chosen = {name: article.gold.get(name, ()) for name in ("summary", "summary_also")}
    return {"id": article.name, "text": article.text, "attributions": golds, **chosen}


def _fits(accepted: Sequence[str]) -> tuple[float, ...]:
    """Target probabilities of STANCES from an editor's list of accepted stances, the best one first."""
    best, *others = accepted
    shares = {best: _BEST if others else 1.0} | {each: (1 - _BEST) / len(others) for each in others}
    return tuple(shares.get(each, 0.0) for each in STANCES)


def example(record: dict[str, Any], scheme: int) -> Example:
    """An example from a record of a corpus: its text analysed like any article, its character spans as tokens."""
    document = analyse(parse_article(record["text"], source=record["id"], id=record["id"]))
    golds = tuple(
        Gold(
            source=tokens_in(document, each["source"]),
            cue=tokens_in(document, each["cue"]),
            content=tokens_in(document, each["content"]),
            sure=each.get("sure", 1.0),
            stances=tuple(each.get("stances", ())),
            key=each.get("key"),
        )
        for each in record["attributions"]
    )
    return Example(record["id"], document, golds, scheme, _gist(document, record))


def _gist(document: Document, record: Mapping[str, Any]) -> tuple[float, ...]:
    """1 for the sentences that were chosen as the summary, less for those that would serve as well.

    Empty for a short article, of which nearly every sentence was chosen.
    """
    if not record.get("summary") or len(document.sentences) < _FEWEST:
        return ()
    best, also = (sentences_at(document, record[name]) for name in ("summary", "summary_also"))
    return tuple(1.0 if at in best else _ALSO * (at in also) for at in range(len(document.sentences)))


def roles_of(gold: Gold, low: int, end: int) -> NDArray[np.int64]:
    """The role of each of the tokens ``low:end`` in an attribution, as an index into ROLES."""
    found = np.zeros(end - low, np.int64)
    for role in ROLES[1:]:
        found[[at - low for at in getattr(gold, role) if low <= at < end]] = ROLES.index(role)
    return found


def label_chances(each: Example) -> NDArray[np.float32]:
    """The target probabilities of LABELS, shape (tokens, labels), from the confidence of the annotated attributions.

    A token with several roles counts as a cue first, then as a source.
    """
    chances = np.zeros((len(each.document.tokens), len(LABELS)), np.float32)
    for gold in each.golds:
        inside = set(gold.content)
        begins = [at for at in gold.content if at - 1 not in inside]
        goes_on = [at for at in gold.content if at - 1 in inside]
        for label, tokens in zip("BISQ", (begins, goes_on, gold.source, gold.cue), strict=True):
            column = LABELS.index(label)
            chances[list(tokens), column] = np.maximum(chances[list(tokens), column], gold.sure)
    left = np.ones(len(chances), np.float32)
    for label in "QSBI":
        column = LABELS.index(label)
        chances[:, column] = np.minimum(chances[:, column], left)
        left -= chances[:, column]
    chances[:, LABELS.index("O")] = left
    return chances
