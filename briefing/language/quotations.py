"""Quotations: the pairs of quotation marks of every paragraph, nested ones and utterances over several paragraphs.

In an utterance over several paragraphs each has an opening mark and only the last a closing one. Where a later
paragraph has no opening mark, its first closing mark closes a quotation that begins with the paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.language.pairing import MarkPair, Pairing
from briefing.language.quotation_marks import Family
from briefing.language.tokenizer import is_prose
from briefing.model import Article, Quotation, Span

_CONTINUES = frozenset({"paragraph", "list"})


def pair_quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quoted stretch of the article's prose in text order; ``with_kinds`` sets the kinds later."""
    found: list[Quotation] = []
    left_open: Family | None = None
    for block in article.blocks:
        if not is_prose(block):
            continue
        carried = left_open if block.kind in _CONTINUES else None
        pairing = Pairing(article.masked, block, carried)
        left_open = pairing.run() if block.kind in _CONTINUES else left_open
        found += _quotations(article.masked, pairing.pairs, found)
    return tuple(found)


def _quotations(text: str, pairs: Sequence[MarkPair], before: Sequence[Quotation]) -> list[Quotation]:
    """The pairs of one block as quotations with level and run, in text order, numbered after those before."""
    found: list[Quotation] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.opening.start, -pair.end)):
        quotation = _quotation(text, pair)
        if quotation is None:
            continue
        while around and around[-1] <= quotation.start:
            around.pop()
        index = len(before) + len(found)
        run = _last_run(found or before) if pair.opening.follows and not around else None
        found.append(replace(quotation, level=len(around), run=index if run is None else run))
        around.append(quotation.end)
    return found


def _last_run(quotations: Sequence[Quotation]) -> int | None:
    last = next((quotation for quotation in reversed(quotations) if quotation.level == 0), None)
    return last.run if last and not last.closed else None


def _quotation(text: str, pair: MarkPair) -> Quotation | None:
    inner = text[pair.opening.inner : pair.inner_end]
    start = pair.opening.inner + len(inner) - len(inner.lstrip())
    end = pair.opening.inner + len(inner.rstrip())
    if start >= end:
        return None
    outer = pair.end if pair.closed else end
    return Quotation(pair.opening.start, outer, Span(start, end), "speech", 0, pair.closed, 0)
