"""Trains the judging heads on top of the shipped network: what an attribution and a sentence are worth to an editor,
and which of the attributions that it finds an editor would mark.

They learn from the articles that we annotated; the editors' are left for the figures, and for the models that use the
heads' outputs as features (``briefing.training.judgement``). Needs the group ``train``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.acceptance import LOOKED_AT, beside
from briefing.attribution.attributions import Finder
from briefing.network.judging import Judge, Known, found_beside, in_article, told_in_article
from briefing.network.lexicon import shipped
from briefing.network.stances import seen_of
from briefing.network.tokens import Network
from briefing.network.view import View
from briefing.network.weights import JUDGED, Weights, pack_judge, unpack, unpack_judge
from briefing.resources import map_bytes
from briefing.salience.parts import as_rows, find_parts
from briefing.training import Trained
from briefing.training.attribution_corpus import Example, editors_articles, our_examples
from briefing.training.spans import same_tokens

if TYPE_CHECKING:
    from briefing.training.network_model import Head

FILE = "network/judging.bin"
HIDDEN = 64
ROUNDS, TOGETHER, RATE, WARM, LEAST_RATE = 6, 256, 2e-3, 100, 0.01


class Lessons(NamedTuple):
    """The training data of a head: its inputs, one row each, and their targets, 0 to 1."""

    seen: NDArray[np.int8]
    worth: NDArray[np.float32]


def train_judging(shared: Path) -> Trained:
    """The heads with their card; the figures are of the editors' articles, which nothing here learned from."""
    from briefing.training.network_model import Head

    weights = unpack(map_bytes("network/network.bin"))
    learned: dict[str, Any] = {}
    lessons = _lessons(weights, our_examples(shared))
    for name, each in lessons.items():
        head = Head(each.seen, HIDDEN)
        _fit(head, each)
        learned |= head.packed(name)
    data = pack_judge(HIDDEN, {name: each.seen.shape[1] for name, each in lessons.items()}, learned)
    figures = _figures(weights, Judge(unpack_judge(data)), editors_articles(shared))
    return Trained({FILE: data, "network/judging.md": _card(figures)}, figures)


def _lessons(weights: Weights, examples: Iterable[Example]) -> dict[str, Lessons]:
    """The training data for each of JUDGED."""
    seen: dict[str, list[NDArray[np.int8]]] = {name: [] for name in JUDGED}
    worth: dict[str, list[float]] = {name: [] for name in JUDGED}
    for each in _studied(weights, examples):
        seen["worth"].append(told_in_article(each.seen, each.sentences, each.beside[each.places]))
        worth["worth"].extend(each.keys)
        seen["marked"].append(found_beside(each.found, each.around))
        worth["marked"].extend(each.marked)
        if each.gist:
            seen["gist"].append(in_article(each.sentences, each.beside))
            worth["gist"].extend(each.gist)
    return {name: Lessons(np.concatenate(seen[name]), np.array(worth[name], np.float32)) for name in JUDGED}


class _Studied(NamedTuple):
    """An annotated article with the inputs and targets of the heads.

    Of the annotated attributions with a ``key`` mark: activations (``seen``), sentence (``places``) and 1 if key, else
    0 (``keys``); of the sentences: activations, other features (``beside``) and targets (``gist``); of the attributions
    that are found: activations, other features (``around``) and 1 if an annotated one matches, else 0 (``marked``).
    """

    seen: NDArray[np.int8]
    places: NDArray[np.intp]
    keys: list[float]
    sentences: NDArray[np.int8]
    beside: Known
    gist: tuple[float, ...]
    found: NDArray[np.int8]
    around: Known
    marked: list[float]


