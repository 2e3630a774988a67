"""Learns the parameters of Punkt, NLTK's sentence splitter, from the corpora.

Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32 (2006). Less is
kept than Punkt finds, as every entry should hold for articles of any year: no names among the sentence starters; no
abbreviations, as the hand-made list holds all real ones that were found; no collocations, as they ignore case ("U.S.
officials") and would join two sentences where the second starts with such a word.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.language import analyse
from briefing.model import Article, Block
from briefing.training import Trained

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktTrainer

CORPORA = (
    "polnear/train.jsonl",
    "articles/bbc.jsonl",
    "summaries/cnndm.dev.jsonl",
    "summaries/gumnews.dev.jsonl",
    "summaries/writers.dev.jsonl",
    "summaries/xsum.dev.jsonl",
)
_STARTER_SEEN = 10
"""How often a word must occur for its capital letter to tell that a sentence starts."""
_COMMON = 0.1
"""The least share of lower-case occurrences of a word that is not a name."""
_UPPER_START, _UPPER_INSIDE, _LOWER = 1 << 1, 1 << 2, (1 << 4) | (1 << 5) | (1 << 6)
"""Flags of Punkt's orthographic contexts: upper case at the start and within a sentence, lower case anywhere."""


def train_sentences(shared: Path) -> Trained:
    """The parameters as JSON and a model card; the figures are those of the parameters that ship at the moment."""
    texts = list(_texts(shared))
    trainer = _punkt(texts)
    common = _common(texts, trainer)
    parameters = {
        "provenance": f"trained by briefing/training/sentences.py on {', '.join(CORPORA)}",
        "starters": _starters(trainer, common),
        "lower": _lower(trainer, common),
    }
    figures = measure(shared / "data" / "polnear" / "dev")
    card = _CARD.format(words=sum(len(text.split()) for text in texts), **{k: len(v) for k, v in parameters.items()})
    data = json.dumps(parameters, ensure_ascii=False, indent=1, sort_keys=True)
    files = {"language/sentences.json": f"{data}\n".encode(), "language/sentences.md": card.encode()}
    return Trained(files, figures)


def _texts(shared: Path) -> Iterator[str]:
    for name in CORPORA:
        with (shared / "data" / name).open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def _punkt(texts: Iterable[str]) -> PunktTrainer:
    from nltk.tokenize.punkt import PunktTrainer

    trainer = PunktTrainer()
    for text in texts:
        trainer.train(text, finalize=False)
    trainer.finalize_training()
    return trainer


def _common(texts: Iterable[str], trainer: PunktTrainer) -> set[str]:
    """The words that occur in lower case often enough not to be names."""
    small = Counter(word for text in texts for word in re.findall(r"\b[a-z]+\b", text))
    return {word for word, count in small.items() if count >= _COMMON * trainer._type_fdist[word]}


def _starters(trainer: PunktTrainer, common: set[str]) -> list[str]:
    return sorted(trainer.get_params().sent_starters & common)


def _lower(trainer: PunktTrainer, common: set[str]) -> list[str]:
    """Words that have a capital only at the start of sentences, so that a capital indicates that one starts."""
    return sorted(
        word
        for word, context in trainer.get_params().ortho_context.items()
        if context & _LOWER and context & _UPPER_START and not context & _UPPER_INSIDE
        if word in common and trainer._type_fdist[word] >= _STARTER_SEEN
    )


def measure(corpus: Path) -> dict[str, float]:
    """Precision, recall and F1 (0 to 1) of our sentence ends against CoreNLP's, for PolNeAR texts at ``corpus``.

    An end is the last letter or digit of a sentence, for the two differ in where they leave marks; the last end of a
    text is not counted.
    """
    with gzip.open(f"{corpus}.tokens.jsonl.gz", "rt", encoding="utf-8") as lines:
        theirs = {record["id"]: record["sents"] for record in map(json.loads, lines)}
    agreed = ours_all = theirs_all = 0
    with Path(f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            ours = ends(record["text"], our_spans(record["text"]))
            their_spans = ((sentence[0][0], sentence[-1][1]) for sentence in theirs.get(record["id"], ()))
            if record["id"] not in theirs:
                continue
            other = ends(record["text"], their_spans)
            agreed, ours_all, theirs_all = agreed + len(ours & other), ours_all + len(ours), theirs_all + len(other)
    precision, recall = agreed / ours_all, agreed / theirs_all
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def our_spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, as character offsets, of a text whose paragraphs are separated by empty lines."""
    blocks = tuple(Block("paragraph", *found.span()) for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    document = analyse(Article("", "", text, text, blocks))
    return ((sentence.start, sentence.end) for sentence in document.sentences)


def ends(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets just after the last letter or digit of each sentence but the last."""
    words = [found.end() for found in re.finditer(r"[^\W_]+", text)]
    found = {words[index - 1] for _, end in spans if (index := bisect_left(words, end + 1)) > 0}
    return found - {max(found, default=0)}


_CARD: Any = """# Sentence parameters (`sentences.json`)

What Punkt (Kiss and Strunk 2006, as NLTK has it) learned about where English news sentences end.

- **Trained on** {words:,} words, without annotation: PolNeAR train, BBC articles 2004-05, and the texts of the dev
  halves of CNN, XSum, GUM news and the freelance writers' set. No test texts.
- **Holds** {starters} words that often start a sentence ("starters"), and {lower} words that have a capital only at the
  start of one ("lower"): after an abbreviation such a word, with a capital, starts a sentence. No text of the corpora.
- **Left out**: names among the starters; abbreviations (`abbreviations.tsv` by hand holds all that were found and are
  none but chance); collocations, which changed no decision for the better.
- **Renewed by** `python -m cli.lab train sentences ../shared`.
- **Limits**: English alone. After "p.m.", "Inc." or "U.S." a sentence that starts with a name is not seen.
"""
