"""Learns what an attribution and a sentence are worth to an editor by their words, over the network as it ships.

From the articles that we annotated; those of the editors are left for the models that weigh this judgement against all
else (``briefing.training.judgement``), and for the figures. Needs the group ``train``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.network.judging import Judge, seen_of_sentences
from briefing.network.lexicon import shipped
from briefing.network.stances import seen_of
from briefing.network.tokens import Network, Tagged
from briefing.network.view import View
from briefing.network.weights import JUDGED, Weights, pack_judge, unpack, unpack_judge
from briefing.resources import map_bytes
from briefing.training import Trained
from briefing.training.attribution_corpus import Example, editors_articles, our_examples

if TYPE_CHECKING:
    from briefing.training.network_model import Head

FILE = "network/judging.bin"
HIDDEN = 64
ROUNDS, TOGETHER, RATE, WARM, LEAST_RATE = 10, 256, 2e-3, 100, 0.01


class Lessons(NamedTuple):
    """What a head sees, a row each, and how much each of them is worth, 0 to 1."""

    seen: NDArray[np.int8]
    worth: NDArray[np.float32]


def train_judging(shared: Path) -> Trained:
    """The two heads with their card; the figures are of the editors' articles, which nothing here learned from."""
    from briefing.training.network_model import Head

    weights = unpack(map_bytes("network/network.bin"))
    width = weights.sizes.width
    learned: list[dict[str, Any]] = []
    for name, lessons in zip(JUDGED, _lessons(weights, our_examples(shared)), strict=True):
        head = Head(2 * width, HIDDEN)
        _fit(head, lessons)
        learned.append(head.packed(name))
    data = pack_judge(width, HIDDEN, learned[0] | learned[1])
    figures = _figures(weights, Judge(unpack_judge(data)), list(editors_articles(shared)))
    return Trained({FILE: data, "network/judging.md": _card(figures)}, figures)


def _lessons(weights: Weights, examples: Iterable[Example]) -> tuple[Lessons, Lessons]:
    """What there is to learn of attributions and of sentences."""
    seen: tuple[list[NDArray[np.int8]], list[NDArray[np.int8]]] = [], []
    worth: tuple[list[float], list[float]] = [], []
    for each, tagged in _tagged(weights, examples):
        heads, contents, keys = _judged(each)
        if heads:
            seen[0].append(seen_of(tagged.active, heads, contents))
            worth[0].extend(keys)
        told = [(two, gist) for two, gist in zip(_bounds(each), each.gist, strict=False) if two[0] < two[1]]
        if told:
            seen[1].append(seen_of_sentences(tagged.active, [two for two, _ in told]))
            worth[1].extend(gist for _, gist in told)
    one, other = (
        Lessons(np.concatenate(rows), np.array(told, np.float32)) for rows, told in zip(seen, worth, strict=True)
    )
    return one, other


def _tagged(weights: Weights, examples: Iterable[Example]) -> Iterator[tuple[Example, Tagged]]:
    network, lexicon = Network(weights), shipped()
    return ((each, network.tag(View(each.document, lexicon))) for each in examples if each.document.tokens)


def _judged(each: Example) -> tuple[list[int], list[tuple[int, ...]], list[float]]:
    """The annotated attributions of which somebody said whether they keep them."""
    golds = [gold for gold in each.golds if gold.content and gold.key is not None]
    heads, contents = [(gold.cue or gold.content)[0] for gold in golds], [gold.content for gold in golds]
    return heads, contents, [float(bool(gold.key)) for gold in golds]


def _bounds(each: Example) -> list[tuple[int, int]]:
    return [(one.first_token, one.end_token) for one in each.document.sentences]


def _fit(head: Head, lessons: Lessons) -> None:
    import torch
    from torch.nn import functional

    from briefing.training.descent import descend

    seen, worth = torch.tensor(lessons.seen).float(), torch.tensor(lessons.worth)
    chance, places = random.Random(0), list(range(len(worth)))
    batches: list[list[int]] = []
    for _ in range(ROUNDS):
        chance.shuffle(places)
        batches += [places[at : at + TOGETHER] for at in range(0, len(places), TOGETHER)]

    def loss(some: Sequence[int]) -> Any:
        return functional.binary_cross_entropy_with_logits(head(seen[some]), worth[some])

    descend(head, [{"params": head.parameters(), "lr": RATE}], batches, loss, WARM, LEAST_RATE)


def _figures(weights: Weights, judge: Judge, examples: Sequence[Example]) -> dict[str, float]:
    """How often of two of which an editor kept one the better judged is that one (area under the curve)."""
    found: dict[str, list[tuple[float, bool]]] = {name: [] for name in JUDGED}
    for each, tagged in _tagged(weights, examples):
        heads, contents, keys = _judged(each)
        worth = judge.attributions(seen_of(tagged.active, heads, contents)).tolist()
        found["worth"] += zip(worth, map(bool, keys), strict=True)
        gist = judge.sentences(tagged, _bounds(each)).tolist()
        found["gist"] += [(value, told == 1.0) for value, told in zip(gist, each.gist, strict=False)]
    return {name: _area(pairs) for name, pairs in found.items()}


def _area(pairs: Sequence[tuple[float, bool]]) -> float:
    """By the ranks of those that were kept (Mann and Whitney 1947); equals count half."""
    values, kept = (np.array(each) for each in zip(*pairs, strict=True))
    ordered = np.sort(values)
    ranks = (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right") + 1) / 2
    count = int(kept.sum())
    return float((ranks[kept].sum() - count * (count + 1) / 2) / (count * (len(kept) - count)))


def _card(figures: dict[str, float]) -> bytes:
    return f"""# What is worth keeping (`judging.bin`)

Two heads over the activations of the network of attribution (`model.md`), which they leave as it is: what an
attribution is worth to an editor (`worth`, from the token with which its cue begins and the largest activations of its
content) and how much a sentence tells of a story (`gist`, from the mean and the largest activations of its tokens). A
layer of {HIDDEN} numbers joins what each sees; weights are whole numbers of eight bits. What comes out, log odds of
-5 to 2 as 0 to 1, goes by the words alone: `positions/ranking.json` and `salience/weights.json` weigh it against place,
holder, title and repetition.

- Learned from: the articles that we annotated (`briefing/training/annotated.py`), their key positions and summary
  sentences; sentences of articles of ten or more. The texts are not part of the package.
- Learned by: `python -m cli.lab train judging ../shared` (AdamW, {ROUNDS} rounds, group `train`, a few minutes), before
  `train judgement`. The same byte for byte on one machine.
- Figures on the editors' articles, which neither the network nor the heads learned from: of two of which the editor
  kept one, the one that is judged better is that one for attributions in {figures["worth"]:.1%}, for sentences in
  {figures["gist"]:.1%}.
- Limits: English news prose. A head sees a sentence and what stands 30 tokens around it, not the article.
""".encode()
