"""Writes the model card of the attribution stage (Mitchell et al. 2019, "Model Cards for Model Reporting")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.training.attribution_corpus import Example

_CARD = """# Attribution model

A small convolutional network (Strubell et al. 2017) that finds cues and the roles of words towards them, trained
{date}; weights {size:.1f} MB, stored as plain numbers.

| | |
| --- | --- |
| corpus | PolNeAR train (Newell, Margolin and Ruths 2018): news of seven US outlets, 2015 and 2016 |
| size | {articles} articles, {words} tokens, {golds} attributions |
| silver | articles of BBC News, CNN, Daily Mail and Wikinews without annotation, labelled by a network (below) |
| size | {silver_articles} articles, {silver_words} tokens, {silver_golds} attributions |
| unlabelled | the frequent words of the bare texts of all corpora, PolNeAR dev among them |
| tuned on | PolNeAR dev, 84 articles (thresholds, choice of method): the figures below are not of unseen text |
| gold/dev | no article stands in PolNeAR train or among the silver; 4 of the 28 stand in PolNeAR dev |

## How it works
1. What is known of a token (form, lemma, ending, shape, usual tags, how often the lemma is a cue, the state of the
   quotation marks, the place in the block) is the sum of vectors of 160 numbers; eight layers of convolutions let it
   see 30 tokens to both sides, half of each token's numbers from either. The network says of every token whether it is
   outside, content, source or cue, and whether a cue begins with it.
2. For each cue it looks again at the words of its sentence, and of the sentences to which its quotation reaches: what
   it knows of a word and of the cue, and the distance between them, are summed to 64 numbers; five layers of
   convolutions that see 31 tokens say whether the word is content, source or part of the cue.
3. A content breaks off only where the odds are worth it, and goes on over neighbouring words that surely are content.
   The surest attribution takes its words first. The confidence is the probability that a cue begins there.

Weights and activations are whole numbers of eight bits, so that sums are exact and the same on every machine.
`words.tsv`, `endings.tsv` and `cues.tsv` hold what is known of single words.

{made}## Figures on PolNeAR dev (F1, `score_attribution.py`)
| figure | F1 |
| --- | --- |
{figures}

One human against another reaches 75.5 on whole attributions.

## Known failures
- Cues that are no verb of speech or thought in their usual sense, and nouns (`criticism of`, `the view of`): most of
  what is missed.
- The end of an indirect content where a clause of the article's own voice follows.
- A source that is named a sentence or more before its cue is left empty.
- Everything is United States political news of one election: other subjects and other English do less well, tables and
  transcripts worst.

## Licence
The weights are this project's work under its MIT licence. They hold no text of the corpora; words and features are kept
as hashes, and the word tables list single words.
"""

_MADE = """## How it was made
1. `python -m cli.lab train silver ../shared` (half an hour on two cores, group `train`): MiniLM with six layers
   (Wang et al. 2020; all-MiniLM-L6-v2, Apache 2.0) is taught on PolNeAR train to find cues and the roles of words
   towards them, and then reads the articles that have no annotation. On PolNeAR dev it reaches F1 74.5 on whole
   attributions, about what one human reaches against another; it is fifty times too slow to ship. Its labels, spans
   without words, lie in `data/training/silver.jsonl.gz`; runs on other machines differ in some of them.
2. `python -m cli.lab train attribution ../shared` (twenty minutes on one core, the same group) makes these weights from
   PolNeAR, the silver labels and the word tables: AdamW with weights and activations rounded as they will be, and
   vectors of words that begin as MiniLM's. On one machine the result is the same byte for byte; another processor may
   add up the slopes in another order.

On PolNeAR dev two random fields without silver labels reached 66.9, with them 67.9; a network for the tokens and a
random field for the roles 70.1; one network that sees all numbers of both neighbours 72.8 in seven layers, as this one
does in eight at three quarters of the work (two fits of one network differ by .3).

"""


def model_card(
    examples: Sequence[Example], silver: Sequence[Example], figures: Mapping[str, float], date: str, size: int
) -> str:
    """The card as Markdown; ``size`` in bytes, ``figures`` in points."""
    return _CARD.format(
        made=_MADE,
        date=date,
        size=size / 1e6,
        **_sizes(examples),
        **{f"silver_{name}": value for name, value in _sizes(silver).items()},
        figures="\n".join(f"| {name} | {value:.1f} |" for name, value in figures.items()),
    )


def _sizes(examples: Sequence[Example]) -> dict[str, str]:
    return {
        "articles": f"{len(examples):,}",
        "words": f"{sum(len(each.document.tokens) for each in examples):,}",
        "golds": f"{sum(len(each.golds) for each in examples):,}",
    }
