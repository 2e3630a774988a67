"""Puts sub-headings into annotated articles, so that the network learns that they are no part of what is said."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.language import analyse
from briefing.reading import parse_article
from briefing.training.spans import Edit, edited, moved_along

_SHARE = 0.35
"""The share of the paragraphs of an article that get a heading."""


def with_headings(record: Mapping[str, Any], headings: Sequence[str], chance: random.Random) -> dict[str, Any]:
    """An annotated article (``text`` and ``attributions`` with spans) with some of the headings before paragraphs."""
    text = record["text"]
    blocks = analyse(parse_article(text)).article.blocks
    starts = [each.start for each in blocks[1:] if each.kind == "paragraph" and chance.random() < _SHARE]
    put = [Edit(start, start, f"{chance.choice(headings)}\n\n") for start in starts if text[:start].endswith("\n\n")]
    made, moved = edited(text, put)
    return {
        **record,
        "text": made,
        "attributions": [each | moved_along(each, moved) for each in record["attributions"]],
    }


def headings_of(texts: Sequence[str], chance: random.Random) -> list[str]:
    """Short headings as editors put them between paragraphs: the first words of a line of each text."""
    made = []
    for text in texts:
        lines = [line for line in text.splitlines() if len(line.split()) > _LONGEST]
        if lines:
            words = chance.choice(lines).split()[: chance.randint(1, _LONGEST)]
            made.append(" ".join(words).strip("\"“”‘’'.,;:—-"))
    return [each for each in made if each]


_LONGEST = 6
