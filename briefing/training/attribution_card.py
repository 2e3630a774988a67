"""Writes the model card of the network (Mitchell et al. 2019, "Model Cards for Model Reporting")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.training.attribution_corpus import Example

_CARD = """# The network

A small convolutional network (Strubell et al. 2017) that finds cues, the roles of words towards them and the stance of
what is said, trained {date}; weights {size:.1f} MB, stored as plain numbers.

| corpus | articles | tokens | attributions |
| --- | --- | --- | --- |
| PolNeAR train (Newell, Margolin and Ruths 2018): seven US outlets, 2015 and 2016, in its own scheme | {polnear} |
| what we annotated in the editors' scheme (below) | {ours} |
| silver: news without annotation, labelled in the editors' scheme by a large network (below) | {silver} |

The network is told which of the two schemes an article follows, and so learns from both; what ships follows the
editors'. It learned from no article of the editors itself, so that later stages can learn from what it finds in theirs;
the large network that made the silver labels had learned from gold/train and gold/dev. Neither learned from gold/check,
gold/cases, PolNeAR dev or the seed, whose texts are not among the silver either.

## How it works
1. What is known of a token (form, lemma, ending, shape, usual tags, how often the lemma is a cue, the state of the
   quotation marks, the place in the block and the block's kind) is the sum of vectors of 112 numbers, which a matrix
   widens to 256; eight layers of convolutions let it see 30 tokens to both sides, a quarter of each token's numbers
   from either. The network says of every token whether it is outside, content, source or cue, and whether a cue begins
   with it, or a content without a cue.
2. For each cue it looks again at the words of its sentence, and of the sentences to which its quotation reaches: what
   it knows of a word and of the cue, and the distance between them, are summed to 96 numbers; five layers of
   convolutions that see 31 tokens say whether the word is content, source or part of the cue. A content ends with its
   block.
3. A content breaks off only where the odds are worth it, and goes on over neighbouring words that surely are content. A
   piece of a source that weighs little beside the others is left out, and a gap of two words in a cue is filled.
   The surest attribution takes its words first; one that lies whole in the content of another is a claim within a
   claim. How sure it is is the probability that a cue begins there, until a judge looks at all of it (`judging.md`).
4. The stance is read from the cue's first token and the strongest numbers among the tokens of the content.

Weights and activations are whole numbers of eight bits, so that sums are exact and the same on every machine.
`words.tsv`, `endings.tsv` and `cues.tsv` hold what is known of single words.

## How it was made
0. Beside the editors' gold we annotated articles of the corpora by its guidelines (`data/training/marks.jsonl.gz`:
   spans, names and stances, no text), and wrote short ones, each for one kind of what is hard to read
   (`data/training/cases.jsonl`). Large language models did both, as annotators who read each article whole and never
   saw what the package finds.
1. `python -m cli.lab train silver ../shared --teacher FILE` (an hour on two cores, group `train`): the lower eight
   layers of MPNet (Song et al. 2020; all-mpnet-base-v2, Apache 2.0) are taught on PolNeAR train, the editors' articles
   and ours, two rounds, to find cues, roles and stances, and then read the articles that have no annotation. Labels,
   spans without words, lie in `data/training/silver.jsonl.gz`, the large network in FILE; runs on other machines differ
   in some labels. On gold/check it finds contents at F1 .889 and stances at .893 of them. What ships was made with one
   that was taught in three courses, first without ours, then with the first 1,621 of our articles and the first 399
   short ones, and that finds .890 and .889 (.872 and .825 before it saw ours).
2. `python -m cli.lab train attribution ../shared --teacher FILE` (two hours on two cores, the same group) makes these
   weights: AdamW with weights and activations rounded as they will be, and vectors of words that begin as MPNet's, from
   PolNeAR, the silver labels and ours, some of ours a second time with sub-headings put in. Beside the labels the
   network learns to foretell 177 numbers of each token, the main axes of what the large network makes of it ("hints":
   Romero et al. 2015, Jiao et al. 2020), which count the less the longer it learns and are no part of the weights. With
   the same FILE the result is the same byte for byte on one machine; another processor may add up in another order.
   (The axes of what ships were found in a hundred texts drawn otherwise. Our last 32 short ones, from which what comes
   later learns, were written afterwards.)

## Figures
PolNeAR dev in its own scheme (`score_attribution.py`) and contents on the editors' gold (`score_positions.py`; two
editors reach F1 .976). The articles of gold/train and gold/dev were known to the large network alone.

| figure | |
| --- | --- |
{figures}

One human against another reaches 75.5 on whole attributions of PolNeAR.

## Known failures
- Nouns as cues (`criticism of`, `the view of`) and idioms that were met too rarely.
- The end of an indirect content where a clause of the article's own voice follows.
- A source that is named a sentence or more before its cue is left empty.
- Tables, lists and transcripts; other English than that of newsrooms.

## Licence
The weights are this project's work under its MIT licence. They hold no text of the corpora; words and features are kept
as hashes, and the word tables list single words.
"""


def model_card(corpora: Sequence[Sequence[Example]], figures: Mapping[str, float], date: str, size: int) -> str:
    """The card as Markdown; ``corpora`` are PolNeAR, silver and ours, ``size`` in bytes."""
    polnear, silver, ours = map(_sizes, corpora)
    return _CARD.format(
        date=date,
        size=size / 1e6,
        polnear=polnear,
        silver=silver,
        ours=ours,
        figures="\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items()),
    )


def _sizes(examples: Sequence[Example]) -> str:
    words, golds = sum(len(each.document.tokens) for each in examples), sum(len(each.golds) for each in examples)
    return f"{len(examples):,} | {words:,} | {golds:,}"