def _studied(weights: Weights, examples: Iterable[Example]) -> Iterator[_Studied]:
    network, lexicon = Network(weights), shipped()
    finder = Finder(lexicon, weights)
    for each in examples:
        sentences = each.document.sentences
        if not each.document.tokens:
            continue
        view = View(each.document, lexicon)
        active, read = network.tag(view).active, finder.read(each.document, LOOKED_AT)
        marked = same_tokens([one.content for one in read.found], [gold.content for gold in each.golds])
        golds = [gold for gold in each.golds if gold.content and gold.key is not None]
        heads, contents = [(gold.cue or gold.content)[0] for gold in golds], [gold.content for gold in golds]
        firsts = [one.first_token for one in sentences]
        yield _Studied(
            seen=seen_of(active, heads, contents),
            places=np.searchsorted(firsts, [first for first, *_ in contents], "right") - 1,
            keys=[float(bool(gold.key)) for gold in golds],
            sentences=read.sentences,
            beside=as_rows(find_parts(each.document)),
            gist=each.gist,
            found=read.seen,
            around=beside(view, read.found),
            marked=[float(at in marked) for at in range(len(read.found))],
        )


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


def _figures(weights: Weights, judge: Judge, examples: Iterable[Example]) -> dict[str, float]:
    """For each head the area under the ROC curve: how often it ranks a kept example above one that was not kept."""
    found: dict[str, list[tuple[float, bool]]] = {name: [] for name in JUDGED}
    for each in _studied(weights, examples):
        worth = judge.attributions(each.seen, each.sentences, each.beside[each.places]).tolist()
        found["worth"] += zip(worth, map(bool, each.keys), strict=True)
        marked = judge.marked(each.found, each.around).tolist() if each.marked else []
        found["marked"] += zip(marked, map(bool, each.marked), strict=True)
        if each.gist:
            gist = judge.sentences(each.sentences, each.beside).tolist()
            found["gist"] += [(value, told == 1.0) for value, told in zip(gist, each.gist, strict=True)]
    return {name: _area(pairs) for name, pairs in found.items()}


def _area(pairs: Sequence[tuple[float, bool]]) -> float:
    """The area under the ROC curve by the ranks of the kept examples (Mann and Whitney 1947); ties count half."""
    values, kept = (np.array(each) for each in zip(*pairs, strict=True))
    ordered = np.sort(values)
    ranks = (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right") + 1) / 2
    count = int(kept.sum())
    return float((ranks[kept].sum() - count * (count + 1) / 2) / (count * (len(kept) - count)))


def _card(figures: dict[str, float]) -> bytes:
    return f"""# What is worth keeping (`judging.bin`)

Three heads over the activations of the network of attribution (`model.md`), which they leave as it is. `worth`, what an
attribution is worth to an editor, sees the token with which its cue begins, the largest activations of its content,
what these have in common with the mean of the article, and the named parts of salience of its sentence. `gist`, how
well a sentence tells the story, sees the mean and the largest activations of its tokens, the means of the article and
of the sentences before and after it, what it has in common with the article, and its parts. `marked`,
whether an editor marks an attribution that the network found at a chance of {LOOKED_AT} or more, sees the token and the
content as `worth` does, that chance and what else was found around it (`attribution/acceptance.py`); those likelier
marked than not are reported, with this chance as their confidence. A layer of {HIDDEN} numbers joins what each sees;
weights are whole numbers of eight bits. What comes out of the first two, log odds of -5 to 2 as 0 to 1, is one feature
beside the others in `positions/ranking.json` and `salience/weights.json`.

- Learned from: the articles that we annotated (`briefing/training/annotated.py`), their positions, key positions
  and summary sentences; sentences of articles of ten or more. The texts are not part of the package.
- Learned by: `python -m cli.lab train judging ../shared` (AdamW, {ROUNDS} rounds, group `train`, a few minutes), before
  `train holders` and `train judgement`. The same byte for byte on one machine.
- Figures on the editors' articles, which neither the network nor the heads learned from: of two of which the editor
  kept one, the one that is judged better is that one for attributions in {figures["worth"]:.1%}, for sentences in
  {figures["gist"]:.1%}; of two that were found of which the editor marked one, in {figures["marked"]:.1%}.
- Limits: English news prose, and what people who annotate news take for its point.
""".encode()
